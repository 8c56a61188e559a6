"""Two numbers that make one quantity: ranges, shares, rates per so many, all but some of so many."""

from __future__ import annotations

import re
from decimal import Decimal

from nutgraf.reading.languages import classes as c
from nutgraf.reading.numbers.frames import Frame, Mention
from nutgraf.reading.numbers.names import is_aged
from nutgraf.reading.numbers.quantities import noun_of
from nutgraf.reading.parts import Amount

DASHES = frozenset({"", "-", "–", "—"})
_LEAST_BASE = 100
_WIDEST = 5
_SHARED = frozenset({3, 4, 5, 10, 100, 1000})


def spread(frame: Frame, index: int) -> Amount | None:
    """A range: "15-20%", "between 2 and 3 million people", "$12-20 million", "two or three cars"; both ends in one quantity."""
    one, other = frame.mentions[index], frame.next(index)
    if other is None or one.value is None or other.value is None or _in_a_row(frame, one, other):
        return None
    joint = frame.low[one.end : other.start] if other.start >= one.end else "…"
    # "3 tons 11 cwt": a blank alone makes no range.
    dash, low = joint.strip() in DASHES and not joint.isspace(), joint.strip(" \u00a0-")
    before, links = frame.before(one.start).lower(), frame.numbers.links
    between = before == links.between and low == links.joint
    if not (between or dash or low in {links.to, links.either}):
        return None
    if low == links.to and not dash and (not _is_range(frame, one) or _are_two(one, other)):
        return None
    if low == links.either and not dash and one.end != one.stop:
        return None  # "160GB or 40,000 songs": two measures
    return _range(frame, one, other, dash=dash)


def up_to_one(frame: Frame, index: int) -> Amount | None:
    """A range from a part of a unit to a whole one: "half an inch to an inch"."""
    one = frame.mentions[index]
    to = frame.behind(one.end)
    article = frame.behind(to.stop)
    whole = frame.behind(article.stop)
    if to.word not in {frame.numbers.links.to, frame.numbers.links.joint} or not article.bits & c.INDEFINITE:
        return None
    between = to.word == frame.numbers.links.to or frame.before(one.start).lower() == frame.numbers.links.between
    part = one.kind == "measure" and one.value is not None and one.value < 1
    if not (part and between) or whole.word != (one.unit or "").lower():
        return None
    return Amount(one.start, whole.stop, one.value, Decimal(1), unit=one.unit, kind="measure", used=1)


def _are_two(one: Mention, other: Mention) -> bool:
    """Whether a first amount is whole and the second of another kind: "rose 4% to 40", "fell by a fifth to $12"."""
    return (one.end > one.stop and other.kind is None) or (one.read.fraction and other.kind in {"money", "percent"})


def _spelled_scale(frame: Frame, other: Mention) -> Decimal:
    """What the words of scale come to that end a number in words: a hundred thousand of "three hundred thousand"."""
    scale = Decimal(1)
    for word in re.split(r"[\s-]+", frame.low[other.at : other.stop])[::-1] if other.spelled else ():
        if not frame.bits(word) & c.SCALE:
            break
        scale *= frame.numbers.values[word]
    return scale


def _in_a_row(frame: Frame, one: Mention, other: Mention) -> bool:
    """Whether dashes tie more than two numbers to each other, as in "555-0143" after an area code."""
    left, right = frame.low[max(0, one.start - 2) : one.start], frame.low[other.stop : other.stop + 2]
    return (left[:1].isalnum() and left[1:] in {"-", "–"}) or (right[:1] in {"-", "–"} and right[1:].isdigit())


def _is_range(frame: Frame, one: Mention) -> bool:
    """Whether "to" joins the ends of a range: "ranging from 5 to 7"; "rose from 5 to 7 percent" tells two numbers."""
    before, links = frame.before(one.start).lower(), frame.numbers.links
    if before != links.since or links.change:
        return True
    verb = frame.before(one.start - len(before) - 1).lower()
    return bool(frame.bits(verb) & c.RANGES)


def _range(frame: Frame, one: Mention, other: Mention, *, dash: bool) -> Amount | None:
    low, high = one.value, other.value
    assert low is not None
    assert high is not None
    if one.end > one.stop and other.kind is None and frame.low[other.stop : other.stop + 1].isalpha():
        return None  # "9 per cent to 212p"
    scale = other.read.scale if other.read.scale > 1 else _spelled_scale(frame, other)
    if one.read.scale == 1 and scale > 1 and low < high / scale:
        low *= scale
    if one.kind is not None and other.kind is not None and (one.unit != other.unit or high > _WIDEST * low):
        return None  # "rose $2 to $87", "half a point to 5.1%"
    if not low < high:
        return None
    if other.kind or one.kind:
        unit, kind = (other.unit, other.kind) if other.kind else (one.unit, one.kind)
        return Amount(one.start, other.end, low, high, unit=unit, kind=kind, used=2)
    noun = noun_of(frame, other)
    if noun is not None:
        return Amount(one.start, noun[0], low, high, unit=noun[1], kind="count", used=2)
    if (dash and not _is_bare_range(frame, one, other)) or high > _WIDEST * low:
        return None  # "up 200 to 9,500"
    if is_aged(frame, one.start):
        return Amount(one.start, other.stop, low, high, unit=frame.numbers.links.years, kind="measure", used=2)
    return Amount(one.start, other.stop, low, high, kind="count", used=2)


def _is_bare_range(frame: Frame, one: Mention, other: Mention) -> bool:
    """Whether two numbers with a dash and nothing behind are a range: not "the 737-800", "555-0143", "1-2-3"."""
    if not (one.read.plain and other.read.plain) or frame.text[other.stop : other.stop + 1] in {"-", "–", "/"}:
        return False
    low, high = (one.value or 0), (other.value or 0)
    return high < 2 * low and not frame.bits(frame.before(one.at).lower()) & c.DETERMINER


def share(frame: Frame, index: int) -> Amount | None:
    """A share of so many: "three out of four wells" (0.75), "one in five"; of a hundred or a thousand a rate: "48 out of every 10,000"."""
    one, other = frame.mentions[index], frame.next(index)
    if other is None or one.value is None or other.value is None or one.kind or other.kind:
        return None
    if not frame.bits(frame.between(one, other).replace("-", " ")) & c.SHARE_OF or not 0 < one.value < other.value:
        return None
    if frame.bits(frame.between(one, other)) & c.PREPOSITION and not _tells_share(one, other):
        return None
    if frame.before(one.at) == frame.numbers.links.of and is_aged(frame, one.at):
        return None  # "everyone over the age of one in 34 districts"
    noun = noun_of(frame, other)
    stop, unit = noun or (other.stop, None)
    if other.value >= _LEAST_BASE and other.value == Decimal(10) ** (len(str(int(other.value))) - 1):
        return Amount(one.at, stop, one.value, per=frame.text[other.at : other.stop], unit=unit, kind="ratio", used=2)
    return Amount(one.at, stop, one.value / other.value, unit=unit, kind="ratio", used=2)


def one_in(frame: Frame, index: int) -> Amount | None:
    """A share with its noun before the "in": "one pack in 500", "four cases in ten"; not "one car in 40 boats"."""
    one, other = frame.mentions[index], frame.next(index)
    if other is None or one.value is None or not other.value or one.value >= other.value or other.kind:
        return None
    noun = noun_of(frame, one) if _tells_share(one, other) else None
    if noun is None or noun_of(frame, other) is not None:
        return None
    link = frame.behind(noun[0])
    if link.stop + 1 != other.at or not link.bits & c.PREPOSITION or not link.bits & c.SHARE_OF:
        return None
    return Amount(one.at, other.stop, one.value / other.value, unit=noun[1], kind="ratio", used=2)


def _tells_share(one: Mention, other: Mention) -> bool:
    """Whether "in" tells a share: "one in five", "nine in ten"; not "12 in 2008", "20 in 40 boats"."""
    return one.value == 1 or other.value in _SHARED


def all_but(frame: Frame, index: int) -> Amount | None:
    """What is left of so many: "all but three of the 41 miners" are 38; of an untold number it is no quantity."""
    one, other = frame.mentions[index], frame.next(index)
    bound, begins = frame.bound(one.start)
    if bound != "computed" or one.kind is not None or one.value is None:
        return None
    total = other is not None and other.value is not None and other.value > one.value and _of(frame, one, other)
    if not total or other is None or other.value is None:
        return Amount(one.at, one.stop)
    noun = noun_of(frame, other)
    stop, unit = noun or (other.end, other.unit)
    return Amount(
        begins, stop, other.value - one.value, unit=unit, kind=other.kind or "count", modifier="computed", used=2
    )


def _of(frame: Frame, one: Mention, other: Mention) -> bool:
    """Whether only "of the" or "of its" stands between two numbers."""
    of = frame.behind(one.stop)
    if of.word != frame.numbers.links.of:
        return False
    owner = frame.behind(of.stop)
    return other.at in {of.stop + 1, owner.stop + 1 if owner.bits & c.DETERMINER else 0}


def rate(frame: Frame, found: Amount) -> Amount | None:
    """What a quantity is counted by: "60 km per hour", "$3 a gallon", "15 a year", "12 cases per 100,000 people"."""
    token = frame.behind(found.end)
    if found.kind == "ratio" or (not token.bits & (c.BY | c.INDEFINITE) and token.word != "/"):
        return None  # "half a pint"
    behind = frame.behind(token.stop)
    if not behind.word:  # a number
        number = frame.number_at(token.stop + 1)
        if number is None or not token.bits & c.BY:
            return None
        noun = noun_of(frame, number)
        stop = noun[0] if noun else number.stop
        return found._replace(end=stop, per=frame.text[number.at : stop])
    many = c.SCALE if token.bits & c.BY else 0  # "40 per million"
    if not behind.bits & (c.LENGTH | c.UNIT | c.BY_EACH | many) or behind.bits & c.PLURAL:
        return None
    second = frame.behind(behind.stop)
    if second.bits & c.POINTS and not second.bits & c.FUNCTION:
        return None  # "a year earlier"; not "a year once it is done"
    tied = second.gap in {" ", "-"} and second.bits & (c.LENGTH | c.UNIT) and not second.bits & c.PLURAL
    several = behind.bits & c.SCALE and second.bits & c.PLURAL and not second.bits & c.FUNCTION
    stop = second.stop if tied or several else behind.stop  # "a kilowatt hour", "per thousand litres"
    stop = _and_again(frame, stop)
    return found._replace(end=stop, per=frame.text[behind.start : stop])


def _and_again(frame: Frame, stop: int) -> int:
    """Where the second of two bases ends: "per person a day"."""
    token = frame.behind(stop)
    base = frame.behind(token.stop)
    length = token.bits & (c.BY | c.INDEFINITE) and base.bits & c.LENGTH and not base.bits & c.PLURAL
    behind = frame.behind(base.stop).bits
    return base.stop if length and not (behind & c.POINTS and not behind & c.FUNCTION) else stop
