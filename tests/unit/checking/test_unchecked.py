"""A check that breaks on an item costs that item, and says so."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from pydantic import BaseModel

from nutgraf.article import Span
from nutgraf.checking.items.unchecked import NOT_CHECKED, Answered, checkable
from nutgraf.reading.window import Window
from nutgraf.results import Point


class Item(BaseModel):
    number: int


def answers(*numbers: Sequence[int]) -> list[Answered]:
    return [(Window(numbers=(1,)), tuple(Item(number=n) for n in group)) for group in numbers]


def settling(answered: Sequence[Answered]) -> list[int]:
    found = [item.number for _, items in answered for item in items]  # type: ignore[attr-defined]
    for number in found:
        if number < 0:
            raise ZeroDivisionError(f"a text that may be anything: {number}")
    if sum(found) > 100:
        raise OverflowError
    return found


def test_where_nothing_breaks_nothing_is_said() -> None:
    assert checkable(settling, answers([1, 2], [3]), "figures") == ([1, 2, 3], [])


def test_the_item_on_which_the_check_breaks_is_left_out_and_reported() -> None:
    found, problems = checkable(settling, answers([1, -2], [-3, 4]), "figures")
    assert found == [1, 4]
    assert [(p.kind, p.step, p.item, p.resolution) for p in problems] == [
        (NOT_CHECKED, "figures", "Item", "dropped")
    ] * 2
    assert all("ZeroDivisionError at test_unchecked.py" in p.detail for p in problems)
    assert not any("anything" in p.detail for p in problems)


def test_items_that_hold_alone_and_break_together_are_all_reported() -> None:
    found, problems = checkable(settling, answers([60, 70], [-1]), "figures")
    assert found == []
    assert len(problems) == 3


def test_a_check_that_breaks_without_any_item_is_a_bug_of_the_article() -> None:
    def broken(_answered: Sequence[Answered]) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        checkable(broken, answers([1]), "figures")


def test_a_reader_knows_the_item_by_its_words() -> None:
    point = Point(text="Ten divers searched the lake.", evidence=(Span(text="x", start=0, end=1),))

    def broken(answered: Sequence[Answered]) -> list[int]:
        return [1 // 0 for _, items in answered for _ in items]

    _, problems = checkable(broken, [(Window(numbers=(1,)), (point,))], "summary")
    assert [problem.item for problem in problems] == ["'Ten divers searched the lake.'"]
