"""Time expressions of news prose, and the days they name.

Nothing falls back to the publication date in silence: words that fix no date get the value None. `published`
is the day that "Friday", "last week" or "June 17" are counted from; without it they stay unresolved.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from nutgraf.article import Span
from nutgraf.reading.dates import calendar as cal
from nutgraf.reading.dates.found import LIMITS, Found
from nutgraf.reading.dates.scan import DateRules
from nutgraf.reading.dates.setting import Setting
from nutgraf.reading.parts import Sentence
from nutgraf.results import TimeRef
from nutgraf.results.happened import Limit

_LONGEST_JOINT = 12


def find_times(
    text: str, sentences: Sequence[Sentence], published: dt.date | None, rules: DateRules
) -> tuple[tuple[TimeRef, ...], tuple[str, ...]]:
    """Every time expression of the text, in order, none overlapping another; and for each the rule that found it.

    Args:
        text: the article's text.
        sentences: its sentences; the tense of a sentence says whether "Friday" lies ahead or behind.
        published: the publication date; None leaves relative words unresolved (value None, basis "unknown").
        rules: those of the article's language.
    """
    setting = Setting(text, sentences, published, rules)
    items = _limited(_with_clocks(rules.scan(setting), setting), setting)
    return tuple(_time_ref(text, item) for item in items), tuple(item.rule for item in items)


def _with_clocks(items: list[Found], setting: Setting) -> list[Found]:
    """Give each time of day its day: the one beside it (they become one expression), else the one that its sentence gives to the same verb."""
    results: list[Found] = []
    for index, item in enumerate(items):
        before = results[-1] if results else None
        if before is not None and {before.kind, item.kind} == {"day", "clock"} and _beside(before, item, setting):
            results[-1] = _joined(before, item, setting)
        elif item.kind == "clock":
            results.append(_dated(item, items, index, setting))
        else:
            results.append(item)
    return results


def _beside(a: Found, b: Found, setting: Setting) -> bool:
    if b.start - a.end > _LONGEST_JOINT or (a.kind == "day" and "T" in (a.value or "")):
        return False
    if a.kind == "clock" and setting.words.ending(setting.rules.begins).search(setting.low, a.end, b.start):
        return False  # "at 20:00 from Monday": each day from then on
    return bool(setting.words.pattern(setting.rules.joint).fullmatch(setting.low, a.end, b.start))


def _joined(a: Found, b: Found, setting: Setting) -> Found:
    day, clock = (a, b) if a.kind == "day" else (b, a)
    joined = day._replace(start=a.start, end=b.end, rule=f"{a.rule}, {b.rule}")
    if day.value is None or day.first is None:
        return joined
    clock = _in_the_evening(day, clock, setting)
    if clock.clock == "T00:00" and _limit(joined, setting) in {"until", "by", "before"}:
        day = day._replace(first=cal.shifted(day.first, 1, "D"))  # the midnight at the end of the day
    elif _is_either_midnight(joined, clock, setting):
        return joined
    first = day.first
    return joined._replace(first=first, last=first, value=f"{first}{clock.clock}", precision="exact", kind="other")


def _is_either_midnight(joined: Found, clock: Found, setting: Setting) -> bool:
    """Whether a day's midnight may be the one that begins it or the one that ends it: not "shortly after midnight on Monday"."""
    said = setting.low[clock.start : clock.end]
    named = any(word in said for word, hour in setting.words.kinds["moment"].items() if hour == "0:00")
    return named and _limit(joined, setting) != "after"


def _in_the_evening(day: Found, clock: Found, setting: Setting) -> Found:
    """A time of day with the part of the day that its day names: "11:52 on Saturday night" is before midnight."""
    hour, late = clock.clock[1:3], (day.value or "").endswith(("TNI", "TEV"))
    told = setting.low[clock.start : clock.end].replace(".", "").endswith(("am", "pm"))
    if not late or told or not hour.isdigit() or not _EVENING <= int(hour) < _HOURS:
        return clock
    return clock._replace(clock=f"T{int(hour) + _HOURS}{clock.clock[3:]}")


_EVENING, _HOURS = 5, 12


def _dated(clock: Found, items: list[Found], index: int, setting: Setting) -> Found:
    """A time of day with the day that its sentence gives to the same verb, where it is the only one."""
    home = setting.sentence_at(clock.start)
    days: list[Found] = []
    for step in (-1, 1):
        at = index + step
        while 0 <= at < len(items) and abs(at - index) <= 8 and setting.sentence_at(items[at].start) == home:
            if items[at].kind == "day" and items[at].first is not None:
                days.append(items[at])
            at += step
    day = days[0].first if len({one.first for one in days}) == 1 else None
    if day is None or not any(setting.of_one_verb(*sorted((clock, one))) for one in days):
        return clock
    return clock._replace(value=f"{day}{clock.clock}", first=day, last=day, basis="resolved")


def _limited(items: list[Found], setting: Setting) -> list[Found]:
    """Say of each expression whether it is a limit ("since 2007", "by noon") or an end of a range ("from 3 May to 9 May")."""
    results: list[Found] = []
    for item in items:
        if results and _spans(results[-1], item, setting):
            last = _behind(results[-1], item)
            first = _close_to(last, results.pop())
            results += [first._replace(limit="since"), last._replace(limit="until")]
        else:
            limit = _limit(item, setting) if item.kind != "duration" and item.limit == "at" else "at"
            results.append(item if limit == "at" else _at_edge(item, limit, setting)._replace(limit=limit))
    return results


def _at_edge(item: Found, limit: Limit, setting: Setting) -> Found:
    """The last day of a time of which the end is the limit, where the time itself would tell another: "before the end of May"."""
    if item.first is None or item.last is None or item.first == item.last:
        return item
    for edge, limits, day in (
        (setting.rules.end_of, ("since", "before"), item.last),
        (setting.rules.start_of, ("until", "by", "after"), item.first),
    ):
        if limit in limits and setting.words.pattern(edge).match(setting.low, item.start, item.end):
            return item._replace(value=day.isoformat(), first=day, last=day, precision="day")
    return item


def _limit(item: Found, setting: Setting) -> Limit:
    match = setting.behind(setting.rules.limits, item.start)
    owner = setting.low.startswith(("'", "’"), item.end)  # "withdraws from next week's race"
    if "/" in (item.value or "") and any(
        before and setting.behind(before, item.start) for before, _ in setting.rules.ranges
    ):
        return "at"  # "from 3 to 9 May"
    if match is None:
        return "since" if not owner and _begins(item, setting) else "at"
    limit = LIMITS[setting.words.kinds["limit"][" ".join(match["limit"].split())]]
    # "by Friday's storm": who did it, not until when.
    return "at" if limit == "by" and owner else limit


def _begins(item: Found, setting: Setting) -> bool:
    """Whether what a verb tells begins with a time: "the fares will apply from July 1", "from Monday, trains …"; not "a report from 2019"."""
    word = setting.behind(setting.rules.begins, item.start)
    return (
        word is not None
        and setting.words.pattern(setting.rules.begun).match(setting.low, item.end) is not None
        and setting.follows_verb(word.start())
        and not setting.behind(setting.rules.no_range, word.start())
    )


def _spans(a: Found, b: Found, setting: Setting) -> bool:
    """Whether two expressions are the ends of a range."""
    if b.start - a.end > _LONGEST_JOINT or "duration" in {a.kind, b.kind} or _holds(b, a) or _holds(a, b):
        return False
    return any(
        setting.words.pattern(between).fullmatch(setting.low, a.end, b.start)
        and (not before or setting.behind(before, a.start))
        for before, between in setting.rules.ranges
    ) and not setting.behind(setting.rules.no_range, a.start)


def _holds(wider: Found, other: Found) -> bool:
    """Whether one expression is the year or month of another: "March 3 - this year"."""
    return bool(
        wider.first
        and wider.last
        and other.first
        and other.last
        and wider.kind != "day"
        and wider.first <= other.first
        and other.last <= wider.last
    )


def _behind(first: Found, last: Found) -> Found:
    """The last day of a range, moved behind its first one where it was taken for an earlier one: "from Monday to Wednesday"."""
    if not (first.first and last.first and last.last and last.first < first.first and last.kind == "day"):
        return last
    if last.basis == "stated" or (last.yearless and not first.yearless and not _is_near(first)):
        return last
    length = last.last - last.first
    step = (first.first - last.first).days
    begins = cal.shifted(last.first, 1, "Y") if last.yearless else cal.shifted(last.first, -(-step // 7), "W")
    return _moved(last, begins, begins + length)


def _is_near(day: Found) -> bool:
    """Whether a day is told by its distance from publication: "today", "Friday"."""
    return day.kind == "day" and day.basis == "resolved"


def _moved(day: Found, first: dt.date, last: dt.date) -> Found:
    """The same words on other days; what their value has behind the date, as a time of day, stays."""
    return day._replace(first=first, last=last, value=f"{first}{(day.value or '')[10:]}")


def _close_to(last: Found, first: Found) -> Found:
    """The first day of a range, moved towards the last, which alone looks ahead: a weekday into the week before ("Monday until
    Wednesday"), a day without a year into the year before ("Next year's fair: Aug. 27 to Sept. 5").
    """
    if not (first.first and last.first and {first.kind, last.kind} == {"day"}):
        return first
    if first.yearless and (begins := cal.shifted(first.first, 1, "Y")) <= last.first:
        return _moved(first, begins, begins)
    if "weekday" not in first.rule:
        return first
    if first.basis == "stated" or first.yearless or (weeks := (last.first - first.first).days // 7) < 1:
        return first
    begins = cal.shifted(first.first, weeks, "W")
    return _moved(first, begins, begins)


def _time_ref(text: str, item: Found) -> TimeRef:
    return TimeRef(
        span=Span(text=text[item.start : item.end], start=item.start, end=item.end),
        value=item.value,
        start=item.first,
        end=item.last,
        precision=item.precision if item.value is not None or item.kind != "clock" else "vague",
        basis=item.basis if item.value is not None else "unknown",
        limit=item.limit,
    )
