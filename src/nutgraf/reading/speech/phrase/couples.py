"""Two who speak together: "Ann Lee and Bo Lund said", "said Ann Lee and the union"."""

from __future__ import annotations

from nutgraf.reading.languages import classes as c
from nutgraf.reading.speech.frames import Frame
from nutgraf.reading.speech.known import Known, Phrase
from nutgraf.reading.speech.phrase.noun_phrases import BEFORE_CLAUSE, may_speak, phrase_after, phrase_before


def couple_before(frame: Frame, last: Phrase, floor: int, known: Known) -> Phrase:
    """The two whose second is `last`, where their clause begins with the first; else `last`."""
    joint = last.first - 1
    if joint <= floor or not frame.of(joint, c.COUPLES) or not may_speak(frame, last):
        return last
    first = phrase_before(frame, joint - 1, floor, known)
    if first is None or not may_speak(frame, first) or _is_place(first) or _is_place(last):
        return last
    opens = first.first - (first.first > floor and frame.low[first.first - 1] == "both")
    opened = opens == floor or not frame.is_word(opens - 1) or frame.of(opens - 1, BEFORE_CLAUSE)
    start = frame.start[opens] if opens < first.first else first.start
    return Phrase(start, last.end, opens, last.last) if opened else last


def _is_place(phrase: Phrase) -> bool:
    return phrase.name is not None and phrase.name.kind == "place"


def couple_after(frame: Frame, first: Phrase, known: Known) -> Phrase:
    """The two whose first is `first`, where their clause ends with the second; else `first`."""
    joint = first.last + 1
    if not frame.of(joint, c.COUPLES) or not may_speak(frame, first) or _is_place(first):
        return first
    second = phrase_after(frame, joint + 1, len(frame), known)
    if second is None or not may_speak(frame, second) or _is_place(second) or frame.is_word(second.last + 1):
        return first
    return Phrase(first.start, second.end, first.first, second.last)
