"""Every number of a text in whatever form: "2 1/2", "one in five", "halved", "300k", "12.5 and 8.1 percent".

Plain numerals and number words are found by reading; here stand the forms that say one number in another way.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from nutgraf.checking.rules.english import lines_of
from nutgraf.checking.rules.words.wording import Wording
from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.en.vocabulary import WORDS
from nutgraf.reading.numbers.find import Number, noun_behind, numbers_in
from nutgraf.reading.parts import text_before

_EQUAL = 2e-6
"""Relative difference below which two numbers are one: a third, written as 0.333333."""
_DOLLARS = frozenset({"USD", "AUD", "CAD", "NZD", "HKD", "SGD", "TWD"})
"""A bare "$" may be any of them."""


class Figure(NamedTuple):
    """A number of a text; `unit` is a currency, "%" or None. `value` is None for "hundreds" and the like."""

    words: str
    value: float | None
    unit: str | None = None
    ordinal: bool = False
    start: int = 0
    end: int = 0
    parts: tuple[float, float] | None = None
    """Of "three in ten", both numbers."""
    also: float | None = None
    """What else it says: "70m" may be metres or 70 million, "two decades" are 20 years."""

    def equals(self, other: Figure) -> bool:
        """Whether both say one number: "20 percent" and "a fifth", "1.5 million" and "1,500,000"."""
        if self.value is None or other.value is None:
            return self.value is other.value and self.words.lower() == other.words.lower()
        if self.ordinal != other.ordinal:
            return False
        if (self.unit == "%") != (other.unit == "%"):
            share, plain = (self, other) if self.unit == "%" else (other, self)
            return plain.unit is None and close((share.value or 0) / 100, plain.value or 0)
        units = {unit.removesuffix("s") for unit in (self.unit, other.unit) if unit}  # "an 85 million franc loss"
        return (len(units) < 2 or units <= _DOLLARS) and any(
            close(one, same)
            for one in (self.value, self.also or self.value)
            for same in (other.value, other.also or other.value)
        )

    def noun(self, text: Wording) -> str:
        """What it counts, if the words of its text tell."""
        found = noun_behind(text.text, self.end, single=self.value == 1) if self.end else None
        return found.lower() if found else ""

    def is_name(self, text: Wording) -> bool:
        """Whether its place tells that it names something: "iPhone 4", "the 787 is", "a 737 replacement"."""
        if self.value is None or self.unit or self.ordinal or not self.words.isdigit():
            return False
        before = text.text[: self.start].rsplit(None, 1)[-1:] if text.text[self.start - 1 : self.start] == " " else []
        word = before[0] if before else ""
        bits = WORDS[word.lower()]
        if not bits & (c.MONTH | c.WEEKDAY) and any(map(str.isupper, word[1:] if bits else word)):
            return True
        if len(self.words) < _SHORT_NAME or not bits & (c.ARTICLE | c.POSSESSIVE):
            return False
        return not self.noun(text).endswith("s")

    def multiplies(self, text: Wording) -> bool:
        """Whether it says how many times as much: "tenfold", "tripled", "three times the"; not how often, as "twice" may."""
        words = self.words.lower()
        if not self.end or words.endswith("fold"):
            return words.endswith(("fold", "ed", "ing"))
        return _TIMES_AS_MUCH.match(text.text, self.end) is not None

    def bound(self, text: Wording) -> int:
        """1 where its text says that it is more than that, -1 where less, else 0."""
        before = text_before(text.text, self.start, 20)
        return 1 if _ABOVE.search(before) else -1 if _BELOW.search(before) else 0

    def is_rounded(self, text: Wording) -> bool:
        """Whether its text rounds it: "nearly", "more than", "some"."""
        return bool(_ABOUT.search(text_before(text.text, self.start, 20)))


_SHORT_NAME = 3
"""Digits of a number that names something behind "the" or "its": "the 737", not "the 12"."""


def close(one: float, other: float) -> bool:
    """Whether two values are one number."""
    return math.isclose(one, other, rel_tol=_EQUAL)


def comes_to(told: float, reckoned: float) -> bool:
    """Whether a value that was reckoned is the number told: equal, or equal when rounded as that is."""
    places = len(f"{told:.9f}".rstrip("0").partition(".")[2])
    return close(told, reckoned) or close(told, round(reckoned, places))


_ABOVE = re.compile(r"\b(?:over|more than|at least) (?:[$€£]|an? )?$", re.IGNORECASE)
_BELOW = re.compile(r"\b(?:under|less than|fewer than|up to) (?:[$€£]|an? )?$", re.IGNORECASE)
_ABOUT = re.compile(
    rf"{_ABOVE.pattern}|{_BELOW.pattern}"
    r"|\b(?:about|around|some|nearly|almost|roughly|approximately|close to|an estimated) (?:[$€£]|an? )?$",
    re.IGNORECASE,
)
_TIMES = {word: float(value) for value, *words in lines_of("multiplying") for word in words}
_TIMES_AS_MUCH = re.compile(r" times (?:as|the|more|higher|larger|bigger|greater|that of|what|its|their)\b|-times\b")
_MAY_BE = WORDS.any_of(c.CARDINAL, c.ORDINAL, c.FRACTION, c.SCALE, c.UNTOLD, c.SOME) | _TIMES.keys()
"""Words of which one stands in every text that holds a number in words."""


@lru_cache(maxsize=1024)
def figures_of(text: Wording) -> tuple[Figure, ...]:
    """Every number of a text: first those of the forms below, then those that reading finds."""
    lows, string = text.lows, text.text
    if lows.isdisjoint(_MAY_BE) and not any(map(str.isdigit, string)) and "fold" not in string:
        return ()  # most sentences
    special = [Figure(word.raw, _TIMES[word.low]) for word in text.words if word.low in _TIMES]
    if "fold" in string:
        special += _fold(string)
    numbers = [
        n
        for n in numbers_in(string)
        if not any(f.start <= n.start and n.end <= f.end for f in special)
        and not string[n.start - 1 : n.start].isalpha()  # "A380" is a name
    ]
    return (*special, *_read(string, numbers))


def _read(text: str, numbers: list[Number]) -> Iterator[Figure]:
    """What reading finds, with the shares, suffixes and units that it leaves to others."""
    at = 0
    while at < len(numbers):
        number = numbers[at]
        words = text[number.start : number.end]
        ratio = _ratio(text, numbers, at)
        if ratio:
            yield ratio
            at += 2 if ratio.start == number.start else 1
            continue
        at += 1
        if number.value is None:
            yield Figure(number.words or words, None)
        elif (
            number.end < len(text)
            and text[number.end] in _SUFFIXES
            and not text[number.end + 1 : number.end + 2].isalnum()
        ):
            scale = _SUFFIXES[text[number.end]]
            yield Figure(
                words + text[number.end], number.value * scale, number.unit, start=number.start, end=number.end + 1
            )
        else:
            unit = _unit(text, numbers, at - 1)
            if shared := _scale_shared(text, number, numbers[at : at + 1]):
                last = numbers[at]
                unit = number.unit or last.unit
                yield Figure(words, number.value * shared, unit, start=number.start, end=number.end)
                yield Figure(text[last.start : last.end], last.value, unit, start=last.start, end=last.end)
                at += 1
                continue
            if _BASIS_POINTS.match(text, number.end):
                yield Figure(words, number.value / 100, start=number.start, end=number.end)
                continue
            letter = _ALSO.match(text, number.end)
            also = number.value * _SCALES[letter[1].lower()] if letter else None
            yield Figure(words, number.value, unit, number.ordinal, number.start, number.end, also=also)


def _scale_shared(text: str, first: Number, rest: Sequence[Number]) -> float | None:
    """Of "180-195 million" the million, which both have."""
    if not rest or first.ordinal or text[first.end : rest[0].start].strip() not in {"-", "–", "to"}:
        return None
    scaled = _SCALED.fullmatch(text[rest[0].start : rest[0].end])
    if scaled is None or rest[0].value is None or not text[first.start : first.end].replace(".", "").isdigit():
        return None
    return rest[0].value / float(scaled[1])


_SCALED = re.compile(r"(\d+(?:\.\d+)?)[ -]?[^\W\d]+")
_ALSO = re.compile(r"(m|[ -]decade|[ -]centur(?=y|ies))s?(?:y|ies)?\b", re.IGNORECASE)
_BASIS_POINTS = re.compile(r"[ -]basis[ -]points?\b")
_SCALES = {"m": 1e6, " decade": 10.0, "-decade": 10.0, " centur": 100.0, "-centur": 100.0}
_SUFFIXES = {"k": 1e3, "K": 1e3, "M": 1e6, "B": 1e9}
_IN = frozenset({" in ", " in every ", " out of ", " out of every ", " of every ", "-in-"})
_ONE_IN = re.compile(r"\bone(?: \w+)? (?:in|out of|of every|in every|out of every) $", re.IGNORECASE)
_AGED, _LONGEST_AGED = re.compile(r"\b(?:age of|aged) $", re.IGNORECASE), 8
YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
"""A bare number that is read as a year."""
_SPAN_OF_TIME = re.compile(r" (?:second|minute|hour|day|week|month|year|season|game|match)")


def _is_age(text: str, at: int) -> bool:
    """Whether a number at this place is an age."""
    return _AGED.search(text, max(0, at - _LONGEST_AGED), at) is not None


def _ratio(text: str, numbers: list[Number], at: int) -> Figure | None:
    """One in five, three of every ten, 177 out of every 100,000: a share, which both its numbers make."""
    first = numbers[at]
    if first.value is None or first.ordinal or first.unit or _is_age(text, first.start):
        return None  # "everyone over the age of one in 34 districts"
    if at + 1 < len(numbers) and text[first.end : numbers[at + 1].start] in _IN:
        second = numbers[at + 1]
        is_year = text[first.end : second.start] == " in " and YEAR.fullmatch(text, second.start, second.end)
        if (
            not is_year
            and second.value
            and second.value > first.value > 0
            and not _SPAN_OF_TIME.match(text, second.end)
        ):
            parts = first.value, second.value
            return Figure(
                text[first.start : second.end], parts[0] / parts[1], start=first.start, end=second.end, parts=parts
            )
    one = _ONE_IN.search(text, max(0, first.start - 25), first.start) if first.value > 1 else None
    if one and not _SPAN_OF_TIME.match(text, first.end) and not _is_age(text, one.start()):
        return Figure(
            text[one.start() : first.end], 1 / first.value, start=one.start(), end=first.end, parts=(1.0, first.value)
        )
    return None


_LISTED = re.compile(r",? (?:and|to) | or |, ?|-")
"""Between the numbers of a list; ", or" says the same in another unit: "5,000, or 9%"."""


def _unit(text: str, numbers: list[Number], at: int) -> str | None:
    """Its own unit, or the percent sign that it shares: "12.5 and 8.1 percent"."""
    here = at
    while numbers[here].unit is None and here + 1 < len(numbers):
        if not _LISTED.fullmatch(text, numbers[here].end, numbers[here + 1].start):
            return None
        here += 1
    return numbers[here].unit if here == at or numbers[here].unit == "%" else None


_FOLD = re.compile(r"\b(\d{1,6}|[a-z]{2,10}?)-?fold\b", re.IGNORECASE)
_COUNTS = {word: int(value) for part in (c.CARDINAL, c.SCALE) for word, value in WORDS.values_of(part).items()}


def _fold(text: str) -> Iterator[Figure]:
    """Tenfold, 10-fold."""
    for found in _FOLD.finditer(text):
        times = found[1].lower()
        if times.isdigit() or times in _COUNTS:
            value = float(times) if times.isdigit() else float(_COUNTS[times])
            yield Figure(found[0], value, start=found.start(), end=found.end())
