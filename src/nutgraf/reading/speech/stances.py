"""How a speaker stands to what is reported: by the verb, and by the words of a cue where patterns of the language settle it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property

from nutgraf.reading.languages import classes as c
from nutgraf.results.said import Stance

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")


def stance_of(bits: int, opener: str = "none", *, says: int = c.ASKS | c.SAYS) -> Stance:
    """How the speaker stands to what is reported, by the classes of the verb and what opens its content.

    `says`: the classes with which a verb of orders orders nothing by itself ("told", "ordered" in English).
    """
    if bits & c.DENIES:
        return "denies"
    if (opener == "to" and not bits & c.ASKS) or (bits & c.ORDERS and not bits & says):
        return "orders"
    if bits & c.DOUBTS and opener != "question":
        return "doubts"
    return "asks" if bits & c.ASKS else "says"


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
