"""Whether the words around a day look ahead or back: by the verb that governs it, or by the words right before it."""

from __future__ import annotations

from collections.abc import Callable

from nutgraf.reading.dates.calendar import Lean
from nutgraf.reading.dates.found import Setting

Leans = Callable[[str, int, int], Lean | None]
"""A language's reading of a sentence: where the verb that governs the words at an offset range looks; None: none tells."""
_NEAR, _WIDER = 40, 90


class Ahead:
    """A language's ways to look ahead, each a pattern that ends right before the day.

    Args:
        lean: what the verb says.
        always: words behind which a day lies ahead ("ahead of"); `unless_past` ("by", "until"): unless the verb looks back;
            `back`: words behind which it lies in the past ("since").
        planned: words of a plan ("set for", "due to open on"), which lies ahead even in a sentence about the past ("a parade set for
            Friday was canceled"), unless it was yesterday: then what was `called_off`, by the words behind the day, is what did not
            happen, and else the verb decides.
        plans: words of a plan that lies ahead in any case.
    """

    def __init__(
        self, lean: Leans, *, always: str, unless_past: str, back: str, planned: str, plans: str, called_off: str
    ) -> None:
        self.lean = lean
        self._always, self._unless_past, self._back = (f"(?<!\\w)(?:{p})$" for p in (always, unless_past, back))
        self._planned, self._plans, self._called_off = f"(?<!\\w)(?:{planned})$", f"(?<!\\w)(?:{plans})$", called_off

    def direction(self, setting: Setting, start: int, end: int) -> Lean | None:
        """Where the words before the day and its verb look."""
        search = setting.words.pattern
        near = setting.low[max(0, start - _NEAR) : start]
        if search(self._always).search(near):
            return "future"
        if search(self._back).search(near):
            return "past"
        lean = setting.lean(start, end)
        return "future" if lean != "past" and search(self._unless_past).search(near) else lean

    def plan(self, setting: Setting, start: int, end: int, *, yesterday: bool) -> Lean | None:
        """Where a day looks as that of a plan; None: it is none, or the verb decides."""
        search = setting.words.pattern
        near = setting.low[max(0, start - _WIDER) : start]
        if search(self._plans).search(near):
            return "future"
        if not search(self._planned).search(near):
            return None
        if not yesterday:
            return "future"
        return "past" if search(self._called_off).match(setting.low, end, end + _NEAR) else None
