"""Words in marks within somebody's speech, which no rule of reading knows as a quotation: “he wrote back, ‘Noted.’”."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from nutgraf.reading.parts import Offsets

_INNER = {"'": "'", "‘": "’", '"': '"', "“": "”", "„": "“”", "«": "»", "»": "«"}
_CLOSING = frozenset(".,!?…")


def fills_marks(text: str, content: Sequence[Offsets]) -> bool:
    """Whether words fill marks, from their first to their last; nothing stands between them."""
    start, end = content[0][0], content[-1][1]
    closers, behind = _INNER.get(text[start - 1 : start], ""), text[end : end + 3]
    if not closers or text[max(0, start - 2) : start - 1].isalnum():
        return False
    if any(text[low[1] : high[0]].strip(" .,!?…") for low, high in pairwise(content)):
        return False
    behind = behind[1:] if behind[:1] in _CLOSING else behind
    return behind[:1] != "" and behind[0] in closers and not behind[1:2].isalnum()


def verbatim(text: str, content: list[Offsets]) -> list[Offsets]:
    """Words that fill marks as they stand there, in one stretch and with the stop before the closing mark."""
    if not fills_marks(text, content):
        return content
    start, end = content[0][0], content[-1][1]
    return [(start, end + (text[end : end + 1] in _CLOSING))]
