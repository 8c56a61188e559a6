"""Proper names, by capital letters and the words around them; no model, no gazetteer beyond a short list.

The data goes one way: runs of capitals (`capitals`), cut at words that are no name (`cuts`), those kept that are
names and not just capitals (here), joined over "of" and "and" (`joins`), told apart by kind (`kinds`), and each
led to the fullest form of its name in the article (`full_forms`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.en.vocabulary import WORDS
from nutgraf.reading.languages.language import language_of
from nutgraf.reading.names.capitals import is_acronym, is_headline, is_initial, run_pattern, with_particle
from nutgraf.reading.names.cuts import cut, cut_by_context, of_offices
from nutgraf.reading.names.full_forms import fullest_forms
from nutgraf.reading.names.joins import joined
from nutgraf.reading.names.kinds import AGED, KindRule, kind_of
from nutgraf.reading.names.lists import (
    COMMON_OPENERS,
    CUES,
    FUNCTION_WORDS,
    MONTHS,
    OPEN_ORGANIZATION_WORDS,
    ORGANIZATION_NAMES,
    PLACES,
)
from nutgraf.reading.names.surnames import maybe_surname, of_people
from nutgraf.reading.names.words import Placed, Wording, some_of
from nutgraf.reading.parts import Name, NameKind, Sentence
from nutgraf.reading.rules import Rule

_MOST_CAPITALS = frozenset(word.capitalize() for word in FUNCTION_WORDS - MONTHS)
"""Most capitals of an article: "The", "In", "He"."""
_LOWER_WORD = re.compile(r"\b[a-z][a-z]+")
_NEXT_WORD = re.compile(r"[ ]([a-z]+)")
_MONTH_ENDS = frozenset(month[-1] for month in MONTHS) | {"."}
_DATED = re.compile(r"[ ,]{1,2}\d")
_DAY_BEFORE = re.compile(
    r"(?:\d|\b(?:in|on|of|last|next|this|since|until|till|by|early|late|mid|through|during|every|from|(?<!according )to))[ -]$",
    re.IGNORECASE,
)
_OF_BODY = re.compile(rf"\b(?:{'|'.join(sorted(OPEN_ORGANIZATION_WORDS))}) (?:of|for) (?:the )?$", re.IGNORECASE)
_REACH = 24
"""Characters before a run that may open the name of a body: "Organisation for the "."""
_GOES_ON = re.compile(r" (?:(?:of|for|on)(?: the)? [A-Z]|and (Sons|Daughters|Brothers|Partners|Associates)\b)")
_PLAIN_OPENERS = COMMON_OPENERS | CUES
_KNOWN = PLACES | ORGANIZATION_NAMES
_PLAIN_ENDINGS = ("s", "ing", "ion", "ment", "ness", "ed", "ly")


@dataclass(frozen=True)
class Names:
    """Finds the names of a text in a language that writes names, and few words else, with a capital."""

    openings: tuple[OpeningRule, ...]
    """Which of the words that open a sentence are names."""
    kinds: tuple[KindRule, ...]
    """What a name names."""

    def __call__(self, text: str, sentences: Sequence[Sentence]) -> tuple[Name, ...]:
        """The proper names in the sentences, in order; see `find_names`."""
        plain_runs: list[Placed] = []
        offices: list[Placed] = []
        headlines: list[Placed] = []
        find_runs = run_pattern(text).finditer
        for sentence in sentences:
            if runs := list(find_runs(text, sentence.start, sentence.end)):
                into = headlines if is_headline(text, sentence, runs) else plain_runs
                for run in runs:
                    if (words := run[0]) not in _MOST_CAPITALS:
                        asks = words.startswith("Will ") and text[sentence.end - 1] == "?"  # "Will Ann Lee run?"
                        _take(text, run.start() + 5 * asks, words[5 * asks :], sentence.start, into, offices)
        if offices and (surnames := of_people(text, offices, plain_runs)):
            plain_runs = sorted((*plain_runs, *(some_of(name, 0, person=True) for name in surnames)))
        return self._named(text, joined(text, self._kept(text, plain_runs, headlines)))

    def _stands(self, opening: Opening) -> bool:
        for rule in self.openings:
            if (said := rule.finds(opening)) is not None:
                return said
        return False

    def _kept(self, text: str, plain: Sequence[Placed], headlines: Sequence[Placed]) -> list[Placed]:
        """Of the possible names those that are names, in order."""
        known: set[str] = set()
        surnames: set[str] = set()
        for _, wording in plain:
            known.update(wording.words[1:] if wording.initial else wording.words)
            if len(wording.words) > 1 and (wording.person or wording.look.personal):
                surnames.add(wording.words[-1])
        kept = [name for name in plain if not name[1].initial or self._stands(Opening(text, *name, known, surnames))]
        if headlines:
            for name in headlines:
                kept += _known_parts(name, known)
            kept.sort(key=itemgetter(0))
        return kept

    def _named(self, text: str, names: Sequence[Placed]) -> tuple[Name, ...]:
        """The names with their kinds and fullest forms."""
        kinds, rules = self._kinds(text, names)
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

        def named(start: int, wording: Wording) -> Name:
            string = wording.string
            (full, kind), rule = found[string], rules.get(string, "")
            if wording.look.seat and kind != "person":
                kind, rule = kind_of(self.kinds, text, start, wording)
            return Name(start, start + len(string), string, full, kind, rule)

        return tuple([named(start, wording) for start, wording in names])

    def _kinds(self, text: str, names: Sequence[Placed]) -> tuple[dict[str, NameKind], dict[str, str]]:
        """The kind of each name: the first sure one holds for every mention; a title ("Minister Lee") outweighs the rest; and its rule."""
        kinds: dict[str, NameKind] = {}
        rules: dict[str, str] = {}
        for start, wording in names:
            before = kinds.get(wording.string, "other")
            if before == "other" or wording.person:
                kind, rule = kind_of(self.kinds, text, start, wording)
                if before == "other" or kind == "person":
                    kinds[wording.string], rules[wording.string] = kind, rule
        return kinds, rules


def find_names(text: str, sentences: Sequence[Sentence], language: str = "en") -> tuple[Name, ...]:
    """The proper names in the sentences, in order: people, organizations, places and others.

    Titles, forms of address and the possessive 's stand outside a name. A word that is capitalised only because it
    opens a sentence or stands in a headline counts if the article has it as a name elsewhere. `full` is the fullest
    form of the name in the article; a surname that two people share stands for itself.
    """
    find = language_of(language).names
    return find(text, sentences) if find else ()


def _take(text: str, start: int, run: str, floor: int, into: list[Placed], offices: list[Placed]) -> None:
    """Take the possible names of a run in a sentence that begins at `floor`, and offices that may be surnames."""
    first = with_particle(text, start, floor)
    if first < start:
        run = text[first:start] + run
    dated = run[-1] in _MONTH_ENDS and _DATED.match(text, first + len(run)) is not None
    initial = is_initial(text, first, floor)
    found = cut(run, initial=initial, dated=dated)
    if not found:
        if _OF_BODY.search(text, max(floor, first - _REACH), first):
            found = [whole] if (whole := of_offices(run)) else ()
        elif office := maybe_surname(first, run, initial=initial):
            offices.append(office)
    for offset, wording in found:
        if wording.loose:
            into += cut_by_context(text, (first + offset, wording))
        else:
            into.append((first + offset, wording))


@lru_cache(maxsize=2)
def _lower_words(text: str) -> frozenset[str]:
    """The words that a text has in lower case; few articles need them."""
    return frozenset(_LOWER_WORD.findall(text))


class Opening(NamedTuple):
    """A word that has a capital perhaps only because of where it stands, and what the article tells of it."""

    text: str
    start: int
    wording: Wording
    known: Container[str]
    """Words of the names that stand elsewhere in the article."""
    surnames: Container[str]
    """Last words of the people that it names."""

    @property
    def word(self) -> str:
        """The word."""
        return self.wording.words[0]

    @property
    def low(self) -> str:
        """The word in lower case."""
        return self.wording.lows[0]

    @property
    def is_written_small(self) -> bool:
        """Whether the article has it in lower case too."""
        return self.low in _lower_words(self.text)


OpeningRule = Rule[Callable[[Opening], bool | None]]
"""Says whether it is a name; None: another rule may know."""


def a_month(one: Opening) -> bool | None:
    """A month is somebody where the article has it as a surname and no time of it stands here."""
    if one.low not in MONTHS or len(one.wording.words) > 1:
        return None
    return one.word in one.known and not _DAY_BEFORE.search(one.text, max(0, one.start - 14), one.start)


def several_words(one: Opening) -> bool | None:
    """Two words with capitals, or an acronym."""
    return len(one.wording.words) > 1 or is_acronym(one.word) or None


def named_elsewhere(one: Opening) -> bool | None:
    """The article has the word in a name elsewhere."""
    known = one.word in one.known and (
        one.low not in COMMON_OPENERS or (one.word in one.surnames and not one.is_written_small)
    )
    return (known and not (one.low in CUES and one.is_written_small)) or None


def in_table(one: Opening) -> bool | None:
    """A known place or body, or a word with capitals within."""
    return one.low in _KNOWN or not one.word[1:].islower() or "." in one.word or None


def goes_on(one: Opening) -> bool | None:
    """A name goes on behind it: "Bank of Ghana", "Brandt and Sons"."""
    behind = _GOES_ON.match(one.text, one.start + len(one.wording.string))
    if behind is None or (not behind[1] and (one.low not in OPEN_ORGANIZATION_WORDS or WORDS[one.low] & c.PERSON)):
        return None
    return True


def aged(one: Opening) -> bool | None:
    """An age stands behind it."""
    return AGED.match(one.text, one.start + len(one.wording.string)) is not None or None


def plain(one: Opening) -> bool | None:
    """A word that opens sentences, or ends as plain words do, is no name."""
    return False if one.low in _PLAIN_OPENERS or one.low.endswith(_PLAIN_ENDINGS) else None


def acts(one: Opening) -> bool | None:
    """It has or says something, and the article never writes it small."""
    return _acts(one.text, one.start + len(one.wording.string)) and not one.is_written_small


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


def _kind(string: str, fulls: dict[str, str], kinds: dict[str, NameKind], people: Container[str]) -> NameKind:
    """The kind of a name: its own, that of its full form, or that of the person whose surname it is."""
    if string in people and not is_acronym(string) and string.lower() not in PLACES:
        return "person"
    kind = kinds.get(fulls.get(string, string), "other")
    return kind if kind != "other" else kinds[string]
