"""Where a reporting clause ends and what it reports begins: past hearers, circumstances and descriptions."""

from __future__ import annotations

from bisect import bisect_left

from nutgraf.reading.cues import ADDRESSING, CLAUSE_OPENERS, Cue
from nutgraf.reading.frames import Frame, is_capital
from nutgraf.reading.lexicon import CONJUNCTIONS, DESCRIBING, FINITE_VERBS, MONTHS, TITLE_MODIFIERS, TITLES, WEEKDAYS
from nutgraf.reading.noun_phrases import Known, phrase_after
from nutgraf.reading.parts import Offsets

_ASIDES = frozenset({"however", "though", "meanwhile", "too", "instead", "simply"})
_STOPS = frozenset({",", ";", ":", ".", "!", "?", "—", "–", "(", ")"})
_PLACES_OF_SPEECH = frozenset("in at on during via through after from by before using when as".split())


def past_description(frame: Frame, comma: int, known: Known, *, closing: bool, person: bool) -> int:
    """The token where content goes on behind a speaker and this comma, past "…, an analyst at Acme," if that stands there.

    `closing`: the clause reported stands before; then whatever has no verb of its own describes the speaker.
    `person`: the speaker has the name of a person; other speakers are described by "which …" and the like alone.
    """
    first = comma + 1
    if first >= len(frame) or frame.segment[first] >= 0:
        return first
    stop = next(
        (at for at in range(first, min(len(frame), first + 40)) if frame.low[at] in _STOPS or frame.segment[at] >= 0),
        len(frame),
    )
    low = frame.low[first]
    if low not in {"who", "whose", "which"}:
        titled = not is_capital(frame, first) and (low in TITLES or low in TITLE_MODIFIERS)
        if not (closing or (person and (low in DESCRIBING or low.isdigit() or titled))) or low in CONJUNCTIONS:
            return first
        if stop - first > 14 or any(word in FINITE_VERBS or word.endswith("ed") for word in frame.low[first:stop]):
            return first
    if stop < len(frame) and frame.low[stop] == ",":
        if closing:
            return past_description(frame, stop, known, closing=True, person=person)
        subject = known.by_start.get(frame.start[stop + 1]) if stop + 1 < len(frame) else None
        # "According to Ana Duarte, the mayor, John Smith, resigned": what looks like a description has its own.
        own = subject is not None and subject.kind == "person" and _text_after(frame, subject.end) == ","
        return first if own else stop + 1
    return stop


def _text_after(frame: Frame, offset: int) -> str:
    """The token behind an offset, "" at the sentence's end."""
    at = bisect_left(frame.start, offset)
    return frame.low[at] if at < len(frame) else ""


def past_circumstances(frame: Frame, first: int) -> int:
    """Past "on Friday", "in a statement" and the like, where the reported clause follows."""
    at = first
    while at < len(frame) and (
        frame.low[at] in WEEKDAYS
        or frame.low[at] in {"today", "yesterday", "earlier", "later", "also", "again"}
        or (
            frame.low[at] in {"late", "early"}
            and at + 1 < len(frame)
            and (frame.low[at + 1] in WEEKDAYS or frame.low[at + 1] == "on")
        )
    ):
        at += 1
    if at + 2 < len(frame) and frame.low[at] == "," and frame.low[at + 1] in _ASIDES and frame.low[at + 2] == ",":
        at += 3  # "warned, however, that"
    if at >= len(frame) or frame.low[at] not in _PLACES_OF_SPEECH:
        return at
    if at + 1 < len(frame) and frame.low[at] == "on" and (frame.low[at + 1] in WEEKDAYS or frame.low[at + 1] in MONTHS):
        at += 2
        while at < len(frame) and frame.low[at].isdigit():
            at += 1
        return past_circumstances(frame, at) if at < first + 8 else at
    for ahead in range(at + 1, min(len(frame), at + 16)):
        low = frame.low[ahead]
        if low in {"that", ":", ","} or frame.segment[ahead] >= 0 or low == "whether":
            return ahead
        if low in {".", ";", "?", "!"}:
            return ahead
    return at


def addressee_of(frame: Frame, at: int, cue: Cue, known: Known) -> tuple[Offsets | None, int]:
    """The hearer behind a cue ("told reporters"), or None, and the token that follows."""
    first = at + 1
    if cue.lemma not in ADDRESSING:
        if first >= len(frame) or frame.low[first] != "to":
            return None, first
        first += 1
    if first < len(frame) and frame.low[first] in {"him", "her", "them", "us", "me"}:
        return (frame.start[first], frame.end[first]), first + 1
    if first < len(frame) and frame.low[first] in CLAUSE_OPENERS:
        return None, first
    hearer = phrase_after(frame, first, len(frame), known)
    return (hearer.offsets, hearer.last + 1) if hearer else (None, at + 1)
