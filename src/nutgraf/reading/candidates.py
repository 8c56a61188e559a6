"""The words of an article that a field of an answer may hold, where a model is given choices."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from nutgraf.reading.names.descriptions import descriptions
from nutgraf.reading.parts import Sentence

if TYPE_CHECKING:
    from nutgraf.reading.reading import Reading

_Found = TypeVar("_Found")

MOST_CANDIDATES = 25
"""A longer list of choices slows a grammar-bound model down more than it helps."""


def candidates(reading: Reading, among: str, numbers: Sequence[int]) -> tuple[str, ...]:
    """What `Reading.candidates` answers."""
    text, sentences = reading.article.text, [reading.sentences[n - 1] for n in numbers]
    found: list[str]
    match among:
        case "times":
            found = [t.span.text for t in _within(sentences, reading.times, lambda t: t.span) if t.span]
        case "quantities":
            found = [q.span.text for q in _within(sentences, reading.quantities, lambda q: q.span)]
        case "places":
            found = [n.text for n in _within(sentences, reading.names) if n.kind in ("place", "other")]
        case "cues":
            cues = (told.cue for sentence in sentences for told in reading.reports_in(sentence.number) if told.cue)
            found = [text[slice(*cue)] for cue in cues if any(s.start <= cue[0] and cue[1] <= s.end for s in sentences)]
        case _:
            named = list(_within(sentences, reading.names))
            found = [n.text for n in named if n.kind != "place"] + [n.text for n in named if n.kind == "place"]
            found += [text[start:end] for sentence in sentences for start, end in descriptions(text, sentence)]
    return tuple(dict.fromkeys(found))[:MOST_CANDIDATES]


def _within(
    sentences: Sequence[Sentence], found: Sequence[_Found], place: Callable[[_Found], Any] = lambda one: one
) -> Iterator[_Found]:
    """What stands in the sentences, of things in the article's order."""
    for sentence in sentences:
        for at in range(bisect_left(found, sentence.start, key=lambda one: place(one).start), len(found)):
            if place(found[at]).end > sentence.end:
                break
            yield found[at]
