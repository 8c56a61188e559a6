"""A passage whose every word stands in the article: is it the same passage, and how do the two differ in form?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice, pairwise

from nutgraf.checking.place.folding import QUOTATION_MARKS, between, same_but_case, same_letters, whole_words
from nutgraf.checking.place.words import Index, Wanted
from nutgraf.reading.parts import Offsets, text_before
from nutgraf.results.said import VerdictKind

_SOFT = ",.;:-…"
"""Signs that end a quotation where the article goes on, or the other way round."""
_FIRST_PLACES = 64
_NEAR = 64
_MARKS = frozenset(QUOTATION_MARKS)
_ACRONYMS = frozenset(
    "us it who aids un is am id cop cops act start care swat sars raf pact nice ice seal seals".split()
)
_HYPHENS = str.maketrans("", "", "-‐")


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a passage stands in an article, and how the two differ.

    `spans` are offsets into the article, in order: more than one where something was left out; none when absent.
    `differences` hold the words that differ, the article's first ("tanks → trucks"); only when altered.
    """

    verdict: VerdictKind
    spans: tuple[Offsets, ...] = ()
    differences: tuple[str, ...] = ()
    size: int = field(default=0, compare=False)
    """How many words it has, where it does not stand there to the letter."""

    @property
    def ok(self) -> bool:
        """True when the article says it: neither altered nor absent."""
        return self.verdict not in ("altered", "absent")

    @property
    def start(self) -> int:
        """Where it starts."""
        return self.spans[0][0]

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.spans[-1][1]


def verbatim(index: Index, passage: str, times: int) -> list[Offsets]:
    """The first places, up to so many, where the passage stands to the letter, as whole words."""
    found: list[Offsets] = []
    at, cuts = -1, 0
    while len(found) < times and cuts < _FIRST_PLACES and (at := index.text.find(passage, at + 1)) >= 0:
        if not whole_words(index.text, at, at + len(passage)):
            cuts += 1
            continue
        found.append((at, at + len(passage)))
        at += len(passage) - 1
    return found


def running(index: Index, wanted: Wanted, times: int) -> list[Placed]:
    """The best places where these words follow one another, up to so many: they are equally good."""
    size = len(wanted.letters)
    found = [
        held(index, wanted, range(at, at + size))
        for at in islice(index.all_words.places(wanted.letters), _FIRST_PLACES + times - 1)
    ]
    for verdict in ("exact", "typography", "case", "altered"):
        if alike := [one for one in found if one.verdict == verdict]:
            return alike[:times]
    return []


def joined(index: Index, wanted: Wanted) -> Placed | None:
    """The words of one attribution's segments, as if it were not interrupted ("X," he said, "Y")."""
    speech = index.speech
    for at in islice(speech.places(wanted.letters), _FIRST_PLACES):
        numbers = speech.words[at : at + len(wanted.letters)]
        if one_attribution(index, numbers):
            found = held(index, wanted, numbers)
            if found.verdict != "altered":
                return Placed("elided", found.spans)
    return None


def one_attribution(index: Index, numbers: Sequence[int]) -> bool:
    """True when every break in a run of article words lies where an attribution interrupts the speaker."""
    for one, other in pairwise(numbers):
        if other == one + 1:
            continue
        first = index.quotations.segment_at(index.starts[one], index.ends[one])
        second = index.quotations.segment_at(index.starts[other], index.ends[other])
        if first is None or second is None or not index.quotations.interrupted(first, second):
            return False
    return True


def held(index: Index, wanted: Wanted, numbers: Sequence[int]) -> Placed:
    """Hold a passage against the article's words of these numbers: the same words, taken up to typography and case."""
    case = False
    differences: list[str] = []
    first, last = numbers[0], numbers[-1]
    if index.text[index.starts[first] : index.ends[last]] != wanted.text[wanted.starts[0] : wanted.ends[-1]]:
        text, starts, ends = index.text, index.starts, index.ends
        loud = _is_loud(index, wanted, first, last)
        for at, number in enumerate(numbers):
            theirs, ours = text[starts[number] : ends[number]], wanted.word(at)
            if theirs != ours and not same_letters(theirs, _mended(ours, theirs)):
                case = True
                if not same_but_case(theirs, _mended(ours, theirs)) or (not loud and _acronym(theirs, ours)):
                    differences.append(f"{theirs} → {ours}")
            if at + 1 == len(numbers):
                break
            following = numbers[at + 1]
            if text[ends[number] : starts[following]] != wanted.gap(at):
                reason = _gaps_differ(index, wanted, at, number, following)
                differences += [reason] if reason else []
    spans, reasons = _outline(index, wanted, numbers)
    differences += reasons
    verdict: VerdictKind = "altered" if differences else "case" if case else "typography"
    if verdict == "typography" and len(spans) == 1 and index.text[slice(*spans[0])] == wanted.text:
        verdict = "exact"
    return Placed(verdict, spans, tuple(differences), len(numbers))


def _mended(ours: str, theirs: str) -> str:
    """Where the article breaks a word at the end of a line, ours may have a hyphen there."""
    return ours.translate(_HYPHENS) if "\n" in theirs else ours


def _is_loud(index: Index, wanted: Wanted, first: int, last: int) -> bool:
    """Written in capitals throughout, on either side."""
    if last - first > _NEAR:
        last = first + _NEAR
    theirs = index.text[index.starts[first] : index.ends[last]]
    return last > first and (theirs.isupper() or wanted.text[:1000].isupper())


def _acronym(theirs: str, ours: str) -> bool:
    """US and us, WHO and who: another word, not another case."""
    return theirs.lower() in _ACRONYMS and (theirs.isupper() or ours.isupper())


def _gaps_differ(index: Index, wanted: Wanted, at: int, number: int, following: int) -> str | None:
    theirs, ours = index.text[index.ends[number] : index.starts[following]], wanted.gap(at)
    if following != number + 1:
        segment = index.quotations.segment_at(index.starts[number], index.ends[number])
        ceiling = min(segment.end, index.starts[number + 1]) if segment else index.ends[number]
        theirs = index.text[index.ends[number] : ceiling]
        mine, given = between(theirs), between(ours)
        agrees = mine.strip(_SOFT) == given.strip(_SOFT)
    else:
        mine, given = between(theirs), between(ours)
        agrees = mine == given and not _leaves_quotation(index, number, theirs, ours)
    if agrees:
        return None
    return f"{_line(index.word(number) + theirs + index.word(following))} → {_line(wanted.word(at) + ours + wanted.word(at + 1))}"


def _leaves_quotation(index: Index, number: int, theirs: str, ours: str) -> bool:
    """The article closes one person's words and opens another's; the passage runs them together."""
    if sum(c in _MARKS for c in theirs) < 2 or not _MARKS.isdisjoint(ours):
        return False
    first = index.quotations.segment_at(index.starts[number], index.ends[number])
    second = index.quotations.segment_at(index.starts[number + 1], index.ends[number + 1])
    return first is not None and second is not None and not index.quotations.one_quotation(first, second)


def _line(text: str) -> str:
    return " ".join(text.split())


def _outline(index: Index, wanted: Wanted, numbers: Sequence[int]) -> tuple[tuple[Offsets, ...], list[str]]:
    """The spans of these words, with the signs at the ends that the passage has too, and what disagrees there."""
    starts: list[int] = [index.starts[numbers[0]]]
    ends: list[int] = []
    for one, other in pairwise(numbers):
        if other != one + 1:
            ends.append(index.ends[one])
            starts.append(index.starts[other])
    ends.append(index.ends[numbers[-1]])
    reasons: list[str] = []
    lead, tail = between(wanted.lead), between(wanted.tail)
    if lead:
        starts[0], agrees = _back(index, numbers[0], wanted.lead, lead)
        if not agrees:
            reasons.append(f"{_line(index.word(numbers[0]))} → {_line(wanted.lead + wanted.word(0))}")
    if tail:
        ends[-1], agrees = _forth(index, numbers[-1], tail)
        if not agrees:
            theirs = index.word(numbers[-1]) + index.text[index.ends[numbers[-1]] :][:1].strip()
            reasons.append(f"{_line(theirs)} → {_line(wanted.word(-1) + wanted.tail)}")
    if not reasons and not whole_words(index.text, starts[0], ends[-1]):
        reasons.append(_cut_off(index, wanted, numbers))
    return tuple(zip(starts, ends, strict=True)), reasons


def _cut_off(index: Index, wanted: Wanted, numbers: Sequence[int]) -> str:
    """The first word, or else the last, with what the passage leaves off."""
    for number, at in (numbers[0], 0), (numbers[-1], -1):
        theirs = _chunk(index.text, index.starts[number], index.ends[number])
        if theirs != wanted.word(at):
            break
    return f"{theirs} → {wanted.word(at)}"


def _chunk(text: str, start: int, end: int) -> str:
    """The range with all that is written together with it."""
    before, after = text_before(text, start, 40).split(), text[end : end + 40].split()
    left = before[-1] if before and not text[start - 1].isspace() else ""
    right = after[0] if after and not text[end : end + 1].isspace() else ""
    return (left + text[start:end] + right).strip("".join(_MARKS) + ",.;:!?()")


def _back(index: Index, number: int, raw: str, lead: str) -> tuple[int, bool]:
    """Take in the signs before the first word; False where the article has others."""
    start = index.starts[number]
    floor = max(start - _NEAR, index.ends[number - 1] if number else 0)
    for at in range(start - 1, floor - 1, -1):
        if between(index.text[at:start]) == lead:
            return at, True
        if len(between(index.text[at:start])) > len(lead):
            break
    sign = index.text[start].isdigit() and not raw[-1:].isspace()
    return start, not lead.strip(_SOFT) and not sign


def _forth(index: Index, number: int, tail: str) -> tuple[int, bool]:
    """Take in the signs behind the last word; a comma or full stop may stand for another, or for none."""
    end = index.ends[number]
    ceiling = min(end + _NEAR, index.starts[number + 1] if number + 1 < len(index.starts) else len(index.text))
    for at in range(end + 1, ceiling + 1):
        if between(index.text[end:at]) == tail:
            return at, True
    theirs = between(index.text[end:ceiling])
    return end, not tail.strip(_SOFT) and (not theirs or theirs[0] not in "?!؟！？%‰°")
