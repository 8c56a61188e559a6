"""Which language a text is in, told by the share of its words that are among a language's most frequent."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import islice

from nutgraf.lazily import pattern
from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.language import codes, words_of
from nutgraf.reading.languages.tables import lines_of

_WORD = re.compile(r"[^\W\d_]+")
_LEAST_SHARE = 0.14
"""A third of English news prose is words of this class; of other languages with some of the same words, under a tenth."""
_UNRIVALLED_SHARE = 0.1
"""Enough where no other language has a third as many: few lines, full of names."""
_RIVAL = 3
_FEWEST_WORDS = 25
_FEWEST_TOLD = 3
"""Words that tell the language of a text with fewer than those."""
_WORDS_LOOKED_AT = 120
_MOSTLY_ENOUGH = 900
"""Characters that mostly hold so many."""
_FIRST = "en"
_LETTER = pattern(r"[^\W\d_]")
_LATIN_BELOW = "\u0250"
_LOOKED_AT = 2_000


@lru_cache(maxsize=8)
def detect(text: str) -> str | None:
    """The code of the language, of those that have a folder or stand in `common.tsv`; None for another one.

    A text too short to tell counts as English, unless several of its words are plainly those of another language.
    """
    found = _WORD.findall(text, 0, _MOSTLY_ENOUGH)
    if len(found) <= _WORDS_LOOKED_AT:  # the last may be cut off
        found = [word[0] for word in islice(_WORD.finditer(text), _WORDS_LOOKED_AT)]
    words = " ".join(found[:_WORDS_LOOKED_AT]).lower().split()
    many, short = max(1, len(words)), len(words) < _FEWEST_WORDS
    english = _shared(words, _FIRST)
    if english >= 2 * _LEAST_SHARE * many:
        return _FIRST
    hits = {code: _shared(words, code) for code in codes() if code != _FIRST}
    told = [word for word in words if len(word) > 1] if short else words
    for code, known in _common().items():
        hits.setdefault(code, sum(map(known.__contains__, told)))
    best = max(hits, key=lambda code: hits[code])
    if hits[best] > english and hits[best] >= max(_LEAST_SHARE * many, _FEWEST_TOLD if short else 0):
        return best
    if english >= _LEAST_SHARE * many or english >= max(_UNRIVALLED_SHARE * many, _RIVAL * hits[best], 1):
        return _FIRST
    letters = _LETTER.findall(text, 0, _LOOKED_AT)
    foreign = sum(letter >= _LATIN_BELOW for letter in letters) * 2 > len(letters)
    return _FIRST if short and not foreign else None


def _shared(words: Iterable[str], code: str) -> int:
    """How many of the words are among the most frequent of a language."""
    return sum(map(_frequent(code).__contains__, words))


@cache
def _frequent(code: str) -> frozenset[str]:
    return words_of(code).any_of(c.COMMON)


@cache
def _common() -> dict[str, frozenset[str]]:
    """The most frequent words of languages without a folder, by their codes."""
    return {code: frozenset(words.split(", ")) for code, words in lines_of("common.tsv")}


def reads_as_english(text: str) -> bool:
    """False for a text of some length in another language; a text too short to tell counts as English."""
    return detect(text) == _FIRST
