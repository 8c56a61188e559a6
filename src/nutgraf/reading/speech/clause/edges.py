"""Where a reporting clause ends and what it reports begins: past hearers, circumstances and descriptions."""

from __future__ import annotations

from bisect import bisect_left

from nutgraf.reading.languages import classes as c
from nutgraf.reading.parts import Offsets
from nutgraf.reading.speech.clause.circumstances import PART_OF_TIME, past_circumstances, past_date
from nutgraf.reading.speech.frames import QUOTE, TIMES, Frame, has_verb
from nutgraf.reading.speech.known import Known, Phrase
from nutgraf.reading.speech.phrase.noun_phrases import may_speak, phrase_after

_SOMEBODY = c.PERSON | c.TITLE | c.BODY | c.DOCUMENT | c.FUNCTION
_STOPS = frozenset({",", ";", ":", ".", "!", "?", "—", "–", "--", "(", ")"})


def past_description(frame: Frame, comma: int, known: Known, *, closing: bool, person: bool) -> int:
    """The token where content goes on behind a speaker and this comma, past "…, an analyst at Acme," if that stands there.

    `closing`: the clause reported stands before; then whatever has no verb of its own describes the speaker.
    `person`: the speaker has the name of a person; other speakers are described by "which …" and the like alone.
    """
    first = comma + 1
    if first >= len(frame) or frame.segment[first] >= 0:
        return first
    reach = range(first, min(len(frame), first + 40))
    stop = next((at for at in reach if frame.low[at] in _STOPS or frame.segment[at] >= 0), len(frame))
    if not frame.of(first, c.RELATIVE):
        titled = not frame.is_capital(first) and frame.of(first, c.TITLE | c.OF_TITLE)
        described = person and (frame.of(first, c.DESCRIBES) or frame.low[first].isdigit() or titled)
        if not (closing or described) or frame.of(first, c.CONJUNCTION):
            return first
        told = next((at for at in range(first + 1, stop) if frame.of(at, c.RELATIVE)), stop)  # "a vet who was there"
        if told - first > 14 or has_verb(frame, first, told):
            return first
    if stop < len(frame) and frame.low[stop] == ",":
        if closing:
            return past_description(frame, stop, known, closing=True, person=person)
        subject = known.by_start.get(frame.start[stop + 1]) if stop + 1 < len(frame) else None
        # "According to Ana Duarte, the mayor, John Smith, resigned": what looks like a description has its own.
        own = subject is not None and subject.kind == "person" and _text_after(frame, subject.end) == ","
        return first if own else stop + 1
    return stop


def _token_at(frame: Frame, offset: int) -> int:
    """The token behind an offset."""
    return bisect_left(frame.start, offset)


def _text_after(frame: Frame, offset: int) -> str:
    """The token behind an offset, "" at the sentence's end."""
    return frame.text(_token_at(frame, offset))


def addressee_of(frame: Frame, at: int, bits: int, known: Known) -> tuple[Offsets | None, int]:
    """The hearer behind a cue ("told reporters"), or None, and the token that follows."""
    first = at + 1
    if not bits & c.ADDRESSES:
        if frame.text(first) == "on" and bits & c.ORDERS and past_date(frame, first) == first:
            pass  # "called on both sides to"
        elif frame.text(first) != "to":
            hearer = _heard(frame, first, bits, known)
            return (hearer, _token_at(frame, hearer[1])) if hearer else (None, first)
        elif (
            bits & c.ORDERS
            or (bits & c.COMMITS and is_infinitive(frame, first))
            or frame.of(first + 1, c.BASE)
            or frame.of(first + 2, c.OBJECT | c.ARTICLE)
        ):
            return None, first  # "demanded to know", "continues to claim", "hope to discharge her"
        first += 1
    elif frame.text(first) == "to":
        return None, first  # "asked to leave"
    if frame.of(first, c.OBJECT):
        hearer = _whose(frame, first, known) or (frame.start[first], frame.end[first])
        return hearer, _token_at(frame, hearer[1])
    if frame.of(first, c.OPENS_CLAUSE):
        return None, first
    if frame.of(first, c.DETERMINER) and frame.text(first + 1) == QUOTE and frame.text(first + 2) == "that":
        return (frame.start[first], frame.end[first + 1]), first + 2  # "told the “Nordic Times” that"
    addressed = phrase_after(frame, first, len(frame), known, loose=True)
    if addressed is None or (bits & c.SAY and _is_thing(frame, addressed)):
        return None, at + 1
    if _is_hearer_alone(frame, addressed):
        return (frame.start[first], frame.end[first]), first + 1
    if (both := _two_hearers(frame, addressed, known)) is not None:
        return both.offsets, both.last + 1
    last = _past_place(frame, _less_adverbs(frame, addressed, known), known)
    if last == addressed.last and frame.text(last + 1) in {"“", '"'}:  # "told Radio Orm's “Breakfast at Nine” that"
        last = next((end for end in range(last + 2, len(frame) - 1) if not frame.is_word(end)), last)
    return (addressed.start, addressed.end if last == addressed.last else frame.end[last]), last + 1


def _two_hearers(frame: Frame, first: Phrase, known: Known) -> Phrase | None:
    """The two who are told, where what they are told or nothing follows: "told Ann Lee and her staff that"."""
    if not frame.of(first.last + 1, c.COUPLES):
        return None
    second = phrase_after(frame, first.last + 2, len(frame), known)
    if second is None or not (may_speak(frame, second) or frame.of(second.first, c.POSSESSIVE)):
        return None
    last = _past_place(frame, second.last, known)
    behind = past_circumstances(frame, last + 1)
    if frame.is_word(behind) and not frame.of(behind, c.THAT | c.OPENS_CLAUSE | c.PRONOUN | c.DETERMINER):
        return None
    return Phrase(first.start, frame.end[last], first.first, last)


def is_infinitive(frame: Frame, at: int) -> bool:
    """Whether an infinitive begins: "to stay", "not to stay"; not "to the miners"."""
    at += frame.text(at) == "not"
    noun = frame.of(at + 1, c.DETERMINER | c.PRONOUN | c.OBJECT) or (frame.is_word(at + 1) and frame.is_capital(at + 1))
    return frame.text(at) == "to" and frame.is_word(at + 1) and not noun


def _is_thing(frame: Frame, told: Phrase) -> bool:
    """Whether what stands behind "told" is nobody, but what is told: "told jokes"."""
    if told.first < told.last or told.name is not None or frame.is_capital(told.last):
        return False
    plain = frame.low[told.last].endswith("s") and not frame.of(told.last, _SOMEBODY)
    return plain and frame.text(told.last + 1) not in {"that", ",", ":", ""}


def _is_hearer_alone(frame: Frame, told: Phrase) -> bool:
    """Whether people are told what begins with a bare noun: "told jurors [water ran in]"; not "told council members that"."""
    several = frame.low[told.last].endswith("s") and not frame.of(told.last + 1, c.AUXILIARY)
    somebody = several or frame.of(told.last, _SOMEBODY)
    people = frame.of(told.first, c.PERSON) and frame.low[told.first].endswith("s")
    return people and told.name is None and told.last == told.first + 1 and not somebody


def _less_adverbs(frame: Frame, hearer: Phrase, known: Known) -> int:
    """The last token of a hearer, which tells nothing of when or how: "told the Gazette in March"; it may end a name: "USA Today"."""
    last = hearer.last
    while (
        last > hearer.first
        and (frame.of(last, TIMES | c.POINTS | c.ADVERB | c.PREPOSITION | c.ARTICLE) or frame.low[last] in PART_OF_TIME)
        and frame.end[last] not in known.by_end
    ):
        last -= 1
    return last


def _past_place(frame: Frame, last: int, known: Known) -> int:
    """The last token of a hearer with the place that tells it from its namesakes: "told the Star of Osk", "told the mayor of Osk"."""
    place = (
        known.by_start.get(frame.start[last + 2]) if frame.text(last + 1) == "of" and last + 2 < len(frame) else None
    )
    return frame.at(place.end - 1) if place is not None else last


def _heard(frame: Frame, first: int, bits: int, known: Known) -> Offsets | None:
    """The hearer behind a verb that seldom has one: "warned them", "warned Russia that", "promised them that"."""
    if first + 1 >= len(frame):
        return None
    that = frame.low[first + 1] == "that"
    if frame.of(first, c.OBJECT) and (that or (bits & c.WARNS and frame.low[first] != "her")):
        return frame.start[first], frame.end[first]
    if not bits & (c.WARNS | c.ADDRESSES | c.PLANS):
        return None
    hearer = phrase_after(frame, first, len(frame), known, loose=True)
    behind = _text_after(frame, hearer.end) if hearer else ""
    if hearer is None or (behind == "that" and not may_speak(frame, hearer)):
        return None
    follows = behind == "that" or (behind in {"to", "not"} and bits & c.ORDERS) or pronoun_opens(frame, hearer.last + 1)
    return hearer.offsets if follows else None


def pronoun_opens(frame: Frame, at: int) -> bool:
    """Whether a pronoun and its verb stand there: "promised residents [she would] resign"."""
    return frame.of(at, c.PRONOUN) and not frame.of(at, c.RELATIVE) and frame.of(at + 1, c.AUXILIARY)


def _whose(frame: Frame, first: int, known: Known) -> Offsets | None:
    """The hearer that opens with "her": "told her family that"."""
    hearer = phrase_after(frame, first, len(frame), known) if frame.low[first] == "her" else None
    whole = hearer is not None and hearer.last > first and _text_after(frame, hearer.end) in {"that", ",", ":"}
    return hearer.offsets if hearer and whole else None
