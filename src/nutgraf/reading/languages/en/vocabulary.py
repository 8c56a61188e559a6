"""The English words, read when a text in English is first read, or one that may be: those of the table, places and peoples."""

from itertools import chain

from nutgraf.reading.languages.en.forms import forms
from nutgraf.reading.languages.peoples import places_and_peoples
from nutgraf.reading.languages.words import load

WORDS = load("en", forms, lambda rows: chain(rows, places_and_peoples("en")))
