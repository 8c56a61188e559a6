"""Which language a text is in, told by the share of its words that are among a language's most frequent."""

from __future__ import annotations

import re
from functools import lru_cache

from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.language import codes, words_of

_WORD = re.compile(r"[^\W\d_]+")
_LEAST_SHARE = 0.14
"""A third of English news prose is words of this class; of other languages with some of the same words, under a tenth."""
_FEWEST_WORDS = 25
_WORDS_LOOKED_AT = 400
_FIRST = "en"
_LETTER = re.compile(r"[^\W\d_]")
_LATIN_BELOW = "\u0250"
_LOOKED_AT = 2_000


@lru_cache(maxsize=8)
def detect(text: str) -> str | None:
    """The code of the language, of those that have a folder; None for another one.

    A text too short to tell counts as English, unless its words are plainly those of another language.
    """
    letters = _LETTER.findall(text, 0, _LOOKED_AT)
    if sum(letter >= _LATIN_BELOW for letter in letters) * 2 > len(letters):
        return None  # no language of ours is written so
    words = [found.group().lower() for found, _ in zip(_WORD.finditer(text), range(_WORDS_LOOKED_AT), strict=False)]
    shares: dict[str, float] = {}
    for code in (_FIRST, *(code for code in codes() if code != _FIRST)):
        known = words_of(code)
        shares[code] = sum(known.get(word, 0) & c.COMMON != 0 for word in words) / max(1, len(words))
        if code == _FIRST and shares[code] >= 2 * _LEAST_SHARE:
            return code
    best = max(shares, key=lambda code: shares[code])
    if shares[best] >= _LEAST_SHARE:
        return best
    return _FIRST if len(words) < _FEWEST_WORDS else None


def reads_as_english(text: str) -> bool:
    """False for a text of some length in another language; a text too short to tell counts as English."""
    return detect(text) == _FIRST
