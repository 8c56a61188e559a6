"""`nutgraf check`: what it prints and writes, and how it ends."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from checked_texts import FERRY, MILL
from loopback import completion, serving
from nutgraf import cli
from nutgraf.article import read_many
from nutgraf.results import Brief, Provenance

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])
TRUE = "Three crew members were treated for cuts. "
FALSE = "The ferry had 48 passengers on board when it ran onto the reef. "
OPEN = "A car ferry struck a reef near Vardnes early on Sunday. "


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path) -> Any:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ferry.txt").write_text(FERRY.article.text, "utf-8")
    rows = [{"text": one.article.text, "title": one.article.title, "key": one.article.key} for one in (FERRY, MILL)]
    (tmp_path / "many.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")

    def runner(draft: str, *arguments: str, stdin: str = "") -> tuple[int, str, str]:
        (tmp_path / "draft.txt").write_text(draft, "utf-8")
        monkeypatch.setattr("sys.argv", ["nutgraf", "check", "draft.txt", *arguments])
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin.encode()), "utf-8"))
        code = cli._run()
        told = capfd.readouterr()
        return code, told.out, told.err

    return runner


@pytest.mark.parametrize(
    ("draft", "options", "code"),
    [
        (TRUE, (), 0),
        (TRUE + FALSE, (), 1),
        (TRUE + OPEN, (), 0),
        (TRUE + OPEN, ("--fail-on", "open"), 1),
        (TRUE + FALSE, ("--fail-on", "open"), 1),
        (TRUE + FALSE, ("--fail-on", "never"), 0),
    ],
)
def test_the_exit_code_is_what_fail_on_says(run: Any, draft: str, options: tuple[str, ...], code: int) -> None:
    ended, out, _ = run(draft, "ferry.txt", *options)
    assert ended == code
    assert "Three crew members were treated" in out
    assert "1 article" in out


def test_each_statement_is_a_line_of_json(run: Any) -> None:
    code, out, _ = run(TRUE + FALSE, "many.jsonl", "--json")
    lines = [json.loads(line) for line in out.splitlines()]
    assert code == 1
    assert [line["verdict"] for line in lines] == ["verbatim", "refuted"]
    assert lines[0]["evidence"][0]["article"] == "ferry"


def test_a_page_is_written(run: Any, tmp_path: Path) -> None:
    code, out, _ = run(TRUE + FALSE, "ferry.txt", "-o", "page.html", "--title", "The ferry")
    page = (tmp_path / "page.html").read_text("utf-8")
    assert (code, out) == (1, "")
    assert page.startswith("<!doctype html>")
    assert "<title>The ferry</title>" in page
    assert "48" in page


def test_an_article_from_standard_input(run: Any) -> None:
    code, out, _ = run(TRUE, "-", stdin=FERRY.article.text)
    assert code == 0
    assert "verbatim" in out


def test_control_characters_and_markup_are_harmless(run: Any) -> None:
    _, out, _ = run("The \x1b[31mferry [bold]sank[/bold] on Sunday.", "ferry.txt")
    assert "\x1b" not in out
    assert "[bold]sank[/bold]" in out


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("ferry.txt", "--fail-on", "worded"), 2, "it is one of refuted, open, never"),
        (("ferry.txt", "--budget-usd", "1"), 2, "name it with --model"),
        (("ferry.txt", "missing.txt"), 3, "missing.txt"),
        (("-", "-"), 2, "only one of DRAFT and ARTICLE"),
        (("ferry.txt", "--model", "local"), 2, "can't judge"),
    ],
)
def test_what_can_not_be_is_refused(run: Any, arguments: tuple[str, ...], code: int, message: str) -> None:
    ended, _, err = run(TRUE, *arguments)
    assert ended == code
    assert message in err


def test_every_file_that_can_not_be_read_is_named_at_once(run: Any, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "scan.txt").write_bytes(b"%PDF-1.7 ...")
    (tmp_path / "pages" / "some.jsonl").write_text('{"text": "It rained on Friday."}\nnonsense\n')
    code, out, err = run(TRUE, "missing.txt", "ferry.txt", "empty.txt", "pages", "https://example.org/a")
    assert (code, out) == (3, "")
    told = err.splitlines()
    assert [line.split(": ")[1] for line in told] == [
        "missing.txt",
        "empty.txt",
        "pages/scan.txt",
        "pages/some.jsonl:2",
        "https://example.org/a",
    ]


def test_a_draft_that_can_not_be_read_is_named_beside_them(run: Any, tmp_path: Path) -> None:
    code, _, err = run("", "missing.txt", "ferry.txt")
    assert code == 3
    assert [line.split(": ")[1] for line in err.splitlines()] == ["draft.txt", "missing.txt"]


def test_a_judge_that_says_nothing_leaves_the_rules_and_exit_code_5(run: Any) -> None:
    with serving(lambda _body, _number: completion('{"verdicts": []}')) as server:
        code, out, _ = run(OPEN, "ferry.txt", "--model", "m", "--base-url", server.base_url, "--no-cache")
    assert code == 5
    assert "1 of 1 statement could not be judged" in out
    assert "open" in out


def test_briefs_are_taken_for_the_articles_that_they_hold(run: Any, tmp_path: Path) -> None:
    made_by = Provenance(model="m", host="h.example", prompts={}, version="0.1.0")
    briefs = [Brief(article=article, provenance=made_by) for article in read_many(tmp_path / "many.jsonl")]
    (tmp_path / "briefs.jsonl").write_text("".join(f"{one.model_dump_json()}\n" for one in briefs), "utf-8")
    code, out, _ = run(TRUE + FALSE, "briefs.jsonl")
    assert code == 1
    assert "against 2 articles" in out
    assert run(TRUE + FALSE, "briefs.jsonl", "--json")[1] == run(TRUE + FALSE, "many.jsonl", "--json")[1]


def test_an_article_in_another_language_is_said_once_and_fails_nothing(run: Any, tmp_path: Path) -> None:
    german = (
        "Der Kreistag von Ahrensee beschloss am Montag den Nahverkehrsplan. Die Landrätin hat das nicht bestritten."
    )
    (tmp_path / "kreistag.txt").write_text(german, "utf-8")
    code, out, _ = run("Der Kreistag beschloss den Plan. Die Landrätin hat das bestritten.", "kreistag.txt")
    assert code == 0
    assert " ".join(out.split()).count("no rule weighs the wording") == 1
    assert "says 'nicht'" in out
