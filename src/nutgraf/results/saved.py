"""Briefs read back from their JSON: with the classes that made them, or with none at hand."""

from __future__ import annotations

from functools import lru_cache
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ValidationError, create_model
from pydantic_core import from_json

from nutgraf.article import Span
from nutgraf.errors import ArticleError
from nutgraf.parsed import is_list, is_object
from nutgraf.results.brief import Brief
from nutgraf.results.happened import Cited, Event, Participant, Quantity, TimeRef
from nutgraf.results.said import Quote, Speaker

_NOUNS: tuple[type[BaseModel], ...] = (Span, TimeRef, Quantity, Participant, Speaker)


def brief_of_any_class(json: str | bytes) -> Brief:
    """A brief whose own fields and passes are known by its JSON alone, for tables and pages.

    What a class of the user's own adds comes back as what it looks like: spans, times, quantities, speakers, plain values.

    Raises:
        ArticleError: the JSON is no brief.
    """
    try:
        record = from_json(json)
    except ValueError as error:
        raise ArticleError(f"this is no brief (JSON: {error})") from None
    if not is_object(record):
        raise ArticleError("this is no brief (JSON: it is no object)")
    own = record.get("items")
    items = {name: _class_of(found) for name, found in own.items()} if is_object(own) else {}
    event, quote = _like(Event, record.get("events")), _like(Quote, record.get("quotes"))
    return Brief.load(json, event=event, quote=quote, items=items)


def _class_of(found: object) -> type[Any]:
    """The class that items of a pass of the user's own derive from, by the fields that they have."""
    fields = _fields(found)
    for kind in (Quote, Event):
        if fields.keys() >= {name for name, field in kind.model_fields.items() if field.is_required()}:
            return _like(kind, found)
    return _like(Cited, found)


def _like(base: Any, found: object) -> type[Any]:
    made: type[Any] = _with(
        base, tuple(name for name in _fields(found) if name not in base.model_fields and name != "topic")
    )
    return made


def _fields(found: object) -> dict[str, None]:
    """The names of the items' fields, in their order."""
    return dict.fromkeys(name for item in found if is_object(item) for name in item) if is_list(found) else {}


@lru_cache(maxsize=64)
def _with(base: Any, names: tuple[str, ...]) -> Any:
    if not names:
        return base
    fields: dict[str, Any] = {name: (Annotated[Any, BeforeValidator(_noun)], None) for name in names}
    return create_model(base.__name__, __base__=base, **fields)


def _noun(value: object) -> Any:
    """A value of JSON as the noun whose fields it has."""
    if is_list(value):
        return tuple(_noun(below) for below in value)
    if not is_object(value):
        return value
    for noun in _NOUNS:
        if value.keys() == noun.model_fields.keys():
            try:
                return noun.model_validate(value)
            except ValidationError:
                break
    return {name: _noun(below) for name, below in value.items()}
