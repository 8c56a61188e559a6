"""Joining what was written as one name over small words: "Ministry" + "of" + "Health".

A run of capitals ends at "of", "for" and "and"; a body's name goes on behind them.
The words on both sides decide: what opens a body ("Department of …"), what names a portfolio ("… and Human Services").
Names walk through once, in order, each beside the one before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial, reduce

from nutgraf.reading.names.capitals import is_acronym
from nutgraf.reading.names.lists import (
    BODY_NOUNS,
    GIVEN_NAMES,
    OPEN_ORGANIZATION_WORDS,
    ORGANIZATION_NAMES,
    ORGANIZATION_WORDS,
    PLACE_WORDS,
    PLACES,
    TITLE_MODIFIERS,
)
from nutgraf.reading.names.words import Look, Placed, Wording, look

_JOINTS = frozenset({" of ", " of the ", " for ", " for the ", " on ", " on the ", " at ", " to ", " and "})
_SHORT_JOINTS = (" of ", " for ", " on ")
_AND = " and "
_LONGEST_JOINT = max(map(len, _JOINTS))
_FEW = 4
_LONGEST = 12
"""Words of a name that is still joined to the next."""
_FIELDS = TITLE_MODIFIERS | set("human rural welfare food drug women family children higher".split())
_FIELD_ENDINGS = tuple("ion ment logy ics ance ence ity ies ives ship ism ing ure".split())
"""Nouns for what an office has to do with: "Prevention", "Securities"."""
_AGENCIES = frozenset(
    {"administration", "commission", "committee", "agency", "authority", "board", "council", "executive", "ministry"}
    | {"association", "department", "office", "organisation", "organization", "service", "society"}
)
_PARTNERS = frozenset({"sons", "daughters", "brothers", "partners", "associates", "company", "co."})
_NO_SUBJECTS = PLACES | ORGANIZATION_NAMES | ORGANIZATION_WORDS
_NO_FIELDS = PLACES | ORGANIZATION_NAMES | OPEN_ORGANIZATION_WORDS
_LANDS = PLACE_WORDS - BODY_NOUNS | {"emirates", "kingdom", "republic"}
"""Words for land and water; of these "of" makes a place: "Isle of Wight"."""
_PLACED, _ORGANIZED = Look(placed=True), Look(organized=True)


def joined(text: str, names: Sequence[Placed]) -> list[Placed]:
    """The names, in order, with those made one that are one: "Department of Health" + "and" + "Human Services"."""
    done: list[Placed] = []
    end = -1
    for name in names:
        start, wording = name
        if done and start - end <= _LONGEST_JOINT and not wording.person:
            gap = text[end:start].replace("\u00a0", " ").replace("\n", " ")
            listed = _listed(text, done, wording) if gap == _AND else 0
            if (
                listed
                or _owns(gap, done[-1][1], wording)
                or (gap in _JOINTS and _goes_on(text, done[-1], gap, wording))
            ):
                done[-1 - listed :] = [reduce(partial(_one, text), (*done[-1 - listed :], name))]
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
        return (
            _has_two_fields(name[1], following)
            or _has_two_subjects(text, name, following)
            or _has_two_founders(name[1], following)
            or f"{name[1].string} and {following.string}".lower() in PLACES
        )
    if gap == " at ":
        return words[0] == "university" and _is_of(name[1])
    if gap == " to ":  # "Committee to Protect Journalists", "Campaign to End Hunger"
        return (
            words[-1] in OPEN_ORGANIZATION_WORDS and len(following.words) > 1 and following.lows[0] not in _NO_SUBJECTS
        )
    # "Centre for Control of Deficiency": what was joined once goes on past a further "of".
    return words[-1] in OPEN_ORGANIZATION_WORDS or (gap == " of " and _is_of(name[1]))


def _is_of(name: Wording) -> bool:
    """Whether a name was joined over a small word: "Centre for Control"."""
    return any(joint in name.string for joint in _SHORT_JOINTS)


def _is_field(name: Wording) -> bool:
    """Whether a name tells what an office has to do with: "Human Services", "Prevention"."""
    low = name.lows[-1]
    return (name.lows[0] in _FIELDS or low.endswith(_FIELD_ENDINGS)) and low not in _NO_FIELDS


def _has_two_fields(name: Wording, following: Wording) -> bool:
    """Department of Health and Human Services; not "Bank of England and Bank of Japan"."""
    opens = len(name.lows) > 1 and name.lows[0] in OPEN_ORGANIZATION_WORDS
    return (opens or _is_of(name)) and _is_field(following)


def _has_two_subjects(text: str, name: Placed, following: Wording) -> bool:
    """The Food and Drug Administration; not "the Pentagon and State Department"."""
    start, wording = name
    if following.lows[-1] not in _AGENCIES or text[max(0, start - 4) : start].lower().rpartition("(")[2] not in {
        "the ",
        "",
    }:
        return False
    if is_acronym(wording.words[0]) or not _NO_SUBJECTS.isdisjoint(wording.lows[-1:]):
        return False
    return len(wording.words) == 1 and len(following.words) in {2, 3}


def _has_two_founders(name: Wording, following: Wording) -> bool:
    """Brandt and Sons; the Ann and Bo Lind Foundation."""
    if len(following.words) == 1:
        return following.lows[0] in _PARTNERS and len(name.words) < _FEW
    given = name.lows[0] in GIVEN_NAMES and following.lows[0] in GIVEN_NAMES
    return given and len(name.words) == 1 and following.lows[-1] in ORGANIZATION_WORDS


def _listed(text: str, done: list[Placed], following: Wording) -> int:
    """How many names before the last go on in it: "Bureau of Alcohol" + "Tobacco" + "Firearms" before "and Explosives"; 0 for none."""
    for back in range(2, min(len(done), _MOST_FIELDS) + 1):
        (start, wording), (further, after) = done[-back], done[1 - back]
        if text[start + len(wording.string) : further] != ", " or after.person or len(after.words) > _MOST_WORDS:
            return 0
        if _is_of(wording):
            return back - 1 if _is_field(following) else 0
    return 0


_MOST_FIELDS, _MOST_WORDS = 5, 2


def _one(text: str, name: Placed, following: Placed) -> Placed:
    start, first = name
    further, second = following
    words, lows = first.words + second.words, first.lows + second.lows
    string = text[start : further + len(second.string)]
    land = first.lows[-1] in _LANDS and text.startswith(" of ", start + len(first.string))
    sure = _PLACED if land else _ORGANIZED if second.lows[0] in _PARTNERS else None
    return start, Wording(string, words, lows, sure or look(words, lows), first.initial)
