"""Scores of clusterings, as the field defines them: pairs, MUC (Vilain 1995), B³ (Bagga 1998), CEAF-e (Luo 2005), CoNLL.

A clustering is a mapping from mention to the name of its cluster; gold and answer hold the same mentions.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any

Clustering = Mapping[Any, Hashable]


@dataclass(frozen=True)
class Figure:
    """Precision and recall as they add up: right of delivered, found of wanted."""

    right: float = 0.0
    delivered: float = 0.0
    found: float = 0.0
    wanted: float = 0.0

    @property
    def precision(self) -> float:
        return self.right / self.delivered if self.delivered else 0.0

    @property
    def recall(self) -> float:
        return self.found / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        precision, recall = self.precision, self.recall
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0

    def __str__(self) -> str:
        return f"{100 * self.precision:5.1f} {100 * self.recall:5.1f} {100 * self.f1:5.1f}"


def clusters(clustering: Clustering) -> list[set[Any]]:
    """The members of each cluster."""
    found: defaultdict[Hashable, set[Any]] = defaultdict(set)
    for mention, cluster in clustering.items():
        found[cluster].add(mention)
    return list(found.values())


def pairs(gold: Clustering, answer: Clustering) -> Figure:
    """Pairs of mentions in one cluster."""
    both = Counter((gold[mention], answer[mention]) for mention in gold)
    right = _pairs(both.values())
    return Figure(right, _pairs(Counter(answer.values()).values()), right, _pairs(Counter(gold.values()).values()))


def _pairs(sizes: Any) -> float:
    return sum(size * (size - 1) / 2 for size in sizes)


def muc(gold: Clustering, answer: Clustering) -> Figure:
    """Links needed to join what belongs together, less those that the other side lacks."""
    right, delivered = _links(clusters(answer), gold)
    found, wanted = _links(clusters(gold), answer)
    return Figure(right, delivered, found, wanted)


def _links(groups: list[set[Any]], other: Clustering) -> tuple[float, float]:
    kept = sum(len(group) - len({other[mention] for mention in group}) for group in groups)
    return float(kept), float(sum(len(group) - 1 for group in groups))


def b_cubed(gold: Clustering, answer: Clustering) -> Figure:
    """For each mention, how much of its cluster is right and how much of its gold cluster is there."""
    both = Counter((gold[mention], answer[mention]) for mention in gold)
    in_gold, in_answer = Counter(gold.values()), Counter(answer.values())
    right = sum(n * n / in_answer[b] for (_, b), n in both.items())
    found = sum(n * n / in_gold[a] for (a, _), n in both.items())
    return Figure(right, len(gold), found, len(gold))


def ceaf_e(gold: Clustering, answer: Clustering) -> Figure:
    """The best one-to-one matching of clusters, by 2 x common / (size + size)."""
    in_gold, in_answer = Counter(gold.values()), Counter(answer.values())
    likeness: defaultdict[Hashable, dict[Hashable, float]] = defaultdict(dict)
    for (a, b), common in Counter((gold[mention], answer[mention]) for mention in gold).items():
        likeness[a][b] = 2 * common / (in_gold[a] + in_answer[b])
    total = _best_matching(likeness)
    return Figure(total, len(in_answer), total, len(in_gold))


def _best_matching(likeness: Mapping[Hashable, Mapping[Hashable, float]]) -> float:
    """The largest sum of a one-to-one matching: component by component, Hungarian method (Kuhn 1955)."""
    columns: defaultdict[Hashable, list[Hashable]] = defaultdict(list)
    for a, row in likeness.items():
        for b in row:
            columns[b].append(a)
    left, total = set(likeness), 0.0
    while left:
        rows, waiting = list[Hashable](), [left.pop()]
        while waiting:
            rows.append(waiting.pop())
            reached = {a for b in likeness[rows[-1]] for a in columns[b]} & left
            left -= reached
            waiting += reached
        across = list(dict.fromkeys(b for a in rows for b in likeness[a]))
        total += _assigned([[likeness[a].get(b, 0.0) for b in across] for a in rows])
    return total


def _assigned(gain: list[list[float]]) -> float:
    if len(gain) > len(gain[0]):
        gain = [list(column) for column in zip(*gain, strict=True)]
    rows, columns = len(gain), len(gain[0])
    u, v, taken = [0.0] * (rows + 1), [0.0] * (columns + 1), [0] * (columns + 1)
    for row in range(1, rows + 1):
        taken[0], column = row, 0
        least, seen, before = [float("inf")] * (columns + 1), [False] * (columns + 1), [0] * (columns + 1)
        while taken[column]:
            seen[column] = True
            here, step, following = taken[column], float("inf"), 0
            for j in range(1, columns + 1):
                if not seen[j]:
                    cost = -gain[here - 1][j - 1] - u[here] - v[j]
                    if cost < least[j]:
                        least[j], before[j] = cost, column
                    if least[j] < step:
                        step, following = least[j], j
            for j in range(columns + 1):
                if seen[j]:
                    u[taken[j]] += step
                    v[j] -= step
                else:
                    least[j] -= step
            column = following
        while column:
            taken[column] = taken[before[column]]
            column = before[column]
    return sum(gain[taken[j] - 1][j - 1] for j in range(1, columns + 1) if taken[j])


def conll(gold: Clustering, answer: Clustering) -> float:
    """The mean of the F1 of MUC, B³ and CEAF-e."""
    return (muc(gold, answer).f1 + b_cubed(gold, answer).f1 + ceaf_e(gold, answer).f1) / 3
