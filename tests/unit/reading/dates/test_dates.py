"""Time expressions, the days they name, and what must not be taken for one."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.reading.dates.find import find_times as found_by
from nutgraf.reading.dates.pointed import time_of
from nutgraf.reading.languages.language import language_of
from nutgraf.reading.numbers.find import lengths_in
from nutgraf.reading.parts import Sentence
from nutgraf.results import TimeRef
from scaling import assert_linear

SUNDAY = dt.date(2025, 11, 16)


def sentences(text: str) -> list[Sentence]:
    spans = [match.span() for match in re.finditer(r"\S.*?(?:(?<=[a-z]{3})[.!?](?=\s|$)|$)", text, re.MULTILINE)]
    return [Sentence(number, start, end, 0) for number, (start, end) in enumerate(spans, 1)]


def find_times(text: str, found: list[Sentence], published: dt.date | None) -> tuple[TimeRef, ...]:
    return found_by(text, found, published, language_of("en").dates)[0]


def times(text: str, published: dt.date | None = SUNDAY) -> tuple[TimeRef, ...]:
    return find_times(text, sentences(text), published)


def values(text: str, published: dt.date | None = SUNDAY) -> list[tuple[str, str | None]]:
    return [(item.span.text, item.value) for item in times(text, published) if item.span]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It was signed on March 14, 2025 in Paris.", "March 14, 2025", "2025-03-14"),
        ("It was signed on 14 March 2025.", "14 March 2025", "2025-03-14"),
        ("It was signed on the 14th of March 2025.", "14th of March 2025", "2025-03-14"),
        ("It was signed on Sunday, March 3, 2024, in Paris.", "Sunday, March 3, 2024", "2024-03-03"),
        ("Updated 2025-11-16, again.", "2025-11-16", "2025-11-16"),
        ("Updated 2025-11-16T10:30Z, again.", "2025-11-16T10:30Z", "2025-11-16T10:30Z"),
        ("Updated 16.11.2025, again.", "16.11.2025", "2025-11-16"),
        ("It fell in June 2024.", "June 2024", "2024-06"),
        ("It fell in 2018.", "2018", "2018"),
        ("It fell in early 2011.", "early 2011", "2011"),
        ("It fell in the third quarter of 2024.", "third quarter of 2024", "2024-Q3"),
        ("It fell in summer 2010.", "summer 2010", "2010-SU"),
        ("It fell in the 1990s.", "1990s", "199"),
        ("It fell in the 19th century.", "19th century", "18"),
        ("The march of March 3-5, 2024 drew crowds.", "March 3-5, 2024", "2024-03-03/2024-03-05"),
    ],
)
def test_words_that_fix_a_date_are_stated_even_without_a_publication_date(text, words, value):
    for published in (SUNDAY, None):
        (item,) = times(text, published)
        assert (item.span.text, item.value, item.basis) == (words, value, "stated")


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The attack came on Friday.", "Friday", "2025-11-14"),
        ("The attack came on Sunday.", "Sunday", "2025-11-16"),
        ("The attack came last Sunday.", "last Sunday", "2025-11-09"),
        ("The attack came Friday night.", "Friday night", "2025-11-14TNI"),
        ("The court will rule on Friday.", "Friday", "2025-11-21"),
        ("The court is due to rule on Friday.", "Friday", "2025-11-21"),
        ("They meet next Friday.", "next Friday", "2025-11-21"),
        ("The polls stay open until Tuesday.", "Tuesday", "2025-11-18"),
        ("They had fled by Friday.", "Friday", "2025-11-14"),
        ("Talks were held on Sunday, Nov. 9 in Rome.", "Sunday, Nov. 9", "2025-11-09"),
        ("Talks were held on June 17.", "June 17", "2025-06-17"),
        ("Talks were held on Dec. 20.", "Dec. 20", "2024-12-20"),
        ("Talks will be held on June 17.", "June 17", "2026-06-17"),
        ("He left yesterday morning.", "yesterday morning", "2025-11-15TMO"),
        ("He speaks tonight.", "tonight", "2025-11-16TNI"),
        ("It fell last week.", "last week", "2025-W45"),
        ("It fell earlier this month.", "earlier this month", "2025-11"),
        ("It fell late last July.", "late last July", "2025-07"),
        ("It fell two years ago.", "two years ago", "2023"),
        ("It fell ten days ago.", "ten days ago", "2025-11-06"),
        ("It will be held in three days.", "in three days", "2025-11-19"),
        ("It rose by the end of March.", "the end of March", "2025-03"),
        ("They must go by the end of March.", "the end of March", "2026-03"),
    ],
)
def test_relative_words_are_counted_from_publication(text, words, value):
    (item,) = times(text)
    assert (item.span.text, item.value, item.basis) == (words, value, "resolved")


@pytest.mark.parametrize("words", ["Friday", "today", "last week", "two years ago", "June 17", "overnight", "in June"])
def test_without_a_publication_date_relative_words_stay_unknown(words):
    (item,) = times(f"It fell {words}.", None)
    assert (item.value, item.start, item.end, item.basis) == (None, None, None, "unknown")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("A parade set for Friday was canceled.", "2025-11-21"),
        ("The hearing, scheduled for Tuesday, was called off.", "2025-11-18"),
        ("The museum, due to open on Thursday, flooded.", "2025-11-20"),
        ("City Hall plans a parade along the river on Tuesday, a spokesman said.", "2025-11-18"),
        ("The match, due to be played on Saturday, was called off.", "2025-11-15"),
        ("Talks planned for Friday collapsed last week.", "2025-11-21"),
        ("The plan was to march. They marched on Tuesday.", "2025-11-11"),
    ],
)
def test_the_day_of_a_plan_lies_ahead_unless_it_was_yesterday(text, value):
    assert times(text)[0].value == value


def test_a_year_that_accounts_are_for_is_a_year():
    assert values("It reported a loss for 2025 and a profit for 2024.") == [("2025", "2025"), ("2024", "2024")]
    assert values("It sold for 1998 and was bought for 2040.") == []


def test_overnight_into_sunday_names_both_days():
    (item,) = times("Drones came overnight into Sunday.")
    assert (item.start, item.end) == (dt.date(2025, 11, 15), dt.date(2025, 11, 16))
    assert item.span.text == "overnight into Sunday"


def test_a_week_runs_from_monday_to_sunday():
    (item,) = times("It fell last week.")
    assert (item.start, item.end, item.precision) == (dt.date(2025, 11, 3), dt.date(2025, 11, 9), "week")


def test_a_duration_has_a_value_but_no_days():
    (item,) = times("He spent four years in prison.")
    assert (item.value, item.start, item.end) == ("P4Y", None, None)


@pytest.mark.parametrize(
    ("words", "value"),
    [("thirty minutes", "PT30M"), ("two and a half years", "P2.5Y"), ("27-year", "P27Y"), ("several weeks", "PXW")],
)
def test_lengths_of_time_read_as_timex(words, value):
    assert values(f"It took {words}.") == [(words, value)]


def test_a_time_of_day_joins_the_day_beside_it():
    assert values("The bells rang at 6:30 p.m. on Friday.") == [("6:30 p.m. on Friday", "2025-11-14T18:30")]


def test_a_time_of_day_takes_the_only_day_of_its_sentence():
    assert values("On Monday he rose and spoke at noon.") == [("Monday", "2025-11-10"), ("noon", "2025-11-10T12:00")]
    assert values("On Monday and Tuesday he spoke at noon.")[2] == ("noon", None)


def test_the_next_day_counts_from_the_day_before_it_in_the_text():
    assert values("It began on November 3. The next day he left.")[1] == ("next day", "2025-11-04")
    assert values("The next day he left.") == [("next day", None)]


def test_a_date_that_could_be_two_gets_no_value():
    assert values("Signed on 03.04.2025 by both.") == [("03.04.2025", None)]


@pytest.mark.parametrize(
    "text",
    [
        "They may march to the square.",
        "Theresa May said so; May said it again.",
        "The Sun said it sat there after the fall.",
        "Wait a second, the second man said.",
        "Sheffield Wednesday won on Black Friday.",
        "The firm sold 2010 units and 1984 people came.",
        "Flight 2004 left from Room 2010 at a cost of 2000.",
        "Open 24/7 since the 9/11 attacks; they won 3-1.",
        "It cost $1,999 or 5.5 percent.",
        "April Smith met June Jones.",
    ],
)
def test_what_only_looks_like_a_time_is_left_alone(text):
    assert values(text) == []


def test_todays_words_never_fall_back_to_the_publication_date():
    assert values("It fell recently, and in recent weeks.") == [
        ("recently", "PAST_REF"),
        ("in recent weeks", "PAST_REF"),
    ]
    assert {item.start for item in times("It fell recently; now it is up, and in recent weeks it grew.")} == {None}


def test_29_february_finds_a_leap_year():
    assert values("He was born on February 29.", dt.date(2025, 3, 1)) == [("February 29", "2024-02-29")]
    assert "2025-02-30" not in [value for _, value in values("He was born on February 30.")]


def test_calendar_ends_do_not_break_counting():
    assert values("It fell last year.", dt.date(1, 1, 1))[0][0] == "last year"
    assert values("It will be held next week.", dt.date(9999, 12, 31))[0][0] == "next week"
    assert values("It fell 9999 years ago.")[0][0] == "9999 years ago"


def test_given_words_are_resolved_in_their_sentence():
    text = "The court will rule on Friday night."
    start = text.index("Friday")
    item = time_of(text, start, start + 6, find_times(text, sentences(text), SUNDAY), "en", lengths_in)
    assert (item.span.text, item.value) == ("Friday night", "2025-11-21TNI")


def test_given_words_that_say_no_time_stay_unknown():
    text = "The court rose at dawn."
    item = time_of(text, 15, 22, find_times(text, sentences(text), SUNDAY), "en", lengths_in)
    assert (item.span.text, item.value, item.basis, item.precision) == ("at dawn", None, "unknown", "vague")


_PIECES = st.sampled_from(
    "Friday last next week March May 14 2025 , . 6 p.m. noon two years ago in the of overnight into \n 1990 s - – Christmas Q3 29 Feb".split(
        " "
    )
)


@given(st.lists(_PIECES, max_size=25).map(" ".join) | st.text(max_size=80), st.dates() | st.none())
def test_spans_are_slices_in_order_and_days_are_in_order(text, published):
    found = find_times(text, [Sentence(1, 0, len(text), 0)], published)
    end = 0
    for item in found:
        assert text[item.span.start : item.span.end] == item.span.text
        assert item.span.start >= end
        assert item.span.text == item.span.text.strip()
        assert (item.start is None) == (item.end is None)
        assert item.start is None or item.start <= item.end
        assert item.basis != "publication_date"
        assert (item.value is None) <= (item.basis == "unknown" and item.start is None)
        end = item.span.end


@pytest.mark.parametrize("unit", ['a"', " ", "(", "a", "9", "Friday ", "in March ", "May 5-", "10:30 ", "\n"])
def test_hostile_text_takes_linear_time(unit):
    assert_linear(lambda text: find_times(text, [Sentence(1, 0, len(text), 0)], SUNDAY), unit, 5_000)
