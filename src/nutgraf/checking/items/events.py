"""Events: what their wording says about status and time."""

from __future__ import annotations

import datetime as dt
from typing import TypeVar

from nutgraf.checking.items.finding import shown
from nutgraf.checking.items.status import boilerplate_cited, planned_in_the_past, refuted_status
from nutgraf.checking.items.turned import turned
from nutgraf.reading.dates.certain import UNKNOWN
from nutgraf.reading.reading import Reading
from nutgraf.results import Event, Problem, Span, TimeRef
from nutgraf.results.brief import Resolution
from nutgraf.results.happened import Status

E = TypeVar("E", bound=Event)
CONTRADICTS, AGAINST_STATUS = "wording_contradicts", "time_against_status"
"""The kinds of problem where a status is not what the wording says, and where a time is none of its status."""
DOUBTS = frozenset({CONTRADICTS, AGAINST_STATUS})


def held_to_wording(
    event: E, reading: Reading, step: str, *, pointed: bool = False, trusted: bool = False
) -> tuple[E | None, list[Problem]]:
    """The event with the status that its clause's own wording proves, or None where it rests on no part of the story.

    Args:
        event: as the answer has it.
        reading: the article.
        step: whose pass it is.
        pointed: whether its clause was offered, with the statuses that it may have.
        trusted: whether a status that its wording contradicts is marked, and stays.
    """
    label, published = shown(event.title), reading.article.published

    def problem(kind: str, detail: str, resolution: Resolution) -> Problem:
        return Problem(kind=kind, step=step, item=label, detail=detail, resolution=resolution)

    if reason := boilerplate_cited(event.evidence, reading):
        return None, [problem("boilerplate_cited", reason, "dropped")]
    problems: list[Problem] = []
    proved = (
        None if pointed else refuted_status(event.status, event.title, event.evidence, reading, published=published)
    )
    if proved is not None:
        status, reason = proved
        problems.append(problem(CONTRADICTS, reason, "unresolved" if trusted else "replaced"))
        event = event.model_copy(update={"support": "open"} if trusted else {"status": status})
    time = turned(event.time, event.status, published, reading) if event.time and proved else event.time
    over = planned_in_the_past(event.status, time, published)
    if time and (reason := over or _still_to_come(event.status, time, published)):
        stays = trusted and not over  # "was banned from May 3 to May 9"
        if stays or time.basis not in {"resolved", "model"}:
            problems.append(problem(AGAINST_STATUS, reason, "unresolved" if stays else "field_cleared"))
        # The words are the article's: "was to open on 1 April"; where the day was only found for them, no plan is of it.
        keeps = over or time.basis in {"resolved", "model"}
        time = time if stays else time.model_copy(update=UNKNOWN) if keeps else None
    place = event.place
    if place is not None and (reason := _is_somebody(place, event, reading)):
        problems.append(problem("place_is_a_person", reason, "field_cleared"))
        place = None
    changed = {"time": time, "place": place}
    same = time == event.time and place == event.place
    return event if same else event.model_copy(update=changed), problems


def _is_somebody(place: Span, event: Event, reading: Reading) -> str | None:
    """A place that is a person's whole name: one who takes part in this very event, or who speaks in the article."""
    if not any((n.start, n.end, n.kind) == (place.start, place.end, "person") and " " in n.text for n in reading.names):
        return None
    if any(place.text in (one.name, one.mention and one.mention.text) for one in event.participants):
        return f"{place.text!r} takes part in it, so it is no place"
    speakers = (quote.speaker for quote in reading.quotes)
    # By name beside the words: who a pronoun means is a guess.
    if any(s and s.kind == "person" and s.mention and s.name == s.mention.text == place.text for s in speakers):
        return f"{place.text!r} speaks in the article, so it is no place"
    return None


def _still_to_come(status: Status, time: TimeRef | None, published: dt.date | None) -> str | None:
    """Nothing that has occurred lies after publication."""
    if not (published and status == "occurred" and time and time.start and time.limit not in {"until", "by"}):
        return None
    if time.start > published:
        return f"it has occurred, but {time.value} is after {published}, when the article appeared"
    return None
