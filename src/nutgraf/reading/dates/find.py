"""Time expressions of news prose, and the days they name.

Nothing falls back to the publication date in silence: words that fix no date get the value None. `published`
is the day that "Friday", "last week" or "June 17" are counted from; without it they stay unresolved.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from itertools import pairwise
from typing import get_args

from nutgraf.article import Span
from nutgraf.reading.dates import calendar as cal
from nutgraf.reading.dates.anywhere import ANYWHERE
from nutgraf.reading.dates.found import Found, Setting
from nutgraf.reading.dates.scan import DateRules
from nutgraf.reading.parts import Sentence
from nutgraf.results import TimeRef
from nutgraf.results.happened import Limit

_LIMITS: dict[str, Limit] = {limit: limit for limit in get_args(Limit)}
_LONGEST_JOINT = 12


def find_times(
    text: str, sentences: Sequence[Sentence], published: dt.date | None, rules: DateRules | None
) -> tuple[tuple[TimeRef, ...], tuple[str, ...]]:
    """Every time expression of the text, in order, none overlapping another; and for each the rule that found it.

    Args:
        text: the article's text.
        sentences: its sentences; the tense of a sentence says whether "Friday" lies ahead or behind.
        published: the publication date; None leaves relative words unresolved (value None, basis "unknown").
        rules: those of the article's language; None: only dates in figures are found.
    """
    rules = rules or ANYWHERE
    setting = Setting(text, sentences, published, rules)
    items = _limited(_with_clocks(rules.scan(setting), setting), setting)
    return tuple(_time_ref(text, item) for item in items), tuple(item.rule for item in items)


def time_of(text: str, start: int, end: int, times: Sequence[TimeRef]) -> TimeRef:
    """What the words `text[start:end]` say about when: the most telling of the text's `times` that they share a letter with.

    Of two that are the ends of a range, the range. Where there is none: the span alone, value None, basis "unknown", precision "vague".
    """
    found = [item for item in times if item.span is not None and item.span.start < end and start < item.span.end]
    for first, last in pairwise(found):
        if (first.limit, last.limit) == ("since", "until") and first.start and last.end and first.start <= last.end:
            return _range(text, first, last)
    return max(found, key=_telling, default=_year(Span(text=text[start:end], start=start, end=end)))


def _year(span: Span) -> TimeRef:
    """A year that no preposition tells from a number, where somebody says that it is a time; else words without a value."""
    if not _YEAR.fullmatch(span.text):
        return TimeRef(span=span)
    first, last = dt.date(int(span.text), 1, 1), dt.date(int(span.text), 12, 31)
    return TimeRef(span=span, value=span.text, start=first, end=last, precision="year", basis="stated")


_YEAR = re.compile(r"1[4-9]\d\d|20\d\d")


def _range(text: str, first: TimeRef, last: TimeRef) -> TimeRef:
    assert first.span is not None
    assert last.span is not None
    start, end = first.span.start, last.span.end
    return first.model_copy(
        update={
            "span": Span(text=text[start:end], start=start, end=end),
            "value": f"{first.value}/{last.value}",
            "end": last.end,
            "basis": "stated" if first.basis == last.basis == "stated" else "resolved",
            "limit": "at",
        }
    )


def _telling(item: TimeRef) -> tuple[bool, bool, int]:
    assert item.span is not None
    return (item.start is not None, item.value is not None, item.span.end - item.span.start)


def _with_clocks(items: list[Found], setting: Setting) -> list[Found]:
    """Give each time of day its day: the one beside it (they become one expression), else its sentence's only one."""
    results: list[Found] = []
    for index, item in enumerate(items):
        before = results[-1] if results else None
        if before is not None and {before.kind, item.kind} == {"day", "clock"} and _beside(before, item, setting):
            results[-1] = _joined(before, item, setting)
        elif item.kind == "clock":
            results.append(_dated(item, items, index, setting))
        else:
            results.append(item)
    return results


def _beside(a: Found, b: Found, setting: Setting) -> bool:
    if b.start - a.end > _LONGEST_JOINT or (a.kind == "day" and "T" in (a.value or "")):
        return False
    return bool(setting.words.pattern(setting.rules.joint).fullmatch(setting.low, a.end, b.start))


def _joined(a: Found, b: Found, setting: Setting) -> Found:
    day, clock = (a, b) if a.kind == "day" else (b, a)
    joined = day._replace(start=a.start, end=b.end, rule=f"{a.rule}, {b.rule}")
    if day.value is None or day.first is None:
        return joined
    if clock.clock == "T00:00" and _limit(joined, setting) in {"until", "by", "before"}:
        day = day._replace(first=cal.shifted(day.first, 1, "D"))  # the midnight at the end of the day
    first = day.first
    return joined._replace(first=first, last=first, value=f"{first}{clock.clock}", precision="exact", kind="other")


def _dated(clock: Found, items: list[Found], index: int, setting: Setting) -> Found:
    home = setting.sentence_at(clock.start)
    days: set[dt.date] = set()
    for step in (-1, 1):
        at = index + step
        while 0 <= at < len(items) and abs(at - index) <= 8 and setting.sentence_at(items[at].start) == home:
            first = items[at].first
            if items[at].kind == "day" and first is not None:
                days.add(first)
            at += step
    if len(days) != 1:
        return clock
    day = days.pop()
    return clock._replace(value=f"{day}{clock.clock}", first=day, last=day, basis="resolved")


def _limited(items: list[Found], setting: Setting) -> list[Found]:
    """Say of each expression whether it is a limit ("since 2007", "by noon") or an end of a range ("from 3 May to 9 May")."""
    results: list[Found] = []
    for item in items:
        if results and _spans(results[-1], item, setting):
            first = results.pop()
            results += [first._replace(limit="since"), _behind(first, item)._replace(limit="until")]
        else:
            limit = _limit(item, setting) if item.kind != "duration" else "at"
            results.append(item if limit == "at" else item._replace(limit=limit))
    return results


def _limit(item: Found, setting: Setting) -> Limit:
    match = setting.behind(setting.rules.limits, item.start)
    limit = _LIMITS[setting.words.kinds["limit"][" ".join(match["limit"].split())]] if match else "at"
    # "by Friday's storm": who did it, not until when.
    return "at" if limit == "by" and setting.low.startswith(("'", "’"), item.end) else limit


def _spans(a: Found, b: Found, setting: Setting) -> bool:
    """Whether two expressions are the ends of a range."""
    if b.start - a.end > _LONGEST_JOINT or "duration" in {a.kind, b.kind}:
        return False
    return any(
        setting.words.pattern(between).fullmatch(setting.low, a.end, b.start)
        and (not before or setting.behind(before, a.start))
        for before, between in setting.rules.ranges
    ) and not setting.behind(setting.rules.no_range, a.start)


def _behind(first: Found, last: Found) -> Found:
    """The last day of a range, moved behind its first one where it was taken for an earlier one: "from Monday to Wednesday"."""
    if not (first.first and last.first and last.last and last.first < first.first and last.kind == "day"):
        return last
    if last.basis == "stated" or (last.yearless and not first.yearless):
        return last
    length = last.last - last.first
    begins = cal.shifted(last.first, 1, "Y" if last.yearless else "W")
    return last._replace(first=begins, last=begins + length, value=f"{begins}{(last.value or '')[10:]}")


def _time_ref(text: str, item: Found) -> TimeRef:
    return TimeRef(
        span=Span(text=text[item.start : item.end], start=item.start, end=item.end),
        value=item.value,
        start=item.first,
        end=item.last,
        precision=item.precision if item.value is not None or item.kind != "clock" else "vague",
        basis=item.basis if item.value is not None else "unknown",
        limit=item.limit,
    )
