"""Forms of dates that news use every day, told from each other and counted from days all over the calendar."""

from __future__ import annotations

import datetime as dt
from itertools import product

import pytest

from lines_read import THURSDAY, dates

DAYS = [THURSDAY, dt.date(2024, 2, 29), dt.date(2025, 1, 1), dt.date(2025, 12, 31), dt.date(2026, 6, 14)]
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
WOCHENTAGE = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Rents rose in the second half of the 1970s.", ["1970s = 197"]),
        ("Rents rose in the past three and a half years.", ["past three and a half years = P3.5Y"]),
        ("Rents have risen since at least 2016.", ["2016 = 2016 since"]),
        ("Rents rose as recently as 2022.", ["2022 = 2022"]),
        ("The three-and-a-half-year siege ended.", ["three-and-a-half-year = P3.5Y"]),
        ("The lift works every other Friday.", ["every other Friday = XXXX-WXX-5"]),
        ("The dam broke on the second of June.", ["second of June = 2025-06-02"]),
        ("Rents rose in the April-June quarter.", ["April = 2025-04 since", "June = 2025-06 until"]),
        ("Rents rose in fiscal year 2021-22.", ["fiscal year 2021-22 = 2021/2022"]),
        ("Rents rose in H2 2021.", ["H2 2021 = 2021-H2"]),
        ("The tomb is from the third century BC.", []),
        ("The dam broke in the autumn of last year.", ["autumn of last year = 2025-FA"]),
        ("Votes will be counted in about three days.", ["in about three days = 2026-03-15"]),
        ("From 4 to 6 June 2024, it rained.", ["4 to 6 June 2024 = 2024-06-04/2024-06-06"]),
        ("It rained on June 4, 5 and 6.", ["June 4, 5 and 6 = 2025-06-04/2025-06-06"]),
        ("Mills shut on June 4 and July 6.", ["June 4 = 2025-06-04", "July 6 = 2025-07-06"]),
        ("He has sold six since the summer and plans to sell more.", ["summer = 2025-SU since"]),
        ("It shut at 4:30 p.m. (2130 GMT) on Monday.", ["4:30 p.m. = 2026-03-09T16:30", "Monday = 2026-03-09"]),
    ],
)
def test_an_english_form_of_a_date_is_read_whole(text: str, says: list[str]) -> None:
    assert dates(text) == says


def _near(published: dt.date, weekday: int, *, ahead: bool) -> dt.date:
    step = (weekday - published.weekday()) % 7 if ahead else -((published.weekday() - weekday) % 7)
    return published + dt.timedelta(days=step)


def test_a_weekday_at_the_head_looks_where_its_verb_looks() -> None:
    for published, (number, name), ahead in product(DAYS, enumerate(WEEKDAYS), (True, False)):
        verb, day = "will break" if ahead else "broke", _near(published, number, ahead=ahead)
        for head in (f"{name} at 12:15 a.m.", f"In the early hours of {name}", f"On {name} and on Christmas Day"):
            (first, *_) = dates(f"{head}, the dam {verb}.", "en", published)
            assert first.partition(" = ")[2].startswith(str(day)), (head, published)


def test_days_that_are_listed_before_a_week_are_of_that_week() -> None:
    for published, number in product(DAYS, range(6)):
        monday = published - dt.timedelta(days=published.weekday() + 7)
        days = [monday + dt.timedelta(days=number + step) for step in (0, 1)]
        for joint, language, names, week in (
            (" and ", "en", WEEKDAYS, "last week"),
            (" through ", "en", WEEKDAYS, "last week"),
            (" und ", "de", WOCHENTAGE, "vergangener Woche"),
        ):
            found = dates(f"It rained {names[number]}{joint}{names[number + 1]} {week}.", language, published)
            assert [says.split(" = ")[1].split()[0] for says in found[:2]] == [str(day) for day in days], found


def test_months_that_are_listed_before_a_year_are_of_that_year() -> None:
    for published in DAYS:
        found = dates("It rained between May and August last year.", "en", published)
        year = published.year - 1
        assert found == [f"May = {year}-05 since", f"August = {year}-08 until", f"last year = {year}"]
