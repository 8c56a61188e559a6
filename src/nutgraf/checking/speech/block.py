"""The attribution in a sentence: which tokens the cue and the speaker take up, and what stands beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from nutgraf.checking.speech.grammar import (
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    QUESTIONS,
    RELATIVES,
    SUBORDINATORS,
    THAT,
    has_verb,
)
from nutgraf.checking.speech.line import BREAKS, QUOTATION, Line
from nutgraf.reading.parts import Offsets

_SOFT = CONJUNCTIONS | RELATIVES | THAT | SUBORDINATORS | {"whom", "where"}
_ENDS = BREAKS | _SOFT
_OPENS_CLAUSE = BREAKS | THAT | QUESTIONS
_SMALL = DETERMINERS | PREPOSITIONS
_MOST_BESIDE = 14
_FROM = frozenset({"of", "by", "from", "in", "to", "for"})


@dataclass(frozen=True, slots=True)
class Block:
    """Tokens `first` to `last` hold the cue and, where it stands beside it, the speaker.

    `left` is where the attribution's own stretch begins: behind the comma before it.
    """

    first: int
    last: int
    left: int
    inverted: bool
    """The speaker stands behind the cue: "said Ann Lee", "according to Ann Lee"."""
    noun: bool
    """The cue is a noun with its source: "the governor's claim", "a complaint by Rosa Blum"."""
    cue: int
    """The cue's last token."""
    clause: Literal["main", "subordinate", "relative", "subject"]
    """Subordinate: opened by "when", "after", "with" … before any main clause; relative: ", who denies murder,";
    subject: part of the main clause's subject, as in "A memo that says …"."""


def block_of(line: Line, cue: Offsets | None, speakers: Sequence[Offsets], low: int, high: int) -> Block | None:
    """The attribution of a cue among tokens `low` to `high` (excluded); None where neither stands there."""
    places = [line.of(place) for place in speakers]
    places = [(first, last) for first, last in places if low <= first and last < high]
    if cue is None:
        if not places:
            return None
        first, last = places[0]
        while first > low and line.is_word(first - 1) and line.low[first - 1] in _SMALL:
            first -= 1
        return _made(line, first, last, (first, last), low, inverted=True, noun=False)
    first, last = line.of(cue)
    own = (first, last)
    before = [p for p in places if p[1] < first and _joined(line, p[1] + 1, first)]
    behind = [p for p in places if p[0] > last]
    inside = [p for p in places if p[0] >= first and p[1] <= last]
    local = _local_start(line, first, low)
    noun, inverted = False, False
    if inside:
        inverted, noun = True, False
    elif before and (local < first or line.low[first - 1] in _ENDS):
        noun = line.low[before[-1][1]].endswith(("'s", "s'")) or line.low[before[-1][1] + 1 : first] == ("'",)
        first = before[-1][0]
    elif behind and _follows(line, last, behind[0][0], local == own[0]):
        inverted = True
        noun = line.low[last] in _FROM or line.low[last + 1] in _FROM
        last = behind[0][1]
    elif local < first:
        first = local
    return _made(line, first, last, own, low, inverted=inverted, noun=noun)


def _joined(line: Line, first: int, stop: int) -> bool:
    """Whether what stands between a speaker and a cue may be one attribution: no clause of its own in it."""
    between = line.low[first:stop]
    if ";" in between or QUOTATION in between or len(between) > 3 * _MOST_BESIDE:
        return False
    commas = between.count(",")
    if commas == 0:
        return not any(low in {"and", "but"} for low in between) or not has_verb(line.slice(first, stop))
    # "Ann Lee, a farmer from York, said"; not "Ann Lee took the money, but he said"
    head = between.index(",")
    return head == 0 and not any(low in {"but", "while"} for low in between)


def _follows(line: Line, last: int, speaker: int, bare: bool) -> bool:
    """Whether a speaker behind a cue is its source: "said Ann Lee", "a warning from Ann Lee", not "told Ann Lee that"."""
    between = line.low[last + 1 : speaker]
    apposed = bare and between[-1:] == (",",)  # "says its chief executive, Dana Holt"
    between = between[:-1] if apposed else between
    if not _OPENS_CLAUSE.isdisjoint(between) or len(between) > _MOST_BESIDE:
        return False
    if apposed and has_verb(line.slice(last + 1, speaker)):
        return False
    if line.low[last] in _FROM or (between and between[0] in _FROM):
        return True
    return bare


def _local_start(line: Line, first: int, low: int) -> int:
    """The first token of the stretch that runs up to a cue: behind the last mark or conjunction."""
    at = first
    while at > low and line.low[at - 1] not in _ENDS:
        at -= 1
    return at


def _made(line: Line, first: int, last: int, cue: tuple[int, int], low: int, *, inverted: bool, noun: bool) -> Block:
    left = first
    while left > low and line.low[left - 1] not in BREAKS:
        left -= 1
    return Block(first, last, left, inverted, noun, cue[1], _clause(line, left, cue[0], low))


def _clause(line: Line, left: int, cue: int, low: int) -> Literal["main", "subordinate", "relative", "subject"]:
    head = left
    while (
        head > low and line.low[head - 1] == "," and line.words(low, head) <= 4 and not has_verb(line.slice(low, head))
    ):
        head = low  # "On Monday, after X said": only circumstances stand before
    opening = line.low[left]
    if head != left and line.low[cue - 1] == "," and line.low[head] in SUBORDINATORS:
        return "subordinate"  # "When the minister, Ola Berg, said"
    own = _local_start(line, cue, low) - 1
    if own > low and line.low[own] in RELATIVES | {"whom", "that"}:
        if "," in line.low[max(low, own - 3) : own]:
            return "relative"  # ", who denies murder," and ", some of whom say they heard shots,"
        return "subject" if left == low else "main"
    if head != low or left == cue:
        return "main"
    governs = opening in PREPOSITIONS and cue - left - (line.low[left + 1] in DETERMINERS) == 1
    return "subordinate" if opening in SUBORDINATORS or governs else "main"
