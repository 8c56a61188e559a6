"""What rules yield that count from a day, month or year that the article names: "the next day", "two days later", "a week from Friday"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from nutgraf.reading.dates import calendar as cal
from nutgraf.reading.dates import named
from nutgraf.reading.dates.found import Found, found
from nutgraf.reading.dates.reads import Here, Unit
from nutgraf.reading.dates.relative import SEASON_BEGINS, away, away_from
from nutgraf.reading.languages import classes as c


def beside(here: Here) -> Found:
    """`unit` or `part` of a day, `step` or `way` from the last day named: the next day, that year, the day before, the year after."""
    unit = here.unit() if here["unit"] else Unit(1, clock=False, letter="D")
    anchor = here.setting.near_year(here.span[0], unit.letter, sentences=2) if unit.letter in "MY" else None
    anchor = anchor or here.setting.near_anchor(here.span[0])
    if anchor is None or unit.size > 1 or unit.clock:
        return Found(*here.span, precision="day" if unit.letter == "D" else "vague")
    away = here.number("step") or here.number("way")
    return found(here.span, cal.moved(anchor, away, unit.letter), "resolved", suffix=here.value("part"))


def alone(yields: Callable[[Here], Found | None], *ways: str) -> Callable[[Here], Found | None]:
    """The same where nothing hangs on `way`, one of these: not of "the morning before leaving", "the day after Ann Lee resigned"."""

    def finds(here: Here) -> Found | None:
        if here["way"] not in ways:
            return yields(here)
        setting, end = here.setting, here.span[1]
        behind = "" if setting.text[end : end + 1] == "\n" else setting.after(end)
        bits = setting.rules.table[behind.lower()] if behind else _GOES_ON
        owns = bits & _HANGS_ON and not bits & c.OPENS_CLAUSE
        hangs = owns or behind[:1].isupper() or not bits & _GOES_ON or setting.text[end + 1 : end + 2].isdigit()
        return None if hangs else yields(here)

    return finds


_HANGS_ON = c.DETERMINER | c.PRONOUN | c.OBJECT
_GOES_ON = c.FUNCTION | c.ADVERB | c.PAST | c.BREAK


def from_anchor(here: Here) -> Found:
    """`n` units from the last day named, as `way` says: two days later."""
    start, unit, n = here.span[0], here.unit().letter, here.count()
    if unit in "DW":
        anchor = here.setting.near_anchor(start)
    else:  # half a year from a year is no year
        anchor = here.setting.near_year(start, unit if n == int(n or 0) else "M", sentences=1)
    return away_from(here, here.number("way"), anchor)


def before_in_accounts(here: Here) -> Found:
    """`n` units before the year or month told of in the sentence, else before publication: "2% in 2024, from 3% a year earlier"."""
    unit = here.unit().letter
    anchor = here.setting.near_year(here.span[0], unit, sentences=1) if unit in "MY" else None
    return away_from(here, -1, anchor) if anchor else away(here)


def from_day(here: Here) -> Found | None:
    """`n` units, or `one`, from `weekday` (perhaps `last`), `word`, `feast` or a `date`, as `way` says: a week from Friday."""
    n, unit = (1, here.unit("one")) if here["one"] else (here.count(), here.unit())
    if here.setting.published is None:
        return Found(*here.span)
    if n is None or unit.clock or (unit.letter not in "DW" and not here["word"]):
        return None
    day = _named_beside(here, here.setting.published)
    if day is None:
        return None
    there = cal.shifted(day, here.number("way") * int(n) * unit.size, unit.letter)
    return found(here.span, cal.week(there) if here["one"] == "week" else cal.day(there), "resolved")


def _named_beside(here: Here, published: dt.date) -> dt.date | None:
    if here["weekday"]:
        last, lean = bool(here["last"]), here.setting.direction(*here.span)
        lean = "past" if last or here["way"] == "ago" else "future" if here["way"] == "from" else lean
        return cal.weekday(published, here.number("weekday"), lean, strictly=last)
    if here["word"]:
        return cal.shifted(published, int(here.value("word", "day_word").split()[0]), "D")
    item = named.feast(here) if here["feast"] else named.date(here)
    return item.first if item else None


def weekdays_ago(here: Here) -> Found | None:
    """The last but so many `n` of a `weekday`: "two Sundays ago"."""
    published, n = here.setting.published, here.count()
    if published is None or n is None:
        return Found(*here.span)
    last = cal.weekday(published, here.number("weekday"), "past", strictly=True)
    return found(here.span, cal.day(cal.shifted(last, 1 - int(n), "W")), "resolved")


def years_ago_now(here: Here) -> Found | None:
    """`n` units before the week or month `now` of publication: "three years ago this month"."""
    published, n, unit = here.setting.published, here.count(), here.unit()
    if published is None or n is None or n != int(n) or unit.letter not in "MY":
        return None
    there = cal.shifted(published, -int(n) * unit.size, unit.letter)
    return found(here.span, cal.moved(there, 0, here.unit("now").letter), "resolved")


def next_but_one(here: Here) -> Found:
    """`unit` or `weekend` next to the last or next one: "the week before last", "the year after next"."""
    published, step = here.setting.published, -2 if here["back"] else 2
    if published is None:
        return Found(*here.span)
    if here["weekend"]:
        return found(here.span, cal.weekend(cal.shifted(published, step, "W")), "resolved")
    return found(here.span, cal.moved(published, step, here.unit().letter), "resolved")


def weekday_beside(here: Here) -> Found:
    """`weekday` next to the last day named, as `step` says: "the following Tuesday"."""
    anchor, step = here.setting.near_anchor(here.span[0]), here.number("step")
    if anchor is None:
        return Found(*here.span, precision="day")
    day = cal.weekday(anchor, here.number("weekday"), "past" if step < 0 else "future", strictly=step != 0)
    return found(here.span, cal.day(day), "resolved", suffix=here.value("part"))


def season_beside(here: Here) -> Found | None:
    """`season` of the last year or date named, or next to it, as `step` says: "that summer"; a year has part of two winters."""
    step, code = here.number("step"), here.value("season")
    anchor = here.setting.near_year(here.span[0], "Y", sentences=2)
    told, begins = here.setting.told, SEASON_BEGINS[code]
    if anchor is None or told is None:
        return None
    if told.precision == "year":
        return None if code == "WI" else _season(here, anchor.year + step)
    if step > 0:
        return _season(here, anchor.year + (anchor.month >= begins))
    begun = anchor.year - (code == "WI" and anchor.month < SEASON_BEGINS["SP"])
    return _season(here, begun + (step if anchor.month < begins + 3 else 0))


def _season(here: Here, year: int) -> Found:
    return Found(*here.span, f"{year:04d}-{here.value('season')}", precision="vague", basis="resolved")
