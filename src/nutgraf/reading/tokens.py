"""The words and marks of a sentence or clause side by side: as written, in lower case, with their classes."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(slots=True, eq=False)  # not frozen: one is made for nearly every sentence, and freezing costs time
class Tokens(ABC):
    """What the rules of speech and those of verbs alike ask of the tokens before them."""

    raw: Sequence[str]
    low: Sequence[str]
    bits: Sequence[int]
    size: int
    """How many tokens there are."""

    def __len__(self) -> int:
        return self.size

    def of(self, at: int, classes: int) -> bool:
        """Whether there is a token `at` and it has one of these classes."""
        return 0 <= at < self.size and self.bits[at] & classes != 0

    def each(self, at: int, classes: int) -> bool:
        """Whether there is a token `at` and it has each of these classes."""
        return 0 <= at < self.size and self.bits[at] & classes == classes

    def any(self, classes: int, first: int, stop: int) -> bool:
        """Whether a token of `first:stop` has one of these classes."""
        return any(map(classes.__and__, self.bits[first:stop]))

    def is_capital(self, at: int) -> bool:
        """Whether there is a token `at` and it is written with a capital letter."""
        return 0 <= at < self.size and self.raw[at][0].isupper()

    @abstractmethod
    def is_edge(self, at: int) -> bool:
        """Whether a token parts two clauses: which marks do, is told by what the tokens are made of."""

    def clause_start(self, at: int) -> int:
        """The first token of the stretch between marks that a token stands in."""
        while at > 0 and not self.is_edge(at - 1):
            at -= 1
        return at

    def clause_end(self, at: int) -> int:
        """The token with which the stretch between marks ends that a token stands in: a mark, a quotation, or beyond the last."""
        at += 1
        while at < self.size and not self.is_edge(at):
            at += 1
        return at

    def text(self, at: int) -> str:
        """The token in lower case, "" beyond the sentence."""
        return self.low[at] if 0 <= at < self.size else ""
