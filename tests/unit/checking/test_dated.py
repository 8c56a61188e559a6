"""The date that a model gives for words of time: taken where the words don't contradict it and no rule proves another."""

from __future__ import annotations

import pytest

import nutgraf
from nutgraf.checking.items.dated import dated, without_words
from nutgraf.reading.dates import calendar as cal


def given(text: str, words: str, value: str | None, language: str | None = None) -> tuple[str | None, str]:
    article = nutgraf.Article.from_text(text, published="2026-03-11", language=language)  # a Wednesday
    reading, at = nutgraf.read(article), text.index(words)
    found = dated(reading.time_of(at, at + len(words)), value, reading)
    assert found.span is not None
    assert (found.start is None) == (found.end is None)
    return found.value, found.basis


@pytest.mark.parametrize(
    ("text", "words", "value", "found"),
    [
        # Where both agree, the rule's value stands, with what it knows besides.
        ("The mill shut on Monday.", "Monday", "2026-03-09", ("2026-03-09", "resolved")),
        ("The mill shut at 9 a.m. on Monday.", "9 a.m. on Monday", "2026-03-09", ("2026-03-09T09:00", "resolved")),
        ("The mill shut last week.", "last week", "2026-03-02/2026-03-08", ("2026-W10", "resolved")),
        # The words name the weekday, the month, the day; which of them is the model's to tell.
        ("The mill shut on Monday.", "Monday", "2026-03-02", ("2026-03-02", "model")),
        ("In 2019 the mill burnt. It opened again in May.", "in May", "2019-05", ("2019-05", "model")),
        (
            "Aid is due from the fourth quarter.",
            "from the fourth quarter",
            "2026-10/2026-12",
            ("2026-10/2026-12", "model"),
        ),
        ("The war ended in 1945; on Aug. 14 he sailed.", "on Aug. 14", "1945-08-14", ("1945-08-14", "model")),
        (
            "He sailed on the Monday evening.",
            "on the Monday evening",
            "2019-07-15T19:30",
            ("2019-07-15T19:30", "model"),
        ),
        ("The wall was promised by Christmas.", "Christmas", "2026-12-25", ("2026-12-25", "model")),
        ("The wall was promised by Christmas.", "Christmas", "2026-12-20", ("2025-12-25", "resolved")),
        # A full date proves itself, and words that say otherwise prove the model wrong.
        ("The mill shut on 9 March 2026.", "9 March 2026", "2025-03-09", ("2026-03-09", "stated")),
        ("The mill shut on Monday.", "Monday", "2026-03-10", ("2026-03-09", "resolved")),
        ("It opened again in May.", "in May", "2019-06", ("2025-05", "resolved")),
        ("It opened on Feb. 14.", "on Feb. 14", "2019-02-15", ("2026-02-14", "resolved")),
        ("It opened in the autumn of 2018.", "in the autumn of 2018", "2017-10", ("2018-FA", "stated")),
        ("It fell before the 2024 US election.", "before the 2024 US election", "2025-11-04", (None, "unknown")),
        # A period that ends with a day may begin on another than the first of a month; its end is the rule's.
        (
            "Sales fell in the three months to Feb. 27.",
            "in the three months to Feb. 27",
            "2025-11-29/2026-02-27",
            ("2025-11-29/2026-02-27", "model"),
        ),
        (
            "Sales fell in the three months to Feb. 27.",
            "in the three months to Feb. 27",
            "2025-11-29/2026-03-02",
            ("2025-12-01/2026-02-27", "resolved"),
        ),
        # What words of no date mean is a reader's to say where both may be; what today's words mean is certain.
        (
            "The march set for this weekend is off.",
            "this weekend",
            "2026-03-21/2026-03-22",
            ("2026-03-21/2026-03-22", "model"),
        ),
        (
            "There may be rain in the next week.",
            "next week",
            "2026-03-11/2026-03-17",
            ("2026-03-11/2026-03-17", "model"),
        ),
        ("Someone broke in overnight.", "overnight", "2026-03-01/2026-03-02", ("2026-03-01/2026-03-02", "model")),
        ("Someone broke in overnight.", "overnight", "2025-03-01/2025-03-02", ("2026-03-10/2026-03-11", "resolved")),
        ("The mill shut last week.", "last week", "2026-02-01/2026-02-28", ("2026-W10", "resolved")),
        ("The mill shut yesterday.", "yesterday", "2026-03-09", ("2026-03-10", "resolved")),
        # Which week's Sunday other words mean.
        ("Sunday's race is now at noon.", "noon", "2026-03-15", ("2026-03-15", "model")),
        # The day that a month or year ends on, where that is the limit; a time of day that looks like a year.
        ("It will shut by the end of June.", "by the end of June", "2026-06-30", ("2026-06-30", "model")),
        ("It is shut until the end of 2027.", "until the end of 2027", "2027-12-31", ("2027-12-31", "model")),
        ("Oil was down 2% by 1630 GMT.", "by 1630 GMT", "2026-03-11", ("2026-03-11", "model")),
        (
            "The verdict is due at the end of June at the earliest.",
            "at the end of June at the earliest",
            "2026-06",
            ("2026-06", "model"),
        ),
        # Of words that name no part of a date the model's is taken only where rules find none.
        ("The mill shut yesterday.", "yesterday", "2019-05-04", ("2026-03-10", "resolved")),
        ("It rained. The next morning they left.", "The next morning", "2026-03-08", ("2026-03-08", "model")),
        ("He left after nine minutes.", "after nine minutes", "2026-03-10", ("2026-03-10", "model")),
        ("It is open in early 2027.", "in early 2027", "2027-01/2027-03", ("2027-01/2027-03", "model")),
        ("It will open in the spring of 2027.", "in the spring of 2027", "2027", ("2027-SP", "stated")),
        # Of a range one end is enough: the other may be counted from it.
        (
            "Nurses strike for 10 days from March 27.",
            "for 10 days from March 27",
            "2026-03-27/2026-04-05",
            ("2026-03-27/2026-04-05", "model"),
        ),
        # What is no date of ISO 8601 says nothing, nor does silence.
        ("The mill is to shut on Monday.", "Monday", "next Monday", ("2026-03-16", "resolved")),
        ("The mill is to shut on Monday.", "Monday", "2026-02-31", ("2026-03-16", "resolved")),
        ("The mill is to shut on Monday.", "Monday", None, ("2026-03-16", "resolved")),
    ],
)
def test_a_model_dates_what_rules_cannot(
    text: str, words: str, value: str | None, found: tuple[str | None, str]
) -> None:
    assert given(text, words, value) == found


@pytest.mark.parametrize(
    ("text", "words", "language", "limit"),
    [
        ("Ek scored after only six minutes.", "after only six minutes", "en", "at"),
        ("He was hurt just before half-time.", "just before half-time", "en", "at"),
        ("They left before dawn.", "before dawn", "en", "at"),
        ("Ek traf erst nach der Pause.", "nach der Pause", "de", "at"),
        ("He landed shortly before 11 a.m.", "shortly before 11 a.m.", "en", "at"),
        ("They meet after the break, in early March.", "after the break, in early March", "en", "at"),
        ("They meet after the break, on a Sunday.", "after the break, on a Sunday", "en", "at"),
        ("They voted until 9 p.m.", "until 9 p.m.", "en", "until"),
        # Words that name what was, and no part of a date, say when on the day of the model; since and until hold.
        ("They met before the second round.", "before the second round", "en", "at"),
        ("The pier fell after the vote to close it.", "after the vote to close it", "en", "at"),
        ("Der Steg sank nach der Probe.", "nach der Probe", "de", "at"),
        ("He sang until the flood.", "until the flood", "en", "until"),
        ("They met before the March election.", "before the March election", "en", "before"),
        (
            "They met before the end of the season's first week.",
            "before the end of the season's first week",
            "en",
            "before",
        ),
        ("They met before the spring break.", "before the spring break", "en", "before"),
        ("They met after two days and three hours.", "after two days and three hours", "en", "after"),
        ("They moved before the flood.", "before the flood", "en", "at"),
        ("It has been shut since the flood.", "since the flood", "en", "since"),
    ],
)
def test_a_limit_within_a_day_is_on_that_day(text: str, words: str, language: str, limit: str) -> None:
    reading, at = nutgraf.read(nutgraf.Article.from_text(text, language=language)), text.index(words)
    answered = {"span": reading.span(at, at + len(words))}
    found = dated(reading.time_of(at, at + len(words)).model_copy(update=answered), "2026-03-08", reading)
    assert (found.value, found.basis, found.limit) == ("2026-03-08", "model", limit)


@pytest.mark.parametrize(
    ("value", "limit"),
    [("2026-03-08", "at"), ("2025-12-08", "before"), ("2026-04-08", "before"), ("2026-02", "before")],
)
def test_a_day_long_past_or_to_come_is_that_of_what_the_words_name(value: str, limit: str) -> None:
    text = "They moved before the flood."
    reading = nutgraf.read(nutgraf.Article.from_text(text, published="2026-03-11"))
    assert dated(reading.time_of(11, 27), value, reading).limit == limit


@pytest.mark.parametrize(
    ("text", "words", "language"),
    [
        ("Ek scored after nine minutes.", "after nine minutes", "en"),
        ("Ek traf nach neun Minuten.", "nach neun Minuten", "de"),
        ("He left shortly after 11 a.m.", "shortly after 11 a.m.", "en"),
        ("Er ging kurz nach 11 Uhr.", "kurz nach 11 Uhr", "de"),
    ],
)
def test_what_is_minutes_from_a_thing_is_on_its_day_however_long_ago(text: str, words: str, language: str) -> None:
    reading = nutgraf.read(nutgraf.Article.from_text(text, published="2026-03-11", language=language))
    at = text.index(words)
    assert dated(reading.time_of(at, at + len(words)), "2025-12-08", reading).limit == "at"


def test_a_date_without_words_is_the_models() -> None:
    found = without_words("2026-03-09")
    assert found is not None
    assert (found.span, found.value, found.basis, found.limit) == (None, "2026-03-09", "model", "at")
    assert without_words("soon") is None
    assert without_words(None) is None


def test_the_words_of_a_language_with_a_folder_are_known() -> None:
    text = "Das Werk schließt im Mai."
    assert given(text, "im Mai", "2025-05", "de") == ("2025-05", "model")
    assert given(text, "im Mai", "2025-06", "de") == ("2026-05", "resolved")


@pytest.mark.parametrize(
    ("value", "first", "last", "precision"),
    [
        ("2026", "2026-01-01", "2026-12-31", "year"),
        ("2024-02", "2024-02-01", "2024-02-29", "month"),
        ("2026-W11", "2026-03-09", "2026-03-15", "week"),
        ("2026-W11-WE", "2026-03-14", "2026-03-15", "day"),
        ("2026-Q3", "2026-07-01", "2026-09-30", "vague"),
        ("2026-H1", "2026-01-01", "2026-06-30", "vague"),
        ("199", "1990-01-01", "1999-12-31", "vague"),
        ("2026-03-11", "2026-03-11", "2026-03-11", "day"),
        ("2026-03-11T14:30", "2026-03-11", "2026-03-11", "exact"),
        ("2026-03-11TNI", "2026-03-11", "2026-03-11", "day"),
        ("2026-03-11/2026-03-13", "2026-03-11", "2026-03-13", "day"),
        ("2026-03/2026-05", "2026-03-01", "2026-05-31", "month"),
    ],
)
def test_a_value_comes_back_as_the_period_that_it_names(value: str, first: str, last: str, precision: str) -> None:
    found = cal.parsed(value)
    assert found is not None
    assert (found.value, str(found.first), str(found.last), found.precision) == (value, first, last, precision)


@pytest.mark.parametrize(
    "value",
    ["", "soon", "2026-13", "2026-00", "2026-W60", "2025-02-29", "0000", "P3D", "2026-03-13/2026-03-11", "2026/soon"],
)
def test_what_names_no_period_is_none(value: str) -> None:
    assert cal.parsed(value) is None


def test_the_nineties_are_written_in_two_ways() -> None:
    assert cal.parsed("1990s") == cal.parsed("199x") == cal.parsed("199X") == cal.decade(1990)
