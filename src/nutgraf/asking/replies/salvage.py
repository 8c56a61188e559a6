"""What can be kept of an answer that failed as a whole: the parts of some passes may be sound."""

from __future__ import annotations

import json
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import from_json

from nutgraf.asking.question import wire
from nutgraf.asking.question.asked import complaint
from nutgraf.errors import ReplyInvalid
from nutgraf.parsed import is_object

Part = tuple[str, type[BaseModel]]


def sound_parts(parts: tuple[Part, ...], error: ReplyInvalid) -> dict[str, str]:
    """The parts that fit their schema, as answers of their own (JSON), by pass.

    Of an answer that was cut off, the part in which it ends is not sound: nobody knows what else it would have held.
    """
    try:
        given: Any = from_json(error.raw or "null", allow_partial=True)
    except ValueError:
        return {}
    if not is_object(given):
        return {}
    whole = list(given)[:-1] if _ends_early(error) else list(given)
    found: dict[str, str] = {}
    for part in parts:
        name = part[0]
        if name in whole and _flaw(part, given) is None:
            found[name] = json.dumps({name: given[name]}, ensure_ascii=False, separators=(",", ":"))
    return found


def flaw_of(part: Part, error: ReplyInvalid) -> str:
    """What is wrong with one part of a failed answer, by field path."""
    if error.truncated:
        return str(error)
    try:
        given: Any = from_json(error.raw or "null", allow_partial=True)
    except ValueError:
        return str(error)
    return _flaw(part, given) or str(error)


def _flaw(part: Part, given: Any) -> str | None:
    try:
        wire.answer_class((part,)).model_validate_json(json.dumps(given))
    except ValidationError as invalid:
        return complaint(invalid)
    return None


def _ends_early(error: ReplyInvalid) -> bool:
    try:
        from_json(error.raw)
    except ValueError:
        return True
    return False
