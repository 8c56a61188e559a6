"""Forms of numbers that news use every day, in every place of a sentence."""

from __future__ import annotations

from itertools import product

import pytest

from lines_read import amounts


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Rents fell .6 percent.", [".6 percent = 0.6 % percent"]),
        ("He lives at no.6 and no. 7, p.6.", []),
        ("They freed 60+ cows.", ["60+ cows = 60 cows count at_least"]),
        ("They freed 60-plus cows.", ["60-plus cows = 60 cows count at_least"]),
        ("They freed 60-odd cows.", ["60-odd cows = 60 cows count about"]),
        ("They freed approx. 60 cows.", ["60 cows = 60 cows count about"]),
        ("Turnout may be as low as 30 percent.", ["30 percent = 30 % percent at_least"]),
        ("They freed two to three hundred cows.", ["two to three hundred cows = 200 to 300 cows count"]),
        ("They freed five or six dozen cows.", ["five or six dozen cows = 60 to 72 cows count"]),
        ("Rents rose by 3% to 70.", ["3% = 3 % percent", "70 = 70 count"]),
        ("Rents fell by a third to $14.", ["a third = 0.3333 ratio", "$14 = 14 USD money"]),
        ("Rates rose 30 bps.", ["30 bps = 30 basis points percent"]),
        ("It fell to 15 degrees below zero.", ["15 degrees below zero = -15 degrees measure"]),
        ("It rose to 15 degrees, in seat 12C.", ["15 degrees = 15 degrees measure"]),
        ("It reached 35C (95F).", ["35C = 35 °C measure", "95F = 95 °F measure"]),
        ("It fell to -3C.", ["-3C = -3 °C measure"]),
        ("He flew 12 F-18 jets and sold an iPhone 5C.", ["12 F-18 jets = 12 jets count"]),
        ("It stores 30 megawatt-hours.", ["30 megawatt-hours = 30 megawatt-hours measure"]),
        ("A girl, 9, was hurt.", ["9 = 9 years measure"]),
        ("They sold carts, 9, and left.", ["9 = 9 count"]),
        ("It is for girls aged between 6 and 9.", ["6 and 9 = 6 to 9 years measure"]),
        ("It is for girls under the age of 9.", ["9 = 9 years measure at_most"]),
        ("It kills 70 cows per million.", ["70 cows per million = 70 cows per million count"]),
        ("The five-storey barn burned.", ["five-storey = 5 storey count"]),
        ("It lost between $30 and $40 million.", ["$30 and $40 million = 30000000 to 40000000 USD money"]),
        ("She lost 30-40 votes.", ["30-40 votes = 30 to 40 votes count"]),
        ("Approx. 60 cows fled.", ["60 cows = 60 cows count about"]),
        ("It took four to five hours.", ["four to five hours = 4 to 5 hours duration"]),
    ],
)
def test_an_english_form_of_a_number_is_read_whole(text: str, says: list[str]) -> None:
    assert amounts(text) == says


AMOUNTS = {
    "1,840 cows": "1840 cows count",
    "2.3 million cows": "2300000 cows count",
    "two dozen cows": "24 cows count",
    "half a million cows": "500000 cows count",
    "€4.2bn": "4200000000 EUR money",
    "3.5 percent": "3.5 % percent",
    "12 cents a share": "12 cents per share money",
    "30 basis points": "30 basis points percent",
    "3.4 tonnes": "3.4 tonnes measure",
    "40 km/h": "40 km/h measure",
}
BOUNDS = {"": "", "more than ": " at_least", "up to ": " at_most", "nearly ": " about", "no more than ": " at_most"}
PLACES = (
    "It cost {}.",
    "It (at {}) fell.",
    "“It was {},” Lee said.",
    "It was {}, Lee said.",
    "It rose from 7 cars to {}.",
)


def test_amounts_are_the_same_in_every_place_of_a_sentence() -> None:
    for (words, says), (bound, modifier), place in product(AMOUNTS.items(), BOUNDS.items(), PLACES):
        assert f"{words} = {says}{modifier}" in amounts(place.format(bound + words)), place.format(bound + words)
