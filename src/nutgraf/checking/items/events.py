"""Events: what the wording says about their status, which are one and the same, and who asserts them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeVar

from nutgraf.checking.place.lookup import all_of
from nutgraf.checking.rules.clauses import denies, own_words, told_in
from nutgraf.checking.rules.status import boilerplate_cited, planned_in_the_past, refuted_status, turned
from nutgraf.checking.rules.stems import content_stems
from nutgraf.reading.reading import Reading
from nutgraf.results import Event, Problem, Quote
from nutgraf.results.brief import Resolution

E = TypeVar("E", bound=Event)
_ALIKE = 0.5
"""Share of common title stems from which two events of one sentence count as one."""


def held_to_wording(event: E, reading: Reading, step: str) -> tuple[E | None, list[Problem]]:
    """The event with the status that its sentences' wording gives, or None where nothing is left of it."""
    problems: list[Problem] = []
    label = repr(event.title[:80])
    if reason := boilerplate_cited(event.evidence, reading):
        return None, [Problem(kind="boilerplate_cited", step=step, item=label, detail=reason, resolution="dropped")]
    told, found = _less_its_statement(event, reading, step)
    problems += found
    if told is None:
        return None, problems
    event = told
    found_status = refuted_status(
        event.status, event.title, event.evidence, reading, published=reading.article.published
    )
    if found_status:
        proved, detail = found_status
        problems.append(
            Problem(kind="wording_contradicts", step=step, item=label, detail=detail, resolution="replaced")
        )
        event = event.model_copy(update={"status": proved})
    if event.time and (time := turned(event.time, event.status, reading.article.published)) != event.time:
        event = event.model_copy(update={"time": time})
    if reason := planned_in_the_past(event.status, event.time, reading.article.published):
        problems.append(
            Problem(kind="planned_in_the_past", step=step, item=label, detail=reason, resolution="field_cleared")
        )
        event = event.model_copy(update={"time": None})
    return event, problems


def _less_its_statement(event: E, reading: Reading, step: str) -> tuple[E | None, list[Problem]]:
    """A statement listed as an event: what it reports may be one, the saying is a quote."""

    def problem(detail: str, resolution: Resolution) -> list[Problem]:
        label = repr(event.title[:80])
        return [Problem(kind="statement_as_event", step=step, item=label, detail=detail, resolution=resolution)]

    for span in event.evidence:
        for told in told_in(span, reading):
            cue = reading.article.text[slice(*told.cue)] if told.cue else ""
            if not all_of(cue, event.title):
                continue
            if told.segments:
                return None, problem("it only tells that something was said: a quote, not an event", "dropped")
            if denies(told, reading):
                changed = event.model_copy(update={"status": "hypothetical"})
                return changed, problem("it is denied", "replaced") if event.status != "hypothetical" else []
            return event.model_copy(update={"title": own_words(span, reading)}), problem(
                "the title told who said it; what was said stands instead", "replaced"
            )
    if _QUOTED.search(event.title):
        return None, problem("it is a quotation, not an event", "dropped")
    return event, []


_QUOTED = re.compile(r'["“”«»„]')


def merged(events: Sequence[E]) -> list[E]:
    """Events in article order, with those that are the same told once.

    Two are the same when their evidence overlaps, their status agrees, and their titles or participants do.
    """
    kept: list[E] = []
    for event in sorted(events, key=lambda e: (e.evidence[0].start, e.evidence[-1].end)):
        if not any(_same(event, other) for other in kept):
            kept.append(event)
    return kept


def _same(one: Event, other: Event) -> bool:
    if one.status != other.status or not any(a.overlaps(b) for a in one.evidence for b in other.evidence):
        return False
    mine, theirs = set(content_stems(one.title)), set(content_stems(other.title))
    if mine and theirs and len(mine & theirs) / min(len(mine), len(theirs)) >= _ALIKE:
        return True
    actors = {p.name for p in one.participants}
    return (
        bool(actors)
        and actors == {p.name for p in other.participants}
        and one.time == other.time
        and one.title == other.title
    )


def asserted(events: Sequence[E], quotes: Sequence[Quote]) -> list[E]:
    """Events with the ids of the quotes that assert them: those whose content takes up most of the evidence."""
    found: list[E] = []
    for event in events:
        ids = tuple(q.id for q in quotes if _covers(q, event))
        found.append(event if ids == event.asserted_by else event.model_copy(update={"asserted_by": ids}))
    return found


def _covers(quote: Quote, event: Event) -> bool:
    """True when every cited sentence is, for the greater part, what the quote says."""
    content = quote.content
    for span in event.evidence:
        if content[-1].end <= span.start or span.end <= content[0].start:
            return False
        inside = sum(max(0, min(c.end, span.end) - max(c.start, span.start)) for c in content)
        if inside * 2 < span.end - span.start:
            return False
    return True
