"""Verbs as headlines tell them: "Council approves budget", "Budget approved by council", "Council to approve budget"."""

from __future__ import annotations

from functools import lru_cache

from nutgraf.checking.rules import english
from nutgraf.checking.rules.force.governed import BREAKS
from nutgraf.checking.rules.force.manner import is_past
from nutgraf.checking.rules.force.told import Told, describes, may_be_told, told_at
from nutgraf.checking.rules.stems import is_numeral
from nutgraf.checking.rules.words.wording import Wording

_FINITE = english.FINITE | english.DUTY
_NO_SUBJECT = english.ARTICLES | english.PREPOSITIONS | english.ADVERBS
_APART = english.CLAUSE_WORDS | BREAKS - {":"} | _FINITE | {",", "to"}
_NO_THIRD = ("ss", "us", "is", "ings")
_SHORTEST = 4


@lru_cache(maxsize=4096)
def told_in_title(text: Wording, at: int) -> Told | None:
    """With what force a statement, which may be a headline, tells the verb at a place; None where it tells none there."""
    low, before = text.words[at].low, text.in_order[:at]
    previous = before[-1] if before else ""
    opens = bool(before) and _APART.isdisjoint(before) and not any(map(is_past, before))
    if opens and low.endswith("s") and len(low) >= _SHORTEST and _may_be_third(text, at):
        return Told("present")
    if not may_be_told(low, previous):
        return None
    told = told_at(text, at)
    if told.manner == "unknown":
        heads = (
            previous == "to" and len(before) > 1 and _APART.isdisjoint(before[:-1]) and not any(map(is_past, before))
        )
        return Told("planned", aside=True) if heads else None
    if describes(text, at) and not (opens and _FINITE.isdisjoint(text.lows)):
        return None
    return told


def _may_be_third(text: Wording, at: int) -> bool:
    """Whether an s may be that of a verb: behind a noun, with something behind it."""
    low, before, behind = text.words[at].low, text.words[at - 1], text.in_order[at + 1 : at + 2]
    subject = before.stem and before.low not in _NO_SUBJECT and not is_numeral(before.low)
    plural = before.low.endswith("s") and not before.capital and not before.low.endswith(_NO_THIRD)
    return bool(subject and behind) and not (plural or low.endswith(_NO_THIRD) or behind[0] in _FINITE | BREAKS)
