"""Figures that come of others, each with its reckoning."""

from __future__ import annotations

import datetime as dt

import pytest

import nutgraf
from nutgraf.checking.rules.words.counted import Counted, counted_in
from nutgraf.checking.rules.words.figures import figures_of
from nutgraf.checking.rules.words.wording import wording
from nutgraf.claims.reckoned import reckoned, reckoned_from_days


@pytest.mark.parametrize(
    ("told", "given", "reckoning"),
    [
        ("93 people", "84 passengers and nine sailors", "84 + 9 = 93"),
        ("41 fewer", "43 boats left, two came back", "43 - 2 = 41"),
        ("60 in all", "10 men, 20 women and 30 children", "10 + 20 + 30 = 60"),
        ("15 percent", "18 of 120 flats", "18 / 120 = 15 %"),
        ("20 percent more", "from $50 to $60", "(60 USD - 50 USD) / 50 USD = 20 %"),
        ("39 percent", "61 percent were in favour", "100 % - 61 % = 39 %"),
        ("$5 million", "a tenth, or 10 percent, of $50 million", "10 % of 50,000,000 USD = 5,000,000 USD"),
        ("33 percent", "cut by a third", "a third = 33 %"),
        ("three times as many", "30 this year, 10 last year", "30 / 10 = 3"),
        ("three times as many", "17 dead, magnitude 6.1", None),
        ("15 vehicles", "12 cars and 3 trucks", "12 + 3 = 15"),
        ("93 passengers", "84 passengers and nine sailors", None),
        ("50,031 crates", "50,000 crates, packed by 31 workers", None),
        ("74 nurses", "80 nurses on call for 6 hours", None),
        ("50,021 crates", "50,000 crates were packed by June 21", None),
        ("50,021 crates", "50,000 crates were packed by 21 June", None),
        ("50,007 crates", "50,000 crates were packed at 7 p.m.", None),
        ("50,007 crates", "50,000 crates were packed at 7:30", None),
        ("52,024 crates", "50,000 crates were packed in 2024", None),
        ("120 barrels", "600 barrels, rolled out at 5 a.m.", None),
        ("120 barrels", "600 barrels on five carts", None),
        ("$12", "7 men paid $5", None),
        ("17 people", "84 passengers and nine sailors", None),
        ("hundreds of people", "84 passengers and nine sailors", None),
        ("the 93rd passenger", "84 passengers and nine sailors", None),
    ],
)
def test_the_reckoning_is_named(told: str, given: str, reckoning: str | None) -> None:
    text = wording(told)
    figure, *_ = figures_of(text)
    assert reckoned(Counted(figure, figure.noun(text)), counted_in(wording(given))) == reckoning


def test_what_is_said_to_be_about_so_many_may_be_a_little_off() -> None:
    (figure,) = counted_in(wording("some 25 percent of the boats"))
    given = counted_in(wording("57 of 233 boats"))
    assert reckoned(figure, given) is None
    assert reckoned(figure, given, about=True) == "57 / 233 = 24.5 %"


@pytest.mark.parametrize(
    ("told", "noun", "span"),
    [
        ("four months before", "months", "2025-11-10 to 2026-03-12"),
        ("a year and a half", "year", None),
        ("nine years", "years", None),
        ("four ships", "ships", None),
    ],
)
def test_a_span_of_time_may_be_reckoned_from_two_days(told: str, noun: str, span: str | None) -> None:
    figure, *_ = figures_of(wording(told))
    assert reckoned_from_days(figure, noun, [dt.date(2026, 3, 12), dt.date(2025, 11, 10)]) == span


def test_the_year_of_a_date_is_no_addend_and_other_numbers_are() -> None:
    article = nutgraf.Article.from_text(
        "The council plans 18,000 homes by 2026. On 12 March 2026 in the port 84 passengers and nine sailors died.",
        published="2026-03-20",
    )

    def reckonings(text: str) -> set[str | None]:
        return {fact.reckoned for one in nutgraf.check(text, article).statements for fact in one.facts}

    assert reckonings("The council plans 20,026 homes.") == {None}
    assert reckonings("The council plans about 20,000 homes.") == {None}
    assert "84 + 9 = 93" in reckonings("In the port 93 people died.")


@pytest.mark.parametrize(
    "false",
    [
        "About 51,000 crates of plums were spoilt.",
        "About 48,500 crates of plums were spoilt.",
        "More than 70 nurses treated the workers.",
        "The mill lost 120 barrels of juice.",
    ],
)
def test_unlike_numbers_excuse_no_false_figure(false: str) -> None:
    article = (
        "A cold store in Ternmouth caught fire on June 21 at 5 a.m., and 50,000 crates of plums were spoilt. The mill, which has 31 "
        "employees, lost 600 barrels of juice. Some 80 nurses treated the workers for 6 hours."
    )
    (statement,) = nutgraf.check(false, article).statements
    assert [fact.reckoned for fact in statement.facts if fact.kind == "number"] == [None]
    assert statement.verdict != "worded"
