"""Surnames that are offices elsewhere: "King" of "Ann King", "Mr. Major" where the article has a John Major.

Alone such a word says nothing; it is somebody where the article names a person so, and no article stands before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.en.vocabulary import WORDS
from nutgraf.reading.names.capitals import is_acronym
from nutgraf.reading.names.lists import HONORIFICS, TITLES
from nutgraf.reading.names.words import Placed, Wording, look

_WORD_BEFORE = re.compile(r"([^\W\d_]+) $")
_WORD_AFTER = re.compile(r"['’]s\b|,? ([a-z]+)")
_LONGEST_WORD = 14
_ACTS = c.PAST | c.THIRD | c.AUXILIARY


def maybe_surname(start: int, run: str, *, initial: bool) -> Placed | None:
    """A run that is an office alone, or one behind a form of address, as the surname that it may be."""
    words = run.split()
    low = words[-1].lower()
    if low not in TITLES or low in HONORIFICS or is_acronym(words[-1]):
        return None
    addressed = len(words) > 1 and words[-2].lower() in HONORIFICS
    if len(words) > 1 + addressed:
        return None
    at = start + run.rindex(words[-1])
    return at, Wording(
        words[-1], (words[-1],), (low,), look((words[-1],), (low,)), initial and not addressed, addressed
    )


def of_people(text: str, held: Iterable[Placed], names: Sequence[Placed]) -> list[Placed]:
    """Of possible surnames those that somebody in the article has."""
    people = {w.words[-1] for _, w in names if len(w.words) > 1 and (w.look.personal or w.person)}
    return [one for one in held if one[1].string in people and _stands(text, *one)]


def _stands(text: str, start: int, wording: Wording) -> bool:
    """Whether somebody may be meant: no "the King", and at the head of a sentence what does or has something."""
    before = _WORD_BEFORE.search(text, max(0, start - _LONGEST_WORD), start)
    if before and WORDS[before[1].lower()] & c.DETERMINER:
        return False
    if not wording.initial:
        return True
    after = _WORD_AFTER.match(text, start + len(wording.string))
    return after is not None and (not after[1] or bool(WORDS[after[1]] & _ACTS))
