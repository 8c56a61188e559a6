"""From passes and a window to the question that goes out. What repeats goes first, so that prompt caches work."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from pydantic import BaseModel

from nutgraf.asking.question import wire
from nutgraf.asking.question.asked import Message, Question
from nutgraf.asking.question.narrowing import narrowing
from nutgraf.asking.question.prompts import Prompt
from nutgraf.reading import Reading
from nutgraf.reading.window import Window


@dataclass(frozen=True)
class Task:
    """One pass as it is asked: its name, its item class, its prompt."""

    name: str
    item: type[BaseModel]
    prompt: Prompt


@dataclass(frozen=True, kw_only=True)
class Manner:
    """How questions are put to this model."""

    frame: Prompt
    examples: bool
    """Worked examples as chat turns: for small windows."""
    narrow: bool
    """Bind the answer to the references and words of the window: for servers that turn schemas into grammars."""
    points: bool = False
    """The model writes nothing: it chooses among what is offered."""
    max_output_tokens: int
    temperature: float | None
    topics: bool = False
    """Ask what the article is about, too."""
    extra_body: Mapping[str, Any] = field(default_factory=dict[str, Any])


def compose(tasks: Sequence[Task], window: Window, reading: Reading, manner: Manner) -> Question:
    """The question that asks these tasks about this window."""
    messages: list[Message] = [("system", _system(manner.frame, tuple(tasks), topics=manner.topics))]
    if manner.examples:
        for task in tasks:
            messages += _turns(task, manner.frame)
    published = reading.article.published
    date = published.isoformat() if published else ""
    messages.append(("user", _user(manner.frame, window.render(reading), tasks, window.focus, date)))
    parts = tuple((task.name, task.item) for task in tasks)
    narrowed = (
        {task.name: narrowing(window, reading, task.item, points=manner.points) for task in tasks}
        if manner.narrow
        else None
    )
    return Question(
        messages=tuple(messages),
        parts=parts,
        schema=wire.schema(dict(parts), narrowed, topics=manner.topics)
        if narrowed
        else wire.answer_class(parts, topics=manner.topics).wire_schema,
        max_output_tokens=manner.max_output_tokens,
        temperature=manner.temperature,
        extra_body=manner.extra_body,
        prompts=digests(manner.frame, *(task.prompt for task in tasks)),
        step="+".join(task.name for task in tasks),
        topics=manner.topics,
    )


def posed(
    name: str,
    frame: Prompt,
    parts: Sequence[tuple[str, type[BaseModel]]],
    window: str,
    question: str,
    manner: Manner,
) -> Question:
    """A question that a frame asks alone, without tasks: what failed is asked again so, and a judge is asked so.

    Args:
        name: what it goes by in the books.
        frame: the prompt.
        parts: what the answer holds.
        window: the sentences shown, as they are to be read.
        question: what is asked about them.
        manner: how this model is asked.
    """
    user = frame.render("User", window=window, question=question)
    return Question(
        messages=(("system", frame.render("System", window="", question="")), ("user", user)),
        parts=tuple(parts),
        schema=wire.answer_class(tuple(parts)).wire_schema,
        max_output_tokens=manner.max_output_tokens,
        temperature=manner.temperature,
        extra_body=manner.extra_body,
        prompts=digests(frame),
        step=name,
    )


@lru_cache(maxsize=64)
def _system(frame: Prompt, tasks: tuple[Task, ...], *, topics: bool) -> str:
    """The same for every article: rendered once."""
    described = [{"name": task.name, "text": task.prompt.render("Task", focus="")} for task in tasks]
    return frame.render("System", tasks=described, topics=topics, **_NOTHING)


def digests(*prompts: Prompt) -> Mapping[str, str]:
    """Prompt ids to digests."""
    return {prompt.id: prompt.digest for prompt in prompts}


_NOTHING = {"published": "", "window": "", "question": ""}


def _user(frame: Prompt, window: str, tasks: Sequence[Task], focus: str, published: str) -> str:
    question = "\n".join(task.prompt.render("Question", focus=focus) or f"{task.name}:" for task in tasks)
    return frame.render("User", published=published, window=window, question=question, tasks=[], topics=False)


def _turns(task: Task, frame: Prompt) -> list[Message]:
    turns: list[Message] = []
    for example in task.prompt.examples:
        turns.append(("user", _user(frame, example.window, [task], example.focus, "")))
        # Compact JSON: a small model copies its white space for ever otherwise.
        turns.append(("assistant", json.dumps(example.answer, ensure_ascii=False, separators=(",", ":"))))
    return turns
