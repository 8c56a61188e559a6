"""Whom the evidence means without naming: the sentence that names them, where reading resolves the pronoun or description."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from nutgraf.article import Span
from nutgraf.checking.rules.claim import Claim
from nutgraf.checking.rules.names import names_told, stands
from nutgraf.checking.rules.stems import content_stems
from nutgraf.checking.rules.words.wording import Word, folded
from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.en.vocabulary import WORDS
from nutgraf.reading.names.descriptions import descriptions
from nutgraf.reading.parts import Attribution, Name, Offsets
from nutgraf.reading.reading import Reading

_START = attrgetter("start")
_PRONOUN = re.compile(r"\b(?:he|she|it|his|her|its)\b", re.IGNORECASE)
_SEVERAL = frozenset({"they", "them", "their"})
_TITLED = re.compile(r"\b[Tt]he ([A-Z][a-z]+)\b(?! [A-Z])")


def with_those_meant(claim: Claim) -> tuple[Span, ...]:
    """The evidence, and behind it each sentence that names somebody whom the statement names and the evidence only means."""
    missing = [word.low for at, word in _not_said(claim) if stands(claim.told, at, claim.whole)]
    fulls = dict.fromkeys(full for low in missing for full in _named(claim, low))
    about = (full for full in fulls if any(full in _meant(claim, span) for span in claim.evidence))
    naming = (_naming(claim, full, missing) for full in about)
    return with_added(claim.evidence, [*_groups_meant(claim), *filter(None, naming)])


def with_added(cited: Sequence[Span], others: Iterable[Span]) -> tuple[Span, ...]:
    """The sentences cited, and behind them others, each once, in the article's order: what is told stands in the first."""
    held = {span.start for span in cited}
    added = {span.start: span for span in others if span.start not in held}
    return (*cited, *(added[start] for start in sorted(added)))


def _meant(claim: Claim, span: Span) -> frozenset[str]:
    """The full names of those whom a sentence means: by a shorter form, a pronoun or a description. Found once."""
    known = claim.names.meant.get(span.start)
    if known is None:
        names = claim.reading.names
        inside = names[bisect_left(names, span.start, key=_START) : bisect_left(names, span.end, key=_START)]
        resolved = (claim.reading.voices.name_at(mention) for mention in _mentions(claim.reading, span))
        told = (claim.reading.speaker_of(report) for report in _reports(claim.reading, span))
        said_by = (speaker.name for speaker in told if speaker is not None and speaker.name)
        longer = (full for name in inside if name.full == name.text for full in _longer(claim, name))
        known = frozenset(name.full for name in inside).union((full for full in resolved if full), said_by, longer)
        claim.names.meant[span.start] = known
    return known


def _longer(claim: Claim, name: Name) -> list[str]:
    """The one name of a body that the article has and a single word ends: "Coastal League" of "the League"; none where several do."""
    fulls = [full for full in claim.names.fulls.get(name.text.lower(), ()) if full != name.text]
    return fulls if name.kind == "organization" and len(fulls) == 1 and fulls[0].endswith(f" {name.text}") else []


def those_spoken_of(claim: Claim) -> dict[str, Span]:
    """The words of names that the evidence does not hold but speaks of, each with the sentence that names them.

    Those sentences carry a name, and nothing else of the statement.
    """
    found: dict[str, Span] = {}
    missing = [word.low for _, word in _not_said(claim)]
    for _, word in _not_said(claim):
        about = (full for full in _named(claim, word.low) if _goes_on_about(claim, full))
        if sentence := next(filter(None, (_naming(claim, full, missing) for full in about)), None):
            found[word.low] = sentence
    return found


def _named(claim: Claim, low: str) -> list[str]:
    """The names that a word may be of: those that the statement has whole, where it has one; "National" of "National Front"."""
    fulls = list(claim.names.fulls.get(low, ()))
    whole = [full for full in fulls if all(part in claim.told.lows for part in folded(full).lower().split())]
    if whole or not fulls[1:]:
        return whole or fulls
    people = {name.full for name in claim.reading.names if name.kind == "person"}
    called = {name.full for name in claim.reading.names if name.text.lower() == low} & people
    # of two Lunds the one whom the article calls so
    return [full for full in fulls if full in called or not called or full not in people]


def _not_said(claim: Claim) -> Iterator[tuple[int, Word]]:
    """The names of a statement that its evidence does not hold."""
    return ((at, word) for at, word in names_told(claim.told) if not stands(claim.told, at, claim.said))


def _goes_on_about(claim: Claim, full: str) -> bool:
    """Whether the evidence speaks, without a name, of the one whom the story is about or has just named: "the company", "she".

    Nobody else of their kind may stand in it whom the statement leaves out.
    """
    reading, start = claim.reading, min(span.start for span in claim.evidence)
    named = [name for name in reading.names if name.full == full]
    person = bool(named) and named[0].kind == "person"

    def is_alike(name: Name) -> bool:
        return (name.kind == "person") == person and name.kind != "place"

    beside = (name for span in claim.evidence for name in _inside(reading, span) if is_alike(name))
    if any(name.full != full and not _is_told(claim, name) for name in beside):
        return False
    if not any(_speaks_of(claim, span, person=person) for span in claim.evidence):
        return False
    if person:
        before = (name for name in reversed(reading.names) if name.end <= start and is_alike(name))
        last = next(before, None)
        return last is not None and last.full == full
    opening = reading.sentences[_OPENING - 1].end if len(reading.sentences) >= _OPENING else start
    here = reading.sentence_at(start)
    before_it = reading.sentence(here.number - 1) if here else None
    near = (before_it.start, before_it.end) if before_it else (0, 0)
    return any(name.end <= opening or near[0] <= name.start < near[1] for name in named)


_OPENING = 2
"""Sentences, the headline among them, that name whom a story is about."""


def _inside(reading: Reading, span: Span) -> Iterator[Name]:
    near = reading.names_over(span.start, span.end)
    return (name for name in near if span.start <= name.start and name.end <= span.end)


def _is_told(claim: Claim, name: Name) -> bool:
    return any(low in claim.told.lows for low in folded(name.text).lower().split())


def _speaks_of(claim: Claim, span: Span, *, person: bool) -> bool:
    """Whether a sentence has a pronoun for a person, or for a body or thing a pronoun, "the company", or "The plane" for its subject."""
    lows = span.text.lower().replace(",", " ").split()
    if not (_OF_PERSONS if person else _OF_THINGS).isdisjoint(lows):
        return True
    if person:
        return False
    if lows[0] in _THIS:
        return True
    sentence = claim.reading.sentence_at(span.start)
    found = descriptions(claim.reading.article.text, sentence) if sentence else ()
    heads = (claim.reading.article.text[low:high].lower().split() for low, high in found)
    return any(words[0] in _THIS and WORDS[words[-1]] & c.BODY for words in heads)


_OF_PERSONS = frozenset({"he", "she", "his", "her", "him", "i", "my", "me", "you", "your"})
_OF_THINGS = frozenset({"it", "its", "they", "their", "them", "we", "our", "us"})
_THIS = frozenset({"the", "this", "that"})


def _reports(reading: Reading, span: Span) -> Iterator[Attribution]:
    """Who says the words of a sentence, for certain: "…," Ann Lee said."""
    for number in reading.numbers_of(span.start, span.end):
        for report in reading.reports_in(number):
            if report.segments and any(low < span.end and span.start < high for low, high in report.content):
                yield report


def _groups_meant(claim: Claim) -> Iterator[Span]:
    """The sentence before one that speaks of "they", where its first group is one that the statement names.

    "Ferry crews face a strike. They want …", told of ferry crews.
    """
    for span in claim.evidence:
        sentence = claim.reading.sentence_at(span.start)
        before = claim.reading.sentence(sentence.number - 1) if sentence else None
        if before is None or _SEVERAL.isdisjoint(span.text.lower().split()):
            continue
        text = claim.reading.article.text
        group = next((text[low:high] for low, high in descriptions(text, before) if text[high - 1] == "s"), "")
        stems = frozenset(content_stems(group))
        if stems and stems <= claim.told.stems and not stems <= claim.said.stems:
            yield claim.reading.sentence_span(before.number)


def _mentions(reading: Reading, span: Span) -> Iterator[Offsets]:
    """The pronouns and descriptions of a sentence."""
    for match in _PRONOUN.finditer(span.text):
        yield span.start + match.start(), span.start + match.end()
    for match in _TITLED.finditer(span.text):
        if WORDS[match[1].lower()] & c.TITLE:
            yield span.start + match.start(), span.start + match.end()
    if sentence := reading.sentence_at(span.start):
        yield from descriptions(reading.article.text, sentence)


def _is_in_a_result(claim: Claim, name: Name) -> bool:
    """Whether a name stands in a line with numbers and no stop, the result above a report, which tells nothing of anybody."""
    sentence = claim.reading.sentence_at(name.start)
    line = claim.reading.article.text[sentence.start : sentence.end] if sentence else ""
    return any(map(str.isdigit, line)) and line[-1:] not in set('.!?"”’')


def _naming(claim: Claim, full: str, missing: Sequence[str] = ()) -> Span | None:
    """The sentence right before the evidence if that has as much of the name that is missing as any; else the first that does."""
    start = min(span.start for span in claim.evidence)
    named = [name for name in claim.reading.names if name.full == full and not _is_in_a_result(claim, name)]
    shared = [len(set(missing).intersection(folded(name.text).lower().split())) for name in named]
    told = [name for name, count in zip(named, shared, strict=True) if count == max(shared)]
    before = [name for name in told if name.start < start] or [name for name in told if name.text == full]
    if not before:
        return None
    here, last = claim.reading.sentence_at(start), claim.reading.sentence_at(before[-1].start)
    near = here is not None and last is not None and last.number == here.number - 1
    name = before[-1] if near else next((name for name in before if name.text == full), before[0])
    sentence = claim.reading.sentence_at(name.start)
    return claim.reading.sentence_span(sentence.number) if sentence else None
