"""One background event loop per process, for the sync face: works in scripts, threads and notebooks alike."""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import Coroutine
from concurrent.futures import Future
from typing import Any, TypeVar

T = TypeVar("T")
_lock = threading.Lock()
_held: tuple[int, asyncio.AbstractEventLoop] | None = None


def run(coroutine: Coroutine[Any, Any, T]) -> T:
    """Run a coroutine on the background loop and wait for it; what breaks the waiting, such as Ctrl-C, cancels it."""
    future: Future[T] | None = None
    try:
        future = asyncio.run_coroutine_threadsafe(coroutine, background())
        return future.result()
    except BaseException:
        if future is not None:
            future.cancel()  # nothing to cancel where the coroutine itself raised
        raise


def background() -> asyncio.AbstractEventLoop:
    """The loop, started at first use."""
    global _held  # noqa: PLW0603 - one loop per process, remade after a fork
    with _lock:
        if _held is None or _held[0] != os.getpid() or _held[1].is_closed():
            loop = asyncio.new_event_loop()
            threading.Thread(target=loop.run_forever, name="nutgraf", daemon=True).start()
            _held = (os.getpid(), loop)
        return _held[1]


def _after_fork() -> None:
    global _lock, _held
    _lock, _held = threading.Lock(), None


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)
