"""An answer as a cache keeps it: what was read of it without a loss is not read leniently a second time."""

from __future__ import annotations

from pydantic_core import from_json

from nutgraf.asking.question import wire
from nutgraf.asking.replies.answer import Heard, Parts, heard
from nutgraf.asking.replies.unwrapping import compact

_READ = '{"as_read":true,'
"""How what is kept as read begins; no text that came back is kept with such a beginning."""


def to_keep(found: Heard) -> str:
    """The answer as it is kept: its items as they were read, or the text that came back where something of it was lost or told."""
    if found.unread or found.notes:
        return found.raw.replace(_READ, "{")
    told = found.answer.model_dump(mode="json", exclude_unset=True)
    return compact({"as_read": True, **told, "topics": found.topics})


def found_again(parts: Parts, kept: str, *, room: int) -> Heard:
    """A kept answer to a question for these passes; `room` as for `heard`.

    Raises:
        ReplyInvalid: it does not fit them.
    """
    if not kept.startswith(_READ):
        return heard(parts, kept, room=room)
    try:
        told = from_json(kept)
        return Heard(wire.answer_class(parts).model_validate(told), kept, topics=tuple(told["topics"]))
    except (ValueError, LookupError, TypeError):  # of passes with other items, or written by somebody else
        return heard(parts, kept, room=room)
