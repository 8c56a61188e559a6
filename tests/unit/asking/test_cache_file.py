"""The file of answers: limits, format, other people's eyes, and everything that can be wrong with a file."""

from __future__ import annotations

import sqlite3
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from nutgraf.asking.cache import file as cache_file
from nutgraf.asking.cache.answers import Cache, open_cache
from nutgraf.asking.cache.file import FileStore
from nutgraf.asking.cache.stored import Stored
from nutgraf.commands.kept import report
from nutgraf.errors import ConfigurationError

ANSWER = Stored('{"quotes": []}', 10, 5)


def filled(path: Path, count: int, size: int = 4_000) -> FileStore:
    store = FileStore(path)
    for n in range(count):
        store.put(f"k{n}", Stored(f"{n}" + "x" * size, 1, 1))
    return store


def aged(path: Path, name: str, seconds: float) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE answers SET stored = ? WHERE key = ?", (int(time.time() - seconds), name))
    connection.close()


def test_an_answer_that_is_too_old_counts_as_absent(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    Cache(path).put("k", ANSWER)
    aged(path, "k", 100)
    assert Cache(path, max_age=50).get("k") is None
    assert Cache(path, max_age=200).get("k") == ANSWER


def test_the_oldest_make_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache_file, "_LOOK_EVERY", 2)
    path = tmp_path / "a.sqlite"
    filled(path, 100).close()
    for n in range(50):
        aged(path, f"k{n}", 1_000 - n)
    cache = Cache(path, max_bytes=300_000)
    cache.put("new", ANSWER)
    assert cache.get("new") == ANSWER
    assert cache.get("k99") is not None
    assert cache.get("k0") is None
    assert FileStore(path).stats().answers > 40


def test_prune_and_clear_give_the_room_back(tmp_path: Path) -> None:
    store = filled(tmp_path / "a.sqlite", 200)
    aged(store.path, "k0", 1_000)
    assert store.prune(max_age=500) == 1
    assert store.prune(max_bytes=200_000) > 100
    assert store.stats().bytes < 300_000
    assert store.clear() > 0
    assert not store.path.exists()
    store.put("k", ANSWER)
    assert store.get("k") == ANSWER
    store.close()


def test_a_file_of_a_later_version_is_left_alone(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = tmp_path / "a.sqlite"
    filled(path, 1).close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version=99")
    connection.close()
    before = path.read_bytes()
    cache = Cache(path)
    assert cache.get("k0") is None
    cache.put("k1", ANSWER)
    assert path.read_bytes() == before
    assert ["layout 99" in r.message for r in caplog.records if r.levelname == "WARNING"] == [True]


def test_a_locked_file_costs_one_warning_and_no_answer(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache_file, "_LOCKED_FOR", 0.01)
    path = tmp_path / "a.sqlite"
    filled(path, 1).close()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    cache = Cache(path)
    for n in range(3):
        cache.put(f"new{n}", ANSWER)
    assert cache.get("k0") is not None  # who can't write may still read
    assert sum(r.levelname == "WARNING" for r in caplog.records) == 1
    other.execute("ROLLBACK")
    other.close()
    monkeypatch.setattr("nutgraf.asking.cache.answers._REST", 0.0)
    cache._rests_until.clear()
    cache.put("later", ANSWER)
    assert cache.get("later") == ANSWER


def test_a_full_disk_costs_one_warning_and_no_answer(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    store = filled(tmp_path / "a.sqlite", 3)
    with store._connection() as connection:
        connection.execute(f"PRAGMA max_page_count={connection.execute('PRAGMA page_count').fetchone()[0]}")
    cache = Cache(store)
    for n in range(3):
        cache.put(f"big{n}", Stored("x" * 500_000, 1, 1))
    assert cache.get("k1") is not None
    assert ["full" in r.message for r in caplog.records if r.levelname == "WARNING"] == [True]
    store.close()


def test_a_read_only_file_still_answers(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    store = filled(tmp_path / "a.sqlite", 1)
    with store._connection() as connection:
        connection.execute("PRAGMA query_only=ON")  # as a mode of 0400 does, which root would not notice
    cache = Cache(store)
    for n in range(3):
        cache.put(f"new{n}", ANSWER)
    assert cache.get("k0") is not None
    assert ["readonly" in r.message for r in caplog.records if r.levelname == "WARNING"] == [True]
    store.close()


class Gone:
    def get(self, _name: str) -> Stored | None:
        raise ConnectionError("gone")

    def put(self, _name: str, _answer: Stored) -> None:
        raise ConnectionError("gone")


def test_a_store_of_ones_own_that_fails_costs_one_warning(caplog: pytest.LogCaptureFixture) -> None:
    cache = Cache(Gone())
    for _ in range(3):
        assert cache.get("k") is None
        cache.put("k", ANSWER)
    assert ["Gone" in r.message for r in caplog.records if r.levelname == "WARNING"] == [True]


class Stuck:
    def get(self, _name: str) -> Stored | None:
        return None

    def put(self, _name: str, _answer: Stored) -> None:
        return

    def close(self) -> None:
        raise OSError("stuck")


def test_a_store_that_can_not_be_closed_costs_one_warning(caplog: pytest.LogCaptureFixture) -> None:
    cache = Cache(Stuck())
    for _ in range(3):
        cache.close()
    assert ["can't be closed" in r.message for r in caplog.records if r.levelname == "WARNING"] == [True]


def test_a_warning_names_the_remedy_for_this_cache_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("NUTGRAF_CACHE", str(tmp_path / "default.sqlite"))
    for name in ("default", "own"):
        (tmp_path / f"{name}.sqlite").write_bytes(b"no database at all, but long enough for one" * 50)
    for cache in (open_cache("default"), open_cache(tmp_path / "own.sqlite"), Cache(Gone())):
        assert cache
        cache.get("k")
    default, *others = [r.message for r in caplog.records if r.levelname == "WARNING"]
    assert "nutgraf cache clear" in default
    assert ["nutgraf cache" in message or "cache=" not in message for message in others] == [False, False]


@pytest.mark.parametrize("action", ["stats", "clear", "prune", "path"])
@pytest.mark.parametrize(
    "url", ["redis://:sesame-open@host:6379/0", "rediss://u:sesame-open@host", "unix:///run/r?password=sesame-open"]
)
def test_the_commands_leave_a_redis_alone_and_print_no_password(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, url: str, action: str
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NUTGRAF_CACHE", url)
    said = report(action)
    assert "sesame" not in said
    assert "redis-cli" in said
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_others_could_read_is_closed_to_them(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    filled(path, 1).close()
    path.chmod(0o644)
    Cache(path).get("k0")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_many_processes_make_and_share_one_file(tmp_path: Path) -> None:
    path = tmp_path / "c" / "a.sqlite"
    code = (
        "import sys; from pathlib import Path; from nutgraf.asking.cache.file import FileStore;"
        "from nutgraf.asking.cache.stored import Stored; s = FileStore(Path(sys.argv[1]));"
        "[s.put(f'{sys.argv[2]}-{n}', Stored('{}', 1, 1)) for n in range(50)]"
    )
    running = [subprocess.Popen([sys.executable, "-c", code, str(path), str(n)]) for n in range(4)]
    assert [process.wait(600) for process in running] == [0] * 4
    assert FileStore(path).stats().answers == 200


def test_the_commands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.sqlite"
    monkeypatch.setenv("NUTGRAF_CACHE", str(path))
    assert report("path") == str(path)
    assert "0 answers" in report("stats")
    assert not path.exists()
    filled(path, 20).close()
    assert "20 answers" in report("stats")
    assert "40 tokens" in report("stats")
    assert "dropped 0 answers" in report("prune", older_than_days=1)
    assert "dropped 20 answers" in report("prune", megabytes=0)
    assert "removed" in report("clear")
    assert not path.exists()
    for wrong in (("wipe", {}), ("prune", {}), ("stats", {"megabytes": 1.0}), ("prune", {"older_than_days": -1.0})):
        with pytest.raises(ConfigurationError):
            report(wrong[0], **wrong[1])
    path.write_bytes(b"no database at all, but long enough for one" * 50)
    with pytest.raises(ConfigurationError, match="nutgraf cache clear"):
        report("stats")
    assert "removed" in report("clear")
    monkeypatch.setenv("NUTGRAF_CACHE", "off")
    assert "off" in report("stats")


@pytest.mark.parametrize("action", ["stats", "clear", "prune"])
def test_a_folder_is_no_cache_and_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, action: str) -> None:
    monkeypatch.setenv("NUTGRAF_CACHE", str(tmp_path))
    with pytest.raises(ConfigurationError, match="is a folder: let NUTGRAF_CACHE name a file in it"):
        report(action, megabytes=1.0 if action == "prune" else None)


def test_the_command_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    from nutgraf.cli import _run

    monkeypatch.setenv("NUTGRAF_CACHE", str(tmp_path / "a.sqlite"))
    filled(tmp_path / "a.sqlite", 3).close()
    for arguments, code, said in (
        (["cache"], 0, "3 answers"),
        (["cache", "prune", "--size", "0"], 0, "dropped 3 answers"),
        (["cache", "clear"], 0, "removed"),
        (["cache", "wipe"], 2, "stats, prune, clear or path"),
    ):
        monkeypatch.setattr(sys, "argv", ["nutgraf", *arguments])
        assert _run() == code
        printed = capsys.readouterr()
        assert said in printed.out + printed.err


@pytest.mark.parametrize("value", ["many", b"x", 1e300, -5, 10**12])
@pytest.mark.parametrize("column", ["prompt_tokens", "completion_tokens"])
def test_a_row_that_holds_no_count_is_no_answer(tmp_path: Path, column: str, value: object) -> None:
    path = tmp_path / "a.sqlite"
    Cache(path).put("k", ANSWER)
    with sqlite3.connect(path) as connection:
        connection.execute(f"UPDATE answers SET {column} = ?", (value,))
    connection.close()
    cache = Cache(path, max_age=1e9)
    assert cache.get("k") is None
    cache.put("k", ANSWER)
    assert cache.get("k") == ANSWER


@pytest.mark.parametrize("given", [{"raw": "x"}, Stored("x", 1, "1"), Stored(b"x", 1, 1), "x", 5])  # type: ignore[arg-type]
def test_what_a_store_of_ones_own_gives_is_looked_at_too(given: object) -> None:
    class Odd:
        def get(self, _name: str) -> object:
            return given

        def put(self, _name: str, _answer: Stored) -> None: ...

    assert Cache(Odd()).get("k") is None  # type: ignore[arg-type]


@pytest.mark.parametrize("stored", [10**15, -(10**15), "soon", 0])
def test_a_clock_that_jumped_breaks_no_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stored: object) -> None:
    path = tmp_path / "a.sqlite"
    monkeypatch.setenv("NUTGRAF_CACHE", str(path))
    Cache(path).put("k", ANSWER)
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE answers SET stored = ?", (stored,))
    connection.close()
    assert "1 answer," in report("stats")
    assert report("prune", older_than_days=1).startswith("dropped")


def test_a_link_in_its_place_is_not_followed(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    theirs = tmp_path / "theirs"
    theirs.write_text("theirs")
    theirs.chmod(0o644)
    link = tmp_path / "a.sqlite"
    link.symlink_to(theirs)
    cache = Cache(link)
    cache.put("k", ANSWER)
    assert cache.get("k") is None
    assert (theirs.read_text(), stat.S_IMODE(theirs.stat().st_mode)) == ("theirs", 0o644)
    assert "symbolic link" in caplog.text
