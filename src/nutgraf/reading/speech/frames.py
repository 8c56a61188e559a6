"""A sentence as its reporter's own words, each quotation one token."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, islice

from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.en.vocabulary import WORDS
from nutgraf.reading.parts import Segment, Sentence

ADVERBS = WORDS.any_of(c.ADVERB)
WEEKDAYS = WORDS.any_of(c.WEEKDAY)


QUOTE = "“”"
"""Stands for a whole quotation among a frame's words; no word of an article equals it."""
LONGEST = 400
"""Tokens of a sentence that are looked at; what is longer is a table or a list, not a sentence."""

NO_ADVERBS = frozenset({"family", "assembly"})
"""Words in -ly that are nouns."""

_TITLE_STOP = (
    r"(?:(?<=\bM[rs])|(?<=\b(?:Dr|Lt|St|Jr|Sr))|(?<=\b(?:Mrs|Maj|Gen|Col|Sgt|Cpl|Adm|Sen|Rep|Gov|Rev|Hon|Det))"
    r"|(?<=\b(?:Prof|Capt|Supt|Insp)))\.(?=\s)"
)
# Words with the marks inside them, numbers with their commas, "U.N.", "Mr.", "traders' union"; else one mark each.
# What nothing can be joined to is told first: it is most words.
_TOKEN = re.compile(
    r"([A-Za-z]++(?=[ ,])"
    r"|[^\W_]+(?:['’.&‐‑,:-](?:(?<![,:])[^\W_]+|(?<=\d[,:])\d+))*"
    rf"(?:(?=['’.])(?:(?<=s)['’](?=[ \u00a0][^\W\d_])|(?<=\.[^\W\d_])\.|{_TITLE_STOP}))?"
    r"|[^\w\s])"
)
_CONTRACTED = frozenset({"n't", "n’t"})


@dataclass(slots=True, eq=False)  # not frozen: one is made for nearly every sentence, and freezing costs time
class Frame:
    """The tokens of a sentence, in parallel tuples; `segment` is the index of a quotation, or -1 for a word.

    `raw` and `low` are the token as it is written and in lower case; `word` tells words from marks and quotations.
    """

    sentence: Sentence
    raw: tuple[str, ...]
    low: tuple[str, ...]
    start: tuple[int, ...]
    end: tuple[int, ...]
    word: tuple[bool, ...]
    segment: tuple[int, ...]
    place: dict[int, int]
    """The token of each quotation, by the index of its segment."""
    only_quotes: bool
    """Nothing but quotations and punctuation."""

    def __len__(self) -> int:
        return len(self.low)


def frame_of(text: str, sentence: Sentence, segments: Sequence[Segment], inside: Sequence[int]) -> Frame:
    """The frame of a sentence that the segments with these indexes overlap."""
    raw: list[str] = []
    bounds: list[int] = []
    place: dict[int, int] = {}
    at = sentence.start
    for index in (*inside, -1):
        upto = segments[index].outer_start if index >= 0 else sentence.end
        if at < upto and len(raw) < LONGEST:
            parts = _TOKEN.split(text[at:upto], LONGEST - len(raw))  # a gap, a token, a gap …
            raw += parts[1::2]
            bounds += islice(accumulate(map(len, parts[:-1]), initial=at), 1, None)
        if index < 0 or len(raw) >= LONGEST:
            break
        at = min(segments[index].outer_end, sentence.end)
        place[index] = len(raw)
        raw.append(QUOTE)
        bounds += max(segments[index].outer_start, sentence.start), at
    segment = [-1] * len(raw)
    for index, token in place.items():
        segment[token] = index
    word = tuple([token[0].isalnum() for token in raw])
    low = tuple([token.lower() for token in raw])
    return Frame(
        *(sentence, tuple(raw), low, tuple(bounds[::2]), tuple(bounds[1::2]), word, tuple(segment), place),
        only_quotes=True not in word,
    )


def is_word(frame: Frame, at: int) -> bool:
    """A word of the reporter's: neither punctuation nor a quotation."""
    return 0 <= at < len(frame.word) and frame.word[at]


def is_capital(frame: Frame, at: int) -> bool:
    """Written with a capital letter."""
    return frame.raw[at][0].isupper()


def skip_helpers(frame: Frame, at: int, floor: int) -> tuple[int, bool]:
    """Go left over adverbs, auxiliaries and weekdays before a verb: where that ends, and whether "not" was met."""
    negated = False
    while at >= floor:
        low = frame.low[at]
        if low in {"not", "never", "cannot"} or low[-3:] in _CONTRACTED:
            negated = True
        elif low in WEEKDAYS and at > floor:
            at -= frame.low[at - 1] in {"on", "last"}
        elif (
            low not in ADVERBS
            and low not in {"has", "have", "had", "did", "does", "would", "again"}
            and not (low.endswith("ly") and len(low) > 4 and low not in NO_ADVERBS and not is_capital(frame, at))
        ):
            break
        at -= 1
    return at, negated
