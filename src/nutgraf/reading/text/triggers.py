"""One pass over a text for all the words that an expression can begin with, at the speed of one regular expression."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache


@lru_cache(maxsize=32)
def lowered(text: str) -> str:
    """The text in lower case, each character in its place (a few letters grow when lowered; they stay as they are).

    Remembered, for an article is asked for with every time and number of an answer.
    """
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(small if len(small := char.lower()) == 1 else char for char in text)


def any_of(words: Iterable[str]) -> str:
    """A pattern for lower-case words, grouped by their first letter so that a miss costs one comparison."""
    endings: dict[str, list[str]] = defaultdict(list)
    for word in words:
        endings[word[0]].append(re.escape(word[1:]))
    return "|".join(f"{first}(?:{'|'.join(sorted(rest, reverse=True))})" for first, rest in sorted(endings.items()))
