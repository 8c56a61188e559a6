"""English, whole: its words and its rules."""

from nutgraf.reading.languages.en.numbers import RULES
from nutgraf.reading.languages.en.speech import SPEECH
from nutgraf.reading.languages.en.vocabulary import WORDS
from nutgraf.reading.languages.language import Language

LANGUAGE = Language(code="en", words=WORDS, speech=SPEECH, numbers=RULES)
