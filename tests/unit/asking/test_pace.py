"""The number of requests in flight follows what the server says, and no slot is ever lost."""

from __future__ import annotations

import asyncio
import threading

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nutgraf.asking.line.breaker import Breaker
from nutgraf.asking.line.pace import Pace
from nutgraf.errors import ModelUnavailable


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_a_wave_of_refusals_halves_once_and_answers_bring_it_back() -> None:
    clock = Clock()
    pace = Pace(16, clock=clock)
    for _ in range(16):
        pace.slower(since=99.0)
    assert pace.limit == 8
    clock.now = 101.0
    pace.slower(since=100.5)
    assert pace.limit == 4
    for _ in range(5):
        pace.faster()
    assert pace.limit == 5
    for _ in range(500):
        pace.faster()
    assert pace.limit == 16


@settings(deadline=None)
@given(st.lists(st.booleans(), max_size=200), st.integers(1, 64))
def test_the_pace_stays_between_one_and_the_most(answers: list[bool], most: int) -> None:
    clock = Clock()
    pace = Pace(most, clock=clock)
    for good in answers:
        clock.now += 1
        pace.faster() if good else pace.slower(since=clock.now)
        assert 1 <= pace.limit <= most


def test_nothing_goes_out_before_the_server_wants_it() -> None:
    async def everything() -> float:
        pace = Pace(4)
        began = asyncio.get_running_loop().time()
        pace.slower(since=1e12, pause=0.1)
        async with pace.slot():
            return asyncio.get_running_loop().time() - began

    assert asyncio.run(everything()) >= 0.09


@settings(deadline=None)
@given(st.lists(st.sampled_from(["work", "cancel", "fail"]), min_size=1, max_size=30), st.integers(1, 5))
def test_no_slot_is_lost_and_none_is_given_twice(fates: list[str], most: int) -> None:
    async def everything() -> None:
        pace, held, highest = Pace(most), 0, 0

        async def one(fate: str) -> None:
            nonlocal held, highest
            async with pace.slot():
                held += 1
                highest = max(highest, held)
                try:
                    await asyncio.sleep(0)
                    if fate == "fail":
                        raise ValueError
                finally:
                    held -= 1

        tasks = [asyncio.ensure_future(one(fate)) for fate in fates]
        await asyncio.sleep(0)
        for task, fate in zip(tasks, fates, strict=True):
            if fate == "cancel":
                task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        assert highest <= most
        assert (pace._in_flight, len(pace._queue)) == (0, 0)

    asyncio.run(everything())


def test_the_loops_of_several_threads_share_the_slots() -> None:
    pace, held, highest, lock = Pace(3), 0, 0, threading.Lock()

    async def one() -> None:
        nonlocal held, highest
        async with pace.slot():
            with lock:
                held += 1
                highest = max(highest, held)
            await asyncio.sleep(0.002)
            with lock:
                held -= 1

    async def many() -> None:
        await asyncio.gather(*(one() for _ in range(10)))

    threads = [threading.Thread(target=lambda: asyncio.run(many())) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert highest <= 3
    assert pace._in_flight == 0


def broken() -> ModelUnavailable:
    return ModelUnavailable("gone", attempts=3)


def test_the_breaker_opens_after_a_row_of_failures_and_tries_one_at_a_time() -> None:
    clock = Clock()
    breaker = Breaker("h", clock=clock)
    for _ in range(8):
        assert not breaker.enter()
        breaker.gave_up(broken())
    with pytest.raises(ModelUnavailable, match="not asked") as caught:
        breaker.enter()
    assert caught.value.retry_after == 30
    clock.now += 31
    assert breaker.enter()
    with pytest.raises(ModelUnavailable):
        breaker.enter()
    breaker.undecided()  # the trial was cancelled: another may try
    assert breaker.enter()
    breaker.answered()
    assert not breaker.enter()


def test_an_answer_between_failures_keeps_it_closed() -> None:
    breaker = Breaker("h", clock=Clock())
    for n in range(100):
        assert not breaker.enter()
        breaker.answered() if n % 7 == 0 else breaker.gave_up(broken())


def test_an_endpoint_that_swallows_requests_is_given_up_sooner_and_rests_as_long_as_it_asks() -> None:
    clock = Clock()
    breaker = Breaker("h", clock=clock)
    clock.now += 10_000  # idle: says nothing
    assert not breaker.enter()
    for _ in range(2):
        clock.now += 40
        breaker.gave_up(ModelUnavailable("gone", retry_after=120.0))
    with pytest.raises(ModelUnavailable) as caught:
        breaker.enter()
    assert caught.value.retry_after == 120
