"""What of a time that somebody points to is certain: words that say more than the time known in them have no value."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from nutgraf.reading.dates.scan import DateRules
from nutgraf.reading.languages import classes as c
from nutgraf.reading.text.triggers import lowered
from nutgraf.results import Quantity, TimeRef

LengthsIn = Callable[[str, str | None], Sequence[Quantity]]
UNKNOWN: dict[str, Any] = {"value": None, "start": None, "end": None, "precision": "vague", "basis": "unknown"}
_WORD = re.compile(r"[^\W\d_](?:[\w’']*\w)?")
_TWO_YEARS = re.compile(r"(\d\d)(\d\d)[-–/](\d\d)")
_BARE = re.compile(r"[^\W\d_]+")


def certain(text: str, start: int, end: int, known: TimeRef, rules: DateRules, lengths: Sequence[Quantity]) -> TimeRef:
    """The time with nothing that may be otherwise.

    Args:
        text: the article's text.
        start: where the words begin that somebody points to.
        end: where they end.
        known: what they come to.
        rules: those of the article's language.
        lengths: the lengths of time in the article as quantities, which say how exact they are.
    """
    assert known.span is not None
    known = _limited_within(text, start, known, rules)
    if known.value is None:
        return known if known.start is None else known.model_copy(update=UNKNOWN)
    low = lowered(text)
    if (
        _is_season(known)
        or _is_of_a_season(low, end, known, rules)
        or _goes_on(low, start, end, known, rules)
        or _is_in_a_clause(low, start, known, rules)
        or _points_back(low, start, known, rules)
        or (_is_length(known) and _is_inexact(low, (start, end), known, rules, lengths))
        or (not _is_length(known) and _is_wider(low, start, end, known, rules))
    ):
        return known.model_copy(update=UNKNOWN)
    if known.precision == "exact" and known.start is not None and _is_about(low, known, rules):
        return known.model_copy(update={"precision": "day"})
    return known


def _is_length(known: TimeRef) -> bool:
    return (known.value or "").startswith("P") and "REF" not in (known.value or "")


def _limited_within(text: str, start: int, known: TimeRef, rules: DateRules) -> TimeRef:
    """Without a limit that stands before the words: it may be that of a clause, "did not learn until that evening"."""
    assert known.span is not None
    if known.limit == "at" or known.span.start > start:
        return known
    match = rules.words.ending(rules.limits).search(lowered(text), max(0, known.span.start - 40), known.span.start)
    return known if match is None else known.model_copy(update={"limit": "at"})


def _is_season(known: TimeRef) -> bool:
    """Whether two years are written as one, "2022-23": of a school, a sport or accounts, which begin when they say."""
    found = _TWO_YEARS.search(known.span.text if known.span else "")
    return found is not None and (int(found[2]) + 1) % 100 == int(found[3])


def _is_in_a_clause(low: str, start: int, known: TimeRef, rules: DateRules) -> bool:
    """Whether the time only tells something of the one that is meant: "in the fiscal year that begins July 1"."""
    assert known.span is not None
    words, limits = _BARE.findall(low, start, known.span.start), rules.words.kinds["limit"]
    if known.limit != "at" or not limits.keys().isdisjoint(words):
        return False
    opening = (rules.table[word] for word in words[1:-1])
    return any(bits & (c.SUBORDINATES | c.RELATIVE | c.OPENS_CLAUSE) and not bits & c.ARTICLE for bits in opening)


def _is_of_a_season(low: str, end: int, known: TimeRef, rules: DateRules) -> bool:
    """Whether a season only names something: "before the summer recess"."""
    assert known.span is not None
    last, behind = _BARE.findall(low[known.span.start : known.span.end])[-1:], _BARE.search(low, known.span.end, end)
    named = (
        behind is not None and low[known.span.end : behind.start()] == " " and not rules.table[behind[0]] & c.FUNCTION
    )
    return bool(last) and bool(rules.table[last[0]] & c.SEASON) and named


def _goes_on(low: str, start: int, end: int, known: TimeRef, rules: DateRules) -> bool:
    """Whether a unit follows a day ("on Saturday week"), or another time of day stands before one: "between 10pm and 8am"."""
    assert known.span is not None
    behind = _BARE.match(low, known.span.end + 1, end)
    clocks = known.precision == "exact" and re.search(r"\d", low[start : known.span.start]) is not None
    return clocks or (behind is not None and known.precision == "day" and bool(rules.table[behind[0]] & c.PERIOD))


def _points_back(low: str, start: int, known: TimeRef, rules: DateRules) -> bool:
    """Whether a day or month is one of the story's own: "that October", "the following Monday"."""
    assert known.span is not None
    if known.basis != "resolved" or known.precision not in {"day", "month", "exact"}:
        return False
    first = _BARE.match(low, known.span.start)
    bits = rules.table[first[0]] if first else 0
    before = re.search(r"([^\W\d_]+)\s$", low[max(0, known.span.start - 20) : known.span.start])
    if before is None or not bits & (c.WEEKDAY | c.MONTH):
        return False
    pointing = rules.table[before[1]]
    if pointing & c.DEMONSTRATIVE:
        return start < known.span.start  # not the "that" of "said that Friday …"
    return bool(pointing & c.POINTS and not pointing & (c.FUNCTION | c.SUBORDINATES))


def _is_inexact(
    low: str, place: tuple[int, int], known: TimeRef, rules: DateRules, lengths: Sequence[Quantity]
) -> bool:
    """Whether a length is a limit, a part or one of two: "within a decade", "much of the three-week trial", "six weeks, maybe eight"."""
    assert known.span is not None
    at, stop = known.span.start, known.span.end
    if any(q.span.start < stop and at < q.span.end and _bounds(low, place[0], q, rules) for q in lengths):
        return True
    words = _WORD.findall(low, place[0], at)
    while words and rules.table[words[-1]] & c.DETERMINER:
        words.pop()
    if words and rules.table.values_of(c.BOUND, "bound").get(words[-1]) == "at_most":
        return True  # "within a decade"
    last = rules.table[words[-1]] if words else 0
    part = len(words) > 1 and last & c.JOINS_NOUNS and not last & (c.MANNER | c.CIRCUMSTANCE)
    goes_on = low[stop : place[1]].lstrip()[:1] in {",", ";"} or _counts_on(low, stop, place[1], rules)
    return bool(part) or _is_ago(words, rules) or goes_on


def _bounds(low: str, start: int, length: Quantity, rules: DateRules) -> bool:
    """Whether a length is told as a limit; "over" may be of time: "over four days"."""
    before = _WORD.findall(low, start, length.span.start)
    return length.modifier == "at_most" or (
        length.modifier == "at_least" and not (before and rules.table[before[-1]] & c.PREPOSITION)
    )


def _is_ago(before: Sequence[str], rules: DateRules) -> bool:
    """Whether a length stands behind "before", which is ago in German: "vor nicht einmal drei Wochen"."""
    return any(rules.words.kinds["limit"].get(word) == "before" for word in before)


def _counts_on(low: str, start: int, end: int, rules: DateRules) -> bool:
    """Whether a length that ends here is counted from another time: "neun Minuten später", "five weeks before the sale"."""
    behind = _WORD.search(low, start, end)
    kinds = rules.words.kinds
    ways = {word.split()[0] for word in (*kinds.get("way", ()), *kinds.get("rest", ()), *kinds["limit"])}
    return behind is not None and behind[0] in ways


def _is_wider(low: str, start: int, end: int, known: TimeRef, rules: DateRules) -> bool:
    """Whether a day is but the end or the beginning of a time: "in the 24 hours ending on Tuesday", "from 2026 for five years"."""
    assert known.span is not None
    if not {"n", "unit"} <= rules.words.kinds.keys():
        return False
    pattern = rules.words.pattern(r"<:length>" if "length" in rules.words.fragments else r"<:n>~<:unit>")
    for match in pattern.finditer(low, start, known.span.start):
        between = _WORD.findall(low, match.end(), known.span.start)
        if any(not rules.table[word] & c.FUNCTION for word in between):
            return True
    behind = pattern.finditer(low, known.span.end, end) if known.limit == "since" else ()
    return any(not _counts_on(low, match.end(), end, rules) for match in behind)


def _is_about(low: str, known: TimeRef, rules: DateRules) -> bool:
    """Whether a time of day is told roughly: "about 2am on Monday"."""
    assert known.span is not None
    before = low[max(0, known.span.start - 16) : known.span.start].split()[-1:]
    words = (*before, *_WORD.findall(known.span.text.lower()))
    return any(rules.table[word] & c.BOUND or word in rules.words.kinds.get("about", ()) for word in words)
