"""Which language a text is in, told by the share of its words that are among a language's most frequent."""

from __future__ import annotations

import re

from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.en.vocabulary import WORDS

_WORD = re.compile(r"[^\W\d_]+")
_LEAST_SHARE = 0.14
"""A third of English news prose is words of this class; of other languages with some of the same words, under a tenth."""
_FEWEST_WORDS = 25
_WORDS_LOOKED_AT = 400


def reads_as_english(text: str) -> bool:
    """False for a text of some length in another language; a text too short to tell counts as English."""
    words = [found.group().lower() for found, _ in zip(_WORD.finditer(text), range(_WORDS_LOOKED_AT), strict=False)]
    return len(words) < _FEWEST_WORDS or sum(map(_is_common, words)) >= _LEAST_SHARE * len(words)


def _is_common(word: str) -> bool:
    return bool(WORDS.get(word, 0) & c.COMMON)
