"""What one article costs, and until when it may be asked about."""

from __future__ import annotations

import time

from nutgraf.results import Usage


class Tab:
    """The tab of one article: failed attempts included, answers from the cache kept apart.

    Args:
        until: when its time is up, by time.monotonic; None for never.
    """

    def __init__(self, until: float | None = None, *, whole: Tab | None = None) -> None:
        self.usage = Usage()
        self.by_step: dict[str, Usage] = {}
        self.until = until
        self._whole = whole

    def left(self) -> float | None:
        """Seconds until its time is up, None for all the time in the world."""
        return None if self.until is None else max(0.0, self.until - time.monotonic())

    def within(self) -> Tab:
        """A tab for one question, whose attempts stand on this one too."""
        return Tab(self.until, whole=self)

    def add(self, step: str, usage: Usage) -> None:
        """Put an attempt on the tab, under the pass that it was made for."""
        self.usage += usage
        self.by_step[step] = self.by_step.get(step, Usage()) + usage
        if self._whole is not None:
            self._whole.add(step, usage)
