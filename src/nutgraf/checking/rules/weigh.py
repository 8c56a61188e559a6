"""What an article's own words say of a statement: worded, open or refuted, each with its reasons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from nutgraf.article import Span
from nutgraf.checking.rules import deeds, lies
from nutgraf.reading.reading import Reading
from nutgraf.results.happened import Support

Outcome = Literal["worded", "open", "refuted"]
"""*worded*: the evidence holds its names, numbers, time words, negations and most of its words; *open*: the words neither
carry nor contradict it; *refuted*: the article contradicts it, or a name or number of it stands nowhere."""
_WORST: tuple[Outcome, ...] = ("worded", "open", "refuted")


@dataclass(frozen=True)
class Finding:
    """What one rule found; `reason` is for people and for the model that is asked again: it says what would satisfy it."""

    rule: str
    outcome: Outcome
    reason: str


@dataclass(frozen=True)
class Weighed:
    """What every rule found about one statement.

    `evidence` is the sentences as cited, and those that name somebody whom the cited ones only mean.
    """

    findings: tuple[Finding, ...]
    evidence: tuple[Span, ...]
    verbatim: bool = False
    """Whether the statement is a sentence or clause of the evidence, word for word."""

    @property
    def outcome(self) -> Outcome:
        """The worst of the findings; worded where there are none."""
        return max((found.outcome for found in self.findings), key=_WORST.index, default="worded")

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
        text: what somebody wrote.
        evidence: the cited sentences.
        reading: the article that they stand in.
        prose: whether to look for what only small models write: loops, a sentence cut off, no sentence at all.
    """
    said = "\n".join(span.text for span in evidence)
    whole = " ".join(span.text.strip() for span in evidence)
    verbatim = " ".join(text.split()).rstrip(".") in " ".join(whole.split())
    return Weighed(tuple(_findings(text, said, reading, prose=prose)), tuple(evidence), verbatim)


def _findings(text: str, said: str, reading: Reading, *, prose: bool) -> Iterator[Finding]:
    article = "\n".join(filter(None, (reading.article.title, reading.article.text)))
    for rule in (lies.invented_number, lies.invented_time, lies.invented_name):
        if rule(text, said):
            nowhere = rule(text, article)
            yield Finding(rule.__name__, "refuted" if nowhere else "open", nowhere or rule(text, said) or "")
    for rule in (deeds.made_certain, deeds.told_at_another_time, deeds.only_sought):
        if reason := rule(text, said):
            yield Finding(rule.__name__, "refuted", reason)
    for rule in (lies.invented_negation, lies.not_carried):
        if reason := rule(text, said):
            yield Finding(rule.__name__, "open", reason)
    if prose:
        for rule in (lies.empty, lies.first_person):
            if reason := rule(text, said):
                yield Finding(rule.__name__, "refuted", reason)
        for rule in (lies.no_clause, lies.cut_off, lies.runs_on):
            if reason := rule(text, said):
                yield Finding(rule.__name__, "open", reason)
