"""English quarters and halves of a year. Examples are read as if published on Thursday, 12 March 2026."""

from __future__ import annotations

from nutgraf.reading.dates import anchored, quarters
from nutgraf.reading.dates.reads import Reads
from nutgraf.reading.dates.scan import DateRule
from nutgraf.reading.languages.en.dates.words import STEPS_BEFORE
from nutgraf.reading.rules import Rule

_MONEY = (
    r"[$€£]~?\d|(?<=\d)%|\b(?:percent|per~cent|profits?|results|earnings|earned|revenues?|income|loss(?:es)?|dividend|turnover"
    r"|sales|net|write-?(?:down|off)s?|charges?|a~share|per~share)(?!\w)"
)
_ACCOUNTS = (
    rf"{_MONEY}|\b(?:gdp|growth|report|economy|economic|economists?|analysts?|exports|output|production|spending|shipments|orders"
    r"|inflation|break~even|investors|industry|industrial|markets?|shareholders|demand)(?!\w)"
)
_GAME = (
    r"\b(?:scor(?:e[sd]?|ing)|touchdowns?|field~goals?|yards|yarders?|rebounds|outrebound(?:s|ed|ing)?|shot~\d+|quarterbacks?|coach|teammates?|free~throws?|playoffs?|baskets?|outscored"
    r"|halftime|three-pointers?|tackles?)(?!\w)"
)
_ENDED = r"(?=(?:~(?:that~|which~)?(?:ended|ending|ends),?~(?:on~)?(?:<weekday>,?~)?<ended:month>(?!\w))?)"
_YEAR_ENDED = (
    r"(?=~(?:that~|which~)?(?P<way>ended|ending|ends),?~(?:on~)?(?:<weekday>\.?,?~)?(?:<:day>~)?<ended:month>(?!\w)(?:\.?~<:day>)?"
    r"(?:,?~<year>)?)"
)
_QUARTER = (
    r"(?:<nth:ordinal>(?:~|-)(?P<fiscal>fiscal(?:~|-))?(?:quarter|(?P<half>half))|(?:q|(?P<short>h))(?P<q>[1-4]))(?!\w)"
)
_ORDINALS = ("first", "second", "third", "fourth", "final", "opening", "closing", "last")
_AGO = r"a~year~(?:(?:ago|earlier)(?!\w|~than(?!\w))|before(?=[.,;:]))"
_SUM = (
    r"(?:million|billion|thousand|cents|%|percent|per~cent|profits?|earnings|loss(?:es)?|income|results|revenues?|sales|[\d.,]*\d%?"
    r"|(?:share|cents|million|billion|percent|\d%?),)~"
)
_COMPARED = rf"(?:from|than|with|against|versus|to)~|{_SUM}"
_PERIOD = r"(?:quarter|(?P<period>period(?!~(?:dramas?|pieces?|films?|costumes?|rooms?)(?!\w))))(?!\w)"
_BOUGHT = rf"{_GAME}|\b(?:bought|acquired|purchased)(?!\w)"

QUARTERS: tuple[DateRule, ...] = (
    Rule(
        name="quarter of a year",
        opens=(*_ORDINALS, "q1", "q2", "q3", "q4", "h1", "h2", *STEPS_BEFORE),
        finds=Reads(
            _QUARTER
            + r"(?:(?:~(?:of|in))?~(?:the~)?(?P<accounts>fiscal~(?:year~)?)?(?:<year>|(?P<step>this|last|next|the)~(?:fiscal~)?year(?!\w)))",
            r"<step>~year['’]s~(?:fiscal~)?<nth:ordinal>(?:~|-)(?:quarter|(?P<half>half))(?!\w)",
            yields=quarters.quarter,
        ),
        examples={
            "Sales fell in the final quarter of 2024.": "final quarter of 2024 = 2024-Q4",
            "Profit rose in the second half of last year.": "second half of last year = 2025-H2",
            "It shut in last year's third quarter.": "last year's third quarter = 2025-Q3",
            "Sales fell in H1 2025.": "H1 2025 = 2025-H1",
        },
        counter=("They won in the third half of 2024, in H3 2024.",),
    ),
    Rule(
        name="quarter of a fiscal year",
        opens=(*_ORDINALS[:-1], "q1", "q2", "q3", "q4"),
        finds=Reads(
            r"(?:<nth:ordinal>(?:~|-)quarter|q(?P<q>[1-4]))(?!\w)",
            yields=quarters.fiscal_quarter,
            behind=r"(?:fiscal|financial)~",
            beside=_ACCOUNTS,
        ),
        examples={"The mill lost money in its fiscal third quarter, on higher sales.": "third quarter = 2025-Q3"},
        counter=("Sales fell in the third quarter.",),
    ),
    Rule(
        name="quarter in accounts",
        opens=(*_ORDINALS[:-1], "q1", "q2", "q3", "q4"),
        finds=Reads(
            r"(?:<nth:ordinal>(?:~|-)(?P<fiscal>fiscal(?:~|-))?quarter|q(?P<q>[1-4]))(?!\w|~of~(?![$€£\d]|the~year|this|last|next))"
            + _ENDED,
            yields=quarters.quarter,
            beside=_ACCOUNTS,
            not_beside=_GAME,
        ),
        examples={
            "The mill reported second-quarter profit.": "second-quarter = 2025-Q2",
            "Sales fell 3 percent in the third quarter.": "third quarter = 2025-Q3",
            "Analysts expect the mill to break even in the first quarter.": "first quarter = 2026-Q1",
        },
        counter=("Lee scored twice in the third quarter.", "Lee scored 40 percent of the points in the third quarter."),
    ),
    Rule(
        name="quarter beside one in accounts",
        opens=(*_ORDINALS[:-1], "q1", "q2", "q3", "q4"),
        finds=Reads(
            r"(?:<nth:ordinal>(?:~|-)quarter|q(?P<q>[1-4]))(?![\w-]|~of~)", yields=quarters.another, not_beside=_GAME
        ),
        examples={
            "Profit rose in the third quarter. In the third quarter Lee left.": "third quarter = 2025-Q3",
        },
        counter=("Lee left in the third quarter.",),
    ),
    Rule(
        name="the quarter",
        opens=("quarter", "latest quarter", "latest period", "latest fiscal", "most recent"),
        finds=Reads(
            r"(?P<latest>latest|most~recent)~(?:fiscal~)?" + _PERIOD,
            r"(?<=the )quarter(?![\w-]|~(?:of|final|mile|century|pound|note|hour|moon|a~year)(?!\w))" + _ENDED,
            yields=quarters.spoken_of,
            beside=_MONEY,
            not_beside=_GAME,
        ),
        examples={
            "The mill lost $2 million in the latest quarter.": "latest quarter = 2025-Q4",
            "Profit rose in the second quarter. In the quarter, the mill sold $9 million in flour.": "quarter = 2025-Q2",
            "Sales rose in the quarter ended Sept. 30.": "quarter = 2025-Q3",
            "The mill will cut its losses by the end of the quarter.": "the end of the quarter = 2026-Q1",
        },
        counter=("Lee got lost in the quarter.", "The quarter of the profit that they kept fell."),
    ),
    Rule(
        name="the quarter again",
        opens=("quarter",),
        finds=Reads(
            r"(?<=the )quarter(?![\w-]|~(?:of|final|mile|century|pound|note|hour|moon|a~year)(?!\w))",
            yields=quarters.again,
            not_beside=_GAME,
        ),
        examples={"Profit rose in the first quarter of 2025. Lee left during the quarter.": "quarter = 2025-Q1"},
        counter=("Lee got lost in the quarter.",),
    ),
    Rule(
        name="year of accounts that ended",
        opens=("year", "fiscal year", "financial year", "full year"),
        finds=Reads(
            r"(?:(?:full|fiscal|financial)~)?year" + _YEAR_ENDED,
            yields=quarters.year_ended,
            behind=r"(?:the|its|their)~",
        ),
        examples={
            "The mill lost $2 million in the year ended Sept. 30.": "year = 2025",
            "The mill will lose money in the fiscal year ending June 30.": "fiscal year = 2026",
        },
        counter=("The year ended badly.",),
    ),
    Rule(
        name="the year of accounts again",
        opens=("year", "full year"),
        finds=Reads(
            r"(?:full~)?year(?=[,.]|~(?:was|were|rose|fell|grew)(?!\w))", yields=quarters.year_again, behind=r"for~the~"
        ),
        examples={
            "Profit rose in the fourth quarter. For the year, costs were flat.": "year = 2025",
            "Profit rose in the third quarter of 2025. For the full year, costs will be flat.": "full year = 2026",
        },
        counter=("She was ill for the year.",),
    ),
    Rule(
        name="quarter of the year before",
        opens=(
            *("year-earlier", "year-ago", "prior-year", "same", "like", "corresponding", "comparable"),
            *("quarter a", "quarter of", "quarter last", "period a", "period of", "period last", "last year"),
        ),
        finds=Reads(
            r"(?P<back>year-(?:earlier|ago)|prior-year|last~year['’]s)~(?:<nth:ordinal>(?:~|-))?" + _PERIOD,
            r"(?P<back>same|like|corresponding|comparable)~(?:<nth:ordinal>(?:~|-))?"
            + _PERIOD
            + rf",?~(?:(?:(?:of|in|from)~)?(?:the~)?(?:last|previous|prior)~year(?!\w)|{_AGO})",
            r"(?<=the )" + _PERIOD + rf"~(?:(?:of~)?(?P<back>last)~year(?!\w)|(?P<ago>{_AGO}))",
            yields=quarters.spoken_of,
            not_beside=_GAME,
        ),
        examples={
            "The mill earned $3 million in the year-earlier quarter.": "year-earlier quarter = 2024-Q4",
            "Sales rose in the third quarter from the same period last year.": "same period last year = 2024-Q3",
            "Sales fell in the second quarter. In the quarter a year ago, they rose.": "quarter a year ago = 2024-Q2",
            "Sales fell in the second quarter. They had risen in last year's period.": "last year's period = 2024-Q2",
        },
        counter=("It is the same period piece as last year.",),
    ),
    Rule(
        name="quarter of a year before it",
        opens=("0000 ",),
        finds=Reads(
            r"<year>~(?:<nth:ordinal>(?:~|-))?" + _PERIOD, yields=quarters.spoken_of, behind=r"(?:the|its|in|from)~"
        ),
        examples={
            "Profit rose in the third quarter. It was $2 million in the 2024 quarter.": "2024 quarter = 2024-Q3",
            "Profit fell in the 2024 second quarter.": "2024 second quarter = 2024-Q2",
        },
        counter=("It was the 2024 period drama.",),
    ),
    Rule(
        name="quarter a year ago",
        opens=("a year",),
        finds=Reads(
            rf"(?P<ago>{_AGO})",
            yields=quarters.spoken_of,
            behind=_COMPARED,
            not_behind=r"(?:more|less|longer|later|other)~than~",
            beside=_MONEY,
            not_beside=_BOUGHT,
        ),
        examples={
            "Profit rose to $3 million in the third quarter from $2 million a year ago.": "a year ago = 2024-Q3",
            "Profit rose in the third quarter. Sales were $9 million, up from $8 million a year earlier.": "a year earlier = 2024-Q3",
        },
        counter=(
            "Profit rose in the third quarter. The mill lost its head a year ago.",
            "Profit rose in the third quarter. Lee had bought the mill for $2 million a year ago.",
            "It sold for $1 million a year ago.",
        ),
    ),
    Rule(
        name="earlier beside a sum",
        opens=("a year",),
        finds=Reads(
            r"<length>~(?P<way>earlier|before)(?!\w)",
            yields=anchored.alone(anchored.before_in_accounts, "before"),
            behind=_SUM,
            beside=r"\b(?:compared|versus|from|up|down|against)(?!\w)",
        ),
        examples={"The mill earned $3 million, compared with $2 million a year earlier.": "a year earlier = 2025"},
        counter=("It sold for $2 million a year earlier.",),
    ),
    Rule(
        name="year-earlier",
        opens=("year-earlier", "year-ago"),
        finds=Reads(r"(?P<ago>year-(?:earlier|ago))(?!\w|~(?:quarter|period)(?!\w))", yields=quarters.year_before),
        examples={
            "Profit rose in the third quarter from a year-earlier loss.": "year-earlier = 2024-Q3",
            "The price is above year-ago levels.": "year-ago = 2025",
        },
        counter=("It was the year-earlier period.",),
    ),
)
