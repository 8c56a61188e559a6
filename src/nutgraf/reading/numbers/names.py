"""Telling numbers that count from those that name or point: "Boeing 737", "Article 5", "10 Downing Street", "one of them"."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import wraps

from nutgraf.reading.languages import classes as c
from nutgraf.reading.numbers.frames import Frame, Mention
from nutgraf.reading.numbers.nouns import hyphenated
from nutgraf.reading.parts import Amount

_FIRST_YEAR, _LAST_YEAR, _YEAR_DIGITS = 1900, 2099, 4
_LEAST_TYPE = 100
_LEFT = frozenset("/@_=&\\+'’#")
_RIGHT = frozenset("/@_")
_SUBTYPE = re.compile(r"[-–]\d+[^\W\d_]")
_STREET = re.compile(r"((?: [^\W\d_][\w’'.-]{0,30}){1,3})")
_TEN = 10
_SHORTEST = 2
_ENDS = frozenset(".!?")
_ABBREVIATED = c.NO_END | c.BEFORE_NUMBER | c.MAY_END
_SMALL = c.FUNCTION | c.ADVERB | c.BOUND | c.MONTH | c.WEEKDAY | c.DAY_WORD | c.CARDINAL | c.RANGES | c.BREAK
_TIMES = c.TIME_UNIT | c.PERIOD | c.PART_OF_DAY | c.SEASON
_NAMES = c.GIVEN | c.PLACE | c.ORGANIZATION | c.DEMONYM | c.BODY_WORD | c.PLACE_WORD | c.OPENER


def _no_quantity(tells: Callable[[Frame, Mention], bool]) -> Callable[[Frame, int], Amount | None]:
    """A rule by which a number is no quantity where this tells so."""

    @wraps(tells)
    def finds(frame: Frame, index: int) -> Amount | None:
        mention = frame.mentions[index]
        return Amount(mention.at, mention.stop) if tells(frame, mention) else None

    return finds


@_no_quantity
def joined(frame: Frame, mention: Mention) -> bool:
    """Digits that belong to a word, an address or a version: "A380", "/2024/", "v10.4.2", "[2]", "10:30", "COVID-19"."""
    text = frame.text
    if mention.spelled:
        return False
    at, stop = mention.at, mention.stop
    left, right = text[max(0, at - 1) : at], text[stop : stop + 1]
    further = text[max(0, at - 2) : at - 1] if at > 1 else ""
    dashes = frozenset("-–" if mention.kind is None else "")
    return (
        (mention.kind is None and (left.isalpha() or right.isalpha() or right in _RIGHT))
        or left in _LEFT
        or (left in {".", ":", *dashes} and further.isalnum())
        or (right in {".", ":", *dashes} and text[stop + 1 : stop + 2].isdigit())
        or (left == "[" and right == "]")
        or (left == " " and further == "§")
    )


@_no_quantity
def listed(frame: Frame, mention: Mention) -> bool:
    """The number of an item at the head of a line: "1. Open the door"."""
    text = frame.text
    head = mention.at == 0 or text[mention.at - 1] == "\n"
    return head and mention.read.plain and text[mention.stop : mention.stop + 1] in {".", ")"}


def numbered(frame: Frame, index: int) -> Amount | None:
    """Behind a word that takes a number for a name: "Article 5", "No. 10", "pages 12 and 14"."""
    mention, joint = frame.mentions[index], frame.numbers.links.joint
    if not mention.read.plain and mention.read.scale != 1:
        return None
    first = mention
    if index and frame.between(frame.mentions[index - 1], mention) == joint and frame.mentions[index - 1].bare:
        counts = frame.numbers.noun(frame, mention.stop, single=mention.value == 1)
        first = mention if counts else frame.mentions[index - 1]
    word = frame.before(first.at).lower()
    named = frame.bits(word) & c.NUMBERED or frame.bits(word.rstrip(".")) & c.NUMBERED
    return Amount(mention.at, mention.stop) if named else None


@_no_quantity
def address(frame: Frame, mention: Mention) -> bool:
    """The number of a house: "10 Downing Street"."""
    if not mention.read.plain:
        return False
    match = _STREET.match(frame.text, mention.stop)
    words = match[1].split() if match else []
    for word in words:
        if not word[0].isupper():
            return False
        if word is not words[0] and frame.bits(word.lower().rstrip(".")) & c.ADDRESS:
            return True
    return False


@_no_quantity
def year(frame: Frame, mention: Mention) -> bool:
    """Four digits of a year, unless they count something."""
    if not mention.read.plain or mention.stop - mention.at != _YEAR_DIGITS:
        return False
    in_range = _FIRST_YEAR <= (mention.value or 0) <= _LAST_YEAR
    return in_range and not frame.numbers.noun(frame, mention.stop, single=False)


@_no_quantity
def after_name(frame: Frame, mention: Mention) -> bool:
    """Behind a capitalised word that is more than the start of a sentence: "Boeing 737", "iPhone 4", "the FTSE 100"."""
    return mention.read.scale == 1 and follows_name(frame, mention)


def is_aged(frame: Frame, start: int) -> bool:
    """Whether the words before tell an age: "aged", "im Alter von"."""
    before = frame.low[max(0, start - 24) : start].split()[-2:]
    return any(frame.bits(word) & c.AGED for word in before)


def _stands_alone(frame: Frame, mention: Mention) -> bool:
    """Whether a number neither counts the words behind it nor is one of several."""
    behind, links = frame.behind(mention.stop).word, frame.numbers.links
    return behind not in {links.of, *links.parts} and frame.numbers.noun(frame, mention.stop, single=False) is None


def follows_name(frame: Frame, mention: Mention) -> bool:
    """Whether the word before a number is a name."""
    word = frame.before(mention.at)
    if not any(map(str.isupper, word)) or is_small(frame, word):
        return False
    bits, any_noun = frame.bits(word.lower()), frame.numbers.words.capitalises_nouns
    if any_noun and frame.numbers.format.decimal in frame.text[mention.at : mention.stop]:
        return False  # "zu dieser Jahreszeit 1,60 bis 1,90 Meter"
    if bits & _TIMES and any_noun and not _stands_alone(frame, mention):
        return False  # "im vergangenen Jahr 120 der 940 Stellen"
    if frame.text[mention.at - 2] in _ENDS and not _is_abbreviated(frame, word.rstrip(".!?")):
        return False  # "She spoke on Friday. 40 people came."
    if bits & c.PLACE and frame.numbers.noun(frame, mention.stop, single=False):
        return False  # "in Iraq 12 people died"
    return word.isupper() or not _opens_sentence(frame.text, mention.at - 1 - len(word)) or not bits & ~_NAMES


def _is_abbreviated(frame: Frame, word: str) -> bool:
    return len(word) < _SHORTEST or "." in word or bool(frame.bits(word.lower()) & _ABBREVIATED)


def is_small(frame: Frame, word: str) -> bool:
    """Whether a word is no name though it has a capital: "About", "Monday", "The"."""
    return bool(frame.bits(word.lower().rstrip(".")) & _SMALL)


def _opens_sentence(text: str, at: int) -> bool:
    left = text[max(0, at - 2) : at].strip(" \"“'")
    return not left or left in {".", "!", "?"} or "\n" in text[max(0, at - 2) : at]


def types(frame: Frame) -> frozenset[str]:
    """Numerals that name something somewhere in the text: after one "Boeing 737", a bare "737" is that aircraft."""
    return frozenset(
        frame.text[item.at : item.stop]
        for item in frame.mentions
        if item.bare
        and item.read.plain
        and (item.value or 0) >= _LEAST_TYPE
        and (follows_name(frame, item) or _SUBTYPE.match(frame.text, item.stop) or _tells_apart(frame, item))
    )


@_no_quantity
def type_number(frame: Frame, mention: Mention) -> bool:
    """A number that tells one thing from another: "its 777 airliner", "the 787 Dreamliner"; or names one all through the text."""
    if not mention.read.plain or (mention.value or 0) < 2:
        return False
    known = frame.text[mention.at : mention.stop] in frame.types
    return bool(known or _tells_apart(frame, mention))


def _tells_apart(frame: Frame, mention: Mention) -> bool:
    """Whether a singular follows a number that "the", "its", "new" or "first" precedes."""
    behind = frame.behind(mention.stop)
    if behind.gap != " " or not behind.word[:1].isalpha() or behind.bits & (c.PAST | c.FUNCTION | c.BREAK):
        return False
    before = frame.bits(frame.before(mention.at).lower())
    if not before & (c.DETERMINER | c.ORDINAL | c.ADDS) or before & (c.QUANTIFIER | c.CARDINAL):
        return False
    return frame.numbers.noun(frame, mention.stop, single=False) is None


@_no_quantity
def pronoun(frame: Frame, mention: Mention) -> bool:
    """No number: "one of them", "no one", "the one who", "one reason"."""
    return is_pronoun(frame, mention)


def is_pronoun(frame: Frame, mention: Mention) -> bool:
    """Whether "one" stands for somebody or something."""
    if not mention.spelled or mention.value != 1 or mention.read.ordinal or mention.kind is not None:
        return False
    if " " in frame.text[mention.at : mention.stop]:
        return False
    before = frame.before(mention.at).lower()
    if before and frame.bits(before) & c.DETERMINER and not frame.bits(before) & c.POSSESSIVE:
        return True
    if frame.behind(mention.stop).word == frame.numbers.links.of:
        return True
    return frame.numbers.noun(frame, mention.stop, single=True) is None


@_no_quantity
def both(frame: Frame, mention: Mention) -> bool:
    """Two that are known already: "the two companies" says "both companies"."""
    if mention.value != 2 or not _is_definite(frame, mention):
        return False
    return bool(frame.behind(mention.stop).gap == " ")


@_no_quantity
def pointing(frame: Frame, mention: Mention) -> bool:
    """A small number behind "the" or "other" that counts nothing itself: "the two", "the three agreed", "the other two"."""
    if not _is_definite(frame, mention) or (mention.value or 0) >= _TEN:
        return False
    return frame.numbers.noun(frame, mention.stop, single=False) is None and hyphenated(frame, mention.stop) is None


def _is_definite(frame: Frame, mention: Mention) -> bool:
    """Whether a number in words stands behind a word that points to what is known: "the", "these", "other"."""
    if not mention.spelled or mention.kind is not None or mention.value is None or mention.read.fraction:
        return False
    before = frame.bits(frame.before(mention.at).lower())
    return bool(before & (c.ARTICLE | c.DEMONSTRATIVE | c.ADDS)) and not before & (c.INDEFINITE | c.OPENS_CLAUSE)
