"""Who says so: what the article only reports keeps its source, whoever left it out."""

from __future__ import annotations

import pytest

import nutgraf
from nutgraf.checking.items.sources import Claims, sourced
from nutgraf.results import Event, Point


def point(text: str, article: str, *numbers: int) -> Point:
    reading = nutgraf.read(article)
    told = Point(text=text, evidence=tuple(reading.sentence_span(n) for n in numbers or (1,)))
    return sourced([told], Claims(reading, reading.quotes))[0]


REPORTED = "The well has run dry, said Carla Dunning, who has led the water board since 2004. Lorries bring water."
BOTH = "The bridge fell at dawn. Engineer Tom Hale said that the bridge fell at dawn because of rust."


def test_a_point_that_the_article_only_reports_names_who_says_so() -> None:
    told = point("The well has run dry.", REPORTED)
    assert told.according_to is not None
    assert told.according_to.name == "Carla Dunning"
    assert told.asserted_by == ("q1",)


def test_the_papers_own_voice_needs_no_source() -> None:
    assert point("Lorries bring water.", REPORTED, 2).according_to is None
    told = point("The bridge fell at dawn.", BOTH, 1, 2)
    assert told.according_to is None
    assert told.asserted_by == ("q1",)


def test_a_point_about_the_saying_is_the_papers_own() -> None:
    assert point("Carla Dunning said the well has run dry.", REPORTED).according_to is None


def test_an_event_beside_a_report_is_not_its_speakers() -> None:
    article = "The coalition fell on Sunday after its leader admitted that she could not pay the nurses."
    told = point("The coalition fell after its leader admitted that she could not pay the nurses.", article)
    assert (told.according_to, told.asserted_by) == (None, ())


def test_an_event_knows_who_denies_it() -> None:
    reading = nutgraf.read("Police say the guard took the keys. Lawyer Ida Beck denied that the guard took the keys.")
    event = Event(title="The guard took the keys.", status="occurred", evidence=(reading.sentence_span(1),))
    quotes = [
        q.model_copy(update={"stance": "denies"}) if "denied" in (q.cue.text if q.cue else "") else q
        for q in reading.quotes
    ]
    (told,) = sourced([event], Claims(reading, quotes))
    assert [q.speaker.name for q in quotes if q.id in told.disputed_by and q.speaker] == ["Ida Beck"]
    assert told.according_to is not None


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("The guard took the keys.", True),
        ("Ida Beck denied that the guard took the keys.", False),
        ("The guard denies taking the keys.", False),
    ],
)
def test_what_its_sentence_only_denies_is_no_fact(text: str, refused: bool) -> None:
    reading = nutgraf.read("Lawyer Ida Beck denied that the guard took the keys.")
    reason = Claims(reading).denied(text, [reading.sentence_span(1)])
    assert bool(reason) is refused
