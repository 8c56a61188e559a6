"""What a judge's verdicts make of a brief: support, the article's sentence instead, nothing instead; each change told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

import pytest
from pydantic import BaseModel, Field

import nutgraf
from nutgraf.article import Article
from nutgraf.checking.judged import judged, unruled, with_unproved
from nutgraf.checking.written import written
from nutgraf.errors import ModelError
from nutgraf.results import Brief, Cited, Event, Point, Quote, Span, Speaker, TimeRef

TEXT = (
    "The yard closed on May 3. The town will buy it in June.\n\n"
    "Moe denied that it was sold. “Nobody asked us,” Bo Ek said. Ek left."
)
READING = nutgraf.read(Article.from_text(TEXT, language="en", published="2026-05-04"))
FIRST, SECOND = "The yard closed on May 3.", "The town will buy it in June."


@dataclass
class Verdict:
    verdict: str
    reason: str | None = None


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(text=words, start=start, end=start + len(words))


def event(title: str, sentence: str = FIRST, **more: Any) -> Event:
    given = {"id": "e1", "title": title, "status": "occurred", "evidence": (span(sentence),), "support": "open"}
    return Event.model_validate(given | more)


def point(text: str, sentence: str = FIRST, **more: Any) -> Point:
    return Point.model_validate({"text": text, "evidence": (span(sentence),), "support": "open"} | more)


def brief(**lists: Any) -> Brief:
    return Brief.model_construct(**({"quotes": (), "events": (), "summary": (), "items": {}, "problems": ()} | lists))


def ruled(given: Brief, *verdicts: Verdict | None) -> Brief:
    statements = written(given, READING)
    assert len(statements) == len(verdicts), [one.words for one in statements]
    return judged(given, statements, {n: one for n, one in enumerate(verdicts) if one is not None}, READING)


CARRIED, NOT_SAID, CONTRADICTED = Verdict("carried"), Verdict("not_said"), Verdict("contradicted")


def told(found: Brief) -> list[tuple[str, str, str, str]]:
    return [(one.kind, one.step, one.resolution, one.detail) for one in found.problems]


@pytest.mark.parametrize(("before", "after"), [("open", "judged"), ("worded", "judged"), ("verbatim", "verbatim")])
def test_what_a_judge_carries_is_judged_unless_it_was_surer(before: str, after: str) -> None:
    found = ruled(brief(events=(event("The yard shut", support=before),)), CARRIED)
    assert [one.support for one in found.events] == [after]
    assert found.problems == ()


def test_a_statement_without_a_verdict_stays_as_it_was() -> None:
    given = brief(events=(event("The yard shut"),), summary=(point("It shut."),))
    assert ruled(given, None, None) is given
    found = ruled(given, None, CARRIED)
    assert (found.events[0].support, found.summary[0].support) == ("open", "judged")


@pytest.mark.parametrize(
    ("verdict", "why"),
    [
        (NOT_SAID, "its sentences do not say it"),
        (CONTRADICTED, "its sentences say otherwise"),
        (Verdict("not_said", "the day is another"), "the day is another"),
        (Verdict("odd"), "odd"),
    ],
)
def test_what_it_refuses_gives_way_to_the_cited_sentence_and_is_told(verdict: Verdict, why: str) -> None:
    found = ruled(brief(events=(event("The yard burned"),), summary=(point("It burned."),)), verdict, verdict)
    assert [(one.title, one.support) for one in found.events] == [(FIRST, "verbatim")]
    assert [(one.text, one.support) for one in found.summary] == [(FIRST, "verbatim")]
    assert told(found) == [
        (verdict.verdict, "events", "replaced", f"The yard burned (occurred): {why}"),
        (verdict.verdict, "summary", "replaced", f"It burned.: {why}"),
    ]
    assert found.problems[0].item == repr(FIRST)


def test_a_title_that_is_the_sentence_already_is_told_and_stays() -> None:
    given = brief(events=(event(FIRST, support="verbatim"),))
    found = ruled(given, NOT_SAID)
    assert found.events == given.events
    assert [(one.resolution, one.item) for one in found.problems] == [("unresolved", repr(FIRST))]


def test_a_time_that_the_sentence_does_not_have_goes_with_the_title() -> None:
    away, here = TimeRef(span=span("June")), TimeRef(span=span("May 3"))
    found = ruled(brief(events=(event("It burned", time=away), event("It fell", id="e2", time=here))), NOT_SAID, None)
    assert found.events[0].time is None
    assert found.events[1].time == here


def test_two_that_become_the_same_are_told_once_and_events_keep_the_ids_of_their_places() -> None:
    given = brief(
        events=(
            event("It burned"),
            event("It fell", id="e2"),
            event("The town buys it", SECOND, id="e3", status="planned"),
        ),
        summary=(point("It burned."), point("It fell.")),
    )
    found = ruled(given, NOT_SAID, NOT_SAID, CARRIED, NOT_SAID, NOT_SAID)
    assert [(one.id, one.title) for one in found.events] == [("e1", FIRST), ("e2", "The town buys it")]
    assert [one.text for one in found.summary] == [FIRST]


def test_a_pass_of_ones_own_is_numbered_by_its_name() -> None:
    found = ruled(brief(items={"wrecks": (event("It burned", id="w"),)}), NOT_SAID)
    assert [(one.id, one.title) for one in found.items["wrecks"]] == [("wrecks-1", FIRST)]  # type: ignore[attr-defined]


def reported(**more: Any) -> Quote:
    given = {
        "kind": "indirect",
        "content": (span("it was sold"),),
        "speaker": Speaker(name="Moe"),
        "cue": span("denied"),
    }
    return Quote.model_validate({"stance": "denies"} | given | more)


def test_reported_speech_of_another_stands_whole_and_says_itself_who_speaks() -> None:
    found = ruled(brief(quotes=(reported(),)), NOT_SAID)
    (quote,) = found.quotes
    assert (quote.text, quote.speaker, quote.cue, quote.stance) == ("Moe denied that it was sold.", None, None, "says")
    assert told(found) == [("not_said", "quotes", "replaced", "Moe denies: it was sold: its sentences do not say it")]


def test_it_is_left_out_where_another_quote_has_the_sentence() -> None:
    other = reported(id="q2", content=(span("Moe denied that"),), speaker=None)
    found = ruled(brief(quotes=(reported(), other)), NOT_SAID)
    assert [quote.id for quote in found.quotes] == ["q2"]
    assert [one.resolution for one in found.problems] == ["dropped"]


def test_words_in_marks_of_another_go_to_whom_a_rule_finds() -> None:
    wrong = Quote(kind="direct", content=(span("Nobody asked us,"),), speaker=Speaker(name="Moe"), cue=None)
    found = ruled(brief(quotes=(wrong,)), NOT_SAID)
    (quote,) = found.quotes
    assert quote.text == "Nobody asked us,"
    assert quote.speaker is not None
    assert quote.speaker.name == "Bo Ek"


class Cause(BaseModel):
    why: str


class Wreck(Event):
    note: str = ""
    cause: Cause | None = None
    others: tuple[str, ...] = ()


Long = Annotated[str, Field(max_length=10)]


def wreck(**own: Any) -> Wreck:
    return Wreck(title="The yard shut", status="occurred", evidence=(span(FIRST),), **own)


def test_of_own_texts_what_is_refused_goes_out_of_lists_and_empties_fields() -> None:
    found = ruled(brief(items={"wrecks": (wreck(others=("a", "b", "c")),)}), CARRIED, NOT_SAID, CARRIED, NOT_SAID)
    (made,) = found.items["wrecks"]
    assert made.others == ("b",)  # type: ignore[attr-defined]
    assert [(one.kind, one.resolution) for one in found.problems] == [("not_said", "field_cleared")] * 2
    assert found.problems[0].detail == "The yard shut - others: c: its sentences do not say it"


def test_a_field_that_must_have_words_has_the_cited_sentence() -> None:
    found = ruled(brief(items={"wrecks": (wreck(cause=Cause(why="a fire")),)}), CARRIED, NOT_SAID)
    (made,) = found.items["wrecks"]
    assert made.cause == Cause(why=FIRST)  # type: ignore[attr-defined]
    assert [one.resolution for one in found.problems] == ["replaced"]


def test_where_the_cited_sentence_cannot_stand_alone_the_item_goes() -> None:
    text = "It was dark. We saw nobody there, and our boat was gone."
    reading = nutgraf.read(text)
    made = Wreck(
        title="A boat went", status="occurred", evidence=(reading.sentence_span(2),), cause=Cause(why="a fire")
    )
    given = brief(items={"wrecks": (made,)})
    statements = written(given, reading)
    found = judged(given, statements, {0: CARRIED, 1: NOT_SAID}, reading)
    assert [(one.kind, one.resolution) for one in found.problems] == [("not_said", "dropped")]
    assert found.items["wrecks"] == ()


def test_several_texts_of_an_item_that_is_gone_are_told_once() -> None:
    class Pair(Cited):
        one: Long
        two: Long

    given = brief(items={"pairs": (Pair(evidence=(span(FIRST),), one="A fire.", two="A flood."),)})
    found = ruled(given, NOT_SAID, NOT_SAID)
    assert (found.items["pairs"], len(found.problems)) == ((), 1)


@pytest.mark.parametrize(
    ("choice", "titles", "texts"),
    [("keep", ["The yard shut", FIRST], ["It shut."]), ("verbatim", [FIRST, FIRST], [FIRST]), ("drop", [FIRST], [])],
)
def test_what_is_open_is_kept_replaced_or_left_out(choice: Any, titles: list[str], texts: list[str]) -> None:
    given = brief(
        events=(event("The yard shut"), event(FIRST, id="e2", status="cancelled", support="verbatim")),
        summary=(point("It shut."),),
    )
    found = with_unproved(given, choice, READING)
    assert [one.title for one in found.events] == titles
    assert [one.text for one in found.summary] == texts
    resolution = {"verbatim": "replaced", "drop": "dropped"}.get(choice)
    why = "the article's words neither prove nor contradict it"
    expected = [
        ("unproved", "events", resolution, f"The yard shut: {why}"),
        ("unproved", "summary", resolution, f"It shut.: {why}"),
    ]
    assert told(found) == (expected if resolution else [])


def test_a_judge_that_leaves_statements_out_is_told_with_its_first_error() -> None:
    stays = "the support stays as it was"
    assert unruled(3, 3, [], stays) == ()
    (missing,) = unruled(3, 2, [], stays)
    assert (missing.kind, missing.step, missing.resolution) == ("no_verdict", "judge", "unresolved")
    assert missing.detail == "1 of 3 statements could not be judged; the support stays as it was"
    (failed,) = unruled(1, 0, [ModelError("x" * 400), ModelError("second")], stays)
    assert failed.kind == "ModelError"
    assert failed.detail == "1 of 1 statement could not be judged; the support stays as it was: " + "x" * 300


def test_of_several_cited_sentences_the_nearest_to_what_is_open_stands_instead() -> None:
    told = point("In June the town buys the yard.", evidence=(span(FIRST), span(SECOND)))
    (found,) = with_unproved(brief(summary=(told,)), "verbatim", READING).summary
    assert found.text == SECOND


@pytest.mark.parametrize(("choice", "item"), [("drop", "'The yard shut'"), ("verbatim", repr(FIRST))])
def test_what_is_told_of_an_open_title_names_what_stands_or_what_is_gone(choice: Any, item: str) -> None:
    found = with_unproved(brief(events=(event("The yard shut"),)), choice, READING)
    assert [problem.item for problem in found.problems] == [item]
