"""Cues that are no verb of their own: "according to", "in the words of", "as X put it", a colon."""

from __future__ import annotations

from nutgraf.reading.languages import classes as c
from nutgraf.reading.speech.clause.edges import past_description
from nutgraf.reading.speech.clause.reports import (
    Report,
    Sought,
    behind,
    clause_start,
    closes,
    nobody,
    personal,
)
from nutgraf.reading.speech.frames import QUOTE, Frame, has_verb, says_how_alone
from nutgraf.reading.speech.known import Phrase
from nutgraf.reading.speech.phrase.couples import couple_after
from nutgraf.reading.speech.phrase.first_subject import first_subject
from nutgraf.reading.speech.phrase.noun_ends import SPEAKING, owns
from nutgraf.reading.speech.phrase.noun_phrases import may_speak, phrase_after, phrase_before

_LONGEST_LABEL = 9
_SOURCES = frozenset({"from", "by", "for"})


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
        if frame.of(noun, c.VIEW) and owns(frame, noun - 1):
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
    speaker = couple_after(frame, speaker, known)
    content, opener = speaker.last + 1, "none"
    if frame.text(content) == "," or (work and frame.text(content - 2) == ","):
        comma = content - (frame.text(content) != ",")
        closing = closes(frame, left) and has_verb(frame, 0, left)  # not "In addition, according to the bank, …"
        closing = closing and not _is_subject_alone(frame, left, comma, sought)
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
        and (
            speaker.name is not None
            or speaker.first != speaker.last
            or frame.of(speaker.last, SPEAKING | c.TITLE | c.PRONOUN | c.QUANTIFIER)
        )
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
    reach = min(len(frame) - 1, at + 14)
    put = next((n for n in range(at + 2, reach) if frame.of(n, c.PUTS) and frame.low[n + 1] == "it"), reach)
    speaker = phrase_after(frame, at + 1, put, sought.known)
    if speaker is None:
        return None
    verb = speaker.last + 1
    if frame.text(verb) == "," and put < reach and not has_verb(frame, verb, put):
        verb = put  # "as Ann Lee, a farmer, put it"
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


def colon(frame: Frame, at: int, sought: Sought) -> Report | None:
    """A clause and a colon before a quotation: "Stent lashed out in a string of posts: “…”", "ANN LEE: “…”", "the mayor, Ann Lee: “…”"."""
    if frame.text(at + 1) != QUOTE:
        return None
    floor = clause_start(frame, at, sought.closed)
    known = sought.known
    if says_how_alone(frame, floor, at):
        return None
    label = phrase_after(frame, floor, at, known) if at - floor <= _LONGEST_LABEL else None
    if label is not None and label.last < at - 1 and frame.low[label.last + 1] != ",":
        label = None
    named = known.by_end.get(frame.end[at - 1]) if at > floor else None
    if label is None and named is not None and named.kind == "person":
        label = phrase_before(frame, at - 1, floor, known)
        led = (
            label is not None
            and frame.of(label.first - 1, c.PREPOSITION)
            and frame.low[label.first - 1] not in _SOURCES
        )
        label = None if led else label  # "a blunt message to Ann Lee: “…”"
    if label is None and frame.low[floor] == "for":
        judge = phrase_after(frame, floor + 1, at, known)
        label = judge if judge is not None and judge.name is not None and judge.name.kind != "place" else None
    speaker = label or first_subject(frame, at, known, floor=floor, loose=True)
    if speaker is None or nobody(frame, speaker, floor) or frame.low[speaker.first] in {"it", "there"}:
        return None
    if label is None and speaker.last == at - 1 and not may_speak(frame, speaker):
        return None  # "Then, the last line: “…”"
    cue = frame.start[at], frame.end[at]
    return Report("quote", at, cue, speaker, speaker.first, at, at + 1, "colon", sure=label is not None)
