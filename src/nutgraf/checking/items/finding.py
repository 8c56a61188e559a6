"""Where the words of a field stand: in the cited sentences first, and as words of their own rather than inside a longer name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from pydantic import BaseModel

from nutgraf.article import Span
from nutgraf.checking.place.compounds import in_compound
from nutgraf.checking.place.lookup import all_of, find_words, inflected
from nutgraf.checking.place.stops import with_stop
from nutgraf.reading.numbers.find import numbers_in
from nutgraf.reading.parts import Offsets
from nutgraf.reading.reading import Reading
from nutgraf.reading.window import Window


class Unfit(Exception):
    """A value that the article does not bear out."""

    def __init__(self, kind: str, detail: str, *, words: str = "") -> None:
        super().__init__(detail)
        self.kind = kind
        self.detail = detail
        self.words = words


_LONGEST_SHOWN = 80
_SCALES = (1, 1e3, 1e6, 1e9, 1e12)
_BEFORE_A_NAME = ("the ", "a ", "an ", "The ", "A ", "An ")
_BETWEEN_PARTS = re.compile(r"\s*(?:…|\.\.\.),?\s*|, ")
_BETWEEN = 24
"""Characters between two parts that are told as one."""
_MARKLESS = re.compile(r"[^,;:()—–]*")


@dataclass(frozen=True)
class Finder:
    """Looks words up on behalf of the items of one answer about one window."""

    reading: Reading
    window: Window

    def find(self, words: str, evidence: Sequence[Span]) -> Offsets | None:
        """Where these words stand: in the cited sentences, else in those shown, else in the story.

        The film is preferred to the man whose name it bears: a place inside a longer name counts only where the words
        stand nowhere by themselves.
        """
        ranges = [*((span.start, span.end) for span in evidence), *self.shown, *self.reading.story]
        for form in forms_of(words):
            if found := self._first(form, ranges):
                return found
        text, inflection = self.reading.article.text, self.reading.spoken_in.inflection
        found = next(inflected(words, text, ranges, inflection), None)
        return found or self.in_compound(words, evidence)

    def in_compound(self, words: str, evidence: Sequence[Span]) -> Offsets | None:
        """The compound of the cited sentences that names a noun as its first part."""
        cited = [(span.start, span.end) for span in evidence]
        return in_compound(words, self.reading.article.text, cited, self.reading.spoken_in)

    def located(self, words: str, evidence: Sequence[Span]) -> Span:
        """The same as a span.

        Raises:
            Unfit: they stand nowhere.
        """
        found = self.find(words, evidence)
        if found is None:
            raise Unfit("not_in_article", f"{shown(words)} is not in the article", words=words)
        return self.reading.span(*with_stop(self.reading, found))

    def part(self, words: str, evidence: Sequence[Span]) -> Span:
        """The same; of parts that an ellipsis or commas join ("in Oslo, at the pier") all the words from the first to the last where they
        stand near each other, else the longest, if each stands somewhere.

        Of several in one answer ("Oslo; Bergen") it is the first that stands there.

        Raises:
            Unfit: they stand nowhere.
        """
        if self.find(words, evidence) is not None:
            return self.located(words, evidence)
        each = [one.strip() for one in words.split(";") if one.strip()] if ";" in words else []
        first = next(filter(None, (self.find(one, evidence) for one in each)), None)
        if near := first or self.together(words, evidence):
            return self.reading.span(*with_stop(self.reading, near))
        parts = parts_of(words)
        if all(self.find(part, evidence) for part in parts):
            return self.located(max(parts, key=len), evidence)
        return self.located(words, evidence)

    def together(self, words: str, evidence: Sequence[Span]) -> Offsets | None:
        """From the first part of words to the last, where they stand in a cited sentence in this order with few words between."""
        return next(filter(None, (self._joined(parts_of(words), span) for span in evidence)), None)

    def _joined(self, parts: Sequence[str], sentence: Span) -> Offsets | None:
        places: list[Offsets] = []
        for part in parts if len(parts) > 1 else ():
            low = places[-1][1] if places else sentence.start
            place = find_words(part, self.reading.article.text, [(low, sentence.end)])
            between = self.reading.article.text[low : place[0]] if place and places else ""
            if place is None or len(between) > _BETWEEN or not _MARKLESS.fullmatch(between):
                return None
            places.append(place)
        return (places[0][0], places[-1][1]) if places else None

    def _first(self, words: str, ranges: Sequence[Offsets]) -> Offsets | None:
        anywhere = all_of(words, self.reading.article.text)
        held: Offsets | None = None
        for place in _in_order(anywhere, ranges):
            if not self._in_longer_name(place):
                return place
            held = held or place
        return held or find_words(words, self.reading.article.text, ranges)

    def _in_longer_name(self, place: Offsets) -> bool:
        """True for "Ford" in "Ford Foundation"; a person's surname is the person."""
        for name in self.reading.names_over(place[0], place[0] + 1):
            if place[1] <= name.end and (name.start, name.end) != place:
                return not (name.kind == "person" and place[1] == name.end)
        return False

    @cached_property
    def shown(self) -> tuple[Offsets, ...]:
        """The sentences of the window, less what speaks to a machine."""
        orders = self.reading.orders
        found = (self.reading.sentence(n) for n in self.window.numbers if n not in orders)
        return tuple((s.start, s.end) for s in found if s)

    @cached_property
    def numbers(self) -> frozenset[float]:
        """The numbers of the story; of "2.1 billion" also the 2.1, for a field that counts in billions."""
        found: set[float] = set()
        for low, high in self.reading.story:
            text = self.reading.article.text[low:high]
            for number in numbers_in(text, self.reading.language):
                if number.value is not None:
                    scaled = any(map(str.isalpha, text[number.start : number.end]))
                    found.update(number.value / scale for scale in (_SCALES if scaled else (1,)))
        return frozenset(found)

    def fullest(self, span: Span) -> str:
        """The fullest form in the article of the name that stands here; the words themselves where none does."""
        for name in self.reading.names_over(span.start, span.end):
            shared = min(name.end, span.end) - max(name.start, span.start)
            if shared > 0 and name.end >= span.end and name.end - name.start >= (span.end - span.start) / 2:
                return name.full
        return span.text


def _in_order(places: Sequence[Offsets], ranges: Iterable[Offsets]) -> Iterator[Offsets]:
    for start, end in ranges:
        at = bisect_left(places, (start, start))
        while at < len(places) and places[at][0] < end:
            if places[at][1] <= end:
                yield places[at]
            at += 1


def parts_of(words: str) -> list[str]:
    """The parts that an ellipsis or commas join."""
    return [part for part in _BETWEEN_PARTS.split(words) if part]


def forms_of(words: str) -> Iterator[str]:
    """The words as given, then without the article or the possessive that their sentence gave them."""
    yield words
    bare = next((words[len(p) :] for p in _BEFORE_A_NAME if words.startswith(p)), words)
    bare = bare.removesuffix("'s").removesuffix("’s")
    if bare != words:
        yield bare


def shown(words: str) -> str:
    """Words as a problem names them: quoted, and no more than a line of them."""
    return repr(words if len(words) <= _LONGEST_SHOWN else words[: _LONGEST_SHOWN - 1] + "…")


def label_of(item: BaseModel) -> str:
    """What a problem names an item by: its title, text, references or name; else its class."""
    for name in ("title", "text", "content", "name"):
        if value := vars(item).get(name):
            return shown(value if isinstance(value, str) else ", ".join(map(str, value)))
    return type(item).__name__
