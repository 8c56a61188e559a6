"""The proper words of a short text, such as a title or a summary point, one by one.

Checking asks which words of a model's sentence must stand in the article as they are.
The runs of capitals are those of any text; here each word of them is judged by itself, for there is no article to ask.
"""

from __future__ import annotations

from nutgraf.reading.names.capitals import is_acronym, run_pattern
from nutgraf.reading.names.cuts import SELF
from nutgraf.reading.names.lists import (
    CALENDAR,
    COMMON_OPENERS,
    CUES,
    DEMONYMS,
    FUNCTION_WORDS,
    OPENERS_BEFORE_NAMES,
    ORGANIZATION_NAMES,
    PARTICLES,
    PLACES,
)
from nutgraf.reading.names.words import is_title
from nutgraf.reading.parts import Offsets

_NO_NAMES = FUNCTION_WORDS | CALENDAR | SELF
_NAMES_ANYWAY = PLACES | ORGANIZATION_NAMES | DEMONYMS
_PLAIN_ENDINGS = ("s", "ing", "ion", "ment", "ness", "ed", "ly", "ity", "ence", "ance", "age", "ure", "ism")


def proper_words(text: str) -> tuple[Offsets, ...]:
    """The words of a short text, such as a title or a summary point, that are written as names, one by one.

    The first word is capitalised by position only: it counts unless it is a common opener, or looks like a plain
    word ("Talks", "Shelling"). Calendar words, titles and function words don't count. Where nearly every word has
    a capital, nothing tells names apart and every content word counts.
    """
    found: list[Offsets] = []
    head = len(text) - len(text.lstrip(" \n\t\"“‘'«„("))
    for run in run_pattern(text).finditer(text):
        at = run.start()
        words = run[0].split()
        for word in words:
            at = text.index(word, at)
            end = at + len(word)
            low = word.lower().replace("’", "'")
            opener = at <= head and len(words) == 1 and _is_plain_opener(text, end, word, low)
            if _is_proper(word, low) and not opener:
                found.append((at, end))
            at = end
    return tuple(found)


def _is_proper(word: str, low: str) -> bool:
    if low == "&" or low in PARTICLES:
        return False
    if is_acronym(word) and low not in {"am", "pm"}:
        return True
    return low not in _NO_NAMES and not is_title(low)


def _is_plain_opener(text: str, end: int, word: str, low: str) -> bool:
    if low in _NAMES_ANYWAY or not word[1:].islower():
        return False
    if text[end : end + 2] in {"'s", "’s"}:
        return low in COMMON_OPENERS
    return low in COMMON_OPENERS or low in OPENERS_BEFORE_NAMES or low in CUES or low.endswith(_PLAIN_ENDINGS)
