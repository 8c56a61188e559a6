"""Dates in figures, which say the same in every language. Examples are read as if published on Thursday, 12 March 2026."""

from __future__ import annotations

from nutgraf.reading.dates import years
from nutgraf.reading.dates.patterns import DateWords
from nutgraf.reading.dates.reads import Reads
from nutgraf.reading.dates.scan import DateRule, DateRules
from nutgraf.reading.languages.language import NO_LANGUAGE
from nutgraf.reading.rules import Rule

_NO_SUM = r"(?<![$€£/–.,\d-])"
FIGURES: tuple[DateRule, ...] = (
    Rule(
        name="ISO date",
        opens=("0000-",),
        finds=Reads(
            r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?P<clock>t\d\d:\d\d(?::\d\d)?(?:z|[+-]\d\d:?\d\d)?)?(?![\w-])",
            yields=years.iso,
        ),
        examples={"Signed 2025-11-16T18:00Z.": "2025-11-16T18:00Z = 2025-11-16T18:00Z"},
        counter=("Order 2025-13-40.",),
    ),
    Rule(
        name="date in figures",
        opens=("0.", "0/"),
        finds=Reads(
            r"(?<![./])(?P<a>\d{1,2})(?P<sep>[./])(?P<b>\d{1,2})(?P=sep)(?P<year>(?:1[5-9]|20)\d\d|(?<=/)\d\d)(?![\w/-]|\.\d)",
            yields=years.figures,
        ),
        examples={"Signed 16.11.2025.": "16.11.2025 = 2025-11-16", "Signed 7/8/07.": "7/8/07 = -"},
        counter=("Updated 45/45/2020.",),
    ),
    Rule(
        name="run of years",
        opens=("0000-", "0000 "),
        finds=Reads(
            _NO_SUM + r"<year>(?:<:dash>|~<:dash>~)(?P<until>(?:1[4-9]|20)\d\d)(?![\w-])",
            r"(?:(?<=[a-z(] )|(?<=\())" + _NO_SUM + r"<year><:dash>(?P<until>\d\d)(?![\w-])",
            yields=years.years,
        ),
        examples={
            "Lee governed from 1990-95.": "1990-95 = 1990/1995",
            "The reign (2014–2018) was calm.": "2014–2018 = 2014/2018",
        },
        counter=("Lee governed in 2018-2014.",),
    ),
    Rule(
        name="two years in one",
        opens=("0000/",),
        finds=Reads(_NO_SUM + r"(?P<year>(?:1[4-9]|20)\d\d)/(?P<until>\d\d)(?![\w/-])", yields=years.years_in_one),
        examples={"The mill lost money in 2008/09.": "2008/09 = 2008/2009"},
        counter=("The code is 2008/17.",),
    ),
    Rule(
        name="year in brackets",
        opens=("0000",),
        finds=Reads(r"(?<=\()<year>(?=[),;])", yields=years.year),
        examples={"The pact (1995) held.": "1995 = 1995"},
        counter=("Room 1995, please.",),
    ),
)


ANYWHERE = DateRules(FIGURES, words=DateWords(kinds={"limit": {}}), table=NO_LANGUAGE.words)
"""For a text in a language that has no rules of its own."""
