"""Speech that goes on in the next sentence by its mood alone: "Man habe gewarnt. Es sei niemand gekommen."."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence

from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.language import Language
from nutgraf.reading.parts import Attribution, Sentence
from nutgraf.reading.speech.carried import Line
from nutgraf.reading.speech.frames import frame_of


def going_on(
    text: str,
    sentences: Sequence[Sentence],
    lines: Mapping[int, Line],
    found: Sequence[Attribution],
    language: Language,
    *,
    quoted: Container[int],
) -> list[Attribution]:
    """The sentences in the mood of reported speech that name no source, each said by the speaker of the one before it.

    Only where the sentence before is itself reported or quoted, and its speaker is known.
    """
    if language.speech is None or language.speech.grammar.goes_on is None:
        return []
    last: dict[int, Attribution] = {}
    for told in sorted(found, key=lambda told: told.content[0]):
        if told.speaker is not None:
            last[told.sentence - 1] = told
    added: list[Attribution] = []
    for index, sentence in enumerate(sentences):
        before = last.get(index - 1)
        if before is None or index in last or index in quoted:
            continue
        words = text[sentence.start : sentence.end].lower().split()
        if not any(language.words[word.strip(",;.")] & c.SUBJUNCTIVE for word in words):
            continue
        if index in lines and lines[index].reports:
            continue
        frame = lines[index].frame if index in lines else frame_of(text, sentence, (), (), language.words)
        told = language.speech.grammar.goes_on(frame, language.words)
        if told is None:
            continue
        first, end = told
        on = Attribution(
            segments=(),
            sentence=sentence.number,
            content=((frame.start[first], frame.end[end]),),
            speaker=before.speaker,
            cue=None,
            rule="goes on",
        )
        added.append(on)
        last[index] = on
    return added
