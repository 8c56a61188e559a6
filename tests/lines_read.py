"""The times and quantities that reading finds in a sentence, a line each: "Friday = 2026-03-06", "40 cows = 40 cows count"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from nutgraf.reading.dates.find import find_times
from nutgraf.reading.languages.language import language_of
from nutgraf.reading.numbers.find import find_quantities
from nutgraf.reading.parts import written
from nutgraf.reading.text.sentences import split_sentences
from nutgraf.results import TimeRef

THURSDAY = dt.date(2026, 3, 12)


def _times(text: str, language: str, published: dt.date) -> Sequence[TimeRef]:
    of = language_of(language)
    assert of.dates is not None
    return find_times(text, split_sentences(text, ((0, len(text)),), (), of.words), published, of.dates)[0]


def dates(text: str, language: str = "en", published: dt.date = THURSDAY) -> list[str]:
    """Each time with its value, and what it limits."""
    found = _times(text, language, published)
    limits = ("" if item.limit == "at" else f" {item.limit}" for item in found)
    return [f"{item.span.text} = {item.value}{limit}" for item, limit in zip(found, limits, strict=True) if item.span]


def amounts(text: str, language: str = "en") -> list[str]:
    """Each quantity with its value, upper end, unit, rate, kind, and how exact it is."""
    times = _times(text, language, THURSDAY)
    lines: list[str] = []
    for item in find_quantities(text, [(time.span.start, time.span.end) for time in times if time.span], language):
        value = "?" if item.value is None else written(round(item.value, 4))
        high = f"to {written(item.high)}" if item.high is not None else ""
        rate, modifier = f"per {item.per}" if item.per else "", item.modifier if item.modifier != "exact" else ""
        parts = (f"{item.span.text} =", value, high, item.unit, rate, item.kind, modifier)
        lines.append(" ".join(filter(None, parts)))
    return lines
