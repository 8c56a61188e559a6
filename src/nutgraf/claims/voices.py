"""By whose word: what an article only reports told as a fact, what its source denies, what another says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from nutgraf.checking.items.claims import Claims
from nutgraf.checking.rules.weigh import Finding
from nutgraf.claims.statements import Part
from nutgraf.claims.weighing import Held
from nutgraf.reading.reading import Reading
from nutgraf.results.said import told_name

_HEDGES = frozenset(
    """according accused accuse accuses accusation accusations alleged allegedly alleges allege allegation allegations
    reportedly reported claimed claims claim claiming suspected said says saying denied denies deny denying charged told
    believed believes expects expected announced warned argued thinks insists stated""".split()
)
"""Words that say of a sentence that somebody asserts it, where reading finds no speaker."""


@dataclass(frozen=True)
class Voice:
    """Whose word a statement's evidence is, and what is wrong with how the statement gives it."""

    finding: Finding | None = None
    according_to: str | None = None


class Voices:
    """The claims of each article, found once."""

    def __init__(self, text: Reading, readings: tuple[Reading, ...]) -> None:
        self._text = text
        self._claims = tuple(map(_Lazy, readings))

    def of(self, part: Part, held: Held) -> Voice:
        """What is to be said of a statement's attribution: nothing where it names whoever says so, or the paper says it itself."""
        if held.article is None:
            return Voice()
        words, claims = part.words, self._claims[held.article].claims
        telling = claims.telling(words, held.evidence)
        if not telling or self._attributes(part):
            return Voice()
        saying = [claim for claim in telling if claim.stance == "says"]
        if not saying:
            reason = claims.denied(words, held.evidence)
            return Voice(Finding("denial_as_fact", "refuted", reason) if reason else None)
        if any(claims.is_told_as_speech(claim, words) for claim in telling):
            return Voice()
        if claims.stands_beside(words, telling, held.evidence):
            return Voice()
        who = next((name for claim in saying if (name := told_name(claims.speaker_of(claim)))), None)
        if who is None or re.search(rf"\b{re.escape(who.split()[-1])}\b(?!['’]s)", words, re.IGNORECASE):
            return Voice()
        reason = f"the article gives it as the word of {who}: say whose word it is"
        return Voice(Finding("attribution_dropped", "open", reason), who)

    def _attributes(self, part: Part) -> bool:
        """Whether the statement says by itself that somebody says so."""
        if not _HEDGES.isdisjoint(part.words.lower().replace(",", " ").split()):
            return True
        return any(told.cue is not None for told in self._text.reports_in(part.sentence))


class _Lazy:
    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    @cached_property
    def claims(self) -> Claims:
        return Claims(self._reading)
