"""What a clause is cut from: a sentence, the attribution in it, and what else is known of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from nutgraf.checking.speech.block import Block
from nutgraf.checking.speech.line import Line
from nutgraf.reading.parts import Offsets


class Clue(NamedTuple):
    """What is known of one item's attribution in a sentence."""

    cue: Offsets | None
    speakers: Sequence[Offsets] = ()
    """Where the speaker is named in the sentence."""
    others: Sequence[Offsets] = ()
    """Cues of other attributions there."""
    times: Sequence[Offsets] = ()
    addressee: Offsets | None = None
    starts: int | None = None
    """Where a rule saw the content begin."""


@dataclass(frozen=True)
class Scene:
    """Tokens `low` to `high` (excluded) of a line, the attribution among them, and the tokens of other cues."""

    line: Line
    clue: Clue
    low: int
    high: int
    block: Block
    others: tuple[int, ...]

    def time_at(self, at: int) -> int | None:
        """The token behind an expression of time that begins at a token."""
        if at >= self.high:
            return None
        start = self.line.starts[at]
        return next((self.line.at(high - 1) + 1 for low, high in self.clue.times if low <= start < high), None)

    def is_addressee(self, at: int) -> bool:
        """Whether a token belongs to those who are spoken to."""
        hearer, line = self.clue.addressee, self.line
        return hearer is not None and line.starts[at] >= hearer[0] and line.ends[at] <= hearer[1]
