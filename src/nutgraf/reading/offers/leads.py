"""Which sentences a summary begins with, where a model only points: those first that can be read alone."""

from __future__ import annotations

from itertools import groupby

from nutgraf.reading.offers.antecedents import leaves_open
from nutgraf.reading.offers.clauses import points_offered, told_in
from nutgraf.reading.reading import Reading


def leads(reading: Reading, most: int) -> list[tuple[int, ...]]:
    """The telling sentences of the first paragraphs that have any, by number, a tuple for each paragraph.

    Paragraphs in which every sentence leaves open whom it means come only where the article has too few others.

    Args:
        reading: the article.
        most: so many paragraphs.
    """
    standing: list[tuple[int, ...]] = []
    open_: list[tuple[int, ...]] = []
    for _, members in groupby(reading.sentences, key=lambda sentence: sentence.paragraph):
        telling = tuple(s.number for s in members if points_offered(reading, s.number))
        alone = tuple(number for number in telling if _stands(reading, number))
        if alone:
            standing.append(alone)
        elif telling:
            open_.append(telling)
        if len(standing) == most:
            return standing
    return sorted(standing + open_[: most - len(standing)])


def _stands(reading: Reading, number: int) -> bool:
    return any(
        not leaves_open(reading, offer.start, offer.end, told_in(reading, offer))
        for offer in points_offered(reading, number)
    )
