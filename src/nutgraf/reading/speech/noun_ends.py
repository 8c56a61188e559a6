"""Where a noun phrase that may speak ends."""

from __future__ import annotations

from nutgraf.reading.languages import classes as c
from nutgraf.reading.speech.frames import Frame

SPEAKING = c.PERSON | c.BODY | c.DOCUMENT
"""What says something: somebody, a body, what is written."""


def ends_before(frame: Frame, first: int, at: int) -> bool:
    """Whether a word stands there that no noun phrase goes on with: a verb, an adverb, a day, a second determiner."""
    bits = frame.bits[at]
    if bits & c.WEEKDAY or (bits & c.FUNCTION and not bits & c.DETERMINER) or (bits & c.CUE and not bits & c.NOUN):
        return True
    if at == first:
        return False
    before = frame.bits[at - 1]
    return bool(
        (bits & c.DETERMINER and not before & c.PREPOSITION)
        or (bits & c.MONTH and not before & c.DETERMINER)
        or (bits & c.ADVERB and not before & c.DETERMINER and not frame.is_capital(at))
        or (
            bits & c.PAST
            and not before & (c.DETERMINER | c.ADVERB | c.ADJECTIVE | c.OF_TITLE)
            and not frame.is_capital(at)
        )
        or (before & SPEAKING and (bits & c.MODIFIER or frame.low[at].endswith(("ed", "ing"))))
    )
