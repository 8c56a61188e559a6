"""The clause that an attribution closes: "CLAUSE, X said", "CLAUSE, according to X"."""

from __future__ import annotations

from nutgraf.checking.speech.ends import may_be_verb
from nutgraf.checking.speech.grammar import (
    AUXILIARIES,
    CONJUNCTIONS,
    PREPOSITIONS,
    QUESTIONS,
    STRIPPED,
    SUBORDINATORS,
    THAT,
    has_verb,
    is_adverb,
)
from nutgraf.checking.speech.line import BREAKS
from nutgraf.checking.speech.scene import Scene

_DASHES = frozenset({"—", "–"})
_PHRASES = PREPOSITIONS | {"according", "as"}
_OPENS_CIRCUMSTANCE = PREPOSITIONS | SUBORDINATORS
OPEN = AUXILIARIES | PREPOSITIONS | THAT
"""A clause that ends with one of these breaks off."""
_OPENS_QUESTION = QUESTIONS | STRIPPED


def clause_before(scene: Scene, *, any_words: bool = False) -> tuple[int, int] | None:
    """The tokens of the clause before the attribution, where a comma (or the phrase itself) closes it.

    Circumstances ("On Tuesday,") are the reporter's; with `any_words` they will do.
    """
    line, block = scene.line, scene.block
    phrase = block.inverted and line.low[block.first] in _PHRASES
    left = block.first if phrase and block.left < block.first else block.left
    if left <= scene.low or not (phrase or line.low[left - 1] in {",", "("} | _DASHES):
        return None
    if has_verb(line.slice(left, block.first)) or any(left <= other < block.first for other in scene.others):
        return None  # "Ross denies it, Ida admits it and Lowe refuses to comment"
    if antecedent(scene):
        return None
    stop = left - (line.low[left - 1] in BREAKS)
    start = next((at + 1 for at in range(stop - 1, scene.low - 1, -1) if line.low[at] == ";"), scene.low)
    for other in scene.others:
        if start <= other < stop:  # "X said A, and B, said Y": what another attribution reports is not this one's
            start = max(start, _behind(scene, other, stop))
    if any_words:
        return (start, stop) if line.words(start, stop) else None
    if _is_circumstance(scene, start, stop) or _is_apposition(scene, start, stop):
        return None
    behind = block.last + 1
    interrupted = line.low[behind : behind + 1] in {(",",), ("—",), ("–",)} and may_be_verb(line, behind + 1)
    return (start, stop) if line.words(start, stop) > 1 or (interrupted and start < stop) else None


def _behind(scene: Scene, other: int, stop: int) -> int:
    low = scene.line.low
    return next((at + 1 for at in range(other, stop - 1) if low[at] == "," and low[at + 1] in CONJUNCTIONS), scene.low)


def _is_circumstance(scene: Scene, start: int, stop: int) -> bool:
    """Whether only circumstances stand there: "On Tuesday,", "After the match,", "Asked about the fire,"."""
    line = scene.line
    opening = line.low[start] if start < stop else ""
    participle = opening.endswith(("ed", "ing"))
    if not (opening in _OPENS_CIRCUMSTANCE or is_adverb(opening) or participle):
        return False
    if "," in line.low[start:stop]:
        return False
    return opening in SUBORDINATORS or participle or not has_verb(line.slice(start, stop))


def _is_apposition(scene: Scene, start: int, stop: int) -> bool:
    """Whether the speaker is described there: "The mayor of Selby, Ruth Amos, made clear"."""
    line, block = scene.line, scene.block
    named = any(start <= line.at(low) < block.first for low, _ in scene.clue.speakers)
    return named and block.left == block.first and not block.inverted and not has_verb(line.slice(start, stop))


def is_half(scene: Scene, before: tuple[int, int]) -> bool:
    """Whether what stands before is no clause yet: "The wolves, as X pointed out, never …"."""
    line = scene.line
    last = line.low[before[1] - 1]
    whole = has_verb(line.slice(*before)) or line.words(*before) > 6
    return last in OPEN or not whole


def asked_before(scene: Scene) -> tuple[int, int] | None:
    """What a silence is about: "Asked if he would run again, he did not answer"."""
    line = scene.line
    for at in range(scene.low + 1, scene.block.left - 1):
        if line.low[at] in _OPENS_QUESTION:
            return at + (line.low[at] in STRIPPED), scene.block.left
    return None


def antecedent(scene: Scene) -> tuple[int, int] | None:
    """What a clause at the end takes up: "The army says it shot down nine drones, a claim that the rebels deny"."""
    line, first = scene.line, scene.block.first
    if first <= scene.low or line.low[first - 1] not in {"which", "that"}:
        return None
    comma = next((at for at in range(first - 2, scene.low, -1) if line.low[at] == ","), None)
    if comma is None:
        return None
    start = max((other + 1 for other in scene.others if other < comma), default=scene.low)
    return start + (line.low[start] in THAT), comma
