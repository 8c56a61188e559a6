"""What to ask again: only the items that failed, each with its reason and the sentences concerned.

The answer is checked like any other. Nothing is asked again that the article itself settles: a speaker that the words
beside a quotation name, a status that the wording gives.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from nutgraf.reading.reading import Reading
from nutgraf.reading.window import Window

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

    def about(self, draft: BaseModel) -> bool:
        """True when an item of a later answer points at the same place."""
        return not _references(self.draft).isdisjoint(_references(draft))


def _references(draft: BaseModel) -> set[Any]:
    return set(getattr(draft, "evidence", ())) | set(getattr(draft, "content", ()))


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
    """The question: the failing items as they were given, each with its reason."""
    lines = ["these items of an earlier answer failed; give each again, corrected, or leave it out:"]
    lines += [f"- {failure.draft.model_dump_json(exclude_none=True)} - {failure.reason}" for failure in failures]
    return "\n".join(lines)
