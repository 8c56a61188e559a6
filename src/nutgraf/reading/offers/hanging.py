"""What hangs on a clause and tells of another time: it is left out of an offer, so that a title has one status."""

from __future__ import annotations

from collections.abc import Sequence

from nutgraf.reading.languages import classes as c
from nutgraf.reading.offers.status import statuses, verb_of
from nutgraf.reading.verbs.found import clause_of, cues
from nutgraf.reading.verbs.groups import Clause
from nutgraf.results.happened import Status


def turns(rest: str, mine: Sequence[Status], language: str) -> bool:
    """Whether a clause goes on about somebody named before it at another time: "…, and its owners are to be paid"."""
    clause = clause_of(rest, language)
    if verb_of(rest, language) is None or not clause.of(0, c.PRONOUN, c.POSSESSIVE):
        return False
    return set(mine).isdisjoint(statuses(rest, language) or mine)


def less_hanging(text: str, start: int, end: int, language: str) -> int:
    """Where a clause ends before another that hangs on it behind a comma and has another status: "…, who will go in May"."""
    clause = text[start:end]
    verb = verb_of(clause, language)
    if verb is None:
        return end
    mine = set(statuses(clause, language))
    read = clause_of(clause, language)
    for cue in cues(clause, language):
        comma = clause[: cue.start].rstrip()
        if cue.link == "clause" and cue.start > verb.end and comma.endswith(",") and _is_relative(read, cue.start):
            hung = statuses(clause[cue.end :], language)
            return start + len(comma) - 1 if mine.isdisjoint(hung) and _is_last(clause[cue.end :]) else end
    return end


def _is_relative(read: Clause, start: int) -> bool:
    return any(begins == start and read.of(at, c.RELATIVE) for at, begins in enumerate(read.starts))


def _is_last(rest: str) -> bool:
    return "," not in rest
