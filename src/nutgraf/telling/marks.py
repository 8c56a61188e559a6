"""An article cut into runs: the longest stretches of text that the same items cover.

Spans may cross, nest and split a word or an emoji; a run belongs to all of them at once, so that nothing has to be
nested in the page, and each span's runs, joined, are its exact characters.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from nutgraf.results import Span

_BLANK_LINE = re.compile(r"(?:\r\n?|\n)(?:[^\S\r\n]*(?:\r\n?|\n))+")
_LINE_END = re.compile(r"\r\n?|\n")


@dataclass(frozen=True, slots=True)
class Mark:
    """A span and what it is to the page: `ref` names it there, `kind` is how it looks ("quote", "event" …)."""

    span: Span
    ref: str
    kind: str


@dataclass(frozen=True, slots=True)
class Run:
    """Text that the same marks cover, as it is shown; line ends are LF."""

    text: str
    refs: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    closes: tuple[str, ...] = ()
    """The refs of the marks that end with this run."""
    gap: bool = False
    """True for the line ends between two paragraphs."""


def fits(span: Span, text: str) -> bool:
    """True when the span is a slice of the text, and not an empty one."""
    return bool(span.text) and text[span.start : span.end] == span.text


def paragraphs(text: str, marks: Iterable[Mark]) -> tuple[tuple[Run, ...], ...]:
    """The text as paragraphs of runs, each paragraph with the line ends after it. What is no slice is left out."""
    kept = [mark for mark in marks if fits(mark.span, text)]
    gaps = _gaps(text)
    opening: defaultdict[int, list[int]] = defaultdict(list)
    closing: defaultdict[int, list[int]] = defaultdict(list)
    for number, mark in enumerate(kept):
        opening[mark.span.start].append(number)
        closing[mark.span.end].append(number)
    cuts = sorted({0, len(text), *opening, *closing, *gaps, *gaps.values()})
    active: dict[int, Mark] = {}
    found: list[tuple[Run, ...]] = []
    runs: list[Run] = []
    gap_ends = 0
    for start, end in pairwise(cuts):
        for number in closing[start]:
            del active[number]
        active.update((number, kept[number]) for number in opening[start])
        gap_ends = gaps.get(start, gap_ends)
        runs.append(
            Run(
                _shown(text, start, end),
                tuple(mark.ref for mark in active.values()),
                tuple(dict.fromkeys(mark.kind for mark in active.values())),
                tuple(kept[number].ref for number in closing[end]),
                gap=start < gap_ends,
            )
        )
        if end == gap_ends:
            found.append(tuple(runs))
            runs = []
    return (*found, tuple(runs)) if runs else tuple(found)


def _gaps(text: str) -> dict[int, int]:
    """Where paragraphs part: blank lines; in a text without any, every line end."""
    found = {m.start(): m.end() for m in _BLANK_LINE.finditer(text)}
    return found or {m.start(): m.end() for m in _LINE_END.finditer(text)}


def _shown(text: str, start: int, end: int) -> str:
    """A slice with LF for every line end; a cut inside CRLF doesn't double it."""
    if text[end - 1 : end] == "\r" and text[end : end + 1] == "\n":
        end -= 1
    return _LINE_END.sub("\n", text[start:end])
