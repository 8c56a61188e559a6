"""How many requests are in flight at once: as many as allowed, fewer while the server says that it is busy.

Additive increase, multiplicative decrease: each 429 halves the number (once per wave of requests), each round of
answers raises it by one again.
"""

from __future__ import annotations

import asyncio
import threading
import time
from collections import deque
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager

from nutgraf.asking.cache.waking import Waiter


class Pace:
    """Slots for requests, shared by every event loop and thread that asks one endpoint; first come, first served."""

    def __init__(self, most: int, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._most = float(most)
        self._limit = float(most)
        self._in_flight = 0
        self._queue: deque[Waiter] = deque()
        self._lock = threading.Lock()
        self._clock = clock
        self._slowed = -1.0
        self._not_before = 0.0

    @property
    def limit(self) -> int:
        """How many requests may be in flight now."""
        return int(self._limit)

    @asynccontextmanager
    async def slot(self) -> AsyncGenerator[float]:
        """Wait for a slot and hold it; gives the time at which it was got, for `slower`."""
        await self._enter()
        try:
            if (pause := self._not_before - self._clock()) > 0:
                await asyncio.sleep(pause)
            yield self._clock()
        finally:
            self._leave()

    def slower(self, since: float, pause: float = 0.0) -> None:
        """The server was busy for a request that went out at `since`: halve, and send nothing for `pause` seconds.

        Requests of the same wave count once: what was sent before the last cut says nothing about the new pace.
        """
        with self._lock:
            now = self._clock()
            self._not_before = max(self._not_before, now + pause)
            if since > self._slowed:
                self._slowed = now
                self._limit = max(1.0, self._limit / 2)

    def faster(self) -> None:
        """An answer came: a full round of them allows one request more, up to the most."""
        with self._lock:
            self._limit = min(self._most, self._limit + 1 / self._limit)
            self._admit()

    async def _enter(self) -> None:
        with self._lock:
            if not self._queue and self._in_flight < self.limit:
                self._in_flight += 1
                return
            waiter = Waiter()
            self._queue.append(waiter)
        try:
            await waiter.wait()
        except BaseException:
            with self._lock:
                if waiter.called:
                    self._in_flight -= 1
                    self._admit()
                else:
                    self._queue.remove(waiter)
            raise

    def _leave(self) -> None:
        with self._lock:
            self._in_flight -= 1
            self._admit()

    def _admit(self) -> None:
        while self._queue and self._in_flight < self.limit:
            waiter = self._queue.popleft()
            waiter.called = True
            if waiter.wake():
                self._in_flight += 1
