"""Quotation marks in pairs: the segments of an article that stand inside marks, with exact offsets.

Pairing starts afresh at each paragraph. Curly, German, French and CJK marks tell opening from closing and are
matched with a stack; straight and left-over marks are matched at least cost, so that an inch mark or a slip
costs itself and not the rest of the paragraph; single marks are told from apostrophes last.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from nutgraf.reading.nospeech import no_speech
from nutgraf.reading.parts import MarkStyle, Offsets, Segment
from nutgraf.reading.sentences import split_paragraphs

_MARK = re.compile("``|''|[\"＂“”„‟«»‹›「」『』'’‘‚]")
_SINGLES = frozenset("'’‘‚")
_STYLES: dict[str, MarkStyle] = {
    **dict.fromkeys('"＂', "straight"),
    **dict.fromkeys(("``", "''"), "straight"),
    **dict.fromkeys("“”‟", "curly"),
    **dict.fromkeys("„", "german"),
    **dict.fromkeys("«»‹›", "guillemets"),
    **dict.fromkeys("「『", "cjk"),
    **dict.fromkeys("'’‘‚", "single"),
}
_CLOSED_BY = {"“": "”", "”": "”", "‟": "”“", "„": "“”", "«": "»", "»": "«", "‹": "›", "›": "‹", "「": "」", "『": "』"}
_BEFORE_OPENING = frozenset("([{—–-/“„«‹「‘¿¡=|>*_")
_BEFORE_CLOSING = frozenset(',.!?…;:)]}”"»—')
_AFTER_CLOSING = frozenset(",;:.!?…)]}—–-/”»›」’*_<|=")
_FEET_AND_INCHES = re.compile(r"\d['’′]\s?\d{1,2}$")
_DROPPED = re.compile(r"[^\W\d_]in$|\bO$")
_ELIDED = re.compile(
    r"(?:\d\ds?|em|til|till|tis|twas|twere|twill|cause|coz|cuz|n|bout|round|nuff|neath|gainst|er|im|s|t|d|ll|re|ve|m)(?!\w)",
    re.IGNORECASE,
)


class _Mark(NamedTuple):
    start: int
    glyph: str
    opens: float  # cost of reading it as an opening mark
    closes: float  # cost of reading it as a closing mark
    skips: float  # cost of reading it as no quotation mark at all

    @property
    def end(self) -> int:
        return self.start + len(self.glyph)


class _Pair(NamedTuple):
    opening: _Mark
    closing: _Mark | None  # None: open to the end of the paragraph


def pair_marks(text: str, body: Sequence[Offsets]) -> tuple[Segment, ...]:
    """The quoted segments of an article, in order, as m1, m2 …; they never overlap.

    A nested quotation is part of its outer segment. A mark without a partner opens a segment (`closed` is
    False, to the end of its paragraph) where the next paragraph opens with a mark again or the words look like
    speech; otherwise it is ignored, as are apostrophes and marks for feet and inches.

    Args:
        text: the article's text.
        body: offsets of the parts to look at (the text less dateline and boilerplate), in order.
    """
    paragraphs = split_paragraphs(text, body)
    segments: list[Segment] = []
    unclosed: str | None = None
    for index, (start, end) in enumerate(paragraphs):
        following = text[paragraphs[index + 1][0]] if index + 1 < len(paragraphs) else ""
        goes_on: str | None = None
        for pair in _pairs(text, start, end, following):
            segment = _segment(text, f"m{len(segments) + 1}", pair, start, end)
            if unclosed and segment.outer_start == start:
                segment = replace(segment, continues=unclosed, no_speech=None)
            segments.append(segment)
            goes_on = None if segment.closed else segment.id
        unclosed = goes_on
    return tuple(segments)


def _segment(text: str, name: str, pair: _Pair, start: int, end: int) -> Segment:
    opening, closing = pair.opening, pair.closing
    style: MarkStyle = _STYLES[opening.glyph]
    if closing is None:
        return Segment(name, opening.end, end, opening.start, end, style, closed=False)
    segment = Segment(name, opening.end, closing.start, opening.start, closing.end, style)
    reason = no_speech(text, segment, start, end)
    return replace(segment, no_speech=reason) if reason else segment


# --------------------------------------------------------------------------------------------- pairing


def _pairs(text: str, start: int, end: int, following: str) -> list[_Pair]:
    """The outermost pairs of one paragraph; `following` is the next paragraph's first character."""
    doubles: list[_Mark] = []
    singles: list[_Mark] = []
    for found in _MARK.finditer(text, start, end):
        glyph = found.group()
        if glyph not in _SINGLES:
            if (mark := _double(text, found.start(), glyph, start, end)) is not None:
                doubles.append(mark)
        elif (mark := _single(text, found.start(), glyph, start, end)) is not None:
            singles.append(mark)
    if not doubles and not singles:
        return []
    pairs = _double_pairs(text, doubles, start, end, following) if doubles else []
    pairs = _with_singles(text, (start, end), pairs, singles, following) if singles else pairs
    return [pair for pair in pairs if text[pair.opening.end : pair.closing.start if pair.closing else end].strip()]


def _sides(text: str, at: int, size: int, start: int, end: int) -> tuple[str, str, bool]:
    """The characters left and right of a mark (a space at the paragraph's ends); does a mark of the end follow?"""
    left = text[at - 1] if at > start else " "
    right = text[at + size] if at + size < end else " "
    beyond = text[at + size + 1] if at + size + 1 < end else " "
    return left, right, right in ",;:)" or (right in ".!?" and (beyond.isspace() or beyond in ')"”'))


def _double(text: str, at: int, glyph: str, start: int, end: int) -> _Mark | None:
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
    return _Mark(at, glyph, opens, closes, skips)


def _double_pairs(text: str, marks: list[_Mark], start: int, end: int, following: str) -> list[_Pair]:
    matched, rest = _by_direction(marks)
    pairs: list[_Pair] = []
    inside: list[_Mark] = []
    loose: list[_Mark] = []
    at = 0
    for pair in [*matched, None]:
        while at < len(rest) and (pair is None or rest[at].start < pair.opening.start):
            loose.append(rest[at])
            at += 1
        if pair is None or pair.closing is None:
            break
        inside = []
        while at < len(rest) and rest[at].start < pair.closing.start:
            inside.append(rest[at])
            at += 1
        # `“A," he said, "B.”`: what lies between the inner marks is not quoted, so the outer ones are no pair.
        if len(inside) > 1 and inside[0].closes < inside[0].opens and inside[-1].opens < inside[-1].closes:
            loose.extend((pair.opening, *inside, pair.closing))
        else:
            pairs.append(pair)
    goes_on = bool(following) and following in '"“„«»「『‟＂`'
    last = pairs[-1].opening.start if pairs else start
    for pair in _cheapest(loose, 1.0 if goes_on else 2.5):
        lone = pair.closing is None
        if not lone or (pair.opening.start >= last and _runs_on(text, pair.opening, start, end, goes_on=goes_on)):
            pairs.append(pair)
    return _outermost(pairs)


def _outermost(pairs: list[_Pair]) -> list[_Pair]:
    """Pairs in order, without those inside another."""
    outer: list[_Pair] = []
    reach = -1
    for pair in sorted(pairs, key=lambda pair: pair.opening.start):
        if pair.opening.start >= reach:
            outer.append(pair)
            reach = pair.closing.end if pair.closing else pair.opening.start
    return outer


def _by_direction(marks: list[_Mark]) -> tuple[list[_Pair], list[_Mark]]:
    """Outermost pairs of marks that show their direction, and the marks that found no partner."""
    stack: list[_Mark] = []
    pairs: list[_Pair] = []
    rest: list[_Mark] = []
    for mark in marks:
        if mark.glyph not in "“”„‟«»‹›「」『』":
            rest.append(mark)
            continue
        partner = next((n for n in range(1, min(4, len(stack)) + 1) if _closes(mark, stack[-n])), 0)
        if partner:
            rest.extend(m for m in stack[len(stack) - partner + 1 :] if m.glyph in "“”„‟")
            opening = stack[-partner]
            del stack[-partner:]
            while pairs and pairs[-1].opening.start > opening.start:
                pairs.pop()
            pairs.append(_Pair(opening, mark))
        elif mark.glyph in _CLOSED_BY and (mark.opens <= mark.closes):
            stack.append(mark)
        elif mark.glyph in "“”„‟":
            rest.append(mark)
    rest.extend(mark for mark in stack if mark.glyph in "“”„‟«")
    rest.sort(key=lambda mark: mark.start)
    return pairs, rest


def _closes(mark: _Mark, opening: _Mark) -> bool:
    # `»A« og »B«` and `«A «B» C»`: a guillemet that stands like an opening one opens.
    return mark.glyph in _CLOSED_BY[opening.glyph] and not (mark.glyph in "«»‹›" and mark.opens < mark.closes)


def _cheapest(marks: list[_Mark], left_open: float) -> list[_Pair]:
    """Read each mark as opening, closing or nothing, at the least total cost (one pass, two states)."""
    infinite = float("inf")
    closed, opened = 0.0, infinite
    steps: list[tuple[bool, bool]] = []
    for mark in marks:
        skip = mark.skips
        # Leaving out a plain opening mark while a quotation is open is the worse reading.
        skip_inside = skip + 0.5 if mark.opens < mark.closes else skip
        by_closing, by_opening = opened + mark.closes, closed + mark.opens
        ends, begins = by_closing < closed + skip, by_opening <= opened + skip_inside
        steps.append((ends, begins))
        closed, opened = (
            by_closing if ends else closed + skip,
            by_opening if begins else opened + skip_inside,
        )
    pairs: list[_Pair] = []
    inside = opened + left_open < closed
    closing: _Mark | None = None
    for mark, (ends, begins) in zip(reversed(marks), reversed(steps), strict=True):
        if inside and begins:
            pairs.append(_Pair(mark, closing))
            inside, closing = False, None
        elif not inside and ends:
            inside, closing = True, mark
    pairs.reverse()
    return pairs


_FOUR_WORDS = re.compile(r"\W*\w[\w'’-]*(?:\W+\w[\w'’-]*){3}")
_SPEECH_BEFORE = re.compile(r"(?:[,:]|\b(?:said|says|wrote|added|replied|asked|told \w+))\s*$")


def _runs_on(text: str, mark: _Mark, start: int, end: int, *, goes_on: bool) -> bool:
    """Is this lone opening mark a quotation that goes on in the next paragraph, or speech whose closing mark was lost?"""
    if not _FOUR_WORDS.match(text, mark.end, end):
        return goes_on and mark.end < end and mark.start == start
    return goes_on or mark.start == start or bool(_SPEECH_BEFORE.search(text[max(start, mark.start - 24) : mark.start]))


# ---------------------------------------------------------------------------------------- single marks


def _single(text: str, at: int, glyph: str, start: int, end: int) -> _Mark | None:
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
    return None if opens == closes else _Mark(at, glyph, opens, closes, 0.0)


def _may_be_apostrophe(text: str, at: int, start: int, end: int) -> bool:
    """Is the mark after a letter or digit perhaps a possessive (`the boys' club`), a foot mark or a dropped g?"""
    following = text[at + 1 : min(end, at + 3)]
    if text[at - 1].isdigit():
        return True
    if text[at - 1] in "sSzx":
        # A possessive stands before the noun it belongs to.
        return following[:1].isspace() and following[1:] not in {"—", "–", "-", "("}
    return _DROPPED.search(text[max(start, at - 4) : at]) is not None


def _with_singles(
    text: str, paragraph: Offsets, doubles: list[_Pair], marks: list[_Mark], following: str
) -> list[_Pair]:
    """Add the pairs of single marks that stand outside the double ones, or around them."""
    start, end = paragraph
    outside = list(_outside(marks, doubles, end))
    openings = [pair.opening.start for pair in doubles]
    found: list[_Pair] = []
    at = 0
    while at < len(outside):
        opening = outside[at]
        at += 1
        if opening.opens > 0:
            continue
        closing = _single_closing(text, outside, at)
        if closing is None:
            alone = opening.start == start and opening.glyph == following and not doubles and not found
            if alone and _FOUR_WORDS.match(text, opening.end, end):
                return [_Pair(opening, None)]
            continue
        if _acceptable(text, opening, outside[closing], start, openings):
            found.append(_Pair(opening, outside[closing]))
            at = closing + 1
    return _outermost([*doubles, *found]) if found else doubles


def _outside(marks: list[_Mark], doubles: list[_Pair], end: int) -> Iterator[_Mark]:
    at = 0
    for mark in marks:
        while at < len(doubles) and (closing.end if (closing := doubles[at].closing) else end) <= mark.start:
            at += 1
        if at == len(doubles) or mark.start < doubles[at].opening.start:
            yield mark


def _single_closing(text: str, marks: list[_Mark], at: int) -> int | None:
    """Index of the mark that closes: the first sure one before another opens, else the first possible one."""
    weak: int | None = None
    opening = marks[at - 1]
    for index in range(at, len(marks)):
        mark = marks[index]
        if mark.opens == 0:
            break
        if opening.glyph == "'" and mark.glyph != "'":
            continue
        if mark.closes < 2:
            return index
        if weak is None:
            weak = index
    near = weak is not None and (
        opening.glyph != "'" or _FOUR_WORDS.match(text, opening.end, marks[weak].start) is None
    )
    return weak if near else None


def _acceptable(text: str, opening: _Mark, closing: _Mark, start: int, doubles: list[int]) -> bool:
    if bisect_left(doubles, opening.start) == bisect_left(doubles, closing.start):
        return True
    last = text[closing.start - 1]
    # Single marks around double ones: only where they plainly hold speech ('He said "no" to me,' she said).
    before = text[max(start, opening.start - 2) : opening.start].rstrip()
    return closing.closes == 0 and last in ',.!?…”"' and (not before or before[-1] in ",.:;!?—")
