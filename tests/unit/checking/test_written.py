"""What of a brief a judge is asked about, and in which words: titles, points, who says what, texts in fields of the user's own."""

from __future__ import annotations

from typing import Any, Literal

import pytest
from pydantic import BaseModel

import nutgraf
from nutgraf.article import Article
from nutgraf.checking.written import Written, own_texts, written
from nutgraf.results import Brief, Cited, Event, Point, Quote, Span, Speaker, TimeRef

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


TEXT = (
    "Ida Moe runs the yard in Osk.\n\n"
    "The yard closed on May 3. It owes 4 million euros, Moe said. Moe denied that it was sold.\n\n"
    "“We will come back,” she said. “Nobody asked us,” Bo Ek said."
)


READING = nutgraf.read(Article.from_text(TEXT, language="en"))


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(text=words, start=start, end=start + len(words))


def statements(**lists: Any) -> list[Written]:
    whole = {"quotes": (), "events": (), "summary": (), "items": {}} | lists
    return written(Brief.model_construct(**whole), READING)


def told(**lists: Any) -> list[str]:
    return [one.words for one in statements(**lists)]


MOE = Speaker(name="Ida Moe", mention=None)


@pytest.mark.parametrize(
    ("event", "words"),
    [
        ({}, "The yard shut (occurred)"),
        ({"status": "planned"}, "The yard shut (planned)"),
        ({"time": TimeRef(span=span("May 3"))}, "The yard shut (occurred; May 3)"),
        ({"title": "It shut on May 3", "time": TimeRef(span=span("May 3"))}, "It shut on May 3 (occurred)"),
        ({"time": TimeRef(span=None)}, "The yard shut (occurred)"),
        ({"according_to": MOE}, "The yard shut (occurred; according to Ida Moe)"),
        (
            {"according_to": Speaker(name=None, mention=span("she")), "time": TimeRef(span=span("May 3"))},
            "The yard shut (occurred; May 3; according to she)",
        ),
        ({"according_to": Speaker(name=None)}, "The yard shut (occurred)"),
    ],
)
def test_an_event_is_put_with_what_decides_it(event: dict[str, Any], words: str) -> None:
    made = Event.model_validate(
        {"title": "The yard shut", "status": "occurred", "evidence": (span("The yard closed on May 3."),)} | event
    )
    assert statements(events=(made,)) == [Written("events", 0, words, (2,))]


@pytest.mark.parametrize(
    ("text", "source", "words"),
    [
        ("The yard has debts.", None, ["The yard has debts."]),
        ("The yard has debts.", MOE, ["The yard has debts. (according to Ida Moe)"]),
        ("The yard has debts, says Ida Moe.", MOE, ["The yard has debts, says Ida Moe."]),
        ("It owes 4 million euros, Moe said.", None, []),
        (
            "It owes 4 million euros, Moe said.",
            Speaker(name="Bo Ek"),
            ["It owes 4 million euros, Moe said. (according to Bo Ek)"],
        ),
    ],
)
def test_a_point_is_put_with_its_source_unless_it_is_a_sentence_of_the_article(
    text: str, source: Speaker | None, words: list[str]
) -> None:
    point = Point(text=text, evidence=(span("It owes 4 million euros, Moe said."),), according_to=source)
    assert told(summary=(point,)) == words


@pytest.mark.parametrize(
    ("stance", "verb"),
    [
        ("says", "says"),
        ("denies", "denies"),
        ("asks", "asks"),
        ("orders", "asks for this"),
        ("doubts", "doubts"),
        ("no_comment", "makes no comment"),
    ],
)
def test_reported_words_are_put_with_what_the_speaker_does(stance: Any, verb: str) -> None:
    quote = Quote(kind="indirect", content=(span("it was sold"),), speaker=MOE, cue=span("denied"), stance=stance)
    assert told(quotes=(quote,)) == [f"Ida Moe {verb}: it was sold"]


def test_words_in_marks_are_put_only_where_the_article_does_not_name_their_speaker_beside_them() -> None:
    hers = Quote(kind="direct", content=(span("We will come back,"),), speaker=MOE, cue=None)
    his = Quote(kind="direct", content=(span("Nobody asked us,"),), speaker=Speaker(name="Bo Ek"), cue=None)
    wrong = Quote(kind="direct", content=(span("Nobody asked us,"),), speaker=MOE, cue=None)
    assert told(quotes=(hers,)) == ["Ida Moe says: “We will come back,”"]
    assert told(quotes=(his,)) == []
    assert told(quotes=(wrong,)) == ["Ida Moe says: “Nobody asked us,”"]


def test_words_in_marks_that_no_rule_gives_to_anybody_are_put_with_whom_an_answer_names() -> None:
    text = "A sign on the gate of the yard read “Closed for good”. Ida Moe left."
    reading = nutgraf.read(Article.from_text(text, language="en"))
    words = reading.span(text.index("Closed"), text.index("”"))
    quote = Quote(kind="direct", content=(words,), speaker=MOE, cue=None)
    brief = Brief.model_construct(quotes=(quote,), events=(), summary=(), items={})
    assert [one.words for one in written(brief, reading)] == ["Ida Moe says: “Closed for good”"]


def test_a_quotation_cites_where_its_speaker_was_last_named_and_one_of_nobody_is_not_put() -> None:
    (hers,) = statements(
        quotes=(Quote(kind="direct", content=(span("We will come back,"),), speaker=MOE, cue=span("she said")),)
    )
    assert (hers.step, hers.index, hers.numbers, hers.path) == ("quotes", 0, (4, 5), ())
    nobody = Quote(kind="direct", content=(span("We will come back,"),), speaker=None, cue=None)
    unnamed = nobody.model_copy(update={"speaker": Speaker(name=None)})
    assert told(quotes=(nobody, unnamed)) == []


def test_own_fields_are_put_behind_what_they_are_said_of() -> None:
    evidence = (span("The yard closed on May 3."),)
    event = Wreck(title="The yard shut", status="occurred", evidence=evidence, others=(Cause(why="debts"),))
    assert statements(items={"wrecks": (event,)}) == [
        Written("wrecks", 0, "The yard shut (occurred)", (2,)),
        Written("wrecks", 0, "The yard shut - others why: debts", (2,), ("others", 0, "why")),
    ]

    class Remark(Cited):
        own_words: str

    assert told(items={"remarks": (Remark(evidence=evidence, own_words="Sad."),)}) == ["own words: Sad."]

    class Note(Cited):
        text: str

    assert told(items={"notes": (Note(evidence=evidence, text="Sad."),)}) == ["text: Sad."]
