"""Waiting that one event loop does and another, or another thread, ends."""

from __future__ import annotations

import asyncio
from typing import Any


class Waiter:
    """A place in a queue, made in the loop that waits; `wake` may be called from any thread."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._future: asyncio.Future[Any] = self._loop.create_future()
        self.called = False
        """For the queue that holds it, under the queue's own lock: its turn has come."""

    async def wait(self) -> Any:
        """Wait for `wake`; returns what it was given."""
        return await self._future

    def wake(self, value: Any = None) -> bool:
        """End the wait. False when nobody can be waiting any more, because the loop is closed."""
        try:
            self._loop.call_soon_threadsafe(self._set, value)
        except RuntimeError:
            return False
        return True

    def _set(self, value: Any) -> None:
        if not self._future.done():
            self._future.set_result(value)
