"""Noun phrases for people and bodies without a name: "a senior police official", "the ministry", "residents"."""

from __future__ import annotations

import re
from dataclasses import replace

from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.en.vocabulary import WORDS
from nutgraf.reading.names.lists import (
    ADJECTIVES,
    CUES,
    DEMONYMS,
    DETERMINERS,
    DOCUMENT_NOUNS,
    FUNCTION_WORDS,
    SPEAKING_NOUNS,
    TITLE_MODIFIERS,
    TITLES,
)
from nutgraf.reading.names.words import is_title
from nutgraf.reading.parts import Name, Offsets, Sentence

_WORD = re.compile(r"[^\W_]+(?:['’.‐‑-][^\W_]+)*")
_REACH = 90
_BEFORE_TITLE = TITLE_MODIFIERS | DEMONYMS
_OF_TITLE = TITLES | _BEFORE_TITLE
_TITLE_WITH_PLACE = re.compile(
    r"(?:^|[\s(])((?:[\w'’-]+ ){0,2}?([\w-]+) (?:of|to|for|in|at) (?:the )?(?:[A-Z][\w'’.-]*(?: and)? ?){1,5})$"
)


def descriptions(text: str, sentence: Sentence) -> tuple[Offsets, ...]:
    """The unnamed people, groups and bodies of a sentence, each with its article and adjectives, in order."""
    words = [(m.start(), m.end(), m[0]) for m in _WORD.finditer(text, sentence.start, sentence.end)]
    lows = [word.lower() for _, _, word in words]
    found: list[Offsets] = []
    free = 0
    for at, low in enumerate(lows):
        if low not in SPEAKING_NOUNS or (words[at][2][0].isupper() and not _opens(words, at, sentence)):
            continue
        if at + 1 < len(lows) and lows[at + 1] in SPEAKING_NOUNS and words[at + 1][0] == words[at][1] + 1:
            continue  # "police" in "police officials"
        first = _first_word(text, words, lows, at, free)
        bare = first == at and lows[first] not in DETERMINERS
        if bare and not _may_stand_bare(text, low, words[at]):
            continue
        found.append((words[first][0], words[at][1]))
        free = at + 1
    return tuple(found)


def _opens(words: list[tuple[int, int, str]], at: int, sentence: Sentence) -> bool:
    return at == 0 and words[at][0] - sentence.start < 3


def _may_stand_bare(text: str, low: str, word: tuple[int, int, str]) -> bool:
    """A bare singular ("official statement", "state") is rarely a participant; a bare plural or "police" is."""
    if low in DOCUMENT_NOUNS or (low in CUES and WORDS[low] & c.NOUN):
        return False
    plural = low.endswith("s") or low in {"police", "people", "men", "women", "children", "troops", "fishermen"}
    return plural and text[word[1] : word[1] + 1] not in {"'", "’", "-"}


def _first_word(text: str, words: list[tuple[int, int, str]], lows: list[str], at: int, floor: int) -> int:
    """Walk left from the noun: over adjectives, and over any word if a determiner stands within reach."""
    first = at
    for left in range(at - 1, max(floor, at - 5) - 1, -1):
        gap = text[words[left][1] : words[left + 1][0]]
        if gap.strip() or not gap:
            break
        low = lows[left]
        if low in DETERMINERS:
            return left
        if low in FUNCTION_WORDS or (low in CUES and not WORDS[low] & c.ING):
            break
        known = low in ADJECTIVES or low in DEMONYMS or low in SPEAKING_NOUNS or words[left][2][0].isupper()
        if known and left == first - 1:
            first = left
    return first


def title_before(text: str, name: Name) -> Offsets | None:
    """The title that stands directly before a name: "Prime Minister", "spokesman", "Ambassador to the United States"."""
    floor = max(0, name.start - _REACH)
    near = text[floor : name.start].rsplit(maxsplit=1)
    nearest = near[-1].lstrip("([“‘\"'—–") if near else ""
    # Most names follow a plain word: no title.
    if not nearest[:1].isupper() and not is_title(nearest.lower().rstrip(".")) and nearest.lower() not in TITLES:
        return None
    words = [(m.start(), m.end(), m[0].lower()) for m in _WORD.finditer(text, floor, name.start)]
    if len(words) > 1 and WORDS[words[-1][2]] & c.HONORIFIC:  # "Undersecretary for Education Mr. Lee"
        return title_before(text, replace(name, start=words[-1][0])) or (words[-1][0], _end(text, name.start))
    first = None
    for left in range(len(words) - 1, -1, -1):
        start, end, low = words[left]
        edge = name.start if left == len(words) - 1 else words[left + 1][0]
        if text[end:edge].strip(" .\u00a0\u202f") or "\n\n" in text[end:edge]:
            break
        if is_title(low):
            first = start
        elif first is None or low not in _BEFORE_TITLE:
            break
        else:
            first = start
    if first is not None:
        return first, _end(text, name.start)
    return _with_place(text, floor, name.start)


def _end(text: str, at: int) -> int:
    while text[at - 1].isspace():
        at -= 1
    return at


def _with_place(text: str, floor: int, stop: int) -> Offsets | None:
    """A title with what it is for, up to an offset: "Minister for Fisheries"."""
    found = _TITLE_WITH_PLACE.search(text[floor:stop].rstrip())
    if found and found[2].lower() in TITLES:
        start = floor + found.start(1)
        for word in _WORD.finditer(found[1]):
            if word[0].lower() in _OF_TITLE:
                start = floor + found.start(1) + word.start()
                break
        return start, floor + found.end(1)
    return None
