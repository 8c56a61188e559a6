"""Numbers of a text: quantities with the thing they count or measure, and every number that is mentioned at all."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from nutgraf.reading.languages import classes as c
from nutgraf.reading.numbers.frames import Frame, Mention
from nutgraf.reading.numbers.names import is_pronoun
from nutgraf.reading.numbers.safe import rules_of
from nutgraf.reading.parts import Amount, Offsets
from nutgraf.results import Quantity


class Number(NamedTuple):
    """A number as it is mentioned anywhere: a count, a year, a score, the digits of "A380".

    `value` is None for words that tell no number ("dozens"); then `words` holds them. `unit` is an ISO currency
    code, "%" or None; `ordinal` marks "third", "3rd".
    """

    start: int
    end: int
    value: float | None
    unit: str | None = None
    ordinal: bool = False
    words: str = ""


@lru_cache(maxsize=512)
def numbers_in(text: str, language: str | None = "en") -> tuple[Number, ...]:
    """Every number of the text, in order. The pronoun "one" ("one of them", "no one") is none."""
    rules = rules_of(language)
    frame = rules.frame(text)
    found: list[Number] = []
    for item in frame.mentions:
        if is_pronoun(frame, item):
            continue
        unit = item.unit if item.kind == "money" else "%" if item.kind == "percent" else None
        ordinal = item.read.ordinal and not (not item.spelled and _beside_month(frame, item))
        found.append(
            Number(
                item.at, item.stop, None if item.value is None else float(item.value), unit, ordinal, item.read.words
            )
        )
    return tuple(found)


def _beside_month(frame: Frame, item: Mention) -> bool:
    """Whether an ordinal is the day of a date: "May 5th" says no more than "May 5"."""
    token = frame.behind(item.stop)
    if token.word == frame.numbers.links.of:
        token = frame.behind(token.stop)
    return bool((frame.bits(frame.before(item.at).lower()) | token.bits) & c.MONTH)


def found_in(text: str, skip: Sequence[Offsets], language: str | None = "en") -> tuple[Amount, ...]:
    """What numbers come to that count or measure something, each with the name of its rule.

    Ordinals, years, clock and phone numbers, and numbers that name things ("Boeing 737", "Article 5",
    "10 Downing Street") are no quantities. The offsets hold the number and its unit, not the words that modify it.

    Args:
        text: the article's text.
        skip: offsets of the dates; no number inside them counts.
        language: the code of the text's language; None for one without a folder, where digits alone are read.
    """
    spans = sorted(skip)
    starts = [start for start, _ in spans]

    def free(mention: Mention) -> bool:
        before = bisect_right(starts, mention.at) - 1
        return before < 0 or spans[before][1] <= mention.at

    return tuple(found for found in rules_of(language).found(text, free) if found.kind)


def find_quantities(text: str, skip: Sequence[Offsets], language: str | None = "en") -> tuple[Quantity, ...]:
    """The same as results."""
    return tuple(found.quantity(text) for found in found_in(text, skip, language))


@lru_cache(maxsize=4096)
def noun_behind(text: str, stop: int, *, single: bool) -> str | None:
    """The noun that a number of an English text counts which ends at an offset; `single`: the number is one."""
    rules = rules_of("en")
    noun = rules.noun(rules.frame(text), stop, single=single)
    return noun[1] if noun else None


@lru_cache(maxsize=512)
def lengths_in(text: str, language: str | None = "en") -> tuple[Quantity, ...]:
    """The quantities that are lengths of time, whether or not they stand among the times too: "95 minutes"."""
    return tuple(found.quantity(text) for found in found_in(text, (), language) if found.kind == "duration")
