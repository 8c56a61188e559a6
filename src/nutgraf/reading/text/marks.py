"""Each quotation mark of a paragraph, with what it costs to read it as opening, as closing or as no mark at all."""

from __future__ import annotations

import re
from typing import NamedTuple

# The set stands first: a search skips ahead to it. A back quote is a mark only where two stand together.
_MARK = re.compile("[`\"＂“”„‟«»‹›「」『』'’‘‚](?:(?<=`)`|(?<=')'|(?<!`))")
_ATTRIBUTE = re.compile(r"(?<=[\w-]=)([\"'])[^\"'<>\n]{0,200}\1(?=[\s/>])")
_COMMAS = re.compile(r"(?<![\w,]),,(?=[^\s,])")
"""Typed for a low mark that opens: ,,so''."""
_SINGLES = frozenset("'’‘‚")
_BEFORE_OPENING = frozenset("([{—–-/“„«‹「‘¿¡=|>*_")
_BEFORE_CLOSING = frozenset(',.!?…;:)]}”"»—')
_AFTER_CLOSING = frozenset(",;:.!?…)]}—–-/”»›」’*_<|=")
_FEET_AND_INCHES = re.compile(r"\d['’′]\s?\d{1,2}$")
_DROPPED = re.compile(r"[^\W\d_]in$|\bO$")
_ELIDED = re.compile(
    r"(?:\d\ds?|em|til|till|tis|twas|twere|twill|cause|coz|cuz|n|bout|round|nuff|neath|gainst|er|im|s|t|d|ll|re|ve|m)(?!\w)",
    re.IGNORECASE,
)


class Mark(NamedTuple):
    """A mark that may stand at an end of a quotation."""

    start: int
    glyph: str
    opens: float  # cost of reading it as an opening mark
    closes: float  # cost of reading it as a closing mark
    skips: float  # cost of reading it as no quotation mark at all

    @property
    def end(self) -> int:
        """The offset behind it."""
        return self.start + len(self.glyph)


def marks_in(text: str, start: int, end: int) -> tuple[list[Mark], list[Mark]]:
    """The double marks and the single marks of a paragraph, in order, less apostrophes and marks for feet and inches."""
    doubles: list[Mark] = []
    singles: list[Mark] = []
    tagged = _attributes(text, start, end)
    for found in _MARK.finditer(text, start, end):
        glyph, at = found[0], found.start()
        if at in tagged:
            continue
        if glyph not in _SINGLES:
            if (mark := _double(text, at, glyph, start, end)) is not None:
                doubles.append(mark)
        elif (mark := _single(text, at, glyph, start, end)) is not None:
            singles.append(mark)
    if text.find(",,", start, end) >= 0:
        doubles += [Mark(found.start(), ",,", 0.0, 9.0, 3.0) for found in _COMMAS.finditer(text, start, end)]
        doubles.sort()
    return doubles, singles


def closes_first(text: str, start: int, end: int) -> Mark | None:
    """The mark that ends, in this paragraph, a quotation from the one before, where nothing opens it anew: so in German papers."""
    at = text.find("“", start, end)
    if at <= start or text[at - 1].isspace():
        return None
    first = next(iter(marks_in(text, start, end)[0]), None)
    if first is None or first.start != at:
        return None
    return first if first.end == end or not text[first.end].isalnum() else None


def _attributes(text: str, start: int, end: int) -> frozenset[int]:
    """Where the marks of markup stand: <tweet id="77">."""
    if "<" not in text[start:end]:
        return frozenset()
    return frozenset(at for found in _ATTRIBUTE.finditer(text, start, end) for at in (found.start(1), found.end() - 1))


def _sides(text: str, at: int, size: int, start: int, end: int) -> tuple[str, str, bool]:
    """The characters left and right of a mark (a space at the paragraph's ends); does a mark of the end follow?"""
    left = text[at - 1] if at > start else " "
    right = text[at + size] if at + size < end else " "
    beyond = text[at + size + 1] if at + size + 1 < end else " "
    return left, right, right in ",;:)" or (right in ".!?" and (beyond.isspace() or beyond in ')"”'))


def _double(text: str, at: int, glyph: str, start: int, end: int) -> Mark | None:
    left, right, ended = _sides(text, at, len(glyph), start, end)
    inches = left.isdigit()
    if inches and _FEET_AND_INCHES.search(text[max(start, at - 6) : at]):
        return None
    opens = closes = 0.5
    if (left.isspace() or left in _BEFORE_OPENING) and not right.isspace():
        opens, closes = (2.0, 0.0) if ended else (0.0, 2.0)
    elif not left.isspace() and (right.isspace() or right in _AFTER_CLOSING):
        opens, closes = 2.0, 0.0
    elif left in ".,!?…":
        opens, closes = 0.6, 0.4
    elif left.isspace() and right.isspace():
        opens, closes = 0.5, 0.5
    skips = 0.5 if inches else 3.0
    if glyph in ("“", "„", "‟", "``"):
        closes = 9.0 if glyph in "„``" else closes + 1.5 if closes < opens else 6.0
        opens = 0.0
    elif glyph == "”":
        opens = opens + 1.5 if opens < closes else 6.0
        closes = 0.0
    elif glyph in "」』":
        opens = 9.0  # even where nothing else fits: it is no opening mark in any style
    return Mark(at, glyph, opens, closes, skips)


def _single(text: str, at: int, glyph: str, start: int, end: int) -> Mark | None:
    """A single mark that may open or close; None for an apostrophe inside a word."""
    left, right, ended = _sides(text, at, 1, start, end)
    if left.isalnum() and right.isalnum():
        return None
    opens = closes = 9.0
    if glyph in "'‘‚" and (left.isspace() or left in _BEFORE_OPENING or left == '"') and not right.isspace():
        if right not in "'’" and not ended and not _ELIDED.match(text, at + 1, min(end, at + 10)):
            opens = 0.0
    elif glyph in "'’‘" and not left.isspace() and left not in _BEFORE_OPENING and not right.isalnum():
        sure = left in _BEFORE_CLOSING
        closes = 0.0 if sure else 2.0 if _may_be_apostrophe(text, at, start, end) else 1.0
    return None if opens == closes else Mark(at, glyph, opens, closes, 0.0)


def _may_be_apostrophe(text: str, at: int, start: int, end: int) -> bool:
    """Is the mark after a letter or digit perhaps a possessive (`the boys' club`), a foot mark or a dropped g?"""
    following = text[at + 1 : min(end, at + 3)]
    if text[at - 1].isdigit():
        return True
    if text[at - 1] in "sSzx":
        # A possessive stands before the noun it belongs to.
        return following[:1].isspace() and following[1:] not in {"—", "–", "-", "("}
    return _DROPPED.search(text[max(start, at - 4) : at]) is not None
