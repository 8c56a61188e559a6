"""What quoting leaves out or puts in: "We will … rebuild", "[The minister] resigned", "the goverment [sic]"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from nutgraf.checking.place.folding import WORD
from nutgraf.checking.place.nearness import nearest
from nutgraf.checking.place.placing import Placed, held, one_attribution, running
from nutgraf.checking.place.scripts import LETTER
from nutgraf.checking.place.tongues import Tongue
from nutgraf.checking.place.words import Index, Strand, Wanted, bare
from nutgraf.reading.numbers.find import numbers_in
from nutgraf.reading.parts import text_before

_CUT = re.compile(
    r"\[\s{0,4}(?:…|\.{2,}|\.\s\.\s\.|sic!?)\s{0,4}\]|\(\s{0,4}(?:…|\.{3,}|\.\s\.\s\.|sic!?)\s{0,4}\)|…|\.{3,}|\.\s\.\s\.(?:\s\.)?"
    r"|\[[^\[\]]{1,200}\]",
    re.IGNORECASE,
)
_CAPITAL = re.compile(r"(?<!\w)\[([^\W\d_])\](?=\w)")
"""[T]he: another capital."""
_PREFIX = re.compile(rf"\](?={LETTER})")
"""[un]able: letters put before a word may turn it; only where the script has spaces."""
_SIC = re.compile(r"[\[(]\s*sic!?\s*[\])]", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?。！？؟।…][\"'”’»)\]」』]*(?:\s|$)|[。！？]|\n\s*\n")
_MOST_HIDDEN = 6
"""Words that a bracket may stand for, and hold."""
_BESIDE = 120
_MOST_STEPS = 300
_MOST_PARTS = 12
_AHEAD = 8
"""Places tried for each part."""

Kind = Literal["elision", "bracket"]


@dataclass(frozen=True)
class Cut:
    """Where a passage leaves something out or puts something in."""

    kind: Kind
    text: str = ""
    """What stands in the brackets."""


@dataclass(frozen=True)
class Pieces:
    """A passage taken apart: what it quotes, and the cuts before, between and after (one more than parts)."""

    parts: tuple[Wanted, ...]
    cuts: tuple[Cut | None, ...]

    @property
    def verdict(self) -> Literal["bracketed", "elided"]:
        """What the cuts make of it."""
        return "bracketed" if any(cut and cut.kind == "bracket" for cut in self.cuts) else "elided"


def taken_apart(index: Index, passage: str) -> Pieces | None:
    """The quoted parts of a passage and the cuts between them; None when it has no cut or quotes nothing."""
    if _CUT.search(passage) is None:
        return None
    passage, sic = _SIC.subn(" ", passage)
    passage, capitals = _CAPITAL.subn(r"\1", passage)
    if _PREFIX.search(passage):
        return None
    parts: list[Wanted] = []
    cuts: list[Cut | None] = [Cut("bracket") if sic or capitals else None]
    at = 0
    for found in (*_CUT.finditer(passage), None):
        part = index.wanted(bare(passage[at : found.start() if found else len(passage)]))
        if part.letters:
            parts.append(part)
            cuts.append(None)
        if found is None:
            break
        at = found.end()
        last = cuts[-1]
        if found[0].startswith("[") and WORD.search(found[0]):
            cuts[-1] = Cut("bracket", f"{last.text if last else ''} {found[0][1:-1]}".strip())
        elif last is None or last.kind != "bracket":
            cuts[-1] = Cut("elision")
    if not parts or len(parts) > _MOST_PARTS or not any(cuts):
        return None
    return Pieces(tuple(parts), tuple(cuts))


def without_cuts(passage: str) -> str:
    """The passage's own words alone."""
    return _CUT.sub(" ", _CAPITAL.sub(r"\1", passage))


def in_order(index: Index, pieces: Pieces) -> Placed | None:
    """Where the parts stand in order, close enough together to be one quotation; None when they do not."""
    for strand in (index.all_words, index.speech) if len(pieces.parts) > 1 else (index.all_words,):
        search = _Search(index, strand, pieces)
        found = search.go(0, 0)
        if found is not None:
            return Placed(pieces.verdict, _joined_spans(found))
    return None


def roughly_in_order(index: Index, pieces: Pieces) -> Placed | None:
    """Where the parts stand in order in one place, but some of them altered, or with a word cut out that turns the sense."""
    found: list[Placed] = []
    for part in pieces.parts:
        placed = next(iter(running(index, part, 1)), None) or nearest(index, part)
        if placed is None or (found and (placed.start < found[-1].end or not _one_place(index, found[-1], placed))):
            return None
        found.append(placed)
    differences = [difference for one in found for difference in one.differences]
    for one, other in pairwise(found):
        differences += [f"{word} → …" for word in index.quotations.tongue.denials(index.text[one.end : other.start])]
    return Placed("altered", _joined_spans(found), tuple(differences)) if differences else None


def _joined_spans(found: Sequence[Placed]) -> tuple[tuple[int, int], ...]:
    return tuple(span for one in found for span in one.spans)


@dataclass
class _Search:
    """Tries the places of each part in turn, with a limit on all."""

    index: Index
    strand: Strand
    pieces: Pieces
    steps: int = 0

    def go(self, part: int, start: int) -> list[Placed] | None:
        """Place this part and those after it, from this place of the strand on."""
        wanted = self.pieces.parts[part]
        size = len(wanted.letters)
        cut = self.pieces.cuts[part]
        end = start + _MOST_HIDDEN + size if part and cut and cut.kind == "bracket" else None
        tried = 0
        for at in self.strand.places(wanted.letters, start, end):
            self.steps += 1
            tried += 1
            if self.steps > _MOST_STEPS or (part and tried > _AHEAD):
                return None
            numbers = self.strand.words[at : at + size]
            if not one_attribution(self.index, numbers):
                continue
            placed = held(self.index, wanted, numbers)
            if placed.verdict == "altered":
                continue
            rest = [] if part + 1 == len(self.pieces.parts) else self.go(part + 1, at + size)
            if rest is not None and (part or self._belongs([placed, *rest])):
                return [placed, *rest]
        return None

    def _belongs(self, found: list[Placed]) -> bool:
        """The parts stand in one quotation or paragraph, and the cuts hide and bring nothing that turns the sense."""
        cuts = self.pieces.cuts
        return all(
            _edge_is_harmless(cut, beside, self.index.quotations.tongue)
            for cut, beside in (
                (cuts[0], _words_before(self.index, found[0].start)),
                (cuts[-1], _words_behind(self.index, found[-1].end)),
            )
        ) and all(
            _one_place(self.index, one, other) and _cut_is_harmless(self.index, cut, one, other)
            for cut, one, other in zip(cuts[1:-1], found, found[1:], strict=False)
        )


def _one_place(index: Index, one: Placed, other: Placed) -> bool:
    first, second = index.quotations.segment_at(*one.spans[-1]), index.quotations.segment_at(*other.spans[0])
    hidden = index.text[one.end : other.start]
    if first is not None and second is not None:
        return index.quotations.one_quotation(first, second)
    if other.start > index.quotations.paragraph_end(one.start):
        return False
    same_sentence = _SENTENCE_END.search(hidden) is None
    if first is not None or second is not None:
        return same_sentence
    return same_sentence or (one.size > 1 and other.size > 1)


def _cut_is_harmless(index: Index, cut: Cut | None, one: Placed, other: Placed) -> bool:
    hidden = index.text[one.end : other.start]
    if cut is None or cut.kind == "elision":
        return not index.quotations.tongue.denials(_open_ends(hidden, text_before(index.text, one.end, 3)))
    if _SENTENCE_END.search(hidden) or _words(hidden) > _MOST_HIDDEN:
        return False
    return _bracket_is_harmless(cut.text, hidden, index.quotations.tongue)


def _open_ends(hidden: str, before: str) -> str:
    """What is left out of the sentences that the passage begins and goes on with; whole sentences between may go."""
    ends = list(_SENTENCE_END.finditer(hidden))
    if not ends:
        return hidden
    closed = _SENTENCE_END.search(before + " ") is not None
    return ("" if closed else hidden[: ends[0].start()]) + " " + hidden[ends[-1].end() :]


def _edge_is_harmless(cut: Cut | None, beside: Sequence[str], tongue: Tongue) -> bool:
    """A bracket at the passage's edge stands for words beside it: none that deny, no number next to it."""
    if cut is None or not cut.text:
        return True
    if tongue.denials(" ".join(beside)) or _numbers(" ".join(beside[:2])):
        return False
    return _bracket_is_harmless(cut.text, "", tongue)


def _words_before(index: Index, offset: int) -> list[str]:
    """The words before an offset, the nearest first, no further than its sentence and quotation."""
    segment = index.quotations.segment_at(offset, offset)
    beside = index.text[max(offset - _BESIDE, segment.start if segment else 0) : offset]
    ends = list(_SENTENCE_END.finditer(beside))
    return WORD.findall(beside[ends[-1].end() :] if ends else beside)[: -_MOST_HIDDEN - 1 : -1]


def _words_behind(index: Index, offset: int) -> list[str]:
    """The words behind an offset, the nearest first, no further than its sentence and quotation."""
    segment = index.quotations.segment_at(offset, offset)
    beside = index.text[offset : min(offset + _BESIDE, segment.end if segment else len(index.text))]
    end = _SENTENCE_END.search(beside)
    return WORD.findall(beside[: end.start()] if end else beside)[:_MOST_HIDDEN]


def _bracket_is_harmless(inside: str, hidden: str, tongue: Tongue) -> bool:
    if _words(inside) > _MOST_HIDDEN:
        return False
    return tongue.denials(inside) == tongue.denials(hidden) == [] and not _numbers(inside) and not _numbers(hidden)


def _words(text: str) -> int:
    return sum(1 for _ in WORD.finditer(text))


def _numbers(text: str) -> bool:
    return any(c.isdigit() or c.isnumeric() for c in text) or bool(numbers_in(text))
