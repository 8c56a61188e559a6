"""Equal questions in flight share one call: across tasks, loops and threads, and whoever leads may fall."""

from __future__ import annotations

import asyncio
import threading

import pytest

from nutgraf.asking.cache.sharing import Sharing, sharing_of
from nutgraf.errors import ModelUnavailable


def test_fifty_at_once_make_one_call() -> None:
    calls = 0

    async def call() -> int:
        nonlocal calls
        calls += 1
        await asyncio.sleep(0.01)
        return calls

    async def everything() -> list[tuple[int, bool]]:
        sharing: Sharing[int] = Sharing()
        return await asyncio.gather(*(sharing.share("k", call, payer=1) for _ in range(50)))

    found = asyncio.run(everything())
    assert [value for value, _ in found] == [1] * 50
    assert sum(shared for _, shared in found) == 49
    assert calls == 1


def test_loops_in_many_threads_make_one_call() -> None:
    sharing: Sharing[int] = Sharing()
    calls, found, ready = [], [], threading.Barrier(8, timeout=60)

    async def call() -> int:
        calls.append(1)
        while len(sharing._flights["k"].waiters) < 7:  # noqa: ASYNC110 - nobody tells
            await asyncio.sleep(0.001)
        return 7

    async def one() -> None:
        ready.wait()
        found.append(await sharing.share("k", call, payer=1))

    threads = [threading.Thread(target=lambda: asyncio.run(one())) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [value for value, _ in found] == [7] * 8
    assert len(calls) == 1


def test_a_waiter_takes_over_from_a_leader_who_is_cancelled() -> None:
    async def everything() -> tuple[int, int]:
        sharing: Sharing[int] = Sharing()
        calls = 0

        async def call() -> int:
            nonlocal calls
            calls += 1
            await asyncio.sleep(60 if calls == 1 else 0)
            return calls

        leader, *waiters = [asyncio.ensure_future(sharing.share("k", call, payer=1)) for _ in range(4)]
        await asyncio.sleep(0)
        leader.cancel()
        found = await asyncio.gather(*waiters)
        assert [value for value, _ in found] == [2] * 3
        assert not sharing._flights
        return calls, sum(not shared for _, shared in found)

    assert asyncio.run(everything()) == (2, 1)


def test_an_error_is_shared_by_those_who_pay_together_and_tried_again_by_others() -> None:
    async def everything() -> tuple[int, list[object]]:
        sharing: Sharing[int] = Sharing()
        calls = 0

        async def call() -> int:
            nonlocal calls
            calls += 1
            await asyncio.sleep(0)
            if calls == 1:
                raise ModelUnavailable("gone", attempts=3)
            return calls

        asked = [sharing.share("k", call, payer=payer) for payer in (1, 1, 2)]
        return calls, await asyncio.gather(*asked, return_exceptions=True)

    _, (first, second, third) = asyncio.run(everything())
    assert isinstance(first, ModelUnavailable)
    assert isinstance(second, ModelUnavailable)
    assert second is not first
    assert second.attempts == 3
    assert third == (2, False)


def test_a_waiter_who_leaves_disturbs_nobody() -> None:
    async def everything() -> tuple[int, bool]:
        sharing: Sharing[int] = Sharing()

        async def call() -> int:
            await asyncio.sleep(0.01)
            return 1

        leader = asyncio.ensure_future(sharing.share("k", call, payer=1))
        waiter = asyncio.ensure_future(sharing.share("k", call, payer=1))
        await asyncio.sleep(0)
        waiter.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiter
        return await leader

    assert asyncio.run(everything()) == (1, False)


def test_those_who_keep_answers_in_one_place_share() -> None:
    one, other = sharing_of("/a"), sharing_of("/a")
    assert one is other
    assert sharing_of("/b") is not one
