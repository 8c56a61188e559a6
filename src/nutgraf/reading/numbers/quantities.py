"""What one number comes to: money, per cent, a measure, a length of time, an age, a count of something, a part of something."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import cast

from nutgraf.reading.languages import classes as c
from nutgraf.reading.numbers.frames import Frame, Mention
from nutgraf.reading.numbers.names import is_aged
from nutgraf.reading.numbers.nouns import hyphenated
from nutgraf.reading.numbers.units import kind_of
from nutgraf.reading.parts import Amount
from nutgraf.results.happened import Modifier

_OLDEST = 120
_AFTER_NAME = re.compile(r"[^\W\d_][\w’'-]{1,40}, $")
_WORKING = re.compile(r"\b(?:working|business|trading|school|sitting|match) \w+$")
"""Days of which not every day is one: 90 working days are no 90 days."""
_MARKS = frozenset({",", "/"})
_HALF = Decimal("0.5")
_NEAR = 14
_MOST_SHARED = 6


def measured(frame: Frame, index: int) -> Amount | None:
    """A number with its unit: "US$180 million", "2.5 %", "5km", "27-year-old", "half a percentage point", "-5 °C"."""
    mention = frame.mentions[index]
    if mention.kind is None:
        return None
    value, start = mention.value, mention.start
    signed = mention.kind in {"measure", "percent"} and not mention.spelled and start == mention.at
    if signed and value is not None and (sign := _minus(frame, start)) is not None:
        value, start = -value, sign
    if mention.kind == "duration" and is_aged(frame, start):
        return Amount(start, mention.end, value, unit=mention.unit, kind="measure")
    below = frame.behind(mention.end)
    zero = frame.number_at(below.stop + 1)
    if (
        mention.kind == "measure"
        and value
        and zero
        and zero.value == 0
        and frame.numbers.bounds.get(below.word) == ((below.word, "at_most"),)
    ):
        return Amount(start, zero.stop, -value, unit=mention.unit, kind=mention.kind, used=2)  # "12 degrees below zero"
    return Amount(start, mention.end, value, unit=mention.unit, kind=mention.kind)


def _minus(frame: Frame, start: int) -> int | None:
    """Where the sign or word before a number below zero stands: "-5 °C", "minus 5 degrees"."""
    word = frame.before(start)
    if word and frame.bits(word.lower()) & c.MINUS:
        return start - len(word) - 1
    sign, before = frame.text[max(0, start - 1) : start], frame.text[max(0, start - 2) : start - 1]
    return start - 1 if sign and frame.bits(sign) & c.MINUS and not before.strip(' \n\u00a0(“"') else None


def aged(frame: Frame, index: int) -> Amount | None:
    """An age: "aged 55", "Papermaster, 49, had"."""
    mention = frame.mentions[index]
    if mention.kind is not None or mention.value is None or not 0 < mention.value < _OLDEST:
        return None
    begins, word = mention.at, frame.before(mention.at)
    if word and word.lower() in {frame.numbers.links.of, frame.numbers.links.since}:
        begins -= len(word) + 1
        word = frame.before(begins)
    said = bool(frame.bits(word.lower()) & c.AGED)
    if not said and (mention.spelled or frame.text[mention.stop : mention.stop + 1] not in {",", ")"}):
        return None
    name = None if said else _AFTER_NAME.search(frame.text, max(0, mention.at - 44), mention.at)
    known = name and frame.bits(name[0][:-2].lower())
    if said or (name and (name[0][0].isupper() or (known and known & c.PERSON and not known & c.PLURAL))):
        says = _bound_of_age(frame, begins - len(word) - 1) if said else None
        return Amount(
            mention.at, mention.stop, mention.value, unit=frame.numbers.links.years, kind="measure", modifier=says
        )
    return None


def _bound_of_age(frame: Frame, start: int) -> Modifier | None:
    """What is said before "the age of"; None: nothing is said."""
    word = frame.before(start)
    if frame.bits(word.lower()) & c.ARTICLE:
        start -= len(word) + 1
    return cast("Modifier", frame.bound(start)[0]) or None


def part(frame: Frame, index: int) -> Amount | None:
    """A part of something: "a quarter of the crop", "two-thirds of the 90 seats", "half the town", "fell by a third"."""
    mention = frame.mentions[index]
    if not mention.read.fraction:
        return None
    token = frame.behind(mention.stop)
    if (
        token.word != frame.numbers.links.of
        and not (token.gap == " " and token.bits & c.DETERMINER)
        and mention.value == _HALF
    ):
        return None  # "the first half"
    following = frame.next(index)
    if (
        following is not None
        and following.start - mention.stop < _NEAR
        and frame.low[mention.stop : following.start].count(" ") <= 3
    ):
        return Amount(mention.at, mention.stop, mention.value, kind="ratio")
    whole = _whole(frame, mention.stop) or hyphenated(frame, mention.stop)
    stop, unit = whole or (mention.stop, None)
    return Amount(mention.at, stop, mention.value, unit=unit, kind="ratio")


def _whole(frame: Frame, stop: int) -> tuple[int, str] | None:
    """What a part is taken of: the noun behind "of the"."""
    token = frame.behind(stop)
    if token.word != frame.numbers.links.of:
        return None
    return frame.numbers.noun(frame, stop, single=False) or frame.numbers.noun(frame, stop, single=True)


def count(frame: Frame, index: int) -> Amount | None:
    """A number and what it counts: "176 drones", "three of the ships", "12-man"; untold ones too: "dozens of cars"."""
    mention = frame.mentions[index]
    noun = noun_of(frame, mention)
    if noun is None or mention.read.fraction:
        return None
    stop, unit = noun
    bits = frame.bits(unit.lower())
    if mention.value is not None:
        lasts = bits & c.LENGTH  # "a couple of days", "12 more months"
        kind_of_days = _WORKING.search(frame.low[mention.stop : stop]) if lasts else None
        if kind_of_days:
            return Amount(mention.at, stop, mention.value, unit=kind_of_days[0], kind="count")
        tied = frame.text[mention.stop] == "-" and kind_of(frame.bits(f"{unit.lower()}s"))  # "a 1-billion-crown loan"
        return Amount(mention.at, stop, mention.value, unit=unit, kind="duration" if lasts else tied or "count")
    # "hundreds of miles"
    return Amount(mention.at, stop, unit=frame.numbers.units.get(unit.lower(), unit), kind=kind_of(bits) or "count")


def noun_of(frame: Frame, mention: Mention) -> tuple[int, str] | None:
    """The noun that a number counts, and where it ends."""
    stop = mention.stop
    token = frame.behind(stop)
    if token.word == "+":  # "40+ boats"
        stop = token.stop
    elif token.word in frame.numbers.opens_bounds and (second := frame.behind(token.stop)).word:  # "two or more people"
        stop = second.stop if f"{token.word} {second.word}" in frame.numbers.bounds_behind else stop
    return frame.numbers.noun(frame, stop, single=mention.value == 1) or hyphenated(frame, stop)


def alone(frame: Frame, index: int) -> Amount | None:
    """A number whose noun is left out: "3,700 in Germany", "gave it to five"."""
    mention = frame.mentions[index]
    if mention.value is None or mention.read.fraction:
        return None
    return Amount(mention.at, mention.stop, mention.value, kind="count")


def shared(frame: Frame, index: int) -> Amount | None:
    """A number whose unit stands behind the next: "12.5 and 8.1 percent", "rose from 5 to 7 percent"."""
    mention, at, links = frame.mentions[index], index, frame.numbers.links
    if mention.kind is not None or mention.value is None:
        return None
    while (other := frame.next(at)) is not None and at < index + _MOST_SHARED:
        joint = frame.between(frame.mentions[at], other)
        if (
            joint not in _MARKS and joint not in {links.joint, links.either, links.to, links.change}
        ) or other.value is None:
            return None
        if other.kind is not None:
            fits = other.start == other.at and joint != ","
            return Amount(mention.at, mention.stop, mention.value, unit=other.unit, kind=other.kind) if fits else None
        at += 1
    return None
