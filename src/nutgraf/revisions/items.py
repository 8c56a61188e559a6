"""What of a brief changed: quotes altered, speakers, statuses, days and figures corrected, items added and removed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any, TypeVar

from nutgraf.results import Brief, Event, FieldChange, ItemChange, Point, Quote
from nutgraf.results.happened import said_in
from nutgraf.results.said import told_as, told_name
from nutgraf.revisions.sentences import Alignment, figure_changes, told

_LIKE = 0.5
"""Likeness of words from which two items are one that was altered."""
_RESTS = 0.3
"""What resting on the same sentence adds to the likeness of two items."""

T = TypeVar("T", Quote, Event, Point)


def item_changes(old: Brief, new: Brief, alignment: Alignment) -> Iterator[ItemChange]:
    """What changed, quotes first, in the order of the newer brief; what was removed last."""
    yield from _changes("quote", old.quotes, new.quotes, alignment, _quote_fields)
    yield from _changes("event", old.events, new.events, alignment, _event_fields)
    yield from _changes("point", old.summary, new.summary, alignment, _point_fields)


def _told(item: Quote | Event | Point) -> str:
    return told_as(item) if isinstance(item, Quote) else said_in(item)


def _changes(
    kind: Any,
    old: Sequence[T],
    new: Sequence[T],
    alignment: Alignment,
    fields: Callable[[T, T], Iterator[FieldChange]],
) -> Iterator[ItemChange]:
    pairs = _pairs(old, new, alignment)
    for at, item in enumerate(new):
        name = _name(item, at)
        if at not in pairs:
            yield ItemChange(item=kind, change="added", text=_told(item), new=name)
            continue
        before = old[pairs[at]]
        if changed := tuple(fields(before, item)):
            yield ItemChange(
                item=kind, change="altered", text=_told(item), old=_name(before, pairs[at]), new=name, fields=changed
            )
    for at, item in enumerate(old):
        if at not in pairs.values():
            yield ItemChange(item=kind, change="removed", text=_told(item), old=_name(item, at))


def _pairs(old: Sequence[T], new: Sequence[T], alignment: Alignment) -> dict[int, int]:
    """Which new item is which old one, likest first, each once."""
    scored = [
        (score, -b, -a)
        for a, one in enumerate(old)
        for b, other in enumerate(new)
        if (score := _like(one, other, alignment)) >= _LIKE
    ]
    pairs: dict[int, int] = {}
    for _, b, a in sorted(scored, reverse=True):
        if -b not in pairs and -a not in pairs.values():
            pairs[-b] = -a
    return pairs


def _like(one: Quote | Event | Point, other: Quote | Event | Point, alignment: Alignment) -> float:
    words = SequenceMatcher(a=said_in(one).casefold().split(), b=said_in(other).casefold().split(), autojunk=False)
    before, after = _sentences(one, alignment, new=False), _sentences(other, alignment, new=True)
    beside = {(a, b) for a, b in alignment.pairs if a and b}
    rests = any((a, b) in beside for a in before for b in after)
    return words.ratio() + (_RESTS if rests else 0.0)


def _sentences(item: Quote | Event | Point, alignment: Alignment, *, new: bool) -> tuple[int, ...]:
    spans = item.content if isinstance(item, Quote) else item.evidence
    reading = alignment.new if new else alignment.old
    return tuple(number for span in spans for number in reading.numbers_of(span.start, span.end))


def _name(item: Quote | Event | Point, at: int) -> str:
    return f"p{at + 1}" if isinstance(item, Point) else item.id or str(at + 1)


def _field(name: str, old: str | None, new: str | None) -> Iterator[FieldChange]:
    if old != new:
        yield FieldChange(field=name, old=old, new=new)


def _quote_fields(old: Quote, new: Quote) -> Iterator[FieldChange]:
    yield from _field("words", old.text, new.text)
    yield from _field("speaker", told_name(old.speaker), told_name(new.speaker))
    yield from _field("stance", old.stance, new.stance)
    yield from _field("kind", old.kind, new.kind)


def _event_fields(old: Event, new: Event) -> Iterator[FieldChange]:
    yield from _field("status", old.status, new.status)
    yield from figure_changes(old.quantities, new.quantities)
    yield from _field("time", told(old.time), told(new.time))
    yield from _field("place", old.place.text if old.place else None, new.place.text if new.place else None)
    before, after = ("; ".join(sorted(one.name for one in event.participants)) or None for event in (old, new))
    yield from _field("participants", before, after)
    yield from _field("according to", told_name(old.according_to), told_name(new.according_to))
    yield from _field("title", old.title, new.title)


def _point_fields(old: Point, new: Point) -> Iterator[FieldChange]:
    yield from _field("words", old.text, new.text)
