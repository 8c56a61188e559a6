"""A noun as the first part of a compound, in a language that writes them as one word: "Polizei" of "nach Polizeiangaben"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from nutgraf.reading.languages.language import Language
from nutgraf.reading.parts import Offsets

_LINKS = "(?:s|es|n|en|er|ens)?-?"
_LEAST = 4
"""Letters of each of the parts: "Rat" is none of "Rathaus", and "Land" of "Landung" stands before no noun."""


def in_compound(words: str, text: str, ranges: Iterable[Offsets], language: Language) -> Offsets | None:
    """Where a compound stands in these ranges that begins with a noun, an article before it aside."""
    noun = words.rsplit(maxsplit=1)[-1] if words.split() else ""
    if (
        language.capitals != "nouns"
        or len(noun) < _LEAST
        or not noun[0].isupper()
        or any(map(_is_capital, words.split()[:-1]))
    ):
        return None
    compound = re.compile(rf"(?<![\w-]){re.escape(noun)}{_LINKS}[^\W\d_]{{{_LEAST},}}(?![\w-])")
    found = (compound.search(text, low, high) for low, high in ranges)
    return next((one.span() for one in found if one), None)


def _is_capital(word: str) -> bool:
    return word[:1].isupper()
