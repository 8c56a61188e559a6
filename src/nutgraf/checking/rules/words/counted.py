"""What the numbers of a text count: who reckons adds like to like, and no day of a date, no hour of the clock and no year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations
from operator import attrgetter
from typing import NamedTuple

from nutgraf.checking.rules.stems import stem
from nutgraf.checking.rules.words.figures import YEAR, Figure, figures_of
from nutgraf.checking.rules.words.wording import Wording
from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.en.vocabulary import WORDS
from nutgraf.reading.parts import text_before

_CLOCK_BEHIND = re.compile(r"(?::\d\d)?\s?(?:[ap]\.?m\b|o'clock)|:\d\d(?!\d)", re.IGNORECASE)
_CLOCK_BEFORE = re.compile(r"\d:$")
_WORD_BEHIND = re.compile(r"(?:st|nd|rd|th)?,? (?:of )?([^\W\d_]+)")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)\.? (?:\d{1,2}(?:st|nd|rd|th)?(?:, | and |-| to ))?$")
_MEASURES = WORDS.any_of(c.TIME_UNIT, c.UNIT)
_TIMES = frozenset({"times", "time", "fold"})


class Counted(NamedTuple):
    """A number and the noun that it counts; "" where the words tell none."""

    figure: Figure
    noun: str

    @property
    def value(self) -> float:
        """The number."""
        return self.figure.value or 0.0

    @property
    def unit(self) -> str | None:
        """A currency, "%" or None."""
        return self.figure.unit

    def alike(self, other: Counted) -> bool:
        """Whether both count one thing, as far as the words tell: "43 boats left, two came back"."""
        if self.unit and other.unit:
            return self.unit == other.unit
        return not (self.noun and other.noun) or stem(self.noun) == stem(other.noun)

    def adds_to(self, other: Counted, total: Counted) -> bool:
        """Whether two numbers may be added to a total: of one thing, or of things for which a third word stands: "people"."""
        if units := {one.unit for one in (self, other, total) if one.unit}:
            return len(units) == 1
        nouns = {stem(one.noun) for one in (self, other) if one.noun}
        if not _MEASURES.isdisjoint((self.noun, other.noun, total.noun)):
            return len(nouns | ({stem(total.noun)} if total.noun else set[str]())) == 1
        return len(nouns) < 2 or stem(total.noun) not in nouns

    @property
    def is_ratio(self) -> bool:
        """Whether it may say how often one thing goes into another: it counts nothing, or times."""
        return self.unit is None and (not self.noun or self.noun in _TIMES)


def counted(figure: Figure, text: Wording) -> Counted:
    """A number and what it counts: of "26 nurses and doctors" neither alone."""
    noun = figure.noun(text)
    several = noun and re.match(rf"\W{re.escape(noun)} and [^\W\d_]+s\b", text.text[figure.end :], re.IGNORECASE)
    return Counted(figure, "" if several else noun)


@lru_cache(maxsize=1024)
def counted_in(text: Wording) -> tuple[Counted, ...]:
    """The numbers of a text that count or measure something, less those of dates, clock times and years."""
    return tuple(
        counted(figure, text)
        for figure in figures_of(text)
        if figure.value is not None and not figure.ordinal and not _tells_time(figure, text.text)
    )


def _tells_time(figure: Figure, text: str) -> bool:
    """Whether a number is a day of a month, a year or an hour of the clock."""
    if not figure.end or figure.unit:
        return False
    if YEAR.fullmatch(figure.words) or _CLOCK_BEHIND.match(text, figure.end):
        return True
    before, behind = text_before(text, figure.start, 30), _WORD_BEHIND.match(text, figure.end)
    if _CLOCK_BEFORE.search(before):
        return True
    near = [found[1] for found in (_WORD_BEFORE.search(before), behind) if found]
    return (figure.value or 0) <= _LAST_DAY and any(
        word[0].isupper() and bool(WORDS[word.lower()] & c.MONTH) for word in near
    )


_LAST_DAY = 31


def derived(told: Counted, plain: Sequence[Counted]) -> Iterator[float]:
    """Sums, differences and shares of the numbers of the evidence, as far as their units and what they count allow."""
    of = 100 if told.unit == "%" else 1
    same = [other for other in plain if not told.unit or other.unit in {told.unit, None}]
    if all(one.adds_to(other, told) for one, other in combinations(same, 2)):
        yield sum(other.value for other in same)
    for one, other in combinations(same, 2):
        if one.adds_to(other, told):
            yield one.value + other.value
        less, more = sorted((one, other), key=attrgetter("value"))
        if less.adds_to(told, more):
            yield more.value - less.value
    for one, other in combinations([other for other in plain if other.value], 2):
        low, high = sorted((one.value, other.value))
        if one.alike(other) and (told.unit == "%" or 0 < told.value < 1):
            yield from (low / high * of, (high - low) / high * of, (high - low) / low * of)
        if told.unit != "%":
            yield low * high
            if (one.alike(other) and told.is_ratio) or told.unit in {one.unit, other.unit} - {None}:
                yield from (high / low, low / high)
    parts = [other.value / (100 if other.unit == "%" else 1) for other in plain if other.value]
    for share in (part for part in parts if 0 < part < 1):
        yield from (other.value * share for other in same)
        if told.unit == "%" or told.value < 1:
            yield from (share * of, of - share * of)
