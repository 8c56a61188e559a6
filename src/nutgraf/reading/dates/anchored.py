"""What rules yield that count from a day, month or year that the article names: "the next day", "two days later", "a week from Friday"."""

from __future__ import annotations

from collections.abc import Callable

from nutgraf.reading.dates import calendar as cal
from nutgraf.reading.dates.found import Found, found
from nutgraf.reading.dates.reads import Here, Unit
from nutgraf.reading.dates.relative import away, away_from
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
    """`n` units from `weekday` or `word`, a day counted from publication, as `way` says: a week from Friday."""
    setting = here.setting
    if setting.published is None:
        return Found(*here.span)
    way = here.number("way")
    if here["weekday"]:
        day = cal.weekday(setting.published, here.number("weekday"), "future" if way > 0 else "past")
    else:
        day = cal.shifted(setting.published, int(here.value("word", "day_word").split()[0]), "D")
    n, unit = here.count(), here.unit()
    if n is None or unit.clock or unit.letter not in "DW":
        return None
    return found(here.span, cal.day(cal.shifted(day, way * int(n) * unit.size, unit.letter)), "resolved")
