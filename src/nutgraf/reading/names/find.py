"""Proper names, by capital letters and the words around them; no model, no gazetteer beyond a short list.

The data goes one way: runs of capitals (`capitals`), cut at words that are no name (`namecuts`), those kept that are
names and not just capitals (here), joined over "of" and "and" (`namejoins`), told apart by kind (`namekinds`), and each
led to the fullest form of its name in the article (`fullnames`).
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from operator import itemgetter

from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.en.vocabulary import WORDS
from nutgraf.reading.names.capitals import is_acronym, is_headline, is_initial, run_pattern, with_particle
from nutgraf.reading.names.cuts import cut, cut_by_context
from nutgraf.reading.names.full_forms import fullest_forms
from nutgraf.reading.names.joins import joined
from nutgraf.reading.names.kinds import kind_of
from nutgraf.reading.names.words import Placed, some_of
from nutgraf.reading.parts import Name, NameKind, Sentence

CUES = WORDS.any_of(c.CUE)
COMMON_OPENERS = WORDS.any_of(c.OPENER)
MONTHS = WORDS.any_of(c.MONTH)
FUNCTION_WORDS = WORDS.any_of(c.FUNCTION) - MONTHS
ORGANIZATION_NAMES = WORDS.any_of(c.ORGANIZATION)
PLACES = WORDS.any_of(c.PLACE)


_MOST_CAPITALS = frozenset(word.capitalize() for word in FUNCTION_WORDS)
"""Most capitals of an article: "The", "In", "He"."""
_LOWER_WORD = re.compile(r"\b[a-z][a-z]+")
_NEXT_WORD = re.compile(r"[ ]([a-z]+)")
_MONTH_ENDS = frozenset(month[-1] for month in MONTHS) | {"."}
_DATED = re.compile(r"[ ,]{1,2}\d")
_DAY_BEFORE = re.compile(
    r"(?:\d|\b(?:in|on|of|last|next|this|since|until|till|by|early|late|mid|through|during|every|from|to))[ -]$",
    re.IGNORECASE,
)
_FEW = 8
"""Words that are looked for one by one before all of them are collected."""
_PLAIN_OPENERS = COMMON_OPENERS | CUES
_KNOWN = PLACES | ORGANIZATION_NAMES
_PLAIN_ENDINGS = ("s", "ing", "ion", "ment", "ness", "ed", "ly")


def find_names(text: str, sentences: Sequence[Sentence]) -> tuple[Name, ...]:
    """The proper names in the sentences, in order: people, organizations, places and others.

    Titles, forms of address and the possessive 's stand outside a name. A word that is capitalised only because it
    opens a sentence or stands in a headline counts if the article has it as a name elsewhere. `full` is the fullest
    form of the name in the article; a surname that two people share stands for itself.
    """
    plain: list[Placed] = []
    headlines: list[Placed] = []
    find_runs = run_pattern(text).finditer
    for sentence in sentences:
        if runs := list(find_runs(text, sentence.start, sentence.end)):
            into = headlines if is_headline(text, sentence, runs) else plain
            for run in runs:
                if (words := run[0]) not in _MOST_CAPITALS and (
                    words.lower() not in FUNCTION_WORDS or is_acronym(words)
                ):
                    _take(text, run.start(), words, sentence.start, into)
    return _named(text, joined(text, _kept(text, plain, headlines)))


def _take(text: str, start: int, run: str, floor: int, into: list[Placed]) -> None:
    """Take the possible names of a run in a sentence that begins at `floor`."""
    first = with_particle(text, start, floor)
    if first < start:
        run = text[first:start] + run
    dated = run[-1] in _MONTH_ENDS and _DATED.match(text, first + len(run)) is not None
    for offset, wording in cut(run, initial=is_initial(text, first, floor), dated=dated):
        if wording.loose:
            into += cut_by_context(text, (first + offset, wording))
        else:
            into.append((first + offset, wording))


def _kept(text: str, plain: Sequence[Placed], headlines: Sequence[Placed]) -> list[Placed]:
    """Of the possible names those that are names, in order."""
    known: set[str] = set()
    for _, wording in plain:
        known.update(wording.words[1:] if wording.initial else wording.words)
    lower = _LowerWords(text)
    kept = [name for name in plain if not name[1].initial or _stands(text, name, known, lower)]
    if headlines:
        for name in headlines:
            kept += _known_parts(name, known)
        kept.sort(key=itemgetter(0))
    return kept


class _LowerWords:
    """The words that a text has in lower case; few articles need them, so they are looked for when first asked."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._asked = 0
        self._words: frozenset[str] | None = None

    def __contains__(self, word: str) -> bool:
        if self._words is None:
            self._asked += 1
            if self._asked <= _FEW and word not in self._text:
                return False
            self._words = frozenset(_LOWER_WORD.findall(self._text))
        return word in self._words


def _stands(text: str, name: Placed, known: Container[str], lower: _LowerWords) -> bool:
    """Whether a sentence's first word is a name for other reasons than its capital."""
    start, wording = name
    word, low = wording.words[0], wording.lows[0]
    if low in MONTHS and len(wording.words) == 1:
        return word in known and not _DAY_BEFORE.search(text, max(0, start - 12), start)
    if len(wording.words) > 1 or is_acronym(word):
        return True
    if word in known and low not in COMMON_OPENERS and (low not in CUES or low not in lower):
        return True
    if low in _KNOWN or not word[1:].islower():
        return True
    if low in _PLAIN_OPENERS or low.endswith(_PLAIN_ENDINGS):
        return False
    return _acts(text, start + len(wording.string)) and low not in lower


def _acts(text: str, end: int) -> bool:
    """Whether the word that ends here has something, or says something: "Acmetron's plant", "Acmetron says"."""
    if text.startswith(("'s", "’s"), end):
        return True
    verb = _NEXT_WORD.match(text, end)
    return verb is not None and bool(WORDS[verb[1]] & c.CUE and WORDS[verb[1]] & (c.PAST | c.THIRD))


def _known_parts(name: Placed, known: Container[str]) -> Iterable[Placed]:
    """Of a headline, the words that are names elsewhere in the article, or known places."""
    _, wording = name
    first = 0
    for place, (word, low) in enumerate(zip(wording.words, wording.lows, strict=True)):
        if word not in known and low not in PLACES:
            if first < place:
                yield some_of(name, first, place)
            first = place + 1
    if first < len(wording.words):
        yield some_of(name, first)


def _named(text: str, names: Sequence[Placed]) -> tuple[Name, ...]:
    """The names with their kinds and fullest forms."""
    kinds = _kinds(text, names)
    words = {wording.string: wording.words for _, wording in names}
    fulls = fullest_forms(text, names, words, kinds)
    for string, full in fulls.items():
        # "Vitali Klitschko" is a person if "Klitschko said" something.
        if kinds.get(full) == "other" and kinds[string] != "other" and not is_acronym(string):
            kinds[full] = "person"
    people = {word for string, own in words.items() if kinds[string] == "person" for word in own}
    found: dict[str, tuple[str, NameKind]] = {
        string: (fulls.get(string, string), _kind(string, fulls, kinds, people)) for string in words
    }

    def named(start: int, string: str) -> Name:
        full, kind = found[string]
        return Name(start, start + len(string), string, full, kind)

    return tuple([named(start, wording.string) for start, wording in names])


def _kinds(text: str, names: Sequence[Placed]) -> dict[str, NameKind]:
    """The kind of each name: the first sure one holds for every mention; a title ("Minister Lee") outweighs the rest."""
    kinds: dict[str, NameKind] = {}
    for start, wording in names:
        before = kinds.get(wording.string, "other")
        if before == "other" or wording.person:
            kind = kind_of(text, start, wording)
            kinds[wording.string] = kind if before == "other" or kind == "person" else before
    return kinds


def _kind(string: str, fulls: dict[str, str], kinds: dict[str, NameKind], people: Container[str]) -> NameKind:
    """The kind of a name: its own, that of its full form, or that of the person whose surname it is."""
    if string in people and not is_acronym(string) and string.lower() not in PLACES:
        return "person"
    kind = kinds.get(fulls.get(string, string), "other")
    return kind if kind != "other" else kinds[string]
