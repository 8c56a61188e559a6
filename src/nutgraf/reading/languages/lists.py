"""The named lists of a language: words that rules go by and that no class of the word table says.

`lists.tsv` of the language's folder has one row for each: its name and its words, separated by spaces, or by "|" where one is of several words. A rule whose list a
language does not have is off there.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from nutgraf.reading.languages.tables import code_of, lines_of


@cache
def lists_of(language: str) -> Mapping[str, str]:
    """The lists of a language by name, each as its row has it."""
    return dict(lines_of(code_of(language), "lists.tsv"))


@cache
def words_in_list(language: str, name: str) -> frozenset[str]:
    """The words of a list of a language; none where it has no such list."""
    return frozenset(lists_of(language).get(name, "").split())
