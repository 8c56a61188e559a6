"""Limits and books: what may be spent, what was spent; reserved before a request goes out, settled when it is back."""

from __future__ import annotations

import threading
from dataclasses import dataclass

from nutgraf.errors import BudgetExceeded, ConfigurationError
from nutgraf.results import Usage


@dataclass(frozen=True, kw_only=True)
class Budget:
    """What one Summarizer may spend in all. None sets no limit.

    `tokens` counts prompt and completion tokens, `requests` the requests sent, failed ones included.
    """

    tokens: int | None = None
    requests: int | None = None

    def __post_init__(self) -> None:
        for name in ("tokens", "requests"):
            value = getattr(self, name)
            if value is not None and value < 0:
                raise ConfigurationError(f"Budget({name}={value}): a limit can't be negative")


@dataclass(frozen=True)
class Reservation:
    """Tokens set aside for one request that is about to go out."""

    tokens: int


class Ledger:
    """The books of one Summarizer: thread-safe, so that no number of workers can overspend."""

    def __init__(self, budget: Budget | None = None) -> None:
        self._budget = budget or Budget()
        self._lock = threading.Lock()
        self._spent = Usage()
        self._reserved = 0
        self._in_flight = 0

    @property
    def spent(self) -> Usage:
        """What has been spent so far."""
        return self._spent

    def reserve(self, tokens: int) -> Reservation:
        """Set aside the most that a request can cost.

        Raises:
            BudgetExceeded: the request could overspend; nothing was sent.
        """
        with self._lock:
            requests = self._spent.requests + self._in_flight + 1
            if self._budget.requests is not None and requests > self._budget.requests:
                raise BudgetExceeded(
                    f"the budget of {self._budget.requests} requests is used up",
                    spent=requests - 1,
                    limit=self._budget.requests,
                )
            total = self._spent.total_tokens + self._reserved + tokens
            if self._budget.tokens is not None and total > self._budget.tokens:
                raise BudgetExceeded(
                    f"the next request may take {tokens} tokens and would pass the budget of {self._budget.tokens} "
                    f"({self._spent.total_tokens} spent, {self._reserved} in flight)",
                    spent=self._spent.total_tokens,
                    limit=self._budget.tokens,
                )
            self._reserved += tokens
            self._in_flight += 1
            return Reservation(tokens)

    def settle(self, reservation: Reservation, usage: Usage) -> None:
        """Book what the request really cost and free what was set aside."""
        with self._lock:
            self._reserved -= reservation.tokens
            self._in_flight -= 1
            self._spent += usage

    def add(self, usage: Usage) -> None:
        """Book something that was not reserved: an answer from the cache."""
        with self._lock:
            self._spent += usage
