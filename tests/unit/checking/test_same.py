"""Events told twice: what is one, and what only sounds alike."""

from __future__ import annotations

import pytest

import nutgraf
from nutgraf.checking.items.same import merged, said_once
from nutgraf.results import Event, Participant, Point

ARTICLE = nutgraf.Article.from_text(
    "A ferry rammed a barge near Ulvik, and another ferry towed the barge to port. Prices at Norda rose 4 percent in June, "
    "while prices at Sydra rose 9 percent in June. Ana Ruiz beat Kim Lo on Friday. Robbers took a clock from the town hall."
)
READING = nutgraf.read(ARTICLE)


def event(title: str, number: int, **more: object) -> Event:
    return Event(title=title, status="occurred", evidence=(READING.sentence_span(number),), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other", "number"),
    [
        ("A ferry rammed a barge near Ulvik.", "Another ferry towed the barge to port.", 1),
        ("Prices at Norda rose 4 percent in June.", "Prices at Sydra rose 9 percent in June.", 2),
        ("Prices rose 4 percent in June.", "Prices rose 9 percent in June.", 2),
        ("Ana Ruiz beat Kim Lo.", "Kim Lo beat Ana Ruiz.", 3),
        ("Ana Ruiz won.", "Ana Ruiz won the first of three sets in nine minutes.", 3),
    ],
)
def test_what_differs_in_who_how_much_or_the_verb_stays_two(one: str, other: str, number: int) -> None:
    kept, problems = merged([event(one, number), event(other, number)], "events")
    assert [e.title for e in kept] == [one, other]
    assert problems == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Robbers took a clock from the town hall.", "A clock was taken from the town hall by robbers."),
        ("Robbers took a clock from the town hall.", "Robbers took a clock from the town hall"),
    ],
)
def test_one_event_told_twice_is_told_once_and_reported(one: str, other: str) -> None:
    kept, problems = merged([event(one, 4), event(other, 4)], "events")
    assert [e.title for e in kept] == [one]
    assert [(p.kind, p.resolution) for p in problems] == [("same_event", "merged")]


TOOK = "Robbers took a clock from the town hall."


@pytest.mark.parametrize(
    ("one", "other", "number", "kept", "dropped"),
    [
        (TOOK, "Robbers took a clock.", 4, TOOK, "Robbers took a clock."),
        ("Robbers took a clock.", TOOK, 4, TOOK, "Robbers took a clock."),
        (
            "Prices at Norda rose.",
            "Prices rose 4 percent at Norda",
            2,
            "Prices rose 4 percent at Norda",
            "Prices at Norda rose.",
        ),
        (
            "Ana Ruiz beat Kim Lo on Friday",
            "Kim Lo was beaten by Ana Ruiz on Friday",
            3,
            "Ana Ruiz beat Kim Lo on Friday",
            "Kim Lo was beaten by Ana Ruiz on Friday",
        ),
    ],
)
def test_the_fuller_words_stand_and_the_others_are_told(
    one: str, other: str, number: int, kept: str, dropped: str
) -> None:
    found, problems = merged([event(one, number), event(other, number)], "events")
    assert [e.title for e in found] == [kept]
    told = [(p.kind, p.step, p.item, p.detail, p.resolution) for p in problems]
    assert told == [("same_event", "events", repr(dropped), f"it tells the same as {kept!r}", "merged")]


@pytest.mark.parametrize(
    ("one", "other", "number", "twice"),
    [
        (TOOK, "Robbers took a clock", 4, True),
        ("Robbers took a clock", TOOK, 4, False),
        (TOOK, "Robbers took a clock from the hall", 4, True),
        ("Ana Ruiz beat Kim Lo on Friday", "Kim Lo was beaten on Friday by Ana Ruiz", 3, True),
        ("Ana Ruiz beat Kim Lo on Friday", "Kim Lo beat Ana Ruiz on Friday", 3, False),
        ("Ana Ruiz beat Kim Lo in Ulvik on Friday", "Ana Ruiz beat Kim Lo on Friday", 3, True),
        ("Ana Ruiz beat Kim Lo in Ulvik on Friday", "Kim Lo beat Ana Ruiz on Friday", 3, False),
        ("Prices rose 4 percent in June", "Prices rose 9 percent in June", 2, False),
    ],
)
def test_a_point_that_says_no_more_than_one_before_it_is_left_out(
    one: str, other: str, number: int, twice: bool
) -> None:
    points = [Point(text=text, evidence=(READING.sentence_span(number),)) for text in (one, other)]
    kept, problems = said_once(points, "summary")
    assert [p.text for p in kept] == ([one] if twice else [one, other])
    told = [(p.kind, p.step, p.item, p.detail, p.resolution) for p in problems]
    assert told == [("same_point", "summary", repr(other), f"it says the same as {one!r}", "merged")] * twice


def test_what_another_event_only_mentions_is_an_event_of_its_own() -> None:
    whole, mentioned = "Ida Berg ran the port while Jo Lind had surgery on a knee.", "Jo Lind had surgery on a knee."
    actor = (Participant(name="Ida Berg", role="actor"),)
    kept, problems = merged([event(whole, 1, participants=actor), event(mentioned, 1)], "events")
    assert ([e.title for e in kept], problems) == ([whole, mentioned], [])


def test_events_of_some_of_the_same_sentences_are_two() -> None:
    one = event("Robbers took a clock from the town hall.", 4)
    other = one.model_copy(update={"evidence": (*one.evidence, READING.sentence_span(1))})
    assert len(merged([one, other], "events")[0]) == 2


def test_another_status_another_day_or_another_actor_is_another_event() -> None:
    told = event("Robbers took a clock from the town hall.", 4)
    others = [
        told.model_copy(update={"status": "planned"}),
        told.model_copy(update={"participants": (Participant(name="Norda", role="actor"),)}),
    ]
    first = told.model_copy(update={"participants": (Participant(name="Sydra", role="actor"),)})
    for other in others:
        kept, _ = merged([first, other], "events")
        assert len(kept) == 2


def test_events_of_other_sentences_are_never_one() -> None:
    kept, _ = merged([event("Prices rose.", 2), event("Prices rose.", 3)], "events")
    assert len(kept) == 2


def test_points_keep_their_order_and_are_said_once() -> None:
    texts = ["Robbers took a clock.", "Prices at Norda rose 4 percent.", "Robbers took a clock."]
    points = [Point(text=text, evidence=(READING.sentence_span(n),)) for text, n in zip(texts, (4, 2, 4), strict=True)]
    kept, problems = said_once(points, "summary")
    assert [p.text for p in kept] == texts[:2]
    assert [p.resolution for p in problems] == ["merged"]


def test_many_points_of_one_sentence_take_no_longer_than_they_must() -> None:
    points = [Point(text=f"Point {n} of many.", evidence=(READING.sentence_span(1),)) for n in range(300)]
    assert len(said_once(points, "summary")[0]) == 300
