"""Days of the calendar: the first and last day of weeks, months, quarters; counting in units; ISO and TIMEX3 values."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from nutgraf.results.happened import Precision

Lean = Literal["future", "past"]


class Period(NamedTuple):
    """Days from `first` to `last` (both included) under their TIMEX3 / ISO 8601 value."""

    value: str
    first: dt.date
    last: dt.date
    precision: Precision


def safe_date(year: int, month: int, day: int) -> dt.date | None:
    """The date, or None where the calendar has none (30 February, year 0)."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def day(date: dt.date) -> Period:
    """One day: "2025-11-16"."""
    return Period(date.isoformat(), date, date, "day")


def week(date: dt.date) -> Period:
    """The week from Monday to Sunday that holds the date: "2025-W46"."""
    first = date - dt.timedelta(days=min(date.weekday(), date.toordinal() - 1))
    year, number, _ = date.isocalendar()
    return Period(f"{year:04d}-W{number:02d}", first, shifted(first, 6, "D"), "week")


def weekend(date: dt.date) -> Period:
    """Saturday and Sunday of the week that holds the date: "2025-W46-WE"."""
    of = week(date)
    return Period(f"{of.value}-WE", shifted(of.first, 5, "D"), of.last, "day")


def month(year: int, number: int) -> Period:
    """A month: "2025-11"."""
    last = calendar.monthrange(year, number)[1]
    return Period(f"{year:04d}-{number:02d}", dt.date(year, number, 1), dt.date(year, number, last), "month")


def year(number: int) -> Period:
    """A year: "2025"."""
    return Period(f"{number:04d}", dt.date(number, 1, 1), dt.date(number, 12, 31), "year")


def quarter(number: int, which: int) -> Period:
    """A quarter of a year: "2025-Q3"."""
    return Period(f"{number:04d}-Q{which}", month(number, 3 * which - 2).first, month(number, 3 * which).last, "vague")


def half(number: int, which: int) -> Period:
    """A half of a year: "2025-H1"."""
    return Period(f"{number:04d}-H{which}", month(number, 6 * which - 5).first, month(number, 6 * which).last, "vague")


def decade(number: int) -> Period:
    """The ten years from a year that ends in 0: TIMEX3 "199" for the 1990s."""
    return Period(f"{number // 10:03d}", dt.date(number, 1, 1), dt.date(number + 9, 12, 31), "vague")


_FORMS = re.compile(
    r"(?P<year>\d{4})(?:-(?:W(?P<week>\d\d)(?P<we>-WE)?|Q(?P<quarter>[1-4])|H(?P<half>[12])"
    r"|(?P<month>\d\d)(?:-(?P<day>\d\d)(?P<clock>T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?|T[A-Z]{2})?)?))?"
    r"|(?P<decade>\d{3})(?:[xX]|0s)?"
)


def parsed(value: str) -> Period | None:
    """The period that an ISO 8601 or TIMEX3 value names, also a range of two ("2025-11-03/2025-11-05"); None for others."""
    first, slash, last = value.strip().partition("/")
    begins, ends = _parsed(first), _parsed(last) if slash else None
    if begins is None or not slash:
        return begins
    if ends is None or ends.last < begins.first:
        return None
    return Period(f"{begins.value}/{ends.value}", begins.first, ends.last, begins.precision)


def _parsed(value: str) -> Period | None:
    found = _FORMS.fullmatch(value)
    if found is None:
        return None
    if found["decade"]:
        return decade(int(found["decade"]) * 10)
    try:
        number = int(found["year"])
        if found["week"]:
            of = dt.date.fromisocalendar(number, int(found["week"]), 1)
            return weekend(of) if found["we"] else week(of)
        if found["quarter"]:
            return quarter(number, int(found["quarter"]))
        if found["half"]:
            return half(number, int(found["half"]))
        if found["day"]:
            date, clock = dt.date(number, int(found["month"]), int(found["day"])), found["clock"] or ""
            return Period(date.isoformat() + clock, date, date, "exact" if ":" in clock else "day")
        return month(number, int(found["month"])) if found["month"] else year(number)
    except ValueError:
        return None


def shifted(date: dt.date, count: int, unit: str) -> dt.date:
    """The date `count` days, weeks, months or years later ("D", "W", "M", "Y"; earlier when negative), held to the calendar's range."""
    try:
        if unit == "D":
            return date + dt.timedelta(days=count)
        if unit == "W":
            return date + dt.timedelta(weeks=count)
        months = (date.year * 12 + date.month - 1) + count * (1 if unit == "M" else 12)
        last = calendar.monthrange(months // 12, months % 12 + 1)[1]
        return dt.date(months // 12, months % 12 + 1, min(date.day, last))
    except (ValueError, OverflowError, calendar.IllegalMonthError):
        return dt.date.max if count > 0 else dt.date.min


def moved(date: dt.date, count: int, unit: str) -> Period:
    """The day, week, month or year that lies `count` units away from the one that holds the date."""
    to = shifted(date, count, unit)
    if unit == "D":
        return day(to)
    if unit == "W":
        return week(to)
    return month(to.year, to.month) if unit == "M" else year(to.year)


def nth_weekday(year: int, number: int, which: int, weekday: int) -> dt.date | None:
    """The first, second … such weekday (Monday 0) of a month, -1 the last; None where it has none."""
    first, last = dt.date(year, number, 1), month(year, number).last
    if which < 0:
        return last - dt.timedelta(days=(last.weekday() - weekday) % 7)
    return safe_date(year, number, 1 + (weekday - first.weekday()) % 7 + 7 * (which - 1))


def weekday(published: dt.date, which: int, lean: Lean | None, *, strictly: bool = False) -> dt.date:
    """The nearest such weekday (Monday 0) in the direction of the wording; the day of publication counts.

    Without a direction it is the most recent one: newspapers write "on Friday" on Friday. `strictly` leaves out
    the day of publication ("last Friday", "next Friday").
    """
    if lean == "future":
        ahead = (which - published.weekday()) % 7
        return shifted(published, ahead or (7 if strictly else 0), "D")
    back = (published.weekday() - which) % 7
    return shifted(published, -(back or (7 if strictly else 0)), "D")


_CLOSE = 10
"""Days from publication within which a day is named without its year, whatever the verb tells: one a year off has it."""


def nearest_year(published: dt.date, number: int, on: int | None, lean: Lean | None) -> int | None:
    """The year of a month (and day) named without one: in the direction of the wording, else the nearest, past preferred.

    None where no such date exists near publication (29 February far from a leap year).
    """
    reach = 4 if (number, on) == (2, 29) else 1
    years = range(max(1, published.year - reach), min(9999, published.year + reach) + 1)
    if on is None:
        choices = [month(year, number) for year in years]
    else:
        choices = [day(date) for year in years if (date := safe_date(year, number, on))]
        close = [one for one in choices if abs((one.first - published).days) <= _CLOSE]
        choices = close or choices
    return nearest(published, choices, lean).first.year if choices else None


def nearest(published: dt.date, choices: Sequence[Period], lean: Lean | None) -> Period:
    """The nearest to publication in the direction of the wording; where none lies there, of the others."""

    def distance(of: Period) -> tuple[bool, int]:
        gap = (of.first - published).days if of.first > published else min(0, (of.last - published).days)
        # News looks back more than ahead: what is to come must be twice as near.
        return (lean == "future" and gap < 0) or (lean == "past" and gap > 0), max(-gap, 2 * gap)

    return min(choices, key=distance)


def feast(value: str, year: int) -> dt.date:
    """The day of a feast in a year: "12-25", "11 4 3" (the fourth Thursday of November), "easter -2" (days from Easter)."""
    if value.startswith("easter"):
        return shifted(easter(year), int(value.split()[1]), "D")
    if " " not in value:
        return dt.date(year, *map(int, value.split("-")))
    number, which, weekday = map(int, value.split())
    return nth_weekday(year, number, which, weekday) or dt.date(year, number, 1)


def easter(year: int) -> dt.date:
    """Easter Sunday of the Gregorian calendar (Anonymous Gregorian computus, Meeus, Astronomical Algorithms, chapter 8)."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    days = epact + weekday - 7 * ((golden + 11 * epact + 22 * weekday) // 451) + 114
    return dt.date(year, days // 31, days % 31 + 1)
