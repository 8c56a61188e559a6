"""The one owner of waiting and trying again: for a server that is busy, broken or gone for a moment."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import TypeVar

from tenacity import AsyncRetrying, RetryCallState, retry_if_exception, wait_random_exponential

from nutgraf.asking.line.patience import Patience
from nutgraf.errors import ModelUnavailable

T = TypeVar("T")
_UNPAID = 402
"""Quota or credit is used up: minutes of waiting change nothing."""


async def persist(
    call: Callable[[], Awaitable[T]],
    patience: Patience,
    *,
    until: float | None = None,
    stopped: Callable[[], bool] = lambda: False,
) -> T:
    """Await `call` until it succeeds, while it raises ModelUnavailable: Retry-After first, else jittered exponential.

    A server that is still loading the model is waited for by the clock, not by the number of attempts. One that asks
    for a longer wait than `longest_wait` is not waited for, nor is one past `until` (by time.monotonic), nor after
    `stopped` says so.

    Raises:
        ModelUnavailable: the last one.
    """
    jittered = wait_random_exponential(multiplier=patience.first_wait, max=patience.longest_wait)

    def wait(state: RetryCallState) -> float:
        asked = _retry_after(state)
        return jittered(state) if asked is None else asked

    def hopeless(state: RetryCallState) -> bool:
        asked = _retry_after(state)
        if asked is not None and asked > patience.longest_wait:
            return True
        return stopped() or (until is not None and time.monotonic() + state.upcoming_sleep >= until)

    began, refused = time.monotonic(), 0

    def spent(state: RetryCallState) -> bool:
        nonlocal refused
        if _is_loading(state):
            return time.monotonic() - began >= patience.loading
        refused += 1
        return refused >= patience.attempts

    retrying = AsyncRetrying(
        retry=retry_if_exception(_may_pass),
        wait=wait,
        stop=lambda state: spent(state) or hopeless(state),
        sleep=_rest,
        reraise=True,
    )

    async def once() -> T:
        return await call()

    return await retrying(once)


async def _rest(seconds: float) -> None:
    await asyncio.sleep(seconds)


def _may_pass(error: BaseException) -> bool:
    return isinstance(error, ModelUnavailable) and error.status != _UNPAID


def _is_loading(state: RetryCallState) -> bool:
    error = state.outcome.exception() if state.outcome else None
    return isinstance(error, ModelUnavailable) and error.loading


def _retry_after(state: RetryCallState) -> float | None:
    error = state.outcome.exception() if state.outcome else None
    return error.retry_after if isinstance(error, ModelUnavailable) else None
