"""Numbers in digits: "1,200", "12 000", "2 1/2", "1.2 million", "$1.3bn", "5m people", "3rd"."""

from __future__ import annotations

import re
from decimal import Decimal

from nutgraf.reading.languages import classes as c
from nutgraf.reading.numbers.frames import Frame, Read, Token
from nutgraf.reading.numbers.names import is_small
from nutgraf.reading.numbers.units import UNITS, unit_before

GLYPHS = {glyph: Decimal(top) / Decimal(under) for glyph, top, under in (
    ("¼", 1, 4), ("½", 1, 2), ("¾", 3, 4), ("⅓", 1, 3), ("⅔", 2, 3), ("⅕", 1, 5), ("⅛", 1, 8), ("⅜", 3, 8), ("⅝", 5, 8), ("⅞", 7, 8),
)}  # fmt: skip
_YEAR = 4
"""Digits of a year."""
_SLASHES = frozenset("/⁄")
_MIXED = re.compile(r"(?:(\d{1,9})[ -])?(\d{1,2})[/⁄](\d{1,2})(?![\d/⁄.,]*\d)")


def digits(frame: Frame, at: int) -> Read | None:
    """A number in digits, with its scale word, or the ending of an ordinal."""
    form, low = frame.numbers.format, frame.low
    if low[at] == form.decimal:  # ".4 percent"
        tail = form.pattern.match(low, at + 1)
        return _scaled(frame, at, Read(tail.end(), Decimal(f"0.{tail[0]}"))) if tail and tail[0].isdigit() else None
    match = form.pattern.match(low, at)
    if match is None:
        return None
    written, stop = match[0], match.end()
    value, plain = form.value(written), written.isdigit()
    if value is None:
        return Read(stop, None, words=written[:40])
    if (
        plain
        and low[stop : stop + 1] == " "
        and len(written) <= 3
        and (wide := form.grouped(low, at))
        and _is_grouped(frame, at, wide.end())
    ):
        stop, value, plain = wide.end(), Decimal(wide[0].replace(" ", "")), False
    if low[stop : stop + 1] in GLYPHS:
        value, stop, plain = value + GLYPHS[low[stop]], stop + 1, False
    if plain and not low[stop : stop + 1].isspace() and (ending := form.ending.match(low, stop)):
        return Read(ending.end(), value, ordinal=True)
    return _scaled(frame, at, Read(stop, value, plain=plain))


def mixed(frame: Frame, at: int) -> Read | None:
    """A whole number and a fraction, "2 1/2", "1 1/2 million"; "3/4" where a part of something follows."""
    match = _MIXED.match(frame.low, at) if not _SLASHES.isdisjoint(frame.low[at : at + 14]) else None
    if match is None or frame.low[at - 1 : at] in {"/", ".", ","}:
        return None
    whole, top, under = (Decimal(part or 0) for part in match.groups())
    if not 0 < top < under:
        return None
    read = _scaled(frame, at, Read(match.end(), whole + top / under, fraction=not whole))
    token = frame.behind(match.end())
    return read if whole or token.word == frame.numbers.links.of or token.bits & UNITS else None


def glyph(frame: Frame, at: int) -> Read | None:
    """A fraction in one sign: "½"."""
    return _scaled(frame, at, Read(at + 1, GLYPHS[frame.low[at]], fraction=True))


def _is_grouped(frame: Frame, at: int, stop: int) -> bool:
    """Whether spaces part groups, and not numbers: not behind a name, "flight" or a month; something counted follows."""
    if unit_before(frame, at) is not None:
        return True
    word = frame.before(at)
    if (word[:1].isupper() and not is_small(frame, word)) or frame.bits(word.lower()) & (c.NUMBERED | c.MONTH):
        return False
    token = frame.behind(stop)
    return bool(token.bits & (UNITS | c.SCALE)) or frame.numbers.noun(frame, stop, single=False) is not None


def _scaled(frame: Frame, at: int, read: Read) -> Read:
    """With the scale behind it, in words or letters."""
    token = frame.behind(read.stop)
    stop = token.stop
    of_year = read.plain and token.bits & c.CARDINAL and len(frame.low[at : read.stop]) == _YEAR  # "2019 hundert Boote"
    if token.bits & c.SCALE and not of_year:
        stop += token.bits & c.NO_END != 0 and frame.low[stop : stop + 1] == "."  # "Mio."
    elif (
        not token.bits & c.SHORT_SCALE
        or token.gap == "\n"
        or (len(token.word) == 1 and unit_before(frame, at) is None and not _is_million(frame, token))
    ):
        return read
    scale = frame.numbers.values[token.word]
    return read._replace(stop=stop, value=(read.value or 0) * scale, scale=scale, plain=False, fraction=False)


def _is_million(frame: Frame, letter: Token) -> bool:
    """Whether a letter is an "m" before a noun or a currency: "5m people" are millions, "a 5m wall" is not."""
    behind = frame.behind(letter.stop)
    if frame.text[letter.start] != "m" or letter.gap not in {"", " "} or behind.gap != " ":
        return False
    return (
        bool(behind.bits & (c.MONEY | c.CURRENCY)) or frame.numbers.noun(frame, letter.stop, single=False) is not None
    )
