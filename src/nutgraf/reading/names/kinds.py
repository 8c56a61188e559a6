"""What a name names, told by the words beside it where its own leave it open.

A place or body that is known by its words, or looks like one, is that everywhere.
For the rest the mention decides: the title or preposition before it, what is said of it or what it does behind it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.en.vocabulary import WORDS
from nutgraf.reading.names.words import Wording
from nutgraf.reading.parts import NameKind

FUNCTION_WORDS = WORDS.any_of(c.FUNCTION)
HONORIFICS = WORDS.any_of(c.HONORIFIC)
PEOPLE_NOUNS = WORDS.any_of(c.PERSON)
TITLES = WORDS.any_of(c.TITLE)


_WORD_AFTER = re.compile(r"[ ,]{1,2}([a-z]+)(?:[ ]([a-z]+))?")
_AGE_AFTER = re.compile(r", (?:aged )?\d\d?\b")
_APPOSITION = re.compile(r", (?:(?:the|an?|his|her|their|[^\W\d_][\w-]*['’]s) )?((?:[\w'’-]+(?: |\b)){1,6})")
_KIN = re.compile(
    r", whose (?:\w+ )?(?:son|daughter|wife|husband|brother|sister|father|mother|parents|children|family|home|house)\b"
)
_PEOPLE_ENDINGS = ("ologist", "ographer", "ician", "onomist", "keeper", "woman")
_PLACE_BEFORE = frozenset({"in", "at", "near", "from", "outside", "across", "around", "throughout", "into", "towards"})
_REACH = 40
"""Characters before a name that are looked at."""


def kind_of(text: str, start: int, wording: Wording) -> NameKind:
    """The kind of the name with these words that begins there."""
    look = wording.look
    if look.sure:
        return look.sure
    if wording.person or look.organized:
        return "person" if wording.person else "organization"
    words = wording.words
    end = start + len(wording.string)
    behind = text[max(0, start - _REACH) : start].lower().rsplit(maxsplit=2)
    before = behind[-1] if behind and text[start - 1] == " " else ""
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
    if _speaks(text, end, several=len(words) > 1) or _spoken_before(behind):
        # News introduces people by two names; one name that never grows to two is mostly a body.
        return "person" if len(words) > 1 else "organization"
    return "person" if look.personal and before not in {"of", "a", "an"} else "other"


def _speaks(text: str, end: int, *, several: bool = False) -> bool:
    after = _WORD_AFTER.match(text, end)
    if not after:
        return False
    for word in after.groups():
        bits = WORDS[word or ""]
        if bits & (c.SAYS | c.TELLS | (c.MARKS if several else 0)) and bits & (c.PAST | c.THIRD):
            return True
        if word not in {"has", "had", "have", "also", "later"}:
            return False
    return False


def _spoken_before(behind: Sequence[str]) -> bool:
    if not behind:
        return False
    return bool(WORDS[behind[-1]] & c.SAY) or behind[-2:] == ["according", "to"]


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
