"""What a rate is counted by, in the words of a quantity that somebody points to."""

from __future__ import annotations

import re

from nutgraf.reading.languages import classes as c
from nutgraf.reading.numbers.frames import Frame
from nutgraf.reading.numbers.pairs import rate
from nutgraf.reading.parts import Amount, Offsets
from nutgraf.results import Quantity

_WORD = re.compile(r"[^\W\d_](?:[\w’'.-]*\w)?")
_BRACKETED = re.compile(r" ?\([^()]{0,80}\)")
_NO_BASE = c.FUNCTION | c.ADVERB | c.POINTS | c.PAST | c.WEEKDAY | c.MONTH | c.DAY_WORD | c.ADDS | c.CARDINAL
_LONGEST_BASE = 3
"""Words that a rate is counted by: "per full-time worker"."""


def counted_by(frame: Frame, place: Offsets, found: Quantity) -> str | None:
    """What the words say behind "per", with all its words ("$7 per album", "$90 per square metre"), or behind a bracket."""
    for match in _WORD.finditer(frame.low, *place):
        bits = frame.bits(match[0])
        if not bits & c.BY or bits & c.INDEFINITE:
            continue
        first = token = frame.behind(match.end())
        stop, words = token.stop, 0
        while token.word[:1].isalpha() and token.gap and token.stop <= place[1] and not token.bits & _NO_BASE:
            stop, words = token.stop, words + 1
            token = frame.behind(stop)
        if words:
            return frame.text[first.start : stop] if words <= _LONGEST_BASE else None
    return _behind_bracket(frame, place, found)


def _behind_bracket(frame: Frame, place: Offsets, found: Quantity) -> str | None:
    """What it is behind the same amount in other terms: "34 million crowns ($1.6 million) a year"."""
    bracket = _BRACKETED.match(frame.text, found.span.end, place[1])
    if bracket is None or found.kind is None:
        return None
    rated = rate(frame, Amount(found.span.start, bracket.end(), kind=found.kind))
    return rated.per if rated and rated.end <= place[1] else None
