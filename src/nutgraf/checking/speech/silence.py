"""Where the model is silent, rules speak: quoted words that no answer accounts for, and all speech where nobody was asked."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from pydantic import ValidationError

from nutgraf.reading.parts import Attribution, Offsets, Segment
from nutgraf.reading.reading import Reading
from nutgraf.results import Problem, Quote

_SHORTEST_STATEMENT = 4


@dataclass
class Claims:
    """The quoted segments that answers account for."""

    tags: set[str] = field(default_factory=set)
    """Named by their tags: nobody else's."""
    covered: set[str] = field(default_factory=set)
    """Held by the words of some item."""
    silent: set[str] = field(default_factory=set)
    """Called no speech."""
    cues: set[Offsets] = field(default_factory=set[Offsets])
    """Where the cues of the items stand."""

    @property
    def accounted(self) -> set[str]:
        """All that some answer says something of."""
        return self.tags | self.covered | self.silent

    @staticmethod
    def by_rule(kind: type[Quote], reading: Reading, told: Attribution) -> Quote | None:
        """The quotation that a rule found; None where the class has fields that only a model can fill."""
        made = reading.quote(told, speaker=reading.speaker_of(told))
        try:
            return kind(**dict(made))
        except ValidationError:
            return None


def is_statement(reading: Reading, segment: Segment) -> bool:
    """A sentence of its own, begun and ended inside the marks: no title and no scare quote looks like that."""
    text = reading.article.text
    words = text[segment.start : segment.end].split()
    if len(words) < _SHORTEST_STATEMENT or words[0][0].islower() or words[-1][-1] not in ".!?…":
        return False
    at = reading.sentence_at(segment.outer_start)
    opens = at is not None and at.start == segment.outer_start
    return opens or text[max(0, segment.outer_start - 3) : segment.outer_start].rstrip().endswith(":")


def keep_by_rule(
    kind: type[Quote], reading: Reading, claims: Claims, *, step: str, asked: set[str], answered: set[int]
) -> tuple[list[Quote], list[Problem]]:
    """The quotations that no answer accounts for, made by rule.

    Of the segments that a model was `asked` about only direct speech is added, and reported; speech without marks only
    in sentences that no answer read (`answered`: those that one did).
    """
    quotes: list[Quote] = []
    problems: list[Problem] = []
    for told in reading.attributions:
        left = tuple(s for s in told.segments if s not in claims.accounted)
        if (told.segments and not left) or (not told.segments and told.sentence in answered):
            continue
        if left != told.segments:
            content = tuple((reading.by_segment[s].start, reading.by_segment[s].end) for s in left)
            told = replace(told, segments=left, content=content)  # noqa: PLW2901
        missed = not asked.isdisjoint(left)
        if missed and not _is_direct(reading, told, claims):
            continue
        made = claims.by_rule(kind, reading, told)
        label = ", ".join(left) or f"sentence {told.sentence}"
        if made is None:
            detail = f"a rule can't fill the fields of {kind.__name__} that the answer left out"
            problems.append(Problem(kind="left_out", step=step, item=label, detail=detail, resolution="unresolved"))
            continue
        quotes.append(made)
        if missed:
            detail = "no answer accounts for it: kept by rule"
            problems.append(Problem(kind="left_out", step=step, item=label, detail=detail, resolution="replaced"))
    return quotes, problems


def _is_direct(reading: Reading, told: Attribution, claims: Claims) -> bool:
    """Speech for certain: a quoted clause, or quoted words with a cue and a speaker that no item has."""
    if reading.kind(told.segments, told.cue is not None) == "direct":
        return True
    cue = told.cue
    known = cue is not None and any(low < cue[1] and cue[0] < high for low, high in claims.cues)
    return told.sure and cue is not None and told.speaker is not None and not known
