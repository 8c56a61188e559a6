"""What the words of a cue settle of a stance, by patterns that a language gives: the first that fits decides."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property

from nutgraf.results.said import Stance

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")


class Stances:
    """The patterns of a language, each of whole words in small letters, with the stance that it settles; None: it leaves it open."""

    def __init__(self, patterns: Iterable[tuple[Stance | None, str]]) -> None:
        self._patterns = tuple(patterns)

    @cached_property
    def _rules(self) -> Sequence[tuple[Stance | None, re.Pattern[str]]]:
        return [(stance, re.compile(rf"\b(?:{pattern})\b")) for stance, pattern in self._patterns]

    def of(self, cue: str) -> Stance | None:
        """The stance that these words settle; None where they leave it open ("spoke of", "did not agree")."""
        words = " ".join(_WORD.findall(cue.lower().replace("’", "'")))
        return next((stance for stance, pattern in self._rules if pattern.search(words)), None)
