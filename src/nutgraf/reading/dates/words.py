"""The words and patterns that time expressions are made of. Gaps are bounded, so no pattern can run away."""

from __future__ import annotations

import re

GAP = r"(?:[ \t\u00a0\u2009\u202f]{1,2}|\r?\n)"
"""White space inside an expression: a line may break there, a paragraph may not."""

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tues tue",
            "wednesday wed",
            "thursday thurs thur thu",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for name in names.split()
}
PLURAL_DAYS = {name + "s": number for name, number in WEEKDAYS.items() if name.endswith("day")}
SHORT_DAYS = frozenset(name for name in WEEKDAYS if not name.endswith("day"))
SHORT_MONTHS = frozenset({"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec"})
NAMES_TOO = frozenset({"march", "may", "april", "june", "august"})
"""Months that are also verbs or given names: they need more than a capital letter."""

PARTS = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI", "lunchtime": "TAF", "noon": "T12:00"}
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "final": 4}
UNITS = {
    "second": "S", "minute": "M", "hour": "H", "day": "D", "night": "D", "week": "W", "fortnight": "2W", "month": "M",
    "year": "Y", "decade": "0Y", "century": "00Y", "centurie": "00Y",
}  # fmt: skip
CLOCK_UNITS = frozenset({"second", "minute", "hour"})
FIXED_DAYS = {
    "christmas": (12, 25), "christmas day": (12, 25), "christmas eve": (12, 24), "boxing day": (12, 26),
    "new year's eve": (12, 31), "new year's day": (1, 1), "halloween": (10, 31), "valentine's day": (2, 14),
    "independence day": (7, 4),
}  # fmt: skip
COUNTS = {
    word: number
    for number, word in enumerate(
        ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
        " eighteen nineteen").split()
    )
} | {
    word: 10 * number
    for number, word in enumerate(("twenty thirty forty fifty sixty seventy eighty ninety").split(), 2)
} | {"a": 1, "an": 1}  # fmt: skip

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)(?![a-z])"
)
WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)(?![a-z])"
PART = r"(?:morning|afternoon|evening|night|lunchtime)(?![a-z])"
YEAR = r"(?:1[4-9]|20)\d\d(?![\d]|[.,]\d)"
DAY = r"\d{1,2}(?:st|nd|rd|th)?(?!\w|[.,:]\d|%)"
DASH = r"(?:-|–|—)"
SMALL = (
    r"(?:\d{1,4}(?:\.\d{1,2})?|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six"
    r"|seven|eight|nine))?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|sixteen|seventeen|eighteen|nineteen|an?|several|(?:a"
    + GAP
    + r")?few|(?:a"
    + GAP
    + r")?couple(?:"
    + GAP
    + r"of)?|many)"
)
UNIT = r"(?:second|minute|hour|day|night|week|fortnight|month|year|decade|century|centurie)s?(?![a-z])"
ZONE = r"(?:utc|gmt|[ecmp][sd]t|bst|cest|cet|eet|ist|jst|msk|local" + GAP + r"time|moscow" + GAP + r"time|et)(?![a-z])"


def pattern(text: str) -> re.Pattern[str]:
    """Compile a pattern for lowered text, with <NAME> standing for the fragments above and ~ for a gap."""
    for name in ("MONTH", "WEEKDAY", "PART", "YEAR", "DAY", "DASH", "SMALL", "UNIT", "ZONE"):
        text = text.replace(f"<{name}>", globals()[name])
    return re.compile(text.replace("~", GAP))


def count_of(words: str) -> float | None:
    """The number that a small number word or numeral names; None for "several", "a few"."""
    text = words.lower()
    if text[0].isdigit():
        return float(text)
    if text in COUNTS:
        return COUNTS[text]
    if "couple" in text:
        return 2
    tens, _, ones = text.partition("-")
    return COUNTS[tens] + COUNTS[ones] if tens in COUNTS and ones in COUNTS else None
