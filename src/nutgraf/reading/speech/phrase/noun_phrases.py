"""Noun phrases of a sentence that may speak: found beside a verb, from their first word on or from their last back."""

from __future__ import annotations

from bisect import bisect_left

from nutgraf.reading.languages import classes as c
from nutgraf.reading.parts import Name
from nutgraf.reading.speech.frames import TIMES, Frame, before_time
from nutgraf.reading.speech.known import Known, Phrase
from nutgraf.reading.speech.phrase.noun_ends import (
    LONGEST_PHRASE,
    SPEAKING,
    acts,
    adjectival,
    are_asked,
    counts_people,
    extent,
    is_count,
    is_number,
    is_one_of,
    is_part,
    is_share,
    number_before,
    owns,
    past_modifiers,
    told_more_of,
)

_BEFORE_NAME = c.TITLE | c.OF_TITLE | c.ADJECTIVE | c.DEMONYM
_BODIES = c.BODY | c.BODY_WORD
_TIME = c.PERIOD | c.DAY_WORD | c.PART_OF_DAY | c.MONTH
_PLACING = frozenset({"behind", "along", "beneath", "beside"})
BEFORE_CLAUSE = c.JOINT | c.THAT | c.SUBORDINATES
"""What a clause may open with: "it rained while [the mayor, a farmer, said]"."""


def _phrase(frame: Frame, first: int, last: int, name: Name | None = None) -> Phrase:
    return Phrase(frame.start[first], frame.end[last], first, last, name)


def phrase_before(
    frame: Frame, last: int, floor: int, known: Known, *, depth: int = 0, loose: bool = False
) -> Phrase | None:
    """The noun phrase that ends with token `last`; nothing left of token `floor` belongs to it.

    `loose`: any noun will do, where the place alone says that somebody speaks.
    """
    if last < floor or not frame.is_word(last):
        return None
    name = known.by_end.get(frame.end[last])
    if name is not None:
        return _named_before(frame, name, last, floor, known=known, depth=depth)
    ranked = known.by_end.get(frame.end[last - 1]) if last > floor and frame.raw[last].isupper() else None
    if ranked is not None and ranked.kind == "person":  # "Ann Lee OBE"
        return _named_before(frame, ranked, last - 1, floor, known=known, depth=depth)
    bits = frame.bits[last]
    if bits & c.PRONOUN:
        return _phrase(frame, last, last)
    if bits & c.OBJECT and not bits & c.POSSESSIVE:  # "a lawyer for him", "people close to them"
        return _with_head(frame, last, last, floor, known=known, depth=depth)
    if (
        bits & (c.QUANTIFIER | c.CARDINAL)
        or is_part(frame, last)
        or is_one_of(frame, last)
        or is_share(frame, last, floor)
    ):
        first = last
        while first > floor and frame.of(first - 1, c.DETERMINER) and not frame.of(first - 1, c.THAT):
            first -= 1
        whole = _with_head(frame, first, last, floor, known=known, depth=depth)  # "the elder of the two"
        return whole or _phrase(frame, first, last)
    if bits & (c.FUNCTION | _TIME) or owns(frame, last) or (bits & c.CUE and not bits & (SPEAKING | c.NOUN)):
        return None
    if are_asked(frame, last) and (asked := phrase_before(frame, last - 1, floor, known, depth=depth)) is not None:
        return Phrase(asked.start, frame.end[last], asked.first, last) if asked.name is None else None
    if acts(frame, last, floor):
        return None
    if counts_people(frame, last, floor):
        return _phrase(frame, last, last)
    if frame.raw[last][0].isdigit() and not frame.low[last].endswith("-old"):
        found = phrase_before(frame, last - 2, floor, known, depth=depth) if is_number(frame, last) else None
        return Phrase(found.start, frame.end[last], found.first, last) if found else None
    first, determined = _leftwards(frame, last, floor, known)
    whole = _with_head(frame, first, last, floor, known=known, depth=depth)
    spoken = bits & (SPEAKING | c.TITLE | c.PERCENT)
    counted = frame.raw[first][0].isdigit() or frame.low[last].endswith("s")
    if not (determined or spoken or counted or loose) and not frame.is_capital(last):
        return whole
    return whole or _phrase(frame, first, last)


def _leftwards(frame: Frame, last: int, floor: int, known: Known) -> tuple[int, bool]:
    """The first token of the noun phrase with this last noun, and whether a determiner or a possessor opens it."""
    first, determined = last, False
    while first > floor and last - first < 8 and frame.is_word(first - 1):
        left = frame.bits[first - 1]
        if left & c.THAT and frame.low[last].endswith("s") and first == last:
            break  # "and that [teachers] had told him"
        if left & c.DETERMINER:
            first -= 1
            determined = True
            if not (
                left & c.QUANTIFIER or frame.low[first][0].isdigit() or frame.low[first] in {"other", "two", "three"}
            ):
                break
            if left & c.QUANTIFIER and frame.is_word(first - 1) and not frame.of(first - 1, c.FUNCTION):
                break  # "the threshold [most doctors] recommend"
            continue
        if owns(frame, first - 1):
            owner = known.by_end.get(frame.end[first - 1] - 2)
            edge = bisect_left(frame.start, owner.start) if owner is not None else first - 1
            if edge < floor:
                break
            return _owner_start(frame, edge, floor, known, named=owner is not None), True
        if left & c.FUNCTION or (left & c.CUE and not adjectival(frame, first - 1)) or acts(frame, first - 1, floor):
            break
        if left & TIMES and before_time(frame, first - 1, floor) < first - 1:
            break  # "On Tuesday night [parents]"
        first -= 1
    return first, determined


def _owner_start(frame: Frame, edge: int, floor: int, known: Known, *, named: bool) -> int:
    """The first token of an owner whose name or noun begins at `edge`: "Senator Ann Lee's", "the union's"."""
    if not named:
        return _leftwards(frame, edge, floor, known)[0]
    while edge > floor and frame.of(edge - 1, c.TITLE | c.OF_TITLE):
        edge -= 1
    return edge


def _named_before(frame: Frame, name: Name, last: int, floor: int, *, known: Known, depth: int) -> Phrase:
    first = last
    while first > floor and frame.start[first] > name.start:
        first -= 1
    own = first
    while first > floor and last - first < LONGEST_PHRASE and frame.is_word(first - 1):
        body = frame.of(first - 1, _BODIES) and frame.of(first - 2, c.ARTICLE)  # "the brokerage Acme"
        if not (frame.bits[first - 1] & _BEFORE_NAME or body or frame.low[first - 1] == "the"):
            break
        first -= 1
    if frame.of(first - 1, c.INDEFINITE) and first > floor and name.kind == "organization" and " " not in name.text:
        return _phrase(frame, first - 1, last)  # "a senior Republican": one of them, no body
    start = name.start
    if (owner := _owner(frame, name, own, floor, known)) is not None:
        first, start = owner, frame.start[owner]
    edge = own if frame.low[first] == "the" and own - first < 2 else first
    whole = _with_head(frame, edge, last, floor, known=known, depth=depth, person=name.kind == "person")
    return whole or Phrase(start, name.end, first, last, name)


def _owner(frame: Frame, name: Name, own: int, floor: int, known: Known) -> int | None:
    """The first token of whose body it is: "Japan's Defense Ministry" is not any Defense Ministry."""
    if name.kind != "organization" or own <= floor or not owns(frame, own - 1):
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
    if frame.low[before].endswith("ing") and frame.of(before - 1, SPEAKING):  # "experts advising the agency"
        head = phrase_before(frame, before - 1, floor, known, depth=depth + 1)
        return Phrase(head.start, frame.end[last], head.first, last) if head and head.name is None else None
    if frame.low[before - 1].endswith("ing") and frame.of(before, c.FUNCTION) and frame.of(before - 2, SPEAKING):
        head = phrase_before(frame, before - 2, floor, known, depth=depth + 1)  # "people living along the canal"
        return Phrase(head.start, frame.end[last], head.first, last) if head and head.name is None else None
    if frame.of(before - 1, c.MODIFIER) and frame.of(before, c.PREPOSITION) and before - 2 >= floor:
        noun = before - 2 - frame.of(before - 2, c.NEGATION | c.ADVERB)  # "scholars not involved in the case"
        head = phrase_before(frame, noun, floor, known, depth=depth + 1)
        if head and head.name is None and told_more_of(frame, head.first, head.last):
            return _phrase(frame, head.first, last)
        return _governed(frame, before, last, floor, known=known, depth=depth)
    by_whom = frame.low[before] == "by" and frame.of(before - 1, c.DOCUMENT | c.WRITTEN)  # "a report by the union"
    sent = frame.low[before] == "to" and frame.of(before - 1, c.SENT_TO)  # "an aide to the mayor"
    if not (
        frame.of(before, c.JOINS_NOUNS) or by_whom or sent or (frame.low[before] == "in" and is_count(frame, first))
    ):
        return _governed(frame, before, last, floor, known=known, depth=depth)
    if frame.low[before] in {"of", "in"} and (some := number_before(frame, before, floor)) is not None:
        return Phrase(frame.start[some], frame.end[last], some, last)
    head = phrase_before(frame, before - 1, floor, known, depth=depth + 1, loose=frame.low[before] == "of")
    if head is None:
        return _governed(frame, before, last, floor, known=known, depth=depth)
    if frame.of(head.last, c.PRONOUN):
        return None
    if (
        frame.low[before] == "in"
        and frame.of(first, c.POSSESSIVE)
        and frame.of(last, c.DOCUMENT | c.SPEECH | c.WRITTEN)
    ):
        return head  # "[prosecutors] in their opening statement"
    titled = head.name is None and frame.is_capital(head.last) and frame.is_capital(head.first)
    if person and titled and frame.of(before - 1, c.TITLE):
        return None  # "Undersecretary for Education John Lee"
    if head.name is not None:
        return head if head.name.kind != "place" else None
    alone = head.first == head.last and not frame.of(head.last, SPEAKING | c.TITLE | c.QUANTIFIER)
    if alone and not frame.low[head.last].endswith(("s", "percent")) and frame.low[head.last] != "one":
        return None
    return Phrase(head.start, frame.end[last], head.first, last)


def _governed(frame: Frame, before: int, last: int, floor: int, *, known: Known, depth: int) -> Phrase | None:
    """Somebody with what a preposition tells of them: "Residents angry about the closure", "Those opposed to the plan", "The woman behind the counter".

    What a preposition governs is no subject; whoever is told of by it opens the clause.
    """
    governs = frame.of(before, c.PREPOSITION) and not frame.of(before, c.SUBORDINATES)  # "It came after Ann Lee told"
    if not (governs or frame.low[before] in _PLACING) or frame.of(last, TIMES | c.SEASON) or owns(frame, last):
        return None
    at = before_time(frame, before - 1, floor)  # "A note sent [on Monday] to the crew"
    follows = frame.text(last + 1) == "," or frame.of(last + 1, c.RELATIVE)
    if follows and frame.of(at, c.PAST) and not frame.of(at, c.ADJECTIVE | c.MODIFIER):
        return None  # "Crews turned to a diver, who said"
    told = frame.bits[at] & (c.ADJECTIVE | c.MODIFIER | c.PAST) or not frame.bits[at]
    at -= bool(told) and not frame.of(at, c.AUXILIARY | SPEAKING) and not frame.is_capital(at)
    head = (
        _phrase(frame, at, at) if frame.text(at) == "those" else phrase_before(frame, at, floor, known, depth=depth + 1)
    )
    if head is None or head.name is not None or not (head.first == floor or frame.of(head.first - 1, BEFORE_CLAUSE)):
        return None
    speaks = frame.of(head.last, SPEAKING | c.TITLE | c.QUANTIFIER | c.DEMONSTRATIVE | c.WRITTEN)
    return _phrase(frame, head.first, last) if speaks else None


def phrase_after(frame: Frame, first: int, ceiling: int, known: Known, *, loose: bool = False) -> Phrase | None:
    """The noun phrase that begins with token `first` and ends before token `ceiling`; `loose`: see `phrase_before`."""
    if first >= ceiling or not frame.is_word(first):
        return None
    if frame.bits[first] & (c.PRONOUN | c.OBJECT) and frame.start[first] not in known.by_start:
        alone = frame.bits[first] & c.PRONOUN or not frame.bits[first] & c.POSSESSIVE
        return _phrase(frame, first, first) if alone else _described_after(frame, first, ceiling, known, loose=loose)
    return _described_after(frame, first, ceiling, known, loose=loose)


def _described_after(frame: Frame, first: int, ceiling: int, known: Known, *, loose: bool) -> Phrase | None:
    after, head, name = extent(frame, first, ceiling, known)
    last = after - 1
    if after == first or frame.low[last] == "ago":
        return None
    joined = head is not None
    speaks_for = head is not None and name is not None and _leads_to(frame, head + 1, name)
    if name is not None and (name.kind == "person" or not joined) and frame.end[last] <= name.end and not speaks_for:
        owner = _owner(frame, name, bisect_left(frame.start, name.start), first, known)
        return Phrase(name.start if owner is None else frame.start[owner], name.end, first, last, name)
    noun = frame.bits[head if head is not None else last - 2 if is_number(frame, last) else last]
    marked = (
        noun & (SPEAKING | c.TITLE | c.FRACTION)
        or frame.of(first, c.DETERMINER)
        or frame.is_capital(last)
        or owns(frame, first)
    )
    if (noun & (c.FUNCTION | _TIME) and not noun & (c.QUANTIFIER | c.CARDINAL | c.ADDS)) or not (marked or loose):
        return None
    persons = noun & (c.TITLE | c.PERSON) or frame.of(first, c.POSSESSIVE)
    office = (
        name is None or joined or name.end < frame.start[last]
    )  # "the Osk manager, Ann Lee", not "Ann Lee, Bo Lund"
    if last + 2 < ceiling and frame.low[last + 1] == "," and office and persons:
        opens = last + 2 + (last + 3 < ceiling and frame.of(last + 2, c.HONORIFIC))  # "the director, Dr Ann Lee"
        apposed = known.by_start.get(frame.start[opens])
        kinds = {"person"} if joined else {"person", "other"}  # "the mayor of Osk, Ann Lee"
        if apposed is not None and apposed.kind in kinds and " " in apposed.text:
            while last + 1 < ceiling and frame.start[last + 1] < apposed.end:
                last += 1
            return Phrase(apposed.start, apposed.end, first, last, apposed)
    last = past_modifiers(frame, last, ceiling, known)
    return _phrase(frame, first, last)


def _leads_to(frame: Frame, lead: int, name: Name) -> bool:
    """Whether a preposition leads to a person's name with nothing but their titles between: "a lawyer for [Mayor Ann Lee]"."""
    first = bisect_left(frame.start, name.start)
    titles = all(frame.of(at, _BEFORE_NAME | c.DETERMINER) for at in range(lead + 1, first))
    return name.kind == "person" and lead < first and titles and frame.low[lead] not in {"of", "by"}


def may_speak(frame: Frame, phrase: Phrase) -> bool:
    """Whether a phrase names or describes someone (or a body, or a document) that says things."""
    named = phrase.name is not None or phrase.first == phrase.last or frame.low[phrase.last].endswith("-old")
    return named or frame.any(SPEAKING | c.TITLE | c.COUPLES | c.PERCENT, phrase.first, phrase.last + 1)
