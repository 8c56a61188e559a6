"""What a check itself breaks on: that item is left out and reported, and the others hold."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from traceback import extract_tb
from typing import TypeVar

from pydantic import BaseModel

from nutgraf.checking.items.finding import label_of
from nutgraf.reading.window import Window
from nutgraf.results import Problem

S = TypeVar("S")
Answered = tuple[Window, tuple[BaseModel, ...]]
NOT_CHECKED = "not_checked"
"""The kind of problem. An answer that holds such an item is not kept: the next time the model is asked again."""


def checkable(
    settle: Callable[[Sequence[Answered]], S], answered: Sequence[Answered], step: str
) -> tuple[S, list[Problem]]:
    """What the answers settle to, without the items on which the check breaks; a problem for each of these.

    Args:
        settle: checks answers; may raise anything, by a mistake of ours or of a class of the user's own.
        answered: the answers.
        step: whose, for the problems.
    """
    try:
        return settle(answered), []
    except Exception as error:  # noqa: BLE001 - told below, item by item
        whole = error
    broken: dict[int, Problem] = {}
    for window, items in answered:
        for item in items:
            try:
                settle([(window, (item,))])
            except Exception as error:  # noqa: BLE001 - it becomes a problem of the item
                broken[id(item)] = _problem(step, item, error)
    if broken:
        try:
            return settle([(w, tuple(i for i in items if id(i) not in broken)) for w, items in answered]), [
                *broken.values()
            ]
        except Exception as error:  # noqa: BLE001 - told below
            whole = error
    every = [_problem(step, item, whole) for _, items in answered for item in items]
    return settle([(window, ()) for window, _ in answered]), every


def _problem(step: str, item: BaseModel, error: Exception) -> Problem:
    """Where the check broke stands in it, what it broke on does not: that may be anything."""
    at = extract_tb(error.__traceback__)[-1]
    return Problem(
        kind=NOT_CHECKED,
        step=step,
        item=label_of(item),
        detail=f"the check itself broke on it: {type(error).__name__} at {Path(at.filename).name}:{at.lineno}",
        resolution="dropped",
    )
