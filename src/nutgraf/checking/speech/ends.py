"""Where reported words end: at the next speaker's clause, at what the reporter adds, at the verb of the main clause."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from nutgraf.checking.speech.block import Block
from nutgraf.checking.speech.grammar import (
    AUXILIARIES,
    CONJUNCTIONS,
    CONTRASTS,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    THAT,
    has_verb,
    is_adverb,
    verbs,
)
from nutgraf.checking.speech.line import BREAKS, Line

_DIVIDERS = CONJUNCTIONS | RELATIVES | {"as", "with", "that"}
_NO_VERBS = DETERMINERS | PREPOSITIONS | CONJUNCTIONS
_NO_SUBJECTS = THAT | SUBJECT_PRONOUNS | PREPOSITIONS | {"not", "only"}
_OPENING = SUBORDINATORS | PREPOSITIONS
_BETWEEN_VERBS = BREAKS | _DIVIDERS | {"to"}
_REACH = 12


def end_of(line: Line, first: int, stop: int, others: Sequence[int], *, loose: bool, block: Block) -> int:
    """The token behind the last one of reported words that begin at `first`, at most `stop`.

    `others` are the tokens of other cues; `loose`: no "that"-clause, so that ", and" with a clause goes on without it;
    the clause of a subordinate `block` ends at a comma, that of a relative one where the main verb follows, and what
    hangs on a noun at the sentence's head is part of the main clause's subject.
    """
    for other in others:
        if first < other < stop:
            stop = min(stop, _before_clause(line, first, other))
    depth = line.depth[first]
    at = first
    while at < stop:
        low = line.low[at]
        if line.depth[at] == depth:
            if low == ";" and at > first:
                return at
            if low == "," and at > first:
                past = _past_relative(line, first, at, stop)
                if past:
                    at = past
                    continue
                if block.clause == "subordinate" or (block.clause == "relative" and may_be_verb(line, at + 1)):
                    return at
                if _leaves(line, at, stop, loose=loose):
                    return at
        at += 1
    subject = block.clause == "subject" or (block.noun and block.left == 0)
    return _before_main_verb(line, first, stop) if subject else stop


def _before_clause(line: Line, first: int, other: int) -> int:
    """Where the clause of another cue begins; the sentence's end where it stands within the reported words."""
    at = other
    while at > first + 1 and line.low[at - 1] not in BREAKS and line.low[at - 1] not in _DIVIDERS:
        at -= 1
    if at <= first + 1:
        return len(line)
    opening = line.low[at - 1]
    comma = next((back for back in range(at - 2, max(first, at - 6), -1) if line.low[back] == ","), None)
    if opening in THAT | {"which"} and comma is not None and line.low[comma + 1] in DETERMINERS:
        return comma  # "…, a claim that the rebels deny"
    if opening in THAT or (opening in RELATIVES and line.low[at - 2] != ","):
        return len(line)
    at -= 1
    while at > first + 1 and (line.low[at - 1] in CONTRASTS | {"and", ",", "—", "–", "-"}):
        at -= 1
    return at


def _past_relative(line: Line, first: int, comma: int, stop: int) -> int | None:
    """Behind a clause set off within the reported words: "the bridge, which opened in 1930, was unsafe"."""
    if comma + 2 >= stop or line.low[comma + 1] not in RELATIVES:
        return None
    close = next((at for at in range(comma + 2, stop) if line.low[at] in {",", ";"}), stop)
    follows = close + 1
    opens = line.low[first] in _OPENING  # "as they came from India, which …, they should"
    if close < stop and line.low[close] == "," and (opens or may_be_verb(line, follows)):
        return follows
    return None


def may_be_verb(line: Line, at: int) -> bool:
    """Whether a verb may stand at a token, past adverbs."""
    while at < len(line) and is_adverb(line.low[at]) and line.low[at] not in DETERMINERS:
        at += 1
    if at >= len(line) or not line.is_word(at):
        return False
    low = line.low[at]
    return low in AUXILIARIES or (low not in _NO_VERBS and has_verb(low))


def _leaves(line: Line, comma: int, stop: int, *, loose: bool) -> bool:
    """Whether what follows a comma is the reporter's: a relative clause, a contrast with a subject of its own …"""
    if comma + 1 >= stop:
        return False
    low, after = line.low[comma + 1], line.low[comma + 2] if comma + 2 < stop else ""
    if low in RELATIVES:
        return True
    if low == "according":
        return True
    if low == "with":
        return any(word.endswith("ing") for word in line.low[comma + 2 : min(stop, comma + 2 + _REACH)])
    if low == "but":
        own = after not in _NO_SUBJECTS and not is_adverb(after)
        return own and _has_subject(line, comma + 2, stop)
    if low in {"and", "so", "while", "whereas"} and loose:
        return after not in THAT | {"to"} and _has_subject(line, comma + 2, stop)
    return False


def _has_subject(line: Line, first: int, stop: int) -> bool:
    """Whether a clause of its own stands there: a noun phrase and, behind it, a verb."""
    if may_be_verb(line, first) or not line.is_word(first):
        return False
    close = next((at for at in range(first, stop) if line.low[at] in {",", ";"}), stop)
    return close - first > 1 and has_verb(line.slice(first + 1, close))


def _before_main_verb(line: Line, first: int, stop: int) -> int:
    """Before the second verb in a row: "the lift had been broken for a year | went unanswered"."""
    start = line.starts[first]
    text = line.slice(first, stop)
    found = verbs(text)
    for one, other in pairwise(found):
        between = line.low[line.at(start + one[1] - 1) + 1 : line.at(start + other[0])]
        if _BETWEEN_VERBS.isdisjoint(between):
            return line.at(start + other[0])
    return stop
