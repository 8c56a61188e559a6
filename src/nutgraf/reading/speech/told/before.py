"""What stands before a reporting clause that closes or parts it: "CLAUSE, X said", "CLAUSE, X said, and CLAUSE, Y said"."""

from __future__ import annotations

from collections.abc import Sequence

from nutgraf.reading.languages import classes as c
from nutgraf.reading.speech.clause.reports import Report, describes
from nutgraf.reading.speech.frames import DASHES, Frame, has_verb, is_verb

_OF_SAYING = c.ASKS | c.DOCUMENT | c.WRITTEN
"""When or where something is said tells of these: "When asked, …", "In a letter to staff, …"."""
_CONDITIONS = frozenset({"if", "unless"})
_NEAR = 8
"""Tokens that describe a subject, and it."""
_SHORTEST = 3
_LONGEST_LEAD = 8
"""Words of an adverbial at the head of a clause."""


def parted(frame: Frame, reports: Sequence[Report]) -> Sequence[Report]:
    """The reports of a sentence, where two of them close a clause each, with the first ended where the clause of the second begins."""
    if len(reports) < 2:
        return reports
    found = list(reports)
    for number, report in enumerate(found):
        if report.kind == "quote" or before(frame, report) is None:
            continue
        earlier = next((n for n in range(number - 1, -1, -1) if _leaves_room(frame, found[n], report)), None)
        if earlier is not None:
            joint = found[earlier].content
            found[earlier] = found[earlier]._replace(stop=joint)
            found[number] = report._replace(first=joint + 1)
    return found


def _leaves_room(frame: Frame, earlier: Report, report: Report) -> bool:
    """Whether a report has its clause before it, and behind it a joint and another's whole clause."""
    joint = earlier.content
    apart = earlier.opener == "comma" and earlier.kind != "quote" and frame.of(joint, c.CONJUNCTION)
    goes_on = report.opener == "comma" and _is_left_open(frame, joint + 1, report.content)
    whole = (goes_on or has_verb(frame, joint + 2, report.left)) and not is_verb(frame, joint + 1)
    return apart and whole and before(frame, earlier) is not None


def before(frame: Frame, report: Report) -> tuple[int, int] | None:
    """The clause that a report closes: "CLAUSE, X said"."""
    comma = comma_before(frame, report)
    first = _first(frame, report, comma)
    # "Fares, X said, will rise", "– proof, X said, of haste": one word and what belongs to it.
    torn = _is_left_open(frame, first, report.content) or frame.text(first - 1) in DASHES
    goes_on = report.opener == "comma" and torn
    if report.carried or comma - first < 2 - goes_on or (_hangs(frame, first, comma) and not goes_on):
        return None
    marked = frame.low[comma] == "," or (frame.low[comma] in DASHES and report.opener == "comma")
    if not (marked or report.kind == "phrase"):
        return None
    last = comma - marked
    if frame.of(last, c.RELATIVE):
        return None  # "the dam, which, they say, leaks"
    adverbial = frame.of(first, c.ADVERBIAL | c.SUBORDINATES) and "," not in frame.low[first:last]
    if adverbial and not _leads(frame, report, first, last):
        return None
    return (first, last) if frame.word[first : last + 1].count(True) >= 2 - goes_on else None


def comma_before(frame: Frame, report: Report) -> int:
    """The token that parts a reporting clause from what stands before it, past what describes its subject: "CLAUSE, current and former aides said"."""
    left = report.left - 1
    whole = frame.of(report.left, c.DETERMINER) or not frame.is_word(left)
    if whole or report.kind == "phrase" or frame.is_word(report.content):
        return left
    comma = next((at for at in range(left, max(0, left - _NEAR), -1) if not frame.word[at]), left)
    described = frame.low[comma] == "," and describes(frame, comma + 1, report.left)
    nominal = not any(_is_verbal(frame, at) for at in range(comma + 1 + frame.of(comma + 1, c.DETERMINER), report.left))
    return comma if described and nominal and has_verb(frame, 1, comma) else left


def _is_verbal(frame: Frame, at: int) -> bool:
    """Whether no noun phrase goes on there: at a verb of speech, at a small word other than "and"."""
    small = frame.of(at, c.FUNCTION) and not frame.of(at, c.CONJUNCTION) and frame.low[at] != "of"
    return small or frame.of(at, c.CUE) or frame.low[at].endswith("ing")


def _first(frame: Frame, report: Report, comma: int) -> int:
    """Where the clause before a report begins at the earliest: behind a colon, or behind a dash where the report stands within.

    "The test is not – that is over, they say – a vote"; "They left – a sign, they say, of haste".
    """
    first = report.first
    goes_on = report.opener == "comma" and True in frame.word[report.content :]
    within = goes_on and sum(frame.low[at] in DASHES for at in range(first, comma)) % 2
    for at in range(comma - 1, first, -1):
        if (within and frame.low[at] in DASHES) or (frame.low[at] == ":" and has_verb(frame, at + 1, comma)):
            return at + 1
    return first


def condition_of(frame: Frame, report: Report) -> tuple[int, int] | None:
    """The condition ahead of a source, of what follows it: "[If it rains], she said [the dam would break]"."""
    comma, first = report.left - 1, report.first
    if frame.text(first) not in _CONDITIONS or frame.text(comma) != "," or "," in frame.low[first:comma]:
        return None
    return None if frame.any(_OF_SAYING, first + 1, comma) or comma - first < _SHORTEST else (first, comma - 1)


def _is_left_open(frame: Frame, first: int, behind: int) -> bool:
    """Whether what opens a sentence is the subject of a verb behind a report: "Fares, X said, will rise", "Waiting, X said, ruined it"."""
    if frame.of(first, c.ADVERB | c.ADVERBIAL):
        return False
    finite = behind < len(frame) and is_verb(frame, behind)
    return finite or frame.of(behind, c.AUXILIARY) or (frame.of(first, c.ING) and frame.of(behind, c.PAST))


def _hangs(frame: Frame, first: int, comma: int) -> bool:
    """Whether a participle opens a sentence, and so no clause that is reported: "Asked if she would go, Lee said no", "Speaking to us, she said little"."""
    named = frame.of(first + 1, c.PAST | c.THIRD | c.AUXILIARY)  # "Felt died at home, his paper said"
    asked = frame.of(first, c.CUE) and frame.of(first, c.PAST) and not frame.of(first, c.NOUN) and not named
    return asked or (frame.of(first, c.ING) and not has_verb(frame, first + 1, comma))


def _leads(frame: Frame, report: Report, first: int, last: int) -> bool:
    """Whether what opens like an adverbial is told, too: "If that fails, she said, we stay"; not "If asked, she said", "When it fell, she said so".

    A long one that hangs on no clause may have a subject and a verb: "In the end the whole of the old lower town was dry, she said".
    """
    if report.opener == "comma":
        return not frame.any(_OF_SAYING, first + 1, last + 1) and has_verb(frame, report.content, len(frame))
    if frame.of(first, c.SUBORDINATES):  # "After it fell he made a new one, letters show"
        return sum(is_verb(frame, at) for at in range(first + 1, last + 1)) > 1
    return frame.word[first : last + 1].count(True) >= _LONGEST_LEAD
