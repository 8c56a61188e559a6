"""What a refusal to comment has beside it, and is none of what nobody speaks of; words that say nothing alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nutgraf.checking.speech.grammar import is_aside
from nutgraf.checking.speech.names import words_of
from nutgraf.reading.languages import classes as c
from nutgraf.reading.parts import Offsets
from nutgraf.reading.reading import Reading

_ING = re.compile(r"\W*[a-z]{2,}ing\b")
"""How or why somebody refuses: "citing its rules"."""


def is_unspoken(reading: Reading, place: Offsets, cue: Offsets | None) -> bool:
    """Whether words beside a refusal are an aside, a time, a name, or who refuses."""
    return (
        is_aside(reading.article.text[slice(*place)])
        or _ING.match(reading.article.text, *place) is not None
        or _is_when(reading, place)
        or _is_name(reading, place)
        or _is_subject(reading, place, cue)
    )


def _is_when(reading: Reading, place: Offsets) -> bool:
    """Whether words are a time and nothing else: who "declined to comment on Thursday" did not decline to speak of the day."""
    return any(t.span and t.span.start <= place[0] and place[1] <= t.span.end for t in reading.times)


def _is_name(reading: Reading, place: Offsets) -> bool:
    """Whether words are a name and nothing else: who "referred questions to Norvik" did not decline to speak of it."""
    return any(name.start <= place[0] and place[1] <= name.end for name in reading.names_over(*place))


def _is_subject(reading: Reading, place: Offsets, cue: Offsets | None) -> bool:
    """Whether words open the sentence as who declines: "The firm that built it, Norvik, declined to comment"."""
    at = reading.sentence_at(place[0])
    if at is None or cue is None or place[0] != at.start or place[1] > cue[0]:
        return False
    first = reading.article.text[slice(*place)].lower().split()[0]
    return bool(reading.spoken_in.words[first] & (c.ARTICLE | c.POSSESSIVE | c.DEMONSTRATIVE))


def tells_nothing(reading: Reading, number: int, ranges: Sequence[Offsets]) -> bool:
    """Whether small words alone are left of a sentence of one clause: "it" of "She always denied it", "with him" of "Several agreed with him"."""
    text, known, sentence = reading.article.text, reading.spoken_in.words, reading.sentences[number - 1]
    if _MORE.search(text, sentence.start, sentence.end - 1):
        return False
    left = [word for low, high in ranges for word in words_of(text[low:high])]
    small = all(known[word] & c.FUNCTION and not known[word] & c.NEGATION for word in left)
    return small and len(left) <= _FEW


_MORE = re.compile(r"[,;:.“”\"]")
_FEW = 2
