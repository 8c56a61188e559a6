"""A kept answer, and what a place that keeps answers must do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class Stored:
    """A kept answer and what it cost when it was asked."""

    raw: str
    """The answer as JSON: its items as they were read, or as it came where something of it could not be."""
    prompt_tokens: int
    completion_tokens: int


class Store(Protocol):
    """Where answers are kept: the two methods that a backend needs. Both may raise anything; nothing is lost by it."""

    def get(self, name: str) -> Stored | None:
        """The kept answer, or None."""

    def put(self, name: str, answer: Stored) -> None:
        """Keep an answer; one under the same name is replaced."""
