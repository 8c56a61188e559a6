"""What words tell that hold several numbers: one and what it is in other terms, a list, the sides of a score."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nutgraf.article import Span
from nutgraf.reading.languages import classes as c
from nutgraf.reading.numbers.frames import Frame
from nutgraf.reading.parts import Offsets
from nutgraf.results import Quantity
from nutgraf.results.happened import QuantityKind

_OPENS_BRACKET = re.compile(r"[^()\[\]]{0,12}[(\[/]")
_WORD = re.compile(r"[^\W\d_](?:[\w’'.-]*\w)?")


def of_several(frame: Frame, place: Offsets, inside: Sequence[Quantity]) -> Quantity:
    """Of an amount with another in brackets the amount, of "27 of the 50 seats" 27 seats; of several that are listed no value."""
    text, links = frame.text, frame.numbers.links
    first, second = inside[0], inside[1]
    if links.against and text[first.span.end : second.span.start].strip().lower() == links.against:
        return first.model_copy(update={"high": second.value, "unit": None, "kind": "score"})
    changes = links.since != "" and frame.before(first.span.start).lower() == links.since
    between = text[first.span.end : second.span.start]
    if _OPENS_BRACKET.match(between) or (first.unit != second.unit and links.either in between.lower().split()):
        return first  # "(4 million dollars)", "or about 4 million dollars": the same in other terms
    if changes or _joins(frame, between):
        return _listed([q for q in inside if not _in_brackets(text, place, q)] or inside)
    if (
        first.unit is None
        and first.kind == second.kind == "count"
        and between.split()[:1] in ([links.of], *([one] for one in links.parts))
        and not any(
            frame.bits(word) & c.PREPOSITION for word in between.lower().split()[1:]
        )  # "three of them in nine balls"
    ):
        return first.model_copy(update={"unit": second.unit})
    return first


def _listed(several: Sequence[Quantity]) -> Quantity:
    """Of several numbers what they have in common; none of their values."""
    units = {q.unit for q in several if q.unit}
    scores = units and any(q.kind == "score" for q in several)  # "90 mins: 2-2"
    if scores:
        return Quantity(span=several[0].span, kind=None)
    kinds: set[QuantityKind | None] = {q.kind for q in several if q.unit} or {q.kind for q in several}
    kind = kinds.pop() if len(kinds) == 1 else None
    return Quantity(span=several[0].span, unit=units.pop() if len(units) == 1 else None, kind=kind)


def _joins(frame: Frame, between: str) -> bool:
    """Whether what stands between two numbers lists them: "and", "or", a comma, "to"; or nothing ("6 feet 2 inches")."""
    words = [word.lower() for word in _WORD.findall(between)]
    links = frame.numbers.links
    if not words or "," in between:
        return True
    return any(word in {links.joint, links.either, links.to, links.change} for word in words)


def two_sides(frame: Frame, place: Offsets) -> Quantity | None:
    """Two bare numbers about a preposition, which are both sides of a score: "104 for four"."""
    inside = [one for one in frame.mentions if place[0] <= one.at and one.stop <= place[1]]
    if len(inside) != 2 or (inside[0].at, inside[1].stop) != place or inside[1].value is None:
        return None
    links, between = frame.numbers.links, frame.low[inside[0].stop : inside[1].at].split()
    joined = len(between) == 1 and between[0] not in {links.of, links.to} and frame.bits(between[0]) & c.PREPOSITION
    if not joined:
        return None
    low, high = (None if one.value is None else float(one.value) for one in inside)
    span = Span(text=frame.text[slice(*place)], start=place[0], end=place[1])
    return Quantity(span=span, value=low, high=high, kind="score")


def _in_brackets(text: str, place: Offsets, one: Quantity) -> bool:
    before = text[place[0] : one.span.start]
    return before.count("(") > before.count(")")
