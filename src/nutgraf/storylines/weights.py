"""How telling a word is: counts of articles and events that have it, in a table of fixed size."""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterable
from zlib import crc32

_SLOTS = 1 << 20
"""Four megabytes, whatever the number of articles; two words that share a slot count as one, and are slightly less telling."""
_BACKGROUND = 200
"""Things supposed to be noted already that have none of the words: among four articles about one fire "fire" stands in all,
and is telling all the same."""


class Frequencies:
    """In how many of the things noted so far a word stands."""

    def __init__(self) -> None:
        self._counts = array("I", bytes(4 * _SLOTS))
        self.total = 0

    def add(self, words: Iterable[str]) -> None:
        """Count one more thing that has these words."""
        self.total += 1
        for word in {crc32(word.encode("utf-8", "surrogatepass")) % _SLOTS for word in words}:
            self._counts[word] += 1

    def count(self, word: str) -> int:
        """How many have it."""
        return self._counts[crc32(word.encode("utf-8", "surrogatepass")) % _SLOTS]

    def weight(self, word: str) -> float:
        """Inverse document frequency, smoothed: the larger the rarer."""
        return math.log((_BACKGROUND + self.total) / (0.5 + self.count(word)))
