"""What failed stays in the file of failures until it is run again: a run over other inputs settles nothing of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from misbehaving import Misbehaving, answer, rule, status
from nutgraf.article import read_many
from nutgraf.errors import ArticleError
from nutgraf.scaling.inputs import articles_in
from nutgraf.scaling.run import run
from running import command, desk, failures, folder_of, keys, ran, text, write

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])


def two_folders(tmp_path: Path) -> tuple[Path, Path]:
    """Monday's, in which one file is empty, and Tuesday's."""
    monday, tuesday = folder_of(tmp_path / "monday", 2), folder_of(tmp_path / "tuesday", 1)
    (tuesday / "0.txt").write_text(text(5))
    (monday / "empty.txt").write_text("")
    return monday, tuesday


def test_a_run_over_another_folder_forgets_no_failure(server: Misbehaving, tmp_path: Path) -> None:
    (monday, tuesday), out = two_folders(tmp_path), tmp_path / "out.jsonl"
    server.script(rule(status(503), when="number 1,"))
    assert ran(server, monday, out).failed == 2
    before = failures(out)
    assert before == {"monday/1.txt": ("ModelUnavailable", False), "monday/empty.txt": ("ArticleError", False)}
    server.script()
    report = ran(server, tuesday, out)
    assert (report.written, report.failed, report.unreadable) == (1, 2, 1)
    assert failures(out) == before
    report = ran(server, monday, out)
    assert (report.written, report.failed, report.unreadable) == (1, 1, 1)
    assert failures(out).keys() == {"monday/empty.txt"}
    (monday / "empty.txt").write_text(text(9))
    report = ran(server, monday, out)
    assert (report.written, report.failed) == (1, 0)
    assert not (tmp_path / "out.failed.jsonl").exists()
    assert keys(out) == ["monday/0.txt", "monday/1.txt", "monday/empty.txt", "tuesday/0.txt"]


def test_what_fails_again_stands_there_once_with_its_last_reason(server: Misbehaving, tmp_path: Path) -> None:
    source, out = write(tmp_path / "in.jsonl", 2, "nonsense"), tmp_path / "out.jsonl"
    for broken in (status(503), answer(None, refusal="I won't")):
        server.script(rule(broken, when="number 1,"))
        assert ran(server, source, out).failed == 2
    lines = [json.loads(line) for line in (tmp_path / "out.failed.jsonl").read_text().splitlines()]
    assert sorted((line["key"], line["error"]) for line in lines) == [
        ("a1", "ModelRefused"),
        ("in.jsonl:3", "ArticleError"),
    ]


def test_a_run_that_ends_early_settles_only_what_it_came_to(server: Misbehaving, tmp_path: Path) -> None:
    news, out = folder_of(tmp_path / "news", 3), tmp_path / "out.jsonl"
    for name in ("a", "z"):
        (news / f"{name}.txt").write_text("")
    server.script(rule(status(503), when="number 0,"), rule(status(503), when="number 2,"))
    assert ran(server, news, out).failed == 4
    (news / "a.txt").write_text(text(7))
    (news / "z.txt").write_text(text(8))
    server.script()
    report = ran(server, news, out, limit=1, ordered=True)
    assert (report.written, report.failed) == (1, 3)
    assert failures(out).keys() == {"news/2.txt", "news/a.txt", "news/z.txt"}
    assert ran(server, news, out).failed == 0


def test_a_file_that_is_gone_from_its_folder_is_no_failure_of_it(server: Misbehaving, tmp_path: Path) -> None:
    (monday, tuesday), out = two_folders(tmp_path), tmp_path / "out.jsonl"
    ran(server, monday, out)
    (monday / "empty.txt").unlink()
    assert ran(server, tuesday, out).failed == 1
    assert ran(server, Path(f"{tmp_path}/tues*/*.txt"), out).failed == 1
    assert ran(server, Path(f"{tmp_path}/mon*/*.txt"), out).failed == 0


def test_rows_of_the_same_number_in_another_table_fail_for_themselves(server: Misbehaving, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    for day, first in (("monday", 1), ("tuesday", 3)):
        (tmp_path / f"{day}.csv").write_text(f'id,text\n1,"{text(first)}"\n2,"{text(first + 1)}"\n')
    server.script(rule(answer(None, refusal="no"), when="number 1,"))
    ran(server, tmp_path / "monday.csv", out)
    report = ran(server, tmp_path / "tuesday.csv", out)
    assert (report.written, report.failed) == (2, 1)
    assert failures(out) == {"1": ("ModelRefused", True)}


def test_articles_of_ones_own_settle_what_they_name(server: Misbehaving, tmp_path: Path) -> None:
    """Nobody knows what else a generator would have read: what it does not come to stays."""
    (monday, tuesday), out = two_folders(tmp_path), tmp_path / "out.jsonl"
    with desk(server) as made:
        assert run(made, read_many(monday, errors="yield"), out).failed == 1
    with desk(server) as made:
        assert run(made, read_many(tuesday, errors="yield"), out).failed == 1
    (monday / "empty.txt").write_text(text(9))
    with desk(server) as made:
        assert run(made, read_many(monday, errors="yield"), out).failed == 0
    for failed in (2, 1):
        with desk(server) as made:
            assert run(made, [ArticleError("no text") for _ in range(failed)], out).failed == failed


def test_a_failure_is_known_from_another_working_directory(
    server: Misbehaving, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (monday, tuesday), out = two_folders(tmp_path), tmp_path / "out.jsonl"
    monkeypatch.chdir(monday)
    assert ran(server, Path("empty.txt"), out).failed == 1
    monkeypatch.chdir(tuesday)
    assert ran(server, Path("../monday/empty.txt"), out).failed == 1
    assert failures(out).keys() == {"monday/empty.txt"}
    (monday / "empty.txt").write_text(text(4))
    assert ran(server, Path("../monday/empty.txt"), out).failed == 0


def test_lines_on_standard_input_are_of_the_last_that_was_read(server: Misbehaving, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    for lines, code in (("nonsense\n", 3), (json.dumps({"text": text(1)}) + "\n", 0)):
        (tmp_path / "lines").write_text(lines)
        with (tmp_path / "lines").open() as file:
            running = command(server, tmp_path, "-", "-o", out, stdin=file)
        running.communicate(timeout=120)
        assert running.returncode == code


def test_inputs_know_which_files_are_theirs(tmp_path: Path) -> None:
    monday, tuesday = two_folders(tmp_path)
    found = articles_in([str(monday), str(tuesday / "0.txt")])
    assert found.covers(str(monday / "deep" / "gone.txt"))
    assert found.covers(str(tuesday / "0.txt"))
    assert not found.covers(str(tuesday / "1.txt"))
    assert not found.covers(f"{monday}s.txt")
    assert not found.covers("-")
