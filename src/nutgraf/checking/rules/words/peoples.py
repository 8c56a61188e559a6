"""Countries and their peoples in a text: "Norway", "Norwegian" and "Norwegians" name one thing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from nutgraf.reading.languages.peoples import peoples_of

KEYS = peoples_of("en").keys
CITIES = peoples_of("en").told_by
CAPITALS = peoples_of("en").capitals
CONTINENTS = peoples_of("en").continents
FIRST_WORDS = frozenset(first for form in KEYS for first in (form[0], form[0] + "s"))
"""Words that a form may begin with."""
_LONGEST = max(map(len, KEYS))


def peoples(lows: Sequence[str]) -> dict[int, frozenset[str]]:
    """What the words at each place name, longest form first: {0: {"south korea"}, 1: {"south korea"}} for "South Korean"."""
    found: dict[int, frozenset[str]] = {}
    at = 0
    while at < len(lows):
        length = _form_at(lows, at) if lows[at] in FIRST_WORDS else 0
        if length:
            keys = _keys(lows[at : at + length]) or frozenset()
            found.update(dict.fromkeys(range(at, at + length), keys))
        at += length or 1
    return found


def _form_at(lows: Sequence[str], at: int) -> int:
    return next((n for n in range(min(_LONGEST, len(lows) - at), 0, -1) if _keys(lows[at : at + n])), 0)


def _keys(words: Iterable[str]) -> frozenset[str] | None:
    form = tuple(words)
    return KEYS.get(form) or KEYS.get((*form[:-1], form[-1].removesuffix("s")))
