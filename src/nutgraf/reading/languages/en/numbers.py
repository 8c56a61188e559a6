"""The numbers of English: how they are written, and the rules of what they come to, in the order in which they are asked.

Examples of rules that find numbers read "words = value", those of the others "words = value unit kind": the upper end of a range
behind "to", what a rate is counted by behind "per", and last how exact it is, where that is not "exact".
"""

from __future__ import annotations

from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.en.quantities import QUANTITIES, RATES
from nutgraf.reading.languages.en.vocabulary import WORDS
from nutgraf.reading.numbers import numerals, spelled
from nutgraf.reading.numbers.format import Links, NumberFormat
from nutgraf.reading.numbers.nouns import counted
from nutgraf.reading.numbers.scan import NumberRule, NumberRules
from nutgraf.reading.rules import Rule

NUMBERS: tuple[NumberRule, ...] = (
    Rule(
        name="whole and fraction",
        opens=("0",),
        finds=numerals.mixed,
        examples={
            "The recipe takes 2 1/2 cups.": "2 1/2 = 2.5",
            "It drew 1 1/2 million guests.": "1 1/2 million = 1500000",
            "He ate 3/4 of the cake.": "3/4 = 0.75",
        },
        counter=("It was after the 9/11 attacks.", "See page 7/12 there."),
    ),
    Rule(
        name="digits",
        opens=("0",),
        finds=numerals.digits,
        examples={
            "They sold 1,200 sofas.": "1,200 = 1200",
            "They paid $16.6bn.": "16.6bn = 16600000000",
            "The valley has 14 500 residents.": "14 500 = 14500",
            "It took Rs 1,50,000 to mend.": "1,50,000 = 150000",
            "Ann Lee came 3rd.": "3rd = 3 in order",
        },
    ),
    Rule(
        name="sign of a fraction",
        opens=tuple(numerals.GLYPHS),
        finds=numerals.glyph,
        examples={"Only ½ is left.": "½ = 0.5"},
    ),
    Rule(
        name="fraction",
        opens=(c.CARDINAL, c.INDEFINITE, "half"),
        finds=spelled.fraction,
        examples={
            "Two-thirds of it sank.": "Two-thirds = 0.6667",
            "A tenth of the hay burnt.": "A tenth = 0.1",
            "A quarter of a million people came.": "A quarter of a million = 250000",
            "They sold half a million sofas.": "half a million = 500000",
        },
        counter=("A fifth suspect fled.", "A sixth-grader won."),
    ),
    Rule(
        name="number not told",
        opens=(c.UNTOLD, c.SOME, c.INDEFINITE),
        finds=spelled.untold,
        examples={
            "They saw dozens of seals.": "dozens = ?",
            "Tens of thousands of birds came.": "Tens of thousands = ?",
            "A few hundred birds came.": "A few hundred = ?",
        },
        counter=("A few birds came.",),
    ),
    Rule(
        name="number in words",
        opens=(c.CARDINAL, c.ORDINAL, c.INDEFINITE),
        finds=spelled.cardinal,
        examples={
            "They saw twenty-three seals.": "twenty-three = 23",
            "They saw one hundred and five seals.": "one hundred and five = 105",
            "They saw two and a half million birds.": "two and a half million = 2500000",
            "They saw two dozen seals.": "two dozen = 24",
            "A couple of seals slept.": "A couple = 2",
            "The twenty-third seal slept.": "twenty-third = 23 in order",
        },
        counter=("A couple was fined.", "A man came."),
    ),
)
RULES = NumberRules(
    WORDS,
    form=NumberFormat(decimal=".", group=",", ordinal="st|nd|rd|th"),
    links=Links(
        of="of", joint="and", to="to", either="or", between="between", since="from", sides="by", within=("in", "of")
    ),
    noun=counted,
    numbers=NUMBERS,
    quantities=QUANTITIES,
    rates=RATES,
)
