"""What the speaker does next, in a second verb behind "and" or "but": "vowed to stay and refused the money", "says it must end, and has left"."""

from __future__ import annotations

from typing import Literal

from nutgraf.reading.languages import classes as c
from nutgraf.reading.speech.clause.reports import Report
from nutgraf.reading.speech.frames import BE, Frame, is_verb, skip_helpers

Tense = Literal["past", "present", "modal", ""]
_PRESENT = c.PRESENT_BE | c.HAVE | c.DO
_PAST = c.PAST_BE | c.HAD | c.DID
_PERFECT = BE | c.HAVE | c.HAD
_UNFINISHED = frozenset({"be", "been", "being", "get", "getting"})
_OBJECTS = c.DETERMINER | c.PRONOUN | c.OBJECT | c.OPENS_CLAUSE
_FINITE = frozenset({"has", "had", "is", "are", "was", "were", "does", "did"})
"""Auxiliaries that no infinitive looks like."""
_FARTHEST = 10


def before_second_verb(frame: Frame, report: Report, stop: int) -> int:
    """The last token of what is reported, before the second verb of its speaker.

    That verb stands in the tense of the verb that reports, and in no tense of what is reported, so that it can't go on with that.
    """
    if report.kind == "phrase" or report.opener in {"comma", "colon"} or report.bits & c.NOUN or report.speaker is None:
        return stop
    first = report.content
    own: Tense = ""
    for joint in range(first + 1, stop - 1):
        series = report.opener == "to" and frame.low[joint] == ","  # "vowed to go, took the keys, and left"
        if frame.low[joint] not in {"and", "but"} and not series:
            continue
        second = _verb_behind(frame, joint)
        if not second or (series and not _ends_series(frame, second, stop)):
            continue
        own = own or _tense_of_report(frame, report.at)
        if own and _leaves(frame, report, joint, second, own):
            return joint - 1
    return stop


def shifts(frame: Frame, report: Report, first: int, stop: int) -> bool:
    """Whether a clause with a subject of its own stands in the present behind one told in the past: "said it was dry, and they are gone".

    What is said next to what "was" or "would be" is told in the past, too; the present is the reporter's.
    """
    if (
        report.kind == "phrase"
        or report.opener in {"comma", "colon", "to"}
        or report.bits & c.NOUN
        or not report.speaker
    ):
        return False
    second = next((at for at in range(first + 1, min(stop, first + _FARTHEST)) if is_verb(frame, at)), 0)
    subject = frame.of(first, c.PRONOUN | c.DETERMINER) or frame.is_capital(first)
    if not (second and subject) or "," in frame.low[first:second] or frame.any(c.WILL, report.content, first - 2):
        return False
    within = {_tense(frame, at) for at in range(report.content, first - 2)} - {""}
    told_in_past = within and "present" not in within and _tense_of_report(frame, report.at) == "past"
    return bool(told_in_past) and _tense(frame, second) == "present"


def _verb_behind(frame: Frame, joint: int) -> int:
    """The finite verb without a subject that follows an "and", past its adverbs; 0 where none does."""
    at = joint + 1
    while frame.of(at, c.ADVERB) or (frame.of(at, c.QUANTIFIER) and frame.of(at + 1, c.ADVERB)):
        at += 1
    if frame.is_capital(at) or frame.of(at, c.ADJECTIVE | c.OF_TITLE) or not is_verb(frame, at):
        return 0
    behind = at + 1
    if frame.of(at, c.AUXILIARY | c.THIRD | c.MARKS):
        return at
    to = frame.text(behind) == "to" or (frame.is_word(behind) and frame.is_capital(behind))
    apart = "," in frame.low[joint - 1 : joint + 1]
    hangs = apart and (frame.low[joint] == "but" or (frame.of(behind, c.PREPOSITION) and frame.low[behind] != "by"))
    return at if to or hangs or frame.of(behind, _OBJECTS) else 0


def _ends_series(frame: Frame, second: int, stop: int) -> bool:
    """Whether a last verb follows behind "and"."""
    return any(frame.of(at, c.JOINT) and _verb_behind(frame, at) for at in range(second, stop))


def _tense(frame: Frame, at: int) -> Tense:
    """The tense of a finite verb; a past form may be a participle, too."""
    if frame.of(at - 1, c.PRONOUN) and frame.low[at].endswith("s") and not frame.of(at, c.FUNCTION):
        return "present"  # "she admires"
    if not is_verb(frame, at):
        return ""
    if frame.of(at, c.AUXILIARY):
        return "present" if frame.of(at, _PRESENT) else "past" if frame.of(at, _PAST) else "modal"
    return "past" if frame.of(at, c.PAST) else "present"


def _tense_of_report(frame: Frame, at: int) -> Tense:
    """The tense of a verb that reports, or of the one on which it hangs: "continues to insist", "had long claimed"."""
    first, _ = skip_helpers(frame, at - 1, 0)
    finite = next((n for n in range(first + 1, at) if frame.of(n, c.AUXILIARY)), at)
    if frame.of(at, c.PAST | c.THIRD):
        # What has been said may go on in the past: "has pledged to help and sent a boat".
        return "past" if finite < at and frame.of(finite, c.HAVE | c.HAD) else _tense(frame, finite)
    for before in range(at - 1, max(-1, at - _FARTHEST), -1):
        if frame.low[before] == "," or _tense(frame, before):
            return _tense(frame, before)
    return ""


def _leaves(frame: Frame, report: Report, joint: int, second: int, own: Tense) -> bool:
    """Whether a second verb goes on with the verb that reports, and can't with what is reported before the joint."""
    first, tense = report.content, _tense(frame, second)
    within = {_tense(frame, at) for at in range(first, joint)} - {""}
    if report.opener == "to" and not within and frame.low[second] in _FINITE:
        return True  # "pledge to close it and has asked for help"; not "and have a look"
    known = within or report.opener == "to"  # where no verb is known for one, it may have any tense
    if not known or tense != own or tense in within or (tense == "present" and "past" in within):
        return False
    if tense == "past" and frame.any(c.DUTY, first, joint):
        return False  # "said it can hold and did hold"
    if tense == "present":
        return frame.low[joint - 1] == "," or not frame.of(second, c.AUXILIARY)
    participle = not frame.of(second, c.AUXILIARY)
    return not (
        participle and (frame.any(_PERFECT, first, joint) or not _UNFINISHED.isdisjoint(frame.low[first:joint]))
    )
