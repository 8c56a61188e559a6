"""Values of a fixed list as models write them: "Occurred", "will happen", "politics". Case and plain synonyms, no guessing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

Choice = str | int | None

_SYNONYMS: dict[str, str] = {
    # status of an event
    "occurred": "happened, has happened, has occurred, did happen, past, completed, complete, done, finished, took place",
    "ongoing": "in progress, happening, is happening, continuing, underway, under way, current, currently happening, present",
    "planned": "will happen, will occur, going to happen, to happen, scheduled, upcoming, future, plan, expected, intended",
    "hypothetical": "may happen, might happen, could happen, possible, potential, conditional",
    "cancelled": "called off, will not happen, scrapped, aborted",
    "postponed": "put off, delayed, deferred, rescheduled",
    # roles
    "actor": "agent, subject, doer",
    "recipient": "target, object, victim, patient, affected, beneficiary",
    # who speaks
    "person": "individual, human, human being, people name",
    "organization": "org, company, body, institution, agency, government, authority, government body",
    "group": "people, crowd, group of people",
    "document": "report, study, statement, letter, publication",
    "unnamed": "anonymous, unknown, not named",
    # stance of a quotation
    "says": "said, say, states, stated, statement, asserts, asserted, claims, claimed, affirms",
    "denies": "denied, deny, denial, rejects, rejected",
    "asks": "asked, ask, question, questions",
    "orders": "ordered, order, demands, demanded, urges, urged, requests, requested, request",
    "doubts": "doubted, doubt, questions whether",
    "no_comment": "declined to comment, refused to comment, refused to say, refuses to comment",
}
_MEANT = {said.strip(): choice for choice, words in _SYNONYMS.items() for said in words.split(",")}
_SPELT = (("organisation", "organization"), ("canceled", "cancelled"), ("labor", "labour"), ("defense", "defence"))
_NOTHING = {"", "null", "none", "n/a", "n.a.", "nil", "undefined"}
_NOT_A_WORD = re.compile(r"[\W_]+")
_SMALL = {"and", "of", "the", "or"}


def is_nothing(given: Any) -> bool:
    """True for null, however a model writes it."""
    return given is None or (isinstance(given, str) and given.strip().casefold() in _NOTHING)


def chosen(given: Any, choices: Sequence[str | int]) -> Choice:
    """The choice that is meant, or None where nothing says which."""
    if given in choices and not isinstance(given, bool):
        return choices[list(choices).index(given)]
    if isinstance(given, float) and given.is_integer():
        return chosen(int(given), choices)
    if not isinstance(given, str) or len(given) > 100:
        return None
    by_words = _by_words(tuple(choices))
    folded = _folded(given)
    if folded in by_words:
        return by_words[folded]
    meant = _MEANT.get(folded)
    if meant is not None and _folded(meant) in by_words:
        return by_words[_folded(meant)]
    return _only_one_that_holds(folded, by_words)


@lru_cache(maxsize=256)
def _by_words(choices: tuple[str | int, ...]) -> dict[str, str | int]:
    found: dict[str, str | int] = {}
    for choice in choices:
        found.setdefault(_folded(str(choice)), choice)
    return found


def _only_one_that_holds(folded: str, by_words: dict[str, str | int]) -> Choice:
    """A longer choice that alone has all these words: "politics" is "politics and government"."""
    words = {_singular(word) for word in folded.split()} - _SMALL
    if not words:
        return None
    holding = [choice for name, choice in by_words.items() if words <= {_singular(word) for word in name.split()}]
    return holding[0] if len(holding) == 1 else None


def _singular(word: str) -> str:
    return word.removesuffix("s") if len(word) > 3 else word


def _folded(given: str) -> str:
    words = " ".join(_NOT_A_WORD.sub(" ", given).casefold().split())
    for said, meant in _SPELT:
        words = words.replace(said, meant)
    return words
