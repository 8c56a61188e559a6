"""The stop of an abbreviation, which belongs to its word as the stop of a sentence does not: "Apple Inc.", "in the U.S."."""

from __future__ import annotations

import re

from nutgraf.reading.languages import classes as c
from nutgraf.reading.parts import Offsets
from nutgraf.reading.reading import Reading

_LAST_WORD = re.compile(r"[^\W_][\w.]*\Z")
_DOTTED = re.compile(r"(?:\w\.)+\w")
_LONGEST = 12
"""Characters of an abbreviation."""


def with_stop(reading: Reading, place: Offsets, *, sure: bool = False) -> Offsets:
    """A place, with the stop behind it where that is part of its last word, and the mark that closes what it opened or opens what it closes.

    `sure`: only where its last word can be nothing but an abbreviation.
    """
    (start, end), text = place, reading.article.text
    if start and _is_left_closed(text[start:end], text[start - 1]):
        start, place = start - 1, (start - 1, end)
    if _is_left_open(text[start:end], text[end : end + 1]):
        return start, end + 1
    if text[end : end + 1] != "." or text[end + 1 : end + 3] == "..":
        return place
    last = _LAST_WORD.search(text, max(start, end - _LONGEST), end)
    if last is None:
        return place
    word = last.group()
    known = reading.spoken_in.words[word.lower()] & (c.NO_END | c.MAY_END) and (word[0].isupper() or not sure)
    short = known or _DOTTED.fullmatch(word) or (not sure and _goes_on(reading, end + 1))
    return (start, end + 1) if short else place


def _is_left_open(words: str, behind: str) -> bool:
    """Whether the character behind closes a quotation mark that the words open: *the 787 "Dreamliner"*."""
    if behind == '"':
        return words.count('"') % 2 == 1
    openers = _OPENERS.get(behind)
    return openers is not None and sum(map(words.count, openers)) > words.count(behind)


def _is_left_closed(words: str, before: str) -> bool:
    """Whether the character before opens a quotation mark that the words close: *“strong” winds*."""
    if before == '"':
        return words.count('"') % 2 == 1 and not words.startswith('"')
    return any(words.count(one) > words.count(before) for one in _CLOSERS.get(before, ""))


_OPENERS = {"”": "“„", "“": "„", "»": "«", "«": "»", "’": "‘"}
_CLOSERS = {"“": "”", "„": "”“", "«": "»", "»": "«"}
"""Of each opener; an apostrophe closes none."""


def _goes_on(reading: Reading, at: int) -> bool:
    """Whether the sentence goes on behind a stop, in small letters or behind a comma."""
    sentence = reading.sentence_at(at - 1)
    rest = reading.article.text[at : sentence.end].lstrip(" ") if sentence else ""
    return rest[:1].islower() or rest[:1] in {",", ";"}
