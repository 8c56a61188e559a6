"""What the references and words of an answer about one window may be: on a grammar server it can hold nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from pydantic import BaseModel

from nutgraf.reading import Reading
from nutgraf.reading.numbers.find import numbers_in
from nutgraf.reading.offers.offered import is_offered, offered
from nutgraf.reading.offers.words import candidates, in_clause
from nutgraf.reading.window import Window
from nutgraf.results.happened import Role, Status

_NARROWED = ("names", "times", "quantities", "places", "cues")
_NOT_ASKED = ("titles", "bodies", "sources")
"""Words that a model which only chooses among those in sight is not asked for: they would be made up."""


@dataclass(frozen=True)
class Narrowing:
    """The choices of one window, or of one clause that is offered."""

    sentences: tuple[int, ...]
    references: tuple[str, ...]
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    numbers: tuple[float, ...] | None = None
    text: str | None = None
    """The clause that a title is: one of several Narrowings, of which the model chooses."""
    statuses: tuple[Status, ...] = ()
    certain: frozenset[str] = frozenset()
    """Kinds of words that can't be left out: there is one, and no doubt about it."""
    roles: Mapping[str, tuple[Role, ...]] = field(default_factory=dict[str, tuple[Role, ...]])
    points: bool = False
    """Whether the model writes nothing: what it may leave out and could only write is left out."""
    offers: tuple[Narrowing, ...] | None = None
    """What an item may be, one for each clause that is offered; None: nothing is offered, the model writes."""


def narrowing(window: Window, reading: Reading, item: type[BaseModel], *, points: bool = False) -> Narrowing:
    """The references and words that an answer about this window can hold.

    Args:
        window: what is shown.
        reading: the article.
        item: the class of what is asked for.
        points: whether the model only points: then its titles and points are clauses that are offered.
    """
    words = {among: candidates(reading, among, window.numbers) for among in _NARROWED} | dict.fromkeys(_NOT_ASKED, ())
    references = window.tags or tuple(str(n) for n in window.citable)
    found = {
        n.value: None
        for s in window.citable
        for n in numbers_in(reading.sentence_span(s).text, reading.language)
        if n.value is not None
    }
    numbers = tuple(int(value) if value.is_integer() else value for value in found)
    plain = Narrowing(window.citable, references, words=words, numbers=numbers, points=points)
    return _offering(plain, window, reading, item) if points and is_offered(item) else plain


def _offering(plain: Narrowing, window: Window, reading: Reading, item: type[BaseModel]) -> Narrowing:
    found: list[Narrowing] = []
    for offer in offered(item, window.citable, reading):
        own = in_clause(reading, offer)
        found.append(
            replace(
                plain,
                sentences=(offer.number,),
                words={**plain.words, **own.words},
                text=offer.text,
                statuses=offer.statuses,
                certain=own.certain,
                roles=own.roles,
            )
        )
    return replace(plain, offers=tuple(found))
