"""Measures over ranges of characters: exact boundaries, likeness, and pairing each with one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

from nutgraf.results import Rates, Ratio

Range: TypeAlias = tuple[int, int]
Pieces: TypeAlias = Sequence[Range]
Likeness: TypeAlias = Callable[[Pieces, Pieces], bool]
HALF = 0.5
"""Intersection over union from which two passages count as the same (PolNeAR's agreement on indirect content is about this)."""


def shared(one: Pieces, other: Pieces) -> int:
    """How many characters two lists of ranges have in common; the ranges of each do not overlap."""
    return sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in one for b in other)


def length(pieces: Pieces) -> int:
    """Characters of a list of ranges that do not overlap."""
    return sum(end - start for start, end in pieces)


def union_share(one: Pieces, other: Pieces) -> float:
    """Intersection over union, 0 to 1."""
    common = shared(one, other)
    return common / (length(one) + length(other) - common) if common else 0.0


def half_alike(one: Pieces, gold: Pieces) -> bool:
    """True from half their union on."""
    return union_share(one, gold) >= HALF


def exact(spans: Iterable[Range], gold: Iterable[Range], *, complete: bool = True) -> tuple[Rates, list[Range]]:
    """Spans with exactly the gold's boundaries. Those that touch no gold count only if it is complete; they are returned."""
    found, wanted = set(spans), set(gold)
    more = sorted(span for span in found if not any(shared([span], [one]) for one in wanted))
    same = len(found & wanted)
    return Rates(Ratio(same, len(found) - (0 if complete else len(more))), Ratio(same, len(wanted))), more


def alike(found: Sequence[Pieces], wanted: Sequence[Pieces], others: Sequence[Pieces], likeness: Likeness) -> Rates:
    """Recall over `wanted`; precision against these and `others`, which need not be found."""
    right = sum(any(likeness(one, gold) for gold in (*wanted, *others)) for one in found)
    met = sum(any(likeness(one, gold) for one in found) for gold in wanted)
    return Rates(Ratio(right, len(found)), Ratio(met, len(wanted)))


def paired(stages: Iterable[tuple[Sequence[Sequence[bool]], Iterable[int]]]) -> dict[int, int]:
    """Pair rows with columns, each once, as many as possible (augmenting paths); earlier stages go first.

    Args:
        stages: which row fits which column, and the rows that are paired by that.

    Returns:
        The column of each row that has one.
    """
    taken: dict[int, int] = {}

    def place(row: int, fits: Sequence[Sequence[bool]], seen: set[int]) -> bool:
        for column, fit in enumerate(fits[row]):
            if fit and column not in seen:
                seen.add(column)
                if column not in taken or place(taken[column], fits, seen):
                    taken[column] = row
                    return True
        return False

    for fits, rows in stages:
        for row in rows:
            if row not in taken.values():
                place(row, fits, set())
    return {row: column for column, row in taken.items()}


def same_speaker(name: str | None, wanted: str | None, mention: str | None) -> bool:
    """True when a delivered name is the gold's fullest name; where the gold has none, no name or words of its mention.

    Args:
        name: as delivered.
        wanted: the gold's name.
        mention: the gold's words for a speaker without a name.
    """
    given, meant = _plain(name), _plain(wanted)
    if not meant:
        beside = _plain(mention)
        return not given or given in beside if beside else not given
    return bool(given) and f" {meant} " in f" {given} "


def _plain(name: str | None) -> str:
    words = (name or "").lower().replace("’", "'").split()
    return " ".join(words[1:] if words[:1] and words[0] in {"the", "a", "an"} else words)
