"""One test for each lie that a rule catches, named after the lie."""

import datetime as dt

import pytest

from nutgraf.article import Article, Span
from nutgraf.checking import rules
from nutgraf.checking.stems import share_carried, stem
from nutgraf.reading import read
from nutgraf.results import TimeRef

SAID = (
    "Rustem Umerov said on Sunday that 176 of the 1,200 drones were shot down over Kyiv, and that the mayor did not resign. "
    "In May the council met twice."
)


def evidence(text: str = SAID) -> tuple[Span, ...]:
    return (Span(text=text, start=0, end=len(text)),)


@pytest.mark.parametrize(
    "title",
    [
        "176 drones were shot down over Kyiv",
        "1200 drones, and 176 were shot down",
        "Umerov said the mayor did not resign",
        "Drones shot down over Kyiv on Sunday",
        "The council met in May",
    ],
)
def test_a_true_title_passes(title: str) -> None:
    assert rules.first_reason(title, evidence()) is None


@pytest.mark.parametrize(
    ("title", "reason"),
    [
        ("175 drones were shot down over Kyiv", "number '175'"),
        ("Twelve drones were shot down over Kyiv", "number"),
        ("Drones were shot down over Kharkiv", "name 'Kharkiv'"),
        ("The mayor Klitschko did not resign", "name 'Klitschko'"),
        ("Drones were shot down over Kyiv on Friday", "time word 'Friday'"),
        ("Drones were shot down over Kyiv in March", "time word 'March'"),
        ("The parliament approved an enormous budget", "content words"),
        ("Drones were shot down over Kyiv. The emperor ate purple cheese.", "content words"),
        ("176 drones were shot down over", "stops in the middle"),
        ("Kyiv", "no sentence"),
        ("…", "says nothing"),
        ("the mayor did not resign the mayor did not resign the mayor did not resign", "repeats itself"),
    ],
)
def test_a_lie_in_a_title_is_named(title: str, reason: str) -> None:
    found = rules.first_reason(title, evidence())
    assert found is not None
    assert reason in found


@pytest.mark.parametrize(
    "title", ["World War I ended in Kyiv", "He said “we did not resign” of the mayor", "US drones"]
)
def test_what_only_looks_like_a_speakers_own_voice(title: str) -> None:
    assert rules.first_person(title, SAID) is None


@pytest.mark.parametrize("title", ["I shot down the drones", "Drones that we’ve shot down", "Our council met twice"])
def test_a_speakers_voice_told_as_the_articles(title: str) -> None:
    assert rules.first_person(title, SAID) is not None


def test_a_negation_that_turns_the_sentence_round() -> None:
    found = rules.first_reason("The bridge did not open on Monday", evidence("The bridge opened on Monday."))
    assert found is not None
    assert "negation" in found


def test_what_may_happen_is_not_told_as_what_will() -> None:
    slide = "If the rain goes on, a second slide could cut the only road."
    assert "it may be" in rules.first_reason("A second slide will cut the only road", evidence(slide))
    assert rules.first_reason("A second slide could cut the only road", evidence(slide)) is None
    assert rules.first_reason("The board will meet", evidence("The board will meet and may vote.")) is None


def test_a_small_models_title_does_not_turn_round_who_won() -> None:
    seat = "The harbour party gained a seat from the hill party."
    turned, true = "The hill party gained a seat from the harbour party", "The harbour party gained a seat"
    assert "another order" in rules.first_reason(turned, evidence(seat), rules.NARROW_TEXT)
    assert rules.first_reason(true, evidence(seat), rules.NARROW_TEXT) is None
    assert rules.first_reason(turned, evidence(seat)) is None  # headlines of a large model reorder what is true


def test_a_planned_event_told_as_a_fact() -> None:
    assert rules.wording_contradicts("occurred", evidence("The bridge will open next week.")) == "planned"


def test_wording_that_agrees_or_is_mixed_changes_nothing() -> None:
    assert rules.wording_contradicts("planned", evidence("The bridge will open next week.")) is None
    assert (
        rules.wording_contradicts("occurred", evidence("The bridge opened, and the tunnel will open next week."))
        is None
    )


def test_a_planned_event_with_a_past_date() -> None:
    reading = read(Article.from_text("The bridge will open on March 2, 2026, it said.", published="2026-03-10"))
    past = TimeRef(span=None, value="2026-03-02", start=dt.date(2026, 3, 2), end=dt.date(2026, 3, 2), precision="day")
    assert rules.planned_in_the_past("planned", past, reading) is not None
    assert rules.planned_in_the_past("occurred", past, reading) is None


def test_boilerplate_cited_as_evidence() -> None:
    article = Article.from_text(
        "The bridge opened on Monday.\n\nShare this story\n\nCopyright 2026 Wire. All rights reserved."
    )
    assert article.boilerplate
    reading = read(article)
    assert rules.boilerplate_cited(article.boilerplate[:1], reading) is not None
    assert rules.boilerplate_cited((reading.sentence_span(1),), reading) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [("attacked", "attacks"), ("opening", "opened"), ("Stopped", "stop"), ("city", "cities"), ("Kyiv’s", "Kyiv")],
)
def test_endings_do_not_tell_words_apart(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_a_text_without_content_words_is_carried() -> None:
    assert share_carried("It is there.", "Nothing of the kind.") == 1.0
