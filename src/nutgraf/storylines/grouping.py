"""Which happenings make one story: those that the same articles tell of, around the one that most of them tell."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

_FURTHEST = 30
"""What lies further from the story's main happening is told as background, and is a story of its own."""
_SHARED = 2


@dataclass(frozen=True, slots=True)
class Cluster:
    """One happening: its events (by number), the articles that tell it, its day."""

    events: tuple[int, ...]
    articles: frozenset[int]
    day: int | None = None


def grouped(clusters: Sequence[Cluster]) -> list[list[Cluster]]:
    """Stories, each with its main happening first.

    The happening that most articles tell is the main one of its story; another belongs to it where two or more articles,
    and half or more of those that tell it, tell the main one too. A happening hangs on the main one and never on another
    that does, so that a long-running affair does not become one endless story.
    """
    order = sorted(clusters, key=lambda c: (-len(c.articles), -len(c.events), c.events))
    stories: list[list[Cluster]] = []
    told_by: defaultdict[int, list[int]] = defaultdict(list)
    for cluster in order:
        shared = Counter(story for article in cluster.articles for story in told_by[article])
        fitting = [
            (count, -story)
            for story, count in shared.items()
            if count >= _SHARED and 2 * count >= len(cluster.articles) and _near(stories[story][0], cluster)
        ]
        if fitting:
            stories[-max(fitting)[1]].append(cluster)
            continue
        for article in cluster.articles:
            told_by[article].append(len(stories))
        stories.append([cluster])
    return stories


def _near(one: Cluster, other: Cluster) -> bool:
    return one.day is None or other.day is None or abs(one.day - other.day) <= _FURTHEST
