"""What rules yield that count from publication: "last week", "two years ago"; and lengths of time."""

from __future__ import annotations

import datetime as dt

from nutgraf.reading.dates import calendar as cal
from nutgraf.reading.dates import references
from nutgraf.reading.dates.found import Found, found
from nutgraf.reading.dates.reads import Here, Unit

SEASON_BEGINS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_SPRING, _SUMMER = SEASON_BEGINS["SP"], SEASON_BEGINS["SU"]
_SO_NEAR = 2
"""Months from publication within which the next one is said by its name alone."""


def day_word(here: Here) -> Found | None:
    """`word`, counted from the day of publication (today, yesterday), perhaps with `part`; not at the end of a name: "USA Today"."""
    published = here.setting.published
    if here.setting.text[here.span[0]].isupper() and here.ends_name("word"):
        return None
    if published is None:
        return Found(*here.span, precision="day")
    step, _, part = here.value("word", "day_word").partition(" ")
    return found(here.span, cal.moved(published, int(step), "D"), "resolved", suffix=here.value("part") or part)


def overnight(here: Here) -> Found:
    """The night between two days: before `into` or behind `since`, weekdays; else the one before publication."""
    setting = here.setting
    last = setting.published
    if last is None:
        return Found(*here.span, precision="day")
    hole = "into" if here["into"] else "since"
    if here[hole]:
        last = cal.weekday(last, here.number(hole, "weekday"), setting.lean(*here.span))
        last = cal.shifted(last, int(hole == "since"), "D")
    first = cal.shifted(last, -1, "D")
    return Found(*here.span, f"{first}/{last}", first, last, "day", "resolved")


def near(here: Here) -> Found | None:
    """`step` and a `unit`, `part` of a day, `weekday` (perhaps `part`), `month` or `season`: last week, this morning, next Friday."""
    published, step = here.setting.published, here.number("step")
    if here["month"] and not here.capital("month"):
        return None
    if published is None:
        return Found(*here.span)
    if here["season"]:
        return _near_season(here, step, published)
    if here["unit"]:
        period = _near_unit(published, step, here.unit())
    elif here["month"]:
        return _near_month(here, step, published)
    elif here["weekday"]:
        back = step < 0 or (step == 0 and here.setting.lean(*here.span) == "past")
        day = cal.weekday(published, here.number("weekday"), "past" if back else "future", strictly=step != 0)
        period = cal.day(day)
    else:
        period = cal.moved(published, step, "D")
    return found(here.span, period, "resolved", suffix=here.value("part")) if period else None


def _near_unit(published: dt.date, step: int, unit: Unit) -> cal.Period | None:
    if unit.letter == "D" or unit.clock or unit.size > 10:
        return None
    if unit == (3, False, "M"):
        first = cal.shifted(published.replace(day=1), 3 * step, "M")
        return cal.quarter(first.year, (first.month + 2) // 3)
    return _period(published, step, unit)


def _near_month(here: Here, step: int, published: dt.date) -> Found:
    """None for "last January" or "next May" in March: some mean the nearest one, others that of another year."""
    number = here.number("month")
    if 0 < step * (number - published.month) <= _SO_NEAR:
        return Found(*here.span, precision="month")
    if step == 0:  # "this January" in December
        near = 0 < number + 12 - published.month <= _SO_NEAR
        over = near and here.setting.lean(*here.span) == "future"
    else:
        over = step * (number - published.month) <= 0
    return found(here.span, cal.month(published.year + (step or 1) * over, number), "resolved")


def _near_season(here: Here, step: int, published: dt.date) -> Found:
    """No days: the months of a season depend on the hemisphere. None for "next spring" in winter, as for months."""
    season, month = here.value("season"), published.month
    first = SEASON_BEGINS[season]
    # Of the winter that began last year is spoken until spring comes, and behind a past verb longer.
    past = step == 0 and month < _SUMMER and here.setting.lean(*here.span) == "past"
    year = published.year - (season == "WI" and (month < _SPRING or past))
    if (step > 0 and 0 < first - month <= _SO_NEAR and year == published.year) or (
        step < 0 and first + 3 <= month < first + 3 + _SO_NEAR
    ):
        return Found(*here.span)
    over = step < 0 and month >= first + 3
    return Found(*here.span, f"{year + (0 if over else step):04d}-{season}", precision="vague", basis="resolved")


def weekend(here: Here) -> Found:
    """The weekend `step` weeks away, or the nearest."""
    published, step = here.setting.published, here.number("step")
    if published is None:
        return Found(*here.span)
    if not step and published.weekday() < 4:
        # Early in the week "this weekend" with a past verb means the one just over.
        lean = here.setting.direction(*here.span)
        step = -1 if lean == "past" or (lean is None and not here["step"]) else 0
    return found(here.span, cal.weekend(cal.shifted(published, step, "W")), "resolved")


def season(here: Here) -> Found:
    """`season` alone: the next one if the wording looks ahead, else the last that has begun."""
    published, code = here.setting.published, here.value("season")
    if published is None:
        return Found(*here.span)
    begun, over = published.month >= SEASON_BEGINS[code], published.month >= SEASON_BEGINS[code] + 3
    ahead = here.setting.direction(*here.span) == "future"
    year = published.year + (int(over) if ahead else int(begun) - 1)
    return Found(*here.span, f"{year:04d}-{code}", precision="vague", basis="resolved")


def run(here: Here) -> Found:
    """`step`, `unit` and perhaps their number `n`: a length of time that ends or begins with publication (the past ten years)."""
    published, unit = here.setting.published, here.unit()
    n = here.count() if here["n"] else 1.5 if here["plus"] else 1.0
    value = unit.length(n)
    points_back = here["step"] in here.setting.words.kinds.get("beside", ())  # "the previous five years", of the story
    if published is None or n is None or n != int(n) or unit.clock or points_back:
        return Found(*here.span, value, basis="stated", kind="duration")
    there = cal.shifted(published, here.number("step") * int(n) * unit.size, unit.letter)
    first, last = sorted((published, there))
    return Found(*here.span, value, first, last, "vague", "resolved", "duration")


def length(here: Here) -> Found | None:
    """`n` and `unit`, of which the number tells: four years, a 27-year wait; not "a year"."""
    return None if here.count() == 1 and not here["n"][0].isdigit() else one_length(here)


def two_units(here: Here) -> Found | None:
    """`n` and `unit` with `more` of a `less` one behind them: "9 hours 42 minutes", "two years and six months"."""
    long, short = here.unit(), here.unit("less")
    count, more = here.count(), here.count("more")
    sizes = _OF_THE_CLOCK if long.clock else _OF_CALENDARS
    if (
        count is None
        or more is None
        or long.clock != short.clock
        or sizes.index(long.letter) >= sizes.index(short.letter)
    ):
        return None
    value = f"{long.length(count)}{more * short.size:g}{short.letter}"
    return Found(*here.span, value, basis="stated", kind="duration")


_OF_CALENDARS, _OF_THE_CLOCK = "YMWD", "HMS"
"""The letters of units, the longest first."""


def one_length(here: Here) -> Found:
    """`n` and `unit`: a year, one week."""
    return Found(*here.span, here.unit().length(here.count()), basis="stated", kind="duration")


def ahead_in(here: Here) -> Found | None:
    """`n` units after publication, with the word before ("in ten days"), if the verb looks ahead."""
    before = here.setting.behind(here.setting.rules.within, here.span[0])
    if before is None or here.unit().clock or here.setting.lean(*here.span) != "future":
        return None
    return away_from(here, 1, here.setting.published)._replace(start=before.start())


def away(here: Here) -> Found:
    """`n` units before or after publication, as `way` says: two years ago, a week from now; a limit behind "less than", "more than"."""
    way = here.number("way")
    if here.count() is None:
        return Found(*here.span, references.of(way), basis="stated")
    found = away_from(here, way, here.setting.published)
    bound = here.setting.behind(here.setting.rules.bounds, here.span[0])
    if bound is None:
        return found
    return _edge_of(here, way, found)._replace(limit="after" if (bound.lastgroup == "less") == (way < 0) else "before")


def _edge_of(here: Here, way: int, whole: Found) -> Found:
    """The day to which so many weeks are counted, the month to which so many years: a limit is not all of a week or a year."""
    n, unit, published = here.count(), here.unit(), here.setting.published
    if n is None or n != int(n) or published is None or unit.letter not in "WY":
        return whole
    day = cal.shifted(published, way * int(n) * unit.size, unit.letter)
    return found(here.span, cal.day(day) if unit.letter == "W" else cal.month(day.year, day.month), "resolved")


def away_from(here: Here, sign: int, origin: dt.date | None) -> Found:
    """`n` units from a day, before it where the sign is less than 0."""
    n, unit = here.count(), here.unit()
    if n is None or origin is None or unit.clock:
        # Some hours before an unknown hour: the day is not known for certain.
        return Found(*here.span)
    if n != int(n):
        count, letter = (n * unit.size, unit.letter)
        if letter == "Y" and count != int(count):
            count, letter = 12 * count, "M"
        return found(here.span, cal.moved(origin, sign * int(count), letter), "resolved")
    return found(here.span, _period(origin, sign * int(n), unit), "resolved")


def _period(origin: dt.date, count: int, unit: Unit) -> cal.Period:
    if unit == (10, False, "Y"):
        return cal.decade(cal.shifted(origin, 10 * count, "Y").year // 10 * 10 or 1)
    return cal.moved(origin, count * unit.size, unit.letter)


def edge(here: Here) -> Found:
    """`unit`, of which only the beginning, the middle or the end is meant: the end of the year of publication."""
    published = here.setting.published
    return found(here.span, _period(published, 0, here.unit()), "resolved") if published else Found(*here.span)


def every(here: Here) -> Found:
    """`weekday`, `month` or `unit`, again and again: a TIMEX3 set, tied to no date."""
    if here["month"]:
        return Found(*here.span, f"XXXX-{here.number('month'):02d}", basis="stated")
    if here["weekday"]:
        return Found(*here.span, f"XXXX-WXX-{here.number('weekday') + 1}", basis="stated")
    return Found(*here.span, here.unit().length(1), basis="stated", kind="duration")
