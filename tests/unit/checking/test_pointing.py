"""What a pointer's answer comes to: the clause that it chose, as the article has it."""

from __future__ import annotations

from typing import Any

import pytest

from nutgraf.article import Article
from nutgraf.asking.question import wire
from nutgraf.checking.items.pointing import pointed_at
from nutgraf.passes import Settled, built_in
from nutgraf.reading import read
from nutgraf.reading.offers.clauses import Offer, events_offered
from nutgraf.results import Event, Point

TEXT = (
    "Divers searched the lake in May, but a second search will begin in June.\n\n"
    "He said the northern bridge would open again on Friday.\n\n"
    "The club will appeal, Ann Lee said. The club is old."
)
READING = read(Article.from_text(f"Kari Holm met Ann Lee in Osk. {TEXT}", published="2026-03-04"))


def settle(name: str, *drafts: dict[str, Any]) -> Settled:
    """What a pass makes of drafts about the sentences that they cite."""
    asked = built_in(name)
    windows = {n: w for w in asked.windows(READING, "sentence") for n in w.citable}
    answered = []
    for draft in drafts:
        made = wire.answer_class(((name, asked.item),)).model_validate({name: [draft]})
        answered.append((windows[draft["evidence"][0]], getattr(made, name)))
    return asked.checked(READING, answered)


def event(number: int, title: str, status: str = "occurred", **more: Any) -> dict[str, Any]:
    """An event as a model gives it."""
    return {"evidence": [number], "title": title, "status": status, "participants": [], "quantities": [], **more}


def test_the_clause_chosen_is_delivered_word_for_word() -> None:
    settled = settle("events", event(2, "A second search will begin in June", "planned"))
    (found,) = settled.items
    assert isinstance(found, Event)
    assert (found.title, found.support, settled.problems) == ("A second search will begin in June", "verbatim", [])


def test_a_status_that_the_clause_leaves_no_room_for_gives_way() -> None:
    settled = settle("events", event(2, "A second search will begin in June", "occurred", time="June"))
    (found,) = settled.items
    assert (found.status, found.time.value) == ("planned", "2026-06")
    assert [(p.kind, p.resolution) for p in settled.problems] == [("wording_contradicts", "replaced")]


def test_a_verb_of_another_clause_does_not_overrule_the_status_of_the_one_offered() -> None:
    reading = read(Article.from_text("Holm, 33, who had lost three finals, said she would retire in December."))
    asked = built_in("events")
    (window,) = asked.windows(reading, "sentence")
    draft = event(1, "Holm, 33, who had lost three finals, said she would retire in December", "planned")
    answer = wire.answer_class((("events", asked.item),)).model_validate({"events": [draft]})
    settled = asked.checked(reading, [(window, answer.events)])
    assert ([e.status for e in settled.items], settled.problems) == (["planned"], [])


def test_a_clause_told_in_other_words_is_the_one_that_holds_most_of_them() -> None:
    """A server that binds no answer: the model may drop a point or a word."""
    settled = settle("events", event(2, "a second search begins in June.", "planned"))
    assert [found.title for found in settled.items] == ["A second search will begin in June"]


def test_what_is_no_clause_of_the_sentence_is_dropped() -> None:
    settled = settle("events", event(2, "Bakers sold bread to pilots"))
    assert settled.items == []
    assert [(p.kind, p.resolution) for p in settled.problems] == [("not_offered", "dropped")]


def test_a_reported_clause_alone_keeps_its_source_beside_it() -> None:
    settled = settle("events", event(3, "The northern bridge would open again on Friday", "planned"))
    assert [found.title for found in settled.items] == ["The northern bridge would open again on Friday"]


def test_a_point_rests_on_its_own_sentence() -> None:
    settled = settle("summary", {"evidence": [4], "text": "The club will appeal, Ann Lee said."})
    (found,) = settled.items
    assert isinstance(found, Point)
    assert (found.text, [s.text for s in found.evidence]) == (
        "The club will appeal, Ann Lee said.",
        ["The club will appeal, Ann Lee said."],
    )


@pytest.mark.parametrize("name", ["events", "summary"])
def test_only_what_offers_something_is_asked_about(name: str) -> None:
    windows = built_in(name).windows(READING, "sentence")
    assert all(window.points for window in windows)
    assert 5 not in {n for window in windows for n in window.numbers} or name == "summary"


def test_of_nothing_offered_nothing_is_meant() -> None:
    assert pointed_at("Divers searched the lake", ()) is None
    offers = events_offered(READING, 2)
    assert pointed_at("  DIVERS searched the lake in May. ".strip(), offers) == offers[0]


def test_a_time_is_delivered_whole_with_the_stop_of_its_last_word() -> None:
    text = "The tower fell shortly after 9 p.m., when the storm had reached the coast of Osk."
    reading = read(Article.from_text(text, published="2026-03-04"))
    asked = built_in("events")
    (window,) = asked.windows(reading, "sentence")
    draft = event(1, text.rstrip("."), time="shortly after 9 p.m.")
    answer = wire.answer_class((("events", asked.item),)).model_validate({"events": [draft]})
    (found,) = asked.checked(reading, [(window, answer.events)]).items
    assert (found.time.span.text, found.time.value, found.time.limit) == ("shortly after 9 p.m.", None, "after")


@pytest.mark.parametrize(
    ("text", "offered", "meant"),
    [
        (
            "the club will appeal",
            ["The club will appeal, Ann Lee said", "The club will appeal"],
            "The club will appeal",
        ),
        (
            " The club will appeal. ",
            ["The club will appeal, Ann Lee said", "The club will appeal."],
            "The club will appeal.",
        ),
        (
            "The club will appeal.",
            ["The club will appeal in May, it said", "The club will appeal"],
            "The club will appeal",
        ),
        ("The club appeals", ["Bakers sold bread", "The club will appeal"], "The club will appeal"),
        ("club pilots bakers appeal bread", ["The club will appeal with bread"], "The club will appeal with bread"),
        ("club pilots bakers appeal boats", ["The club will appeal with bread"], None),
        ("x", [], None),
    ],
    ids=[
        "as it is",
        "with its stop",
        "without its stop",
        "most of it",
        "three words of five",
        "two of five",
        "of none",
    ],
)
def test_the_same_words_are_meant_first_then_those_that_hold_three_fifths(
    text: str, offered: list[str], meant: str | None
) -> None:
    found = pointed_at(text, [Offer(1, 0, len(one), one, ()) for one in offered])
    assert (found and found.text) == meant
