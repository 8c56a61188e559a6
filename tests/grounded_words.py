"""Words of prose held against words of an article: numbers by value, names, time words, stems. Standard library only."""

import re
from collections.abc import Iterator
from functools import lru_cache

_UNITS = "two three four five six seven eight nine"
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TIES = "twenty thirty forty fifty sixty seventy eighty ninety"
_SMALL = {word: value for value, word in enumerate([*_UNITS.split(), *_TEENS.split()], start=2)}
_TENS = {word: 10 * value for value, word in enumerate(_TIES.split(), start=2)}
_SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
    "dozen": 12,
    "k": 1_000,
    "m": 1_000_000,
    "mn": 1_000_000,
    "bn": 1_000_000_000,
}
_NUMBER = re.compile(
    rf"""(?ix) (?: (?<![\w.,]) | (?<=(?<![\w.,])[A-Z]{{3}}) ) (?P<money> [$€£] )? (?P<digits> \d{{1,3}}(?:,\d{{3}})+(?:\.\d+)? | \d+(?:\.\d+)? )
    | \b (?: (?P<tens> {"|".join(_TENS)} ) (?: [-\ ] (?P<unit> one|{_UNITS.replace(" ", "|")} ) )?
      | (?P<small> {"|".join(_SMALL)} )
      | (?P<one> an?|one ) (?=\ (?:hundred|thousand|million|billion|trillion|dozen)\b ) ) \b"""
)
_SCALE = re.compile(r"(?i)[- ]?(hundred|thousand|million|billion|trillion|dozen|mn|bn|k|m)\b")
_VAGUE = re.compile(
    r"(?i)\b(?:dozens|scores(?= of)|hundreds|thousands|millions|billions|half|twice|double[ds]?|tripled?|majority)\b"
)
NEGATIONS = re.compile(r"(?i)\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot)\b|n['’]t\b")
_TIME_WORDS = re.compile(
    r"""(?x) \b (?: (?i:monday|tuesday|wednesday|thursday|friday|saturday|sunday
    |january|february|april|june|july|august|september|october|november|december
    |yesterday|today|tomorrow|tonight|overnight|weekend|morning|afternoon|evening|noon|midnight
    |(?:last|next|this|past|previous)\ (?:week|month|year|spring|summer|autumn|winter))
    |March|May|Jan|Feb|Aug|Sept|Oct|Nov|Dec) \b"""
)
_CODES = re.compile(r"(?<!\w)[^\W\d_]+\d\w*")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_STOP_WORDS = """
the and for that this with from into onto over under after before about than then they them their his her its him
she who whom whose which what when where while will would can could may might shall should has have had was were are
been being is be do does did not but nor yet also any all some each both more most other such only own same too very
just there here out off down again once during between against through because until above below upon within without
among toward towards as at by in of on or to up an a it he we you i one first if so no say says said saying amid via per
"""
_STOP = frozenset(_STOP_WORDS.split())


def numbers(text: str) -> list[float]:
    """The values of the numbers in the text, in digits or words, scales applied ("2.3 million" is 2300000)."""
    return list(_numbers(text))


@lru_cache(1_000)  # of one article, for each of its items
def _numbers(text: str) -> tuple[float, ...]:
    found = []
    for match in _NUMBER.finditer(text):
        if match["digits"]:
            value = float(match["digits"].replace(",", ""))
        elif match["tens"]:
            value = _TENS[match["tens"].lower()] + {"one": 1, **_SMALL}.get((match["unit"] or "").lower(), 0)
        else:
            value = _SMALL.get((match["small"] or "").lower(), 1)
        at = match.end()
        while scale := _SCALE.match(text, at):
            if len(scale[1]) == 1 and not match["money"]:
                break  # "5 m" may be metres; "$5m" is not
            value *= _SCALES[scale[1].lower()]
            at = scale.end()
        found.append(float(value))
    return tuple(found)


_PARTS = {
    "half": 1 / 2,
    "third": 1 / 3,
    "quarter": 1 / 4,
    "fifth": 1 / 5,
    "couple": 2,
    "pair": 2,
    "score": 20,
    "one": 1,
}
_PART = re.compile(rf"(?i)\b(?:{'|'.join(_PARTS)})\b")


def parts(text: str) -> list[float]:
    """The values of a single half, third, couple, score …: right for what they count, never for prose."""
    return [_PARTS[found.lower()] for found in _PART.findall(text)]


def amounts(text: str) -> Iterator[float]:
    """What the words of one quantity may come to: its numbers, and what two of them make (a share, a rest, a time)."""
    given = numbers(text)
    yield from (*given, *(-number for number in given), *parts(text))
    yield from (float(wide.replace(" ", "")) for wide in re.findall(r"(?<!\d)\d{1,3}(?: \d{3})+(?!\d)", text))
    for hours, minutes, seconds in re.findall(r"(?:(\d+):)?(\d+):(\d+(?:\.\d+)?)", text):
        yield (float(hours or 0) * 60 + float(minutes)) * 60 + float(seconds)
    scales = [
        1.0,
        *(
            float(_SCALES[scale.lower()])
            for scale in re.findall(r"(?i)(?:hundred|thousand|million|billion|trillion)", text)
        ),
    ]
    for whole, top, under in re.findall(r"(?:(\d+)[ -])?(\d+)/(\d+)", text):
        yield from ((float(whole or 0) + float(top) / max(1.0, float(under))) * scale for scale in scales)
    yield from (number * scale for number in (*given, *parts(text)) for scale in scales)
    pair = [*given[:4], *parts(text)[:2]]
    for one in pair:
        for other in pair:
            if 0 < one < other:
                yield from (one / other, other - one)


def foreign_numbers(prose: str, cited: str) -> Iterator[str]:
    """The numbers and vague counts of the prose that the cited text does not hold, in any notation."""
    there = numbers(cited)
    yield from (f"{value:g}" for value in numbers(prose) if value not in there)
    for word in _VAGUE.findall(prose):
        if not any(_akin(word.lower(), other.lower()) for other in _WORD.findall(cited)):
            yield word


def has_words(text: str, words: str, *, name: bool) -> bool:
    """True when the words stand in the text as whole words; a name with a capital keeps its case."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    flags = 0 if name and words != words.lower() else re.IGNORECASE
    return bool(pattern) and bool(re.search(rf"(?<!\w){pattern}(?!\w)", text, flags))


def foreign_names(prose: str, cited: str, article: str) -> Iterator[str]:
    """Capitalised words of the prose, other than at its start, that the cited text does not hold.

    The first word counts as a name when the next one has a capital too, or when the article never writes it small
    and does write it with a capital inside a sentence.
    """
    for code in _CODES.findall(prose):  # M23, IE6: neither word nor number
        if not has_words(cited, code, name=True):
            yield code
    have, small = _written(cited)
    prose = _bare(prose)
    words = list(_WORD.finditer(prose))
    for number, match in enumerate(words):
        word = match[0]
        if not word[0].isupper() or word.lower() in _STOP or _TIME_WORDS.fullmatch(word) or numbers(word):
            continue
        before = prose[: match.start()].rstrip("\"“'‘( ")
        first = not before or before[-1] in ".?!:;"
        if first and not _opens_with_name(word, words[number + 1 : number + 2], article):
            continue
        if word not in have and not _plural_in(word, have) and word.lower() not in small:
            yield word


@lru_cache(1_000)
def _written(cited: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words of a text as they may stand in a title, and those of them that are small or capitals throughout."""
    have = set(_WORD.findall(_bare(cited)))
    small = {word.lower() for word in have if word[0].islower() or (word.isupper() and len(word) > 3)}
    have |= {word.upper() for word in have if len(word) > 3}  # a dateline's capitals
    return frozenset(have), frozenset(small)


def _opens_with_name(word: str, following: list[re.Match[str]], article: str) -> bool:
    if following and following[0][0][0].isupper() and not _TIME_WORDS.fullmatch(following[0][0]):
        return word.isalpha() and len(word) > 1
    return is_name(word, article)


def is_name(word: str, article: str) -> bool:
    """True when the article writes the word with a capital inside a sentence, and never small."""
    inside = rf"(?<=[a-z,] ){re.escape(word)}(?!\w)"
    return bool(re.search(inside, article)) and not re.search(rf"(?<!\w){re.escape(word.lower())}(?!\w)", article)


def _bare(text: str) -> str:
    """Without full stops inside abbreviations and without possessive endings: U.S. → US, Kyiv's → Kyiv."""
    text = re.sub(r"\b([A-Z])\.(?=[A-Z]\b)", r"\1", text)
    return re.sub(r"['’]s?(?!\w)", "", text)


def _plural_in(word: str, have: frozenset[str]) -> bool:
    return f"{word}s" in have or word.removesuffix("s") in have


def foreign_time_words(prose: str, cited: str) -> Iterator[str]:
    """Weekdays, months, "yesterday", "last week" of the prose that the cited text does not hold."""
    have = {word.lower() for word in _TIME_WORDS.findall(cited)}
    for word in _TIME_WORDS.findall(prose):
        low = word.lower()
        same_month = any(
            other[:3] == low[:3] for other in have if " " not in other and " " not in low and low[-3:] != "day"
        )
        if low not in have and not same_month:
            yield word


def share_of_stems(prose: str, cited: str) -> float:
    """The share of the prose's content words that the cited text holds in some form; 1 when it has none."""
    words = _WORD.findall(_bare(prose).lower())
    scales = {word for word in _SCALES if len(word) > 2}  # a numeral: numbers have a check of their own
    content = [
        word for word in words if len(word) > 2 and word not in _STOP and word not in scales and not numbers(word)
    ]
    if not content:
        return 1.0
    there = set(_WORD.findall(_bare(cited).lower()))
    return sum(word in there or any(_akin(word, other) for other in there) for word in content) / len(content)


def _akin(one: str, other: str) -> bool:
    """Forms of one word: the same beginning, and little besides ("agree", "agreement"; "killed", "killing")."""
    common = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        common += 1
    longest = max(len(one), len(other))
    return common >= 3 and (common >= 0.6 * longest or common >= 5) and longest - common <= 5
