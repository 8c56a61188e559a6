"""The edges of what is reported: without the marks and joints around it, with the brackets and stops that belong to it."""

from __future__ import annotations

import re

from nutgraf.reading.parts import Offsets
from nutgraf.reading.speech.frames import Frame
from nutgraf.reading.speech.reports import points

_SHORTENED = re.compile(r"\b[^\W\d_]\.[^\W\d_]$")
"""What keeps its point at the end: "4 a.m."."""
_ENDS = frozenset(".!?,;:…\"”’'»)]–—-")
_OPENINGS = {"”": "“", "»": "«", ")": "(", "]": "[", "’": "‘"}
_PAIRS = (("„", "“”"), ("“", "”"), ("»", "«"), ("«", "»"))
_JOINTS = frozenset({"and", "but", ",", "then", "or"})
_KEPT_AHEAD = frozenset({"(", "[", "$", "#", "@", "“", '"', "‘", "€", "£"})


def trimmed(text: str, frame: Frame, first: int, last: int, *, goes_on: bool) -> Offsets:
    """The offsets of a part less the marks and joints at its edges; one that goes on behind another keeps its "and"."""
    while first < last and not frame.is_word(first) and frame.low[first] not in _KEPT_AHEAD:
        first += 1
    while first < last and not goes_on and (frame.low[first] in _JOINTS or _opens_with_that(frame, first)):
        first += 1
    start, end = frame.start[first], _past_aside(text, frame, last)
    while end > start and (text[end - 1] in _ENDS or text[end - 1].isspace()):
        if text[end - 1] in "\"”’'»)]" and _balanced(text[start:end], text[end - 1]):
            break
        end -= 1
    end = _past_closing(text, start, end)
    return start, end + bool(_SHORTENED.search(text, start, end) and text.startswith(".", end))


def _past_closing(text: str, start: int, end: int) -> int:
    """The end behind the mark that closes what was opened within: no half of "das Schiff „Anker“"."""
    mark = text[end : end + 1]
    for opening, closings in _PAIRS:
        last = max(text.rfind(closing, start, end) for closing in closings)
        if mark and mark in closings and text.rfind(opening, start, end) > last:
            return end + 1
    return end


def _opens_with_that(frame: Frame, at: int) -> bool:
    return frame.low[at] == "that" and not frame.is_capital(at) and not points(frame, at)


def _past_aside(text: str, frame: Frame, last: int) -> int:
    """The end of what is reported, with the brackets behind it that the frame leaves out."""
    stop = frame.start[last + 1] if last + 1 < len(frame) else frame.sentence.end
    gap = text[frame.end[last] : stop]
    closing = gap.rfind(")")
    return frame.end[last] + closing + 1 if gap.startswith(" (") and closing > 0 else frame.end[last]


def _balanced(words: str, closing: str) -> bool:
    if closing in _OPENINGS:
        return words.count(_OPENINGS[closing]) >= words.count(closing)
    return words.count(closing) % 2 == 0
