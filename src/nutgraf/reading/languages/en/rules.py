"""English, whole: its words and its rules."""

import re

from nutgraf.reading.languages.en.dates import DATES
from nutgraf.reading.languages.en.names import NAMES
from nutgraf.reading.languages.en.numbers import NUMBERS
from nutgraf.reading.languages.en.speech import SPEECH
from nutgraf.reading.languages.en.stances import STANCES
from nutgraf.reading.languages.en.verbs import VERBS
from nutgraf.reading.languages.en.vocabulary import WORDS
from nutgraf.reading.languages.language import Language, People
from nutgraf.reading.speech.speakers import resolve_speaker, title_and_organization

LANGUAGE = Language(
    code="en",
    words=WORDS,
    speech=SPEECH,
    stances=STANCES,
    dates=DATES,
    numbers=NUMBERS,
    verbs=VERBS,
    names=NAMES,
    people=People(resolve_speaker, title_and_organization),
    inflection=None,
    capitals="names",
    whose=re.compile(r"\w['’]s? \w"),
    worded=True,
)
