"""From a text to the object asked for: past thinking, fences, prose and wrappings to the last whole one.

A draft inside the thinking is never read; of an answer that was cut off, what is there. An object counts only when it
holds a pass that was asked for: garbage stays garbage.
"""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic_core import from_json

from nutgraf.asking.replies.lenient import mended, parsed, parsed_at, scrubbed
from nutgraf.parsed import is_list, is_object

TOPICS = "topics"
"""What an answer says beside its passes, once for the article."""
Shape = Mapping[str, frozenset[str]]
"""The passes asked for, each with the fields of its items."""

_WORD = r"(?:seed:)?(?:think(?:ing)?|thoughts?|reasoning|reflection|analysis|scratchpad)"
_THINKING = rf"(?P<opens><{_WORD}>|\[THINK\]|◁think▷|<\|(?:begin_of_thought|channel\|>analysis<\|message)\|>)"
_THOUGHT = rf"(?P<closes></{_WORD}>|\[/THINK\]|◁/think▷|<\|(?:end_of_thought|channel\|>final<\|message)\|>)"
_CLOSES = re.compile(_THOUGHT, re.IGNORECASE)
_MARK = re.compile(rf"{_THINKING}|{_THOUGHT}", re.IGNORECASE)
_LANDMARK = re.compile(rf"{_THINKING}|{_THOUGHT}|(?P<bracket>[{{\[])", re.IGNORECASE)
_TOKEN = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*(?:"|\\?\Z)|[{}\[\]]', re.DOTALL)
_END_MARK = re.compile(r"(?:<\|[\w ]{1,30}\|>|</s>)\Z")
_LONGEST_MARK = 34
_MOST_TRIES = 60
"""Brackets at which no value begins, after which the text is taken for prose: each costs a look at the rest."""
_MOST_VALUES = 1_000
_MOST_THOUGHTS = 4
"""Ends of thinking after which the tries are counted anew."""
_MOST_LOOKS = 60
_MOST_WRAPPED = 8


@dataclass(frozen=True)
class Opened:
    """The object that holds the passes."""

    value: dict[str, Any]
    plain: bool = False
    """The text is this object and nothing else."""
    ends_in: str | None = None
    """The pass in which it breaks off: nobody knows what else that would have held."""


def opened(text: str, shape: Shape, *, cut: bool = False) -> Opened | None:
    """The last whole object of a text that holds passes of this shape, or None.

    Args:
        text: what came back.
        shape: what was asked for.
        cut: the server says that the answer was cut off.
    """
    text = text.strip("\ufeff\x00 \t\r\n")
    try:
        value = parsed(text)
    except ValueError:
        return _sought(text, shape, cut)
    found = unwrapped(value, shape)
    return Opened(found, plain=found is value) if found is not None else None


def unwrapped(value: Any, shape: Shape) -> dict[str, Any] | None:
    """The object that holds the passes, wherever it stands in a value: in a list, under a key, in a string."""
    if (bare := _bare_items(value, shape)) is not None:
        return bare
    waiting, looks = deque([value]), 0
    while waiting and looks < _MOST_LOOKS:
        current, looks = waiting.popleft(), looks + 1
        if isinstance(current, str):
            current = _within(current)
        if is_object(current):
            if (found := _held(current, shape)) is not None:
                return found
            waiting.extend(current.values())
        elif is_list(current) and len(current) <= _MOST_WRAPPED:
            objects = [found for one in current if (found := unwrapped(one, shape)) is not None]
            if objects:
                return _together(objects)
    return None


def _bare_items(value: Any, shape: Shape) -> dict[str, Any] | None:
    """Items without the object around them, where one pass was asked for."""
    if len(shape) != 1 or not is_list(value) or not value:
        return None
    ((name, fields),) = shape.items()
    fits = all(is_object(one) and len(fields & one.keys()) * 2 > len(fields) for one in value)
    return {name: value} if fits else None


def _held(value: dict[str, Any], shape: Shape) -> dict[str, Any] | None:
    """The passes that an object holds: the object itself where they stand in it as they should."""
    if all(is_list(value.get(name)) for name in shape):
        return value
    meant = {name.casefold(): name for name in shape}
    found: dict[str, Any] = {}
    for key, one in value.items():
        name = meant.get(key.strip().casefold())
        if name is not None and (items := _items(one, shape[name])) is not None:
            found[name] = items
    if found and TOPICS in value:
        found[TOPICS] = value[TOPICS]
    return found or None


def _items(value: Any, fields: frozenset[str]) -> list[Any] | None:
    """The items of a pass: a list, a list in a string, a list under "items", one item, or null for none."""
    if isinstance(value, str):
        value = _within(value)
    if value is None:
        return []
    if is_list(value):
        return value
    if is_object(value):
        if is_list(inner := value.get("items")):
            return inner
        return [value] if fields & value.keys() else None
    return None


def _within(text: str) -> Any:
    """What a string holds, if it is an object or a list; a value that stands for nothing otherwise."""
    if not text.lstrip().startswith(("{", "[")):
        return ...
    try:
        return parsed(text)
    except ValueError:
        return ...


def _together(objects: list[dict[str, Any]]) -> dict[str, Any]:
    """Several objects as one: the last word on each pass counts."""
    return {name: items for one in objects for name, items in one.items()}


def _sought(text: str, shape: Shape, cut: bool) -> Opened | None:
    whole, broken = _pieces(text, shape)
    if whole and (broken is None or _together(whole).keys() >= shape.keys()):
        return Opened(_together(whole))
    if broken is not None and (found := _broken(text[broken:], shape, cut)) is not None:
        return found
    return Opened(_together(whole)) if whole else None


def _pieces(text: str, shape: Shape) -> tuple[list[dict[str, Any]], int | None]:
    """The objects that stand whole in a text, past the thinking, and where the first that is broken begins."""
    first_key = re.compile(r"[{\[\s]{0,80}[\"']?(?:" + "|".join(map(re.escape, shape)) + r")[\"']?\s*:", re.IGNORECASE)
    whole: list[dict[str, Any]] = []
    broken: int | None = None
    likely, at, tries, values, thoughts = False, 0, 0, 0, 0
    while (
        mark := (_LANDMARK if tries < _MOST_TRIES and values < _MOST_VALUES else _MARK).search(text, at)
    ) is not None:
        at = mark.end()
        if mark["opens"]:
            closed = _CLOSES.search(text, at)
            if closed is None:
                break  # it thinks to the end: what stands there is a draft
            at = closed.end()
        elif mark["closes"]:
            whole, broken, likely = [], None, False  # all before it was thinking
            thoughts += 1
            tries, values = (0, 0) if thoughts <= _MOST_THOUGHTS else (tries, values)
        else:
            try:
                value, at = parsed_at(text, mark.start())
            except ValueError:
                tries += 1
                if not likely:
                    likely = first_key.match(text, mark.start()) is not None
                    broken = mark.start() if likely or broken is None else broken
                continue
            values += 1
            if (found := unwrapped(value, shape)) is not None and (broken is None or found.keys() >= shape.keys()):
                whole.append(found)
    return whole, broken


def _broken(text: str, shape: Shape, cut: bool) -> Opened | None:
    """What can be read of an object with faults, or without an end."""
    text = _without_end_marks(text)
    if _closes(text) and not cut:
        found = unwrapped(mended(text), shape)
        return Opened(found) if found is not None else None
    try:
        value = scrubbed(from_json(text, allow_partial=True), text)
    except ValueError:
        value = mended(text)
    found = unwrapped(value, shape)
    if found is None:
        return None
    return Opened(found, ends_in=next(reversed(found)))


def _without_end_marks(text: str) -> str:
    text = text.rstrip("` \t\r\n")
    while (mark := _END_MARK.search(text, len(text) - _LONGEST_MARK)) is not None:
        text = text[: mark.start()].rstrip("` \t\r\n")
    return text


def _closes(text: str) -> bool:
    """True where every bracket that opens is closed again; marks that were forgotten inside strings may mislead one count, not both."""
    depth, last = 0, ""
    for token in _TOKEN.finditer(text):
        last = token[0]
        if last in "{[":
            depth += 1
        elif last in "}]":
            depth -= 1
            if depth == 0:
                return True
    if depth == 1 and last == "]" and text.endswith("]"):
        return True  # only the last brace is missing
    return text.endswith("}") and text.count("{") == text.count("}") and text.count("[") == text.count("]")


def compact(value: dict[str, Any]) -> str:
    """The object as JSON, for whoever keeps it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
