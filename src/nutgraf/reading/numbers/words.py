"""Reading numbers: numerals, number words, multipliers, and what stands for an unknown number ("dozens")."""

from __future__ import annotations

import re
from typing import NamedTuple

ONES = {
    word: number
    for number, word in enumerate(
        (
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
            " eighteen nineteen"
        ).split()
    )
}
TENS = {
    word: 10 * number
    for number, word in enumerate(("twenty thirty forty fifty sixty seventy eighty ninety").split(), 2)
}
SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
GROUPS = {"dozen": 12, "score": 20, "couple": 2}
VAGUE = frozenset({"tens", "dozens", "scores", "hundreds", "thousands", "millions", "billions", "trillions"})
"""Numbers that are not told; two of them are the same when the word is the same."""
FRACTIONS = {"half": 0.5, "halves": 0.5, "quarter": 0.25, "quarters": 0.25}
ORDINALS = {
    word: number
    for number, word in enumerate(
        ("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
        " sixteenth seventeenth eighteenth nineteenth twentieth").split(),
        1,
    )
} | {
    word: 10 * number
    for number, word in enumerate(("thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth").split(), 3)
}  # fmt: skip
FRACTION_NOUNS = {
    **{word: number for word, number in ORDINALS.items() if 3 <= number <= 10},
    **{word + "s": number for word, number in ORDINALS.items() if 3 <= number <= 10},
    "halves": 2, "quarter": 4, "quarters": 4,
}  # fmt: skip
SHORT_SCALES = {"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12, "trn": 1e12}
SOME = frozenset({"several", "few", "many"})
"""Before a scale they leave the number untold: "several hundred" says no more than "hundreds"."""
STARTERS = SOME | frozenset(ONES) | frozenset(TENS) | frozenset(ORDINALS) | VAGUE | {"half", "dozen"}
"""Words that a number can begin with."""
AFTER_A = frozenset(SCALES) | frozenset(GROUPS) | frozenset(FRACTION_NOUNS)
"""Words that make a number of the "a" before them."""
NUMBER_WORDS = (
    frozenset(ONES) | frozenset(TENS) | frozenset(SCALES) | frozenset(GROUPS) | VAGUE | SOME | {"half", "quarter"}
)

NUMERAL = re.compile(r"(?:\d{1,3}(?:[,\u00a0\u202f\u2009]\d{3})+(?!\d)|\d+)(?:\.\d+)?|[¼½¾⅓⅔]")
_SCALE = re.compile(r"[ \u00a0\u202f-]?(hundred|thousand|million|billion|trillion)(?![A-Za-z])", re.IGNORECASE)
SHORT_SCALE = re.compile(r"[ \u00a0]?(k|mln|mn|m|bn|b|trn|tn)(?![A-Za-z0-9])")
_GLYPHS = {"¼": 0.25, "½": 0.5, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
_JOINT = re.compile(r"(?:-| and |,? |\n)")
_WORD = re.compile(r"[A-Za-z]+")
_OF_VAGUE = re.compile(r" of (thousands|millions|billions)(?![a-z])", re.IGNORECASE)
_LONGEST_NUMERAL = 40


class Read(NamedTuple):
    """A number read at some place: its end, its value, and the word that stands for a value not told."""

    end: int
    value: float | None
    vague: str = ""
    ordinal: bool = False
    fraction: bool = False
    scale: float = 1.0
    """What a scale word or suffix multiplied it by: 1e6 in "1.2 million"."""
    plain: bool = False
    """A bare run of digits, without comma, point or scale: may be a year or a part of a name."""


def numeral(text: str, at: int) -> Read | None:
    """The numeral at an offset, with its scale word: "1,200", "1.2 million", "½"."""
    match = NUMERAL.match(text, at)
    if match is None:
        return None
    digits = match.group()
    if digits in _GLYPHS:
        return Read(match.end(), _GLYPHS[digits], fraction=True)
    if len(digits) > _LONGEST_NUMERAL:
        return Read(match.end(), None, vague=digits[:_LONGEST_NUMERAL])
    value, end, plain = (
        float(digits if digits.isdigit() else re.sub(r"[^\d.]", "", digits)),
        match.end(),
        digits.isdigit(),
    )
    glyph = text[end : end + 1]
    if glyph in _GLYPHS:
        value, end, plain = value + _GLYPHS[glyph], end + 1, False
    factor = 1.0
    scale = _SCALE.match(text, end)
    if scale:
        factor, end, plain = SCALES[scale.group(1).lower()], scale.end(), False
    return Read(end, value * factor, scale=factor, plain=plain)


def number_words(text: str, at: int) -> Read | None:
    """The number in words at an offset: "twenty-three", "two and a half million", "two dozen", "half a million".

    "a" opens a number only before a scale ("a hundred"); "third" is an ordinal, "two-thirds" a fraction.
    """
    tokens = _number_tokens(text, at)
    if not tokens:
        return None
    words = [word for word, _ in tokens]
    if words[0] in SOME:
        unit = words[1] if len(words) > 1 else ""
        known = unit in SCALES or unit == "dozen"
        return Read(tokens[1][1], None, vague=unit + "s") if known else None
    for reader in (_fraction, _half_a, _grouped):
        read = reader(words)
        if read is not None:
            count, value, is_fraction = read
            return Read(tokens[count - 1][1], value, fraction=is_fraction)
    if words[0] in VAGUE:
        more = _OF_VAGUE.match(text, tokens[0][1])
        if more is None:
            return None if words[0] == "tens" else Read(tokens[0][1], None, vague=words[0])
        return Read(more.end(), None, vague=f"{words[0]} of {more.group(1).lower()}")
    return _cardinal(tokens)


def _number_tokens(text: str, at: int) -> list[tuple[str, int]]:
    """The words at an offset that can belong to one number, at most twelve, with the end of each."""
    found: list[tuple[str, int]] = []
    while len(found) < 12:
        match = _WORD.match(text, at, at + 14)
        if match is None:
            break
        word = match.group().lower()
        if (
            word not in NUMBER_WORDS
            and word not in ORDINALS
            and word not in FRACTION_NOUNS
            and word not in {"a", "an", "and"}
        ):
            break
        found.append((word, match.end()))
        joint = _JOINT.match(text, match.end())
        if joint is None:
            break
        if joint.group() == " and ":
            found.append(("and", joint.start() + 4))
        elif "," in joint.group():
            break
        at = joint.end()
    while found and found[-1][0] in {"and", "a", "an"}:
        found.pop()
    return found


_Part = tuple[int, float, bool]


def _fraction(words: list[str]) -> _Part | None:
    """Fractions: two-thirds, three quarters, a third."""
    if len(words) < 2 or words[1] not in FRACTION_NOUNS:
        return None
    top = 1 if words[0] in {"a", "one"} else ONES.get(words[0], 0)
    plural = words[1].endswith("s")
    if not top or plural != (top > 1):
        return None
    return 2, top / FRACTION_NOUNS[words[1]], True


def _half_a(words: list[str]) -> _Part | None:
    """Half a million, half a dozen, half-dozen, half."""
    if words[0] != "half":
        return None
    rest = words[1:]
    skipped = 1 + (bool(rest) and rest[0] in {"a", "an"})
    unit = words[skipped] if skipped < len(words) else ""
    size = SCALES.get(unit) or GROUPS.get(unit)
    return (skipped + 1, size / 2, False) if size else (1, 0.5, True)


def _grouped(words: list[str]) -> _Part | None:
    """Groups: two dozen, a score, a couple."""
    if len(words) > 1 and words[1] in GROUPS:
        top = 1 if words[0] in {"a", "an"} else ONES.get(words[0], 0) or TENS.get(words[0], 0)
        return (2, float(top * GROUPS[words[1]]), False) if top else None
    return (1, 12.0, False) if words[0] == "dozen" else None


def _cardinal(tokens: list[tuple[str, int]]) -> Read | None:
    """Cardinals and ordinals: "one hundred and five", "twelve hundred", "twenty-third"."""
    total, part, seen, used, last = 0.0, 0.0, False, 0, ""
    for index, (word, _) in enumerate(tokens):
        if word in {"a", "an"}:
            if index or len(tokens) < 2 or tokens[1][0] not in SCALES:
                if tokens[index : index + 2] and last == "and" and _next(tokens, index) == "half":
                    continue
                break
            part, seen = 1, True
        elif word == "and":
            if not seen or not (last in SCALES or _next(tokens, index, 2) == "half"):
                break
        elif word == "half" and last in {"a", "and"} and seen:
            part, used = part + 0.5, index + 1
        elif word in ORDINALS and (not seen or last in TENS or last in SCALES or last == "and"):
            return Read(tokens[index][1], total + part + ORDINALS[word], ordinal=True)
        elif word in ONES and (not seen or last in SCALES or (last in TENS and 0 < ONES[word] < 10) or last == "and"):
            part, seen, used = part + ONES[word], True, index + 1
        elif word in TENS and (not seen or last in SCALES or last == "and"):
            part, seen, used = part + TENS[word], True, index + 1
        elif word in SCALES and seen:
            if word == "hundred":
                part *= 100
            else:
                total, part = total + part * SCALES[word], 0
            used = index + 1
        else:
            break
        last = word
    return Read(tokens[used - 1][1], total + part) if used else None


def _next(tokens: list[tuple[str, int]], index: int, ahead: int = 1) -> str:
    return tokens[index + ahead][0] if index + ahead < len(tokens) else ""
