"""How English words are inflected: verbs and nouns by rule, the irregular ones by their rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from nutgraf.reading.languages import classes as c

_NOUNS = c.PERSON | c.BODY | c.DOCUMENT | c.WORK | c.NOUN | c.SPEECH | c.WRITTEN | c.EVENT
_MEASURES = c.FRACTION | c.MONEY | c.UNIT | c.LENGTH
_NOUNS_HAVE = (
    _NOUNS | _MEASURES | c.SPEAKS | c.SENT_TO | c.PERIOD | c.TIME_UNIT | c.DENIES | c.ASKS | c.ORDERS | c.NEGATION | c.BY_EACH | c.CONTEST | c.NUMBERED
)  # fmt: skip
_VERBS_HAVE = (
    c.CUE | c.SAYS | c.TELLS | c.MARKS | c.SAY | c.PLAIN | c.OBJECTS | c.ADDRESSES | c.WARNS | c.INVERTS | c.SPEAKS | c.ASKS | c.ORDERS
    | c.DENIES | c.DOUBTS | c.PLANS | c.SAID | c.CANCELS | c.LASTS | c.VERB | c.NEGATION | c.ISSUES | c.DISCLOSES | c.PUTS | c.ENTITLES | c.NAMES | c.NAMES_AS | c.CONTEST
    | c.LEAVES_OFF | c.POSTPONES | c.SCHEDULES | c.HAPPENS | c.WISHES | c.ACTS | c.PERFORMS
)  # fmt: skip
"""What the forms of a word share with it: a report is a document, but "reported" is none."""
_VOWELS = "aeiou"


def forms(word: str, classes: int, extra: Mapping[str, str]) -> Iterator[tuple[str, int]]:
    """The forms of a word other than itself, and the word as a base, with the bits that each has."""
    if classes & c.VERB and not classes & c.PAST:  # a row of past forms has no others
        verb, doubled = classes & _VERBS_HAVE, "doubled" in extra
        yield word, c.BASE
        yield _with_s(word), verb | c.THIRD | classes & c.NOUN
        past = extra.get("past", "").split()
        for form in past or (_with_ed(word, doubled=doubled),):
            yield form, verb | c.PAST | (c.IRREGULAR if past else 0)
        yield _with_ing(word, doubled=doubled), verb | c.ING
    elif classes & c.HAPPENS:
        yield word, c.BASE
        yield _with_s(word), c.HAPPENS | c.THIRD
    if (
        classes & (_NOUNS | _MEASURES | c.NUMBERED | c.PERIOD | c.TIME_UNIT)
        and word[-1].isalpha()
        and not classes & c.PLURAL
    ):
        yield (
            extra.get("plural") or _with_s(word),
            classes & _NOUNS_HAVE & (~c.SPEAKS if classes & c.VERB else -1) | c.PLURAL,
        )


def _with_s(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "sh", "ch", "x")) else "s")


def _with_ed(word: str, *, doubled: bool) -> str:
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ied"
    return (word + word[-1] if doubled else word.removesuffix("e")) + "ed"


def _with_ing(word: str, *, doubled: bool) -> str:
    stem = word if word.endswith(("ee", "oe", "ye")) else word.removesuffix("e")
    return (word + word[-1] if doubled else stem) + "ing"
