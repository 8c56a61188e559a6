"""Nothing can be overspent: what a request may cost is set aside before it goes out."""

import asyncio
import threading

import pytest

from nutgraf.asking.budget.books import Budget, Ledger
from nutgraf.asking.budget.tab import Tab
from nutgraf.errors import BudgetExceeded, ConfigurationError
from nutgraf.results import Usage


def test_a_request_that_could_overspend_is_not_sent() -> None:
    ledger = Ledger(Budget(tokens=100))
    first = asyncio.run(ledger.reserved(60))
    ledger.settle(first, Usage(requests=1, prompt_tokens=30, completion_tokens=20))
    with pytest.raises(BudgetExceeded) as caught:
        asyncio.run(ledger.reserved(60))
    assert caught.value.limit == 100
    asyncio.run(ledger.reserved(50))


def test_requests_in_flight_count_too() -> None:
    ledger = Ledger(Budget(requests=2))
    for _ in range(2):
        asyncio.run(ledger.reserved(1))
    with pytest.raises(BudgetExceeded):
        asyncio.run(ledger.reserved(1))


def test_sixteen_workers_can_not_overspend() -> None:
    ledger = Ledger(Budget(tokens=1_000))

    def work() -> None:
        for _ in range(50):
            try:
                held = asyncio.run(ledger.reserved(30))
            except BudgetExceeded:
                continue
            ledger.settle(held, Usage(requests=1, prompt_tokens=20, completion_tokens=10))

    workers = [threading.Thread(target=work) for _ in range(16)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert 970 <= ledger.spent.total_tokens <= 1_000


def test_a_negative_limit_is_refused() -> None:
    with pytest.raises(ConfigurationError, match="negative"):
        Budget(tokens=-1)


def test_a_tab_says_which_deadline_passed_and_what_was_spent_until_then() -> None:
    tab = Tab(30)
    part = tab.within()
    part.add(Usage(requests=2, prompt_tokens=7))
    assert (part.until, part.seconds) == (tab.until, 30)
    for one in (tab, part):
        error = one.overdue()
        assert str(error) == "the deadline of 30 s passed"
        assert error.usage == Usage(requests=2, prompt_tokens=7)
    endless = Tab()
    assert endless.left() is None
    assert str(endless.overdue()) == "the deadline passed"
