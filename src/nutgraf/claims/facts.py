"""The names, numbers and times of a statement, each with the places where the articles have it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence

from nutgraf.article import Span
from nutgraf.checking.place.lookup import find_words
from nutgraf.checking.rules.names import names_told, stands
from nutgraf.checking.rules.words.counted import Counted, counted_in
from nutgraf.checking.rules.words.figures import Figure
from nutgraf.checking.rules.words.wording import Wording, wording
from nutgraf.claims.index import Index
from nutgraf.claims.reckoned import reckoned, reckoned_from_days
from nutgraf.claims.statements import Part
from nutgraf.claims.unworded import figures_in
from nutgraf.reading.reading import Reading
from nutgraf.results import Evidence, Fact, TimeRef

_MOST_PLACES = 3
"""Places of an article at which a fact is shown, and articles in which it is."""
_MOST_SENTENCES = 40
_DAY_WORD = re.compile(r"\d|[A-Z]")


class Facts:
    """Finds where the facts of a text's statements stand. `near` are the articles that a statement is held against."""

    def __init__(self, text: Reading, index: Index) -> None:
        self._text = text
        self._index = index

    def of(self, part: Part, near: Sequence[int], evidence: Sequence[Span]) -> tuple[Fact, ...]:
        """The facts of a statement, in its order; `evidence` is what it rests on, in the first of the articles near it."""
        times = [time for time in self._text.times if time.span and _inside(time.span, part.span)]
        found = [self._time(time, near) for time in times if time.span and _DAY_WORD.search(time.span.text)]
        taken = [fact.span for fact in found]
        found += self._names(part, near, taken)
        found += self._numbers(part, near, evidence, [*taken, *(fact.span for fact in found)])
        return tuple(sorted(found, key=lambda fact: fact.span.start))

    # --- names ---

    def _names(self, part: Part, near: Sequence[int], taken: Sequence[Span]) -> Iterator[Fact]:
        told = wording(part.span.text)
        for name in self._text.names:
            span = self._text.span(name.start, name.end)
            if not _inside(span, part.span) or any(span.overlaps(other) for other in taken):
                continue
            places = [*self._places_of_words(span.text, near)]
            if not places and " " in span.text:
                places = [*self._places_of_words(span.text.split()[-1], near)]
            own = {word.low for word in wording(span.text).words}
            yield Fact(
                kind="name",
                span=span,
                stands=bool(places)
                or any(
                    all(
                        stands(told, at, wording(_all_of(self._index.readings[article])))
                        for at, word in names_told(told)
                        if word.low in own
                    )
                    for article in near
                ),
                evidence=_gathered(places, self._index),
            )

    def _places_of_words(self, words: str, near: Sequence[int]) -> Iterator[tuple[int, Span]]:
        for article, number in self._sentences(words, near):
            reading = self._index.readings[article]
            sentence = reading.sentences[number - 1]
            if place := find_words(words, reading.article.text, [(sentence.start, sentence.end)]):
                yield article, reading.span(*place)

    def _sentences(self, words: str, near: Sequence[int]) -> list[tuple[int, int]]:
        """The sentences that have some words, those of the articles near first."""
        rank = {article: at for at, article in enumerate(near)}
        found = self._index.sentences_with(words)
        found.sort(key=lambda place: rank.get(place[0], len(rank)))
        return found[:_MOST_SENTENCES]

    # --- numbers ---

    def _numbers(
        self, part: Part, near: Sequence[int], evidence: Sequence[Span], taken: Sequence[Span]
    ) -> Iterator[Fact]:
        language = (self._index.readings[near[0]] if near else self._text).spoken_in
        told = part.span.text if not language.worded else wording(part.span.text).text
        spans = [*evidence, *self._beside(near[0], evidence)] if near and evidence else []
        given = [one for span in spans for one in self._counting(near[0], span)]
        for figure in figures_in(part.span.text, language):
            span = _placed(figure, part.span, told)
            if span is None or any(span.overlaps(other) for other in taken):
                continue
            places = list(self._places_of_number(figure, near))
            titles = (self._index.readings[article].article.title or "" for article in near)
            stands_there = bool(places) or any(
                figure.equals(other) for title in titles for other in figures_in(title, language)
            )
            made = language.worded and not stands_there
            yield Fact(
                kind="number",
                span=span,
                stands=stands_there,
                evidence=_gathered(places, self._index),
                reckoned=self._reckoned(figure, wording(part.span.text), given, near) if made else None,
            )

    def _counting(self, article: int, span: Span) -> Iterator[Counted]:
        """The numbers of a sentence less those of its dates: nobody adds 2026 to a number of people."""
        said = wording(span.text)
        times = self._index.readings[article].times
        dates = [time.span for time in times if time.span and time.start and time.span.overlaps(span)]
        for one in counted_in(said):
            place = _placed(one.figure, span, said.text)
            if place is None or not any(place.overlaps(date) for date in dates):
                yield one

    def _reckoned(self, figure: Figure, told: Wording, given: Sequence[Counted], near: Sequence[int]) -> str | None:
        if found := reckoned(Counted(figure, figure.noun(told)), given, about=figure.is_rounded(told)):
            return found
        days: list[dt.date] = []
        for reading in (self._index.readings[at] for at in near[:1]):
            days += [day for time in reading.times for day in (time.start, time.end) if day]
            days += [reading.article.published] if reading.article.published else []
        return reckoned_from_days(figure, figure.noun(told), days)

    def _beside(self, article: int, evidence: Sequence[Span]) -> list[Span]:
        """The other sentences of the paragraphs that the evidence stands in: a text may reckon with their numbers, too."""
        reading = self._index.readings[article]
        cited = [sentence for span in evidence if (sentence := reading.sentence_at(span.start))]
        numbers, paragraphs = {one.number for one in cited}, {one.paragraph for one in cited}
        return [
            reading.sentence_span(one.number)
            for one in reading.sentences
            if one.paragraph in paragraphs and one.number not in numbers
        ]

    def _places_of_number(self, figure: Figure, near: Sequence[int]) -> Iterator[tuple[int, Span]]:
        for article in near:
            reading = self._index.readings[article]
            for sentence in reading.sentences:
                span = reading.sentence_span(sentence.number)
                said = wording(span.text).text if reading.spoken_in.worded else span.text
                for other in figures_in(span.text, reading.spoken_in):
                    if figure.equals(other) and (place := _placed(other, span, said)):
                        yield article, place

    # --- times ---

    def _time(self, time: TimeRef, near: Sequence[int]) -> Fact:
        assert time.span is not None
        places = [
            (article, other.span)
            for article in near
            for other in self._index.readings[article].times
            if other.span is not None and _same_time(time, other)
        ]
        if not places:
            places = [*self._places_of_words(time.span.text, near)]
        return Fact(kind="time", span=time.span, stands=bool(places), evidence=_gathered(places, self._index))


def _same_time(told: TimeRef, other: TimeRef) -> bool:
    """The same words, the same days, or a day within the month or year that is told."""
    assert told.span is not None
    assert other.span is not None
    if told.span.text.lower() == other.span.text.lower():
        return True
    if not (told.start and told.end and other.start and other.end):
        return False
    if (told.start, told.end) == (other.start, other.end):
        return True
    return told.basis == "stated" and told.start <= other.start and other.end <= told.end


def _inside(span: Span, whole: Span) -> bool:
    return whole.start <= span.start and span.end <= whole.end


def _placed(figure: Figure, span: Span, folded: str) -> Span | None:
    """Where the words of a figure stand; its offsets hold where folding changed none."""
    if figure.end and len(folded) == len(span.text) and span.text[figure.start : figure.end].strip():
        start, end = figure.start, figure.end
    elif place := find_words(figure.words, span.text, [(0, len(span.text))]):
        start, end = place
    else:
        return None
    return Span(text=span.text[start:end], start=span.start + start, end=span.start + end)


def _gathered(places: Iterable[tuple[int, Span]], index: Index) -> tuple[Evidence, ...]:
    """The first places of the first articles, each once, in the order of its text."""
    by_article: dict[int, dict[int, Span]] = {}
    for article, span in places:
        if article in by_article or len(by_article) < _MOST_PLACES:
            spans = by_article.setdefault(article, {})
            if len(spans) < _MOST_PLACES:
                spans[span.start] = span
    return tuple(
        Evidence(article=index.readings[article].article.key, spans=tuple(spans[start] for start in sorted(spans)))
        for article, spans in by_article.items()
    )


def _all_of(reading: Reading) -> str:
    article = reading.article
    return f"{article.title}\n{article.text}" if article.title else article.text
