"""Which sentences two versions share, and which changed: pure, by their words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from nutgraf.article import Span
from nutgraf.reading import Reading
from nutgraf.results import FieldChange, Quantity, SentenceChange, TimeRef

_LIKE = 0.45
"""Likeness of their words from which two sentences are one that was altered."""


@dataclass(frozen=True)
class Alignment:
    """The sentences of two readings side by side."""

    old: Reading
    new: Reading
    pairs: tuple[tuple[int | None, int | None], ...]
    """Numbers of the sentences, in order; None where one side has none."""

    @cached_property
    def kept(self) -> Mapping[int, int]:
        """Old sentences to the new ones that say the same."""
        return {a: b for a, b in self.pairs if a and b and _words(self.old, a) == _words(self.new, b)}

    @cached_property
    def fresh(self) -> tuple[int, ...]:
        """New sentences that the old version does not have like this."""
        known = set(self.kept.values())
        return tuple(s.number for s in self.new.sentences if s.number not in known)

    def moved(self, span: Span) -> Span | None:
        """A slice of the old text where it stands in the new; None where any of its sentences changed."""
        sentence = self.old.sentence_at(span.start)
        if sentence is None or span.end > sentence.end or sentence.number not in self.kept:
            return None
        there = self.new.sentences[self.kept[sentence.number] - 1]
        start = there.start + span.start - sentence.start
        end = start + span.end - span.start
        return Span(text=span.text, start=start, end=end) if self.new.article.text[start:end] == span.text else None

    def changes(self) -> Iterator[SentenceChange]:
        """The sentences that changed, in the order of the newer version."""
        for a, b in self.pairs:
            if a is None or b is None:
                span = self.old.sentence_span(a) if a else None
                yield SentenceChange(
                    change="removed" if a else "added", old=span, new=self.new.sentence_span(b) if b else None
                )
            elif a not in self.kept:
                old, new = self.old.sentence_span(a), self.new.sentence_span(b)
                fields = (*_figures(self.old, old, self.new, new), *_times(self.old, old, self.new, new))
                yield SentenceChange(change="altered", old=old, new=new, fields=fields)


def aligned(old: Reading, new: Reading) -> Alignment:
    """Two readings side by side; what changed is paired by the likeness of its words."""
    ours, theirs = ([_words(one, s.number) for s in one.sentences] for one in (old, new))
    pairs: list[tuple[int | None, int | None]] = []
    for kind, a, b, c, d in SequenceMatcher(a=ours, b=theirs, autojunk=False).get_opcodes():
        if kind == "equal":
            pairs += [(a + n + 1, c + n + 1) for n in range(b - a)]
        else:
            pairs += _paired(ours, range(a, b), theirs, range(c, d))
    return Alignment(old, new, tuple(pairs))


def _words(reading: Reading, number: int) -> tuple[str, ...]:
    return tuple(reading.sentence_span(number).text.split())


def _paired(
    ours: Sequence[tuple[str, ...]], left: range, theirs: Sequence[tuple[str, ...]], right: range
) -> Iterator[tuple[int | None, int | None]]:
    """Each new sentence with the likest old one behind those that were paired before; the others alone, old ones first."""
    met: list[tuple[int, int]] = []
    at = left.start
    for b in right:
        likeness = {a: SequenceMatcher(a=ours[a], b=theirs[b], autojunk=False).ratio() for a in range(at, left.stop)}
        best = max(likeness, key=lambda a: likeness[a], default=None)
        if best is not None and likeness[best] >= _LIKE:
            met.append((best, b))
            at = best + 1
    a, b = left.start, right.start
    for this, that in [*met, (left.stop, right.stop)]:
        yield from ((n + 1, None) for n in range(a, this))
        yield from ((None, n + 1) for n in range(b, that))
        if this < left.stop:
            yield this + 1, that + 1
        a, b = this + 1, that + 1


def _figures(old: Reading, was: Span, new: Reading, now: Span) -> Iterator[FieldChange]:
    before = [one for one in old.quantities if was.overlaps(one.span)]
    after = [one for one in new.quantities if now.overlaps(one.span)]
    yield from figure_changes(before, after)


def figure_changes(before: Sequence[Quantity], after: Sequence[Quantity]) -> Iterator[FieldChange]:
    """Figures that differ, those that count the same thing side by side."""
    left = [one for one in before if not any(_equal(one, other) for other in after)]
    for one in after:
        if any(_equal(one, other) for other in before):
            continue
        same = next((other for other in left if (other.kind, other.unit) == (one.kind, one.unit)), None)
        if same is not None:
            left.remove(same)
        yield FieldChange(field="figure", old=same and same.span.text, new=one.span.text)
    yield from (FieldChange(field="figure", old=one.span.text) for one in left)


def _equal(one: Quantity, other: Quantity) -> bool:
    if one.value is None or other.value is None:
        return one.span.text == other.span.text
    return (one.value, one.high, one.kind, one.modifier) == (other.value, other.high, other.kind, other.modifier)


def _times(old: Reading, was: Span, new: Reading, now: Span) -> Iterator[FieldChange]:
    before, after = (
        [one for one in reading.times if one.span and span.overlaps(one.span)]
        for reading, span in ((old, was), (new, now))
    )
    gone = [one for one in before if told(one) not in map(told, after)]
    come = [one for one in after if told(one) not in map(told, before)]
    for at in range(max(len(gone), len(come))):
        yield FieldChange(
            field="time",
            old=told(gone[at]) if at < len(gone) else None,
            new=told(come[at]) if at < len(come) else None,
        )


def told(time: TimeRef | None) -> str | None:
    """A time's words, with the date that they come to."""
    if time is None or (time.span is None and time.value is None):
        return None
    words = time.span.text if time.span else ""
    return f"{words} ({time.value})" if words and time.value else words or time.value
