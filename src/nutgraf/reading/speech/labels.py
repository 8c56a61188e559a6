"""Transcripts: lines that open with a label and a colon, "BENNING: In June …", "Q: When? A: In May."."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from nutgraf.reading.parts import Attribution, Offsets, Sentence
from nutgraf.reading.speech.noun_phrases import Known
from nutgraf.results.said import Stance

_LABEL = re.compile(r"(?:(?P<capitals>[A-Z][A-Z .'’-]{2,30})|(?P<question>Q|Question)|(?P<answer>A|Answer)):\s+(?=\S)")
_FEWEST = 2
"""One line with a colon is no transcript."""


def labelled(text: str, sentences: Sequence[Sentence], inside: Container[int], known: Known) -> list[Attribution]:
    """What the lines of a transcript say, each to its end; none that holds a quotation, none where fewer than two have labels.

    A name in capitals speaks itself. "Q" has no speaker; "A" is the one person whom the article names before.
    """
    opened: list[tuple[int, re.Match[str]]] = []
    for index, sentence in enumerate(sentences):
        begins = not index or sentences[index - 1].paragraph != sentence.paragraph
        found = _LABEL.match(text, sentence.start, sentence.end) if begins else None
        if found is not None:
            opened.append((index, found))
    if len(opened) < _FEWEST or (all(found["answer"] for _, found in opened)):
        return []
    told: list[Attribution] = []
    for index, found in opened:
        last = index
        while last + 1 < len(sentences) and sentences[last + 1].paragraph == sentences[index].paragraph:
            last += 1
        if any(line in inside for line in range(index, last + 1)):
            continue
        speaker: Offsets | None = None
        if found["capitals"]:
            speaker = found.span("capitals")
        elif found["answer"]:
            speaker = _interviewed(known, opened[0][1].start())
        stance: Stance = "asks" if found["question"] else "says"
        content = (found.end(), sentences[last].end)
        told.append(Attribution((), index + 1, (content,), speaker, None, sure=True, stance=stance, rule="label"))
    return told


def _interviewed(known: Known, before: int) -> Offsets | None:
    people = {
        name.full: (name.start, name.end)
        for name in known.names
        if name.kind in {"person", "other"} and name.start < before
    }
    return next(iter(people.values())) if len(people) == 1 else None
