"""Where reported words begin behind an attribution: past hearers and circumstances, at "that", "whether", "to"."""

from __future__ import annotations

from typing import NamedTuple

from nutgraf.checking.speech.before import clause_before
from nutgraf.checking.speech.ends import may_be_verb
from nutgraf.checking.speech.grammar import (
    ADDRESSED,
    AUXILIARIES,
    COPULAS,
    DETERMINERS,
    LATER,
    PREPOSITIONS,
    PRONOUNS,
    QUESTIONS,
    STRIPPED,
    THAT,
    has_verb,
    is_adverb,
)
from nutgraf.checking.speech.line import BREAKS, QUOTATION
from nutgraf.checking.speech.scene import Scene
from nutgraf.reading.parts import Offsets

_REACH = 14
_EARLY = frozenset("on in at late early".split())
_ENDS = BREAKS | THAT
_OUTSIDE = BREAKS - {"("}
_OPENS = THAT | {"whether"}
_OF_CIRCUMSTANCES = PREPOSITIONS | PRONOUNS | {","}


class Opening(NamedTuple):
    """The token that reported words begin with; `loose`: ", and" with a clause of its own is no more of them."""

    first: int
    loose: bool
    hearer: Offsets | None = None


def opening(scene: Scene, at: int) -> Opening | None:
    """The clause or infinitive that opens behind token `at`; None where no small word opens one."""
    low, line = scene.line.low, scene.line
    for copula in range(at, min(scene.high - 1, at + _REACH)):
        if low[copula] in _ENDS:
            break
        if low[copula] in COPULAS and low[copula + 1] in THAT:
            return Opening(copula + 2, loose=False)  # "His answer to critics was that"
    if at >= scene.high:
        return None
    if low[at] in THAT and low[at + 1 : at + 2] and low[at + 1] not in AUXILIARIES:  # not "say that is not enough"
        after = at + 1 + (low[at + 1] == ",")  # "said that, as the river rose, …"
        return Opening(after, _hangs_on_noun(scene)) if line.is_word(after) else Opening(at, loose=False)
    if low[at] in QUESTIONS and not (low[at] in {"when", "which", "who", "where"} and clause_before(scene)):
        return Opening(at, loose=False)
    if low[at] == "to" and line.is_word(at + 1):
        return Opening(at, loose=True) if _is_infinitive(scene, at) else None
    return _further(scene, at)


def _further(scene: Scene, at: int) -> Opening | None:
    """The opening behind hearers and circumstances: "told reporters on Friday that", "urged residents to"."""
    low = scene.line.low
    addressed = low[scene.block.last] in ADDRESSED
    for ahead in range(at, min(scene.high, at + _REACH)):
        word = low[ahead]
        if word in _OUTSIDE and not (word == "," and _is_aside(scene, ahead)) and not (word == QUOTATION and addressed):
            return None
        opens = word in _OPENS or (word in QUESTIONS and addressed and ahead > at)
        if opens and _passes(scene, at, ahead, addressed=addressed):
            return Opening(ahead + (word in THAT), _hangs_on_noun(scene), _hearer(scene, at, ahead))
        if addressed and ahead > at and word == "to" and _is_infinitive(scene, ahead):
            if has_verb(scene.line.slice(at, ahead)):
                return None
            return Opening(ahead, loose=True, hearer=_hearer(scene, at, ahead))
    return None


def _hangs_on_noun(scene: Scene) -> bool:
    """Whether a "that"-clause hangs on a noun, as in "issued a denial that": ", and" and a clause leave it."""
    cue = scene.block.cue
    return scene.block.noun or (cue > 0 and scene.line.low[cue - 1] in DETERMINERS)


def _is_infinitive(scene: Scene, to: int) -> bool:
    line = scene.line
    return line.is_word(to + 1) and line.low[to + 1] not in DETERMINERS and not line.is_capital(to + 1)


def _is_aside(scene: Scene, comma: int) -> bool:
    """A comma that opens or closes an aside before "that": "said, on Tuesday, that"."""
    return any(low in THAT for low in scene.line.low[comma + 1 : min(scene.high, comma + 6)])


def _passes(scene: Scene, first: int, that: int, *, addressed: bool) -> bool:
    """Whether what stands before "that" only tells when, where or to whom."""
    low = scene.line.low[first]
    circumstance = low in _OF_CIRCUMSTANCES or is_adverb(low) or scene.time_at(first) is not None
    return (circumstance or addressed or scene.is_addressee(first)) and not has_verb(scene.line.slice(first, that))


def _hearer(scene: Scene, first: int, stop: int) -> Offsets | None:
    """Those who are spoken to, where the cue is followed by them."""
    line = scene.line
    if line.low[first] in PREPOSITIONS or is_adverb(line.low[first]) or scene.time_at(first) is not None:
        return None
    end = next((at for at in range(first, stop) if line.low[at] in {"in", "on", "at", "during", ","}), stop)
    return (line.starts[first], line.ends[end - 1]) if end > first else None


def past_circumstances(scene: Scene, at: int) -> int:
    """Past "on Friday", "again", "aloud"."""
    line = scene.line
    while at < scene.high:
        past = scene.time_at(at)
        if past is None and line.low[at] in _EARLY:
            past = scene.time_at(at + 1)
        if past is None and line.low[at] in LATER:
            past = at + 1
        if past is None or may_be_verb(line, past):  # "said 2010 was a bad year"
            return at
        at = min(past, scene.high)
    return at


def object_at(scene: Scene, rest: int) -> int:
    """Past a hearer, and a preposition that carries nothing: "complained of faulty sirens"."""
    line, clue = scene.line, scene.clue
    addressed = line.low[scene.block.last] in ADDRESSED
    if clue.starts is not None:
        hinted = line.at(clue.starts)
        unclear = line.low[rest] in PREPOSITIONS or scene.is_addressee(rest) or addressed
        if unclear and rest < hinted < min(scene.high, rest + _REACH):
            return hinted
    if clue.addressee is not None and scene.is_addressee(rest):
        return line.at(clue.addressee[1] - 1) + 1
    empty = line.low[rest] == "of" or not has_verb(line.slice(rest, scene.high))  # not "said about 300 would go"
    return rest + (line.low[rest] in STRIPPED and line.is_word(rest + 1) and empty)
