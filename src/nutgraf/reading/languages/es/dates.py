"""Spanish dates. Examples are read as if published on Thursday, 12 March 2026."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from nutgraf.reading.dates import named, relative, years
from nutgraf.reading.dates.by_calendar import DAY, RULES
from nutgraf.reading.dates.language import Ahead
from nutgraf.reading.dates.patterns import Around, DateWords, phrases
from nutgraf.reading.dates.reads import Reads
from nutgraf.reading.dates.scan import DateRules
from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.es.vocabulary import WORDS
from nutgraf.reading.rules import Rule

_NUMBERS = WORDS.values_of(c.CARDINAL) | {"un": "1", "una": "1", "varios": "", "varias": ""}
_UNITS = WORDS.values_of(c.TIME_UNIT, "timex")
_DAY_WORDS = WORDS.values_of(c.DAY_WORD, "timex")
_STEPS = {"pasado": "-1", "pasada": "-1", "próximo": "1", "próxima": "1", "este": "0", "esta": "0"}


_TOLD: dict[str, Any] = {
    "day of a month": {
        "examples": {
            "El 3 de mayo de 2025 ardió el molino.": "3 de mayo de 2025 = 2025-05-03",
            "El lunes, 9 de marzo, nevó.": "lunes, 9 de marzo = 2026-03-09",
            "El 1º de mayo ardió el molino.": "1º de mayo = 2026-05-01",
        },
        "counter": ("Vinieron 3 de cada diez.",),
    },
    "month of a year": {
        "examples": {"El molino cerró en mayo de 2024.": "mayo de 2024 = 2024-05"},
        "counter": ("El mes de 2024 fue largo.",),
    },
    "weekday": {
        "examples": {"El consejo se reunió el martes.": "martes = 2026-03-10"},
        "counter": ("La semana fue larga.",),
    },
}
"""Examples of the rules that go by the calendar."""
DATES = DateRules(
    (
        *(replace(rule, **_TOLD[rule.name]) if rule.name in _TOLD else rule for rule in RULES),
        Rule(
            name="month",
            opens=(c.MONTH,),
            finds=Reads(r"<month>", yields=named.month),
            examples={"El molino cierra en mayo.": "mayo = 2026-05"},
            counter=("El mes fue largo.",),
        ),
        Rule(
            name="day word",
            opens=(*(word for word in _DAY_WORDS if word != "mañana"),),
            finds=Reads(r"<word:day_word>", yields=relative.day_word),
            examples={"Ayer ardió el molino.": "Ayer = 2026-03-11"},
            counter=("El ayuntamiento cerró.",),
        ),
        Rule(
            name="tomorrow",
            opens=("mañana",),
            finds=Reads(r"<word:day_word>", yields=relative.day_word, not_behind=r"(?:la|por~la|una|de~la|esta)~"),
            examples={"El consejo se reúne mañana.": "mañana = 2026-03-13"},
            counter=("Llegó por la mañana.",),
        ),
        Rule(
            name="week or month nearby",
            opens=(*_UNITS, "próximo", "próxima", "este", "esta"),
            finds=Reads(r"<unit>~<step:behind>", r"<step:before>~<unit>", yields=relative.near),
            examples={
                "La semana pasada nevó.": "semana pasada = 2026-W10",
                "El próximo año abrirá el museo.": "próximo año = 2027",
            },
            counter=("Este molino es viejo.",),
        ),
        Rule(
            name="ago",
            opens=("hace",),
            finds=Reads(r"(?P<way>hace)~(?:unos~|casi~)?<n>~<unit>", yields=relative.away),
            examples={"El molino ardió hace tres años.": "hace tres años = 2023"},
            counter=("Hace tres panes.",),
        ),
        Rule(
            name="year",
            opens=("0000",),
            finds=Reads(
                r"<year>",
                yields=years.year,
                behind=r"(?:año|en|desde|hasta|de)~",
                not_ahead=r"~(?:personas|euros|metros)(?!\w)",
            ),
            examples={"El museo abrió en 2019.": "2019 = 2019"},
            counter=("Contaron 2019 votos.",),
        ),
    ),
    words=DateWords(
        kinds={
            "month": WORDS.values_of(c.MONTH),
            "weekday": WORDS.values_of(c.WEEKDAY),
            "unit": _UNITS,
            "day_word": _DAY_WORDS,
            "n": _NUMBERS,
            "step": _STEPS,
            "way": {"hace": "-1"},
            "limit": {"desde": "since", "hasta": "until", "antes de": "before", "después de": "after"},
        },
        fragments={
            "behind": phrases(("pasado", "pasada", "próximo", "próxima")),
            "before": phrases(("próximo", "próxima", "este", "esta")),
            "day": DAY,
            "n": r"(?<![\d.,:])\d{1,4}(?![\d,.])|" + phrases(_NUMBERS),
        },
        day_first=True,
    ),
    table=WORDS,
    ahead=Ahead(
        always=r"antes~del?~(?:el~)?",
        unless_past=r"hasta~(?:el~)?",
        back=r"desde~(?:el~)?",
        planned=r"(?:previsto|prevista|programado|programada)~para~el~",
    ),
    opening=r"(?:a~)?(?:principios|mediados|finales)~de~",
    listed=r",~|~y~(?:en~)?",
    limits=r"<limit>~(?:el~|la~)?",
    ranges=((r"del?~", r"~al?~"), (r"entre~(?:el~)?", r"~y~(?:el~)?"), ("", r"(?:~)?<:dash>(?:~)?")),
    around=Around(
        lead=r"(?:(?:en|durante)~)?(?:(?:el|la|los|las)~)?",
        long=r"(?:(?:durante|en|por|después~de)~)?(?:(?:los|las)~)?",
    ),
)
"""The Spanish rules; no verb tells which way a bare day looks, so that it is the last one."""
