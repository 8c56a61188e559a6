"""What stands beside a cue: the words that turn it, whom it is said to, whose clause it is."""

from __future__ import annotations

import re

from nutgraf.checking.speech.cue_place import LONGEST_CUE
from nutgraf.reading.languages import classes as c
from nutgraf.reading.parts import Offsets, text_before
from nutgraf.reading.reading import Reading

_NEGATED = re.compile(
    r"(?:(?:(?:has|have|had|did|does|do|would|will|could|can|is|was|were|are) )?(?:not|never|neither)"
    r"|\b\w+n['’]t|cannot|(?:declin|refus)(?:ed|es|ing|e) to|without)(?: \w+ly| yet| \w+ n?or|,(?: \w+){1,3},)? $",
    re.IGNORECASE,
)
_MAY_NEGATE = re.compile(r"not|n['’]t|never|neither|declin|refus|without", re.IGNORECASE)


def object_of(reading: Reading, cue: Offsets | None, place: Offsets) -> Offsets | None:
    """Whom a cue has as its object, less where and when: "a crowd" of "told a crowd in Oslo"; None where it is none."""
    if not reading.spoken_in.worded:
        return place
    text = reading.article.text
    if cue is None:
        return None
    known = reading.spoken_in.words
    between = (low.strip(".") for low in text[cue[1] : place[0]].lower().split())
    if not all(low in _LEADS or known[low] & (c.HONORIFIC | c.DETERMINER) for low in between):
        return None
    found = _TAIL.search(text, *place)
    return (place[0], found.start()) if found else place


_LEADS = {"on", "upon", "to"}
_TAIL = re.compile(r" (?:in|on|at|during|after|before|near|outside|inside|from|by|over|via|through|under|around)\b")


def of_relative(text: str, cue: Offsets) -> bool:
    """Whether a verb belongs to a relative clause: "who studied with her"."""
    return _RELATIVE.search(text_before(text, cue[0], LONGEST_CUE)) is not None


_RELATIVE = re.compile(r"\b(?:who|which|that)(?: (?:has|had|have|once|also|\w+ly))* \Z", re.IGNORECASE)


def negated(reading: Reading, cue: Offsets) -> Offsets:
    """The cue with the words before it that turn its sense: "did not deny", "declined to say", "nicht ausgeschlossen"."""
    before = text_before(reading.article.text, cue[0], LONGEST_CUE)
    if not reading.spoken_in.worded:
        return cue[0] - _turned_by(reading, before), cue[1]
    found = _NEGATED.search(before) if _MAY_NEGATE.search(before) else None
    return (cue[0] - len(before) + found.start(), cue[1]) if found else cue


def _turned_by(reading: Reading, before: str) -> int:
    """How many characters before a verb belong to a "not" that turns it: of "[nicht mehr] ausgeschlossen", not of "nicht nur"."""
    known, words = reading.spoken_in.words, before.split(" ")
    if words.pop():
        return 0
    length = 0
    for at in range(len(words) - 1, -1, -1):
        bits, length = known[words[at].lower()], length + len(words[at]) + 1
        if bits & c.NEGATION:
            whole = known[words[at - 1].lower()] & c.DETERMINER if at else 0
            return 0 if bits & (c.DETERMINER | c.CONJUNCTION) or whole else length
        if not bits & c.ADVERB or bits & c.STARTER:
            return 0
    return 0
