"""The numbers of English: how they are written, and the rules of what they come to, in the order in which they are asked.

Examples of rules that find numbers read "words = value"; of the others "words = value unit kind", with the upper end of a range
behind "to", what a rate is counted by behind "per", and how exact it is where it is not "exact".
"""

from __future__ import annotations

from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.en.vocabulary import WORDS
from nutgraf.reading.numbers import names, numerals, pairs, quantities, spelled
from nutgraf.reading.numbers.format import NumberFormat
from nutgraf.reading.numbers.nouns import counted
from nutgraf.reading.numbers.scan import Links, NumberRules
from nutgraf.reading.rules import Rule

NUMBERS = NumberRules(
    WORDS,
    form=NumberFormat(decimal=".", group=",", ordinal="st|nd|rd|th"),
    links=Links(of="of", joint="and", to="to", either="or", between="between", since="from", within=("in", "of")),
    noun=counted,
    numbers=(
        Rule(
            name="fraction in digits",
            opens=("0",),
            finds=numerals.mixed,
            examples={"It holds 2 1/2 cups.": "2 1/2 = 2.5"},
        ),
        Rule(name="digits", opens=("0",), finds=numerals.digits, examples={"They sold 1,200 of them.": "1,200 = 1200"}),
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
            examples={"Two-thirds of it sank.": "Two-thirds = 0.6667"},
        ),
        Rule(
            name="untold",
            opens=(c.UNTOLD, c.SOME, c.INDEFINITE),
            finds=spelled.untold,
            examples={"They saw dozens of cars.": "dozens = ?"},
        ),
        Rule(
            name="number in words",
            opens=(c.CARDINAL, c.ORDINAL, c.INDEFINITE),
            finds=spelled.cardinal,
            examples={"They saw twenty-three ships.": "twenty-three = 23"},
        ),
    ),
    quantities=(
        Rule(
            name="result of a clock",
            opens=(":",),
            finds=pairs.finishing_time,
            examples={"Ann Lee won in 2:05:30.": "2:05:30 = 7530 seconds duration"},
        ),
        Rule(
            name="all but",
            opens=("but",),
            finds=pairs.all_but,
            examples={"All but two of the 30 boats sank.": "All but two of the 30 boats = 28 boats count computed"},
        ),
        Rule(
            name="share",
            opens=("in", "out", "of", "for", "-"),
            finds=pairs.share,
            examples={"Three out of four farms closed.": "Three out of four farms = 0.75 farms ratio"},
        ),
        Rule(
            name="behind a word that numbers", opens=("0",), finds=names.numbered, examples={"Article 5 was read.": "-"}
        ),
        Rule(
            name="score", opens=("-", "–", "to"), finds=pairs.score, examples={"Rovers won 4-2.": "4-2 = 4 to 2 score"}
        ),
        Rule(name="behind a name", opens=("0",), finds=names.after_name, examples={"A Boeing 737 landed.": "-"}),
        Rule(name="house number", opens=("0",), finds=names.address, examples={"They met at 10 Mill Street.": "-"}),
        Rule(
            name="range",
            opens=("-", "–", "—", "to", "or", "and"),
            finds=pairs.spread,
            examples={"It takes 15-20% of the crop.": "15-20% = 15 to 20 % percent"},
        ),
        Rule(name="shared unit", opens=("and", "or", "to", ","), finds=quantities.shared, examples={}),
        Rule(name="joined to a word or sign", opens=("0",), finds=names.joined, examples={}),
        Rule(name="item of a list", opens=("0",), finds=names.listed, examples={}),
        Rule(
            name="unit",
            opens=(c.PERCENT, c.CURRENCY, c.MONEY, c.UNIT, c.LENGTH, c.AGE),
            finds=quantities.measured,
            examples={},
        ),
        Rule(name="year", opens=("0",), finds=names.year, examples={}),
        Rule(name="type", opens=("0",), finds=names.type_number, examples={}),
        Rule(name="pronoun", opens=("0",), finds=names.pronoun, examples={}),
        Rule(name="both", opens=(c.DETERMINER,), finds=names.both, examples={}),
        Rule(name="pointing", opens=(c.DETERMINER, c.ADDS), finds=names.pointing, examples={}),
        Rule(name="age", opens=(",", ")", c.AGED, "of"), finds=quantities.aged, examples={}),
        Rule(name="part", opens=("0",), finds=quantities.part, examples={}),
        Rule(name="count", opens=("0",), finds=quantities.count, examples={}),
        Rule(name="number alone", opens=("0",), finds=quantities.alone, examples={}),
    ),
    rates=(Rule(name="rate", opens=(c.BY, c.INDEFINITE, "/"), finds=pairs.rate, examples={}),),
)
