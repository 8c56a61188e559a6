"""Cues that are no verb of their own: "according to", "in the words of", "as X put it", "X's claim that", a colon."""

from __future__ import annotations

from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.words import Words
from nutgraf.reading.speech.edges import past_description
from nutgraf.reading.speech.frames import BE, QUOTE, Frame, has_verb, skip_helpers
from nutgraf.reading.speech.noun_ends import SPEAKING, owns
from nutgraf.reading.speech.noun_phrases import Phrase, may_speak, phrase_after, phrase_before
from nutgraf.reading.speech.reports import (
    Opener,
    Report,
    Sought,
    behind,
    clause_start,
    closes,
    nobody,
    personal,
)
from nutgraf.reading.speech.stances import stance_of
from nutgraf.reading.speech.subjects import apposed, first_subject

_LONGEST_LABEL = 9
_FARTHEST_DENIAL = 6
"""Tokens between a verb that denies and the noun for what it denies."""
_LONGEST_TOPIC = 6
"""Tokens of what a noun of speech is about: "her verdict on the new pitch was"."""


def according_to(frame: Frame, at: int, sought: Sought) -> Report | None:
    """Find "according to X"."""
    if frame.text(at + 1) != "to":
        return None
    return _phrase(frame, at, at + 1, at + 2, sought)


def in_the_words_of(frame: Frame, at: int, sought: Sought) -> Report | None:
    """Find "in the words of X", "in X's view", "by X's count", "in the eyes of X", "to quote X"."""
    if frame.low[at : at + 2] == ("to", "quote"):
        return _phrase(frame, at, at + 1, at + 2, sought)
    if frame.text(at + 1) == "the" and frame.of(at + 2, c.SPEECH | c.VIEW) and frame.text(at + 3) == "of":
        return _phrase(frame, at, at + 3, at + 4, sought)
    for noun in range(at + 2, min(len(frame), at + 8)):
        if owns(frame, noun - 1) and frame.of(noun, c.VIEW):
            owner = phrase_before(frame, noun - 1, at + 1, sought.known.possessors)
            if owner is None:
                return None
            cue = frame.start[at], frame.end[noun]
            opener, content = behind(frame, noun + 1, sought.known)
            return Report("phrase", at, cue, owner, at, noun, content, opener)
        if not frame.is_word(noun):
            break
    return None


def _phrase(frame: Frame, left: int, last: int, first: int, sought: Sought) -> Report | None:
    """A phrase from `left` to `last` with its speaker from `first` on."""
    known = sought.known
    work = _work(frame, first)
    speaker = work or phrase_after(frame, first, len(frame), known, loose=True)
    if speaker is None or not (work or _is_source(frame, speaker)):
        return None
    content, opener = speaker.last + 1, "none"
    if frame.text(content) == "," or (work and frame.text(content - 2) == ","):
        comma = content - (frame.text(content) != ",")
        closing = closes(frame, left) and not _is_subject_alone(frame, left, comma, sought)
        content = past_description(frame, comma, known, closing=closing, person=bool(work) or personal(speaker))
        opener = "comma"
    elif all(bits & c.JOINT for bits in frame.bits[:left]):
        comma = next((at for at in range(content, min(len(frame), content + 12)) if not frame.is_word(at)), content)
        if frame.text(comma) == "," and not frame.any(c.AUXILIARY | c.PRONOUN, content, comma):
            content = comma + 1  # "According to Ana Duarte of the union, the plan …"
        opener = "comma"  # "According to X the plan …": the comma is often left out
    cue = frame.start[left], frame.end[last]
    return Report(
        "phrase",
        last if left == 0 else left,
        cue,
        speaker,
        left,
        speaker.last,
        content,
        "comma" if opener == "comma" else "none",
    )


def _is_subject_alone(frame: Frame, left: int, comma: int, sought: Sought) -> bool:
    """Whether nothing but a subject stands before a phrase, and its verb behind: "The suspect, according to neighbours, rarely left"."""
    first = phrase_after(frame, 0, left, sought.known)
    stops = (at for at in range(comma + 1, len(frame)) if not frame.is_word(at))
    return first is not None and first.last == left - 2 and has_verb(frame, comma + 1, next(stops, len(frame)))


def _is_source(frame: Frame, speaker: Phrase) -> bool:
    """Not "according to rank": a name, people, a body, a document, what is owned or told apart, or several."""
    return (
        may_speak(frame, speaker)
        and (speaker.first != speaker.last or frame.of(speaker.last, SPEAKING | c.TITLE | c.PRONOUN | c.QUANTIFIER))
    ) or (
        frame.of(speaker.first, c.DETERMINER)
        or owns(frame, speaker.first)
        or frame.low[speaker.last].endswith("s")
        or frame.is_capital(speaker.last)
    )


def _work(frame: Frame, first: int) -> Phrase | None:
    """A document by its title in marks: according to “Salt and Iron,” a history of the docks."""
    if frame.text(first) not in {"“", '"'}:
        return None
    closing = next((at for at in range(first + 2, min(len(frame), first + 14)) if frame.low[at] in {"”", '"'}), None)
    if closing is None:
        return None
    last = closing - 1 - (not frame.is_word(closing - 1))
    return Phrase(frame.start[first + 1], frame.end[last], first, closing)


def as_x_put_it(frame: Frame, at: int, sought: Sought) -> Report | None:
    """Find "as X put it", "as X sees it": whatever stands beside it."""
    speaker = phrase_after(frame, at + 1, min(len(frame), at + 14), sought.known)
    if speaker is None:
        return None
    verb = speaker.last + 1
    while frame.of(verb, c.ADVERB) or (frame.text(verb) == "," and verb < at + _LONGEST_LABEL):
        verb += 1
    if frame.text(verb + 1) == "to":  # "as X likes to put it", "as X like to say"
        verb += 2
        if frame.of(verb, c.SAY) and not frame.is_word(verb + 1):
            cue = frame.start[verb], frame.end[verb]
            return Report("phrase", verb, cue, speaker, at, verb, verb + 1, "none", bits=frame.bits[verb])
    if frame.text(verb + 1) != "it" or not frame.of(verb, c.PUTS):
        return None
    comma = verb + 2
    while frame.is_word(comma) and frame.of(verb + 2, c.PREPOSITION | c.WEEKDAY | c.ADVERB):
        comma += 1  # "put it in a letter", "put it on Monday"
    if frame.is_word(comma):
        return None
    cue = frame.start[verb], frame.end[verb + 1]
    opener, content = behind(frame, comma, sought.known)
    return Report("phrase", verb, cue, speaker, at, verb + 1, content, opener, bits=frame.bits[verb])


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
    quoted = at + 2 + frame.of(at + 2, c.INDEFINITE)
    if last == at and frame.text(at + 1) == "of" and quoted < len(frame) and frame.segment[quoted] >= 0:
        cue = frame.start[at], frame.end[at]  # "the mayor's promise of “a quiet year”"
        return Report("quote", at, cue, owner, min(owner.first, at), at, quoted, bits=frame.bits[at] | c.NOUN)
    opener, content = behind(frame, last + 1, sought.known)
    if opener not in {"that", "colon"}:
        opener, content = _predicate(frame, last + 1, sought)
    if opener not in {"that", "colon"} or (opener == "that" and frame.of(content, c.AUXILIARY)):
        return None
    cue = frame.start[at], frame.end[at]
    left = min(owner.first, at)
    stance = stance_of(frame.bits[at] & ~c.SAYS, opener)
    return Report(
        "say", at, cue, owner, left, max(last, at), content, opener, bits=frame.bits[at] | c.NOUN, stance=stance
    )


def denied_by(frame: Frame, noun: int) -> int | None:
    """The verb that denies what the noun of speech before "that" tells: "rejected the claim that", "dismissed as idle reports that"."""
    if frame.text(noun + 1) != "that" or frame.of(noun + 2, c.AUXILIARY):
        return None
    for verb in range(noun - 1, max(-1, noun - _FARTHEST_DENIAL), -1):
        if frame.of(verb, c.DENIES) and frame.of(verb, c.PAST | c.THIRD | c.BASE):
            return verb
        joint = frame.of(verb, c.DETERMINER) or frame.low[verb] == "as"
        owned = owns(frame, verb) or frame.of(verb, c.POSSESSIVE)
        if not frame.is_word(verb) or owned or (frame.of(verb, c.FUNCTION | c.CUE) and not joint):
            return None  # "rejected Quist's claim that": it is Quist's
    return None


def denies_noun(frame: Frame, verb: int) -> bool:
    """Whether what a verb denies is told behind a noun of speech."""
    reach = range(verb + 1, min(len(frame), verb + _FARTHEST_DENIAL))
    return any(frame.of(noun, c.SPEECH) and denied_by(frame, noun) == verb for noun in reach)


def _denial(frame: Frame, noun: int, verb: int, sought: Sought) -> Report | None:
    floor = clause_start(frame, verb)
    last, negated = skip_helpers(frame, verb - 1, floor)
    if negated or last < floor or frame.of(last, BE) or frame.text(last) == "to":
        return None
    if frame.of(last, c.JOINT):
        subject = sought.last_speaker or first_subject(frame, last, sought.known, floor=floor)
    elif frame.low[last] == ",":
        subject = apposed(frame, last, floor, sought.known)
    else:
        subject = phrase_before(frame, last, floor, sought.known, loose=True)
    if subject is None or nobody(frame, subject, floor):
        return None
    cue = frame.start[verb], frame.end[verb]
    bits = frame.bits[verb] | c.NOUN
    return Report(
        "say", noun, cue, subject, min(subject.first, verb), noun, noun + 2, "that", bits=bits, stance="denies"
    )


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
        if not frame.is_word(verb):
            return None
    return None


def _predicate(frame: Frame, first: int, sought: Sought) -> tuple[Opener, int]:
    """What a clause of "be" opens: "is that", "was short: “…”"."""
    if frame.of(first, c.PREPOSITION):
        first = next(
            (at for at in range(first + 2, min(len(frame), first + _LONGEST_TOPIC)) if not _is_topic(frame, at)), first
        )
    if not frame.of(first, BE):
        return "none", first
    for at in range(first + 1, min(len(frame), first + 6)):
        if frame.low[at] in {"that", ":"} or (frame.low[at] == "," and frame.text(at + 1) == QUOTE):
            opener, content = behind(frame, at, sought.known)
            return ("colon" if opener == "comma" else opener), content
        if not frame.is_word(at):
            break
    return "none", first


def _is_topic(frame: Frame, at: int) -> bool:
    return frame.is_word(at) and not frame.of(at, c.AUXILIARY | c.CUE | c.CONJUNCTION | c.OPENS_CLAUSE)


def colon(frame: Frame, at: int, sought: Sought) -> Report | None:
    """A clause and a colon before a quotation: "Stent lashed out in a string of posts: “…”", "ANN LEE: “…”", "the mayor, Ann Lee: “…”"."""
    if frame.text(at + 1) != QUOTE:
        return None
    floor = clause_start(frame, at)
    known = sought.known
    label = phrase_after(frame, floor, at, known) if at - floor <= _LONGEST_LABEL else None
    if label is not None and label.last < at - 1 and frame.low[label.last + 1] != ",":
        label = None
    named = known.by_end.get(frame.end[at - 1]) if at > floor else None
    if label is None and named is not None and named.kind == "person":
        label = phrase_before(frame, at - 1, floor, known)
    speaker = label or first_subject(frame, at, known, floor=floor, loose=True)
    if speaker is None or nobody(frame, speaker, floor) or frame.low[speaker.first] in {"it", "there"}:
        return None
    cue = frame.start[at], frame.end[at]
    return Report("quote", at, cue, speaker, speaker.first, at, at + 1, "colon", sure=label is not None)
