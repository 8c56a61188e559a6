"""How Spanish nouns form their plural."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from nutgraf.reading.languages import classes as c

_INFLECTED = c.TIME_UNIT | c.MONEY | c.UNIT | c.SCALE


def forms(word: str, classes: int, extra: Mapping[str, str]) -> Iterator[tuple[str, int]]:
    """The plural of a noun, with the bits that it has."""
    if classes & _INFLECTED and word.isalpha():
        yield extra.get("plural") or word + ("s" if word[-1] in "aeiou" else "es"), classes | c.PLURAL
