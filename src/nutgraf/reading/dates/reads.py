"""A date rule's patterns, matched where it is asked, and what they remember for what the rule yields."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from nutgraf.reading.dates.found import Found
from nutgraf.reading.dates.patterns import HOLE, DateWords
from nutgraf.reading.dates.setting import Setting
from nutgraf.reading.languages import classes as c

_MINUTES = 60
_UNIT = re.compile(r"(\d*)(T?)([SMHDWY])")


class Unit(NamedTuple):
    """A unit of time as TIMEX3 counts it: a fortnight is two weeks ("2W"), a minute a unit of the clock ("TM")."""

    size: int
    clock: bool
    letter: str

    def length(self, n: float | None) -> str:
        """TIMEX3 for a length of time: "P4Y", "PT30M", "P2.5Y"; "PXD" where the number is not told."""
        if self.clock and self.letter == "H" and n is not None and n < 1:
            return f"PT{n * _MINUTES:g}M"  # "half an hour"
        return f"P{'T' if self.clock else ''}{'X' if n is None else f'{n * self.size:g}'}{self.letter}"


class Here:
    """A match of a rule's pattern, with what its holes remembered; `head`: the match of a hole at its head."""

    __slots__ = ("_head", "_match", "_said", "setting", "span")

    def __init__(self, match: re.Match[str], setting: Setting, head: re.Match[str] | None) -> None:
        self._match, self._head, self.setting = match, head, setting
        self.span = ((head or match).start(), match.end())
        self._said = match.groupdict() if head is None else head.groupdict() | match.groupdict()

    def __getitem__(self, hole: str) -> str:
        """What a hole remembered, in lower case; "" where it took nothing, or the pattern has none of this name."""
        return self._said.get(hole) or ""

    def value(self, hole: str, kind: str = "") -> str:
        """The value of the word in a hole; "" where it took nothing."""
        said = self[hole]
        return self.setting.words.kinds[kind or hole][" ".join(said.split())] if said else ""

    def number(self, hole: str, kind: str = "") -> int:
        """The same as a whole number; 0 where the hole took nothing."""
        return int(self.value(hole, kind) or 0)

    def digits(self, hole: str) -> int:
        """The number that the digits in a hole write, as "14th"; 0 without digits."""
        return int("".join(char for char in self[hole] if char.isdigit()) or 0)

    def count(self, hole: str = "n") -> float | None:
        """The number in a hole, in digits or words, with "and a half" beside it; None where it is not told ("several")."""
        said = self[hole]
        told = said if said[:1].isdigit() else self.value(hole, "n")
        return float(told.replace(",", ".")) + (0.5 if self["plus"] or self["plus_b"] else 0) if told else None

    def unit(self, hole: str = "unit") -> Unit:
        """The unit in a hole."""
        parts = _UNIT.fullmatch(self.value(hole, "unit"))
        assert parts is not None, self[hole]
        return Unit(int(parts[1] or 1), bool(parts[2]), parts[3])

    def at(self, hole: str) -> tuple[int, int]:
        """Where the words of a hole stand."""
        head = self._head
        return head.span(hole) if head is not None and hole in head.re.groupindex else self._match.span(hole)

    def capital(self, hole: str) -> bool:
        """Whether the word in a hole is written with a capital, and, if it is all that was found, does not stand between two names."""
        start, end = self.at(hole)
        if not self.setting.text[start].isupper():
            return False
        if (start, end) != self.span:
            return True
        _, before = self.setting.word_before(start)
        return not (before[:1].isupper() and self.begins_name(hole))

    def begins_name(self, hole: str) -> bool:
        """Whether a capital follows the word in a hole: "June Lee"; not "June-July"."""
        behind = self.setting.after(self.at(hole)[1])
        return behind[:1].isupper() and not self.setting.rules.table[behind.lower()] & c.MONTH

    def ends_name(self, hole: str) -> bool:
        """Whether somewhere in the article a name ends in the word of a hole: "Theresa May"."""
        return self.setting.ends_name(self.setting.text[slice(*self.at(hole))])


Yields = Callable[[Here], Found | None]


class Reads:
    """A rule's patterns, tried in order, what stands around them, and what they yield.

    `behind`: a pattern that must hold right before; `not_behind`, `not_ahead`: one that must not, right before or after; `beside`: one
    that must hold somewhere in the sentence, `not_beside`: one that must not. `capital`: a hole whose word is written with a capital (`Here.capital`).

    A hole at the head of a pattern is matched once for all the rules that begin with it, and not tried again with fewer words.
    """

    def __init__(
        self,
        *patterns: str,
        yields: Yields,
        behind: str = "",
        not_behind: str = "",
        not_ahead: str = "",
        beside: str = "",
        not_beside: str = "",
        capital: str = "",
    ) -> None:
        heads = [match.group() if (match := HOLE.match(pattern)) else "" for pattern in patterns]
        self._patterns = [(head, pattern[len(head) :]) for head, pattern in zip(heads, patterns, strict=True)]
        self.head = heads[0] if len(set(heads)) == 1 else ""
        """The hole that all the patterns begin with, if they do."""
        self._yields, self._capital, self._beside, self._not_beside = yields, capital, beside, not_beside
        self._behind, self._not_behind, self._not_ahead = behind, not_behind, not_ahead
        self._asks = bool(behind or not_behind or not_ahead or beside or not_beside)
        self._bound: dict[DateWords, list[tuple[str, Callable[[str, int], re.Match[str] | None]]]] = {}

    def __call__(self, at: int, setting: Setting) -> Found | None:
        """What the rule finds at an offset."""
        words, low, heads = setting.words, setting.low, setting.heads
        bound = self._bound.get(words)  # rules of figures and of calendars serve several languages, and threads
        if bound is None:
            bound = self._bound[words] = [(head, words.pattern(rest).match) for head, rest in self._patterns]
        for begins, match_rest in bound:
            head = None
            if begins:
                head = heads[begins] if begins in heads else setting.head(begins, at)
                if head is None:
                    continue
            match = match_rest(low, head.end() if head else at)
            if match is None or (self._asks and not self._fits(at, match.end(), setting)):
                continue
            here = Here(match, setting, head)
            if not self._capital or here.capital(self._capital):
                found = self._yields(here)
                if found is not None:
                    return found
        return None

    def _fits(self, start: int, end: int, setting: Setting) -> bool:
        low, pattern = setting.low, setting.words.pattern
        if self._behind and not setting.behind(self._behind, start):
            return False
        if self._not_behind and setting.behind(self._not_behind, start):
            return False
        if self._not_ahead and pattern(self._not_ahead).match(low, end):
            return False
        if self._not_beside and setting.sentence_has(self._not_beside, start):
            return False
        return not self._beside or setting.sentence_has(self._beside, start)
