"""Numbers in a language that has no folder: digits that every language reads alike, and of quantities those with a sign."""

from __future__ import annotations

from functools import cache

from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.language import NO_LANGUAGE, language_of
from nutgraf.reading.numbers import names, numerals, quantities
from nutgraf.reading.numbers.format import NumberFormat
from nutgraf.reading.numbers.scan import NumberRules
from nutgraf.reading.rules import Rule


@cache
def rules_of(code: str | None) -> NumberRules:
    """The rules of numbers of a language; those that need none for one that has no folder, or no such rules."""
    language = language_of(code)
    if language.numbers is not None:
        return language.numbers
    if language.calendar is None:
        return _SAFE
    form = NumberFormat(language.calendar.decimal, language.calendar.group)
    return NumberRules(language.words, form=form, numbers=_SAFE.numbers, quantities=_SAFE.quantities)


_SAFE = NumberRules(
    NO_LANGUAGE.words,
    numbers=(
        Rule(
            name="digits",
            opens=("0",),
            finds=numerals.digits,
            examples={"2,50": "2,50 = 2.5", "1.200.000": "1.200.000 = 1200000", "1.200": "1.200 = ?"},
        ),
        Rule(name="sign of a fraction", opens=tuple(numerals.GLYPHS), finds=numerals.glyph, examples={"½": "½ = 0.5"}),
    ),
    quantities=(
        Rule(name="joined to a word or sign", opens=("0",), finds=names.joined, examples={"A380": "380 = no quantity"}),
        Rule(
            name="unit",
            opens=(c.PERCENT, c.CURRENCY, c.UNIT),
            finds=quantities.measured,
            examples={"2,5 %": "2,5 % = 2.5 % percent", "€ 30": "€ 30 = 30 EUR money"},
        ),
    ),
)
