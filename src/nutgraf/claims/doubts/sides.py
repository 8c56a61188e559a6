"""On which side of a verb a name stands, which preposition stands behind it, which of two numbers comes first."""

from __future__ import annotations

import re
from itertools import pairwise

from nutgraf.checking.rules.english import PREPOSITIONS, SAYING
from nutgraf.checking.rules.force.manner import is_past
from nutgraf.checking.rules.names import names_told
from nutgraf.checking.rules.stems import stem
from nutgraf.checking.rules.weigh import Finding
from nutgraf.checking.rules.words.figures import figures_of
from nutgraf.checking.rules.words.wording import Wording, wording
from nutgraf.claims.doubts.core import Core, doubt


def other_side(core: Core) -> Finding | None:
    """The same verb with the contrary preposition behind it: "voted for" of who voted against."""
    for word in core.all_verbs:
        mine, theirs = (_behind(text, stem(word)) for text in (core.told, core.said))
        for one, other in _CONTRARY:
            for here, there in ((one, other), (other, one)):
                if here in mine and there not in mine and there in theirs and here not in theirs:
                    return doubt("other_side", f"the sentence says {word!r} with {there!r}, not {here!r}")
    return None


def _behind(text: Wording, wanted: str) -> frozenset[str]:
    """The few words behind each place of a verb."""
    return frozenset(low for at in text.places.get(wanted, ()) for low in text.in_order[at + 1 : at + 1 + _FEW])


_FEW = 3
_CONTRARY = (("for", "against"), ("before", "after"), ("with", "without"), ("above", "below"), ("over", "under"))


def other_doer(core: Core) -> Finding | None:
    """The deed is there, but another name stands on that side of it: "Holm beat Varga" for "Varga beat Holm"."""
    told, said = wording(_RELATIVE.sub(" ", core.words)), wording(_RELATIVE.sub(" ", core.sentence.text))
    for word in core.verbs:
        ours, theirs = told.places.get(stem(word), ()), said.places.get(stem(word), ())
        if len(ours) != 1 or len(theirs) != 1:
            continue
        (mine_at,), (at,) = ours, theirs
        mine, other = _sides(told, mine_at, core.names), _sides(said, at, core.names)
        if _is_passive(told, mine_at) != _is_passive(said, at):
            continue
        for here, there in zip(mine, other, strict=True):
            if here and there and here[0] == there[0] and here[1].isdisjoint(there[1]) and here[1] & said.lows:
                name = " ".join(sorted(there[1])).title()
                return doubt("other_doer", f"the sentence has {name} beside {word!r} in this place")
    return None


_RELATIVE = re.compile(r", (?:who|which|whose)\b[^,.;]*,")
_Side = tuple[str, frozenset[str]] | None
"""A preposition or nothing, and the name behind it."""


def _sides(text: Wording, at: int, known: frozenset[str]) -> tuple[_Side, _Side]:
    """The names nearest before and behind a place, in the same clause; None where there is none."""
    return _nearest(text, at, -1, known), _nearest(text, at, 1, known)


def _nearest(text: Wording, at: int, step: int, known: frozenset[str]) -> _Side:
    named = {place for place, word in names_told(text) if word.low in known}
    place = at + step
    while 0 <= place < len(text.words) and text.in_order[place] not in _ENDS:
        if place in named:
            first = last = place
            while first - 1 in named:
                first -= 1
            while last + 1 in named:
                last += 1
            before = text.in_order[first - 1] if first else ""
            preposition = before if before in PREPOSITIONS else ""
            if step > 0 or not preposition:
                return preposition, frozenset(text.in_order[first : last + 1])
            place = first
        place += step
    return None


_ENDS = SAYING | frozenset({".", ";", ":", "!", "?", "that", "because", "while", "when", "if", "but"})


def _is_passive(text: Wording, at: int) -> bool:
    """Whether a form of "be" stands before a participle."""
    before = text.in_order[max(0, at - 3) : at]
    return is_past(text.words[at].low) and not _BE.isdisjoint(before)


_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "got"})


def numbers_turned(core: Core) -> Finding | None:
    """Two numbers side by side in the other order: "9 to 14" for "14 to 9"."""
    mine, theirs = _pairs(core.told), _pairs(core.said)
    for one, other in mine:
        if (other, one) in theirs and (one, other) not in theirs and one != other:
            return doubt("numbers_turned", f"the sentence gives these numbers the other way round: {other:g}, {one:g}")
    return None


def _pairs(text: Wording) -> list[tuple[float, float]]:
    plain = sorted((one for one in figures_of(text) if one.value is not None and one.end), key=lambda one: one.start)
    return [
        (one.value, other.value)
        for one, other in pairwise(plain)
        if one.value is not None and other.value is not None and other.start - one.end <= _NEAR
    ]


_NEAR = 5
"""Characters between two numbers of a score or a vote."""
