"""Which statuses the wording of an offered clause leaves room for: mostly one, as its main verb tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import get_args

from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.language import words_of
from nutgraf.reading.verbs.groups import Clause, Cue, cues
from nutgraf.reading.verbs.tense import main_groups, state_of
from nutgraf.results.happened import Status

EVERY: tuple[Status, ...] = get_args(Status)
_NOBODY = re.compile(r"\b(?:no|nobody|none|nothing|neither)\b(?!\.?\s?\d)", re.IGNORECASE)


def verb_of(clause: str, language: str) -> Cue | None:
    """The first verb group of the main clause; None where the reading knows no finite verb there."""
    found = cues(clause, language)
    groups, _ = main_groups(clause, found)
    first = next((cue for cue in groups if _is_finite(cue, clause, found)), None)
    if first is None:
        return _present(clause, language)
    return (_governing(first, found) if first.over else None) or first


def _is_finite(cue: Cue, clause: str, found: Sequence[Cue]) -> bool:
    """No infinitive or participle of a noun: "a plan to move", "a hearing scheduled for Monday"."""
    if cue.over and _governing(cue, found) is not None:
        return True
    return not (clause.startswith("to ", cue.start) or (cue.lone and cue.kind == "future"))


def _governing(cue: Cue, found: Sequence[Cue]) -> Cue | None:
    """The verb whose place a group takes: "agreed" of "agreed to sell"."""
    before = (one for one in reversed(found) if one.end <= cue.start)
    return next((one for one in before if one.kind not in ("break", "if")), None)


def statuses(clause: str, language: str, *, reported: bool = False) -> tuple[Status, ...]:
    """The statuses of what a clause tells; all of them where its words tell nothing.

    Args:
        clause: a slice of a sentence, less the words that attribute it.
        language: the code of its language.
        reported: whether somebody is only said to say so: there "would" is a "will".
    """
    core = core_of(clause, language)
    found = cues(core, language)
    groups, condition = main_groups(core, found)
    first = verb_of(core, language)
    if first is None:
        return EVERY
    if _NOBODY.search(core[: first.start]):
        return ("hypothetical",)
    told = [first, *(cue for before, cue in pairwise(groups) if _is_finite(cue, core, found) and _joined(found, before, cue))]
    states = list(dict.fromkeys(state for cue in told for state in _states(cue, core, reported=reported)))
    if condition and set(states) <= {"planned", "hypothetical", "ongoing"}:
        return ("hypothetical",)
    return tuple(states) or EVERY


def core_of(clause: str, language: str) -> str:
    """The clause without what hangs on its main verb: "…, where four died", "because she had no key"; an "if" stays."""
    verb = verb_of(clause, language)
    if verb is None:
        return clause
    hung = (cue for cue in cues(clause, language) if cue.link == "clause" and cue.kind != "if" and cue.start >= verb.end)
    opens = next(hung, None)
    return clause if opens is None or _condition_follows(clause, opens, language) else clause[: opens.start]


def _condition_follows(clause: str, opens: Cue, language: str) -> bool:
    return any(cue.kind == "if" and cue.start > opens.start for cue in cues(clause, language))


def _joined(found: Sequence[Cue], before: Cue, after: Cue) -> bool:
    """Whether a conjunction joins two groups: in "the boats they have seized" the second is within the first's object."""
    return any(cue.link == "joint" and before.end <= cue.start < after.start for cue in found)


def _states(cue: Cue, clause: str, *, reported: bool) -> tuple[Status, ...]:
    if cue.kind == "maybe" and reported and clause[cue.start :].startswith("would") and not cue.negated:
        return ("planned",)
    state = state_of(cue)
    if state is not None:
        return (state,)
    return ("planned", "hypothetical") if cue.kind == "duty" else ("ongoing", "occurred")


def _present(clause: str, language: str) -> Cue | None:
    """A verb in the simple present, which shows no tense to the rules of verbs: "plans a parade", "expects to close"."""
    if language != "en":
        return None
    read = Clause(clause, words_of(language))
    for at in range(1, len(read.words)):
        finite = read.of(at, c.THIRD | c.VERB) and not read.of(at - 1, c.DETERMINER, c.PREPOSITION)
        if finite and (read.of(at + 1, c.DETERMINER) or read.word(at + 1) == "to"):
            return Cue(read.starts[at], read.ends[at], "future" if read.of(at, c.PLANS) else "present")
    return None
