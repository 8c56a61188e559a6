"""One article's work: the requests to be made, and the brief that their answers come to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import BaseModel

from nutgraf.checking.events import asserted
from nutgraf.errors import ArticleError, ModelError, NutgrafError
from nutgraf.passes import Pass, Settled
from nutgraf.reading import Reading
from nutgraf.reading.window import Size, Window, runs
from nutgraf.results import Brief, Problem, Provenance, Usage

_MOST_REQUESTS = 400
"""More than any news article takes; a text that needs more is refused unless the budget names requests."""
_BUILT_IN = ("quotes", "events", "summary")


@dataclass(frozen=True)
class Step:
    """One request to be made: these passes, about this window."""

    passes: tuple[Pass, ...]
    window: Window
    size: Size

    def alone(self) -> tuple[Step, ...]:
        """The same with a request for each pass."""
        return tuple(Step((asked,), self.window, self.size) for asked in self.passes)


@dataclass(frozen=True)
class Answered:
    """What came back for one pass about one window: items, or the error that took their place."""

    name: str
    window: Window
    items: tuple[BaseModel, ...] = ()
    error: NutgrafError | None = None


def plan(passes: tuple[Pass, ...], reading: Reading, size: Size, *, unlimited: bool) -> list[Step]:
    """The requests that an article takes: all passes together about large windows, pass by pass about single sentences.

    Raises:
        ArticleError: more requests than any news article takes.
    """
    if size == "sentence":
        steps = [Step((asked,), window, size) for asked in passes for window in asked.windows(reading, size)]
    else:
        steps = [Step(passes, window, size) for window in runs(reading, size)]
    if len(steps) > _MOST_REQUESTS and not unlimited:
        raise ArticleError(
            f"this text of {len(reading.article.text):,} characters would take {len(steps):,} requests: it is no single news "
            "article. Split it, or allow it with budget=Budget(requests=…)"
        )
    return steps


def make_brief(
    passes: tuple[Pass, ...], reading: Reading, answers: Sequence[Answered], usage: Usage, provenance: Provenance
) -> Brief:
    """Check every answer and put the brief together.

    Raises:
        NutgrafError: the first error, when no pass delivered anything.
    """
    failed = [a.error for a in answers if a.error is not None]
    if failed and len(failed) == len(answers):
        if isinstance(failed[0], ModelError):
            failed[0].usage = usage
        raise failed[0]
    problems: list[Problem] = []
    settled: dict[str, Settled] = {}
    for asked in passes:
        mine = [a for a in answers if a.name == asked.name]
        answered = [(a.window, a.items) for a in mine if a.error is None]
        settled[asked.name] = asked.checked(reading, answered)
        problems += settled[asked.name].problems + _failures(asked.name, mine)
    quotes = settled["quotes"].items if "quotes" in settled else []
    events = asserted(settled["events"].items, quotes) if "events" in settled else []
    return Brief(
        article=reading.article,
        headline=reading.article.title or (events[0].title if events else None),
        summary=tuple(settled["summary"].items) if "summary" in settled else (),
        quotes=tuple(quotes),
        events=tuple(events),
        items={p.name: tuple(settled[p.name].items) for p in passes if p.name not in _BUILT_IN},
        problems=tuple(problems),
        usage=usage,
        provenance=provenance,
        complete=not failed,
    )


def _failures(name: str, answers: Sequence[Answered]) -> list[Problem]:
    found = Counter((type(a.error).__name__, str(a.error)[:300]) for a in answers if a.error is not None)
    return [
        Problem(kind=kind, step=name, detail=f"{detail} ({count} of {len(answers)} requests)", resolution="unresolved")
        for (kind, detail), count in found.items()
    ]
