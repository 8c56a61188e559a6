"""The noun that a number counts: "176 drones", "two large orders", "hundreds of people"."""

from __future__ import annotations

import re

from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.en.vocabulary import WORDS

ADVERBS = WORDS.any_of(c.BETWEEN)
CLAUSE_WORDS = WORDS.any_of(c.BREAK)
IRREGULAR_PAST = WORDS.any_of(c.IRREGULAR)
PAST_BE = WORDS.any_of(c.PAST_BE)
PRESENT_BE = WORDS.any_of(c.PRESENT_BE)


_NEXT = re.compile(r"(?:[ \u00a0]|-|\n)([A-Za-z0-9][\w’'.-]*)")
_OF = re.compile(r" of(?: the| its| his| her| their| those| these| our)?(?= )")
_MOST_WORDS = 5

PLURALS = frozenset(
    (
        "people men women children police troops aircraft feet teeth mice sheep cattle fish personnel staff crew media data criteria"
        " phenomena wives lives spacecraft series species offspring livestock clergy others firemen policemen servicemen fishermen"
        " lawmakers congressmen businessmen gunmen crewmen dead injured wounded missing survivors"
    ).split()
)
_NO_PLURALS = frozenset(
    (
        "is was has does as this its his less plus across always perhaps us thus yes various previous serious famous religious"
        " dangerous enormous numerous business press process gas bus virus crisis basis access success campus focus status bonus"
        " towards besides sometimes"
    ).split()
)
_STOP = (
    frozenset(
        (
            "in on at by for from to with into over under of off out up down about above below between among during through per via"
            " against without within towards toward near around inside outside behind beyond despite than then not no nor so but and"
            " or if it he she they we you i who which that will would can could may might shall should must have had has do did does"
            " be been being the a an his her its their our my your this these those each every all both plus minus respectively"
            " ago earlier later more"
        ).split()
    )
    | PAST_BE
    | PRESENT_BE
    | CLAUSE_WORDS
)
_PASS = frozenset("more other new additional further".split())


def counted_noun(text: str, end: int, *, single: bool) -> tuple[int, str] | None:
    """Offset of the end of the counted noun, and the noun, for a number that ends at `end`; None when none stands there.

    The first plural after the number counts ("two large orders from …"); for one, the noun before the next
    verb or preposition ("one British soldier was").
    """
    at = end
    opening = _OF.match(text, at)
    if opening:
        at = opening.end()
    best: tuple[int, str] | None = None
    for _ in range(_MOST_WORDS):
        match = _NEXT.match(text, at, at + 50)
        if match is None:
            break
        word, stop = _less_mark(match.group(1)), match.start(1) + len(_less_mark(match.group(1)))
        lower = word.lower()
        if lower.isdigit() or (lower in _STOP and lower not in _PASS) or (lower in ADVERBS and lower.endswith("ly")):
            break
        if (
            single
            and (best is not None or lower in IRREGULAR_PAST)
            and (lower in IRREGULAR_PAST or lower.endswith("ed"))
        ):
            break
        if single or (is_plural(word) and lower not in _PASS):
            best = (stop, word)
        elif best is not None:
            break
        closed = stop != match.end()
        if closed:
            break
        at = stop
    if best and single and (best[1].lower() in _PASS or not best[1].isalpha()):
        return None
    return best


def hyphenated(text: str, end: int) -> tuple[int, str] | None:
    """The word that a hyphen ties to the number: "three-member", "12-man"."""
    match = _HYPHENATED.match(text, end)
    return (match.end(), match.group(1)) if match else None


_HYPHENATED = re.compile(r"-([a-z]{3,20})(?![a-z])")


def is_plural(word: str) -> bool:
    """Whether a word looks like a plural noun."""
    lower = word.lower()
    if lower in PLURALS:
        return True
    if not lower.endswith("s") or len(lower) < 3 or lower in _NO_PLURALS or lower.endswith(("ss", "ous", "'s", "’s")):
        return False
    return not lower.endswith("us") and not (lower.endswith("is") and word[0].islower())


def _less_mark(word: str) -> str:
    return word.rstrip(".'’-")
