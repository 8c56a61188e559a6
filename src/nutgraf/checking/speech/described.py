"""A speaker without a name, as an answer describes it: by title, by body, or not at all ("the schools are said to …")."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import Any

from nutgraf.article import Span
from nutgraf.checking.place.lookup import find_words
from nutgraf.checking.rules.stems import is_numeral
from nutgraf.checking.speech.grammar import PREPOSITIONS
from nutgraf.checking.speech.names import POSSESSIVE, Named, places, sentence_numbers, spelled, standing, words_of
from nutgraf.checking.speech.titles import plural_of
from nutgraf.reading.languages import classes as c
from nutgraf.reading.names.descriptions import descriptions
from nutgraf.reading.parts import Offsets, less, overlap
from nutgraf.reading.reading import Reading
from nutgraf.results import Speaker

_BODY = re.compile(r" (?:for|of|from|at|with|in) (?:the |an? )?$")
_OF = re.compile(r"(?<=\w) (?:of|for|at|from) ")
_LONGEST_LINK = 12
_WORDS = re.compile(r"[^\W_]+(?:[.'’&/-][^\W_]+)*")


def described(reading: Reading, draft: Any, said: Sequence[Offsets], cue: Offsets | None) -> Speaker:
    """The speaker as answered: title and organization in the article's words, and the words that mean them as mention.

    Args:
        reading: the article.
        draft: the speaker of the answer, without a name.
        said: the words said; what means the speaker stands beside them, or beside the cue.
        cue: the reporting words, where they are known.
    """
    title, body = getattr(draft, "title", None), getattr(draft, "organization", None)
    text, near = reading.article.text, _around(reading, said, cue)
    told = _nearest(reading, title, near, cue)
    mention = _phrase(reading, told, body) if told else _nearest(reading, body, near, cue)
    return Speaker(
        name=None,
        mention=reading.span(*mention) if mention else None,
        title=_standing(reading, title, told),
        organization=_standing(reading, body, find_words(body, text, near) if body else None),
        kind=draft.kind,
        basis="model",
    )


def composed(reading: Reading, name: str, said: Sequence[Offsets], cue: Offsets | None) -> Named | None:
    """Somebody whom the article calls "its website" or "one of them", and an answer "the harbour's website", "one of two sailors".

    Every word of the name stands in the story, the one that says what it is beside the words said.
    """
    language = reading.spoken_in
    said_of = [
        POSSESSIVE.sub("", word) for word in _WORDS.findall(name)
    ]  # in their own letters: "Böhm" stands, not "bohm"
    words = [word for word in said_of if (words_of(word) if language.worded else word[0].isupper())]
    if not words or not all(places(reading, word) for word in words):
        return None
    owned, behind = language.whose.search(name), _OF.search(name) if language.worded else None
    if behind and not (owned and owned.start() < behind.start()):
        head = name[: behind.start()].rsplit(maxsplit=1)[-1]
    elif owned:
        behind_owner = language.worded or words == said_of  # "Brenners Vater", not "Vater der Brenner"
        head = words[-1 if behind_owner else 0]
    else:
        return None
    near = _around(reading, said, cue)
    place = _nearest(reading, head, near, cue) or _nearest(reading, head, _shortly_before(reading, said), None)
    return Named(name, _owned(reading, _phrase(reading, place, None))) if place else None


def _owned(reading: Reading, place: Offsets) -> Offsets:
    """A place with the word before it that says whose it is: "her predecessors"."""
    before = _LAST_WORD.search(reading.article.text, max(0, place[0] - _LONGEST_LINK), place[0])
    owned = before and reading.spoken_in.words[before[1].lower()] & c.POSSESSIVE
    return (before.start(), place[1]) if before and owned else place


_LAST_WORD = re.compile(r"\b([^\W\d_]+) \Z")


def is_relation(name: str, found: str) -> bool:
    """Whether what was found of a name is all that follows its "of": "Ann Lee" of "sister of Ann Lee"; not "John Mahama" of
    "President of Ghana John Mahama".
    """
    apart = _OF.search(name)
    return apart is not None and name[:1].islower() and words_of(name[apart.end() :]) == words_of(found)


def is_part(name: str, found: str) -> bool:
    """Whether what was found of a name only tells whose it is: "Ann Lee" of "the office of Ann Lee"."""
    mine, theirs = words_of(name), words_of(found)
    apart = _OF.search(name)
    return apart is not None and mine != theirs and set(theirs) <= set(words_of(name[apart.end() :]))


def told_behind(name: str, found: str) -> bool:
    """Whether what was found of a description stands behind a small word of it: "Marketline" of "six traders polled by Marketline"."""
    start = name.find(found)
    before = name[: max(0, start)].lower().removesuffix("the ").split()
    return len(before) > 1 and before[-1] in PREPOSITIONS and name.endswith(found)


def counted(reading: Reading, name: str, said: Sequence[Offsets], cue: Offsets | None) -> Offsets | None:
    """The number that a description begins with, where it stands beside the words said: "17" of "17 of the 20", "21 percent"."""
    number = next((word for word in name.split()[:_FEWEST_IN_PART] if is_numeral(word.lower())), None)
    place = _nearest(reading, number, _around(reading, said, cue), cue)
    return _phrase(reading, place, None) if place else None


def in_part(reading: Reading, name: str, said: Sequence[Offsets], cue: Offsets | None) -> Span | None:
    """Most of the words of a description from its head on, in one piece beside the words said: "a person close to him",
    answered with a name for "him".
    """
    words = name.split()
    least = max(_FEWEST_IN_PART, math.ceil(_MOST_OF_IT * len(words)))
    near = [*_around(reading, said, cue), *_shortly_before(reading, said)]
    article = 1 if words and reading.spoken_in.words[words[0].lower()] & c.ARTICLE else 0
    for length in range(len(words), least - 1, -1):
        for first in range(min(article, len(words) - length) + 1):
            run = " ".join(words[first : first + length]).strip(" ,")
            if place := find_words(run, reading.article.text, near):
                return reading.span(*place)
    return None


def stands_apart(reading: Reading, name: str, said: Sequence[Offsets], cue: Offsets | None) -> bool:
    """Whether every word of a description stands in the sentences of the words said, or shortly before: "17 of the 20", told as "Of
    the 20 … 17"; "Several workers" of "Workers slept. Several said".
    """
    text = reading.article.text
    near = {
        word
        for low, high in [*_around(reading, said, cue), *_shortly_before(reading, said)]
        for word in words_of(text[low:high])
    }
    return bool(words_of(name)) and set(words_of(name)) <= near


def tells_of(reading: Reading, name: str, said: Sequence[Offsets], cue: Offsets | None) -> bool:
    """Whether most of the longer words of a description stand near the words said, in whatever form: "investor" of "two investors"."""
    text = reading.article.text
    near = " ".join(
        text[low:high].lower() for low, high in [*_around(reading, said, cue), *_shortly_before(reading, said)]
    )
    longer = [word for word in words_of(name) if len(word) > _SHORT]
    return bool(longer) and sum(f" {word}" in f" {near}" for word in longer) >= _MOST_OF_IT * len(longer)


_SHORT = 3
_FEWEST_IN_PART = 3
_MOST_OF_IT = 0.6


def _shortly_before(reading: Reading, said: Sequence[Offsets]) -> list[Offsets]:
    """The three sentences before the words said: whom "they" mean."""
    first = min(sentence_numbers(reading, said), default=0)
    return [(s.start, s.end) for s in map(reading.sentence, range(first - 3, first)) if s]


def begins_with_office(reading: Reading, name: str) -> bool:
    """Whether an office stands first in a name, in a language that puts it there: "Sprecherin des Hafenamts"."""
    language = reading.spoken_in
    return not language.worded and bool(language.words[name.partition(" ")[0].lower()] & (c.TITLE | c.PERSON))


def _around(reading: Reading, said: Sequence[Offsets], cue: Offsets | None) -> list[Offsets]:
    """The sentences of the words said and of their cue, less these words; before a cue that they hold: "His office did not respond"."""
    if cue and any(start < cue[0] and cue[1] <= end for start, end in said):
        said = [part for place in said for part in less(place, [(place[0], cue[0])])]
    numbers = sentence_numbers(reading, [*said, *([cue] if cue else [])])
    sentences = filter(None, map(reading.sentence, numbers))
    return [part for sentence in sentences for part in less((sentence.start, sentence.end), said)]


def _nearest(reading: Reading, words: str | None, near: Sequence[Offsets], cue: Offsets | None) -> Offsets | None:
    """Where words stand in those sentences, nearest to the cue."""
    if not words:
        return None
    at = cue[0] if cue else (near[0][0] if near else 0)
    return min(standing(reading, words, near), key=lambda place: abs(place[0] - at), default=None)


def _standing(reading: Reading, words: str | None, place: Offsets | None) -> str | None:
    """Words in the article's spelling; None where they stand nowhere in it, and it tells of no several: "Brokers … One said"."""
    place = place or next(iter(places(reading, words)), None) if words else None
    if words and place is None:
        several = plural_of(reading, words) if reading.spoken_in.worded else None
        return words if several and places(reading, several) else None
    return spelled(reading, words, place) if words and place else None


def _phrase(reading: Reading, title: Offsets, body: str | None) -> Offsets:
    """The whole phrase that a title stands in: "a spokeswoman for the harbour police", "21 percent"."""
    text = reading.article.text
    sentence = reading.sentence_at(title[0])
    low, high = title
    counts = [(q.span.start, q.span.end) for q in reading.quantities_over(*title)]
    for start, end in [*descriptions(text, sentence), *counts] if sentence else ():
        if overlap((start, end), title):
            low, high = min(low, start), max(high, end)
    behind = find_words(body, text, [(high, sentence.end)]) if body and sentence else None
    if behind and len(link := text[high : behind[0]]) <= _LONGEST_LINK and _BODY.fullmatch(link):
        high = behind[1]
    return low, high
