"""Joining what was written as one name over small words: "Ministry" + "of" + "Health".

A run of capitals ends at "of", "for" and "and"; a body's name goes on behind them.
The words on both sides decide: what opens a body ("Department of …"), what names a portfolio ("… and Human Services").
Names walk through once, in order, each beside the one before it.
"""

from __future__ import annotations

from collections.abc import Sequence

from nutgraf.reading.names.capitals import is_acronym
from nutgraf.reading.names.lists import (
    OPEN_ORGANIZATION_WORDS,
    ORGANIZATION_NAMES,
    ORGANIZATION_WORDS,
    PLACES,
    TITLE_MODIFIERS,
)
from nutgraf.reading.names.words import Placed, Wording, look

_JOINTS = frozenset({" of ", " of the ", " for ", " for the ", " on ", " on the "})
_SHORT_JOINTS = (" of ", " for ", " on ")
_AND = " and "
_LONGEST_JOINT = max(map(len, _JOINTS))
_FEW = 4
_LONGEST = 12
"""Words of a name that is still joined to the next."""
_PORTFOLIOS = TITLE_MODIFIERS | {
    *("human", "rural", "welfare", "food", "drug", "women", "family", "children", "higher"),
}
_AGENCIES = frozenset(
    {"administration", "commission", "committee", "agency", "authority", "board", "council", "executive", "ministry"}
)
_NO_SUBJECTS = PLACES | ORGANIZATION_NAMES | ORGANIZATION_WORDS


def joined(text: str, names: Sequence[Placed]) -> list[Placed]:
    """The names, in order, with those made one that are one: "Department of Health" + "and" + "Human Services"."""
    done: list[Placed] = []
    end = -1
    for name in names:
        start, wording = name
        if done and start - end <= _LONGEST_JOINT and not wording.person:
            gap = text[end:start]
            if _owns(gap, done[-1][1], wording) or (
                (gap == _AND or gap in _JOINTS) and _goes_on(text, done[-1], gap, wording)
            ):
                done[-1] = _one(text, done[-1], name)
                end = start + len(wording.string)
                continue
        done.append(name)
        end = start + len(wording.string)
    return done


_PLURALS = frozenset(
    "women men fishermen seamen firemen policemen postmen businesswomen businessmen workmen watermen children people".split()
)


def _owns(gap: str, name: Wording, following: Wording) -> bool:
    """Whether a plural owns the body behind it: "Farmers' Union", "Pharmacists' Guild"."""
    plural = gap in {"' ", "’ "} and name.lows[-1].endswith("s")
    plural = plural or (gap in {"'s ", "’s "} and name.lows[-1] in _PLURALS)
    return (
        plural and len(name.words) < _FEW and len(following.words) < _FEW and following.lows[-1] in ORGANIZATION_WORDS
    )


def _goes_on(text: str, name: Placed, gap: str, following: Wording) -> bool:
    words = name[1].lows
    if len(words) > _LONGEST:
        return False
    if gap == _AND:
        return _has_two_portfolios(name[1], following) or _has_two_subjects(text, name, following)
    # "Centre for Control of Deficiency": what was joined once goes on past a further "of".
    return words[-1] in OPEN_ORGANIZATION_WORDS or (
        gap == " of " and any(joint in name[1].string for joint in _SHORT_JOINTS)
    )


def _has_two_portfolios(name: Wording, following: Wording) -> bool:
    """Department of Health and Human Services; not "Bank of England and Bank of Japan"."""
    return (
        len(name.lows) > 1
        and name.lows[0] in OPEN_ORGANIZATION_WORDS
        and following.lows[0] in _PORTFOLIOS
        and following.lows[-1] not in OPEN_ORGANIZATION_WORDS
    )


def _has_two_subjects(text: str, name: Placed, following: Wording) -> bool:
    """The Food and Drug Administration; not "the Pentagon and State Department"."""
    start, wording = name
    return (
        len(wording.words) == 1
        and len(following.words) == 2
        and following.lows[-1] in _AGENCIES
        and text[max(0, start - 4) : start].lower() == "the "
        and not is_acronym(wording.words[0])
        and wording.lows[0] not in _NO_SUBJECTS
    )


def _one(text: str, name: Placed, following: Placed) -> Placed:
    start, first = name
    further, second = following
    words, lows = first.words + second.words, first.lows + second.lows
    string = text[start : further + len(second.string)]
    return start, Wording(string, words, lows, look(words, lows), first.initial)
