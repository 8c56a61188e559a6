"""From scored pairs to clusters: what hangs together, cut where most pairs across say no (average link)."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

Pair = tuple[int, int]


class Joined:
    """Which of n things hang together: union-find, four bytes for each thing."""

    def __init__(self, n: int) -> None:
        self._parent = array("I", range(n))

    def find(self, one: int) -> int:
        """The thing that stands for all that hang together with this one."""
        parent = self._parent
        while parent[one] != one:
            parent[one] = parent[parent[one]]
            one = parent[one]
        return one

    def join(self, one: int, other: int) -> None:
        """These two belong together."""
        one, other = self.find(one), self.find(other)
        if one != other:
            self._parent[max(one, other)] = min(one, other)


def average_link(scores: Mapping[Pair, float], least: float) -> list[list[int]]:
    """Clusters of two or more, best pairs first; two clusters become one where the mean score of all pairs across is enough.

    Args:
        scores: of the pairs that were compared; all others count as 0, and a pair below 0 keeps its two apart for good.
        least: the mean that is enough.
    """
    across: defaultdict[int, dict[int, float]] = defaultdict(dict)
    members: dict[int, list[int]] = {}
    place: dict[int, int] = {}
    for (one, other), score in scores.items():
        across[one][other] = across[other][one] = score
        for thing in (one, other):
            members.setdefault(thing, [thing])
            place.setdefault(thing, thing)
    for (one, other), score in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        if score < least:
            break
        here, there = place[one], place[other]
        if here == there:
            continue
        found = [across[a].get(b, 0.0) for a in members[here] for b in members[there]]
        if sum(found) / len(found) < least or min(found) < 0:
            continue
        for thing in members[there]:
            place[thing] = here
        members[here] += members.pop(there)
    return sorted(sorted(group) for group in members.values() if len(group) > 1)


def components(pairs: Iterable[tuple[int, int, int, float]], least: float) -> Iterator[list[int]]:
    """The clusters of each component; rows are (component, one, other, score), a component's together."""
    at: int | None = None
    scores: dict[Pair, float] = {}
    for component, one, other, score in pairs:
        if component != at and scores:
            yield from average_link(scores, least)
            scores = {}
        at = component
        scores[one, other] = score
    if scores:
        yield from average_link(scores, least)
