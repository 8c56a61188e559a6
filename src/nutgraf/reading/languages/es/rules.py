"""Spanish as far as it goes: dates and numbers; speakers, names and wording are a reader's."""

from nutgraf.reading.languages.es.dates import DATES
from nutgraf.reading.languages.es.numbers import NUMBERS
from nutgraf.reading.languages.es.vocabulary import WORDS
from nutgraf.reading.languages.inflection import Inflection
from nutgraf.reading.languages.language import Language

LANGUAGE = Language(
    code="es",
    words=WORDS,
    dates=DATES,
    numbers=NUMBERS,
    inflection=Inflection(endings="[ao]?s|[aeo]|es", cut="[ao]?s|[aeo]|es"),
    capitals="names",
)
