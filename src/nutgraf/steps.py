"""One article's work: the requests to be made, and the brief that their answers come to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from pydantic import BaseModel

from nutgraf.checking.items.events import asserted
from nutgraf.checking.items.repair import Failure, repair_class, window_for
from nutgraf.errors import ArticleError, ModelError, NutgrafError
from nutgraf.passes import BUILT_IN, Pass, Settled
from nutgraf.reading import Reading
from nutgraf.reading.languages.detect import reads_as_english
from nutgraf.reading.window import Size, Window, runs
from nutgraf.results import Brief, Event, Problem, Provenance, Quote, Usage

_MOST_REQUESTS = 400
"""More than any news article takes; a text that needs more is refused unless the budget names requests."""


@dataclass(frozen=True)
class Step:
    """One request to be made: these passes, about this window."""

    passes: tuple[Pass, ...]
    window: Window
    size: Size
    repair: type[BaseModel] | None = None
    """Where the request is for items that failed: what is asked for in place of the pass's own items."""

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


@dataclass(frozen=True)
class Repair:
    """One request for the items of one pass that failed, with the sentences that they are about."""

    step: Step
    failures: tuple[Failure, ...]


class Checks:
    """What the checks make of the answers about one article; the same answers are checked once."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._made: list[tuple[Pass, list[tuple[Window, tuple[BaseModel, ...]]], Settled]] = []

    def of(self, asked: Pass, answers: Sequence[Answered]) -> Settled:
        """The items of one pass that hold, and what is to be said of the others."""
        answered = [(a.window, a.items) for a in answers if a.name == asked.name and a.error is None]
        for known, before, settled in self._made:
            if known is asked and len(before) == len(answered) and all(map(_same, before, answered)):
                return settled
        made = asked.checked(self.reading, answered)
        self._made.append((asked, answered, made))
        return made


def _same(one: tuple[Window, tuple[BaseModel, ...]], other: tuple[Window, tuple[BaseModel, ...]]) -> bool:
    return one[0] is other[0] and one[1] is other[1]


def repairs(passes: tuple[Pass, ...], checks: Checks, answers: Sequence[Answered]) -> list[Repair]:
    """What to ask again. About single sentences nothing: there the article's own words settle what failed."""
    found: list[Repair] = []
    for asked in passes:
        failures = checks.of(asked, answers).failures
        window = window_for(failures, checks.reading)
        if failures and window.numbers:
            wanted = repair_class(asked.item, failures)
            found.append(Repair(Step((asked,), window, "paragraph", wanted), tuple(failures)))
    return found


def mended(answers: Sequence[Answered], repair: Repair, repaired: Answered) -> tuple[list[Answered], list[Problem]]:
    """The answers with the repaired items in place of the failing ones, and what became of each failure."""
    failing = {id(failure.draft) for failure in repair.failures}
    kept = [replace(a, items=tuple(i for i in a.items if id(i) not in failing)) for a in answers]
    again: dict[int, Any] = {getattr(item, "item", 0): item for item in repaired.items}
    drafts: list[BaseModel] = []
    problems: list[Problem] = []
    for number, failure in enumerate(repair.failures, 1):
        if number in again:
            drafts.append(failure.mended(again[number]))
        problems.append(
            Problem(
                kind=failure.kind,
                step=repaired.name,
                item=_first_words(failure.draft),
                detail=failure.reason,
                resolution="repaired" if number in again else "dropped",
            )
        )
    window = replace(repaired.window, focus="")  # checked as the whole answer is, not as a small model's
    return [*kept, replace(repaired, window=window, items=tuple(drafts))], problems


def _first_words(draft: BaseModel) -> str:
    return next((repr(v[:80]) for v in dict(draft).values() if isinstance(v, str)), type(draft).__name__)


def make_brief(
    passes: tuple[Pass, ...],
    reading: Reading,
    answers: Sequence[Answered],
    usage: Usage,
    provenance: Provenance,
    *,
    repaired: Sequence[Problem] = (),
    checks: Checks | None = None,
) -> Brief:
    """Check every answer and put the brief together.

    Raises:
        NutgrafError: the first error, when no pass delivered anything.
    """
    failed = [a.error for a in answers if a.error is not None]
    if failed and len(failed) == len(answers):
        if isinstance(failed[0], ModelError):
            failed[0].usage, failed[0].attempts = usage, usage.requests
        raise failed[0]
    problems = _rules_off(reading)
    settled: dict[str, Settled] = {}
    checks = checks or Checks(reading)
    for asked in passes:
        mine = [a for a in answers if a.name == asked.name]
        settled[asked.name] = checks.of(asked, mine)
        problems += settled[asked.name].problems + _failures(asked.name, mine)
    quotes = settled["quotes"].items if "quotes" in settled else []
    events = asserted(settled["events"].items, quotes) if "events" in settled else []
    return Brief(
        article=reading.article,
        headline=reading.article.title or (events[0].title if events else None),
        summary=tuple(settled["summary"].items) if "summary" in settled else (),
        quotes=tuple(quotes),
        events=tuple(events),
        items={p.name: tuple(_own(p, settled[p.name].items, quotes)) for p in passes if p.name not in BUILT_IN},
        problems=(*repaired, *problems),
        usage=usage,
        provenance=provenance,
        complete=not failed,
    )


def _own(asked: Pass, found: list[Any], quotes: Sequence[Quote]) -> list[Any]:
    return asserted(found, quotes) if issubclass(asked.item, Event) else found


def _rules_off(reading: Reading) -> list[Problem]:
    """Which rules don't hold for an article in another language than English."""
    if reads_as_english(reading.article.text):
        return []
    detail = (
        "the article does not read as English: quotations and spans hold, but the rules for speakers, indirect speech, dates, "
        "quantities and the wording of status are off"
    )
    return [Problem(kind="not_english", step="reading", detail=detail, resolution="unresolved")]


def _failures(name: str, answers: Sequence[Answered]) -> list[Problem]:
    found = Counter((type(a.error).__name__, str(a.error)[:300]) for a in answers if a.error is not None)
    return [
        Problem(kind=kind, step=name, detail=f"{detail} ({count} of {len(answers)} requests)", resolution="unresolved")
        for (kind, detail), count in found.items()
    ]
