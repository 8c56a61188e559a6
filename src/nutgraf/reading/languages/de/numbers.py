"""The numbers of German: how they are written, and the rules of what they come to, in the order in which they are asked."""

from __future__ import annotations

import re

from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.de.vocabulary import WORDS
from nutgraf.reading.numbers import names, numerals, pairs, quantities, spelled
from nutgraf.reading.numbers.format import Links, NumberFormat
from nutgraf.reading.numbers.frames import Frame, Read
from nutgraf.reading.numbers.scan import NumberRules
from nutgraf.reading.rules import Rule

_ORDINAL = re.compile(r"(\d{1,3})\.[ \u00a0](?=([^\W\d_]+))")
_NEXT = re.compile(r"[ \u00a0\n](?:([a-zäöüß][\w-]*)[ \u00a0\n])?(?:([a-zäöüß][\w-]*)[ \u00a0\n])?([A-ZÄÖÜ][\w-]*)")
_OF_YEAR = re.compile(r"\b(?:die|das|der) (?:1[5-9]|20)\d\d$", re.IGNORECASE)
_YEAR_WITH_ARTICLE = 10
_NUMBER = ("0", c.CARDINAL, c.SCALE, c.UNTOLD, c.FRACTION, c.INDEFINITE)
_NO_ADJECTIVE = c.FUNCTION | c.ADVERB | c.VERB | c.AUXILIARY
_NO_NOUN = c.WEEKDAY | c.MONTH | c.PERCENT | c.FUNCTION


def ordinal(frame: Frame, at: int) -> Read | None:
    """“3. Mai”, “19. Jahrhundert”: digits with a stop, and a word behind that opens no sentence."""
    found = _ORDINAL.match(frame.text, at)
    digits = numerals.digits(frame, at)
    if found is None or digits is None or frame.bits(found[2].lower()) & c.STARTER:
        return None
    return Read(found.end(1) + 1, digits.value, ordinal=True)


def counted(frame: Frame, stop: int, *, single: bool) -> tuple[int, str] | None:  # noqa: ARG001 - the form of a `Noun`
    """The noun that a number counts: the next word with a capital, with adjectives between."""
    found = _NEXT.match(frame.text, stop)
    if found is None:
        return None
    for adjective in (found[1], found[2]):
        if adjective and (frame.bits(adjective) & _NO_ADJECTIVE or not adjective.endswith(("e", "en", "er", "es"))):
            return None
    noun = found[3]
    if found[1] and found[1].endswith("te") and _OF_YEAR.search(frame.text, max(0, stop - _YEAR_WITH_ARTICLE), stop):
        return None  # "die 1971 gebaute Brücke" is one bridge
    return None if frame.bits(noun.lower()) & _NO_NOUN else (found.end(3), noun)


NUMBERS = NumberRules(
    WORDS,
    form=NumberFormat(decimal=",", group="."),
    links=Links(
        of="der",
        joint="und",
        to="bis",
        either="oder",
        between="zwischen",
        since="von",
        change="auf",
        against="zu",
        score=":",
        years="Jahre",
        seconds="Sekunden",
    ),
    noun=counted,
    numbers=(
        Rule(
            name="ordinal in digits",
            opens=("0",),
            finds=ordinal,
            examples={"Sie wohnt in der 32. Etage.": "32. = 32 in order"},
        ),
        Rule(name="digits", opens=("0",), finds=numerals.digits, examples={"Rund 1.200 kamen.": "1.200 = 1200"}),
        Rule(
            name="sign of a fraction",
            opens=tuple(numerals.GLYPHS),
            finds=numerals.glyph,
            examples={"Nur ½ ist übrig.": "½ = 0.5"},
        ),
        Rule(
            name="fraction",
            opens=(c.CARDINAL, c.INDEFINITE, "hälfte"),
            finds=spelled.fraction,
            examples={"Ein Drittel sank.": "Ein Drittel = 0.3333"},
        ),
        Rule(
            name="untold",
            opens=(c.UNTOLD,),
            finds=spelled.untold,
            examples={"Sie sahen Dutzende Boote.": "Dutzende = ?"},
        ),
        Rule(
            name="number in words",
            opens=(c.CARDINAL, c.SCALE, c.INDEFINITE),
            finds=spelled.cardinal,
            examples={
                "Sie sahen dreiundzwanzig Boote.": "dreiundzwanzig = 23",
                "Es kostet drei Millionen Euro.": "drei Millionen = 3000000",
            },
        ),
    ),
    quantities=(
        Rule(
            name="behind a word that numbers",
            opens=("0",),
            finds=names.numbered,
            examples={"Artikel 5 gilt.": "5 = no quantity"},
        ),
        Rule(
            name="behind a name",
            opens=("0",),
            finds=names.after_name,
            examples={"Eine Boeing 737 landete.": "737 = no quantity"},
        ),
        Rule(
            name="range",
            opens=("-", "–", "—", "bis", "oder", "und"),
            finds=pairs.spread,
            examples={
                "Es dauert 15 bis 20 Prozent länger.": "15 bis 20 Prozent = 15 to 20 % percent",
                "Sie rechnet mit einem Plus von 3 bis 4 Prozent.": "3 bis 4 Prozent = 3 to 4 % percent",
            },
        ),
        Rule(
            name="shared unit",
            opens=("und", "oder", "bis", ","),
            finds=quantities.shared,
            examples={"Es stieg von 12,5 und 8,1 Prozent.": "12,5 = 12.5 % percent"},
        ),
        Rule(
            name="joined to a word or sign",
            opens=("0",),
            finds=names.joined,
            examples={"Ein A380 landete.": "380 = no quantity"},
        ),
        Rule(
            name="item of a list",
            opens=("0",),
            finds=names.listed,
            examples={"1) Öffnen Sie die Tür.": "1 = no quantity"},
        ),
        Rule(
            name="unit",
            opens=(c.PERCENT, c.CURRENCY, c.MONEY, c.UNIT, c.LENGTH, c.AGE),
            finds=quantities.measured,
            examples={
                "Der Umbau kostet 4,8 Mio. Euro.": "4,8 Mio. Euro = 4800000 EUR money",
                "Die Preise stiegen um 2,5 Prozent.": "2,5 Prozent = 2.5 % percent",
            },
        ),
        Rule(
            name="year",
            opens=("0",),
            finds=names.year,
            examples={
                "Das Bad schloss 2019.": "2019 = no quantity",
                "Die 1971 gebaute Mühle brannte ab.": "1971 = no quantity",
            },
        ),
        Rule(
            name="part",
            opens=_NUMBER,
            finds=quantities.part,
            examples={"Die Hälfte der Ernte ist verloren.": "Hälfte = 0.5 ratio"},
        ),
        Rule(
            name="count",
            opens=_NUMBER,
            finds=quantities.count,
            examples={"Zwölf kleine Boote sanken.": "Zwölf kleine Boote = 12 Boote count"},
        ),
        Rule(
            name="number alone",
            opens=_NUMBER,
            finds=quantities.alone,
            examples={"Zwölf kamen an.": "Zwölf = 12 count"},
        ),
    ),
)
