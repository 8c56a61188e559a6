"""Which statuses the wording of an offered clause leaves room for: mostly one, as its main verb tells."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import get_args

from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.language import language_of, words_of
from nutgraf.reading.verbs.found import clause_of, cues
from nutgraf.reading.verbs.groups import Clause, Cue
from nutgraf.reading.verbs.tense import NO_SUBJECT, main_groups, state_of
from nutgraf.results.happened import Status

EVERY: tuple[Status, ...] = get_args(Status)


@lru_cache(maxsize=1024)
def verb_of(clause: str, language: str) -> Cue | None:
    """The first verb group of the main clause; None where the reading knows no finite verb there."""
    found = cues(clause, language)
    groups, _ = main_groups(clause, found)
    present = _present(clause, language)
    first = next((cue for cue in groups if _is_finite(cue, clause, found, language)), None)
    if first is None or (present is not None and present.start < first.start):
        return present
    return (_governing(first, found) if first.over else None) or first


def _is_finite(cue: Cue, clause: str, found: Sequence[Cue], language: str) -> bool:
    """No infinitive, no participle: "a plan to move", "a hearing scheduled for Monday", "having left", "with enhanced powers"."""
    if cue.over and _governing(cue, found) is not None:
        return True
    before = clause[: cue.start].split()
    if cue.lone and before:
        bits = words_of(language)[before[-1].lower()]
        if cue.kind == "future" or bits & (c.PREPOSITION | c.DETERMINER | c.CONJUNCTION):
            return False
    return before[-1:] not in (["having"], ["to"]) and not clause.startswith("to ", cue.start)


def _governing(cue: Cue, found: Sequence[Cue]) -> Cue | None:
    """The verb whose place a group takes: "agreed" of "agreed to sell"."""
    before = (one for one in reversed(found) if one.end <= cue.start)
    return next((one for one in before if one.kind not in ("break", "if")), None)


@lru_cache(maxsize=1024)
def statuses(clause: str, language: str, *, reported: bool = False) -> tuple[Status, ...]:
    """The statuses that the main verb of a clause, its first, leaves room for; all where it tells nothing, none where it is denied.

    What did not happen, what nobody did and what should or can be done is no event.

    Args:
        clause: a slice of a sentence, less the words that attribute it.
        language: the code of its language.
        reported: whether somebody is only said to say so: there "would" is a "will".
    """
    core = core_of(clause, language)
    condition = any(cue.kind == "if" for cue in cues(core, language))
    verb = verb_of(core, language)
    if verb is None:
        return EVERY
    if verb.negated or NO_SUBJECT.search(core[: verb.start]):
        return ()
    states = _states(verb, core, reported=reported)
    return ("hypothetical",) if condition and set(states) <= {"planned", "hypothetical", "ongoing"} else states


@lru_cache(maxsize=1024)
def core_of(clause: str, language: str) -> str:
    """The clause without what hangs on its main verb: "…, where four died", "because she had no key"; an "if" stays."""
    verb = verb_of(clause, language)
    if verb is None:
        return clause
    hung = (
        cue for cue in cues(clause, language) if cue.link == "clause" and cue.kind != "if" and cue.start >= verb.end
    )
    opens = next(hung, None)
    return clause if opens is None or _condition_follows(clause, opens, language) else clause[: opens.start]


def _condition_follows(clause: str, opens: Cue, language: str) -> bool:
    return any(cue.kind == "if" and cue.start > opens.start for cue in cues(clause, language))


def _states(cue: Cue, clause: str, *, reported: bool) -> tuple[Status, ...]:
    if cue.kind == "maybe" and reported and clause.startswith("would", cue.start):
        return ("planned",)
    state = state_of(cue)
    if state is not None:
        return (state,)
    if cue.kind == "present" and clause.startswith("will", cue.start):
        return ("planned",)  # "will be scrapped"
    return ("ongoing",) if cue.kind == "present" else ()


def _present(clause: str, language: str) -> Cue | None:
    """A verb in the simple present, which shows no tense to the rules of verbs: "plans a parade", "expects to close"."""
    rules = language_of(language).verbs
    if rules is None or not rules.plain_present:
        return None
    read = clause_of(clause, language)
    for at in range(1, len(read)):
        if read.of(at - 1, c.SUBORDINATES | c.RELATIVE | c.OPENS_CLAUSE):
            return None  # a clause within another
        finite = read.each(at, c.THIRD | c.VERB) and not read.of(at - 1, c.DETERMINER | c.PREPOSITION)
        if finite and (read.of(at + 1, c.DETERMINER) or read.text(at + 1) == "to"):
            ahead = read.of(at, c.PLANS) and (read.text(at + 1) == "to" or not read.of(at, c.CUE))
            return Cue(read.starts[at], read.ends[at], "future" if ahead else "present")
    return None


def turns(rest: str, mine: Sequence[Status], language: str) -> bool:
    """Whether a clause goes on about somebody named before it at another time: "…, and its owners are to be paid"."""
    clause = clause_of(rest, language)
    if verb_of(rest, language) is None or not clause.of(0, c.PRONOUN | c.POSSESSIVE):
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
