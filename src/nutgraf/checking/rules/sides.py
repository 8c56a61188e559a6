"""Who stands on which side of a verb, a comparison or a "before": turned round, the same words tell the reverse."""

from __future__ import annotations

from itertools import islice

from nutgraf.checking.rules.claim import Claim, Finding
from nutgraf.checking.rules.force.governed import BREAKS, is_passive
from nutgraf.checking.rules.force.headline import told_in_title
from nutgraf.checking.rules.stems import stem
from nutgraf.checking.rules.words.wording import Wording

_Sides = tuple[frozenset[str], frozenset[str]]
_TIMES = {"before": "after", "after": "before"}
_MOST, _FAR = 12, 40
"""Places of a word that are looked at, and words on either side of one."""


def sides_turned(claim: Claim) -> Finding | None:
    """The one on the other's side: "Osk sued Norvia" for "Norvia sued Osk". Of verbs like "met" that is no lie, so it stays open."""
    for at, word in enumerate(claim.told.words):
        joins = word.low == "than" or word.low in _TIMES
        if not joins and (word.stem not in claim.said.stems or told_in_title(claim.told, at) is None):
            continue
        mine = _sides(claim.told, at, named=not joins)
        theirs = _each(claim, word.stem, named=not joins)
        if theirs and all(one is not None and _are_turned(mine, one) for one in theirs):
            reason = f"the cited sentences have the two sides of {word.raw!r} the other way round"
            return Finding("sides_turned", "open", reason)
        against = "" if theirs else _TIMES.get(word.low, "")
        if any(one and _are_alike(mine, one) for one in _each(claim, stem(against), named=False)):
            reason = f"it says {word.raw!r} where the cited sentences say {against!r}"
            known = all(other.stem in claim.said.stems for other in claim.told.content)
            return Finding("sides_turned", "refuted" if known else "open", reason)
    return None


def _each(claim: Claim, known: str, *, named: bool) -> list[_Sides | None]:
    """The sides of a word wherever it stands in the cited sentences; None where a passive leaves its doer open."""
    places = ((sentence, place) for sentence in claim.sentences for place in sentence.places.get(known, ()))
    return [
        None if named and is_passive(*place) and not _is_done_by(*place) else _sides(*place, named=named)
        for place in islice(places, _MOST)
    ]


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
    return (behind, before) if _is_done_by(text, at) else (before, behind)


def _is_done_by(text: Wording, at: int) -> bool:
    """Whether the doer stands right behind a verb: "beaten by"."""
    return text.in_order[at + 1 : at + 2] == ["by"]
