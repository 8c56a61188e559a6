"""The English words, read when a module that asks for them is first imported: at the first `read` of a process."""

from nutgraf.reading.languages.en.forms import forms
from nutgraf.reading.languages.words import load

WORDS = load("en", forms)
