"""Time expressions that name their day, month or year: "Sunday, Nov. 16", "14 March 2025", "in 2018", "6 p.m."."""

from __future__ import annotations

import datetime as dt
import re

from nutgraf.reading.dates import calendar as cal
from nutgraf.reading.dates import words
from nutgraf.reading.dates.found import Found, Setting, found
from nutgraf.results.happened import TimeBasis

_FULL = words.pattern(
    r"(?:(?P<weekday><WEEKDAY>)\.?(?:~(?P<part><PART>))?,?~(?:the~)?)?"
    r"(?:(?P<month><MONTH>)\.?~(?P<day><DAY>)(?:(?:<DASH>|~(?:to|through|<DASH>)~)(?P<until><DAY>))?"
    r"|(?P<day_b><DAY>)(?:(?:<DASH>|~(?:to|<DASH>)~)(?P<until_b><DAY>))?(?:~of)?~(?P<month_b><MONTH>)\.?)"
    r"(?:,?~(?P<year><YEAR>))?"
)
_MONTH_YEAR = words.pattern(r"(?P<month><MONTH>)\.?(?:~of|,)?~(?P<year><YEAR>)")
_MONTH = words.pattern(r"(?P<month><MONTH>)")
_WEEKDAY = words.pattern(
    r"(?P<weekday><WEEKDAY>)(?P<dot>\.?)(?:~(?P<part><PART>))?(?:~(?:in)?to~(?P<into><WEEKDAY>)(?:~(?P<part_b><PART>))?)?"
)
_CLOCK = words.pattern(
    r"(?:(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))?(?::[0-5]\d)?~?(?P<half>[ap])(?:\.m\.|m(?![a-z]))"
    r"|(?P<hour_b>[01]?\d|2[0-3]):(?P<minute_b>[0-5]\d)(?![\d:.]\d|\d)|(?P<word>noon|midnight)(?![a-z]))(?P<zone>~?\(?<ZONE>)?"
)

_BEFORE_MONTH = frozenset("in since until till last next this early late mid during between throughout every".split())
_BEFORE_PLAIN_MONTH = _BEFORE_MONTH | frozenset("by from to through of before after for and or the a an".split())
_NO_WEEKDAY = frozenset("good ash black cyber super holy palm easter bloody maundy sheffield giving fat shrove".split())
_ARTICLES = frozenset("the a an his her its their our my this".split())


def full_date(at: int, setting: Setting) -> Found | None:
    """A month with a day, with or without weekday and year; "March 3-5" names all the days."""
    match = _FULL.match(setting.low, at)
    if match is None:
        return None
    name = match["month"] or match["month_b"]
    if not setting.text[match.start("month" if match["month"] else "month_b")].isupper():
        return None
    number = words.MONTHS[name.lower()]
    first, until = (int(_digits(match[a] or match[b] or "0")) for a, b in (("day", "day_b"), ("until", "until_b")))
    end = _less_dot(setting.text, match)
    weekday = words.WEEKDAYS[match["weekday"].lower()] if match["weekday"] else None
    suffix = words.PARTS[match["part"].lower()] if match["part"] else ""
    year, basis = _year_of(match, number, first, weekday, setting)
    if not 1 <= first <= 31:
        return None
    date = cal.safe_date(year, number, first) if year else None
    if date is None:
        return Found(at, end, None, precision="day") if cal.safe_date(2024, number, first) else None
    last = cal.safe_date(date.year, number, until) if until else None
    if last is not None and last > date:
        return Found(at, end, f"{date}/{last}", date, last, "day", basis)
    return found((at, end), cal.day(date), basis, suffix=suffix)


def _year_of(
    match: re.Match[str], month: int, day: int, weekday: int | None, setting: Setting
) -> tuple[int | None, TimeBasis]:
    if match["year"]:
        return int(match["year"]), "stated"
    published = setting.published
    if published is None:
        return None, "unknown"
    if weekday is not None:
        for year in (published.year, published.year - 1, published.year + 1):
            date = cal.safe_date(year, month, day)
            if date is not None and date.weekday() == weekday and abs((date - published).days) < 320:
                return year, "resolved"
    lean = setting.direction(*match.span())
    return cal.nearest_year(published, month, day, _unless_far(published, month, day, lean)), "resolved"


def _unless_far(published: dt.date, month: int, day: int | None, lean: cal.Lean | None) -> cal.Lean | None:
    """No direction where looking ahead would lead most of a year away: then the verb speaks of something else."""
    if lean != "future":
        return lean
    year = cal.nearest_year(published, month, day, lean)
    date = cal.safe_date(year, month, day or 15) if year else None
    return lean if date is None or abs((date - published).days) < 300 else None


def month_year(at: int, setting: Setting) -> Found | None:
    """March 2025, Sept. 2025."""
    match = _MONTH_YEAR.match(setting.low, at)
    if match is None or not setting.text[at].isupper():
        return None
    return found(match.span(), cal.month(int(match["year"]), words.MONTHS[match["month"].lower()]), "stated")


def month_alone(at: int, setting: Setting) -> Found | None:
    """A month without a year, where the words around show that it is one: "in May", never "Theresa May"."""
    match = _MONTH.match(setting.low, at)
    if match is None or not setting.text[at].isupper() or not _is_month(match, setting):
        return None
    number = words.MONTHS[match["month"].lower()]
    if setting.published is None:
        return Found(*match.span(), precision="month")
    lean = _unless_far(setting.published, number, None, setting.direction(*match.span()))
    year = cal.nearest_year(setting.published, number, None, lean)
    return found(match.span(), cal.month(year, number) if year else None, "resolved")


def _is_month(match: re.Match[str], setting: Setting) -> bool:
    name = match["month"].lower()
    before, after = setting.before(match.start()), setting.after(match.end())
    if name in words.SHORT_MONTHS:
        return before.lower() in _BEFORE_MONTH and setting.text.startswith(".", match.end())
    hyphen = setting.text[max(0, match.start() - 4) : match.start()].lower() == "mid-"
    if hyphen or before.lower() in _BEFORE_MONTH:
        return True
    if name not in words.NAMES_TOO:
        return not (before[:1].isupper() and after[:1].isupper())
    if after[:1].isupper() or before.lower() not in _BEFORE_PLAIN_MONTH or (name == "may" and before.lower() != "the"):
        return False
    return before.lower() not in _ARTICLES or (
        after.islower() and after not in {"on", "of", "for", "against", "to", "is", "was"}
    )


def weekday(at: int, setting: Setting) -> Found | None:
    """A bare weekday: the most recent one, the day of publication included, unless the wording looks ahead."""
    match = _WEEKDAY.match(setting.low, at)
    if match is None:
        return None
    name, before = match["weekday"].lower(), setting.before(at).lower()
    if before in _NO_WEEKDAY or (
        name in words.SHORT_DAYS and not (match["dot"] and before in {"on", "late", "early", "last"})
    ):
        return None
    span = (at, match.end() if match["part"] or match["into"] or name in words.SHORT_DAYS else match.end("weekday"))
    if setting.published is None:
        return Found(*span, precision="day")
    number = words.WEEKDAYS[name]
    plan = setting.scheduled(*span, yesterday=(setting.published.weekday() - number) % 7 == 1)
    day = cal.weekday(setting.published, number, plan or _weekday_lean(before, match, setting))
    part = match["part_b"] or match["part"]
    suffix = words.PARTS[part.lower()] if part else ""
    if match["into"]:
        until = cal.shifted(day, (words.WEEKDAYS[match["into"].lower()] - day.weekday()) % 7, "day")
        return Found(*span, f"{day}/{until}", day, until, "day", "resolved")
    return found(span, cal.day(day), "resolved", suffix=suffix)


def _weekday_lean(before: str, match: re.Match[str], setting: Setting) -> cal.Lean | None:
    return "past" if before in {"since", "after"} else setting.direction(*match.span())


_BEFORE_CLOCK = frozenset("at around by until till from to about before after since and between past".split())


def clock(at: int, setting: Setting) -> Found | None:
    """A time of day: "6:30 p.m.", "18:00 UTC", "noon". It gets its day from the words beside it."""
    match = _CLOCK.match(setting.low, at)
    if match is None or setting.text[max(0, at - 1) : at] in {":", ".", "-", "$"}:
        return None
    if match["hour_b"] and not match["zone"] and setting.before(at).lower() not in _BEFORE_CLOCK:
        return None
    hour, minute = int(match["hour"] or match["hour_b"] or 0), int(match["minute"] or match["minute_b"] or 0)
    if match["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if match["half"].lower() == "p" else 0)
    elif match["word"]:
        hour = 12 if match["word"].lower() == "noon" else 0
    zone = "Z" if match["zone"] and match["zone"].strip(" (").upper() in {"UTC", "GMT"} else ""
    return Found(*match.span(), precision="exact", kind="clock", clock=f"T{hour:02d}:{minute:02d}{zone}")


def _digits(text: str) -> str:
    return text.rstrip("stndrhSTNDRH")


def _less_dot(text: str, match: re.Match[str]) -> int:
    """The end of a match without the full stop of the sentence: "on 14 March." but "on 14 Nov."."""
    end = match.end()
    month_last = match["month_b"] and not match["year"] and text[end - 1] == "."
    return end - 1 if month_last and match["month_b"].lower() not in words.SHORT_MONTHS else end
