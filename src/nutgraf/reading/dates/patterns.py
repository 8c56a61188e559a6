"""The patterns that date rules are written in, and the language's words that stand in them.

A pattern is a regular expression over the text in lower case with holes: "<month>" stands for any word of that kind and remembers
which as "month"; "<until:day>" remembers a day as "until", "<:day>" none; "~" is a gap, where a line may break but no paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from nutgraf.reading.dates.found import Found, Setting
from nutgraf.reading.text.triggers import any_of

GAP = r"(?:[ \t\u00a0\u2009\u202f]{1,2}|\r?\n)"
_HOLE = re.compile(r"(?<!\(\?P)<(?:(\w*):)?(\w+)>")
_NEAR = 40
_ANY_LANGUAGE = {
    "year": r"(?:1[4-9]|20)\d\d(?![\d%/]|[.,]\d)",
    "day": r"\d{1,2}(?!\w|[.,:]\d|%)",
    "dash": r"(?:-|–|—)",
}
_UNIT = re.compile(r"(\d*)(T?)([SMHDWY])")


def phrases(words: Iterable[str]) -> str:
    """A pattern for any of these words, or of several words with gaps between them."""
    return rf"(?:{any_of(words)})(?!\w)".replace(r"\ ", GAP)


class Unit(NamedTuple):
    """A unit of time as TIMEX3 counts it: a fortnight is two weeks ("2W"), a minute a unit of the clock ("TM")."""

    count: int
    clock: bool
    letter: str

    def length(self, n: float | None) -> str:
        """TIMEX3 for a length of time: "P4Y", "PT30M", "P2.5Y"; "PXD" where the number is not told."""
        return f"P{'T' if self.clock else ''}{'X' if n is None else f'{n * self.count:g}'}{self.letter}"


@dataclass(eq=False)
class DateWords:
    """What a language puts into the holes."""

    kinds: Mapping[str, Mapping[str, str]]
    """By the name of a hole its words, in lower case, each with its value: a number ("" for one that is not told), a TIMEX3 code."""
    fragments: Mapping[str, str] = field(default_factory=dict[str, str])
    """By the name of a hole its pattern, where it is more than a list of words."""
    day_first: bool | None = None
    """Whether 03.04.2025 is in April; None: it may be in March as well."""
    _compiled: dict[str, re.Pattern[str]] = field(default_factory=dict[str, re.Pattern[str]])

    def pattern(self, template: str) -> re.Pattern[str]:
        """The pattern with its holes filled, compiled when it is first used."""
        found = self._compiled.get(template)
        if found is None:
            filled = template
            while _HOLE.search(filled):  # a fragment may have holes of its own
                filled = _HOLE.sub(self._fill, filled)
            found = self._compiled[template] = re.compile(filled.replace("~", GAP))
        return found

    def _fill(self, hole: re.Match[str]) -> str:
        name = hole[2] if hole[1] is None else hole[1]
        return f"(?{f'P<{name}>' if name else ':'}{self._fragments[hole[2]]})"

    @cached_property
    def _fragments(self) -> dict[str, str]:
        listed = {kind: phrases(words) for kind, words in self.kinds.items()}
        return _ANY_LANGUAGE | listed | dict(self.fragments)


@dataclass(slots=True)
class Here:
    """A match of a rule's pattern, with what its holes remembered."""

    match: re.Match[str]
    setting: Setting

    def __getitem__(self, hole: str) -> str:
        """What a hole remembered, in lower case; "" where it took nothing, or the pattern has none of this name."""
        return self.match.groupdict().get(hole) or ""

    def value(self, hole: str, kind: str = "") -> str:
        """The value of the word in a hole; "" where it took nothing."""
        said = self[hole]
        return self.setting.words.kinds[kind or hole][" ".join(said.split())] if said else ""

    def number(self, hole: str, kind: str = "") -> int:
        """The same as a whole number; 0 where the hole took nothing."""
        return int(self.value(hole, kind) or 0)

    def digits(self, hole: str) -> int:
        """The number that the digits in a hole write, as "14th"; 0 without digits."""
        digits = "".join(char for char in self[hole] if char.isdigit())
        return int(digits or 0)

    def count(self, hole: str = "n") -> float | None:
        """The number in a hole, in digits or words, with "and a half" beside it; None where it is not told ("several")."""
        said = self[hole]
        told = said if said[:1].isdigit() else self.value(hole)
        return float(told.replace(",", ".")) + (0.5 if self["plus"] or self["plus_b"] else 0) if told else None

    def unit(self) -> Unit:
        """The unit in the hole "unit"."""
        parts = _UNIT.fullmatch(self.value("unit"))
        assert parts is not None, self["unit"]
        return Unit(int(parts[1] or 1), bool(parts[2]), parts[3])

    def begins_name(self, hole: str) -> bool:
        """Whether a capital follows the word in a hole: "June Lee"."""
        return self.setting.after(self.match.end(hole))[:1].isupper()

    def ends_name(self, hole: str) -> bool:
        """Whether somewhere in the article a name ends in the word of a hole: "Theresa May"."""
        return self.setting.ends_name(self.setting.text[slice(*self.match.span(hole))])

    @property
    def span(self) -> tuple[int, int]:
        return self.match.span()


Yields = Callable[[Here], Found | None]


class Reads:
    """A rule's patterns, tried in order, what stands around them, and what they yield.

    `behind`, `ahead`: a pattern that must hold right before, right after; `not_behind`, `not_ahead`: one that must not; `beside`: one
    that must hold somewhere in the sentence. `capital`: a hole whose word is written with a capital, and alone not between two others.
    """

    def __init__(
        self,
        *patterns: str,
        yields: Yields,
        behind: str = "",
        not_behind: str = "",
        ahead: str = "",
        not_ahead: str = "",
        beside: str = "",
        capital: str = "",
    ) -> None:
        self._patterns, self._yields, self._capital, self._beside = patterns, yields, capital, beside
        self._behind, self._not_behind = (f"(?<!\\w)(?:{p})$" if p else "" for p in (behind, not_behind))
        self._ahead, self._not_ahead = ahead, not_ahead

    def __call__(self, at: int, setting: Setting) -> Found | None:
        """What the rule finds at an offset."""
        for pattern in self._patterns:
            match = setting.words.pattern(pattern).match(setting.low, at)
            if match is not None and self._fits(match, setting):
                found = self._yields(Here(match, setting))
                if found is not None:
                    return found
        return None

    def _fits(self, match: re.Match[str], setting: Setting) -> bool:
        low, pattern = setting.low, setting.words.pattern
        if self._behind or self._not_behind:
            near = low[max(0, match.start() - _NEAR) : match.start()]
            if self._behind and not pattern(self._behind).search(near):
                return False
            if self._not_behind and pattern(self._not_behind).search(near):
                return False
        if self._ahead and not pattern(self._ahead).match(low, match.end()):
            return False
        if self._not_ahead and pattern(self._not_ahead).match(low, match.end()):
            return False
        if self._beside and not setting.sentence_has(self._beside, match.start()):
            return False
        return not self._capital or _stands_out(match, self._capital, setting)


def _stands_out(match: re.Match[str], hole: str, setting: Setting) -> bool:
    start, end = match.span(hole)
    if not setting.text[start].isupper():
        return False
    if (start, end) != match.span():
        return True
    _, before = setting.word_before(start)
    return not (before[:1].isupper() and setting.after(end)[:1].isupper())
