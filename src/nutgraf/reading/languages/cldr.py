"""Languages without a folder as far as the Unicode CLDR tells: names of months and weekdays, and marks in numbers.

`cldr.tsv` is written by `tools/cldr.py`. What it holds makes dates with a month's name and digits readable; no word of such a
language is known beside, so that quotations stand without speakers.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from nutgraf.reading.languages.classes import MONTH, WEEKDAY
from nutgraf.reading.languages.tables import lines_of
from nutgraf.reading.languages.words import Row


class Calendar(NamedTuple):
    """A language's names of months and weekdays, each with its number (from 1, from 0 for Monday), and its marks in numbers."""

    decimal: str
    group: str
    months: dict[str, str]
    weekdays: dict[str, str]

    def rows(self) -> tuple[Row, ...]:
        """The names as rows of a word table."""
        return tuple(
            Row((word,), classes, {"value": value})
            for classes, names in ((MONTH, self.months), (WEEKDAY, self.weekdays))
            for word, value in names.items()
        )


@cache
def calendars() -> dict[str, Calendar]:
    """By the code of the language."""
    return {
        code: Calendar(decimal, group, _numbered(months, 1), _numbered(weekdays, 0))
        for code, decimal, group, months, weekdays in lines_of("cldr.tsv")
    }


def _numbered(names: str, first: int) -> dict[str, str]:
    forms = ((form, str(number)) for number, every in enumerate(names.split(", "), first) for form in every.split("|"))
    return dict(reversed(list(forms)))  # of a form of two names ("mar.") the first
