"""Lists of a language that have groups and sides, folded as the words of a statement are."""

from __future__ import annotations

from functools import cache

from nutgraf.checking.rules.words.wording import folded
from nutgraf.reading.languages.tables import lists_of


@cache
def groups_of(code: str, name: str) -> tuple[tuple[frozenset[str], ...], ...]:
    """The groups of a list, each as its sides: "rise grow / fall drop | win / lose" has two of two."""
    groups = folded(lists_of(code).get(name, "")).split("|")
    return tuple(tuple(frozenset(side.split()) for side in group.split("/")) for group in groups)
