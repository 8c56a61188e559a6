"""The first subject of a clause, past what opens it and says when, where or how: "On Friday", "Hours later", "However,"."""

from __future__ import annotations

from nutgraf.reading.languages import classes as c
from nutgraf.reading.speech.frames import TIMES, Frame, has_verb
from nutgraf.reading.speech.known import Known, Phrase
from nutgraf.reading.speech.phrase.noun_ends import is_count
from nutgraf.reading.speech.phrase.noun_phrases import phrase_after


def first_subject(frame: Frame, before: int, known: Known, *, floor: int = 0, loose: bool = False) -> Phrase | None:
    """The first noun phrase of a clause that may be its subject, past an opening adverbial."""
    first = floor
    while first < before and (frame.of(first, c.JOINT) or frame.segment[first] >= 0 or not frame.is_word(first)):
        first += 1
    first = opened = _past_interval(frame, first, before)
    while first < before and (_opens_adverbial(frame, first) or (first > opened and _names_place(frame, first, known))):
        if frame.of(first, c.ADVERB) and _has_subject_behind(frame, first + 1, before):
            first += 1
            break
        comma = next((at for at in range(first, min(before, first + 15)) if frame.low[at] == ","), -1)
        if comma < 0:
            first = _past_time(frame, first, before)
            break
        first = comma + 1
    counted = frame.of(first, c.BOUND) and is_count(frame, first + 1) if first < before else False
    return phrase_after(frame, first + counted, before, known, loose=loose or counted)


def acting_subject(frame: Frame, before: int, known: Known) -> Phrase | None:
    """Whose deed a participle or a second verb tells: the subject of the sentence, or of a clause that hangs on one that tells of nobody.

    "It was late as Ann Lee came, saying", "There was a day when Ann Lee met him and called".
    """
    subject = first_subject(frame, before, known)
    behind = subject.last + 1 if subject is not None else 1
    if frame.low[behind - 1] not in {"it", "there"} or not frame.of(behind, c.AUXILIARY):
        return subject
    hangs = next((at for at in range(before - 1, behind - 1, -1) if frame.of(at, c.SUBORDINATES)), None)
    return subject if hangs is None else first_subject(frame, before, known, floor=hangs + 1) or subject


def _names_place(frame: Frame, first: int, known: Known) -> bool:
    """Whether a place between commas goes on with an adverbial: "At a fair in Osk, [Norvia], Ann Lee said"."""
    name = known.by_start.get(frame.start[first])
    return name is not None and name.kind == "place" and frame.text(frame.at(name.end)) == ","


def _opens_adverbial(frame: Frame, at: int) -> bool:
    """Whether no subject but what says when, where or how begins there: "On Friday", "While at sea", "Speaking to us"."""
    if frame.of(at, c.BOUND) and is_count(frame, at + 1):
        return False  # "About 200 rowers gathered"
    small = frame.of(at, c.PREPOSITION | c.ADVERB | c.WHERE | c.MANNER | c.SUBORDINATES)
    small = small or frame.low[at] in {"early", "late", "later"}
    alone = frame.text(at + 1) == "," and frame.of(at, c.STARTER) and not frame.of(at, c.PRONOUN)
    return small or alone or frame.low[at].endswith("ing")  # "However, the board"


def _has_subject_behind(frame: Frame, at: int, before: int) -> bool:
    """Whether a subject with its verb stands behind an adverb: "Even [the mayor tried] to help"; not "Later that day, the mayor"."""
    small = c.PREPOSITION | c.ADVERB | c.SUBORDINATES | c.OPENS_CLAUSE | TIMES
    comma = next((end for end in range(at, before) if frame.low[end] == ","), before)
    # "Even her critics, like Ann Lee, say"
    points = frame.of(at - 1, c.FUNCTION) and not frame.of(at - 1, c.SUBORDINATES)
    return frame.is_word(at) and not frame.of(at, small) and (points or has_verb(frame, at + 1, comma))


def _past_time(frame: Frame, first: int, before: int) -> int:
    """Behind an opening time that no comma ends: "On May 3 the board", "Later that month the board"."""
    at = first + 1
    while at < before and (frame.of(at, TIMES | c.DEMONSTRATIVE) or frame.low[at].isdigit()):
        at += 1
    return at if at > first + 1 else first


def _past_interval(frame: Frame, first: int, before: int) -> int:
    """Behind an opening interval: "Hours later the board", "Two days after that the board"."""
    at = first
    counted = TIMES | c.SEASON | c.CARDINAL | c.DETERMINER | c.UNTOLD
    while at < before and (frame.of(at, counted) or frame.low[at].isdigit()):
        at += 1
    apart = frame.text(at) in {"later", "earlier", "ago", "before", ","}
    if not apart or not frame.any(TIMES | c.SEASON, first, at):
        return first
    return at + 1 + (frame.text(at + 1) == ",")
