"""What is reported beside words in marks that somebody else, or the same speaker, says in the same sentence."""

from __future__ import annotations

from nutgraf.reading.languages import classes as c
from nutgraf.reading.speech.clause.reports import Report
from nutgraf.reading.speech.frames import DASHES, Frame, has_verb, skip_helpers
from nutgraf.reading.speech.told.clausal import NO_CLAUSE

_NEAR = 8
"""Tokens of a subject that stands before its verb."""


def before_quotation(text: str, frame: Frame, report: Report) -> list[tuple[int, int]]:
    """Whole clauses between a cue and the quoted sentence that bears them out: X said it was late, "We ran."."""
    if report.kind != "say" or report.opener not in {"none", "that"} or report.right != report.at:
        return []
    quote = next((at for at in range(report.content, len(frame)) if frame.segment[at] >= 0), len(frame))
    if quote >= len(frame) or quote - report.content < 5 or frame.low[quote - 1] != ",":
        return []
    opening = text[frame.start[quote] + 1 : frame.end[quote]].lstrip()[:1]
    if (
        not opening.isupper()
        or frame.of(report.content, NO_CLAUSE)
        or not frame.any(c.AUXILIARY, report.content, quote - 1)
    ):
        return []
    return [(report.content, quote - 2)]


def less_marked(frame: Frame, report: Report, marked: Report | None) -> Report:
    """A report that ends before the clause behind it that has a quotation of its own."""
    comma = _parting(frame, marked, report.content) if marked else None
    return report._replace(stop=min(comma, report.stop or comma)) if comma else report


def _parting(frame: Frame, report: Report, first: int) -> int | None:
    """What parts the reported from the clause of a quotation: "…, while the mayor, Ann Lee, called it", "…, whom she called", "… and calling it"."""
    left = report.left
    quote = next((at for at in range(first, left) if frame.segment[at] >= 0), None)
    if quote:  # "said it was late - “far too late,” she added - and left"
        apart = frame.low[quote - 1] in DASHES | {",", ";"} and has_verb(frame, first, quote)
        return quote - 1 if apart else None
    if left < first < report.at:
        return _comma_before_verb(frame, report, first)
    relative = next((at for at in range(report.at - 1, max(0, left - 2), -1) if frame.of(at, c.RELATIVE)), None)
    if relative:
        return _before_relative(frame, relative, left)
    if report.carried and frame.of(left, c.JOINT) and (report.bits & c.ING or has_verb(frame, first, left)):
        return left
    return _before_clause(frame, first, left)


def _before_relative(frame: Frame, relative: int, left: int) -> int | None:
    """The comma before a clause that describes, or before the clause whose subject it describes: ", whom she called", ", and the mayor, who called it"."""
    if relative > left and frame.of(left - 1, c.CONJUNCTION) and frame.low[left - 2] == ",":
        return left - 2
    while relative > 1 and frame.of(relative - 1, c.PREPOSITION | c.QUANTIFIER | c.DETERMINER):
        relative -= 1  # ", both of whom she called"
    return relative - 1 if frame.low[relative - 1] == "," else None


def _before_clause(frame: Frame, first: int, left: int) -> int | None:
    """The comma before the clause whose subject begins at `left`, or before what hangs on it."""
    if frame.low[left - 1] == "that" and frame.of(left - 2, c.CONJUNCTION):
        return left - 2  # "and that teachers had told him"
    joint = c.CONJUNCTION | c.SUBORDINATES | c.MANNER
    opened = [
        at for at in range(max(first, left - _NEAR) + 1, left) if frame.low[at] == "," and frame.of(at + 1, joint)
    ]
    if opened and not has_verb(frame, opened[-1] + 2, left):
        return opened[-1]
    beside = (at for at in (left, left - 1) if at > first and frame.low[at] == ",")
    return next(beside, None) or next((at for at in range(left, first, -1) if _hangs_on(frame, at)), None)


def _comma_before_verb(frame: Frame, report: Report, first: int) -> int | None:
    """The comma before the verb of a clause that goes on behind one about its subject: "Lee, who says it leaks, called it"."""
    verb, _ = skip_helpers(frame, report.at - 1, first)
    return verb if frame.low[verb] == "," else None


def _hangs_on(frame: Frame, comma: int) -> bool:
    """Whether a clause begins that tells more of what stands before it: ", who was hurt by the charge that"."""
    return frame.low[comma] == "," and frame.of(comma + 1, c.RELATIVE)
