"""A reader whose statements hold but for few is no liar: what rules of wording refute of it is marked, not asked for again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

import nutgraf
from nutgraf.asking.judging import Ruling
from nutgraf.asking.question import wire
from nutgraf.checking.judged import judged, with_unproved
from nutgraf.checking.numbered import numbered
from nutgraf.checking.written import written
from nutgraf.mending import repair_for, trusting
from nutgraf.passes import Pass, built_in
from nutgraf.reading.reading import Reading
from nutgraf.reading.window import runs
from nutgraf.results import Brief, Provenance, Usage
from nutgraf.steps import Answered, Checks, make_brief

TOWNS = ("Oslo", "Bergen", "Molde", "Narvik", "Skien", "Voss", "Hamar", "Moss", "Gran", "Mandal", "Halden", "Askim")
TEXT = "\n\n".join(
    f"The port of {town} was shut for {n + 40} hours, “as it must be,” the mayor said." for n, town in enumerate(TOWNS)
)
READING = nutgraf.read(TEXT)
MADE_BY = Provenance(model="m", host="h", prompts={}, version="0")
PASSES = (built_in("events"), built_in("summary"))


def answers(titles: dict[int, str] | None = None, points: dict[int, str] | None = None) -> list[Answered]:
    """An event for each of the towns, titled rightly but where told otherwise, and the points given, by the number of their sentence."""
    told = {n: f"{town}'s port was shut for {n + 40} hours" for n, town in enumerate(TOWNS)} | (titles or {})
    events: list[Any] = [
        {"evidence": [n + 1], "title": title, "status": "occurred", "participants": [], "quantities": []}
        for n, title in told.items()
    ]
    given = {"events": events, "summary": [{"evidence": [n + 1], "text": text} for n, text in (points or {}).items()]}
    read = wire.answer_class(tuple((p.name, p.item) for p in PASSES)).model_validate(given)
    (window,) = runs(READING, "article")
    return [Answered(p.name, window, getattr(read, p.name)) for p in PASSES]


def asked(given: list[Answered]) -> list[str]:
    """The kinds of what is asked for again."""
    checks = Checks(READING)
    repair = repair_for(PASSES, checks, trusting(PASSES, checks, given))
    return [failure.kind for _, failure in repair.failures] if repair else []


def delivered(given: list[Answered]) -> Brief:
    return made_of(PASSES, READING, given)


def made_of(passes: Sequence[Pass], reading: Reading, given: list[Answered]) -> Brief:
    checks = Checks(reading)
    return make_brief(passes, reading, trusting(passes, checks, given), Usage(), MADE_BY, checks=checks)


@pytest.mark.parametrize(
    "title",
    ["The port of Moss was shut for 99 hours", "Ann Lee shut the port of Moss", "The port of Moss was not shut"],
)
def test_one_doubt_among_many_statements_is_marked_and_stays_as_it_was_told(title: str) -> None:
    given = answers({7: title})
    assert asked(given) == []
    brief = numbered(delivered(given), READING)
    (event,) = [event for event in brief.events if event.title == title]
    assert event.support == "open"
    ((item, resolution),) = [(problem.item, problem.resolution) for problem in brief.problems]
    assert (item, resolution) == (event.id, "unresolved")
    assert len(brief.events) == len(TOWNS)


def test_doubts_are_few_where_they_are_fewer_than_one_in_ten_all_passes_together() -> None:
    wrong = {2: "The port of Molde was shut for 90 hours", 5: "The port of Voss was shut for 91 hours"}
    assert asked(answers(wrong)) == ["invented_number", "invented_number"]
    right = {n: f"{town} was shut for {n + 40} hours." for n, town in enumerate(TOWNS)}
    assert asked(answers(wrong, points=right)) == []
    assert asked(answers(wrong, points=right | {0: "Oslo was shut for 92 hours."})) == ["invented_number"] * 3
    assert asked(answers()) == []


def test_what_is_no_matter_of_wording_is_asked_for_again_however_much_else_holds() -> None:
    altered = "The port of Moss was shut, “as it had to be then,” its mayor said"
    assert asked(answers({7: altered})) == ["altered_quotation"]
    nowhere = answers()
    (first, *others) = nowhere[0].items
    moved = (first.model_copy(update={"evidence": ()}), *others)
    assert asked([Answered("events", nowhere[0].window, moved), nowhere[1]]) == ["no_evidence"]


def judged_by(brief: Brief, verdict: Any) -> Brief:
    statements = written(brief, READING)
    rulings = {n: Ruling(item=n + 1, verdict=verdict) for n, one in enumerate(statements) if "99 hours" in one.words}
    assert len(rulings) == 1
    return judged(brief, statements, rulings, READING)


def test_a_status_that_its_wording_contradicts_is_marked_of_a_reader_and_replaced_of_others() -> None:
    reading = nutgraf.read(
        "\n\n".join(f"A storm hit {town} and sank {n + 40} boats there." for n, town in enumerate(TOWNS))
    )
    (window,) = runs(reading, "article")
    given: list[Any] = [
        {"evidence": [n + 1], "title": f"A storm sank {n + 40} boats in {town}", "status": "occurred" if n else "planned",
         "participants": [], "quantities": []}
        for n, town in enumerate(TOWNS)
    ]  # fmt: skip
    read = wire.answer_class((("events", PASSES[0].item),)).model_validate({"events": given})

    marked, alone = (
        made_of(PASSES[:1], reading, [Answered("events", window, items)]) for items in (read.events, read.events[:1])
    )
    assert [(event.status, event.support) for event in marked.events[:2]] == [
        ("planned", "open"),
        ("occurred", "worded"),
    ]
    assert [(problem.kind, problem.resolution) for problem in marked.problems] == [
        ("wording_contradicts", "unresolved")
    ]
    assert [event.status for event in alone.events] == ["occurred"]
    assert [(problem.kind, problem.resolution) for problem in alone.problems] == [("wording_contradicts", "replaced")]


def test_a_time_after_publication_is_marked_of_a_reader_who_says_that_it_has_occurred() -> None:
    text = "\n\n".join(
        f"The board of {town} was offered a link of {n + 40} wires in 2031." for n, town in enumerate(TOWNS)
    )
    reading = nutgraf.read(nutgraf.Article.from_text(text, published="2026-03-12"))
    (window,) = runs(reading, "article")
    given: list[Any] = [
        {"evidence": [n + 1], "title": f"{town} was offered a link of {n + 40} wires", "status": "occurred", "participants": [],
         "quantities": [], "time": None if n else "in 2031"}
        for n, town in enumerate(TOWNS)
    ]  # fmt: skip
    read = wire.answer_class((("events", PASSES[0].item),)).model_validate({"events": given})

    marked, alone = (
        made_of(PASSES[:1], reading, [Answered("events", window, items)]) for items in (read.events, read.events[:1])
    )
    assert marked.events[0].time is not None
    assert marked.events[0].time.value == "2031"
    assert [(problem.kind, problem.resolution) for problem in marked.problems] == [
        ("time_against_status", "unresolved")
    ]
    assert alone.events[0].time is None
    assert [(problem.kind, problem.resolution) for problem in alone.problems] == [
        ("time_against_status", "field_cleared")
    ]


def test_a_speaker_whom_the_words_beside_contradict_is_marked_of_a_reader_and_replaced_of_others() -> None:
    text = "Bo Lund wept.\n\n" + "\n\n".join(f"“The port of {town} is shut,” said Ida Moe." for town in TOWNS)
    reading, asked = nutgraf.read(text), (built_in("quotes"),)
    (window,) = runs(reading, "article")
    given: list[Any] = [
        {"content": [f"m{n}"], "cue": "said", "stance": "says",
         "speaker": {"name": "Ida Moe" if n > 1 else "Bo Lund", "kind": "person"}}
        for n in range(1, len(TOWNS) + 1)
    ]  # fmt: skip
    read = wire.answer_class((("quotes", asked[0].item),)).model_validate({"quotes": given})

    marked, few = (
        made_of(asked, reading, [Answered("quotes", window, items)]) for items in (read.quotes, read.quotes[:9])
    )
    assert [quote.speaker and quote.speaker.name for quote in marked.quotes[:2]] == ["Bo Lund", "Ida Moe"]
    assert [(p.kind, p.resolution) for p in marked.problems] == [("speaker_contradicts_words", "unresolved")]
    assert few.quotes[0].speaker is not None
    assert few.quotes[0].speaker.name == "Ida Moe"
    assert ("speaker_contradicts_words", "replaced") in [(p.kind, p.resolution) for p in few.problems]


def test_a_judge_settles_what_was_marked() -> None:
    brief = delivered(answers({7: "The port of Moss was shut for 99 hours"}))
    carried = judged_by(brief, "carried")
    assert carried.problems == ()
    assert [event.support for event in carried.events if "99" in event.title] == ["judged"]
    refused = judged_by(brief, "contradicted")
    assert [(p.kind, p.resolution) for p in refused.problems] == [("contradicted", "replaced")]


@pytest.mark.parametrize(("choice", "resolution"), [("verbatim", "replaced"), ("drop", "dropped")])
def test_what_was_marked_is_open_to_who_wants_nothing_unproved(choice: Any, resolution: str) -> None:
    brief = with_unproved(delivered(answers({7: "The port of Moss was shut for 99 hours"})), choice, READING)
    assert not any("99" in event.title for event in brief.events)
    ((kind, detail, how),) = [(p.kind, p.detail, p.resolution) for p in brief.problems if "99" in p.detail]
    assert (kind, how) == ("unproved", resolution)
    assert "nowhere in the article" in detail
