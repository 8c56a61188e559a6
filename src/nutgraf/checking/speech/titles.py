"""The title of a speaker: the model's words where they stand beside the name, or anywhere as an office that nobody else has."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nutgraf.checking.place.lookup import all_of, find_words, inflected
from nutgraf.checking.rules.stems import is_numeral
from nutgraf.checking.speech.names import LONGEST_WORD, in_story, names_in, places, related, sentence_numbers, spelled
from nutgraf.reading.languages import classes as c
from nutgraf.reading.parts import Offsets
from nutgraf.reading.reading import Reading

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_OFFICES = c.TITLE | c.PERSON
_AGENT = re.compile(r"[^\W\d_]{3,}(?:er|or|ist|ian|eer|man|woman|person)s?")
"""Who does something, by the ending of the word: a composer, a violinist."""
_BESIDE = 2
"""Characters between a title with "the" and the name that bears it: "the judge, Ann Lee"."""
_OWNED = re.compile(r"(?:\w['’]s?|\b(?:his|her|their|our|my|your)) \Z", re.IGNORECASE)
"""Before a relation of somebody's. "Its director" is the office of a body."""


def title_of(reading: Reading, given: str, name: str, said: Sequence[Offsets], place: Offsets | None) -> str | None:
    """A title in the article's words: where it stands beside the speaker, else where it is an office of nobody else's.

    Parts between commas may stand apart: "Dr., the county's health officer", around the name.
    """
    near = _about(reading, name, said, place)
    if found := words_in(reading, given, near):
        return found
    last = given.split()[-1:]
    if last and words_in(reading, last[0], near) and (found := words_in(reading, given, _sentences(reading, said))):
        return found  # "a delivery driver said …", and further on "the driver, Colin Amery"
    parts = [part.strip() for part in given.split(",") if part.strip()]
    found_parts = [
        words_in(reading, part, near) or _of_several(reading, part, near) or _unclaimed(reading, part, name)
        for part in parts
    ]
    return ", ".join(part for part in found_parts if part) if parts and all(found_parts) else None


def _sentences(reading: Reading, said: Sequence[Offsets]) -> list[Offsets]:
    """The sentences of the words said."""
    return [(s.start, s.end) for s in map(reading.sentence, sentence_numbers(reading, said)) if s]


def _of_several(reading: Reading, given: str, near: Sequence[Offsets]) -> str | None:
    """A title that a sentence has of several at once: "two local guides, Ada Lund and her brother"."""
    text = reading.article.text
    for plural in (given + "s", given + "es") if reading.spoken_in.worded else ():
        place = find_words(plural, text, near)
        counted = (
            text[max(0, place[0] - LONGEST_WORD) : place[0]].lower().split()[-1:]
            if place and in_story(reading, place)
            else []
        )
        if counted and (is_numeral(counted[0]) or counted[0] in _SEVERAL):
            return given
    return None


_SEVERAL = frozenset({"the", "both", "several"})


def words_in(reading: Reading, given: str, near: Sequence[Offsets]) -> str | None:
    """Words in the article's spelling where they stand in these ranges of its story."""
    text = reading.article.text
    place = find_words(given, text, near) or next(inflected(given, text, near, reading.spoken_in.inflection), None)
    return spelled(reading, given, place) if place and in_story(reading, place) else None


def _is_office(reading: Reading, words: str) -> bool:
    """Whether the head of a noun phrase is an office or an occupation: "the county's health officer", "head of works"."""
    known, worded = reading.spoken_in.words, reading.spoken_in.worded
    lows = [word.lower() for word in _WORD.findall(words)]
    while lows and known[lows[0]] & c.FUNCTION:
        lows = lows[1:]
    stop = next((at for at, low in enumerate(lows) if known[low] & c.FUNCTION), len(lows))
    head = lows[stop - 1] if stop else ""
    return bool(known[head] & _OFFICES) or (worded and not known[head] and bool(_AGENT.fullmatch(head)))


def _unclaimed(reading: Reading, title: str, name: str) -> str | None:
    """A title where a sentence has it that names no other person, and of nobody's: not "his lawyer"."""
    text = reading.article.text
    for place in all_of(title, text) if _is_office(reading, title) else ():
        sentence = reading.sentence_at(place[0])
        if (
            sentence is None
            or place[1] > sentence.end
            or not in_story(reading, place)
            or _is_somebodys(reading, sentence.start, place[0])
        ):
            continue
        before = text[sentence.start : place[0]].lower().split()[-1:]
        alone = bool(before) and bool(reading.spoken_in.words[before[0]] & c.DEFINITE)
        low, high = (
            (place[0] - _BESIDE, place[1] + _BESIDE) if alone else (sentence.start, sentence.end)
        )  # "the judge told Lund"
        people = [known for known in names_in(reading, low, high) if known.kind == "person"]
        if all(related(known.full, name) for known in people):
            return spelled(reading, title, place)
    return None


def _is_somebodys(reading: Reading, start: int, at: int) -> bool:
    """Whether words belong to somebody: "his lawyer", "Ann Lee's agent"; "Portugal's interior minister" holds an office."""
    owned = _OWNED.search(reading.article.text[start:at])
    if owned is None:
        return False
    owners = (name for name in names_in(reading, start, at) if name.end >= start + owned.start() - 1)
    return not any(name.kind in {"place", "organization"} for name in owners)


def _about(reading: Reading, name: str, said: Sequence[Offsets], at: Offsets | None) -> list[Offsets]:
    """The sentences that name a speaker, and those of the words said where their paragraph does."""
    numbers: set[int] = {*reading.numbers_of(*at)} if at else set()
    for known in reading.names:
        if related(known.full, name) and (inside := reading.sentence_at(known.start)):
            numbers.add(inside.number)
    for start, _ in places(reading, name):
        if inside := reading.sentence_at(start):
            numbers.add(inside.number)
    paragraphs = {s.paragraph for s in map(reading.sentence, numbers) if s}
    told = map(reading.sentence, sentence_numbers(reading, said))
    numbers |= {s.number for s in told if s and s.paragraph in paragraphs}
    return [(s.start, s.end) for s in map(reading.sentence, sorted(numbers)) if s]
