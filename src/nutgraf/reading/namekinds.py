"""What a name names: told by its own words and by the words beside it.

Its own words come first and are looked up once for each name: places and bodies go by lists, bodies also by their
last word. What they leave open is told by the place: a title or preposition before it, what it does behind it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from nutgraf.reading.capitals import is_acronym
from nutgraf.reading.cues import CUES
from nutgraf.reading.given_names import GIVEN_NAMES
from nutgraf.reading.lexicon import (
    FUNCTION_WORDS,
    HONORIFICS,
    OPEN_ORGANIZATION_WORDS,
    ORGANIZATION_NAMES,
    ORGANIZATION_WORDS,
    PEOPLE_NOUNS,
    PLACE_WORDS,
    PLACES,
    TITLES,
)
from nutgraf.reading.parts import NameKind

_WORD_AFTER = re.compile(r"[ ,]{1,2}([a-z]+)(?:[ ]([a-z]+))?")
_AGE_AFTER = re.compile(r", (?:aged )?\d\d?\b")
_APPOSITION = re.compile(r", (?:(?:the|an?|his|her|their|[^\W\d_][\w-]*['’]s) )?((?:[\w'’-]+(?: |\b)){1,6})")
_KIN = re.compile(
    r", whose (?:\w+ )?(?:son|daughter|wife|husband|brother|sister|father|mother|parents|children|family|home|house)\b"
)
_PEOPLE_ENDINGS = ("ologist", "ographer", "ician", "onomist", "keeper", "woman")
_INITIAL = re.compile(r"\w\.")
_GIVEN_END = re.compile(r"\w-[a-z]")
_PLACE_BEFORE = frozenset({"in", "at", "near", "from", "outside", "across", "around", "throughout", "into", "towards"})
_DIRECTIONS = frozenset({"mount", "lake", "river", "cape", "fort", "port", "north", "south", "east", "west"})
_REACH = 40
"""Characters before a name that are looked at."""
_LONGEST_REMEMBERED = 6
"""Words of a name that is worth remembering: what is longer hardly recurs."""


class _Look(NamedTuple):
    """What the words of a name tell without the text around it."""

    sure: NameKind | None
    organized: bool = False
    placed: bool = False
    acronym: bool = False
    personal: bool = False
    """Two to four words that begin or end like a person's name."""


def kind_of(text: str, start: int, end: int, words: tuple[str, ...], *, person: bool) -> NameKind:
    """The kind of the name `text[start:end]`, made of these words; `person`: a title was cut off before it."""
    look = _look_once(words) if len(words) <= _LONGEST_REMEMBERED and end - start < 80 else _look(words)
    if look.sure:
        return look.sure
    if person or look.organized:
        return "person" if person else "organization"
    before = _word_before(text, start)
    if before in HONORIFICS or (before.rstrip(",") in TITLES and len(words) <= 4):
        return "person"
    if look.placed:
        return "place"
    if look.acronym:
        return "organization"
    if len(words) > 1 and before != "the" and _person_after(text, end):
        return "person"
    if before in _PLACE_BEFORE:
        return "place" if len(words) < 3 else "other"
    if before == "the":
        return "organization" if _speaks(text, end) else "other"
    if _speaks(text, end, several=len(words) > 1) or _spoken_before(text, start):
        # News introduces people by two names; one name that never grows to two is mostly a body.
        return "person" if len(words) > 1 else "organization"
    return "person" if look.personal and before not in {"of", "a", "an"} else "other"


def _word_before(text: str, start: int) -> str:
    """The word before a name in lower case; "" where none stands there, or a line ends between them."""
    if start and text[start - 1] == " ":
        near = text[max(0, start - _REACH) : start].rsplit(maxsplit=1)
        return near[-1].lower() if near else ""
    return ""


def _look(words: tuple[str, ...]) -> _Look:
    lows = [word.lower() for word in words]
    whole = " ".join(lows)
    if whole in PLACES:
        return _Look("place")
    if whole in ORGANIZATION_NAMES:
        return _Look("organization")
    if len(words) == 1:
        return _Look(None, _organized(lows, words), acronym=is_acronym(words[0]))
    return _Look(
        None,
        _organized(lows, words),
        placed=lows[-1] in PLACE_WORDS or lows[0] in _DIRECTIONS,
        personal=len(words) <= 4 and _personal(lows, words),
    )


_look_once = lru_cache(maxsize=4096)(_look)


def _personal(lows: Sequence[str], words: Sequence[str]) -> bool:
    return bool(lows[0] in GIVEN_NAMES or _INITIAL.match(words[0]) or _GIVEN_END.search(words[-1])) and all(
        word[:1].isupper() or len(word) < 4 for word in words
    )


def _organized(lows: Sequence[str], words: Sequence[str]) -> bool:
    last = lows[-1]
    if last in ORGANIZATION_WORDS:
        return len(lows) > 1 or last in OPEN_ORGANIZATION_WORDS
    if lows[0] in OPEN_ORGANIZATION_WORDS and len(lows) > 1 and last not in PLACE_WORDS:
        return True
    return not ORGANIZATION_WORDS.isdisjoint(lows[:-1]) or "&" in words or "." in last[1:-1]


def _speaks(text: str, end: int, *, several: bool = False) -> bool:
    after = _WORD_AFTER.match(text, end)
    if not after:
        return False
    for word in after.groups():
        cue = CUES.get(word or "")
        if cue and cue.form in {"past", "third"} and (cue.kind != "quote" or several):
            return True
        if word not in {"has", "had", "have", "also", "later"}:
            return False
    return False


def _spoken_before(text: str, start: int) -> bool:
    behind = text[max(0, start - _REACH) : start].lower().split()
    if not behind:
        return False
    cue = CUES.get(behind[-1])
    return (cue is not None and cue.lemma == "say") or behind[-2:] == ["according", "to"]


def _person_after(text: str, end: int) -> bool:
    if not text.startswith(", ", end):
        return False
    if _AGE_AFTER.match(text, end):
        return True
    found = _APPOSITION.match(text, end)
    if found is None:
        return False
    if text.startswith(", who ", end) or _KIN.match(text, end):
        return True
    noun = ""
    for word in found[1].split():
        if not word.islower() or word in FUNCTION_WORDS:
            break
        noun = word
    return noun in PEOPLE_NOUNS or is_office(noun)


def is_office(noun: str) -> bool:
    """Whether a lower-case word is an office or occupation: "minister", "oceanographer"."""
    return noun in TITLES or noun.endswith(_PEOPLE_ENDINGS)
