"""Countries, regions and peoples of a language: what names one thing, and which cities tell of it.

The table (`peoples.tsv` of the language's folder) has one row for each: its forms, separated by commas, and words that tell
of it, separated by spaces. Bars part the names of a place from the words for what is of it and its people, which are rows of the word
table so, and from forms that are neither. A language whose folder has no such table knows no peoples, and no rule goes by them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from nutgraf.reading.languages.classes import DEMONYM, PLACE
from nutgraf.reading.languages.tables import code_of, lines_of
from nutgraf.reading.languages.words import Row

_FORM = re.compile(r"[^,| ](?:[^,|]*[^,| ])?")


def places_and_peoples(code: str) -> Iterator[Row]:
    """Rows of the word table for what stands before and behind the first bar of each row."""
    for forms, *_ in lines_of(code, "peoples.tsv"):
        parts = forms.split("|") if "|" in forms else ()
        for classes, words in zip((PLACE, DEMONYM), parts, strict=False):
            yield Row(_FORM.findall(words), classes, {})


@dataclass(frozen=True)
class Peoples:
    """The table, by the words of a form."""

    keys: Mapping[tuple[str, ...], frozenset[str]]
    """Words of a form to what it names: the first forms of its rows."""
    told_by: Mapping[str, frozenset[str]]
    """What is named, to the cities and other words that tell of it."""
    capitals: Mapping[str, frozenset[str]]
    """Capitals, the first of the cities of a row, to what they are the capitals of: "Oslo" may stand for Norway's government."""
    continents: frozenset[str]
    """Parts of the world: what lies in them need not say so."""

    @cached_property
    def first_words(self) -> frozenset[str]:
        """Words that a form may begin with."""
        return frozenset(first for form in self.keys for first in (form[0], form[0] + "s"))

    @cached_property
    def _longest(self) -> int:
        return max(map(len, self.keys), default=0)

    def named_in(self, lows: Sequence[str]) -> dict[int, frozenset[str]]:
        """What the words at each place name, longest form first: {0: {"south korea"}, 1: {"south korea"}} for "South Korean"."""
        found: dict[int, frozenset[str]] = {}
        at = 0
        while at < len(lows):
            length = self._form_at(lows, at) if lows[at] in self.first_words else 0
            if length:
                found |= dict.fromkeys(range(at, at + length), self._keys(lows[at : at + length]))
            at += length or 1
        return found

    def _form_at(self, lows: Sequence[str], at: int) -> int:
        return next((n for n in range(min(self._longest, len(lows) - at), 0, -1) if self._keys(lows[at : at + n])), 0)

    def _keys(self, words: Sequence[str]) -> frozenset[str]:
        form = tuple(words)
        return self.keys.get(form) or self.keys.get((*form[:-1], form[-1].removesuffix("s"))) or frozenset()


@cache
def peoples_of(language: str | None) -> Peoples:
    """The countries and peoples of a language."""
    keys: dict[tuple[str, ...], set[str]] = {}
    told_by: dict[str, frozenset[str]] = {}
    capitals: dict[str, set[str]] = {}
    for forms, *told in lines_of(code_of(language), "peoples.tsv"):
        first, *_ = each = _FORM.findall(forms)
        cities = " ".join(told).split()
        for form in each:
            keys.setdefault(tuple(form.replace("-", " - ").split()), set()).add(first)
        told_by[first] = frozenset(cities)
        for capital in cities[:1]:
            capitals.setdefault(capital, set()).add(first)
    return Peoples(
        {form: frozenset(named) for form, named in keys.items()},
        told_by,
        {capital: frozenset(named) for capital, named in capitals.items()},
        frozenset(first for first, words in told_by.items() if "continent" in words),
    )
