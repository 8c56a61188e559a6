"""What the model is shown: numbered sentences with tagged quotations, as much at a time as it can hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from nutgraf.reading.parts import Sentence
from nutgraf.reading.reading import Reading

Size = Literal["article", "paragraph", "sentence"]

CHARACTERS_PER_TOKEN = 3.5
LARGEST_ARTICLE = 24_000
"""Tokens up to which an article goes out whole: any current model's context holds it beside the answer."""
PARAGRAPH_RUN = 2_000
"""Tokens of text in one run of paragraphs."""


@dataclass(frozen=True)
class Window:
    """A part of the article to ask about. Numbers and tags are those of the whole article."""

    numbers: tuple[int, ...]
    """The sentences shown."""
    tags: tuple[str, ...] = ()
    """The quoted segments that the answer may refer to."""
    focus: str = ""
    """What the question is about, when it is not all that is shown."""
    cites: tuple[int, ...] = ()
    """The sentences that the answer may cite; empty: all that are shown."""
    points: bool = False
    """Whether the model that is asked only points: its titles and points are clauses that are offered."""
    trusted: bool = False
    """Whether what was answered about it holds but for little: a statement that rules refute is then marked, and stays."""

    @property
    def citable(self) -> tuple[int, ...]:
        """The sentences that the answer may cite."""
        return self.cites or self.numbers

    def render(self, reading: Reading) -> str:
        """The text as the model sees it: one sentence a line, a blank line between paragraphs."""
        shown = [reading.sentences[n - 1] for n in self.numbers]
        blocks = [
            "\n".join(f"[{s.number}] {_tagged(reading, s)}" for s in group)
            for _, group in groupby(shown, key=lambda s: s.paragraph)
        ]
        return "\n\n".join(blocks)


def _tagged(reading: Reading, sentence: Sentence) -> str:
    text = reading.article.text
    marks: list[tuple[int, str]] = []
    for segment in reading.segments_in([sentence.number]):
        if segment.no_speech is None:
            marks.append((max(segment.outer_start, sentence.start), f"<{segment.id}>"))
            marks.append((min(segment.outer_end, sentence.end), f"</{segment.id}>"))
    parts: list[str] = []
    at = sentence.start
    for offset, mark in sorted(marks, key=lambda m: m[0]):
        parts += [text[at:offset], mark]
        at = offset
    parts.append(text[at : sentence.end])
    return "".join(parts)


def choose_size(reading: Reading, wanted: Size | Literal["auto"], *, small_model: bool) -> Size:
    """The window size that "auto" stands for: the article where it fits, else runs of paragraphs; one sentence for
    a small model.
    """
    if wanted != "auto":
        return wanted
    if small_model:
        return "sentence"
    return "article" if len(reading.article.text) / CHARACTERS_PER_TOKEN <= LARGEST_ARTICLE else "paragraph"


def runs(reading: Reading, size: Size) -> tuple[Window, ...]:
    """The article cut into windows of a size; windows don't overlap."""
    return tuple(_window(reading, group) for group in _groups(reading, size) if group)


def _window(reading: Reading, group: list[Sentence]) -> Window:
    numbers = tuple(s.number for s in group)
    tags = tuple(s.id for s in reading.segments_in(numbers) if s.no_speech is None)
    return Window(numbers=numbers, tags=tags)


def _groups(reading: Reading, size: Size) -> Iterator[list[Sentence]]:
    if size == "article":
        yield list(reading.sentences)
        return
    if size == "sentence":
        yield from ([s] for s in reading.sentences)
        return
    run: list[Sentence] = []
    for _, members in groupby(reading.sentences, key=lambda s: s.paragraph):
        paragraph = list(members)
        if run and (paragraph[-1].end - run[0].start) / CHARACTERS_PER_TOKEN > PARAGRAPH_RUN:
            yield run
            run = []
        run += paragraph
    yield run
