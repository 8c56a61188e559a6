"""Whether a text is English: the rules for speakers, reported speech, dates, quantities and status know no other language."""

from __future__ import annotations

import re

from nutgraf.reading.languages.verb_words import listed

_WORD = re.compile(r"[^\W\d_]+")
_COMMON = listed(
    "the and of to that with for was said on by at from has had were is he she his her it an be will have who in a as are not but they"
    " their this which been after its would more"
)
_LEAST_SHARE = 0.14
"""A third of English news prose is words of this list; of other languages with some of the same words, under a tenth."""
_FEWEST_WORDS = 25
_WORDS_LOOKED_AT = 400


def reads_as_english(text: str) -> bool:
    """False for a text of some length in another language; a text too short to tell counts as English."""
    words = [found.group().lower() for found, _ in zip(_WORD.finditer(text), range(_WORDS_LOOKED_AT), strict=False)]
    return len(words) < _FEWEST_WORDS or sum(word in _COMMON for word in words) >= _LEAST_SHARE * len(words)
