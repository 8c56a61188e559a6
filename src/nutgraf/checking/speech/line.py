"""A sentence as tokens: words and marks, each quotation one token, brackets by their depth."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from nutgraf.reading.parts import Offsets
from nutgraf.reading.reading import Reading

QUOTATION = "“”"
"""Stands for a whole quotation among the tokens; no word of an article equals it."""
BREAKS = frozenset({",", ";", ":", "—", "–", "(", ")", "[", "]", QUOTATION})
_TOKEN = re.compile(r"[^\W_]+(?:[-‐.'’&/][^\W_]+|(?<=\d)[,:]\d+)*(?:(?<=s)['’](?=\s))?|[^\w\s]|_")
_OPENING, _CLOSING = "([", ")]"


class Token(NamedTuple):
    """A word, a mark or a quotation; `depth` counts the brackets around it (a bracket itself stands inside)."""

    low: str
    start: int
    end: int
    word: bool
    depth: int
    capital: bool


@dataclass(slots=True, eq=False)
class Line:
    """The tokens of a sentence, or of one quotation of it."""

    text: str
    tokens: tuple[Token, ...]
    low: tuple[str, ...] = field(init=False)
    """The tokens in small letters, typographic apostrophes made plain."""
    _starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.low = tuple([token.low for token in self.tokens])
        self._starts = [token.start for token in self.tokens]

    def __len__(self) -> int:
        return len(self.tokens)

    def at(self, offset: int) -> int:
        """The token that holds an offset, or the one before it."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def of(self, place: Offsets) -> tuple[int, int]:
        """The first and the last token of a place."""
        return self.at(place[0]), self.at(place[1] - 1)

    def words(self, first: int, stop: int) -> int:
        """How many words stand in tokens `first` to `stop` (excluded); a quotation counts as one."""
        return sum([token.word or token.low == QUOTATION for token in self.tokens[first:stop]])

    def is_word(self, at: int) -> bool:
        """Whether a word stands at a token."""
        return 0 <= at < len(self.tokens) and self.tokens[at].word

    def slice(self, first: int, stop: int) -> str:
        """The text from one token up to another (excluded)."""
        return self.text[self.tokens[first].start : self.tokens[stop - 1].end] if stop > first else ""


def line_of(reading: Reading, start: int, end: int, marked: Sequence[Offsets]) -> Line:
    """The tokens between two offsets; `marked` are the quotations there, in order, each made one token."""
    text = reading.article.text
    found: list[Token] = []
    depth, at = 0, start
    for low, high in (*marked, (end, end)):
        matches = list(_TOKEN.finditer(text, at, max(at, low)))
        raws = [match[0] for match in matches]
        lows = map(str.lower, raws)
        for match, raw, small, plain in zip(matches, raws, lows, map(str.isalpha, raws), strict=True):
            first = raw[0]
            if plain:
                found.append(Token(small, *match.span(), True, depth, first.isupper()))  # noqa: FBT003 - its place
                continue
            depth += raw in _OPENING
            word = small.replace("’", "'")
            found.append(Token(word, *match.span(), first.isalnum(), depth, first.isupper()))
            depth -= raw in _CLOSING and depth > 0
        if high > low:
            found.append(Token(QUOTATION, max(start, low), min(end, high), word=False, depth=depth, capital=False))
        at = max(at, high)
    return Line(text, tuple(found))
