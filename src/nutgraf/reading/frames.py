"""A sentence as its reporter's own words, each quotation one token; and the noun phrases beside a word of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from nutgraf.reading.cues import CUES
from nutgraf.reading.lexicon import (
    ADJECTIVES,
    ADVERBS,
    DEMONYMS,
    DETERMINERS,
    FUNCTION_WORDS,
    HONORIFICS,
    PREPOSITIONS,
    PRONOUNS,
    SPEAKING_NOUNS,
    TITLES,
    WEEKDAYS,
)
from nutgraf.reading.parts import Name, Offsets, Segment, Sentence

QUOTE = "“”"
"""Stands for a whole quotation among a frame's words; no word of an article equals it."""
LONGEST = 400
"""Tokens of a sentence that are looked at; what is longer is a table or a list, not a sentence."""

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"
    r"|(?:M(?:rs?|s|aj)|Dr|Prof|Gen|Col|Lt|Sgt|Capt|Cpl|Adm|Sen|Rep|Gov|Rev|St|Jr|Sr|Hon|Supt|Insp|Det)\.(?=\s)"
    r"|[^\W_]+(?:['’.&‐‑-][^\W_]+)*"
    r"|[^\w\s]"
)
_CONTRACTED = frozenset({"n't", "n’t"})


@dataclass(frozen=True, slots=True)
class Frame:
    """The tokens of a sentence, in parallel tuples; `segment` is the index of a quotation, or -1 for a word."""

    sentence: Sentence
    low: tuple[str, ...]
    start: tuple[int, ...]
    end: tuple[int, ...]
    capital: tuple[bool, ...]
    segment: tuple[int, ...]
    place: dict[int, int]
    """The token of each quotation, by the index of its segment."""
    only_quotes: bool
    """Nothing but quotations and punctuation."""

    def __len__(self) -> int:
        return len(self.low)


def frame_of(text: str, sentence: Sentence, segments: Sequence[Segment], inside: Sequence[int]) -> Frame:
    """The frame of a sentence that the segments with these indexes overlap."""
    low: list[str] = []
    start: list[int] = []
    end: list[int] = []
    capital: list[bool] = []
    segment: list[int] = []
    at = sentence.start
    for index in (*inside, -1):
        upto = segments[index].outer_start if index >= 0 else sentence.end
        for found in _words(text, at, upto, LONGEST - len(low)):
            word = found[0]
            low.append(word.lower())
            start.append(found.start())
            end.append(found.end())
            capital.append(word[0].isupper())
            segment.append(-1)
        if len(low) >= LONGEST:
            break
        if index >= 0:
            at = min(segments[index].outer_end, sentence.end)
            low.append(QUOTE)
            start.append(max(segments[index].outer_start, sentence.start))
            end.append(at)
            capital.append(False)
            segment.append(index)
    place = {index: at for at, index in enumerate(segment) if index >= 0}
    pure = all(n >= 0 or not word[0].isalnum() for n, word in zip(segment, low, strict=True))
    return Frame(sentence, tuple(low), tuple(start), tuple(end), tuple(capital), tuple(segment), place, pure)


def _words(text: str, at: int, upto: int, most: int) -> Iterator[re.Match[str]]:
    if at < upto and most > 0:
        for count, found in enumerate(_TOKEN.finditer(text, at, upto)):
            if count >= most:
                return
            yield found


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase that may speak: its words' offsets, and the frame's tokens it takes up, titles included."""

    start: int
    end: int
    first: int
    last: int
    name: Name | None = None

    @property
    def offsets(self) -> Offsets:
        """Where it stands in the article."""
        return self.start, self.end


@dataclass(frozen=True)
class Known:
    """Names by where they begin and end."""

    names: Sequence[Name]
    by_start: dict[int, Name] = field(init=False)
    by_end: dict[int, Name] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_start", {n.start: n for n in self.names})
        object.__setattr__(self, "by_end", {n.end: n for n in self.names})


def is_word(frame: Frame, at: int) -> bool:
    """A word of the reporter's: neither punctuation nor a quotation."""
    return 0 <= at < len(frame) and frame.segment[at] < 0 and frame.low[at][0].isalnum()


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
            and not (
                low.endswith("ly") and len(low) > 4 and low not in {"family", "assembly"} and not frame.capital[at]
            )
        ):
            break
        at -= 1
    return at, negated


def phrase_before(frame: Frame, last: int, floor: int, known: Known, *, depth: int = 0) -> Phrase | None:
    """The noun phrase that ends with token `last`; nothing left of token `floor` belongs to it."""
    if last < floor or not is_word(frame, last):
        return None
    low = frame.low[last]
    name = known.by_end.get(frame.end[last])
    if name is not None:
        return _named_before(frame, name, last, floor, known=known, depth=depth)
    if low in PRONOUNS:
        return Phrase(frame.start[last], frame.end[last], last, last)
    if low in FUNCTION_WORDS or (low in CUES and low not in SPEAKING_NOUNS):
        return None
    first = last
    determined = False
    while first > floor and last - first < 8 and is_word(frame, first - 1):
        left = frame.low[first - 1]
        if left in DETERMINERS:
            first -= 1
            determined = True
            if left not in {"other", "some", "two", "three", "four", "five", "six"}:
                break
            continue
        if left in FUNCTION_WORDS or (left in CUES and not _adjectival(frame, first - 1)):
            break
        first -= 1
    spoken = low in SPEAKING_NOUNS or low in TITLES
    if not determined and not spoken and not frame.capital[last]:
        return None
    whole = _with_head(frame, first, last, floor, known=known, depth=depth)
    return whole or Phrase(frame.start[first], frame.end[last], first, last)


def _adjectival(frame: Frame, at: int) -> bool:
    """A listed verb that stands as an adjective or noun here: "the reported deaths", "the state police"."""
    return CUES[frame.low[at]].noun or (at > 0 and frame.low[at - 1] in DETERMINERS)


def _named_before(frame: Frame, name: Name, last: int, floor: int, *, known: Known, depth: int) -> Phrase:
    first = last
    while first > floor and frame.start[first] > name.start:
        first -= 1
    own = first
    while first > floor and last - first < 16 and is_word(frame, first - 1):
        left = frame.low[first - 1]
        if (
            left not in TITLES
            and left not in ADJECTIVES
            and left not in DEMONYMS
            and left != "the"
            and left not in HONORIFICS
        ):
            break
        first -= 1
    edge = own if frame.low[first] == "the" else first
    whole = _with_head(frame, edge, last, floor, known=known, depth=depth, person=name.kind == "person")
    return whole or Phrase(name.start, name.end, first, last, name)


def _with_head(
    frame: Frame, first: int, last: int, floor: int, *, known: Known, depth: int, person: bool = False
) -> Phrase | None:
    """Widen "the ministry" to "a spokesman for the ministry", or go to "John Lee" of "John Lee of the ministry"."""
    before = first - 1
    while before > floor and frame.low[before] == "the":
        before -= 1
    if depth > 3 or before <= floor or frame.low[before] not in {"of", "for", "in", "at", "from", "with", "on"}:
        return None
    head = phrase_before(frame, before - 1, floor, known, depth=depth + 1)
    titled = head is not None and head.name is None and frame.capital[head.last] and frame.capital[head.first]
    if person and titled and frame.low[before - 1] in TITLES:
        return None  # "Undersecretary for Education John Lee"
    if head is None or frame.low[head.last] in PRONOUNS:
        return None
    if head.name is not None:
        return head if head.name.kind in {"person", "other"} else None
    noun = frame.low[before - 1]
    speaking = (
        noun in SPEAKING_NOUNS or noun in TITLES or (head.end - head.start > len(noun) and head.last != before - 1)
    )
    return Phrase(head.start, frame.end[last], head.first, last) if speaking else None


def phrase_after(frame: Frame, first: int, ceiling: int, known: Known) -> Phrase | None:
    """The noun phrase that begins with token `first` and ends before token `ceiling`."""
    if first >= ceiling or not is_word(frame, first):
        return None
    if frame.low[first] in PRONOUNS and frame.start[first] not in known.by_start:
        return Phrase(frame.start[first], frame.end[first], first, first)
    at, name, joined, head = first, None, False, first
    while at < min(ceiling, first + 16) and is_word(frame, at):
        low = frame.low[at]
        found = known.by_start.get(frame.start[at])
        if found is not None and found.end >= frame.end[at]:
            if name is None or found.kind == "person":
                name = found
            while at < ceiling and frame.start[at] < found.end:
                at += 1
            if found.kind == "person":
                break
            continue
        if low in {"of", "for", "to", "at", "from", "in"} and at > first:
            # "said Umerov in Kyiv": what follows a name is no part of it, what follows "a spokesman" is.
            if (name is not None and not joined) or (
                low in {"to", "at", "in"} and frame.low[at - 1] not in TITLES | SPEAKING_NOUNS
            ):
                break
            if not joined:
                head = at - 1
            joined = True
        elif (
            (low in DETERMINERS and at > first and frame.low[at - 1] not in PREPOSITIONS)
            or (low in FUNCTION_WORDS and low not in DETERMINERS)
            or (low in CUES and not CUES[low].noun)
            or low in WEEKDAYS
            or (at > first and (low.endswith("ly") or (low.endswith("ed") and frame.low[at - 1] in SPEAKING_NOUNS)))
        ):
            break
        at += 1
    if at == first:
        return None
    last = at - 1
    if name is not None and (name.kind == "person" or not joined) and frame.end[last] <= name.end:
        return Phrase(name.start, name.end, first, last, name)
    noun = frame.low[head if joined else last]
    if noun in FUNCTION_WORDS or not (
        noun in SPEAKING_NOUNS or noun in TITLES or frame.low[first] in DETERMINERS or frame.capital[last]
    ):
        return None
    if last + 2 < ceiling and frame.low[last + 1] == "," and name is None:
        apposed = known.by_start.get(frame.start[last + 2])
        if apposed is not None and apposed.kind in {"person", "other"} and " " in apposed.text:
            while last + 1 < ceiling and frame.start[last + 1] < apposed.end:
                last += 1
            return Phrase(apposed.start, apposed.end, first, last, apposed)
    return Phrase(frame.start[first], frame.end[last], first, last)
