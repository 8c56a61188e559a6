"""What fixes no day gets none: articles without a day of publication, numbers that no calendar has, days that may be two."""

from __future__ import annotations

import pytest

import nutgraf
from marked_times import told
from nutgraf.article import Article

PUBLISHED = "2026-03-12"


def times(text: str, published: str | None = PUBLISHED, language: str = "en") -> list[tuple[str, str | None, str]]:
    reading = nutgraf.read(Article.from_text(text, language=language, published=published))
    return [(one.span.text, one.value, one.precision) for one in reading.times if one.span]


@pytest.mark.parametrize(
    ("text", "words", "precision"),
    [
        ("The market opens on the first Monday of next month.", "first Monday of next month", "day"),
        ("The market opens on the first Monday in June.", "first Monday in June", "day"),
        ("She will leave on the 25th.", "25th", "day"),
        ("They meet this weekend.", "this weekend", "vague"),
        ("They left in the summer.", "summer", "vague"),
        ("They meet a week from Friday.", "a week from Friday", "vague"),
    ],
)
def test_without_a_day_of_publication_the_words_stand_and_no_day_is_told(text: str, words: str, precision: str) -> None:
    assert times(text, None) == [(words, None, precision)]
    ((_, value, _),) = times(text)
    assert value is not None


def test_an_hour_joins_no_day_that_nothing_fixes() -> None:
    assert times("They meet on Friday at 6 p.m.") == [("Friday at 6 p.m.", "2026-03-13T18:00", "exact")]
    assert times("They meet on Friday at 6 p.m.", None) == [("Friday", None, "day"), ("6 p.m.", None, "vague")]


@pytest.mark.parametrize(("unit", "precision"), [("day", "day"), ("week", "vague")])
def test_the_day_before_is_told_only_behind_a_day(unit: str, precision: str) -> None:
    assert times(f"The rain came the {unit} before.") == [(f"the {unit} before", None, precision)]
    assert times("The boat sank on May 3, 2025. The rain came the day before.")[1] == (
        "the day before",
        "2025-05-02",
        "day",
    )


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The weir broke in 1998 and was mended later that year.", "later that year", "1998"),
        ("The weir broke in 1998. The following year it broke again.", "following year", "1999"),
        ("The weir broke in May 2019 and was mended the same month.", "the same month", "2019-05"),
        ("The weir broke in 1998 and was mended the following month.", "following month", None),
        ("The weir broke in 1998.\n\nThat year Lee was born.", "That year", None),
        ("Lee told the inquest on Monday that he mended the weir that year.", "that year", None),
        # A season, or a weekday, of them.
        ("The weir broke in May 2019 and was mended the following winter.", "following winter", "2019-WI"),
        ("The weir broke in October 2019 and was mended the following summer.", "following summer", "2020-SU"),
        ("The weir broke in January 2019 and was mended that winter.", "that winter", "2018-WI"),
        ("The weir broke on May 3, 2019. It was mended the following Monday.", "following Monday", "2019-05-06"),
        # So many years later only in the sentence of a year.
        ("The weir was built in 1998 and broke two years later.", "two years later", "2000"),
        ("The weir was built in 1998 and broke two and a half years later.", "two and a half years later", None),
        (
            "The weir was built in May 1998 and broke two and a half years later.",
            "two and a half years later",
            "2000-11",
        ),
        ("The weir was built in 1998. Two years later Lee left.", "Two years later", None),
        ("In 2021 the weir let through 9% more than a year earlier.", "a year earlier", "2020"),
    ],
)
def test_years_and_months_count_from_the_last_one_told(text: str, words: str, value: str | None) -> None:
    assert times(text)[1][:2] == (words, value)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("They meet on the 45th.", "en"),
        ("The doors open at 24:70.", "en"),
        ("The hall dates from the 99th century.", "en"),
        ("Die Messe beginnt in KW 60.", "de"),
    ],
)
def test_a_number_that_no_calendar_has_is_no_time(text: str, language: str) -> None:
    assert times(text, language=language) == []


def test_a_week_by_its_number_needs_a_year() -> None:
    text = "Die Messe beginnt in Kalenderwoche 12."
    assert times(text, language="de") == [("Kalenderwoche 12", "2026-W12", "week")]
    assert times(text, None, language="de") == [("Kalenderwoche 12", None, "week")]


def test_days_that_do_not_follow_each_other_are_no_stretch() -> None:
    assert times("The market is open on 4 and 5 May.")[0][1] == "2026-05-04/2026-05-05"
    assert times("The market is open on 3 and 5 May.") == [("5 May", "2026-05-05", "day")]


@pytest.mark.parametrize(("left", "back", "day"), [("5", "25th", "2026-01-25"), ("28", "5th", "2026-02-05")])
def test_a_bare_day_is_the_next_one_behind_a_day_that_is_told(left: str, back: str, day: str) -> None:
    text = f"The ship sailed on January {left}, 2026 and came back on the {back}."
    assert [value for _, value, _ in times(text)] == [f"2026-01-{left:0>2}", day]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("They meet two weeks from tomorrow.", "2026-03-27"),
        ("They meet a week from Friday.", "2026-03-20"),
    ],
)
def test_days_and_weeks_are_counted_from_a_day(text: str, day: str) -> None:
    assert [value for _, value, _ in times(text)] == [day]


def test_hours_are_not_counted_from_a_day() -> None:
    assert [value for _, value, _ in times("They meet three hours from tomorrow.")] == ["PT3H", "2026-03-13"]


@pytest.mark.parametrize(("month", "value"), [("April", "2026-04"), ("December", "2025-12")])
def test_a_plan_that_was_called_off_may_have_been_for_a_time_that_is_over(month: str, value: str) -> None:
    assert times(f"The survey planned for {month} was canceled.") == [(month, value, "month")]


@pytest.mark.parametrize(
    ("marked", "value"),
    [
        ("Sales fell <in the year ended December 31, 2025>.", "2025"),
        ("Sales fell <in the two weeks ended February 27, 2026>.", "2026-02-14/2026-02-27"),
        ("Sales fell <in the few weeks ended February 27, 2026>.", None),
        ("Sales fell <in the season ended February 27, 2026>.", None),
    ],
)
def test_of_a_period_that_ends_with_a_day_the_length_must_be_known(marked: str, value: str | None) -> None:
    assert told(marked).value == value


def test_vague_parts_of_one_stretch_are_the_stretch() -> None:
    found = told("It ran <in the first half of 2025 and the second half of 2025>.")
    assert found.value == "2025-01-01/2025-12-31"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The hall filled in recent weeks and months.", [("in recent weeks and months", "PAST_REF")]),
        ("The hall was painted several years ago.", [("several years ago", "PAST_REF")]),
        ("The hall will be painted in the coming months.", [("in the coming months", "FUTURE_REF")]),
        ("They worry about the future, and about the future of the hall.", [("the future", "FUTURE_REF")]),
        ("It was shut for most of the year.", [("year", "2026")]),
        ("The hall opened in 1950 and was shut for most of the year.", [("1950", "1950")]),
        ("She was the player of the year.", []),
        ("The hall will be sold by year end.", [("year end", "2026")]),
        ("He ran the hall after his brief 2012 tour.", [("2012", "2012")]),
        ("That 1998 frost killed the vines.", [("1998", "1998")]),
        ("They lost their best 2010 clients.", []),
    ],
)
def test_what_is_told_loosely_or_by_the_year(text: str, found: list[tuple[str, str | None]]) -> None:
    assert [(words, value) for words, value, _ in times(text)] == found


def test_a_time_that_is_told_roughly_has_no_days() -> None:
    assert told("The pier fell <a week or so ago>.").start is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The hall lay idle for years.", [("years", "PXY")]),
        ("It won for the first time in weeks.", [("weeks", "PXW")]),
        ("The ban holds for an additional year.", [("an additional year", "P1Y")]),
        ("The hall has stood for two hundred years.", [("two hundred years", "P200Y")]),
        ("It took twenty four hours.", [("twenty four hours", "PT24H")]),
        ("They paid him for days off.", []),
    ],
)
def test_lengths_in_words(text: str, found: list[tuple[str, str | None]]) -> None:
    assert [(words, value) for words, value, _ in times(text)] == found
