"""Whether the words around a day look ahead or back: by the verb that governs it, or by the words right before it."""

from __future__ import annotations

from collections.abc import Callable

from nutgraf.reading.dates.calendar import Lean
from nutgraf.reading.dates.found import Setting
from nutgraf.reading.dates.patterns import NEVER, DateWords

Leans = Callable[[str, int, int], Lean | None]
"""A language's reading of a sentence: where the verb that governs the words at an offset range looks; None: none tells."""
_NEAR, _WIDER = 40, 90


def _nowhere(_sentence: str, _start: int, _end: int) -> None:
    """No rule of tenses: a verb tells nothing."""


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
        self,
        lean: Leans = _nowhere,
        *,
        always: str = NEVER,
        unless_past: str = NEVER,
        back: str = NEVER,
        planned: str = NEVER,
        plans: str = NEVER,
        called_off: str = NEVER,
    ) -> None:
        self.lean = lean
        self._near = rf"(?P<always>{always})|(?P<back>{back})|{unless_past}"
        self._wider = rf"(?P<plans>{plans})|{planned}"
        self._called_off = called_off

    def direction(self, setting: Setting, start: int, end: int) -> Lean | None:
        """Where the words before the day and its verb look."""
        match = setting.behind(self._near, start)
        if match is not None and match.lastgroup is not None:
            return "future" if match.lastgroup == "always" else "past"
        # What stands before "until Friday" governs it.
        lean = setting.lean(match.start() if match else start, end)
        return "future" if lean != "past" and match is not None else lean

    def plan(self, setting: Setting, start: int, end: int, *, yesterday: bool) -> Lean | None:
        """Where a day looks as that of a plan; None: it is none, or the verb decides."""
        match = setting.behind(self._wider, start, _WIDER)
        if match is None or match.lastgroup or not yesterday:
            return None if match is None else "future"
        called_off = setting.words.pattern(self._called_off).match(setting.low, end, end + _NEAR)
        return "past" if called_off else None

    def plans(self, words: DateWords, before: str) -> bool:
        """Whether the words before a day tell that it was planned for it: "a parade set for"."""
        return words.ending(self._wider).search(before.lower()[-_WIDER:]) is not None
