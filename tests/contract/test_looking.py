"""`nutgraf report` and `nutgraf export`: pages and tables from saved briefs, or pages of articles at once."""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

import nutgraf
from loopback import completion, serving
from nutgraf import cli
from nutgraf.telling import Briefs
from told import HARD, empty, full

EMPTY = json.dumps({"quotes": [], "events": [], "summary": []})
TEXT = "The port reopened on Friday. “We are back,” said Kari Holm."


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes], tmp_path: Path) -> Any:
    monkeypatch.chdir(tmp_path)

    def runner(*arguments: str, stdin: str = "") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["nutgraf", *arguments])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
        code = cli._run()
        told = capsysbinary.readouterr()
        return code, told.out.decode(), told.err.decode()

    (tmp_path / "one.jsonl").write_text(Briefs([empty()]).to_jsonl())
    (tmp_path / "many.jsonl").write_text(Briefs(HARD.values()).to_jsonl())
    (tmp_path / "story.txt").write_text(TEXT)
    return runner


def test_one_brief_is_its_page_and_many_are_an_index(run: Any, tmp_path: Path) -> None:
    assert run("report", "one.jsonl", "-o", "one.html") == (0, "", "")
    assert (tmp_path / "one.html").read_text("utf-8") == empty().to_html()
    assert run("report", "one.jsonl", "many.jsonl", "-o", "many.html", "--title", "All of it")[0] == 0
    page = (tmp_path / "many.html").read_text("utf-8")
    assert '<h1 dir="auto">All of it</h1>' in page
    assert page.count('-packed">') == 1 + len(HARD)


def test_a_report_reads_a_pipe_and_writes_one(run: Any) -> None:
    code, out, _ = run("report", "-", "-o", "-", stdin=Briefs([empty()]).to_jsonl())
    assert (code, out) == (0, empty().to_html())


@pytest.mark.block_network(allowed_hosts=["127.0.0.1"])
def test_articles_are_summarized_and_what_fails_is_named_in_the_page(run: Any, tmp_path: Path) -> None:
    with serving(lambda _body, _n: completion(EMPTY)) as server:
        asked = ("--model", "m", "--base-url", server.base_url)
        assert run("report", "story.txt", *asked, "-o", "story.html")[0] == 0
        code, _, said = run("report", "story.txt", "missing.txt", "one.jsonl", *asked, "-o", "mixed.html")
    assert "Kari Holm" in (tmp_path / "story.html").read_text("utf-8")
    assert code == 3
    assert "missing.txt" in said
    mixed = (tmp_path / "mixed.html").read_text("utf-8")
    assert "1 article gave no brief" in mixed
    assert mixed.count('-packed">') == 2


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["report", "story.txt", "-o", "x.html"], 2, "no model named"),
        (["report", "one.jsonl"], 2, "--output"),
        (["report", "one.jsonl", "-o", "no/such/folder/x.html"], 2, "there is no folder no/such/folder"),
        (["report", "one.jsonl", "-o", "x.pdf"], 2, "nutgraf writes no .pdf"),
        (["report", "missing.jsonl", "-o", "x.html"], 3, "no such file"),
        (["export", "missing.jsonl"], 3, "missing.jsonl: no such file"),
        (["stories", "missing.jsonl"], 3, "missing.jsonl: no such file; the working directory is"),
        (["evaluate", "missing.jsonl", "one.jsonl"], 3, "missing.jsonl: no such file; the working directory is"),
        (["stories", "."], 3, ".: this is a folder; name a file in it"),
        (["verify", "story.txt", "."], 3, ".: this is a folder; name a file in it"),
        (["export", "one.jsonl", "-o", "e.xlsx"], 2, "e.xlsx: nutgraf writes no .xlsx; let the name end in .csv"),
        (["stories", "one.jsonl", "-o", "e.xlsx"], 2, "nutgraf writes no .xlsx"),
        (["check", "story.txt", "story.txt", "-o", "e.pdf"], 2, "nutgraf writes no .pdf"),
        (["summarize", "story.txt", "-o", "e.pdf"], 2, "nutgraf writes no .pdf"),
        (["summarize", "story.txt", "-o", "-"], 2, "--json prints"),
        (["summarize", "story.txt", "-o", "no/e.md"], 2, "there is no folder no"),
        (["report", "-", "-o", "x.html"], 3, "this is no brief"),
        (["export", "story.txt"], 2, "summarize story.txt --json"),
        (["export", "one.jsonl", "--table", "quote"], 2, "there are articles, quotes"),
        (["export", "one.jsonl", "--format", "xlsx"], 2, "csv, jsonl, parquet, jsonld"),
    ],
)
def test_what_can_not_be_done_is_one_message_with_the_remedy(
    run: Any, arguments: list[str], code: int, said: str
) -> None:
    got, out, err = run(*arguments, stdin='{"text": "no brief"}\n')
    assert got == code
    assert said in err
    assert out == ""


def test_tables_go_to_standard_output_or_to_the_format_of_the_files_name(run: Any, tmp_path: Path) -> None:
    code, out, _ = run("export", "many.jsonl")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert (code, len(rows)) == (0, sum(len(brief.quotes) for brief in HARD.values()))
    assert run("export", "many.jsonl", "--table", "events", "-o", "events.jsonl")[0] == 0
    events = [json.loads(line) for line in (tmp_path / "events.jsonl").read_text("utf-8").splitlines()]
    assert len(events) == sum(len(brief.events) for brief in HARD.values())
    assert run("export", "many.jsonl", "-o", "all.jsonld")[0] == 0
    assert [node["@type"] for node in json.loads((tmp_path / "all.jsonld").read_text("utf-8"))] == [
        "NewsArticle"
    ] * len(HARD)


def test_a_file_with_passes_and_fields_of_ones_own_needs_no_class(run: Any, tmp_path: Path) -> None:
    brief = full()
    (tmp_path / "own.jsonl").write_text(Briefs([brief, brief]).to_jsonl())
    code, out, _ = run("export", "own.jsonl", "--table", "figures", "--format", "jsonl")
    assert code == 0
    assert [row["value"] for row in map(json.loads, out.splitlines())] == [40, 40]
    code, out, _ = run("export", "own.jsonl", "--table", "events")
    assert (code, next(csv.DictReader(io.StringIO(out)))["weapon"]) == (0, "drone")
    assert run("report", "own.jsonl", "-o", "own.html")[0] == 0
    assert run("stories", "own.jsonl", "-o", "own-stories.jsonl")[0] == 0


@pytest.mark.block_network(allowed_hosts=["127.0.0.1"])
def test_a_brief_goes_into_the_file_that_is_named(run: Any, tmp_path: Path) -> None:
    with serving(lambda _body, _n: completion(EMPTY)) as server:
        asked = ("--model", "m", "--base-url", server.base_url, "--published", "2026-03-12")
        assert run("summarize", "story.txt", *asked, "-o", "a.html") == (0, "", "nutgraf: 1 brief in a.html\n")
        assert run("summarize", "story.txt", *asked, "-o", "a.md")[0] == 0
        assert run("summarize", "story.txt", *asked, "-o", "a.json")[0] == 0
        code, _, said = run("summarize", "story.txt", "gone.txt", "story.txt", *asked, "-o", "b.html")
        assert run("summarize", "gone.txt", *asked, "-o", "c.html")[0] == 3
    assert (tmp_path / "a.html").read_text("utf-8").startswith("<!doctype html>")
    assert "Kari Holm" in (tmp_path / "a.md").read_text("utf-8")
    assert nutgraf.Brief.load(tmp_path / "a.json").article.text == TEXT
    assert code == 3
    assert "gone.txt" in said
    assert "1 article gave no brief" in (tmp_path / "b.html").read_text("utf-8")
    assert not (tmp_path / "c.html").exists()
