"""Bounds, units, days and parts of a whole: told otherwise they are refuted or doubted, told in other words they are not."""

from __future__ import annotations

import pytest

from weighing import refuting, rules

TODAY = "2026-03-12"


@pytest.mark.parametrize(
    ("article", "statement", "rule"),
    [
        ("At least nine nets were lost.", "At most nine nets were lost", "other_bound"),
        ("Up to 700 sheep must move.", "At least 700 sheep must move", "other_bound"),
        ("The barge holds 60 to 70 tonnes of salt.", "The barge holds more than 70 tonnes of salt", "other_bound"),
        ("The shaft is 40 metres deep.", "The shaft is 40 feet deep", "other_unit"),
        ("The pilots were ashore for 11 days.", "The pilots were ashore for 11 weeks", "other_unit"),
        ("The lock has been closed since June.", "The lock has been closed until June", "other_time"),
        ("The lock has been closed until June.", "The lock has been closed since June", "other_time"),
        ("The lock has been closed by June.", "The lock has been closed since June", "other_time"),
        ("The lock has been closed since June.", "The lock has been closed by June", "other_time"),
        ("The clerk left on Tuesday.", "The clerk left last week", "other_time"),
        ("The siren went off at 4 a.m. on Sunday.", "The siren went off at 4 p.m. on Sunday", "other_time"),
        ("The dam will open next week.", "The dam will open this week", "other_time"),
        ("Norvia will shed 1,870 posts.", "Norvia will shed more than 1,900 posts", "invented_number"),
    ],
)  # fmt: skip
def test_another_measure_is_refuted(article: str, statement: str, rule: str) -> None:
    assert rule in refuting(statement, article, published=TODAY)


@pytest.mark.parametrize(
    ("article", "statement", "rule"),
    [
        ("At least nine nets were lost.", "Nine nets were lost", "other_bound"),
        ("The barge holds 60 to 70 tonnes of salt.", "The barge holds 60 tonnes of salt", "other_bound"),
        ("The clerk left on Tuesday.", "The clerk left before Tuesday", "other_time"),
        ("The clerk left on Tuesday.", "The clerk left after Tuesday", "other_time"),
        ("The lock was closed before June.", "The lock was closed since June", "other_time"),
        ("Most mills stood idle.", "All mills stood idle", "part_as_whole"),
        ("Some of the mills stood idle.", "Most of the mills stood idle", "part_as_whole"),
        ("Half of the crop was lost.", "The entire crop was lost", "part_as_whole"),
        ("Norvia and Osk won prizes.", "Norvia alone won a prize", "part_as_whole"),
    ],
)
def test_a_bound_left_out_and_a_whole_for_a_part_are_open(article: str, statement: str, rule: str) -> None:
    assert rule in rules(statement, article, published=TODAY, outcome="open")


@pytest.mark.parametrize(
    ("article", "statement"),
    [
        ("The clerk left before Tuesday.", "The clerk left on Tuesday"),
        ("The clerk left on Tuesday.", "The clerk left after Tuesday's vote"),
        ("The lock will be closed by June.", "The lock will be closed before June"),
        ("The lock has been closed since June.", "The lock was closed after June"),
        ("The dam will open in October.", "The dam will not open before October"),
    ],
)
def test_a_limit_that_says_as_much_is_no_other(article: str, statement: str) -> None:
    assert "other_time" not in rules(statement, article, published=TODAY)


def test_both_ends_of_a_range_may_be_told_apart() -> None:
    article = "Norvia expects $3 to $4 a share, down from an earlier range of $5 to $6."
    statement = "Norvia cut its forecast to $3 to $4 a share from $5 to $6"
    assert "other_bound" not in rules(statement, article, published=TODAY, outcome="open")


@pytest.mark.parametrize(
    ("article", "statement"),
    [
        ("At least nine nets were lost.", "No fewer than nine nets were lost"),
        ("Norvia will shed 1,870 posts.", "Norvia will shed more than 1,800 posts"),
        ("Norvia will shed 1,870 posts.", "Norvia will shed fewer than 1,900 posts"),
        ("The barge holds 60 to 70 tonnes of salt.", "The barge holds up to 70 tonnes of salt"),
        ("The shaft is 40 km long.", "The shaft is 40 kilometres long"),
        ("The pilots were ashore for three weeks.", "The pilots were ashore for 21 days"),
        ("The fair took on 20 cooks and 6 clowns.", "The fair took on 26 cooks and clowns"),
        ("The barge cost 2.5 million euros.", "The barge cost EUR 2.5 million"),
        ("The lock has been closed since 2024.", "The lock was closed in 2025"),
        ("The clerk left on Tuesday.", "The clerk left on March 10"),
        ("The clerk left on Tuesday.", "The clerk left this week"),
        ("The hall stays shut until May 31, 2026.", "The hall reopens in June 2026"),
        ("The clerk was held on Monday and freed the next morning.", "The clerk was freed on Tuesday"),
        ("The final on Sunday is in Moss.", "She won the final on Sunday"),
        ("The siren went off at 4 a.m. on Sunday.", "The siren went off at 4am Sunday"),
        ("Ida Dahl met the clerks, who vote on Tuesday.", "Ida Dahl met the clerks before Tuesday's vote"),
        ("A first try was in March 1968, a second that June.", "The bell was cast at a second try in June 1968"),
        ("The dam will not open before October.", "The dam will open in October at the earliest, not before"),
    ],
)
def test_the_same_measure_in_other_words_is_not_refuted(article: str, statement: str) -> None:
    assert refuting(statement, article, published=TODAY) == set()
