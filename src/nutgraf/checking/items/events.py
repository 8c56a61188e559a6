"""Events: what their wording says about status and time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from nutgraf.article import Span
from nutgraf.checking.rules.status import refuted_status
from nutgraf.reading.reading import Reading
from nutgraf.results import Event, Problem
from nutgraf.results.brief import Resolution

E = TypeVar("E", bound=Event)


def held_to_wording(event: E, reading: Reading, step: str) -> tuple[E | None, list[Problem]]:
    """The event with the status that its clause's own wording proves, or None where it rests on no part of the story."""
    label = repr(event.title[:80])

    def problem(kind: str, detail: str, resolution: Resolution) -> Problem:
        return Problem(kind=kind, step=step, item=label, detail=detail, resolution=resolution)

    if reason := boilerplate_cited(event.evidence, reading):
        return None, [problem("boilerplate_cited", reason, "dropped")]
    problems: list[Problem] = []
    proved = refuted_status(
        event.status, event.title, event.evidence, reading, published=reading.article.published, time=event.time
    )
    if proved is not None:
        status, reason = proved
        problems.append(problem("wording_contradicts", f"status {event.status}, but {reason}: {status}", "replaced"))
        event = event.model_copy(update={"status": status})
    return event, problems


def boilerplate_cited(evidence: Sequence[Span], reading: Reading) -> str | None:
    """Evidence that is no part of the story: a share bar, a copyright line."""
    for span in evidence:
        if any(span.overlaps(other) for other in reading.article.boilerplate):
            return f"the evidence at {span.start} is boilerplate"
    return None
