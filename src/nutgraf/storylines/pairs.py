"""Are two events one? By rules: sure that they are not, or a probability from what they have in common.

The weights are a logistic regression on pairs of the training part of ECB+ (`benchmarks/stories.py --fit`). That corpus
has neither dates of publication nor roles: what follows from time, status and roles are rules of their own, each with the
case that it is for.
"""

from __future__ import annotations

import math
import operator
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from nutgraf.storylines.notes import Note
from nutgraf.storylines.weights import Frequencies

SAME, UNSURE = 0.35, 0.25
"""From the first on two events are one; between the two a judge is asked; below they are two."""
SURE = 0.9
"""From here on no judge is asked."""
LONGEST_GAP = 3
"""Days: two papers that tell of one event may disagree about its day by this much; more, and they tell of two."""
_SAME_START = 5
"""Letters in which a country and its people agree."""
_NEWS_FADES = 14
"""Days: a thing without a date of its own happened near the day it is told; two told further apart are two, or one recalled."""
_WEIGHTS = {
    "bias": -4.45,
    "deeds": 1.42,
    "deeds_alike": 1.36,
    "articles": 2.18,
    "names": 0.65,
    "within": -2.05,
    "deeds x articles": 4.34,
}


FEATURES = tuple(_WEIGHTS)


@dataclass(frozen=True, slots=True)
class Topic:
    """What an article is about: its terms with their weights, and the length of that vector."""

    weights: Mapping[str, float]
    norm: float

    def likeness(self, other: Topic) -> float:
        """Cosine of the two articles: 0 to 1."""
        if not self.norm or not other.norm:
            return 0.0
        common = sum(weight * weight for term, weight in self.weights.items() if term in other.weights)
        return common / (self.norm * other.norm)


def topic(terms: Sequence[str], frequencies: Frequencies) -> Topic:
    """The topic of an article with these terms."""
    weights = {term: frequencies.weight(term) for term in terms}
    return Topic(weights, math.sqrt(sum(weight * weight for weight in weights.values())))


class Scale:
    """Weighs what two events have in common by how rare it is among all events at hand."""

    def __init__(self, frequencies: Frequencies) -> None:
        self._weight: Callable[[str], float] = lru_cache(maxsize=1 << 17)(frequencies.weight)

    def probability(self, one: Note, other: Note, articles: float) -> float:
        """That two events are one, 0 to 1; -1 where nothing may join them, whatever speaks for it by way of others.

        `articles` is the likeness of the articles that tell them.
        """
        if mirrored(one, other):
            return -1.0
        if far_apart(one, other):
            return 0.0
        found = self.features(one, other, articles)
        total = sum(map(operator.mul, _WEIGHTS.values(), found)) + _particulars(one, other)
        total += min(1.0, 2 * found[1]) * self._taking_part(one, other)  # one doer's two deeds are two events
        return 1 / (1 + math.exp(-total))

    def features(self, one: Note, other: Note, articles: float) -> tuple[float, ...]:
        """What the regression weighs, in the order of its weights."""
        common = frozenset(one.deeds).intersection(other.deeds)
        deeds = self._overlap(common, one.deeds, other.deeds)
        alike = self._jaccard(common, one.deeds, other.deeds)
        within = one.article == other.article
        return (1.0, deeds, alike, articles, self._cosine(one.names, other.names), float(within), deeds * articles)

    def _taking_part(self, one: Note, other: Note) -> float:
        """What those who take part, and the place, add or take away; nothing where either event names nobody."""
        if not one.own or not other.own:
            return 0.0
        return 1.5 * self._cosine(one.own, other.own) if set(one.own) & set(other.own) else -0.5

    def _sum(self, words: Collection[str]) -> float:
        return sum(map(self._weight, words))

    def _overlap(self, common: Collection[str], one: Collection[str], other: Collection[str]) -> float:
        return self._sum(common) / max(1e-9, min(self._sum(one), self._sum(other))) if common else 0.0

    def _jaccard(self, common: Collection[str], one: Collection[str], other: Collection[str]) -> float:
        return self._sum(common) / max(1e-9, self._sum({*one, *other})) if common else 0.0

    def _cosine(self, one: Collection[str], other: Collection[str]) -> float:
        common = frozenset(one).intersection(other)
        if not common:
            return 0.0
        return self._squares(common) / math.sqrt(self._squares(one) * self._squares(other))

    def _squares(self, words: Collection[str]) -> float:
        return sum(self._weight(word) ** 2 for word in words) or 1e-9


def _particulars(one: Note, other: Note) -> float:
    """What days and figures add or take away."""
    total = 0.0
    if one.start is not None and other.start is not None:
        total += 0.8 if gap(one, other) == 0 else -0.5 * gap(one, other)
    if set(one.numbers) & set(other.numbers):
        total += 0.4  # another figure takes nothing away: papers count differently
    return total


def far_apart(one: Note, other: Note) -> bool:
    """Days that the words fix and that lie too far apart; where no words fix any, days of publication that do."""
    if one.start is not None and other.start is not None:
        return gap(one, other) > LONGEST_GAP
    if one.start is None and other.start is None and one.published is not None and other.published is not None:
        return abs(one.published - other.published) > _NEWS_FADES
    return False


def mirrored(one: Note, other: Note) -> bool:
    """Each side's own deed: one does to the other what the other does to the one, or each tells of what itself did.

    Two armies that each say how many drones they shot down tell two facts.
    """
    if not one.actors or not other.actors or _meet(one.actors, other.actors):
        return False
    if _meet(one.actors, other.recipients) and _meet(other.actors, one.recipients):
        return True
    return _meet(one.actors, one.claimed_by) and _meet(other.actors, other.claimed_by)


def _meet(some: Collection[str], others: Collection[str]) -> bool:
    """True where two names have a word in common; a country and its people ("Varania", "Varanian") have."""
    starts = {word[:_SAME_START] for word in some}
    return any(word[:_SAME_START] in starts for word in others)


def gap(one: Note, other: Note) -> int:
    """Days between two events; 0 where their days overlap."""
    if one.start is None or other.start is None:
        return 0
    one_end, other_end = one.end or one.start, other.end or other.start
    return max(0, other.start - one_end, one.start - other_end)
