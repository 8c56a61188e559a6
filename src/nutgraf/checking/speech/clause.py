"""The content of reported speech, cut from its sentence around the cue and the speaker that the model named.

No table of verbs decides: what matters is where the attribution stands and which small words follow. Content excludes
cue, speaker and attribution and ends where its clause ends.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from nutgraf.checking.speech.before import OPEN, antecedent, asked_before, clause_before, is_half
from nutgraf.checking.speech.block import block_of
from nutgraf.checking.speech.ends import end_of, may_be_verb
from nutgraf.checking.speech.grammar import ADDRESSED, AUXILIARIES, CONJUNCTIONS, PREPOSITIONS, THAT, has_verb
from nutgraf.checking.speech.line import QUOTATION, Line
from nutgraf.checking.speech.opening import object_at, opening, past_circumstances
from nutgraf.checking.speech.scene import Clue, Scene
from nutgraf.reading.parts import Offsets

_ENDS = frozenset(".!?,;:…—–-") | {"and"}
_SKIPPED = frozenset({",", ":", "—", "–", "-", ";", ".", ")", "]"})
_JOINTS = frozenset({"and", "but", "or"})

_Range = tuple[int, int]


class Cut(NamedTuple):
    """The content, none where no clause was found, and to whom it was said."""

    content: tuple[Offsets, ...] = ()
    addressee: Offsets | None = None


def cut(line: Line, clue: Clue) -> Cut:
    """What is reported in a sentence by this cue and this speaker."""
    low, high = _domain(line, clue)
    block = block_of(line, clue.cue, clue.speakers, low, high)
    if block is None:
        return Cut()
    if line.low[block.first - 1 : block.first] == ("(",) and not line.words(block.last + 1, high):
        return Cut(_trimmed(line, [(0, block.first - 1)]))  # "Rainfall was low (Met Norrland)."
    scene = Scene(line, clue, low, high, block, tuple(sorted(line.at(place[0]) for place in clue.others)))
    ranges, hearer = _around(scene)
    if not ranges:
        ranges = [r for r in (asked_before(scene), antecedent(scene), clause_before(scene, any_words=True)) if r][:1]
    return Cut(_trimmed(line, ranges), hearer)


def _domain(line: Line, clue: Clue) -> _Range:
    """The bracket that holds the cue, else the whole line."""
    at = line.at(clue.cue[0]) if clue.cue and line.low else 0
    depth = line.depth[at] if line.low else 0
    if not depth:
        return 0, len(line)
    low, high = at, at
    while low > 0 and line.depth[low - 1] >= depth and line.low[low - 1] not in {"(", "["}:
        low -= 1
    while high < len(line) and line.low[high] not in {")", "]"}:
        high += 1
    return low, high


def _around(scene: Scene) -> tuple[list[_Range], Offsets | None]:
    """Token ranges of the content, and the hearer: behind the attribution, before it, or on both sides."""
    line = scene.line
    after = _past_brackets(scene, scene.block.last + 1)
    if opened := opening(scene, after):
        return _forward(scene, opened.first, loose=opened.loose), opened.hearer
    rest = past_circumstances(scene, after)
    before = clause_before(scene)
    if line.words(rest, scene.high) == 0:
        return [before] if before else [], None
    low = line.low[rest]
    if low in {",", "—", "–"}:
        return _set_off(scene, before, rest + 1), None
    if low in {":", QUOTATION}:
        return _forward(scene, rest + (low == ":"), loose=False), None
    if before and (comma := _closes(scene, rest)) is not None:
        return _set_off(scene, before, comma + 1), None
    return _forward(scene, object_at(scene, rest), loose=True), None


def _past_brackets(scene: Scene, at: int) -> int:
    line, outer = scene.line, scene.line.depth[scene.block.last]
    while at < scene.high and line.low[at] in {"(", "["} and line.depth[at] > outer:
        depth = line.depth[at]
        while at < scene.high and line.depth[at] >= depth:
            at += 1
    return at


def _closes(scene: Scene, rest: int) -> int | None:
    """The mark behind circumstances that close the attribution: "CLAUSE, she told reporters in Kyiv."; else None."""
    line, block = scene.line, scene.block
    stop = next((at for at in range(rest, scene.high) if line.low[at] in {",", ";", QUOTATION}), scene.high)
    circumstance = (
        line.low[rest] in PREPOSITIONS
        or block.inverted
        or line.low[block.last] in ADDRESSED
        or scene.is_addressee(rest)
    )
    return stop if circumstance and AUXILIARIES.isdisjoint(line.low[rest:stop]) else None


def _set_off(scene: Scene, before: _Range | None, rest: int) -> list[_Range]:
    """What follows a comma behind the attribution: the content, its second half, or the reporter's."""
    line = scene.line
    if rest >= scene.high:
        return [before] if before else []
    if before is None:
        start = _past_apposition(scene, rest) if scene.block.inverted else rest
        return _forward(scene, start + (line.low[start] in THAT), loose=False)
    joined = not scene.block.inverted and line.low[rest] in {"and", "but", "or", "because"} and line.is_word(rest + 1)
    if joined or (
        is_half(scene, before) and (not scene.block.inverted or may_be_verb(line, rest) or _is_open(line, before))
    ):
        return [before, *_forward(scene, rest, loose=False)]
    return [before]


def _is_open(line: Line, before: _Range) -> bool:
    """Whether a clause breaks off: "It was, said the judge, …", "No, said the judge, …"."""
    return line.low[before[1] - 1] in OPEN or before[1] - before[0] == 1


def _past_apposition(scene: Scene, first: int) -> int:
    """Behind "…, an analyst at Acme," where the clause goes on; `first` where nothing of the kind stands there."""
    line = scene.line
    close = next((at for at in range(first, scene.high) if line.low[at] in {",", ";"}), scene.high)
    described = line.low[first] in {"who", "whose", "which"} or not (
        line.is_capital(first) or has_verb(line.slice(first, close))
    )
    goes_on = close + 1 < scene.high and line.low[close + 1] not in CONJUNCTIONS
    return close + 1 if described and goes_on else first


def _forward(scene: Scene, first: int, *, loose: bool) -> list[_Range]:
    line = scene.line
    while first < scene.high and line.low[first] in {",", ":", "—", "–", "then"}:
        first += 1
    if first >= scene.high:
        return []
    stop = end_of(line, first, scene.high, scene.others, loose=loose, block=scene.block)
    return [(first, stop)] if line.words(first, stop) else []


def _trimmed(line: Line, ranges: Sequence[_Range]) -> tuple[Offsets, ...]:
    """Offsets without the marks and joints at their edges."""
    found: list[Offsets] = []
    for first, stop in ranges:
        low, high = first, stop
        while low < high and (line.low[low] in _SKIPPED or (line.low[low] in _JOINTS and low == first)):
            low += 1
        while high > low and line.low[high - 1] in _ENDS:
            high -= 1
        if line.words(low, high):
            found.append((line.starts[low], line.ends[high - 1]))
    return tuple(found)
