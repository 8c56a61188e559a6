"""What a model that only points may choose: for the texts of an item the clauses or sentences in sight, for a summary its first sentences."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from pydantic import BaseModel

from nutgraf.reading.offers.antecedents import leaves_open
from nutgraf.reading.offers.clauses import Offer, events_offered, points_offered, told_in
from nutgraf.reading.offers.status import EVERY
from nutgraf.reading.reading import Reading
from nutgraf.slots import slots


def is_offered(item: type[BaseModel]) -> bool:
    """Whether a class has a text that the cited sentences must carry: a pointer gets it offered."""
    return any(slot.carried for slot in slots(item))


def offered(item: type[BaseModel], numbers: Iterable[int], reading: Reading) -> tuple[Offer, ...]:
    """What is offered of these sentences: clauses of what happens where the class has a status, else whole sentences."""
    happening = any(slot.kind == "choice" and slot.choices == EVERY for slot in slots(item))
    offers = events_offered if happening else points_offered
    return tuple(offer for number in numbers for offer in offers(reading, number))


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
