"""Finding every number of a text, in digits or words, with the unit beside it."""

from __future__ import annotations

import re
from typing import NamedTuple

from nutgraf.reading.numbers import words
from nutgraf.reading.numbers.units import unit_after, unit_before
from nutgraf.reading.text.triggers import any_of, lowered
from nutgraf.results.happened import QuantityKind


class Mention(NamedTuple):
    """A number at `number_start:number_end`; `start:end` takes in its currency, percent sign or unit of measure."""

    start: int
    end: int
    number_start: int
    number_end: int
    value: float | None
    vague: str
    ordinal: bool
    fraction: bool
    scale: float
    plain: bool
    spelled: bool
    unit: str | None = None
    kind: QuantityKind | None = None
    noun_from: int = 0
    """Where to look for the counted noun: after the second number of a range."""


_START = re.compile(
    rf"\d|[¼½¾⅓⅔]|\b(?:(?:{any_of(words.STARTERS)})\b|an?(?=[ -](?:{'|'.join(sorted(words.AFTER_A | {'few'}))})\b))"
)
_ORDINAL_END = re.compile(r"(?:st|nd|rd|th)(?![A-Za-z])", re.IGNORECASE)
_PEOPLE_AFTER = re.compile(
    r" (?:people|users|customers|jobs|homes|viewers|households|residents|voters|children|workers|euros|dollars|pounds)"
)


def scan(text: str) -> list[Mention]:
    """Every number of the text, in order, none overlapping another."""
    found: list[Mention] = []
    done = 0
    for match in _START.finditer(lowered(text)):
        at = match.start()
        if at < done:
            continue
        mention = _spelled(text, at) if match.group().isalpha() else _numeral(text, at)
        if mention is not None:
            found.append(mention)
            done = mention.number_end
    return _ranges(text, found)


def _numeral(text: str, at: int) -> Mention | None:
    read = words.numeral(text, at)
    if read is None:
        return None
    value, end, scale, plain = read.value, read.end, read.scale, read.plain
    before = unit_before(text, at)
    short = words.SHORT_SCALE.match(text, end) if scale == 1 else None
    ordinal = _ORDINAL_END.match(text, end) if plain else None
    if short and value is not None and _is_scale(text, short, money=before is not None):
        scale = words.SHORT_SCALES[short.group(1)]
        value, end, plain = value * scale, short.end(), False
    elif ordinal:
        end = ordinal.end()
    read = words.Read(end, value, read.vague, ordinal is not None, read.fraction, scale, plain)
    mention = _mention(at, read, spelled=False)
    if before is not None:
        mention = mention._replace(start=before.at, unit=before.name, kind=before.kind)
        after = unit_after(text, end, scaled=True)
        return mention._replace(end=after.at) if after and after.kind == "money" else mention
    return _with_unit(text, mention)


def _is_scale(text: str, short: re.Match[str], *, money: bool) -> bool:
    letters = short.group(1)
    if money or letters in {"bn", "tn", "trn", "mn", "mln"}:
        return True
    return letters == "m" and bool(_PEOPLE_AFTER.match(text, short.end()))


def _spelled(text: str, at: int) -> Mention | None:
    read = words.number_words(text, at)
    if read is None:
        return None
    mention = _mention(at, read, spelled=True)
    return mention if read.ordinal else _with_unit(text, mention)


def _mention(at: int, read: words.Read, *, spelled: bool) -> Mention:
    return Mention(
        at, read.end, at, read.end, read.value, read.vague, read.ordinal, read.fraction, read.scale, read.plain, spelled,
        noun_from=read.end,
    )  # fmt: skip


def _with_unit(text: str, mention: Mention) -> Mention:
    unit = unit_after(text, mention.number_end, scaled=mention.scale > 1 or (mention.value or 0) >= 1e5)
    return mention if unit is None else mention._replace(end=unit.at, unit=unit.name, kind=unit.kind)


_TO = re.compile(r"(?:[ ]?(?:-|–|—)[ ]?|[ ](?:to|or)[ ])[$€£]?")
_AND = re.compile(r"[ ]and[ ](?:[A-Z]{0,2}[$€£])?")


def _ranges(text: str, found: list[Mention]) -> list[Mention]:
    """In "15-20%" and "between 2 and 3 million" the first number shares unit and scale of the second."""
    for index in range(len(found) - 2, -1, -1):
        one, two = found[index], found[index + 1]
        low, high = one.value, two.value
        if low is None or high is None or two.number_start - one.number_end >= 10:
            continue
        gap = text[one.number_end : two.number_start]
        between = text[max(0, one.start - 8) : one.start].lower() == "between "
        if not (_TO.fullmatch(gap) or (between and _AND.fullmatch(gap))):
            continue
        if one.kind is None and two.kind is not None:
            one = one._replace(unit=two.unit, kind=two.kind)
        if one.scale == 1 and two.scale > 1 and low < high / two.scale:
            one = one._replace(value=low * two.scale, scale=two.scale, plain=False)
        if two.kind is None and one.kind == "money":
            found[index + 1] = two._replace(unit=one.unit, kind=one.kind)
        found[index] = one._replace(noun_from=two.noun_from)
    return found
