"""Ctrl-C twice: the first lets the work in flight finish, the second ends it."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterable, Iterator
from types import FrameType
from typing import Any, TypeVar

T = TypeVar("T")


class _NoMoreInput(Exception):
    """Ends a read that may otherwise wait for ever, as from a terminal."""


class Stop:
    """Whether a run is to end. As a context manager it listens to SIGINT and SIGTERM (in the main thread).

    Args:
        said: what to say at the first signal.
    """

    def __init__(self, said: str = "") -> None:
        self.asked = False
        self.by_signal = False
        self._said = said
        self._reading = False
        self._before: dict[int, Any] = {}

    def __enter__(self) -> Stop:
        if threading.current_thread() is threading.main_thread():
            for number in (signal.SIGINT, signal.SIGTERM):
                self._before[number] = signal.signal(number, self._heard)
        return self

    def __exit__(self, *_: object) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)

    def ask(self) -> None:
        """Read no more input."""
        self.asked = True

    def until_asked(self, items: Iterable[T]) -> Iterator[T]:
        """The items, until the run is to end."""
        source = iter(items)
        while not self.asked:
            try:
                self._reading = True
                item = next(source)
            except (StopIteration, _NoMoreInput):
                return
            finally:
                self._reading = False
            yield item

    def _heard(self, _number: int, _frame: FrameType | None) -> None:
        if self.by_signal:
            raise KeyboardInterrupt
        self.asked = self.by_signal = True
        if self._said:
            os.write(2, f"\nnutgraf: {self._said}\n".encode())  # a buffered writer may be in use right now
        if self._reading:
            raise _NoMoreInput
