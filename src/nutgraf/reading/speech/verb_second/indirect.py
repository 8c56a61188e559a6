"""Speech without marks in a sentence, and in one that goes on with it by its mood alone."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from nutgraf.reading.languages import classes as c
from nutgraf.reading.parts import Attribution
from nutgraf.reading.speech.clause.reports import Report
from nutgraf.reading.speech.frames import QUOTE, Frame
from nutgraf.reading.speech.told.indirect import told
from nutgraf.reading.speech.verb_second.content import Range
from nutgraf.reading.speech.verb_second.fields import is_finite, is_subjunctive

_PLURALS = frozenset({"hätten", "müssten", "wären"})
"""Stand for plurals whose subjunctive looks like their indicative: "Die Leute hätten gewarnt" for "haben"."""


def indirect(text: str, frame: Frame, reports: Sequence[Report], used: Collection[int]) -> list[Attribution]:
    """The reported clauses of a sentence, for the reports that no quotation uses (`used`: tokens of their cues)."""
    found: list[Attribution] = []
    for report in reports:
        quoted = any(QUOTE in frame.low[first : last + 1] for first, last in report.told)
        if report.told and not quoted and report.at not in used and not _overlaps(report, found, frame):
            found.append(told(text, frame, report, report.told))
    return found


def _overlaps(report: Report, found: Sequence[Attribution], frame: Frame) -> bool:
    """A report within what another one reports is part of that."""
    start, end = frame.start[report.told[0][0]], frame.end[report.told[-1][1]]
    return any(first < end and start < last for other in found for first, last in other.content)


def goes_on(frame: Frame) -> Range | None:
    """The words of a sentence whose first finite verb is a subjunctive of reported speech."""
    verb = next((at for at in range(len(frame)) if is_finite(frame, at)), -1)
    first = frame.clause_start(verb) if verb >= 0 else 0
    if verb >= 0 and frame.of(
        first, c.SUBORDINATES | c.OPENS_CLAUSE
    ):  # "Wenn es regne, werde …", "Ob es reiche, sei …"
        verb = next((at for at in range(frame.clause_end(first), len(frame)) if is_finite(frame, at)), verb)
    told = is_subjunctive(frame, verb) or (frame.text(verb) in _PLURALS and "wenn" not in frame.low)
    if verb <= 0 or not told or frame.low[verb] == "möge":
        return None
    last = len(frame) - 1
    while last and not frame.is_word(last):
        last -= 1
    return 0, last
