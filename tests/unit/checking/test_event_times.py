"""A bare weekday or month looks the way that its event does; a date that can't be the event's is cleared."""

from __future__ import annotations

import datetime as dt

import pytest

import nutgraf
from nutgraf.checking.items.events import held_to_wording
from nutgraf.checking.items.turned import turned
from nutgraf.results import Event, Participant
from nutgraf.results.happened import Status


def made(text: str, words: str, status: Status) -> tuple[Event, list[str]]:
    reading = nutgraf.read(nutgraf.Article.from_text(text, published="2026-03-11"))  # a Wednesday
    at = text.index(words)
    event = Event(
        title=text.rstrip("."),
        status=status,
        evidence=(reading.sentence_span(1),),
        time=turned(reading.time_of(at, at + len(words)), status, reading.article.published, reading),
    )
    kept, problems = held_to_wording(event, reading, "events")
    assert kept is not None
    return kept, [p.kind for p in problems]


@pytest.mark.parametrize(
    ("text", "words", "status", "value"),
    [
        ("The final of both clubs on Friday.", "Friday", "planned", "2026-03-13"),
        ("The final of both clubs on Friday.", "Friday", "occurred", "2026-03-06"),
        ("The vote in May.", "May", "planned", "2026-05"),
        ("The vote in May.", "May", "occurred", "2025-05"),
        ("The vote in November.", "November", "planned", "2026-11"),
        ("Both pools stay shut until the autumn.", "until the autumn", "planned", "2026-FA"),
        ("Strikes from the middle of January.", "from the middle of January", "hypothetical", "2027-01"),
        ("The sale was put off to Feb 4.", "Feb 4", "postponed", "2026-02-04"),
        ("The sale was put off to June 4.", "June 4", "postponed", "2026-06-04"),
        ("A hearing has been pencilled in for July.", "July", "planned", "2026-07"),
        ("The barge sank on 14 June 2022. A crew of two looked at it on 27 May.", "27 May", "occurred", None),
        ("In 1976 the ban lasted until the night of 11 October.", "until the night of 11 October", "occurred", None),
        ("Tickets were gone by the Monday evening.", "by the Monday evening", "occurred", None),
        ("Farms may wait until the weekend.", "until the weekend", "hypothetical", "2026-W11-WE"),
        ("In 2023 the hotels closed in the weeks before Christmas.", "in the weeks before Christmas", "occurred", None),
    ],
)
def test_a_bare_day_or_month_looks_where_its_event_looks(text: str, words: str, status: Status, value: str) -> None:
    event, problems = made(text, words, status)
    assert event.time is not None
    assert (event.time.value, problems) == (value, [])


def test_what_occurred_does_not_lie_after_publication() -> None:
    event, problems = made("The vote of 2 May 2026.", "2 May 2026", "occurred")
    assert (event.status, problems) == ("planned", ["wording_contradicts"])


def test_a_day_stated_in_full_is_never_moved() -> None:
    event, _ = made("The vote of 9 March 2026.", "9 March 2026", "occurred")
    assert event.time is not None
    assert event.time.value == "2026-03-09"


@pytest.mark.parametrize(
    ("text", "place", "kept"),
    [
        ("Mayor Kari Holm opened the bridge. “It is high,” said Kari Holm.", "Kari Holm", False),
        ("Mayor Kari Holm opened the bridge of Narvik.", "Narvik", True),
        ("South Africa closed its ports, South Africa said.", "South Africa", True),
        ("The White House said it would reopen. A fence went up at the White House.", "White House", True),
    ],
)
def test_who_speaks_is_no_place(text: str, place: str, kept: bool) -> None:
    reading = nutgraf.read(nutgraf.Article.from_text(text, published="2026-03-11"))
    at = text.index(place)
    span = reading.article.span(at, at + len(place))
    event = Event(title="It happened", status="occurred", evidence=(reading.sentence_span(1),), place=span)
    found, problems = held_to_wording(event, reading, "events")
    assert found is not None
    assert (found.place == span, [p.kind for p in problems]) == (kept, [] if kept else ["place_is_a_person"])


def test_who_takes_part_is_no_place_of_the_same_event() -> None:
    text = "President Ann Lee opened the bridge."
    reading = nutgraf.read(nutgraf.Article.from_text(text, published="2026-03-11"))
    span = reading.article.span(10, 17)
    who = (Participant(name="Ann Lee", mention=span, role="actor"),)
    event = Event(title=text, status="occurred", evidence=(reading.sentence_span(1),), place=span, participants=who)
    found, problems = held_to_wording(event, reading, "events")
    assert found is not None
    assert (found.place, [p.resolution for p in problems]) == (None, ["field_cleared"])


@pytest.mark.parametrize(
    ("text", "words", "status", "value", "end"),
    [
        # Both ends of a range move, and a month keeps its last day.
        ("The fair of both towns between Aug. 24 and Sept. 2.", "between Aug. 24 and Sept. 2", "planned", "2026-08-24/2026-09-02", "2026-09-02"),
        ("The fair of both towns of May.", "May", "occurred", "2025-05", "2025-05-31"),
        # What is in force until a day ends after publication.
        ("The town has been under a curfew till Monday.", "till Monday", "ongoing", "2026-03-16", "2026-03-16"),
        # A feast on the other side of publication is no certain day.
        ("Shops might shut if it rained before Christmas.", "before Christmas", "hypothetical", None, None),
    ],
)  # fmt: skip
def test_a_day_is_turned_whole_or_not_told(
    text: str, words: str, status: Status, value: str | None, end: str | None
) -> None:
    event, _ = made(text, words, status)
    assert event.time is not None
    assert (event.time.value, event.time.end and str(event.time.end)) == (value, end)


@pytest.mark.parametrize(
    ("text", "words", "status", "value"),
    [
        ("A concert planned for Saturday was called off.", "Saturday", "cancelled", "2026-03-14"),
        ("The landing was called off on Tuesday evening.", "on Tuesday evening", "cancelled", None),
        ("A concert planned for next Saturday was called off.", "next Saturday", "cancelled", "2026-03-14"),
        ("A concert planned for Saturday 14 March was called off.", "Saturday 14 March", "cancelled", "2026-03-14"),
        ("The concert was put off until Saturday.", "until Saturday", "postponed", "2026-03-14"),
        ("A fair was called off last month.", "last month", "cancelled", "2026-02"),
        ("Only nine have been given a place this September.", "this September", "occurred", None),
        ("A fair of both towns this September.", "this September", "planned", "2026-09"),
        ("A bridge planned last May is to be built.", "last May", "planned", None),
        ("The final of both clubs this Friday.", "this Friday", "planned", "2026-03-13"),
        ("Over the next two years the mill lost nine men.", "Over the next two years", "occurred", None),
        ("Over the next two years the mill will lose nine men.", "Over the next two years", "planned", "P2Y"),
        ("Over the past two years the mill lost nine men.", "Over the past two years", "occurred", "P2Y"),
    ],
)
def test_a_direction_that_only_the_status_could_tell_is_none(
    text: str, words: str, status: Status, value: str | None
) -> None:
    event, _ = made(text, words, status)
    assert event.time is not None
    assert event.time.value == value


@pytest.mark.parametrize(
    ("words", "value"), [("am Samstag", None), ("am kommenden Samstag", "2026-03-14"), ("am Samstagabend", None)]
)
def test_a_bare_weekday_of_what_was_called_off_is_no_certain_day_in_german(words: str, value: str | None) -> None:
    text = f"Das Konzert {words} wurde abgesagt."
    reading = nutgraf.read(nutgraf.Article.from_text(text, published="2026-03-11", language="de"))
    at = text.index(words)
    time = turned(reading.time_of(at, at + len(words)), "cancelled", reading.article.published, reading)
    assert time.value == value


def test_a_leap_day_ends_its_february() -> None:
    reading = nutgraf.read(nutgraf.Article.from_text("The sale of February.", published="2024-01-10"))
    known = reading.time_of(12, 20).model_copy(
        update={"value": "2023-02", "start": dt.date(2023, 2, 1), "end": dt.date(2023, 2, 28), "basis": "resolved"}
    )
    time = turned(known, "planned", reading.article.published, reading)
    assert (time.value, str(time.end)) == ("2024-02", "2024-02-29")


def test_a_day_that_a_verb_sends_ahead_is_not_turned_back() -> None:
    reading = nutgraf.read(
        nutgraf.Article.from_text("It sent six divers, who are expected to arrive Friday.", published="2026-03-11")
    )
    text = reading.article.text
    known = reading.time_of(text.index("Friday"), len(text) - 1)
    time = turned(known, "occurred", reading.article.published, reading)
    event = Event(title="It sent divers", status="occurred", evidence=(reading.sentence_span(1),), time=time)
    kept, problems = held_to_wording(event, reading, "events")
    assert kept is not None
    assert kept.time is not None
    assert (kept.time.span and kept.time.span.text, kept.time.value, problems) == ("Friday", None, [])


def test_the_day_that_a_plan_was_once_for_keeps_its_words() -> None:
    event, problems = made("The museum was to open on 1 February 2026.", "1 February 2026", "planned")
    assert event.time is not None
    assert event.time.span is not None
    assert (event.time.span.text, event.time.value, problems) == ("1 February 2026", None, ["time_against_status"])


@pytest.mark.parametrize(
    ("text", "words", "value", "problems"),
    [
        ("The hall was shut until 2 May 2026.", "until 2 May 2026", "2026-05-02", []),
        ("The hall was let by 2 May 2026.", "by 2 May 2026", "2026-05-02", []),
        ("The hall was shut after 2 May 2026.", "after 2 May 2026", None, ["time_against_status"]),
        ("The hall was shut since 2 May 2026.", "since 2 May 2026", None, ["time_against_status"]),
        ("The hall was shut since 2 March 2026.", "since 2 March 2026", "2026-03-02", []),
    ],
)
def test_what_has_begun_may_last_until_a_day_to_come_and_has_not_begun_behind_it(
    text: str, words: str, value: str | None, problems: list[str]
) -> None:
    event, told = made(text, words, "occurred")
    assert (event.status, event.time and event.time.value, told) == ("occurred", value, problems)
