"""What breaks the wait for an answer - Ctrl-C, an exit from a signal handler - stops the work that was waited for."""

from __future__ import annotations

import asyncio
import os
import signal
import threading

import pytest

from nutgraf.asking import loop


@pytest.mark.parametrize("broken_by", [KeyboardInterrupt, SystemExit], ids=["Ctrl-C", "an exit"])
def test_the_work_ends_with_the_wait(broken_by: type[BaseException]) -> None:
    started, ended = threading.Event(), threading.Event()

    async def work() -> None:
        started.set()
        try:
            await asyncio.sleep(60)
        finally:
            ended.set()

    def break_off(_signal: int, _frame: object) -> None:
        raise broken_by

    before = signal.signal(signal.SIGUSR1, break_off)
    try:
        threading.Thread(target=lambda: started.wait(20) and os.kill(os.getpid(), signal.SIGUSR1)).start()
        with pytest.raises(broken_by):
            loop.run(work())
    finally:
        signal.signal(signal.SIGUSR1, before)
    assert ended.wait(20)


def test_what_the_work_raises_comes_through() -> None:
    async def work() -> None:
        raise ValueError("as it is")

    with pytest.raises(ValueError, match="as it is"):
        loop.run(work())
