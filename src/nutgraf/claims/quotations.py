"""Words that a text puts in quotation marks, held against the articles: are they said there, and by whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nutgraf.checking.rules.prose import SCARE
from nutgraf.checking.rules.weigh import Finding, Outcome
from nutgraf.claims.index import Index
from nutgraf.claims.speakers import are_two, are_two_people, described_in, may_describe, named_in
from nutgraf.claims.statements import Part
from nutgraf.reading.parts import Attribution, Segment
from nutgraf.reading.reading import Reading
from nutgraf.results import Quotation, Verdict
from nutgraf.verification import verify

_LONGEST = 60
"""Characters of a quotation that a reason shows."""
_RANK = ("exact", "typography", "case", "elided", "bracketed", "altered", "absent")


def quotations_in(part: Part, text: Reading, near: Sequence[int], index: Index) -> tuple[Quotation, ...]:
    """The quotations of a statement, each held against the articles that have most of it and those near the statement."""
    return tuple(
        _quotation(segment, text, near, index)
        for segment in text.segments_in([part.sentence])
        if part.span.start <= segment.start < part.span.end and segment.no_speech not in ("title", "name")
    )


def _quotation(segment: Segment, text: Reading, near: Sequence[int], index: Index) -> Quotation:
    span = text.span(segment.start, segment.end)
    articles = dict.fromkeys([*near, *(found.article for found in index.find(span.text))])
    if not any(char.isalnum() for char in span.text):
        articles = {}
    each = [(at, verify([span.text], index.readings[at].article)[0]) for at in articles]
    each.sort(key=lambda one: _RANK.index(one[1].verdict))
    told = _attribution(segment, text)
    speaker = (named_in(told, text) or described_in(told, text)) if told else None
    if not each or each[0][1].verdict == "absent":
        return Quotation(span=span, verdict=Verdict(quote=span.text, verdict="absent"), speaker=speaker)
    at, verdict = each[0]
    said = [(index.readings[at], found) for at, found in each if found.ok]
    said_by, sure = (
        _said_by_another(speaker, said, described=named_in(told, text) is None) if told and speaker else (None, False)
    )
    key = index.readings[at].article.key
    return Quotation(span=span, verdict=verdict, article=key, speaker=speaker, said_by=said_by, misattributed=sure)


def _said_by_another(
    speaker: str, said: Sequence[tuple[Reading, Verdict]], *, described: bool
) -> tuple[str | None, bool]:
    """Who says it by every article that has it, where that is somebody else, and whether that is sure; None where any leaves room."""
    others: list[str] = []
    sure = not described
    for reading, verdict in said:
        for told in _covering(reading, verdict):
            name = named_in(told, reading) if told.sure else None
            if name is None:
                return None, False
            two = not may_describe(speaker, name, reading) if described else are_two(speaker, name, reading)
            if not two:
                return None, False
            sure = sure and are_two_people(speaker, name, reading)
            others.append(name)
    return (others[0], sure) if others else (None, False)


def _covering(reading: Reading, verdict: Verdict) -> Iterator[Attribution]:
    """The attributions that cover the words of a quotation."""
    for told in reading.attributions:
        if any(start < span.end and span.start < end for span in verdict.spans for start, end in told.content):
            yield told


def _attribution(segment: Segment, text: Reading) -> Attribution | None:
    return next((told for told in text.attributions if segment.id in told.segments), None)


def findings(quotations: Sequence[Quotation]) -> Iterator[Finding]:
    """What the quotations of a statement prove against it."""
    for one in quotations:
        verdict, words = one.verdict, _shortened(one.span.text)
        if verdict.verdict == "altered":
            changes = "; ".join(verdict.differences[:3])
            yield Finding("quote_altered", "refuted", f"the quotation {words} is not as the article has it: {changes}")
        elif verdict.verdict == "absent":
            said: Outcome = "refuted" if one.speaker and len(one.span.text.split()) >= SCARE else "open"
            yield Finding(
                "quote_absent", said, f"no article has the words {words}: quote what stands there, or drop the marks"
            )
        elif one.said_by:
            reason = f"by the article {one.said_by} says {words}, not {one.speaker}"
            yield Finding("quote_of_another", "refuted" if one.misattributed else "open", reason)
        elif verdict.ok and not verdict.quoted and one.speaker and len(one.span.text.split()) >= SCARE:
            reason = f"the article has the words {words} outside quotation marks: they are told, not quoted, there"
            yield Finding("quote_of_no_one", "open", reason)


def _shortened(words: str) -> str:
    one_line = " ".join(words.split())
    return f"“{one_line if len(one_line) <= _LONGEST else one_line[: _LONGEST - 1] + '…'}”"
