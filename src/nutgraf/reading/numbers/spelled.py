"""Numbers in words: "twenty-three", "two and a half million", "a third", "half a million", "two dozen", "hundreds of thousands"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from nutgraf.reading.languages import classes as c
from nutgraf.reading.numbers.frames import Frame, Read
from nutgraf.reading.numbers.units import UNITS

_WORD = re.compile(r"[^\W\d_]+")
_JOINT = re.compile(r"-|\n|,? ")
_PARTS = c.CARDINAL | c.ORDINAL | c.SCALE | c.FRACTION | c.UNTOLD | c.SOME | c.INDEFINITE
_MOST = 12
_HALF = Decimal("0.5")
_HUNDRED, _TEN = 100, 10


class _Word(NamedTuple):
    word: str
    stop: int
    bits: int
    value: Decimal
    hyphened: bool
    """A hyphen stands behind it."""


def _words(frame: Frame, at: int) -> list[_Word]:
    """The words from a place on that can belong to one number."""
    found: list[_Word] = []
    values, joint_word = frame.numbers.values, frame.numbers.links.joint
    while len(found) < _MOST:
        match = _WORD.match(frame.low, at, at + 20)
        if match is None:
            break
        word = match[0]
        bits = frame.bits(word) if word != joint_word else 0
        if not bits & _PARTS and not (found and word == joint_word):
            break
        joint = _JOINT.match(frame.low, match.end())
        found.append(
            _Word(word, match.end(), bits, values.get(word, Decimal(0)), joint is not None and joint[0] == "-")
        )
        if joint is None or joint[0] == ", ":
            break
        at = joint.end()
    while found and (
        found[-1].word == joint_word or (found[-1].bits & c.INDEFINITE and not found[-1].bits & c.CARDINAL)
    ):
        found.pop()
    return found


def untold(frame: Frame, at: int) -> Read | None:
    """Words that tell no number: "dozens", "tens of thousands", "several hundred", "a few dozen"."""
    words = _words(frame, at)
    if words and words[0].bits & c.INDEFINITE:
        words = words[1:]
    if not words:
        return None
    first = words[0]
    if first.bits & c.UNTOLD:
        of = frame.behind(first.stop)
        more = frame.behind(of.stop)
        if of.word == frame.numbers.links.of and more.bits & c.UNTOLD:
            return Read(more.stop, None, words=f"{first.word} {of.word} {more.word}")
        return None if first.bits & c.SOME else Read(first.stop, None, words=first.word)
    scaled = first.bits & c.SOME and len(words) > 1 and words[1].bits & c.SCALE
    return Read(words[1].stop, None, words=words[1].word + "s") if scaled else None


def fraction(frame: Frame, at: int) -> Read | None:
    """Parts of one: "two-thirds", "a quarter", "half", "a quarter of a million"; "a third man" is no part of anything."""
    words = _words(frame, at)
    if not words:
        return None
    one = words[0]
    if one.bits & c.FRACTION and not one.bits & c.ORDINAL and one.value == 2:
        top, part = Decimal(1), one
    else:
        if len(words) < 2 or not words[1].bits & c.FRACTION:
            return None
        top = Decimal(1) if one.bits & c.INDEFINITE else one.value
        part = words[1]
        single = not part.bits & c.PLURAL
        fits = single == (top == 1) or part.bits & c.COUNTED  # "zwei Drittel": one form for both
        if not (one.bits & (c.CARDINAL | c.INDEFINITE)) or not fits:
            return None
        if single and part.bits & c.ORDINAL and not one.hyphened and _is_ordinal(frame, part):
            return None
    read = Read(part.stop, top / part.value, fraction=True)
    scale = _scale_behind(frame, part.stop)
    if scale is None:
        return read
    return Read(scale[0], top * scale[1] / part.value, scale=scale[1])


def _is_ordinal(frame: Frame, part: _Word) -> bool:
    """Whether "a third" puts the next word in an order: "a third man", "a sixth-grader"; no part of it: "a third of", "a third more"."""
    token = frame.behind(part.stop)
    if token.gap == "-":
        return True
    return token.word[:1].isalpha() and not token.bits & (
        c.FUNCTION | c.ADDS | c.ADVERB | c.BOUND | c.BREAK | c.UNCOUNTED | UNITS | c.SCALE
    )


def _scale_behind(frame: Frame, stop: int) -> tuple[int, Decimal] | None:
    """The million of "half a million", "a quarter of a million", "half-dozen"."""
    token = frame.behind(stop)
    if token.word == frame.numbers.links.of:
        token = frame.behind(token.stop)
    if token.bits & c.INDEFINITE:
        token = frame.behind(token.stop)
    return (token.stop, frame.numbers.values[token.word]) if token.bits & c.SCALE else None


def cardinal(frame: Frame, at: int) -> Read | None:
    """Cardinals and ordinals: "one hundred and five", "two dozen", "twenty-third"; "a" opens one before a scale only."""
    words, joint = _words(frame, at), frame.numbers.links.joint
    total, part, used = Decimal(0), Decimal(0), 0
    seen = joined = False
    last = 0
    for index, (word, stop, bits, value, _) in enumerate(words):
        behind = words[index + 1 : index + 3]
        opens = not seen or joined or bool(last & c.SCALE)
        tens = bool(last & c.CARDINAL) and part % _HUNDRED >= 2 * _TEN and part % _TEN == 0
        if word == joint:
            ones = tens and frame.numbers.links.joins_tens and behind and 0 < behind[0].value < _TEN
            if not seen or not (last & c.SCALE or ones or any(map(_is_half, behind))):
                break
            joined = True
            continue
        if bits & c.INDEFINITE and not bits & c.CARDINAL:
            if seen and joined and behind and _is_half(behind[0]):
                continue
            if index or not behind or not behind[0].bits & c.SCALE:
                break
            part, seen = Decimal(1), True
        elif _is_half(words[index]) and seen and joined:
            part, used = part + _HALF, index + 1
        elif bits & c.ORDINAL and (opens or tens):
            return Read(stop, total + part + value, ordinal=True)
        elif bits & c.CARDINAL and (opens or (tens and 0 < value < _TEN)):
            part, seen, used = part + value, True, index + 1
        elif bits & c.SCALE and seen and (not bits & c.GROUP or frame.numbers.noun(frame, stop, single=False)):
            total, part = (total, part * value) if value == _HUNDRED else (total + part * value, Decimal(0))
            used = index + 1
        else:
            break
        last, joined = bits, False
    return Read(words[used - 1].stop, total + part) if used else None


def _is_half(word: _Word) -> bool:
    return bool(word.bits & c.FRACTION) and word.value == 2 and not word.bits & c.PLURAL
