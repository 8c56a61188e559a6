"""Where the model is silent, rules speak: quoted words that no answer accounts for, and all speech where nobody was asked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from pydantic import ValidationError

from nutgraf.reading.languages import classes as c
from nutgraf.reading.offers.standing import says_itself
from nutgraf.reading.parts import Attribution, Offsets, Segment, overlap, text_before
from nutgraf.reading.reading import Reading
from nutgraf.results import Problem, Quote, Speaker

_SHORTEST_STATEMENT = 4
_LONGEST_TITLE = 8
_SMALL = 3
"""Letters of the words that titles leave in small letters: "of", "the", "and"."""
_TITLED = 0.75
"""The share of its longer words that a title capitalises: some style guides leave a preposition small."""
_WORD = re.compile(r"[^\W\d_][\w'’-]*")


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
        made = reading.quote(told, speaker=_speaker(reading, told))
        if made.stance == "says" and made.kind == "mixed" and _is_turned(reading, told):
            made = made.model_copy(update={"stance": "denies"})
        try:
            return kind(**dict(made))
        except ValidationError:
            return None


def _is_turned(reading: Reading, told: Attribution) -> bool:
    """Whether words outside the marks turn what stands in them: "said no such offer “ever reached this table”"."""
    known = reading.spoken_in.words
    between = reading.article.text[told.cue[1] : told.content[0][0]].lower().split() if told.cue else []
    bits = [known[word] for word in between]
    joined = any(word.endswith((",", ";", ":")) for word in between) or any(bit & c.CONJUNCTION for bit in bits)
    return not joined and any(bit & c.NEGATION for bit in bits)


def _speaker(reading: Reading, told: Attribution) -> Speaker | None:
    """Who says it; whoever spoke in the sentence before, unnamed, where a pronoun stands for them: "Witness No. 4 … she said"."""
    speaker = reading.speaker_of(told)
    if speaker is None or speaker.name or told.cue is None or not _is_pronoun(reading, told):
        return speaker
    before = (one for one in reversed(reading.reports_in(told.sentence - 1)) if not _is_pronoun(reading, one))
    earlier = next((found for one in before if (found := reading.speaker_of(one))), None)
    return earlier if earlier is not None and earlier.name is None else speaker


def _is_pronoun(reading: Reading, told: Attribution) -> bool:
    words = reading.article.text[slice(*told.speaker)].lower() if told.speaker else ""
    return bool(reading.spoken_in.words[words] & c.PRONOUN)


def spoken_after_all(
    reading: Reading, segments: Sequence[str], ruled: Attribution | None, cues: Iterable[Offsets]
) -> str | None:
    """What proves that quoted words are spoken which an answer calls no speech; None where nothing does.

    Proof is a cue of their own with a subject, around a whole clause, or a sentence that stands by itself inside the
    marks. A cue that reports another quotation (one of `cues`, or of a segment besides these) proves nothing of these;
    nor does anything of words that look like a title.
    """
    held = [reading.by_segment[segment] for segment in segments]
    if any(reads_as_title(reading, segment) for segment in held):
        return None
    if _has_own_cue(ruled, segments, cues) and reading.kind(tuple(segments), has_cue=True) == "direct":
        return "the words beside it report speech by a cue of its own"
    return "a whole sentence stands inside the marks" if any(_is_statement(reading, s) for s in held) else None


def _has_own_cue(ruled: Attribution | None, segments: Sequence[str], cues: Iterable[Offsets]) -> bool:
    if (
        ruled is None
        or ruled.cue is None
        or not ruled.sure
        or not ruled.speaker
        or not set(ruled.segments) <= set(segments)
    ):
        return False
    return not any(overlap(ruled.cue, cue) for cue in cues)


def _is_statement(reading: Reading, segment: Segment) -> bool:
    """A sentence of its own, begun and ended inside the marks and alone there: no scare quote looks like that."""
    text = reading.article.text
    words = text[segment.start : segment.end].split()
    if len(words) < _SHORTEST_STATEMENT or words[0][0].islower() or words[-1][-1] not in ".!?…":
        return False
    at = reading.sentence_at(segment.outer_start)
    alone = at is not None and at.start == segment.outer_start and at.end <= segment.outer_end + 1
    return alone or text_before(text, segment.outer_start, 3).rstrip().endswith(":")


def reads_as_title(reading: Reading, segment: Segment) -> bool:
    """Whether words are capitalised as titles are: "The Long Way Home", not "We won in Rome"."""
    text = reading.article.text
    if reading.spoken_in.words.capitalises_nouns and text[segment.end - 1] in ".!?":
        return False  # a sentence: its capitals are those of its nouns
    words = [word for word in _WORD.findall(text[segment.start : segment.end]) if len(word) > _SMALL]
    capitals = sum(word[0].isupper() for word in words)
    return 1 < len(words) <= _LONGEST_TITLE and capitals >= _TITLED * len(words)


def keep_by_rule(
    kind: type[Quote], reading: Reading, claims: Claims, *, step: str, asked: set[str], answered: set[int]
) -> tuple[list[Quote], list[Problem]]:
    """The quotations that no answer accounts for, made by rule.

    Of the segments that a model was `asked` about only direct speech is added, and reported; speech without marks only
    in sentences that no answer read (`answered`: those that one did).
    """
    quotes: list[Quote] = []
    problems: list[Problem] = []
    accounted = claims.accounted
    for told in reading.attributions:
        left = tuple(s for s in told.segments if s not in accounted)
        if (told.segments and not left) or (not told.segments and told.sentence in answered):
            continue
        if not told.segments and not _stands(reading, told):
            continue
        if left != told.segments:
            content = tuple((reading.by_segment[s].start, reading.by_segment[s].end) for s in left)
            told = replace(told, segments=left, content=content)  # noqa: PLW2901
        missed = not asked.isdisjoint(left)
        if missed and (not _is_direct(reading, told, claims) or _titles(reading, left)):
            continue
        made = claims.by_rule(kind, reading, told)
        label = ", ".join(left) or f"sentence {told.sentence}"
        if made is None:
            detail = f"a rule can't fill the fields of {kind.__name__} that the answer left out"
            problems.append(Problem(kind="left_out", step=step, item=label, detail=detail, resolution="unresolved"))
            continue
        quotes.append(made)
        if missed:
            detail = "the answer says nothing of these quoted words: added by rule"
            problems.append(Problem(kind="left_out", step=step, item=label, detail=detail, resolution="replaced"))
    return quotes, problems


def _stands(reading: Reading, told: Attribution) -> bool:
    """Whether speech without marks can be printed: a clause, and neither the paper's own words nor its questions."""
    return told.clause and not _is_papers_own(reading, told) and (told.speaker is not None or told.stance != "asks")


def _is_papers_own(reading: Reading, told: Attribution) -> bool:
    own = told.speaker is not None and not told.verbatim
    return own and says_itself(reading.article.text[slice(*(told.speaker or (0, 0)))], reading.spoken_in.code)


def _titles(reading: Reading, segments: Sequence[str]) -> bool:
    return all(reads_as_title(reading, reading.by_segment[segment]) for segment in segments)


def _is_direct(reading: Reading, told: Attribution, claims: Claims) -> bool:
    """Speech for certain: a quoted clause, or quoted words with a cue and a speaker that no item has."""
    quoted = reading.kind(told.segments, told.cue is not None) == "direct"
    return quoted or _has_own_cue(told, told.segments, claims.cues)
