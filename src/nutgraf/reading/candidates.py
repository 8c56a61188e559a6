"""The words of an article that a field of an answer may hold, where a model is given choices."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from nutgraf.reading.names.descriptions import descriptions

if TYPE_CHECKING:
    from nutgraf.reading.reading import Reading

MOST_CANDIDATES = 25
"""A longer list of choices slows a grammar-bound model down more than it helps."""


def candidates(reading: Reading, among: str, numbers: Sequence[int]) -> tuple[str, ...]:
    """What `Reading.candidates` answers."""
    ranges = [(reading.sentences[n - 1].start, reading.sentences[n - 1].end) for n in numbers]

    def inside(start: int, end: int) -> bool:
        return any(low <= start and end <= high for low, high in ranges)

    text = reading.article.text
    named = [n for n in reading.names if inside(n.start, n.end)]
    found: list[str]
    match among:
        case "times":
            found = [t.span.text for t in reading.times if t.span and inside(t.span.start, t.span.end)]
        case "quantities":
            found = [q.span.text for q in reading.quantities if inside(q.span.start, q.span.end)]
        case "places":
            found = [n.text for n in named if n.kind in ("place", "other")]
        case "cues":
            found = [text[slice(*a.cue)] for a in reading.attributions if a.cue and inside(*a.cue)]
        case _:
            described = [text[a:b] for n in numbers for a, b in descriptions(text, reading.sentences[n - 1])]
            found = [n.text for n in named if n.kind != "place"] + [n.text for n in named if n.kind == "place"]
            found += described
    return tuple(dict.fromkeys(found))[:MOST_CANDIDATES]
