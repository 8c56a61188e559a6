"""The date that a model gives for words of time, held against those words and against what rules make of them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from itertools import pairwise

from nutgraf.reading.dates import calendar as cal
from nutgraf.reading.dates.by_calendar import dates_of
from nutgraf.reading.dates.certain import UNKNOWN
from nutgraf.reading.dates.consumed import is_length
from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.tables import words_in_list
from nutgraf.reading.numbers.find import lengths_in
from nutgraf.reading.reading import Reading
from nutgraf.results import TimeRef
from nutgraf.results.happened import Limit

_TOKEN = re.compile(r"[^\W\d_]+|\d+")
_YEAR = re.compile(r"(?:1[4-9]|20)\d\d")
_CLOCK = re.compile(r"\b[0-2]\d[0-5]\d (?:GMT|UTC|[BCE]E?ST|[CEMP][SD]T|CET|MEZ|IST|JST|hours)\b")
"""A time of day that looks like a year: "1630 GMT"."""
_AT_A_TIME = re.compile(rf"(?i:\d ?[ap]\.?m\b)|(?<![\d.])\d\d?[:.]\d\d(?![.\d])|\d Uhr\b|{_CLOCK.pattern}")
_DAYS_OF_A_MONTH = 31
_RECENT = dt.timedelta(days=31)
_OF_DATES = ("month", "weekday", "season", "feast", "day_word", "unit")


Days = tuple[dt.date, dt.date]
"""The first and the last of a time as rules read it."""


def _is_another_week(words: str, ours: Days, told: cal.Period, reading: Reading) -> bool:
    """Whether only the week differs of a weekday that other words tell: "Sunday's race has been moved to noon"."""
    known = reading.spoken_in.words
    if any(known[low] & (c.DAY_WORD | c.WEEKDAY) for low in words.lower().split()):
        return False
    return ours[0] == ours[1] and told.first == told.last and ours[0].weekday() == told.first.weekday()


def _is_of_another_year(words: str, ours: Days, told: cal.Period, reading: Reading) -> bool:
    """Whether only the year differs of a part or feast that words tell without it: "from the fourth quarter", "by Christmas"."""
    feasts = dates_of(reading.language).words.kinds.get("feast", {})
    if ours[0] == ours[1] and not any(feast in words.lower() for feast in feasts):
        return False
    return [(day.month, day.day) for day in ours] == [(day.month, day.day) for day in (told.first, told.last)]


def _counts_from_today(words: str, reading: Reading) -> bool:
    """Whether words say what a day is called from the day of speaking: "today", "tomorrow"."""
    return any(reading.spoken_in.words[low] & c.DAY_WORD for low in words.lower().split())


def _is_a_speakers(ours: TimeRef, reading: Reading) -> bool:
    """Whether a day is one that somebody counts from when they spoke, within marks: "We will write tomorrow", "Today we close thousands"."""
    assert ours.span is not None
    low, high = ours.span.start, ours.span.end
    inside = any(s.start <= low and high <= s.end for s in reading.segments_in(reading.numbers_of(low, high)))
    return ours.basis == "resolved" and inside and _counts_from_today(ours.span.text, reading)


def _may_be_meant(words: str, ours: Days, told: cal.Period, reading: Reading) -> bool:
    """Whether words that name no date may mean the model's as well as ours, in a telling that only a reader follows: "this weekend"
    of what is put off, "in the next week" from now on, "overnight" in a log of days; what a day is called from today is certain.
    """
    if _counts_from_today(words, reading):
        return False
    mine, theirs = ours[1] - ours[0], told.last - told.first
    return abs(mine - theirs) <= _AS_LONG and mine < _NEAR and abs(told.first - ours[0]) <= _NEAR


_AS_LONG = dt.timedelta(days=2)
_NEAR = dt.timedelta(days=14)
_ENDS = frozenset({"by", "until"})
"""Limits whose day is the last of a period."""


def dated(ours: TimeRef, given: str | None, reading: Reading) -> TimeRef:
    """A time with the model's date where no rule proves one.

    A full date in the words is proof, and where both agree the rule's value stands. Else the model's is taken if the weekday, day,
    month and year that the words name are its own; if they name none ("the next morning"), only where rules find no day.

    Args:
        ours: the time as rules read it.
        given: the model's date, in ISO 8601; None where it gave none.
        reading: the article.
    """
    if ours.span is None:
        return ours
    told, words = cal.parsed(given) if given else None, ours.span.text
    if told is None:
        return ours.model_copy(update=UNKNOWN) if _is_a_speakers(ours, reading) else ours
    if ours.limit in _ENDS and ours.start != ours.end and told.first == told.last == ours.end:
        return _of_model(ours, told)  # "by the end of June": the day that it ends on
    if ours.limit == "since" and ours.start == ours.end == told.last != told.first:
        return _of_model(ours, told)  # "at the end of March at the earliest": of the month that it ends
    another_first = ours.start not in {None, ours.end, told.first} and told.first != told.last == ours.end
    if another_first and (ours.precision == "vague" or "/" in (ours.value or "")):
        return _of_model(ours, told)  # of a period that ends with a day: "the quarter ended June 27"
    if (ours.basis == "stated" and ours.start) or _agrees(ours, told):
        return ours
    named = _is_named(words, told, reading)
    if named is None and ours.start and ours.end:
        days = ours.start, ours.end
        named = any(may(words, days, told, reading) for may in (_is_another_week, _may_be_meant, _is_of_another_year))
    if named is False:
        return ours
    return _of_model(ours, told).model_copy(update={"limit": _limit(words, ours, told, reading)})


def without_words(given: str | None) -> TimeRef | None:
    """The model's date for what no words of the article date; None where it gave none."""
    told = cal.parsed(given) if given else None
    return None if told is None else _of_model(TimeRef(span=None), told)


def _limit(words: str, time: TimeRef, told: cal.Period, reading: Reading) -> Limit:
    recent = time.start is None and _is_recent_day(told, reading) and _names_no_date(words, reading)
    within = recent or _is_within_a_day(words, reading)
    return "at" if (within and time.limit in {"before", "after"}) or is_length(time) else time.limit


def _is_recent_day(told: cal.Period, reading: Reading) -> bool:
    """Whether a date is a day of the news: one long past or to come is rather that of what the words name, "before the war"."""
    published = reading.article.published
    recent = published is None or dt.timedelta() <= published - told.first <= _RECENT
    return recent and told.first == told.last


def _names_no_date(words: str, reading: Reading) -> bool:
    """Whether words name something that was, and no part of a date: "after the decision", whose day is then that of what it was after."""
    known = reading.spoken_in
    kinds, short = dates_of(reading.language).words.kinds, words_in_list(known.code, "short-times")
    dates = {word for kind in _OF_DATES for word in kinds.get(kind, ())} - short
    tokens = _TOKEN.findall(words.lower())
    return dates.isdisjoint(tokens) and not any(map(_YEAR.fullmatch, tokens))


def _is_within_a_day(words: str, reading: Reading) -> bool:
    """Whether the words set a limit within a day: "after nine minutes", "just before half-time" are on that day."""
    known, lows = reading.spoken_in, words.lower().split()
    units, parts = words_in_list(known.code, "short-times"), words_in_list(known.code, "parts-of-events")
    lengths = lengths_in(words, known.code)
    short = bool(lengths) and all((one.unit or "").lower() in units for one in lengths)
    if _AT_A_TIME.search(words) or _names_it_apart(words, reading):
        return True
    named = [low for before, low in pairwise(["the", *lows]) if low in parts and known.words[before] & c.FUNCTION]
    return short or bool(named) or any(known.words[low] & c.PART_OF_DAY for low in lows)  # not "the spring break"


def _names_it_apart(words: str, reading: Reading) -> bool:
    """Whether what is dated stands in a part of its own behind the limit: "after the summer break, probably in late August"."""
    first, _, rest = words.partition(", ")
    kinds = dates_of(reading.language).words.kinds
    calendar = {*kinds.get("month", {}), *kinds.get("weekday", {})}
    lows = [set(_TOKEN.findall(part.lower())) for part in (first, rest)]
    return calendar.isdisjoint(lows[0]) and not calendar.isdisjoint(lows[1])


def _of_model(time: TimeRef, told: cal.Period) -> TimeRef:
    return time.model_copy(
        update={
            "value": told.value,
            "start": told.first,
            "end": told.last,
            "precision": told.precision,
            "basis": "model",
        }
    )


def _agrees(ours: TimeRef, told: cal.Period) -> bool:
    """Whether one of the two lies within the other: rules may know the hour, or be more careful."""
    if ours.start is None or ours.end is None:
        return (ours.value or "").startswith(f"{told.value}-")  # "2026-SP" and 2026
    inside = told.first <= ours.start and ours.end <= told.last
    return inside or (ours.start <= told.first and told.last <= ours.end)


def _is_named(words: str, told: cal.Period, reading: Reading) -> bool | None:
    """Whether the calendar's words among these are those of a date, or of one end of it; None where they name no part of it."""
    kinds = dates_of(reading.language).words.kinds
    tokens = _TOKEN.findall(_CLOCK.sub("", words).lower())
    weekdays = {int(kinds["weekday"][token]) for token in tokens if token in kinds.get("weekday", {})}
    months = {int(kinds["month"][token]) for token in tokens if token in kinds.get("month", {})}
    years = {int(token) for token in tokens if _YEAR.fullmatch(token)}
    days = {int(token) for token in tokens if token.isdigit() and 0 < int(token) <= _DAYS_OF_A_MONTH}
    to_the_month, to_the_day = told.precision != "year", told.precision in {"exact", "day"}
    named: tuple[tuple[set[int], Callable[[dt.date], int]], ...] = (
        (years, lambda end: end.year),
        (months if to_the_month else set(), lambda end: end.month),
        (weekdays if to_the_day else set(), lambda end: end.weekday()),
        (days if months and to_the_day else set(), lambda end: end.day),
    )
    asked = [(numbers, part) for numbers, part in named if numbers]
    return (
        any(all(part(end) in numbers for numbers, part in asked) for end in (told.first, told.last)) if asked else None
    )
