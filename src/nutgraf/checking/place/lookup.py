"""Short words looked up in an article: whole words, in spite of typography, never by likeness but for the endings of a language."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import accumulate, islice
from typing import NamedTuple

from nutgraf.checking.place.scripts import APOSTROPHES, DASHES, QUOTES, UNSPACED
from nutgraf.reading.languages.inflection import Inflection
from nutgraf.reading.parts import Offsets
from nutgraf.reading.text.triggers import lowered

_PLAIN = {
    **dict.fromkeys(APOSTROPHES + "‚‛", "'"),
    **dict.fromkeys(QUOTES, '"'),
    **dict.fromkeys(DASHES, "-"),
    **{chr(code): " " for code in range(0x3001) if chr(code).isspace() and chr(code) != " "},
}
_MARKED = re.compile(f"[{''.join(map(re.escape, _PLAIN))}]")


def _plain(text: str) -> str:
    return _MARKED.sub(lambda found: _PLAIN[found[0]], text)


_SPACES = re.compile("  +")


class _Wanted(NamedTuple):
    """Words to look for, one space between them, and whether the first and the last must begin and end a word."""

    string: str
    opens: bool
    closes: bool


class _Levelled(NamedTuple):
    """A text with its typography levelled and one space where it has several; which ones those are, in order."""

    text: str
    runs: Sequence[int] = ()
    """Where each run of spaces begins in the text as it was,"""
    kept: Sequence[int] = ()
    """where it begins in this one,"""
    dropped: Sequence[int] = (0,)
    """and how many characters went before the first run, before the second … and in all."""

    def inward(self, offset: int) -> int:
        """The offset here of an offset in the text as it was."""
        if not self.runs:
            return offset
        before = bisect_left(self.runs, offset)
        within = self.kept[before - 1] + 1 if before else 0
        return max(within, offset - self.dropped[before])

    def outward(self, offset: int) -> int:
        """The offset in the text as it was of an offset here."""
        return offset + self.dropped[bisect_left(self.kept, offset)] if self.kept else offset


@lru_cache(maxsize=32)
def _levelled(text: str) -> _Levelled:
    folded = _plain(text)
    if "  " not in folded:
        return _Levelled(folded)
    runs = [found.span() for found in _SPACES.finditer(folded)]
    dropped = [0, *accumulate(end - start - 1 for start, end in runs)]
    starts = [start for start, _ in runs]
    kept = [start - less for start, less in zip(starts, dropped, strict=False)]
    return _Levelled(_SPACES.sub(" ", folded), starts, kept, dropped)


@lru_cache(maxsize=8)
def _levelled_small(text: str) -> _Levelled:
    levelled = _levelled(text)
    return levelled._replace(text=lowered(levelled.text))


def find_words(words: str, text: str, ranges: Iterable[Offsets]) -> Offsets | None:
    """Where these words stand in the text, as whole words: the first place, in the order of the ranges.

    Marks, dashes and spaces may be written otherwise; a difference of case alone is tried last. None when absent.
    """
    wanted = _wanted(words)
    if not wanted:
        return None
    ranges = list(ranges)
    if found := _first(wanted, _levelled(text), ranges):
        return found
    small = tuple([one._replace(string=lowered(one.string)) for one in wanted])
    return _first(small, _levelled_small(text), ranges)


def _first(wanted: Iterable[_Wanted], text: _Levelled, ranges: Iterable[Offsets]) -> Offsets | None:
    held = [one for one in wanted if one.string in text.text]
    for start, end in ranges if held else ():
        found = [place for one in held for place in islice(_places(one, text, start, end), 1)]
        if found:
            return min(found)
    return None


def _all_of(words: str, text: str) -> tuple[Offsets, ...]:
    """Every place where these words stand, as whole words, case included."""
    levelled = _levelled(text)
    return tuple(sorted({place for one in _wanted(words) for place in _places(one, levelled, 0, len(text))}))


all_of = lru_cache(maxsize=1024)(_all_of)  # the same few names are looked for again and again


def _spelled(words: str) -> tuple[_Wanted, ...]:
    """The words to look for: as they are, and where they have accents with each as one character, or as letter and accents."""
    given = _plain(words).strip(" .,;:!?\"'")
    if not given.split():
        return ()
    composed = unicodedata.normalize("NFC", given)
    opens, closes = _in_word(composed[0]), _in_word(composed[-1])
    written = dict.fromkeys((given, composed, unicodedata.normalize("NFD", given)))
    return tuple(_Wanted(" ".join(form.split()), opens, closes) for form in written)


# Not as a decorator: what is decorated, `make mutants` leaves alone.
_wanted = lru_cache(maxsize=4096)(_spelled)


def _places(wanted: _Wanted, levelled: _Levelled, start: int, end: int) -> Iterator[Offsets]:
    """The places between `start` and `end`, none overlapping another; what follows `end` is no part of a word."""
    text, end = levelled.text, levelled.inward(end)
    at = text.find(wanted.string, levelled.inward(start), end)
    while at >= 0:
        further = stop = at + len(wanted.string)
        if wanted.opens and at > 0 and _in_word(text[at - 1]):
            further = at + 1
            while further < end and _in_word(
                text[further - 1]
            ):  # to the next word: a long one would be tried at each letter
                further += 1
        elif wanted.closes and stop < end and _goes_on(text[stop]):
            further = at + 1
        else:
            yield levelled.outward(at), levelled.outward(stop)
        at = text.find(wanted.string, further, end)


def _in_word(character: str) -> bool:
    """Whether a word goes on there: not in Chinese, Japanese or Thai, which put no spaces between words."""
    if not character.isascii() and _unspaced().match(character):
        return False  # stands for itself: "计5月3日"
    return character.isalnum() or character == "_"


def _goes_on(character: str) -> bool:
    """Whether a word has not ended yet: a letter, or an accent of the letter before."""
    return _in_word(character) or "\u0300" <= character <= "\u036f"


@cache
def _unspaced() -> re.Pattern[str]:
    return re.compile(f"[{UNSPACED}]")


def inflected(words: str, text: str, ranges: Iterable[Offsets], inflection: Inflection | None) -> Iterator[Offsets]:
    """Where these words stand with other endings, in the order of the ranges; nowhere in a language without inflection."""
    pattern = inflection.pattern(_bare(words)) if inflection else None
    if pattern is not None:
        for low, high in ranges:
            yield from (found.span() for found in pattern.finditer(text, low, high))


def as_answered(words: str, text: str, place: Offsets) -> str:
    """The article's spelling where the very words stand at a place; where only their endings differ, the words as given."""
    there = text[slice(*place)]
    return (
        there
        if there == words or find_words(words, text, [place]) or find_words(there, words, [(0, len(words))])
        else _bare(words)
    )


def _bare(words: str) -> str:
    return re.sub(r"\s+", " ", words).strip(" .,;:\"'“”„‘’«»")
