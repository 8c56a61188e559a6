"""Numbers of English news prose: quantities with the thing they count, and every number that is mentioned at all."""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from nutgraf.article import Span
from nutgraf.reading.numbers.counted_nouns import counted_noun, hyphenated
from nutgraf.reading.numbers.in_names import follows_name, is_name, word_before
from nutgraf.reading.numbers.scan import Mention, scan
from nutgraf.reading.numbers.units import money_word
from nutgraf.reading.parts import Offsets
from nutgraf.results import Quantity
from nutgraf.results.happened import Modifier


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
def numbers_in(text: str) -> tuple[Number, ...]:
    """Every number of the text, in order. The pronoun "one" ("one of them", "no one") is none."""
    found: list[Number] = []
    for item in scan(text):
        if _is_pronoun(text, item):
            continue
        unit = item.unit if item.kind == "money" else "%" if item.kind == "percent" else None
        ordinal = item.ordinal and not (not item.spelled and _beside_month(text, item))
        found.append(Number(item.number_start, item.number_end, item.value, unit, ordinal, item.vague))
    return tuple(found)


def same_number(a: Number, b: Number) -> bool:
    """Whether two mentions say the same number: "1,200" and "twelve hundred", "5%" and "five percent".

    A percentage is not a count, dollars are not euros, "third" is not "three"; "half" is "50 percent". A sum
    whose currency is left out ("20 million") agrees with one that names it.
    """
    if a.value is None or b.value is None:
        return a.value is b.value and a.words == b.words
    if a.ordinal != b.ordinal:
        return False
    if (a.unit == "%") != (b.unit == "%"):
        share, plain = (a, b) if a.unit == "%" else (b, a)
        return plain.unit is None and 0 < (plain.value or 0) < 1 and _equal((share.value or 0) / 100, plain.value or 0)
    if a.unit != b.unit and a.unit is not None and b.unit is not None:
        return False
    return _equal(a.value, b.value)


def _equal(a: float, b: float) -> bool:
    return math.isclose(a, b, rel_tol=1e-9)


def find_quantities(text: str, skip: Sequence[Offsets]) -> tuple[Quantity, ...]:
    """Numbers that count or measure something, with unit, kind and modifier; `role` stays None.

    Ordinals, years, scores, clock and phone numbers, and numbers that name things ("Boeing 737", "Article 5",
    "10 Downing Street") are no quantities. The span holds the number and its unit, not the modifier.

    Args:
        text: the article's text.
        skip: offsets of the dates; no number inside them counts. In order.
    """
    spans = sorted(skip)
    starts = [start for start, _ in spans]
    found: list[Quantity] = []
    items = scan(text)
    names = _names(text, items)
    for item in items:
        before = bisect_right(starts, item.number_start) - 1
        if item.ordinal or (before >= 0 and spans[before][1] > item.number_start):
            continue
        quantity = _quantity(text, item)
        if item.plain and item.kind is None and text[item.number_start : item.number_end] in names:
            continue
        if quantity is not None and not (found and found[-1].span.end > quantity.span.start):
            found.append(quantity)
    return tuple(found)


def _names(text: str, items: Sequence[Mention]) -> frozenset[str]:
    """Numerals that name something somewhere in the text: after one "Boeing 737", a bare "737" is that aircraft."""
    return frozenset(
        text[item.number_start : item.number_end]
        for item in items
        if item.plain
        and not item.spelled
        and item.kind is None
        and (item.value or 0) >= 100
        and follows_name(text, item)
    )


def _quantity(text: str, item: Mention) -> Quantity | None:
    if not item.spelled and item.kind in {None, "measure"} and is_name(text, item):
        return None
    unit, kind, end = item.unit, item.kind or "count", item.end
    if item.kind is None:
        noun = counted_noun(text, item.noun_from, single=item.value == 1) or hyphenated(text, item.noun_from)
        if _counts_nothing(text, item, has_noun=noun is not None) or (noun is None and _tells_apart(text, item)):
            return None
        if noun is not None:
            stop, unit = noun
            end = stop if item.noun_from == item.number_end else end
            money = money_word(unit) if item.vague else None
            unit, kind = (money, "money") if money else (unit, kind)
        elif _is_age(text, item):
            unit, kind = "years", "measure"
    return Quantity(
        span=Span(text=text[item.start : end], start=item.start, end=end),
        value=item.value,
        unit=unit,
        kind=kind,
        modifier="about" if item.value is None else _modifier(text, item.start),
    )


_MODIFIER = re.compile(
    r"(?:(?P<at_least>at least|more than|over|no (?:less|fewer) than|a minimum of|upwards of|well over)"
    r"|(?P<at_most>up to|at most|no more than|fewer than|less than|under|as (?:many|much) as|a maximum of|not more than)"
    r"|(?P<about>about|around|some|nearly|almost|roughly|approximately|an estimated|estimated|close to|circa|more or less|just over"
    r"|just under))(?: an?)?\s$",
    re.IGNORECASE,
)
_LAST_WORDS = (
    *("least", "than", "over", " of", "up to", "most", "under", " as", "about", "around", "some", "nearly", "almost"),
    *("roughly", "approximately", "estimated", "close to", "circa", "less", " a", " an"),
)
"""What every modifier ends with: most numbers have none, and are told by this at once."""


def _modifier(text: str, start: int) -> Modifier:
    near = text[max(0, start - 20) : start]
    if not near.rstrip().lower().endswith(_LAST_WORDS):
        return "exact"
    match = _MODIFIER.search(near)
    if match is None or (match["at_least"] and re.search(r"\bno more than\s$", near, re.IGNORECASE)):
        return "exact" if match is None else "at_most"
    return "at_least" if match["at_least"] else "at_most" if match["at_most"] else "about"


_NOT_ALONE = frozenset("no any every some this that the each which another other either only these those".split())
_POINTING = frozenset({"the", "these", "those", "other", "either", "another"})
_NO_COUNT_OF_ONE = frozenset("day thing side point way reason time another hand man-made".split())


def _is_pronoun(text: str, item: Mention) -> bool:
    """No number: "one of them", "no one", "the one who"."""
    if not item.spelled or item.value != 1 or item.ordinal or item.number_end - item.number_start != 3:
        return False
    if item.kind is not None:
        return False
    if (
        word_before(text, item.number_start).lower() in _NOT_ALONE
        or text[item.number_end : item.number_end + 3] == " of"
    ):
        return True
    noun = counted_noun(text, item.number_end, single=True)
    return noun is None or noun[1].lower() in _NO_COUNT_OF_ONE


def _counts_nothing(text: str, item: Mention, *, has_noun: bool) -> bool:
    before = word_before(text, item.number_start).lower()
    if _is_pronoun(text, item) or before == "number":
        return True
    if has_noun or item.value is None:
        return not has_noun
    return item.spelled and (item.value < 1 or (item.value < 10 and before in _POINTING))


_BEFORE_NAME = frozenset("the a an its their his her our this new first final old latest last next long-range".split())
_SINGULAR_AFTER = re.compile(r" (?![a-z]{1,20}ed(?![a-z]))[A-Za-z][a-z]")


def _tells_apart(text: str, item: Mention) -> bool:
    """A number that tells one thing from another: "its 777 airliner", "the first 787 Dreamliner"."""
    if not item.plain or item.spelled or (item.value or 0) < 2:
        return False
    before = word_before(text, item.number_start).lower()
    return before in _BEFORE_NAME and bool(_SINGULAR_AFTER.match(text, item.number_end))


_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_MONTH_BEFORE, _MONTH_AFTER = re.compile(_MONTH + r"\s$"), re.compile(r"(?:\sof)?\s" + _MONTH)


def _beside_month(text: str, item: Mention) -> bool:
    """Whether an ordinal is the day of a date: "May 5th" says no more than "May 5"."""
    near = text[max(0, item.number_start - 11) : item.number_start]
    return bool(_MONTH_BEFORE.search(near) or _MONTH_AFTER.match(text, item.number_end))


_AGE_BEFORE = re.compile(r"(?:\b(?:aged|age)(?: of)? |[A-Z][\w’'-]{1,40}, )$")


def _is_age(text: str, item: Mention) -> bool:
    """An age: "aged 55", "Papermaster, 49, had"."""
    if not item.plain or not 0 < (item.value or 0) < 120:
        return False
    near = text[max(0, item.number_start - 44) : item.number_start]
    if not near.endswith((", ", "age ", "aged ", " of ")):
        return False
    match = _AGE_BEFORE.search(near)
    return match is not None and ("age" in match.group() or text[item.number_end : item.number_end + 1] in {",", ")"})
