"""The name of a speaker as a model gives it, held against the article: where it stands, and whether two names are one."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from nutgraf.checking.place.lookup import all_of, as_answered, find_words, inflected
from nutgraf.checking.place.stops import with_stop
from nutgraf.checking.rules.english import of_list
from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.en.vocabulary import WORDS
from nutgraf.reading.languages.words import Words
from nutgraf.reading.parts import Name, Offsets, overlap
from nutgraf.reading.reading import Reading

_WORD = re.compile(r"[^\W_]+(?:[.'’&/-][^\W_]+)*")
_SMALL = of_list("small")
_ALIKE = 0.74
"""Words as like as this are one word misspelt: "Krantz" and "Kranz", "Strom" and "Storm"."""
_LONGEST_GAP = 6
_SHORTEST = 4
LONGEST_WORD = 80
_START = attrgetter("start")


class Named(NamedTuple):
    """A speaker's name in the article's spelling, and the place nearest to what is said (None: in the title alone)."""

    name: str
    place: Offsets | None
    whole: bool = True
    """The model's own words stand there, and not a form of them."""


POSSESSIVE = re.compile(r"['’]s?$")


@lru_cache(maxsize=4096)
def words_of(name: str) -> tuple[str, ...]:
    """The words that tell a name, without articles, honorifics, accents and possessive endings."""
    plain = "".join(c for c in unicodedata.normalize("NFD", name.casefold()) if not unicodedata.combining(c))
    found = (POSSESSIVE.sub("", word.group()).replace(".", "") for word in _WORD.finditer(plain))
    return tuple(word for word in found if word and word not in _SMALL)


def is_pronoun(words: str, known: Words) -> bool:
    """Whether words are a pronoun of their language, and no body of such initials: "who", not "WHO"."""
    initials = len(words) > 1 and words.isupper()
    return not initials and bool(known[words.lower()] & (c.PRONOUN | c.OBJECT | c.POSSESSIVE))


def alike(one: str, other: str) -> bool:
    """The same word, or the same word misspelt."""
    if one == other:
        return True
    if min(len(one), len(other)) < _SHORTEST or one[0] != other[0]:
        return False
    return SequenceMatcher(None, one, other).ratio() >= _ALIKE


def related(one: str, other: str) -> bool:
    """Whether two names may be one: a longer or shorter form, a title, the same surname, an acronym."""
    mine, theirs = words_of(one), words_of(other)
    if not mine or not theirs:
        return False
    return (
        set(mine) <= set(theirs)
        or set(theirs) <= set(mine)
        or mine[-1] == theirs[-1]
        or is_acronym(mine, theirs)
        or is_acronym(theirs, mine)
        or _is_clipped(mine, theirs)
        or _is_clipped(theirs, mine)
    )


def _is_clipped(short: Sequence[str], full: Sequence[str]) -> bool:
    """Whether several words begin words of a longer name, in order, and one of them clipped: "Cal Fire" of the California fire board."""
    rest = iter(full)
    begun = [
        next((other for other in rest if other.startswith(word) and len(word) >= _CLIPPED), None) for word in short
    ]
    return 1 < len(short) < len(full) and None not in begun and not set(short).isdisjoint(full)


_CLIPPED = 3


def misspelt(one: str, other: str) -> bool:
    """Whether one name may be the other with a slip of the pen in its last word."""
    mine, theirs = words_of(one), words_of(other)
    return bool(mine) and bool(theirs) and alike(mine[-1], theirs[-1])


_LONGEST_ACRONYM = 5


def is_acronym(short: Sequence[str], full: Sequence[str]) -> bool:
    """Whether one word is the initials of several, or has them among letters of theirs in order: "SIA" for Singapore Airlines."""
    if len(short) != 1 or len(full) < 2:
        return False
    initials, rest = "".join(word[0] for word in full), iter("".join(full))
    if short[0] == initials:
        return True
    within = len(short[0]) <= _LONGEST_ACRONYM and all(letter in rest for letter in short[0])
    return within and short[0][0] == initials[0] and all(letter in short[0] for letter in initials)


def in_story(reading: Reading, place: Offsets) -> bool:
    """Whether a place lies in the article's body, and not in a sentence that speaks to a machine."""
    inside = any(low <= place[0] and place[1] <= high for low, high in reading.article.body)
    return inside and reading.orders.isdisjoint(reading.numbers_of(*place))


def standing(reading: Reading, words: str, ranges: Sequence[Offsets]) -> list[Offsets]:
    """Every place of these words in some ranges of a text; else where they stand in other letters or with other endings."""
    text = reading.article.text
    found = [
        place for place in all_of(words, text) if any(low <= place[0] and place[1] <= high for low, high in ranges)
    ]
    if not found and (lone := find_words(words, text, ranges)):
        found = [lone]
    return found or list(inflected(words, text, ranges, reading.spoken_in.inflection))


def spelled(reading: Reading, words: str, place: Offsets) -> str:
    """Words of an answer in the article's spelling, as they stand at a place."""
    return as_answered(words, reading.article.text, with_stop(reading, place))


def sentence_numbers(reading: Reading, said: Sequence[Offsets]) -> list[int]:
    """The sentences of several places, in order."""
    if len(said) == 1:
        return list(reading.numbers_of(*said[0]))
    return sorted({n for place in said for n in reading.numbers_of(*place)})


def places(reading: Reading, words: str, avoid: Sequence[Offsets] = (), *, unmarked: bool = False) -> list[Offsets]:
    """Where these words stand in the story; outside of `avoid`, of compounds and, if so wished, of marks where they stand there too."""
    found = reading.once(_whole, words)
    free = [place for place in found if not any(overlap(place, other) for other in avoid)]
    return [place for place in free if not (unmarked and _is_marked(reading, place))] or free or found


def _whole(reading: Reading, words: str) -> list[Offsets]:
    """Where words stand in a story, outside of compounds where they stand there too."""
    text = reading.article.text
    found = [place for place in standing(reading, words, reading.article.body) if in_story(reading, place)]
    whole = [place for place in found if "-" not in (text[place[0] - 1 : place[0]], text[place[1] : place[1] + 1])]
    return whole or found


def namesakes(one: str, other: str) -> bool:
    """Whether two full names share no more than the surname: "Anna Keller", "Jonas Keller"."""
    mine, theirs = _without_titles(words_of(one)), _without_titles(words_of(other))
    if len(mine) < 2 or len(theirs) < 2 or mine[-1] != theirs[-1]:
        return False
    if set(mine) <= set(theirs) or set(theirs) <= set(mine):
        return False
    return not (mine[0].startswith(theirs[0]) or theirs[0].startswith(mine[0]))


def is_shared(reading: Reading, name: str) -> bool:
    """Whether several people of the article bear the last word of a name: "Lund" of Ada and Ole Lund."""
    last = words_of(name)[-1:]
    full = {words_of(known.full) for known in reading.names if known.kind != "place"}
    return sum(len(words) > 1 and words[-1:] == last for words in full) > 1


def _is_marked(reading: Reading, place: Offsets) -> bool:
    return any(segment.no_speech is None for segment in reading.segments_over(*place))


def names_in(reading: Reading, low: int, high: int) -> Sequence[Name]:
    """The names that begin between two offsets."""
    names = reading.names
    return names[bisect_left(names, low, key=_START) : bisect_left(names, high, key=_START)]


def find_name(reading: Reading, words: str, near: int, avoid: Sequence[Offsets], *, unmarked: bool) -> Named | None:
    """The name as it stands in the article nearest to an offset, else a form of it that stands there; None: nowhere."""
    text = reading.article.text
    if found := places(reading, words, avoid, unmarked=unmarked):
        place = min(found, key=lambda p: abs(p[0] - near))
        return Named(spelled(reading, words, place), with_stop(reading, place))
    if reading.article.title and find_words(words, reading.article.title, [(0, len(reading.article.title))]):
        return Named(words, None)
    if joint := _joined(reading, words) or _of_family(reading, words):
        return Named(words, joint)
    forms = sorted(_forms(reading, words), key=lambda name: (-len(words_of(name.full)), abs(name.start - near)))
    if not forms:
        return None
    best = forms[0]
    place = min(((n.start, n.end) for n in forms if n.full == best.full), key=lambda p: abs(p[0] - near))
    kept = set(words_of(best.full))
    rest = [word for word in words_of(words) if not any(alike(word, other) for other in kept)]
    return Named(best.full, place, whole=all(find_words(word, text, reading.story) for word in rest))


def _joined(reading: Reading, words: str) -> Offsets | None:
    """Where a name is shared out: "Ed and Sam Croft" names Ed Croft."""
    first, _, last = words.rpartition(" ")
    if not first:
        return None
    for start, end in places(reading, first):
        sentence = reading.sentence_at(start)
        if sentence is None:
            continue
        behind = find_words(last, reading.article.text, [(end, sentence.end)])
        if behind is None:
            continue
        between = reading.article.text[end : behind[0]].split()
        if between and between[0].strip(",") in {"and", "&", ""} and len(between) < _LONGEST_GAP:
            return behind
    return None


def _of_family(reading: Reading, words: str) -> Offsets | None:
    """Where somebody is called by a given name alone whose surname a relative bears: "Bo Croft … his brother Ed" names Ed Croft."""
    first, _, last = words.rpartition(" ")
    surnames = {words_of(name.full)[-1:] for name in reading.names if " " in name.full}
    if not first or " " in first or words_of(last) not in surnames:
        return None
    text = reading.article.text
    alone = (place for place in places(reading, first) if not _SURNAMED.match(text, place[1]))
    return next(alone, None)


_SURNAMED = re.compile(r" (?:(?:and|&) [\w’'-]+ )?[^\W\d_a-zß-ÿ]")
"""Behind a given name: "Ed Croft", "Ed and Sam Croft"."""


def _forms(reading: Reading, words: str) -> Iterator[Name]:
    """Names of the article that these words are a form of: with a title, by surname too, misspelt, an acronym."""
    mine, owned = words_of(words), any(map(POSSESSIVE.search, words.split()))
    surname = _without_titles(mine) if len(mine) > 1 and not is_shared(reading, words) else ()
    for name in reading.names:
        theirs = words_of(name.full)
        if not theirs or not mine or not in_story(reading, (name.start, name.end)):
            continue
        shortened = theirs == mine[-len(theirs) :] and not owned  # "the governor's office" is no "Office of Works"
        slip = len(theirs) == len(mine) and all(map(alike, mine, theirs))
        titled = name.kind == "person" and surname == theirs[-1:] and not owned  # "Mayor Moe" of "Ida Moe"
        if shortened or slip or titled or is_acronym(mine, theirs):
            yield name


def fullest(reading: Reading, name: str, kind: str) -> str:
    """The one fuller form that the article has of a surname, of a given name or of an acronym; else the name itself.

    What is answered in full words is whole: "Norvik" is not its subsidiary "Norvik Paper Products", and what stands before
    two words of a person's name is an office.
    """
    mine = words_of(name)
    short = _without_titles(mine) if kind == "person" else mine
    if len(short) != 1 or (kind != "person" and not name.replace(".", "").isupper()):
        return name
    fuller = {known.full for known in reading.names if known.text == name and known.full != name}
    for known in reading.names if kind == "person" else ():
        theirs = words_of(known.full)
        if known.kind == "person" and len(theirs) > 1 and short[0] in (theirs[0], theirs[-1]):
            fuller.add(known.full)
    fuller = {full for full in fuller if not _differ(name, full)}
    return fuller.pop() if len(fuller) == 1 else name


def _differ(one: str, other: str) -> bool:
    """Whether one of two names is a woman's by its first word and the other a man's: "Lady Moe" is not Giles Moe."""
    bits = WORDS[one.split(maxsplit=1)[0].lower()], WORDS[other.split(maxsplit=1)[0].lower()]
    return any(
        one & c.FEMALE and not one & c.MALE and other & c.MALE and not other & c.FEMALE
        for one, other in (bits, bits[::-1])
    )


def _without_titles(words: Sequence[str]) -> Sequence[str]:
    """The words of a person's name behind those that are an office: "Prime Minister May", not "Earl Moe"."""
    offices = (bool(WORDS[word] & _OFFICES) and not WORDS[word] & c.GIVEN for word in words)
    first = next((at for at, office in enumerate(offices) if not office), len(words) - 1)
    return words[first:]


_OFFICES = c.TITLE | c.OF_TITLE | c.HONORIFIC


def of_somebody(reading: Reading, place: Offsets, name: Sequence[str]) -> bool:
    """Whether the name only tells whose: "supporters of Ann Lee", "Ann Lee's lawyer"."""
    words = reading.article.text[slice(*place)].lower().split()[: -len(name)]
    return any(word in {"of", "for", "to", "by", "and", "from"} or word.endswith(("'s", "’s")) for word in words)
