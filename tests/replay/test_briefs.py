"""The example articles through the real embedded model, recorded: laws and counts, not the model's wording."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import nutgraf
from grounded import ungrounded
from lies import told_on_the_page, untold

ROOT = Path(__file__).parents[2]
ARTICLES = sorted((ROOT / "examples" / "articles").iterdir())
GOLD = ROOT / "examples" / "gold"
each_article = pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)


def brief_of(path: Path, **settings: object) -> nutgraf.Brief:
    with nutgraf.Summarizer(model="local", **settings) as desk:
        return desk.summarize(nutgraf.Article.from_file(path))


@pytest.mark.nutgraf
@each_article
def test_pass_by_pass(path: Path) -> None:
    brief = brief_of(path)
    assert ungrounded(brief.model_dump(mode="json")) == []
    assert brief.complete
    gold = json.loads((GOLD / f"{path.stem}.json").read_text("utf-8"))
    wanted = {words for quote in gold["quotes"] if quote["kind"] != "indirect" for words in quote["content"]}
    delivered = {span.text for quote in brief.quotes for span in quote.content}
    assert wanted <= delivered
    assert len(brief.events) >= 5
    assert 1 <= len(brief.summary) <= 6
    assert brief.usage.requests >= len({event.evidence for event in brief.events})
    assert brief.usage.cached_requests == 0
    assert nutgraf.Brief.load(brief.model_dump_json()) == brief
    assert brief.problems == (), "what only points has nothing to replace"
    assert all(event.support == "verbatim" for event in brief.events)


@pytest.mark.nutgraf
@each_article
def test_in_one_request(path: Path) -> None:
    brief = brief_of(path, window="article")
    assert ungrounded(brief.model_dump(mode="json")) == []
    gold = json.loads((GOLD / f"{path.stem}.json").read_text("utf-8"))
    # A fragment that a model leaves out may be scare quotes; a direct quotation is delivered whatever it leaves out.
    wanted = {words for quote in gold["quotes"] if quote["kind"] == "direct" for words in quote["content"]}
    assert wanted <= {span.text for quote in brief.quotes for span in quote.content}
    assert untold(path.stem, brief.problems) == [], "docs/checking.md tells of other lies (make docs)"


def test_the_page_on_checking_tells_of_lies_in_several_articles() -> None:
    told = told_on_the_page()
    assert len({lie.article for lie in told}) >= 2
    assert {lie.article for lie in told} <= {path.stem for path in ARTICLES}
