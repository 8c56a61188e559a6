"""How a number of things reads."""

from __future__ import annotations


def counted(number: int, noun: str, nouns: str | None = None) -> str:
    """1 quote, 2 quotes; `nouns` where the plural takes more than an s."""
    return f"{number:,} {noun if number == 1 else nouns or noun + 's'}"
