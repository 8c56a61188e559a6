"""A dead endpoint is not asked again and again: after a few questions given up in a row, the rest fail at once."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from nutgraf.errors import ModelUnavailable
from nutgraf.results import Usage

_IN_A_ROW = 3
"""Questions given up, each after all its attempts, with no answer of any kind between them."""
_REST = 30.0
_LONGEST_REST = 300.0


class Breaker:
    """Closed while the endpoint answers; open while it rests; then one question goes out as a trial."""

    def __init__(self, host: str, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._host = host
        self._clock = clock
        self._lock = threading.Lock()
        self._failures = 0
        self._until = 0.0
        self._why = ""
        self._trial = False

    @property
    def open(self) -> bool:
        """True while nothing is sent."""
        return self._failures >= _IN_A_ROW and self._clock() < self._until

    def enter(self) -> bool:
        """Let a question through. True when it is the trial: then it deserves one attempt, not all of them.

        Raises:
            ModelUnavailable: the endpoint rests; `retry_after` says for how long.
        """
        with self._lock:
            if self._failures < _IN_A_ROW:
                return False
            left = self._until - self._clock()
            if left <= 0 and not self._trial:
                self._trial = True
                return True
            raise ModelUnavailable(
                f"not asked: {self._failures} questions in a row were given up; {self._host} is tried again in "
                f"{max(left, 0):.0f} s. The last failure: {self._why}",
                retry_after=max(left, 0.0),
                usage=Usage(),
            )

    def answered(self) -> None:
        """The endpoint is alive, whatever it said."""
        with self._lock:
            self._failures, self._trial = 0, False

    def gave_up(self, error: ModelUnavailable) -> None:
        """A question was given up after all its attempts."""
        with self._lock:
            self._failures += 1
            self._trial = False
            self._why = str(error)[:300]
            self._until = self._clock() + min(max(_REST, error.retry_after or 0.0), _LONGEST_REST)

    def undecided(self) -> None:
        """A question ended without saying anything about the endpoint: cancelled, or over budget."""
        with self._lock:
            self._trial = False
