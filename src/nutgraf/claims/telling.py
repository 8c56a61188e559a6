"""A `Statement` from what was found of it: verdict, reason, the words that differ."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from nutgraf.article import Span
from nutgraf.checking.judged import WHY
from nutgraf.checking.rules.weigh import Finding
from nutgraf.claims.index import keys
from nutgraf.claims.statements import Part
from nutgraf.claims.weighing import Held
from nutgraf.results import Evidence, Fact, Quotation, Statement
from nutgraf.results.checked import StatementVerdict

if TYPE_CHECKING:
    from nutgraf.asking.judging import Ruling

_WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")
_MOST_REASONS = 3


@dataclass(frozen=True)
class Looked:
    """Everything that code found about one statement."""

    part: Part
    held: Held
    evidence: tuple[Evidence, ...] = ()
    facts: tuple[Fact, ...] = ()
    quotes: tuple[Quotation, ...] = ()
    according_to: str | None = None

    @property
    def verdict(self) -> StatementVerdict:
        """The verdict of the rules."""
        if self.held.outcome != "worded":
            return self.held.outcome
        return "verbatim" if self.held.verbatim else "worded"

    def ruled(self, ruling: Ruling | None) -> Looked:
        """The same with a judge's ruling: what it carries is judged, what it contradicts refuted, the rest open."""
        if ruling is None:
            return self
        if ruling.verdict == "carried":
            return replace(self, held=replace(self.held, findings=(Finding("judge", "worded", ""),)))
        reason = ruling.reason or WHY[ruling.verdict]
        found = Finding("judge", "refuted" if ruling.verdict == "contradicted" else "open", reason)
        return replace(self, held=replace(self.held, findings=(found, *self.held.findings)))

    def told(self) -> Statement:
        """The statement."""
        carried = any(one.rule == "judge" and one.outcome == "worded" for one in self.held.findings)
        verdict: StatementVerdict = "judged" if carried else self.verdict
        deciding = self.held.deciding if verdict in ("open", "refuted") else ()
        reasons = list(dict.fromkeys(_reason(one, self.facts) for one in deciding))[:_MOST_REASONS]
        return Statement(
            text=self.part.span.text,
            span=self.part.span,
            verdict=verdict,
            evidence=self.evidence,
            reason="; ".join(reasons) or None,
            rule=deciding[0].rule if deciding else None,
            differs=tuple(_differing(self.part.span, self.evidence, self.facts)),
            facts=self.facts,
            quotes=self.quotes,
            according_to=None if carried else self.according_to,
        )


_CITE = re.compile(r": cite [^;]*$|, or cite who asserts it$")
_CITED = re.compile(r"the cited (sentences?)")


def _reason(finding: Finding, facts: Sequence[Fact]) -> str:
    """The finding's words, where code cites and not the writer; with the reckoning where a number comes of others."""
    reason = _CITED.sub(r"the \1 found", _CITE.sub("", finding.reason))
    made = [fact.reckoned for fact in facts if fact.reckoned]
    if made and finding.rule in ("invented_number", "number_from_elsewhere"):
        return f"no article gives the number; it may be reckoned: {', '.join(made)}"
    return reason


def not_invented(held: Held, facts: Sequence[Fact]) -> Held:
    """The same with a number that comes of the evidence's numbers open, not invented."""
    numbers = [fact for fact in facts if fact.kind == "number" and not fact.stands]
    if not numbers or any(fact.reckoned is None for fact in numbers):
        return held
    changed = tuple(
        replace(one, outcome="open") if one.rule == "invented_number" and one.outcome == "refuted" else one
        for one in held.findings
    )
    return replace(held, findings=changed)


def _differing(span: Span, evidence: Sequence[Evidence], facts: Sequence[Fact]) -> Iterator[Span]:
    """The words of a statement that its evidence does not have; a name in another form is the same name."""
    if not evidence:
        return
    known = {key for one in evidence for given in one.spans for key in keys(given.text)}
    held = [
        fact.span
        for fact in facts
        if fact.stands and (not fact.evidence or any(_in_evidence(place, evidence) for place in fact.evidence))
    ]
    for found in _WORD.finditer(span.text):
        start, end = span.start + found.start(), span.start + found.end()
        if any(one.start <= start and end <= one.end for one in held):
            continue
        wanted = keys(found[0])
        if wanted and not known.issuperset(wanted):
            yield Span(text=found[0], start=start, end=end)


def _in_evidence(place: Evidence, evidence: Sequence[Evidence]) -> bool:
    return any(
        one.article == place.article and any(span.overlaps(given) for span in place.spans for given in one.spans)
        for one in evidence
    )
