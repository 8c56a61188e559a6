"""What an article's own words say of a statement: worded, open or refuted, each with its reasons.

A rule refutes only with proof from the article's own words: a name, number or time word that stands nowhere in it, or the
same verb with another polarity, direction or force. What rules cannot prove is open. Of a language without a folder only
names and numbers are held against the article.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from nutgraf.article import Span
from nutgraf.checking.rules import deeds, measured, moods, names, numbers, parts, polarity, prose, reserve, sides, times
from nutgraf.checking.rules.claim import Claim, Finding, Outcome
from nutgraf.checking.rules.meant import those_spoken_of, with_added, with_those_meant
from nutgraf.checking.rules.stems import content_stems
from nutgraf.reading.reading import Reading
from nutgraf.results.happened import Support

__all__ = ["Claim", "Finding", "Outcome", "Weighed", "weigh"]

Rule = Callable[[Claim], Finding | None]
_ANY_LANGUAGE: tuple[Rule, ...] = (
    numbers.invented_number,
    names.invented_name,
    names.name_from_elsewhere,
    prose.few_of_its_words,
    prose.altered_quotation,
    measured.other_number,
    measured.other_unit,
    measured.other_bound,
    measured.other_time,
    parts.part_as_whole,
    moods.other_mood,
    moods.other_way,
)
_ENGLISH: tuple[Rule, ...] = (
    times.invented_time,
    deeds.told_otherwise,
    deeds.dropped_condition,
    deeds.told_without_reserve,
    reserve.held_as_so,
    reserve.would_as_will,
    polarity.other_direction,
    sides.sides_turned,
    prose.another_story,
    numbers.number_from_elsewhere,
    numbers.number_of_something_else,
    times.time_from_elsewhere,
    names.name_of_two,
    names.name_at_the_head,
    names.name_in_small_letters,
    polarity.foreign_negation,
)
_PROSE: tuple[Rule, ...] = (prose.empty, prose.first_person, prose.cut_off, prose.runs_on)


@dataclass(frozen=True)
class Weighed:
    """What the rules found about one statement.

    `evidence` is the sentences as cited, and those that name somebody whom the cited ones only mean.
    """

    findings: tuple[Finding, ...]
    evidence: tuple[Span, ...]
    verbatim: bool = False
    """Whether the statement is a sentence or clause of the evidence, word for word."""

    @property
    def outcome(self) -> Outcome:
        """The worst of the findings; worded where there are none."""
        outcomes = {found.outcome for found in self.findings}
        return "refuted" if "refuted" in outcomes else "open" if "open" in outcomes else "worded"

    @property
    def support(self) -> Support:
        """How sure the statement is, as results say it."""
        if self.outcome != "worded":
            return "open"
        return "verbatim" if self.verbatim else "worded"

    @property
    def refuted(self) -> Finding | None:
        """The first finding that refutes the statement."""
        return next((found for found in self.findings if found.outcome == "refuted"), None)


def weigh(text: str, evidence: Sequence[Span], reading: Reading, *, prose: bool = False) -> Weighed:
    """Hold a statement against the sentences that it cites, and where they are silent against the article.

    Args:
        text: what somebody wrote, a sentence or so.
        evidence: the cited sentences, at least one.
        reading: the article that they stand in.
        prose: whether to look for what middling models write too: loops, a sentence cut off, a speaker's "we".
    """
    claim = Claim(text, tuple(evidence), reading)
    if is_whole(text, evidence):  # nothing in it can be wrong but whose words it takes for the article's
        return Weighed(tuple(_found(_PROSE if prose else (), claim)), claim.evidence, verbatim=True)
    meant = with_those_meant(claim)
    if meant != claim.evidence:
        claim = replace(claim, evidence=meant)
    if naming := those_spoken_of(claim):
        claim = replace(claim, spoken_of=frozenset(naming))
        meant = with_added(evidence, (*meant, *naming.values()))
    verbatim = is_verbatim(text, evidence)
    return Weighed(tuple(_findings(claim, prose=prose)), meant, verbatim)


def _findings(claim: Claim, *, prose: bool) -> Iterator[Finding]:
    rules = (*_PROSE, *_ANY_LANGUAGE) if prose else _ANY_LANGUAGE
    yield from _found((*rules, *_ENGLISH) if claim.in_english else rules, claim)


def _found(rules: Sequence[Rule], claim: Claim) -> Iterator[Finding]:
    return (found for rule in rules if (found := rule(claim)))


def is_whole(text: str, evidence: Sequence[Span]) -> bool:
    """Whether a statement is a whole sentence of its evidence."""
    wanted = " ".join(text.split()).rstrip(".")
    return any(" ".join(span.text.split()).rstrip(".") == wanted for span in evidence)


def whole_sentence(text: str, evidence: Sequence[Span], reading: Reading) -> str | None:
    """The cited sentence that shares most words with a text, whole; None where it can't stand in the paper's own voice."""
    wanted = set(content_stems(text))
    best = max(evidence, key=lambda span: len(wanted.intersection(content_stems(span.text))))
    sentence = " ".join(best.text.split())
    claim = Claim(sentence, tuple(evidence), reading)
    return None if prose.first_person(claim) or prose.empty(claim) else sentence


_BEFORE_CLAUSE = re.compile(r"(?:^|[,;:—–(]|\b(?:and|but|that))\s*$")
_AFTER_CLAUSE = re.compile(r"\s*(?:$|[.,;:!?—–)]|(?:and|but|while|when|after|before|because|although)\b)")


def is_verbatim(text: str, evidence: Sequence[Span]) -> bool:
    """Whether a statement is a sentence or a clause of its evidence, to the letter but for spaces and the last point."""
    wanted = " ".join(text.split()).rstrip(".")
    sentences = [" ".join(span.text.split()) for span in evidence] if wanted else []
    return any(
        _BEFORE_CLAUSE.search(sentence[: found.start()]) and _AFTER_CLAUSE.match(sentence[found.end() :])
        for sentence in sentences
        if wanted in sentence
        for found in re.finditer(re.escape(wanted), sentence)
    )
