"""How a number that stands in no article comes of numbers or days that do: sums, differences, shares, with the reckoning."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import combinations
from operator import attrgetter

from nutgraf.checking.rules.words.counted import Counted
from nutgraf.checking.rules.words.figures import Figure, comes_to

_EXACT = 0.02
"""Relative difference up to which one number is so many times another."""
_ABOUT = 0.05
"""Relative difference of what is about the same."""
_MOST = 12
"""Numbers of the evidence that are tried; a table holds more, and any number comes of some of them."""


def reckoned(told: Counted, given: Sequence[Counted], *, about: bool = False) -> str | None:
    """The reckoning by which a figure comes of those given; None where there is none.

    Equal is what is equal when rounded as the figure is, or near it where the text says `about`. Units count: money comes of
    money, a sum or difference of numbers that count the same, a share of two like numbers.
    """
    figure = told.figure
    if figure.value is None or figure.ordinal:
        return None
    plain = [one for one in given if not one.figure.ordinal and one.value > 0]
    known = list({(one.value, one.unit): one for one in plain}.values())[:_MOST]
    tried = list(_tried(told, known))
    for words, value in tried:
        if comes_to(figure.value, value):
            return f"{words} = {_written(figure.value, figure.unit)}"
    near = (one for one in tried if about and abs(figure.value - one[1]) <= _ABOUT * one[1])
    return next((f"{words} = {_written(round(value, 1), figure.unit)}" for words, value in near), None)


def reckoned_from_days(figure: Figure, noun: str, days: Sequence[dt.date]) -> str | None:
    """The two days between which so many days, weeks, months or years lie; None where there are none."""
    unit = _DAYS.get(noun.removesuffix("s"))
    if unit is None or not figure.value or figure.value < 1 or figure.ordinal or figure.unit:
        return None
    for one, other in combinations(sorted(set(days)), 2):
        if abs((other - one).days / unit - figure.value) <= _PARTLY:
            return f"{one} to {other}"
    return None


_DAYS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}
_PARTLY = 0.75
"""Part of a unit by which a span of time may be longer or shorter than what is said: "four months" of three and a half."""


def _tried(told: Counted, known: Sequence[Counted]) -> Iterator[tuple[str, float]]:
    same = [one for one in known if one.unit == told.unit]
    if len(same) > 2 and all(one.adds_to(other, told) for one, other in combinations(same, 2)):
        yield " + ".join(map(_told, same)), sum(one.value for one in same)
    for one, other in combinations(same, 2):
        high, low = sorted((one, other), key=attrgetter("value"), reverse=True)
        if one.adds_to(other, told):
            yield f"{_told(one)} + {_told(other)}", one.value + other.value
        if low.adds_to(told, high):
            yield f"{_told(high)} - {_told(low)}", high.value - low.value
    shares = [one for one in known if one.unit == "%"]
    if told.unit == "%":
        yield from ((f"100 % - {_told(one)}", 100 - one.value) for one in shares)
        yield from _percentages(known)
    for share in shares:
        for one in (one for one in same if one.unit != "%"):
            yield f"{_told(share)} of {_told(one)}", share.value / 100 * one.value
    if told.is_ratio:
        for one, other in combinations([one for one in known if one.unit != "%"], 2):
            high, low = sorted((one, other), key=attrgetter("value"), reverse=True)
            ratio = high.value / low.value
            if one.alike(other) and abs(ratio - told.value) <= _EXACT * ratio:
                yield f"{_told(high)} / {_told(low)}", told.value


def _percentages(known: Sequence[Counted]) -> Iterator[tuple[str, float]]:
    """A fraction as percent; the share of one number in another, and the change from one to the other."""
    yield from ((one.figure.words, one.value * 100) for one in known if one.unit is None and one.value < 1)
    for one, other in combinations([one for one in known if one.unit != "%"], 2):
        if not one.alike(other):
            continue
        yield f"{_told(one)} / {_told(other)}", one.value / other.value * 100
        yield f"{_told(other)} / {_told(one)}", other.value / one.value * 100
        difference = f"({_told(other)} - {_told(one)})"
        yield f"{difference} / {_told(one)}", abs(other.value - one.value) / one.value * 100


def _told(one: Counted) -> str:
    return _written(one.value, one.unit)


def _written(value: float, unit: str | None) -> str:
    number = f"{value:,.4f}".rstrip("0").rstrip(".")
    return number if unit is None else f"{number} {unit}"
