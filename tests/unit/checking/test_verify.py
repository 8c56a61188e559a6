"""Quotations that anyone wrote are judged against an article: in Python, from files, on the command line."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import nutgraf
import warm
from nutgraf.checking.place.grounding import Index
from nutgraf.errors import ArticleError
from nutgraf.results import Verdict
from nutgraf.verification import read_quotes
from scaling import assert_linear

ARTICLE = Path(__file__).parents[3] / "examples" / "articles" / "lake-accord.json"
TEXT = (
    "The mayor said on Friday that she would not resign. “The bridge is safe,” Anna Holm told reporters. “Nobody was hurt.”\n\n"
    "“No,” she added. “No.” The word “safe” was hers."
)


def kinds(quotes: list[str], text: str = TEXT) -> list[str]:
    return [verdict.verdict for verdict in nutgraf.verify(quotes, text)]


def test_verdicts_come_in_the_order_of_the_quotations() -> None:
    assert kinds(["Nobody was hurt.", "The bridge is closed", "We rejoice", "the bridge is safe"]) == [
        "exact",
        "altered",
        "absent",
        "case",
    ]


def test_a_verdict_holds_the_quotation_as_given_and_spans_of_the_article() -> None:
    (verdict,) = nutgraf.verify(['"The bridge is safe. Nobody was hurt."'], nutgraf.Article.from_text(TEXT))
    assert isinstance(verdict, Verdict)
    assert verdict.quote == '"The bridge is safe. Nobody was hurt."'
    assert [span.text for span in verdict.spans] == ["The bridge is safe", "Nobody was hurt."]
    assert all(TEXT[span.start : span.end] == span.text for span in verdict.spans)
    assert (verdict.verdict, verdict.ok, verdict.quoted, verdict.differences) == ("elided", True, True, ())
    assert Verdict.model_validate_json(verdict.model_dump_json()) == verdict


def test_a_paraphrase_offered_as_a_quotation_is_exact_but_not_quoted() -> None:
    said, paraphrased, part = nutgraf.verify(["Nobody was hurt", "she would not resign", "“safe”"], TEXT)
    assert (said.verdict, said.quoted) == ("exact", True)
    assert (paraphrased.verdict, paraphrased.quoted) == ("exact", False)
    assert (part.verdict, part.quoted) == ("exact", True)


def test_the_same_quotation_again_is_the_next_place() -> None:
    starts = [verdict.spans[0].start for verdict in nutgraf.verify(["No", "“No”", "No"], TEXT)]
    assert starts == [TEXT.index("“No,”") + 1, TEXT.index("“No.”") + 1, TEXT.index("“No.”") + 1]


def test_places_are_counted_for_each_form_of_the_words_and_the_last_stands_for_those_left_over() -> None:
    text = "“Go,” she said. Go they did. “Go!” And go."
    first, second, third = (found.start() for found in re.finditer("Go", text))
    given = ["Go", "go", "Go", "GO", "Go", "Go", "GO"]
    starts = [verdict.spans[0].start for verdict in nutgraf.verify(iter(given), text)]
    assert [start for start, quote in zip(starts, given, strict=True) if quote == "Go"] == [first, second, third, third]
    assert starts[1] == text.rindex("go")
    assert [starts[3], starts[6]] == [first, second]


@pytest.mark.parametrize(
    "quote", ["Gate 7 is shut", "gate 7 IS shut", "Gate 7 … shut", "Gate 9 is shut", "gate [7] is open"]
)
def test_a_quotation_given_again_and_again_costs_no_more_than_the_list_is_long(quote: str) -> None:
    unit = "“Gate 7 is shut,” she said. "
    assert_linear(lambda text: nutgraf.verify([quote] * text.count(unit), text), unit, 7_500)


def test_no_quotations_are_no_verdicts() -> None:
    assert nutgraf.verify([], TEXT) == []


@pytest.mark.parametrize(
    ("quotes", "article", "said"),
    [
        ("one text", TEXT, r"verify\(\[quote\], article\)"),
        (["a", ""], TEXT, "quotation 2 is empty"),
        (["“ ”"], TEXT, "quotation 1 is empty"),
        (["a", None], TEXT, "quotation 2 is no text but NoneType"),
        (["a"], "", "empty"),
    ],
)
def test_what_can_not_be_judged_is_refused_with_the_reason(quotes: Any, article: str, said: str) -> None:
    with pytest.raises(ArticleError, match=said):
        nutgraf.verify(quotes, article)


# ------------------------------------------------------------------------------------------------ lists of them

LINES = "“We did not come here to win.”\n\n  [T]hat number was never on the table\r\nTalks failed"
LISTED = ["“We did not come here to win.”", "  [T]hat number was never on the table", "Talks failed"]


@pytest.mark.parametrize(
    ("name", "content", "quotes"),
    [
        ("q.txt", LINES, LISTED),
        ("q", LINES, LISTED),
        ("q.json", '["a", "b\\nc"]', ["a", "b\nc"]),
        ("q.json", '[{"quote": "a"}, {"content": "b", "speaker": null}, {"text": "c"}, "d"]', ["a", "b", "c", "d"]),
        ("q.txt", '\ufeff["a", "b"]', ["a", "b"]),
        ("q.txt", "[The minister] resigned\n[We] left", ["[The minister] resigned", "[We] left"]),
        ("q.txt", "[" * 100_000, ["[" * 100_000]),
    ],
    ids=range(7),
)
def test_quotations_are_read_from_files_and_from_text(
    tmp_path: Path, name: str, content: str, quotes: list[str]
) -> None:
    path = tmp_path / name
    path.write_text(content, "utf-8", newline="")
    assert read_quotes(path) == quotes
    assert read_quotes(content.lstrip("\ufeff")) == quotes


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("q.json", b'["a"', "not JSON .line 1, column 5."),
        ("q.json", b"[" * 100_000, "not JSON"),
        ("q.json", b'{"quote": "a"}', "a JSON list of strings, not a dict"),
        ("q.json", b'["a", 3]', "quotation 2 is neither"),
        ("q.json", b'["a", {"words": "b"}]', "quotation 2 is neither"),
        ("q.json", b'[{"quote": null}]', "quotation 1 is neither"),
        ("q.json", b"[]", "no quotation in it"),
        ("q.txt", b" \n\n", "no quotation in it"),
        ("q.txt", b"caf\xe9", "not UTF-8"),
        ("missing.txt", None, "no such file"),
    ],
    ids=range(10),
)
def test_a_list_that_can_not_be_read_is_refused_with_its_name(
    tmp_path: Path, name: str, content: bytes | None, said: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ArticleError, match=said) as caught:
        read_quotes(path)
    assert str(path) in str(caught.value)


# --------------------------------------------------------------------------------------------- command line


def run(*arguments: object, stdin: str = "") -> subprocess.CompletedProcess[str]:
    command = [*warm.nutgraf(), "verify", *map(str, arguments)]
    environment = {**os.environ, "COLUMNS": "100"}
    return subprocess.run(
        command, input=stdin, capture_output=True, encoding="utf-8", env=environment, timeout=600, check=False
    )


def test_all_said_is_exit_code_0() -> None:
    done = run(ARTICLE, "-", stdin="a first breath\nTwo bad months\n312 fishermen\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert "3 quotations, all said" in done.stdout
    assert "exact" in done.stdout
    assert "case" in done.stdout
    assert "not inside quotation marks" in done.stdout


def test_one_that_is_not_said_is_exit_code_1_and_shows_the_words(tmp_path: Path) -> None:
    path = tmp_path / "q.json"
    path.write_text(json.dumps(["We did not come here to lose", "[bold]Talks\x1b failed", "a first breath"]), "utf-8")
    done = run(ARTICLE, path)
    assert (done.returncode, done.stderr) == (1, "")
    assert "win → lose" in done.stdout
    assert "[bold]Talks⟨ESC⟩ failed" in done.stdout
    assert "3 quotations, 2 not said by the article" in done.stdout


def test_verdicts_as_json_are_one_a_line(tmp_path: Path) -> None:
    path = tmp_path / "q.txt"
    path.write_text("a first breath\nTalks failed\n", "utf-8")
    done = run(ARTICLE, path, "--json")
    assert done.returncode == 1
    verdicts = [Verdict.model_validate_json(line) for line in done.stdout.splitlines()]
    assert [verdict.verdict for verdict in verdicts] == ["exact", "absent"]
    assert verdicts == nutgraf.verify(["a first breath", "Talks failed"], nutgraf.Article.from_file(ARTICLE))


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["missing.txt", "-"], 3, "no such file"),
        ([ARTICLE, "missing.json"], 3, "no such file"),
        (["-", "-"], 2, "only one of"),
        ([ARTICLE], 2, "QUOTES"),
    ],
    ids=["article", "quotes", "both", "none"],
)
def test_what_can_not_be_read_is_one_message(arguments: list[Any], code: int, said: str) -> None:
    done = run(*arguments, stdin="a")
    assert done.returncode == code
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_verify_loads_no_model_client() -> None:
    code = "import nutgraf, sys; nutgraf.verify(['a'], 'a b'); print([m for m in ('openai', 'instructor', 'httpx2', 'rich') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_marks_of_an_article_are_paired_by_its_language(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Möwen kreisten über dem „Seehund“ am Kai. Die Zeitung „Der Lotse“ schrieb, dass es auch so bleibt."
    seen: list[Any] = []

    def index(text: str, *, marked: Any, language: str | None) -> Index:
        seen.extend(marked)
        return Index(text, marked=marked, language=language)

    monkeypatch.setattr("nutgraf.verification.Index", index)
    nutgraf.verify(["Seehund"], text)
    assert [segment.no_speech for segment in seen] == ["name", "title"]
