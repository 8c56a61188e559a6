"""Times that are limits or the ends of ranges, and what holds in a language that has no rules of its own."""

from __future__ import annotations

import datetime as dt

import pytest

import nutgraf
from nutgraf.article import Article
from nutgraf.reading.dates import calendar as cal


def read(text: str, language: str = "en") -> nutgraf.Reading:
    return nutgraf.read(Article.from_text(text, published="2026-03-12", language=language))


@pytest.mark.parametrize(
    ("text", "words", "value", "limit"),
    [
        ("The mill has been dry since 2007.", "2007", "2007", "since"),
        ("The mill stays dry until Friday.", "Friday", "2026-03-13", "until"),
        ("The mill stayed dry until Friday.", "Friday", "2026-03-06", "until"),
        ("The mill must be dry by the end of April.", "the end of April", "2026-04", "by"),
        ("The mill closed before June 2019.", "June 2019", "2019-06", "before"),
        ("The mill closed after June 2019.", "June 2019", "2019-06", "after"),
        ("The mill is no post-1959 ruin.", "1959", "1959", "after"),
        ("The mill sells at pre-2008 prices.", "2008", "2008", "before"),
        ("The miller left his post in 2020.", "2020", "2020", "at"),
        ("The mill closed in June 2019.", "June 2019", "2019-06", "at"),
        ("The mill was drowned by Friday's storm.", "Friday", "2026-03-06", "at"),
        ("The mill will close from Friday.", "Friday", "2026-03-13", "since"),
        ("The mill will turn again from late April.", "late April", "2026-04", "since"),
        ("From 1 April, the mill will be dry.", "1 April", "2026-04-01", "since"),
        ("The rule, in force from 1 April, shuts the mill.", "1 April", "2026-04-01", "since"),
        ("A picture from 2019 shows the mill.", "2019", "2019", "at"),
        ("Ada Lund will withdraw from Friday's race.", "Friday", "2026-03-13", "at"),
        ("The mill's output was down from 2019.", "2019", "2019", "at"),
    ],
)
def test_an_expression_says_whether_it_is_a_limit(text: str, words: str, value: str, limit: str) -> None:
    (time,) = read(text).times
    assert time.span is not None
    assert (time.span.text, time.value, time.limit) == (words, value, limit)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("from 2 April to 5 April", "2026-04-02/2026-04-05"),
        ("from Monday to Wednesday", "2026-03-16/2026-03-18"),
        ("from Monday until Wednesday", "2026-03-16/2026-03-18"),
        ("between 2027 and 2029", "2027/2029"),
        ("between 2 and 5 April", "2026-04-02/2026-04-05"),
    ],
)
def test_the_words_of_a_range_have_both_its_ends(words: str, value: str) -> None:
    text = f"The mill will be dry {words}."
    start = text.index(words)
    found = read(text).time_of(start, start + len(words))
    assert (found.value, found.limit) == (value, "at")
    assert found.start is not None
    assert found.end is not None
    assert found.start < found.end


def test_the_days_of_a_range_lie_in_one_week_where_only_the_last_is_known_to_lie_ahead() -> None:
    text = "They strike from Monday until Wednesday."
    found = read(text).time_of(text.index("from"), len(text) - 1)
    assert found.value == "2026-03-16/2026-03-18"


def test_a_day_put_in_the_place_of_another_makes_no_range() -> None:
    text = "The fair was moved from Saturday to Sunday."
    assert [time.limit for time in read(text).times] == ["at", "at"]


def test_without_rules_of_its_language_only_dates_in_figures_are_found() -> None:
    times = read("Kokous oli 2026-03-04, ei Friday 6 March. Toinen oli 16.11.2025.", "fi").times
    assert [time.value for time in times] == ["2026-03-04", "2025-11-16"]


@pytest.mark.parametrize(("year", "day"), [(2024, (3, 31)), (2025, (4, 20)), (2026, (4, 5)), (1961, (4, 2))])
def test_easter(year: int, day: tuple[int, int]) -> None:
    assert cal.easter(year) == dt.date(year, *day)


def test_each_time_is_explained_by_its_rule() -> None:
    reading = read("The mill closed at noon on Friday, 6 March, and opens again next week.")
    assert reading.time_rules == ("noon, weekday and date", "nearby")
