"""`Reading`: everything that code finds in an article, and the questions that later rooms put to it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from nutgraf.article import Article, Span
from nutgraf.doors import through
from nutgraf.reading.languages.detect import detect
from nutgraf.reading.languages.language import Language, language_of, words_of
from nutgraf.reading.parts import Amount, Attribution, Name, Offsets, Over, Segment, Sentence, Story
from nutgraf.reading.text.quoted_clauses import fills_sentence, is_clause
from nutgraf.reading.text.quotemarks import pair_marks
from nutgraf.reading.text.sentences import split_sentences

if TYPE_CHECKING:
    from nutgraf.reading.speech.attribution import Attributed
    from nutgraf.reading.speech.voices import Voices
    from nutgraf.results import Quantity, Quote, Speaker, TimeRef
    from nutgraf.results.said import QuoteKind

Made = TypeVar("Made")


@dataclass(frozen=True, eq=False)
class Reading:
    """What an article holds by rule alone: useful without a model, and the fallback when a model's answer fails.

    Everything is in article order; sentences are numbered from 1, quoted segments named m1, m2 … What is not asked for
    is not looked for: a summary needs no speakers. The rooms that look are fetched with the first thing that is asked for.
    """

    article: Article
    sentences: tuple[Sentence, ...]
    segments: tuple[Segment, ...]
    """Quoted segments: the words inside a pair of marks."""

    @cached_property
    def times(self) -> tuple[TimeRef, ...]:
        """Time expressions, resolved against the day of publication."""
        return self._timed[0]

    @cached_property
    def time_rules(self) -> tuple[str, ...]:
        """For each of the `times` the rule that found it."""
        return self._timed[1]

    @cached_property
    def _timed(self) -> tuple[tuple[TimeRef, ...], tuple[str, ...]]:
        from nutgraf.reading.dates.by_calendar import dates_of
        from nutgraf.reading.dates.find import find_times

        rules = dates_of(self.language)
        return find_times(self.article.text, self.sentences, self.article.published, rules)

    @cached_property
    def language(self) -> str | None:
        """The code of the article's language, as it says or as its words tell; None where no language of ours is told."""
        given = (self.article.language or "").replace("_", "-").partition("-")[0].lower()  # "en-GB"
        return given or detect(self.article.text)

    @cached_property
    def spoken_in(self) -> Language:
        """The words and rules of the article's language."""
        return language_of(self.language)

    def time_of(self, start: int, end: int) -> TimeRef:
        """What the words of a range say about when; value None where they name no time that the rules know."""
        from nutgraf.reading.dates.pointed import time_of
        from nutgraf.reading.numbers import find

        return time_of(self.article.text, start, end, self.times, self.language, find.lengths_in)

    @cached_property
    def numbers(self) -> tuple[Amount, ...]:
        """What numbers come to that count or measure something, with the names of the rules; none inside a time."""
        from nutgraf.reading.numbers.find import found_in

        return found_in(self.article.text, [(t.span.start, t.span.end) for t in self.times if t.span], self.language)

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """Numbers that count or measure something; lengths of time are among the times."""
        return tuple(found.quantity(self.article.text) for found in self.numbers)

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """Proper names, with their kinds and fullest forms."""
        find = self.spoken_in.names
        return find(self.article.text, self.sentences) if find else ()

    @cached_property
    def names_over(self) -> Over[Name]:
        """The names that share a letter with a range."""
        return Over(self.names, self.names)

    @cached_property
    def segments_over(self) -> Over[Segment]:
        """The quoted segments whose words share a letter with a range."""
        return Over(self.segments, self.segments)

    @cached_property
    def times_over(self) -> Over[TimeRef]:
        """The times that share a letter with a range."""
        return Over(self.times, [time.span for time in self.times if time.span])

    @cached_property
    def quantities_over(self) -> Over[Quantity]:
        """The quantities that share a letter with a range."""
        return Over(self.quantities, [found.span for found in self.quantities])

    @cached_property
    def attributions(self) -> tuple[Attribution, ...]:
        """Who said what: quoted segments and reported clauses, with speaker and cue where rules find them."""
        return self.attributed.attributions

    @cached_property
    def attributed(self) -> Attributed:
        """The attributions, with what they were found by."""
        from nutgraf.reading.speech.attribution import attribute

        return attribute(self.article.text, self.sentences, self.segments, self.names, self.language)

    def reports_in(self, number: int) -> Sequence[Attribution]:
        """The attributions whose cue or words stand in a sentence."""
        return self._reports.get(number, ())

    @cached_property
    def _reports(self) -> dict[int, list[Attribution]]:
        found: dict[int, list[Attribution]] = {}
        for told in self.attributions:
            places = (*told.content, *([told.cue] if told.cue else []))
            for number in dict.fromkeys(n for place in places for n in self.numbers_of(*place)):
                found.setdefault(number, []).append(told)
        return found

    @cached_property
    def quotes(self) -> tuple[Quote, ...]:
        """Quotes made by rule alone; every quoted segment that is not known to be no speech is in one of them."""
        told = sorted(self.attributions, key=lambda a: a.content[0])
        return tuple(self.quote(a, speaker=self.speaker_of(a), id=f"q{n}") for n, a in enumerate(told, 1))

    def span(self, start: int, end: int) -> Span:
        """The slice of the article's text; one asked for again is the same one."""
        place = start, end
        if place not in self._spans:
            self._spans[place] = self.article.span(start, end)
        return self._spans[place]

    @cached_property
    def _spans(self) -> dict[tuple[int, int], Span]:
        return {}

    def sentence(self, number: int) -> Sentence | None:
        """The sentence of that number, or None when there is none."""
        return self.sentences[number - 1] if 1 <= number <= len(self.sentences) else None

    def sentence_span(self, number: int) -> Span:
        """The words of a sentence."""
        found = self.sentences[number - 1]
        return self.span(found.start, found.end)

    @cached_property
    def _starts(self) -> list[int]:
        return [s.start for s in self.sentences]

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds (or, between two, precedes) an offset; None before the first."""
        index = bisect_right(self._starts, offset) - 1
        return self.sentences[index] if index >= 0 else None

    def numbers_of(self, start: int, end: int) -> tuple[int, ...]:
        """Numbers of the sentences that overlap a range."""
        first, last = bisect_right(self._starts, start) or 1, bisect_left(self._starts, end)
        if first <= last and self.sentences[first - 1].end <= start:
            first += 1  # it begins between two
        return tuple(range(first, last + 1))

    @cached_property
    def orders(self) -> frozenset[int]:
        """Numbers of the sentences that speak to a machine and not to the reader: nothing may rest on them."""
        from nutgraf.reading.text.orders import find_orders

        return find_orders(self.article.text, self.sentences)

    @cached_property
    def story(self) -> tuple[Offsets, ...]:
        """The article less boilerplate and less what speaks to a machine."""
        told = tuple((s.start, s.end) for s in self.sentences if s.number not in self.orders)
        return told if self.orders else self.article.body

    @cached_property
    def by_segment(self) -> dict[str, Segment]:
        """Quoted segments by id."""
        return {s.id: s for s in self.segments}

    def segments_in(self, numbers: Iterable[int]) -> tuple[Segment, ...]:
        """The quoted segments that overlap any of these sentences."""
        found = {index for number in numbers for index in self._segments_of.get(number, ())}
        return tuple([self.segments[index] for index in sorted(found)]) if found else ()

    @cached_property
    def _segments_of(self) -> dict[int, list[int]]:
        """Indexes of the quoted segments by the number of each sentence that they overlap."""
        found: dict[int, list[int]] = {}
        for index, segment in enumerate(self.segments):
            for number in self.numbers_of(segment.outer_start, segment.outer_end):
                found.setdefault(number, []).append(index)
        return found

    @cached_property
    def time_words(self) -> frozenset[str]:
        """The expressions of time, in the article's words."""
        return frozenset(time.span.text for time in self.times if time.span)

    def quote(self, found: Attribution, *, speaker: Speaker | None, id: str = "") -> Quote:  # noqa: A002 - the field
        """A `Quote` of what an attribution covers, with this speaker."""
        from nutgraf.results.said import Quote

        return Quote(
            id=id,
            kind="direct" if found.verbatim else self.kind(found.segments, found.cue is not None),
            content=tuple(self.span(start, end) for start, end in found.content),
            speaker=speaker,
            cue=self.span(*found.cue) if found.cue else None,
            addressee=self.article.text[slice(*found.addressee)] if found.addressee else None,
            stance=found.stance,
        )

    def kind(self, segments: Sequence[str], has_cue: bool) -> QuoteKind:
        """Direct, mixed or indirect: from the quotation marks alone."""
        if not segments:
            return "indirect"
        first = self.by_segment[segments[0]]
        beside = self.sentence_at(first.outer_start)
        if first.continues or is_clause(self.article.text, first, beside, comma_behind=not self.spoken_in.worded):
            return "direct"
        return "mixed" if has_cue or not fills_sentence(first, beside) else "direct"

    def speaker_of(self, found: Attribution) -> Speaker | None:
        """The speaker that the rules find for an attribution; None where they are silent."""
        return None if found.speaker is None else self.speaker(found.speaker)

    def speaker(self, mention: Offsets, *, basis: Literal["rule", "model"] = "rule") -> Speaker:
        """A `Speaker` from the words that name them: fullest name, title and organization as the article gives them."""
        found = self.voices.speaker_at(mention)
        return found if basis == "rule" else found.model_copy(update={"basis": basis})

    @cached_property
    def voices(self) -> Voices:
        """Whom the article's words mean."""
        from nutgraf.reading.speech.voices import Voices

        spoken = sorted({told.speaker for told in self.attributions if told.speaker})
        return Voices(Story(self.article.text, self.names, self.sentences, spoken), self.spoken_in.people)

    def once(self, make: Callable[..., Made], *asked: Hashable) -> Made:
        """What is made of this article and of what is asked, made the first time; it must not hold the reading itself."""
        key = make, asked
        if key not in self._made:
            self._made[key] = make(self, *asked)
        made: Made = self._made[key]
        return made

    @cached_property
    def _made(self) -> dict[Hashable, Any]:
        return {}

    def _repr_html_(self) -> str:
        html = through("html_of_reading")(
            self.article,
            quotes=self.quotes,
            names=[self.article.span(name.start, name.end) for name in self.names],
            times=[time.span for time in self.times if time.span],
            quantities=[quantity.span for quantity in self.quantities],
        )
        return str(html)


def read(article: Article | str | object) -> Reading:
    """Read an article by rule alone: no model, no key, no network.

    Args:
        article: an Article, its text, or whatever `Article.from_object` takes.

    Raises:
        ArticleError: no article (empty, a URL, a file name, an object without a text).
    """
    article = Article.from_object(article)
    text, body = article.text, article.body
    segments = pair_marks(text, body, words := words_of(article.language or detect(text)))
    return Reading(article=article, sentences=split_sentences(text, body, segments, words), segments=segments)
