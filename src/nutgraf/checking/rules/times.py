"""Time words of a statement: weekdays, months, seasons, times of day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from nutgraf.checking.rules.claim import Claim, Finding
from nutgraf.checking.rules.words.wording import Word, Wording

_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_MONTHS = "january february march april may june july august september october november december".split()
_SPANS = "hour day week fortnight month quarter year decade century".split()
_CAPITALS = frozenset({"march", "may", "mar", "sat", "sun", "wed"})
"""Months that are other words in small letters."""
_NIGHT = "night overnight midnight tonight evening late dawn dusk nightfall early pm am"
_NEAR = {
    **dict.fromkeys(("night", "overnight", "midnight", "tonight"), _NIGHT),
    "morning": "morning dawn early am overnight sunrise breakfast daybreak hours",
    "dawn": "dawn morning sunrise early daybreak",
    "noon": "noon midday lunchtime pm 12",
    "midday": "noon midday lunchtime pm 12",
    "afternoon": "afternoon pm noon midday lunchtime",
    "evening": "evening night tonight pm late dusk",
    "dusk": "dusk evening sunset nightfall",
    "weekend": "weekend saturday sunday",
    "spring": "march april may easter",
    "summer": "june july august",
    "autumn": "september october november fall",
    "winter": "december january february christmas",
    "today": " ".join(("today morning afternoon evening tonight", *_WEEKDAYS)),
    "yesterday": " ".join(("yesterday", *_WEEKDAYS)),
    "tomorrow": " ".join(("tomorrow", *_WEEKDAYS)),
    **{span: " ".join((*_SPANS, "anniversary", "daily", *_WEEKDAYS, *_MONTHS)) for span in _SPANS},
}
"""Words of which one may stand for the other without a lie being proved."""
_BASES = frozenset((*_WEEKDAYS, *_MONTHS, *_NEAR))
_PARTS = frozenset("night morning dawn noon midday afternoon evening dusk".split())
_CLOCK = re.compile(r"\b(?:[01]?\d|2[0-3])[:.][0-5]\d\b")
_FORMS = {
    **{form: base for base in _BASES for form in (base, base + "s", base + "ly", base + "long")},
    **{base[:3]: base for base in (*_WEEKDAYS, *_MONTHS) if base[:3] != "may"},
    "tues": "tuesday",
    "thurs": "thursday",
    "sept": "september",
    "daily": "day",
    "annual": "year",
    "annually": "year",
    "centuries": "century",
    "nightly": "night",
    "midweek": "week",
    "weekdays": "day",
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
        if base and not (word.low in _CAPITALS and not word.capital):
            yield base, word


@lru_cache(maxsize=64)
def _bases(text: Wording) -> frozenset[str]:
    return frozenset(base for base, _ in _time_words(text))


def _in_other_words(base: str, claim: Claim) -> bool:
    if base in _SPANS:
        return True  # a year for twelve months, a day for 24 hours
    near = frozenset(_NEAR.get(base, "").split())
    if not near.isdisjoint(claim.whole.lows | _bases(claim.whole)):
        return True
    if base in _PARTS and _CLOCK.search(claim.whole.text):
        return True
    if base in _WEEKDAYS and not claim.reading.article.published and not _FROM_NOW.isdisjoint(claim.said.lows):
        return True  # which day "yesterday" was, a line at the head may tell
    return base in _named_by_dates(claim)


def _named_by_dates(claim: Claim) -> frozenset[str]:
    """The weekdays and months in which the dates of the evidence lie; that of its appearance where it says "today"."""
    inside = [
        time for time in claim.reading.times if time.span and any(span.overlaps(time.span) for span in claim.evidence)
    ]
    days = {day for time in inside for day in (time.start, time.end) if day}
    if claim.reading.article.published and not _NOW.isdisjoint(claim.said.lows):
        days.add(claim.reading.article.published)
    return frozenset(_WEEKDAYS[day.weekday()] for day in days) | frozenset(_MONTHS[day.month - 1] for day in days)


_FROM_NOW = frozenset({"today", "tonight", "yesterday", "tomorrow"})
_NOW = frozenset({"today", "tonight", "this"})
