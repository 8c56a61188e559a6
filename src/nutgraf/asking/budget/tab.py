"""What one article costs, and until when it may be asked about."""

from __future__ import annotations

import time

from nutgraf.errors import ModelUnavailable
from nutgraf.results import Usage


class Account:
    """A running sum of usage, in plain numbers: it is added to far more often than it is read."""

    __slots__ = ("_cached", "_completion", "_cost", "_prompt", "_requests", "_saved")

    def __init__(self) -> None:
        self._requests = self._cached = self._prompt = self._completion = self._saved = 0
        self._cost: float | None = None

    def add(self, usage: Usage) -> None:
        """Add what an attempt cost."""
        self._requests += usage.requests
        self._cached += usage.cached_requests
        self._prompt += usage.prompt_tokens
        self._completion += usage.completion_tokens
        self._saved += usage.saved_tokens
        if usage.cost_usd is not None:
            self._cost = (self._cost or 0.0) + usage.cost_usd

    @property
    def usage(self) -> Usage:
        """The sum so far."""
        return Usage(
            requests=self._requests,
            cached_requests=self._cached,
            prompt_tokens=self._prompt,
            completion_tokens=self._completion,
            saved_tokens=self._saved,
            cost_usd=self._cost,
        )

    @property
    def requests(self) -> int:
        """Requests so far."""
        return self._requests

    @property
    def tokens(self) -> int:
        """Tokens paid for so far."""
        return self._prompt + self._completion

    @property
    def usd(self) -> float:
        """Dollars so far, as far as prices are known."""
        return self._cost or 0.0


class Tab:
    """The tab of one article: failed attempts included, answers from the cache kept apart.

    Args:
        seconds: after which its time is up, None for never.
        whole: the tab that this one is a part of, whose time it has.
    """

    def __init__(self, seconds: float | None = None, *, whole: Tab | None = None) -> None:
        self._account = Account()
        self._whole = whole
        self.seconds: float | None = seconds if whole is None else whole.seconds
        self.until: float | None = whole.until if whole else None if seconds is None else time.monotonic() + seconds
        """When its time is up, by time.monotonic."""

    @property
    def usage(self) -> Usage:
        """What it has cost so far."""
        return self._account.usage

    def left(self) -> float | None:
        """Seconds until its time is up, None for all the time in the world."""
        return None if self.until is None else max(0.0, self.until - time.monotonic())

    def within(self) -> Tab:
        """A tab for one question, whose attempts stand on this one too."""
        return Tab(whole=self)

    def overdue(self) -> ModelUnavailable:
        """The error of what its time did not suffice for."""
        of = "" if self.seconds is None else f" of {self.seconds:g} s"
        return ModelUnavailable(f"the deadline{of} passed", usage=self.usage)

    def add(self, usage: Usage) -> None:
        """Put an attempt on the tab."""
        self._account.add(usage)
        if self._whole is not None:
            self._whole.add(usage)
