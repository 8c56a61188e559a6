"""How a result class travels to a model and back: its fields as `Slot`s.

Both sides read the same slots: `asking/question/wire.py` makes the schema that goes out, `checking/items/resolve.py` turns the
answer into results with spans.
"""

from __future__ import annotations

import enum
import types
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, RootModel
from pydantic.fields import FieldInfo

from nutgraf.article import Span
from nutgraf.errors import ConfigurationError
from nutgraf.results import Carried, Cited, Dated, Filled, Quote, Speaker, Words

SlotKind = Literal[
    "sentences", "references", "words", "free", "date", "integer", "number", "flag", "choice", "object", "list"
]


@dataclass(frozen=True)
class Slot:
    """One field as it travels: its name, what may stand in it, and the type it comes back to."""

    name: str
    kind: SlotKind
    optional: bool = False
    description: str | None = None
    among: str = "anything"
    """Which words of the article may stand here (see `offers.words.candidates`)."""
    choices: tuple[str | int, ...] = ()
    fields: tuple[Slot, ...] = ()
    """Fields of an object; the one inner slot of a list."""
    target: type[Any] = str
    """The type of the result's field: Span, str, Speaker, TimeRef, a nested class …"""
    carried: bool = False
    """True for free text that the cited sentences must carry."""
    missing: Any = ...
    """What stands for the field where an answer leaves it out; `...`: nothing can."""


@lru_cache(maxsize=256)
def slots(item: type[BaseModel]) -> tuple[Slot, ...]:
    """The fields of a result class that the model fills, evidence first.

    Raises:
        ConfigurationError: a field that no strict JSON schema can say; the message names it and a remedy.
    """
    return _slots(item, ())


def dated(name: str) -> str:
    """The name under which the date of a field's words travels beside them: "time_date"."""
    return f"{name}_date"


def _has_date(slot: Slot) -> bool:
    """Whether a field is words with a date beside them."""
    return slot.kind == "object" and any(Dated in inner.metadata for inner in slot.target.model_fields.values())


def _slots(item: type[BaseModel], within: tuple[type[BaseModel], ...]) -> tuple[Slot, ...]:
    """The same for a class that stands within others."""
    found: list[Slot] = []
    for name, info in item.model_fields.items():
        if any(mark is Filled or mark is Dated for mark in info.metadata):
            continue
        slot = _slot(item, name, info, (*within, item))
        found.append(slot)
        if not within and dated(name) not in item.model_fields and _has_date(slot):
            found.append(Slot(dated(name), "date", optional=True, missing=None))
    if not found:
        raise ConfigurationError(f"{item.__name__} has no field for the model to fill")
    return tuple(sorted(found, key=lambda s: s.kind not in ("sentences", "references")))


def _slot(item: type[BaseModel], name: str, info: FieldInfo, within: tuple[type[BaseModel], ...]) -> Slot:
    marks = [mark for mark in info.metadata if isinstance(mark, Words)]
    place = f"{item.__name__}.{name}"
    if name == "evidence" and issubclass(item, Cited):
        may_be_left_out = info.default == ()
        return Slot(
            name, "sentences", description=info.description, target=Span, missing=() if may_be_left_out else ...
        )
    if name == "content" and issubclass(item, Quote):
        return Slot(name, "references", description=info.description, target=Span)
    found = _typed(name, info.annotation, place, marks[0] if marks else None, info.description, within)
    missing = info.default if found.kind == "choice" and isinstance(info.default, (str, int)) else found.missing
    return replace(found, carried=any(mark is Carried for mark in info.metadata), missing=missing)


def _typed(
    name: str,
    kind: Any,
    place: str,
    words: Words | None,
    description: str | None,
    within: tuple[type[BaseModel], ...],
) -> Slot:
    kind, optional, nested = _unwrapped(kind)
    words = nested or words
    bare = Slot(name, "free", optional=optional, description=description, missing=None if optional else ...)
    if get_origin(kind) is Literal:
        given = get_args(kind)
        optional = optional or None in given
        choices = _choices(place, kind, [choice for choice in given if choice is not None])
        return replace(bare, kind="choice", choices=choices, optional=optional, missing=None if optional else ...)
    if get_origin(kind) in (tuple, list):
        inner = [a for a in get_args(kind) if a is not Ellipsis]
        if len(inner) != 1 or (get_origin(kind) is tuple and get_args(kind)[-1] is not Ellipsis):
            raise _unsayable(place, kind, "a tuple of one type and any length: tuple[X, ...]")
        return replace(bare, kind="list", fields=(_typed("item", inner[0], place, words, None, within),))
    if isinstance(bare_kind := get_origin(kind) or kind, type) and issubclass(bare_kind, Mapping):
        raise _unsayable(place, kind, "tuple[Entry, ...], where Entry is a class of two fields")
    if not isinstance(kind, type):
        raise _unsayable(place, kind, "one type, or that type | None")
    if kind is Span or (words and kind in (str, Speaker)):
        return replace(bare, kind="words", among=words.among if words else "anything", target=kind)
    leaves: dict[type[Any], SlotKind] = {str: "free", bool: "flag", int: "integer", float: "number"}
    leaf = leaves.get(kind)
    if leaf:
        return replace(bare, kind=leaf, target=kind)
    if issubclass(kind, enum.Enum):
        return replace(bare, kind="choice", choices=_choices(place, kind, [m.value for m in kind]), target=kind)
    if issubclass(kind, RootModel):
        raise _unsayable(place, kind, "the type that it holds", "a class without named fields")
    if issubclass(kind, BaseModel):
        if kind in within:
            raise _unsayable(
                place, kind, "something of a fixed depth: this class holds itself", "a class within itself"
            )
        return replace(bare, kind="object", fields=_slots(kind, within), target=kind)
    raise _unsayable(
        place, kind, "str, int, float, bool, a Literal, an Enum, Span, TimeRef or a pydantic model of these"
    )


def _unwrapped(kind: Any) -> tuple[Any, bool, Words | None]:
    """A type without `Annotated` and `| None`; whether None was allowed; the Words mark, if any."""
    words = None
    if get_origin(kind) is Annotated:
        kind, *marks = get_args(kind)
        words = next((m for m in marks if isinstance(m, Words)), None)
    if get_origin(kind) in (Union, types.UnionType):
        parts = [a for a in get_args(kind) if a is not type(None)]
        if len(parts) == 1 and len(get_args(kind)) == 2:
            inner, _, mark = _unwrapped(parts[0])
            return inner, True, words or mark
    return kind, False, words


def _choices(place: str, kind: Any, given: list[Any]) -> tuple[str | int, ...]:
    """The values of a Literal or an Enum: text and whole numbers, which a schema can list."""
    if not given or any(isinstance(choice, bool) or not isinstance(choice, (str, int)) for choice in given):
        raise _unsayable(place, kind, "a Literal or an Enum of strings or whole numbers", str(kind))
    return tuple(choice.value if isinstance(choice, enum.Enum) else choice for choice in given)


def _unsayable(place: str, kind: Any, remedy: str, shown: str | None = None) -> ConfigurationError:
    shown = shown or getattr(kind, "__name__", None) or str(kind)
    return ConfigurationError(f"{place} is {shown}, which no strict JSON schema can say; use {remedy}")
