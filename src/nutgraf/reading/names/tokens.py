"""The words of a sentence in a language that writes every noun with a capital, each with its classes."""

from __future__ import annotations

import re
from typing import NamedTuple

from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.words import Words
from nutgraf.reading.parts import Sentence

_TOKEN = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*\.?(?=\s[A-ZÄÖÜ])|[^\W_]+(?:['’.&-][^\W_]+)*|[^\w\s]")


class Token(NamedTuple):
    """A word or mark."""

    start: int
    end: int
    raw: str
    bits: int
    noun: bool
    """Written with a capital."""
    opens: bool
    """The sentence's first word: its capital tells nothing."""


def tokens_of(words: Words, text: str, sentence: Sentence) -> list[Token]:
    """The words and marks of a sentence."""
    found: list[Token] = []
    opens = True
    for match in _TOKEN.finditer(text, sentence.start, sentence.end):
        raw = match[0]
        end = match.end()
        if raw.endswith(".") and len(raw) > 2 and not words[raw[:-1].lower()] & c.NO_END:
            raw, end = raw[:-1], end - 1
        bits = words[raw.lower().rstrip(".")]
        if "-" in raw:
            bits |= words[raw.lower().rpartition("-")[2]] & (c.TITLE | c.PERSON | c.BODY | c.NOUN)
        small = bits & c.FUNCTION and (opens or bits & (c.PRONOUN | c.OBJECT | c.DETERMINER)) and not raw.isupper()
        noun = not small and (raw[0].isupper() or (bits & c.BODY_WORD != 0 and not raw.islower()))  # "eG"
        found.append(Token(match.start(), end, raw, bits, noun, opens and raw[0].isalnum()))
        opens = (opens and not raw[0].isalnum()) or raw in {":", "„", "“", "»", "«", '"'}
    return found
