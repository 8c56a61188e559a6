"""Several under one name: "Tom and Ada Lund", "the mayor and his wife"; not one of two offices."""

from __future__ import annotations

import re

from nutgraf.checking.items.heads import kind_of
from nutgraf.checking.speech.names import names_in
from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.language import Language
from nutgraf.reading.parts import Name, Offsets
from nutgraf.reading.reading import Reading

_JOINT = re.compile(r",? ([^\W\d_]+)(?= )")


def couples(words: str, language: Language) -> list[Offsets]:
    """Where "and" stands between words, with the blanks around it."""
    return [(m.start(), m.end() + 1) for m in _JOINT.finditer(words) if language.words[m[1].lower()] & c.COUPLES]


def is_person(reading: Reading, place: Offsets) -> bool:
    """Whether the words at a place are a person's name."""
    return any((name.start, name.end, name.kind) == (*place, "person") for name in reading.names_over(*place))


def are_several(reading: Reading, place: Offsets) -> bool:
    """Whether the words at a place mean several who stand side by side, at least one of them by name or with an article."""
    for low, high in couples(reading.article.text[slice(*place)], reading.spoken_in):
        first, second = (place[0], place[0] + low), (place[0] + high, place[1])
        if any(name.start == second[0] and _may_be_person(name) for name in names_in(reading, *second)):
            if _means_somebody(reading, first):
                return True
        elif _opens_with_determiner(reading, second) and _stands_bare(reading, first):
            return True
    return False


def _may_be_person(name: Name) -> bool:
    return name.kind == "person" or (name.kind == "other" and " " in name.text)


def _means_somebody(reading: Reading, place: Offsets) -> bool:
    """Whether what stands before "and" and a name is somebody beside them: "Tom", "the mayor", not "an aide to Ada Lund"."""
    text, known = reading.article.text, reading.spoken_in.words
    names = names_in(reading, *place)
    if any(map(_may_be_person, names)):
        opens = max(place[0], text.rfind(", ", *place) + 2)
        near = [name for name in names if name.start >= opens]
        heads = not near or near[0].start == opens
        return heads or reading.speaker((opens, place[1])).name in {name.full for name in near}
    words = text[slice(*place)].split()
    lows = [word.lower() for word in words]
    if not lows or any(known[low] & c.PREPOSITION for low in lows):
        return False
    named = words[-1][0].isupper() and not known[lows[-1]] & c.TITLE
    group = kind_of(" ".join(words), reading.spoken_in) == "group"
    return named or group or bool(known[lows[0]] & c.DETERMINER)


def _opens_with_determiner(reading: Reading, place: Offsets) -> bool:
    """Whether words are a phrase of its own, in one piece: "his wife", not "the founder, Ada Lund"."""
    words = reading.article.text[slice(*place)]
    first = words.split(" ", 1)[0].lower()
    return "," not in words and bool(reading.spoken_in.words[first] & (c.ARTICLE | c.POSSESSIVE))


def _stands_bare(reading: Reading, place: Offsets) -> bool:
    """Whether words are somebody and nothing about them: "Ada Lund", "the mayor", not "the mayor of Arn"."""
    words, known = reading.article.text[slice(*place)], reading.spoken_in.words
    more = "," in words or any(known[low] & c.PREPOSITION for low in words.lower().split())
    return not more and _means_somebody(reading, place)
