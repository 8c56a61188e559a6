"""One background event loop per process, for the sync face: works in scripts, threads and notebooks alike; and tasks until a deadline."""

from __future__ import annotations

import asyncio
import os
import queue
import threading
from collections.abc import Callable, Collection, Coroutine
from contextlib import suppress
from typing import Any, Generic, TypeVar

from nutgraf.errors import ConfigurationError

T = TypeVar("T")
_LOOK_UP = 0.2
"""Seconds: a signal (Ctrl-C) that comes just before a wait without end would be seen at its end alone."""
_loops: dict[int, asyncio.AbstractEventLoop] = {}
"""By process: a fork copies the dict, not the thread."""


def run(coroutine: Coroutine[Any, Any, T]) -> T:
    """Run a coroutine on the background loop and wait for it; what breaks the waiting, such as Ctrl-C, cancels it.

    A signal handler may raise between any two steps of this function, so the work can be called off before the loop
    has heard of it: whichever of the two the loop gets to first, it holds.
    """
    work, loop = _Work(coroutine), None
    try:
        loop = background()
        loop.call_soon_threadsafe(work.begin)
        task = work.awaited()
    except BaseException:
        work.is_wanted = False
        if loop is None:
            coroutine.close()
        else:
            loop.call_soon_threadsafe(work.call_off)
        raise
    try:
        return task.result()
    finally:
        del work, task  # else an error would hold, by its traceback, the task that holds the error


async def finished(tasks: Collection[asyncio.Task[T]], seconds: float | None) -> set[asyncio.Task[T]]:
    """Wait for tasks until the time is up, and cancel those that are late; returns the others.

    What one raises is raised here, and the rest is cancelled.
    """
    if not tasks:
        return set()
    try:
        done, late = await asyncio.wait(tasks, timeout=seconds, return_when=asyncio.FIRST_EXCEPTION)
    except asyncio.CancelledError:
        await cancelled(tasks)
        raise
    await cancelled(late)
    for task in done:
        if error := task.exception():
            raise error
    return done


async def cancelled(tasks: Collection[asyncio.Task[Any]]) -> None:
    """Cancel tasks, and wait until none of them runs any more."""
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


def require_asyncio(name: str, instead: str) -> None:
    """Make sure that asyncio runs.

    Raises:
        ConfigurationError: it does not, as under trio.
    """
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        raise ConfigurationError(
            f"{name} needs a running event loop of asyncio's; under trio call {instead} in a thread: "
            f"await trio.to_thread.run_sync({instead}, …)"
        ) from None


class _Work(Generic[T]):
    """A coroutine on its way to the loop. No lock is shared with the loop: an exception could leave it locked."""

    def __init__(self, coroutine: Coroutine[Any, Any, T]) -> None:
        self._coroutine = coroutine
        self._task: asyncio.Task[T] | None = None
        self._done: queue.SimpleQueue[asyncio.Task[T]] = queue.SimpleQueue()
        self.is_wanted = True

    def begin(self) -> None:
        """Start it, if it is still wanted; in the loop."""
        if self.is_wanted:
            self._task = asyncio.get_running_loop().create_task(self._coroutine)
            self._task.add_done_callback(self._done.put)

    def call_off(self) -> None:
        """Cancel it, or never start it; in the loop."""
        if self._task is None:
            self._coroutine.close()
        else:
            self._task.cancel()

    def awaited(self) -> asyncio.Task[T]:
        """Wait until it is done; in any other thread."""
        while True:
            with suppress(queue.Empty):
                return self._done.get(timeout=_LOOK_UP)


def background() -> asyncio.AbstractEventLoop:
    """The loop, started at first use. Its own thread makes and names it, so that no interruption here loses it.

    Raises:
        OSError: the process has no descriptor left for a loop.
    """
    held = _loops.get(os.getpid())
    if held is None:
        started: queue.SimpleQueue[asyncio.AbstractEventLoop | OSError] = queue.SimpleQueue()
        threading.Thread(target=_live, args=(started.put,), name="nutgraf", daemon=True).start()
        begun = started.get()
        if isinstance(begun, OSError):
            raise begun
        held = begun
    return held


def _live(tell: Callable[[asyncio.AbstractEventLoop | OSError], None]) -> None:
    try:
        loop = asyncio.new_event_loop()
    except OSError as error:
        tell(error)
        return
    held = _loops.setdefault(os.getpid(), loop)
    tell(held)
    stopped = held is not loop  # another thread was first
    while not stopped:
        with suppress(SystemExit, KeyboardInterrupt):  # they go to whoever waits for the task that raised them
            loop.run_forever()
            stopped = _loops.pop(os.getpid()) is loop
    loop.close()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_loops.clear)
