"""Events told twice: one only where nothing that both give differs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from nutgraf.checking.items.finding import shown
from nutgraf.checking.rules.stems import content_stems, stem, stem_set
from nutgraf.checking.speech.grammar import verbs
from nutgraf.reading.names.proper_words import proper_words
from nutgraf.reading.numbers.find import numbers_in
from nutgraf.results import Event, Point, Problem

E = TypeVar("E", bound=Event)
_ALIKE = 0.6
"""The share of the fuller title's words that the other must hold: "won" is not "won the first set by a point"."""


@dataclass(frozen=True)
class _Told:
    """What a title gives: whoever and whatever it names, its numbers, and its other words."""

    names: frozenset[str]
    numbers: frozenset[float]
    words: frozenset[str]

    def holds(self, other: _Told) -> bool:
        """True where the other title says nothing that this one does not."""
        within = other.words <= self.words and other.names <= self.names and other.numbers <= self.numbers
        return within and len(other.words) >= _ALIKE * len(self.words)


@lru_cache(maxsize=512)
def _told(text: str) -> _Told:
    numbers = numbers_in(text)
    names = frozenset(stem(text[start:end]) for start, end in proper_words(text))
    figures = frozenset(number.value for number in numbers if number.value is not None)
    words = stem_set(text) - names
    return _Told(names, figures, words)


def merged(events: Sequence[E], step: str) -> tuple[list[E], list[Problem]]:
    """Events in article order, with what is the same told once, in the fuller words; each merge is reported.

    Two are one only with the same sentences, status, actors and main verb (voice aside), the words of one among those of
    the other, and no name, number or day that both give and that differs.
    """
    kept: list[E] = []
    problems: list[Problem] = []
    by_sentence: dict[tuple[int, int], list[int]] = {}
    for event in sorted(events, key=lambda e: (e.evidence[0].start, e.evidence[-1].end)):
        near = {at for span in event.evidence for at in by_sentence.get((span.start, span.end), ())}
        twin = next((at for at in sorted(near) if _same(kept[at], event)), None)
        if twin is None:
            for span in event.evidence:
                by_sentence.setdefault((span.start, span.end), []).append(len(kept))
            kept.append(event)
            continue
        fuller, other = (
            (kept[twin], event) if _told(kept[twin].title).holds(_told(event.title)) else (event, kept[twin])
        )
        kept[twin] = fuller
        detail = f"it tells the same as {shown(fuller.title)}"
        problems.append(
            Problem(kind="same_event", step=step, item=shown(other.title), detail=detail, resolution="merged")
        )
    return kept, problems


def _same(one: Event, other: Event) -> bool:
    if one.status != other.status or one.evidence != other.evidence or _times_differ(one, other):
        return False
    mine, theirs = _told(one.title), _told(other.title)
    if not (mine.holds(theirs) or theirs.holds(mine)):
        return False
    actors, others = _actors(one), _actors(other)
    agree = actors == others or (not (actors and others) and mine.names == theirs.names)
    return agree and _main_verb(one.title) == _main_verb(other.title) and _voice(one.title, other.title)


@lru_cache(maxsize=512)
def _main_verb(title: str) -> tuple[str, ...]:
    """The stem of the verb that a title tells: of "filled in while he had surgery" that of "filled", whatever its voice."""
    found = next(iter(verbs(title)), None)
    return content_stems(title[slice(*found)])[-1:] if found else ()


def _voice(one: str, other: str) -> bool:
    """False where the same names stand the other way round and neither title is a passive: A beat B is not B beat A."""
    if any("by" in text.lower().split() for text in (one, other)):
        return True
    order = [[stem(text[start:end]) for start, end in proper_words(text)] for text in (one, other)]
    shared = [
        [name for name in names if name in other_names] for names, other_names in zip(order, order[::-1], strict=True)
    ]
    return shared[0] == shared[1]


def _times_differ(one: Event, other: Event) -> bool:
    return bool(one.time and other.time and one.time.value and other.time.value and one.time.value != other.time.value)


def _actors(event: Event) -> frozenset[str]:
    return frozenset(p.name for p in event.participants if p.role == "actor")


def said_once(points: Sequence[Point], step: str) -> tuple[list[Point], list[Problem]]:
    """Points in the order given, each said once: what only repeats another is reported as merged."""
    kept: list[Point] = []
    problems: list[Problem] = []
    by_sentence: dict[tuple[int, int], list[tuple[Point, _Told]]] = {}
    for point in points:
        told = _told(point.text)
        near = (other for span in point.evidence for other in by_sentence.get((span.start, span.end), ()))
        twin = next((other for other, said in near if _repeats(other, said, point, told)), None)
        if twin is not None:
            detail = f"it says the same as {shown(twin.text)}"
            problems.append(
                Problem(kind="same_point", step=step, item=shown(point.text), detail=detail, resolution="merged")
            )
            continue
        kept.append(point)
        for span in point.evidence:
            by_sentence.setdefault((span.start, span.end), []).append((point, told))
    return kept, problems


def _repeats(one: Point, said: _Told, other: Point, told: _Told) -> bool:
    return said.holds(told) and _voice(one.text, other.text)
