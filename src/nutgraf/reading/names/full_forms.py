"""From "Umerov" to "Rustem Umerov": the fullest form of each name in an article.

A person's name leads to the one longer name that holds all its words; where two people share them, to the one who was named
before it is first used alone, and where both were it stands for itself.
An acronym leads to the name with its initial letters, or to the one in whose brackets it stands.
Each distinct name is looked at once; the mentions only tell what stands in brackets.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from nutgraf.reading.names.lists import FUNCTION_WORDS, GIVEN_NAMES, ORGANIZATION_NAMES, PLACES, TRADES
from nutgraf.reading.names.words import Placed
from nutgraf.reading.parts import NameKind

_GENERATIONS = frozenset({"jr.", "sr.", "jr", "sr", "ii", "iii", "iv"})
_LINKS = frozenset({" (", " (the ", ", or ", ", or the ", ", known as ", ", known as the "})
"""What stands between a name and its short form, or the other way round."""
_LONGEST_LINK = max(map(len, _LINKS))
_CROWD = 60
"""More people than this under one surname: a list, in which nobody is meant by it alone."""
_KNOWN_PAIRS = {
    "un": "united nations",
    "us": "united states",
    "eu": "european union",
    "uk": "united kingdom",
    "usa": "united states of america",
    "uae": "united arab emirates",
}


def fullest_forms(
    text: str, mentions: Sequence[Placed], words: Mapping[str, tuple[str, ...]], kinds: Mapping[str, NameKind]
) -> dict[str, str]:
    """The names that have a fuller form, and that form.

    Args:
        text: the article.
        mentions: the names where they stand, in order.
        words: each name's words.
        kinds: each name's kind.
    """
    people = {string: own for string, own in words.items() if len(own) > 1 and kinds[string] in {"person", "other"}}
    by_last: dict[str, list[str]] = {}
    by_first: dict[str, list[str]] = {}
    for string, own in people.items():
        by_last.setdefault(_last(own), []).append(string)
        by_first.setdefault(own[0].lower(), []).append(string)
    first = {wording.string: start for start, wording in reversed(mentions)}
    fulls = _acronyms(text, mentions, words, kinds)
    companies = {own[0].lower(): string for string, own in words.items() if _deals_in_goods(own, kinds[string])}

    def met(full: str, given: str) -> bool:
        """Nobody is called by a given name before their whole name; "Norvik" comes before "Norvik Paper Products"."""
        return first[full] < first[given] or given.lower() in GIVEN_NAMES

    for string, own in words.items():
        if string in fulls or string.isupper():
            continue
        namesakes = by_last.get(_last(own), [])
        company = companies.get(string.lower()) if kinds[string] != "place" else None
        if company and first[company] < min(first[one] for one in (string, *namesakes)):
            fulls[string] = company  # "Kessel" of Kessel Foods, whoever else is called so later
            continue
        if namesakes == [string]:
            continue
        relatives = by_first.get(own[0].lower(), []) if len(own) == 1 and not namesakes else []
        if not (namesakes or relatives) or _stands_for_itself(string, own, kinds[string]):
            continue
        candidates = namesakes or [name for name in relatives if kinds[name] == "person" and met(name, string)]
        if len(candidates) > _CROWD:
            continue
        before = [name for name in candidates if first[name] < first[string]]
        full = _longer(own, before, people) or _longer(own, candidates, people)
        if full:
            fulls[string] = full
    return fulls


def _deals_in_goods(words: tuple[str, ...], kind: NameKind) -> bool:
    """Whether a name is that of a company, its own word before what it deals in: "Kessel Foods"."""
    return kind == "organization" and len(words) > 1 and words[-1].lower().rstrip(".") in TRADES


def _stands_for_itself(string: str, words: tuple[str, ...], kind: NameKind) -> bool:
    low = string.lower()
    return (
        low in ORGANIZATION_NAMES or (kind == "place" and low in PLACES) or (kind == "organization" and len(words) > 1)
    )


def _last(words: Sequence[str]) -> str:
    """A surname, in lower case: a particle that opens a sentence has a capital."""
    return (words[-2] if len(words) > 1 and words[-1].lower() in _GENERATIONS else words[-1]).lower()


def _longer(words: Sequence[str], candidates: Sequence[str], people: Mapping[str, tuple[str, ...]]) -> str | None:
    """The one longest name that holds all these words; None when there is none or two people share them."""
    own = _lows(words)
    holding = [string for string in candidates if own < _lows(people[string])]
    if not holding:
        return None
    best = max(holding, key=lambda string: len(people[string]))
    whole = _lows(people[best])
    return best if all(_lows(people[string]) <= whole for string in holding) else None


def _lows(words: Sequence[str]) -> set[str]:
    return {word.lower() for word in words}


def _acronyms(
    text: str, mentions: Sequence[Placed], words: Mapping[str, tuple[str, ...]], kinds: Mapping[str, NameKind]
) -> dict[str, str]:
    """Take "WHO" to "World Health Organization", where brackets or the initial letters say so."""
    short = {
        string: letters
        for string, own in words.items()
        if len(own) == 1 and len(letters := string.replace(".", "")) > 1 and letters.isupper()
    }
    if not short:
        return {}
    several = [string for string, own in words.items() if len(own) > 1]
    by_low = {string.lower(): string for string in reversed(several)}
    opening = {letters[0] for letters in short.values() if len(letters) > 2}
    by_initials = {
        _initials(form): string
        for string in reversed(several)
        if string[0].upper() in opening
        for form in (string, string.replace("-", " "))
    }
    bracketed: dict[str, str] = {}
    for (start, wording), (further, following) in pairwise(mentions):
        string = wording.string
        end = start + len(string)
        if further - end <= _LONGEST_LINK and text[end:further] in _LINKS:
            long, acronym = (following, wording) if string in short else (wording, following)
            if len(long.words) > 1 and kinds[long.string] != "person":
                bracketed.setdefault(acronym.string, long.string)
    expanded: dict[str, str] = {}
    for string, letters in short.items():
        full = by_low.get(_KNOWN_PAIRS.get(letters.lower(), "")) or bracketed.get(string)
        if full is None and len(letters) > 2:
            full = by_initials.get(letters)
        if full is not None and full[0].lower() == letters[0].lower():
            expanded[string] = full
    return expanded


def _initials(name: str) -> str:
    words = name.split()
    return "".join([word[0] for word in words if word[0].isalpha() and word.lower() not in FUNCTION_WORDS]).upper()
