"""instructor, which drives the vendors' packages: the only module that imports it. It parses once and tries nothing twice."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any, Literal

import instructor
from instructor.core.exceptions import InstructorRetryException
from instructor.core.hooks import Hooks

from nutgraf.asking.line.wiretap import on_the_wire
from nutgraf.asking.replies.answer import Heard, Parts, heard
from nutgraf.errors import ReplyInvalid


def _not_ours(_record: logging.LogRecord) -> bool:
    """The parser logs every failure as an error, model output included; what we ask, we report ourselves."""
    return on_the_wire.get() is None


for _name in ("instructor", "instructor.v2", "instructor.v2.retry"):
    logging.getLogger(_name).addFilter(_not_ours)


def driven(client: Any, provider: Literal["openai", "anthropic"]) -> Any:
    """A vendor's client as instructor drives it."""
    if provider == "anthropic":
        return instructor.from_anthropic(client, mode=instructor.Mode.TOOLS)
    return instructor.from_openai(client, mode=instructor.Mode.JSON_SCHEMA)


async def asked(client: Any, parts: Parts, room: int, came: Callable[[Any], None], **arguments: Any) -> Heard | None:
    """Send one request; what comes back goes to `came` as it is, before it is read. None where it can't be read."""
    hooks = Hooks()
    hooks.on("completion:response", came)
    messages = arguments.pop("messages")
    parsed = await client.chat.completions.create(
        response_model=_parser_of(parts, room), messages=messages, max_retries=0, hooks=hooks, **arguments
    )
    found: Heard | None = parsed.heard
    return found


def causes_of(error: BaseException, before: BaseException | None) -> Iterator[BaseException]:
    """What is behind an error; not what the caller was handling `before` it asked, which Python chains on as well."""
    seen = {id(before)}
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        if isinstance(current, InstructorRetryException):
            if current.failed_attempts:
                yield current.failed_attempts[-1].exception
        else:
            yield current
        current = current.__cause__ or current.__context__


@lru_cache(maxsize=64)
def _parser_of(parts: Parts, room: int) -> Any:
    """What instructor parses the answer with: made once (it would derive a class at every call), around our own reading
    (it walks through every field of a class five times a call), and with a schema that costs nothing to send through,
    because the real one goes out beside it.
    """

    def parsed(cls: Any, /, text: Any, **_options: Any) -> Any:
        try:
            found = heard(parts, text, room=room)
        except ReplyInvalid:
            found = None  # it is read again, with its cost and from wherever it stands
        return cls.model_construct(heard=found)

    def bare_schema(_cls: Any, *_args: Any, **_kwargs: Any) -> dict[str, Any]:
        return {"type": "object", "title": "Answer", "properties": {}}

    members = {
        "__annotations__": {"heard": Any},
        "__module__": __name__,
        "model_json_schema": classmethod(bare_schema),
        "model_validate_json": classmethod(parsed),
    }
    return type("Answer", (instructor.ResponseSchema,), members)
