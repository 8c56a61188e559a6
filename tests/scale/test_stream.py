"""A stream in, a stream out: no more read than there is room for, nothing lost, nothing left running."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
import subprocess
import sys
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import aclosing, closing
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nutgraf.asking import loop
from nutgraf.results import Outcome
from nutgraf.stream import aspread, pulled, spread

ROOM, WIDER = 4, 6


def made(source: Any) -> Outcome:
    return Outcome(key=str(source), source=source, error=ValueError("no brief in this test"))


async def at_once(source: Any) -> Outcome:
    return made(source)


async def the_even_ones_last(source: Any) -> Outcome:
    await asyncio.sleep(0.002 if source % 2 == 0 else 0)
    return made(source)


class TheSecondFirst:
    """A handle for [0, 1] in which 0 waits for 1."""

    def __init__(self) -> None:
        self.second_is_done = threading.Event()

    async def __call__(self, source: int) -> Outcome:
        if source == 1:
            self.second_is_done.set()
        while not self.second_is_done.is_set():  # noqa: ASYNC110 - it may be set in another loop
            await asyncio.sleep(0.001)
        return made(source)


class Counted:
    """An input that knows how far it was read, and where."""

    def __init__(self, items: Any) -> None:
        self.items = iter(items)
        self.read = 0
        self.threads: set[int] = set()

    def __iter__(self) -> Iterator[Any]:
        for item in self.items:
            self.threads.add(threading.get_ident())
            self.read += 1
            yield item


class Endless:
    """A handle whose work never ends by itself."""

    def __init__(self) -> None:
        self.begun = self.ended = 0

    async def __call__(self, source: Any) -> Outcome:
        self.begun += 1
        try:
            if source:
                await asyncio.Event().wait()
            return made(source)
        finally:
            self.ended += 1


def in_thread(items: Any, handle: Any, *, ordered: bool = False, room: int = ROOM) -> list[Any]:
    return [o.source for o in spread(items, handle, loop=loop.background(), room=room, ordered=ordered)]


def in_loop(items: Any, handle: Any, *, ordered: bool = False, room: int = ROOM) -> list[Any]:
    async def collected() -> list[Any]:
        return [o.source async for o in aspread(items, handle, room=room, ordered=ordered)]

    return asyncio.run(collected())


def through(items: Any, handle: Any, *, ordered: bool = False, room: int = ROOM) -> list[Any]:
    async def each() -> AsyncIterator[Any]:
        for item in items:
            yield item

    return [o.source for o in pulled(aspread(each(), handle, room=room, ordered=ordered), loop.run)]


every_way = pytest.mark.parametrize("way", [in_thread, in_loop, through])
Way = Callable[..., list[Any]]


@every_way
def test_every_article_comes_out_once(way: Way) -> None:
    assert sorted(way(range(50), the_even_ones_last)) == list(range(50))


@every_way
def test_in_order_by_choice(way: Way) -> None:
    assert way(range(50), the_even_ones_last, ordered=True) == list(range(50))


@every_way
def test_as_they_finish_otherwise(way: Way) -> None:
    assert way([0, 1], TheSecondFirst()) == [1, 0]


@every_way
def test_nothing_in_nothing_out(way: Way) -> None:
    assert way([], at_once) == []


@every_way
@settings(deadline=None)
@given(delays=st.lists(st.integers(0, 3), max_size=12), ordered=st.booleans(), room=st.integers(1, 5))
def test_whatever_takes_how_long_each_comes_out_once(way: Way, delays: list[int], ordered: bool, room: int) -> None:
    async def dawdling(source: tuple[int, int]) -> Outcome:
        for _ in range(source[1]):
            await asyncio.sleep(0)
        return made(source)

    items = list(enumerate(delays))
    found = way(items, dawdling, ordered=ordered, room=room)
    assert (found if ordered else sorted(found)) == items


def test_the_input_is_read_in_the_callers_thread_and_no_further_than_there_is_room() -> None:
    items = Counted(range(1_000))
    with closing(spread(items, at_once, loop=loop.background(), room=ROOM)) as outcomes:
        assert items.read == 0
        for taken, _ in enumerate(outcomes, 1):
            assert items.read <= taken + (ROOM if taken == 1 else WIDER) - 1
            if taken == 50:
                break
    assert items.threads == {threading.get_ident()}


def test_a_slow_reader_slows_the_input_in_async_code_too() -> None:
    async def reading() -> None:
        items, taken = Counted(range(1_000)), 0
        async with aclosing(aspread(items, at_once, room=ROOM)) as outcomes:
            async for _ in outcomes:
                taken += 1
                for _ in range(20):
                    await asyncio.sleep(0)  # time enough for the reader to run ahead, if it did
                assert items.read <= taken + WIDER
                if taken == 50:
                    return

    asyncio.run(reading())


def test_a_finished_article_is_handed_out_before_a_slow_input_is_waited_for() -> None:
    events: list[str] = []
    finished = threading.Event()

    async def finishing(source: Any) -> Outcome:
        asyncio.get_running_loop().call_soon(finished.set)  # after this step, which delivers it
        return made(source)

    def slow_input() -> Iterator[int]:
        for number in range(3):
            events.append(f"read {number}")
            yield number
            assert finished.wait(60)

    outcomes = spread(slow_input(), finishing, loop=loop.background(), room=ROOM)
    events.extend(f"got {outcome.source}" for outcome in outcomes)
    assert events.index("got 0") < events.index("read 2")


@every_way
def test_what_the_input_raises_comes_after_what_was_read(way: Way) -> None:
    seen: list[int] = []

    async def seeing(source: int) -> Outcome:
        await asyncio.sleep(0.001)
        seen.append(source)
        return made(source)

    def broken() -> Iterator[int]:
        yield from range(6)
        raise OSError("the disk is gone")

    with pytest.raises(OSError, match="the disk is gone"):
        way(broken(), seeing)
    assert sorted(seen) == list(range(6))


def test_a_loop_that_ends_early_ends_the_work() -> None:
    handle = Endless()
    with closing(spread([0, *range(1, 100)], handle, loop=loop.background(), room=ROOM)) as outcomes:
        assert next(outcomes).source == 0
    assert handle.begun == handle.ended <= WIDER


def test_a_generator_that_nobody_finished_ends_its_work_when_it_is_collected() -> None:
    handle = Endless()
    outcomes = spread(range(100), handle, loop=loop.background(), room=ROOM)
    next(outcomes)
    del outcomes
    gc.collect()
    assert handle.begun == handle.ended


def test_a_wait_that_is_broken_off_ends_the_work_and_is_what_the_caller_sees() -> None:
    """Also where the work takes a while to end: nobody closes what still runs."""
    begun, ended = threading.Event(), []

    async def slow_to_end(source: Any) -> Outcome:
        begun.set()
        try:
            await asyncio.sleep(60)
        finally:
            await asyncio.sleep(0.02)
            ended.append(source)
        return made(source)

    async def each() -> AsyncIterator[int]:
        yield 0

    def break_off(_signal: int, _frame: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGUSR1, break_off)
    try:
        threading.Thread(target=lambda: begun.wait(60) and os.kill(os.getpid(), signal.SIGUSR1)).start()
        with pytest.raises(KeyboardInterrupt):
            list(pulled(aspread(each(), slow_to_end, room=ROOM), loop.run))
    finally:
        signal.signal(signal.SIGUSR1, before)
    assert ended == [0]


def test_one_that_is_collected_in_the_loops_own_thread_does_not_wait_for_itself() -> None:
    handle = Endless()
    outcomes = spread(range(100), handle, loop=loop.background(), room=ROOM)
    next(outcomes)

    async def closing_it() -> None:
        outcomes.close()

    loop.run(closing_it())
    loop.run(asyncio.sleep(0.01))
    assert handle.begun == handle.ended


@pytest.mark.anyio
async def test_a_cancelled_reader_leaves_no_task() -> None:
    handle = Endless()

    async def reading() -> None:
        async with aclosing(aspread(range(1, 100), handle, room=ROOM)) as outcomes:
            async for _ in outcomes:
                raise AssertionError

    before = asyncio.all_tasks()
    task = asyncio.ensure_future(reading())
    while handle.begun < ROOM:  # noqa: ASYNC110 - nobody tells
        await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert handle.ended == ROOM
    assert asyncio.all_tasks() == before


def test_a_generator_that_is_still_open_does_not_hold_up_the_end_of_the_process() -> None:
    code = (
        "import asyncio; from nutgraf.asking import loop; from nutgraf.stream import spread; from nutgraf.results import Outcome\n"
        "async def handle(n):\n"
        "    if n: await asyncio.sleep(3600)\n"
        "    return Outcome(key='k', source=n)\n"
        "open_ = spread(range(9), handle, loop=loop.background(), room=3)\n"
        "print(next(open_).source)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=600, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "0\n", "")


def test_a_bug_in_the_work_is_not_swallowed() -> None:
    async def buggy(_source: Any) -> Outcome:
        raise RuntimeError("a bug")

    with pytest.raises(RuntimeError, match="a bug"):
        in_thread([1], buggy)


def test_two_streams_at_once_do_not_mix() -> None:
    async def both() -> tuple[list[Any], list[Any]]:
        async def one(start: int) -> list[Any]:
            return [o.source async for o in aspread(range(start, start + 30), the_even_ones_last, room=ROOM)]

        return await asyncio.gather(one(0), one(100))

    first, second = asyncio.run(both())
    assert (sorted(first), sorted(second)) == (list(range(30)), list(range(100, 130)))
