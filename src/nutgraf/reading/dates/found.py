"""What the date rules share: what a rule finds, and what it may know of the article around it."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from nutgraf.reading.dates.calendar import Lean, Period
from nutgraf.reading.parts import Sentence
from nutgraf.reading.text.triggers import lowered
from nutgraf.reading.verbs import groups as verb_groups
from nutgraf.reading.verbs import tense
from nutgraf.results.happened import Precision, TimeBasis

FoundKind = Literal["day", "clock", "duration", "other"]


class Found(NamedTuple):
    """A time expression at `start:end`; `first` and `last` are days, `clock` a time of day like "T18:00Z"."""

    start: int
    end: int
    value: str | None = None
    first: dt.date | None = None
    last: dt.date | None = None
    precision: Precision = "vague"
    basis: TimeBasis = "unknown"
    kind: FoundKind = "other"
    clock: str = ""


def found(span: tuple[int, int], period: Period | None, basis: TimeBasis, *, suffix: str = "") -> Found:
    """The expression at `span`, which names `period`; None: nothing fixes it."""
    if period is None:
        return Found(*span)
    kind: FoundKind = "day" if period.precision == "day" and period.first == period.last else "other"
    return Found(*span, period.value + suffix, period.first, period.last, period.precision, basis, kind)


_WORD_BEFORE = re.compile(r"([^\W\d_]+)(?:['’]s)?[\s(\"“]{1,2}$")
_AHEAD_OF = re.compile(r"\bahead of (?:the )?$")
_BY = re.compile(r"\b(?:by|until|till)\s(?:(?:the )?(?:end|beginning|start|middle) of (?:the )?|early |late |mid-)?$")
# "set for", "due to be played on": what the verb of the sentence says of the plan is another matter.
_SCHEDULED = re.compile(
    r"\b(?:set|planned|scheduled|slated|due|booked|billed|timed|arranged)\s"
    r"(?:(?:to\s[a-z]+(?:\s[a-z]+)?\s)?(?:for|on|at)\s(?:late\s|early\s)?|to\s[a-z]+(?:\s[a-z]+)?\s)?$"
)
_PLANS = re.compile(
    r"\bplans\s(?:an?|another|the|to|its|his|her|their|new|more)\s(?:[^\s.,;:]+\s){1,9}?(?:on\s|for\s)?$"
)
_CALLED_OFF = re.compile(
    r",?\s(?:was|were|(?:has|have|had) been)\s(?:called off|cancell?ed|postponed|abandoned|scrapped)\b"
)
_WORD_AFTER = re.compile(r"[\s-]{1,2}([^\W\d_]+)")


@dataclass(slots=True)
class Setting:
    """The article as the rules see it: `low` is its text in lower case, offsets kept; `anchor` the last day found so far."""

    text: str
    sentences: Sequence[Sentence]
    published: dt.date | None
    anchor: Found | None = None
    low: str = field(init=False)
    _starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.low = lowered(self.text)
        self._starts = [sentence.start for sentence in self.sentences]

    def sentence_at(self, offset: int) -> int:
        """Index of the sentence that starts at or before the offset; -1 before the first."""
        return bisect_right(self._starts, offset) - 1

    def lean(self, start: int, end: int) -> Lean | None:
        """Where the verb that governs the words looks; None when none tells, or they stand in no sentence."""
        index = self.sentence_at(start)
        if index < 0 or self.sentences[index].end < end:
            return None
        sentence = self.sentences[index]
        found = verb_groups.cues(self.text[sentence.start : sentence.end])
        return tense.lean(found, start - sentence.start, end - sentence.start)

    def direction(self, start: int, end: int) -> Lean | None:
        """`lean`, and ahead too for "by Friday", "until the end of March" unless the verb looks back."""
        lean = self.lean(start, end)
        near = self.low[max(0, start - 26) : start]
        if _AHEAD_OF.search(near):
            return "future"
        return "future" if lean != "past" and _BY.search(near) else lean

    def scheduled(self, start: int, end: int, *, yesterday: bool) -> Lean | None:
        """Where the words before a weekday make it look as the day of a plan: "set for", "due to open on", "plans a parade on".

        Such a day lies ahead even in a sentence about the past ("a parade set for Friday was canceled"), unless it
        was `yesterday`: then what was called off is what did not happen, and else the verb decides (None).
        """
        near = self.low[max(0, start - 90) : start]
        if _PLANS.search(near):
            return "future"
        if not _SCHEDULED.search(near):
            return None
        if not yesterday:
            return "future"
        return "past" if _CALLED_OFF.match(self.text, end, end + 40) else None

    def before(self, start: int) -> str:
        """The word before an offset as it is written, without a possessive 's; "" when none stands close."""
        match = _WORD_BEFORE.search(self.text[max(0, start - 24) : start])
        return match.group(1) if match else ""

    def after(self, end: int) -> str:
        """The word after an offset as it is written; "" when none stands close."""
        match = _WORD_AFTER.match(self.text, end, end + 40)
        return match.group(1) if match else ""

    def near_anchor(self, start: int) -> dt.date | None:
        """The day that "the next day" counts from: the last one found in this sentence or the one before."""
        if self.anchor is None or self.sentence_at(start) - self.sentence_at(self.anchor.start) > 1:
            return None
        return self.anchor.first
