"""What breaks the wait for an answer - Ctrl-C, an exit from a signal handler - stops the work that was waited for."""

from __future__ import annotations

import asyncio
import concurrent.futures
import errno
import gc
import os
import signal
import sys
import threading
import time
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import Any

import pytest

from nutgraf.asking import loop
from nutgraf.errors import ConfigurationError
from nutgraf.results import Brief
from nutgraf.revisions import arevise

_HANDING_OVER = (loop.__file__, asyncio.__path__[0], concurrent.futures.__path__[0])
"""Where a call is interrupted: in our code, and in what it calls to hand the work over and to wait for it."""


class _Interrupted(BaseException):
    pass


class _Work:
    """Something that takes long, and what became of it."""

    def __init__(self) -> None:
        self.begun, self.ended, self.done = threading.Event(), threading.Event(), threading.Event()

    async def long(self) -> None:
        self.begun.set()
        try:
            await asyncio.sleep(60)
            self.done.set()
        finally:
            self.ended.set()


@pytest.mark.parametrize("broken_by", [KeyboardInterrupt, SystemExit], ids=["Ctrl-C", "an exit"])
def test_the_work_ends_with_the_wait(broken_by: type[BaseException]) -> None:
    work = _Work()

    def break_off(_signal: int, _frame: object) -> None:
        raise broken_by

    before = signal.signal(signal.SIGUSR1, break_off)
    try:
        threading.Thread(target=lambda: work.begun.wait(20) and os.kill(os.getpid(), signal.SIGUSR1)).start()
        with pytest.raises(broken_by):
            loop.run(work.long())
    finally:
        signal.signal(signal.SIGUSR1, before)
    assert work.ended.wait(20)
    assert not work.done.is_set()


@contextmanager
def _interrupted_at(step: int | None, within: tuple[str, ...]) -> Iterator[Callable[[], int]]:
    """Raise before the instruction of that number, as a signal handler may; yields how many there were."""
    passed, before = 0, sys.gettrace()

    def tracing(frame: FrameType, event: str, _argument: Any) -> Any:
        nonlocal passed
        if not frame.f_code.co_filename.startswith(within):
            return None
        frame.f_trace_opcodes, frame.f_trace_lines = True, False
        if event == "opcode":
            passed += 1
            if passed == step:
                sys.settrace(None)
                raise _Interrupted
        return tracing

    sys.settrace(tracing)
    try:
        yield lambda: passed
    finally:
        sys.settrace(before)


async def _nothing() -> None:
    pass


def _threads() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == "nutgraf"]


def _stopped() -> None:
    """End the loop, having seen that whatever was begun beside it ends by itself."""
    running, give_up = loop.background(), time.monotonic() + 20
    while len(_threads()) > 1:
        assert time.monotonic() < give_up
        time.sleep(0.001)
    (thread,) = _threads()
    running.call_soon_threadsafe(running.stop)
    thread.join(20)
    assert not thread.is_alive()


def _all_is_done_that_the_loop_was_given() -> None:
    reached = threading.Event()
    loop.background().call_soon_threadsafe(reached.set)
    assert reached.wait(20)


@pytest.mark.parametrize("fresh", [False, True], ids=["in a loop that runs", "while the loop is started"])
@pytest.mark.filterwarnings("ignore:coroutine .* was never awaited:RuntimeWarning")  # interrupted before the first line
def test_wherever_the_call_is_interrupted_no_work_is_left(fresh: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also between the step that gives the work to the loop and the one that takes hold of it."""
    monkeypatch.setattr(loop, "_LOOK_UP", 0.001)
    loop.run(_nothing())
    within = (loop.__file__,) if fresh else _HANDING_OVER
    step, steps, begun = 0, 1, 0
    while step < steps:
        if fresh:
            _stopped()
        if step == 0:
            with _interrupted_at(None, within) as passed:
                loop.run(_nothing())
            steps = passed()
        else:
            work = _Work()
            with pytest.raises(_Interrupted), _interrupted_at(step, within):
                loop.run(work.long())
            _all_is_done_that_the_loop_was_given()
            assert not work.begun.is_set() or work.ended.wait(20), f"it goes on after step {step} of {steps}"
            assert not work.done.is_set()
            begun += work.begun.is_set()
        step += 1
    assert begun
    _stopped()


def test_of_many_threads_that_come_first_all_use_one_loop() -> None:
    _stopped()
    together, used = threading.Barrier(8), []

    def first() -> None:
        together.wait(20)
        used.append(loop.background())

    callers = [threading.Thread(target=first) for _ in range(8)]
    for caller in callers:
        caller.start()
    for caller in callers:
        caller.join(20)
    assert len(used) == 8
    assert set(used) == {loop.background()}
    loop.run(_nothing())


def test_what_the_work_raises_comes_through() -> None:
    async def work() -> None:
        raise ValueError("as it is")

    with pytest.raises(ValueError, match="as it is"):
        loop.run(work())


@pytest.mark.parametrize("end", [SystemExit, KeyboardInterrupt])
def test_an_exit_inside_the_work_reaches_the_caller_and_leaves_the_loop_alive(end: type[BaseException]) -> None:
    async def work() -> None:
        raise end

    with pytest.raises(end):
        loop.run(work())
    loop.run(_nothing())


def test_no_descriptor_left_for_a_loop_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def none_left() -> None:
        raise OSError(errno.EMFILE, "Too many open files")

    _stopped()
    with monkeypatch.context() as patched:
        patched.setattr(asyncio, "new_event_loop", none_left)
        with pytest.raises(OSError, match="Too many open files"):
            loop.run(_nothing())
    loop.run(_nothing())


def test_an_error_is_gone_when_it_was_dealt_with() -> None:
    """No cycle of error, traceback, frame and task holds what the frames held, such as an article."""

    class Held:
        pass

    async def work(held: Held) -> None:
        raise ValueError(held)

    held = Held()
    gone = weakref.ref(held)
    gc.disable()
    try:
        with suppress(ValueError):
            loop.run(work(held))
        del held
        _all_is_done_that_the_loop_was_given()
        assert gone() is None
    finally:
        gc.enable()


def test_what_is_awaited_outside_asyncio_names_what_to_call_instead() -> None:
    awaited = arevise(Brief.model_construct(), "The port reopened.")
    with pytest.raises(ConfigurationError, match=r"run_sync\(nutgraf.revisions.revise, …\)"):
        awaited.send(None)
