"""What words come to that a model points to as a time: all of them together, with the limit that heads them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marked_times import told


@pytest.mark.parametrize(
    ("marked", "value"),
    [
        ("The lock has leaked <since February of this year>.", "2026-02"),
        ("The lock broke <on May 3 last year>.", "2025-05-03"),
        ("The lock broke <last year in June>.", "2025-06"),
        ("The lock will open <in January of next year>.", "2027-01"),
        ("The lock broke <on Friday last week>.", "2026-03-06"),
        ("The lock opens <on Tuesday of next week>.", "2026-03-17"),
        ("The lock will open <at the end of the month, on March 27>.", "2026-03-27"),
        ("The lock broke <on Sunday night (March 8)>.", "2026-03-08TNI"),
    ],
)
def test_a_day_or_month_lies_in_the_year_or_week_beside_it(marked: str, value: str) -> None:
    assert told(marked).value == value


@pytest.mark.parametrize(
    ("marked", "value", "start", "end"),
    [
        ("The choir sings <in April or May>.", "2026-04/2026-05", "2026-04-01", "2026-05-31"),
        ("The choir sang <on Saturday and Sunday>.", "2026-03-07/2026-03-08", "2026-03-07", "2026-03-08"),
        ("The choir sang <in 2021, 2022 and 2023>.", "2021/2023", "2021-01-01", "2023-12-31"),
        ("Fees <rose in 2021, doubled in 2022 and fell in 2023>.", None, "None", "None"),
        ("The choir sang <in 2014 and again in 2019>.", None, "None", "None"),
        ("The choir will sing <either Friday or Monday>.", None, "None", "None"),
        ("The choir sings <Monday through Friday>.", "2026-03-16/2026-03-20", "2026-03-16", "2026-03-20"),
        ("The choir sang <on Monday, the day after the fire on Sunday>.", "2026-03-09", "2026-03-09", "2026-03-09"),
    ],
)
def test_of_several_times_none_is_told_for_the_others(marked: str, value: str | None, start: str, end: str) -> None:
    found = told(marked)
    assert (found.value, str(found.start), str(found.end)) == (value, start, end)


@pytest.mark.parametrize(
    ("marked", "value", "start", "limit"),
    [
        ("Sales fell <in the quarter ended December 31>.", "2025-Q4", "2025-10-01", "at"),
        ("Sales fell <during the last quarter, which ended on Feb. 28>.", "2025-12-01/2026-02-28", "2025-12-01", "at"),
        ("Sales fell <in the three months ended January 31>.", "2025-11-01/2026-01-31", "2025-11-01", "at"),
        ("Sales fell <in the year to March 31, 2025>.", "2024-04-01/2025-03-31", "2024-04-01", "at"),
        # A period that goes on: from its first day.
        ("Sales fell <this year through Wednesday>.", "2026-01-01/2026-03-11", "2026-01-01", "at"),
        ("Sales fell <this month to March 9>.", "2026-03-01/2026-03-09", "2026-03-01", "at"),
        ("Sales fell <in the 52 weeks to Jan. 3>.", "2025-01-05/2026-01-03", "2025-01-05", "at"),
        ("It must sell <by the end of the quarter, which ends on March 28>.", "2026-03-28", "2026-03-28", "by"),
    ],
)
def test_a_period_that_ends_with_a_day_is_the_period(marked: str, value: str, start: str, limit: str) -> None:
    found = told(marked)
    assert (found.value, str(found.start), found.limit) == (value, start, limit)


@pytest.mark.parametrize(
    ("marked", "value", "limit"),
    [
        ("The inn has stood empty <since it burned last May>.", "2025-05", "since"),
        ("The inn stays open <until its lease ends in May>.", "2026-05", "until"),
        ("They dined there <before the vote on Monday>.", "2026-03-09", "before"),
        ("They left <shortly after midnight on Monday>.", "2026-03-09T00:00", "after"),
        ("The inn was sold <in the days before the fire on Feb. 4>.", "2026-02-04", "before"),
        ("It has been shut <since its 1998 fire>.", "1998", "since"),
        ("It stays shut <until further notice>.", None, "until"),
        ("It stays shut <until at least 2029>.", "2029", "until"),
        ("It fell <since then>.", None, "since"),
        ("It broke <after a long rain>.", None, "after"),
        ("It rose <beginning of the year>.", "2026", "at"),
        ("It was repaired <before the end of February>.", "2026-02-28", "before"),
        ("It has been shut <since the end of February>.", "2026-02-28", "since"),
        ("It must be done <by the start of May>.", "2026-05-01", "by"),
        ("It closed <less than two weeks ago>.", "2026-02-26", "after"),
        ("It closed <more than three years ago>.", "2023-03", "before"),
        ("The fair was put off <until December>.", "2026-12", "until"),
        ("Ferries were canceled <until noon on Sunday>.", "2026-03-15T12:00", "until"),
    ],
)
def test_a_limit_that_heads_the_words_is_theirs(marked: str, value: str | None, limit: str) -> None:
    found = told(marked)
    assert (found.value, found.limit) == (value, limit)


@pytest.mark.parametrize(
    "marked",
    [
        "The ban holds <for 1.5 to 2 years>.",
        "The ban holds <between two and three months>.",
        "They left <three days after the talks on Monday>.",
        "They left <four hours after the planned start>.",
        "It came <within three weeks of the vote on Jan. 5>.",
    ],
)
def test_what_is_not_told_has_no_value(marked: str) -> None:
    found = told(marked)
    assert (found.value, found.start, found.basis) == (None, None, "unknown")


def test_a_number_of_a_year_is_one_where_a_time_is_asked_for() -> None:
    assert told("<2019> was good to her.").value == "2019"
    assert told("She bought <2019> sheep at 12,019 pounds.").value == "2019"
    assert told("It has room <for 12,019>.").value is None


def test_a_fiscal_year_has_no_days() -> None:
    found = told("Profit rose <in fiscal 2025>.")
    assert (found.value, found.start, found.end) == ("2025", None, None)


@pytest.mark.parametrize(
    ("marked", "value", "limit"),
    [("Die Brücke ist <seit dem Unglück> zu.", None, "since"), ("Er fehlt <zwei bis drei Wochen>.", None, "at")],
)
def test_in_german(marked: str, value: str | None, limit: str) -> None:
    found = told(marked, "de")
    assert (found.value, found.limit) == (value, limit)


_PIECES = [
    "since",
    "Friday",
    "and",
    "in May",
    "2019",
    ",",
    "the quarter ended",
    "two days",
    "after",
    "last year",
    "of",
    "or",
    "until",
]


@given(st.lists(st.sampled_from(_PIECES), min_size=1, max_size=7))
def test_whatever_is_pointed_to_has_an_order(pieces: list[str]) -> None:
    found = told("It was <" + " ".join(pieces) + "> then.")
    assert found.start is None or found.end is None or found.start <= found.end
    assert found.value is None or found.basis != "unknown"
    assert (found.start or dt.date.min) <= (found.end or dt.date.max)


@pytest.mark.parametrize(
    ("marked", "value"),
    [
        ("Next year's fair is scheduled for <Feb. 20 to March 5>.", "2027-02-20/2027-03-05"),
        ("The choir meets <on the second Tuesday of every month>.", None),
    ],
)
def test_both_ends_of_a_range_lie_in_one_year_and_a_day_of_every_month_in_none(marked: str, value: str | None) -> None:
    assert told(marked).value == value


def test_months_that_end_with_a_day_are_known_to_the_day() -> None:
    assert told("Sales fell <in the six months to 31 December>.").precision == "day"


@pytest.mark.parametrize(
    ("marked", "value", "limit"),
    [
        ("It fell <at 11:52 on Saturday night>.", "2026-03-07T23:52", "at"),
        ("It fell <at 2:30 on Saturday night>.", "2026-03-07T02:30", "at"),
        ("It fell <at 7:40 a.m. on Saturday night>.", "2026-03-07T07:40", "at"),
        ("The race was postponed <from Monday>.", "2026-03-09", "at"),
        ("The rule applies <from Monday>.", "2026-03-16", "since"),
    ],
)
def test_a_night_is_before_midnight_and_what_is_put_off_begins_with_no_day(marked: str, value: str, limit: str) -> None:
    found = told(marked)
    assert (found.value, found.limit) == (value, limit)
