"""What governs an infinitive: "agreed to", "tried to", "failed to", "is to", "has yet to"."""

from __future__ import annotations

from typing import Literal

from nutgraf.checking.rules import english
from nutgraf.checking.rules.english import of_list
from nutgraf.checking.rules.stems import stem
from nutgraf.checking.rules.words.wording import Wording
from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.en.vocabulary import WORDS

Manner = Literal[
    "done",
    "ongoing",
    "present",
    "will",
    "would",
    "maybe",
    "planned",
    "decided",
    "sought",
    "not",
    "denied",
    "alleged",
    "almost",
    "unknown",
]
"""*planned*: agreed, ordered, expected; *decided*: so far as is told, perhaps done since; *sought*: tried, wanted, threatened; *maybe*: could, may, or inside an if-clause; *would*: no
reported "will"; *alleged*: behind "accused of"."""

_PLANNED = of_list("planned")
_DECIDED = of_list("decided")
_SOUGHT = of_list("sought")
_IN_VAIN = of_list("in-vain")
ALMOST = of_list("almost")
NOT = of_list("not")
_IS_OR_HAS = english.BE | english.HAS
_FORMS_OF_BE = english.BE | {"be", "been"}
_COUNTS = c.CARDINAL | c.ORDINAL | c.UNTOLD
REACH = 6
"""Words before a verb among which what governs it is looked for."""


def less_adverbs(before: list[str]) -> tuple[list[str], bool, bool]:
    """The words before a verb less its adverbs; whether they negate it; whether it nearly was."""
    at, negated, almost = len(before), False, False
    while at and (
        before[at - 1] in english.ADVERBS
        or before[at - 1] in ALMOST
        or (before[at - 1].endswith("ly") and before[at - 1] != "family")
    ):
        at -= 1
        negated = negated or before[at] in NOT or before[at] == "longer"
        almost = almost or before[at] in ALMOST
    if before[at - 1 : at] == ["little"] and before[at - 2 : at - 1] != ["a"]:
        at, negated = at - 1, True  # "little changed" is hardly changed
    if at and before[at - 1].endswith("n't"):
        negated = True
    return before[:at], negated, almost


def is_passive(text: Wording, at: int) -> bool:
    """Whether a form of "be" stands before a verb."""
    rest, _, _ = less_adverbs(text.in_order[max(0, at - REACH) : at])
    return not _FORMS_OF_BE.isdisjoint(rest[-1:])


def infinitive(before: list[str]) -> Manner:
    """An infinitive by what governs it: "agreed to", "tried to", "failed to", "is to", "has yet to"."""
    rest, negated, _ = less_adverbs(before)
    if before and before[-1] == "yet":
        return "not"
    if before and before[-1] in {"first", "last"}:
        return "unknown"  # who was first to do it did it
    previous = rest[-1] if rest else ""
    if previous in english.HAD and not negated:
        return "unknown"  # what had to be done was done, as a rule
    if previous in _IS_OR_HAS:
        return "not" if negated else "sought" if previous in english.HAVE else "planned"
    if previous == "order" and rest[-2:-1] == ["in"]:
        return "unknown"  # an aim is no attempt
    if negated and previous not in {"decided", "agreed", "chose"}:
        return "not"
    for distance, low in enumerate(reversed(before[-REACH:])):
        if low in COMPLETED:
            return "unknown"
        if low.startswith("need") and any(
            WORDS[word] & _COUNTS or word[0].isdigit() for word in before[len(before) - distance :]
        ):
            return "unknown"  # who needed 97 seconds to score scored
        if governing := governs(low):
            if distance == 0 and before[-2:-1] == ["no"]:
                return "not"  # "has no plans to"
            through = distance > 1 or (distance and before[-1] in _WAYS)
            return "unknown" if through and stem(low) in _OF_ONESELF else governing
        if low in ENDING_CLAUSE:
            break
    return "unknown"


_BY_STEM: dict[str, Manner] = {
    **{stem(word): "sought" for word in (*_SOUGHT, "tell")},
    **{stem(word): "planned" for word in (*_PLANNED, "set", "bound")},
    **{stem(word): "decided" for word in _DECIDED},
    **{stem(word): "not" for word in _IN_VAIN},
}
_NO_GOVERNORS = of_list("no-governors")
"""They share their stems with "likely", "going" and "deal"."""


def governs(low: str) -> Manner | None:
    """How a word has an infinitive behind it: "begged to", "plans to"; None where it governs none."""
    return None if low in _NO_GOVERNORS else _BY_STEM.get(stem(low))


_OF_ONESELF = frozenset(map(stem, of_list("own-efforts")))
"""What one tries is what one does oneself: "pushed a backhand wide to end the match" ended it."""
_WAYS = english.PREPOSITIONS | of_list("ways")
"""Who fought back, or pushed on, to win has won."""
BREAKS = frozenset({".", ";", ":", "!", "?", "\n"})
ENDING_CLAUSE = BREAKS | {",", "and", "but"}
COMPLETED = of_list("completed")
"""Behind these what an infinitive tells was done: "caused the ferry to turn"."""


def clause_at(lows: list[str], at: int, ends: frozenset[str]) -> tuple[int, int]:
    """Where the clause of a place begins and ends, by the words and marks that end one."""
    first = next((n + 1 for n in range(at - 1, -1, -1) if lows[n] in ends), 0)
    return first, next((n for n in range(at + 1, len(lows)) if lows[n] in ends), len(lows))
