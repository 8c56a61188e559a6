"""What to ask again: only the fields that failed, each with its reason and the sentences concerned.

The answer is checked like any other. Nothing is asked again that the article itself settles: a speaker that the words
beside a quotation name, a status that the wording gives.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from pydantic import BaseModel, create_model

from nutgraf.reading.reading import Reading
from nutgraf.reading.window import Window
from nutgraf.results import Cited

_NEIGHBOURS = 1
"""Sentences shown on either side of the ones an item cites."""


@dataclass(frozen=True)
class Failure:
    """An item that a check refused: as the model gave it, why, and the sentences it is about."""

    draft: BaseModel
    kind: str
    """The rule that refused it."""
    reason: str
    numbers: tuple[int, ...]
    fields: tuple[str, ...]
    """The fields of the draft that failed: these alone are asked for again."""

    def mended(self, answer: BaseModel) -> BaseModel:
        """The item with the fields that a later answer gives anew."""
        return self.draft.model_copy(update={name: getattr(answer, name) for name in self.fields})


def repair_class(item: type[BaseModel], failures: Sequence[Failure]) -> type[BaseModel]:
    """What is asked for in place of the pass's items: the number of a failing item and the fields that failed."""
    fields = sorted({name for failure in failures for name in failure.fields})
    return _repair_class(item, tuple(fields), len(failures))


@lru_cache(maxsize=64)
def _repair_class(item: type[BaseModel], fields: tuple[str, ...], count: int) -> type[BaseModel]:
    asked: dict[str, Any] = {
        name: (info.annotation, info) for name, info in item.model_fields.items() if name in fields
    }
    asked.pop("evidence", None)
    numbered: Any = Literal[tuple(range(1, count + 1))]
    base = Cited if "evidence" in fields else BaseModel
    return create_model(f"Mended{item.__name__}", __base__=base, item=(numbered, ...), **asked)


def window_for(failures: Sequence[Failure], reading: Reading) -> Window:
    """The sentences that the failing items are about, with their neighbours in the same paragraph."""
    wanted: set[int] = set()
    for failure in failures:
        for number in failure.numbers:
            sentence = reading.sentence(number)
            if sentence is None:
                continue
            for near in range(number - _NEIGHBOURS, number + _NEIGHBOURS + 1):
                other = reading.sentence(near)
                if other is not None and other.paragraph == sentence.paragraph:
                    wanted.add(near)
    numbers = tuple(sorted(wanted))
    tags = tuple(s.id for s in reading.segments_in(numbers) if s.no_speech is None)
    return Window(numbers=numbers, tags=tags, focus=request_for(failures))


def request_for(failures: Sequence[Failure]) -> str:
    """The question: the failing items by number, each with what failed of it and why."""
    lines = [
        "these items of an earlier answer failed; give what failed of each again, corrected, or leave the item out:"
    ]
    for number, failure in enumerate(failures, 1):
        shown = {name: value for name, value in failure.draft.model_dump(mode="json").items() if _tells(failure, name)}
        lines.append(f"{number}. {json.dumps(shown, ensure_ascii=False)} - {failure.reason}")
    return "\n".join(lines)


def _tells(failure: Failure, name: str) -> bool:
    return name in failure.fields or name in ("evidence", "content", "title", "text")
