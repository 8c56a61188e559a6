"""The content of reported speech, cut from its sentence around the cue and the speaker that the model named.

No table of verbs decides: what matters is where the attribution stands and which small words follow. Content excludes
cue, speaker and attribution and ends where its clause ends.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from nutgraf.checking.speech.block import Block, block_of
from nutgraf.checking.speech.ends import end_of, may_be_verb
from nutgraf.checking.speech.grammar import (
    ADDRESSED,
    AUXILIARIES,
    CONJUNCTIONS,
    COPULAS,
    DETERMINERS,
    LATER,
    PREPOSITIONS,
    PRONOUNS,
    QUESTIONS,
    STRIPPED,
    SUBORDINATORS,
    THAT,
    has_verb,
    is_adverb,
)
from nutgraf.checking.speech.line import BREAKS, QUOTATION, Line
from nutgraf.reading.parts import Offsets

_REACH = 14
_ENDS = frozenset(".!?,;:…")
_SKIPPED = frozenset({",", ":", "—", "–", "-", ";", ".", ")", "]"})


@dataclass(frozen=True)
class Clue:
    """What is known of one item's attribution in a sentence."""

    cue: Offsets | None
    speakers: Sequence[Offsets] = ()
    """Where the speaker is named in the sentence."""
    others: Sequence[Offsets] = ()
    """Cues of other attributions there."""
    times: Sequence[Offsets] = ()
    addressee: Offsets | None = None
    starts: int | None = None
    """Where a rule saw the content begin."""
    orders: bool = False
    """The cue tells somebody to do something."""


@dataclass(frozen=True)
class Cut:
    """The content, none where no clause was found, and to whom it was said."""

    content: tuple[Offsets, ...] = ()
    addressee: Offsets | None = None


@dataclass
class _Cutter:
    line: Line
    clue: Clue
    low: int
    high: int
    block: Block
    others: list[int] = field(default_factory=list)
    addressee: Offsets | None = None

    def cut(self) -> list[tuple[int, int]]:
        """Token ranges of the content."""
        return self._around() or self._asked()

    def _asked(self) -> list[tuple[int, int]]:
        """What a silence is about: "Asked if he would run again, he did not answer"."""
        line = self.line
        for at in range(self.low + 1, self.block.left - 1):
            if line.low[at] in QUESTIONS | STRIPPED:
                return [(at + (line.low[at] in STRIPPED), self.block.left)]
        return []

    def _around(self) -> list[tuple[int, int]]:
        after = self._past_brackets(self.block.last + 1)
        opened = self._opened(after)
        if opened is not None:
            return self._forward(*opened)
        rest = self._past_circumstances(after)
        before = self._before()
        if rest >= self.high or line_ends(self.line, rest, self.high):
            return [before] if before else []
        low = self.line.low[rest]
        if low in {",", "—", "–"}:
            return self._set_off(before, rest + 1)
        if low in {":", QUOTATION}:
            return self._forward(rest + (low == ":"), loose=False)
        if before and self._closes(rest):
            return [before]
        start = self._object(rest)
        return self._forward(start, loose=True)

    def _past_brackets(self, at: int) -> int:
        while at < self.high and self.line.low[at] in {"(", "["} and self.line.tokens[at].depth > self._depth:
            depth = self.line.tokens[at].depth
            while at < self.high and self.line.tokens[at].depth >= depth:
                at += 1
        return at

    @property
    def _loose(self) -> bool:
        """Whether ", and" with a clause of its own leaves a "that"-clause: it hangs on a noun, as in "issued a denial that"."""
        line, last = self.line, self.block.cue
        return self.block.noun or line.low[last - 1 : last] != () and line.low[last - 1] in DETERMINERS

    @property
    def _depth(self) -> int:
        return self.line.tokens[self.block.last].depth

    def _opened(self, at: int) -> tuple[int, bool] | None:
        """Where a reported clause or infinitive begins behind the attribution, past hearers and circumstances."""
        low = self.line.low
        for copula in range(at, min(self.high - 1, at + _REACH)):
            if low[copula] in BREAKS | THAT:
                break
            if low[copula] in COPULAS and low[copula + 1] in THAT:
                return copula + 2, False  # "His answer to critics was that"
        if at >= self.high:
            return None
        if low[at] in THAT:
            after = at + 1 + (low[at + 1 : at + 2] == (",",))  # "said that, as the river rose, …"
            return (after, self._loose) if self.line.is_word(after) else (at, False)
        if low[at] in QUESTIONS and not (low[at] in {"when", "which", "who", "where"} and self._closed_before()):
            return at, False
        if low[at] == "to" and self.line.is_word(at + 1):
            return (at, True) if low[at + 1] not in DETERMINERS and not self._named(at + 1) else None
        addressed = low[self.block.last] in ADDRESSED or self.clue.orders
        limit = min(self.high, at + _REACH)
        for ahead in range(at, limit):
            word = low[ahead]
            if (
                word in BREAKS - {"("}
                and not (word == "," and self._aside(ahead))
                and not (word == QUOTATION and addressed)
            ):
                break
            opens = word in THAT | {"whether"} or (word in QUESTIONS and addressed and ahead > at)
            if opens and self._passes(at, ahead, addressed=addressed):
                self._hears(at, ahead)
                return ahead + (word in THAT), self._loose
            infinitive = word == "to" and ahead > at and self.line.is_word(ahead + 1) and addressed
            if infinitive and low[ahead + 1] not in DETERMINERS and not self._named(ahead + 1):
                if has_verb(self.line.slice(at, ahead)):
                    break
                self._hears(at, ahead)
                return ahead, True
        return None

    def _aside(self, comma: int) -> bool:
        """A comma that opens or closes an aside before "that": "said, on Tuesday, that"."""
        return any(low in THAT for low in self.line.low[comma + 1 : min(self.high, comma + 6)])

    def _named(self, at: int) -> bool:
        return self.line.tokens[at].capital

    def _closed_before(self) -> bool:
        """Whether a clause before the attribution is what was said."""
        return self._before() is not None

    def _passes(self, first: int, that: int, *, addressed: bool) -> bool:
        """Whether what stands before "that" only tells when, where or to whom."""
        line = self.line
        opening = line.low[first]
        circumstance = (
            opening in PREPOSITIONS | PRONOUNS | {","} or is_adverb(opening) or self._time_at(first) is not None
        )
        return (circumstance or addressed or self._is_addressee(first)) and not has_verb(line.slice(first, that))

    def _is_addressee(self, at: int) -> bool:
        hearer = self.clue.addressee
        return hearer is not None and self.line.tokens[at].start >= hearer[0] and self.line.tokens[at].end <= hearer[1]

    def _hears(self, first: int, stop: int) -> None:
        """Remember those who are spoken to, where the cue is followed by them."""
        line = self.line
        if line.low[first] in PREPOSITIONS or is_adverb(line.low[first]) or self._time_at(first) is not None:
            return
        end = next((at for at in range(first, stop) if line.low[at] in {"in", "on", "at", "during", ","}), stop)
        if end > first:
            self.addressee = line.tokens[first].start, line.tokens[end - 1].end

    def _time_at(self, at: int) -> int | None:
        """The token behind an expression of time that begins at a token."""
        if at >= self.high:
            return None
        start = self.line.tokens[at].start
        for low, high in self.clue.times:
            if low <= start < high:
                return self.line.at(high - 1) + 1
        return None

    def _past_circumstances(self, at: int) -> int:
        """Past "on Friday", "again", "aloud"."""
        line = self.line
        while at < self.high:
            past = self._time_at(at)
            if past is None and line.low[at] in {"on", "in", "at", "late", "early"}:
                past = self._time_at(at + 1)
            if past is None and line.low[at] in LATER:
                past = at + 1
            if past is None or may_be_verb(line, past):  # "said 2010 was a bad year"
                return at
            at = min(past, self.high)
        return at

    def _before(self) -> tuple[int, int] | None:
        """The clause before the attribution, where a comma (or the phrase itself) closes it."""
        line, left = self.line, self.block.left
        phrase = self.block.inverted and line.low[self.block.first] in PREPOSITIONS | {"according", "as"}
        if phrase and left < self.block.first:
            left = self.block.first
        if left <= self.low or (not phrase and line.low[left - 1] not in {",", "—", "–", "("}):
            return None
        stop = left - (line.low[left - 1] in BREAKS)
        start = self.low
        for at in range(stop - 1, self.low - 1, -1):
            if line.low[at] == ";":
                start = at + 1
                break
        for other in self.others:
            if start <= other < stop:  # "X said A, and B, said Y": what another attribution reports is not this one's
                start = max(start, self._behind(other, stop))
        if self._is_circumstance(start, stop) or self._is_apposition(start, stop):
            return None
        behind = self.block.last + 1
        interrupted = line.low[behind : behind + 1] in {(",",), ("—",), ("–",)} and may_be_verb(line, behind + 1)
        return (start, stop) if line.words(start, stop) > 1 or (interrupted and start < stop) else None

    def _behind(self, other: int, stop: int) -> int:
        joints = [
            at for at in range(other, stop - 1) if self.line.low[at] == "," and self.line.low[at + 1] in CONJUNCTIONS
        ]
        return joints[0] + 1 if joints else self.low

    def _is_circumstance(self, start: int, stop: int) -> bool:
        """Not "On Tuesday," or "After the match,": circumstances are the reporter's."""
        line = self.line
        opening = line.low[start] if start < stop else ""
        circumstance = opening in PREPOSITIONS | SUBORDINATORS or is_adverb(opening) or opening.endswith(("ed", "ing"))
        return (
            circumstance
            and "," not in line.low[start:stop]
            and (opening in SUBORDINATORS or not has_verb(line.slice(start, stop)) or opening.endswith(("ed", "ing")))
        )

    def _is_apposition(self, start: int, stop: int) -> bool:
        """Whether the speaker is what stands there: "The mayor of Selby, Ruth Amos, made clear"."""
        line = self.line
        named = any(start <= line.at(low) < self.block.first for low, _ in self.clue.speakers)
        between = line.low[self.block.left : self.block.first]
        return named and not between and not has_verb(line.slice(start, stop)) and not self.block.inverted

    def _set_off(self, before: tuple[int, int] | None, rest: int) -> list[tuple[int, int]]:
        """What follows a comma behind the attribution: the content, its second half, or the reporter's."""
        line = self.line
        if rest >= self.high:
            return [before] if before else []
        if before is None:
            start = self._past_apposition(rest) if self.block.inverted else rest
            return self._forward(start + (line.low[start] in THAT), loose=False)
        half = self._opening_half(before)
        goes_on = half or (
            not self.block.inverted and line.low[rest] in {"and", "but", "or", "because"} and line.is_word(rest + 1)
        )
        if not goes_on:
            return [before]
        return [before, *self._forward(rest, loose=False)]

    def _opening_half(self, before: tuple[int, int]) -> bool:
        """Whether what stands before is no clause yet: "The wolves, as X pointed out, never …"."""
        line = self.line
        last = line.low[before[1] - 1]
        return last in AUXILIARIES | PREPOSITIONS | THAT or not (
            has_verb(line.slice(*before)) or line.words(*before) > 6
        )

    def _past_apposition(self, first: int) -> int:
        """Behind "…, an analyst at Acme," where the clause goes on; `first` where nothing of the kind stands there."""
        line = self.line
        close = next((at for at in range(first, self.high) if line.low[at] in {",", ";"}), self.high)
        described = line.low[first] in {"who", "whose", "which"} or not (
            line.tokens[first].capital or has_verb(line.slice(first, close))
        )
        if close + 1 < self.high and described and line.low[close + 1] not in CONJUNCTIONS:
            return close + 1
        return first

    def _closes(self, rest: int) -> bool:
        """Whether only circumstances stand behind: "CLAUSE, she told reporters in Kyiv."."""
        line = self.line
        stop = next((at for at in range(rest, self.high) if line.low[at] in {",", ";", QUOTATION}), self.high)
        circumstance = (
            line.low[rest] in PREPOSITIONS
            or self.block.inverted
            or line.low[self.block.last] in ADDRESSED
            or self._is_addressee(rest)
        )
        return circumstance and AUXILIARIES.isdisjoint(line.low[rest:stop])

    def _object(self, rest: int) -> int:
        """Past a hearer, and a preposition that carries nothing."""
        line = self.line
        if self.clue.starts is not None:
            hinted = line.at(self.clue.starts)
            if rest < hinted < min(self.high, rest + _REACH) and (
                line.low[rest] in PREPOSITIONS or self._is_addressee(rest) or line.low[self.block.last] in ADDRESSED
            ):
                return hinted
        if self.clue.addressee is not None and self._is_addressee(rest):
            return line.at(self.clue.addressee[1] - 1) + 1
        empty = line.low[rest] == "of" or not has_verb(line.slice(rest, self.high))  # not "said about 300 would go"
        return rest + (line.low[rest] in STRIPPED and line.is_word(rest + 1) and empty)

    def _forward(self, first: int, loose: bool) -> list[tuple[int, int]]:
        line = self.line
        while first < self.high and (line.low[first] in {",", ":", "—", "–"} or line.low[first] in {"then"}):
            first += 1
        if first >= self.high or line.words(first, self.high) == 0:
            return []
        stop = end_of(line, first, self.high, self.others, loose=loose, block=self.block)
        return [(first, stop)] if line.words(first, stop) else []


def line_ends(line: Line, at: int, stop: int) -> bool:
    """Whether no word and no quotation stands from a token on."""
    return line.words(at, stop) == 0


def cut(line: Line, clue: Clue) -> Cut:
    """What is reported in a sentence by this cue and this speaker."""
    low, high = _domain(line, clue)
    block = block_of(line, clue.cue, clue.speakers, low, high)
    if block is None:
        return Cut()
    if line.low[block.first - 1 : block.first] == ("(",) and line_ends(line, block.last + 1, high):
        bracket = block.first - 1  # "Rainfall was low (Met Norrland)."
        return Cut(_trimmed(line, [(0, bracket)])) if bracket else Cut()
    others = sorted(line.at(place[0]) for place in clue.others)
    cutter = _Cutter(line, clue, low, high, block, others)
    return Cut(_trimmed(line, cutter.cut()), cutter.addressee)


def _domain(line: Line, clue: Clue) -> tuple[int, int]:
    """The bracket that holds the cue, else the whole line."""
    if clue.cue is None or not line.tokens:
        return 0, len(line)
    at = line.at(clue.cue[0])
    depth = line.tokens[at].depth
    if not depth:
        return 0, len(line)
    low, high = at, at
    while low > 0 and line.tokens[low - 1].depth >= depth and line.low[low - 1] not in {"(", "["}:
        low -= 1
    while high < len(line) and line.low[high] not in {")", "]"}:
        high += 1
    return low, high


def _trimmed(line: Line, ranges: Sequence[tuple[int, int]]) -> tuple[Offsets, ...]:
    """Offsets without the marks and joints at their edges."""
    found: list[Offsets] = []
    for first, stop in ranges:
        low, high = first, stop
        while low < high and (line.low[low] in _SKIPPED or (line.low[low] in {"and", "but", "or"} and low == first)):
            low += 1
        while high > low and line.low[high - 1] in _ENDS | {"—", "–", "-", "and"}:
            high -= 1
        if line.words(low, high):
            found.append((line.tokens[low].start, line.tokens[high - 1].end))
    return tuple(found)
