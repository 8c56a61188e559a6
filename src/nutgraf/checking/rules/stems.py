"""Content words reduced to stems, so that "attacked" and "attack" count as one word."""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?", re.UNICODE)
_ENDINGS = (
    "ations",
    "ation",
    "ings",
    "ments",
    "ment",
    "ing",
    "edly",
    "ies",
    "ied",
    "ers",
    "ors",
    "est",
    "ed",
    "es",
    "er",
    "or",
    "ly",
    "s",
    "e",
    "y",
)
_EMPTY = frozenset(
    """a an the this that these those of in on at by to from for with into onto over under after before between during
    against about as and or but nor so if than then when while where who whom whose which what how why is are was were be
    been being am do does did done has have had having will would shall should can could may might must it its he him his
    she her hers they them their theirs we us our you your i me my there here also up down out off not no nor more most
    some any all both each other another such only own same too very just again further once say says said saying via amid per""".split()
)
_NUMERALS = frozenset(
    """one two three four five six seven eight nine ten eleven twelve dozen hundred thousand million billion first second
    third fourth fifth sixth seventh eighth ninth tenth half twice""".split()
)
_SHORTEST_STEM = 3


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """The word without its ending: crude, the same on both sides of a comparison."""
    word = word.lower().replace("’", "'").removesuffix("'s").replace("'", "")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            word = word[: -len(ending)]
            break
    if len(word) > _SHORTEST_STEM and word[-1] == word[-2] and word[-1] not in "aeiou":
        word = word[:-1]
    return word


def carries_content(word: str) -> bool:
    """False for the small words that any sentence holds."""
    return word.lower() not in _EMPTY


def content_stems(text: str, *, numerals: bool = False) -> tuple[str, ...]:
    """Stems of the words that carry content, as often as they stand there; figures are left to the rule for numbers."""
    every, numbers = _content(text)
    return every if numerals or not numbers else tuple(word for at, word in enumerate(every) if at not in numbers)


@lru_cache(maxsize=512)
def _content(text: str) -> tuple[tuple[str, ...], frozenset[int]]:
    """The stems of a text, and which of them are numerals."""
    words = [
        (word, low) for word in _WORD.findall(text) if not word[0].isdigit() and (low := word.lower()) not in _EMPTY
    ]
    numbers = frozenset(at for at, (_, low) in enumerate(words) if low in _NUMERALS)
    return tuple([stem(word) for word, _ in words]), numbers


def share_carried(text: str, evidence: str) -> float:
    """How many of a text's content-word stems stand in its evidence: 0 to 1; 1 for a text without content words.

    Whether "two" and "first" carry content is open, so the lower of both counts is given.
    """
    given = frozenset(content_stems(evidence, numerals=True))
    counts = {content_stems(text, numerals=numerals) for numerals in (False, True)}
    return min((sum(map(given.__contains__, wanted)) / len(wanted) for wanted in counts if wanted), default=1.0)
