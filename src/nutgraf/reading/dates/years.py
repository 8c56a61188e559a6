"""What rules yield that name years, their parts, decades and centuries, and dates in figures."""

from __future__ import annotations

import datetime as dt
import re

from nutgraf.reading.dates import calendar as cal
from nutgraf.reading.dates.found import Found, found
from nutgraf.reading.dates.reads import Here
from nutgraf.reading.languages import classes as c
from nutgraf.results.happened import TimeBasis

_YEAR = re.compile(r"(?<![\w.,$€£-])(?:1[4-9]|20)\d\d(?![\w%,.]\d)(?!\w)")
_ACCOUNTS = 3
"""Years from publication within which "for 2027" names a year."""


def year(here: Here) -> Found:
    """`year`."""
    return found(here.span, cal.year(here.digits("year")), "stated")


def in_words(here: Here) -> Found | None:
    """A year as it is spoken, of nineteen hundred and `tail`, or two thousand and so many: "nineteen sixty-two"."""
    number = here.count("tail") if here["tail"] else 0
    if number is None or not 0 <= number < 100 or (not here["two"] and number < 10):
        return None
    return found(here.span, cal.year((2000 if here["two"] else 1900) + int(number)), "stated")


def spoken_of(here: Here) -> Found | None:
    """The year of publication as "the year", where the sentence and the one before name no other one."""
    setting, published = here.setting, here.setting.published
    if published is None:
        return Found(*here.span, precision="year")
    index = setting.sentence_at(here.span[0])
    begins = setting.sentences[max(0, index - 1)].start if index >= 0 else here.span[0]
    named = {int(number) for number in _YEAR.findall(setting.low, begins, here.span[0])}
    return None if named - {published.year} else found(here.span, cal.year(published.year), "resolved")


def year_before_participle(here: Here) -> Found | None:
    """`year`, where what follows is no noun of a language that writes these with a capital: "die 1987 gegründete Werft"."""
    return year(here) if here.setting.after(here.span[1])[:1].islower() else None


def fiscal_year(here: Here) -> Found:
    """`year` of somebody's accounts, perhaps with `until`; no days, since it begins when they say."""
    run = years(here) if here["until"] else None
    return Found(*here.span, run.value if run else here["year"], precision="year", basis="stated")


def year_alone(here: Here) -> Found | None:
    """`year`, if a word of no name and no measure stands before it and nothing that it counts behind, nor an adjective of that."""
    (start, end), setting = here.span, here.setting
    _, before = setting.word_before(start)
    behind = setting.after(end)
    bits = setting.rules.table[behind.lower()]
    first = setting.rules.table[before.lower()]
    told = setting.low[max(0, start - _NEAR) : start - 1].endswith(tuple(setting.rules.limits_of_numbers))
    told = told or bool(first & c.AUXILIARY and not behind)  # "es waren 1987"
    if told or (before[:1].isupper() and not bits & c.AUXILIARY) or first & (c.PREPOSITION | c.NUMBERED | c.CARDINAL):
        return None
    known = bits & (c.FUNCTION | c.ADVERB | c.VERB | c.AUXILIARY)
    adjective = behind.endswith(_ADJECTIVE) and setting.after(end + 1 + len(behind))[:1].isupper()
    counts = behind[:1].isupper() or (adjective and not known)
    return None if counts else year(here)


_NEAR = 24
_ADJECTIVE = ("e", "en", "er", "es", "em")


def year_near(here: Here) -> Found | None:
    """`year`, if it is one of the years around publication: "a loss for 2025", hardly "sold for 2010"."""
    published = here.setting.published
    return year(here) if published and abs(here.digits("year") - published.year) <= _ACCOUNTS else None


def year_behind_name(here: Here) -> Found | None:
    """`year`, if an acronym or two capitals stand before it, and no noun behind: "WWDC 2025", "Miss Halvern 1987"."""
    start, before = here.setting.word_before(here.span[0])
    if len(before) > 3 and before.isupper():
        return year(here)
    _, first = here.setting.word_before(start)
    named = before[:1].isupper() and first[:1].isupper() and not here.setting.rules.table[before.lower()] & c.NUMBERED
    return year(here) if named and not here.setting.after(here.span[1])[:1].isupper() else None


def years(here: Here) -> Found | None:
    """`year` and `until`, a later one, perhaps without its century: "2014-16"."""
    first, last = here.digits("year"), here.digits("until")
    last = last if len(here["until"]) == 4 else (first + 1) // 100 * 100 + last
    if not first < last <= first + 400:
        return None
    return Found(*here.span, f"{first}/{last}", cal.year(first).first, cal.year(last).last, "year", "stated")


def years_in_one(here: Here) -> Found | None:
    """The same where the second follows the first: "2008/09"."""
    found = years(here)
    return found if found and found.first and found.last and found.last.year == found.first.year + 1 else None


def decade(here: Here) -> Found:
    """`decade`, the ten years from 1990 or from '90, or `tens`, a word for those ("nineties")."""
    number = here.digits("decade") or here.number("tens")
    if number < 100:
        number += 1900 if number > 20 else 2000
    return found(here.span, cal.decade(number), "stated")


def century(here: Here) -> Found | None:
    """`number`: the 19th century is TIMEX3 "18"."""
    number = here.digits("number") or here.number("number", "ordinal")
    if not 1 <= number <= 90:
        return None
    first = dt.date((number - 1) * 100 + 1, 1, 1)
    return Found(*here.span, f"{number - 1:02d}", first, dt.date(number * 100, 12, 31), "vague", "stated")


def iso(here: Here) -> Found | None:
    """`year`, `month` and `day` in figures, perhaps with `clock`: "2025-11-16T18:00Z"."""
    date = cal.safe_date(here.digits("year"), here.digits("month"), here.digits("day"))
    if date is None:
        return None
    clock = here["clock"].upper()
    return Found(*here.span, f"{date}{clock}", date, date, "exact" if clock else "day", "stated", "day")


def figures(here: Here) -> Found | None:
    """`a`, `b` and `year`, day and month in either order; what could be two dates (7/8/07) has no value."""
    a, b, year = here.digits("a"), here.digits("b"), here.digits("year")
    year += 2000 if len(here["year"]) == 2 else 0
    first = here.setting.words.day_first if here["sep"] == "." else None
    orders = {None: ((b, a), (a, b)), True: ((b, a),), False: ((a, b),)}[first]
    dates = {date for month, day in orders if (date := cal.safe_date(year, month, day))}
    if len(dates) == 1:
        return found(here.span, cal.day(dates.pop()), "stated")
    return Found(*here.span, precision="day") if dates else None


def season(here: Here) -> Found:
    """`season` of `year`, or of the one `step` years away; no days, since its months depend on the hemisphere."""
    published, year = here.setting.published, here.digits("year")
    if not year and published is None:
        return Found(*here.span)
    basis: TimeBasis = "stated" if year else "resolved"
    year = year or cal.shifted(published or dt.date.min, here.number("step"), "Y").year
    return Found(*here.span, f"{year}-{here.value('season')}", precision="vague", basis=basis)


def week(here: Here) -> Found | None:
    """`week`, a week of the calendar by its number, of `year` or the nearest."""
    number, published = here.digits("week"), here.setting.published
    if not 1 <= number <= 53:
        return None
    if not here["year"] and published is None:
        return Found(*here.span, precision="week")
    year = here.digits("year") or (published.year if published else 0)
    try:
        first = dt.date.fromisocalendar(year, number, 1)
    except ValueError:
        return None
    return found(here.span, cal.week(first), "stated" if here["year"] else "resolved")
