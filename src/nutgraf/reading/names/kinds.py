"""What a name names, told by the words beside it where its own leave it open.

A place or body that is known by its words, or looks like one, is that everywhere.
For the rest the mention decides: the title or preposition before it, what is said of it or what it does behind it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.en.vocabulary import WORDS
from nutgraf.reading.names.lists import FUNCTION_WORDS, GIVEN_NAMES, HONORIFICS, PEOPLE_NOUNS, TITLES
from nutgraf.reading.names.words import Wording, is_title
from nutgraf.reading.parts import NameKind
from nutgraf.reading.rules import Rule

_WORD_AFTER = re.compile(r"[ ,]{1,2}([a-z]+)(?:[ ]([a-z]+))?")
_AGE_AFTER = re.compile(r", (?:aged )?\d\d?\b")
AGED = re.compile(r", an? \d\d?-year-old\b|, (?:aged )?\d\d?,(?! (?:and )?[^\W\d_]+, \d)")
"""An age behind a name of one word; not of a list: "Kattmar, 12, Orrin, 9"."""
_SOMEBODY = re.compile(r", (?:an? )?\d\d?-year-old\b|, (?:an?|the|his|her|their) (?:[\w'’-]+ ){1,5}who\b")
_APPOSITION = re.compile(r", (?:(?:the|an?|his|her|their|[^\W\d_][\w-]*['’]s) )?((?:[\w'’-]+(?: |\b)){1,6})")
_KIN = re.compile(
    r", whose (?:[\w-]+ ){0,2}(?:son|daughter|wife|husband|brother|sister|father|mother|parents|children|family|home|house)\b"
)
_PEOPLE_ENDINGS = ("ologist", "ographer", "ician", "onomist", "keeper", "woman")
_PLACE_BEFORE = frozenset({"in", "at", "near", "from", "outside", "across", "around", "throughout", "into", "towards"})
_SPOKEN_FOR = frozenset({"for", "of", "at", "from", "with"})
_INQUIRED = re.compile(r"(?:look|inquir|enquir|investigat|prob|research|insight|delv)")
"""What reaches "into" somebody, and no place."""
_OF_ITSELF = frozenset({"itself", "themselves"})
_NUMBERED = re.compile(r"(?<![Gg])\d\d")
_REACH = 40
"""Characters before a name that are looked at."""


class Mention(NamedTuple):
    """A name where it stands, and the lower-case words before it, the nearest last."""

    text: str
    start: int
    wording: Wording
    behind: Sequence[str]

    @property
    def before(self) -> str:
        """The word right before it, in lower case; "" where a mark stands between."""
        return self.behind[-1] if self.behind and self.text[self.start - 1] == " " else ""

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.wording.string)


KindRule = Rule[Callable[[Mention], NameKind | None]]
"""Says what a name names; None: another rule may know."""


def kind_of(rules: Sequence[KindRule], text: str, start: int, wording: Wording) -> tuple[NameKind, str]:
    """The kind of the name with these words that begins there, and the rule that says so; "other" and "" where none does."""
    mention = Mention(text, start, wording, text[max(0, start - _REACH) : start].lower().rsplit(maxsplit=2))
    for rule in rules:
        if kind := rule.finds(mention):
            return kind, rule.name
    return "other", ""


def housed(name: Mention) -> NameKind | None:
    """A seat of government, where something only happens there: "met at the White House"; "officials at the White House said" so."""
    if not name.wording.look.seat or _speaks(name.text, name.end):
        return None
    before = " ".join(name.behind).split()
    while before and (WORDS[before[-1]] & c.ARTICLE or before[-1].isdigit()):  # "at 10 Downing Street"
        before.pop()
    return "place" if before and WORDS[before[-1]] & c.WHERE else None


def known(name: Mention) -> NameKind | None:
    """A place or body of the table, or a paper."""
    return name.wording.look.sure


def titled(name: Mention) -> NameKind | None:
    """A title or form of address stands before it."""
    title = name.before in HONORIFICS or (is_title(name.before.rstrip(",")) and len(name.wording.words) <= 4)
    settled = (name.wording.look.organized or name.wording.look.acronym) and not name.wording.person
    return "person" if name.wording.person or (title and not settled) else None


def organized(name: Mention) -> NameKind | None:
    """Its words are a body's: "Bank", "Ministry of", "&"."""
    return "organization" if name.wording.look.organized else None


def placed(name: Mention) -> NameKind | None:
    """Its words are a place's: "Lake", "Street"; not of "Ann Lake said"."""
    lows = name.wording.lows
    somebody = (
        len(lows) == 2
        and lows[0] in GIVEN_NAMES
        and (_speaks(name.text, name.end) or _spoken_before(name.behind) or _person_after(name.text, name.end))
    )
    return "place" if name.wording.look.placed and not somebody else None


def acronym(name: Mention) -> NameKind | None:
    """All capitals; no zone of time, and no number of a signal or an aircraft: "GMT", "BR14"."""
    if not name.wording.look.acronym or WORDS[name.wording.lows[0]] & c.ZONE:
        return None
    return None if _NUMBERED.search(name.wording.string) else "organization"


def described(name: Mention) -> NameKind | None:
    """An age, an office or kin stands behind it."""
    if AGED.match(name.text, name.end):
        return "person"
    several = len(name.wording.words) > 1 and name.before != "the"
    return "person" if several and _person_after(name.text, name.end) else None


def located(name: Mention) -> NameKind | None:
    """A preposition of place stands before it."""
    if name.before not in _PLACE_BEFORE or name.text.startswith(("'s", "’s"), name.end):  # "in Ann Lee's view"
        return None
    if name.before == "from" and name.wording.look.personal:
        return None
    if name.before == "into" and _INQUIRED.match("".join(name.behind[-2:-1])):
        return None  # "a letter from Ann Lee", "looked into Acmetron"
    return "place" if len(name.wording.words) < 3 else "other"


def named_so(name: Mention) -> NameKind | None:
    """What calls itself so, or a body that is known so: "a gang calling itself Blue Candle", "a network known as Blue Candle"."""
    words = " ".join(name.behind).split() if name.before else []
    verb = WORDS[words[-2]] if len(words) > 1 else 0
    if words[-1:] and words[-1] in _OF_ITSELF:
        return "organization" if verb & (c.NAMES | c.MARKS) else None
    known_so = len(words) > 2 and words[-1] == "as" and verb & c.NAMES_AS and verb & c.PAST
    return "organization" if known_so and WORDS[words[-3]] & c.BODY else None


def with_article(name: Mention) -> NameKind | None:
    """“The” stands before it: a body where it says something."""
    if name.before != "the":
        return None
    return "organization" if _speaks(name.text, name.end) else "other"


def speaking(name: Mention) -> NameKind | None:
    """It says something. News introduces people by two names; one that never grows to two is mostly a body."""
    several = len(name.wording.words) > 1
    if not _speaks(name.text, name.end, several=several) and not _spoken_before(name.behind):
        return None
    if several and name.before in _SPOKEN_FOR and WORDS["".join(name.behind[-2:-1])] & (c.PERSON | c.TITLE):
        return None  # "a foreman for Osk Power said": the foreman did
    first = name.wording.lows[:-1]
    if several and first[0] not in GIVEN_NAMES and any(WORDS[low] & (c.PLURAL | c.DEMONYM) for low in first):
        return "organization"  # "Doctors Without Borders", "Royal Dutch Shell"
    return "person" if several or name.wording.lows[0] in GIVEN_NAMES else "organization"


def given(name: Mention) -> NameKind | None:
    """It begins with a given name, or ends like a person's."""
    return "person" if name.wording.look.personal and name.before not in {"of", "a", "an"} else None


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
    if text.startswith(", who ", end) or _KIN.match(text, end) or _SOMEBODY.match(text, end):
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
