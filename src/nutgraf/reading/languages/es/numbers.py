"""The numbers of Spanish: how they are written, what they count, and examples of what they come to, which are the tests of the rules."""

from __future__ import annotations

import re

from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.es.vocabulary import WORDS
from nutgraf.reading.numbers.format import Links, NumberFormat
from nutgraf.reading.numbers.frames import Frame
from nutgraf.reading.numbers.records import number_rules

_NOUN = re.compile(r"[ \u00a0]([a-záéíóúñü]{3,}s)(?!\w)")


def counted(frame: Frame, stop: int, *, single: bool) -> tuple[int, str] | None:
    """The plural right behind a number."""
    found = None if single else _NOUN.match(frame.text, stop)
    return (found.end(1), found[1]) if found and not frame.bits(found[1]) & (c.FUNCTION | c.BOUND) else None


_TOLD = {
    "digits": {"Vinieron 1.200 vecinos.": "1.200 = 1200"},
    "number in words": {
        "Costó dos millones de euros.": "dos millones = 2000000",
        "Vinieron treinta y dos vecinos.": "treinta y dos = 32",
        "Vinieron treinta y mil se fueron.": "treinta = 30",
    },
    "range": {"Subió entre 3 y 5 por ciento.": "3 y 5 por ciento = 3 to 5 % percent", "Vinieron 3 y 5 vecinos.": ""},
    "shared unit": {"Subió 3 y 5 por ciento.": "3 = 3 % percent", "Vinieron 3 y pagó 5 euros.": ""},
    "joined to a word or sign": {"Llegó el A380.": "380 = no quantity"},
    "unit": {
        "Costó dos millones de euros.": "dos millones de euros = 2000000 EUR money",
        "Subió un 2,5 %.": "2,5 % = 2.5 % percent",
    },
    "year": {"Llegó el modelo 2019.": "2019 = no quantity"},
    "count": {"Plantaron 20.761 árboles.": "20.761 árboles = 20761 árboles count"},
}
NUMBERS = number_rules(
    WORDS,
    _TOLD,
    form=NumberFormat(decimal=",", group="."),
    links=Links(
        of="de",
        joint="y",
        joins_tens=True,
        to="a",
        either="o",
        between="entre",
        since="de",
        years="años",
        seconds="segundos",
    ),
    noun=counted,
)
