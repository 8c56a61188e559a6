"""Time expressions of English news prose, and the days they name.

Nothing falls back to the publication date in silence: words that fix no date get the value None. `published`
is the day that "Friday", "last week" or "June 17" are counted from; without it they stay unresolved.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from operator import attrgetter

from nutgraf.article import Span
from nutgraf.reading.dates import named, relative, words, years
from nutgraf.reading.dates.found import Found, Setting
from nutgraf.reading.parts import Sentence
from nutgraf.reading.text.triggers import any_of
from nutgraf.results import TimeRef

_Rule = Callable[[int, Setting], Found | None]

_OF_SHORT_NUMERAL: tuple[_Rule, ...] = (
    years.numeric, named.full_date, named.clock, years.decade, years.century, relative.counted, years.quarter,
)  # fmt: skip
_OF_NUMERAL: dict[int, tuple[_Rule, ...]] = {
    1: _OF_SHORT_NUMERAL,
    2: _OF_SHORT_NUMERAL,
    3: (relative.counted,),
    4: (years.numeric, years.year, years.decade, relative.counted),
}
"""By the number of digits; a longer run of digits is no time."""


def _rules() -> dict[str, tuple[_Rule, ...]]:
    """The rules that can begin with each word."""
    table: dict[str, tuple[_Rule, ...]] = {}

    def add(names: str, *rules: _Rule) -> None:
        for name in names.split():
            table[name] = table.get(name, ()) + rules

    add(" ".join(words.MONTHS), named.full_date, named.month_year, named.month_alone)
    add(" ".join(words.WEEKDAYS), named.full_date, named.weekday)
    add(" ".join(words.PLURAL_DAYS), relative.plural_day)
    add(" ".join(words.COUNTS) + " several few couple many", relative.counted)
    add("last next this past coming upcoming previous current following that same", relative.near, relative.run)
    add("the", relative.day_beside, relative.today, relative.edge, relative.near)
    add("end beginning start middle", relative.edge)
    add("today yesterday tomorrow tonight", relative.today)
    add("overnight", relative.overnight)
    add("noon midnight", named.clock)
    add("christmas new boxing halloween valentine", years.festival)
    add("first second third fourth q1 q2 q3 q4", years.quarter)
    add("spring summer autumn fall winter", years.season)
    add("every each", relative.every)
    add("recently lately nowadays these in recent coming days weeks months years decades", relative.vague)
    return table


_RULES = _rules()
_FOLLOWED = {
    "a": "few|couple|second|minute|hour|day|night|week|fortnight|month|year|decade|century",
    "an": "hour",
    "the": "day|end|very|beginning|start|middle|same",
    "in": "recent|coming|the recent|the coming",
    "new": "year",
    "many": "hours|days|weeks|months|years|decades",
}
"""Frequent words that open a time expression only before certain others."""
_TRIGGER = re.compile(
    r"\b(?:\d+|(?:"
    + any_of(word for word in _RULES if word not in _FOLLOWED)
    + "".join(rf"|{word}(?=[\s\u00a0](?:{after}))" for word, after in _FOLLOWED.items())
    + r")\b)"
)


def find_times(text: str, sentences: Sequence[Sentence], published: dt.date | None) -> tuple[TimeRef, ...]:
    """Every time expression of the text, in order, none overlapping another.

    Args:
        text: the article's text.
        sentences: its sentences; the tense of a sentence says whether "Friday" lies ahead or behind.
        published: the publication date; None leaves relative words unresolved (value None, basis "unknown").
    """
    setting = Setting(text, sentences, published)
    return tuple(_time_ref(text, item) for item in _with_clocks(_scan(setting), setting))


def time_of(text: str, start: int, end: int, times: Sequence[TimeRef]) -> TimeRef:
    """What the words `text[start:end]` say about when: the most telling of the text's `times` that they share a letter with.

    Where there is none: the span alone, value None, basis "unknown", precision "vague".
    """
    found = [item for item in times if item.span is not None and item.span.start < end and start < item.span.end]
    return max(found, key=_telling, default=TimeRef(span=Span(text=text[start:end], start=start, end=end)))


def _telling(item: TimeRef) -> tuple[bool, bool, int]:
    assert item.span is not None
    return (item.start is not None, item.value is not None, item.span.end - item.span.start)


def _scan(setting: Setting) -> list[Found]:
    results: list[Found] = []
    done = 0
    for match in _TRIGGER.finditer(setting.low):
        at = match.start()
        if at < done:
            continue
        word = match.group()
        rules = _RULES.get(word) or _OF_NUMERAL.get(len(word), ())
        items = [item for rule in rules if (item := rule(at, setting)) is not None]
        if not items:
            continue
        best = _with_opening(max(items, key=attrgetter("end")), done, setting.low)
        results.append(best)
        done = best.end
        if best.kind == "day" and best.first is not None:
            setting.anchor = best
    return results


_OPENING = words.pattern(
    r"(?:(?<!\w)(?:early|late|earlier|later)(?:~(?:in|on))?~|(?<!\w)mid(?:-|~)"
    r"|(?<!\w)(?:the~)?(?:very~)?(?:end|beginning|start|middle)~of~(?:the~)?)$"
)
_LAST_OF_OPENING = (" ", "-", "\n", "\u00a0")


def _with_opening(item: Found, done: int, text: str) -> Found:
    """Take in "late", "earlier", "mid-", "the end of" before the expression."""
    if item.kind in {"duration", "clock"} or item.start == 0 or text[item.start - 1] not in _LAST_OF_OPENING:
        return item
    from_here = max(done, item.start - 24)
    match = _OPENING.search(text[from_here : item.start])
    return item if match is None else item._replace(start=from_here + match.start())


_JOINT = words.pattern(r",?~?(?:(?:on|at|by|from|around|about|before|after|until|,)~)?")


def _with_clocks(items: list[Found], setting: Setting) -> list[Found]:
    """Give each time of day its day: the one beside it (they become one expression), else its sentence's only one."""
    results: list[Found] = []
    for index, item in enumerate(items):
        before = results[-1] if results else None
        if before is not None and {before.kind, item.kind} == {"day", "clock"} and _beside(before, item, setting.low):
            results[-1] = _joined(before, item)
        elif item.kind == "clock":
            results.append(_dated(item, items, index, setting))
        else:
            results.append(item)
    return results


def _beside(a: Found, b: Found, text: str) -> bool:
    gap = text[a.end : b.start] if b.start - a.end < 12 else "?"
    return bool(_JOINT.fullmatch(gap)) and not (a.kind == "day" and "T" in (a.value or ""))


def _joined(a: Found, b: Found) -> Found:
    day, clock = (a, b) if a.kind == "day" else (b, a)
    if day.value is None or day.first is None:
        return day._replace(start=a.start, end=b.end)
    return day._replace(start=a.start, end=b.end, value=f"{day.first}{clock.clock}", precision="exact", kind="other")


def _dated(clock: Found, items: list[Found], index: int, setting: Setting) -> Found:
    home = setting.sentence_at(clock.start)
    days: set[dt.date] = set()
    for step in (-1, 1):
        at = index + step
        while 0 <= at < len(items) and abs(at - index) <= 8 and setting.sentence_at(items[at].start) == home:
            first = items[at].first
            if items[at].kind == "day" and first is not None:
                days.add(first)
            at += step
    if len(days) != 1:
        return clock
    day = days.pop()
    return clock._replace(value=f"{day}{clock.clock}", first=day, last=day, basis="resolved")


def _time_ref(text: str, item: Found) -> TimeRef:
    return TimeRef(
        span=Span(text=text[item.start : item.end], start=item.start, end=item.end),
        value=item.value,
        start=item.first,
        end=item.last,
        precision=item.precision if item.value is not None or item.kind != "clock" else "vague",
        basis=item.basis if item.value is not None else "unknown",
    )
