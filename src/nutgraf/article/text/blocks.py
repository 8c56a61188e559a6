"""Lines and blocks of a text, by their offsets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

Offsets: TypeAlias = tuple[int, int]


def lines(text: str) -> Iterator[Offsets]:
    """The lines that hold something, without white space around them."""
    for block in blocks(text):
        yield from block


def blocks(text: str) -> Iterator[list[Offsets]]:
    """Lines that stand together, blank lines between the blocks; offsets without white space around the lines."""
    block: list[Offsets] = []
    at = 0
    for line in text.splitlines(keepends=True):
        words = line.strip()
        if words:
            first = at + len(line) - len(line.lstrip())
            block.append((first, first + len(words)))
        elif block:
            yield block
            block = []
        at += len(line)
    if block:
        yield block
