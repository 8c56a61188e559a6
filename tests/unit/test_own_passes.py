"""What a pass of one's own found, handed out as its own class."""

from __future__ import annotations

from pathlib import Path

import pytest

import nutgraf
from nutgraf.errors import ConfigurationError
from nutgraf.results import Provenance

ARTICLE = nutgraf.Article.from_text("The landslide killed 14 people and injured 30, officials said.")


class Figure(nutgraf.Cited):
    value: float


FIGURES = nutgraf.Pass(name="figures", prompt=Path("figures.md"), item=Figure)
FOUND = Figure(value=14, evidence=(ARTICLE.span(0, len(ARTICLE.text)),))
BRIEF = nutgraf.Brief(
    article=ARTICLE,
    items={"figures": (FOUND,)},
    provenance=Provenance(model="m", host="h", prompts={}, version="0"),
)


def test_a_pass_hands_out_what_it_found() -> None:
    (found,) = FIGURES.found_in(BRIEF)
    assert found is FOUND


def test_a_pass_that_found_nothing_hands_out_nothing() -> None:
    assert FIGURES.found_in(BRIEF.model_copy(update={"items": {"figures": ()}})) == ()


def test_a_brief_made_without_the_pass_is_refused() -> None:
    with pytest.raises(ConfigurationError, match="without a pass 'figures'; it has quotes, events, summary"):
        FIGURES.found_in(BRIEF.model_copy(update={"items": {}}))


def test_a_pass_in_the_place_of_a_built_in_one_finds_its_items_there() -> None:
    quote = nutgraf.read(ARTICLE).quotes[0]
    quotes = nutgraf.Pass(name="quotes", prompt="quotes/v1", item=nutgraf.Quote)
    assert quotes.found_in(BRIEF.model_copy(update={"quotes": (quote,)})) == (quote,)


def test_items_read_back_without_their_class_are_refused_with_the_remedy() -> None:
    read_back = BRIEF.model_copy(update={"items": {"figures": (nutgraf.Cited(evidence=FOUND.evidence),)}})
    with pytest.raises(ConfigurationError, match=r"Brief\.load\(…, items=\{'figures': Figure\}\)"):
        FIGURES.found_in(read_back)
    again = nutgraf.Brief.load(BRIEF.model_dump_json(), items={"figures": Figure})
    assert FIGURES.found_in(again) == (FOUND,)


def test_a_brief_may_be_named_with_the_classes_of_its_items_at_run_time() -> None:
    assert type(BRIEF) is nutgraf.Brief
    named = nutgraf.Brief[nutgraf.Event, nutgraf.Quote].model_validate(BRIEF.model_dump(exclude={"items"}))
    assert named.article == ARTICLE
