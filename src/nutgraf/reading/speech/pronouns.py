"""Whom "he", "she", "it" and "the 34-year-old" mean: whoever spoke last, or the subject of the nearest sentence that names somebody."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from operator import attrgetter

from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.en.vocabulary import WORDS
from nutgraf.reading.parts import Name, Offsets, Story

Resolve = Callable[[Story, Offsets], str | None]
_START = attrgetter("start")
_SENTENCES_BACK = 6
_NAMES, _NEAR = 20, 100
"""So many names of a sentence are looked at, and before one."""
_CHAIN = 50
"""So many times a pronoun stands for the same pronoun before."""
PARAGRAPH = 1_500
"""Characters of a paragraph that are looked at."""
_BESIDE = 40
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_SOMEBODY = re.compile(
    r"(?:An?|One|Another) (?:[a-z-]+ ){0,2}?[a-z-]+(?=,? (?:who|said|says|told|at|in|for|with)\b)|[A-Z][a-z]+ No\. \d+\b"
)
_APPOSED = re.compile(r", (?:an?|the|his|her) ((?:[\w’'-]+ ){0,2}[\w’'-]+)")
_GOES_ON = re.compile(r",? [a-z]")
_PEOPLE = frozenset({"person", "other"})
_IT = frozenset({"it", "its"})
_HE = frozenset({"he", "his"})
_SHE = frozenset({"she", "her"})
PRONOUNS = _HE | _SHE | _IT
_ANYBODY = "one"
_EPITHET = re.compile(r"\d\d?-year-old|\w+-of-\w+|\w+-born|ex-\w+|retired|veteran")
_LONGEST_EPITHET = 6
_OF_MANY = ("ch", "sh", "ese", "ss")
"""How a word for a people ends that is no word for one of it: "the French", "the Japanese"."""


def antecedent(story: Story, mention: Offsets, resolve: Resolve) -> str | None:
    """The full name of the person (of "it" the body) that a pronoun or an epithet stands for; None where that has no name.

    Args:
        story: the text and what was found in it.
        mention: where the pronoun stands.
        resolve: whom other words that somebody is named by mean.
    """
    pronoun = story.text[slice(*mention)].lower()
    if pronoun not in PRONOUNS:
        pronoun = _by_sex(pronoun.split())
    start = mention[0]
    for _ in range(_CHAIN):
        found = _nearest(story, pronoun, start, resolve)
        if isinstance(found, int):
            start = found
            continue
        return found
    return None


def company_before(story: Story, start: int) -> str | None:
    """The company that "the firm" at an offset stands for: the one of the nearest sentence that names any; None where that names two."""
    own = bisect_right(story.sentences, start, key=_START) - 1
    for back in range(own, max(-1, own - _SENTENCES_BACK), -1):
        first = bisect_left(story.names, story.sentences[back].start, key=_START)
        last = bisect_left(story.names, min(story.sentences[back].end, start), key=_START)
        inside = story.names[first : min(last, first + _NAMES)]
        named = {name.full for name in inside if _trades(name) or name.kind == "other"}
        if any(map(_trades, inside)):
            return named.pop() if len(named) == 1 else None
    return None


def _trades(name: Name) -> bool:
    """Whether a body is a company by the last word of its name, or may be one: a word that is no other body's nor an acronym."""
    words = name.full.lower().rstrip(".").split()
    bits = WORDS[words[-1]]
    alone = len(words) == 1 and not bits & (c.ORGANIZATION | c.BODY | c.PLACE) and not name.full.isupper()
    return name.kind == "organization" and bool(alone or bits & c.TRADE or (bits & c.BODY_WORD and bits & c.MAY_END))


def is_epithet(words: Sequence[str]) -> bool:
    """Whether words in lower case tell something new of somebody named before: "the former vet", "the 34-year-old", "the Italian".

    A plain office ("the governor") has its place in the scene, and may be anybody's.
    """
    if words[0] != "the" or not 1 < len(words) <= _LONGEST_EPITHET:
        return False
    last = WORDS[words[-1]]
    if last & c.PLURAL or {"of", "for"} & set(words):
        return False
    if len(words) == 2 and last & c.DEMONYM and not words[1].endswith(_OF_MANY):
        return True
    return any(_EPITHET.fullmatch(word) or WORDS[word] & c.FORMER for word in words[1:])


def _by_sex(words: Sequence[str]) -> str:
    """The pronoun that may stand for what words describe: "she" of "the retired dinner lady"; of most "he" or "she"."""
    bits = [WORDS[word] & (c.FEMALE | c.MALE) for word in words]
    return "she" if c.FEMALE in bits else "he" if c.MALE in bits else _ANYBODY


def _nearest(story: Story, pronoun: str, start: int, resolve: Resolve) -> str | int | None:
    """A full name, or where the same pronoun speaks before."""
    own = bisect_right(story.sentences, start, key=_START) - 1
    for back in range(own, max(-1, own - _SENTENCES_BACK), -1):
        low, high = story.sentences[back].start, min(story.sentences[back].end, start)
        if pronoun not in _IT:
            for spoke in story.speaking(low, high):
                words = story.text[slice(*spoke)]
                if words.lower() in _HE | _SHE:
                    if pronoun in {words.lower(), _ANYBODY}:
                        return spoke[0]
                    continue
                name = resolve(story, spoke)
                if name is None and _is_one(words):
                    # "Her agent dismissed it, but Lund was less sure.": whose agent it is, is named too
                    until = high if words.lower().startswith(("his ", "her ")) else spoke[0]
                    return found.full if (found := _named(story, pronoun, low, until)) else None
                known = _name_of(story, spoke, name) if name is not None else None
                if known is not None and known.kind in _PEOPLE and not _excluded(story.text, known, pronoun):
                    return name
        if (found := _named(story, pronoun, low, high)) is not None:
            return found.full
        if pronoun not in _IT and _is_about_somebody(story.text[low:high]):
            return None
    return None


def _named(story: Story, pronoun: str, low: int, high: int) -> Name | None:
    """The first name of a stretch that the pronoun may stand for, likely its subject."""
    text, names = story.text, story.names
    wanted = "organization" if pronoun in _IT else "person"
    first = bisect_left(names, low, key=_START)
    inside = names[first : min(bisect_left(names, high, key=_START), first + _NAMES)]
    for name in inside:
        owner = text[name.end : name.end + 2] in {"'s", "’s"}
        unknown = name.kind == "other" and pronoun not in _IT
        alike = name.kind == wanted or (unknown and _is_somebody(text, name, low))
        if alike and not owner and not _excluded(text, name, pronoun) and not _quoted(text, name.start):
            return name
    return None


def _is_somebody(text: str, name: Name, low: int) -> bool:
    """Whether a name of an unknown kind opens its sentence as its subject ("Dale considers this"), or "his daughter" stands before it."""
    behind_comma = " " in name.text and text.endswith(", ", 0, name.start)  # "At ten, Effie MacCorran puts on"
    if name.start == low or behind_comma:
        return _GOES_ON.match(text, name.end) is not None
    before = _WORD.findall(text[max(low, name.start - _BESIDE) : name.start])[-1:]
    bits = WORDS[before[0].lower()] if before else 0
    return bool(bits & (c.PERSON | c.TITLE)) and not bits & c.PLURAL


def _is_one(words: str) -> bool:
    """Whether words tell of one person without a name: "a track worker", "the executive"."""
    first, _, rest = words.lower().partition(" ")
    noun = WORDS[rest.rpartition(" ")[2]] if " of " not in rest and " at " not in rest else 0
    described = first in {"a", "an", "one", "another"} or (first in {"the", "his", "her"} and not noun & c.PLURAL)
    return described and any(WORDS[word] & (c.PERSON | c.TITLE) for word in rest.split())


def _is_about_somebody(sentence: str) -> bool:
    """Whether a sentence opens with somebody whom it does not name: "A guard said …", "Witness No. 4 said …"."""
    opening = _SOMEBODY.match(sentence)
    return opening is not None and any(WORDS[word.lower()] & c.PERSON for word in opening[0].split())


def _name_of(story: Story, spoke: Offsets, full: str) -> Name | None:
    """Where the words for a speaker name them, else where their name stands nearest before."""
    at = bisect_left(story.names, spoke[0], key=_START)
    inside = next((name for name in story.names[at : at + 2] if name.start < spoke[1]), None)
    before = reversed(story.names[max(0, at - _NEAR) : at])
    return inside or next((name for name in before if name.full == full), None)


def _excluded(text: str, name: Name, pronoun: str) -> bool:
    """Whether the form of address, the given name or what somebody is to somebody rules out "he", or "she"."""
    other = c.FEMALE if pronoun in _HE else c.MALE if pronoun in _SHE else 0
    if not other:
        return False
    given = WORDS[name.full.split()[0].lower()] if " " in name.full else 0
    if given & c.GIVEN and given & (c.FEMALE | c.MALE):
        return bool(given & other)
    before = _WORD.findall(text[max(0, name.start - _BESIDE) : name.start])
    for word in reversed(before[-3:]):
        bits = WORDS[word.lower()]
        if bits & (c.FEMALE | c.MALE) and bits & (c.HONORIFIC | c.PERSON):
            return bool(bits & other)
        if bits & c.FUNCTION:
            break
    behind = _APPOSED.match(text, name.end)
    told = [WORDS[word.lower()] for word in behind[1].split()] if behind else []
    return any(bits & other and bits & c.PERSON for bits in told)


def _quoted(text: str, at: int) -> bool:
    """Whether an offset stands between quotation marks that its paragraph opened."""
    floor = max(0, at - PARAGRAPH)
    start = max(text.rfind("\n", floor, at) + 1, floor)
    return text.count("“", start, at) > text.count("”", start, at) or text.count('"', start, at) % 2 == 1
