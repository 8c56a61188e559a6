"""The numbers of English: how they are written, and examples of what they come to, which are the tests of the rules."""

from __future__ import annotations

from nutgraf.reading.languages.en.vocabulary import WORDS
from nutgraf.reading.numbers.format import Links, NumberFormat
from nutgraf.reading.numbers.nouns import counted
from nutgraf.reading.numbers.records import number_rules

_TOLD = {
    "whole and fraction": {
        "The recipe takes 2 1/2 cups.": "2 1/2 = 2.5",
        "It drew 1 1/2 million guests.": "1 1/2 million = 1500000",
        "He ate 3/4 of the cake.": "3/4 = 0.75",
        "It was after the 9/11 attacks.": "",
        "See page 7/12 there.": "",
    },
    "digits": {
        "They paid $16.6bn.": "16.6bn = 16600000000",
        "The valley has 14 500 residents.": "14 500 = 14500",
        "It took Rs 1,50,000 to mend.": "1,50,000 = 150000",
    },
    "sign of a fraction": {"Only ½ is left.": "½ = 0.5"},
    "fraction": {
        "Two-thirds of it sank.": "Two-thirds = 0.6667",
        "A tenth of the hay burnt.": "A tenth = 0.1",
        "A quarter of a million people came.": "A quarter of a million = 250000",
        "A fifth suspect fled.": "",
        "A sixth-grader won.": "",
    },
    "number not told": {
        "They saw dozens of seals.": "dozens = ?",
        "Tens of thousands of birds came.": "Tens of thousands = ?",
        "A few hundred birds came.": "A few hundred = ?",
        "A few birds came.": "",
    },
    "number in words": {
        "They saw twenty-three seals.": "twenty-three = 23",
        "They saw two and a half million birds.": "two and a half million = 2500000",
        "The twenty-third seal slept.": "twenty-third = 23 in order",
        "A couple was fined.": "",
        "A man came.": "",
    },
    "result of a clock": {
        "Ann Lee won in 2:05:30.": "2:05:30 = 7530 seconds duration",
        "She ran it in 3:52.4.": "3:52.4 = 232.4 seconds duration",
        "It fell at 10:15:30.": "",
        "The hall opens at 10:30.": "",
    },
    "all but": {
        "All but two of the 30 boats sank.": "All but two of the 30 boats = 28 boats count computed",
        "All but one of its 12 seats fell.": "All but one of its 12 seats = 11 seats count computed",
        "All but two of the judges slept.": "two = no quantity",
    },
    "share with its noun": {
        "One hen in 40 was ill.": "One hen in 40 = 0.025 hen ratio",
        "It spoils fewer than one jar in 500.": "one jar in 500 = 0.002 jar ratio at_most",
        "One car in 40 boats was new.": "",
    },
    "share": {
        "Three out of four farms closed.": "Three out of four farms = 0.75 farms ratio",
        "One in five lambs died.": "One in five lambs = 0.2 lambs ratio",
        "It kills 12 of every 1,000 lambs.": "12 of every 1,000 lambs = 12 lambs per 1,000 ratio",
        "They sold 3 of 40 boats.": "",
        "It rained one in five days.": "",
    },
    "behind a word that numbers": {
        "Article 5 was read.": "5 = no quantity",
        "He read pages 12 and 14.": "12 = no quantity",
        "Nos. 4 and 5 were read.": "4 = no quantity",
        "The pages weigh 12 grams.": "",
    },
    "score": {
        "Rovers won 4-2.": "4-2 = 4 to 2 score",
        "It was a 2-1 victory.": "2-1 = 2 to 1 score",
        "Osk Rovers 2-3 Vik United": "2-3 = 2 to 3 score",
        "An A321-200 landed.": "",
        "Call 555-0143 now.": "",
    },
    "behind a name": {
        "A Boeing 737 landed.": "737 = no quantity",
        "The FTSE 100 fell.": "100 = no quantity",
        "On Monday 12 sheep fled.": "",
        "In Iraq 12 people fled.": "",
    },
    "house number": {"They met at 10 Mill Street.": "10 = no quantity", "They met 10 Mill House girls.": ""},
    "range": {
        "It takes 15-20% of the crop.": "15-20% = 15 to 20 % percent",
        "It will cost $12 million to $20 million.": "$12 million to $20 million = 12000000 to 20000000 USD money",
        "Waves ranged from 3 to 5 metres.": "3 to 5 metres = 3 to 5 metres measure",
        "It rose from 5 to 7 percent.": "",
        "It rose $2 to $87.": "",
    },
    "up to one": {
        "Half an inch to an inch of rain fell.": "Half an inch to an inch = 0.5 to 1 inch measure",
        "Between half a mile and a mile was lost.": "half a mile and a mile = 0.5 to 1 mile measure",
        "It grew half an inch to a foot.": "",
        "It fell half an inch and a mile sank.": "",
    },
    "shared unit": {
        "It rose 12.5 and 8.1 percent.": "12.5 = 12.5 % percent",
        "It rose from 5 to 7 percent.": "5 = 5 % percent",
        "It sold 40 and paid $7.": "",
    },
    "joined to a word or sign": {
        "It beat COVID-19.": "19 = no quantity",
        "See note [2] there.": "2 = no quantity",
        "An A380 landed.": "380 = no quantity",
        "It holds 2-litre jars.": "",
    },
    "item of a list": {"1. Open the door.": "1 = no quantity", "12 doors opened.": ""},
    "unit": {
        "It is worth US$1.5 billion.": "US$1.5 billion = 1500000000 USD money",
        "A seat costs R180.": "R180 = 180 ZAR money",
        "They took N500,000.": "N500,000 = 500000 NGN money",
        "It weighs 200 pounds.": "200 pounds = 200 pounds measure",
        "It fell to -5 °C.": "-5 °C = -5 °C measure",
        "It flew no lower than 20 metres.": "20 metres = 20 metres measure at_least",
        "It cost NZ $ 3 million.": "$ 3 million = 3000000 NZD money",
        "Of the three won games, two were long.": "",
    },
    "year": {"It opened in 2018.": "2018 = no quantity", "It sold 2018 boats.": ""},
    "type": {"The 787 Dreamliner landed.": "787 = no quantity", "The 787 sheep fled.": "", "The 41 miners slept.": ""},
    "pronoun": {
        "One of them slept.": "One = no quantity",
        "It was the one.": "one = no quantity",
        "It killed one soldier.": "",
    },
    "both": {
        "The two companies agreed.": "two = no quantity",
        "It sold that two farms flooded.": "",
        "It sold two companies.": "",
    },
    "pointing": {"The three agreed.": "three = no quantity", "The three brothers agreed.": ""},
    "age": {
        "Bob Ray, 49, fell.": "49 = 49 years measure",
        "Ann Lee died at the age of 56.": "56 = 56 years measure",
        "They sold 49, a record.": "",
    },
    "part": {
        "About a quarter of the hay rotted.": "a quarter of the hay = 0.25 hay ratio about",
        "Two-thirds of the 90 cows slept.": "Two-thirds = 0.6667 ratio",
        "It fell in the first half.": "",
    },
    "count": {
        "It won two large orders from Asia.": "two large orders = 2 orders count",
        "Hundreds of people came.": "Hundreds of people = ? people count about",
        "Two or more boats sank.": "Two or more boats = 2 boats count at_least",
        "It lost 12 people and over 40 sheep.": "12 people = 12 people count",
        "The warden counted 31 deer.": "31 deer = 31 deer count",
        "They closed three laboratories.": "three laboratories = 3 laboratories count",
        "Five taxpayers sued.": "Five taxpayers = 5 taxpayers count",
        "Three Bangladeshis fled.": "Three Bangladeshis = 3 Bangladeshis count",
        "They drifted for hundreds of miles.": "hundreds of miles = ? miles measure about",
        "They gave it to five.": "",
    },
    "number alone": {
        "They cut 3,700 in Spain.": "3,700 = 3700 count",
        "The 60-strong choir sang.": "60 = 60 count",
        "Shares fell to 9,447.11 there.": "9,447.11 = 9447.11 count",
        "Half came.": "",
    },
    "rate": {
        "It costs $3 a gallon.": "$3 a gallon = 3 USD per gallon money",
        "It runs at 60 km per hour.": "60 km per hour = 60 km per hour measure",
        "It has 12 cases per 100,000 residents.": "12 cases per 100,000 residents = 12 cases per 100,000 residents count",
        "It made $38 million a year earlier.": "",
        "It paid $5 a spokesman said.": "",
    },
}
NUMBERS = number_rules(
    WORDS,
    _TOLD,
    form=NumberFormat(decimal=".", group=",", ordinal="st|nd|rd|th"),
    links=Links(
        of="of", joint="and", to="to", either="or", between="between", since="from", sides="by", within=("in", "of")
    ),
    noun=counted,
)
