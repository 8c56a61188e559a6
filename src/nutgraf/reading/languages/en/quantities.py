"""What numbers come to in English, as rules in the order in which they are asked; `numbers.py` says how examples read."""

from __future__ import annotations

from nutgraf.reading.languages import classes as c
from nutgraf.reading.numbers import names, pairs, quantities
from nutgraf.reading.numbers.scan import QuantityRule, RateRule
from nutgraf.reading.rules import Rule

_UNITS = (c.PERCENT, c.CURRENCY, c.MONEY, c.UNIT, c.LENGTH, c.AGE)
_NUMBER = ("0", c.CARDINAL)

QUANTITIES: tuple[QuantityRule, ...] = (
    Rule(
        name="result of a clock",
        opens=(":",),
        finds=pairs.finishing_time,
        examples={
            "Ann Lee won in 2:05:30.": "2:05:30 = 7530 seconds duration",
            "She ran it in 3:52.4.": "3:52.4 = 232.4 seconds duration",
        },
        counter=("It fell at 10:15:30.", "The hall opens at 10:30."),
    ),
    Rule(
        name="all but",
        opens=("but",),
        finds=pairs.all_but,
        examples={
            "All but two of the 30 boats sank.": "All but two of the 30 boats = 28 boats count computed",
            "All but one of its 12 seats fell.": "All but one of its 12 seats = 11 seats count computed",
            "All but two of the judges slept.": "two = no quantity",
        },
    ),
    Rule(
        name="share",
        opens=("in", "out", "of", "for", "-"),
        finds=pairs.share,
        examples={
            "Three out of four farms closed.": "Three out of four farms = 0.75 farms ratio",
            "One in five lambs died.": "One in five lambs = 0.2 lambs ratio",
            "It kills 12 of every 1,000 lambs.": "12 of every 1,000 lambs = 12 lambs per 1,000 ratio",
        },
        counter=("They built 12 in 2008.", "They sold 3 of 40 boats.", "It rained one in five days."),
    ),
    Rule(
        name="behind a word that numbers",
        opens=("0",),
        finds=names.numbered,
        examples={
            "Article 5 was read.": "5 = no quantity",
            "He read pages 12 and 14.": "12 = no quantity",
            "They live at No. 10.": "10 = no quantity",
        },
        counter=("The pages weigh 12 grams.",),
    ),
    Rule(
        name="score",
        opens=("-", "–", "to"),
        finds=pairs.score,
        examples={
            "Rovers won 4-2.": "4-2 = 4 to 2 score",
            "The council voted 7 to 5.": "7 to 5 = 7 to 5 score",
            "It was a 2-1 victory.": "2-1 = 2 to 1 score",
        },
        counter=("An A321-200 landed.", "Call 555-0143 now.", "It has 3-5 beds."),
    ),
    Rule(
        name="behind a name",
        opens=("0",),
        finds=names.after_name,
        examples={"A Boeing 737 landed.": "737 = no quantity", "The FTSE 100 fell.": "100 = no quantity"},
        counter=("Some 400 sheep fled.", "On Monday 12 sheep fled.", "In Iraq 12 people fled."),
    ),
    Rule(
        name="house number",
        opens=("0",),
        finds=names.address,
        examples={"They met at 10 Mill Street.": "10 = no quantity"},
        counter=("They met 10 Mill House girls.",),
    ),
    Rule(
        name="range",
        opens=("-", "–", "—", "to", "or", "and", *_UNITS),
        finds=pairs.spread,
        examples={
            "It takes 15-20% of the crop.": "15-20% = 15 to 20 % percent",
            "They fed between 2 and 3 million birds.": "2 and 3 million birds = 2000000 to 3000000 birds count",
            "It will cost $12 million to $20 million.": "$12 million to $20 million = 12000000 to 20000000 USD money",
            "Waves ranged from 3 to 5 metres.": "3 to 5 metres = 3 to 5 metres measure",
            "Two or three boats sank.": "Two or three boats = 2 to 3 boats count",
        },
        counter=("It rose from 5 to 7 percent.", "It rose $2 to $87.", "They fed 2 and 3 birds."),
    ),
    Rule(
        name="shared unit",
        opens=("and", "or", "to", ",", "/"),
        finds=quantities.shared,
        examples={
            "It rose 12.5 and 8.1 percent.": "12.5 = 12.5 % percent",
            "It rose from 5 to 7 percent.": "5 = 5 % percent",
        },
        counter=("It sold 40 and paid $7.",),
    ),
    Rule(
        name="joined to a word or sign",
        opens=("0", *_UNITS),
        finds=names.joined,
        examples={
            "It beat COVID-19.": "19 = no quantity",
            "See note [2] there.": "2 = no quantity",
            "An A380 landed.": "380 = no quantity",
        },
        counter=("It holds 2-litre jars.",),
    ),
    Rule(
        name="item of a list",
        opens=("0",),
        finds=names.listed,
        examples={"1. Open the door.": "1 = no quantity"},
        counter=("12 doors opened.",),
    ),
    Rule(
        name="unit",
        opens=_UNITS,
        finds=quantities.measured,
        examples={
            "It is worth US$1.5 billion.": "US$1.5 billion = 1500000000 USD money",
            "A seat costs Rs 500.": "Rs 500 = 500 INR money",
            "It is worth 300 Swiss francs.": "300 Swiss francs = 300 CHF money",
            "It rose half a percentage point.": "half a percentage point = 0.5 percentage points percent",
            "It weighs 200 pounds.": "200 pounds = 200 pounds measure",
            "It cost 200 pounds.": "200 pounds = 200 GBP money",
            "It fell to -5 °C.": "-5 °C = -5 °C measure",
            "A 27-year-old man fell.": "27-year-old = 27 years measure",
            "Under nine million litres are left.": "nine million litres = 9000000 litres measure at_most",
            "The kite flew no higher than 80 metres.": "80 metres = 80 metres measure at_most",
            "It flew no lower than 20 metres.": "20 metres = 20 metres measure at_least",
            "It cost NZ $ 3 million.": "$ 3 million = 3000000 NZD money",
        },
        counter=("Of the three won games, two were long.",),
    ),
    Rule(
        name="year",
        opens=("0",),
        finds=names.year,
        examples={"It opened in 2018.": "2018 = no quantity"},
        counter=("It sold 2018 boats.",),
    ),
    Rule(
        name="type",
        opens=("0",),
        finds=names.type_number,
        examples={"The 787 Dreamliner landed.": "787 = no quantity"},
        counter=("The 787 sheep fled.", "The 41 miners slept."),
    ),
    Rule(
        name="pronoun",
        opens=(c.CARDINAL,),
        finds=names.pronoun,
        examples={"One of them slept.": "One = no quantity", "It was the one.": "one = no quantity"},
        counter=("It killed one soldier.",),
    ),
    Rule(
        name="both",
        opens=(c.ARTICLE, c.DEMONSTRATIVE),
        finds=names.both,
        examples={"The two companies agreed.": "two = no quantity"},
        counter=("It sold that two farms flooded.", "It sold two companies."),
    ),
    Rule(
        name="pointing",
        opens=(c.ARTICLE, c.DEMONSTRATIVE, c.ADDS),
        finds=names.pointing,
        examples={"The three agreed.": "three = no quantity"},
        counter=("The three brothers agreed.",),
    ),
    Rule(
        name="age",
        opens=(",", ")", "of", c.AGED),
        finds=quantities.aged,
        examples={
            "Bob Ray, 49, fell.": "49 = 49 years measure",
            "Ann Lee died at the age of 56.": "56 = 56 years measure",
        },
        counter=("They sold 49, a record.",),
    ),
    Rule(
        name="part",
        opens=_NUMBER,
        finds=quantities.part,
        examples={
            "About a quarter of the hay rotted.": "a quarter of the hay = 0.25 hay ratio about",
            "Two-thirds of the 90 cows slept.": "Two-thirds = 0.6667 ratio",
        },
        counter=("It fell in the first half.",),
    ),
    Rule(
        name="count",
        opens=_NUMBER,
        finds=quantities.count,
        examples={
            "It won two large orders from Asia.": "two large orders = 2 orders count",
            "It lost three of the ships.": "three of the ships = 3 ships count",
            "At least one British soldier was hurt.": "one British soldier = 1 soldier count at_least",
            "Hundreds of people came.": "Hundreds of people = ? people count about",
            "Two or more boats sank.": "Two or more boats = 2 boats count at_least",
            "Forty people or more came.": "Forty people = 40 people count at_least",
            "It lost 12 people and over 40 sheep.": "12 people = 12 people count",
            "The warden counted 31 deer.": "31 deer = 31 deer count",
            "They drifted for hundreds of miles.": "hundreds of miles = ? miles measure about",
            "It took a couple of days.": "a couple of days = 2 days duration",
        },
        counter=("They gave it to five.",),
    ),
    Rule(
        name="number alone",
        opens=_NUMBER,
        finds=quantities.alone,
        examples={
            "They cut 3,700 in Spain.": "3,700 = 3700 count",
            "The 60-strong choir sang.": "60 = 60 count",
            "Shares fell to 9,447.11 there.": "9,447.11 = 9447.11 count",
        },
        counter=("Half came.",),
    ),
)
RATES: tuple[RateRule, ...] = (
    Rule(
        name="rate",
        opens=(c.BY, c.INDEFINITE, "/", "-"),
        finds=pairs.rate,
        examples={
            "It costs $3 a gallon.": "$3 a gallon = 3 USD per gallon money",
            "It runs at 60 km per hour.": "60 km per hour = 60 km per hour measure",
            "It has 12 cases per 100,000 residents.": "12 cases per 100,000 residents = 12 cases per 100,000 residents count",
        },
        counter=("It made $38 million a year earlier.", "It paid $5 a spokesman said."),
    ),
)
