"""Limits and books: what may be spent, what was spent; reserved before a request goes out, settled when it is back."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass

from nutgraf.asking.budget.tab import Account
from nutgraf.asking.cache.waking import Waiter
from nutgraf.counting import counted
from nutgraf.errors import BudgetExceeded, ConfigurationError
from nutgraf.results import Usage


@dataclass(frozen=True, kw_only=True)
class Budget:
    """What one Summarizer may spend in all. None sets no limit.

    The most that a request can cost is set aside before it goes out, so that no number of workers can overspend. An
    attempt whose cost the server never told (no answer in time, half an answer) counts as what was set aside for it.
    A Summarizer that is pickled to another process keeps books of its own there, and so does the budget: give each
    process its share.

    Attributes:
        usd: US dollars, by the prices of `genai-prices` (the extra "prices").
        tokens: prompt and completion tokens.
        requests: requests sent, failed ones included.
    """

    usd: float | None = None
    tokens: int | None = None
    requests: int | None = None

    def __post_init__(self) -> None:
        for name in ("usd", "tokens", "requests"):
            value = getattr(self, name)
            if value is None:
                continue
            if isinstance(value, bool) or not isinstance(value, (int, float)):
                raise ConfigurationError(f"Budget({name}={value!r}): a limit is a number, or None for no limit")
            if not value >= 0:
                raise ConfigurationError(f"Budget({name}={value}): a limit can't be negative")


@dataclass(frozen=True)
class Reservation:
    """Tokens and dollars set aside for one request that is about to go out."""

    tokens: int
    usd: float = 0.0


class Ledger:
    """The books of one Summarizer: thread-safe, so that no number of workers can overspend."""

    def __init__(self, budget: Budget | None = None, *, opening: Ledger | None = None) -> None:
        self._budget = budget or Budget()
        self._lock = threading.Lock()
        self._spent: Account = opening._spent if opening else Account()
        self._by_step: dict[str, Account] = opening._by_step if opening else {}
        self._presumed: Reservation = opening._presumed if opening else Reservation(0)
        self._reserved = Reservation(0)
        self._in_flight = 0
        self._waiters: list[Waiter] = []

    @property
    def spent(self) -> Usage:
        """What has been spent so far, as the server counted it."""
        with self._lock:
            return self._spent.usage

    @property
    def by_step(self) -> Mapping[str, Usage]:
        """The same for each pass; passes asked in one request stand together ("quotes+events+summary")."""
        with self._lock:
            return {step: account.usage for step, account in self._by_step.items()}

    async def reserved(self, tokens: int, usd: float = 0.0) -> Reservation:
        """Set aside the most that a request can cost; where only what others have set aside is in the way, wait until they know what
        they spent.

        Raises:
            BudgetExceeded: the request could overspend; nothing was sent.
        """
        while True:
            with self._lock:
                refusal = self._refusal(tokens, usd)
                if refusal is None:
                    return self._set_aside(tokens, usd)
                if not self._in_flight or self._refusal(tokens, usd, settled=True):
                    raise refusal
                waiter = Waiter()
                self._waiters.append(waiter)
            await waiter.wait()

    def settle(self, reservation: Reservation, usage: Usage, *, step: str = "", counted: bool = True) -> None:
        """Book what the request cost and free what was set aside; what nobody counted stays set aside for good."""
        with self._lock:
            self._in_flight -= 1
            self._reserved = _sum(self._reserved, reservation, sign=-1)
            if not counted:
                self._presumed = _sum(self._presumed, reservation)
            self._book(usage, step)
            waiters, self._waiters = self._waiters, []
        for waiter in waiters:
            waiter.wake()

    def add(self, usage: Usage, step: str = "") -> None:
        """Book something that was not reserved: an answer from the cache."""
        with self._lock:
            self._book(usage, step)

    def _book(self, usage: Usage, step: str) -> None:
        self._spent.add(usage)
        if step not in self._by_step:
            self._by_step[step] = Account()
        self._by_step[step].add(usage)

    def _set_aside(self, tokens: int, usd: float) -> Reservation:
        reservation = Reservation(tokens, usd)
        self._reserved = _sum(self._reserved, reservation)
        self._in_flight += 1
        return reservation

    def _refusal(self, tokens: int, usd: float, *, settled: bool = False) -> BudgetExceeded | None:
        """Why a request may not go out; `settled`: even if all that is in flight turned out to cost nothing."""
        budget, aside = self._budget, Reservation(0) if settled else self._reserved
        requests = self._spent.requests + self._in_flight
        if budget.requests is not None and requests + 1 > budget.requests:
            return BudgetExceeded(
                f"the budget of {counted(budget.requests, 'request')} is used up", spent=requests, limit=budget.requests
            )
        for limit, spent, presumed, set_aside, next_, unit in (
            (budget.tokens, self._spent.tokens, self._presumed.tokens, aside.tokens, tokens, "tokens"),
            (budget.usd, self._spent.usd, self._presumed.usd, aside.usd, usd, "USD"),
        ):
            if limit is not None and spent + presumed + set_aside + next_ > limit:
                uncounted = f", {presumed:.6g} for answers that never arrived" if presumed else ""
                return BudgetExceeded(
                    f"the next request may take {next_:.6g} {unit} and would pass the budget of {limit:.6g} "
                    f"({spent:.6g} spent, {set_aside:.6g} in flight{uncounted})",
                    spent=spent,
                    limit=limit,
                )
        return None


def _sum(one: Reservation, other: Reservation, *, sign: int = 1) -> Reservation:
    return Reservation(one.tokens + sign * other.tokens, one.usd + sign * other.usd)
