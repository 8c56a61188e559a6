"""A dead endpoint is not asked again and again: after a few questions given up in a row, the rest fail at once."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from nutgraf.errors import ModelUnavailable
from nutgraf.results import Usage

_IN_A_ROW = 8
"""Questions given up, each after all its attempts, with no answer of any kind between them: no run of bad luck."""
_SILENT_FOR = 60.0
"""Seconds that they took, after which two such questions are enough: an endpoint that swallows requests."""
_REST = 30.0
_LONGEST_REST = 300.0


class Breaker:
    """Closed while the endpoint answers; open while it rests; then one question goes out as a trial."""

    def __init__(self, host: str, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._host = host
        self._clock = clock
        self._lock = threading.Lock()
        self._failures = 0
        self._since = clock()
        self._dead = False
        self._until = 0.0
        self._why = ""
        self._trial = False

    @property
    def open(self) -> bool:
        """True while nothing is sent."""
        return self._dead and self._clock() < self._until

    def enter(self) -> bool:
        """Let a question through. True when it is the trial: then it deserves one attempt, not all of them.

        Raises:
            ModelUnavailable: the endpoint rests; `retry_after` says for how long.
        """
        with self._lock:
            if not self._dead:
                if not self._failures:
                    self._since = self._clock()
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
            self._failures, self._dead, self._trial = 0, False, False

    def gave_up(self, error: ModelUnavailable) -> None:
        """A question was given up after all its attempts."""
        with self._lock:
            self._failures += 1
            self._trial = False
            silent = self._clock() - self._since >= _SILENT_FOR
            self._dead = self._dead or self._failures >= (2 if silent else _IN_A_ROW)
            self._why = str(error)[:300]
            self._until = self._clock() + min(max(_REST, error.retry_after or 0.0), _LONGEST_REST)

    def undecided(self) -> None:
        """A question ended without saying anything about the endpoint: cancelled, or over budget."""
        with self._lock:
            self._trial = False
