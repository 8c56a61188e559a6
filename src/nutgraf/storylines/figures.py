"""The figures of an event, each with the deed that it counts, so that two papers' figures for one thing can be compared."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from nutgraf.checking.rules.stems import carries_content, stem
from nutgraf.checking.rules.words.families import deed
from nutgraf.results import Quantity, Span
from nutgraf.storylines.members import Member

_ABOUT = 0.1
"""Share by which "about 40" and another figure may differ."""
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_PEOPLE = frozenset("people person men women lives others".split())
"""Units that say no more than that people are counted."""
_NEAR = 5
"""Words around a figure among which the deed is sought where the brief gives it no role."""


@dataclass(frozen=True)
class Figure:
    """A figure, what it counts, and what became of that."""

    member: Member
    span: Span
    kind: str | None
    deed: str
    unit: str | None
    """Stem of what is counted; None where only people are, or nothing is said."""
    low: float
    high: float
    about: str
    """What it counts, in the article's words."""

    @property
    def text(self) -> str:
        """As the article writes it."""
        return self.span.text


def figures_of(member: Member) -> Iterator[Figure]:
    """The figures of an event whose deed can be told; where two count the same thing neither can be compared."""
    found = [figure for one in member.event.quantities if (figure := _figure(member, one))]
    counts = Counter((figure.kind, figure.deed, figure.unit) for figure in found)
    yield from (figure for figure in found if counts[figure.kind, figure.deed, figure.unit] == 1)


def comparable(one: Figure, other: Figure) -> bool:
    """True where two figures count one thing: of one deed, or the same things of which no deed or only one is known."""
    if one.kind != other.kind or one.member.extract.key == other.member.extract.key:
        return one.kind == other.kind and one.unit == other.unit and one.deed == other.deed
    if one.unit is not None and other.unit is not None and one.unit != other.unit:
        return False
    if one.deed == other.deed:
        return True
    named = one.deed.endswith("*") and other.deed.endswith("*")
    return one.unit == other.unit is not None and not named


def agree(one: Figure, other: Figure) -> bool:
    """True where both can be right: "at least 12" and "14"; "12 people" and "3 children" among them."""
    if one.unit != other.unit:
        part, whole = (one, other) if one.unit is not None else (other, one)
        return part.low <= whole.high
    return one.low <= other.high and other.low <= one.high


def _figure(member: Member, quantity: Quantity) -> Figure | None:
    done = _deed_of(member, quantity)
    if quantity.value is None or done is None:
        return None
    low, high = _bounds(quantity, quantity.value)
    unit = stem(quantity.unit.split()[-1]) if quantity.unit and quantity.unit.split() else None
    if quantity.unit and quantity.unit.lower() in _PEOPLE:
        unit = None
    counted = "" if quantity.kind == "money" else quantity.unit or ""
    about = f"{counted} {quantity.role or done.rstrip('*')}".strip()
    return Figure(member, quantity.span, quantity.kind, done, unit, low, high, about)


def _bounds(quantity: Quantity, value: float) -> tuple[float, float]:
    match quantity.modifier:
        case "about":
            return value - _ABOUT * abs(value), value + _ABOUT * abs(value)
        case "at_least":
            return value, math.inf
        case "at_most":
            return -math.inf, value
        case None:
            return -math.inf, math.inf
        case _:
            return value, value if quantity.high is None or quantity.kind == "score" else quantity.high


def _deed_of(member: Member, quantity: Quantity) -> str | None:
    """The kind of deed that the figure is of: from its role, else from the nearest such word in its sentence."""
    if quantity.role:
        deeds = [deed(word) for word in _WORD.findall(quantity.role) if carries_content(word)]
        return next((one for one in deeds if one.endswith("*")), deeds[-1] if deeds else None)
    for sentence in member.event.evidence:
        if sentence.start <= quantity.span.start < sentence.end:
            before = _WORD.findall(sentence.text[: quantity.span.start - sentence.start])
            behind = _WORD.findall(sentence.text[quantity.span.end - sentence.start :])
            return _nearest(before[::-1], behind)
    return None


def _nearest(before: list[str], behind: list[str]) -> str | None:
    for at in range(_NEAR):
        for words in (before, behind):
            if at < len(words) and (found := deed(words[at])).endswith("*"):
                return found
    return None
