"""A deadline that passes when a test has seen enough, and not by the clock."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection
from types import SimpleNamespace
from typing import Any

import pytest

from nutgraf.asking import loop

Tasks = Collection[asyncio.Task[Any]]


def one_is_done(tasks: Tasks) -> bool:
    return any(task.done() for task in tasks)


def passes_when(enough: Callable[[Tasks], bool], patch: pytest.MonkeyPatch, module: str) -> None:
    """The deadline of what this module of nutgraf waits for passes as soon as it is enough."""

    async def finished(tasks: Tasks, seconds: float | None) -> set[asyncio.Task[Any]]:
        assert seconds, "it waits without a deadline"
        waiting = set(tasks)
        while waiting and not enough(tasks):
            _, waiting = await asyncio.wait(tasks, timeout=0.01)
        return await loop.finished(tasks, 0.0)

    patch.setattr(f"nutgraf.{module}.loop", SimpleNamespace(run=loop.run, finished=finished))
