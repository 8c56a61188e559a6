"""The Spanish words, read when a text in Spanish is first read, or one that may be."""

from nutgraf.reading.languages.es.forms import forms
from nutgraf.reading.languages.words import load

WORDS = load("es", forms)
