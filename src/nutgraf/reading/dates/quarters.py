"""What rules yield that name quarters and halves of a year, by their number or by the quarter that an article tells of."""

from __future__ import annotations

import datetime as dt
import re

from nutgraf.reading.dates import calendar as cal
from nutgraf.reading.dates.found import Found, found
from nutgraf.reading.dates.reads import Here

_OTHER_PERIOD = re.compile(r"\bmonths?\b|\bhal(?:f|ves)\b|\b(?:fiscal|full)[ -]year\b")
_NEAR, _FAR = 3, 8
"""Sentences behind a quarter in which "a year earlier" and "the period" may be told of it."""
_DECEMBER, _LAST_DAY = 12, 28
_FRESH = 270
"""Days for which a quarter may be the latest."""


def quarter(here: Here) -> Found | None:
    """`nth` or `q` and perhaps `half` (of a year, not a quarter); of `year`, of the one `step` years away, or the last reported.

    With `fiscal` no days: the year of accounts begins when they say; nor where `ended`, the month of its last day, shows that.
    """
    which = here.number("nth", "ordinal") or here.digits("q")
    ended = here.number("ended", "month")
    off = bool(ended) and not here["half"] and ended != 3 * which
    return fiscal_quarter(here) if off or here["fiscal"] or here["accounts"] else _quarter(here)


def fiscal_quarter(here: Here) -> Found | None:
    """The same of somebody's accounts."""
    found = _quarter(here)
    return found and found._replace(first=None, last=None)


def _quarter(here: Here) -> Found | None:
    which = here.number("nth", "ordinal") or here.digits("q")
    build, most = (cal.half, 2) if here["half"] or here["short"] else (cal.quarter, 4)
    which = most if which < 0 else which
    if which > most:
        return None
    if here["year"]:
        return found(here.span, build(here.digits("year"), which), "stated")
    published = here.setting.published
    if published is None:
        return Found(*here.span)
    year = published.year + here.number("step")
    if not here["step"]:
        near = build(year, which)
        if near.first > published:
            year, near = year - 1, build(year - 1, which)
        ahead = build(year + 1, which).first - published
        # In November "the first quarter" of which a verb in the future tells is the coming one; the third has yet to be reported.
        year += ahead < published - near.last and here.setting.direction(*here.span) == "future"
    return found(here.span, build(year, which), "resolved")


def spoken_of(here: Here) -> Found | None:
    """The quarter that the article tells of, or, of none, the last one over; or that of the year before (`back`) or of `year`.

    With `nth` the one of this number, with `ended` the one that ends near the end of this month; a `period` is a quarter only
    where one is told of close by.
    """
    setting, published = here.setting, here.setting.published
    if here["nth"]:
        return _numbered(here)
    if here["ended"]:
        return _ended(here)
    if not here["latest"] and published is not None and _is_limit(here):
        return found(here.span, cal.quarter(published.year, (published.month + 2) // 3), "resolved")
    edges = rf"(?:{setting.rules.end_of}|{setting.rules.start_of})~(?:the~)?"
    if setting.quarter is None and setting.behind(edges, here.span[0]):
        return None  # a day, which is somebody's own
    told = _beside(here) if here["period"] or here["ago"] else setting.quarter
    if here["latest"] and told is not None and told.last and published and (published - told.last).days > _FRESH:
        told = None
    if told is None and (here["period"] or here["ago"] or here["year"]):
        return None
    if told is None or told.value is None:
        if published is None:
            return Found(*here.span)
        over = cal.shifted(published.replace(day=1), -3, "M")
        year, which = over.year, (over.month + 2) // 3
    else:
        year, which = int(told.value[:4]), int(told.value[-1])
    year = here.digits("year") or year - bool(here["back"] or here["ago"])
    item = found(here.span, cal.quarter(year, which), "resolved")
    fiscal = told is not None and told.first is None
    return item._replace(first=None, last=None) if fiscal else item


def _is_limit(here: Here) -> bool:
    """Whether the quarter is the running one, at which something has an end: "will sell it by the end of the quarter"."""
    setting = here.setting
    return bool(setting.behind(setting.rules.ahead.near, here.span[0])) and setting.direction(*here.span) == "future"


def again(here: Here) -> Found | None:
    """The same, where one has been told of."""
    return spoken_of(here) if here.setting.quarter else None


def another(here: Here) -> Found | None:
    """`quarter`, where one has been told of."""
    return quarter(here) if here.setting.quarter else None


def _numbered(here: Here) -> Found | None:
    """The quarter by its number, of `year` or of the year before the last such one."""
    item = quarter(here)
    if item is None or item.value is None or here["year"]:
        return item
    before = cal.quarter(int(item.value[:4]) - 1, int(item.value[-1]))
    dated = item.first is not None
    return item._replace(value=before.value, first=before.first if dated else None, last=before.last if dated else None)


def _ended(here: Here) -> Found | None:
    """The three months up to the end of a month, the last such one, or that of the year behind it."""
    published, month = here.setting.published, here.number("ended", "month")
    if not month or month % 3 or (published is None and not here["year"]):
        return Found(*here.span)
    year = here.digits("year") or (published or dt.date.min).year
    if not here["year"] and published and cal.quarter(year, month // 3).first > published:
        year -= 1
    return found(here.span, cal.quarter(year, month // 3), "stated" if here["year"] else "resolved")


def year_ended(here: Here) -> Found:
    """The year of accounts that ends with a day of the month `ended`, of `year` or the last one, of the nearest by another `way`."""
    published, month = here.setting.published, here.number("ended", "month")
    year = here.digits("year") or None
    if year is None and published is not None:
        lean = "past" if here["way"] == "ended" else here.setting.direction(*here.at("ended"))
        year = cal.nearest_year(published, month, _LAST_DAY, lean)
    if year is None:
        return Found(*here.span, precision="year")
    whole = found(here.span, cal.year(year), "stated" if here["year"] else "resolved")
    return whole if month == _DECEMBER else whole._replace(first=None, last=None)


def year_again(here: Here) -> Found | None:
    """The year of publication, where a quarter has been told of; of one that was the last of its year that year."""
    told, published = here.setting.quarter, here.setting.published
    if told is None or told.value is None or published is None:
        return None
    over = told.value == f"{published.year - 1}-Q4" and here.setting.lean(*here.span) != "future"
    return found(here.span, cal.year(published.year - over), "resolved")


def _beside(here: Here) -> Found | None:
    """The quarter told of close by, with no other period between."""
    setting, told = here.setting, here.setting.quarter
    near = _FAR if here["period"] else _NEAR
    if told is None or setting.sentence_at(here.span[0]) - setting.sentence_at(told.start) > near:
        return None
    return None if _OTHER_PERIOD.search(setting.low, told.end, here.span[0]) else told


def year_before(here: Here) -> Found | None:
    """The year before that of publication; beside a quarter the quarter of that year: "year-earlier profit"."""
    if _beside(here) is not None:
        return spoken_of(here)
    published = here.setting.published
    return found(here.span, cal.year(published.year - 1), "resolved") if published else Found(*here.span)
