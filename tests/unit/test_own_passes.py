"""What a pass of one's own found, handed out as its own class."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import nutgraf
from nutgraf.errors import ArticleError, ConfigurationError
from nutgraf.reading import Reading
from nutgraf.reading.window import Window
from nutgraf.results import Provenance
from nutgraf.telling import Briefs
from nutgraf.telling.tables import COLUMNS
from nutgraf.telling.terminal import entries
from nutgraf.telling.views import view

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


class Rated(nutgraf.Quote):
    tone: str = "glad"


class Goal(nutgraf.Event):
    scorer: str | None = None


SAID = nutgraf.Article.from_text(
    "Brann beat Viking in Bergen.\n\n“We were lucky,” coach Kari Holm said.", title="Brann"
)
TONE = Rated(**dict(nutgraf.read(SAID).quotes[0]) | {"id": "tones-1"})
GOAL = Goal(id="goals-1", title="Brann beat Viking", status="occurred", scorer="Holm", evidence=(SAID.span(0, 28),))
MATCH = nutgraf.Brief(
    article=SAID,
    items={"tones": (TONE,), "goals": (GOAL,)},
    provenance=Provenance(model="m", host="h", prompts={}, version="0"),
)
OWN = {"tones": Rated, "goals": Goal}


def test_quotes_and_events_of_passes_of_ones_own_stand_in_the_brief_and_come_back() -> None:
    assert MATCH.items == {"tones": (TONE,), "goals": (GOAL,)}
    assert nutgraf.Brief.load(MATCH.model_dump_json(), items=OWN) == MATCH
    assert Briefs.load([MATCH.model_dump_json()], items=OWN) == (MATCH,)
    (found,) = nutgraf.Pass(name="tones", prompt=Path("tones.md"), item=Rated).found_in(MATCH)
    assert found.tone == "glad"


def test_a_table_of_quotes_or_events_of_ones_own_has_the_columns_of_the_built_in_one() -> None:
    (tone,), (goal,) = MATCH.to_dicts("tones"), MATCH.to_dicts("goals")
    assert tuple(tone) == (*COLUMNS["quotes"], "tone")
    assert tuple(goal) == (*COLUMNS["events"], "scorer")
    assert (tone["id"], tone["text"], tone["speaker"], tone["tone"]) == (
        "tones-1",
        "We were lucky,",
        "Kari Holm",
        "glad",
    )
    assert (goal["id"], goal["title"], goal["status"], goal["scorer"]) == (
        "goals-1",
        "Brann beat Viking",
        "occurred",
        "Holm",
    )
    assert {row["item"] for row in MATCH.to_dicts("spans")} == {"tones-1", "goals-1"}
    assert len(MATCH.to_pandas("tones")) == len(MATCH.to_polars("goals")) == MATCH.to_arrow("tones").num_rows == 1


def test_quotes_and_events_of_ones_own_are_shown_whole() -> None:
    (tone,), (goal,) = view(MATCH).own.values()
    assert dict(tone.details) == {
        "said": "“We were lucky,”",
        "kind": "direct",
        "stance": "says",
        "speaker": "Kari Holm, coach",
        "cue": "said",
        "tone": "glad",
    }
    assert dict(goal.details) == {
        "title": "Brann beat Viking",
        "support": "open",
        "status": "occurred",
        "scorer": "Holm",
    }
    page, printed = MATCH.to_html(), "\n".join(str(entry.text) for entry in entries(MATCH))
    for shown in ("“We were lucky,”", "Kari Holm, coach", "Brann beat Viking", "glad"):
        assert shown in page
        assert shown in printed


def test_a_book_is_refused_before_all_of_it_is_looked_through() -> None:
    looked: list[int] = []

    def each(reading: Reading) -> Iterator[Window]:
        for sentence in reading.sentences:
            looked.append(sentence.number)
            yield Window(numbers=(sentence.number,))

    book = nutgraf.Article.from_text("The mayor said on Friday that 5 bridges would open.\n\n" * 900)
    asked = nutgraf.Pass(name="figures", prompt="quotes/v1", item=Figure, small_windows=each)
    settings: dict[str, Any] = {"model": "m", "base_url": "http://127.0.0.1:9/v1", "window": "sentence", "cache": None}
    with (
        nutgraf.Summarizer(passes=(asked,), **settings) as desk,
        pytest.raises(ArticleError, match="more than 400 requests"),
    ):
        desk.preview(book)
    assert len(looked) == 401
