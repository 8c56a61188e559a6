"""Which figures of two papers count one thing, and when two that differ may both be right."""

from __future__ import annotations

import pytest

from nutgraf.results import Event, Quantity, Span
from nutgraf.storylines.extracts import Extract
from nutgraf.storylines.figures import Figure, agree, comparable, figures_of
from nutgraf.storylines.members import Member


def quantity(sentence: str, words: str, value: float | None, **more: object) -> Quantity:
    start = sentence.index(words)
    return Quantity.model_validate(
        {"span": Span(text=words, start=start, end=start + len(words)), "value": value, **more}
    )


def figures(paper: str, sentence: str, *found: Quantity) -> list[Figure]:
    whole = Span(text=sentence, start=0, end=len(sentence))
    event = Event(title=sentence, status="occurred", evidence=(whole,), quantities=found)
    return list(figures_of(Member(Extract(key=paper), event)))


def one(paper: str, sentence: str, words: str, value: float | None, **more: object) -> Figure:
    (figure,) = figures(paper, sentence, quantity(sentence, words, value, **more))
    return figure


def dead(paper: str, value: float, **more: object) -> Figure:
    sentence = "The flood killed so many people."
    return one(paper, sentence, "so many people", value, **({"unit": "people"} | more))


def test_the_deed_is_that_of_the_role_else_of_the_nearest_word_for_one() -> None:
    roled = one("A", "Some 12 people came.", "12 people", 12, unit="people", role="killed at sea")
    near = one("A", "In Osk 12 people were killed.", "12 people", 12, unit="people")
    ahead = one("A", "The flood killed 12.", "12", 12)
    assert roled.deed == near.deed == ahead.deed
    assert (roled.about, near.unit, near.text) == ("people killed at sea", None, "12 people")


@pytest.mark.parametrize(
    ("sentence", "more"),
    [
        ("The town has 12 bridges.", {}),
        ("In all there were 12 bridges over so many quiet little rivers that were killed.", {}),
        ("The flood killed 12 people.", {"role": "of the"}),
    ],
)
def test_a_figure_of_which_no_deed_is_known_is_compared_with_none(sentence: str, more: dict[str, str]) -> None:
    assert figures("A", sentence, quantity(sentence, "12", 12, **more)) == []


def test_a_figure_without_a_value_or_outside_the_sentences_cited_is_none() -> None:
    sentence = "The flood killed dozens."
    assert figures("A", sentence, quantity(sentence, "dozens", None)) == []
    outside = Quantity(span=Span(text="12", start=900, end=902), value=12)
    assert figures("A", sentence, outside) == []


def test_two_figures_of_one_thing_in_one_event_say_nothing() -> None:
    sentence = "The flood killed 12 people, and killed 9 people."
    twice = [quantity(sentence, "12 people", 12, unit="people"), quantity(sentence, "9 people", 9, unit="people")]
    assert figures("A", sentence, *twice) == []


@pytest.mark.parametrize(
    ("more", "low", "high"),
    [
        ({}, 12, 12),
        ({"high": 15}, 12, 15),
        ({"high": 15, "kind": "score"}, 12, 12),
        ({"modifier": "about"}, 10.8, 13.2),
        ({"modifier": "at_least"}, 12, float("inf")),
        ({"modifier": "at_most"}, float("-inf"), 12),
        ({"modifier": None}, float("-inf"), float("inf")),
    ],
)
def test_the_wording_says_how_far_a_figure_reaches(more: dict[str, object], low: float, high: float) -> None:
    found = dead("A", 12, **more)
    assert (found.low, found.high) == (pytest.approx(low), pytest.approx(high))


@pytest.mark.parametrize(
    ("first", "second", "right"),
    [
        ({"value": 12}, {"value": 12}, True),
        ({"value": 12}, {"value": 14}, False),
        ({"value": 12, "modifier": "at_least"}, {"value": 14}, True),
        ({"value": 12, "modifier": "at_least"}, {"value": 11}, False),
        ({"value": 12, "modifier": "at_most"}, {"value": 9}, True),
        ({"value": 12, "modifier": "at_most"}, {"value": 13}, False),
        ({"value": 40, "modifier": "about"}, {"value": 44}, True),
        ({"value": 40, "modifier": "about"}, {"value": 45}, False),
        ({"value": 12, "modifier": None}, {"value": 900}, True),
        # Of those among them that are of one sort, no more than all.
        ({"value": 12}, {"value": 3, "unit": "children"}, True),
        ({"value": 12}, {"value": 30, "unit": "children"}, False),
    ],
)
def test_two_figures_agree_where_both_may_be_right(
    first: dict[str, float], second: dict[str, float], right: bool
) -> None:
    a, b = dead("A", **first), dead("B", **second)
    assert (agree(a, b), agree(b, a)) == (right, right)


def test_figures_count_one_thing_by_their_deed_or_by_what_is_counted() -> None:
    people, children = dead("A", 12), dead("B", 3, unit="children")
    assert comparable(people, children)
    assert not comparable(children, dead("C", 3, unit="crewmen"))
    hurt = one("B", "The flood injured 12 people.", "12 people", 12, unit="people")
    assert not comparable(people, hurt)
    assert not comparable(people, one("B", "The flood killed 12 km of road.", "12 km", 12, unit="km", kind="measure"))


def test_in_one_article_only_the_same_deed_and_the_same_things_are_compared() -> None:
    assert comparable(dead("A", 12), dead("A", 14))
    assert not comparable(dead("A", 12), dead("A", 3, unit="children"))


def test_the_same_things_are_compared_where_only_one_deed_is_known() -> None:
    plain = one("A", "The yard has jobs.", "jobs", 900, unit="jobs", role="in dispute")
    cut = one("B", "The yard closed 1,200 jobs.", "1,200 jobs", 1200, unit="jobs")
    assert comparable(plain, cut)
