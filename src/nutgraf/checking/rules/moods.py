"""In a language of which rules know the verb groups alone: what is denied, to come, possible or conditional, told as done, and the reverse."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise, permutations
from typing import Literal, NamedTuple

from nutgraf.checking.rules.claim import Claim, Finding
from nutgraf.checking.rules.stems import content_stems
from nutgraf.checking.rules.words.groups import groups_of
from nutgraf.checking.speech.stance import holds_no
from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.language import Language
from nutgraf.reading.verbs.found import cues
from nutgraf.reading.verbs.groups import Kind

_Mood = Literal["done", "now", "to come", "possible"]
_MOODS: dict[Kind, _Mood] = {
    "past": "done",
    "cancelled": "done",
    "postponed": "done",
    "present": "now",
    "progress": "now",
    "lasting": "now",
    "future": "to come",
    "maybe": "possible",
    "unreal_past": "possible",
    "duty": "possible",
}
_CLASHES: dict[_Mood, frozenset[_Mood]] = {
    "done": frozenset({"to come", "possible"}),
    "to come": frozenset({"done", "possible"}),
    "now": frozenset({"possible"}),
}
"""By the mood of a statement those of the article's clause that it can't tell; headlines stand in the present."""
_POSSIBLE: frozenset[_Mood] = frozenset({"possible"})
_LEAST = 0.5
"""The share of a statement's content words that a clause must hold to be the one that it tells."""


_WORD = re.compile(r"[^\W\d_]+")


class _Clause(NamedTuple):
    stems: frozenset[str]
    moods: frozenset[_Mood]
    negated: bool
    hangs_on: str
    """The word for the condition beside it: "wenn"."""


def other_mood(claim: Claim) -> Finding | None:
    """A verb of the statement in a mood, or with a "not", that the clause which it tells has not."""
    language = claim.reading.spoken_in
    if language.verbs is None or language.worded:
        return None
    mine = [one for one in _clauses(claim.text, language) if one.moods]
    told = mine[0] if mine else None
    said = [one for span in claim.evidence for one in _clauses(span.text, language)]
    if told is None or not told.stems or not said:
        return None
    most = max(len(told.stems & one.stems) for one in said)
    if most < _LEAST * len(told.stems):
        return None
    near = [one for one in said if len(told.stems & one.stems) == most]
    if all(one.negated != told.negated for one in near):
        return Finding(
            "other_mood", "open", "it has a negation where the cited sentences have none, or none where they have one"
        )
    if len(mine) > 1:
        return None  # which clause each of them tells is not sure
    free = not told.hangs_on and "possible" not in told.moods
    if free and all(one.hangs_on and one.hangs_on not in claim.told.lows for one in near):
        return Finding("other_mood", "open", "it leaves out the condition on which the cited sentences tell it")
    clashes = frozenset[_Mood]().union(*(_CLASHES.get(mood, frozenset()) for mood in told.moods))
    if all(one.moods and one.moods <= clashes for one in near):
        return Finding("other_mood", "open", "the cited sentences tell its verb in another mood: tell it as they do")
    return None


def other_way(claim: Claim) -> Finding | None:
    """The opposite of a word that the cited sentences have: "sank" for "stieg"."""
    language = claim.reading.spoken_in
    for sides in () if language.worded else groups_of(language.code, "opposites"):
        for mine, theirs in permutations(sides, 2):
            told = next((word.raw for word in claim.told.words if word.low in mine), None)
            if told and mine.isdisjoint(claim.said.lows) and not theirs.isdisjoint(claim.said.lows):
                return Finding(
                    "other_direction", "open", f"it says {told!r} where the cited sentences say the opposite"
                )
    return None


def _clauses(text: str, language: Language) -> Iterator[_Clause]:
    """The clauses of a text, parted where its joints stand; on a condition hangs the clause beside its "if"."""
    found = cues(text, language.code)
    edges = [(0, 0), *((cue.start, cue.end) for cue in found if cue.kind == "break"), (len(text), len(text))]
    condition = next((text[cue.start : cue.end].lower() for cue in found if cue.kind == "if"), "")
    for (_, start), (stop, _) in pairwise(edges):
        inside = [cue for cue in found if start <= cue.start < stop]
        words = [low for low in _WORD.findall(text[start:stop].lower()) if not language.words[low] & c.FUNCTION]
        negated = any(cue.negated for cue in inside) or holds_no(text[start:stop], language)
        moods: frozenset[_Mood] = frozenset(_MOODS[cue.kind] for cue in inside if cue.kind in _MOODS)
        moods = moods & _POSSIBLE or moods  # "soll vernichtet haben"
        held = any(cue.kind == "if" for cue in inside)
        yield _Clause(frozenset(content_stems(" ".join(words))), moods, negated, "" if held else condition)
