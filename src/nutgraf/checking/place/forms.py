"""Words looked up in another form than the answer gives them: "Freie Mitte" where the article has "der Freien Mitte"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from nutgraf.checking.place.lookup import find_words
from nutgraf.reading.languages.inflection import Inflection
from nutgraf.reading.parts import Offsets


def inflected(words: str, text: str, ranges: Iterable[Offsets], inflection: Inflection | None) -> Iterator[Offsets]:
    """Where these words stand with other endings, in the order of the ranges; nowhere in a language without inflection."""
    pattern = inflection.pattern(_spaced(words)) if inflection else None
    if pattern is not None:
        for low, high in ranges:
            yield from (found.span() for found in pattern.finditer(text, low, high))


def as_answered(words: str, text: str, place: Offsets) -> str:
    """The article's spelling where the very words stand at a place; where only their endings differ, the words as given."""
    there = text[slice(*place)]
    return there if find_words(words, text, [place]) or find_words(there, words, [(0, len(words))]) else _spaced(words)


def _spaced(words: str) -> str:
    return re.sub(r"\s+", " ", words).strip(" .,;:\"'“”„‘’«»")
