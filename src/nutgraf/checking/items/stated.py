"""What the article makes of a statement that a model wrote: told as written, and how sure; or refuted, and why."""

from __future__ import annotations

from dataclasses import dataclass

from nutgraf.article import Span
from nutgraf.checking.items.claims import Claims
from nutgraf.checking.items.disputed import is_anothers
from nutgraf.checking.rules.weigh import Finding, weigh
from nutgraf.results.happened import Status, Support

_NEVER_RIGHT = frozenset({"empty", "altered_quotation"})
"""What is wrong with a statement however it may be worded."""


@dataclass(frozen=True)
class Told:
    """A written text as it is delivered, how sure it is, and the sentences that it rests on."""

    text: str
    support: Support
    evidence: tuple[Span, ...]
    statuses: tuple[Status, ...] = ()
    """Of an offered clause: what it leaves room for."""


@dataclass(frozen=True)
class Refuted:
    """What speaks against a text, and how it is delivered where that is only marked."""

    rule: str
    reason: str
    marked: Told

    @property
    def by_wording(self) -> bool:
        """Whether the rule goes by how things are worded, and so may err."""
        return self.rule not in _NEVER_RIGHT


def stated(text: str, evidence: tuple[Span, ...], claims: Claims, source: str | None) -> Told | Refuted:
    """A text that the model wrote, held against the sentences that it cites.

    Args:
        text: the text.
        evidence: the cited sentences, at least one.
        claims: who claims what in the article.
        source: by whose word the answer tells it.
    """
    weighed = weigh(text, evidence, claims.reading, prose=True)
    marked = Told(text, "open", weighed.evidence)
    found = weighed.refuted
    if found is None:
        denied = claims.denied(text, evidence)
        if denied is None:
            return Told(text, weighed.support, weighed.evidence)
        found = Finding("denied_as_fact", "refuted", denied)
    if found.rule == "denied_as_fact" and source and is_anothers(source, evidence, claims):
        return marked  # what they claim and another denies
    return Refuted(found.rule, found.reason, marked)
