"""Whether a line can be read alone: "The club will appeal" tells nobody which, where the article has named two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nutgraf.reading.languages import classes as c
from nutgraf.reading.names.descriptions import title_before
from nutgraf.reading.numbers.find import numbers_in
from nutgraf.reading.offers.standing import subject_at
from nutgraf.reading.offers.status import verb_of
from nutgraf.reading.parts import Name, Offsets
from nutgraf.reading.reading import Reading
from nutgraf.reading.verbs.groups import Clause

_BEHIND = re.compile(r",? (?=[^\W\d_a-z])")
"""What parts a noun from the name that it describes: "the hauler, Osk Carting"."""
_PHRASE = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*(?: [^\W_]+(?:['’.-][^\W_]+)*){0,4} \Z")
"""The words before a noun that no mark parts from it."""


@dataclass(frozen=True)
class _Described:
    """A subject such as "the club", "these two men": a noun for people or bodies, and nothing that says which."""

    start: int
    noun: str
    bits: int
    count: int


def leaves_open(reading: Reading, start: int, end: int, told: Offsets) -> bool:
    """Whether a line's subject is somebody told of before, by a description or pronoun that more than one may be meant by.

    A description may stand where the article has one antecedent for it, or none, as for "the army". What the line itself
    names before the description, or in the words that say who says so, explains it.

    Args:
        reading: the article. Where its language is none whose small words are known (`Language.worded`), nothing is open.
        start: where the line begins.
        end: where it ends.
        told: the part of it that is told, less who says so.
    """
    if not reading.spoken_in.worded:
        return False
    clause = Clause(reading.article.text[start:end], reading.spoken_in.words)
    verb = verb_of(clause.written, reading.spoken_in.code)
    if verb is None or (at := subject_at(clause)) is None:
        return False
    if _is_foreign(reading, clause, start, at, verb.start):
        return True
    described = _described(reading, clause, start, at, verb.start)
    if described is None:
        return False
    fulls = {name.full for name in reading.names}
    alike = _called(reading, described, fulls)
    if alike:
        return len(alike) > 1
    beside = [
        _longest(name.full, fulls)
        for name in reading.names_over(start, end)
        if name.start < described.start or not told[0] <= name.start < told[1]
    ]
    meant = _named(reading, described, fulls)
    return len(meant) > described.count and (bool(described.bits & c.PERSON) or meant.isdisjoint(beside))


def _described(reading: Reading, clause: Clause, start: int, at: int, verb: int) -> _Described | None:
    """The subject that begins with word `at`, where it is an article, a number perhaps, a noun, and then comes the verb."""
    definite = clause.of(at, c.ARTICLE) and not clause.of(at, c.INDEFINITE)
    if not definite and not clause.of(at, c.DEMONSTRATIVE):
        return None
    noun = at + 1 + clause.of(at + 1, c.CARDINAL)
    if not any(clause.of(noun, kind) for kind in (c.PERSON, c.BODY, c.TITLE)) or clause.is_capital(noun):
        return None
    words = clause.written[clause.ends[at] : clause.starts[noun]]
    counts = [number.value for number in numbers_in(words, reading.spoken_in.code) if number.value is not None]
    if clause.of(noun, c.PLURAL) != bool(counts) or clause.ends[noun] > verb:
        return None  # "The players": whoever plays
    if not all(_is_aside(reading, clause, start, n) for n in range(noun + 1, len(clause)) if clause.starts[n] < verb):
        return None
    return _Described(start + clause.starts[at], clause.low[noun], clause.bits[noun], int(counts[0]) if counts else 1)


def _is_aside(reading: Reading, clause: Clause, start: int, at: int) -> bool:
    """Whether a word between a subject and its verb says when, or how: "on Monday", "now"."""
    return (
        clause.of(at, c.BETWEEN | c.ADVERB)
        or _is_time(reading, start + clause.starts[at])
        or (clause.of(at, c.PREPOSITION) and _is_time(reading, start + clause.ends[at] + 1))
    )


def _is_time(reading: Reading, at: int) -> bool:
    return bool(reading.times_over(at, at + 1))


def _called(reading: Reading, described: _Described, fulls: set[str]) -> set[str | int]:
    """Who is called by the noun before: "a club", "Norvald's club", "Finance Minister Lee", "the Arvik Football Club"."""
    text = reading.article.text
    found = re.finditer(rf"\b{re.escape(described.noun)}\b", text[: described.start], re.IGNORECASE)
    keys = (_antecedent(reading, place.start(), place.end(), fulls) for place in found)
    return {key for key in keys if key is not None}


def _antecedent(reading: Reading, start: int, end: int, fulls: set[str]) -> str | int | None:
    """Whom a noun at `start:end` tells of, if it is more than "the club": a name, the words that set it apart, its own place."""
    text, words = reading.article.text, reading.spoken_in.words
    over = reading.names_over(start, end)
    if over:
        return _longest(over[0].full, fulls)
    follows = _BEHIND.match(text, end)
    behind = reading.names_over(follows.end(), follows.end() + 1) if follows else ()
    if behind:
        return _longest(behind[0].full, fulls)
    phrase = _PHRASE.search(text, max(0, start - 90), start)
    before = phrase[0].split() if phrase else []
    for place in range(len(before) - 1, -1, -1):
        word = before[place].lower()
        bits, rest = words[word], " ".join(before[place + 1 :]).lower()
        if bits & c.INDEFINITE == c.INDEFINITE or bits & c.CARDINAL:
            return start
        if bits & c.POSSESSIVE == c.POSSESSIVE or word.endswith(("'s", "’s")):
            return f"{word} {rest}"
        if bits & c.ARTICLE == c.ARTICLE:
            return rest or None
        if bits & c.FUNCTION:
            return None
    return None


def _named(reading: Reading, described: _Described, fulls: set[str]) -> set[str]:
    """Whose names the noun may stand for: of those named before, bodies of "the company", persons of "the man"."""
    before = [name for name in reading.names if name.start < described.start]
    if described.bits & c.TITLE == c.TITLE:
        return set()  # "The president": of the country
    if described.bits & c.PERSON:
        return {name.full for name in before if name.kind == "person"}
    if not described.bits & c.BODY_WORD:
        return set()
    led = {_longest(name.full, fulls) for name in _led(reading)}
    bodies = {name.full for name in before if name.kind == "organization" and not is_titled(reading, name.start)}
    meant = {_longest(full, fulls) for full in bodies} | led.intersection(
        _longest(full, fulls) for full in {name.full for name in before}
    )
    own = reading.article.source or ""
    return {full for full in meant if full not in own}


def _led(reading: Reading) -> Iterator[Name]:
    """The names before the title of somebody named: "Norvald coach Ann Lee"."""
    text = reading.article.text
    for name in reading.names:
        title = title_before(text, name) if name.kind == "person" else None
        if title is not None:
            yield from reading.names_over(title[0] - 2, title[0] - 1)


def _longest(full: str, fulls: set[str]) -> str:
    """The longest name of the article that begins as this one does."""
    return max((full, *(other for other in fulls if other.startswith(f"{full} "))), key=len)


def _is_foreign(reading: Reading, clause: Clause, start: int, at: int, verb: int) -> bool:
    """Whether the pronoun behind the first word ("If they fail, …") means another than the subject at word `at`."""
    pronoun = clause.text(1)
    if not 0 < at < len(clause) or clause.starts[at] >= verb or not clause.of(0, c.SUBORDINATES):
        return False
    if not clause.of(1, c.PRONOUN) or clause.of(1, c.RELATIVE):
        return False  # "Since its debut 400 were sold": as often as not the subject's
    last = max(n for n in range(at, len(clause)) if clause.starts[n] < verb)
    plural = clause.of(last, c.PLURAL) or "and" in clause.low[at:last] or clause.text(last).endswith("s")
    kinds = {name.kind for name in reading.names_over(start + clause.starts[at], start + clause.ends[last])}
    person = clause.of(last, c.PERSON | c.TITLE)
    if pronoun == "they":
        return not plural
    if pronoun == "it":
        return plural or person or "person" in kinds
    return plural or not (person or kinds & {"person", "other"})


def is_titled(reading: Reading, at: int) -> bool:
    """Whether a word stands in marks that hold no speech: the title of a work."""
    return any(s.no_speech and s.start <= at < s.end for s in reading.segments)
