"""What kind of deed a word names, so that "was killed", "died" and "death" can be of one event.

A family of the list holds forms that an ending rule can't bring together, and words that news uses of the same deed. It
proposes and supports; nothing is proved by it alone.
"""

from __future__ import annotations

from functools import lru_cache

from nutgraf.checking.rules.english import lines_of
from nutgraf.checking.rules.stems import stem

_BY_STEM = {stem(word): f"{family[0]}*" for family in lines_of("families") for word in family}


@lru_cache(maxsize=8192)
def deed(word: str) -> str:
    """The kind of deed that a word names, with an asterisk; else the word's stem."""
    known = stem(word)
    return _BY_STEM.get(known, known)
