"""Quotation marks in pairs: the segments of an article that stand inside marks, with exact offsets.

Pairing starts afresh at each paragraph. Curly, German, French and CJK marks tell opening from closing and are
matched with a stack; straight and left-over marks are matched at least cost, so that an inch mark or a slip
costs itself and not the rest of the paragraph; single marks are told from apostrophes last.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from nutgraf.lazily import pattern
from nutgraf.reading.languages.words import Words
from nutgraf.reading.parts import Offsets, Segment
from nutgraf.reading.text.lost_marks import lost_end
from nutgraf.reading.text.marks import Mark, closes_first, marks_in
from nutgraf.reading.text.no_speech import no_speech
from nutgraf.reading.text.sentences import split_paragraphs

_CLOSED_BY = {
    ",,": "''“”",
    "“": "”",
    "”": "”",
    "‟": "”“",
    "„": "“”",
    "«": "»",
    "»": "«",
    "‹": "›",
    "›": "‹",
    "「": "」",
    "『": "』",
}


class _Pair(NamedTuple):
    opening: Mark
    closing: Mark | None  # None: open to the end of the paragraph


def pair_marks(text: str, body: Sequence[Offsets], words: Words) -> tuple[Segment, ...]:
    """The quoted segments of an article, in order, as m1, m2 …; they never overlap.

    A nested quotation is part of its outer segment. A mark without a partner opens a segment (`closed` is
    False, to the end of its paragraph) where the next paragraph opens with a mark again or the words look like
    speech; otherwise it is ignored, as are apostrophes and marks for feet and inches.

    Args:
        text: the article's text.
        body: offsets of the parts to look at (the text less dateline and boilerplate), in order.
        words: the language's, which tell titles and names from speech.
    """
    paragraphs = split_paragraphs(text, tuple(body))
    segments: list[Segment] = []
    unclosed: str | None = None
    for index, (start, end) in enumerate(paragraphs):
        following = _opens_with(text, *paragraphs[index + 1]) if index + 1 < len(paragraphs) else ""
        goes_on: str | None = None
        for pair in (*_spilt(text, start, end, unclosed), *_pairs(text, start, end, following)):
            continued = unclosed if pair.opening.start == start else None
            segment = _segment(text, f"m{len(segments) + 1}", pair, (start, end), continued, words)
            segments.append(segment)
            goes_on = None if segment.closed else segment.id
        unclosed = goes_on
    return tuple(segments)


def _opens_with(text: str, start: int, end: int) -> str:
    """The first character of a paragraph; of one that first closes what another has opened, that mark."""
    closing = closes_first(text, start, end)
    return closing.glyph if closing else text[start]


def _spilt(text: str, start: int, end: int, unclosed: str | None) -> list[_Pair]:
    closing = closes_first(text, start, end) if unclosed else None
    return [_Pair(Mark(start, "", 0, 0, 0), closing)] if closing else []


def _segment(text: str, name: str, pair: _Pair, paragraph: Offsets, continues: str | None, words: Words) -> Segment:
    opening, closing = pair
    if closing:
        end, outer_end = closing.start, closing.end
    else:
        end = outer_end = lost_end(text, opening.end, paragraph[1], words)
    quoted = text[opening.end : end]
    # French sets a space inside its marks: it is no part of the words.
    inner = (opening.end + len(quoted) - len(quoted.lstrip()), end - len(quoted) + len(quoted.rstrip()))
    outer = (opening.start, outer_end)
    sure = closing is not None and continues is None
    return Segment(
        *(name, *inner, *outer),
        closed=closing is not None,
        continues=continues,
        no_speech=no_speech(text, inner, outer, paragraph, words) if sure else None,
    )


# --------------------------------------------------------------------------------------------- pairing


def _pairs(text: str, start: int, end: int, following: str) -> list[_Pair]:
    """The outermost pairs of one paragraph; `following` is the next paragraph's first character."""
    doubles, singles = marks_in(text, start, end)
    if not doubles and not singles:
        return []
    pairs = _double_pairs(text, doubles, start, end, following) if doubles else []
    pairs = _with_singles(text, (start, end), pairs, singles, following) if singles else pairs
    return [pair for pair in pairs if text[pair.opening.end : pair.closing.start if pair.closing else end].strip()]


def _double_pairs(text: str, marks: list[Mark], start: int, end: int, following: str) -> list[_Pair]:
    if _in_order(marks):
        return [_Pair(*pair) for pair in zip(marks[::2], marks[1::2], strict=True)]
    matched, rest = _by_direction(marks)
    pairs: list[_Pair] = []
    loose: list[Mark] = []
    at = 0
    for pair in [*matched, None]:
        while at < len(rest) and (pair is None or rest[at].start < pair.opening.start):
            loose.append(rest[at])
            at += 1
        if pair is None or pair.closing is None:
            break
        inside: list[Mark] = []
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
        if lone and goes_on and pair.opening.start == start:
            return [pair]  # all of the paragraph, with other marks in it: `"The “ferry law” is bad.`
        if not lone or (pair.opening.start >= last and _runs_on(text, pair.opening, start, end, goes_on=goes_on)):
            pairs.append(pair)
    return _outermost(pairs)


def _in_order(marks: list[Mark]) -> bool:
    """Opening and closing marks in turn, with no doubt about any: most paragraphs."""
    return len(marks) % 2 == 0 and all(
        opening.opens == closing.closes == 0 < min(opening.closes, closing.opens)
        and closing.glyph in _CLOSED_BY.get(opening.glyph, opening.glyph)
        for opening, closing in zip(marks[::2], marks[1::2], strict=True)
    )


def _outermost(pairs: list[_Pair]) -> list[_Pair]:
    """Pairs in order, without those inside another."""
    outer: list[_Pair] = []
    reach = -1
    for pair in sorted(pairs, key=lambda pair: pair.opening.start):
        if pair.opening.start >= reach:
            outer.append(pair)
            reach = pair.closing.end if pair.closing else pair.opening.start
    return outer


def _by_direction(marks: list[Mark]) -> tuple[list[_Pair], list[Mark]]:
    """Outermost pairs of marks that show their direction, and the marks that found no partner."""
    stack: list[Mark] = []
    pairs: list[_Pair] = []
    rest: list[Mark] = []
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


def _closes(mark: Mark, opening: Mark) -> bool:
    # `»A« og »B«` and `«A «B» C»`: a guillemet that stands like an opening one opens.
    return mark.glyph in _CLOSED_BY[opening.glyph] and not (mark.glyph in "«»‹›" and mark.opens < mark.closes)


def _cheapest(marks: list[Mark], left_open: float) -> list[_Pair]:
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
    closing: Mark | None = None
    for mark, (ends, begins) in zip(reversed(marks), reversed(steps), strict=True):
        if inside and begins:
            pairs.append(_Pair(mark, closing))
            inside, closing = False, None
        elif not inside and ends:
            inside, closing = True, mark
    pairs.reverse()
    return pairs


_FOUR_WORDS = pattern(r"\W*\w[\w'’-]*(?:\W+\w[\w'’-]*){3}")
_SPEECH_BEFORE = pattern(r"(?:[,:]|\b(?:said|says|wrote|added|replied|asked|told \w+))\s*$")


def _runs_on(text: str, mark: Mark, start: int, end: int, *, goes_on: bool) -> bool:
    """Is this lone opening mark a quotation that goes on in the next paragraph, or speech whose closing mark was lost?"""
    if not _FOUR_WORDS.match(text, mark.end, end):
        return goes_on and mark.end < end and mark.start == start
    return goes_on or mark.start == start or bool(_SPEECH_BEFORE.search(text[max(start, mark.start - 24) : mark.start]))


# ---------------------------------------------------------------------------------------- single marks


def _with_singles(
    text: str, paragraph: Offsets, doubles: list[_Pair], marks: list[Mark], following: str
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
            if opening.glyph == following and not doubles and _FOUR_WORDS.match(text, opening.end, end):
                found.append(_Pair(opening, None))
                break
            continue
        if _acceptable(text, opening, outside[closing], start, openings):
            found.append(_Pair(opening, outside[closing]))
            at = closing + 1
    return _outermost([*doubles, *found]) if found else doubles


def _outside(marks: list[Mark], doubles: list[_Pair], end: int) -> Iterator[Mark]:
    at = 0
    for mark in marks:
        while at < len(doubles) and (closing.end if (closing := doubles[at].closing) else end) <= mark.start:
            at += 1
        if at == len(doubles) or mark.start < doubles[at].opening.start:
            yield mark


def _single_closing(text: str, marks: list[Mark], at: int) -> int | None:
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


def _acceptable(text: str, opening: Mark, closing: Mark, start: int, doubles: list[int]) -> bool:
    if bisect_left(doubles, opening.start) == bisect_left(doubles, closing.start):
        return True
    last = text[closing.start - 1]
    # Single marks around double ones: only where they plainly hold speech ('He said "no" to me,' she said).
    before = text[max(start, opening.start - 2) : opening.start].rstrip()
    return closing.closes == 0 and last in ',.!?…”"' and (not before or before[-1] in ",.:;!?—")
