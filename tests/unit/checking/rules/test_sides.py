"""Opposites and sides: a deed turned into its reverse, two who change places, a before for an after."""

from __future__ import annotations

import pytest

from weighing import refuting, rules


@pytest.mark.parametrize(
    ("article", "statement"),
    [
        ("Norvia bought the salt mill on Monday.", "Norvia sold the salt mill"),
        ("Guards detained two clerks on Monday.", "Guards released two clerks"),
        ("The guild imposed a levy on salt.", "The guild scrapped a levy on salt"),
        ("Osk joined the Coastal League in May.", "Osk left the Coastal League in May"),
        ("The town built a pier.", "The town demolished a pier"),
        ("The harvest improved in May.", "The harvest worsened in May"),
        ("Moss trailed by two goals at the break.", "Moss led by two goals at the break"),
        ("The turnout was the highest since 1998.", "The turnout was the lowest since 1998"),
        ("The new barge is faster than the old one.", "The new barge is slower than the old one"),
        ("The bell rang before the guards left.", "The bell rang after the guards left"),
    ],
)
def test_the_reverse_of_what_is_told_is_refuted(article: str, statement: str) -> None:
    assert refuting(statement, article)


@pytest.mark.parametrize(
    ("article", "statement"),
    [
        ("Osk beat Brede in the final.", "Brede beat Osk in the final"),
        ("Ida Dahl accused Bo Lund of theft.", "Bo Lund accused Ida Dahl of theft"),
        ("Osk was beaten by Brede in the final.", "Osk beat Brede in the final"),
        ("Osk was soundly beaten by Brede.", "Osk beat Brede soundly"),
        ("Norvia is larger than Orbis.", "Orbis is larger than Norvia"),
        ("The old pier is longer than the new pier.", "The new pier is longer than the old pier"),
        ("The guards left before the bell rang.", "The bell rang before the guards left"),
    ],
)
def test_who_changes_sides_is_not_proved(article: str, statement: str) -> None:
    assert "sides_turned" in rules(statement, article, outcome="open")


@pytest.mark.parametrize(
    "article", ["Osk was beaten in Brede.", "Osk was once beaten in Brede.", "Osk had been beaten in Brede."]
)
def test_a_passive_without_a_doer_tells_no_sides(article: str) -> None:
    assert rules("Brede beat Osk", article) == set()


def test_a_word_that_nobody_knows_leaves_open_what_a_before_for_an_after_proves() -> None:
    article = "The bell rang before the guards left."
    assert rules("The loud bell rang after the guards left", article) == {"sides_turned"}
    assert refuting("The loud bell rang after the guards left", article) == set()


@pytest.mark.parametrize(
    ("article", "statement"),
    [
        # not falling is no rise, and no fall
        ("Prices didn't fall in Osk.", "Prices rose in Osk"),
        ("Profit in Osk suffered from higher fuel costs.", "Profit fell in Osk"),
        # bought of one is sold by the other
        ("Norvia bought the mill from Osk.", "Osk sold the mill to Norvia"),
        ("Osk lent Norvia nine barges.", "Norvia borrowed nine barges from Osk"),
        # the other side of a comparison
        ("The new barge is faster than the old one.", "The old barge is slower than the new one"),
        ("More cooks than clerks voted.", "Fewer clerks than cooks voted"),
        ("Profit was higher than in 2025.", "Profit was lower in 2025"),
        # what was begun may have ended since
        ("The strike that began on Monday is over.", "The strike ended"),
        ("The strike began on Monday. Crews are back at work.", "The strike ended"),
        ("The pier built in 1920 was torn down.", "The pier was demolished"),
        ("The lane closed in May carries traffic again.", "The lane reopened"),
        ("Two clerks arrested in Moss are at large again.", "Two clerks were released"),
        ("Osk parted ways with Lund, whom it hired in May.", "Osk fired Lund"),
        # the sides of a passive, and of a verb without sides
        ("Osk beat Brede in the final.", "Brede was beaten by Osk in the final"),
        ("Ida Dahl met Bo Lund in Moss.", "Bo Lund met Ida Dahl in Moss"),
        ("The guards left after the bell rang.", "The bell rang before the guards left"),
    ],
)
def test_the_same_told_from_the_other_side_is_not_refuted(article: str, statement: str) -> None:
    assert refuting(statement, article) == set()
