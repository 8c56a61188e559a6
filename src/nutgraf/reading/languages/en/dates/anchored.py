"""English words that count from a day, month or year named before or beside them. Examples are read as if published on Thursday, 12 March 2026."""

from __future__ import annotations

from nutgraf.reading.dates import anchored
from nutgraf.reading.dates.reads import Reads
from nutgraf.reading.dates.scan import DateRule
from nutgraf.reading.languages.en.dates.words import BESIDE_BEFORE, OPENS_NUMBER, OPENS_ONE
from nutgraf.reading.rules import Rule

ANCHORED: tuple[DateRule, ...] = (
    Rule(
        name="beside a day named before",
        opens=BESIDE_BEFORE,
        finds=Reads(
            r"<step:beside>~(?:<unit:one>|<part>)(?![\w-])",
            r"(?P<step>next)~(?:(?P<unit>day)|<part>)(?![\w-])",
            yields=anchored.beside,
        ),
        examples={
            "It began on March 3. The next day Lee left.": "next day = 2026-03-04",
            "Lee fell ill on Friday and died the following night.": "following night = 2026-03-07TNI",
        },
        counter=("That dayboat left.",),
    ),
    Rule(
        name="the day before",
        opens=tuple(f"the {unit}" for unit in ("day", "week", "month", "year", "morning", "evening", "night")),
        finds=Reads(
            r"the~(?:(?P<unit>day|week|month|year)|<part>)~(?P<way>before|after|earlier)(?!\w|~(?:last|next|than)(?!\w))",
            yields=anchored.alone(anchored.beside, "before", "after"),
        ),
        examples={
            "He fell ill on Friday. He died the day after.": "the day after = 2026-03-07",
            "He fell ill on Friday. She had left the day before in tears.": "the day before = 2026-03-05",
            "He fell ill on Friday. She had left the day earlier.": "the day earlier = 2026-03-05",
        },
        counter=(
            "The day before the vote was calm.",
            "The hall filled in the morning before emptying again.",
            "They sang the night before polls opened, and the week after Ann Lee left.",
            "They left the day earlier than planned, the day after 40 others.",
        ),
    ),
    Rule(
        name="earlier in accounts",
        opens=(*OPENS_NUMBER, *OPENS_ONE),
        finds=Reads(
            r"<length>~(?P<way>earlier|before)(?!\w)",
            yields=anchored.alone(anchored.before_in_accounts, "before"),
            behind=r"(?:from|than|with|to|against|over|period|quarter|month|time)~",
        ),
        examples={"Sales rose from a year earlier.": "a year earlier = 2025"},
        counter=("She had left a year earlier.", "It was colder than a week before the vote."),
    ),
    Rule(
        name="from a weekday",
        opens=(*OPENS_NUMBER, *OPENS_ONE),
        finds=Reads(
            r"<length>~(?P<way>from|after|before|ago)~(?:<weekday:fullday>|<word:day_word>)", yields=anchored.from_day
        ),
        examples={"The trial resumes a week from Friday.": "a week from Friday = 2026-03-20"},
        counter=("It is a week from here.",),
    ),
    Rule(
        name="later",
        opens=(*OPENS_NUMBER, *OPENS_ONE),
        finds=Reads(r"<length>~(?P<way>earlier|later)(?!\w|~than)", yields=anchored.from_anchor),
        examples={"He fell ill on Friday and died two days later.": "two days later = 2026-03-08"},
        counter=("He fell ill two days later than she.",),
    ),
)
