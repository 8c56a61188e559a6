"""What of a brief a judge is asked about: the texts that a model wrote in fields of the user's own, however deep they lie."""

from __future__ import annotations

from typing import Any, Literal

import pytest
from pydantic import BaseModel

from nutgraf.checking.written import own_texts
from nutgraf.results import Cited, Event, Point, Quote, Span

SENTENCE = Span(text="The ferry sank.", start=0, end=15)


class Cause(BaseModel):
    why: str
    sure: bool = False
    signs: tuple[str, ...] = ()


class Wreck(Event):
    note: str = ""
    grade: Literal["light", "heavy"] = "light"
    cause: Cause | None = None
    others: tuple[Cause, ...] = ()
    hulls: int = 1


def wreck(**own: Any) -> Wreck:
    return Wreck(title="The ferry sank", status="occurred", evidence=(SENTENCE,), **own)


def test_own_texts_are_found_with_where_they_stand() -> None:
    made = wreck(
        note="An old ship.",
        cause=Cause(why="a leak", signs=("a list", "a bang")),
        others=(Cause(why="ice"), Cause(why="", signs=("cold",))),
        hulls=2,
    )
    assert list(own_texts(made)) == [
        (("note",), "An old ship."),
        (("cause", "why"), "a leak"),
        (("cause", "signs", 0), "a list"),
        (("cause", "signs", 1), "a bang"),
        (("others", 0, "why"), "ice"),
        (("others", 1, "signs", 0), "cold"),
    ]


def test_fields_that_are_empty_or_no_text_hold_none() -> None:
    assert list(own_texts(wreck())) == []


@pytest.mark.parametrize(
    "item",
    [
        Event(title="The ferry sank", status="occurred", evidence=(SENTENCE,)),
        Point(text="The ferry sank.", evidence=(SENTENCE,)),
        Quote(kind="direct", content=(SENTENCE,), speaker=None, cue=None),
        Cited(evidence=(SENTENCE,)),
    ],
)
def test_our_own_classes_have_no_such_texts(item: BaseModel) -> None:
    assert list(own_texts(item)) == []
