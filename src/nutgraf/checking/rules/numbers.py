"""Numbers of a statement: the article's in whatever form, made of the article's, or invented."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from itertools import combinations

from nutgraf.checking.rules.claim import Claim, Finding
from nutgraf.checking.rules.english import lines_of, of_list
from nutgraf.checking.rules.stems import stem
from nutgraf.checking.rules.words.counted import Counted, counted, counted_in, derived
from nutgraf.checking.rules.words.figures import YEAR, Figure, close, comes_to, figures_of
from nutgraf.checking.rules.words.wording import Wording
from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.en.vocabulary import WORDS
from nutgraf.reading.numbers.find import numbers_in

_MOST = 12
"""Numbers of the evidence that sums and shares are tried with; a table holds more, and proves nothing."""
_VAGUE = {" ".join(words): (float(low), float(high)) for *words, low, high in lines_of("untold")}
"""Between which numbers "dozens" and the like may lie."""


def invented_number(claim: Claim) -> Finding | None:
    """A number that the article has nowhere, and that nothing in the article comes to."""
    if not claim.in_english:
        return _invented_digits(claim)
    for figure in claim.figures[: 2 * _MOST]:
        if _stands(figure, claim.figures_said) or _stands(figure, claim.figures_of_article):
            continue
        if _is_written(figure, claim.whole) or _is_another_one(figure, claim.whole):
            continue
        if not _may_follow(figure, claim):
            reason = f"the number {figure.words!r} is nowhere in the article: give a number that it gives, or none"
            return Finding("invented_number", "refuted", reason)
    return None


def number_from_elsewhere(claim: Claim) -> Finding | None:
    """A number that other sentences of the article give than those cited, or that was reckoned from theirs."""
    if not claim.in_english:
        return None
    for figure in claim.figures[: 2 * _MOST]:
        if _stands(figure, claim.figures_said) or _is_written(figure, claim.said):
            continue
        if not _says_no_number(figure, claim):
            reason = f"the cited sentences do not give the number {figure.words!r}: cite the sentence that does"
            return Finding("number_from_elsewhere", "open", reason)
    return None


def _says_no_number(figure: Figure, claim: Claim) -> bool:
    """A "first" for "at once" or "original", "the two" of those whom it tells of, a number that is a name: "iPhone 4"."""
    if figure.ordinal:
        return figure.value == 1
    before = claim.told.text[: figure.start].split()[-1:]
    if before and figure.value == 2 and before[0].lower() in _THOSE:
        return True
    if not figure.is_name(claim.told) or any(f.is_name(s) for s in claim.sentences for f in figures_of(s)):
        return False
    return any(figure.equals(other) and other.is_name(claim.whole) for other in claim.figures_of_article)


_THOSE = frozenset({"the", "these", "those", "both", "all"})


def number_of_something_else(claim: Claim) -> Finding | None:
    """A number given to what the cited sentences give none: "Dockers loaded 300 crates" told as "300 dockers"."""
    for figure in claim.figures[:_MOST]:
        equal = [
            (other, sentence) for sentence in claim.sentences for other in figures_of(sentence) if figure.equals(other)
        ]
        counted = [(noun, _phrase(said, other, noun)) for other, said in equal if (noun := _noun(other, said))]
        if figure.value != 0.5 and counted and figure.multiplies(claim.told):
            times = any(head in {"times", "time"} for head, _ in counted)
            if len(counted) == len(equal) and not times and not any(one.multiplies(said) for one, said in equal):
                reason = f"by the cited sentences {figure.words!r} counts {counted[0][0]!r} and multiplies nothing"
                return Finding("number_of_something_else", "open", reason)
            continue
        noun = _noun(figure, claim.told) if counted else ""
        loose = any(head in _ANYTHING or any(map(str.isdigit, head)) for head, _ in counted)  # "14 Halden 300s"
        if not noun or stem(noun) not in claim.said.stems or loose:
            continue
        if not any(stem(noun) in phrase for _, phrase in counted):
            reason = f"by the cited sentences {figure.words!r} counts {counted[0][0]!r}, not {noun!r}"
            return Finding("number_of_something_else", "open", reason)
    return None


_ANYTHING = frozenset({"cases", "occasions", "times"})
"""Nouns that count what other words name: "two in three cases" of infection."""
_OF_TIME = re.compile(r"[ -]([^\W\d_]+)")
_WHAT_OF = re.compile(r" of(?: (?!(?:for|by|from|to|at|in|on|with|after|among|and|who|that|which)\b)[\w'-]+){1,5}")


def _noun(figure: Figure, text: Wording) -> str:
    """What a number counts: the unit of time right behind it, whatever noun follows that: "over the next 18 months doctors found"."""
    behind = _OF_TIME.match(text.text, figure.end) if figure.end else None
    return behind[1].lower() if behind and WORDS[behind[1].lower()] & c.TIME_UNIT else figure.noun(text)


def _phrase(text: Wording, figure: Figure, noun: str) -> frozenset[str]:
    """The stems of what a number counts, with the nouns before and behind its head: "10,000 job cuts", "9 jars of plum jam"."""
    behind = text.text[figure.end :]
    stop = behind.lower().find(noun) + len(noun)
    of = _WHAT_OF.match(behind, stop)
    return frozenset(map(stem, re.findall(r"\w+", behind[: of.end() if of else stop].lower())))


def _stands(figure: Figure, among: tuple[Figure, ...]) -> bool:
    if any(figure.equals(other) for other in among):
        return True
    if figure.value == 1 and not figure.ordinal:
        return True  # "a man", "the man"
    groups = figure.words.split(" ")
    if len(groups) > 1 and all(map(str.isdigit, groups)):
        return all(any(other.value == int(group) for other in among) for group in groups)  # "14 787s"
    if figure.parts:
        return all(any(part in {other.value, *(other.parts or ())} for other in among) for part in figure.parts)
    return False


def _is_written(figure: Figure, text: Wording) -> bool:
    """Whether the text has the very digits and letter, whatever they come to there: "70m" of people or of rope."""
    if not figure.words[:1].isdigit() or not figure.words[-1].isalpha() or " " in figure.words:
        return False
    found = figure.words in text.text  # most are not, and need no pattern
    return found and re.search(rf"(?<![\w.,]){re.escape(figure.words)}(?!\w)", text.text) is not None


def _is_another_one(figure: Figure, text: Wording) -> bool:
    """Whether what looks like a part counts one more in the text: "a third had to close", "A third centre had to close"."""
    part = 0 < (figure.value or 0) < 1 and figure.words[:1].isalpha()
    return part and re.search(rf"(?<!\w){re.escape(figure.words.lower())}(?!\w)", text.text.lower()) is not None


def _may_follow(figure: Figure, claim: Claim) -> bool:
    """Whether a number that does not stand there may come of those that do: then it is open, not invented."""
    if figure.value is None:
        low, high = _VAGUE.get(figure.words.lower(), (0, 0))
        return any(other.value is not None and low <= other.value <= high for other in claim.figures_of_article)
    if figure.ordinal and (
        figure.value <= 12 or any(close(figure.value, o.value or 0) for o in claim.figures_of_article)
    ):
        return True  # "in the third round" of three that the article lists, "the 77th minute" for "on 77 minutes"
    return (
        any(_close_but_for_unit(figure, other) for other in claim.figures_of_article)
        or _rounds(figure, claim)
        or _counts_a_list(figure.value, claim)
        or _is_of_a_date(figure, claim)
        or _is_year_beside(figure, claim)
        or _is_between_dates(figure, claim)
        or _is_one_length(figure, claim)
        or any(
            comes_to(figure.value, value) and _is_within(figure, claim, value)
            for value in derived(counted(figure, claim.told), _reckoned_from(figure, claim))
        )
    )


def _close_but_for_unit(figure: Figure, other: Figure) -> bool:
    """The number of something else, no other sum of money: "6 points" for "6 percent", "50 years" for "50th anniversary"."""
    money = {figure.unit, other.unit} - {None, "%"}
    if figure.ordinal and not other.ordinal:
        return False
    return len(money) < 2 and close(figure.value or 0, other.value or 0)


def _is_within(figure: Figure, claim: Claim, value: float) -> bool:
    """Whether a value keeps the bound that a statement sets: 1,870 is not "more than 1,900"."""
    told = figure.value or 0
    return close(told, value) or (told - value) * figure.bound(claim.told) <= 0


def _rounds(figure: Figure, claim: Claim) -> bool:
    """Whether it is one of the article's rounded: "nearly 12,000" for 11,980, "1.2 million" for 1,190,500."""
    told, about = figure.value or 0.0, figure.is_rounded(claim.told)
    digits = len(_digits(told))
    for other in claim.figures_said:
        if not other.value or figure.unit != other.unit or not _is_within(figure, claim, other.value):
            continue
        if about and abs(told - other.value) * 10 <= other.value:
            return True
        if digits > 1 and len(_digits(other.value)) > digits and close(told, float(f"{other.value:.{digits}g}")):
            return True
    return False


def _digits(value: float) -> str:
    """The digits that a number is given with: "12" of 12,000."""
    return f"{value:.12g}".partition("e")[0].replace(".", "").strip("0")


_COMPARING = of_list("comparing")


def _reckoned_from(figure: Figure, claim: Claim) -> Sequence[Counted]:
    """The numbers that a statement may have reckoned from: the evidence's, and the article's where it compares or tells a share."""
    compares = not _COMPARING.isdisjoint(claim.told.lows) or 0 < (figure.value or 0) < 1
    few = len(claim.figures_of_article) <= 2 * _MOST
    texts = (claim.whole,) if compares and few else claim.sentences
    return [one for text in texts for one in counted_in(text)][: 2 * _MOST if compares and few else _MOST]


_LISTED = re.compile(r"(?:[^,;:.!?\n]{1,60}, )*[^,;:.!?\n]{1,60},? and ")
_CLAUSE = re.compile(r"[.;:!?\n]|\b(?:who|which|that|after|while|when|because|but)\b")


def _counts_a_list(value: float, claim: Claim) -> bool:
    """Whether so many things may be listed in the evidence: "in the morning a guide, a cook and a child" are two or three, or four."""
    if not 2 <= value <= 12:
        return False
    if value == 2 and "both" in claim.said.lows:
        return True
    clauses = (clause for sentence in claim.sentences for clause in _CLAUSE.split(sentence.text))
    return any(value <= found.group().count(",") + 2 for clause in clauses for found in _LISTED.finditer(clause))


def _is_year_beside(figure: Figure, claim: Claim) -> bool:
    """The year before or after one of the article's: "the following spring"."""
    years = [int(other.words) for other in (figure, *claim.figures_of_article) if YEAR.fullmatch(other.words)]
    return bool(YEAR.fullmatch(figure.words)) and any(abs(years[0] - year) == 1 for year in years)


def _is_of_a_date(figure: Figure, claim: Claim) -> bool:
    """Whether a year or the day of a month is that of a date which the article gives in other words, or of its appearance."""
    text, value = claim.told.text, figure.value
    beside = (text[: figure.start].split()[-1:], text[figure.end :].split()[:1], text[figure.end :].split()[1:2])
    in_month = any(WORDS[word.strip(",.'’").lower()] & c.MONTH for words in beside for word in words)
    if figure.unit or not (in_month or (YEAR.fullmatch(figure.words) and not figure.noun(claim.told))):
        return False
    days = {day for time in claim.reading.times for day in (time.start, time.end) if day}
    if published := claim.reading.article.published:
        days.add(published)
    return any(value in {day.year, day.day} for day in days)


def _is_between_dates(figure: Figure, claim: Claim) -> bool:
    """Whether so many days, months or years lie between two dates that the article gives, its own among them."""
    length = _LENGTHS.get(figure.noun(claim.told) or "year")  # "died at 70"
    if length is None:
        return False
    published = claim.reading.article.published
    days = sorted({*claim.days, *([published] if published else ())})
    spans = ((later - day).days / length for day, later in combinations(days, 2))
    off = 0.1 if figure.is_rounded(claim.told) else 0
    return any(abs(span - (figure.value or 0)) < max(1, off * span) for span in spans)


_DAYS_OF = {"TH": 1 / 24, "D": 1.0, "W": 7.0, "M": 30.4, "Y": 365.25}
_LENGTHS = {"night": 1.0, "nights": 1.0} | {
    word: float(timex[: -len(unit)] or 1) * _DAYS_OF[unit]
    for word, timex in WORDS.values_of(c.TIME_UNIT, "timex").items()
    if (unit := timex.lstrip("0123456789")) in _DAYS_OF
}
"""Days of a unit of time."""
_SAME_LENGTH = 0.02
"""A month of 30 days, a year of twelve such months."""


def _is_one_length(figure: Figure, claim: Claim) -> bool:
    """So many of a unit of time for another, or a part of it: "21 days" for "three weeks", "25 years" for "a quarter of a century"."""
    days = (figure.value or 0) * _LENGTHS.get(figure.noun(claim.told), 0)
    parts = {1.0, *(part for other in claim.figures_of_article if 0 < (part := other.value or 0) < 1)}
    lengths = [part * length for unit, length in _LENGTHS.items() if unit in claim.whole.lows for part in parts]
    said = [(one.value or 0, one.noun(sentence)) for sentence in claim.sentences for one in figures_of(sentence)]
    lengths += [value * _LENGTHS.get(noun, 0) for value, noun in said]
    return any(math.isclose(days, length, rel_tol=_SAME_LENGTH) for length in lengths if days)


_RUN = re.compile(r"\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,'’]\d+)*")
_FEW = 3
"""Digits that make a number of a text in another language one that is hardly ever written in words."""


def _invented_digits(claim: Claim) -> Finding | None:
    """Digits that stand nowhere: of a language whose number words nobody here reads."""
    given = {re.sub(r"\D", "", run) for run in _RUN.findall(claim.whole.text)}
    published = claim.reading.article.published
    years = {int(run) for run in (*given, str(published.year) if published else "") if YEAR.fullmatch(run)}
    code = claim.reading.spoken_in.code
    in_words = {number.value for number in numbers_in(claim.reading.article.text, code)}
    for run in _RUN.findall(claim.told.text):
        digits = re.sub(r"\D", "", run)
        if digits not in given and not any(number.value in in_words for number in numbers_in(run, code)):
            reckoned = YEAR.fullmatch(digits) and not years.isdisjoint(range(int(digits) - 1, int(digits) + 2))
            certain = len(digits.strip("0")) >= _FEW and not reckoned  # "the year after"
            reason = f"the number {run!r} is nowhere in the article: give a number that it gives, or none"
            return Finding("invented_number", "refuted" if certain else "open", reason)
    return None
