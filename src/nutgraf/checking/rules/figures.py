"""Every number of a text in whatever form: "2 1/2", "one in five", "halved", "300k", "12.5 and 8.1 percent".

Plain numerals and number words are found by reading; here stand the forms that say one number in another way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from nutgraf.reading.numbers.counted_nouns import counted_noun
from nutgraf.reading.numbers.find import Number, numbers_in


class Figure(NamedTuple):
    """A number of a text, exact; `unit` is a currency, "%" or None. `value` is None for "hundreds" and the like."""

    words: str
    value: Fraction | None
    unit: str | None = None
    ordinal: bool = False
    noun: str = ""
    """What it counts, if the words tell."""
    about: bool = False
    """Whether the text rounds it: "nearly", "more than", "some"."""
    parts: tuple[Fraction, Fraction] | None = None
    """Of "three in ten", both numbers."""

    def equals(self, other: Figure) -> bool:
        """Whether both say one number: "20 percent" and "a fifth", "1.5 million" and "1,500,000"."""
        if self.value is None or other.value is None:
            return self.value is other.value and self.words.lower() == other.words.lower()
        if self.ordinal != other.ordinal:
            return False
        if (self.unit == "%") != (other.unit == "%"):
            share, plain = (self, other) if self.unit == "%" else (other, self)
            return plain.unit is None and _close(share.value / 100, plain.value)  # type: ignore[operator]
        units = {self.unit, other.unit} - {None}
        if len(units) > 1 and not units <= _DOLLARS:
            return False
        return _close(self.value, other.value)


_DOLLARS = frozenset({"USD", "AUD", "CAD", "NZD", "HKD", "SGD", "TWD"})
"""A bare "$" may be any of them."""


def _close(one: Fraction, other: Fraction | None) -> bool:
    return other is not None and abs(one - other) <= max(abs(one), abs(other)) * Fraction(2, 10**6)


_SCALES = {"hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_SHORT = {"k": 10**3, "K": 10**3, "m": 10**6, "M": 10**6, "bn": 10**9, "B": 10**9}
_SCALED = r"(?:[ -](?P<scale>hundred|thousand|million|billion|trillion))?"
_MIXED = re.compile(rf"(?<![\d./,])(?:(?P<whole>\d+)[ -])?(?P<top>\d+)/(?P<under>\d+)(?![\d/]){_SCALED}")
_OF_SCALE = re.compile(
    r"\b(?P<part>a|one|two|three|four|half|\d)?[ -]?(?P<kind>half|halves|thirds?|quarters?|fifths?|tenths?) (?:of )?(?:a|one) "
    r"(?P<scale>hundred|thousand|million|billion|trillion)\b",
    re.IGNORECASE,
)
_KINDS = {"half": 2, "halve": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
_COUNTS = {word: n for n, word in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())}
_COUNT = rf"\d[\d,.]*\d|\d|{'|'.join(_COUNTS)}"
_IN = re.compile(
    rf"\b(?P<top>{_COUNT}) (?:(?:\w+ )?(?:in|out of|of) every|in|out of) (?P<under>{_COUNT})(?! (?:years|months|weeks|days|hours|minutes|seconds))\b",
    re.IGNORECASE,
)
_SUFFIXED = re.compile(r"(?<![\w.,])(?P<number>\d+(?:[.,]\d+)*)(?P<scale>k|K|M|B)(?![\w])")
_FOLD = re.compile(rf"\b(?P<times>{_COUNT}|twenty|hundred)-?fold\b", re.IGNORECASE)
_TIMES = {
    **dict.fromkeys(("twice", "double", "doubles", "doubled", "doubling", "twofold"), 2),
    **dict.fromkeys(("thrice", "triple", "triples", "tripled", "tripling", "treble", "trebles", "trebled", "trebling"), 3),
    **dict.fromkeys(("quadruple", "quadruples", "quadrupled", "quadrupling"), 4),
    **dict.fromkeys(("halve", "halves", "halved", "halving"), Fraction(1, 2)),
}
_MULTIPLE = re.compile(rf"\b(?:{'|'.join(_TIMES)})\b", re.IGNORECASE)
_ABOUT = re.compile(
    r"\b(?:about|around|some|nearly|almost|roughly|approximately|close to|over|more than|at least|just under|under|less than|fewer than"
    r"|up to|well over|just over|an estimated) (?:[$€£]|an? )?$",
    re.IGNORECASE,
)


@lru_cache(maxsize=1024)
def figures(text: str) -> tuple[Figure, ...]:
    """Every number of a folded text, in order of their forms, each as often as it can be read."""
    special = [(found.span(), figure) for pattern, read in _FORMS for found in pattern.finditer(text) for figure in read(found)]
    taken = [span for span, figure in special if figure.words]
    plain = list(_plain(text, taken))
    return (*(figure for _, figure in special), *plain)


def _plain(text: str, taken: list[tuple[int, int]]) -> Iterator[Figure]:
    numbers = numbers_in(text)
    units = [_unit(text, numbers, at) for at in range(len(numbers))]
    for number, unit in zip(numbers, units, strict=True):
        if any(start <= number.start and number.end <= end for start, end in taken):
            continue
        words = text[number.start : number.end]
        if number.value is None:
            yield Figure(number.words or words, None)
            continue
        noun = counted_noun(text, number.end, single=number.value == 1)
        yield Figure(
            words,
            Fraction(f"{number.value:.12g}"),
            unit,
            number.ordinal,
            noun[1].lower() if noun else "",
            bool(_ABOUT.search(text[max(0, number.start - 20) : number.start])),
        )


_LISTED = re.compile(r",? (?:and|or|to) |, ?|-")


def _unit(text: str, numbers: tuple[Number, ...], at: int) -> str | None:
    """Its own unit, or that of the number behind it in "12.5 and 8.1 percent"."""
    here = at
    while numbers[here].unit is None and here + 1 < len(numbers):
        if not _LISTED.fullmatch(text, numbers[here].end, numbers[here + 1].start):
            return None
        here += 1
    return numbers[here].unit if here == at or numbers[here].unit == "%" else None


def _value(words: str) -> Fraction:
    return Fraction(_COUNTS[words.lower()]) if words.lower() in _COUNTS else Fraction(words.replace(",", "").rstrip("."))


def _mixed(found: re.Match[str]) -> Iterator[Figure]:
    """2 1/2, 1 1/2 million, 3/4."""
    if int(found["under"]):
        value = int(found["whole"] or 0) + Fraction(int(found["top"]), int(found["under"]))
        yield Figure(found[0], value * _SCALES.get(found["scale"] or "", 1))


def _of_scale(found: re.Match[str]) -> Iterator[Figure]:
    """A quarter of a million, three-quarters of a million."""
    under = _KINDS[found["kind"].lower().removesuffix("s")]
    part = (found["part"] or "one").lower()
    top = 1 if part in {"a", "half"} else int(part) if part.isdigit() else _COUNTS[part]
    yield Figure(found[0], Fraction(top, under) * _SCALES[found["scale"].lower()])


def _in(found: re.Match[str]) -> Iterator[Figure]:
    """One in five, three of every ten, 177 out of every 100,000: a share; the rule for plain numbers reads both as well."""
    top, under = _value(found["top"]), _value(found["under"])
    if under > top > 0:
        yield Figure(found[0], top / under, parts=(top, under))


def _suffixed(found: re.Match[str]) -> Iterator[Figure]:
    """300k, 3K."""
    yield Figure(found[0], Fraction(found["number"].replace(",", "")) * _SHORT[found["scale"]])


def _fold(found: re.Match[str]) -> Iterator[Figure]:
    """Tenfold, 10-fold."""
    words = found["times"].lower()
    yield Figure(found[0], {"twenty": Fraction(20), "hundred": Fraction(100)}.get(words) or _value(words))


def _multiple(found: re.Match[str]) -> Iterator[Figure]:
    """Doubled, twice, halved."""
    yield Figure(found[0], Fraction(_TIMES[found[0].lower()]))


_FORMS = (
    (_MIXED, _mixed),
    (_OF_SCALE, _of_scale),
    (_IN, _in),
    (_SUFFIXED, _suffixed),
    (_FOLD, _fold),
    (_MULTIPLE, _multiple),
)
