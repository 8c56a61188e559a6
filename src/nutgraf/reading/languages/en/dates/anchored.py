"""English words that count from a day, month or year named before or beside them. Examples are read as if published on Thursday, 12 March 2026."""

from __future__ import annotations

from nutgraf.reading.dates import anchored
from nutgraf.reading.dates.reads import Reads
from nutgraf.reading.dates.scan import DateRule
from nutgraf.reading.languages.en.dates.words import BESIDE_BEFORE, FULL_DAYS, OPENS_NUMBER, OPENS_ONE, before
from nutgraf.reading.rules import Rule

_DAY = r"(?:(?P<last>last)~)?(?:<weekday:fullday>|<word:day_word>)"
_DATES = (r"(?:the~)?<month>\.?~<day>(?:,?~<year>)?", r"<day>~<month>(?:,?~<year>)?")
_THE_DAY = r"the~(?P<one>day|week)~(?P<way>after|before)~"
_OPENS = (*OPENS_NUMBER, *OPENS_ONE, "the day", "the week")
_BESIDE = ("previous", "preceding", "following", "the same")
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
        opens=_OPENS,
        finds=Reads(r"<length>~(?P<way>from|after|before|ago)~" + _DAY, _THE_DAY + _DAY, yields=anchored.from_day),
        examples={
            "The trial resumes a week from Friday.": "a week from Friday = 2026-03-20",
            "The mill burned ten years ago today.": "ten years ago today = 2016-03-12",
            "He died two days after Friday's fire.": "two days after Friday = 2026-03-08",
            "He died the day before last Monday's fire.": "the day before last Monday = 2026-03-08",
        },
        counter=("It is a week from here.",),
    ),
    Rule(
        name="from a feast",
        opens=_OPENS,
        finds=Reads(
            r"<length>~(?P<way>after|before)~<feast>", _THE_DAY + "<feast>", yields=anchored.from_day, capital="feast"
        ),
        examples={
            "The mill burned two days before Christmas.": "two days before Christmas = 2025-12-23",
            "The mill opens the day after Good Friday.": "the day after Good Friday = 2026-04-04",
            "The mill opens the week after Easter.": "the week after Easter = 2026-W15",
        },
        counter=("They left a day after the halloween.",),
    ),
    Rule(
        name="from a date",
        opens=_OPENS,
        finds=Reads(
            *(r"<length>~(?P<way>after|before)~" + date for date in _DATES),
            *(_THE_DAY + date for date in _DATES),
            yields=anchored.from_day,
            capital="month",
        ),
        examples={"The mill burned three days after May 2, 2024.": "three days after May 2, 2024 = 2024-05-05"},
        counter=("The mill burned three days after may 2.",),
    ),
    Rule(
        name="weekdays ago",
        opens=OPENS_NUMBER,
        finds=Reads(r"<n>~<weekday:weekdays>~ago(?!\w)", yields=anchored.weekdays_ago),
        examples={"The mill burned two Sundays ago.": "two Sundays ago = 2026-03-01"},
        counter=("They met two agog Sundays.",),
    ),
    Rule(
        name="years ago this month",
        opens=(*OPENS_NUMBER, *OPENS_ONE),
        finds=Reads(r"<length>~ago~this~<now:unit>(?!\w)", yields=anchored.years_ago_now),
        examples={"The mill burned three years ago this month.": "three years ago this month = 2023-03"},
        counter=("It was ages ago this month.",),
    ),
    Rule(
        name="week before last",
        opens=tuple(f"the {unit}" for unit in ("week", "weekend", "month", "year")),
        finds=Reads(
            r"the~(?:(?P<unit>week|month|year)|(?P<weekend>weekend))~(?:(?P<back>before~last)|after~next)(?!\w)",
            yields=anchored.next_but_one,
            not_ahead=r"~(?:<:weekday>|<:month>|<:unit>|<:season>|<:feast>|weekend|[a-z]+['’]s(?!\w))",
        ),
        examples={
            "The mill burned the week before last.": "the week before last = 2026-W09",
            "The mill opens the year after next.": "the year after next = 2028",
        },
        counter=("The mill burned the week before last Monday, the month before last year ended.",),
    ),
    Rule(
        name="weekday beside a day named before",
        opens=before(_BESIDE, FULL_DAYS),
        finds=Reads(r"<step:beside>~<weekday:fullday>(?:~<part>)?(?![\w-])", yields=anchored.weekday_beside),
        examples={
            "It began on March 3. The following Monday it shut.": "following Monday = 2026-03-09",
            "It began on March 3. The previous Friday Lee left.": "previous Friday = 2026-02-27",
        },
        counter=("They said that Friday is best.",),
    ),
    Rule(
        name="season of a year named before",
        opens=(
            *before(_BESIDE, ("spring", "summer", "autumn", "fall", "winter")),
            "that summer",
            "that winter",
            "that autumn",
        ),
        finds=Reads(r"<step:beside>~<season>(?![\w-])", yields=anchored.season_beside),
        examples={
            "The mill burned in March 2019. That summer it reopened.": "That summer = 2019-SU",
            "The mill burned in 2019 and reopened the following spring.": "following spring = 2020-SP",
        },
        counter=("The mill reopened the following spring.",),
    ),
    Rule(
        name="later",
        opens=(*OPENS_NUMBER, *OPENS_ONE),
        finds=Reads(r"<length>~(?P<way>earlier|later)(?!\w|~than)", yields=anchored.from_anchor),
        examples={"He fell ill on Friday and died two days later.": "two days later = 2026-03-08"},
        counter=("He fell ill two days later than she.",),
    ),
)
