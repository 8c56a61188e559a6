"""The names of an article and the noun phrases of a sentence that may speak, by where they stand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from nutgraf.reading.languages import classes as c
from nutgraf.reading.parts import Name, Offsets
from nutgraf.reading.speech.frames import Frame

_MASKS = c.MONTH | c.WEEKDAY | c.ADVERB


class Phrase(NamedTuple):
    """A noun phrase that may speak: its words' offsets, and the frame's tokens it takes up, titles included."""

    start: int
    end: int
    first: int
    last: int
    name: Name | None = None

    @property
    def offsets(self) -> Offsets:
        """Where it stands in the article."""
        return self.start, self.end


class Known:
    """Names, in order and none within another, by where they begin and end."""

    def __init__(self, names: Sequence[Name]) -> None:
        self.names = names
        self.by_start = {name.start: name for name in names}
        self.by_end = {name.end: name for name in names}
        self._starts = list(self.by_start)

    @cached_property
    def possessors(self) -> Known:
        """The same names, each with its possessive 's: "Stahl's" ends the name "Eva Stahl"."""
        found = Known(self.names)
        found.by_end.update({name.end + 2: name for name in self.names})
        return found

    def unmask(self, frame: Frame) -> bool:
        """Words within a name are neither days, auxiliaries nor adverbs: "Edwina May", "Ida Tully said"; whether there are any."""
        masked = [n for n, bits in enumerate(frame.bits) if bits & _MASKS and frame.raw[n][0].isupper()]
        held = [n for n in masked if self._holds(frame.start[n])]
        if held:
            frame.bits = tuple([0 if n in held else bits for n, bits in enumerate(frame.bits)])
        return bool(held)

    def _holds(self, offset: int) -> bool:
        at = bisect_right(self._starts, offset)
        return at > 0 and offset < self.names[at - 1].end
