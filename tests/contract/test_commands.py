"""Commands in this process: exit codes and messages that need a terminal, a signal or a broken pipe to be seen."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from batch_server import BatchServer, serving_batches
from loopback import completion, failure, serving
from nutgraf import cli
from nutgraf.asking.local import embedded as local
from nutgraf.commands import run as run_command
from nutgraf.errors import ModelUnavailable
from nutgraf.scaling.run import Report

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])
EMPTY = json.dumps({"quotes": [], "events": [], "summary": []})
TEXT = "The port reopened on Friday. “We are back,” said Kari Holm."
NOWHERE = ("--model", "m", "--base-url", "http://127.0.0.1:9/v1")


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes], tmp_path: Path) -> Any:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "story.txt").write_text(TEXT)
    (tmp_path / "many.jsonl").write_text(
        "".join(json.dumps({"key": f"a{n}", "text": f"{n}. {TEXT}"}) + "\n" for n in range(3))
    )

    def runner(*arguments: str, stdin: bytes = b"", terminal: bool = False) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.stderr.isatty", lambda: terminal)
        monkeypatch.setenv("TERM", "xterm")
        monkeypatch.setattr(sys, "argv", ["nutgraf", *arguments])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        with pytest.raises(SystemExit) as ended:
            cli.main()
        told = capsysbinary.readouterr()
        return int(ended.value.code or 0), told.out.decode(), told.err.decode()

    return runner


@pytest.fixture
def base_url() -> Iterator[str]:
    with serving(lambda _body, _n: completion(EMPTY)) as server:
        yield server.base_url


@pytest.mark.parametrize("command", [("verify", "note.md", "said.txt"), ("read", "note.md")])
def test_every_command_shows_what_the_library_warns_of(run: Any, command: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "note.md").write_text(f"---\ndate: next \x1b[31mweek\n---\n{TEXT}\n")
    (tmp_path / "said.txt").write_text("We are back,\n")
    code, _, complaint = run(*command)
    assert code == 0
    assert "nutgraf: note.md: the date" in complaint
    assert "\x1b" not in complaint


# nutgraf model --------------------------------------------------------------------------------------------------------


def test_the_embedded_model_is_looked_at_and_stopped(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local, "status_lines", lambda: ["model   tiny", "server  not running"])
    assert run("model") == (0, "model   tiny\nserver  not running\n", "")
    for count, said in ((0, "no server was running\n"), (1, "stopped 1 server\n"), (2, "stopped 2 servers\n")):
        monkeypatch.setattr(local, "stop", lambda count=count: count)
        assert run("model", "stop") == (0, said, "")
    assert run("model", "start") == (2, "", "nutgraf: nutgraf model start: it is status or stop\n")


# What ends a command --------------------------------------------------------------------------------------------------


def test_ctrl_c_before_anything_was_answered(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted() -> list[str]:
        raise KeyboardInterrupt

    monkeypatch.setattr(local, "status_lines", interrupted)
    code, out, err = run("model")
    assert (code, out) == (130, "")
    assert "running it again is cheaper" in err


def test_an_error_that_is_no_ones_is_not_hidden(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> list[str]:
        raise ZeroDivisionError

    monkeypatch.setattr(local, "status_lines", broken)
    with pytest.raises(ZeroDivisionError):
        run("model")


def test_standard_input_that_is_no_utf_8_is_told_by_its_byte(run: Any) -> None:
    code, out, err = run("summarize", "-", *NOWHERE, stdin=b"Caf\xe9 closed.")
    assert (code, out) == (3, "")
    assert "standard input: not UTF-8 (byte 3); name its encoding" in err
    assert "--encoding windows-1252" in err


def brief_of(out: str) -> dict[str, Any]:
    return json.loads(out)["article"]


def test_title_date_and_encoding_are_taken_from_who_knows_them(run: Any, base_url: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Es regnete in Köln am Freitag.".encode("cp1252"))
    at = ("--model", "m", "--base-url", base_url, "--no-cache", "--json")
    options = ("--title", "Regen", "--published", "2026-03-12", "--encoding", "windows-1252")
    code, out, _ = run("summarize", "a.txt", *options, *at)
    made = brief_of(out)
    assert (code, made["text"]) == (0, "Es regnete in Köln am Freitag.")
    assert (made["title"], made["published"]) == ("Regen", "2026-03-12")
    code, out, _ = run("summarize", "-", *options, *at, stdin=(tmp_path / "a.txt").read_bytes())
    assert (code, brief_of(out)["title"], brief_of(out)["text"]) == (0, "Regen", made["text"])


def test_a_headline_on_standard_input_is_the_title(run: Any, base_url: str) -> None:
    story = f"Port reopens after strike\n\n{TEXT}\n"
    _, out, _ = run(
        "summarize", "-", "--model", "m", "--base-url", base_url, "--no-cache", "--json", stdin=story.encode()
    )
    assert (brief_of(out)["title"], brief_of(out)["text"]) == ("Port reopens after strike", story)


@pytest.mark.parametrize("inputs", [("story.txt", "many.jsonl"), ("many.jsonl",), (".",)])
def test_a_title_is_for_one_article(run: Any, inputs: tuple[str, ...]) -> None:
    code, _, err = run("summarize", *inputs, "--title", "T", *NOWHERE)
    assert code == 2
    assert "--title is for one article" in err


def test_a_table_is_summarized_row_by_row_with_the_date_for_those_that_have_none(
    run: Any, base_url: str, tmp_path: Path
) -> None:
    (tmp_path / "a.csv").write_text(f'text,date\n"{TEXT}",2026-01-02\n"More. {TEXT}",\n', "utf-8")
    _, out, _ = run(
        "summarize",
        "a.csv",
        "--published",
        "2026-03-12",
        "--model",
        "m",
        "--base-url",
        base_url,
        "--no-cache",
        "--json",
    )
    assert [brief_of(line)["published"] for line in out.splitlines()] == ["2026-01-02", "2026-03-12"]


def test_a_run_takes_a_date_and_an_encoding_and_refuses_what_is_none(run: Any, base_url: str, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_bytes("Es regnete in Köln am Freitag.".encode("cp1252"))
    at = ("--model", "m", "--base-url", base_url, "--no-cache", "-o", "b.jsonl")
    code, _, _ = run("run", "in", "--published", "2026-03-12", "--encoding", "windows-1252", *at)
    made = brief_of((tmp_path / "b.jsonl").read_text("utf-8"))
    assert (code, made["text"], made["published"]) == (0, "Es regnete in Köln am Freitag.", "2026-03-12")
    for wrong, said in ((("--published", "soon"), "no ISO 8601 date"), (("--encoding", "klingon"), "no encoding")):
        code, _, err = run("run", "in", *wrong, *at)
        assert code == 2
        assert said in err


@pytest.mark.parametrize(
    "arguments",
    [
        ("summarize", "a.txt"),
        ("run", "a.txt", "-o", "b.jsonl"),
        ("batch", "submit", "a.txt", "-o", "b.jsonl"),
        ("read", "a.txt"),
        ("check", "a.txt", "a.txt"),
        ("diff", "a.txt", "a.txt"),
    ],
    ids=lambda arguments: arguments[0],
)
def test_a_date_that_is_none_is_wrong_usage_of_every_command(
    run: Any, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    (tmp_path / "a.txt").write_text("It rained on Friday.", "utf-8")
    code, out, err = run(*arguments, "--published", "soon")
    assert (code, out) == (2, "")
    assert "--published: 'soon' is no ISO 8601 date; write it like 2026-11-23" in err


@pytest.mark.parametrize(
    "arguments",
    [
        ("summarize", "a.txt", "-o", "no/b.html"),
        ("run", "a.txt", "-o", "no/b.jsonl"),
        ("run", "a.txt", "-o", "no/b.jsonl", "--dry-run"),
        ("check", "a.txt", "a.txt", "-o", "no/b.html"),
        ("diff", "a.txt", "a.txt", "-o", "no/b.html"),
    ],
    ids=" ".join,
)
def test_a_folder_that_is_missing_is_told_alike_by_every_command(
    run: Any, base_url: str, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    (tmp_path / "a.txt").write_text("It rained on Friday.", "utf-8")
    at = ("--model", "m", "--base-url", base_url) if arguments[0] in ("run", "summarize") else ()
    code, _, err = run(*arguments, *at)
    assert code == 2
    assert f"{arguments[arguments.index('-o') + 1]}: there is no folder no; make it (mkdir -p no), or name" in err


@pytest.mark.parametrize(
    "arguments",
    [("summarize", "story.txt", *NOWHERE), ("run", "story.txt", *NOWHERE, "--dry-run"), ("check", "story.txt", "-")],
)
def test_a_folder_that_may_not_be_written_is_told_before_anything_is_read_or_asked(
    run: Any, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.setattr("os.access", lambda _path, _mode: False)
    out = "out.html" if arguments[0] == "check" else "out.jsonl"
    code, _, err = run(*arguments, "-o", out)
    assert (code, err) == (2, f"nutgraf: {out}: can't be written: Permission denied; name another file\n")


def test_a_price_that_nobody_knows_is_told_with_what_the_command_has(run: Any, base_url: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("It rained on Friday.", "utf-8")
    code, _, err = run("run", "a.txt", "-o", "b.jsonl", "--budget-usd", "1", "--model", "m", "--base-url", base_url)
    assert code == 2
    assert "leave --budget-usd out (run --limit N begins no more than N articles)" in err


@pytest.mark.parametrize("arguments", [("run", "-o", "b.jsonl"), ("summarize",), ("summarize", "-o", "b.html")])
def test_articles_without_a_date_are_told_once_with_the_remedy(
    run: Any, base_url: str, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    (tmp_path / "in").mkdir()
    for n, text in enumerate(("It rained.", "It rained on Friday.", "It snowed on Friday.")):
        (tmp_path / "in" / f"{n}.txt").write_text(text, "utf-8")
    command, *output = arguments
    line = (command, "in", *output, "--model", "m", "--base-url", base_url, "--no-cache")
    told = "3 articles have no publication date, so “Friday” can’t be resolved; give it: --published 2026-11-23\n"
    assert run(*line)[2].count(told) == 1
    code, _, err = run(*line, "--published", "2026-03-12")
    assert code == 0
    assert "publication date" not in err
    if command == "run":
        assert "3 of an earlier text replaced" in err


def test_verify_takes_one_article_and_says_so(run: Any, tmp_path: Path) -> None:
    (tmp_path / "q.txt").write_text("We are back\n", "utf-8")
    (tmp_path / "none").mkdir()
    for name, said in (("many.jsonl", "many.jsonl: holds many articles"), ("none", "in this folder")):
        code, _, err = run("verify", name, "q.txt")
        assert code == 3
        assert said in err


def test_read_asks_for_the_date_that_relative_times_are_counted_from(run: Any, tmp_path: Path) -> None:
    told = "nutgraf: the article has no publication date, so “Friday” can’t be resolved; give it: --published"
    (tmp_path / "a.txt").write_text("The port reopened on Friday, said Kari Holm. It was built in 1986.")
    (tmp_path / "b.txt").write_text("The port was built in 1986, said Kari Holm.")
    for line, hinted in ((("a.txt",), True), (("a.txt", "--published", "2026-03-02"), False), (("b.txt",), False)):
        code, said, complaint = run("read", *line)
        assert code == 0
        assert "Kari Holm" in said
        assert (told in complaint) is hinted


def test_verify_reads_an_article_in_its_encoding(run: Any, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("„Es regnet“, sagte Jörg.".encode("cp1252"))
    (tmp_path / "q.txt").write_text("Es regnet\n", "utf-8")
    assert run("verify", "a.txt", "q.txt", "--encoding", "windows-1252")[0] == 0


def test_a_file_of_briefs_that_is_no_utf_8_is_told(run: Any, tmp_path: Path) -> None:
    (tmp_path / "b.jsonl").write_bytes(b'{"article": "\xff"}')
    code, _, err = run("report", "b.jsonl", "-o", "b.html")
    assert code == 3
    assert "b.jsonl: can't be read: not UTF-8" in err


def test_a_report_of_articles_that_gave_nothing_names_each_and_has_the_code(run: Any, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    code, _, err = run("report", "empty.txt", *NOWHERE, "-o", "none.html")
    assert code == 3
    assert "empty" in err


def test_a_report_ends_at_an_endpoint_that_refuses_whatever_it_is_asked(run: Any, tmp_path: Path) -> None:
    code, _, err = run("report", "story.txt", "--model", "openai/gpt-5-mini", "-o", "none.html")
    assert code == 2
    assert "OPENAI_API_KEY" in err
    assert not (tmp_path / "none.html").exists()


# What is shown in a terminal ------------------------------------------------------------------------------------------


def test_a_bar_stands_on_standard_error_alone_while_articles_are_summarized(run: Any, base_url: str) -> None:
    code, out, err = run("summarize", "story.txt", "--model", "m", "--base-url", base_url, "--json", terminal=True)
    assert code == 0
    assert json.loads(out)["complete"] is True
    assert "━" in err


def test_the_bar_of_a_run_knows_how_many_there_are(run: Any, base_url: str) -> None:
    asked = ("run", "many.jsonl", "--model", "m", "--base-url", base_url, "-o", "out.jsonl")
    code, _, err = run(*asked, "--limit", "2", terminal=True)
    assert code == 0
    assert "2 of 2 articles" in err
    code, _, err = run(*asked, terminal=True)
    assert "1 of 1 article ·" in err
    assert "1 brief written; 2 done before" in err


# nutgraf run and batch ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("report", "code"),
    [
        (Report(), 0),
        (Report(incomplete=1), 5),
        (Report(failed=2, unreadable=2), 3),
        (Report(failed=2, unreadable=1), 4),
        (Report(ended="budget"), 4),
        (Report(ended="endpoint", error=ModelUnavailable("gone")), 4),
        (Report(ended="stopped"), 130),
    ],
)
def test_the_exit_code_of_a_run_says_why_it_ended(report: Report, code: int) -> None:
    assert run_command.exit_code(report) == code


def test_a_run_against_a_server_that_is_not_there_says_so_once(run: Any, tmp_path: Path) -> None:
    code, _, err = run("run", "many.jsonl", *NOWHERE, "-o", "out.jsonl", "--no-cache")
    assert code == 4
    assert err.count("no connection to 127.0.0.1:9") == 1
    assert "is the server running, and the base URL right?" in err
    assert "run the same command again when it does" in err
    assert "3 failed; all of them stand in out.failed.jsonl" in err


def test_a_run_to_standard_output_tells_where_reasons_can_be_kept(run: Any, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    code, out, err = run("run", "empty.txt", *NOWHERE, "-o", "-")
    assert (code, out) == (3, "")
    assert "1 failed; --failures FILE keeps them" in err


def test_what_single_articles_were_not_answered_is_told_with_the_first_reason(run: Any) -> None:
    with serving(lambda _body, n: failure(503, "overloaded") if n in (1, 2, 3, 4) else completion(EMPTY)) as server:
        to = ("--model", "m", "--base-url", server.base_url, "-o", "out.jsonl", "--no-cache", "--concurrency", "1")
        code, _, err = run("run", "many.jsonl", *to)
    assert code == 4
    assert "2 briefs written" in err
    assert "1 article was not answered; run the same command again to try once more (" in err
    assert "overloaded" in err


@pytest.fixture
def provider() -> Iterator[BatchServer]:
    with serving_batches() as server:
        yield server


def test_a_batch_says_what_waits_and_what_there_is_to_do(run: Any, provider: BatchServer) -> None:
    to = ("many.jsonl", "-o", "out.jsonl", "--model", "m", "--base-url", provider.base_url)
    assert run("batch", "status", *to) == (0, "nothing is out: submit, or all is collected\n", "")
    assert run("batch", "submit", *to)[1] == "batch_1: validating, 0 of 3 done, 0 failed\n"
    code, out, err = run("batch", "collect", *to)
    assert (code, out) == (0, "batch_1: validating, 0 of 3 done, 0 failed\n")
    assert "still waiting: 3 articles; collect again later" in err
    provider.batches["batch_1"] |= {
        "status": "failed",
        "errors": {"object": "list", "data": [{"code": "token_limit_exceeded", "message": "too much waits"}]},
    }
    assert run("batch", "status", *to)[1] == "batch_1: failed, 0 of 3 done, 0 failed\n  too much waits\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("fetch",), "nutgraf batch fetch: it is submit, status or collect"),
        (("collect", "--repairs", "never"), "--repairs never: it is online or next"),
    ],
)
def test_a_batch_takes_three_actions_and_two_kinds_of_repair(run: Any, arguments: tuple[str, ...], said: str) -> None:
    action, *options = arguments
    code, out, err = run("batch", action, "many.jsonl", "-o", "out.jsonl", *NOWHERE, *options)
    assert (code, out) == (2, "")
    assert said in err
