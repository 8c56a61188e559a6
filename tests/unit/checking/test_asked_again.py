"""What is asked again: one request for all passes, with the sentences that an item may rest on, and what came of it."""

from __future__ import annotations

import json
from typing import Any

import nutgraf
from nutgraf.asking.question import wire
from nutgraf.checking.items.repair import Failure, repair_of
from nutgraf.mending import fates_told, mended, repair_for
from nutgraf.passes import built_in
from nutgraf.reading.window import runs
from nutgraf.results import Event, Point, Provenance, Quote, Usage
from nutgraf.steps import Answered, Checks, make_brief

TEXT = (
    "The harbour of Lisle was closed on Monday. Divers had found a mine there.\n\n"
    "“Nobody was hurt,” said Inga Moe, who leads the coast guard. The harbour will open again on Thursday, she said.\n\n"
    "The ferries sail from Orm until then. About 300 passengers were taken there by bus."
)
PASSES = (built_in("quotes"), built_in("events"), built_in("summary"))
SAID = {"content": ["m1"], "speaker": {"name": "Inga Moe", "kind": "person"}, "cue": "said"}
MADE_BY = Provenance(model="m", host="h", prompts={}, version="0")


def event(numbers: list[int], title: str, status: str = "occurred") -> dict[str, Any]:
    return {"evidence": numbers, "title": title, "status": status, "participants": [], "quantities": []}


def point(numbers: list[int], text: str) -> dict[str, Any]:
    return {"evidence": numbers, "text": text}


class Case:
    """An article, an answer about it, and what is asked again."""

    def __init__(self, **answer: Any) -> None:
        self.reading = nutgraf.read(TEXT)
        (window,) = runs(self.reading, "article")
        given: dict[str, Any] = {"quotes": [SAID], "events": [], "summary": []} | answer
        read = wire.answer_class(tuple((p.name, p.item) for p in PASSES)).model_validate(given)
        self.answers = [Answered(p.name, window, getattr(read, p.name)) for p in PASSES]
        self.checks = Checks(self.reading)
        self.repair = repair_for(PASSES, self.checks, self.answers)

    def brief(self, **again: Any) -> nutgraf.Brief:
        """The brief after this answer to the repair request."""
        assert self.repair
        asked = dict(self.repair.parts)
        given = {
            name: getattr(wire.answer_class(((name, asked[name]),)).model_validate({name: items}), name)
            for name, items in again.items()
        }
        answers, fates = mended(self.answers, self.repair, given)
        told = fates_told(PASSES, self.checks, answers, fates)
        return make_brief(PASSES, self.reading, answers, Usage(), MADE_BY, repaired=told, checks=self.checks)


def wrong() -> Case:
    return Case(
        events=[
            event([1], "The harbour of Lisle was closed on Monday"),
            event([2], "Divers had found 17 mines there"),
            event([6], "About 300 passengers were taken there by bus"),
        ],
        summary=[
            point([1], "The harbour of Lisle was closed on Friday."),
            point([6], "About 300 passengers were taken to Orm by bus."),
        ],
    )


def test_one_request_asks_again_for_the_items_of_all_passes_numbered_throughout() -> None:
    repair = wrong().repair
    assert repair
    assert [name for name, _ in repair.parts] == ["events", "summary"]
    schema = wire.schema(dict(repair.parts))["properties"]
    assert schema["events"]["items"]["properties"]["item"]["enum"] == [1]
    assert schema["summary"]["items"]["properties"]["item"]["enum"] == [2]
    assert [line[:3] for line in repair.question.splitlines()] == ["eve", "1. ", "sum", "2. "]
    assert "17" in repair.question
    assert "Friday" in repair.question


def test_what_failed_is_asked_again_in_its_own_letters() -> None:
    repair = Case(events=[event([2], "Divers had found 17 mines at Malmö")]).repair
    assert repair
    assert '"title": "Divers had found 17 mines at Malmö"' in repair.question


def test_the_sentences_cited_and_those_beside_them_are_shown_across_paragraphs() -> None:
    case = Case(events=[event([5], "The ferries sail from Orm until Sunday")])
    assert case.repair
    assert set(case.repair.window.numbers) >= {4, 5, 6}


def test_a_sentence_that_a_text_may_rest_on_instead_is_shown_wherever_it_stands() -> None:
    case = Case(summary=[point([1], "About 412 passengers were taken there by bus.")])
    assert case.repair
    assert 6 in case.repair.window.numbers


def test_what_is_given_again_takes_the_place_of_what_failed() -> None:
    brief = wrong().brief(
        events=[{"item": 1, "evidence": [2], "title": "Divers had found a mine there"}],
        summary=[{"item": 2, "evidence": [1], "text": "The harbour of Lisle was closed on Monday."}],
    )
    assert [p.text for p in brief.summary] == [
        "The harbour of Lisle was closed on Monday.",
        "About 300 passengers were taken to Orm by bus.",
    ]
    assert "Divers had found a mine there" in [e.title for e in brief.events]
    assert [(p.step, p.resolution) for p in brief.problems] == [("events", "repaired"), ("summary", "repaired")]


def test_evidence_may_change_and_nothing_else_but_what_failed() -> None:
    case = Case(events=[event([6], "The harbour will open again on Saturday", "planned")])
    brief = case.brief(events=[{"item": 1, "evidence": [4], "title": "The harbour will open again on Thursday"}])
    (found,) = brief.events
    assert (found.title, found.status) == ("The harbour will open again on Thursday", "planned")
    assert [span.text for span in found.evidence] == ["The harbour will open again on Thursday, she said."]


def test_what_fails_again_is_not_called_repaired() -> None:
    brief = wrong().brief(
        events=[{"item": 1, "evidence": [2], "title": "Divers had found 18 mines there"}],
        summary=[{"item": 2, "evidence": [1], "text": "The harbour of Lisle was closed on Monday."}],
    )
    assert "Divers had found 18 mines there" not in [e.title for e in brief.events]
    assert [p.step for p in brief.problems if p.resolution == "repaired"] == ["summary"]
    assert [p.resolution for p in brief.problems if p.step == "events"] == ["replaced"]


def test_what_is_taken_back_is_dropped_and_told() -> None:
    brief = wrong().brief(events=[], summary=[])
    assert [p.text for p in brief.summary] == ["About 300 passengers were taken to Orm by bus."]
    assert [p.resolution for p in brief.problems] == ["dropped", "dropped"]


def test_a_right_answer_is_not_asked_again() -> None:
    assert Case(events=[event([1], "The harbour of Lisle was closed on Monday")]).repair is None


def test_the_items_are_shown_as_they_were_given() -> None:
    repair = wrong().repair
    assert repair
    shown = json.loads(repair.question.splitlines()[1].removeprefix("1. ").partition("} - ")[0] + "}")
    assert shown == {"evidence": [2], "title": "Divers had found 17 mines there"}


def test_a_quote_that_was_mended_is_named_by_what_it_refers_to_and_not_by_its_cue() -> None:
    case = Case(quotes=[SAID, SAID | {"content": ["2"], "cue": "insisted"}])
    brief = case.brief(quotes=[{"item": 1, "content": ["4: The harbour … Thursday"], "cue": "said"}])
    assert [(p.item, p.resolution) for p in brief.problems if p.kind == "no_speech_in_sentence"] == [
        ("4: The harbour … Thursday", "repaired")
    ]


def test_a_quotation_that_refers_to_nothing_is_asked_again_with_what_was_shown() -> None:
    case = Case(quotes=[SAID | {"content": ["m8, m9"]}])
    assert case.repair is not None
    assert case.repair.window.tags == ("m1",)
    brief = case.brief(quotes=[{"item": 1, "content": ["m1"]}])
    assert [(quote.text, quote.speaker.name) for quote in brief.quotes if quote.speaker] == [
        ("Nobody was hurt,", "Inga Moe")
    ]
    assert [problem.resolution for problem in brief.problems] == ["repaired"]


def test_no_sentence_is_shown_for_a_name_that_another_only_begins_like() -> None:
    text = "Mayor Ann Lee came by boat. It rained. Lee spoke first. Nobody else did. The match was played at noon. Fans of both sides came."
    reading = nutgraf.read(text)
    draft = Point(text="Leeds won the match", evidence=(reading.sentence_span(5),))
    asked = repair_of([("summary", Point, [Failure(draft, "k", "r", (5,), ("text",))])], reading)
    assert asked is not None
    assert asked.window.numbers == (4, 5, 6)


def test_what_is_shown_of_an_item_is_what_failed_where_it_points_and_what_it_says() -> None:
    reading = nutgraf.read(
        "The road is shut. The bridge fell in May. We mended it. Carts wait. Ida Moe came. Rain fell."
    )
    point = wire.item_class(Point).model_construct(text="The bridge fell", evidence=(2,))
    event = wire.item_class(Event).model_construct(
        title="The bridge fell", status="occurred", evidence=(2,), place=None
    )
    failing = [
        ("summary", Point, [Failure(point, "k", "it is not so", (2,), ("evidence",))]),
        ("events", Event, [Failure(event, "k", "no status", (5,), ("status",))]),
        ("quotes", Quote, []),
    ]
    asked = repair_of(failing, reading)
    assert asked is not None
    assert asked.question.splitlines() == [
        "summary:",
        '1. {"evidence": [2], "text": "The bridge fell"} - it is not so',
        "events:",
        '2. {"evidence": [2], "title": "The bridge fell", "status": "occurred"} - no status',
    ]
    assert asked.window.numbers == (1, 2, 3, 4, 5, 6)
    assert [(name, sorted(part.model_fields)) for name, part in asked.parts] == [
        ("summary", ["evidence", "item"]),
        ("events", ["evidence", "item", "status"]),
    ]
    assert repair_of([("quotes", Quote, [])], reading) is None
