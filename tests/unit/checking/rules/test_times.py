"""One test for each lie about time words."""

import pytest

from weighing import refuting, rules, weighed


@pytest.mark.parametrize(
    ("statement", "article"),
    [
        ("The council met on Friday", "The council met on Sunday."),
        ("The council met in March", "The council began to march and met in June."),
        ("The council meets in May", "The council may meet."),
        ("The council met at noon", "The council met overnight."),
        ("The council meets in the spring", "The council meets about Springfield in winter."),
        ("The council met yesterday", "The council met in a tent."),
        ("The council met in August", "The council met in early June."),
    ],
)
def test_invented_time(statement: str, article: str) -> None:
    assert "invented_time" in refuting(statement, article)


@pytest.mark.parametrize(
    ("statement", "article"),
    [
        ("The siege went on for three weeks", "The three-week siege went on."),
        ("The council meets every week", "The council holds weekly meetings."),
        ("The shop is open on Sundays", "The shop is open every Sunday."),
        ("The council met on a Sunday", "THE COUNCIL MET ON SUNDAY."),
        ("Sunday's vote was close", "The vote on Sunday was close."),
        ("The council met on Jan 5", "The council met on January 5."),
    ],
)
def test_a_time_word_in_another_form(statement: str, article: str) -> None:
    assert "invented_time" not in rules(statement, article)
    assert "time_from_elsewhere" not in rules(statement, article)


def test_the_weekday_and_month_of_a_date_in_the_evidence_are_open() -> None:
    article = "{The council met on July 18, 2017.} It sat until July 21, 2017."
    assert "invented_time" not in rules("The council met on a Tuesday", article)
    assert "time_from_elsewhere" in rules("The council met on a Tuesday", article, outcome="open")
    assert "invented_time" in refuting("The council met on a Friday", article)
    assert weighed("The council met in July", "The council met on Tuesday.", published="2017-07-20").outcome == "open"


def test_time_from_elsewhere() -> None:
    article = "{The council met in a tent.} It sat until Friday."
    assert "time_from_elsewhere" in rules("The council met on Friday", article, outcome="open")
