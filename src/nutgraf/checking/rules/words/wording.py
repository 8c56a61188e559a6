"""A text as its words: folded, one by one, with what is asked of them again and again remembered.

Folding takes away what tells no word from another: typography, characters that are not seen, letters of another script
that look like those of this one. What still differs is another word.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from nutgraf.checking.place.scripts import APOSTROPHES, QUOTES
from nutgraf.checking.rules.english import of_list
from nutgraf.checking.rules.stems import carries_content, is_numeral, stem
from nutgraf.reading.languages.peoples import peoples_of

_LOOKALIKES = str.maketrans(
    "аеорсухіјѕһԁԛԝАВЕНКМОРСТУХІЈЅЗгпнтмквοανιρτυχκΑΒΕΖΗΙΚΜΝΟΡΤΥΧıɡⅼ",
    "aeopcyxijshdqwABEHKMOPCTYXIJS3rnhtmkboavipτuxkABEZHIKMNOPTYXigl",
)
"""Letters that are taken for Latin ones: confusables of Unicode Technical Standard 39, those of Cyrillic and Greek."""
_TYPOGRAPHY = {
    **dict.fromkeys(APOSTROPHES + "‚‛ʹ", "'"),
    **dict.fromkeys(QUOTES, '"'),
    **dict.fromkeys("‐‑‒–−﹣－", "-"),
    **dict.fromkeys("\u00a0\u2007\u2009\u200a\u202f\u3000", " "),
    "…": ".",
    "ø": "o",
    "Ø": "O",
    "ł": "l",
    "Ł": "L",
    "ß": "ss",
    "æ": "ae",
    "Æ": "Ae",
    "œ": "oe",
    "đ": "d",
    "ð": "d",
    "þ": "th",
}
_TYPOGRAPHIC = re.compile(f"[{''.join(map(re.escape, _TYPOGRAPHY))}]")
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
"""Unicode's default-ignorable code points."""
_ACCENTS = re.compile("[\u0300-\u036f]+")
_DOTTED = re.compile(r"(?<![\w.])(?:[^\W\d_]\.[ ]?(?=[^\W\d_]\.)|(?<=\.)[^\W\d_]\.)+(?:[^\W\d_]\.)")
_TOKEN = re.compile(
    r"[^\W\d_]+\d[^\W_]*|\d+(?:[.,:]\d+)*|[^\W\d_]+(?:'(?!s\b)[^\W\d_]+)?|[^\W_]+|[.,;:!?()\"–—-]|'s\b|\n+|[$€£%]"
)


def folded(text: str) -> str:
    """The text with its typography levelled, without unseen characters and accents; offsets are not kept."""
    if not text.isascii():
        text = _UNSEEN.sub("", _TYPOGRAPHIC.sub(lambda found: _TYPOGRAPHY[found[0]], text))
        if not text.isascii():
            text = _ACCENTS.sub("", unicodedata.normalize("NFKD", text))
            if not text.isascii():  # most letters had but accents
                text = unicodedata.normalize("NFC", re.sub(r"[^\W\d_]+", _plain, text))
    return _DOTTED.sub(lambda found: found[0].replace(".", "").replace(" ", ""), text)


def _plain(found: re.Match[str]) -> str:
    """A word in Latin letters, where all of it looks Latin."""
    word = found[0]
    latin = word if word.isascii() else word.translate(_LOOKALIKES)
    return latin if latin.isascii() else word


class Word(NamedTuple):
    """A word or a mark; `low` is in small letters and without a possessive."""

    raw: str
    low: str
    stem: str
    """Empty for a mark."""
    capital: bool
    content: bool
    """Whether it carries content and is no number."""


def _lows(text: str, words: Sequence[Word]) -> list[str]:
    """The words in small letters; of "in May had found" the month keeps its capital, so that it is no "may"."""
    lows = [word.low for word in words]
    for at, word in enumerate(words if "May" in text else ()):
        if word.raw == "May" and at and words[at - 1].stem:
            lows[at] = word.raw
    return lows


class Wording:
    """The words of a text."""

    def __init__(self, text: str) -> None:
        self.text = folded(text)
        self.words = [_word(raw) for raw in _TOKEN.findall(self.text) if raw != "'s"]
        """Words and marks, in order."""
        self.in_order = _lows(self.text, self.words)
        """The same in small letters (but the month of May),"""
        self.lows = frozenset(self.in_order)
        """and each once."""

    @classmethod
    def of_all(cls, parts: Sequence[Wording]) -> Wording:
        """The words of several texts, one behind the other."""
        if len(parts) == 1:
            return parts[0]
        made = cls("")
        made.text = "\n".join([part.text for part in parts])
        made.words = [word for part in parts for word in (*part.words, _word("\n"))]
        made.in_order = _lows(made.text, made.words)
        made.lows = frozenset(made.in_order)
        return made

    def beside(self, at: int, step: int, reach: int) -> Iterator[Word]:
        """The words behind a place (or before it: step -1) that any sentence does not hold, the nearest first, within its clause."""
        for word in self.words[at + 1 : at + reach + 1] if step > 0 else reversed(self.words[max(0, at - reach) : at]):
            if not word.stem and word.raw != "-":  # "Ann Voss-Lind" is one name
                return
            if word.stem and carries_content(word.low):
                yield word

    @cached_property
    def run_together(self) -> str:
        """The text without what may stand between the letters of a name."""
        return self.text.translate(_LEFT_OUT)

    @cached_property
    def capitals(self) -> frozenset[str]:
        """Those that stand with a capital somewhere, in small letters."""
        return frozenset([word.low for word in self.words if word.capital])

    @cached_property
    def smalls(self) -> frozenset[str]:
        """Those that stand in small letters somewhere."""
        return frozenset([word.low for word in self.words if not word.capital])

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of all words."""
        return frozenset([word.stem for word in self.words])

    @cached_property
    def content(self) -> tuple[Word, ...]:
        """The words that carry content, numbers aside."""
        return tuple([word for word in self.words if word.content])

    @cached_property
    def acronyms(self) -> frozenset[str]:
        """Words of capitals alone, in small letters."""
        return frozenset([w.low for w in self.words if len(w.raw) > 1 and w.raw.isupper()])

    @cached_property
    def initials(self) -> frozenset[str]:
        """First letters of the runs of capitalised words, as acronyms take them: with and without small words."""
        return frozenset([letters for start, end in self.runs for letters in _letters(self.words[start:end])])

    @cached_property
    def first_letters(self) -> str:
        """The first letters of all words but small ones, by which an acronym may name what stands in small letters."""
        return "".join(
            [word.low[0] if word.content or word.capital else "" if word.low.isalpha() else " " for word in self.words]
        )

    @cached_property
    def peoples(self) -> dict[int, frozenset[str]]:
        """What countries and peoples the words at each place name."""
        if self.capitals.isdisjoint(_PEOPLES.first_words):
            return {}
        return _PEOPLES.named_in([w.low if w.capital or w.low in _JOINTS or w.raw == "-" else "" for w in self.words])

    @cached_property
    def peoples_named(self) -> frozenset[str]:
        """All of them."""
        return frozenset(key for keys in self.peoples.values() for key in keys)

    @cached_property
    def runs(self) -> tuple[tuple[int, int], ...]:
        """Where two and more capitalised words follow each other, "of", "the", "and", "for" between them or not."""
        return tuple(self._runs())

    def _runs(self) -> Iterator[tuple[int, int]]:
        words, start = self.words, 0
        while start < len(words):
            if not words[start].capital:
                start += 1
                continue
            end = start + 1
            while True:
                further = end
                while further < len(words) and words[further].low in _JOINTS and further - end < 2:
                    further += 1
                if further < len(words) and (words[further].capital or words[further].raw == "-"):
                    end = further + 1
                    continue
                break
            if end - start > 1:
                yield start, end
            start = end

    @cached_property
    def is_headline(self) -> bool:
        """Whether every longer word has a capital, so that capitals tell no names."""
        long = [word for word in self.content if len(word.raw) > 3]
        return len(long) > 3 and all(word.capital for word in long)

    @cached_property
    def places(self) -> dict[str, tuple[int, ...]]:
        """Where each stem stands."""
        found: dict[str, list[int]] = {}
        for at, word in enumerate(self.words):
            if word.stem:
                found.setdefault(word.stem, []).append(at)
        return {known: tuple(ats) for known, ats in found.items()}


APART = " '’.-"
"""What one paper writes between the letters of a name, and another does not."""
_LEFT_OUT = str.maketrans("", "", APART)
_PEOPLES = peoples_of("en")
_JOINTS = of_list("name-joints")


def _letters(words: Sequence[Word]) -> tuple[str, str]:
    return (
        "".join([word.low[0] for word in words if word.capital]),
        "".join([word.low[0] for word in words if word.stem]),
    )


@lru_cache(maxsize=16384)
def _word(raw: str) -> Word:
    low = raw.lower()
    if not raw[0].isalnum():
        return Word(raw, low, "", capital=False, content=False)
    return Word(raw, low, stem(low), raw[0].isupper(), carries_content(low) and not is_numeral(low))


@lru_cache(maxsize=1024)
def wording(text: str) -> Wording:
    """The words of a text, found once."""
    return Wording(text)
