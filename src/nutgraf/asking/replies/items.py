"""The items of one pass, each read by itself: what is written another way is brought into ours, what can't be read is told.

One bad item costs that item: it comes back as `Unread`, with what of it could be read, so that it can be asked for again.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import PydanticUndefined

from nutgraf.asking.question.wire import item_class
from nutgraf.asking.replies.choices import chosen, is_nothing
from nutgraf.asking.replies.references import references, sentences, shown
from nutgraf.parsed import is_list, is_object
from nutgraf.slots import Slot, slots

_LONGEST_KEY = 64  # longer than any field's name, however it is spelt
_LONGEST_WORDS = 4_000
"""Characters that one field may have: a sentence of an article has a few hundred."""
_LONGEST_SHOWN = 1_000
_MOST_VALUES = 200
"""Values that a list within an item may have."""
_VALUES_AN_ITEM = 8
"""The same for all items together, on average: beyond that no answer of this length has them."""
_EMPTY: dict[str, Any] = {"sentences": (), "references": (), "list": (), "words": "", "free": "", "choice": None}


@dataclass(frozen=True)
class Unread:
    """An item that could not be read: what came, why not, and in which of its fields."""

    step: str
    given: str
    """The item as JSON, shortened."""
    reasons: tuple[str, ...]
    """What is wrong, each beginning with the path of a field."""
    fields: tuple[str, ...]
    draft: BaseModel | None
    """The item with these fields empty; None where nothing of it could be read."""

    @property
    def reason(self) -> str:
        """What is wrong, in a line."""
        return "; ".join(self.reasons)[:_LONGEST_SHOWN]


@dataclass(frozen=True)
class Note:
    """Something of an answer that was left out: a value that may be null, items beyond the limit."""

    step: str
    kind: str
    item: str
    detail: str


@dataclass
class Items:
    """What the list of one pass came to."""

    read: list[BaseModel] = field(default_factory=list[BaseModel])
    unread: list[Unread] = field(default_factory=list[Unread])
    notes: list[Note] = field(default_factory=list[Note])

    @property
    def lost(self) -> bool:
        """True where there were items and nothing of any could be read."""
        return bool(self.unread) and not self.read and all(one.draft is None for one in self.unread)


def read_items(step: str, item: type[BaseModel], given: Sequence[Any], *, most: int) -> Items:
    """Read the items of a pass, `most` of them at most."""
    found, values, seen = Items(), 0, 0
    for one in given[:most]:
        if values > most * _VALUES_AN_ITEM:
            break
        reader, seen = _Reader(step, item), seen + 1
        made = reader.made(one)
        values += reader.values
        found.notes += reader.notes
        if isinstance(made, Unread):
            found.unread.append(made)
        else:
            found.read.append(made)
    if len(given) > seen:
        detail = f"{len(given)} items were given, more than an answer of this length holds; the first {seen} were read"
        found.notes.append(Note(step, "too_many_items", step, detail))
    return found


class _Unfit(Exception):
    """A value that says nothing in its place."""


_MISSING: Any = object()


class _Reader:
    """Reads one item of a class."""

    def __init__(self, step: str, item: type[BaseModel]) -> None:
        self.notes: list[Note] = []
        self.values = 0
        self._step = step
        self._item = item
        self._label = step

    def made(self, given: Any) -> BaseModel | Unread:
        """The item as the checks take it."""
        fields = slots(self._item)
        if isinstance(given, str):
            given = _in_its_main_field(given, fields)
        if not is_object(given):
            return self._unread(given, ["it is no object"], tuple(slot.name for slot in fields), None)
        given = _by_field(given, fields)
        self._label = _label(given) or self._step
        values: dict[str, Any] = {}
        reasons: dict[str, str] = {}
        for slot in fields:
            try:
                values[slot.name] = self._value(slot, given.get(slot.name, _MISSING), self._item)
            except _Unfit as unfit:
                reasons[slot.name] = f"{slot.name}: {unfit}"
        kind = item_class(self._item)
        if not reasons:
            try:
                return kind.model_validate(values)
            except ValidationError as invalid:
                for error in invalid.errors(include_url=False, include_input=False, include_context=False):
                    path = ".".join(str(part) for part in error["loc"])
                    reasons.setdefault(str(error["loc"][0]), f"{path}: {error['msg']}")
        drafted = any(values.get(slot.name) and given.get(slot.name) for slot in fields if slot.name not in reasons)
        empty = {slot.name: _EMPTY.get(slot.kind) for slot in fields if slot.name in reasons}
        draft = kind.model_construct(**_validated(kind, values, reasons), **empty) if drafted else None
        return self._unread(given, list(reasons.values()), tuple(reasons), draft)

    def _unread(self, given: Any, reasons: list[str], fields: tuple[str, ...], draft: BaseModel | None) -> Unread:
        told = _as_json(given)
        told = told if len(told) <= _LONGEST_SHOWN else told[: _LONGEST_SHOWN - 1] + "…"
        return Unread(self._step, told, tuple(reasons), fields, draft)

    def _value(self, slot: Slot, given: Any, owner: type[Any] | None = None) -> Any:
        if is_nothing(given) and (slot.optional or slot.kind not in ("words", "free", "sentences", "references")):
            given = None
        if given is _MISSING or given is None:
            return _nothing_in(slot, owner, missing=given is _MISSING)
        match slot.kind:
            case "sentences" | "references":
                return self._pointed(slot, given)
            case "choice":
                return self._choice(slot, given, owner)
            case "words" | "free":
                return _words(slot, given)
            case "date":
                return given if isinstance(given, str) else None
            case "integer" | "number":
                return _number(given)
            case "list":
                return self._list(slot.fields[0], given)
            case "object":
                return self._object(slot, given)
            case _:
                return given

    def _pointed(self, slot: Slot, given: Any) -> tuple[Any, ...]:
        found, odd = sentences(given) if slot.kind == "sentences" else references(given)
        if odd:
            what = "sentence number" if slot.kind == "sentences" else "reference"
            detail = f"{', '.join(odd[:5])} is no {what}"
            if not found:
                raise _Unfit(detail)
            self.notes.append(Note(self._step, "unknown_reference", self._label, f"{slot.name}: {detail}"))
        return tuple(found)

    def _choice(self, slot: Slot, given: Any, owner: type[Any] | None) -> Any:
        found = chosen(given, slot.choices)
        if found is not None:
            return found
        value, default = shown(given), _default(owner, slot)
        if not slot.optional and default is PydanticUndefined:
            raise _Unfit(f"{value} is none of {', '.join(map(str, slot.choices))}")
        left = None if slot.optional else default
        self.notes.append(
            Note(self._step, "unknown_choice", self._label, f"{slot.name}: {value} is none of those there are")
        )
        return left

    def _list(self, inner: Slot, given: Any) -> tuple[Any, ...]:
        values = given if is_list(given) else [given]
        if len(values) > _MOST_VALUES:
            raise _Unfit(f"{len(values)} values")
        self.values += len(values)
        return tuple(self._value(inner, one) for one in values if one is not None and one != "")

    def _object(self, slot: Slot, given: Any) -> Any:
        if len(slot.fields) == 1:
            (inner,) = slot.fields
            if is_object(given):
                given = _by_field(given, slot.fields).get(inner.name, given)
            return self._value(inner, given)
        if isinstance(given, str):
            given = _in_its_main_field(given, slot.fields)
        if not is_object(given):
            raise _Unfit(f"{shown(given)} is no object")
        given = _by_field(given, slot.fields)
        return {inner.name: self._value(inner, given.get(inner.name, _MISSING), slot.target) for inner in slot.fields}


def _validated(kind: type[BaseModel], values: dict[str, Any], reasons: dict[str, str]) -> dict[str, Any]:
    """The readable fields as the class holds them: nested objects as objects, lists as tuples."""
    found: dict[str, Any] = {}
    for name, value in values.items():
        if name not in reasons:
            checked = kind.__pydantic_validator__.validate_assignment(kind.model_construct(), name, value)
            found[name] = checked.__dict__[name]
    return found


def _default(owner: type[Any] | None, slot: Slot) -> Any:
    """What the class has where nothing is given."""
    info = getattr(owner, "model_fields", {}).get(slot.name)
    return PydanticUndefined if info is None else info.get_default(call_default_factory=True)


def _nothing_in(slot: Slot, owner: type[Any] | None, *, missing: bool) -> Any:
    """What stands where nothing was given: null where it may, an empty list, the class's own default."""
    if slot.optional or slot.missing is not ...:
        return None if slot.optional else slot.missing
    if slot.kind == "list":
        return ()
    default = _default(owner, slot)
    if isinstance(default, (str, int, float)) and slot.kind in ("free", "integer", "number", "flag"):
        return default
    raise _Unfit("it is missing" if missing else "it is null")


def _words(slot: Slot, given: Any) -> Any:
    if is_object(given):  # {"text": "Oslo"}
        texts = [one for one in given.values() if isinstance(one, str)]
        given = texts[0] if len(texts) == 1 else given
    elif is_list(given) and given and all(isinstance(one, str) for one in given):
        given = ", ".join(given)
    elif slot.kind == "words" and isinstance(given, (int, float)) and not isinstance(given, bool):
        given = str(given) if abs(given) < 10**12 else given
    if not isinstance(given, str):
        raise _Unfit(f"{shown(given)} is no text")
    if len(given) > _LONGEST_WORDS:
        raise _Unfit(f"{len(given)} characters are more than {_LONGEST_WORDS}")
    return given


def _number(given: Any) -> Any:
    if isinstance(given, str):
        plain = given.strip().replace(",", "")
        try:
            given = float(plain) if len(plain) < 30 else given
        except ValueError:
            raise _Unfit(f"{shown(given)} is no number") from None
    if isinstance(given, (int, float)) and not -1e15 < given < 1e15:  # not a number is none of both
        raise _Unfit(f"{shown(given)} is no number that an article gives")
    return given


def _in_its_main_field(given: str, fields: tuple[Slot, ...]) -> Any:
    """A string where an object was asked for: its first field that takes words."""
    main = next((slot.name for slot in fields if slot.kind in ("words", "free")), None)
    return {main: given} if main else given


def _by_field(given: dict[str, Any], fields: tuple[Slot, ...]) -> dict[str, Any]:
    """The values by the names of the fields, however a model spells those: "Title", "asserted by"."""
    if given.keys() <= {slot.name for slot in fields}:
        return given
    known = {_bare(slot.name): slot.name for slot in fields}
    return {known.get(_bare(key), key) if len(key) <= _LONGEST_KEY else key: value for key, value in given.items()}


@lru_cache(maxsize=512)
def _bare(name: str) -> str:
    return "".join(c for c in name.casefold() if c.isalnum())


def _as_json(given: Any) -> str:
    try:
        return json.dumps(given, ensure_ascii=False, default=str)
    except ValueError:  # a number of more digits than Python writes
        return "{…}"


def _label(given: dict[str, Any]) -> str:
    for name in ("title", "text", "content", "name"):
        if value := given.get(name):
            return shown(value)
    return ""
