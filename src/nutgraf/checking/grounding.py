"""Is this text in the article, and where: words found as whole words, in spite of typography, never by likeness.

`find_words` and `all_of` look up short words; `locate` judges whole passages that someone quotes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from nutgraf.checking.elisions import Pieces, in_order, roughly_in_order, taken_apart, without_cuts
from nutgraf.checking.nearness import nearest
from nutgraf.checking.placing import Placed, joined, running, verbatim
from nutgraf.checking.words import Index, bare
from nutgraf.reading.parts import Offsets
from nutgraf.results import VerdictKind

__all__ = ["Index", "Located", "all_of", "find_words", "locate", "words_of"]

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


def words_of(text: str, spans: Sequence[Offsets]) -> str:
    """The slices joined by line breaks."""
    return "\n".join(text[start:end] for start, end in spans)


@dataclass(frozen=True, slots=True)
class Located:
    """Where a passage stands in an article, and how the two differ.

    `spans` are offsets into the article, in order: more than one where something was left out; none when absent.
    `differences` hold the words that differ, the article's first ("tanks → trucks"); only when altered.
    """

    verdict: VerdictKind
    spans: tuple[Offsets, ...] = ()
    differences: tuple[str, ...] = ()

    @property
    def ok(self) -> bool:
        """True when the article says it: neither altered nor absent."""
        return self.verdict not in ("altered", "absent")


_ABSENT = Located("absent")


def locate(text: str, article: str | Index, *, place: int = 0) -> Located:
    """Judge whether an article holds a passage word for word, and say where.

    exact: to the letter. typography: other marks, dashes, spaces, ligatures, line breaks; the comma or full stop at
    its end. case: other capitals. elided: words left out, as "…" says, or the attribution of an interrupted
    quotation. bracketed: with an editor's [words]. altered: nearly the same words stand there, but not these; never
    put together from two places. absent: nothing of the kind, or no words at all.

    Args:
        text: the passage; quotation marks and spaces around it don't count.
        article: the article's text, or its `Index` where several passages are looked up.
        place: which of the places it stands in, counted from 0; the last one if there are fewer.
    """
    index = article if isinstance(article, Index) else Index(article)
    passage = bare(text)
    if not passage:
        return _ABSENT
    if (span := verbatim(index, passage, place)) is not None:
        return Located("exact", (span,))
    wanted = index.wanted(passage)
    if not wanted.letters:
        return _ABSENT
    found = running(index, wanted, place)
    if found is None or found.verdict == "altered":
        pieces = taken_apart(index, passage)
        if pieces is not None:
            found = in_order(index, pieces) or found or _meant(index, passage, pieces)
        else:
            found = joined(index, wanted) or found or nearest(index, wanted)
    return Located(found.verdict, found.spans, found.differences) if found else _ABSENT


def _meant(index: Index, passage: str, pieces: Pieces) -> Placed | None:
    """What a passage with cuts that fit nowhere was probably taken from."""
    plain = index.wanted(without_cuts(passage))
    return nearest(index, plain) or roughly_in_order(index, pieces)
