"""The one owner of waiting and trying again: for a server that is busy, broken or gone for a moment."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TypeVar

from tenacity import AsyncRetrying, RetryCallState, retry_if_exception_type, stop_after_attempt, wait_random_exponential

from nutgraf.asking.patience import Patience
from nutgraf.errors import ModelUnavailable

T = TypeVar("T")


async def persist(call: Callable[[], Awaitable[T]], patience: Patience) -> T:
    """Await `call` until it succeeds, while it raises ModelUnavailable: Retry-After first, else jittered exponential.

    A server that asks for a longer wait than `longest_wait` is not waited for.

    Raises:
        ModelUnavailable: the last one, with `attempts` filled in.
    """
    jittered = wait_random_exponential(multiplier=patience.first_wait, max=patience.longest_wait)

    def wait(state: RetryCallState) -> float:
        asked = _retry_after(state)
        return jittered(state) if asked is None else asked

    def hopeless(state: RetryCallState) -> bool:
        asked = _retry_after(state)
        return asked is not None and asked > patience.longest_wait

    attempts = stop_after_attempt(patience.attempts)
    retrying = AsyncRetrying(
        retry=retry_if_exception_type(ModelUnavailable),
        wait=wait,
        stop=lambda state: attempts(state) or hopeless(state),
        reraise=True,
    )
    return await retrying(call)


def _retry_after(state: RetryCallState) -> float | None:
    error = state.outcome.exception() if state.outcome else None
    return error.retry_after if isinstance(error, ModelUnavailable) else None
