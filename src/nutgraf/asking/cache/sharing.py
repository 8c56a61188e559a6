"""Equal questions in flight share one request, across tasks, event loops and threads of this process."""

from __future__ import annotations

import copy
import os
import threading
import weakref
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from nutgraf.asking.cache.waking import Waiter
from nutgraf.errors import NutgrafError

T = TypeVar("T")


@dataclass
class _Flight:
    """One request on its way, who pays for it, and who waits for its answer."""

    payer: object
    waiters: list[Waiter] = field(default_factory=list)


@dataclass(frozen=True)
class _Landed:
    """How a flight ended: with a value, with an error, or (neither) with its leader cancelled."""

    value: Any = None
    error: NutgrafError | None = None
    done: bool = False


class Sharing(Generic[T]):
    """Flights by name. Whoever comes first leads; the others wait for the answer."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._flights: dict[str, _Flight] = {}

    async def share(self, name: str, call: Callable[[], Awaitable[T]], *, payer: object) -> tuple[T, bool]:
        """The value of `call`, made once for all who ask under this name at the same time.

        Returns the value, and whether somebody else made it. When the leader is cancelled, a waiter takes over. A
        leader's error is the error of those with the same `payer`; another's key or budget may succeed where it failed.

        Raises:
            NutgrafError: what `call` raised.
        """
        while True:
            waiter: Waiter | None = None
            with self._lock:
                flight = self._flights.get(name)
                if flight is None:
                    flight = self._flights[name] = _Flight(payer)
                else:
                    waiter = Waiter()
                    flight.waiters.append(waiter)
            if waiter is None:
                return await self._lead(name, flight, call), False
            landed: _Landed = await waiter.wait()
            if landed.done:
                return landed.value, True
            if landed.error is not None and flight.payer is payer:
                raise copy.copy(landed.error) from landed.error.__cause__

    async def _lead(self, name: str, flight: _Flight, call: Callable[[], Awaitable[T]]) -> T:
        landed = _Landed()
        try:
            value = await call()
            landed = _Landed(value=value, done=True)
        except NutgrafError as error:
            landed = _Landed(error=error)
            raise
        finally:
            with self._lock:
                del self._flights[name]
            for waiter in flight.waiters:
                waiter.wake(landed)
        return value


_lock = threading.Lock()
_known: weakref.WeakValueDictionary[tuple[int, object], Sharing[Any]] = weakref.WeakValueDictionary()


def sharing_of(place: object) -> Sharing[Any]:
    """The flights of everyone in this process who keeps answers in the same place."""
    with _lock:
        found = _known.get((os.getpid(), place))
        if found is None:
            found = _known[os.getpid(), place] = Sharing()
        return found


def _after_fork() -> None:
    global _lock  # noqa: PLW0603 - another thread may have held it at the fork
    _lock = threading.Lock()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)
