"""What to ask again: of each failing item the fields that failed and where it points, with the reason and the sentences concerned.

One request serves all passes. The answer is checked like any other.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from pydantic import BaseModel, create_model

from nutgraf.article import Span
from nutgraf.checking.place.lookup import all_of
from nutgraf.checking.rules.stems import content_stems, stem_set
from nutgraf.reading.reading import Reading
from nutgraf.reading.window import Window
from nutgraf.results import Cited, Quote

_NEIGHBOURS = 1
"""Sentences shown on either side of the ones an item cites."""
_LIKELY = 2
"""Sentences shown that share more words with a failing text than the cited ones do: it may rest on them."""
_SHARED = 2
"""Words that they share with it at least, where it cites nothing."""


@dataclass(frozen=True)
class Failure:
    """An item that a check refused: as the model gave it, why, and the sentences it is about."""

    draft: BaseModel
    kind: str
    """The rule that refused it."""
    reason: str
    numbers: tuple[int, ...]
    fields: tuple[str, ...]
    """The fields of the draft that failed: these are asked for again, and what it points at."""

    def mended(self, answer: BaseModel) -> BaseModel:
        """The item with what a later answer gives anew."""
        told = (name for name in self.fields if name not in _POINTERS and hasattr(answer, name))
        given = {name: getattr(answer, name) for name in told}
        given |= {name: found for name in _POINTERS if (found := getattr(answer, name, ()))}
        return self.draft.model_copy(update=given)


_POINTERS = ("evidence", "content")


@dataclass(frozen=True)
class Repair:
    """One request for every item that failed, whatever its pass. The items are numbered from 1, in the order of `failures`."""

    failures: tuple[tuple[str, Failure], ...]
    """Each with the name of its pass."""
    parts: tuple[tuple[str, type[BaseModel]], ...]
    """What is asked for in place of each pass's items: the number of a failing item, where it points, what failed."""
    window: Window
    question: str


def repair_of(failing: Sequence[tuple[str, type[BaseModel], Sequence[Failure]]], reading: Reading) -> Repair | None:
    """The request for the failing items of all passes, or None where nothing failed.

    Args:
        failing: the name, item class and failures of each pass.
        reading: the article.
    """
    numbered = [(name, item, failure) for name, item, failures in failing for failure in failures]
    if not numbered:
        return None
    parts: list[tuple[str, type[BaseModel]]] = []
    for name, item, failures in failing:
        numbers = tuple(n for n, (of, _, _) in enumerate(numbered, 1) if of == name)
        if numbers:
            fields = sorted({field for failure in failures for field in failure.fields})
            parts.append((name, _repair_class(item, tuple(fields), numbers)))
    named = tuple((name, failure) for name, _, failure in numbered)
    return Repair(named, tuple(parts), _window(named, reading), _request(named))


@lru_cache(maxsize=64)
def _repair_class(item: type[BaseModel], fields: tuple[str, ...], numbers: tuple[int, ...]) -> type[BaseModel]:
    asked: dict[str, Any] = {
        name: (info.annotation, info) for name, info in item.model_fields.items() if name in fields
    }
    numbered: Any = Literal[numbers]
    asked.pop("content", None)
    if issubclass(item, Quote):
        return create_model(f"Mended{item.__name__}", item=(numbered, ...), content=(tuple[str, ...], ...), **asked)
    asked.pop("evidence", None)
    if issubclass(item, Cited):  # left out, it points where it did
        asked["evidence"] = (tuple[Span, ...], ())
    base = Cited if issubclass(item, Cited) else BaseModel
    return create_model(f"Mended{item.__name__}", __base__=base, item=(numbered, ...), **asked)


def _window(failures: Sequence[tuple[str, Failure]], reading: Reading) -> Window:
    """The sentences that the failing items are about, their neighbours, and those that they may rest on instead."""
    wanted: set[int] = set()
    for _, failure in failures:
        for number in failure.numbers:
            if reading.sentence(number):
                wanted.update(range(number - _NEIGHBOURS, number + _NEIGHBOURS + 1))
        wanted.update(_elsewhere(failure, reading))
    numbers = tuple(sorted(n for n in wanted if reading.sentence(n) and n not in reading.orders))
    tags = tuple(s.id for s in reading.segments_in(numbers) if s.no_speech is None)
    return Window(numbers=numbers, tags=tags)


def _elsewhere(failure: Failure, reading: Reading) -> Iterator[int]:
    """Where those whom a failing text names are first named, and the sentences that share most words with it."""
    given = vars(failure.draft)
    text = given.get("title") or given.get("text")
    if not isinstance(text, str):
        return
    seen: set[str] = set()
    for name in reading.names:
        if name.full not in seen and all_of(name.text, text):
            seen.add(name.full)
            if sentence := reading.sentence_at(name.start):
                yield sentence.number
    wanted = stem_set(text)
    shared = {
        s.number: len(wanted.intersection(content_stems(reading.article.text[s.start : s.end])))
        for s in reading.sentences
    }
    enough = max((shared.get(number, 0) + 1 for number in failure.numbers), default=_SHARED)
    for number in sorted(shared, key=lambda n: (-shared[n], n))[:_LIKELY]:
        if shared[number] >= enough:
            yield number


def _request(failures: Sequence[tuple[str, Failure]]) -> str:
    """The question: the failing items by number, pass by pass, each with what failed of it and why."""
    lines: list[str] = []
    before = ""
    for number, (name, failure) in enumerate(failures, 1):
        if name != before:
            lines.append(f"{name}:")
            before = name
        lines.append(f"{number}. {json.dumps(_shown(failure), ensure_ascii=False)} - {failure.reason}")
    return "\n".join(lines)


def _shown(failure: Failure) -> Mapping[str, Any]:
    given = failure.draft.model_dump(mode="json", warnings=False)
    return {name: value for name, value in given.items() if name in (*failure.fields, *_POINTERS, "title", "text")}
