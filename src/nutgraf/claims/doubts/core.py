"""A statement, and the sentence of an article that has most of it: what every doubt looks at."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from nutgraf.article import Span
from nutgraf.checking.rules.weigh import Finding
from nutgraf.checking.rules.words.wording import Wording, wording
from nutgraf.reading.reading import Reading
from nutgraf.reading.verbs.found import cues
from nutgraf.reading.verbs.groups import Cue

_LIGHT = frozenset(
    """be is are was were been being am has have had do does did will would can could may might must should shall go went gone
    get got make made take took taken give gave come came say said not no never provided given including according""".split()
)
"""Verbs that say little for themselves: another may stand in their place."""


@dataclass(frozen=True)
class Core:
    """A statement, and the sentence of an article that has most of it."""

    words: str
    sentence: Span
    evidence: tuple[Span, ...]
    """All that it rests on, the sentence among it."""
    reading: Reading
    dense: bool = False
    """Whether no sentence has most of it, because it sums up many."""

    @cached_property
    def told(self) -> Wording:
        """The statement's words."""
        return wording(self.words)

    @cached_property
    def said(self) -> Wording:
        """The sentence's words."""
        return wording(self.sentence.text)

    @cached_property
    def names(self) -> frozenset[str]:
        """The words of the article's names, in small letters."""
        return frozenset(low for name in self.reading.names for low in wording(name.text).lows)

    @cached_property
    def verbs(self) -> tuple[str, ...]:
        """The telling verbs of the statement, as they stand there; those of speech aside."""
        return tuple(word for word in self.all_verbs if word.lower() not in _LIGHT)

    @cached_property
    def all_verbs(self) -> tuple[str, ...]:
        """The verbs that say little for themselves among them."""
        groups = (cue for cue in cues(self.words) if cue.kind not in ("if", "break") and not cue.saying)
        return tuple(word for word in (_main_verb(self.words, cue) for cue in groups) if word)


def _main_verb(text: str, cue: Cue) -> str:
    """The last word of a verb group; behind "did not" the word that follows."""
    words = _LETTERS.findall(text[cue.start : cue.end])
    if words and words[-1].lower() in ("not", "never"):
        words = _LETTERS.findall(text[cue.end :])[:1]
    return words[-1] if words else ""


_LETTERS = re.compile(r"[^\W\d_]+")


def doubt(rule: str, reason: str) -> Finding:
    """A finding that leaves a statement open."""
    return Finding(rule, "open", reason)
