"""English years, their parts, decades and centuries. Examples are read as if published on Thursday, 12 March 2026."""

from __future__ import annotations

from nutgraf.reading.dates import named, relative, years
from nutgraf.reading.dates.reads import Reads
from nutgraf.reading.dates.scan import DateRule
from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.en.dates.words import ORDINALS, TENS
from nutgraf.reading.rules import Rule

_OF_A_SUM = r"(?:cost|total|number|average|price|maximum|minimum|sum|population|crowd|height|distance)~of~"
_NOUNS_COUNTED = (
    r"~(?:people|men|women|children|troops|soldiers|jobs|workers|euros|dollars|pounds|miles|metres|meters|feet|km|kilomet(?:er|re)s|homes"
    r"|houses|votes|points|(?:hour|day|week|month|year)s|tonnes|tons|students|members|employees|units|copies|cases|deaths|others|more|[mb]illion|times|seats"
    r"|aircraft|passengers|residents|police|officers|prisoners|refugees|families)(?!\w)"
)
_WEEK_OF = r"week~(?:of|beginning|starting|commencing)~(?:<weekday>\.?,?~(?:the~)?)?"
YEARS: tuple[DateRule, ...] = (
    Rule(
        name="year",
        opens=("0000",),
        finds=Reads(
            r"<:modern>",
            r"<:yearlike>(?![\s-]{1,2}(?!and|to|when|with|by|the|as|after|but)[^\W\d_])",
            r"(?:(?<=mid-)|(?<=late-)|(?<=early-)|(?<=post-)|(?<=pre-))<year>",
            yields=years.year,
            behind=r"(?:in|into|since|by|until|till|from|to|between|before|after|during|through|throughout|early|late|mid|circa|around|year|of|born|both|due|since~at~least|as~(?:early|late|recently)~as|post|pre|<:season>)(?:~|~\(|-)"
            r"|(?:1[4-9]|20)\d\d(?:,|,?~and|~or|~to|~through)~"
            r"|(?:olympics|games|cup|conference|championships?|euro|expo|summit|eurovision|elections?|open|festival|prix|biennale|marathon"
            r"|tour|convention|fair|awards|prize|congress|forum|league|trophy|masters|olympiad|biennial|triennial|regatta|derby|gala|symposium"
            r"|show|rally|[^\W\d_]+fest|[^\W\d_]+con)~(?:[^\W\d_]+~)?",
            not_behind=_OF_A_SUM,
            not_ahead=_NOUNS_COUNTED,
        ),
        examples={
            "The mill opened in 1998.": "1998 = 1998",
            "It was rebuilt by the end of 2018.": "the end of 2018 = 2018",
            "Few post-1959 mills stand.": "1959 = 1959",
            "Lee won at Jazzfest Orm 2021.": "2021 = 2021",
            "Lee won at Chess Olympiad 2022.": "2022 = 2022",
        },
        counter=("The mill went from 2010 units to 1984 people.", "It came to $1,999.", "A total of 2010 came."),
    ),
    Rule(
        name="year of what happened",
        opens=("0000",),
        finds=Reads(
            r"<:modern>(?=[\s-]{1,2}[^\W\d_])",
            yields=years.year,
            behind=r"(?:the|an?|his|her|its|their|our|my|this)~|[^\W\d_]+['’]s~",
            not_ahead=_NOUNS_COUNTED,
        ),
        examples={"Lee lost the 2008 election.": "2008 = 2008", "Sweden's 2019 budget failed.": "2019 = 2019"},
        counter=("The 2010 people who came left.",),
    ),
    Rule(
        name="year behind an adjective",
        opens=("0000 ",),
        finds=Reads(
            r"<:modern>(?=~(?!of(?!\w)|[^\W\d_]+s(?!\w))[^\W\d_])",
            yields=years.year,
            behind=r"(?:(?:the|his|her|its|their|our|my|an?)~(?!(?:first|last|top|next|nearly|almost|about|some|other|total|whole|mere|full|extra"
            r"|remaining|further|additional|estimated|around|over|only|roughly)~)[a-z]+~|that~)",
            not_ahead=_NOUNS_COUNTED,
        ),
        examples={
            "Lee sold his only boat after a wet 2008 season.": "2008 = 2008",
            "That 1998 vintage is gone.": "1998 = 1998",
        },
        counter=("Its top 2000 clients left, and the first 2010 people came.",),
    ),
    Rule(
        name="year of forecasts",
        opens=("0000 ",),
        finds=Reads(
            r"<:yearlike>(?=~(?:[^\W\d_]+~)?(?:earnings|profits?|results|sales|revenues?|growth|budget|forecasts?|net|income|losses)(?!\w))",
            yields=years.year_near,
        ),
        examples={"Bakers expect 2026 flour sales to fall.": "2026 = 2026"},
        counter=("They made 2010 sales.",),
    ),
    Rule(
        name="year in words",
        opens=("nineteen", "two thousand"),
        finds=Reads(
            r"nineteen~<tail:n>(?![\w-]|~<:unit>)",
            r"(?<=year )(?P<two>two~thousand)(?:~(?:and~)?<tail:n>)?(?!\w)",
            yields=years.in_words,
            behind=r"(?:in|since|by|until|till|from|before|after|during|early|late|year|of|<:month>|<:season>)~",
        ),
        examples={
            "She was born in nineteen sixty-two.": "nineteen sixty-two = 1962",
            "The vault may not be opened before the year two thousand.": "two thousand = 2000",
        },
        counter=("They came in nineteen twenty-foot boats.", "It cost two thousand pounds."),
    ),
    Rule(
        name="year in words to the last digit",
        opens=("nineteen",),
        finds=Reads(r"nineteen~<tail:longtail>(?![\w-]|~<:unit>)", yields=years.in_words),
        examples={"A nineteen eighty-seven flood took the mill.": "nineteen eighty-seven = 1987"},
        counter=("They came with nineteen twenty-two-foot boats, and nineteen forty left.",),
    ),
    Rule(
        name="year on its own",
        opens=("0000",),
        finds=Reads(r"(?<=, )<year>(?=[.,;)\n]|$)", yields=years.year),
        examples={"Lee moved to Denver, Colorado, 1995.": "1995 = 1995"},
        counter=("Room 1995, please.",),
    ),
    Rule(
        name="year of accounts",
        opens=("0000",),
        finds=Reads(r"<:yearlike>", yields=years.year_near, behind=r"for~(?:all~of~|fiscal~)?"),
        examples={"The mill reported a loss for 2025.": "2025 = 2025"},
        counter=("It sold for 1998.",),
    ),
    Rule(
        name="year behind a name",
        opens=("0000",),
        finds=Reads(r"<:modern>", yields=years.year_behind_name, not_ahead=_NOUNS_COUNTED),
        examples={"He spoke at WKDD 2005.": "2005 = 2005", "She was Miss Osk 1987.": "1987 = 1987"},
        counter=("He lives in Room 2010.",),
    ),
    Rule(
        name="fiscal year",
        opens=("fiscal", "financial"),
        finds=Reads(
            r"(?:fiscal(?:~year)?|financial~year)~<year>(?:(?:<:dash>|/)(?P<until>(?:20)?\d\d)(?![\w-]))?",
            yields=years.fiscal_year,
        ),
        examples={
            "Profit rose in fiscal 2025.": "fiscal 2025 = 2025",
            "Sales fell in fiscal year 2024.": "fiscal year 2024 = 2024",
            "Sales fell in fiscal year 2024-25.": "fiscal year 2024-25 = 2024/2025",
        },
        counter=("They spent fiscal 9999 dollars.",),
    ),
    Rule(
        name="decade",
        opens=("0a", "0'", "0000a", "0000'", *TENS),
        finds=Reads(
            r"(?P<decade>(?:1[4-9]|20)\d0)['’]?s(?!\w)",
            r"(?<=['’‘])(?P<decade>\d0)['’]?s(?!\w)",
            r"(?:(?<=the )|(?<=the early )|(?<=the late )|(?<=the mid-))<tens>",
            yields=years.decade,
            not_behind=r"(?:temperatures?|highs?|lows?)~(?:\S+~){0,4}?in~the~(?:early~|late~|mid-)?",
        ),
        examples={
            "The mill opened in the early 1990s.": "early 1990s = 199",
            "It shut in the ’20s.": "20s = 202",
            "It shut in the nineties.": "nineties = 199",
        },
        counter=("Temperatures were in the 80s.", "She is in her nineties.", "Lows will be in the thirties."),
    ),
    Rule(
        name="century",
        opens=("0a", *ORDINALS),
        finds=Reads(
            r"(?:(?<!-)|(?<=mid-)|(?<=late-)|(?<=early-))(?P<number>\d\d?(?:st|nd|rd|th)|<:ordinal>)(?:~|-)century(?!\w|~b\.?c)",
            yields=years.century,
        ),
        examples={
            "The mill is from the 19th century.": "19th century = 18",
            "A sixteenth-century mill burned.": "sixteenth-century = 15",
            "The mill is from the mid-19th century.": "mid-19th century = 18",
            "The mill fell in the twenty-first century.": "twenty-first century = 20",
            "The mill is from the second century.": "second century = 01",
        },
        counter=("He sat in the 19th row.", "It fell in the fifth century BC."),
    ),
    Rule(
        name="end of the year",
        opens=(
            *(
                "the very",
                *(f"{the}{edge}" for the in ("", "the ") for edge in ("end", "beginning", "start", "middle")),
            ),
            *(f"{unit}{end}" for unit in ("year", "month") for end in ("-end", "'s end", "’s end", " end")),
        ),
        finds=Reads(
            r"(?:the~)?(?:very~)?(?:end|beginning|start|middle)~of~the~(?P<unit>week|month|year|decade)(?![\w-])",
            r"(?P<unit>week|month|year|decade)(?:-|['’]s~)end(?!\w)",
            r"(?:(?<=by )|(?<=at )|(?<=until )|(?<=before )|(?<=since )|(?<=through ))(?P<unit>year)~end(?!\w)",
            yields=relative.edge,
        ),
        examples={
            "It closes at the end of the month.": "the end of the month = 2026-03",
            "It will close by year end.": "year end = 2026",
        },
        counter=("It was the end of the yearlong wait.", "May the year end well."),
    ),
    Rule(
        name="week of a day",
        opens=("week of", "week beginning", "week starting", "week commencing"),
        finds=Reads(
            _WEEK_OF + r"<month>\.?~<day>(?:<:dash><until:day>)?(?:,?~<year>)?",
            _WEEK_OF + r"<day>(?:~of)?~<month>(?:,?~<year>)?",
            yields=named.week_of,
            capital="month",
        ),
        examples={
            "The ferry was idle in the week of March 2.": "week of March 2 = 2026-W10",
            "The course starts the week beginning Monday, 4 May.": "week beginning Monday, 4 May = 2026-W19",
        },
        counter=("They had a week of march 4 miles.",),
    ),
    Rule(
        name="the year",
        opens=("year",),
        finds=Reads(
            r"(?<=the )year(?![\w-]|['’]|~(?:of(?!~[$€£\d])|before|after|earlier|that|when|in|he|she|it|they|ended|ending|to|<:year>)(?!\w))",
            yields=years.spoken_of,
            behind=r"(?:(?:(?:months|weeks|days|quarters?|rest|remainder|balance|most|much)~of|(?:later|earlier|early|late|so~far)~in"
            r"|(?:highs?|lows?|profits?|loss|net|earnings|results|sales|revenues?|forecasts?|targets?|total|outlook|far)~for)~the)~",
        ),
        examples={
            "The lido will be shut for the rest of the year.": "year = 2026",
            "The bakers fear a loss for the year.": "year = 2026",
        },
        counter=("Lee was the player of the year.", "It opened in May 1950 and closed later in the year."),
    ),
    Rule(
        name="season of a year",
        opens=(c.SEASON,),
        finds=Reads(r"<season>(?:~of)?~<year>", r"<season>~of~<step>~year(?!\w)", yields=years.season),
        examples={
            "The mill opened in summer 2010.": "summer 2010 = 2010-SU",
            "It shut in the fall of last year.": "fall of last year = 2025-FA",
        },
        counter=("The fall of 200 trees was loud.",),
    ),
    Rule(
        name="season",
        opens=(c.SEASON,),
        finds=Reads(
            r"<season>(?<!fall)(?!~of(?!\w)|-)",
            r"(?<=(?:in|by) the )(?P<season>fall)(?!\w|~of(?!\w)|-)",
            yields=relative.season,
            behind=r"(?:in|into|since|until|till|by|during|over|throughout|through|before|after|late|early|for)~the~(?:early~|late~)?",
            not_ahead=r"~[a-z]+s?~(?:season|games|olympics)",
        ),
        examples={"Lee left in the summer.": "summer = 2025-SU", "The mill will open by the fall.": "fall = 2026-FA"},
        counter=("He died in the fall of the wall.", "A summer school burned."),
    ),
)
