"""A language as the engine sees it: what its folder provides.

A folder `languages/<code>/` holds `words.tsv`, the word table; `forms.py`, how words are inflected; `vocabulary.py`, with both as
`WORDS`; and `rules.py`, with its rules as records as `LANGUAGE`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Literal, NamedTuple

import nutgraf.reading.languages as folders
from nutgraf.lazily import pattern
from nutgraf.reading.languages.cldr import Calendar, calendars
from nutgraf.reading.languages.inflection import ANY, Inflection
from nutgraf.reading.languages.tables import code_of
from nutgraf.reading.languages.words import Words, signs
from nutgraf.reading.parts import Name, Offsets, Sentence, Story

if TYPE_CHECKING:
    from nutgraf.reading.dates.scan import DateRules
    from nutgraf.reading.numbers.scan import NumberRules
    from nutgraf.reading.speech.scan import SpeechRules
    from nutgraf.reading.speech.stances import Stances
    from nutgraf.reading.verbs.groups import VerbRules


WHOSE_BEHIND = pattern(r"^(?:d\w\w )?[^\W\d_]{3,}(?: vo[nm]| d\w\w?| \w+er)? [^\W\d_]+")
"""A noun and behind it whose it is, a small word perhaps between: "die Webseite des Hafens", "portavoz del puerto"."""
_NOUNS_WITH_CAPITALS = frozenset({"lb", "nds", "gsw"})
"""Languages without a folder that capitalise their nouns: Luxembourgish, Low German, Alemannic."""


class People(NamedTuple):
    """Who is meant by the words for a speaker, and what office they hold."""

    resolve: Callable[[Story, Offsets], str | None]
    """Of a story and a mention the fullest name of the speaker; None for one without a name."""
    about: Callable[[str, Sequence[Name], Sequence[Name]], tuple[str | None, str | None]]
    """Of a text, mentions and names the office and the body that it gives that person, each None where it says nothing."""


@dataclass(frozen=True, eq=False)
class Language:
    """The words and rules of a language, as `rules.py` of its folder gives them in `LANGUAGE`."""

    code: str
    """ISO 639-1; "" where a text is in none of the languages that have a folder."""
    words: Words
    calendar: Calendar | None = None
    """Of one without a folder its months, weekdays and marks in numbers, where they are known."""
    speech: SpeechRules | None = None
    """None: no rule of speech holds; quotations stand without speakers."""
    stances: Stances | None = None
    """What the words of a cue settle of a stance; None: what the classes of its verbs do."""
    names: Callable[[str, Sequence[Sentence]], tuple[Name, ...]] | None = None
    """Finds the proper names; None: capitals tell nothing that anybody knows."""
    people: People | None = None
    dates: DateRules | None = None
    """None: of times only dates in figures are found."""
    verbs: VerbRules | None = None
    """None: nothing is told of time and truth."""
    numbers: NumberRules | None = None
    """None: digits alone are read, where every language reads them alike."""
    inflection: Inflection | None = ANY
    """How its names and nouns change their form; None: not at all but for possessives and plurals, which rules know."""
    capitals: Literal["names", "nouns"] | None = None
    """What a capital within a sentence tells: a name, any noun; None: nobody knows."""
    capitals_by_text: bool = False
    """Where nobody knows: whether a text that has many tells that they are nouns'."""
    whose: re.Pattern[str] = WHOSE_BEHIND
    """How the words for a body or document say whose it is."""
    worded: bool = False
    """Whether the rules that hold the wording of a statement against the article (time words, force, status, direction, manner)
    and those that cut clauses by small words know its words: they are written in English, and off in every other language."""


def _no_forms(_word: str, _classes: int, _extra: Mapping[str, str]) -> tuple[tuple[str, int], ...]:
    return ()


NO_LANGUAGE = Language(code="", words=Words(signs(), _no_forms), capitals_by_text=True)
"""What holds for a text in another language: marks and spans, signs, no word."""


@cache
def codes() -> tuple[str, ...]:
    """The codes of the languages that have a folder."""
    return tuple(sorted(module.name for module in iter_modules(folders.__path__) if module.ispkg))


@cache
def words_of(language: str | None) -> Words:
    """The word table of a language, without its rules; of one without a folder what `language_of` knows."""
    code = code_of(language)
    if code not in codes():
        return language_of(code).words
    found: Words = import_module(f"{folders.__name__}.{code}.vocabulary").WORDS
    return found


@cache
def language_of(code: str | None) -> Language:
    """The language with this code; of one without a folder its calendar, and `NO_LANGUAGE` where that is unknown too."""
    code = code_of(code)
    if code not in codes():
        calendar = calendars().get(code)
        if calendar is None:
            return NO_LANGUAGE
        words = Words((*signs(), *calendar.rows()), _no_forms)
        return Language(code, words, calendar, capitals_by_text=code in _NOUNS_WITH_CAPITALS)
    found: Language = import_module(f"{folders.__name__}.{code}.rules").LANGUAGE
    return found
