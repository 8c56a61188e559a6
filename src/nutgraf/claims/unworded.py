"""A statement in a language whose wording no rule weighs: it is worded only if all its words stand in the sentences found.

There is no rule here that tells a synonym from a contrary. So each name, number, negation and word of content must stand in the
sentences found, as the language inflects; what does not leaves the statement open, and no word that is missing refutes it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from nutgraf.checking.rules.weigh import Finding
from nutgraf.checking.rules.words.figures import Figure, figures_of
from nutgraf.checking.rules.words.wording import wording
from nutgraf.claims.index import Found, Index
from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.language import Language
from nutgraf.reading.numbers.find import numbers_in
from nutgraf.reading.reading import Reading
from nutgraf.results.brief import Problem

_WORD = re.compile(r"[^\W\d_]+")
_TELLING = c.QUANTIFIER | c.INDEFINITE | c.NEGATION | c.MAYBE | c.DUTY | c.ADVERB
"""Small words that say something of their own: "ein" of one and not of five, "viele", "nicht", "soll", "erneut"."""
_FORCE = c.NEGATION | c.MAYBE | c.DUTY
"""Words that turn a sentence or say how sure it is: they may neither be added nor left out."""
_MOST_NAMED = 3


def figures_in(text: str, language: Language) -> tuple[Figure, ...]:
    """Every number of a text by the words and marks of its language: "3,2" is one number in German, and "fünf" is 5."""
    if language.worded:
        return figures_of(wording(text))
    return tuple(
        Figure(number.words or text[number.start : number.end], number.value, number.unit, number.ordinal, *number[:2])
        for number in numbers_in(text, language.code or None)
    )


def not_worded(words: str, found: Found, index: Index) -> Iterator[Finding]:
    """What keeps a statement from being worded: words that the sentences found do not have, or that turn it or them."""
    reading = index.readings[found.article]
    language = reading.spoken_in
    told = _Words(_plain(words), language)
    cited = [_Words(_plain(span.text), language) for span in index.spans(found)]
    core = _Words(_plain(reading.sentence_span(found.core).text), language)
    yield from _numbers(told, cited)
    missing = [raw for raw, low in told.telling if not any(text.has(low) for text in cited)]
    if missing:
        named = ", ".join(map(repr, missing[:_MOST_NAMED]))
        yield Finding("word_not_found", "open", f"the sentences found do not have {named}")
    yield from _turned(told, core)
    if not knows_negation(language):
        reason = "no rule knows the words by which this language negates: it may say the contrary"
        yield Finding("negation_unknown", "open", reason)


def _numbers(told: _Words, cited: Sequence[_Words]) -> Iterator[Finding]:
    """Numbers that no sentence found has, or none together with the word behind."""
    for figure in told.figures:
        having = [text for text in cited if any(figure.equals(other) for other in text.figures)]
        if not having:
            reason = f"the sentences found do not give the number {figure.words!r}"
            yield Finding("number_from_elsewhere", "open", reason)
        elif (behind := told.behind(figure)) and not any(text.has(behind) for text in having):
            reason = f"no sentence found has the number {figure.words!r} together with {behind!r}"
            yield Finding("number_of_something_else", "open", reason)


def _turned(told: _Words, core: _Words) -> Iterator[Finding]:
    """Negations and words of force that the sentence with most of the statement has not, or that only it has."""
    for raw, low in told.forces:
        if not core.has(low):
            yield Finding("foreign_negation", "open", f"the sentence that has most of it does not say {raw!r}")
            return
        if told.negates(low) and not any(_same(told.beside(low), core.beside(other), core) for _, other in core.forces):
            yield Finding(
                "foreign_negation", "open", f"the sentence that has most of it says {raw!r} of something else"
            )
            return
    for raw, low in core.forces:
        if not told.has(low):
            yield Finding("dropped_negation", "open", f"the sentence that has most of it says {raw!r}")
            return


def _same(mine: Sequence[str], theirs: Sequence[str], text: _Words) -> bool:
    return any(text.is_form(one, other) for one in mine for other in theirs)


@lru_cache(maxsize=64)
def knows_negation(language: Language) -> bool:
    """Whether the word table of a language says which words negate."""
    return bool(language.words.any_of(c.NEGATION))


class _Words:
    """The words of a text as a language's table knows them; numbers aside."""

    def __init__(self, text: str, language: Language) -> None:
        self._language = language
        self.figures = [one for one in figures_in(text, language) if one.value != 1 or one.ordinal]
        words = [
            found
            for found in _WORD.finditer(text)
            if not any(one.start <= found.start() < one.end for one in self.figures)
        ]
        self.raws = [found[0] for found in words]
        self._starts = [found.start() for found in words]
        self.lows = [raw.lower() for raw in self.raws]
        self._known = frozenset(self.lows)

    def _bits(self, low: str) -> int:
        return self._language.words[low]

    def negates(self, low: str) -> bool:
        """Whether a word is a negation."""
        return bool(self._bits(low) & c.NEGATION)

    def is_form(self, one: str, other: str) -> bool:
        """Whether two words are forms of one."""
        inflection = self._language.inflection
        return one == other or (inflection is not None and inflection.same(one, other))

    def has(self, low: str) -> bool:
        """Whether the text has a word in whatever form."""
        return low in self._known or any(self.is_form(low, other) for other in self._known)

    def _is_telling(self, low: str) -> bool:
        bits = self._bits(low)
        return not bits & c.FUNCTION or bool(bits & _TELLING)

    @property
    def telling(self) -> list[tuple[str, str]]:
        """The words of content, as they stand and in small letters; what turns a sentence is asked for by itself."""
        both = zip(self.raws, self.lows, strict=True)
        return [(raw, low) for raw, low in both if self._is_telling(low) and not self._bits(low) & _FORCE]

    @property
    def forces(self) -> list[tuple[str, str]]:
        """The negations and the words that say how sure it is."""
        return [(raw, low) for raw, low in zip(self.raws, self.lows, strict=True) if self._bits(low) & _FORCE]

    def behind(self, figure: Figure) -> str | None:
        """The first word of content behind a number, in small letters."""
        both = zip(self._starts, self.lows, strict=True)
        return next((low for start, low in both if start >= figure.end and self._is_telling(low)), None)

    def beside(self, low: str) -> list[str]:
        """The words of content nearest to each place of a word, one on either side."""
        found: list[str] = []
        telling = [at for at, word in enumerate(self.lows) if self._is_telling(word) and not self._bits(word) & _FORCE]
        for at in (at for at, word in enumerate(self.lows) if word == low):
            found += [self.lows[near] for near in [near for near in telling if near < at][-1:]]
            found += [self.lows[near] for near in [near for near in telling if near > at][:1]]
        return found


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.split()))


def problem_of(readings: Sequence[Reading]) -> Problem | None:
    """That no rule weighs the wording in the languages of some articles; None where all are in English."""
    others = [reading for reading in readings if not reading.spoken_in.worded]
    if not others:
        return None
    told = ", ".join(sorted({reading.language or "unknown" for reading in others}))
    detail = (
        f"no rule weighs the wording of articles in another language than English ({told}): a statement is worded only if each of its "
        "names, numbers, negations and words of content stands in the sentences found, and open where one does not"
    )
    if not all(knows_negation(reading.spoken_in) for reading in others):
        detail += "; where no rule knows the language's negations, all that is not verbatim is open"
    return Problem(kind="not_english", step="check", detail=detail, resolution="unresolved")
