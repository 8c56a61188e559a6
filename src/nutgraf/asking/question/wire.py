"""What the model sees of an item class: references, words of the article and judgements - never an offset.

From a class's slots come the strict JSON schema that goes out and the pydantic class that an answer is parsed into.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, ClassVar, Literal, get_args

from pydantic import BaseModel, ConfigDict, create_model

from nutgraf.asking.question.narrowing import Narrowing
from nutgraf.results import Participant
from nutgraf.results.happened import Role, Status, Topic
from nutgraf.slots import Slot, slots

JSONSchema = dict[str, Any]

_NULL: JSONSchema = {"type": "null"}
_LONGEST_FREE_TEXT = 240
_MOST_ITEMS = 2
"""A narrowed window is a sentence or a short paragraph: it holds no more events than this, and loops end here."""
_MOST_VALUES = 4
MOST_TOPICS = 2
TOPICS: tuple[str, ...] = get_args(Topic)
STATUSES: tuple[str, ...] = get_args(Status)


def schema(
    parts: Mapping[str, type[BaseModel]],
    narrowed: Mapping[str, Narrowing] | None = None,
    *,
    topics: bool = False,
) -> JSONSchema:
    """The strict schema of an answer: an object with one list of items for each pass, and the article's topics.

    Args:
        parts: the item class of each pass.
        narrowed: what the items of each pass may hold, where the schema says so.
        topics: whether to ask what the article is about.
    """
    lists = {name: _items_of(slots(item), narrowed.get(name) if narrowed else None) for name, item in parts.items()}
    if topics:
        listed: JSONSchema = {"type": "array", "items": {"type": "string", "enum": list(TOPICS)}}
        lists["topics"] = listed | {"maxItems": MOST_TOPICS} if narrowed else listed
    return _object(lists)


def _items_of(fields: tuple[Slot, ...], narrowed: Narrowing | None) -> JSONSchema:
    if narrowed is not None and narrowed.offers is not None:
        kinds = [_items(fields, offer) for offer in narrowed.offers if not _hopeless(fields, offer)]
        return _list(_any_of(kinds), narrowed, min(len(kinds), _MOST_ITEMS))
    return _list(_items(fields, narrowed), narrowed, 0 if _hopeless(fields, narrowed) else _MOST_ITEMS)


def _hopeless(fields: tuple[Slot, ...], narrowed: Narrowing | None) -> bool:
    return any(_impossible(slot, narrowed) and not slot.optional for slot in fields)


def _any_of(kinds: Sequence[JSONSchema]) -> JSONSchema:
    return kinds[0] if len(kinds) == 1 else {"anyOf": list(kinds)} if kinds else _NULL


def _items(fields: tuple[Slot, ...], narrowed: Narrowing | None) -> JSONSchema:
    asked = (slot for slot in fields if narrowed is None or slot.kind != "date")  # who only points gives no date
    return _object({slot.name: _schema_of(slot, narrowed) for slot in asked})


def _object(properties: dict[str, JSONSchema]) -> JSONSchema:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _list(items: JSONSchema, narrowed: Narrowing | None, most: int = _MOST_VALUES) -> JSONSchema:
    found: JSONSchema = {"type": "array", "items": items}
    if narrowed:
        found["maxItems"] = most
    return found


def _schema_of(slot: Slot, narrowed: Narrowing | None) -> JSONSchema:
    found = _plain_schema(slot, narrowed)
    if slot.optional and found != _NULL and not _is_certain(slot, narrowed):
        found = _or_null(found)
    if slot.description:
        found = {**found, "description": slot.description}
    return found


def _or_null(found: JSONSchema) -> JSONSchema:
    if list(found) == ["type"]:  # the short form, in a request that a reader pays for by the token
        return {"type": [found["type"], "null"]}
    return {"anyOf": [*found.get("anyOf", (found,)), _NULL]}


def _is_certain(slot: Slot, narrowed: Narrowing | None) -> bool:
    """Whether there is one thing that the field can say, and no doubt about it."""
    inner = slot.fields[0] if slot.kind == "object" and len(slot.fields) == 1 else slot
    return narrowed is not None and inner.kind == "words" and inner.among in narrowed.certain


def _plain_schema(slot: Slot, narrowed: Narrowing | None) -> JSONSchema:
    match slot.kind:
        case "sentences":
            if narrowed:
                return _list({"enum": list(narrowed.sentences)}, narrowed, len(narrowed.sentences)) | {"minItems": 1}
            return {"type": "array", "items": {"type": "integer"}}
        case "references":
            if narrowed:
                return _list({"enum": list(narrowed.references)}, narrowed, len(narrowed.references)) | {"minItems": 1}
            return {"type": "array", "items": {"type": "string"}}
        case "words":
            if narrowed and slot.among in narrowed.words:
                choices = list(narrowed.words[slot.among])
                return {"enum": choices} if choices else _NULL
            return _free(slot, narrowed)
        case "free":
            return _free(slot, narrowed)
        case "choice" if narrowed and narrowed.statuses and slot.choices == STATUSES:
            return _one_of(narrowed.statuses)
        case "choice":
            return _one_of(slot.choices)
        case "object":
            if len(slot.fields) == 1:
                return _plain_schema(slot.fields[0], narrowed)
            return _items(slot.fields, narrowed)
        case "list" if narrowed and narrowed.text and slot.fields[0].target is Participant:
            return _participants(slot.fields[0], narrowed)
        case "list":
            inner = _schema_of(slot.fields[0], narrowed)
            return _list(inner, narrowed, 0 if _impossible(slot.fields[0], narrowed) else _MOST_VALUES)
        case "integer" | "number" if narrowed and narrowed.numbers:
            return {"enum": list(narrowed.numbers)}
        case "integer" | "number" if narrowed and narrowed.numbers is not None:
            return _NULL
        case "date":
            return {"type": "string"}
        case _:
            return {"type": {"flag": "boolean"}.get(slot.kind, slot.kind)}


def _one_of(choices: tuple[str | int, ...]) -> JSONSchema:
    words, numbers = [c for c in choices if isinstance(c, str)], [c for c in choices if not isinstance(c, str)]
    told: list[JSONSchema] = [{"type": "string", "enum": words}] if words else []
    told += [{"type": "integer", "enum": numbers}] if numbers else []
    return told[0] if len(told) == 1 else {"anyOf": told}


def _participants(slot: Slot, narrowed: Narrowing) -> JSONSchema:
    """Who takes part: of each that is named the parts that the clause leaves open."""
    named: dict[tuple[Role, ...], list[str]] = {}
    for name, roles in narrowed.roles.items():
        named.setdefault(roles, []).append(name)
    kinds = [
        _object({s.name: {"enum": names} if s.name == "name" else _one_of(roles) for s in slot.fields})
        for roles, names in named.items()
    ]
    return _list(_any_of(kinds), narrowed, min(len(narrowed.roles), _MOST_VALUES))


def _free(slot: Slot, narrowed: Narrowing | None) -> JSONSchema:
    if narrowed is None:
        return {"type": "string"}
    if slot.carried and narrowed.text is not None:
        return {"enum": [narrowed.text]}
    return _NULL if narrowed.points and slot.optional else {"type": "string", "maxLength": _LONGEST_FREE_TEXT}


def _impossible(slot: Slot, narrowed: Narrowing | None) -> bool:
    """True where a required choice of words has nothing to choose from: then the list must stay empty."""
    if narrowed is None:
        return False
    if slot.kind in ("integer", "number"):
        return not slot.optional and narrowed.numbers == ()
    if slot.kind == "words":
        return not slot.optional and slot.among in narrowed.words and not narrowed.words[slot.among]
    return slot.kind == "object" and any(_impossible(inner, narrowed) for inner in slot.fields)


class Answer(BaseModel):
    """Base of the classes that answers are parsed into; its JSON schema is made once per class."""

    model_config = ConfigDict(frozen=True, extra="ignore")
    wire_schema: ClassVar[JSONSchema] = {}

    @classmethod
    def model_json_schema(cls, *_args: Any, **_kwargs: Any) -> JSONSchema:
        """The strict schema, made once (pydantic would build it anew at every call)."""
        return cls.wire_schema


def answer_class(parts: tuple[tuple[str, type[BaseModel]], ...], *, topics: bool = False) -> type[Answer]:
    """The class that an answer to these passes is parsed into: one field of items for each pass name.

    With `topics` its schema asks, too, what the article is about.
    """
    return _answer_class(parts, topics)


@lru_cache(maxsize=64)
def _answer_class(parts: tuple[tuple[str, type[BaseModel]], ...], topics: bool) -> type[Answer]:
    """One class, and one schema, however it is asked for: by place or by name."""
    fields: dict[str, Any] = {name: (tuple[item_class(item), ...], ...) for name, item in parts}  # type: ignore[misc]
    made = create_model("Answer", __base__=Answer, **fields)
    made.wire_schema = schema(dict(parts), topics=topics)
    return made


@lru_cache(maxsize=256)
def item_class(item: type[BaseModel]) -> type[BaseModel]:
    """What one item of an answer is parsed into."""
    return _class_of(item.__name__, slots(item))


def _class_of(name: str, fields: tuple[Slot, ...]) -> type[BaseModel]:
    types_: dict[str, Any] = {slot.name: (_python_type(slot), slot.missing) for slot in fields}
    return create_model(name, __config__=ConfigDict(frozen=True, extra="ignore"), **types_)


def _python_type(slot: Slot) -> Any:
    found = _plain_type(slot)
    return found | None if slot.optional else found


def _plain_type(slot: Slot) -> Any:
    match slot.kind:
        case "sentences":
            return tuple[int, ...]
        case "references":
            return tuple[str, ...]
        case "choice":
            return Literal[slot.choices]
        case "object":
            if len(slot.fields) == 1:
                return _python_type(slot.fields[0])
            return _class_of(slot.target.__name__, slot.fields)
        case "list":
            return tuple[_python_type(slot.fields[0]), ...]  # type: ignore[misc]
        case "flag":
            return bool
        case "integer":
            return int
        case "number":
            return float
        case _:
            return str
