"""Transcripts: lines that open with a label and a colon, "BENNING: In June …", "Q: When? A: In May."."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Sequence

from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.words import Words
from nutgraf.reading.parts import Attribution, Offsets, Sentence
from nutgraf.reading.speech.known import Known
from nutgraf.results.said import Stance

_LABEL = re.compile(
    r"(?:(?:(?P<question>Q|Question)|(?P<answer>A|Answer))[:.]"
    r"|(?:(?:THE )?(?P<capitals>[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ .'’-]{2,30})|(?P<name>[^\W\d_][\w.'’-]*(?: [\w.'’-]+){0,3})):)\s+(?=\S)"
)
_FEWEST = 2
"""One line with a colon is no transcript."""
_FAR_MORE = 2
"""So many times as often as the next is the one named to whom the answers of an interview belong."""


def labelled(
    text: str, sentences: Sequence[Sentence], inside: Container[int], known: Known, words: Words
) -> list[Attribution]:
    """What the lines of a transcript say, each to its end less what it quotes; nothing where fewer than two have labels.

    A name in capitals speaks itself, another name where it and somebody else's open several lines, and so do words for two
    people ("Caller: …", "Dispatcher: …"). "Q" has no speaker;
    "A" is the one person whom the article names before, or the one whom it names far more often than anybody else.
    """
    opened: list[tuple[int, re.Match[str]]] = []
    for index, sentence in enumerate(sentences):
        begins = not sentence.start or text[sentence.start - 1] == "\n"
        found = _LABEL.match(text, sentence.start) if begins else None
        if found is not None:
            opened.append((index, found))
    opened = _told_by_somebody(opened, known, words)
    if len(opened) < _FEWEST or (all(found["answer"] for _, found in opened)):
        return []
    told: list[Attribution] = []
    begun = {index for index, _ in opened}
    for index, found in opened:
        last, paragraph = index, sentences[index].paragraph
        while last + 1 < len(sentences) and sentences[last + 1].paragraph == paragraph and last + 1 not in begun:
            last += 1
        content = _told(sentences, (found.end(), index, last), inside)
        if not content:
            continue
        speaker: Offsets | None = None
        if found["capitals"] or found["name"]:
            speaker = found.span("capitals" if found["capitals"] else "name")
        elif found["answer"]:
            speaker = _interviewed(known, opened[0][1].start())
        stance: Stance = "asks" if found["question"] else "says"
        number = next(line.number for line in sentences[index:] if line.end > content[0][0])
        told.append(
            Attribution((), number, content, speaker, None, sure=True, stance=stance, rule="label", verbatim=True)
        )
    return told


def _told(sentences: Sequence[Sentence], line: tuple[int, int, int], inside: Container[int]) -> tuple[Offsets, ...]:
    """The words of a line, which begins at an offset in its first sentence, without the sentences that quote somebody else."""
    begins, first, last = line
    found: list[Offsets] = []
    for index in range(first, last + 1):
        start, end = max(begins, sentences[index].start), sentences[index].end
        if index in inside or start >= end:
            continue
        if found and index and found[-1][1] == sentences[index - 1].end:
            found[-1] = found[-1][0], end
        else:
            found.append((start, end))
    return tuple(found)


def _told_by_somebody(
    opened: list[tuple[int, re.Match[str]]], known: Known, words: Words
) -> list[tuple[int, re.Match[str]]]:
    """Without the names that are nobody's, or open one line alone: "Date: …", "Running Time: …"."""
    often = Counter(found["name"] for _, found in opened if found["name"])
    kinds: dict[str, str] = {}
    for name in known.names:
        parts = name.full.split()
        if name.kind in {"person", "other"} and len(parts) > 1:
            for label in (name.text, name.full, parts[-1]):
                kinds[label] = "person" if kinds.get(label) == "person" else name.kind
    lines = sum(often[label] for label in kinds)
    several = lines > _FEWEST and any(often[label] > 1 for label in kinds)
    speaking = {label for label in often if label in kinds and several}
    if len(speaking) < _FEWEST or not any(kinds[label] == "person" or " " in label for label in speaking):
        speaking.clear()
    described = {label for label in often if words[label.lower()] & (c.PERSON | c.TITLE)}
    if len(described) > 1 and any(often[label] > 1 for label in described):
        speaking |= described
    elif described and often.keys() <= described | {label for label in kinds if " " in label} and _in_turn(opened):
        speaking |= often.keys()
    return [(index, found) for index, found in opened if not found["name"] or found["name"] in speaking]


def _in_turn(opened: Sequence[tuple[int, re.Match[str]]]) -> bool:
    """Whether several speak one after the other, each in sentences: no "Governor: Ann Lee", "Deputy: Bo Lund"."""
    lines = [found.string[found.end() :].partition("\n")[0].rstrip() for _, found in opened]
    return len(lines) > 1 and all(line.endswith((".", "?", "!", "…")) and " " in line for line in lines)


def _interviewed(known: Known, before: int) -> Offsets | None:
    named = [name for name in known.names if name.kind in {"person", "other"} and name.start < before]
    people = [name for name in named if name.kind == "person" or " " in name.full] or named
    often = Counter(name.full for name in people)
    ranked = often.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < _FAR_MORE * ranked[1][1]):
        return None
    return next((name.start, name.end) for name in people if name.full == ranked[0][0])
