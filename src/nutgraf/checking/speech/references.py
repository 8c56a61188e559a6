"""References to what is said: a tag, a sentence, or part of a sentence by its first and last words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from nutgraf.checking.place.lookup import find_words
from nutgraf.reading.parts import Offsets
from nutgraf.reading.reading import Reading

_TAGS = re.compile(r"\s*[<\[(]?\s*m(\d+)\s*[>\])]?\s*(?:[-–—]\s*<?m?(\d+)>?)?\s*(?::.*)?", re.IGNORECASE | re.DOTALL)
_PART = re.compile(r"\s*[\[(]?\s*(?:s|sentence)?\s*(\d+)\s*[\])]?\s*[.:]?\s*(.*)", re.IGNORECASE | re.DOTALL)
_CUT = re.compile(r"\s*(?:\[\s*(?:…|\.{3})\s*\]|…|\.{3,}|\. \. \.)\s*")
_EDGES = " \t\n\"'“”‘’«».,;:"
_FIGURE = re.compile(r"\d[.,](?=\d)")
_CLOSES = frozenset(",.;:!?”»…—–)") | {""}
_AHEAD, _BACK = 2, 2
"""So many sentences behind and before the one named are looked at, where the words don't stand in it."""


class Reference(NamedTuple):
    """A tag, or the number of a sentence and, where given, words of it."""

    tag: str = ""
    number: int = 0
    words: str = ""


def references(given: Sequence[object]) -> Iterator[tuple[str, tuple[Reference, ...]]]:
    """Each reference as it was written, and what it names; nothing where it is no reference at all."""
    for one in dict.fromkeys(str(reference) for reference in given):
        if tags := _TAGS.fullmatch(one):
            first = int(tags[1])
            last = int(tags[2] or first)
            named = range(first, last + 1) if 0 <= last - first <= 50 else (first,)
            yield one, tuple(Reference(tag=f"m{n}") for n in named)
        elif part := _PART.fullmatch(one):
            yield one, (Reference(number=int(part[1]), words=part[2].strip(_EDGES)),)
        else:
            yield one, ()


def place_of(reading: Reading, number: int, words: str) -> Offsets | None:
    """Where these words stand: in the sentence of that number or those behind it, else in those just before.

    `words` may leave out what stands between its first and its last ones ("the snow would … by Monday").
    """
    pieces = [piece.strip(_EDGES) for piece in _CUT.split(words)]
    pieces = [piece for piece in pieces if piece]
    if not pieces:
        return None
    last = len(reading.sentences)
    own = reading.sentences[number - 1]
    for first, stop in (
        (number, number),
        (number, min(last, number + _AHEAD)),
        (max(1, number - _BACK), number),
    ):
        low, high = reading.sentences[first - 1].start, reading.sentences[stop - 1].end
        if found := _in_order(reading.article.text, pieces, low, high, own.end):
            return found
    return None


def _in_order(text: str, pieces: Sequence[str], low: int, high: int, own: int) -> Offsets | None:
    """The stretch from the first piece to the last, each behind the one before; the last within `own` if it can be."""
    start = end = None
    for number, piece in enumerate(pieces, 1):
        at = low if end is None else end
        found = (_whole(piece, text, at, own) if at < own else None) or _whole(piece, text, at, high)
        if found is None:
            return None
        if number == len(pieces) > 1:
            found = _closing(text, piece, found, own if found[1] <= own else high)
        start, end = found[0] if start is None else start, found[1]
    return (start, end) if start is not None and end is not None else None


def _whole(piece: str, text: str, low: int, high: int) -> Offsets | None:
    """Where words stand; a figure is none of a longer one: "9%" does not stand in "2.9%"."""
    found = find_words(piece, text, [(low, high)])
    while found and _FIGURE.match(text, max(low, found[0] - 2)) and text[found[0]].isdigit():
        found = find_words(piece, text, [(found[1], high)])
    return found


def _closing(text: str, piece: str, found: Offsets, high: int) -> Offsets:
    """Of several places of the last words the first that ends a clause: "… million" of "from £3 million to £4 million"."""
    place: Offsets | None = found
    while place is not None:
        if text[place[1] : place[1] + 1] in _CLOSES:
            return place
        place = find_words(piece, text, [(place[1], high)])
    return found
