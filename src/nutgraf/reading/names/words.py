"""What the words of a possible name tell by themselves, wherever they stand.

A name carries its words with what was seen in them once: a known place or body, the look of a body, of a place, of a person.
What the text around it has to say comes later (`kinds`), and only where the words leave it open.
The lists are short (`lists`); the rest goes by last words, initials and given names.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from nutgraf.reading.names.capitals import is_acronym
from nutgraf.reading.names.lists import (
    GIVEN_NAMES,
    OPEN_ORGANIZATION_WORDS,
    ORGANIZATION_NAMES,
    ORGANIZATION_WORDS,
    PLACE_WORDS,
    PLACES,
    SEATS,
    TITLES,
    TRADES,
)
from nutgraf.reading.parts import NameKind

_INITIAL = re.compile(r"\w\.")
_GIVEN_END = re.compile(r"\w-[a-z]")
_DIRECTIONS = frozenset({"mount", "lake", "river", "cape", "fort", "port", "north", "south", "east", "west"})


class Look(NamedTuple):
    """What kind of name words look like."""

    sure: NameKind | None = None
    """They are on a list."""
    organized: bool = False
    placed: bool = False
    acronym: bool = False
    seat: bool = False
    """A body that is called by its house: what it names differs from mention to mention."""
    personal: bool = False
    """Two to four words that begin or end like a person's name."""


class Wording(NamedTuple):
    """The words of a possible name."""

    string: str
    """As it stands in the text, from the first word to the last."""
    words: tuple[str, ...]
    lows: tuple[str, ...]
    """The words in lower case, with straight apostrophes."""
    look: Look
    initial: bool
    """Capitalised perhaps only because of where it stands."""
    person: bool = False
    """A title or form of address stands before it."""
    loose: bool = False
    """Several words that nothing holds together: the first may belong to a title before them."""


Placed = tuple[int, Wording]
"""A possible name: where it begins, in a run or in the text, and its words."""


def some_of(
    whole: Placed, first: int, last: int | None = None, *, initial: bool = False, person: bool = False
) -> Placed:
    """The words `first:last` of a possible name."""
    start, wording = whole
    words, lows = wording.words[first:last], wording.lows[first:last]
    at = 0
    for word in wording.words[:first]:
        at = wording.string.index(word, at) + len(word)
    at = end = wording.string.index(words[0], at)
    for word in words:
        end = wording.string.index(word, end) + len(word)
    return start + at, Wording(wording.string[at:end], words, lows, look(words, lows), initial, person)


def look(words: Sequence[str], lows: Sequence[str]) -> Look:
    """What kind of name these words look like; `lows`: the same in lower case."""
    whole = " ".join(lows)
    if whole in SEATS:
        return _SEAT
    if whole in PLACES:
        return _PLACE
    if whole in ORGANIZATION_NAMES:
        return _BODY
    if len(words) == 1:
        word, low = words[0], lows[0]
        if (low in ORGANIZATION_WORDS and low in OPEN_ORGANIZATION_WORDS) or "." in low[1:-1]:
            return _ORGANIZED
        return _ACRONYM if is_acronym(word) else _PLAIN
    return Look(
        organized=_is_organized(lows, words),
        placed=lows[-1] in PLACE_WORDS or lows[0] in _DIRECTIONS,
        personal=len(words) <= 4 and _is_personal(lows, words),
    )


_PLACE, _BODY, _SEAT = Look("place"), Look("organization"), Look("organization", seat=True)
_ORGANIZED, _ACRONYM, _PLAIN = Look(organized=True), Look(acronym=True), Look()


def _is_organized(lows: Sequence[str], words: Sequence[str]) -> bool:
    last = lows[-1]
    return (
        not ORGANIZATION_WORDS.isdisjoint(lows)
        or (last in TRADES and lows[0] not in GIVEN_NAMES and lows[0] not in TITLES)  # no "Samantha Power"
        or (lows[0] in OPEN_ORGANIZATION_WORDS and last not in PLACE_WORDS)
        or "&" in words
        or "." in last[1:-1]
    )


def _is_personal(lows: Sequence[str], words: Sequence[str]) -> bool:
    return bool(lows[0] in GIVEN_NAMES or _INITIAL.match(words[0]) or _GIVEN_END.search(words[-1])) and all(
        word[:1].isupper() or len(word) < 4 for word in words
    )


def is_title(low: str) -> bool:
    """Whether a lower-case word is a title or form of address, or begins or ends with one: "minister-designate", "ex-president"."""
    return low in TITLES or ("-" in low and not TITLES.isdisjoint((low.partition("-")[0], low.rpartition("-")[2])))
