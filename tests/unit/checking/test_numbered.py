"""Problems name the items they concern by id, as far as those are delivered."""

from __future__ import annotations

from typing import Any

import pytest

import nutgraf
from nutgraf.checking.items.finding import shown
from nutgraf.checking.numbered import numbered
from nutgraf.checking.rules.claim import Claim
from nutgraf.checking.rules.prose import altered_quotation
from nutgraf.results import Brief, Event, Point, Problem, Provenance, Quote, Speaker

TEXT = (
    "“We sail again,” said Ada Holm. The pier, which burned in May, will be rebuilt. The mayor said that it was time."
)
READING = nutgraf.read(TEXT)


def brief(**problem: Any) -> Brief:
    sentences = [READING.sentence_span(n) for n in (1, 2, 3)]
    words = READING.by_segment["m1"]
    said = READING.span(words.start, words.end)
    reported = READING.span(TEXT.index("it was time"), len(TEXT) - 1)
    speaker = Speaker(name="Ada Holm")
    return Brief(
        article=READING.article,
        quotes=(
            Quote(id="q1", kind="direct", content=(said,), speaker=speaker, cue=None),
            Quote(id="q2", kind="indirect", content=(reported,), speaker=None, cue=None),
        ),
        events=(Event(id="e1", title="The pier will be rebuilt", status="planned", evidence=(sentences[1],)),),
        summary=(Point(text="The ferry sails again.", evidence=(sentences[0],)),),
        problems=(Problem(kind="k", **{"detail": "d", "resolution": "replaced", **problem}),),
        provenance=Provenance(model="m", host="h", prompts={}, version="0"),
    )


@pytest.mark.parametrize(
    ("step", "item", "named"),
    [
        ("events", "'The pier will be rebuilt'", "e1"),
        ("summary", "'The ferry sails again.'", "p1"),
        ("quotes", "m1", "q1"),
        ("quotes", "3", "q2"),
        ("quotes", "3: it was … time", "q2"),
        ("quotes", "sentence 3", "q2"),
        ("quotes", "3: it, 1 said", "q2"),
        ("events", "'The pier burned'", "'The pier burned'"),
        ("events", None, None),
        ("reading", "x", "x"),
    ],
)
def test_a_problem_names_its_item_by_id_where_it_is_delivered(step: str, item: str | None, named: str | None) -> None:
    (problem,) = numbered(brief(step=step, item=item), READING).problems
    assert problem.item == named


def test_what_was_dropped_keeps_its_words() -> None:
    (problem,) = numbered(brief(step="quotes", item="m1", resolution="dropped"), READING).problems
    assert problem.item == "m1"


def test_readers_are_told_what_was_found_and_not_what_a_model_should_do() -> None:
    detail = "'The pier burned': the cited sentences tell 'burned' as to come, not as done"
    (problem,) = numbered(brief(step="events", item=None, detail=f"{detail}: tell it as they do"), READING).problems
    assert problem.detail == detail
    (kept,) = numbered(brief(step="events", item=None, detail="place: 'Ulvik' is not in the article"), READING).problems
    assert kept.detail == "place: 'Ulvik' is not in the article"


def test_of_several_quotes_in_a_sentence_the_one_with_these_words_is_meant() -> None:
    text = "Ada Holm said the pier would stay and the ferry, said Bo Lie, “a sad old thing”, would go."
    reading = nutgraf.read(text)

    def span(words: str) -> Any:
        return reading.span(text.index(words), text.index(words) + len(words))

    told = ("the pier would stay", "the ferry", "a sad old thing")
    quotes = tuple(
        Quote(id=f"q{n}", kind="indirect", content=(span(words),), speaker=None, cue=None)
        for n, words in enumerate(told, 1)
    )
    for item, named in (("1: the pier … stay", "q1"), ("1: the ferry", "q2"), ("m1", "q3")):
        problem = Problem(kind="k", step="quotes", item=item, detail="d", resolution="replaced")
        whole = brief(step="quotes", item=item).model_copy(
            update={"article": reading.article, "quotes": quotes, "problems": (problem,)}
        )
        (found,) = numbered(whole, reading).problems
        assert found.item == named


def test_of_a_long_and_a_short_quote_the_one_as_long_as_the_words_asked_for_is_meant() -> None:
    text = READING.article.text
    (short,) = (READING.span(at, at + len("was time")) for at in (text.index("was time"),))
    whole = READING.sentence_span(3)
    said = [
        Quote(id=f"q{n}", kind="indirect", content=(one,), speaker=None, cue=None)
        for n, one in enumerate((whole, short), 1)
    ]
    for item, named in (("3: it was time", "q2"), ("3", "q1")):
        given = brief(step="quotes", item=item).model_copy(update={"quotes": tuple(said)})
        assert numbered(given, READING).problems[0].item == named


LONG = "The pier of Ulvik, which burned in May and was to be pulled down in June, will be rebuilt by those who sail from it"


@pytest.mark.parametrize("title", ['"Hope" goes on', 'Owner\'s firm keeps "Hope"', "Lee said 'no' to it", LONG])
def test_a_title_is_found_whatever_marks_it_holds_and_however_long_it_is(title: str) -> None:
    given = brief(step="events", item=shown(title))
    given = given.model_copy(update={"events": (given.events[0].model_copy(update={"title": title}),)})
    assert numbered(given, READING).problems[0].item == "e1"


def test_the_remedy_of_an_altered_quotation_is_for_models_alone() -> None:
    claim = Claim("Holm said that “we sail once more”.", (READING.sentence_span(1),), READING)
    reason = altered_quotation(claim).reason
    (problem,) = numbered(brief(step="events", item=None, detail=reason), READING).problems
    assert reason.startswith(f"{problem.detail}: ")
