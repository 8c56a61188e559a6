"""The English words that stand in the holes of date patterns."""

from __future__ import annotations

from collections.abc import Iterable

from nutgraf.reading.dates.patterns import DateWords, phrases
from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.en.vocabulary import WORDS

MONTHS = WORDS.values_of(c.MONTH)
SHORT_MONTHS = WORDS.values_of(c.MONTH | c.BEFORE_NUMBER)
WEEKDAYS = WORDS.values_of(c.WEEKDAY)
FULL_DAYS = tuple(word for word in WEEKDAYS if word.endswith("day"))
UNITS = WORDS.values_of(c.TIME_UNIT, "timex")
_SINGLE_UNITS = tuple(word for word in UNITS if not WORDS[word] & c.PLURAL)
DAY_WORDS = WORDS.values_of(c.DAY_WORD, "timex") | {"the day before yesterday": "-2", "the day after tomorrow": "2"}

_CARDINALS = WORDS.values_of(c.CARDINAL)
_TENS = {word for word, value in _CARDINALS.items() if int(value) >= 20}
_ONES = {word for word, value in _CARDINALS.items() if 1 <= int(value) <= 9}
_SCALES = {"hundred": 100, "thousand": 1000}
_ROUND = {
    f"{n} {scale}": str(int(number) * times)
    for n, number in {"a": "1", **{word: _CARDINALS[word] for word in _ONES}}.items()
    for scale, times in _SCALES.items()
}
_FEW = _CARDINALS | _ROUND | {
    "several": "", "few": "", "a few": "", "many": "", "couple": "2", "a couple": "2", "couple of": "2", "a couple of": "2",
    "half a": "0.5", "half an": "0.5", "a quarter of a": "0.25", "three quarters of a": "0.75", "a": "1", "an": "1",
}  # fmt: skip
NUMBERS = _FEW | {
    f"{tens}{gap}{ones}": str(int(_CARDINALS[tens]) + int(_CARDINALS[ones]))
    for tens in _TENS
    for ones in _ONES
    for gap in "- "
}

UNIT_WORDS = "second minute hour day night week fortnight month year decade century".split()
OPENS_NUMBER = (
    *(n + mark for n in ("0", "000", "0000") for mark in " -."),
    *(word for word in NUMBERS if word not in {"a", "an", "many"} and "-" not in word),
)
OPENS_ONE = (*(f"a {unit}" for unit in UNIT_WORDS), "an hour")
"""What opens a number of units, and one of them."""

_ORDINALS = WORDS.values_of(c.ORDINAL)
ORDINALS = _ORDINALS | {
    f"{tens}-{word}": str(int(_CARDINALS[tens]) + int(n))
    for tens in _TENS
    for word, n in _ORDINALS.items()
    if int(n) <= 9
}

TENS = {f"{tens[:-1]}ies": value for tens, value in _CARDINALS.items() if 30 <= int(value) <= 90 and tens[-1] == "y"}

STEPS = {"last": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "upcoming": 1}
_TWO_STEPS = {"this past": -1, "this coming": 1}
_BESIDE = {"the": 0, "that": 0, "same": 0, "the same": 0, "previous": -1, "preceding": -1, "following": 1}
_NEARBY = (
    *_SINGLE_UNITS,
    "weekend",
    *WORDS.values_of(c.PART_OF_DAY, "timex"),
    *FULL_DAYS,
    *MONTHS,
    *WORDS.values_of(c.SEASON, "timex"),
)
_RUNNING = ("last", "past", "next", "coming", "previous", "preceding")


def before(firsts: Iterable[str], follow: Iterable[str]) -> tuple[str, ...]:
    """Each of the first words before each of those that follow."""
    return tuple(f"{first} {word}" for word in follow for first in firsts)


STEPS_BEFORE = before((*STEPS, *_TWO_STEPS), _NEARBY)
"""A step with what it may stand before; and so the following."""
RUNNING_BEFORE = (*before(_RUNNING, (*_FEW, "0")), *before(("past", "last"), _SINGLE_UNITS))
BESIDE_BEFORE = before(
    (*(word for word in _BESIDE if word != "the"), "next"), (*_SINGLE_UNITS, *WORDS.values_of(c.PART_OF_DAY, "timex"))
)
REFERENCES = {
    **dict.fromkeys(("now", "currently", "nowadays", "presently", "at present", "at the moment", "these days", "right now"), "PRESENT_REF"),
    **dict.fromkeys(("recently", "lately", "at the time", "at that time", "in the past", "in years past", "long ago"), "PAST_REF"),
    **dict.fromkeys(("in the future", "in the near future", "in future", "in the near term", "in the years ahead", "in years to come"), "FUTURE_REF"),
}  # fmt: skip
OF_ITS_TIME = {"recent": "PAST_REF", "current": "PRESENT_REF"}
SOON = dict.fromkeys(
    ("soon", "shortly", "one day", "some day", "someday", "at a later date", "in the short term", "the near term"),
    "FUTURE_REF",
)
"""Words of what is to come behind a verb that looks ahead."""
_FEASTS = {
    "christmas": "12-25", "christmas day": "12-25", "christmas eve": "12-24", "boxing day": "12-26", "new year's eve": "12-31",
    "new year's day": "1-1", "halloween": "10-31", "valentine's day": "2-14", "veterans day": "11-11", "labor day": "9 1 0",
    "thanksgiving": "11 4 3", "thanksgiving day": "11 4 3", "memorial day": "5 -1 0", "martin luther king day": "1 3 0",
    "easter": "easter 0", "easter sunday": "easter 0", "easter monday": "easter 1", "good friday": "easter -2",
    "palm sunday": "easter -7", "ash wednesday": "easter -46", "pentecost": "easter 49", "maundy thursday": "easter -3", "shrove tuesday": "easter -47", "ascension day": "easter 39",
    "may day": "5-1", "st patrick's day": "3-17", "st. patrick's day": "3-17", "anzac day": "4-25", "bastille day": "7-14", "juneteenth": "6-19",
    "armistice day": "11-11", "remembrance day": "11-11", "presidents' day": "2 3 0", "presidents day": "2 3 0", "columbus day": "10 2 0",
}  # fmt: skip
FEASTS = _FEASTS | {name.replace("'", "’"): day for name, day in _FEASTS.items()}
FEASTS_NEARBY = before(("last", "this", "next", *_TWO_STEPS), FEASTS)
AT_FEAST = r"~(?:<:weekday>|[a-z]+s(?!\w)|market|season|break|holiday|weekend|dinner|tree)"
"""Behind a feast, what is held then."""
LIMITS = {
    **dict.fromkeys(
        ("since", "since at least", "starting", "beginning", "effective", "effective from", "in force from", "with effect from", "no earlier than", "not before"),
        "since",
    ),
    **dict.fromkeys(("until", "till", "through", "up to", "until at least"), "until"),
    **dict.fromkeys(("by", "no later than", "not later than"), "by"),
    **dict.fromkeys(("before", "ahead of", "prior to", "pre"), "before"),
    **dict.fromkeys(("after", "following", "beyond", "post"), "after"),
}  # fmt: skip


def _texts(numbers: dict[str, int]) -> dict[str, str]:
    return {word: str(number) for word, number in numbers.items()}


IN = r"in~(?:(?:about|around|roughly|just|only|another|some)~)?"
"""What stands before the days until something comes."""
NO_SUM = r"(?<![$€£/–.,\d-])"
_SO_MANY = rf"(?:up~to|through)~(?:\d{{1,3}}|{phrases(_FEW)})~(?![ap]\.?m\b|o['’]clock|<:longmonth>|<:shortmonth>|<:moment>)[a-z]"
"""How long something takes or what it goes through: "up to ten days", "through four tides"."""
DATE_WORDS = DateWords(
    kinds={
        "month": MONTHS,
        "weekday": WEEKDAYS | {word + "s": WEEKDAYS[word] for word in FULL_DAYS},
        "part": WORDS.values_of(c.PART_OF_DAY, "timex"),
        "season": WORDS.values_of(c.SEASON, "timex"),
        "unit": UNITS | {"night": "D", "nights": "D"},
        "day_word": DAY_WORDS,
        "n": NUMBERS,
        "ordinal": ORDINALS | {"last": "-1", "final": "-1", "opening": "1", "closing": "-1", "1st": "1", "2nd": "2", "3rd": "3", "4th": "4", "5th": "5"},
        "step": _texts(STEPS | _TWO_STEPS | _BESIDE),
        "beside": _texts(_BESIDE),
        "reference": REFERENCES | OF_ITS_TIME | SOON | {"the future": "FUTURE_REF"},
        "about": {"so": ""},
        "loose": {"recent": "-1", "past": "-1", "coming": "1", "future": "1"},
        "feast": FEASTS,
        "tens": TENS,
        "half": {"a": "0", "p": "12"},
        "moment": {"noon": "12:00", "midday": "12:00", "midnight": "0:00"},
        "zone": {
            **dict.fromkeys(("utc", "gmt"), "Z"),
            **dict.fromkeys(("est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "et", "bst", "cest", "cet", "eet", "ist", "jst", "msk"), ""),
            **dict.fromkeys(("local time", "moscow time", "eastern time", "eastern", "pacific time"), ""),
        },
        "way": {"ago": "-1", "earlier": "-1", "before": "-1", "from": "1", "after": "1", "later": "1", "from now": "1", "hence": "1", "in advance of": "-1"},
        "limit": LIMITS,
    },
    fragments={
        "day": r"\d{1,2}(?:st|nd|rd|th)?(?!\w|[.,:]\d|%)",
        "yearlike": rf"{NO_SUM}<year>(?!-\d)",
        "modern": rf"{NO_SUM}(?P<year>(?:19|20)\d\d(?![\d%/]|[.,-]\d))",
        "weekday": phrases(WEEKDAYS),
        "fullday": phrases(FULL_DAYS),
        "shortday": phrases(set(WEEKDAYS) - set(FULL_DAYS)),
        "weekdays": phrases(word + "s" for word in FULL_DAYS),
        "longmonth": phrases(set(MONTHS) - set(SHORT_MONTHS)),
        "shortmonth": phrases(SHORT_MONTHS),
        "one": phrases(_SINGLE_UNITS),
        "n": rf"(?<!\d[,.])\d{{1,4}}(?:\.\d{{1,2}})?(?![\d,])|{phrases(_TENS)}(?:-|~){phrases(_ONES)}|{phrases(_FEW)}",
        "longtail": rf"{phrases(_TENS)}(?:-|~){phrases(_ONES)}",
        "limit": rf"(?!through~(?:(?:much|most)~of~)?the~(?:$|<:part>|<:season>|<:unit>|weekend(?!\w)|\d{{4}}s)|{_SO_MANY}){phrases(LIMITS)}",
        "longfeast": phrases(name for name in FEASTS if " " in name),
        "shortfeast": phrases(name for name in FEASTS if " " not in name),
        "step": phrases(STEPS | _TWO_STEPS),
        "soon": phrases(SOON),
        "ofitstime": phrases(OF_ITS_TIME),
        "running": phrases(_RUNNING),
        "beside": phrases(_BESIDE.keys() - {"the"}),
        "length": r"(?<![$.])(?<!\w-)(?!(?:an?|one)~second|\d{4}~<:one>)<n>(?P<plus>(?:~|-)and(?:~|-)a(?:~|-)half)?"
        r"(?:~(?:more|full|whole|straight|consecutive|additional|long|further))?(?:~|-)<unit>(?P<plus_b>~and~a~half)?(?!\w|-olds?\b|~olds?\b)",
    },
)  # fmt: skip
