"""A sentence as its reporter's own words, each quotation one token; and the noun phrases beside a word of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice

from nutgraf.reading.cues import CUES
from nutgraf.reading.lexicon import (
    ADJECTIVES,
    ADVERBS,
    DEMONYMS,
    DETERMINERS,
    DOCUMENT_NOUNS,
    FUNCTION_WORDS,
    HONORIFICS,
    MONTHS,
    PEOPLE_NOUNS,
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

_TITLE_STOP = (
    r"(?:(?<=\bM[rs])|(?<=\b(?:Dr|Lt|St|Jr|Sr))|(?<=\b(?:Mrs|Maj|Gen|Col|Sgt|Cpl|Adm|Sen|Rep|Gov|Rev|Hon|Det))"
    r"|(?<=\b(?:Prof|Capt|Supt|Insp)))\.(?=\s)"
)
# Words with the marks inside them, numbers with their commas, "U.N.", "Mr.", "traders' union"; else one mark each.
_TOKEN = re.compile(
    r"[^\W_]+(?:['’.&‐‑,:-](?:(?<![,:])[^\W_]+|(?<=\d[,:])\d+))*"
    rf"(?:(?=['’.])(?:(?<=s)['’](?=[ \u00a0][^\W\d_])|(?<=\.[^\W\d_])\.|{_TITLE_STOP}))?"
    r"|[^\w\s]"
)
_MODIFIERS = frozenset(
    "familiar briefed close involved reviewed seen obtained released published posted provided compiled cited aware "
    "present quoted contacted interviewed based".split()
)
"""What stands behind an unnamed speaker and tells more: "a person familiar with the talks"."""
_NO_SPEAKERS = frozenset(
    "week month year day morning afternoon evening night weekend hour minute time today yesterday".split()
)
_POSSESSIVE = frozenset({"'s", "’s", "s'", "s’"})
_SENT_TO = frozenset(
    "ambassador ambassadors envoy envoys adviser advisers advisor advisors aide aides secretary representative "
    "representatives undersecretary delegate counsel consul assistant deputy counsellor".split()
)
_CONTRACTED = frozenset({"n't", "n’t"})


@dataclass(frozen=True, slots=True)
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
    spans: list[Offsets] = []
    place: dict[int, int] = {}
    at = sentence.start
    for index in (*inside, -1):
        upto = segments[index].outer_start if index >= 0 else sentence.end
        if at < upto:
            found = list(islice(_TOKEN.finditer(text, at, upto), LONGEST - len(raw)))
            raw += [match[0] for match in found]
            spans += [match.span() for match in found]
        if len(raw) >= LONGEST:
            break
        if index >= 0:
            at = min(segments[index].outer_end, sentence.end)
            place[index] = len(raw)
            raw.append(QUOTE)
            spans.append((max(segments[index].outer_start, sentence.start), at))
    start, end = zip(*spans, strict=True) if spans else ((), ())
    segment = [-1] * len(raw)
    for index, token in place.items():
        segment[token] = index
    word = tuple([token[0].isalnum() for token in raw])
    low = tuple([token.lower() for token in raw])
    return Frame(sentence, tuple(raw), low, start, end, word, tuple(segment), place, only_quotes=not any(word))


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
            and not (
                low.endswith("ly") and len(low) > 4 and low not in {"family", "assembly"} and not is_capital(frame, at)
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
    if low in FUNCTION_WORDS or low in _NO_SPEAKERS or low in MONTHS or low[-2:] in _POSSESSIVE:
        return None
    if low in CUES and low not in SPEAKING_NOUNS:
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
    if not determined and not spoken and not is_capital(frame, last):
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
    if depth > 3 or before <= floor:
        return None
    if frame.low[before].endswith("ing") and frame.low[before - 1] in SPEAKING_NOUNS:  # "experts advising the agency"
        head = phrase_before(frame, before - 1, floor, known, depth=depth + 1)
        return Phrase(head.start, frame.end[last], head.first, last) if head and head.name is None else None
    if frame.low[before - 1] in _MODIFIERS and frame.low[before] in PREPOSITIONS and before - 2 >= floor:
        head = phrase_before(frame, before - 2, floor, known, depth=depth + 1)
        told = head is not None and head.name is None and frame.low[head.last] in SPEAKING_NOUNS
        return Phrase(head.start, frame.end[last], head.first, last) if head and told else None
    if frame.low[before] not in {"of", "for", "in", "at", "from", "with", "on"}:
        return None
    head = phrase_before(frame, before - 1, floor, known, depth=depth + 1)
    titled = head is not None and head.name is None and is_capital(frame, head.last) and is_capital(frame, head.first)
    if person and titled and frame.low[before - 1] in TITLES:
        return None  # "Undersecretary for Education John Lee"
    if head is None or frame.low[head.last] in PRONOUNS:
        return None
    if head.name is not None:
        return head if head.name.kind != "place" else None
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
            if (
                (name is not None and not joined)
                or (low in {"at", "in"} and frame.low[at - 1] not in TITLES and frame.low[at - 1] not in SPEAKING_NOUNS)
            ) or (low == "to" and frame.low[at - 1] not in _SENT_TO):
                break
            if not joined:
                head = at - 1
            joined = True
        elif (
            (low in DETERMINERS and at > first and frame.low[at - 1] not in PREPOSITIONS)
            or (low in FUNCTION_WORDS and low not in DETERMINERS)
            or (low in CUES and not CUES[low].noun)
            or low in WEEKDAYS
            or (low in MONTHS and at > first and frame.low[at - 1] not in DETERMINERS)
            or (low in _MODIFIERS and at > first and frame.low[at - 1] in SPEAKING_NOUNS)
            or (
                at > first
                and (low.endswith("ly") or (low.endswith(("ed", "ing")) and frame.low[at - 1] in SPEAKING_NOUNS))
            )
        ):
            break
        at += 1
    if at == first:
        return None
    last = at - 1
    if name is not None and (name.kind == "person" or not joined) and frame.end[last] <= name.end:
        return Phrase(name.start, name.end, first, last, name)
    noun = frame.low[head if joined else last]
    if (
        noun in FUNCTION_WORDS
        or noun in _NO_SPEAKERS
        or not (noun in SPEAKING_NOUNS or noun in TITLES or frame.low[first] in DETERMINERS or is_capital(frame, last))
    ):
        return None
    persons = noun in TITLES or noun in PEOPLE_NOUNS or frame.low[first] in {"his", "her", "its", "their"}
    if last + 2 < ceiling and frame.low[last + 1] == "," and name is None and persons:
        apposed = known.by_start.get(frame.start[last + 2])
        if apposed is not None and apposed.kind in {"person", "other"} and " " in apposed.text:
            while last + 1 < ceiling and frame.start[last + 1] < apposed.end:
                last += 1
            return Phrase(apposed.start, apposed.end, first, last, apposed)
    last = _past_modifiers(frame, last, ceiling, known)
    return Phrase(frame.start[first], frame.end[last], first, last)


def _past_modifiers(frame: Frame, last: int, ceiling: int, known: Known) -> int:
    """The last token of "a person familiar with the talks", "records reviewed by the paper", "a report by the UN"."""
    if last + 2 >= ceiling:
        return last
    following = frame.low[last + 1]
    if frame.low[last] in DOCUMENT_NOUNS and following in {"by", "from", "in"}:
        first = last + 2 + (frame.low[last + 2] == "the")
        name = known.by_start.get(frame.start[first]) if first < ceiling else None
        while name is not None and last + 1 < ceiling and frame.start[last + 1] < name.end:
            last += 1
        return last
    if following not in _MODIFIERS and frame.low[last + 1 : last + 3] != ("with", "knowledge"):
        return last
    for at in range(last + 2, min(ceiling, last + 14)):
        if not is_word(frame, at) or frame.low[at] in PRONOUNS:
            return at - 1
    return last


def may_speak(frame: Frame, phrase: Phrase) -> bool:
    """Whether a phrase names or describes someone (or a body, or a document) that says things."""
    if phrase.name is not None or phrase.first == phrase.last:
        return True
    return any(
        frame.low[at] in SPEAKING_NOUNS or frame.low[at] in TITLES for at in range(phrase.first, phrase.last + 1)
    )
