"""`nutgraf stories`, `diff` and `evaluate`: what they write, what they refuse, how they end."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from loopback import Told, completion, failure, serving
from nutgraf import cli
from nutgraf.results import Evaluation, Revision
from nutgraf.telling import Briefs
from nutgraf.telling.stories import Stories

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])
BRIEFS = Path(__file__).parents[2] / "examples" / "stories" / "briefs.jsonl"


def run(monkeypatch: pytest.MonkeyPatch, *arguments: object) -> int:
    monkeypatch.setattr("sys.argv", ["nutgraf", *map(str, arguments)])
    return cli._run()


def test_stories_in_every_form(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("s.html", "s.jsonl", "s.csv", "s.parquet"):
        assert run(monkeypatch, "stories", BRIEFS, "-o", tmp_path / name) == 0
    assert len(Stories.load(tmp_path / "s.jsonl")) == 4
    assert (tmp_path / "s.html").read_text("utf-8").startswith("<!doctype html>")
    assert len((tmp_path / "s.csv").read_text("utf-8").splitlines()) == 17
    from pyarrow import parquet

    assert parquet.read_table(tmp_path / "s.parquet").num_rows == 16


def test_stories_from_standard_input_as_rows_of_a_table(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    import io

    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(BRIEFS.read_bytes()), "utf-8"))
    assert run(monkeypatch, "stories", "-", "--table", "conflicts", "--format", "jsonl") == 0
    rows = [json.loads(line) for line in capfd.readouterr().out.splitlines()]
    assert {row["kind"] for row in rows} == {"quantity", "speaker", "status"}


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("--format", "pdf"), 2, "it is one of html, jsonl, csv, parquet"),
        (("--table", "x"), 2, "no table 'x'"),
        (("--table", "quotes", "-o", "x.html"), 2, "a page shows all of them"),
        (("--base-url", "http://127.0.0.1:1"), 2, "name it with --model"),
    ],
)
def test_stories_refuses_what_can_not_be_before_anything_is_read(
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    arguments: tuple[str, ...],
    code: int,
    message: str,
) -> None:
    assert run(monkeypatch, "stories", BRIEFS, *arguments) == code
    assert message in capfd.readouterr().err


def test_a_line_that_is_no_brief_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    torn = tmp_path / "torn.jsonl"
    torn.write_text(BRIEFS.read_text("utf-8") + '{"article": 1}\n', "utf-8")
    assert run(monkeypatch, "stories", torn) == 3
    assert f"{torn}:17" in capfd.readouterr().err
    assert run(monkeypatch, "stories", tmp_path / "none.jsonl") == 3


def test_pairs_that_were_not_judged_are_an_exit_code(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    with serving(lambda _body, _number: completion("none")) as server:
        code = run(monkeypatch, "stories", BRIEFS, "--model", "m", "--base-url", server.base_url, "--no-cache")
    assert code == 5
    assert "left to the rules" in capfd.readouterr().out


def empty(_body: dict[str, Any], _number: int) -> Told:
    return completion(json.dumps({"quotes": [], "events": [], "summary": [], "topics": []}))


def test_diff_of_articles_briefs_and_with_a_model(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    brief = Briefs.load(BRIEFS)[0]
    (tmp_path / "old.json").write_text(brief.model_dump_json(), "utf-8")
    (tmp_path / "new.txt").write_text(brief.article.text.replace("71", "72"), "utf-8")
    assert run(monkeypatch, "diff", tmp_path / "old.json", tmp_path / "new.txt", "--json") == 0
    found = Revision.model_validate_json(capfd.readouterr().out)
    assert [one.change for one in found.sentences] == ["altered"]
    with serving(empty) as server:
        code = run(
            monkeypatch, "diff", tmp_path / "old.json", tmp_path / "new.txt", "--published", "2026-02-03",
            "--model", "m", "--base-url", server.base_url, "-o", tmp_path / "page.html",
        )  # fmt: skip
    assert code == 0
    assert len(server.requests) == 1
    assert "asked about 1 of" in (tmp_path / "page.html").read_text("utf-8")


def test_diff_refuses_many_briefs_and_an_endpoint_without_a_model(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text("The port of Bergen reopened on Friday.", "utf-8")
    assert run(monkeypatch, "diff", BRIEFS, tmp_path / "a.txt") == 3
    assert "holds 16 briefs" in capfd.readouterr().err
    assert run(monkeypatch, "diff", tmp_path / "a.txt", tmp_path / "a.txt", "--base-url", "http://127.0.0.1:1") == 2


def test_evaluate_saved_briefs_and_those_of_a_model(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "evaluate", BRIEFS, BRIEFS, "--json") == 0
    found = Evaluation.model_validate_json(capfd.readouterr().out)
    assert found["events"].rates.f1 == 1.0
    with serving(empty) as server:
        code = run(
            monkeypatch, "evaluate", BRIEFS, "--model", "m", "--base-url", server.base_url, "--no-cache", "--slips", "1",
            "-o", tmp_path / "page.html",
        )  # fmt: skip
    assert code == 0
    assert "missed" in (tmp_path / "page.html").read_text("utf-8")
    assert run(monkeypatch, "evaluate", BRIEFS, BRIEFS, "--model", "m") == 2
    assert "not both" in capfd.readouterr().err


def test_evaluate_ends_with_the_models_failure(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    from nutgraf.asking.line.patience import Patience

    monkeypatch.setattr("nutgraf.desk.PATIENCE", Patience(attempts=1, first_wait=0.001, longest_wait=0.01))
    gold = tmp_path / "gold.jsonl"
    gold.write_text(BRIEFS.read_text("utf-8").splitlines()[0] + "\n", "utf-8")
    with serving(lambda _body, _number: failure(500)) as server:
        code = run(monkeypatch, "evaluate", gold, "--model", "m", "--base-url", server.base_url, "--no-cache")
    assert code == 4
    shown = capfd.readouterr()
    assert "no brief of ferry-1" in shown.out


@pytest.mark.parametrize(
    "arguments",
    [
        ("stories", "{}", "-o", "{}"),
        ("export", "{}", "--table", "quotes", "-o", "{}"),
        ("report", "{}", "-o", "{}"),
        ("diff", "{}", "{}", "-o", "{}"),
        ("evaluate", "{}", "{}", "-o", "{}"),
        ("check", "{}", "{}", "-o", "{}"),
        ("summarize", "{}", "-o", "{}", "--model", "m", "--base-url", "http://127.0.0.1:9/v1"),
    ],
    ids=lambda given: given[0],
)
def test_no_command_writes_over_what_it_reads(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    name = tmp_path / ("briefs.html" if arguments[0] not in ("stories", "export") else "briefs.jsonl")
    name.write_bytes(Path(BRIEFS).read_bytes())
    assert run(monkeypatch, *(str(name) if given == "{}" else given for given in arguments)) == 2
    assert "would be written over" in capsys.readouterr().err
    assert name.read_bytes() == Path(BRIEFS).read_bytes()


def test_read_of_a_table_says_that_it_holds_many(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "day.csv"
    table.write_text("title,text\nFire,The mill burned down on Monday.\nFlood,The river rose on Monday.\n")
    assert run(monkeypatch, "read", table) == 3
    assert "holds many articles" in capsys.readouterr().err
