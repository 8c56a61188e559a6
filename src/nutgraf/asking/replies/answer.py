"""The answer to a question, from the text that came back: every pass by itself, every item by itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from nutgraf.asking.question import wire
from nutgraf.asking.replies.choices import chosen
from nutgraf.asking.replies.items import Items, Note, Unread, read_items
from nutgraf.asking.replies.lenient import writable
from nutgraf.asking.replies.unwrapping import Opened, compact, opened
from nutgraf.errors import ReplyInvalid
from nutgraf.parsed import is_list
from nutgraf.results import Usage
from nutgraf.slots import slots

Parts = tuple[tuple[str, type[BaseModel]], ...]
_SHORTEST_ITEM = 16
"""Tokens: fewer than any item of ours takes."""
_FEWEST = 64
_MOST_REASONS = 8
NO_ANSWER = "the answer holds no object with what was asked for"


@dataclass(frozen=True)
class Heard:
    """An answer of which every pass could be read, if not every item."""

    answer: wire.Answer
    raw: str
    """The object as JSON, as it is kept: what stood around it is gone."""
    unread: tuple[Unread, ...] = ()
    notes: tuple[Note, ...] = ()
    topics: tuple[str, ...] = ()
    """What the article is about, where that was asked; what is none of the topics is left out."""


@dataclass(frozen=True)
class Reply:
    """What was read, and the tokens it took."""

    heard: Heard
    prompt_tokens: int = 0
    completion_tokens: int = 0
    cost_usd: float | None = None
    counted: bool = True
    """False when the server gave no figures."""

    @property
    def usage(self) -> Usage:
        """What the request took that it came from."""
        return Usage(
            requests=1,
            prompt_tokens=self.prompt_tokens,
            completion_tokens=self.completion_tokens,
            cost_usd=self.cost_usd,
        )

    @property
    def answer(self) -> wire.Answer:
        """The items, pass by pass."""
        return self.heard.answer

    @property
    def raw(self) -> str:
        """The answer as it is kept."""
        return self.heard.raw


@dataclass
class _Passes:
    """What an answer comes to, pass by pass."""

    opened: Opened | None
    by_name: dict[str, Items] = field(default_factory=dict[str, Items])
    lost: dict[str, str] = field(default_factory=dict[str, str])
    """Passes of which nothing could be read, and why."""


def heard(parts: Parts, text: str, *, room: int, cut: bool = False) -> Heard:
    """Read the answer to a question for these passes.

    Args:
        parts: the passes asked for.
        text: what came back.
        room: `max_output_tokens` of the question: more items than fit there are not read.
        cut: the server says that the answer was cut off.

    Raises:
        ReplyInvalid: of at least one pass nothing can be read; `formless` where that holds for all.
    """
    text = writable(text)
    if not text.strip():
        raise ReplyInvalid("the answer is empty", truncated=cut, formless=not cut)
    found = _passes(parts, text, room, cut)
    early = found.opened is not None and found.opened.ends_in is not None
    if found.lost or early or found.opened is None:
        said = f"the answer was cut off at {room} tokens" if cut else _complaint(found)
        formless = len(found.lost) == len(parts) and not early
        raise ReplyInvalid(said, raw=text, truncated=cut, formless=formless and not cut)
    read: dict[str, Any] = {name: tuple(items.read) for name, items in found.by_name.items()}
    answer = wire.answer_class(parts).model_construct(**read)
    return Heard(
        answer,
        text.strip() if found.opened.plain else compact(found.opened.value),
        tuple(one for items in found.by_name.values() for one in items.unread),
        tuple(note for items in found.by_name.values() for note in items.notes),
        _topics(found.opened.value.get("topics")),
    )


def _topics(given: object) -> tuple[str, ...]:
    named = [given] if isinstance(given, str) else given if is_list(given) else []
    known = (chosen(one, wire.TOPICS) for one in named)
    return tuple(dict.fromkeys(topic for topic in known if isinstance(topic, str)))


def sound_parts(
    parts: Parts, text: str, *, room: int, cut: bool = False
) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Of an answer that failed as a whole: the passes that came whole, as answers of their own (JSON), and what is wrong with the others.

    Of an answer that breaks off, the pass in which it ends is not sound: nobody knows what else that would have held.
    """
    found = _passes(parts, writable(text), room, cut)
    if found.opened is None:
        return {}, found.lost
    held, ends_in = found.opened.value, found.opened.ends_in
    sound = {name: compact({name: held[name]}) for name, _ in parts if name not in found.lost and name != ends_in}
    wrong = {name: found.lost.get(name, "the answer breaks off in it") for name, _ in parts if name not in sound}
    return sound, wrong


def _passes(parts: Parts, text: str, room: int, cut: bool) -> _Passes:
    shape = {name: frozenset(slot.name for slot in slots(item)) for name, item in parts}
    found = _Passes(opened(text, shape, cut=cut))
    most = max(_FEWEST, room // _SHORTEST_ITEM)
    for name, item in parts:
        given = found.opened.value.get(name) if found.opened else None
        if not is_list(given):
            found.lost[name] = f"{name}: missing" if found.opened else NO_ANSWER
            continue
        items = read_items(name, item, given, most=most)
        if items.lost or (len(parts) == 1 and items.unread and not items.read):
            told = [f"{name}.{n}.{reason}" for n, one in enumerate(items.unread) for reason in one.reasons]
            found.lost[name] = "; ".join(told[:_MOST_REASONS])
        else:
            found.by_name[name] = items
    return found


def _complaint(found: _Passes) -> str:
    reasons = list(dict.fromkeys(found.lost.values())) or ["it breaks off"]
    return "the answer does not fit the schema: " + "; ".join(reasons[:_MOST_REASONS])
