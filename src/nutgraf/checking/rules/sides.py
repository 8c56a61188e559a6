"""Who stands on which side of a verb, a comparison or a "before": turned round, the same words tell the reverse."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from nutgraf.checking.rules import english
from nutgraf.checking.rules.claim import Claim, Finding
from nutgraf.checking.rules.force.governed import BREAKS, less_adverbs
from nutgraf.checking.rules.force.headline import told_in_title
from nutgraf.checking.rules.stems import stem
from nutgraf.checking.rules.words.wording import Wording

_Sides = tuple[frozenset[str], frozenset[str]]
_TIMES = {"before": "after", "after": "before"}
_MOST, _FAR = 12, 40
"""Places of a word that are looked at, and words on either side of one."""
_BE = english.BE | {"be", "been", "being"}


def sides_turned(claim: Claim) -> Finding | None:
    """The one on the other's side: "Osk sued Norvia" for "Norvia sued Osk". Of verbs like "met" that is no lie, so it stays open."""
    for at, word in enumerate(claim.told.words):
        joins = word.low == "than" or word.low in _TIMES
        if not joins and (told_in_title(claim.told, at) is None or word.stem not in claim.said.stems):
            continue
        mine = _sides(claim.told, at, named=not joins)
        theirs = list(islice(_each(claim, word.stem, named=not joins), _MOST))
        if theirs and all(one is not None and _are_turned(mine, one) for one in theirs):
            reason = f"the cited sentences have the two sides of {word.raw!r} the other way round"
            return Finding("sides_turned", "open", reason)
        against = _TIMES.get(word.low, "")
        if (
            against
            and not theirs
            and any(one and _are_alike(mine, one) for one in islice(_each(claim, stem(against), named=False), _MOST))
        ):
            reason = f"it says {word.raw!r} where the cited sentences say {against!r}"
            known = all(other.stem in claim.said.stems for other in claim.told.content)
            return Finding("sides_turned", "refuted" if known else "open", reason)
    return None


def _each(claim: Claim, known: str, *, named: bool) -> Iterator[_Sides | None]:
    """The sides of a word wherever it stands in the cited sentences; None where a passive leaves its doer open."""
    for sentence in claim.sentences:
        for place in sentence.places.get(known, ()):
            yield None if named and _is_passive(sentence, place) else _sides(sentence, place, named=named)


def _are_turned(mine: _Sides, theirs: _Sides) -> bool:
    """Whether what stands behind in the one stands before in the other, and the reverse."""
    (before, behind), (first, last) = mine, theirs
    return bool(behind & first and last & before) and behind.isdisjoint(last)


def _are_alike(mine: _Sides, theirs: _Sides) -> bool:
    """Whether both sides have words in common, and none that stands on the other."""
    (before, behind), (first, last) = mine, theirs
    return bool(before & first and behind & last) and before.isdisjoint(last) and behind.isdisjoint(first)


def _sides(text: Wording, at: int, *, named: bool) -> _Sides:
    """What stands before and behind a place in its sentence, of a verb the names; of "beaten by" the doer first."""
    lows, low, high = text.in_order, max(0, at - _FAR), min(len(text.words), at + _FAR)
    start = next((n + 1 for n in range(at - 1, low - 1, -1) if lows[n] in BREAKS), low)
    stop = next((n for n in range(at + 1, high) if lows[n] in BREAKS), high)
    before, behind = (
        frozenset(word.stem for word in part if word.content and (word.capital or not named))
        for part in (text.words[start:at], text.words[at + 1 : stop])
    )
    before, behind = before - behind, behind - before
    return (behind, before) if lows[at + 1 : at + 2] == ["by"] else (before, behind)


def _is_passive(text: Wording, at: int) -> bool:
    """Whether a form of "be" stands before a verb whose doer does not stand right behind it."""
    rest, _, _ = less_adverbs(text.in_order[max(0, at - _MOST) : at])
    return rest[-1:] != [] and rest[-1] in _BE and text.in_order[at + 1 : at + 2] != ["by"]
