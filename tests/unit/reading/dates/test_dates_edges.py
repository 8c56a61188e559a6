"""The rarer time expressions of the news: seasons, quarters, feast days, runs of years, days beside days."""

from __future__ import annotations

import datetime as dt

import pytest

import nutgraf
from nutgraf.article import Article
from nutgraf.reading.dates.find import find_times as found_by
from nutgraf.reading.languages.en.vocabulary import WORDS as ENGLISH
from nutgraf.reading.languages.language import language_of
from nutgraf.reading.parts import Sentence
from nutgraf.reading.text.sentences import split_sentences
from nutgraf.results import TimeRef

SUNDAY = dt.date(2025, 11, 16)


def sentences(text: str) -> tuple[Sentence, ...]:
    return split_sentences(text, ((0, len(text)),), (), ENGLISH)


def find_times(text: str, found: tuple[Sentence, ...], published: dt.date | None) -> tuple[TimeRef, ...]:
    return found_by(text, found, published, language_of("en").dates)[0]


def values(text: str, published: dt.date | None = SUNDAY) -> list[tuple[str, str | None]]:
    found = find_times(text, sentences(text), published)
    return [(item.span.text, item.value) for item in found if item.span]


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("It opened last winter.", dt.date(2026, 1, 9), "2024-WI"),
        ("It opened this winter.", dt.date(2026, 1, 9), "2025-WI"),
        ("It has been shut this winter.", dt.date(2026, 4, 9), "2025-WI"),
        ("It opens next winter.", dt.date(2026, 1, 9), "2026-WI"),
        ("It opened last winter.", dt.date(2026, 4, 9), "2025-WI"),
        ("It opens this winter.", dt.date(2026, 10, 9), "2026-WI"),
        ("It opened last May.", dt.date(2026, 11, 9), "2026-05"),
        ("It opened last March.", dt.date(2026, 3, 9), "2025-03"),
        ("It will open this January.", dt.date(2026, 12, 9), "2027-01"),
        ("A visit planned for this March was called off.", dt.date(2026, 6, 9), "2026-03"),
        # The nearest one, or that of another year?
        ("It opens next May.", dt.date(2026, 3, 9), None),
        ("It opened last September.", dt.date(2026, 11, 9), None),
        ("It opens next spring.", dt.date(2026, 2, 9), None),
        ("It opened last spring.", dt.date(2026, 6, 9), None),
    ],
)
def test_last_and_next_count_months_and_seasons_where_everybody_means_the_same(
    text: str, published: dt.date, value: str | None
) -> None:
    assert [found for _, found in values(text, published)] == [value]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("They won this weekend.", "this weekend", "2025-W46-WE"),
        ("They won last weekend.", "last weekend", "2025-W45-WE"),
        ("They meet next weekend.", "next weekend", "2025-W47-WE"),
        ("Sales fell last quarter.", "last quarter", "2025-Q3"),
        ("Sales will rise next quarter.", "next quarter", "2026-Q1"),
        ("It fell this morning.", "this morning", "2025-11-16TMO"),
        ("It fell last night.", "last night", "2025-11-15TNI"),
        ("It grew this decade.", "this decade", "202"),
        ("It opened last summer.", "last summer", "2025-SU"),
        ("It opens next spring.", "next spring", "2026-SP"),
        ("It opens next March.", "next March", "2026-03"),
        ("It came overnight from Friday.", "overnight from Friday", "2025-11-14/2025-11-15"),
        ("It closes at the end of the month.", "the end of the month", "2025-11"),
        ("It fell a fortnight ago.", "a fortnight ago", "2025-W44"),
        ("It fell a couple of weeks ago.", "a couple of weeks ago", "2025-W44"),
        ("It fell two and a half years ago.", "two and a half years ago", "2023-05"),
        ("It fell on Christmas Day.", "Christmas Day", "2024-12-25"),
        ("It will open on Christmas Eve.", "Christmas Eve", "2025-12-24"),
        ("It fell on Halloween.", "Halloween", "2025-10-31"),
        ("It opens at Christmas.", "Christmas", "2025-12-25"),
        ("It reported second-quarter profit.", "second-quarter", "2025-Q2"),
        ("In the second half of last year it fell.", "second half of last year", "2024-H2"),
        ("They trained ahead of Friday.", "Friday", "2025-11-21"),
        ("He left on Friday 13 June.", "Friday 13 June", "2025-06-13"),
        ("He left on Friday 13 October.", "Friday 13 October", None),  # of 2017 or 2023
        ("They trained ahead of March 3.", "March 3", "2026-03-03"),
        ("Snow fell Friday into Saturday.", "Friday into Saturday", "2025-11-14/2025-11-15"),
        ("It fell at noon on Friday.", "noon on Friday", "2025-11-14T12:00"),
    ],
)
def test_words_counted_from_publication(text: str, words: str, value: str) -> None:
    assert values(text) == [(words, value)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It fell on New Year's Eve, 2019.", "New Year's Eve, 2019", "2019-12-31"),
        ("Sales fell in the first half of 2024.", "first half of 2024", "2024-H1"),
        ("He governed from 1990-95.", "1990-95", "1990/1995"),
        ("He governed, 2014–2018, in Rome.", "2014–2018", "2014/2018"),
        ("The pact (1995) held.", "1995", "1995"),
        ("He moved to Denver, Colorado, 1995.", "1995", "1995"),
        ("It began in the '90s.", "90s", "199"),
        ("It began in the ’20s.", "20s", "202"),
        ("It opens every Friday.", "every Friday", "XXXX-WXX-5"),
        ("It opens on Sundays.", "Sundays", "XXXX-WXX-7"),
        ("It opens on Wednesdays.", "Wednesdays", "XXXX-WXX-3"),
        ("It floods each year.", "each year", "P1Y"),
    ],
)
def test_words_that_need_no_publication_date(text: str, words: str, value: str) -> None:
    assert values(text, None) == values(text) == [(words, value)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It fell on Halloween.", "Halloween"),
        ("It closes at the end of the year.", "the end of the year"),
        ("It reported second-quarter profit.", "second-quarter"),
    ],
)
def test_without_a_publication_date_they_are_found_but_name_no_day(text: str, words: str) -> None:
    assert values(text, None) == [(words, None)]


@pytest.mark.parametrize(
    "text",
    [
        "What came last may be worse.",
        "An overnight raid failed.",
        "He governed in 2018-2014.",
        "Temperatures were in the 80s.",
        "Updated 45/45/2020, again.",
        "The Christmas market opened.",
        "It fell at 13 p.m. sharp.",
        "It fell last century.",
    ],
)
def test_what_is_no_time_or_no_possible_one_is_left_alone(text: str) -> None:
    assert values(text) == []


def test_a_year_has_two_halves() -> None:
    assert values("They won in the third half of 2024.") == [("2024", "2024")]


def test_some_hours_ago_name_no_day_since_nobody_knows_the_hour_of_publication() -> None:
    assert values("It fell two hours ago.") == [("two hours ago", None)]


@pytest.mark.parametrize(
    ("text", "value", "first", "last"),
    [
        ("It grew over the past decade.", "P10Y", "2015-11-16", "2025-11-16"),
        ("It grew in the last year.", "P1Y", "2024-11-16", "2025-11-16"),
        ("It grew over the past ten years.", "P10Y", "2015-11-16", "2025-11-16"),
        ("It grew over the past two decades.", "P20Y", "2005-11-16", "2025-11-16"),
        ("It will grow over the next two weeks.", "P2W", "2025-11-16", "2025-11-30"),
        ("It fell in the past 24 hours.", "PT24H", "None", "None"),
    ],
)
def test_a_run_of_time_ends_or_begins_with_publication(text: str, value: str, first: str, last: str) -> None:
    (item,) = find_times(text, sentences(text), SUNDAY)
    assert (item.value, str(item.start), str(item.end)) == (value, first, last)


def test_early_in_the_week_this_weekend_is_the_one_just_over_unless_the_verb_looks_ahead() -> None:
    monday = dt.date(2025, 11, 17)
    assert values("The roof was damaged this weekend.", monday) == [("this weekend", "2025-W46-WE")]
    assert values("They will meet this weekend.", monday) == [("this weekend", "2025-W47-WE")]


def test_last_summer_is_the_one_that_is_over() -> None:
    assert values("It opened last summer.", dt.date(2025, 3, 3)) == [("last summer", "2024-SU")]


def test_a_quarter_that_has_not_begun_is_last_years() -> None:
    assert values("It reported fourth-quarter profit.", dt.date(2025, 2, 3)) == [("fourth-quarter", "2024-Q4")]


def test_a_quarter_that_has_begun_is_this_years() -> None:
    assert values("It expects fourth-quarter profit to fall.", dt.date(2024, 11, 14)) == [("fourth-quarter", "2024-Q4")]


def test_the_day_beside_counts_from_the_day_named_before_it() -> None:
    assert values("He fell ill on Friday. He died the day after.")[1] == ("the day after", "2025-11-15")
    assert values("He fell ill on Friday. She had died the day before.")[1] == ("the day before", "2025-11-13")


def test_a_feast_on_the_last_weekday_of_a_month_has_its_day() -> None:
    times = nutgraf.read(Article.from_text("The pool opens on Memorial Day.", published="2026-03-12")).times
    assert [(time.span.text, time.value) for time in times if time.span] == [("Memorial Day", "2026-05-25")]


def test_the_weekend_before_another_time_is_not_the_last_one() -> None:
    times = nutgraf.read(
        Article.from_text("The mill burned on May 3, 2025. It was sold the weekend before.", published="2026-03-12")
    ).times
    assert [time.value for time in times] == ["2025-05-03"]
