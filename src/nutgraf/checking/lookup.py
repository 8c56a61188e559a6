"""Short words looked up in an article: whole words, in spite of typography, never by likeness."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

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
    if wanted is None:
        return None
    ranges = list(ranges)
    folded = _folded(text)
    for start, end in ranges:
        for found in _places(wanted, folded, start, end):
            return found
    small = wanted._replace(pieces=tuple(lowered(piece) for piece in wanted.pieces))
    folded = _folded_small(text)
    for start, end in ranges:
        for found in _places(small, folded, start, end):
            return found
    return None


def all_of(words: str, text: str) -> tuple[Offsets, ...]:
    """Every place where these words stand, as whole words, case included."""
    wanted = _wanted(words)
    return tuple(_places(wanted, _folded(text), 0, len(text))) if wanted else ()


@lru_cache(maxsize=4096)
def _wanted(words: str) -> _Wanted | None:
    pieces = unicodedata.normalize("NFC", words).translate(_FOLDED).strip(" .,;:!?\"'").split()
    if not pieces:
        return None
    return _Wanted(tuple(pieces), _needs_edge(pieces[0][0]), _needs_edge(pieces[-1][-1]))


def _places(wanted: _Wanted, text: str, start: int, end: int) -> Iterator[Offsets]:
    """The places between `start` and `end`, none overlapping another; what follows `end` is no part of a word."""
    at = text.find(wanted.pieces[0], start, end)
    while at >= 0:
        stop = _through(wanted.pieces, text, at, end)
        if (
            stop is None
            or (wanted.opens and at > 0 and _in_word(text[at - 1]))
            or (wanted.closes and stop < end and _in_word(text[stop]))
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


def _needs_edge(character: str) -> bool:
    """Whole words only where the script has spaces: not in Chinese, Japanese or Thai."""
    code = ord(character)
    unspaced = (
        0x0E00 <= code <= 0x0EFF or 0x3040 <= code <= 0x30FF or 0x3400 <= code <= 0x9FFF or 0x20000 <= code <= 0x3FFFF
    )
    return character.isalnum() and not unspaced
