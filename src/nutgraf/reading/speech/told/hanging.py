"""Reports within a clause that hangs on another, and where that one ends: "When Pell said it rained, the town fled"."""

from __future__ import annotations

from nutgraf.reading.languages import classes as c
from nutgraf.reading.speech.clause.reports import Report
from nutgraf.reading.speech.frames import BE, TIMES, Frame, has_verb, is_verb, skip_helpers

_LONGEST_SUBJECT = 8
"""Tokens of a subject that stands before its verb, with what opens its clause."""
_LONGEST_MEMBER = 4
"""Tokens of the last member of a list, with its "and"."""


def hangs(frame: Frame, report: Report) -> bool:
    """Whether the report stands in a clause of time, cause or kind: "When Pell said …, the town …", "Lee, who said …, won"."""
    if report.opener == "question" and report.bits & c.ASKS and frame.text(report.at - 1) in {"", "when"}:
        return True  # "Asked by Pell whether …, Lund …", "When asked whether …, Lund …"
    if report.speaker is None:  # "But when Pell was asked whether …, the town …"
        subject = report.at - 1
        while frame.of(subject, BE | c.AUXILIARY | c.ADVERB) or frame.text(subject) == "been":
            subject -= 1
        joint = frame.of(0, c.CONJUNCTION) and not frame.of(0, c.SUBORDINATES)
        whose = frame.of(subject, c.RELATIVE)  # "Pell, who had been told that …, left"
        return whose or (report.left == 0 and _hangs_from(frame, int(joint), report.at))
    if _within_relative(frame, report) or _is_circumstance(frame, report):
        return True
    if frame.any(c.RELATIVE, report.speaker.last + 1, report.at):
        return "," not in frame.low[report.speaker.last + 2 : report.at]  # not "Lee, who won, said"
    opening = next((at + 1 for at in range(report.left - 1, -1, -1) if frame.low[at] == ","), 0)
    if _is_apposed(frame, report):
        opening = 0
    left = report.left + (frame.low[report.left] == "as" and report.opener != "comma")  # not "As Pell said, …"
    opening += frame.of(opening, c.CONJUNCTION) and not frame.of(opening, c.SUBORDINATES)
    if left == 0 or left - opening > _LONGEST_SUBJECT:
        return False
    aside = left == 2 and frame.low[1] == ","  # "If, as Pell says, it rains, we stay"
    if opening and frame.of(report.at, c.ING):
        return False  # "He left, before saying that he, too, was ill"
    # "In a year in which most say they …, the town …"
    whose = frame.of(opening, c.PREPOSITION) and frame.any(c.RELATIVE, opening + 1, left)
    fronted = whose and "," not in frame.low[:left]
    return fronted or _hangs_from(frame, 0 if aside else opening, left)


def _hangs_from(frame: Frame, first: int, stop: int) -> bool:
    """Whether a clause that hangs on another opens there, past what says when: "when", "just when", "two days after"."""
    when = TIMES | c.CARDINAL | c.DETERMINER | c.UNTOLD | c.ADVERB
    while first < stop and not frame.of(first, c.SUBORDINATES) and frame.of(first, when):
        first += 1
    return first < stop and frame.of(first, c.SUBORDINATES)


def may_end(frame: Frame, report: Report, comma: int, stop: int) -> bool:
    """Whether a clause that hangs on another may end at a comma: it is whole by then, and what follows is no part of it.

    Not "those who claim to own Osk, Lund and Moe", "When she said that Osk, the old town, was dry", "who said it was, in part, old".
    """
    first, head = report.content, frame.low.index(",", report.content)
    left_open = frame.of(head - 1, c.AUXILIARY | c.PRONOUN) or all(frame.is_capital(at) for at in range(first, head))
    if (left_open and "," not in frame.low[head + 1 : comma]) or comma <= _parted(frame, report, head, stop):
        return False
    if report.at == 0:
        return True  # "Asked whether it rained, Pell …"
    if frame.text(comma + 1) == "or" or (frame.of(comma + 1, c.CONJUNCTION) and frame.of(comma + 2, c.THAT)):
        return False
    listed = frame.any(c.CONJUNCTION, max(comma, stop - _LONGEST_MEMBER), stop)
    closed = any(frame.low[at - 1] == "," and frame.of(at, c.RELATIVE) for at in range(report.left + 1, report.at))
    part = (frame.of(comma + 1, c.PREPOSITION) or listed) and not closed  # not ", who said it rained, on a hill"
    return not part or frame.any(c.VERB | c.AUXILIARY | c.PRONOUN, comma + 1, stop + 1)


def _parted(frame: Frame, report: Report, head: int, stop: int) -> int:
    """The comma with which a subject is parted from its verb: "whether the lock, the old one, | would hold"; 0 where none is."""
    opening = next(
        (at for at in range(head - 1, report.content, -1) if frame.of(at, c.OPENS_CLAUSE | c.THAT)), report.content
    )
    if report.opener == "to" or frame.of(report.left - 1, c.RELATIVE) or has_verb(frame, opening, head):
        return 0
    commas = (at for at in range(head + 1, stop) if frame.low[at] == ",")
    return next((at for at in commas if is_verb(frame, at + 1) and frame.text(at + 2) != "by"), 0)


def _is_circumstance(frame: Frame, report: Report) -> bool:
    """Whether a preposition governs it: "Despite Pell's claim that …, the town …", "With Pell saying that …, the town …"."""
    if not frame.of(0, c.PREPOSITION | c.MANNER) or report.kind == "phrase":
        return False
    return report.left == 0 or bool(report.bits & c.NOUN and report.left == 1)


def _is_apposed(frame: Frame, report: Report) -> bool:
    """Whether the only commas before a verb set off a name or an office of its subject: "Because the vet, Ann Lee, had said"."""
    commas = [at for at in range(report.at) if frame.low[at] == ","]
    verb, _ = skip_helpers(frame, report.at - 1, 0)
    return len(commas) == 2 and commas[1] == verb and not has_verb(frame, 1, verb)


def _within_relative(frame: Frame, report: Report) -> bool:
    """Whether a report stands behind the relative pronoun of a clause: "the bridge, of which he said it was safe, …"."""
    comma = report.left - 2 - frame.of(report.left - 2, c.PREPOSITION)
    return frame.of(report.left - 1, c.RELATIVE) and frame.text(comma) == ","
