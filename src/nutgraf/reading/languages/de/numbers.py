"""The numbers of German: how they are written, what they count, and examples of what they come to, which are the tests of the rules."""

from __future__ import annotations

import re

from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.de.vocabulary import WORDS
from nutgraf.reading.numbers import numerals
from nutgraf.reading.numbers.format import Links, NumberFormat
from nutgraf.reading.numbers.frames import Frame, Read
from nutgraf.reading.numbers.records import number_rules
from nutgraf.reading.numbers.scan import NumberRule
from nutgraf.reading.rules import Rule

_ORDINAL = re.compile(r"(\d{1,3})\.[ \u00a0](?=([^\W\d_]+))")
_NEXT = re.compile(r"[ \u00a0\n](?:([a-zäöüß][\w-]*)[ \u00a0\n])?(?:([a-zäöüß][\w-]*)[ \u00a0\n])?([A-ZÄÖÜ][\w-]*)")
_OF_YEAR = re.compile(r"\b(?:die|das|der) (?:1[5-9]|20)\d\d$", re.IGNORECASE)
_YEAR_WITH_ARTICLE = 10
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


_ORDINAL_IN_DIGITS: NumberRule = Rule(
    name="ordinal in digits", opens=("0",), finds=ordinal, examples={"Sie wohnt in der 32. Etage.": "32. = 32 in order"}
)
_TOLD = {
    "digits": {"Rund 1.200 kamen.": "1.200 = 1200"},
    "sign of a fraction": {"Nur ½ ist übrig.": "½ = 0.5"},
    "fraction": {"Ein Drittel sank.": "Ein Drittel = 0.3333"},
    "number not told": {
        "Sie sahen Dutzende Boote.": "Dutzende = ?",
        "Mehrere Hundert Boote sanken.": "Mehrere Hundert = ?",
        "Mehrere Boote sanken.": "",
    },
    "number in words": {
        "Sie sahen dreiundzwanzig Boote.": "dreiundzwanzig = 23",
        "Es kostet drei Millionen Euro.": "drei Millionen = 3000000",
        "Es kamen hundert Boote.": "hundert = 100",
        "Ein Boot kam.": "",
    },
    "behind a word that numbers": {"Artikel 5 gilt.": "5 = no quantity"},
    "behind a name": {"Eine Boeing 737 landete.": "737 = no quantity"},
    "score": {"Der Verein siegte 5:2.": "5:2 = 5 to 2 score", "Das Spiel beginnt um 20:15.": ""},
    "range": {
        "Es dauert 15 bis 20 Prozent länger.": "15 bis 20 Prozent = 15 to 20 % percent",
        "Sie rechnet mit einem Plus von 3 bis 4 Prozent.": "3 bis 4 Prozent = 3 to 4 % percent",
    },
    "shared unit": {
        "Es stieg von 12,5 und 8,1 Prozent.": "12,5 = 12.5 % percent",
        "Es stieg von 3 auf 5 Prozent.": "3 = 3 % percent",
    },
    "joined to a word or sign": {"Ein A380 landete.": "380 = no quantity"},
    "item of a list": {"1) Öffnen Sie die Tür.": "1 = no quantity"},
    "unit": {
        "Der Umbau kostet 4,8 Mio. Euro.": "4,8 Mio. Euro = 4800000 EUR money",
        "Die Preise stiegen um 2,5 Prozent.": "2,5 Prozent = 2.5 % percent",
    },
    "year": {"Das Bad schloss 2019.": "2019 = no quantity", "Die 1971 gebaute Mühle brannte ab.": "1971 = no quantity"},
    "age": {"Rosa Timm, 49, fiel.": "49 = 49 Jahre measure", "Es kamen 49, kein einziger blieb.": ""},
    "part": {"Die Hälfte der Ernte ist verloren.": "Hälfte = 0.5 ratio"},
    "count": {"Zwölf kleine Boote sanken.": "Zwölf kleine Boote = 12 Boote count"},
    "number alone": {"Zwölf kamen an.": "Zwölf = 12 count"},
    "rate": {
        "Es kostet 3 Euro pro Liter.": "3 Euro pro Liter = 3 EUR per Liter money",
        "Es kostet 3 Euro zu viel.": "",
    },
}
NUMBERS = number_rules(
    WORDS,
    _TOLD,
    first=(_ORDINAL_IN_DIGITS,),
    form=NumberFormat(decimal=",", group=".", other_group="'’"),
    links=Links(
        of="der",
        parts=("von", "seiner", "ihrer", "unserer", "meiner", "dieser", "jener", "deren", "aller"),
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
)
