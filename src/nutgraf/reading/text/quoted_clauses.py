"""Whether the words in a pair of marks are a clause of their own, or part of the reporter's sentence."""

from __future__ import annotations

from nutgraf.reading.parts import Segment, Sentence

_FEW = 3
_FEW_CHARACTERS = 7
_UNSPACED = (("\u0e00", "\u0eff"), ("\u1000", "\u109f"), ("\u1780", "\u17ff"), ("\u2e80", "\uff9f"))
"""The first and the last letters of scripts that put no spaces between words."""


_LINE_OPENS = (">", "•", "●", "▪", "■", "*", "·")
"""Markup, and what opens an item of a list."""


def is_clause(text: str, segment: Segment, sentence: Sentence | None, *, comma_behind: bool = False) -> bool:
    """Whether a quotation is a clause: it opens with a capital at the start of its sentence or after a comma or colon.

    `comma_behind`: whether a comma that ends a quoted clause stands behind the mark, whatever the marks: “…”, disse ela.
    """
    if text[segment.start : segment.start + 1].islower():
        return False
    before = text[max(0, segment.outer_start - 3) : segment.outer_start].rstrip()
    ends = text[segment.end - 1 : segment.end] in ".,!?…;—–-。！？，"
    # Where a comma that ends a quoted clause stands behind the mark: „…“, sagte sie.
    behind = comma_behind or text[segment.outer_start] in "„«»‹›"
    ends |= behind and text[segment.outer_end : segment.outer_end + 1] == ","
    starts_line = (sentence is not None and sentence.start == segment.outer_start) or before.endswith(_LINE_OPENS)
    words = text[segment.start : segment.end]
    unspaced = any(first <= words[:1] <= last for first, last in _UNSPACED)
    long = len(words) > _FEW_CHARACTERS if unspaced else len(words.split()) > _FEW
    cried = text[segment.end - 1 : segment.end] in "!?" and words[:1].isupper()  # shouted “Liar!”
    return before[-1:] in {",", ":", "，", "："} or cried or (starts_line and (ends or long))


def fills_sentence(segment: Segment, sentence: Sentence | None) -> bool:
    """Whether nothing of a sentence stands outside the marks."""
    return sentence is not None and sentence.start >= segment.outer_start and sentence.end <= segment.outer_end
