"""The numbers of Spanish: digits with their scales, per cent, money and measures, and what is counted beside them."""

from __future__ import annotations

import re

from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.es.vocabulary import WORDS
from nutgraf.reading.numbers import names, numerals, quantities, spelled
from nutgraf.reading.numbers.format import Links, NumberFormat
from nutgraf.reading.numbers.frames import Frame
from nutgraf.reading.numbers.scan import NumberRules
from nutgraf.reading.rules import Rule

_NOUN = re.compile(r"[ \u00a0]([a-záéíóúñü]{3,}s)(?!\w)")


def counted(frame: Frame, stop: int, *, single: bool) -> tuple[int, str] | None:
    """The plural right behind a number."""
    found = None if single else _NOUN.match(frame.text, stop)
    return (found.end(1), found[1]) if found and not frame.bits(found[1]) & (c.FUNCTION | c.BOUND) else None


NUMBERS = NumberRules(
    WORDS,
    form=NumberFormat(decimal=",", group="."),
    links=Links(of="de", joint="y", to="a", either="o", years="años", seconds="segundos"),
    noun=counted,
    numbers=(
        Rule(name="digits", opens=("0",), finds=numerals.digits, examples={"Vinieron 1.200 vecinos.": "1.200 = 1200"}),
        Rule(
            name="number in words",
            opens=(c.CARDINAL, c.SCALE),
            finds=spelled.cardinal,
            examples={"Costó dos millones de euros.": "dos millones = 2000000"},
        ),
    ),
    quantities=(
        Rule(
            name="joined to a word or sign",
            opens=("0",),
            finds=names.joined,
            examples={"Llegó el A380.": "380 = no quantity"},
        ),
        Rule(
            name="unit",
            opens=(c.PERCENT, c.CURRENCY, c.MONEY, c.UNIT),
            finds=quantities.measured,
            examples={
                "Costó dos millones de euros.": "dos millones de euros = 2000000 EUR money",
                "Subió un 2,5 %.": "2,5 % = 2.5 % percent",
            },
        ),
        Rule(name="year", opens=("0",), finds=names.year, examples={"Llegó el modelo 2019.": "2019 = no quantity"}),
        Rule(
            name="count",
            opens=("0", c.CARDINAL, c.SCALE),
            finds=quantities.count,
            examples={"Plantaron 20.761 árboles.": "20.761 árboles = 20761 árboles count"},
        ),
    ),
)
