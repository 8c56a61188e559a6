"""Whether a form that may be a verb's past or the noun of its deed is the noun."""

from __future__ import annotations

from nutgraf.checking.rules import english
from nutgraf.checking.rules.english import FINITE, of_list
from nutgraf.checking.rules.force.governed import BREAKS
from nutgraf.checking.rules.force.manner import is_past


def is_noun(lows: list[str], at: int) -> bool:
    """Whether a form that may be a noun is one: "pledging a 15 percent tariff cut for poor households"."""
    if lows[at] not in _LIKE_NOUNS or not _BEHIND_NOUNS.issuperset(lows[at + 1 : at + 2]):
        return False
    if lows[at - 1] in _OF_DEEDS:
        return True  # "bets on a rate cut at the meeting"
    for here in range(at - 1, max(0, at - _LONGEST_PHRASE), -1):
        if lows[here] in english.ARTICLES:
            return is_past(lows[here - 1]) or lows[here - 1].endswith("ing")
        if lows[here] in BREAKS or lows[here] in FINITE or lows[here] == ",":
            return False
    return False


_OF_DEEDS = of_list("cut-things")
_LIKE_NOUNS = frozenset({"cut", "split", "bid", "spread", "hit", "set", "cast"})
"""Past forms that look like the noun of the deed."""
_BEHIND_NOUNS, _LONGEST_PHRASE = english.PREPOSITIONS | BREAKS | {",", "and", "or", "that"}, 7
