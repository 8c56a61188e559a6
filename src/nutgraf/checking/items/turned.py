"""A day or month without its year, turned the way that its event's status looks."""

from __future__ import annotations

import datetime as dt
import re
from itertools import pairwise

from nutgraf.checking.items.several import couples
from nutgraf.reading.dates import calendar as cal
from nutgraf.reading.dates.by_calendar import dates_of
from nutgraf.reading.dates.certain import UNKNOWN
from nutgraf.reading.dates.consumed import is_length
from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.tables import lists_of, words_in_list
from nutgraf.reading.parts import text_before
from nutgraf.reading.reading import Reading
from nutgraf.results import TimeRef
from nutgraf.results.happened import Limit, Status

_AHEAD_OF: dict[Status, tuple[Limit, ...]] = {
    "planned": ("at", "until", "by", "before"),
    "hypothetical": ("at", "until", "by", "before"),
    "postponed": ("until", "by", "before"),
    "ongoing": ("until", "by"),
}
"""By the status the limits with which a day lies ahead: what is put off until December, an alert in force till Thursday."""
_CALLED_OFF: frozenset[Status] = frozenset({"cancelled", "postponed"})
_YEAR = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_SEASON = re.compile(r"(\d{4})-(SP|SU|FA|WI)")
_NEAR = 8
"""Characters before a time in which "from" is looked for, and of a sentence's head in which "In 1976" is."""
_FARTHEST = 1
"""Words between a verb and the day that it tells of."""
_WEEK = dt.timedelta(days=7)
_HALF_A_YEAR = dt.timedelta(days=183)
"""Farther ahead than that, the day of a limit ("until May 16") is nearer in the past."""


def turned(time: TimeRef, status: Status, published: dt.date | None, reading: Reading) -> TimeRef:
    """A bare weekday, or a date or month without its year, turned the way that its event's status looks.

    "On Saturday" is the next one of what is planned, the last one of what occurred, unless a verb beside it says otherwise. A
    feast that looks the other way is no certain day, nor is one of something else that lies ahead, nor is the weekday of what was
    called off, unless it was planned for it: else it may be when somebody did so.
    """
    start, end = time.start, time.end
    if time.span is None or not published or time.basis in {"stated", "model"} or _YEAR.search(time.span.text):
        return time
    if not start or not end:
        return _vague(time, status, published, reading)
    if status in {"planned", "hypothetical"} and start < published and _is_night(time.span.text, reading):
        return time.model_copy(update=UNKNOWN)
    words = reading.spoken_in.words
    said = [words[word.strip(".,")] for word in time.span.text.lower().split()]
    weekday = any(bits & c.WEEKDAY for bits in said)
    if status in _CALLED_OFF and time.limit == "at" and weekday and not _tells_which(time.span.text, said, reading):
        return time if _was_planned_for(time, said, reading) else time.model_copy(update=UNKNOWN)
    if status == "ongoing" and time.limit == "by" and weekday and _is_bare(time.span.text, reading):
        return time.model_copy(update=UNKNOWN)  # "by Wednesday he has wound them all", of any week
    if status in {"planned", "hypothetical"} and time.precision == "week" and start < end == published:
        return time.model_copy(update=UNKNOWN)  # on a Sunday "this week" may be the one that begins
    if status == "occurred" and is_length(time) and start == published < end:
        return time.model_copy(update=UNKNOWN)  # "over the next two years" of a story that is over
    if _is_feast(time.span.text, reading) and _is_of_another_year(time, reading):
        return time.model_copy(update=UNKNOWN)
    if _is_that_day(time, said, reading) if weekday else status == "occurred" and _is_of_old(time, said, reading):
        return time.model_copy(update=UNKNOWN)
    if end < published and _lies_ahead_of(status, time, reading, far=published - end > _HALF_A_YEAR):
        way = 1
    elif status == "occurred" and start > published and (time.limit == "at" or start - published > _HALF_A_YEAR):
        way = -1
    else:
        return time
    fixed = _steps(time.span.text, said, reading) - ({"0"} if weekday else set[str]())  # "this Friday" is either
    if fixed or (way < 0 and _looks_ahead(time, reading)):
        return time.model_copy(update=UNKNOWN)  # "this September", of what is to come and not of what occurred
    if not weekday and not any(bits & c.MONTH for bits in said):
        unsure = time.limit != "at" or _is_feast(time.span.text, reading)  # "until the weekend"
        return time.model_copy(update=UNKNOWN) if unsure else time
    if weekday:
        first, last = start + way * _WEEK, end + way * _WEEK
    elif time.precision in {"day", "month"}:
        first, last = _in_other_year(start, way), _in_other_year(end, way, whole=time.precision == "month")
    else:
        return time  # "gestern", "an hour ago"
    return time.model_copy(update={"start": first, "end": last, "value": _value(time, first, last)})


def with_deadline(time: TimeRef, status: Status, reading: Reading) -> TimeRef:
    """A limit of what is to come by which it will be done, in a language with one word for "by" and "until": "bis Mai senken".

    What lasts, as its sentence says, lasts until then: "bis Mai geschlossen".
    """
    code = reading.spoken_in.code
    either = words_in_list(code, "by-or-until")
    at = reading.sentence_at(time.span.start) if time.span and either and time.limit == "until" else None
    if at is None or time.span is None or status not in {"planned", "hypothetical"}:
        return time
    low, high = time.span.start - at.start, time.span.end - at.start
    words = reading.article.text[at.start : at.end].lower()
    ahead = _LOW.findall(words[:high])[-len(_LOW.findall(words[low:high])) - _SMALL_WORDS :]
    joints = [*couples(words, reading.spoken_in), *(comma.span() for comma in _COMMA.finditer(words))]
    opens = max((end for _, end in joints if end <= low), default=0)
    clause = words[opens : min((start for start, _ in joints if start >= low), default=len(words))]
    known, lows = reading.spoken_in.words, _LOW.findall(clause)
    lasting = words_in_list(code, "lasting")
    if not words_in_list(code, "opinion-joints").isdisjoint(lows):
        lasting -= words_in_list(code, "opinions")  # "hält bis Mai einen Anstieg für möglich"
    depends = not words_in_list(code, "conditions").isdisjoint(lows[:1])  # "wenn bis Mai nichts geschieht"
    negated = any(known[low] & c.NEGATION for low in lows) and not depends
    lasts = negated or not lasting.isdisjoint(lows)
    return time if lasts or either.isdisjoint(ahead) else time.model_copy(update={"limit": "by"})


_LOW, _COMMA = re.compile(r"\w+"), re.compile(", ")
_SMALL_WORDS = 2
"""Words before a time among which "bis" may stand: "bis zum 3. Mai"."""


def _lies_ahead_of(status: Status, time: TimeRef, reading: Reading, *, far: bool) -> bool:
    """Whether an event of this status lies ahead of its time; `far`: by its words the time is long past, "put off to Oct. 4"."""
    assert time.span is not None
    rules = dates_of(reading.language)
    words = reading.article.text[max(0, time.span.start - _NEAR) : time.span.end].lower()
    begins = time.limit == "since" and rules.words.pattern(rules.begins).search(words)
    opened = begins and status in {"planned", "hypothetical"}  # "from January", not "since January"
    return bool(opened) or time.limit in _AHEAD_OF.get(status, ()) or (far and status == "postponed")


def _is_bare(words: str, reading: Reading) -> bool:
    """Whether nothing tells which season is meant: no "last", no "this"."""
    return not _steps(words, [reading.spoken_in.words[word] for word in words.lower().split()], reading)


def _vague(time: TimeRef, status: Status, published: dt.date, reading: Reading) -> TimeRef:
    """A part of a month without a year, in the year that its event's status looks to: "from the middle of January"."""
    assert time.span is not None
    season = _SEASON.fullmatch(time.value or "")
    if season and status == "ongoing" and time.limit == "at" and _is_bare(time.span.text, reading):
        return time.model_copy(update=UNKNOWN)  # "drives a van in the winter", of any year
    if season and status in {"planned", "hypothetical"} and time.limit == "until" and int(season[1]) < published.year:
        return time.model_copy(update={"value": f"{int(season[1]) + 1}-{season[2]}"})  # "shut until the autumn"
    month = _MONTH.fullmatch(time.value or "")
    over = month and (int(month[1]), int(month[2])) < (published.year, published.month)
    if not month or not over or not _lies_ahead_of(status, time, reading, far=False):
        return time
    return time.model_copy(update={"value": f"{int(month[1]) + 1}-{month[2]}"})


def _is_of_another_year(time: TimeRef, reading: Reading) -> bool:
    """Whether the sentence of a feast, or the one before it in its paragraph, tells of another year than was found for it."""
    assert time.span is not None
    at = reading.sentence_at(time.span.start)
    before = reading.sentence(at.number - 1) if at else None
    near = [s for s in (at, before) if s and at and s.paragraph == at.paragraph]
    return _tells_another_year(time, " ".join(reading.article.text[s.start : s.end] for s in near))


def _tells_another_year(time: TimeRef, words: str) -> bool:
    years = _YEAR.findall(words)
    return bool(years) and (time.value or "")[:4] not in years


def _is_of_old(time: TimeRef, said: list[int], reading: Reading) -> bool:
    """Whether a day or month may be of an older year: its sentence begins with one ("In 1976 …"), or a day before has one."""
    if time.precision not in {"day", "month"} or not any(bits & c.MONTH for bits in said):
        return False
    assert time.span is not None
    at = reading.sentence_at(time.span.start)
    head = reading.article.text[at.start : at.start + _NEAR] if at else ""
    return _tells_another_year(time, head) or _is_among_days_of_another_year(time, reading)


def _is_that_day(time: TimeRef, said: list[int], reading: Reading) -> bool:
    """Whether an article stands before a weekday: "by the Monday evening", of a week that was told of."""
    assert time.span is not None
    before = text_before(reading.article.text, time.span.start, _NEAR).lower().split()[-1:]
    led = [reading.spoken_in.words[word] for word in before]
    return any(one & c.ARTICLE and other & c.WEEKDAY for one, other in pairwise([*led, *said]))


def _is_among_days_of_another_year(time: TimeRef, reading: Reading) -> bool:
    """Whether the last day before, some sentences back at most, is written with another year: whose this one is, is unsure."""
    assert time.span is not None
    at = reading.sentence_at(time.span.start)
    first = reading.sentence(max(1, at.number - _STORY)) if at else None
    before = [
        one
        for one in reading.times
        if one.span and one.start and one.basis == "stated" and one.precision == "day"
        if first and first.start <= one.span.start < time.span.start
    ]
    last = before[-1] if before else None
    return last is not None and last.start is not None and time.start is not None and last.start.year != time.start.year


_STORY = 8
"""Sentences over which a story may stay in another year."""


def _was_planned_for(time: TimeRef, said: list[int], reading: Reading) -> bool:
    """Whether the sentence says that something was planned for a weekday: "a parade set for Friday"."""
    assert time.span is not None
    words = time.span.text.split()
    at = next(n for n, bits in enumerate(said) if bits & c.WEEKDAY)
    sentence, rules = reading.sentence_at(time.span.start), dates_of(reading.language)
    start = sentence.start if sentence else time.span.start
    before = reading.article.text[start : time.span.start] + " ".join(words[:at]) + " " * bool(at)
    return rules.ahead.is_planned(rules.words, before)


def _tells_which(text: str, said: list[int], reading: Reading) -> bool:
    """Whether words with a weekday say which one: by a date, or by "next", "of last week"."""
    return (
        any(char.isdigit() for char in text)
        or any(bits & (c.POINTS | c.DEMONSTRATIVE | c.MONTH) for bits in said)
        or bool(_steps(text, said, reading))
    )


def _steps(text: str, said: list[int], reading: Reading) -> set[str]:
    """How "this", "last" or "next" counts a day or month from publication: "0", "-1", "1"."""
    steps = dates_of(reading.language).words.kinds.get("step", {})
    words = zip(text.lower().split(), said, strict=True)
    return {steps[word] for word, bits in words if word in steps and not bits & c.ARTICLE}


def _value(time: TimeRef, first: dt.date, last: dt.date) -> str:
    length = 7 if time.precision == "month" else 10
    begins, slash, ends = (time.value or "").partition("/")
    value = first.isoformat()[:length] + begins[length:]
    return f"{value}/{last.isoformat()[:length]}{ends[length:]}" if slash else value


def _in_other_year(day: dt.date, way: int, *, whole: bool = False) -> dt.date:
    last = cal.month(day.year + way, day.month).last
    return last if whole or last.day < day.day else day.replace(year=day.year + way)


def _looks_ahead(time: TimeRef, reading: Reading) -> bool:
    """Whether the verb right before the words says that they lie ahead: "is expected to arrive Wednesday"."""
    assert time.span is not None
    sentence = reading.sentence_at(time.span.start)
    if sentence is None:
        return False
    words, at, rules = reading.article.text[sentence.start : sentence.end], sentence.start, dates_of(reading.language)
    verbs = rules.cues(words) if rules.cues else ()
    beside = [cue.end for cue in verbs if cue.end <= time.span.start - at]
    if not beside or len(words[beside[-1] : time.span.start - at].split()) > _FARTHEST:
        return False
    return rules.ahead.lean(words, time.span.start - at, time.span.end - at) == "future"


def _is_night(words: str, reading: Reading) -> bool:
    """Whether words name the night or morning of the day: of what is planned it may be the one to come."""
    return words.lower() in lists_of(reading.spoken_in.code).get("nights", "").split(" | ")


def _is_feast(words: str, reading: Reading) -> bool:
    kinds = dates_of(reading.language).words.kinds
    low = words.lower()
    return any(feast in low and re.search(rf"\b{re.escape(feast)}\b", low) for feast in kinds.get("feast", ()))
