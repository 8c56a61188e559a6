"""A stream in, a stream out: no more in memory than a window of articles, nothing left running afterwards.

`spread` is for threads and scripts, `aspread` for async code. Both read an article only when there is room for it:
what is in work and what is finished but not yet taken never exceed the room - until the first outcome is taken; from
then on half as much again, so that articles wait ready while the code works on those that are back (in order as much
again: one slow article holds up what comes after it).
"""

from __future__ import annotations

import asyncio
import os
import queue
import sys
from collections.abc import AsyncGenerator, AsyncIterable, Callable, Coroutine, Generator, Iterable, Sized
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeAlias

from typing_extensions import TypeIs

from nutgraf.article import Article
from nutgraf.article.objects import is_one, rows_of
from nutgraf.asking.loop import cancelled
from nutgraf.errors import ArticleError
from nutgraf.outcomes import Source
from nutgraf.results import Outcome

Sources: TypeAlias = Iterable[Source] | AsyncIterable[Source]
"""Several articles. A DataFrame is iterable, too: its rows are meant."""
Handle: TypeAlias = Callable[[Any], Coroutine[Any, Any, Outcome]]
"""Makes the outcome of one article; never raises for what is the article's or the model's fault."""
_LOOK_UP = 0.2
"""Seconds: a signal (Ctrl-C) that comes just before a wait without end would be seen at its end alone."""
_AT_ONCE = 2
"""Articles read for each outcome that is handed out, while others wait: two, so that the window can widen."""
_Ended: TypeAlias = tuple[int, Outcome | BaseException]
"""The number of an article in the input, and what became of it."""


def checked(sources: Sources) -> Sources:
    """What is to be gone through: a DataFrame as its rows; refuse what is one article, or nothing that has several.

    Raises:
        ArticleError: names what to pass.
    """
    if (rows := rows_of(sources)) is not None:
        return rows
    several = hasattr(sources, "__iter__") or hasattr(sources, "__aiter__")
    if not several or isinstance(sources, (str, bytes, Article, Path)) or is_one(sources):
        lazy = "; a lazy frame has to be collected first" if hasattr(sources, "collect") else ""
        raise ArticleError(
            f"map takes several articles - a list, a generator, an async iterable, a DataFrame - not one {type(sources).__name__}"
            f"{lazy}; write [article], or call summarize(article). For a file or folder: nutgraf.article.read_many(path)"
        )
    return sources


def is_async(sources: Sources) -> TypeIs[AsyncIterable[Source]]:
    """True for what `async for` goes through."""
    return hasattr(sources, "__aiter__")


def length_of(sources: object) -> int | None:
    """How many there are, where that is known before they are gone through."""
    return len(sources) if isinstance(sources, Sized) else None


def spread(
    sources: Iterable[Source], handle: Handle, *, loop: asyncio.AbstractEventLoop, room: int, ordered: bool = False
) -> Generator[Outcome, None, None]:
    """Outcomes as they finish, or in order; articles are read in the caller's thread and worked on in `loop`.

    What the input itself raises is raised here, after the outcomes of all that was read before it.
    """
    arrivals: queue.SimpleQueue[_Ended] = queue.SimpleQueue()
    work, line, source = _Work(handle, arrivals.put), _Line(ordered=ordered), iter(sources)
    reading, broken = True, None
    try:
        while True:
            fresh = 0
            while reading and len(line) < (_wider(room, ordered) if line.moves else room):
                try:
                    item = next(source)
                except StopIteration:
                    reading = False
                except Exception as error:  # noqa: BLE001 - whatever the user's input raises is theirs to see
                    reading, broken = False, error
                else:
                    loop.call_soon_threadsafe(work.start, line.enter(), item)
                    fresh += 1
                while not arrivals.empty():
                    line.arrived(*arrivals.get())
                if line.is_ready and fresh >= _AT_ONCE:
                    break  # what is finished is handed out before the input is waited for again
            if not reading and not len(line):
                break
            while (ready := line.ready()) is None:
                with suppress(queue.Empty):
                    line.arrived(*arrivals.get(timeout=_LOOK_UP))
            yield ready
            line.moves = True
    finally:
        _abandon(work, loop)
    if broken is not None:
        raise broken


def pulled(outcomes: AsyncGenerator[Outcome, None], run: Callable[[Any], Any]) -> Generator[Outcome, None, None]:
    """The outcomes of an async stream, for a thread; `run` runs a coroutine on the stream's loop and waits for it."""
    turn = asyncio.Lock()  # a wait that was broken off ends only when what it waited for has

    async def following() -> Outcome | None:
        async with turn:
            return await anext(outcomes, None)

    async def ended() -> None:
        async with turn:
            await outcomes.aclose()

    try:
        while (outcome := run(following())) is not None:
            yield outcome
    finally:
        if not sys.is_finalizing():
            run(ended())


async def aspread(
    sources: Sources, handle: Handle, *, room: int, ordered: bool = False
) -> AsyncGenerator[Outcome, None]:
    """The same in the running loop, from any iterable or async iterable."""
    arrivals: asyncio.Queue[_Ended | None] = asyncio.Queue()
    work, line, space = _Work(handle, arrivals.put_nowait), _Line(ordered=ordered), asyncio.Semaphore(room)

    async def read() -> None:
        try:
            await space.acquire()
            async for source in _each(sources):
                work.start(line.enter(), source)
                await space.acquire()
        finally:
            arrivals.put_nowait(None)

    feeding, reading = asyncio.ensure_future(read()), True
    try:
        while reading or len(line):
            if (ready := line.ready()) is not None:
                if not line.moves:
                    for _ in range(_wider(room, ordered) - room):
                        space.release()
                space.release()
                line.moves = True
                yield ready
            elif (arrival := await arrivals.get()) is None:
                reading = False
            else:
                line.arrived(*arrival)
    finally:
        feeding.cancel()
        await asyncio.gather(feeding, return_exceptions=True)
        await work.abandon()
    feeding.result()


def _wider(room: int, ordered: bool) -> int:
    return 2 * room if ordered else room + room // 2


class _Work:
    """The articles in work on one event loop."""

    def __init__(self, handle: Handle, deliver: Callable[[_Ended], None]) -> None:
        self._handle = handle
        self._deliver = deliver
        self._tasks: set[asyncio.Task[None]] = set()
        self.pid = os.getpid()

    def start(self, number: int, source: Any) -> None:
        """Take an article into work; to be called in the loop."""
        task = asyncio.get_running_loop().create_task(self._run(number, source))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def abandon(self) -> None:
        """Cancel what is in work and wait until it is gone."""
        await cancelled(list(self._tasks))

    async def _run(self, number: int, source: Any) -> None:
        try:
            self._deliver((number, await self._handle(source)))
        except asyncio.CancelledError as error:
            self._deliver((number, error))
            raise
        except Exception as error:  # noqa: BLE001 - a bug is handed on to whoever reads the stream
            self._deliver((number, error))


class _Line:
    """Who comes next: the first to arrive, or (in order) the first that was read."""

    def __init__(self, *, ordered: bool) -> None:
        self._ordered = ordered
        self._entered = self._left = 0
        self._arrived: dict[int, Outcome | BaseException] = {}
        self.moves = False
        """True once an outcome was taken."""

    def __len__(self) -> int:
        return self._entered - self._left

    def enter(self) -> int:
        """The number of one more."""
        self._entered += 1
        return self._entered - 1

    def arrived(self, number: int, ended: Outcome | BaseException) -> None:
        """One has finished."""
        self._arrived[number] = ended

    @property
    def is_ready(self) -> bool:
        """True when the next outcome is there."""
        return self._left in self._arrived if self._ordered else bool(self._arrived)

    def ready(self) -> Outcome | None:
        """The next outcome, if it is there."""
        if not self.is_ready:
            return None
        number = self._left if self._ordered else next(iter(self._arrived))
        self._left += 1
        ended = self._arrived.pop(number)
        if isinstance(ended, BaseException):
            raise ended
        return ended


async def _each(sources: Any) -> AsyncGenerator[Any, None]:
    if is_async(sources):
        async for source in sources:
            yield source
        return
    for source in sources:
        yield source
        await asyncio.sleep(0)  # a request leaves before the next article is read


def _abandon(work: _Work, loop: asyncio.AbstractEventLoop) -> None:
    """End what is in work and wait for it - where the loop still runs, and is not this very thread's.

    A generator that nobody finished may be collected anywhere: in the loop's own thread, in a forked child, or while
    the interpreter shuts down.
    """
    if sys.is_finalizing() or work.pid != os.getpid():
        return
    ending = asyncio.run_coroutine_threadsafe(work.abandon(), loop)
    if _running_loop() is not loop:
        ending.result()


def _running_loop() -> asyncio.AbstractEventLoop | None:
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None
