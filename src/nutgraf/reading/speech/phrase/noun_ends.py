"""Where a noun phrase that may speak ends, and the numbers in it: "two of the brokers", "one in ten brokers", "Witness No. 4"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.reading.languages import classes as c
from nutgraf.reading.speech.frames import Frame, is_year

if TYPE_CHECKING:
    from nutgraf.reading.parts import Name
    from nutgraf.reading.speech.known import Known

SPEAKING = c.PERSON | c.BODY | c.DOCUMENT
"""What says something: somebody, a body, what is written."""
LONGEST_PHRASE = 16
"""Tokens of a noun phrase."""
_POSSESSIVE = frozenset({"'s", "’s", "s'", "s’"})


def owns(frame: Frame, at: int) -> bool:
    """Whether a token is a possessor: "Benning's", "the students'"."""
    return frame.text(at)[-2:] in _POSSESSIVE


def adjectival(frame: Frame, at: int) -> bool:
    """A verb of speech that stands as an adjective or noun here: "the reported deaths", "the state police"."""
    return frame.of(at, c.NOUN) or frame.of(at - 1, c.DETERMINER)


def acts(frame: Frame, at: int, floor: int) -> bool:
    """Whether a past form behind a noun is the verb of what follows: "the fee [angered] families, who say", not "the angered families"."""
    bits, before = frame.bits[at], at - 1
    if not bits & c.VERB or not bits & c.PAST or bits & (c.ADJECTIVE | c.OF_TITLE):
        return False
    if before < floor or not frame.is_word(before) or (bits & c.NOUN and not bits & c.IRREGULAR):
        return False
    if frame.of(before, c.HAVE | c.HAD):
        return True  # "had [sold] boats dubbed “the mob”"
    adjective = frame.of(before, c.ADJECTIVE) and not frame.of(before, c.NOUN)
    functional = frame.of(before, c.FUNCTION | c.ADVERB) and not frame.of(before, c.PRONOUN)
    return not adjective and not functional and not owns(frame, before)


def ends_before(frame: Frame, first: int, at: int) -> bool:
    """Whether a word stands there that no noun phrase goes on with: a verb, an adverb, a day, a second determiner."""
    bits = frame.bits[at]
    somebody = bits & c.PERSON and (frame.is_capital(at) or frame.of(at - 1, c.DETERMINER))
    verbal = bits & c.CUE and not bits & c.NOUN and not somebody  # "said Judge Lee", "begged the judge"
    if bits & c.WEEKDAY or (bits & c.FUNCTION and not bits & c.DETERMINER) or verbal:
        return True
    if at == first:
        return False
    before = frame.bits[at - 1]
    return bool(
        (bits & c.DETERMINER and not before & c.PREPOSITION and not is_one_of(frame, at))
        or (bits & c.MONTH and not before & c.DETERMINER)
        or (bits & c.ADVERB and not before & c.DETERMINER and not frame.is_capital(at))
        or (
            bits & c.PAST
            and not before
            & (
                c.DETERMINER
                | c.ADVERB
                | c.ADJECTIVE
                | (0 if _is_finite(bits) or frame.of(at + 1, c.FUNCTION) else c.OF_TITLE)
            )
            and not frame.is_capital(at)
        )
        or (bits & c.THIRD and bits & c.VERB and not frame.is_capital(at) and _is_no_noun(frame, at))
        or (bits & c.PLANS and _plans(frame, at))
        or (before & SPEAKING and (bits & c.MODIFIER or frame.low[at].endswith(("ed", "ing"))))
        or (
            before & c.QUANTIFIER and bits & c.MODIFIER and frame.of(at + 1, c.PREPOSITION)
        )  # "someone familiar with it"
    )


def _is_no_noun(frame: Frame, at: int) -> bool:
    """Whether a verb in the present is no noun, by itself or by the object behind it: "the guild [needs] four boats"."""
    return not frame.of(at, c.NOUN) or frame.of(at + 1, c.CARDINAL | c.ARTICLE | c.POSSESSIVE)


def _plans(frame: Frame, at: int) -> bool:
    """Whether a verb in the present says what somebody plans: "the bank [plans] to close it", "residents [want] the road closed"."""
    bits, following = frame.bits[at], frame.text(at + 1)
    if not bits & (c.BASE | c.THIRD) or not (frame.of(at - 1, SPEAKING) or frame.low[at - 1].endswith("s")):
        return False
    return following == "to" or (frame.of(at + 1, c.DETERMINER) and not bits & c.NOUN)


def _is_finite(bits: int) -> bool:
    """Whether a past form is hardly ever an adjective: "the bank [sent] her a note"."""
    return bool(bits & c.IRREGULAR and bits & c.VERB and not bits & (c.ADJECTIVE | c.NOUN))


OF_BOUNDS = frozenset({"more", "less", "fewer", "than", "least", "most"})
"""Words that say how exact a number is, with another: "at least", "more than"."""


def counts_people(frame: Frame, at: int, floor: int) -> bool:
    """Whether a number stands for those it counts: "[300] said they would go", "at least [21,000] said so"; no year, no sum, no day."""
    number = frame.raw[at].replace(",", "")
    if not number.isdigit() or is_year(frame, at):
        return False
    before = at - 1
    opens = before < floor or not (frame.is_word(before) or frame.of(before, c.CURRENCY))
    bound = frame.of(before, c.BOUND) or frame.low[before] in OF_BOUNDS
    return opens or bound or frame.of(before, c.ADDS | c.CONJUNCTION) or frame.low[before] == "another"


def is_one_of(frame: Frame, at: int) -> bool:
    """Whether a word for some of those named before stands behind a determiner: "the [other]", "a [few]", "all [three]"."""
    return frame.of(at, c.ADDS | c.CARDINAL | c.QUANTIFIER) and frame.of(at - 1, c.DETERMINER)


def is_count(frame: Frame, at: int) -> bool:
    """Whether a token is a number or a fraction, in digits or in words: "4", "four", "half", "two-thirds"."""
    return frame.of(at, c.CARDINAL | c.FRACTION) or frame.text(at).isdigit() or is_part(frame, at)


def is_part(frame: Frame, at: int) -> bool:
    """Whether a token alone is a part of some: "half", "two-thirds"; not "a quarter", which may be one of the year."""
    return (frame.of(at, c.FRACTION) and not frame.of(at, c.ORDINAL | c.TIME_UNIT)) or frame.text(at).endswith(_PARTS)


_PARTS = ("-thirds", "-quarters", "-fourths", "-fifths")


def is_number(frame: Frame, last: int) -> bool:
    """Whether a token is the number by which somebody is known: "Witness No. 4"."""
    return frame.text(last - 1) == "no." and frame.raw[last].isdigit()


def number_before(frame: Frame, of: int, floor: int) -> int | None:
    """The token of the number that takes a part of some: "two of the brokers", "half of them", "one in ten brokers"."""
    number = of - 1 - (frame.text(of - 1) == "out")
    if number < floor or not (is_count(frame, number) or frame.of(number, c.UNTOLD)):
        return None
    return number - (number > floor and frame.of(number - 1, c.INDEFINITE))  # "a third of the brokers"


def is_share(frame: Frame, last: int, floor: int) -> bool:
    """Whether a number ends a share of some: "one in [five]", "nine out of [10]"."""
    within = frame.text(last - 1) == "in" or frame.low[max(0, last - 2) : last] == ("out", "of")
    return within and is_count(frame, last) and number_before(frame, last - 1, floor) is not None


def are_asked(frame: Frame, last: int) -> bool:
    """Whether a participle behind people says that they were asked: "half of the nurses [surveyed] said"."""
    return frame.low[last] in _ASKED and (frame.of(last - 1, c.PERSON) or frame.text(last - 1)[-1:] == "s")


_ASKED = frozenset({"surveyed", "polled", "interviewed", "canvassed", "questioned"})


def told_more_of(frame: Frame, first: int, last: int) -> bool:
    """Whether what stands behind a phrase may describe it: somebody, a body, what is written, some, or a thing not named before."""
    some = frame.low[last].endswith("s") and frame.of(first, c.CARDINAL | c.QUANTIFIER)
    return frame.of(last, SPEAKING) or some or frame.of(first, c.INDEFINITE)


def is_office_of(frame: Frame, at: int, known: Known) -> bool:
    """Whether an office with its holder's name stands behind the name of a body: "Osk Rovers [general manager Ida Moe]"."""
    for ahead in range(at, min(len(frame), at + 4)):
        if frame.start[ahead] in known.by_start:
            return ahead > at and frame.of(ahead - 1, c.TITLE | c.PERSON)
        if not frame.is_word(ahead) or frame.is_capital(ahead) or frame.of(ahead, c.FUNCTION):
            return False
    return False


def past_modifiers(frame: Frame, last: int, ceiling: int, known: Known) -> int:
    """The last token of "a person familiar with the talks", "records reviewed by the paper", "a report by the UN"."""
    if last + 2 >= ceiling:
        return last
    following = frame.low[last + 1]
    if frame.of(last, c.DOCUMENT) and following in {"by", "from", "in"}:
        first = last + 2 + (frame.low[last + 2] == "the")
        name = known.by_start.get(frame.start[first]) if first < ceiling else None
        while name is not None and last + 1 < ceiling and frame.start[last + 1] < name.end:
            last += 1
        return last
    if not frame.of(last + 1, c.MODIFIER) and frame.low[last + 1 : last + 3] != ("with", "knowledge"):
        return last
    for at in range(last + 2, min(ceiling, last + 14)):
        if not frame.is_word(at) or frame.of(at, c.PRONOUN):
            return at - 1
    return last


def extent(frame: Frame, first: int, ceiling: int, known: Known) -> tuple[int, int | None, Name | None]:
    """The token behind the phrase's last, its head noun where a preposition follows one, and the name it holds."""
    at, head, name = first, None, None
    while at < min(ceiling, first + LONGEST_PHRASE) and frame.is_word(at):
        low = frame.low[at]
        found = known.by_start.get(frame.start[at])
        if found is not None and found.end >= frame.end[at]:
            if name is None or found.kind == "person":
                name = found
            while at < ceiling and frame.start[at] < found.end:
                at += 1
            if found.kind == "person" and not owns(frame, at - 1) and not is_office_of(frame, at, known):
                break
            if " " in found.text and frame.text(at + 1) == "to" and not frame.of(at, SPEAKING | c.TITLE | c.SENT_TO):
                break  # "as Della Moe likes to say"
            continue
        if low in {"of", "for", "to", "at", "from", "in", "by"} and at > first:
            before = frame.bits[at - 1]
            # "said Umerov in Kyiv": what follows a name is no part of it, what follows "a spokesman" is.
            if (
                (name is not None and head is None)
                or (low in {"at", "in"} and not before & (c.TITLE | SPEAKING))
                or (low == "to" and not before & c.SENT_TO)
                or (low == "by" and not before & (c.DOCUMENT | c.NOUN))
            ):
                break
            head = at - 1 if head is None else head
        elif ends_before(frame, first, at):
            break
        at += 1
    return at, head, name
