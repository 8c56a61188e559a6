"""A sentence as tokens: words and marks, each quotation one token, brackets by their depth."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from nutgraf.reading.parts import Offsets
from nutgraf.reading.reading import Reading

QUOTATION = "“”"
"""Stands for a whole quotation among the tokens; no word of an article equals it."""
BREAKS = frozenset({",", ";", ":", "—", "–", "(", ")", "[", "]", QUOTATION})
_TOKEN = re.compile(r"[^\W_]+(?:[-‐.'’&/][^\W_]+|(?<=\d)[,:]\d+)*(?:(?<=s)['’](?=\s))?|[^\w\s]|_")
_OPENING, _CLOSING = frozenset("(["), frozenset(")]")
_BRACKETS = _OPENING | _CLOSING


@dataclass(slots=True, eq=False)
class Line:
    """The tokens of a sentence, or of one quotation of it, in parallel: words, marks and quotations."""

    text: str
    low: tuple[str, ...]
    """The tokens in small letters, typographic apostrophes made plain."""
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    word: tuple[bool, ...]
    """Whether a token is a word, no mark and no quotation."""
    depth: tuple[int, ...]
    """How many brackets stand around a token (a bracket itself stands inside)."""

    def __len__(self) -> int:
        return len(self.low)

    def at(self, offset: int) -> int:
        """The token that holds an offset, or the one before it."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def of(self, place: Offsets) -> tuple[int, int]:
        """The first and the last token of a place."""
        return self.at(place[0]), self.at(place[1] - 1)

    def words(self, first: int, stop: int) -> int:
        """How many words stand in tokens `first` to `stop` (excluded); a quotation counts as one."""
        return self.word[first:stop].count(True) + self.low[first:stop].count(QUOTATION)

    def is_word(self, at: int) -> bool:
        """Whether a word stands at a token."""
        return 0 <= at < len(self.word) and self.word[at]

    def is_capital(self, at: int) -> bool:
        """Whether a word with a capital stands at a token."""
        return self.word[at] and self.text[self.starts[at]].isupper()

    def slice(self, first: int, stop: int) -> str:
        """The text from one token up to another (excluded)."""
        return self.text[self.starts[first] : self.ends[stop - 1]] if stop > first else ""


def line_of(reading: Reading, start: int, end: int, marked: Sequence[Offsets]) -> Line:
    """The tokens between two offsets; `marked` are the quotations there, in order, each made one token."""
    text = reading.article.text
    raws: list[str] = []
    places: list[Offsets] = []
    at = start
    for low, high in (*marked, (end, end)):
        spans = [match.span() for match in _TOKEN.finditer(text, at, max(at, low))]
        places += spans
        raws += [text[first:stop] for first, stop in spans]
        if high > low:
            places.append((max(start, low), min(end, high)))
            raws.append(QUOTATION)
        at = max(at, high)
    return Line(
        text,
        low=tuple([raw.lower().replace("’", "'") for raw in raws]),
        starts=tuple([first for first, _ in places]),
        ends=tuple([stop for _, stop in places]),
        word=tuple([raw[0].isalnum() for raw in raws]),
        depth=tuple(_depths(raws)),
    )


def _depths(raws: Sequence[str]) -> Sequence[int]:
    depths = [0] * len(raws)
    if _BRACKETS.isdisjoint(raws):
        return depths
    depth = 0
    for at, raw in enumerate(raws):
        depth += raw in _OPENING
        depths[at] = depth
        depth -= raw in _CLOSING and depth > 0
    return depths
