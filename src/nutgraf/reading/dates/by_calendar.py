"""Dates of a language of which only the names of months and weekdays are known: "3 de mayo de 2026", "mardi 4 novembre"."""

from __future__ import annotations

from functools import cache

from nutgraf.reading.dates import named
from nutgraf.reading.dates.anywhere import ANYWHERE, FIGURES
from nutgraf.reading.dates.patterns import Around, DateWords
from nutgraf.reading.dates.reads import Reads
from nutgraf.reading.dates.scan import DateRule, DateRules
from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.cldr import Calendar
from nutgraf.reading.languages.language import language_of
from nutgraf.reading.languages.words import Words
from nutgraf.reading.rules import Rule

_SHORTEST = 3
_WHOLE = 5
"""Letters of a weekday's name that is no abbreviation, which might be another word."""
_SMALL = r"(?:(?:~)?(?:de|del|d['’]|di|da|do)(?:~)?|~)"
"""What a Romance language puts between day, month and year."""

DAY = r"\d{1,2}(?:\.|º|er|ère|re)?(?!\w|[.,:]\d|%)"
RULES: tuple[DateRule, ...] = (
    *FIGURES,
    Rule(
        name="day of a month",
        opens=("0", c.WEEKDAY),
        finds=Reads(r"(?:<weekday>,?~)?<day>" + _SMALL + r"<month>(?:\.?,?" + _SMALL + r"<year>)?", yields=named.date),
        examples={
            "Il 3 maggio 2025 bruciò il mulino.": "3 maggio 2025 = 2025-05-03",
            "Il mulino riapre il 3 maggio.": "3 maggio = 2026-05-03",
        },
    ),
    Rule(
        name="month of a year",
        opens=(c.MONTH,),
        finds=Reads(r"<month>\.?" + _SMALL + r"<year>", yields=named.month),
        examples={"Il mulino chiuse nel maggio 2024.": "maggio 2024 = 2024-05"},
    ),
    Rule(
        name="weekday",
        opens=(c.WEEKDAY,),
        finds=Reads(r"<weekday>", yields=named.weekday),
        examples={"Il mulino bruciò martedì.": "martedì = 2026-03-10"},
    ),
)


@cache
def dates_of(code: str | None) -> DateRules:
    """The rules of dates of a language: its own, else by its calendar, else figures alone."""
    language = language_of(code)
    if language.dates is not None:
        return language.dates
    return ANYWHERE if language.calendar is None else _by(language.calendar, language.words)


def _by(calendar: Calendar, words: Words) -> DateRules:
    months = {name: number for name, number in calendar.months.items() if len(name) >= _SHORTEST}
    weekdays = {name: number for name, number in calendar.weekdays.items() if len(name) >= _WHOLE}
    return DateRules(
        RULES,
        words=DateWords(
            kinds={"limit": {}, "month": months, "weekday": weekdays},
            fragments={"day": DAY},
            day_first=True,
        ),
        table=words,
        around=Around(lead=r"(?:(?:le|il|el|la|em|en|nel|op|den|w)~)?"),
    )
