"""A text to the rules of numbers: its words around a number, and the numbers found in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable
from copy import copy
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple, cast

from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.words import Words
from nutgraf.reading.numbers.format import Links, NumberFormat
from nutgraf.reading.parts import written
from nutgraf.reading.text.triggers import lowered
from nutgraf.results.happened import Modifier, QuantityKind

_BEHIND = re.compile(
    r"([ \u00a0\u202f\n-]?)([^\W\d_](?:[\w²³]++|[./’'](?=[^\W\d_]))*|°[cf]?(?![^\W\d_])|[′']{2}|[^\w\s])"
)
_TAIL = re.compile(r"[^\W\d_][\w.’'-]*\Z")
_SPACES = frozenset(" \u00a0\u202f")
_SIGN = re.compile(r"[ \u00a0]([^\W\d_]{0,3}(?:[^\W\d_]|[$£¢¤¥₠-⃀]))\Z")
_LONGEST_WORD = 24
_TURNED = {"at_least": "at_most", "at_most": "at_least"}


class Read(NamedTuple):
    """A number as it is written from some place on: its end and value; `words` where no value is told ("dozens")."""

    stop: int
    value: Decimal | None
    words: str = ""
    ordinal: bool = False
    fraction: bool = False
    scale: Decimal = Decimal(1)
    """What a scale word multiplied it by: a million in "1.2 million"."""
    plain: bool = False
    """A bare run of digits: may be a year or part of a name."""


class Unit(NamedTuple):
    """A unit beside a number: the offset where it begins or ends, its name, kind and the classes of its word."""

    at: int
    name: str
    kind: QuantityKind
    bits: int


class Mention(NamedTuple):
    """A number of a text at `at:stop`; `start:end` takes in its currency, percent sign or unit."""

    start: int
    end: int
    at: int
    stop: int
    read: Read
    spelled: bool
    unit: str | None = None
    kind: QuantityKind | None = None
    bits: int = 0
    """The classes of the unit's word."""
    rule: str = ""

    @property
    def value(self) -> Decimal | None:
        """None where it is not told."""
        return self.read.value

    @property
    def says(self) -> str:
        """In a line: "1200", "3 in order", "?" where no value is told."""
        value = "?" if self.value is None else written(self.value)
        return f"{value} in order" if self.read.ordinal else value

    @property
    def bare(self) -> bool:
        """Digits without a unit: may name something."""
        return not self.spelled and self.kind is None


class Token(NamedTuple):
    """The word or mark behind a place, in lower case, with what parts it from the place, and its classes."""

    gap: str
    word: str
    start: int
    stop: int
    bits: int


_NO_TOKEN = Token("", "", 0, 0, 0)


Noun = Callable[..., tuple[int, str] | None]
"""Of a frame, the end of a number and whether it is one (`single`): the noun that it counts and the noun's end, or None."""


def no_noun(_frame: Frame, _stop: int, *, single: bool) -> tuple[int, str] | None:  # noqa: ARG001 - the form of a `Noun`
    """Where no language says what is counted."""
    return None


class Measures:
    """What a language says around its numbers: how it writes them, small words, units and limits."""

    def __init__(self, words: Words, form: NumberFormat, links: Links, noun: Noun) -> None:
        self.words, self.format, self.links, self.noun = words, form, links, noun

    @cached_property
    def values(self) -> dict[str, Decimal]:
        """The words that tell numbers, each with its value."""
        parts = (c.CARDINAL, c.ORDINAL, c.FRACTION, c.SCALE, c.SHORT_SCALE)
        return {word: Decimal(value) for part in parts for word, value in self.words.values_of(part).items()}

    @cached_property
    def units(self) -> dict[str, str]:
        """The names of units and currencies whose names are other words."""
        kinds = (c.PERCENT, c.CURRENCY, c.MONEY, c.AGE, c.UNIT)
        return {word: name for kind in kinds for word, name in self.words.values_of(kind).items()}

    @cached_property
    def longer(self) -> dict[str, tuple[str, ...]]:
        """Units of several words by the first of them, the longest first."""
        found: dict[str, list[str]] = {}
        for phrase in self.words.any_of(c.PERCENT, c.CURRENCY, c.MONEY, c.UNIT, c.AGE):
            first = re.match(r"[^\W\d_](?:\w|[./](?=[^\W\d_]))*", phrase)
            if first and first.end() < len(phrase):
                found.setdefault(first[0], []).append(phrase)
        return {first: tuple(sorted(phrases, key=len, reverse=True)) for first, phrases in found.items()}

    @cached_property
    def bounds(self) -> dict[str, tuple[tuple[str, str], ...]]:
        """What the words before a number say of how exact it is, by the last of them, the longest first."""
        found: dict[str, list[tuple[str, str]]] = {}
        for phrase, says in self.words.values_of(c.BOUND, "bound").items():
            found.setdefault(phrase.split()[-1], []).append((phrase, says))
        return {last: tuple(sorted(said, key=lambda one: -len(one[0]))) for last, said in found.items()}

    @cached_property
    def bounds_behind(self) -> dict[str, str]:
        """The same of words behind a number: "or more"."""
        return self.words.values_of(c.BOUND_BEHIND, "bound")

    @cached_property
    def opens_bounds(self) -> frozenset[str]:
        """The first words of those."""
        return frozenset(phrase.split()[0] for phrase in self.bounds_behind)


_GOES = frozenset({"go", "goes", "went", "going", "gone"})
"""With these "up to" tells where something arrives that came from elsewhere."""
_NEAR = 30


class Frame:
    """A text, its words in lower case, and the numbers that stand in it."""

    __slots__ = ("_before", "_behind", "low", "mentions", "numbers", "text", "types")

    def __init__(self, text: str, numbers: Measures) -> None:
        self.text, self.low, self.numbers = text, lowered(text), numbers
        self.mentions: list[Mention] = []
        self._before: dict[int, str] = {}
        self._behind: dict[int, Token] = {}
        self.types: frozenset[str] = frozenset()
        """Numerals that name something somewhere in the text."""

    def of(self, mentions: list[Mention]) -> Frame:
        """The same text with some of its numbers."""
        other = copy(self)
        other.mentions = mentions
        return other

    def bits(self, word: str) -> int:
        """The classes of a word in lower case."""
        return self.numbers.words[word]

    def behind(self, at: int) -> Token:
        """The word or mark behind a place; an empty one where none follows at once."""
        token = self._behind.get(at)
        if token is None:
            found = _BEHIND.match(self.low, at)
            token = _NO_TOKEN
            if found is not None:
                gap, word = found.groups()
                token = Token(gap, word, found.start(2), found.end(), self.numbers.words[word])
            self._behind[at] = token
        return token

    def before(self, start: int) -> str:
        """The word right before a place, as written; "" where none stands there."""
        word = self._before.get(start)
        if word is None:
            word = self._before[start] = self._word_before(start)
        return word

    def _word_before(self, start: int) -> str:
        text, stop = self.text, start - 1
        if start < 2 or text[stop] not in _SPACES:
            return ""
        word = text[text.rfind(" ", max(0, stop - _LONGEST_WORD), stop) + 1 or max(0, stop - _LONGEST_WORD) : stop]
        if word.isalpha():
            return word
        found = _TAIL.search(word)
        return found[0] if found else ""

    def bound(self, start: int) -> tuple[str, int]:
        """How exact the words before a number say it is, and where they begin; "" where they say nothing.

        A word of denial turns a limit round: "no higher than", "not above", "nor further than". A limit told roughly is one: "up to about".
        """
        start = self._before_sign(start)
        word = self.before(start).lower()
        part = self.bits(self.behind(start - 1).word) & c.FRACTION  # German says "more than the half"
        if word and self.numbers.words[word] & (c.ARTICLE if part else c.INDEFINITE):
            start -= len(word) + 1
            word = self.before(start).lower()
        if word[-1:] == "." and self.bits(word[:-1]) & c.NO_END:  # "approx. 40"
            start, word = start - 1, word[:-1]
        near = self.low[max(0, start - 24) : start - 1]
        for phrase, says in self.numbers.bounds.get(word, ()):
            if near.endswith(phrase) and not near[: -len(phrase)][-1:].isalpha():
                begins = start - 1 - len(phrase)
                before = self.before(begins).lower()
                if phrase == "up to" and before in _GOES and " from " in self.low[start : start + _NEAR]:
                    continue  # "will go up to 19% from 17%"
                told = self.numbers.bounds.get(before, ())
                if phrase.startswith("as ") and (before, "about") in told and not self.bits(before) & c.UNSURE:
                    return "about", begins - len(before) - 1  # "roughly as much as"
                denied = before if says in _TURNED else ""
                if denied and self.bits(denied) & c.NEGATION and not self.bits(denied) & c.DENIES:
                    return _TURNED[says], begins - len(denied) - 1
                limit, first = self.bound(begins) if says == "about" else ("", 0)
                # "Talks over about 40 shops": a preposition may be of place.
                return (limit, first) if limit and " " in self.low[first : begins - 1] else (says, begins)
        return "", start

    def _before_sign(self, start: int) -> int:
        """Where the letters and sign of a currency begin that stand right before a number and that no table knows."""
        found = _SIGN.search(self.text, max(0, start - 6), start)
        return found.start(1) if found else start

    def modifier(self, start: int, stops: Iterable[int]) -> Modifier:
        """How exact the words before an offset, or right behind one of the others, say that a number is."""
        says, _ = self.bound(start)
        for stop in () if says else stops:
            token = self.behind(stop)
            if token.gap != " " and token.word in self.numbers.bounds_behind:
                says = self.numbers.bounds_behind[token.word]  # "40-plus"
            elif token.word in self.numbers.opens_bounds:
                last = self.behind(token.stop)
                if self.number_at(last.stop + 1) is None:  # not "killed 10 people and over 40 sheep"
                    says = says or self.numbers.bounds_behind.get(f"{token.word} {last.word}", "")
        return cast("Modifier", says or "exact")

    def between(self, one: Mention, other: Mention) -> str:
        """What stands between two numbers and their units, in lower case, without the spaces at its edges."""
        return self.low[one.end : other.start].strip(" \u00a0-") if other.start - one.end < 24 else "…"

    def next(self, index: int) -> Mention | None:
        """The number behind the one of this index."""
        return self.mentions[index + 1] if index + 1 < len(self.mentions) else None

    def number_at(self, at: int) -> Mention | None:
        """The number that begins at a place."""
        index = bisect_left(self.mentions, at, key=lambda mention: mention.at)
        return self.mentions[index] if index < len(self.mentions) and self.mentions[index].at == at else None
