"""Countries, regions and peoples of a language: what names one thing, and which cities tell of it.

The table (`peoples.tsv` of the language's folder) has one row for each: its forms, separated by commas, and words that tell
of it, separated by spaces. A language whose folder has none knows no peoples, and no rule goes by them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files

import nutgraf.reading.languages as folders


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
def peoples_of(code: str) -> Peoples:
    """The countries and peoples of a language."""
    table = files(folders).joinpath(code, "peoples.tsv")
    keys: dict[tuple[str, ...], set[str]] = {}
    told_by: dict[str, frozenset[str]] = {}
    capitals: dict[str, set[str]] = {}
    for line in table.read_text("utf-8").splitlines() if table.is_file() else ():
        if line[0] == "#":
            continue
        forms, _, cities = line.partition("\t")
        first, *_ = each = forms.split(", ")
        for form in each:
            keys.setdefault(tuple(form.replace("-", " - ").split()), set()).add(first)
        told_by[first] = frozenset(cities.split())
        for capital in cities.split()[:1]:
            capitals.setdefault(capital, set()).add(first)
    return Peoples(
        {form: frozenset(named) for form, named in keys.items()},
        told_by,
        {capital: frozenset(named) for capital, named in capitals.items()},
        frozenset(first for first, words in told_by.items() if "continent" in words),
    )
