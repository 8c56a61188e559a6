"""Whom the evidence means without naming: the sentence that names them, where reading resolves the pronoun or description."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from operator import attrgetter

from nutgraf.article import Span
from nutgraf.checking.rules.claim import Claim
from nutgraf.checking.rules.names import names_told, stands
from nutgraf.reading.names.descriptions import descriptions
from nutgraf.reading.parts import Name, Offsets
from nutgraf.reading.reading import Reading
from nutgraf.reading.speech.speakers import resolve_speaker

_START = attrgetter("start")
_PRONOUNS = frozenset({"he", "she", "it"})


def with_those_meant(claim: Claim) -> tuple[Span, ...]:
    """The evidence, and each sentence that names somebody whom the statement names and the evidence only means."""
    missing = [
        word.low
        for at, word in names_told(claim.told)
        if not stands(claim.told, at, claim.said) and stands(claim.told, at, claim.whole)
    ]
    if not missing:
        return claim.evidence
    fulls = dict.fromkeys(full for low in missing for full in claim.names.fulls.get(low, ()))
    spans = {span.start: span for span in claim.evidence}
    for full in fulls:
        if any(full in _meant(claim, span) for span in claim.evidence) and (sentence := _naming(claim, full)):
            spans.setdefault(sentence.start, sentence)
    return tuple(spans[start] for start in sorted(spans)) if len(spans) > len(claim.evidence) else claim.evidence


def _meant(claim: Claim, span: Span) -> frozenset[str]:
    """The full names of those whom a sentence means: by a shorter form, a pronoun or a description. Found once."""
    known = claim.names.meant.get(span.start)
    if known is None:
        names, text = claim.reading.names, claim.reading.article.text
        inside = names[bisect_left(names, span.start, key=_START) : bisect_left(names, span.end, key=_START)]
        resolved = (
            resolve_speaker(text, mention, names, claim.reading.sentences) for mention in _mentions(claim.reading, span)
        )
        known = frozenset(name.full for name in inside).union(full for full in resolved if full)
        claim.names.meant[span.start] = known
    return known


def _mentions(reading: Reading, span: Span) -> Iterator[Offsets]:
    """The pronouns and descriptions of a sentence."""
    at = span.start
    for word in span.text.split(" "):
        if word.lower() in _PRONOUNS:
            yield at, at + len(word)
        at += len(word) + 1
    if sentence := reading.sentence_at(span.start):
        yield from descriptions(reading.article.text, sentence)


def _naming(claim: Claim, full: str) -> Span | None:
    """The nearest sentence before the evidence that holds the full name, else the first that does."""
    mentions: Iterable[Name] = [name for name in claim.reading.names if name.text == full]
    before = [name for name in mentions if name.start < claim.evidence[0].start]
    name = before[-1] if before else next(iter(mentions), None)
    sentence = claim.reading.sentence_at(name.start) if name else None
    return claim.reading.sentence_span(sentence.number) if sentence else None
