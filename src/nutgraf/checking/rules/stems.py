"""Content words reduced to stems, so that "attacked" and "attack", "took" and "take" count as one word.

Stems are those of the Snowball algorithm for English (snowballstem.org) by PyStemmer; irregular verbs are a table of our own.
"""

from __future__ import annotations

import re
import threading
from functools import lru_cache

import Stemmer

from nutgraf.checking.rules.english import lines_of, of_list
from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.en.vocabulary import WORDS

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?", re.UNICODE)
_EMPTY = of_list("empty")
_NUMERALS = WORDS.any_of(c.CARDINAL, c.ORDINAL, c.SCALE) | {"dozen", "half", "halved", "twice"}
_IRREGULAR = WORDS.bases | {form: verb for verb, *forms in lines_of("irregular") for form in forms}


class _Own(threading.local):
    """A stemmer for each thread: PyStemmer's may not be shared."""

    def __init__(self) -> None:
        self.stem = Stemmer.Stemmer("english", 0).stemWord


_own = _Own()


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """The word without its ending, the same on both sides of a comparison."""
    word = word.lower().replace("’", "'").removesuffix("'s").replace("'", "")
    return _own.stem(_IRREGULAR.get(word, word))


def carries_content(word: str) -> bool:
    """False for the small words that any sentence holds."""
    return word.lower() not in _EMPTY


def is_numeral(word: str) -> bool:
    """Whether a lower-case word is a number, which has rules of its own."""
    return word in _NUMERALS or word[:1].isdigit()


@lru_cache(maxsize=1024)
def content_stems(text: str) -> tuple[str, ...]:
    """Stems of the words that carry content, as often as they stand there; numbers are left to their own rules."""
    return tuple([found for found in map(_content_stem, map(str.lower, _WORD.findall(text))) if found is not None])


@lru_cache(maxsize=4096)
def stem_set(text: str) -> frozenset[str]:
    """The same, each once."""
    return frozenset(content_stems(text))


@lru_cache(maxsize=16384)
def _content_stem(low: str) -> str | None:
    return None if low in _EMPTY or is_numeral(low) else stem(low)


def share_carried(text: str, other: str) -> float:
    """How many of a text's content-word stems stand in another: 0 to 1; 1 for a text without content words."""
    wanted = content_stems(text)
    given = frozenset(content_stems(other))
    return sum(map(given.__contains__, wanted)) / len(wanted) if wanted else 1.0
