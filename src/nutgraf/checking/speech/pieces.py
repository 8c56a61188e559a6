"""A quotation of several sentences that an answer gives out one by one: "We paid. Who took it?" says and asks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from nutgraf.checking.speech.cues import Asked, spoken
from nutgraf.reading.parts import Offsets
from nutgraf.reading.reading import Reading


def in_pieces(reading: Reading, asked: Sequence[Asked]) -> frozenset[str]:
    """The quotations of which an answer gives one sentence to one item and one to another."""
    items = [
        {
            s.id
            for part in one.parts
            if not part.words
            for s in spoken(reading, [part.number])
            if piece_of(reading, part.number)
        }
        for one in asked
    ]
    counted = Counter(tag for held in items for tag in held)
    return frozenset(tag for tag, count in counted.items() if count > 1)


def piece_of(reading: Reading, number: int) -> Offsets | None:
    """The marked words of a sentence that is one of several in a quotation: who names it means no more of that."""
    sentence = reading.sentences[number - 1]
    for segment in spoken(reading, [number]):
        low, high = max(sentence.start, segment.start), min(sentence.end, segment.end)
        text = reading.article.text
        beside = text[sentence.start : low] + text[high : sentence.end]
        if not any(map(str.isalnum, beside)) and (high < segment.end or segment.start < low):
            return low, high
    return None
