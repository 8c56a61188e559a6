"""How English words are inflected: verbs and nouns by rule, the irregular ones by their rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from nutgraf.reading.languages import classes as c

_NOUNS = c.PERSON | c.BODY | c.DOCUMENT | c.WORK | c.NOUN | c.SPEECH | c.WRITTEN | c.EVENT
_MEASURES = c.FRACTION | c.MONEY | c.UNIT | c.LENGTH
_NOUNS_HAVE = (
    _NOUNS | _MEASURES | c.SPEAKS | c.SENT_TO | c.PERIOD | c.TIME_UNIT | c.DENIES | c.ASKS | c.ORDERS | c.BY_EACH | c.CONTEST | c.NUMBERED | c.MAKER
)  # fmt: skip
_VERBS_HAVE = c.OF_VERBS | c.NEGATION | c.ENTITLES | c.NAMES | c.NAMES_AS | c.CONTEST | c.WEIGHS | c.RANGES
"""What the forms of a word share with it: a report is a document, but "reported" is none."""
_INFLECTED = _NOUNS | _MEASURES | c.NUMBERED | c.PERIOD | c.TIME_UNIT | c.DEMONYM | c.VERB | c.HAPPENS
_VOWELS = "aeiou"
_DOUBLED = "bdgmnpt"
_SHORT = re.compile(rf"(?:[^aeiou]|qu)*[aeiou][{_DOUBLED}]")
"""One syllable with one vowel and one consonant behind it, which -ed and -ing double."""
_IN_L = re.compile(r"[aeiou][^aeiou]+[aeiou]l$")
_NO_MEN = frozenset({"german", "human", "norman", "ottoman", "roman", "shaman", "talisman"})


def forms(word: str, classes: int, extra: Mapping[str, str]) -> Iterator[tuple[str, int]]:
    """The forms of a word other than itself, and the word as a base, with the bits that each has."""
    if not classes & _INFLECTED:
        return
    if classes & c.VERB and not classes & c.PAST:
        verb = classes & _VERBS_HAVE
        yield word, c.BASE
        yield with_s(word, verb=True), verb | c.THIRD | classes & c.NOUN
        past = extra.get("past", "").split()
        stems = tuple(_stems(word, doubled="doubled" in extra))
        for form in past or map(_with_ed, stems):
            yield form, verb | c.PAST | (c.IRREGULAR if past else 0)
        for stem in stems:
            yield _with_ing(stem), verb | c.ING
    elif classes & c.HAPPENS:
        yield word, c.BASE
        yield with_s(word), c.HAPPENS | c.THIRD
    people = classes & c.DEMONYM and word[-1] in "aino"  # "Iraqi", but "Irish"
    if (
        (people or classes & (_NOUNS | _MEASURES | c.NUMBERED | c.PERIOD | c.TIME_UNIT))
        and word[-1].isalpha()
        and not classes & c.PLURAL
    ):
        yield (
            extra.get("plural") or with_s(word),
            classes & _NOUNS_HAVE & (~c.SPEAKS if classes & c.VERB else -1) | c.PLURAL,
        )


def with_s(word: str, *, verb: bool = False) -> str:
    """A noun as a plural, a verb in its third person."""
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    if word.endswith("man") and word not in _NO_MEN:
        return word[:-2] + "en"
    return word + ("es" if word.endswith(("s", "sh", "ch", "x", "o")[: 5 if verb else 4]) else "s")


def _stems(word: str, *, doubled: bool) -> Iterator[str]:
    """What -ed and -ing stand behind: "plan", "plann"; of a verb in -l as "label" either."""
    if not doubled:
        doubled = word[-1] in _DOUBLED and _SHORT.fullmatch(word) is not None
    if not doubled:
        yield word
    if doubled or (word[-1] == "l" and _IN_L.search(word)):
        yield word + word[-1]


def _with_ed(stem: str) -> str:
    if stem.endswith("y") and stem[-2:-1] not in _VOWELS:
        return stem[:-1] + "ied"
    return stem.removesuffix("e") + "ed"


def _with_ing(stem: str) -> str:
    if stem.endswith("ie"):
        return stem[:-2] + "ying"
    return (stem if stem.endswith(("ee", "oe", "ye")) else stem.removesuffix("e")) + "ing"
