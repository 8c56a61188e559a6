"""Every span that an item holds, wherever in its fields: the tie between what is told and the article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from nutgraf.parsed import is_object, is_several
from nutgraf.results import Quote, Span


def spans_of(item: BaseModel) -> Iterator[tuple[str, Span]]:
    """The spans below an item, each with the name of the item's field that holds it, in the order of the fields."""
    for name in type(item).model_fields:
        for span in _within(getattr(item, name)):
            yield name, span


def carrier(item: BaseModel) -> str:
    """The field that carries the item: a quote stands on its content, everything else on its evidence."""
    return "content" if isinstance(item, Quote) else "evidence"


def _within(value: Any) -> Iterator[Span]:
    if isinstance(value, Span):
        yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _within(getattr(value, name))
    elif is_several(value):
        for below in value:
            yield from _within(below)
    elif is_object(value):
        for below in value.values():
            yield from _within(below)
