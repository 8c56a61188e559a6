"""Small words of many languages: those that deny, and those by which a quotation is broken off to name its speaker."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files

from nutgraf.checking.place.folding import WORD, folded

_GOES_ON = re.compile(r"[,،、，—–-]\W*$")
_TOLD = re.compile(r"[^.!?。！？؟।\n]*[.。।]\s*")
_ENDS = re.compile(r"[.!?。！？؟।]\s+\w")
_LONGEST = 120


class Tongue:
    """What denies and what says in a language: enough to be careful in, not a grammar."""

    def __init__(self, denying: Iterable[str], saying: Iterable[str]) -> None:
        each = set(denying)
        within = {word for word in each if word[0] == word[-1] == "*"}
        self._ends = tuple(word[1:] for word in each - within if word[0] == "*")
        self._begins = tuple(word[:-1] for word in each - within if word[-1] == "*")
        self._words = frozenset(word for word in each if "*" not in word)
        self._within = re.compile("|".join(sorted(_bounded(within))) or r"(?!)")
        says = "|".join(sorted(_bounded(set(saying)))) or r"(?!)"
        self._says = re.compile(says, re.IGNORECASE)
        self._aside = re.compile(
            rf"[—–]\s?(?:{says})[^—–«»]{{0,80}}?[—–]"
            r"|,\s[^\W\d_]{1,12}(?:-t)?-(?:il|elle|on|ils|elles)\s[^\W\d_]{2,12},",
            re.IGNORECASE,
        )
        """Between dashes, verb first, as in Russian and Spanish; between commas and turned round, as in French."""

    def denials(self, text: str) -> list[str]:
        """The words of a text that deny, folded, in order."""
        words = (folded(found[0]) for found in WORD.finditer(text))
        found = [
            word for word in words if word in self._words or word.endswith(self._ends) or word.startswith(self._begins)
        ]
        return found + self._within.findall(text)

    def is_saying(self, between: str) -> bool:
        """True for words between two quoted pieces that name one speaker in the middle of a sentence: `," he said, "`."""
        return (
            len(between) <= _LONGEST
            and self.names_speaker(between)
            and bool(_GOES_ON.search(between))
            and not _ENDS.search(between)
        )

    def is_told(self, between: str) -> bool:
        """True for words between two quoted pieces that name one speaker and end their sentence: `," he said. "`."""
        return len(between) <= _LONGEST and bool(_TOLD.fullmatch(between)) and self.names_speaker(between)

    def names_speaker(self, text: str) -> bool:
        """True for words that say once that someone says something."""
        return len(self._says.findall(text)) == 1

    def asides(self, text: str, start: int, end: int) -> list[tuple[int, int]]:
        """Where the speaker is named inside the marks: `«Мы ждём, — сказал он. — Долго»`, `« Oui, a-t-il dit, et … »`."""
        return [found.span() for found in self._aside.finditer(text, start, end)]


def _bounded(words: Iterable[str]) -> Iterable[str]:
    """Each as a regular expression: a whole word, but for what stands within others."""
    return (re.escape(word.strip("*")) if "*" in word else rf"(?<!\w){re.escape(word)}(?!\w)" for word in words)


@lru_cache(maxsize=64)
def tongue_of(code: str | None) -> Tongue:
    """The words of a language; of one that has no row those of all."""
    table = files("nutgraf.reading.languages").joinpath("tongues.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in table if line[0] != "#"]
    own = [row for row in rows if code in row[0].split()] or rows
    return Tongue(
        (word for _, denying, _ in own for word in denying.split()),
        (word for _, _, saying in own for word in saying.split(", ")),
    )
