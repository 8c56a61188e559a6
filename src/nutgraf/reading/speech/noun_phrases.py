"""Noun phrases of a sentence that may speak: found beside a verb, from their first word on or from their last back."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.cues import CUES
from nutgraf.reading.languages.en.vocabulary import WORDS
from nutgraf.reading.parts import Name, Offsets
from nutgraf.reading.speech.frames import NO_ADVERBS, Frame, is_capital, is_word

ADJECTIVES = WORDS.any_of(c.ADJECTIVE, c.OF_TITLE)
DEMONYMS = WORDS.any_of(c.DEMONYM)
DETERMINERS = WORDS.any_of(c.DETERMINER)
DOCUMENT_NOUNS = WORDS.any_of(c.DOCUMENT)
FUNCTION_WORDS = WORDS.any_of(c.FUNCTION)
HONORIFICS = WORDS.any_of(c.HONORIFIC)
MONTHS = WORDS.any_of(c.MONTH)
PEOPLE_NOUNS = WORDS.any_of(c.PERSON)
PREPOSITIONS = WORDS.any_of(c.PREPOSITION)
PRONOUNS = WORDS.any_of(c.PRONOUN)
SPEAKING_NOUNS = WORDS.any_of(c.PERSON, c.BODY, c.DOCUMENT)
TITLES = WORDS.any_of(c.TITLE)
WEEKDAYS = WORDS.any_of(c.WEEKDAY)


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


class Phrase(NamedTuple):
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
    start = name.start
    if (owner := _owner(frame, name, own, floor, known)) is not None:
        first, start = owner, frame.start[owner]
    edge = own if frame.low[first] == "the" else first
    whole = _with_head(frame, edge, last, floor, known=known, depth=depth, person=name.kind == "person")
    return whole or Phrase(start, name.end, first, last, name)


def _owner(frame: Frame, name: Name, own: int, floor: int, known: Known) -> int | None:
    """The first token of whose body it is: "Japan's Defense Ministry" is not any Defense Ministry."""
    if name.kind != "organization" or own <= floor or frame.low[own - 1][-2:] not in {"'s", "’s"}:
        return None
    owner = known.by_end.get(frame.end[own - 1] - 2)
    first = bisect_left(frame.start, owner.start) if owner is not None else -1
    return first if first >= floor else None


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
    after, head, name = _extent(frame, first, ceiling, known)
    if after == first:
        return None
    last = after - 1
    joined = head is not None
    if name is not None and (name.kind == "person" or not joined) and frame.end[last] <= name.end:
        owner = _owner(frame, name, bisect_left(frame.start, name.start), first, known)
        return Phrase(name.start if owner is None else frame.start[owner], name.end, first, last, name)
    noun = frame.low[last if head is None else head]
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


def _extent(frame: Frame, first: int, ceiling: int, known: Known) -> tuple[int, int | None, Name | None]:
    """The token behind the phrase's last, its head noun where a preposition follows one, and the name it holds."""
    at, head, name = first, None, None
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
            before = frame.low[at - 1]
            # "said Umerov in Kyiv": what follows a name is no part of it, what follows "a spokesman" is.
            if (
                (name is not None and head is None)
                or (low in {"at", "in"} and before not in TITLES and before not in SPEAKING_NOUNS)
                or (low == "to" and before not in _SENT_TO)
            ):
                break
            head = at - 1 if head is None else head
        elif _ends_before(frame, first, at):
            break
        at += 1
    return at, head, name


def _ends_before(frame: Frame, first: int, at: int) -> bool:
    """A word that no noun phrase goes on with: a verb, an adverb, a day, a second determiner."""
    low = frame.low[at]
    if low in WEEKDAYS or (low in FUNCTION_WORDS and low not in DETERMINERS) or (low in CUES and not CUES[low].noun):
        return True
    if at == first:
        return False
    before = frame.low[at - 1]
    return (
        (low in DETERMINERS and before not in PREPOSITIONS)
        or (low in MONTHS and before not in DETERMINERS)
        or (low.endswith("ly") and low not in NO_ADVERBS)
        or (before in SPEAKING_NOUNS and (low in _MODIFIERS or low.endswith(("ed", "ing"))))
    )


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
