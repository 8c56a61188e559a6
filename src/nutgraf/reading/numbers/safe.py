"""Numbers in a language that has no folder: digits that every language reads alike, and of quantities those with a sign."""

from __future__ import annotations

from functools import cache

from nutgraf.reading.languages.language import NO_LANGUAGE, language_of
from nutgraf.reading.numbers.format import NumberFormat
from nutgraf.reading.numbers.records import number_rules
from nutgraf.reading.numbers.scan import NumberRules


@cache
def rules_of(code: str | None) -> NumberRules:
    """The rules of numbers of a language; those that need none for one that has no folder, or no such rules."""
    language = language_of(code)
    if language.numbers is not None:
        return language.numbers
    if language.calendar is None:
        return _SAFE
    form = NumberFormat(language.calendar.decimal, language.calendar.group)
    return number_rules(language.words, _TOLD, form=form)


_TOLD = {
    "digits": {"2,50": "2,50 = 2.5", "1.200.000": "1.200.000 = 1200000", "1.200": "1.200 = ?"},
    "sign of a fraction": {"½": "½ = 0.5"},
    "joined to a word or sign": {"A380": "380 = no quantity"},
    "unit": {"2,5 %": "2,5 % = 2.5 % percent", "€ 30": "€ 30 = 30 EUR money"},
}
_SAFE = number_rules(NO_LANGUAGE.words, _TOLD)
