"""References to what is said: a tag, a sentence, or part of a sentence by its first and last words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from nutgraf.checking.place.lookup import find_words
from nutgraf.reading.parts import Attribution, Offsets, overlap
from nutgraf.reading.reading import Reading

_NUMBERS = re.compile(r"[\s\[(<]*m?\d{1,12}(?:[\s\[\]()<>,;&–—-]+(?:and\s+)?m?\d{1,12})*[\s\])>.]*", re.IGNORECASE)
"""References alone, one or several: "m1", "[4]", "2-3", "<m1>, <m2>", "4 and 5"."""
_ONE = re.compile(r"(m?)(\d{1,12})(?:[\s\])>]*[-–—][\s\[(<]*m?(\d{1,12}))?", re.IGNORECASE)
_TAGGED = re.compile(r"[\s\[(<]*m\d[^:]*(?=:)", re.IGNORECASE)
_MOST = 50
"""More than an item refers to."""
_PART = re.compile(
    r"\s*[\[(]?\s*(?:s|sentences?)?\s*(\d{1,12})(?:\s*[-–—]\s*\d+(?=\s*[\])]?\s*:))?\s*[\])]?\s*[.:]?\s*(.*)",
    re.IGNORECASE | re.DOTALL,
)
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
    low: int = 0
    """Where the quotation that stands before it in the item ends, if that lies in the same sentence;"""
    high: int = 0
    """where the one that stands behind it begins: of several places of the words the nearest is meant."""


class Told(NamedTuple):
    """What an item covers."""

    content: tuple[Offsets, ...]
    segments: tuple[str, ...] = ()
    """The quoted segments that the content holds whole."""
    cue: Offsets | None = None
    addressee: Offsets | None = None
    ruled: Attribution | None = None
    """What a rule found of the same words."""
    nested: bool = False
    """The words stand inside a quotation of somebody else's."""
    in_pieces: bool = False
    """The words are sentences of a quotation of which others are another item's."""
    unclear: int | None = None
    """The sentence in which no clause was found, so that the whole of it stands."""
    missing: str | None = None
    """Words of a reference that don't stand in its sentence."""

    @property
    def start(self) -> int:
        """Where the words begin."""
        return self.content[0][0]

    @property
    def end(self) -> int:
        """Where the last of them begin."""
        return self.content[-1][0]

    def holds(self, place: Offsets) -> bool:
        """Whether a place lies within the words."""
        return any(overlap(place, part) for part in self.content)


def references(given: Sequence[object]) -> Iterator[tuple[str, tuple[Reference, ...]]]:
    """Each reference as it was written, and what it names; nothing where it is no reference at all."""
    for one in dict.fromkeys(str(reference) for reference in given):
        tagged = _TAGGED.match(one)
        if _NUMBERS.fullmatch(tagged[0] if tagged else one):
            words = one[tagged.end() + 1 :].strip(_EDGES) if tagged else ""
            yield one, tuple(_each(tagged[0] if tagged else one, words))
        elif part := _PART.fullmatch(one):
            yield one, (Reference(number=int(part[1]), words=part[2].strip(_EDGES)),)
        else:
            yield one, ()


def _each(numbers: str, words: str) -> Iterator[Reference]:
    """What numbers and tags name, each of a range, with words of it."""
    for found in _ONE.finditer(numbers):
        first, last = int(found[2]), int(found[3] or found[2])
        for n in range(first, last + 1) if 0 <= last - first <= _MOST else (first,):
            yield Reference(f"m{n}" if found[1] else "", 0 if found[1] else n, words)


def bounded(reading: Reading, named: Sequence[Reference]) -> Iterator[Reference]:
    """References in their order, words of a sentence with the quotations, or the words of it, that stand beside them in the item."""
    last: dict[int, int] = {}
    for at, one in enumerate(named):
        sentence = reading.sentence(one.number) if one.words else None
        if sentence is None:
            yield one
            continue
        before = reading.by_segment.get(named[at - 1].tag) if at else None
        behind = reading.by_segment.get(named[at + 1].tag) if at + 1 < len(named) else None
        low = before.outer_end if before and sentence.start < before.outer_end < sentence.end else 0
        low = low or last.get(one.number, 0)
        high = behind.outer_start if behind and sentence.start < behind.outer_start < sentence.end else 0
        found = one._replace(low=low, high=high if high > low else 0)
        if place := place_of(reading, *found[1:]):
            last[one.number] = place[1]
        yield found


def place_of(reading: Reading, number: int, words: str, low: int = 0, high: int = 0) -> Offsets | None:
    """Where these words stand: in the sentence of that number or those behind it, else in those just before.

    `words` may leave out what stands between its first and its last ones ("the snow would … by Monday"); of several
    places the one nearest behind `low` or before `high` is meant, where these are given.
    """
    pieces = [piece.strip(_EDGES) for piece in _CUT.split(words)]
    pieces = [piece for piece in pieces if piece]
    if not pieces:
        return None
    text, last = reading.article.text, len(reading.sentences)
    own = reading.sentences[number - 1]
    near = _before(text, pieces, max(low, own.start), high) if high else None
    near = near or (_in_order(text, pieces, low, own.end, own.end) if low and not high else None)
    if near:
        return near
    for first, stop in (
        (number, number),
        (number, min(last, number + _AHEAD)),
        (max(1, number - _BACK), number),
    ):
        begin, end = reading.sentences[first - 1].start, reading.sentences[stop - 1].end
        if found := _in_order(text, pieces, begin, end, own.end):
            return found
        if first == stop and (joint := _joint(pieces)) and (found := _whole(joint, text, begin, end)):
            return found
    return None


def _before(text: str, pieces: Sequence[str], low: int, high: int) -> Offsets | None:
    """The shortest stretch from the first piece to the last that ends nearest before an offset."""
    start, end = high, None
    for piece in reversed(pieces):
        found, at = None, low
        while spot := find_words(piece, text, [(at, start)]):
            found, at = spot, spot[0] + 1
        if found is None:
            return None
        start, end = found[0], found[1] if end is None else end
    return (start, end) if end is not None else None


def _joint(pieces: Sequence[str]) -> str | None:
    """First and last words that share one: "he was … was leaving" is "he was leaving"."""
    if len(pieces) != 2:
        return None
    first, last = pieces[0].split(), pieces[1].split()
    shared = next((n for n in range(min(len(first), len(last)), 0, -1) if first[-n:] == last[:n]), 0)
    return " ".join(first + last[shared:]) if shared else None


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
    found = find_words(piece, text, [(low, high)]) or _past_marks(piece, text, low, high)
    while found and _FIGURE.match(text, max(low, found[0] - 2)) and text[found[0]].isdigit():
        found = find_words(piece, text, [(found[1], high)])
    return found


_MARKS = "\"“”„‟«»‹›‘’'"


def _past_marks(piece: str, text: str, low: int, high: int) -> Offsets | None:
    """Where words stand but for the quotation marks among them: "this was hard" of `this was "hard to square"`."""
    words = re.findall(r"\w+(?:[-'’.,]\w+)*", piece)
    if len(words) < 2:
        return None
    between = rf"[^\w{_MARKS}]{{0,2}}[{_MARKS}]?[^\w{_MARKS}]{{1,2}}[{_MARKS}]?"
    found = re.compile(rf"(?<!\w){between.join(map(re.escape, words))}(?!\w)", re.IGNORECASE).search(text, low, high)
    return found.span() if found else None


def _closing(text: str, piece: str, found: Offsets, high: int) -> Offsets:
    """Of several places of the last words the first that ends a clause: "… million" of "from £3 million to £4 million"."""
    place: Offsets | None = found
    while place is not None:
        if text[place[1] : place[1] + 1] in _CLOSES:
            return place
        place = find_words(piece, text, [(place[1], high)])
    return found
