"""Time expressions counted from another day: "last week", "two years ago", "the next day", "overnight into Sunday"."""

from __future__ import annotations

import datetime as dt

from nutgraf.reading.dates import calendar as cal
from nutgraf.reading.dates import words
from nutgraf.reading.dates.found import Found, Setting, found
from nutgraf.results.happened import TimeBasis

_TODAY = words.pattern(
    r"(?P<name>the~day~before~yesterday|the~day~after~tomorrow|yesterday|today|tomorrow|tonight)(?![a-z])(?:~(?P<part><PART>))?"
)
_OVERNIGHT = words.pattern(r"overnight(?![a-z])(?:~(?P<how>in|into|on|to|from)~(?P<weekday><WEEKDAY>))?")
_NEAR = words.pattern(
    r"(?P<which>last|next|this(?:~(?:past|coming))?|past|coming|upcoming|previous|current|following|that|the~same|same)~(?:"
    r"(?P<unit>weekend|week|month|year|quarter|decade|century|night|morning|afternoon|evening|day)(?![a-z-])"
    r"|(?P<weekday><WEEKDAY>)(?:~(?P<part><PART>))?|(?P<month><MONTH>)|(?P<season>spring|summer|autumn|fall|winter)(?![a-z]))"
)
_RUN = words.pattern(r"(?P<which>last|past|next|coming|previous)~(?P<n><SMALL>)~(?P<unit><UNIT>)")
_COUNTED = words.pattern(
    r"(?P<n><SMALL>)(?P<half>~and~a~half)?(?:~(?:more|full|whole|straight|consecutive|additional|long|further))?(?:~|-)(?P<unit><UNIT>)"
    r"(?P<old>(?:-|~)olds?(?![a-z]))?(?P<half_b>~and~a~half(?![a-z]))?(?:~(?P<way>ago|earlier|later|from~now|hence)(?![a-z]|~than))?"
)
_DAY_BESIDE = words.pattern(r"the~day~(?P<way>before|after|earlier)(?![a-z])(?!~(?:yesterday|tomorrow))")
_EDGE = words.pattern(
    r"(?:the~)?(?:very~)?(?:end|beginning|start|middle)~of~the~(?P<unit>week|month|year|decade)(?![a-z-])"
)
_EVERY = words.pattern(r"(?:every|each)~(?:(?P<weekday><WEEKDAY>)|(?P<unit>day|week|month|year)(?![a-z]))")
_VAGUE = words.pattern(
    r"(?:recently|lately|nowadays|these~days|(?:in~)?(?:the~)?(?:recent|coming)~(?:hours|days|weeks|months|years|decades)"
    r"|(?:days|weeks|months|years|decades)~ago)(?![a-z])"
)
_BEFORE_A = frozenset(
    (
        "for after within than in over about nearly almost lasted just only around under another least exactly took approximately every"
        " roughly barely"
    ).split()
)


def today(at: int, setting: Setting) -> Found | None:
    """Words counted from the day of publication: today, tonight, yesterday morning."""
    match = _TODAY.match(setting.low, at)
    if match is None or (setting.text.startswith(("Today", "Tonight"), at) and setting.before(at)[:1].isupper()):
        return None
    if setting.published is None:
        return Found(*match.span(), precision="day")
    name = match["name"].lower()
    step = {"yesterday": -1, "tomorrow": 1, "today": 0, "tonight": 0}.get(name)
    if step is None:
        step = -2 if name.endswith("yesterday") else 2
    part = "night" if name == "tonight" else (match["part"] or "").lower()
    return found(match.span(), cal.moved(setting.published, step, "day"), "resolved", suffix=words.PARTS.get(part, ""))


def overnight(at: int, setting: Setting) -> Found | None:
    """The night between two days: "overnight into Sunday" is Saturday and Sunday; alone, the one before publication."""
    match = _OVERNIGHT.match(setting.low, at)
    if match is None or (not match["weekday"] and setting.before(at).lower() in {"a", "an", "the"}):
        return None
    if setting.published is None:
        return Found(*match.span(), precision="day")
    last = setting.published
    if match["weekday"]:
        last = cal.weekday(last, words.WEEKDAYS[match["weekday"].lower()], setting.lean(*match.span()))
        if match["how"].lower() in {"on", "from"}:
            last = cal.shifted(last, 1, "day")
    first = cal.shifted(last, -1, "day")
    return Found(*match.span(), f"{first}/{last}", first, last, "day", "resolved")


_STEPS = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "upcoming": 1, "following": 1}


def near(at: int, setting: Setting) -> Found | None:
    """Last week, this month, next year, last Friday, this summer, that day, the following morning."""
    match = _NEAR.match(setting.low, at)
    if match is None:
        return None
    span = match.span()
    which = " ".join(match["which"].lower().split())
    unit = (match["unit"] or "").lower()
    if which in {"that", "same", "the same", "previous", "following"} or (
        which == "next" and unit in {"day", *words.PARTS}
    ):
        return _from_anchor(span, which, unit, setting) if unit else None
    if setting.published is None:
        return Found(*span)
    step = _STEPS.get(which.rsplit(maxsplit=1)[-1], 0)
    if match["weekday"]:
        return _near_weekday(span, which, match["weekday"].lower(), (match["part"] or "").lower(), setting)
    if match["month"]:
        if not setting.text[match.start("month")].isupper():
            return None
        return found(span, _near_month(setting.published, step, words.MONTHS[match["month"].lower()]), "resolved")
    if match["season"]:
        return _near_season(span, step, words.SEASONS[match["season"].lower()], setting.published)
    the_last = which == "past" or (which == "last" and setting.before(at).lower() == "the" and unit != "quarter")
    if the_last and unit in {"day", "week", "month", "year", "decade"}:
        return _run(span, -1, 1, unit, setting)
    return _near_unit(span, step, unit, setting)


def _near_unit(span: tuple[int, int], step: int, unit: str, setting: Setting) -> Found | None:
    published = setting.published
    assert published is not None
    if unit in words.PARTS:
        return found(span, cal.moved(published, step, "day"), "resolved", suffix=words.PARTS[unit])
    if unit == "weekend":
        # Early in the week "this weekend" with a past verb means the one just over.
        just_over = step == 0 and published.weekday() < 4 and setting.lean(*span) == "past"
        return found(span, cal.weekend(cal.shifted(published, -1 if just_over else step, "week")), "resolved")
    if unit == "quarter":
        months = cal.shifted(published.replace(day=1), 3 * step, "month")
        return found(span, cal.quarter(months.year, (months.month + 2) // 3), "resolved")
    if unit in {"day", "century"}:
        return None
    return found(span, cal.moved(published, step, unit), "resolved")


def _near_weekday(span: tuple[int, int], which: str, name: str, part: str, setting: Setting) -> Found:
    assert setting.published is not None
    step = _STEPS.get(which.rsplit(maxsplit=1)[-1], 0)
    lean: cal.Lean = "past" if step < 0 or (step == 0 and setting.lean(*span) == "past") else "future"
    strictly = which in {"last", "next", "this past"}
    day = cal.weekday(setting.published, words.WEEKDAYS[name], lean, strictly=strictly)
    return found(span, cal.day(day), "resolved", suffix=words.PARTS.get(part, ""))


def _near_month(published: dt.date, step: int, number: int) -> cal.Period:
    year = published.year
    if step < 0 and number >= published.month:
        year -= 1
    if step > 0 and number <= published.month:
        year += 1
    return cal.month(year, number)


def _near_season(span: tuple[int, int], step: int, season: str, published: dt.date) -> Found:
    over = published.month >= words.SEASON_MONTHS[season] + 3
    year = published.year + (step if not (step < 0 and over) else 0)
    # No days: the months of a season depend on the hemisphere.
    return Found(*span, f"{year:04d}-{season}", None, None, "vague", "resolved")


def _from_anchor(span: tuple[int, int], which: str, unit: str, setting: Setting) -> Found | None:
    anchor = setting.near_anchor(span[0])
    if anchor is None or unit in {"quarter", "weekend", "century", "decade"}:
        return Found(*span, precision="day" if unit == "day" else "vague")
    step = _STEPS.get(which, 0)
    if unit in words.PARTS:
        return found(span, cal.moved(anchor, step, "day"), "resolved", suffix=words.PARTS[unit])
    return found(span, cal.moved(anchor, step, unit), "resolved")


def day_beside(at: int, setting: Setting) -> Found | None:
    """The day before, the day after: counted from the last day named."""
    match = _DAY_BESIDE.match(setting.low, at)
    if match is None:
        return None
    anchor = setting.near_anchor(at)
    if anchor is None or setting.after(match.end()) in {
        "the",
        "he",
        "she",
        "they",
        "it",
        "his",
        "her",
        "their",
        "its",
        "a",
    }:
        return Found(*match.span(), precision="day")
    return found(match.span(), cal.moved(anchor, 1 if match["way"].lower() == "after" else -1, "day"), "resolved")


def edge(at: int, setting: Setting) -> Found | None:
    """The end of the year: the year of publication."""
    match = _EDGE.match(setting.low, at)
    if match is None:
        return None
    if setting.published is None:
        return Found(*match.span())
    return found(match.span(), cal.moved(setting.published, 0, match["unit"].lower()), "resolved")


def run(at: int, setting: Setting) -> Found | None:
    """The past ten years, the next few days: a length of time that ends or begins with publication."""
    match = _RUN.match(setting.low, at)
    if match is None:
        return None
    step = _STEPS[match["which"].lower()]
    return _run(match.span(), step, words.count_of(match["n"]), _singular(match["unit"]), setting)


def _run(span: tuple[int, int], step: int, n: float | None, unit: str, setting: Setting) -> Found:
    value = _length(n, unit)
    if setting.published is None or n is None or n != int(n) or unit in words.CLOCK_UNITS or unit == "night":
        return Found(*span, value, basis="stated", kind="duration")
    there = _stepped(setting.published, step * int(n), unit)
    first, last = sorted((setting.published, there))
    return Found(*span, value, first, last, "vague", "resolved", "duration")


def counted(at: int, setting: Setting) -> Found | None:
    """Two years ago, three days later, in ten days; else a length of time: "four years", "27-year"."""
    match = _COUNTED.match(setting.low, at)
    if match is None or match["old"]:
        return None
    unit, words_of_n, way = _singular(match["unit"]), match["n"].lower(), (match["way"] or "").lower()
    n, before = words.count_of(words_of_n), setting.before(at).lower()
    if n is not None and (match["half"] or match["half_b"]):
        n += 0.5
    if way:
        return _moved_by(match.span(), n, unit, way, setting)
    single = words_of_n in {"a", "an", "one"}
    if (
        (single and before not in _BEFORE_A)
        or (single and unit == "second")
        or setting.text[max(0, at - 1) : at] in {"$", "."}
    ):
        return None
    ahead = before == "in" and not single and setting.text[match.end("n")] != "-" and unit not in words.CLOCK_UNITS
    if ahead and n is not None and setting.published and setting.lean(*match.span()) == "future":
        start = setting.text.lower().rfind("in", max(0, at - 5), at) if at < 6 else at - 3
        return _moved_by((max(0, start), match.end()), n, unit, "from now", setting)
    return Found(*match.span(), _length(n, unit), basis="stated", kind="duration")


def _moved_by(span: tuple[int, int], n: float | None, unit: str, way: str, setting: Setting) -> Found:
    from_anchor = way in {"earlier", "later"}
    origin = setting.near_anchor(span[0]) if from_anchor else setting.published
    if n is None or origin is None or (from_anchor and unit not in {"day", "week", "night"}):
        return Found(*span)
    sign = -1 if way in {"ago", "earlier"} else 1
    if unit in words.CLOCK_UNITS:
        # Some hours before an unknown hour: the day is not known for certain.
        return Found(*span)
    if unit == "year" and n != int(n):
        n, unit = n * 12, "month"
    return found(span, _period(origin, sign * int(n), unit), "resolved")


def _period(origin: dt.date, count: int, unit: str) -> cal.Period:
    if unit in {"fortnight", "century"}:
        unit, count = ("week", 2 * count) if unit == "fortnight" else ("year", 100 * count)
    return cal.moved(origin, count, "day" if unit == "night" else unit)


def _stepped(origin: dt.date, count: int, unit: str) -> dt.date:
    factor, of = {"fortnight": (2, "week"), "decade": (10, "year"), "century": (100, "year")}.get(unit, (1, unit))
    return cal.shifted(origin, count * factor, of)


def _singular(unit: str) -> str:
    name = unit.lower()
    name = name if name in words.UNITS else name.removesuffix("s")
    return "century" if name == "centurie" else name


def _length(n: float | None, unit: str) -> str:
    """TIMEX3 for a length of time: "P4Y", "PT30M", "P2.5Y"; "PXD" where the number is not told."""
    code = words.UNITS[unit]
    factor = int(code[:-1]) if code[:-1].isdigit() and int(code[:-1]) else 10 ** len(code[:-1])
    amount = "X" if n is None else f"{n * factor:g}"
    return f"P{'T' if unit in words.CLOCK_UNITS else ''}{amount}{code[-1]}"


def every(at: int, setting: Setting) -> Found | None:
    """Every Friday, each year, on Sundays: TIMEX3 sets, tied to no date."""
    match = _EVERY.match(setting.low, at)
    basis: TimeBasis = "stated"
    if match and match["weekday"]:
        return Found(*match.span(), f"XXXX-WXX-{words.WEEKDAYS[match['weekday'].lower()] + 1}", basis=basis)
    if match:
        return Found(*match.span(), _length(1, match["unit"].lower()), basis=basis, kind="duration")
    return None


def plural_day(at: int, setting: Setting) -> Found | None:
    """Sundays."""
    end = setting.text.find("s", at + 3, at + 12)
    for stop in (end + 1, setting.text.find("s", end + 1, at + 12) + 1):
        number = words.PLURAL_DAYS.get(setting.text[at:stop].lower())
        if number is not None:
            return Found(at, stop, f"XXXX-WXX-{number + 1}", basis="stated")
    return None


def vague(at: int, setting: Setting) -> Found | None:
    """Words that say when only loosely: recently, in recent weeks, years ago."""
    match = _VAGUE.match(setting.low, at)
    return Found(*match.span()) if match else None
