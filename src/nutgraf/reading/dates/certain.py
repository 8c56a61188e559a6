"""What of a time that somebody points to is certain: words that say more than the time known in them have no value."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from nutgraf.reading.dates.consumed import heading_limit, is_all, is_length, opens_range, trailing_limit
from nutgraf.reading.dates.found import LIMITS
from nutgraf.reading.dates.language import DateLanguage
from nutgraf.reading.languages import classes as c
from nutgraf.reading.text.triggers import lowered
from nutgraf.results import Quantity, TimeRef
from nutgraf.results.happened import Limit

LengthsIn = Callable[[str, str | None], Sequence[Quantity]]
UNKNOWN: dict[str, Any] = {"value": None, "start": None, "end": None, "precision": "vague", "basis": "unknown"}
_WORD = re.compile(r"[^\W\d_](?:[\w’']*\w)?")
_TWO_YEARS = re.compile(r"(\d\d)(\d\d)[-–/](\d\d)")
_PART = re.compile(r"-[HQ]\d$")
"""A half or a quarter of a year, which is a part of it already."""
_NAMED = c.PART_OF_DAY | c.TIME_UNIT | c.PERIOD | c.SEASON | c.MONTH | c.WEEKDAY
_NEAR = 40
_BARE = re.compile(r"[^\W\d_]+")
_OF_A_LENGTH: tuple[Limit, ...] = ("at", "after", "since")


def certain(
    text: str,
    start: int,
    end: int,
    known: TimeRef,
    found: Sequence[TimeRef],
    rules: DateLanguage,
    lengths: Sequence[Quantity],
) -> TimeRef:
    """The time with nothing that may be otherwise, with the limit that heads the words.

    Args:
        text: the article's text.
        start: where the words begin that somebody points to.
        end: where they end.
        known: what they come to.
        found: the times in them.
        rules: those of the article's language.
        lengths: the lengths of time in the article as quantities, which say how exact they are.
    """
    assert known.span is not None
    low = lowered(text)
    limit = _limit(low, start, end, known, found, rules)
    known = known.model_copy(update={"limit": limit})
    if known.value is None:
        return known if known.start is None else known.model_copy(update=UNKNOWN)
    if (
        not is_all(low, start, end, known, found, rules)
        or _is_season(known)
        or _points_back(low, known, rules)
        or _is_of_a_row(low, known, rules)
        or (is_length(known) and (limit not in _OF_A_LENGTH or _is_inexact(low, start, known, rules, lengths)))
    ):
        return known.model_copy(update={**UNKNOWN, "limit": _left(low, start, end, known, found, rules)})
    if known.start is not None and _is_about(low, known, rules):
        exact = known.precision == "exact"
        return known.model_copy(
            update={"precision": "day"} if exact else {"start": None, "end": None, "precision": "vague"}
        )
    return _without_days(low, known, rules)


def _limit(low: str, start: int, end: int, known: TimeRef, found: Sequence[TimeRef], rules: DateLanguage) -> Limit:
    """The limit that heads the words; none that stands before them: it may be that of a clause, "did not learn until that evening"."""
    assert known.span is not None
    at = known.span.start
    ranges = "/" in known.value if known.value else len(found) > 1
    if ranges and opens_range(low, start, end, rules):
        return "at"
    dated = [item for item in found if item.start is not None]
    if known.limit != "at" and (known.value or len(found) == 1 or dated == [known]):
        match = rules.words.ending(rules.limits).search(low, max(0, at - _NEAR), at)
        if match is None or match.start("limit") >= start:
            return _widest(low, start, match.start("limit"), rules) or known.limit if match else known.limit
        return trailing_limit(low, known.span.end, end, rules) or "at"
    if known.value and not ranges and (told := trailing_limit(low, known.span.end, end, rules)):
        return told
    limit = heading_limit(low, start, max(start, at) if known.value else end, rules)
    if limit is None:
        begins = rules.words.pattern(rules.begins).match(low, start, max(start, at))
        begins = begins and rules.words.pattern(rules.begun).match(low, known.span.end)
        moved = rules.words.ending(rules.no_range).search(low, max(0, start - _NEAR), start)  # "postponed from Monday"
        return "since" if begins and not moved and known.value and not is_length(known) else "at"
    if limit == "by" and low.startswith(("'", "’"), known.span.end):
        return "at"  # "by Friday's storm"
    moment = rf"(?:{rules.around.aside})<:limit>~(?:{rules.around.lead})(?:{rules.around.moment})"
    if limit in {"before", "after"} and known.precision == "day" and rules.around.moment:
        words = rules.words.pattern(moment).fullmatch(low, start, at)
        return "at" if words else limit  # "before dawn Tuesday" is on Tuesday
    return limit


def _widest(low: str, start: int, stop: int, rules: DateLanguage) -> Limit | None:
    """The limit before another one: "until" of "until well after midnight"."""
    outer = rules.words.ending(r"<limit>~(?:[^\W\d_]+~)?").search(low, start, stop)
    found = LIMITS[rules.words.kinds["limit"][" ".join(outer["limit"].split())]] if outer else None
    return found if found in {"until", "since"} else None


def _left(low: str, start: int, end: int, known: TimeRef, found: Sequence[TimeRef], rules: DateLanguage) -> Limit:
    """The limit of words that have no value: the one that heads them, unless it opens a range or tells a distance ("vor" in German)."""
    limit = heading_limit(low, start, end, rules)
    other = (limit == "since" and opens_range(low, start, end, rules)) or (limit == "before" and is_length(known))
    recurring = any(item.start is None and item.value for item in found) and not opens_range(low, start, end, rules)
    if limit is None and known.limit == "since" and recurring:
        return "since"  # "each year since 2016"
    return "at" if other or limit is None else limit


def _is_season(known: TimeRef) -> bool:
    """Whether two years are written as one, "2022-23": of a school, a sport or accounts, which begin when they say."""
    found = _TWO_YEARS.search(known.span.text if known.span else "")
    return found is not None and (int(found[2]) + 1) % 100 == int(found[3])


def _points_back(low: str, known: TimeRef, rules: DateLanguage) -> bool:
    """Whether a word before a day or month, in the article alone, makes it one of the story's own: "the following Monday"."""
    assert known.span is not None
    first = _BARE.match(low, known.span.start)
    before = re.search(r"([^\W\d_]+)\s$", low[max(0, known.span.start - 20) : known.span.start])
    if known.basis != "resolved" or before is None or not first or not rules.table[first[0]] & (c.WEEKDAY | c.MONTH):
        return False
    pointing = rules.table[before[1]]
    return bool(pointing & c.POINTS and not pointing & (c.FUNCTION | c.SUBORDINATES))


def _is_of_a_row(low: str, known: TimeRef, rules: DateLanguage) -> bool:
    """Whether an owner makes "last" or "next" count what somebody has: "her last night shift", "the last summer of the war"."""
    assert known.span is not None
    at, stop = known.span.start, known.span.end
    rest = [rules.table[word] for word in _WORD.findall(low, at, stop)][1:]
    before = re.search(r"([^\W\d_]+)(['’]s?)?\s$", low[max(0, at - 24) : at])
    first = low[at:stop].split(maxsplit=1)[0]
    step = rules.words.kinds.get("step", {}).get(first)
    if before is None or step not in {"1", "-1"} or not rest or not all(one & _NAMED for one in rest):
        return False
    owner = rules.table[before[1]]
    if before[2] or owner & c.POSSESSIVE:
        return not _PART.search(known.value or "")  # "its last quarter" is that of the year
    counts = bool(owner & c.ARTICLE and rules.table[first] & c.POINTS)  # "the last winter", not "the past winter"
    return counts and step == "-1" and not any(one & c.TIME_UNIT for one in rest)


def _is_inexact(low: str, start: int, known: TimeRef, rules: DateLanguage, lengths: Sequence[Quantity]) -> bool:
    """Whether a length is told as a limit, or is but the end of a range: "at least three weeks", "1.5 to 2 years"."""
    assert known.span is not None
    over = [q for q in lengths if q.span.overlaps(known.span)]
    return any(q.high is not None or _bounds(low, start, q, rules) for q in over)


def _bounds(low: str, start: int, length: Quantity, rules: DateLanguage) -> bool:
    """Whether a length is told as a limit; "over" may be of time: "over four days"."""
    before = _WORD.findall(low, start, length.span.start)
    return length.modifier == "at_most" or (
        length.modifier == "at_least" and not (before and rules.table[before[-1]] & c.PREPOSITION)
    )


def _without_days(low: str, known: TimeRef, rules: DateLanguage) -> TimeRef:
    """A year or month of which only a part is meant has no days, "early next year", but where its end is a limit: "by the end of May"."""
    assert known.span is not None
    if known.start == known.end or _PART.search(known.value or ""):
        return known
    at, stop = known.span.start, known.span.end
    edge = rules.words.pattern(rules.end_of).match(low, at, stop) and known.limit in {"by", "until"}
    if edge or not rules.words.pattern(rules.opening).match(low, at, stop):
        return known
    return known.model_copy(update={"start": None, "end": None, "precision": "vague"})


def _is_about(low: str, known: TimeRef, rules: DateLanguage) -> bool:
    """Whether a time is told roughly: "about 2am on Monday", "some three years ago"; a doubted day is that day ("perhaps Friday")."""
    assert known.span is not None
    before = low[max(0, known.span.start - 16) : known.span.start].split()[-1:]
    table, bounds = rules.table, rules.limits_of_numbers
    words = (*before, *_WORD.findall(known.span.text.lower()))
    rough = {word for word in words if bounds.get(word) == "about" and not table[word] & c.UNSURE}
    return bool(rough) or any(word in rules.words.kinds.get("about", ()) for word in words)
