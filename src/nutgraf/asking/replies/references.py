"""References as models write them, brought into one form.

`m1` is a tagged segment, `4` a sentence, `4: the snow would … by Monday` a part of one: its first and last words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from nutgraf.parsed import is_list, is_object

_NAMED = r"(?:sentences?|segments?|references?|tags?|refs?|sent\.?|nos?\.|nr\.|s\.|\#|§)?"
_REFERENCE = re.compile(
    rf"[\[(<{{]*\s*/?\s*{_NAMED}\s*(?P<tag>m\s?)?(?P<number>\d{{1,6}})(?!\w)\s*[\])>}}.]*", re.IGNORECASE
)
_BETWEEN = re.compile(
    r"\s*(?:(?P<range>-|–|—|\.{2,3}|…|\b(?:to|through|bis)\b)|[,;/&+|]|\b(?:and|und)\b)?\s*", re.IGNORECASE
)
_PART = re.compile(
    r"(?:[\[(<{]\s*(?:sentence\s*)?(?P<enclosed>m?\d{1,6})\s*[\])>}]\s*[:.,–—-]?"
    r"|(?:sentence\s*)?(?P<bare>m?\d{1,6})\s*(?::|[.)]\s))\s*(?P<words>.*)",
    re.IGNORECASE | re.DOTALL,
)
_ELIDED = re.compile(r"\s*[\[(]?(?:…|\.(?: ?\.){2,})[\])]?\s*")
_QUOTES = "\"'`“”„‘’«»"
_NO_QUOTES = str.maketrans("", "", _QUOTES)
_HELD_UNDER = ("id", "tag", "ref", "reference", "sentence", "segment", "number")
_LONGEST_RANGE = 60
_LONGEST_PART = 600
_LONGEST = 2_000
"""Characters of one value: a list of references in a string."""
_MOST = 200
"""Values: no quotation or event points at as many places."""
_SHOWN = 80


def references(given: Any) -> tuple[list[str], list[str]]:
    """What the content of a quotation refers to, and what of it is no reference: `[m1]` is m1, `[4]` is 4.

    Words without a number are handed on as they are: whether they stand in the article is for the checks.
    """
    found: dict[str, None] = {}
    single, odd = _singles(given)
    for one in single:
        read = _read(one)
        if read is None and isinstance(one, str) and len(one) <= _LONGEST_PART and any(c.isalpha() for c in one):
            read = [" ".join(one.split())]
        if read is None:
            odd.append(shown(one))
        else:
            found.update(dict.fromkeys(read))
    return list(found), odd


def sentences(given: Any) -> tuple[list[int], list[str]]:
    """The sentence numbers that evidence names, and what of it names none."""
    found: dict[int, None] = {}
    single, odd = _singles(given)
    for one in single:
        read = [number for name in _read(one) or () if (number := _sentence(name)) is not None]
        if read:
            found.update(dict.fromkeys(read))
        else:
            odd.append(shown(one))
    return list(found), odd


def _sentence(name: str) -> int | None:
    head = name.partition(":")[0]
    return int(head) if head.isdecimal() else None


def _singles(given: Any) -> tuple[list[Any], list[str]]:
    """What is given, value by value, as many as an item may have; what goes beyond is told."""
    values = list(islice(_flat(given), _MOST + 1))
    return values[:_MOST], [f"what follows on {_MOST} others"] if len(values) > _MOST else []


def _flat(given: Any, depth: int = 0) -> Iterator[Any]:
    if is_list(given) and depth < 3:
        for inner in given:
            yield from _flat(inner, depth + 1)
    elif is_object(given) and depth < 3:
        values = [given[key] for key in _HELD_UNDER if key in given] or list(given.values())
        yield from _flat(values[0], depth + 1) if values else ()
    elif given is not None:
        yield given


def _read(one: Any) -> list[str] | None:
    """The references that one value stands for, or None where it is none."""
    if isinstance(one, bool):
        return None
    if isinstance(one, (int, float)):
        return [str(int(one))] if 0 <= one < 10**6 and one == int(one) else None
    if not isinstance(one, str) or len(one) > _LONGEST:
        return None
    return _listed(one.translate(_NO_QUOTES).strip(" \t\n:;,")) or _part(one.strip().strip(_QUOTES))


def _listed(text: str) -> list[str] | None:
    """A string that holds nothing but references: "m1, m2", "[1] [4]", "3-5"."""
    found: list[str] = []
    at, ranges_from = 0, None
    while at < len(text):
        match = _REFERENCE.match(text, at)
        if match is None:
            return None
        tag, number = "m" if match["tag"] else "", int(match["number"])
        if ranges_from is not None:
            tag = ranges_from[0]
            first, last = ranges_from[1], min(number, ranges_from[1] + _LONGEST_RANGE)
            found += [f"{tag}{n}" for n in range(first + 1, last)]
        found.append(f"{tag}{number}")
        between = _BETWEEN.match(text, match.end())
        assert between is not None, "it matches nothing as well"
        if between.end() == match.end() < len(text) and text[match.end() - 1] not in "])>}":
            return None  # 1.5 is no pair of sentences
        ranges_from = (tag, number) if between["range"] else None
        at = between.end()
    return found or None


def _part(text: str) -> list[str] | None:
    """A part of a sentence: its number, a colon, its words; of a tag with its words the tag is enough."""
    match = _PART.fullmatch(text)
    if match is None:
        return None
    name = (match["enclosed"] or match["bare"]).lower()
    words = _ELIDED.sub(" … ", " ".join(match["words"].split())).strip().strip(_QUOTES).strip()
    if not any(c.isalnum() for c in words) or len(words) > _LONGEST_PART:
        return None
    return [name] if name.startswith("m") else [f"{int(name)}: {words}"]


def shown(one: Any) -> str:
    """A value for a message: short, whatever it is."""
    text = repr(one) if not isinstance(one, int) or abs(one) < 10**12 else "a number of many digits"
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
