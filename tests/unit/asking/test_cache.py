"""Answers on disk: found again, by no secret, and never in the way."""

import stat
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.asking.cache.answers import Cache, key, open_cache
from nutgraf.asking.cache.stored import Stored

ANSWER = Stored('{"quotes": []}', 10, 5)


def test_an_answer_is_found_again_by_another_process(tmp_path: Path) -> None:
    path = tmp_path / "c" / "answers.sqlite"
    Cache(path).put("k", ANSWER)
    code = f"from nutgraf.asking.cache.answers import Cache; from pathlib import Path; print(Cache(Path({str(path)!r})).get('k').raw)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ANSWER.raw


def test_a_later_answer_replaces_an_earlier_one(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "a.sqlite")
    cache.put("k", ANSWER)
    cache.put("k", Stored("{}", 1, 1))
    assert cache.get("k") == Stored("{}", 1, 1)


def test_nobody_else_can_read_it(tmp_path: Path) -> None:
    path = tmp_path / "own" / "answers.sqlite"
    Cache(path).put("k", ANSWER)
    for file in path.parent.iterdir():
        assert stat.S_IMODE(file.stat().st_mode) & 0o077 == 0, file.name
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize("content", [b"not a database, but long enough to be taken for one" * 100, b""])
def test_a_corrupt_file_costs_speed_and_one_warning(
    tmp_path: Path, content: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "answers.sqlite"
    path.write_bytes(content)
    cache = Cache(path)
    cache.put("k", ANSWER)
    assert cache.get("k") in (None, ANSWER)
    cache.put("k2", ANSWER)
    assert len(caplog.records) == (1 if content else 0)


def test_a_folder_in_its_place_costs_speed_alone(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put("k", ANSWER)
    assert cache.get("k") is None


def test_no_cache_is_none() -> None:
    assert open_cache(None) is None


@given(st.dictionaries(st.text(), st.text() | st.integers() | st.none()), st.text())
def test_any_change_of_what_shapes_the_answer_changes_the_key(parts: dict[str, object], more: str) -> None:
    assert key(parts) == key(dict(reversed(parts.items())))
    changed = {**parts, "text": f"{parts.get('text')}{more}x"}
    assert key(parts) != key(changed)
