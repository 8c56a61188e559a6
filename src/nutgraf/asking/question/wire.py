"""What the model sees of an item class: references, words of the article and judgements - never an offset.

From a class's slots come the strict JSON schema that goes out and the pydantic class that an answer is parsed into.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, ClassVar, Literal, get_args

from pydantic import BaseModel, ConfigDict, create_model

from nutgraf.reading import Reading
from nutgraf.reading.numbers.find import numbers_in
from nutgraf.reading.window import Window
from nutgraf.results.happened import Topic
from nutgraf.slots import Slot, slots

JSONSchema = dict[str, Any]

_NULL: JSONSchema = {"type": "null"}
_LONGEST_FREE_TEXT = 240
_MOST_ITEMS = 2
"""A narrowed window is a sentence or a short paragraph: it holds no more events than this, and loops end here."""
_MOST_VALUES = 4
_NARROWED = ("names", "times", "quantities", "places", "cues")
_NOT_ASKED = ("titles", "bodies", "sources")
"""Words that a model which only chooses among those in sight is not asked for: they would be made up."""
MOST_TOPICS = 2
TOPICS: tuple[str, ...] = get_args(Topic)


@dataclass(frozen=True)
class Narrowing:
    """What the references and words of one window may be: on a grammar server the answer can hold nothing else."""

    sentences: tuple[int, ...]
    references: tuple[str, ...]
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    numbers: tuple[float, ...] | None = None


def narrowing(window: Window, reading: Reading) -> Narrowing:
    """The references and words that an answer about this window can hold."""
    words = {among: reading.candidates(among, window.numbers) for among in _NARROWED} | dict.fromkeys(_NOT_ASKED, ())
    references = window.tags or tuple(str(n) for n in window.citable)
    found = {
        n.value: None
        for s in window.citable
        for n in numbers_in(reading.sentence_span(s).text, reading.language)
        if n.value is not None
    }
    numbers = tuple(int(value) if value.is_integer() else value for value in found)
    return Narrowing(sentences=window.citable, references=references, words=words, numbers=numbers)


def schema(
    parts: Mapping[str, type[BaseModel]], narrowed: Narrowing | None = None, *, topics: bool = False
) -> JSONSchema:
    """The strict schema of an answer: an object with one list of items for each pass, and the article's topics."""
    lists = {name: _items_of(slots(item), narrowed) for name, item in parts.items()}
    if topics:
        lists["topics"] = _list({"type": "string", "enum": list(TOPICS)}, narrowed, MOST_TOPICS)
    return _object(lists)


def _items_of(fields: tuple[Slot, ...], narrowed: Narrowing | None) -> JSONSchema:
    hopeless = any(_impossible(slot, narrowed) and not slot.optional for slot in fields)
    return _list(_items(fields, narrowed), narrowed, 0 if hopeless else _MOST_ITEMS)


def _items(fields: tuple[Slot, ...], narrowed: Narrowing | None) -> JSONSchema:
    return _object({slot.name: _schema_of(slot, narrowed) for slot in fields})


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
    if slot.optional and found != _NULL:
        found = {"anyOf": [*found.get("anyOf", (found,)), _NULL]}
    if slot.description:
        found = {**found, "description": slot.description}
    return found


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
            return _free(narrowed)
        case "free":
            return _free(narrowed)
        case "choice":
            return _one_of(slot.choices)
        case "object":
            if len(slot.fields) == 1:
                return _plain_schema(slot.fields[0], narrowed)
            return _items(slot.fields, narrowed)
        case "list":
            inner = _schema_of(slot.fields[0], narrowed)
            return _list(inner, narrowed, 0 if _impossible(slot.fields[0], narrowed) else _MOST_VALUES)
        case "integer" | "number" if narrowed and narrowed.numbers:
            return {"enum": list(narrowed.numbers)}
        case "integer" | "number" if narrowed and narrowed.numbers is not None:
            return _NULL
        case _:
            return {"type": {"flag": "boolean"}.get(slot.kind, slot.kind)}


def _one_of(choices: tuple[str | int, ...]) -> JSONSchema:
    words, numbers = [c for c in choices if isinstance(c, str)], [c for c in choices if not isinstance(c, str)]
    told: list[JSONSchema] = [{"type": "string", "enum": words}] if words else []
    told += [{"type": "integer", "enum": numbers}] if numbers else []
    return told[0] if len(told) == 1 else {"anyOf": told}


def _free(narrowed: Narrowing | None) -> JSONSchema:
    return {"type": "string", "maxLength": _LONGEST_FREE_TEXT} if narrowed else {"type": "string"}


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


@lru_cache(maxsize=64)
def answer_class(parts: tuple[tuple[str, type[BaseModel]], ...], *, topics: bool = False) -> type[Answer]:
    """The class that an answer to these passes is parsed into: one field of items for each pass name.

    With `topics` its schema asks, too, what the article is about.
    """
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
