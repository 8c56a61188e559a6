"""Short words looked up in an article: whole words, in spite of typography, never by likeness."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import islice
from typing import NamedTuple

from nutgraf.checking.scripts import LETTER
from nutgraf.reading.parts import Offsets
from nutgraf.reading.triggers import lowered

_FOLDED = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛ʼ′`´", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **{chr(code): " " for code in range(0x3001) if chr(code).isspace()},
    }
)


class _Wanted(NamedTuple):
    """Words to look for: one piece for each, and whether the first and the last must begin and end a word."""

    pieces: tuple[str, ...]
    opens: bool
    closes: bool


@lru_cache(maxsize=32)
def _folded(text: str) -> str:
    """Typography levelled character by character: offsets stay true."""
    return text.translate(_FOLDED)


@lru_cache(maxsize=8)
def _folded_small(text: str) -> str:
    return lowered(_folded(text))


def find_words(words: str, text: str, ranges: Iterable[Offsets]) -> Offsets | None:
    """Where these words stand in the text, as whole words: the first place, in the order of the ranges.

    Marks, dashes and spaces may be written otherwise; a difference of case alone is tried last. None when absent.
    """
    wanted = _wanted(words)
    if not wanted:
        return None
    ranges = list(ranges)
    folded = _folded(text)
    for start, end in ranges:
        if found := _first(wanted, folded, start, end):
            return found
    small = tuple(one._replace(pieces=tuple(lowered(piece) for piece in one.pieces)) for one in wanted)
    folded = _folded_small(text)
    for start, end in ranges:
        if found := _first(small, folded, start, end):
            return found
    return None


def _first(wanted: Iterable[_Wanted], text: str, start: int, end: int) -> Offsets | None:
    found = [place for one in wanted for place in islice(_places(one, text, start, end), 1)]
    return min(found, default=None)


def all_of(words: str, text: str) -> tuple[Offsets, ...]:
    """Every place where these words stand, as whole words, case included."""
    folded = _folded(text)
    return tuple(sorted({place for one in _wanted(words) for place in _places(one, folded, 0, len(text))}))


def _spelled(words: str) -> tuple[_Wanted, ...]:
    """The words to look for: as they are, and where they have accents with each as one character, or as letter and accents."""
    given = words.translate(_FOLDED).strip(" .,;:!?\"'")
    if not given.split():
        return ()
    composed = unicodedata.normalize("NFC", given)
    opens, closes = _needs_edge(composed[0]), _needs_edge(composed[-1])
    written = dict.fromkeys((given, composed, unicodedata.normalize("NFD", given)))
    return tuple(_Wanted(tuple(form.split()), opens, closes) for form in written)


# Not as a decorator: what is decorated, `make mutants` leaves alone.
_wanted = lru_cache(maxsize=4096)(_spelled)


def _places(wanted: _Wanted, text: str, start: int, end: int) -> Iterator[Offsets]:
    """The places between `start` and `end`, none overlapping another; what follows `end` is no part of a word."""
    at = text.find(wanted.pieces[0], start, end)
    while at >= 0:
        stop = _through(wanted.pieces, text, at, end)
        if (
            stop is None
            or (wanted.opens and at > 0 and _in_word(text[at - 1]))
            or (wanted.closes and stop < end and _goes_on(text[stop]))
        ):
            at = text.find(wanted.pieces[0], at + 1, end)
        else:
            yield at, stop
            at = text.find(wanted.pieces[0], stop, end)


def _through(pieces: tuple[str, ...], text: str, at: int, end: int) -> int | None:
    """Where the last piece ends, when all stand one behind another from `at` on, with any spaces between."""
    for index, piece in enumerate(pieces):
        if index:
            gap = at
            while at < end and text[at] == " ":
                at += 1
            if at == gap:
                return None
        if not text.startswith(piece, at, end):
            return None
        at += len(piece)
    return at


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def _goes_on(character: str) -> bool:
    """Whether a word has not ended yet: a letter, or an accent of the letter before."""
    return _in_word(character) or "\u0300" <= character <= "\u036f"


def _needs_edge(character: str) -> bool:
    """Whole words only where the script has spaces: not in Chinese, Japanese or Thai."""
    return character.isalnum() and (character.isascii() or _spaced().match(character) is not None)


@cache
def _spaced() -> re.Pattern[str]:
    return re.compile(LETTER)
