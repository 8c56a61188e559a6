"""From "Umerov" to "Rustem Umerov": the fullest form of each name in an article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import zip_longest

from nutgraf.reading.lexicon import FUNCTION_WORDS, ORGANIZATION_NAMES, PLACES
from nutgraf.reading.parts import NameKind

_GENERATIONS = frozenset({"jr.", "sr.", "jr", "sr", "ii", "iii", "iv"})
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

_Found = tuple[str, tuple[str, ...], NameKind, int]


def fullest_forms(text: str, found: Sequence[_Found]) -> dict[str, str]:
    """Each name's string to the fullest form, for (string, words, kind, end) of every mention, in order."""
    distinct = {string: (words, kind) for string, words, kind, _ in found}
    people = {
        string: words for string, (words, kind) in distinct.items() if len(words) > 1 and kind in {"person", "other"}
    }
    by_last: dict[str, list[str]] = defaultdict(list)
    by_first: dict[str, list[str]] = defaultdict(list)
    for string, words in people.items():
        by_last[_last(words)].append(string)
        by_first[words[0]].append(string)
    fulls = _acronyms(text, found)
    for string, (words, kind) in distinct.items():
        low = string.lower()
        if (
            string in fulls
            or string.isupper()
            or (kind == "place" and low in PLACES)
            or low in ORGANIZATION_NAMES
            or (kind == "organization" and len(words) > 1)
        ):
            continue
        full = _longer(words, by_last[_last(words)], people)
        if full is None and len(words) == 1 and not by_last[words[0]]:
            full = _longer(words, [s for s in by_first[words[0]] if distinct[s][1] == "person"], people)
        if full:
            fulls[string] = full
    return fulls


def _last(words: Sequence[str]) -> str:
    return words[-2] if len(words) > 1 and words[-1].lower() in _GENERATIONS else words[-1]


def _longer(words: Sequence[str], candidates: Sequence[str], people: dict[str, tuple[str, ...]]) -> str | None:
    """The one longest name that holds all these words; None when there is none or two people share them."""
    if len(candidates) > _CROWD:
        return None
    own = set(words)
    holding = [string for string in candidates if own < set(people[string])]
    if not holding:
        return None
    best = max(holding, key=lambda string: len(people[string]))
    whole = set(people[best])
    return best if all(set(people[string]) <= whole for string in holding) else None


def _acronyms(text: str, found: Sequence[_Found]) -> dict[str, str]:
    """Take "WHO" to "World Health Organization", where brackets or the initial letters say so."""
    by_initials: dict[str, str] = {}
    bracketed: dict[str, str] = {}
    short: dict[str, None] = {}
    seen: set[str] = set()
    for (string, words, kind, end), following in zip_longest(found, found[1:]):
        if len(words) == 1:
            short[string] = None
            continue
        if string not in seen:
            seen.add(string)
            by_initials.setdefault(_initials(string), string)
            by_initials.setdefault(string.lower(), string)
        if (
            following
            and kind != "person"
            and text.startswith(" (", end)
            and following[3] - len(following[0]) == end + 2
        ):
            bracketed.setdefault(following[0], string)
    expanded: dict[str, str] = {}
    for string in short:
        letters = string.replace(".", "")
        if not letters.isupper() or len(letters) < 2:
            continue
        full = by_initials.get(_KNOWN_PAIRS.get(letters.lower(), "")) or bracketed.get(string)
        if full is None and len(letters) > 2:
            full = by_initials.get(letters)
        if full is not None and full[0].lower() == letters[0].lower():
            expanded[string] = full
    return expanded


def _initials(name: str) -> str:
    return "".join(
        word[0] for word in name.replace("-", " ").split() if word.lower() not in FUNCTION_WORDS and word[0].isalpha()
    ).upper()
