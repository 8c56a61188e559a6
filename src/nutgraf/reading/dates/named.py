"""What rules yield that name their day, month or time of day: "Sunday, Nov. 16", "14 March 2025", "the third Friday of May"."""

from __future__ import annotations

import datetime as dt

from nutgraf.reading.dates import calendar as cal
from nutgraf.reading.dates.found import Found, found
from nutgraf.reading.dates.reads import Here
from nutgraf.reading.dates.setting import Setting
from nutgraf.reading.languages import classes as c
from nutgraf.results.happened import TimeBasis

_FAR = dt.timedelta(days=270)
_SO_NEAR = 60
"""Days from publication within which the last or next feast is said by its name alone."""


def date(here: Here) -> Found | None:
    """`month`, `day` in digits or words, perhaps `until` (a second day), `weekday`, `part` and `year`: "March 3-5" names all the days.

    With `and` (and `middle`) they must follow each other: "3 and 4 May".
    """
    number, first = here.number("month"), here.digits("day") or here.number("day", "ordinal")
    if cal.safe_date(2024, number, first) is None or (not here.digits("day") and here.begins_name("month")):
        return None
    year = here.digits("year") or _year_of(here, number, first)
    day = cal.safe_date(year, number, first) if year else None
    if day is None:
        return Found(*here.span, precision="day")
    yearless = not here["year"]
    basis: TimeBasis = "resolved" if yearless else "stated"
    until = here.digits("until")
    if here["and"] and until - first != 1 + bool(here["middle"]):
        return None
    last = cal.safe_date(day.year, number, until) if until else None
    if last is not None and last > day:
        return Found(*here.span, f"{day}/{last}", day, last, "day", basis, yearless=yearless)
    return found(here.span, cal.day(day), basis, suffix=here.value("part"))._replace(yearless=yearless)


def night_before(here: Here) -> Found | None:
    """The night that ends on a `date`: "in der Nacht zum 3. Mai"."""
    day = date(here)
    if day is None or day.first is None:
        return day
    first = cal.shifted(day.first, -1, "D")
    return day._replace(value=f"{first}/{day.first}", first=first, kind="other", yearless=False)


def week_of(here: Here) -> Found | None:
    """The week of a `date`: "the week of March 2"."""
    day = date(here)
    return found(here.span, cal.week(day.first), day.basis) if day and day.first else day


def _year_of(here: Here, month: int, day: int) -> int | None:
    setting, published = here.setting, here.setting.published
    if here["weekday"] and published is not None:
        weekday = here.number("weekday")
        for year in (published.year, published.year - 1, published.year + 1):
            date = cal.safe_date(year, month, day)
            if date is not None and date.weekday() == weekday and abs((date - published).days) < 320:
                return year
        return None  # of another year, which the article tells elsewhere
    return _unnamed_year(setting, here.span, month, day)


def _unnamed_year(setting: Setting, span: tuple[int, int], month: int, day: int | None) -> int | None:
    """The year of a month (and day) written without one: that of a date before it in the sentence, else the nearest."""
    lean = None if setting.is_apart(*span) else setting.direction(*span)
    dated = setting.dated_before(span[0]) if lean != "future" else None
    if dated is not None:
        return dated.year + ((month, day or dated.day) < (dated.month, dated.day))
    published = setting.published
    if published is None:
        return None
    coming = setting.coming_year(span[0]) if lean == "future" else None
    if coming is not None and (published.month, published.day) >= (month, day or 0):
        return coming
    year = cal.nearest_year(published, month, day, lean)
    if lean == "future" and year is not None and setting.plan(*span, yesterday=False):
        # "The survey planned for June was canceled": what becomes of a plan tells that it may be over.
        over = cal.nearest_year(published, month, day, None)
        if over != year and (cal.safe_date(year, month, day or 15) or published) - published > _FAR:
            return over
    return year


def month(here: Here) -> Found | None:
    """`month`, perhaps with `year`: "March 2025", "in May"."""
    number = here.number("month")
    if here["year"]:
        return found(here.span, cal.month(here.digits("year"), number), "stated")
    if _is_of_name(here, given=True):
        return None
    year = _unnamed_year(here.setting, here.span, number, None)
    if year is None:
        return Found(*here.span, precision="month")
    return found(here.span, cal.month(year, number), "resolved")._replace(yearless=True)


def month_of_step(here: Here) -> Found | None:
    """`month` of a year that is `step` years from publication: "Mai vergangenen Jahres"."""
    published = here.setting.published
    if published is None:
        return Found(*here.span, precision="month")
    return found(here.span, cal.month(published.year + here.number("step"), here.number("month")), "resolved")


def month_or_name(here: Here) -> Found | None:
    """`month`, where it neither begins a name nor ends one in the article."""
    return None if here.begins_name("month") or here.ends_name("month") else month(here)


def _is_of_name(here: Here, *, given: bool = False) -> bool:
    """Whether a weekday or month belongs to a name: "the Sunday Herald", "Detective Paul Friday", "Emil März".

    `given`: a given name before it is enough, as it is for months, and where every noun has a capital.
    """
    setting, table = here.setting, here.setting.rules.table
    start, before = setting.word_before(here.span[0])
    if not before and here.ends_name("weekday" if here["weekday"] else "month"):
        return bool(
            table[setting.after(here.span[1]).lower()] & (c.AUXILIARY | c.CUE | c.PAST)
        )  # "Friday has bought a boat."
    if before.lower() == "the":
        return bool(here["weekday"]) and here.begins_name("weekday")
    _, title = setting.word_before(start)
    given = given or table.capitalises_nouns
    named = before[:1].isupper() and table[before.lower()] & c.GIVEN
    return bool(named and (given or table[title.lower()] & c.TITLE))


def weekday(here: Here) -> Found | None:
    """`weekday`, perhaps with `part` or a second day in `into` (`part_b`): the most recent one unless the wording looks ahead."""
    setting, span = here.setting, here.span
    if _is_of_name(here):
        return None
    if setting.published is None:
        return Found(*span, precision="day")
    number = here.number("weekday")
    plan = setting.plan(*span, yesterday=(setting.published.weekday() - number) % 7 == 1)
    day = cal.weekday(setting.published, number, plan or setting.direction(*span))
    if here["into"]:
        until = cal.shifted(day, (here.number("into", "weekday") - day.weekday()) % 7, "D")
        return Found(*span, f"{day}/{until}", day, until, "day", "resolved")
    return found(span, cal.day(day), "resolved", suffix=here.value("part"))


def weekday_week(here: Here) -> Found:
    """`weekday` and a week: "Friday week" is that of the week after the coming one."""
    if here.setting.published is None:
        return Found(*here.span, precision="day")
    coming = cal.weekday(here.setting.published, here.number("weekday"), "future")
    return found(here.span, cal.day(cal.shifted(coming, 1, "W")), "resolved")


def nth_weekday(here: Here) -> Found | None:
    """`nth`, `weekday` and its month: `month` with or without `year`, or `step`, months from publication: "of next month"."""
    setting, number = here.setting, here.number("month")
    if here["row"]:
        return Found(*here.span, precision="vague")  # "of every month": no one day
    if number:
        year = here.digits("year") or _unnamed_year(setting, here.span, number, None)
    elif setting.published is not None:
        first = cal.shifted(setting.published.replace(day=1), here.number("step"), "M")
        year, number = first.year, first.month
    else:
        year = None
    if year is None:
        return Found(*here.span, precision="day")
    day = cal.nth_weekday(year, number, here.number("nth", "ordinal"), here.number("weekday"))
    return found(here.span, cal.day(day), "stated" if here["year"] else "resolved") if day else None


def day_of_month(here: Here) -> Found | None:
    """`day` alone ("the 25th"), of the month of publication unless the wording tells, or `step` months from it ("of next month")."""
    setting, number = here.setting, here.digits("day")
    if not 1 <= number <= 31:
        return None
    if setting.published is None:
        return Found(*here.span, precision="day")
    this = setting.published.replace(day=1)
    dated = setting.near_anchor(here.span[0])
    if here["step"]:
        months = [cal.shifted(this, here.number("step"), "M")]
    elif dated is not None:
        months = [dated, cal.shifted(dated.replace(day=1), 1, "M")][dated.day >= number :]
    else:
        lean = setting.direction(*here.span)
        ahead = {"future": 1, "past": -1, None: 0}[lean]
        over = (number - setting.published.day) * ahead < 0
        months = [cal.shifted(this, ahead if over else 0, "M")]
    day = cal.safe_date(months[0].year, months[0].month, number)
    return found(here.span, cal.day(day), "resolved") if day else Found(*here.span, precision="day")


def feast(here: Here) -> Found | None:
    """`feast`, a day with a name, perhaps with `year`: "12-25", "11 4 3" (its fourth Thursday), "easter -2"."""
    value, published = here.value("feast"), here.setting.published
    if here["year"]:
        return found(here.span, cal.day(cal.feast(value, here.digits("year"))), "stated")
    if published is None:
        return Found(*here.span, precision="day")
    lean = here.setting.direction(*here.span)
    days = [cal.day(cal.feast(value, max(1, min(9999, published.year + step)))) for step in (-1, 0, 1)]
    return found(here.span, cal.nearest(published, days, lean), "resolved")


def feast_of_step(here: Here) -> Found:
    """`feast` of the year `step` counts to; no day for one so near in its direction that another year's may be meant."""
    published, step, value = here.setting.published, here.number("step"), here.value("feast")
    if published is None:
        return Found(*here.span, precision="day")
    gap = (cal.feast(value, published.year) - published).days
    if 0 < step * gap <= _SO_NEAR:
        return Found(*here.span, precision="day")
    over = step * gap <= 0
    return found(here.span, cal.day(cal.feast(value, published.year + step * over)), "resolved")


def clock(here: Here) -> Found | None:
    """`hour`, perhaps `minute`, `half` (of the day) and `zone`, or `moment`: "6:30 p.m.". It gets its day from the words beside it."""
    hour, minute = here.digits("hour"), here.digits("minute")
    if here["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + here.number("half")
    elif here["moment"]:
        hour, minute = map(int, here.value("moment").split(":"))
    if hour > 24 or minute > 59:
        return None
    zone = here.value("zone")
    return Found(*here.span, precision="exact", kind="clock", clock=f"T{hour % 24:02d}:{minute:02d}{zone}")


def elapsed(here: Here) -> Found | None:
    """`hours`, `minutes`, `seconds` that a race took: "3:07:35" is TIMEX3 "PT3H7M35S"."""
    parts = ((here["hours"], "H"), (here["minutes"], "M"), (here["seconds"], "S"))
    value = "".join(f"{float(digits):g}{letter}" for digits, letter in parts if digits)
    return Found(*here.span, f"PT{value}", basis="stated", kind="duration")
