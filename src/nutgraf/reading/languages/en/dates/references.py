"""English words that tell a time only by now, then or some day. Examples are read as if published on Thursday, 12 March 2026."""

from __future__ import annotations

from nutgraf.reading.dates import references
from nutgraf.reading.dates.reads import Reads
from nutgraf.reading.dates.scan import DateRule
from nutgraf.reading.languages.en.dates.words import OF_ITS_TIME, REFERENCES, SOON
from nutgraf.reading.rules import Rule

_MANY = r"(?:hours|days|weeks|months|quarters|years|decades|centuries)(?!\w)"
_LONG = ("days", "weeks", "months", "years", "decades", "centuries")
_LOOSE = ("recent", "coming", "past", "future")

REFERENCES_TO: tuple[DateRule, ...] = (
    Rule(
        name="now and then",
        opens=(*REFERENCES,),
        finds=Reads(
            r"<word:reference>(?!-)",
            yields=references.reference,
            not_behind=r"how~",
            not_ahead=r"~(?:of(?!\w)|as~|(?:\S+~(?:and~a~half~)?)?<:unit>)",
        ),
        examples={
            "The mill now employs nine.": "now = PRESENT_REF",
            "She was the mayor at the time.": "at the time = PAST_REF",
        },
        counter=("She left at the time of the flood.", "It grew in the past two and a half years."),
    ),
    Rule(
        name="recent",
        opens=(*OF_ITS_TIME,),
        finds=Reads(
            r"<word:ofitstime>(?=~[a-z])",
            yields=references.of_what_follows,
            not_behind=r"then-|(?:then|most|more|less|electric(?:al)?|alternating|direct|ocean|rip|tidal)~",
            not_ahead=r"~(?:accounts?|affairs)(?!\w)",
        ),
        examples={
            "The recent flood hurt the mill.": "recent = PAST_REF",
            "The mill's current owner is ill.": "current = PRESENT_REF",
        },
        counter=(
            "The flood was recent and the current of it strong.",
            "The current swept her away.",
            "A current account.",
        ),
    ),
    Rule(
        name="soon",
        opens=(*SOON,),
        finds=Reads(
            r"<word:soon>(?!-)",
            yields=references.ahead,
            not_behind=r"(?:as|too|so|how|for|in|within|than|only|just|tak(?:e|es|en|ing)|lasts?)~",
            not_ahead=r"~(?:as|after|before|afterwards?|enough|later|earlier|of|in|a)(?!\w)",
        ),
        examples={
            "The mill will soon reopen.": "soon = FUTURE_REF",
            "The owner hopes to sell it one day.": "one day = FUTURE_REF",
        },
        counter=("It soon burned.", "It will open as soon as Lee does.", "It will take one day.", "One day it burned."),
    ),
    Rule(
        name="the future",
        opens=("the future",),
        finds=Reads(
            r"<word:reference>(?=[.,;:?!]|~(?:and|but|or|as|if|because|while)(?!\w))", yields=references.reference
        ),
        examples={"They worry about the future.": "the future = FUTURE_REF"},
        counter=("She is the future queen.", "They discussed the future of the mill."),
    ),
    Rule(
        name="loosely told",
        opens=(
            *(f"{before}{word}" for word in _LOOSE[:2] for before in ("", "in ", "the ", "in the ")),
            "past",
            "future",
        ),
        finds=Reads(
            r"(?:in~)?(?:the~)?<loose>~" + _MANY + r"(?:~and~" + _MANY + ")?",
            yields=references.loose,
            not_behind=r"the~(?=past|future)",
        ),
        examples={
            "Prices fell in recent weeks.": "in recent weeks = PAST_REF",
            "Prices will fall in the coming weeks.": "in the coming weeks = FUTURE_REF",
            "There were floods in past years.": "past years = PAST_REF",
        },
        counter=("A recent week was wet, as in years of rain.",),
    ),
    Rule(
        name="long ago",
        opens=_LONG,
        finds=Reads(r"(?<![\])\d] )" + _MANY + r"~ago(?!\w)", yields=references.long_ago),
        examples={"The mill shut years ago.": "years ago = PAST_REF"},
        counter=("The years agog with news are over.",),
    ),
)
