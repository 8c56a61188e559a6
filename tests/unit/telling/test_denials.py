"""A denial is never shown as a statement: wherever its words stand, what the speaker did with them stands beside them."""

from __future__ import annotations

import io
import json
import re
from typing import Any

import pytest

import nutgraf
from nutgraf.article import Article
from nutgraf.reading import read
from nutgraf.results import Brief, Quote, Speaker
from nutgraf.revisions.items import item_changes
from nutgraf.revisions.sentences import aligned
from nutgraf.storylines.extracts import extract_of
from nutgraf.storylines.recurring import recurring
from nutgraf.telling import Briefs, terminal
from nutgraf.telling.schema_org import json_ld
from told import MADE_BY, span

TEXT = "Mayor Kari Holm denied that she had taken a single crown from the builders. The council met on Monday."
WORDS = "she had taken a single crown from the builders"


def denial(kind: Any) -> Brief:
    """Of the clause as the reporter's, or of words of it that stand inside marks."""
    text = TEXT if kind == "indirect" else TEXT.replace(WORDS, f"“{WORDS}”")
    article = Article.from_text(text, title="The mayor before the council", url="https://example.org/m")
    holm = Speaker(name="Kari Holm", mention=span(article, "Mayor Kari Holm"), title="Mayor")
    quote = Quote(
        id="q1", kind=kind, content=(span(article, WORDS),), speaker=holm, cue=span(article, "denied"), stance="denies"
    )
    return Brief(article=article, headline=article.title, quotes=(quote,), provenance=MADE_BY)


def printed(brief: Brief) -> str:
    from rich.console import Console

    out = io.StringIO()
    terminal.show(brief, Console(file=out, width=400))
    return out.getvalue()


def text_of(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


SHOWN = {
    "terminal": printed,
    "page": lambda brief: text_of(brief.to_html().split("said-by-heading", 1)[1]),
    "index of pages": lambda brief: text_of(Briefs([brief]).to_html()),
    "notebook": lambda brief: text_of(brief.quotes[0]._repr_html_()),
    "table": lambda brief: json.dumps(brief.to_dicts("quotes"), default=str, ensure_ascii=False),
    "JSON-LD": lambda brief: json.dumps(json_ld(brief).get("hasPart", []), ensure_ascii=False),
    "JSON": lambda brief: brief.quotes[0].model_dump_json(),
    "repr": repr,
    "changes": lambda brief: repr([*changes(brief)]),
    "stories": lambda brief: repr(recurring([extract_of(brief, "a"), extract_of(brief, "b")])),
}


def changes(brief: Brief) -> Any:
    before = brief.model_copy(update={"quotes": ()})
    return item_changes(before, brief, aligned(read(brief.article), read(brief.article)))


@pytest.mark.parametrize("kind", ["indirect", "mixed"])
@pytest.mark.parametrize("show", SHOWN.values(), ids=SHOWN)
def test_a_denial_is_never_shown_as_a_statement(show: Any, kind: str) -> None:
    shown = show(denial(kind))
    for found in re.finditer(re.escape(WORDS), shown):
        beside = shown[max(0, found.start() - 200) : found.end() + 200]
        assert re.search(r"deni(?:ed|es)", beside), beside


@pytest.mark.parametrize("kind", ["indirect", "mixed"])
def test_what_people_read_shows_it_all_the_same(kind: str) -> None:
    for name in ("terminal", "page", "notebook", "table", "changes"):
        assert WORDS in SHOWN[name](denial(kind)), name


def test_what_is_read_without_a_model_shows_it_as_a_denial() -> None:
    reading = nutgraf.read(TEXT)
    (quote,) = reading.quotes
    assert (quote.text, quote.stance) == (WORDS, "denies")
    html = text_of(reading._repr_html_().split("said-by-heading", 1)[1])
    assert f"denied: {WORDS}" in html
