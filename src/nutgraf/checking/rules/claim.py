"""A statement and what it is held against, as every rule takes them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal

from nutgraf.article import Span
from nutgraf.checking.rules.words.figures import Figure, figures_of
from nutgraf.checking.rules.words.wording import Wording, folded, wording
from nutgraf.reading.dates.by_calendar import dates_of
from nutgraf.reading.dates.find import find_times
from nutgraf.reading.numbers.find import find_quantities, lengths_in
from nutgraf.reading.parts import Name, Sentence
from nutgraf.reading.reading import Reading
from nutgraf.results import Quantity, TimeRef

Outcome = Literal["worded", "open", "refuted"]
"""*worded*: the evidence holds its names, numbers, time words, negations and most of its words; *open*: the words neither
carry nor contradict it; *refuted*: the article contradicts it, or a name or number of it stands nowhere."""


@dataclass(frozen=True)
class Finding:
    """What one rule found; `reason` is for people and for the model that is asked again: it says what would satisfy it."""

    rule: str
    outcome: Outcome
    reason: str


class Names:
    """The article's names, by their words."""

    def __init__(self, names: Sequence[Name]) -> None:
        self.of_people = frozenset(
            tuple(folded(name.text).lower().split())
            for name in names
            if " " in name.text and name.kind in {"person", "other"}
        )
        """The words of the names of several words that may be people's."""
        self.fulls: dict[str, dict[str, None]] = {}
        """Each word of a name to the full forms of the names that hold it."""
        self.meant: dict[int, frozenset[str]] = {}
        """Where a sentence begins, to the full names of those whom it means: kept by those who ask."""
        for name in names:
            for low in folded(name.text).lower().replace("-", " ").split():
                self.fulls.setdefault(low, {})[name.full] = None


class Whole(Wording):
    """The words of an article."""

    names: Names | None = None


@dataclass(frozen=True, eq=False)
class Claim:
    """A statement, the sentences that it rests on, and the article that they stand in. One is like no other."""

    text: str
    evidence: tuple[Span, ...]
    reading: Reading
    spoken_of: frozenset[str] = frozenset()
    """Words of names that the evidence does not hold, of those whom it goes on about: "the company", "she"."""

    @cached_property
    def told(self) -> Wording:
        """The statement's words."""
        return wording(self.text)

    @cached_property
    def sentences(self) -> tuple[Wording, ...]:
        """The words of each sentence that it rests on."""
        return tuple([wording(span.text) for span in self.evidence])

    @cached_property
    def said(self) -> Wording:
        """The words of all of them."""
        return Wording.of_all(self.sentences)

    @cached_property
    def whole(self) -> Whole:
        """The words of the article: title, dateline and body, less what speaks to a machine."""
        return _whole(self.reading)

    @cached_property
    def names(self) -> Names:
        """The names of the article, found once for all statements about it."""
        if self.whole.names is None:
            self.whole.names = Names(self.reading.names)
        return self.whole.names

    @cached_property
    def in_english(self) -> bool:
        """Whether the rules that know English words may speak."""
        return self.reading.spoken_in.worded

    @cached_property
    def times_told(self) -> tuple[TimeRef, ...]:
        """The times that the statement gives, by the article's calendar."""
        whole = (Sentence(1, 0, len(self.text), 0),)
        return find_times(self.text, whole, self.reading.article.published, dates_of(self.reading.language))[0]

    @cached_property
    def times_said(self) -> tuple[TimeRef, ...]:
        """The times that its sentences give."""
        return tuple(t for span in self.evidence for t in self.reading.times_over(span.start, span.end))

    @cached_property
    def days(self) -> frozenset[dt.date]:
        """The first and last days of these."""
        return frozenset(day for time in self.times_said for day in (time.start, time.end) if day)

    @cached_property
    def amounts_told(self) -> tuple[Quantity, ...]:
        """What the statement counts and measures, lengths of time among it."""
        return _amounts(self.text, self.reading.language, [t.span for t in self.times_told if t.span])

    @cached_property
    def amounts_said(self) -> tuple[Quantity, ...]:
        """What its sentences count and measure."""
        near = (q for span in self.evidence for q in self.reading.quantities_over(span.start, span.end))
        lengths = (q for span in self.evidence for q in lengths_in(span.text, self.reading.language))
        return (*near, *lengths)

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """The statement's numbers."""
        return figures_of(self.told)

    @cached_property
    def figures_said(self) -> tuple[Figure, ...]:
        """The numbers of the sentences that it rests on."""
        return tuple([figure for sentence in self.sentences for figure in figures_of(sentence)])

    @cached_property
    def figures_of_article(self) -> tuple[Figure, ...]:
        """All numbers of the article."""
        return figures_of(self.whole)


def _amounts(text: str, language: str | None, times: Sequence[Span]) -> tuple[Quantity, ...]:
    found = find_quantities(text, [(span.start, span.end) for span in times], language)
    return (*found, *lengths_in(text, language))


def _whole(reading: Reading) -> Whole:
    article = reading.article
    dateline = article.dateline.text if article.dateline else ""
    return _read(article.title or "", article.text, reading.story, dateline, reading.language)


@lru_cache(maxsize=16)
def _read(title: str, text: str, body: Sequence[tuple[int, int]], dateline: str, _language: str | None) -> Whole:
    """The words of an article, less its boilerplate: found once for all statements about it in that language."""
    own = "\n".join(text[start:end] for start, end in body)
    return Whole("\n".join(filter(None, (title, dateline, own))))
