"""Short words looked up in an article: whole words, in spite of typography, never by likeness."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

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


@lru_cache(maxsize=32)
def _folded(text: str) -> str:
    """Typography levelled character by character: offsets stay true."""
    return text.translate(_FOLDED)


def find_words(words: str, text: str, ranges: Iterable[Offsets]) -> Offsets | None:
    """Where these words stand in the text, as whole words: the first place, in the order of the ranges.

    Marks, dashes and spaces may be written otherwise; a difference of case alone is tried last. None when absent.
    """
    pattern = _pattern(words, ignore_case=False)
    if pattern is None:
        return None
    ranges = list(ranges)
    folded = _folded(text)
    loose = _pattern(words, ignore_case=True)
    for attempt in (pattern, loose):
        for start, end in ranges:
            found = attempt.search(folded, start, end) if attempt else None
            if found:
                return found.span()
    return None


def all_of(words: str, text: str) -> tuple[Offsets, ...]:
    """Every place where these words stand, as whole words, case included."""
    pattern = _pattern(words, ignore_case=False)
    return tuple(m.span() for m in pattern.finditer(_folded(text))) if pattern else ()


@lru_cache(maxsize=4096)
def _pattern(words: str, *, ignore_case: bool) -> re.Pattern[str] | None:
    wanted = _SPACES.sub(" ", unicodedata.normalize("NFC", words).translate(_FOLDED)).strip(" .,;:!?\"'")
    if not wanted:
        return None
    pieces = [re.escape(piece) for piece in wanted.split(" ")]
    before = r"(?<!\w)" if _needs_edge(wanted[0]) else ""
    after = r"(?!\w)" if _needs_edge(wanted[-1]) else ""
    return re.compile(before + r"\s+".join(pieces) + after, re.IGNORECASE if ignore_case else 0)


def _needs_edge(character: str) -> bool:
    """Whole words only where the script has spaces: not in Chinese, Japanese or Thai."""
    code = ord(character)
    unspaced = (
        0x0E00 <= code <= 0x0EFF or 0x3040 <= code <= 0x30FF or 0x3400 <= code <= 0x9FFF or 0x20000 <= code <= 0x3FFFF
    )
    return character.isalnum() and not unspaced
