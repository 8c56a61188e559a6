"""How a run is going: a bar in a terminal, a line in a notebook; nothing where nobody looks."""

from __future__ import annotations

import sys
import time
from collections.abc import AsyncGenerator, Callable, Generator, Iterator
from contextlib import aclosing, closing, contextmanager
from importlib import import_module
from typing import Any

from nutgraf.counting import counted
from nutgraf.results import Outcome

_NOTEBOOK_PAUSE = 0.25
"""Seconds between two updates of a notebook's line."""


class Tally:
    """What has become of the articles so far.

    Args:
        total: how many there are, None when nobody knows.
        clock: seconds; time.monotonic but in tests.
    """

    def __init__(self, total: int | None = None, *, clock: Callable[[], float] = time.monotonic) -> None:
        self.total = total
        self.done = self.failed = self.tokens = 0
        self.usd: float | None = None
        self._clock = clock
        self._began = clock()

    def add(self, outcome: Outcome) -> None:
        """Count one more."""
        self.done += 1
        self.failed += not outcome.ok
        self.tokens += outcome.usage.total_tokens
        if outcome.usage.cost_usd is not None:
            self.usd = (self.usd or 0.0) + outcome.usage.cost_usd

    @property
    def rate(self) -> float:
        """Articles a second."""
        return self.done / max(self._clock() - self._began, 1e-9)

    @property
    def left(self) -> float | None:
        """Seconds that the rest will take at this rate; None when nobody knows."""
        if self.total is None or not self.done:
            return None
        return max(self.total - self.done, 0) / self.rate

    def __str__(self) -> str:
        count = f"{self.done:,}" if self.total is None else f"{self.done:,} of {self.total:,}"
        parts = [f"{count} {'article' if (self.total or self.done) == 1 else 'articles'}", f"{self.rate:.1f}/s"]
        if self.left:
            parts.append(f"{clock_time(self.left)} left")
        parts += [f"{self.failed:,} failed", counted(self.tokens, "token")]
        if self.usd is not None:
            parts.append(f"${self.usd:,.2f}")
        return " · ".join(parts)


def clock_time(seconds: float) -> str:
    """Hours, minutes and seconds: 1:02:03, 2:03."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def watched(outcomes: Generator[Outcome, None, None], total: int | None) -> Generator[Outcome, None, None]:
    """The same outcomes, with a bar while they come."""
    tally = Tally(total)
    with closing(outcomes), bar(tally) as show:
        for outcome in outcomes:
            tally.add(outcome)
            show()
            yield outcome


async def awatched(outcomes: AsyncGenerator[Outcome, None], total: int | None) -> AsyncGenerator[Outcome, None]:
    """The same for async code."""
    tally = Tally(total)
    async with aclosing(outcomes):
        with bar(tally) as show:
            async for outcome in outcomes:
                tally.add(outcome)
                show()
                yield outcome


@contextmanager
def bar(tally: Tally) -> Generator[Callable[[], None]]:
    """A bar that follows a tally: call what this gives after each change."""
    from rich.console import Console

    console = Console(stderr=True, highlight=False, markup=False, emoji=False)
    if console.is_jupyter:
        yield from _notebook_line(tally)
    elif sys.stderr.isatty():
        yield from _terminal_bar(tally, console)
    else:
        yield lambda: None


def _terminal_bar(tally: Tally, console: Any) -> Iterator[Callable[[], None]]:
    from rich.progress import BarColumn, Progress, TextColumn

    with Progress(BarColumn(), TextColumn("{task.fields[said]}"), console=console, transient=True) as shown:
        task = shown.add_task("", total=tally.total, said=str(tally))
        yield lambda: shown.update(task, completed=tally.done, said=str(tally))


def _notebook_line(tally: Tally) -> Iterator[Callable[[], None]]:
    """A line that is overwritten; rich's own bar needs ipywidgets there."""
    shown_by: Any = import_module("IPython.display")
    handle = shown_by.display(shown_by.Pretty(str(tally)), display_id=True)
    shown = time.monotonic()

    def show() -> None:
        nonlocal shown
        if time.monotonic() - shown >= _NOTEBOOK_PAUSE:
            shown = time.monotonic()
            handle.update(shown_by.Pretty(str(tally)))

    try:
        yield show
    finally:
        handle.update(shown_by.Pretty(str(tally)))
