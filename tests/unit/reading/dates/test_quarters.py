"""Quarters of accounts, told by their number, by the one spoken of before, or by the year that they are compared with."""

from __future__ import annotations

import pytest

import nutgraf
from nutgraf.article import Article

PUBLISHED = "2026-11-05"


def values(text: str, published: str | None = PUBLISHED) -> list[tuple[str, str | None]]:
    reading = nutgraf.read(Article.from_text(text, language="en", published=published))
    return [(one.span.text, one.value) for one in reading.times if one.span]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The yard will take a fourth-quarter charge.", [("fourth-quarter", "2026-Q4")]),
        ("The yard expects output to rise in the first quarter.", [("first quarter", "2027-Q1")]),
        (
            "The yard will report third-quarter results on Monday.",
            [("third-quarter", "2026-Q3"), ("Monday", "2026-11-09")],
        ),
        ("The yard reported a loss for the third quarter of $3 million.", [("third quarter", "2026-Q3")]),
        # The year of accounts by its last day, or by the quarter told of.
        (
            "The yard lost $4 million in the year ended Jan. 31, and will lose more in the year ending Jan. 31.",
            [("year", "2026"), ("Jan. 31", "2026-01-31"), ("year", "2027"), ("Jan. 31", "2027-01-31")],
        ),
        (
            "Net fell in the second quarter. For the full year, costs will be flat.",
            [("second quarter", "2026-Q2"), ("full year", "2026")],
        ),
        ("The yard lay idle for the year.", []),
        # The quarter spoken of, or the last one over.
        ("The yard lost $3 million in the latest quarter.", [("latest quarter", "2026-Q3")]),
        (
            "Profit fell in the second quarter of 2025. Lee left during the quarter.",
            [("second quarter of 2025", "2025-Q2"), ("quarter", "2025-Q2")],
        ),
        (
            "Net fell in the second quarter. It was $5 million in the 2024 quarter, and higher in the year-ago quarter.",
            [("second quarter", "2026-Q2"), ("2024 quarter", "2024-Q2"), ("year-ago quarter", "2025-Q2")],
        ),
        (
            "Most of the charge falls in the current quarter. The yard had debts of $4 million in the quarter.",
            [("current quarter", "2026-Q4"), ("quarter", "2026-Q3")],
        ),
        ("The yard will halve its losses by the end of the quarter.", [("the end of the quarter", "2026-Q4")]),
        ("Debts stood at $3 million at the end of the quarter.", []),
        # What the quarter is compared with.
        (
            "Third-quarter net was $5 million, compared with $4 million, or nine cents a share, a year earlier.",
            [("Third-quarter", "2026-Q3"), ("a year earlier", "2025-Q3")],
        ),
        (
            "Net rose in the third quarter. For the nine months it was $9 million, against $8 million a year ago.",
            [("third quarter", "2026-Q3"), ("nine months", "P9M"), ("a year ago", "2025")],
        ),
        ("Net rose from $3 million in the year-earlier third quarter.", [("year-earlier third quarter", "2025-Q3")]),
        ("Net rose in the 2025 first quarter.", [("2025 first quarter", "2025-Q1")]),
        # No game.
        ("The Larks shot 40% in the fourth quarter.", []),
        ("Lee kicked a field goal in the latest quarter of a game that cost $3 million.", []),
        ("They bought a house in the quarter.", []),
    ],
)
def test_quarters(text: str, found: list[tuple[str, str | None]]) -> None:
    assert values(text) == found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Profit rose in the third quarter.", "third quarter"),
        ("The yard lost $3 million in the latest quarter.", "latest quarter"),
        ("The price is above year-ago levels.", "year-ago"),
        ("The bakers fear a loss for the year.", "year"),
        ("Sales rose in the quarter ended Sept. 30.", "quarter"),
    ],
)
def test_without_a_day_of_publication_none_is_told(text: str, words: str) -> None:
    assert values(text, None)[0] == (words, None)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Net rose in the fourth quarter ended Aug. 31.", "2026-Q4"),
        ("Net rose in the third quarter ended Sept. 30.", "2026-Q3"),
    ],
)
def test_a_quarter_that_ends_when_no_quarter_of_the_calendar_does_has_no_days(text: str, value: str) -> None:
    reading = nutgraf.read(Article.from_text(text, language="en", published=PUBLISHED))
    assert reading.times[0].value == value
    assert (reading.times[0].start is None) == ("Aug" in text)
