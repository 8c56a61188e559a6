"""English dates that name their day, month or hour. Examples are read as if published on Thursday, 12 March 2026."""

from __future__ import annotations

from nutgraf.reading.dates import named
from nutgraf.reading.dates.reads import Reads
from nutgraf.reading.dates.scan import DateRule
from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.en.dates.words import AT_FEAST, FEASTS, ORDINALS
from nutgraf.reading.rules import Rule

_UNTIL = r"(?:(?:<:dash>|~(?:to|through|<:dash>)~)<until:day>)?"
_MONTH_DAY = r"<month>\.?~<day>" + _UNTIL + r"(?:,?~<year>)?"
_DAY_MONTH = r"<day>" + _UNTIL + r"(?:~of)?~<month>(?:\.?,?~<year>)?"
_WEEKDAY = r"<weekday>\.?(?:~<part>)?,?~(?:the~)?"
_CLOCK = r"(?<![:.$-])(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)(?![\d:.]\d|\d)"
_ZONE = r"(?:~?\(?<zone>)?"

NAMED: tuple[DateRule, ...] = (
    Rule(
        name="day and month",
        opens=("0 ", "0a", "0-", *ORDINALS),
        finds=Reads(
            r"(?<=between )<day>~and~<until:day>~<month>(?:\.?,?~<year>)?",
            r"<day>(?:,~(?P<middle>\d\d?))?,?~(?P<and>and)~<until:day>~<month>(?:\.?,?~<year>)?",
            r"(?<=the )<day:ordinal>~of~<month>(?:\.?,?~<year>)?(?!['’])",
            _DAY_MONTH,
            yields=named.date,
            capital="month",
        ),
        examples={
            "The ferry sank on 14 March 2025.": "14 March 2025 = 2025-03-14",
            "The ferry will sail on the 3rd of June.": "3rd of June = 2026-06-03",
            "The ferry will sail on the third of June.": "third of June = 2026-06-03",
            "It snowed on 3 and 4 May.": "3 and 4 May = 2025-05-03/2025-05-04",
        },
        counter=("They march 5 miles, and 4 may 5.",),
    ),
    Rule(
        name="month and day",
        opens=(c.MONTH,),
        finds=Reads(
            r"(?<=between )<month>\.?~<day>~and~<until:day>(?:,?~<year>)?",
            r"<month>\.?~<day>(?:,~(?P<middle>\d\d?))?,?~(?P<and>and)~<until:day>(?!~<:month>)(?:,?~<year>)?",
            _MONTH_DAY,
            yields=named.date,
            capital="month",
        ),
        examples={
            "The fair ran March 3-5, 2025.": "March 3-5, 2025 = 2025-03-03/2025-03-05",
            "The mill was robbed between Oct. 8 and 9.": "Oct. 8 and 9 = 2025-10-08/2025-10-09",
            "It snowed on May 3, 4 and 5.": "May 3, 4 and 5 = 2025-05-03/2025-05-05",
        },
        counter=("They may 4 times a year march 5 miles.",),
    ),
    Rule(
        name="weekday and date",
        opens=(c.WEEKDAY,),
        finds=Reads(_WEEKDAY + _MONTH_DAY, _WEEKDAY + _DAY_MONTH, yields=named.date, capital="month"),
        examples={
            "The ferry sank on Tuesday, Nov. 4.": "Tuesday, Nov. 4 = 2025-11-04",
            "The fair began on Friday the 6th of March.": "Friday the 6th of March = 2026-03-06",
        },
        counter=("They met on Friday, and 4 left.",),
    ),
    Rule(
        name="month of a year",
        opens=(c.MONTH,),
        finds=Reads(r"<month>\.?(?:~of|,)?~<year>", yields=named.month, capital="month"),
        examples={
            "The mill closed in March 2025.": "March 2025 = 2025-03",
            "It ran until Sept. 2024.": "Sept. 2024 = 2024-09",
        },
        counter=("They may 2024 times over.",),
    ),
    Rule(
        name="month",
        opens=("january", "february", "july", "september", "october", "november", "december"),
        finds=Reads(r"<month>", yields=named.month, capital="month"),
        examples={
            "The mill closed one October morning.": "October = 2025-10",
            "The mill closed in May 2020 and reopened in July.": "July = 2020-07",
            "The lake froze in January and February 2021.": "January = 2021-01",
        },
        counter=("Ann January Lee sang.",),
    ),
    Rule(
        name="month behind a preposition",
        opens=(c.MONTH,),
        finds=Reads(
            r"<month:longmonth>",
            r"<month:shortmonth>(?=\.)",
            yields=named.month,
            behind=r"(?:in|into|since|until|till|last|next|this|early|late|during|between|throughout|every)~|mid(?:~|-)",
            capital="month",
        ),
        examples={
            "The mill closed in May.": "May = 2025-05",
            "The mill will reopen in May.": "May = 2026-05",
            "The mill closed in mid-August.": "mid-August = 2025-08",
            "The mill closed in Dec. after a flood.": "Dec = 2025-12",
        },
        counter=("The choir sang in march time.", "Sun in Mar Lodge."),
    ),
    Rule(
        name="month that may be a name",
        opens=("march", "may", "april", "june", "august"),
        finds=Reads(
            r"<month>",
            yields=named.month_or_name,
            behind=r"(?:by|from|to|through|of|before|after|for|and|or|<:month>,)~|<:month>(?:<:dash>|-to-)",
            capital="month",
        ),
        examples={
            "The mill must be dry by the end of May.": "the end of May = 2026-05",
            "The mill will close after June.": "June = 2026-06",
            "It rained in February, March and April 2021.": "March = 2021-03",
        },
        counter=("Ann May left, and Lee stood by May.", "A book by June Lee is out."),
    ),
    Rule(
        name="month's",
        opens=("march", "may", "april", "june", "august"),
        finds=Reads(
            r"<month>(?=['’]s~[a-z]|(?:<:dash>|-to-)<:longmonth>)", yields=named.month_or_name, capital="month"
        ),
        examples={
            "June's rain broke the dam.": "June = 2025-06",
            "Sales fell in the April-June quarter.": "April = 2025-04",
        },
        counter=("Ann May came, and May's mother too.",),
    ),
    Rule(
        name="month before what it tells of",
        opens=("march", "may", "april", "june", "august"),
        finds=Reads(
            r"<month>(?=~[a-z])",
            yields=named.month_or_name,
            behind=r"(?:the|an?|his|her|its|their|our)~",
            not_ahead=r"~(?:on|of|for|against|to|is|was|by|in|at|and)(?!\w)",
            capital="month",
        ),
        examples={"He lost the May election.": "May = 2025-05"},
        counter=("They joined the March on Rome.",),
    ),
    Rule(
        name="weekday",
        opens=(c.WEEKDAY,),
        finds=Reads(
            r"<weekday:fullday>(?:~<part>)?(?:~into~<into:fullday>(?:~<:part>)?)?",
            yields=named.weekday,
            not_behind=r"(?:good|ash|black|cyber|super|holy|palm|easter|bloody|maundy|sheffield|giving|fat|shrove)~",
        ),
        examples={
            "The lido shut on Friday.": "Friday = 2026-03-06",
            "The lido will open Friday night.": "Friday night = 2026-03-13TNI",
            "The lido opens on Friday.": "Friday = 2026-03-13",
            "A swim set for Friday was called off.": "Friday = 2026-03-13",
            "Snow fell Friday into Saturday.": "Friday into Saturday = 2026-03-06/2026-03-07",
        },
        counter=("They shop on Black Friday.", "So the Sunday Herald wrote.", "They met Detective Paul Friday."),
    ),
    Rule(
        name="weekday week",
        opens=(c.WEEKDAY, "a week on", "a week next"),
        finds=Reads(
            r"<weekday:fullday>~week(?!\w)", r"a~week~(?:on|next)~<weekday:fullday>", yields=named.weekday_week
        ),
        examples={
            "The inquest will resume on Friday week.": "Friday week = 2026-03-20",
            "A ruling is due a week on Tuesday.": "a week on Tuesday = 2026-03-24",
        },
        counter=("It rained on Friday weekly.",),
    ),
    Rule(
        name="short weekday",
        opens=(c.WEEKDAY,),
        finds=Reads(r"<weekday:shortday>\.", yields=named.weekday, behind=r"(?:on|late|early|last)~"),
        examples={"The lido shut on Sat. at noon.": "Sat. at noon = 2026-03-07T12:00"},
        counter=("The sun set on the cat that sat.",),
    ),
    Rule(
        name="weekday of a month",
        opens=("first", "second", "third", "fourth", "fifth", "last", "final"),
        finds=Reads(
            r"<nth:ordinal>~<weekday:fullday>~(?:of|in)~(?:<month>(?:,?~<year>)?|<step>~month(?!\w)|the~month(?!\w)|(?P<row>each|every)~month(?!\w))",
            yields=named.nth_weekday,
        ),
        examples={
            "The fair opens on the second Saturday in May.": "second Saturday in May = 2026-05-09",
            "The fair returns on the last Friday of next month.": "last Friday of next month = 2026-04-24",
        },
        counter=("It was the second Saturday in a row.",),
    ),
    Rule(
        name="day of this month",
        opens=("0a",),
        finds=Reads(
            r"<day>(?<=[a-z])~of~<step>~month(?!\w)",
            r"<day>(?<=[a-z])(?!~(?!and|at|in|for|with|when|as|but|to|or|after|before|because|by|if|while|so|until)[^\W\d_]|-)",
            yields=named.day_of_month,
            behind=r"(?:on|by|until|till|since|before|after|from|to|of)~the~",
        ),
        examples={
            "Talks resume on the 25th.": "25th = 2026-03-25",
            "Rent was due by the 15th of last month.": "15th of last month = 2026-02-15",
        },
        counter=("He lives on the 25th floor.", "She finished on the 18th hole."),
    ),
    Rule(
        name="feast",
        opens=tuple(name for name in FEASTS if " " in name),
        finds=Reads(r"<feast:longfeast>(?:,?~<year>)?", yields=named.feast, capital="feast"),
        examples={
            "The roof fell in on New Year's Eve, 2019.": "New Year's Eve, 2019 = 2019-12-31",
            "The shop shut on Good Friday.": "Good Friday = 2025-04-18",
            "The shop shut on Labor Day.": "Labor Day = 2025-09-01",
        },
        counter=("They gave her a good friday meal.",),
    ),
    Rule(
        name="feast behind a preposition",
        opens=tuple(name for name in FEASTS if " " not in name),
        finds=Reads(
            r"<feast:shortfeast>(?:,?~<year>)?",
            yields=named.feast,
            behind=r"(?:at|by|before|after|since|until|on|over|of|for)~",
            not_ahead=AT_FEAST,
            capital="feast",
        ),
        examples={
            "The shop shut before Christmas.": "Christmas = 2025-12-25",
            "She sang at Easter.": "Easter = 2025-04-20",
        },
        counter=("The Christmas market opened.",),
    ),
    Rule(
        name="time of day",
        opens=("0",),
        finds=Reads(
            r"(?<![:.$-])(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))?(?::[0-5]\d)?~?(?P<half>[ap])(?:\.m\.|m(?!\w))"
            + _ZONE,
            yields=named.clock,
        ),
        examples={"The bells rang at 6:30 p.m. on Friday.": "6:30 p.m. on Friday = 2026-03-06T18:30"},
        counter=("It was 13 p.m. sharp.",),
    ),
    Rule(
        name="time of day in a zone",
        opens=("0:",),
        finds=Reads(_CLOCK + r"~?\(?<zone>", yields=named.clock),
        examples={"On Monday he rose at 18:00 UTC.": "18:00 UTC = 2026-03-09T18:00Z"},
        counter=("They won 3:10.",),
    ),
    Rule(
        name="time of day in four digits",
        opens=("0000 ",),
        finds=Reads(r"(?<![:.,$(-])(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)~\(?<zone>", yields=named.clock),
        examples={
            "On Monday oil fell by 1630 GMT.": "1630 GMT = 2026-03-09T16:30Z",
        },
        counter=("They sold 1630 boats.",),
    ),
    Rule(
        name="time of day behind a preposition",
        opens=("0:",),
        finds=Reads(
            _CLOCK,
            yields=named.clock,
            behind=r"(?:at|around|by|until|till|from|to|about|before|after|since|and|between|past)~",
            not_behind=r"(?:led|leads?|leading|won|wins?|lost|trail(?:s|ed|ing)?|behind|ahead)~by~",
        ),
        examples={"The bells rang at 18:30 on Friday.": "18:30 on Friday = 2026-03-06T18:30"},
        counter=("The score was 13:10 on the board.", "The rider had led by 1:40."),
    ),
    Rule(
        name="noon",
        opens=("noon", "midday", "midnight"),
        finds=Reads(r"<moment>" + _ZONE, yields=named.clock),
        examples={
            "On Monday he rose and spoke at noon.": "noon = 2026-03-09T12:00",
            "The ban holds until midnight Friday.": "midnight Friday = 2026-03-14T00:00",
        },
        counter=("They met at a quarter past.",),
    ),
    Rule(
        name="time taken",
        opens=("0:", "000:"),
        finds=Reads(
            r"(?P<hours>\d{1,2}):(?P<minutes>[0-5]\d):(?P<seconds>[0-5]\d(?:\.\d+)?)(?![\d:]|~?[ap]\.?m)",
            r"(?<![:\d])(?P<minutes>\d{1,3}):(?P<seconds>[0-5]\d\.\d+)(?![\d:]|~?[ap]\.?m)",
            r"(?<![:\d])(?P<minutes>2[5-9]|[3-9]\d|1\d\d):(?P<seconds>[0-5]\d)(?![\d:])",
            yields=named.elapsed,
            not_behind=r"(?:at|since|until|till|by|before|after)~",
        ),
        examples={"Lee swam the lake in 2:41:09.": "2:41:09 = PT2H41M9S"},
        counter=("The alarm rang at 2:41:09.",),
    ),
)
