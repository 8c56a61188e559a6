"""What the texts of an item may be where a model only points: the clauses of the sentences in sight, or whole sentences."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import BaseModel

from nutgraf.reading.offers.clauses import Offer, events_offered, points_offered
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
