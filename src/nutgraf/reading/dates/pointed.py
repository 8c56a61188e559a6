"""What words come to that somebody points to as a time: all of them together, never one of two times unmarked."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from itertools import groupby, pairwise
from typing import Any

from nutgraf.article import Span
from nutgraf.reading.dates import calendar as cal
from nutgraf.reading.dates.by_calendar import dates_of
from nutgraf.reading.dates.certain import LengthsIn, certain
from nutgraf.reading.dates.consumed import before_remark, heading_limit
from nutgraf.reading.dates.found import LIMITS
from nutgraf.reading.dates.language import DateLanguage
from nutgraf.reading.languages import classes as c
from nutgraf.reading.text.triggers import lowered
from nutgraf.results import TimeRef
from nutgraf.results.happened import TimeBasis

_YEAR = re.compile(r"(?<![\w.,$€£/–-])(?:1[4-9]|20)\d\d(?![\w%/–-]|[.,]\d)")
_WORD = re.compile(r"[^\W\d_](?:[\w’'-]*\w)?")
_HANGS = c.SUBORDINATES | c.RELATIVE | c.OPENS_CLAUSE
_NEAR = dt.timedelta(days=7)
_DAY = dt.timedelta(days=1)
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}


def time_of(
    text: str,
    start: int,
    end: int,
    times: Sequence[TimeRef],
    language: str | None,
    lengths_in: LengthsIn,
) -> TimeRef:
    """What the words `text[start:end]` say about when, of the text's `times` that they share a letter with.

    Of the ends of a range the range; of several that are listed all of them, from first to last, where they follow each other,
    else none; of a day and its year the day. A limit may head the whole ("since it opened last May"). Where there is no time:
    the span alone, value None, basis "unknown", precision "vague".

    Args:
        text: the article's text.
        start: where the words begin.
        end: where they end.
        times: those that reading finds in the article, in order.
        language: the code of its language.
        lengths_in: finds the lengths of time of a text as quantities, which tell ranges of them ("two or three years").
    """
    rules, low = dates_of(language), lowered(text)
    found = [item for item in times if item.span is not None and item.span.start < end and start < item.span.end]
    end = before_remark(low, start, end, found, rules)
    found = [item for item in found if item.span is not None and item.span.start < end]
    found = found or [_year(text, match.start()) for match in _YEAR.finditer(text, start, end)]
    if not found:
        limit = heading_limit(low, start, end, rules) or "at"
        return TimeRef(span=_words(text, start, end), limit=limit)
    ended = _period_ended(text, start, found, rules)
    if ended is not None and ended.span is not None:
        found = [ended, *(item for item in found if item.span is not None and not item.span.overlaps(ended.span))]
    known = ended or _one(text, found, rules)
    lengths = lengths_in(text, language) if known.start is None and known.value else ()
    return certain(text, start, end, known, found, rules, lengths)


def _year(text: str, at: int) -> TimeRef:
    """A bare number of a year, which is one where a time is asked for: "2007 was the year of the phone"."""
    year = cal.year(int(text[at : at + 4]))
    return TimeRef(
        span=_words(text, at, at + 4),
        value=year.value,
        start=year.first,
        end=year.last,
        precision="year",
        basis="stated",
    )


def _one(text: str, found: Sequence[TimeRef], rules: DateLanguage) -> TimeRef:
    for first, last in pairwise(found):
        if (first.limit, last.limit) == ("since", "until") and first.start and last.end and first.start <= last.end:
            return _joined(text, first, last, f"{first.value}/{last.value}")
    dated = [item for item in found if item.start is not None and item.end is not None]
    dated = [item for item in dated if not any(_holds(item, other) for other in dated)]
    dated = [max(same, key=_fullest) for _, same in groupby(dated, key=lambda item: (item.start, item.end))]
    if len(dated) > 1:
        low = lowered(text)
        several = all(_are_listed(low, one, other, rules) for one, other in pairwise(dated))
        return _together(text, dated) if several else dated[0]
    return dated[0] if dated else max(found, key=_telling)


def _holds(wider: TimeRef, other: TimeRef) -> bool:
    """Whether one time is the year, month or week of another: "at the end of the month, on April 29"."""
    assert wider.start is not None
    assert wider.end is not None
    assert other.start is not None
    assert other.end is not None
    whole, part = (wider.start, wider.end), (other.start, other.end)
    return whole != part and whole[0] <= part[0] and part[1] <= whole[1]


def _are_listed(low: str, one: TimeRef, other: TimeRef, rules: DateLanguage) -> bool:
    """Whether two times stand beside each other, and not the second in a clause or phrase that hangs on the first."""
    assert one.span is not None
    assert other.span is not None
    between = low[one.span.end : other.span.start]
    words = _WORD.findall(between)
    bits = [rules.table[word] for word in words]
    limits = {word for word in rules.words.kinds["limit"] if LIMITS[rules.words.kinds["limit"][word]] != "by"}
    if any(bit & _HANGS for bit in bits) or not limits.isdisjoint(words):
        return False
    return "," in between or any(bit & c.CONJUNCTION for bit in bits) or all(bit & c.FUNCTION for bit in bits)


def _together(text: str, dated: Sequence[TimeRef]) -> TimeRef:
    """Several times as one: from first to last; with a value where they follow each other without a gap ("in May or June")."""
    ordered = sorted(dated, key=lambda item: (item.start or dt.date.min, item.end or dt.date.min))
    first, last = ordered[0], ordered[-1]
    follow = all(
        one.end and other.start and other.start - one.end <= _DAY and one.precision == other.precision
        for one, other in pairwise(ordered)
    )
    value = f"{first.value}/{last.value}" if follow else None
    if follow and (first.precision == "vague" or "T" in f"{first.value}{last.value}"):
        value = f"{first.start}/{last.end}"
    joined = _joined(text, first, last, value)
    limits = {item.limit for item in dated}
    span = _span(text, min(dated, key=_starts), max(dated, key=_starts))
    update: dict[str, Any] = {"span": span, "limit": limits.pop() if len(limits) == 1 else "at"}
    return joined.model_copy(update=update if follow else update | {"precision": "vague"})


def _starts(item: TimeRef) -> int:
    return item.span.start if item.span else 0


def _fullest(item: TimeRef) -> int:
    return len(item.value or "")


def _span(text: str, first: TimeRef, last: TimeRef) -> Span:
    assert first.span is not None
    assert last.span is not None
    return _words(text, first.span.start, last.span.end)


def _words(text: str, start: int, end: int) -> Span:
    return Span(text=text[start:end], start=start, end=end)


def _joined(text: str, first: TimeRef, last: TimeRef, value: str | None) -> TimeRef:
    basis: TimeBasis = "stated" if first.basis == last.basis == "stated" else "resolved"
    update: dict[str, Any] = {"value": value, "end": last.end, "basis": basis, "limit": "at"}
    if _starts(first) < _starts(last):
        update["span"] = _span(text, first, last)
    return first.model_copy(update=update)


def _telling(item: TimeRef) -> tuple[bool, bool, int]:
    assert item.span is not None
    return (item.start is not None, item.value is not None, item.span.end - item.span.start)


def _period_ended(text: str, start: int, found: Sequence[TimeRef], rules: DateLanguage) -> TimeRef | None:
    """The quarter, year or months that end with a day: "the quarter ended June 26"; of their end alone that day."""
    low = lowered(text)
    for item in found:
        if item.span is None or item.end is None or item.precision not in {"day", "month"}:
            continue
        match = rules.words.ending(rules.ended).search(low, start, item.span.start)
        if match is None:
            continue
        begins = [one.span.start for one in found if one.span and one.span.start <= match.start() < one.span.end]
        span = _words(text, min((*begins, match.start())), item.span.end)  # "the last quarter, which ended on June 26"
        edge = rules.words.pattern(rules.end_of).search(low, start, match.start("period"))
        if edge:
            return item.model_copy(update={"span": _words(text, edge.start(), item.span.end), "limit": "at"})
        period = _so_far(item, match, found) or _ended(item.end, match["period"], _count(match["n"], rules))
        if period is not None:
            update = {
                "value": period.value,
                "start": period.first,
                "end": item.end,
                "precision": item.precision if "/" in period.value else period.precision,
                "limit": "at",
            }
            return item.model_copy(update={"span": span, **update})
    return None


def _so_far(end: TimeRef, match: re.Match[str], found: Sequence[TimeRef]) -> cal.Period | None:
    """A period that has not ended with its day, up to that: "this year through Wednesday" begins with the year."""
    for whole in found:
        named = whole.span is not None and whole.span.start <= match.start() < whole.span.end
        if named and whole.start and whole.end and end.end and whole.start <= end.end < whole.end - _NEAR:
            return cal.Period(f"{whole.start}/{end.end}", whole.start, end.end, "day")
    return None


def _count(said: str | None, rules: DateLanguage) -> int:
    """How many units: one where nothing is said, none where the number is not told."""
    if said is None:
        return 1
    told = said if said[0].isdigit() else rules.words.kinds["n"][" ".join(said.split())]
    return int(float(told or 0))


def _ended(end: dt.date, unit: str, count: int) -> cal.Period | None:
    """So many units that end with a day; those of accounts, which end near the end of a month, begin with one."""
    months = _MONTHS.get(unit, 0) * count
    if unit == "week" and count:
        first = end - count * dt.timedelta(days=7) + _DAY
        return cal.Period(f"{first}/{end}", first, end, "day")
    if not months:
        return None
    month = next((m for m in (cal.month(end.year, end.month), _month_before(end)) if abs(m.last - end) <= _NEAR), None)
    first = cal.shifted(month.first, 1 - months, "M") if month else cal.shifted(end + _DAY, -months, "M")
    if month and months == 3 and first.month % 3 == 1:
        return cal.quarter(first.year, (first.month + 2) // 3)
    if month and months == 12 and first.month == 1:
        return cal.year(first.year)
    return cal.Period(f"{first}/{end}", first, end, "day")


def _month_before(day: dt.date) -> cal.Period:
    before = cal.shifted(day.replace(day=1), -1, "D")
    return cal.month(before.year, before.month)
