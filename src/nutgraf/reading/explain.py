"""Which rule found what: the findings of a reading in the article's order, each with the name of its rule."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from nutgraf.reading.parts import Sentence
from nutgraf.reading.reading import Reading
from nutgraf.reading.verbs.found import cues


class Finding(NamedTuple):
    """Something that a rule found at `start:end` of the article, what it comes to, and the rule's name."""

    kind: Literal["quote", "time", "quantity", "name", "verb"]
    start: int
    end: int
    text: str
    says: str
    rule: str


def findings(reading: Reading) -> tuple[Finding, ...]:
    """The quotes, times, quantities and names of an article and the verbs that tell its status, in order of their first word."""
    found: list[Finding] = []
    for told in sorted(reading.attributions, key=lambda attribution: attribution.content[0]):
        speaker = reading.speaker_of(told)
        who = (speaker.name or (speaker.mention and speaker.mention.text)) if speaker else None
        cue = reading.span(*told.cue).text if told.cue else None
        says = ", ".join(part for part in (who or "nobody", cue and f"“{cue}”", told.stance) if part)
        start, end = told.content[0][0], told.content[-1][1]
        text = " … ".join(reading.span(*part).text for part in told.content)
        found.append(Finding("quote", start, end, text, says, told.rule or "marks"))
    found += [
        Finding("time", span.start, span.end, span.text, time.value or "no day", rule)
        for time, rule in zip(reading.times, reading.time_rules, strict=True)
        if (span := time.span)
    ]
    found += [
        Finding("quantity", q.start, q.end, reading.span(q.start, q.end).text, q.says, q.rule) for q in reading.numbers
    ]
    found += [
        Finding("name", name.start, name.end, name.text, f"{name.full} ({name.kind})", name.rule)
        for name in reading.names
    ]
    for sentence in reading.sentences:
        found += _verbs(reading, sentence)
    return tuple(sorted(found, key=lambda finding: (finding.start, finding.kind)))


def _verbs(reading: Reading, sentence: Sentence) -> Iterator[Finding]:
    words = reading.article.text[sentence.start : sentence.end]
    for cue in cues(words, reading.language or ""):
        if not cue.link:
            start, end = sentence.start + cue.start, sentence.start + cue.end
            says = ", ".join(part for part in (cue.kind, cue.negated and "negated") if part)
            yield Finding("verb", start, end, words[cue.start : cue.end], says, cue.rule)
