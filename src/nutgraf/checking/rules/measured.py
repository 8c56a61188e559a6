"""Amounts and times of a statement, as reading has them, beside those of its sentences: bounds, units, days. In every language that reading knows."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Sequence
from typing import NamedTuple

from nutgraf.checking.rules.claim import Claim, Finding
from nutgraf.checking.rules.stems import stem
from nutgraf.checking.rules.words.figures import close
from nutgraf.checking.rules.words.wording import wording
from nutgraf.reading.languages import classes as c
from nutgraf.reading.numbers.find import numbers_in
from nutgraf.results import Quantity, TimeRef
from nutgraf.results.happened import Limit

_MEASURED = frozenset({"measure", "money", "duration"})
_MOST = 12
"""Amounts and times of a statement that are looked at."""
_ABBREVIATED = 3
"""Letters of a unit that may stand for its whole name: "km"."""


class _Bounds(NamedTuple):
    """Between which numbers an amount lies."""

    low: float
    high: float

    def within(self, other: _Bounds) -> bool:
        """Whether what lies between these lies between the others too."""
        return other.low <= self.low and self.high <= other.high


def other_number(claim: Claim) -> Finding | None:
    """A number that the cited sentences do not give, in a language whose numerals are read but whose words no rule knows."""
    language = claim.reading.spoken_in
    if language.worded or language.numbers is None:
        return None
    said = [
        one.value for span in claim.evidence for one in numbers_in(span.text, language.code) if one.value is not None
    ]
    for told in numbers_in(claim.text, language.code)[:_MOST]:
        if told.value is None or told.value == 1 or any(close(told.value, value) for value in said):
            continue
        day = any(time.span and time.span.start <= told.start < time.span.end for time in claim.times_told)
        if not day:
            words = claim.text[told.start : told.end]
            reason = f"the cited sentences do not give the number {words!r}: cite the sentence that does"
            return Finding("number_from_elsewhere", "open", reason)
    return None


def other_unit(claim: Claim) -> Finding | None:
    """A number of the cited sentences with another measure: "70 feet" for "70 metres", "90 days" for "90 weeks"."""
    for told in claim.amounts_told[:_MOST]:
        same = [said for said in claim.amounts_said if told.value == said.value and told.kind == said.kind]
        if told.kind in _MEASURED and same and not any(_alike(told, said, claim) for said in same):
            known = any(told.value == one.value and _alike(told, one, claim) for one in claim.reading.quantities)
            reason = f"the cited sentences say {same[0].span.text!r}, not {told.span.text!r}"
            return Finding("other_unit", "open" if known else "refuted", reason)
    return None


def _alike(one: Quantity, other: Quantity, claim: Claim) -> bool:
    """Whether two units may be one: "km" and "kilometres"."""
    inflection = claim.reading.spoken_in.inflection
    units = (_OF_UNIT.sub("", (told.unit or "").lower()) for told in (one, other))
    short, long = sorted(map(stem, units), key=len)
    return (
        short == long
        or (0 < len(short) <= _ABBREVIATED and short[0] == long[0])
        or (inflection is not None and bool(short) and inflection.same(short, long))
    )


_OF_UNIT = re.compile(r"(?<=\w\w\w)ig(?:e[mnrs]?)?\Z")
"""How German makes an adjective of a unit: "48-stündig"."""


def other_bound(claim: Claim) -> Finding | None:
    """A bound put to a number that the cited sentences do not have, or one of theirs left out: "at most 12" for "at least 12"."""
    for told in claim.amounts_told[:_MOST]:
        mine = _bounds(told)
        same = [one for one in claim.amounts_said if told.value in {one.value, one.high} and _alike(told, one, claim)]
        theirs = [between for said in same if (between := _bounds(said)) is not None]
        if not told.unit or mine is None or not theirs or len(theirs) < len(same):
            continue
        if any(one.within(mine) for one in theirs) or all(_both_told(one, claim) for one in same):
            continue
        clash = mine.low < mine.high and all(one.high <= mine.low or mine.high <= one.low for one in theirs)
        reason = f"it bounds {told.span.text!r} otherwise than the cited sentences do"
        return Finding("other_bound", "refuted" if clash else "open", reason)
    return None


def _both_told(said: Quantity, claim: Claim) -> bool:
    """Whether a text has both ends of a range, as numbers apart: "down to $3 from $4 to $5"."""
    told = {value for one in claim.amounts_told for value in (one.value, one.high)}
    return said.high is not None and {said.value, said.high} <= told


def _bounds(told: Quantity) -> _Bounds | None:
    """Between which numbers an amount lies for certain."""
    if told.value is None or told.modifier not in {"exact", "at_least", "at_most"} or told.kind == "score":
        return None
    low = -math.inf if told.modifier == "at_most" else told.value
    return _Bounds(low, math.inf if told.modifier == "at_least" else told.high or told.value)


def other_time(claim: Claim) -> Finding | None:
    """A day, month or year that the article does not tell of, or another side of one: "until May" for "since May"."""
    for told in claim.times_told[:_MOST]:
        if told.start is None or told.end is None or told.span is None:
            continue
        known = [one for one in claim.times_said if one.start and one.end]
        if finding := _other_side(told, known, claim):
            return finding
        near = any(_meet(told, one) for one in known)
        if near or not known or _is_written(told.span.text, claim):
            continue
        anywhere = any(_meet(told, one) for one in claim.reading.times if one.start and one.end)
        reason = f"the cited sentences do not say {told.span.text!r}: say when as they do, or leave it out"
        sure = not anywhere and len(known) == len(claim.times_said) and not _tells_of_more(known, claim)
        return Finding("other_time", "refuted" if sure else "open", reason)
    return None


def _tells_of_more(known: Sequence[TimeRef], claim: Claim) -> bool:
    """Whether the cited sentences tell of other days than they name: "shut until May", "freed the next morning"."""
    words = claim.reading.spoken_in.words
    inside = frozenset(low for time in known if time.span for low in wording(time.span.text).lows)
    beside = any(words[low] & (c.POINTS | c.PERIOD | c.PART_OF_DAY) for low in claim.said.lows - inside)
    return beside or any(time.limit != "at" for time in known)


def _is_written(words: str, claim: Claim) -> bool:
    """Whether the article has these very words, or its sentences each of them, whatever day they mean there."""
    return words.lower() in claim.whole.text.lower() or wording(words).lows <= claim.said.lows


def _meet(one: TimeRef, other: TimeRef) -> bool:
    """Whether two times have a day in common, and no hours that differ."""
    hours = [time.value.partition("T")[2] for time in (one, other) if time.value and time.precision == "exact"]
    if len(hours) == len(set(hours)) == 2 or one.start is None or other.start is None:
        return False
    (low, high), (first, last) = _days(one), _days(other)
    return (low <= last and first <= high) or _is_the_same_day(one, other)


def _is_the_same_day(one: TimeRef, other: TimeRef) -> bool:
    """Whether two days may have one name: "Sunday" looks the way of its verb, "4 June" that of its year."""
    if one.start is None or other.start is None or "resolved" not in {one.basis, other.basis}:
        return False
    apart = abs((one.start - other.start).days)
    return ({one.precision, other.precision} <= _TO_THE_DAY and (apart == _WEEK or apart in _YEAR)) or (
        one.precision == other.precision == "month" and apart in _YEAR
    )


_TO_THE_DAY = frozenset({"day", "exact"})
_WEEK, _YEAR = 7, (365, 366)


def _days(time: TimeRef) -> tuple[dt.date, dt.date]:
    """The first and the last day of a time: what is so since a day is so on every day that follows."""
    start, end = time.start or dt.date.min, time.end or dt.date.max
    return dt.date.min if time.limit in _UP_TO else start, dt.date.max if time.limit in _FROM else end


_UP_TO: frozenset[Limit] = frozenset({"until", "by", "before"})
_FROM: frozenset[Limit] = frozenset({"since", "after"})


def _other_side(told: TimeRef, known: Sequence[TimeRef], claim: Claim) -> Finding | None:
    """The same day told with another limit wherever it stands: "until May" for "since May", "before Tuesday" for "on Tuesday"."""
    theirs = {one.limit for one in known if one.value == told.value or _is_the_same_day(one, told)}
    words = claim.reading.spoken_in.words
    if told.span is None or any(words[low] & c.NEGATION for low in claim.told.lows):
        return None  # "not before May"
    alone = not _NAMES_MORE.match(claim.text, told.span.end)
    others = {"at"} if told.limit in {"before", "after"} and alone else set[Limit]()
    others |= _FROM if told.limit in _UP_TO else _UP_TO if told.limit in _FROM else set()
    if not theirs or not theirs <= others:
        return None
    sure = {told.limit, *theirs} <= {"since", "until", "by"}
    return Finding("other_time", "refuted" if sure else "open", f"it sets another limit to {told.span.text!r}")


_NAMES_MORE = re.compile(r"'s\b|[ -][^\W\d_]")
"""Behind a day what it is the day of: "after Tuesday's vote", "before the June 4 vote"."""
