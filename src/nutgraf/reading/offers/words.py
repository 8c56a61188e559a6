"""Which words of an offered clause its fields may hold: who takes part and how, where, when, how many."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from nutgraf.article import Span
from nutgraf.reading.languages import classes as c
from nutgraf.reading.names.descriptions import descriptions
from nutgraf.reading.offers.antecedents import is_titled
from nutgraf.reading.offers.clauses import Offer, told_in
from nutgraf.reading.offers.standing import subject_at
from nutgraf.reading.offers.status import core_of, verb_of
from nutgraf.reading.parts import Offsets, Sentence
from nutgraf.reading.reading import Reading
from nutgraf.reading.verbs.groups import Clause
from nutgraf.results.happened import Role

_Found = TypeVar("_Found")

MOST_CANDIDATES = 25
"""A longer list of choices slows a grammar-bound model down more than it helps."""
_LENGTH = re.compile(r"P\d|PT\d")
_COUNTED = 3
"""Digits of a bare number that may count something: "kick off at 6" does not."""
_BESIDE = 24
"""Characters between a verb and its object: "agreed Wednesday to free"."""
_AGE = re.compile(r"\d{1,3}")
_BE = re.compile(r"\b(?:be|been|being|is|are|was|were)\b", re.IGNORECASE)
_WHERE = frozenset({"in", "at", "near"})


@dataclass(frozen=True)
class InClause:
    """The words that the fields of an event with this clause for its title may hold, by what they may be."""

    words: Mapping[str, tuple[str, ...]]
    certain: frozenset[str]
    """Kinds of which there is one word that the clause leaves no choice about."""
    roles: Mapping[str, tuple[Role, ...]]
    """The part that each of the names may play: the subject of an active verb acts, that of a passive one does not."""


def in_clause(reading: Reading, offer: Offer) -> InClause:
    """What the fields of an item with this text may hold."""
    start, end = told_in(reading, offer)
    text, language = reading.article.text, reading.spoken_in.code
    core = (start, start + len(core_of(text[start:end], language)))
    roles = _roles(reading, core)
    times, sure = _times(reading, (start, end), core)
    places, placed = _places(reading, core, [name for name, parts in roles.items() if parts == ("actor",)])
    counted = [
        q.span.text
        for q in reading.quantities_over(start, end)
        if _within((q.span.start, q.span.end), (start, end)) and _counts(reading, q.span)
    ]
    words = {"names": roles, "times": times, "places": places, "quantities": counted}
    certain = frozenset(kind for kind, one in (("times", sure), ("places", placed)) if one)
    return InClause({kind: tuple(dict.fromkeys(found)) for kind, found in words.items()}, certain, roles)


def _times(reading: Reading, clause: Offsets, core: Offsets) -> tuple[list[str], bool]:
    """The times of the main clause, else those of what hangs on it; and whether there is one alone. A length is no time."""
    for low, high in (core, clause):
        found = [
            t.span.text
            for t in reading.times_over(low, high)
            if t.span and _within((t.span.start, t.span.end), (low, high)) and not _LENGTH.match(t.value or "")
        ]
        if found:
            return found, len(found) == 1 and (low, high) == core
    return [], False


def _counts(reading: Reading, span: Span) -> bool:
    """Whether a number says how many or how much: no age ("…, 58, had known"), no title of a work, no lone "two"."""
    text, words = reading.article.text, span.text
    if (
        _AGE.fullmatch(words)
        and text[max(0, span.start - 2) : span.start] == ", "
        and text[span.end : span.end + 1] in ",;."
    ):
        return False
    if words.isalpha() or words.endswith("-old") or (words.isdigit() and len(words) < _COUNTED):
        return False
    return not is_titled(reading, span.start)


def _places(reading: Reading, core: Offsets, actors: list[str]) -> tuple[list[str], bool]:
    """The places that a preposition sets, and whether there is one alone that says where."""
    text, words = reading.article.text, reading.spoken_in.words
    found: list[str] = []
    where = 0
    for name in reading.names_over(*core):
        if name.kind != "place" or not _within((name.start, name.end), core) or name.text in actors:
            continue
        if not words[name.text.lower()] & c.PLACE and _opens_another(reading, name.text):
            continue
        before = text[core[0] : name.start].split()
        preposition = before[-2:-1] if before and before[-1] == "the" else before[-1:]
        if preposition and words[preposition[0].lower()] & c.PREPOSITION:
            found.append(name.text)
            where += preposition[0].lower() in _WHERE
    return found, len(found) == 1 and where == 1


def _opens_another(reading: Reading, name: str) -> bool:
    """Whether the article also tells the whole name, and that is no place's: "Osk" of "Osk Shipping"."""
    return any(other.kind != "place" and other.text.startswith(f"{name} ") for other in reading.names)


def _roles(reading: Reading, clause: Offsets) -> dict[str, tuple[Role, ...]]:
    """Whoever is named in a clause, or described as its subject or object, and which parts the verb leaves them."""
    text, known = reading.article.text, reading.spoken_in.words
    verb = _Verb.of(reading, clause)
    named = {
        (n.start, n.end): n.kind
        for n in reading.names_over(*clause)
        if _within((n.start, n.end), clause) and not (known[n.text.lower()] & c.DEMONYM or is_titled(reading, n.start))
    }
    sentence = reading.sentence_at(clause[0])
    described = [place for place in (descriptions(text, sentence) if sentence else ()) if _within(place, clause)]
    found: dict[str, tuple[Role, ...]] = {}
    for place in sorted({*named, *described}):
        if any(_within(place, other) and place != other for other in (*named, *described)) or _timed(reading, place):
            continue
        roles = verb.roles(place, named=place in named)
        if roles and (named.get(place) != "place" or roles == ("actor",)):
            found.setdefault(text[slice(*place)], roles)
    return found


def _within(place: Offsets, other: Offsets) -> bool:
    return other[0] <= place[0] and place[1] <= other[1]


@dataclass(frozen=True)
class _Verb:
    """The main verb of a clause, and what it makes of the words beside it."""

    reading: Reading
    subject: int
    """Where the subject begins."""
    start: int
    end: int
    passive: bool

    @classmethod
    def of(cls, reading: Reading, clause: Offsets) -> _Verb:
        start, words = clause[0], reading.article.text[slice(*clause)]
        read = Clause(words, reading.spoken_in.words)
        verb = verb_of(words, reading.spoken_in.code)
        at = subject_at(read) or 0
        subject = start + (read.starts[at] if at < len(read.starts) else 0)
        if verb is None:
            return cls(reading, subject, start, start, passive=False)
        group = words[verb.start : verb.end]
        known, rules = reading.spoken_in.words, reading.spoken_in.verbs
        passive = bool(_BE.search(group)) and bool(known[group.split()[-1].lower()] & c.PAST)
        if rules is not None and rules.second:  # "wurde am Montag verhaftet"
            auxiliary = known[group.split()[0].lower()] & (c.DID | c.WILL)
            passive = bool(auxiliary) and read.of(len(read) - 1, c.PARTICIPLE)
        return cls(reading, subject, start + verb.start, start + verb.end, passive=passive)

    def roles(self, place: Offsets, *, named: bool) -> tuple[Role, ...]:
        """The parts of a name or description; none of one that is no part of what happens."""
        text, words = self.reading.article.text, self.reading.spoken_in.words
        opens = words[text[slice(*place)].split()[0].lower()]
        if opens & c.POSSESSIVE == c.POSSESSIVE:
            return ()
        if self.subject <= place[0] and place[1] <= self.start:
            return self._of_subject(place, named=named)
        between = text[self.end : place[0]] if place[0] >= self.end else ""
        if self.passive and between.endswith(" by "):
            return ("actor",)
        if not named:
            near = 0 < len(between) <= _BESIDE and not self.passive
            return ("recipient",) if near and self._ends_at(place[1]) and not self._measures(place) else ()
        if between.split() and _sets_place(words[between.split()[-1].lower()]):
            return ()  # "spent a night beneath Hornsund"
        return ("recipient", "other") if between and not self.passive else ("other",)

    def _ends_at(self, end: int) -> bool:
        """Whether a description ends there: no "two sister" of "two sister ships"."""
        rest = self.reading.article.text[end : end + 40].split(maxsplit=1)
        follows = rest[0] if rest else ""
        return not follows.isalpha() or bool(self.reading.spoken_in.words[follows.lower()] & c.FUNCTION)

    def _measures(self, place: Offsets) -> bool:
        """Whether words are the unit of an amount: "60 million crowns"."""
        return any(
            q.kind != "count" and q.span.start <= place[0] and place[1] <= q.span.end
            for q in self.reading.quantities_over(*place)
        )

    def _of_subject(self, place: Offsets, *, named: bool) -> tuple[Role, ...]:
        """Of what stands before the verb its subject alone: not the owner of "Lee's shares", not who is in an apposition."""
        text, words = self.reading.article.text, self.reading.spoken_in.words
        before, between = text[self.subject : place[0]], text[place[1] : self.start]
        links = (words[word.lower()] & c.PREPOSITION or _sets_place(words[word.lower()]) for word in before.split())
        if any(links) or (before and not named):
            return ()
        if between.strip() and not between.startswith((",", " and ", " or ", " of ")):
            return ()
        return ("recipient",) if self.passive else ("actor",)


def _sets_place(bits: int) -> bool:
    """Whether a small word says where something is, and brings nobody in: beneath, between; not "with", "of", "the"."""
    other = c.PREPOSITION | c.DETERMINER | c.JOINT | c.CONJUNCTION | c.OPENS_CLAUSE | c.ADVERB | c.AUXILIARY | c.PRONOUN
    return bool(bits & c.FUNCTION) and not bits & other


def _timed(reading: Reading, place: Offsets) -> bool:
    return bool(reading.times_over(*place))


def candidates(reading: Reading, among: str, numbers: Sequence[int]) -> tuple[str, ...]:
    """Words of these sentences that a field of a kind may hold, most likely first; at most 25, each once."""
    text, sentences = reading.article.text, [reading.sentences[n - 1] for n in numbers]
    found: list[str]
    match among:
        case "times":
            found = [t.span.text for t in _standing(sentences, reading.times, lambda t: t.span) if t.span]
        case "quantities":
            found = [q.span.text for q in _standing(sentences, reading.quantities, lambda q: q.span)]
        case "places":
            found = [n.text for n in _standing(sentences, reading.names) if n.kind in ("place", "other")]
        case "cues":
            cues = (told.cue for sentence in sentences for told in reading.reports_in(sentence.number) if told.cue)
            found = [text[slice(*cue)] for cue in cues if any(s.start <= cue[0] and cue[1] <= s.end for s in sentences)]
        case _:
            named = list(_standing(sentences, reading.names))
            found = [n.text for n in named if n.kind != "place"] + [n.text for n in named if n.kind == "place"]
            found += [text[start:end] for sentence in sentences for start, end in descriptions(text, sentence)]
    return tuple(dict.fromkeys(found))[:MOST_CANDIDATES]


def _standing(
    sentences: Sequence[Sentence], found: Sequence[_Found], place: Callable[[_Found], Any] = lambda one: one
) -> Iterator[_Found]:
    """What stands in the sentences, of things in the article's order."""
    for sentence in sentences:
        for at in range(bisect_left(found, sentence.start, key=lambda one: place(one).start), len(found)):
            if place(found[at]).end > sentence.end:
                break
            yield found[at]
