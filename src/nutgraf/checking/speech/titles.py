"""The title of a speaker: the model's words where they stand beside the name, or anywhere of nobody else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from nutgraf.checking.place.lookup import find_words, inflected
from nutgraf.checking.speech.names import LONGEST_WORD, in_story, names_in, places, related, sentence_numbers, spelled
from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.en.forms import with_s
from nutgraf.reading.parts import Name, Offsets
from nutgraf.reading.reading import Reading

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_OFFICES = c.TITLE | c.PERSON
_AGENT = re.compile(r"[^\W\d_]{3,}(?:er|or|ist|ian|eer|man|woman|person)s?")
"""Who does something, by the ending of the word: a composer, a violinist."""


class Titled(NamedTuple):
    """A title in the article's words, and those of its parts that stand nowhere as the speaker's."""

    stands: str | None
    missing: tuple[str, ...] = ()


def title_of(reading: Reading, given: str, name: str, said: Sequence[Offsets], place: Offsets | None) -> Titled:
    """A title in the article's words: where it stands beside the speaker, else where the story has it of nobody else.

    Its parts may stand apart, around the name: "Dr.; the county's health officer". Of some that don't stand, those that do
    are kept: what stands between semicolons is whole, between commas it may be the end of an office, "minister of fish, farms".
    """
    return _in_parts(reading, given, name, _about(reading, name, said, place))


def _in_parts(reading: Reading, given: str, name: str, near: Sequence[Offsets]) -> Titled:
    """A title whole, or by its parts."""
    stands = words_in(reading, given, near) or _of_several(reading, given, near)
    if stands is None and _is_office(reading, given) and not _is_borne(reading, given, name):
        stands = words_in(reading, given, reading.article.body)
    mark = next((mark for mark in _MARKS if mark in given), None)
    if stands or mark is None:
        return Titled(stands) if stands else Titled(None, (given,))
    parts = [_in_parts(reading, part.strip(), name, near) for part in given.split(mark) if part.strip()]
    missing = tuple(words for part in parts for words in part.missing)
    kept = [
        part.stands
        for at, part in enumerate(parts)
        if part.stands and (not missing or mark == ";" or at == 0 or _is_office(reading, part.stands))
    ]
    if not kept or (missing and mark == _AND):
        return Titled(None, (given,))
    return Titled((mark if mark == _AND else f"{mark} ").join(kept), missing)


_AND = " and "
_MARKS = (";", ",", _AND)
"""What parts of a title stand between, the strongest first."""


def _of_several(reading: Reading, given: str, near: Sequence[Offsets]) -> str | None:
    """A title that a sentence about the speaker has of several, or the one before it, where that names nobody:
    "Two local guides, Ada Lund and her brother", "Analysts are split. Ada Lund thinks …".
    """
    plural = plural_of(reading, given) if reading.spoken_in.worded else None
    if plural is None:
        return None
    before = [reading.sentence_at(low - 1) or reading.sentence_at(low - _BREAK) for low, _ in near if low >= _BREAK]
    unnamed = [(s.start, s.end) for s in before if s and not _people(reading, s.start, s.end)]
    told = words_in(reading, plural, near) or (_is_office(reading, given) and words_in(reading, plural, unnamed))
    return given if told else None


_BREAK = 3
"""Characters between two sentences, those of a new paragraph included."""


def _people(reading: Reading, low: int, high: int) -> list[Name]:
    return [known for known in names_in(reading, low, high) if known.kind == "person"]


def plural_of(reading: Reading, given: str) -> str | None:
    """An office of several: "directors of works" of "director of works"; None of a title without a noun at its head."""
    known = reading.spoken_in.words
    words = [(word.start(), word.end(), word[0].lower()) for word in _WORD.finditer(given)]
    while words and known[words[0][2]] & c.FUNCTION:
        words = words[1:]
    small = next((at for at, word in enumerate(words) if known[word[2]] & c.FUNCTION), len(words))
    if not small:
        return None
    start, stop, head = words[small - 1]
    return given[words[0][0] : start] + with_s(head) + given[stop:]


def words_in(reading: Reading, given: str, near: Sequence[Offsets]) -> str | None:
    """Words in the article's spelling where they stand in these ranges of its story."""
    text = reading.article.text
    place = find_words(given, text, near) or next(inflected(given, text, near, reading.spoken_in.inflection), None)
    return spelled(reading, given, place) if place and in_story(reading, place) else None


def _is_office(reading: Reading, words: str) -> bool:
    """Whether the head of a noun phrase is an office or an occupation: "the county's health officer", "head of works".

    What somebody was may be anything: "former world No 2".
    """
    known, worded = reading.spoken_in.words, reading.spoken_in.worded
    each = _WORD.findall(words)
    while each and known[each[0].lower()] & c.FUNCTION:
        each = each[1:]
    stop = next((at for at, word in enumerate(each) if word.islower() and known[word] & c.FUNCTION), len(each))
    head = each[stop - 1].lower() if stop else ""  # of "England Under-21 winger" the winger
    former = len(each) > 1 and bool(known[each[0].lower()] & c.FORMER)
    return former or bool(known[head] & _OFFICES) or (worded and not known[head] and bool(_AGENT.fullmatch(head)))


def _is_borne(reading: Reading, title: str, name: str) -> bool:
    """Whether the article gives a title to another person: "Judge Ida Moe", "Ida Moe, a judge", "Ida Moe is a judge"."""
    text = reading.article.text
    for found in re.finditer(rf"(?<!\w){re.escape(title)}(?!\w)", text, re.IGNORECASE):
        for known in names_in(reading, found.start() - LONGEST_WORD, found.end() + len(", ") + 1):
            before = text[known.end : found.start()] if known.end <= found.start() else ""
            behind = text[found.end() : known.start] if found.end() <= known.start else ""
            beside = behind in {" ", ", "} or _APPOSED.fullmatch(before) is not None
            somebody = known.kind == "person" or (known.kind == "other" and " " in known.text)
            if beside and somebody and not related(known.full, name):
                return True
    return False


_APPOSED = re.compile(r"(?:,| is| was) (?:(?:an?|the|his|her|its) )?")


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
