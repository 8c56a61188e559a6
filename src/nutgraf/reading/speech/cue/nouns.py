"""Nouns of speech with their owner: "X's claim that", "made the claim that", "X's promise of “…”", "dismissed reports that"."""

from __future__ import annotations

from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.words import Words
from nutgraf.reading.speech.clause.ahead import subject_ahead
from nutgraf.reading.speech.clause.circumstances import past_circumstances
from nutgraf.reading.speech.clause.reports import Opener, Report, Sought, behind, clause_start, nobody, opens_predicate
from nutgraf.reading.speech.frames import BE, QUOTE, Frame, skip_helpers
from nutgraf.reading.speech.known import Phrase
from nutgraf.reading.speech.phrase.first_subject import first_subject
from nutgraf.reading.speech.phrase.noun_ends import owns
from nutgraf.reading.speech.phrase.noun_phrases import phrase_after, phrase_before
from nutgraf.reading.speech.stances import by_classes, stance_of

_FARTHEST_QUOTATION = 8
_FARTHEST_DENIAL = 6
"""Tokens between a verb that denies and the noun for what it denies."""
_TOPICAL = frozenset({"about", "on", "to", "against", "over"})
_LONGEST_TOPIC = 6
"""Tokens of what a noun of speech is about: "her verdict on the new pitch was"."""


def noun(frame: Frame, at: int, sought: Sought) -> Report | None:
    """Find "X's claim that", "a complaint by X that", "X made the claim that", "X's reply was short: “…”", "the view of X is that"."""
    if frame.is_capital(at) and at:
        return None
    floor = clause_start(frame, at)
    if (verb := denied_by(frame, at)) is not None:
        return _denial(frame, at, verb, sought)
    owner = _owner(frame, at, floor, sought)
    last = at
    if owner is None and frame.low[at + 1 : at + 2] in {("by",), ("of",), ("from",)}:
        owner = phrase_after(frame, at + 2, len(frame), sought.known)
        last = owner.last if owner else at
    if owner is None and frame.text(at + 1) in {"that", ":"}:
        owner = issuer(frame, at, floor, sought)
    if owner is None or nobody(frame, owner, floor):
        return None
    quoted = _quoted_behind(frame, at + 1) if last == at else None
    if quoted is not None:
        cue = frame.start[at], frame.end[at]  # "the mayor's promise of “a quiet year”"
        return Report("quote", at, cue, owner, min(owner.first, at), at, quoted, bits=frame.bits[at] | c.NOUN)
    opener, content = behind(frame, past_circumstances(frame, last + 1), sought.known)
    if opener not in {"that", "colon"}:
        opener, content = _predicate(frame, last + 1, sought)
    if opener not in {"that", "colon"} or (opener == "that" and opens_predicate(frame, content)):
        return None
    cue = frame.start[at], frame.end[at]
    left = min(owner.first, at)
    if opener == "colon" and frame.text(left - 1) in _TOPICAL:
        return None  # "The paper had this to say about his sluice: “…”"
    stance = stance_of(frame.bits[at], opener)
    return Report(
        "say", at, cue, owner, left, max(last, at), content, opener, bits=frame.bits[at] | c.NOUN, stance=stance
    )


def _quoted_behind(frame: Frame, first: int) -> int | None:
    """The quotation that a noun of speech has behind it: "promise of “…”", "call for “…”", "pledge to put “…”", "view of it as “…”"."""
    asked = frame.text(first) == "for" and frame.of(first - 1, c.APPEALS | c.ORDERS)
    if not asked and frame.text(first) not in {"of", "to"}:
        return None
    for at in range(first + 1, min(len(frame), first + _FARTHEST_QUOTATION)):
        if frame.segment[at] >= 0:
            direct = at <= first + 2 or frame.low[first] == "to" or frame.low[at - 1] == "as"
            return at if direct else None
        if not frame.is_word(at) or frame.of(at, c.AUXILIARY | c.CUE | c.RELATIVE):
            return None
    return None


def denied_by(frame: Frame, noun: int) -> int | None:
    """The verb that denies, doubts or confirms what the noun of speech before "that" tells: "rejected the claim that", "dismissed as idle reports that"."""
    reach = range(noun - 1, max(-1, noun - _FARTHEST_DENIAL), -1) if frame.text(noun + 1) == "that" else ()
    return next((verb for verb in reach if _denies(frame, verb) and claim_of(frame, verb) == noun), None)


def denies_noun(frame: Frame, verb: int) -> bool:
    """Whether what a verb denies, doubts or confirms is told behind a noun of speech."""
    return _denies(frame, verb) and claim_of(frame, verb) is not None


def _denies(frame: Frame, verb: int) -> bool:
    judges = frame.of(verb, c.DENIES | c.DOUBTS) or bears_out(frame, verb)
    return judges and frame.of(verb, c.PAST | c.THIRD | c.BASE)


def bears_out(frame: Frame, verb: int) -> bool:
    """Whether a verb says of what is told already that it is so: "confirmed reports that"; who "would not confirm" it leaves it open."""
    return frame.low[verb] in {"confirm", "confirms", "confirmed", "verify", "verifies", "verified"}


def claim_of(frame: Frame, verb: int) -> int | None:
    """The noun of speech that is the object of a verb and has a clause: "[denied] the claim that"; not "Quist's claim that": it is Quist's."""
    for at in range(verb + 1, min(len(frame), verb + _FARTHEST_DENIAL)):
        if frame.of(at, c.SPEECH) and frame.text(at + 1) == "that":
            return None if opens_predicate(frame, at + 2) else at
        joint = (frame.of(at, c.DETERMINER) and not frame.of(at, c.POSSESSIVE)) or frame.low[at] == "as"
        if not frame.is_word(at) or owns(frame, at) or (frame.of(at, c.FUNCTION | c.CUE) and not joint):
            return None
    return None


def meets_claim(frame: Frame, verb: int) -> bool:
    """Whether the words behind a verb are another's claim: "laughed at Quist's claim that": they are Quist's."""
    owned = False
    for at in range(verb + 1, min(len(frame) - 1, verb + _FARTHEST_DENIAL)):
        if owned and frame.of(at, c.SPEECH) and frame.low[at + 1] == "that":
            return True
        owned = owned or owns(frame, at) or bool(frame.bits[at] & c.POSSESSIVE)
        if not frame.is_word(at) or frame.of(at, c.AUXILIARY):
            return False
    return False


def _denial(frame: Frame, noun: int, verb: int, sought: Sought) -> Report | None:
    floor = clause_start(frame, verb)
    last, negated = skip_helpers(frame, verb - 1, floor)
    if negated or last < floor or frame.of(last, BE) or frame.text(last) == "to":
        return None
    subject = subject_ahead(frame, verb, last, floor, sought)
    if subject is None:
        return None
    cue = frame.start[verb], frame.end[verb]
    bits, stance = frame.bits[verb] | c.NOUN, by_classes(frame.bits[verb])
    return Report("say", noun, cue, subject, min(subject.first, verb), noun, noun + 2, "that", bits=bits, stance=stance)


def _owner(frame: Frame, at: int, floor: int, sought: Sought) -> Phrase | None:
    """Whose claim: "Quist's claim", "the union's latest offer", "his reply"."""
    for left in range(at - 1, max(floor - 1, at - 4), -1):
        if owns(frame, left):
            return phrase_before(frame, left, floor, sought.known.possessors) or _common_owner(
                frame, left, floor, sought.words
            )
        if frame.of(left, c.POSSESSIVE):
            return Phrase(frame.start[left], frame.end[left], left, left)
        if not frame.is_word(left) or frame.of(left, c.FUNCTION | c.CUE):
            return None
    return None


def _common_owner(frame: Frame, last: int, floor: int, words: Words) -> Phrase | None:
    first = last
    if first == floor and _is_owner_alone(frame, last, words):
        return Phrase(frame.start[last], frame.end[last] - 2, last, last)
    while first > floor and frame.is_word(first - 1):
        first -= 1
        if frame.of(first, c.DETERMINER):
            return Phrase(frame.start[first], frame.end[last] - 1 - (frame.low[last][-1] == "s"), first, last)
        if frame.of(first, c.FUNCTION):
            break
    return None


def _is_owner_alone(frame: Frame, at: int, words: Words) -> bool:
    """Whether a first word that nobody knows as a name owns as one: "Quist's claim"; not "Monday's claim" or "Today's claim"."""
    return frame.is_capital(at) and frame.low[at][-2] != "s" and not words[frame.low[at][:-2]] & ~c.GIVEN


def issuer(frame: Frame, at: int, floor: int, sought: Sought) -> Phrase | None:
    """Who made, gave or voiced it: "Piet Maas gave assurances that", "the board made the following promise:"."""
    for verb in range(at - 1, max(floor, at - 6), -1):
        if frame.of(verb, c.ISSUES) and frame.of(verb, c.PAST | c.THIRD | c.HAVE | c.HAD):
            return first_subject(frame, verb, sought.known, floor=floor, loose=True)
        if not frame.is_word(verb) or frame.of(verb, c.NOBODY):
            return None  # "made no claim that"
    return None


def _predicate(frame: Frame, first: int, sought: Sought) -> tuple[Opener, int]:
    """What a clause of "be" opens ("is that", "was short: “…”"), and what any verb does with a colon: "came at once: “…”"."""
    if frame.of(first, c.PREPOSITION):
        first = next(
            (at for at in range(first + 2, min(len(frame), first + _LONGEST_TOPIC)) if not _is_topic(frame, at)), first
        )
        if frame.text(first) == ":":  # "her reply to critics: “…”"
            return behind(frame, first, sought.known)
    acts = not frame.of(first, BE | c.CUE) and frame.of(first, c.VERB) and frame.of(first, c.PAST | c.THIRD)
    if not (acts or frame.of(first, BE)):
        return "none", first
    for at in range(first + 1, min(len(frame), first + _LONGEST_TOPIC)):
        said = frame.low[at] == "that" or (frame.low[at] == "," and frame.text(at + 1) == QUOTE)
        if frame.low[at] == ":" or (said and not acts):
            opener, content = behind(frame, at, sought.known)
            return ("colon" if opener == "comma" else opener), content
        if not frame.is_word(at):
            break
    return "none", first


def _is_topic(frame: Frame, at: int) -> bool:
    return frame.is_word(at) and not frame.of(at, c.AUXILIARY | c.CUE | c.CONJUNCTION | c.OPENS_CLAUSE)
