"""Whether work grows in step with its input: a ratio, so that a slow or busy machine changes nothing."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

_TIMES = 8
_SLACK = 3
_TRIES = 6
_NOISE = 0.02
"""Seconds of processor time under which nothing is concluded."""


def assert_linear(work: Callable[[str], object], unit: str, size: int) -> None:
    """Do the work on `size` characters of repeated units and on an eighth of that, and compare.

    Quadratic work would cost 64 times as much instead of 8; up to 24 passes. What another process does to a measurement
    passes; work that is not linear fails every time.
    """
    small, large = (unit * max(1, length // len(unit)) for length in (size // _TIMES, size))
    for _ in range(_TRIES):
        cost = _processor_seconds(work, large)
        if cost <= _NOISE or cost <= _TIMES * _SLACK * _processor_seconds(work, small) + _NOISE:
            return
    raise AssertionError(f"{size:,} characters of {unit!r} cost more than {_TIMES * _SLACK} times an eighth of them")


def _processor_seconds(work: Callable[[str], object], text: str) -> float:
    """Without the collector, whose passes cost what else the process holds."""
    gc.disable()
    try:
        began = time.process_time()
        work(text)
        return time.process_time() - began
    finally:
        gc.enable()
