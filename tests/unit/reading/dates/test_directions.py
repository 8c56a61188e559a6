"""Whether a day without its year or week lies ahead or behind, where more than the nearest verb tells it."""

from __future__ import annotations

import pytest

import nutgraf
from nutgraf.article import Article

PUBLISHED = "2026-03-12"
"""A Thursday."""


def values(text: str) -> list[str | None]:
    reading = nutgraf.read(Article.from_text(text, language="en", published=PUBLISHED))
    return [one.value for one in reading.times]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        # What looks like a verb in the present is a noun where the verb stands behind the day.
        ("Two ferry pilots on Monday withdrew their complaint.", "2026-03-09"),
        ("A toll clerk's blunder Friday with the barrier stopped the buses.", "2026-03-06"),
        ("The egg prices for February pleased no baker.", "2026-02"),
        ("Two furious walks Monday along the towpath, and a swim, cleared her head.", "2026-03-09"),
        ("The twins were born in two cabs but only streets apart on Monday.", "2026-03-09"),
        ("The gallery unveils on Friday a portrait painted in secret.", "2026-03-13"),
        ("The lock gates close Friday, officials said.", "2026-03-13"),
        # A conjunction of nouns parts no clauses.
        ("The line will link Orm and Lundby by June, the council said.", "2026-06"),
        ("The choir has agreed to tour Denmark and Norway in late June, a leaflet told its fans.", "2026-06"),
        ("The zoo will close and dozens of keepers on Monday stayed at home.", "2026-03-09"),
        ("Ann Falk and Tom Orbis meet quietly Monday in the crypt.", "2026-03-16"),
        # Nor is what was handed in a verb.
        ("Nine of the choirs had filed reports by Monday.", "2026-03-09"),
        ("Nine of the choirs had filed repair reports by Monday.", "2026-03-09"),
        # A limit is no joint between its day and the verb.
        ("Until Wednesday, nobody had found the cat.", "2026-03-11"),
        ("Until Friday, trains will stop at Orm.", "2026-03-13"),
        ("The glacier could calve as soon as Monday, says a model with flawed inputs.", "2026-03-16"),
        # What is put off, or paid on a day, is still to come.
        ("The museum extended the loan until 7 a.m. EST Tuesday.", "2026-03-17T07:00"),
        ("The zoo extended to April 20 its summer hours for schools.", "2026-04-20"),
        ("The court fined him and made the sum payable June 1.", "2026-06-01"),
        ("The co-operative sent a cheque to members of record Feb. 1.", "2026-02-01"),
        ("The abbey has set April 10 as the day of the vows.", "2026-04-10"),
        ("Nobody had told the bakers of the March 24 deadline.", "2026-03-24"),
        ("Half the bakers forgot the March 1 deadline.", "2026-03-01"),
        ("The board banned scooters on the pier, effective April 1.", "2026-04-01"),
        # A day near publication is told without its year.
        ("The snow was to melt by March 10, and did not.", "2026-03-10"),
        ("The choir lost its organ, and learned of a spare one, on show March 18.", "2026-03-18"),
        # A plan, with what is planned between it and the day.
        ("The club planned a regatta for beginners on Saturday and was short of boats.", "2026-03-14"),
        ("A chess match planned in a lighthouse for Wednesday was canceled.", "2026-03-11"),
        # A day beside another lies where the verb looks.
        ("The dam broke two days after Friday's storm.", "2026-03-08"),
        ("The court sits two days after Friday's vote.", "2026-03-15"),
        ("The choir moved out a day before the May 3 concert.", "2025-05-02"),
        # What is looked back to.
        ("The thaw follows Monday's record frost.", "2026-03-09"),
        ("She swam a second slower than the pool's record, set on Nov. 2.", "2025-11-02"),
    ],
)
def test_the_words_around_a_day_tell_where_it_lies(text: str, value: str) -> None:
    assert values(text) == [value]


def test_the_end_of_a_range_that_begins_today_lies_behind_it() -> None:
    text = "The bakery gave bread to pupils hurt by the floods, and coupons worth a loaf from today through April 7."
    assert values(text) == ["2026-03-12", "2026-04-07"]


def test_a_day_of_next_year_is_of_that_year() -> None:
    assert values("Next year's fair will open on March 5.") == ["2027", "2027-03-05"]
