"""Speech that goes on in the next sentence by its mood alone: "Man habe gewarnt. Es sei niemand gekommen."."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.language import Language
from nutgraf.reading.parts import Attribution, Offsets, Sentence
from nutgraf.reading.speech.carried import Line
from nutgraf.reading.speech.frames import frame_of
from nutgraf.reading.speech.noun_phrases import Known

_RULE = "goes on"


def going_on(
    text: str,
    sentences: Sequence[Sentence],
    lines: Mapping[int, Line],
    found: Sequence[Attribution],
    known: Known,
    language: Language,
) -> list[Attribution]:
    """What was found, with the sentences in the mood of reported speech that name no source of their own.

    Each is said by the speaker of the sentence before it, which is itself reported or quoted; so is a quotation that stands
    by itself behind one of them.
    """
    if language.speech is None or language.speech.grammar.goes_on is None:
        return list(found)
    by_sentence: dict[int, list[Attribution]] = {}
    for told in sorted(found, key=lambda told: told.content[0]):
        by_sentence.setdefault(told.sentence - 1, []).append(told)
    every: list[Attribution] = []
    speaker: Offsets | None = None
    goes_on = False
    for index, sentence in enumerate(sentences):
        own, line = by_sentence.get(index, []), lines.get(index)
        if speaker is not None and len(own) == 1 and own[0].speaker and text[slice(*own[0].speaker)].lower() == "man":
            own = [replace(own[0], speaker=speaker)]  # "Man gehe davon aus, dass …"
        silent = not own or (len(own) == 1 and own[0].speaker is None)
        on = _goes_on(text, sentence, line, language) if silent else None
        if on is not None and speaker is None and index and _in_mood(text, sentence, language):
            speaker = _subject(text, sentences[index - 1], lines.get(index - 1), known, language)
        if on is not None and speaker is not None:
            own = [replace(told, speaker=speaker, rule=_RULE) for told in own] or [
                Attribution((), sentence.number, (on,), speaker, None, rule=_RULE)
            ]
        elif goes_on and silent and own and line is not None and line.frame.only_quotes:
            own = [replace(told, speaker=speaker, rule="told before") for told in own]
        every += own
        speaker = own[-1].speaker if own else None
        goes_on = bool(own) and own[-1].rule == _RULE
    return every


def _goes_on(text: str, sentence: Sentence, line: Line | None, language: Language) -> Offsets | None:
    """The words of a sentence in the mood of reported speech."""
    assert language.speech is not None
    assert language.speech.grammar.goes_on is not None
    if not _in_mood(text, sentence, language, c.SUBJUNCTIVE | c.MAYBE):
        return None
    frame = line.frame if line is not None else frame_of(text, sentence, (), (), language.words)
    told = language.speech.grammar.goes_on(frame)
    return None if told is None else (frame.start[told[0]], frame.end[told[1]])


def _in_mood(text: str, sentence: Sentence, language: Language, asked: int = c.SUBJUNCTIVE) -> bool:
    """Whether a word of a sentence is a verb in the mood of reported speech, or one that stands for it."""
    words = text[sentence.start : sentence.end].lower().split()
    return any(language.words[word.strip(",;.")] & asked for word in words)


def _subject(text: str, sentence: Sentence, line: Line | None, known: Known, language: Language) -> Offsets | None:
    """Whom the sentence before is about, if it is somebody: "Der Forscher ist besorgt. Der See sei …"."""
    assert language.speech is not None
    frame = line.frame if line is not None else frame_of(text, sentence, (), (), language.words)
    found = language.speech.grammar.subject(frame, known)
    if found is None:
        return None
    about = (
        found.name.kind == "person"
        if found.name
        else frame.any(c.PERSON | c.TITLE | c.PRONOUN, found.first, found.last + 1)
    )
    return found.offsets if about else None
