r"""English words that count from another day, and lengths of time. Examples are read as if published on Thursday, 12 March 2026."""

from __future__ import annotations

from nutgraf.reading.dates import named, relative
from nutgraf.reading.dates.reads import Reads
from nutgraf.reading.dates.scan import DateRule
from nutgraf.reading.languages.en.dates.words import (
    AT_FEAST,
    DAY_WORDS,
    FEASTS_NEARBY,
    OPENS_NUMBER,
    OPENS_ONE,
    RUNNING_BEFORE,
    STEPS_BEFORE,
    UNIT_WORDS,
)
from nutgraf.reading.rules import Rule

_LONG_UNITS = tuple(f"{unit}s" for unit in UNIT_WORDS[3:])
_OF_A_WHOLE = r"(?<=quarters)~of~(?:(?:the|its|his|her|their|our|all|those|these|\d+)(?!\w)|an?~(?!year|century|decade|month|week|day|hour)|(?!losses|gains|declines|profits)[a-z]+s(?!\w))"
"""Behind "three quarters", of which they are a part, and no time."""
_OWNERS = r"(?:my|your|his|her|its|our|their)~"
_FIRST_OF_TWO = r"<:n>~(?:to|or)~|between~<:n>~and~"
_MANY = tuple(f"many {unit}s" for unit in ("hour", "day", "week", "month", "year", "decade"))

COUNTED: tuple[DateRule, ...] = (
    Rule(
        name="day word",
        opens=(*DAY_WORDS,),
        finds=Reads(r"<word:day_word>(?:~<part>)?", yields=relative.day_word),
        examples={
            "The lido shut yesterday morning.": "yesterday morning = 2026-03-11TMO",
            "The mayor speaks tonight.": "tonight = 2026-03-12TNI",
            "The mill burned the day before yesterday.": "the day before yesterday = 2026-03-10",
        },
        counter=("The daily USA Today printed it.",),
    ),
    Rule(
        name="overnight",
        opens=("overnight",),
        finds=Reads(
            r"overnight(?!\w)~(?:(?:in|into|to)~<into:fullday>|(?:on|from)~<since:fullday>)",
            r"(?<!\ba )(?<!\ban )(?<!\bthe )overnight(?!\w)",
            yields=relative.overnight,
        ),
        examples={
            "Snow fell overnight.": "overnight = 2026-03-11/2026-03-12",
            "Snow fell overnight into Sunday.": "overnight into Sunday = 2026-03-07/2026-03-08",
        },
        counter=("An overnight raid failed.",),
    ),
    Rule(
        name="run of time",
        opens=RUNNING_BEFORE,
        finds=Reads(
            r"<step:running>~<n>(?P<plus>~and~a~half)?~<unit>",
            r"(?P<step>past)~<unit:one>(?P<plus>~and~a~half)?(?![\w-]|~of~)",
            yields=relative.run,
            not_behind=r"(?:to|will|would|can|could|may|might|should|must|not|only)~",
        ),
        examples={
            "It grew over the past ten years.": "past ten years = P10Y",
            "It grew over the past decade.": "past decade = P10Y",
        },
        counter=("The next two of them left.", "The trial may last for weeks.", "It is expected to last five weeks."),
    ),
    Rule(
        name="the last week",
        opens=("last week",),
        finds=Reads(
            r"<step:running>~(?P<unit>day|week|month|year|decade)(?![\w-]|~of~)", yields=relative.run, behind="the~"
        ),
        examples={"It grew in the last year.": "last year = P1Y"},
        counter=("It grew last year.",),
    ),
    Rule(
        name="nearby",
        opens=STEPS_BEFORE,
        finds=Reads(
            r"<step>~(?:<weekday:fullday>(?:~<part>)?|<month:longmonth>|<season>)",
            r"<step>~(?:<unit:one>|(?<!next.)<part>)(?![\w-]|~of~)",
            yields=relative.near,
        ),
        examples={
            "Sales fell last week.": "last week = 2026-W10",
            "Sales fell earlier this month.": "earlier this month = 2026-03",
            "Sales will rise next quarter.": "next quarter = 2026-Q2",
            "It fell this morning.": "this morning = 2026-03-12TMO",
            "The lido shut last Thursday.": "last Thursday = 2026-03-05",
            "It fell late last July.": "late last July = 2025-07",
            "It opened last summer.": "last summer = 2025-SU",
        },
        counter=("It fell last century.", "The last march was long; the last springs were dry."),
    ),
    Rule(
        name="feast nearby",
        opens=FEASTS_NEARBY,
        finds=Reads(
            r"<step>~<feast>", yields=named.feast_of_step, not_behind=_OWNERS, not_ahead=AT_FEAST, capital="feast"
        ),
        examples={
            "She left last Thanksgiving.": "last Thanksgiving = 2025-11-27",
            "The pier will be lit this Easter.": "this Easter = 2026-04-05",
        },
        counter=("It was the last Christmas market.", "It was her last Easter."),
    ),
    Rule(
        name="weekend",
        opens=(*STEPS_BEFORE, "weekend"),
        finds=Reads(
            r"<step>~weekend(?![\w-])",
            r"(?<=the )weekend(?![\w-]|~(?:[^\W\d_]+~(?:edition|box|papers?)|(?:before|after|earlier)(?!\w)))",
            yields=relative.weekend,
        ),
        examples={
            "They meet next weekend.": "next weekend = 2026-W12-WE",
            "The hall has been shut since the weekend.": "weekend = 2026-W10-WE",
        },
        counter=("She keeps weekend hours.", "It was sold the weekend before."),
    ),
    Rule(
        name="ago",
        opens=(*OPENS_NUMBER, *OPENS_ONE, *_MANY),
        finds=Reads(r"<length>(?:~or~so)?~(?P<way>ago|from~now|hence)(?!\w)", yields=relative.away),
        examples={
            "The pier fell two years ago.": "two years ago = 2024",
            "The pier fell ten days ago.": "ten days ago = 2026-03-02",
            "The pier fell half a century ago.": "half a century ago = 1976",
            "The pier fell a quarter of a century ago.": "a quarter of a century ago = 2001",
            "The lock was dug a century and a half ago.": "a century and a half ago = 1876",
            "The vote is two weeks from now.": "two weeks from now = 2026-W13",
            "The pier fell a week or so ago.": "a week or so ago = 2026-W10",
            "The pier fell several years ago.": "several years ago = PAST_REF",
        },
        counter=("It took two years; it is two weeks from here.",),
    ),
    Rule(
        name="in ten days",
        opens=OPENS_NUMBER,
        finds=Reads(r"<length>", yields=relative.ahead_in),
        examples={
            "The vote will be held in three days.": "in three days = 2026-03-15",
            "Polls will open in about two weeks.": "in about two weeks = 2026-W13",
        },
        counter=("The votes were counted in three days.",),
    ),
    Rule(
        name="length in two units",
        opens=(*OPENS_NUMBER,),
        finds=Reads(r"<length>,?~(?:and~)?<more:n>~<less:unit>", yields=relative.two_units),
        examples={
            "She swam it in 9 hours 42 minutes.": "9 hours 42 minutes = PT9H42M",
            "It took one year and six months.": "one year and six months = P1Y6M",
        },
        counter=("They left after ten minutes, two hours early.",),
    ),
    Rule(
        name="length of time",
        opens=(*OPENS_NUMBER, *_MANY),
        finds=Reads(r"<length>", yields=relative.length, not_ahead=_OF_A_WHOLE, not_behind=_FIRST_OF_TWO),
        examples={
            "He spent four years in prison.": "four years = P4Y",
            "It took two and a half hours.": "two and a half hours = PT2.5H",
            "It is expected to last five weeks.": "five weeks = P5W",
        },
        counter=(
            "Lee ran a sub-five-minute mile.",
            "A four-year-old sang for two to three hours.",
            "Three quarters of the flats are empty.",
            "Some three-quarters of members voted.",
        ),
    ),
    Rule(
        name="length of time with no number",
        opens=("hours", *_LONG_UNITS),
        finds=Reads(
            r"<unit>(?!\w|-|['’]|~(?:of|to~come|past|ahead|ago|later|earlier|before|after|and|or|off|lost|missed|worked|when|that|in)(?!\w))",
            yields=relative.one_length,
            behind=r"(?:for|lasted|took|time~in|once~in|(?:first|worst|best|only|[a-z]+est)~[a-z]+~in)~",
        ),
        examples={
            "The mill lay idle for decades.": "decades = PXY",
            "Snow fell for the first time in years.": "years = PXY",
        },
        counter=("She is paid for days of rest, and plans for years to come.", "They think in years."),
    ),
    Rule(
        name="one-year",
        opens=("one",),
        finds=Reads(r"(?P<n>one)-<unit:one>(?!\w|-|~old)", yields=relative.one_length),
        examples={"Lee got a one-year ban.": "one-year = P1Y"},
        counter=("A one-year-old sang.",),
    ),
    Rule(
        name="one length of time",
        opens=("one", *OPENS_ONE, "a full", "a whole", "a further", "an additional"),
        finds=Reads(
            r"<length>",
            yields=relative.one_length,
            behind=r"(?:for|after|within|than|in|over|about|nearly|almost|lasted|just|only|around|under|another|least|exactly|took"
            r"|approximately|every|roughly|barely)~",
        ),
        examples={"The talks lasted a week.": "a week = P1W"},
        counter=("Wait a second: a week is short.",),
    ),
    Rule(
        name="every week",
        opens=("every", "each"),
        finds=Reads(
            r"(?:every|each)~(?:(?:(?:other|<:ordinal>)~)?<weekday:fullday>|<month:longmonth>|(?P<unit>day|week|month|year)(?!\w))",
            yields=relative.every,
        ),
        examples={"It opens every Friday.": "every Friday = XXXX-WXX-5", "It floods each July.": "each July = XXXX-07"},
        counter=("Each daybook is full.",),
    ),
    Rule(
        name="on weekdays",
        opens=tuple(
            f"{day}s" for day in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
        ),
        finds=Reads(r"<weekday:weekdays>", yields=relative.every),
        examples={"It opens on Sundays.": "Sundays = XXXX-WXX-7"},
        counter=("It opens on Sunday.",),
    ),
)
