"""Events: what their wording says about status and time."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from collections.abc import Callable, Sequence
from typing import TypeVar

from nutgraf.article import Span
from nutgraf.checking.rules.status import refuted_status
from nutgraf.reading.reading import Reading
from nutgraf.results import Event, Problem, TimeRef
from nutgraf.results.brief import Resolution
from nutgraf.results.happened import Status

E = TypeVar("E", bound=Event)
_WEEK = 7


def held_to_wording(event: E, reading: Reading, step: str) -> tuple[E | None, list[Problem]]:
    """The event with the status that its clause's own wording proves, or None where it rests on no part of the story."""
    label = repr(event.title[:80])

    def problem(kind: str, detail: str, resolution: Resolution) -> Problem:
        return Problem(kind=kind, step=step, item=label, detail=detail, resolution=resolution)

    if reason := boilerplate_cited(event.evidence, reading):
        return None, [problem("boilerplate_cited", reason, "dropped")]
    problems: list[Problem] = []
    proved = refuted_status(event.status, event.title, event.evidence, reading, published=reading.article.published)
    if proved is not None:
        status, reason = proved
        problems.append(problem("wording_contradicts", reason, "replaced"))
        event = event.model_copy(update={"status": status})
    time = looking(event.time, event.status, reading.article.published) if event.time else None
    if time and (reason := _elsewhere(time, event.status, reading.article.published)):
        problems.append(problem("time_against_status", reason, "field_cleared"))
        time = None
    return event if time == event.time else event.model_copy(update={"time": time}), problems


_AHEAD = frozenset({"planned", "hypothetical", "postponed"})
_BEHIND = frozenset({"occurred", "ongoing"})


def looking(time: TimeRef, status: Status, published: dt.date | None) -> TimeRef:
    """A bare weekday or month as its event looks: "on Friday" is the one to come for what is planned, the last for what occurred."""
    words = time.span.text if time.span else ""
    if not published or time.basis != "resolved" or not time.start or not time.end or any(c.isdigit() for c in words):
        return time
    if time.precision == "day" and 0 < abs((time.start - published).days) <= _WEEK and time.start == time.end:
        moved = _moved(time.start, status, published, lambda day, way: day + dt.timedelta(days=_WEEK * way))
        return time.model_copy(update={"start": moved, "end": moved, "value": moved.isoformat()})
    if time.precision == "month" and time.value == f"{time.start:%Y-%m}":
        first = _moved(time.start, status, published, lambda day, way: day.replace(year=day.year + way))
        last = first.replace(day=monthrange(first.year, first.month)[1])
        return time.model_copy(update={"start": first, "end": last, "value": f"{first:%Y-%m}"})
    return time


def _moved(day: dt.date, status: Status, published: dt.date, step: Callable[[dt.date, int], dt.date]) -> dt.date:
    if status in _AHEAD and day < published:
        return step(day, 1)
    if status in _BEHIND and day > published:
        return step(day, -1)
    return day


def _elsewhere(time: TimeRef, status: Status, published: dt.date | None) -> str | None:
    """Why a time can't be an event's: nothing occurred lies after publication, nothing planned before it."""
    if published and status == "planned" and time.end and time.end < published:
        return f"planned for {time.value}, but the article appeared on {published}"
    if published and status == "occurred" and time.start and time.start > published:
        return f"it has occurred, but {time.value} is after {published}, when the article appeared"
    return None


def boilerplate_cited(evidence: Sequence[Span], reading: Reading) -> str | None:
    """Evidence that is no part of the story: a share bar, a copyright line."""
    for span in evidence:
        if any(span.overlaps(other) for other in reading.article.boilerplate):
            return f"the evidence at {span.start} is boilerplate"
    return None
