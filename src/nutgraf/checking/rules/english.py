"""The English words that rules go by: queries on the word table and the lists of the language, each made once."""

from __future__ import annotations

from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.en.vocabulary import WORDS
from nutgraf.reading.languages.tables import lists_of, words_in_list

_LISTS = lists_of("en")


def of_list(name: str) -> frozenset[str]:
    """The words of a list of the language."""
    return words_in_list("en", name)


def lines_of(name: str) -> list[list[str]]:
    """The groups of a list that has several, as "rise grow | fall drop" has two."""
    return [group.split() for group in _LISTS.get(name, "").split("|")]


def sides_of(name: str) -> list[tuple[list[str], list[str]]]:
    """The groups of a list that have two sides, as "rise grow / fall drop" has."""
    halves = (group.split("/") for group in _LISTS.get(name, "").split("|"))
    return [(one.split(), other.split()) for one, other in halves]


PRESENT_BE = WORDS.any_of(c.PRESENT_BE)
PAST_BE = WORDS.any_of(c.PAST_BE)
HAVE = WORDS.any_of(c.HAVE)
HAD = WORDS.any_of(c.HAD)
DO = WORDS.any_of(c.DO)
DID = WORDS.any_of(c.DID)
BE, HAS = PRESENT_BE | PAST_BE, HAVE | HAD
WILL = WORDS.any_of(c.WILL)
MAYBE = WORDS.any_of(c.MAYBE)
DUTY = WORDS.any_of(c.DUTY)
PLAN_VERBS = WORDS.any_of(c.PLANS)
SAYING = WORDS.any_of(c.SAID)
IRREGULAR_PAST = WORDS.any_of(c.IRREGULAR)
FINITE = WILL | MAYBE | BE | HAS | DO | DID
"""With these a verb group begins that tells a time."""
ADVERBS = WORDS.any_of(c.BETWEEN)
ARTICLES = WORDS.any_of(c.ARTICLE, c.POSSESSIVE) | {"some", "any", "no", "of"}
SUBORDINATING = (WORDS.any_of(c.SUBORDINATES) | {"whereas"}) - {"once"}  # which is an adverb mostly
RELATIVE = WORDS.any_of(c.RELATIVE) | {"where"}
CLAUSE_WORDS = WORDS.any_of(c.OPENS_CLAUSE, c.RELATIVE, c.SUBORDINATES, c.CONJUNCTION)
PREPOSITIONS = WORDS.any_of(c.PREPOSITION)
