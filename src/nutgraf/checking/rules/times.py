"""Time words of a statement: weekdays, months, seasons, times of day."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import lru_cache

from nutgraf.checking.rules.claim import Claim, Finding
from nutgraf.checking.rules.english import lines_of, of_list, sides_of
from nutgraf.checking.rules.words.wording import Word, Wording
from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.en.vocabulary import WORDS


def _longest(kind: int) -> dict[int, str]:
    """The words of a kind by their values, each in its longest form: "monday", not "mon"."""
    shortest_first = sorted(WORDS.values_of(kind).items(), key=lambda one: len(one[0]))
    return {int(value): word for word, value in shortest_first}


_WEEKDAYS, _MONTHS = _longest(c.WEEKDAY), _longest(c.MONTH)
_DATED = frozenset((*_WEEKDAYS.values(), *_MONTHS.values()))
_SPANS = frozenset(
    word
    for word, timex in WORDS.values_of(c.TIME_UNIT, "timex").items()
    if timex not in {"TM", "TS"} and not WORDS[word] & c.PLURAL
)
_WITH_CAPITAL = of_list("with-capital")
"""Weekdays and months that are other words in small letters."""
_NEAR = {word: frozenset(near) for words, near in sides_of("near-times") for word in words}
"""Words of which one may stand for the other without a lie being proved."""
_PARTS = of_list("parts-of-day")
_FROM_NOW = WORDS.any_of(c.DAY_WORD)
_CLOCK = re.compile(r"\b(?:[01]?\d|2[0-3])[:.][0-5]\d\b")
_FORMS = {
    **{base + ending: base for base in (*_DATED, *_SPANS, *_NEAR) for ending in ("", "s", "ly", "long")},
    **{word: _WEEKDAYS[int(day)] for word, day in WORDS.values_of(c.WEEKDAY).items()},
    **{word: _MONTHS[int(month)] for word, month in WORDS.values_of(c.MONTH).items()},
    **{form: base for base, *forms in lines_of("time-forms") for form in forms},
}


def invented_time(claim: Claim) -> Finding | None:
    """A weekday, month, season or time of day that the article has nowhere and gives in no other words."""
    for base, word in _time_words(claim.told):
        stands = word is claim.told.words[0] and word.low in claim.whole.lows  # "March organisers", of a march
        if base not in _bases(claim.whole) and not stands and not _in_other_words(base, claim):
            reason = (
                f"the time word {word.raw!r} is nowhere in the article: say when as the article does, or leave it out"
            )
            return Finding("invented_time", "refuted", reason)
    return None


def time_from_elsewhere(claim: Claim) -> Finding | None:
    """A time word that stands in other sentences of the article than those cited."""
    for base, word in _time_words(claim.told):
        if base not in _bases(claim.said):
            reason = f"the cited sentences do not say {word.raw!r}: cite the sentence that does"
            return Finding("time_from_elsewhere", "open", reason)
    return None


def _time_words(text: Wording) -> Iterator[tuple[str, Word]]:
    for word in text.words:
        base = _FORMS.get(word.low)
        if base and not (word.low in _WITH_CAPITAL and not word.capital):
            yield base, word


@lru_cache(maxsize=64)
def _bases(text: Wording) -> frozenset[str]:
    return frozenset(base for base, _ in _time_words(text))


def _in_other_words(base: str, claim: Claim) -> bool:
    if base in _SPANS:
        return True  # a year for twelve months, a day for 24 hours
    near = _NEAR.get(base, frozenset[str]()) | (_DATED if base in _FROM_NOW else frozenset[str]())
    if not near.isdisjoint(claim.whole.lows | _bases(claim.whole)):
        return True
    if base in _PARTS and _CLOCK.search(claim.whole.text):
        return True
    if base in _WEEKDAYS.values() and not claim.reading.article.published and not _FROM_NOW.isdisjoint(claim.said.lows):
        return True  # which day "yesterday" was, a line at the head may tell
    return base in _named_by_dates(claim)


def _named_by_dates(claim: Claim) -> frozenset[str]:
    """The weekdays and months in which the dates of the evidence lie; that of its appearance where it says "today".

    Of what is so until the end of May the next day lies in June.
    """
    days, published = set(claim.days), claim.reading.article.published
    days |= {time.end + dt.timedelta(1) for time in claim.times_said if time.limit == "until" and time.end}
    if published and not _NOW.isdisjoint(claim.said.lows):
        days.add(published)
    return frozenset(name for day in days for name in (_WEEKDAYS[day.weekday()], _MONTHS[day.month]))


_NOW = frozenset({"today", "tonight", "this"})
