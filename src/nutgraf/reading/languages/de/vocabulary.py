"""The German words, read when a text in German is first read, or one that may be."""

from nutgraf.reading.languages.de.forms import forms
from nutgraf.reading.languages.words import load

WORDS = load("de", forms)
