"""Speech that goes on in the next sentence by its mood alone: "Man habe gewarnt. Es sei niemand gekommen."."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.words import Words
from nutgraf.reading.parts import Attribution, Offsets, Sentence
from nutgraf.reading.speech.carried import Line
from nutgraf.reading.speech.frames import Frame
from nutgraf.reading.speech.known import Known, Phrase
from nutgraf.reading.speech.scan import Grammar

_RULE = "goes on"


def going_on(
    text: str,
    lines: Sequence[Line],
    found: list[Attribution],
    known: Known,
    grammar: Grammar,
    words: Words,
) -> list[Attribution]:
    """What was found, with the sentences in the mood of reported speech that name no source of their own.

    Each is said by the speaker of the sentence before it, which is itself reported or quoted; so is a quotation that stands
    by itself behind one of them.
    """
    if grammar.goes_on is None:
        return found
    by_sentence: dict[int, list[Attribution]] = {}
    for one in sorted(found, key=lambda one: one.content[0]):
        by_sentence.setdefault(one.sentence - 1, []).append(one)
    every: list[Attribution] = []
    speaker: Offsets | None = None
    goes_on = False
    for index, (frame, *_) in enumerate(lines):
        sentence, own = frame.sentence, by_sentence.get(index, [])
        if speaker is not None and len(own) == 1 and own[0].speaker and text[slice(*own[0].speaker)].lower() == "man":
            own = [replace(own[0], speaker=speaker)]  # "Man gehe davon aus, dass …"
        silent = not own or (len(own) == 1 and own[0].speaker is None)
        asked = silent and _in_mood(text, sentence, words, c.SUBJUNCTIVE | c.MAYBE)
        told = grammar.goes_on(frame) if asked else None
        on = (frame.start[told[0]], frame.end[told[1]]) if told else None
        if on is not None and speaker is None and index and _in_mood(text, sentence, words):
            before = lines[index - 1].frame
            subject = grammar.subject(before, known)
            speaker = subject.offsets if subject is not None and _is_somebody(before, subject) else None
        if on is not None and speaker is not None:
            own = [replace(one, speaker=speaker, rule=_RULE) for one in own] or [
                Attribution((), sentence.number, (on,), speaker, None, rule=_RULE)
            ]
        elif goes_on and silent and own and frame.only_quotes:
            own = [replace(one, speaker=speaker, rule="told before") for one in own]
        every += own
        speaker = own[-1].speaker if own else None
        goes_on = bool(own) and own[-1].rule == _RULE
    return every


def _in_mood(text: str, sentence: Sentence, words: Words, asked: int = c.SUBJUNCTIVE) -> bool:
    """Whether a word of a sentence is a verb in the mood of reported speech, or one that stands for it."""
    return any(words[word.strip(",;.")] & asked for word in text[sentence.start : sentence.end].lower().split())


def _is_somebody(frame: Frame, subject: Phrase) -> bool:
    """Whether a sentence is about somebody: "Der Forscher ist besorgt. Der See sei …"."""
    if subject.name:
        return subject.name.kind == "person"
    return frame.any(c.PERSON | c.TITLE | c.PRONOUN, subject.first, subject.last + 1)
