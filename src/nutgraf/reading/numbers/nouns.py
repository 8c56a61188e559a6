"""The noun that a number counts: "176 drones", "two large orders", "hundreds of people"."""

from __future__ import annotations

import re

from nutgraf.reading.languages import classes as c
from nutgraf.reading.numbers.frames import Frame

_NEXT = re.compile(r"(?:[ \u00a0]|-|\n)([^\W_][\w’'.-]*)")
_HYPHENATED = re.compile(r"-([^\W\d_]{3,20})(?![^\W\d_])")
_MOST_WORDS = 5
_STOP = c.FUNCTION | c.BREAK | c.BOUND | c.WEEKDAY | c.MONTH | c.DAY_WORD | c.ORDINAL
_NO_NOUN = c.FUNCTION | c.ADVERB | c.GIVEN | c.PLACE | c.ORGANIZATION | c.CALENDAR | c.UNCOUNTED | c.THIRD | c.BASE
_NO_PLURALS = ("ss", "us", "is", "'s", "’s")
_MANNER = c.BITS["between"]
"""All that is known of most words in -ly: an adverb, or an adjective ("elderly")."""


def counted(frame: Frame, stop: int, *, single: bool) -> tuple[int, str] | None:
    """Offset of the end of the counted noun, and the noun, for a number that ends at `stop`; None when none stands there.

    The first plural after the number counts ("two large orders from …"); for one, the noun before the next
    verb or preposition ("one British soldier was").
    """
    at = before = _behind_of(frame, stop)
    best: tuple[int, str] | None = None
    for _ in range(_MOST_WORDS):
        match = _NEXT.match(frame.text, at, at + 50)
        if match is None:
            break
        word = match[1].rstrip(".'’-")
        ends, bits = match.start(1) + len(word), frame.bits(word.lower())
        adds = bits & c.ADDS
        if (
            word.isdigit()
            or (bits & _STOP and not adds)
            or (bits & c.ADVERB and (single or bits != _MANNER) and not adds)
        ):
            break
        if single and (
            bits & (c.IRREGULAR | c.UNCOUNTED) or (best and (bits & (c.PAST | c.THIRD) or _of_many(word, bits)))
        ):
            break
        if best and bits & c.THIRD and bits & c.VERB and not bits & (c.PLURAL | c.NOUN):
            break  # "one in five drivers admits it"
        if single or is_plural(word, bits):
            begins = before if word[0].isdigit() else match.start(1)
            if not frame.text[begins].isalpha() or (begins == before and not frame.text[begins].isupper()):
                break  # what "737s" are, the name before it says: "14 Boeing 737s"
            best = (ends, frame.text[begins:ends])
        elif best is not None:
            break
        if ends != match.end():
            break
        at, before = ends, match.start(1)
    if best and single and (frame.bits(best[1].lower()) & c.ADDS or not best[1].isalpha()):
        return None
    return best


def _behind_of(frame: Frame, stop: int) -> int:
    """Behind "of the", "of its", where that follows the number."""
    of = frame.behind(stop)
    if of.word != frame.numbers.links.of:
        return stop
    owner = frame.behind(of.stop)
    return owner.stop if owner.bits & c.DETERMINER and not owner.bits & (c.QUANTIFIER | c.CARDINAL) else of.stop


def hyphenated(frame: Frame, stop: int) -> tuple[int, str] | None:
    """The word that a hyphen ties to the number: "three-member", "12-man"; not "60-strong", "400-plus"."""
    match = _HYPHENATED.match(frame.low, stop)
    if match is None or frame.bits(match[1]) & (c.UNCOUNTED | c.OPENER):
        return None
    more = _HYPHENATED.match(frame.low, match.end())
    stop = more.end() if more and frame.bits(more[1]) & (c.LENGTH | c.UNIT) else match.end()  # "a 200-man-hour job"
    return stop, frame.text[match.start(1) : stop]


def is_plural(word: str, bits: int) -> bool:
    """Whether a word with these classes may be a plural noun; the s-form of a verb behind a number is one ("two talks")."""
    if bits & (c.UNCOUNTED | c.AUXILIARY) or (word[-1] == "S" and word[0].isdigit()):
        return False  # "3GS" is a model, "737s" are many
    return _of_many(word, bits) or (bool(bits & c.THIRD) and not bits & c.SAY and word[0].islower())


def _of_many(word: str, bits: int) -> bool:
    """Whether a word is a plural by its row or, where that says nothing else, by its end."""
    if bits & (c.PLURAL | c.COUNTED):
        return True
    low = word.lower()
    return len(low) > 2 and low[-1] == "s" and "." not in low and not low.endswith(_NO_PLURALS) and not bits & _NO_NOUN
