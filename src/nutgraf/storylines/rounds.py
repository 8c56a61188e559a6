"""Which pairs a judge has to be asked: those whose answer does not follow from what is known already.

What is one with one and the same is one (transitive closure), and two groups that were told apart once need no second
question. So pairs are asked in rounds, the least sure first, and of those that would link the same two groups one
(Wang and others 2013, "Leveraging transitive relations for crowdsourced joins").
"""

from __future__ import annotations

from collections.abc import Iterable

from nutgraf.storylines.clustering import Joined

Pair = tuple[int, int]


class Rounds:
    """What a judge, and rules that were sure, have said so far.

    Args:
        n: how many events there are.
        sure: pairs that are one without asking.
    """

    def __init__(self, n: int, sure: Iterable[Pair]) -> None:
        self._joined = Joined(n)
        for one, other in sure:
            self._joined.join(one, other)
        self._apart: set[Pair] = set()
        self._asked: set[Pair] = set()

    def next(self, pairs: Iterable[Pair], most: int) -> list[Pair]:
        """So many of these pairs that have to be asked, no two about the same two groups."""
        self._apart = {self._groups(pair) for pair in self._apart}
        found: list[Pair] = []
        busy: set[Pair] = set()
        for pair in pairs:
            groups = self._groups(pair)
            if groups[0] == groups[1] or groups in self._apart or groups in busy or pair in self._asked:
                continue
            busy.add(groups)
            found.append(pair)
            if len(found) == most:
                break
        self._asked.update(found)
        return found

    def said(self, pair: Pair, verdict: bool | None) -> None:
        """Take a verdict; None says nothing about other pairs."""
        if verdict:
            self._joined.join(*pair)
        elif verdict is False:
            self._apart.add(self._groups(pair))

    def follows(self, pair: Pair) -> bool:
        """True when a pair is one, by verdicts or because it follows from them."""
        groups = self._groups(pair)
        return groups[0] == groups[1]

    def _groups(self, pair: Pair) -> Pair:
        one, other = self._joined.find(pair[0]), self._joined.find(pair[1])
        return (one, other) if one < other else (other, one)
