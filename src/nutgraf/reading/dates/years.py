"""Years and their parts, decades, centuries, dates in figures, and days that have a name of their own."""

from __future__ import annotations

import datetime as dt
import re

from nutgraf.reading.dates import calendar as cal
from nutgraf.reading.dates import words
from nutgraf.reading.dates.found import Found, Setting, found

_ISO = words.pattern(
    r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?P<clock>t\d\d:\d\d(?::\d\d)?(?:z|[+-]\d\d:?\d\d)?)?(?![\w-])"
)
_NUMERIC = words.pattern(
    r"(?P<a>\d{1,2})(?P<sep>[./])(?P<b>\d{1,2})(?P=sep)(?P<year>(?:1[5-9]|20)\d\d|(?<=/)\d\d)(?![\w/-]|\.\d)"
)
_YEARS = words.pattern(r"(?P<year><YEAR>)(?:(?:<DASH>|~<DASH>~)(?P<until>(?:1[4-9]|20)\d\d|\d\d)(?![\w-]))?")
_DECADE = re.compile(r"(?P<century>1[4-9]|20)?(?P<decade>\d)0['’]?s(?!\w)")
_CENTURY = words.pattern(r"(?P<number>\d\d?)(?:st|nd|rd|th)(?:~|-)century(?![a-z])")
_FESTIVAL = words.pattern(
    r"(?P<name>christmas(?:~(?:day|eve))?|new~year['’]s~(?:eve|day)|boxing~day|halloween|valentine['’]s~day)(?:,?~(?P<year><YEAR>))?"
    r"(?![a-z])"
)
_BEFORE_YEAR = frozenset(
    (
        "in since by until till from to between before after during through throughout of early late mid circa around year"
        " spring summer autumn fall winter"
    ).split()
)
_SUMS = frozenset("cost total number average price maximum minimum sum population crowd height distance".split())
_EVENTS = frozenset(
    ("olympics games cup conference championship championships euro expo summit eurovision election elections").split()
)
_COUNTED = frozenset(
    (
        "people men women children troops soldiers jobs workers euros dollars pounds miles metres meters feet km kilometers kilometres"
        " homes houses votes points years days hours tonnes tons students members employees units copies cases deaths others more"
        " million billion times seats aircraft passengers residents police officers prisoners refugees families"
    ).split()
)
_FISCAL = 3
"""Years from publication within which "for 2027" names a year."""
_OTHER_YEAR = re.compile(r"(?<!\d)(?:1[4-9]|20)\d\d(?:,| and| or| to|, and)\s$")
_QUARTER = words.pattern(
    r"(?:(?P<ordinal>first|second|third|fourth|1st|2nd|3rd|4th)(?:~|-)(?P<what>quarter|half)|q(?P<q>[1-4]))(?![a-z])"
    r"(?:(?:~of)?~(?:(?P<year><YEAR>)|(?P<rel>this|last|next|the)~year(?![a-z])))?"
)
_SEASON = words.pattern(r"(?P<season>spring|summer|autumn|fall|winter)(?:~of)?~(?P<year><YEAR>)")
_FINANCE = frozenset(
    "profit profits results earnings revenue revenues sales loss losses net income gdp growth report".split()
)
_ARTICLES = frozenset("the a an his her its their our my this".split())


def year(at: int, setting: Setting) -> Found | None:
    """A year where the words around show that it is one, or a run of years: "in 2018", "(2014-16)", "the 2008 election"."""
    match = _YEARS.match(setting.low, at)
    if match is None or not _is_year(match, setting):
        return None
    first = int(match["year"])
    if not match["until"]:
        return found(match.span(), cal.year(first), "stated")
    last = int(match["until"]) if len(match["until"]) == 4 else first // 100 * 100 + int(match["until"])
    if not first < last <= first + 400:
        return None
    return Found(*match.span(), f"{first}/{last}", cal.year(first).first, cal.year(last).last, "year", "stated")


def _is_year(match: re.Match[str], setting: Setting) -> bool:
    text, start, end = setting.text, match.start(), match.end()
    left = text[max(0, start - 2) : start]
    if text[end : end + 1] in {"%", "/"} or (
        left[-1:] in {"$", "€", "£", "/", "-", "–", ".", ","} and left[-2:] != "d-"
    ):
        return False
    before, after = setting.before(start), setting.after(end)
    if after.lower() in _COUNTED:
        return False
    if match["until"] and (len(match["until"]) == 4 or before):
        return True
    if left[-1:] == "(" and text[end : end + 1] in {")", ",", ";"}:
        return True
    if left == ", " and text[end : end + 1] in {"", ".", ",", ";", ")", "\n"}:
        return True
    if before == "of" and setting.before(start - 3).lower() in _SUMS:
        return False
    if before.lower() in _BEFORE_YEAR:
        return (
            int(match["year"]) >= 1900
            or not after
            or after in {"and", "to", "when", "with", "by", "the", "as", "after", "but"}
        )
    if before == "for" and setting.published:
        # "a loss for 2025" is a year; "sold for 2010" is hardly one.
        return abs(int(match["year"]) - setting.published.year) <= _FISCAL
    if left[-2:] == "d-" or _OTHER_YEAR.search(text[max(0, start - 10) : start]):
        return True
    possessive = text[max(0, start - 3) : start] in {"'s ", "’s "}
    if before.lower() in _ARTICLES or possessive:
        return bool(after) and int(match["year"]) >= 1900
    return before.lower() in _EVENTS or (len(before) > 3 and before.isupper())


def decade(at: int, setting: Setting) -> Found | None:
    """The 1990s; the '90s."""
    match = _DECADE.match(setting.text, at)
    if match is None:
        return None
    if not match["century"] and setting.text[max(0, at - 1) : at] not in {"'", "’", "‘"}:
        return None
    century = int(match["century"] or ("19" if int(match["decade"]) > 2 else "20"))
    return found(match.span(), cal.decade(century * 100 + int(match["decade"]) * 10), "stated")


def century(at: int, setting: Setting) -> Found | None:
    """The 19th century: TIMEX3 "18"."""
    match = _CENTURY.match(setting.low, at)
    number = int(match["number"]) if match else 0
    if match is None or not 1 <= number <= 90:
        return None
    first = dt.date((number - 1) * 100 + 1, 1, 1)
    return Found(*match.span(), f"{number - 1:02d}", first, dt.date(number * 100, 12, 31), "vague", "stated")


def numeric(at: int, setting: Setting) -> Found | None:
    """2025-11-16, 16.11.2025, 11/16/2025; one that could be two dates (7/8/07) gets no value."""
    match = _ISO.match(setting.low, at)
    if match:
        date = cal.safe_date(int(match["year"]), int(match["month"]), int(match["day"]))
        clock = (match["clock"] or "").upper()
        if date is None:
            return None
        return Found(*match.span(), f"{date}{clock}", date, date, "exact" if clock else "day", "stated", "day")
    match = _NUMERIC.match(setting.low, at)
    if match is None or setting.text[max(0, at - 1) : at] in {".", "/"}:
        return None
    a, b = int(match["a"]), int(match["b"])
    year = int(match["year"]) if len(match["year"]) == 4 else 2000 + int(match["year"])
    dates = {d for d in (cal.safe_date(year, b, a), cal.safe_date(year, a, b)) if d is not None}
    if not dates:
        return None
    return (
        found(match.span(), cal.day(dates.pop()), "stated")
        if len(dates) == 1
        else Found(*match.span(), precision="day")
    )


def festival(at: int, setting: Setting) -> Found | None:
    """Days with a name and a fixed date; "Christmas" alone only as a time ("at Christmas")."""
    match = _FESTIVAL.match(setting.low, at)
    if match is None or not setting.text[at].isupper():
        return None
    name = re.sub(r"\s+", " ", match["name"].lower().replace("’", "'"))
    if name == "christmas" and setting.before(at).lower() not in {
        "at",
        "by",
        "before",
        "after",
        "since",
        "until",
        "on",
        "over",
    }:
        return None
    number, day = words.FIXED_DAYS[name]
    if match["year"]:
        return found(match.span(), cal.day(dt.date(int(match["year"]), number, day)), "stated")
    if setting.published is None:
        return Found(*match.span(), precision="day")
    year = cal.nearest_year(setting.published, number, day, setting.direction(*match.span()))
    return found(match.span(), cal.day(dt.date(year, number, day)) if year else None, "resolved")


def quarter(at: int, setting: Setting) -> Found | None:
    """Third quarter of 2025, Q3 2025, third-quarter profit, the first half of this year."""
    match = _QUARTER.match(setting.low, at)
    if match is None or (match["q"] and setting.text[at] != "Q"):
        return None
    which = int(match["q"]) if match["q"] else words.ORDINALS[match["ordinal"].lower()]
    halves = (match["what"] or "").lower() == "half"
    build = cal.half if halves else cal.quarter
    if halves and which > 2:
        return None
    if match["year"]:
        return found(match.span(), build(int(match["year"]), which), "stated")
    relative = (match["rel"] or "").lower()
    if not relative and (halves or setting.after(match.end()).lower() not in _FINANCE):
        return None
    if setting.published is None:
        return Found(*match.span())
    year = setting.published.year + {"last": -1, "next": 1}.get(relative, 0)
    if not relative and build(year, which).first > setting.published:
        year -= 1
    return found(match.span(), build(year, which), "resolved")


def season(at: int, setting: Setting) -> Found | None:
    """Summer 2010, the winter of 2010."""
    match = _SEASON.match(setting.low, at)
    if match is None:
        return None
    return Found(
        *match.span(), f"{match['year']}-{words.SEASONS[match['season'].lower()]}", None, None, "vague", "stated"
    )
