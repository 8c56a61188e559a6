"""How a speaker stands to what is reported, by the classes of a cue and by patterns that a language gives."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.words import Words
from nutgraf.results.said import Stance

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
LADDER: tuple[tuple[Stance, int], ...] = (
    ("denies", c.DENIES),
    ("orders", c.ORDERS),
    ("doubts", c.DOUBTS),
    ("asks", c.ASKS),
)
"""What a verb settles by its classes: the first that it has."""
BY_CLASS: tuple[tuple[Stance | None, int], ...] = (
    (None, c.NEGATION),
    *LADDER,
    ("says", c.SAY),
    ("says", c.PREPOSITION | c.SPEAKS),
    ("says", c.POSTPOSITION | c.SPEAKS),
)
"""What is settled where no pattern is given."""


def by_classes(bits: int) -> Stance:
    """The stance of a verb with these classes."""
    for stance, bit in LADDER:
        if bits & bit:
            return stance
    return "says"


def stance_of(bits: int, opener: str) -> Stance:
    """How the speaker stands to what is reported, by the classes of the verb and what opens its content."""
    if opener == "to" and not bits & (c.ASKS | c.COMMITS):
        bits |= c.ORDERS
    elif bits & (c.ASKS | c.SAYS):
        bits &= ~c.ORDERS
    return by_classes(bits & ~c.DOUBTS if opener == "question" else bits)


class Stances:
    """What settles a stance in a language: patterns of whole words in small letters, and classes; the first that fits decides.

    None for a stance: it is left open.
    """

    def __init__(self, known: Words, rows: Iterable[tuple[Stance | None, str | int]]) -> None:
        self._known, self._rows = known, tuple(rows)

    @cached_property
    def _rules(self) -> Sequence[tuple[Stance | None, re.Pattern[str] | int]]:
        return [
            (stance, asked if isinstance(asked, int) else re.compile(rf"\b(?:{asked})\b"))
            for stance, asked in self._rows
        ]

    def of(self, cue: str) -> Stance | None:
        """The stance that these words settle; None where they leave it open ("spoke of", "did not agree")."""
        words = _WORD.findall(cue.lower().replace("’", "'"))
        told, bits = " ".join(words), tuple(self._bits(words))
        for stance, asked in self._rules:
            if any(found & asked == asked for found in bits) if isinstance(asked, int) else asked.search(told):
                return stance
        return None

    def _bits(self, words: Sequence[str]) -> Iterator[int]:
        """The classes of each word, and of two that are the parts of one verb: "wies … zurück"."""
        for at, word in enumerate(words):
            yield self._known[word]
            yield from (self._known.get(f"{word} {other}", 0) for other in words[at + 1 :])
