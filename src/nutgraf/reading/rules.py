"""A rule of a language as a record: its name, what opens it, what it yields, and the examples that are its tests.

The engine scans a text once for whatever opens any rule and asks the rules that may begin there; what is found says which
rule found it (`nutgraf read --explain`). Nothing but the record says when a rule is tried, so that a new rule is one record.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

Finds = TypeVar("Finds", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(Generic[Finds]):
    """One rule; `examples` and `counter` stand beside it and are its tests (`tests/unit/reading/test_records.py`)."""

    name: str
    """What it looks for, in a few words; no other rule of its room has this name."""
    opens: tuple[str | int, ...] = ()
    """With what it may begin: words in lower case ("0" stands for any numeral), or classes; of bits in one number a word has all."""
    finds: Finds
    """Asked where a word that opens the rule stands; what it is given and yields is its room's affair; None: nothing."""
    examples: Mapping[str, str]
    """Sentences, each with what this rule yields there, in its room's notation."""
    counter: tuple[str, ...] = ()
    """Sentences that look like it, in which it yields nothing."""


def by_opening(rules: Iterable[Rule[Finds]]) -> dict[str, tuple[Rule[Finds], ...]]:
    """The rules that each word opens by itself, in their order."""
    table: dict[str, tuple[Rule[Finds], ...]] = {}
    for rule in rules:
        for word in rule.opens:
            if isinstance(word, str):
                table[word] = (*table.get(word, ()), rule)
    return table


def opens(rule: Rule[Finds], bits: int) -> bool:
    """Whether a word with these classes opens a rule."""
    return any(bits & asked == asked for asked in rule.opens if isinstance(asked, int))


class ByClasses(dict[int, tuple[Rule[Finds], ...]]):
    """The rules that words open by their classes; told once for each set of them."""

    def __init__(self, rules: Iterable[Rule[Finds]]) -> None:
        super().__init__()
        self._rules = tuple(rules)

    def __missing__(self, bits: int) -> tuple[Rule[Finds], ...]:
        found = self[bits] = tuple(rule for rule in self._rules if opens(rule, bits))
        return found


class Openings(Generic[Finds]):
    """The rules that may begin with each word of a text: those that it opens by itself, then those that its classes open."""

    def __init__(self, rules: Sequence[Rule[Finds]]) -> None:
        self.by_word, self._by_bits = by_opening(rules), ByClasses(rules)

    def along(self, words: Sequence[str], bits: Sequence[int]) -> Iterator[tuple[int, tuple[Rule[Finds], ...]]]:
        """The words that open any, by their place, each with its rules."""
        for at, (word, opened) in enumerate(zip(words, map(self._by_bits.__getitem__, bits), strict=True)):
            if word in self.by_word:
                yield at, self.by_word[word] + opened
            elif opened:
                yield at, opened
