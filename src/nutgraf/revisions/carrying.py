"""Items of an older brief carried over to a newer version of its article: those that rest on sentences it still has."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeVar, cast

from pydantic import BaseModel

from nutgraf.article import Span
from nutgraf.checking.place.scripts import LETTER
from nutgraf.parsed import is_object, is_several
from nutgraf.results import Brief, Event, Point, Quote, Speaker, TimeRef
from nutgraf.revisions.sentences import Alignment

T = TypeVar("T", bound=BaseModel)


@dataclass(frozen=True)
class Carried:
    """What of a brief still holds, its spans those of the newer text; and what has to be asked about for the rest."""

    quotes: tuple[Quote, ...]
    events: tuple[Event, ...]
    points: tuple[Point, ...]
    again: frozenset[int]
    """New sentences, unchanged themselves, that an item rested on which can't be carried: they have to be asked about again."""


def carried(brief: Brief, alignment: Alignment) -> Carried:
    """Carry what can be carried.

    An item is left behind when one of its sentences changed, when a name in it stands in no sentence that was kept (a
    pronoun may mean somebody else now), or when its date was counted from a day of publication that is another one now.
    """
    mover = _Mover(brief, alignment)
    quotes, events, points = mover.all(brief.quotes), mover.all(brief.events), mover.all(brief.summary)
    return Carried(tuple(quotes), tuple(events), tuple(points), frozenset(mover.again))


class _Mover:
    def __init__(self, brief: Brief, alignment: Alignment) -> None:
        self._alignment = alignment
        self._redated = brief.article.published != alignment.new.article.published
        kept = [alignment.old.sentence_span(number).text for number in alignment.kept]
        self._kept = "\n".join([*kept, brief.article.title or ""]).casefold()
        self.again: set[int] = set()

    def all(self, items: Iterable[T]) -> list[T]:
        """Those that can be carried."""
        found: list[T] = []
        for item in items:
            try:
                found.append(cast("T", self._moved(item)))
            except _Lost:
                self._ask_again(item)
        return found

    def _moved(self, value: Any) -> Any:
        if isinstance(value, Span):
            there = self._alignment.moved(value)
            if there is None:
                raise _Lost
            return there
        if isinstance(value, TimeRef) and self._redated and value.basis in ("resolved", "model", "publication_date"):
            raise _Lost
        if isinstance(value, Speaker) and value.name and not self._stands(value.name):
            raise _Lost
        if isinstance(value, BaseModel):
            names = type(value).model_fields
            return value.model_copy(update={name: self._moved(getattr(value, name)) for name in names})
        if is_several(value):
            return tuple(self._moved(one) for one in value)
        if is_object(value):
            return {name: self._moved(one) for name, one in value.items()}
        return value

    def _stands(self, name: str) -> bool:
        last = name.rsplit(maxsplit=1)[-1].casefold()
        return re.search(rf"(?<!{LETTER}){re.escape(last)}(?!{LETTER})", self._kept) is not None

    def _ask_again(self, item: BaseModel) -> None:
        spans = item.content if isinstance(item, Quote) else getattr(item, "evidence", ())
        for span in spans:
            sentence = self._alignment.old.sentence_at(span.start)
            if sentence is not None and (there := self._alignment.kept.get(sentence.number)):
                self.again.add(there)


class _Lost(Exception):
    """An item can't be carried."""
