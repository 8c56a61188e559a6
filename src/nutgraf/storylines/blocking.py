"""Which events are worth comparing: those that share a key - a deed and a telling word, or two names - and are near in time.

All pairs of 100,000 events are five thousand million; those with a key in common are a few million. A key that very many
events share tells little: of them each is compared with those nearest in time alone (sorted neighbourhood, Hernández and
Stolfo 1995).
"""

from __future__ import annotations

import heapq
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations

from nutgraf.storylines.notes import Note

DAYS = 14
"""Events further apart than this are never compared."""
NEIGHBOURS = 24
"""Of the events that share a key, so many before it in time is each compared with."""
_DEEDS, _ANCHORS, _NAMES = 5, 8, 4


def keys(note: Note, terms: Sequence[str], weight: Callable[[str], float]) -> frozenset[int]:
    """The keys of an event: its rarest deeds, each with the rarest of its names and its article's terms; pairs of names.

    A word whose weight is 0 makes none. `terms` are those that other articles have too.
    """
    deeds = _rarest(_DEEDS, note.deeds, weight)
    anchors = dict.fromkeys([*_rarest(_ANCHORS, note.names, weight), *terms])
    found = {hash((deed, anchor)) for deed in deeds for anchor in anchors if deed != anchor}
    found |= {hash(pair) for pair in combinations(sorted(_rarest(_NAMES, note.own, weight)), 2)}
    return frozenset(found)


def _rarest(n: int, words: Sequence[str], weight: Callable[[str], float]) -> list[str]:
    return [word for word in heapq.nlargest(n, words, weight) if weight(word)]


def day_of(note: Note) -> int | None:
    """The day by which events are ordered: their own, else that of publication."""
    return note.published if note.start is None else note.start


def neighbours(rows: Iterable[tuple[int, int | None, int]]) -> Iterator[tuple[int, int]]:
    """Pairs of events with a common key; rows are (key, day, event), in that order. A pair comes once for each such key."""
    key: int | None = None
    near: deque[tuple[int | None, int]] = deque(maxlen=NEIGHBOURS)
    for this, day, event in rows:
        if this != key:
            key = this
            near.clear()
        for then, other in near:
            if day is None or then is None or day - then <= DAYS:
                yield (other, event) if other < event else (event, other)
        near.append((day, event))
