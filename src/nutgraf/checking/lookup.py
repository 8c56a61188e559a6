"""Short words looked up in an article: whole words, in spite of typography, never by likeness."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from nutgraf.checking.folding import LETTER
from nutgraf.reading.parts import Offsets

_FOLDED = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛ʼ′`´", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys(
            "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\n\r", " "
        ),
    }
)
_SPACES = re.compile(r"\s+")
_SPACED = re.compile(LETTER)
_ACCENTS = "\u0300-\u036f"


@lru_cache(maxsize=32)
def _folded(text: str) -> str:
    """Typography levelled character by character: offsets stay true."""
    return text.translate(_FOLDED)


def find_words(words: str, text: str, ranges: Iterable[Offsets]) -> Offsets | None:
    """Where these words stand in the text, as whole words: the first place, in the order of the ranges.

    Marks, dashes and spaces may be written otherwise; a difference of case alone is tried last. None when absent.
    """
    ranges = list(ranges)
    folded = _folded(text)
    for flags in (re.NOFLAG, re.IGNORECASE):
        pattern = _pattern(words, flags)
        if pattern is None:
            return None
        for start, end in ranges:
            if found := pattern.search(folded, start, end):
                return found.span()
    return None


def all_of(words: str, text: str) -> tuple[Offsets, ...]:
    """Every place where these words stand, as whole words, case included."""
    pattern = _pattern(words, re.NOFLAG)
    return tuple(found.span() for found in pattern.finditer(_folded(text))) if pattern else ()


def _written(words: str, flags: re.RegexFlag) -> re.Pattern[str] | None:
    wanted = _SPACES.sub(" ", unicodedata.normalize("NFC", words).translate(_FOLDED)).strip(" .,;:!?\"'")
    if not wanted:
        return None
    pieces = ["".join(map(_encoded, piece)) for piece in wanted.split(" ")]
    before = r"(?<!\w)" if _needs_edge(wanted[0]) else ""
    after = rf"(?![\w{_ACCENTS}])" if _needs_edge(wanted[-1]) else ""
    return re.compile(before + r"\s+".join(pieces) + after, flags)


# Not as a decorator: what is decorated, `make mutants` leaves alone.
_pattern = lru_cache(maxsize=4096)(_written)


def _encoded(letter: str) -> str:
    """A letter with an accent may be written as one character or as a letter and its accents."""
    apart = unicodedata.normalize("NFD", letter)
    return re.escape(letter) if apart == letter else f"(?:{re.escape(letter)}|{re.escape(apart)})"


def _needs_edge(character: str) -> bool:
    """Whole words only where the script has spaces: not in Chinese, Japanese or Thai."""
    return _SPACED.match(character) is not None
