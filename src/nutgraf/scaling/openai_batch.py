"""The provider's batch API: the same questions, checks and repairs at half the price, within a day.

Nothing about a brief is different: a collected answer goes into the cache as if it had been asked online, and briefs are
made from there. What an answer lacks is asked online, or goes into the next batch.
"""

from __future__ import annotations

import json
import tempfile
import uuid
from collections.abc import Awaitable, Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import IO, Any, TypeVar

from nutgraf.article import Article
from nutgraf.asking import loop
from nutgraf.asking.line.batches import Batches, BatchState, request_line
from nutgraf.asking.line.dialect import Dialect
from nutgraf.asking.question.asked import Question
from nutgraf.counting import counted
from nutgraf.desk import PATIENCE
from nutgraf.errors import ArticleError, ConfigurationError
from nutgraf.results import Outcome
from nutgraf.scaling.books import beside
from nutgraf.scaling.deferring import Answered, Deferred, Deferring, RepairDeferred
from nutgraf.scaling.lines import write_anew
from nutgraf.scaling.run import Report, run
from nutgraf.summarizer import Summarizer

T = TypeVar("T")
Articles = Iterable[Article | ArticleError]

MOST_REQUESTS = 50_000
MOST_BYTES = 190_000_000
"""OpenAI takes 50,000 requests and 200 MB a file."""
_TAG = "nutgraf_run"


@dataclass
class _Book:
    """What was submitted, in a file beside the briefs (OUT.batch.json)."""

    path: Path
    run: str = field(default_factory=lambda: uuid.uuid4().hex)
    model: str = ""
    host: str = ""
    open: list[str] = field(default_factory=list)
    collected: list[str] = field(default_factory=list)
    submitting: bool = False
    dialect: dict[str, Any] | None = None

    def save(self) -> None:
        kept = {name: value for name, value in asdict(self).items() if name != "path"}
        write_anew(self.path, [json.dumps(kept, indent=1) + "\n"])


_OTHERWISE = ("anthropic", "google", "mistral")
"""Providers whose batches are made in other ways: requests within one body, jobs over files of another form."""


class Batch:
    """A run through a provider's batch API. `submit` once, `collect` as often as you like, until nothing waits.

    Args:
        desk: makes the briefs; it needs a cache, which is where answers go.
        out: the file of briefs. What was submitted stands beside it, in OUT.batch.json.

    Raises:
        ConfigurationError: no cache, the embedded model, or an `out` that belongs to another model.
    """

    def __init__(self, desk: Summarizer, out: str | Path) -> None:
        if not desk.caches:
            raise ConfigurationError("a batch needs a cache: its answers are kept there until the briefs are made")
        if desk.endpoint.flavour == "local":
            raise ConfigurationError("the embedded model has no batch API: use nutgraf run")
        if desk.endpoint.flavour in _OTHERWISE:
            raise ConfigurationError(
                f"the batch API of {desk.endpoint.flavour} is none of files, as OpenAI's is, and not built: use nutgraf run"
            )
        self._desk = Summarizer(desk.settings)
        self._out = Path(out)
        self._batches = Batches(desk.endpoint, headers=desk.settings.headers, patience=PATIENCE)
        self._book = self._opened()
        self._exchange = self._desk.deferring(Deferring)
        self._exchange.batches, self._exchange.answered = self._batches, Answered()
        self._exchange.asked_in, self._exchange.online = self._exchange.manners.dialect, False
        self._exchange.note = _forget
        if self._book.dialect:
            self._exchange.manners.dialect = Dialect(**self._book.dialect)

    def submit(
        self, articles: Articles, *, limit: int | None = None, most_requests: int = MOST_REQUESTS
    ) -> list[BatchState]:
        """Submit whatever the cache does not answer, in files within the provider's limits.

        Args:
            articles: all articles of the run.
            limit: submit no more than this many articles.
            most_requests: requests a file; fewer where the provider limits how much may wait.

        Raises:
            ConfigurationError: batches are out that nobody has collected, or a request is larger than a file may be.
            ModelError: the endpoint did not take a file; what it took before is known.
        """
        self._adopt()
        if self._book.open:
            raise ConfigurationError(
                f"not collected yet: {counted(len(self._book.open), 'batch', 'batches')}; submitting again would pay twice: "
                "nutgraf batch status, then nutgraf batch collect"
            )
        with tempfile.TemporaryDirectory() as folder:
            files = _Files(Path(folder), min(most_requests, MOST_REQUESTS))
            self._exchange.note = self._into(files)
            try:
                self._exchange.online = False
                self._work_through(articles, limit=limit)
                return self._submitted(files.done())
            finally:
                self._exchange.note = _forget
                files.done()

    def status(self) -> list[BatchState]:
        """What has become of the batches that are not collected yet."""
        self._adopt()
        return [self._run(self._batches.state(name)) for name in self._book.open]

    def collect(self, articles: Articles, *, online: bool = True, **options: Any) -> tuple[Report, list[BatchState]]:
        """Make the briefs for which the answers are there; returns the report, and the batches still at work.

        Collecting again, at any time and after any interruption, is harmless.

        Args:
            articles: all articles of the run.
            online: ask at once for what repairs an answer; False leaves it to the next `submit` (a round for each pass).
            options: as for `nutgraf.scaling.run.run`.
        """
        states = self.status()
        ended = [state for state in states if state.ended]
        with tempfile.TemporaryDirectory() as folder:
            names = [name for state in ended for name in (state.output_file, state.error_file) if name]
            for number, name in enumerate(names):
                path = Path(folder, f"answers-{number}.jsonl")  # what the provider calls it is no path here
                path.write_bytes(self._run(self._batches.content(name)))
                self._exchange.answered.add(path)
            self._exchange.online, self._exchange.asked_in = online, self._exchange.manners.dialect
            report = self._work_through(articles, **options)
        if report.ended == "all":
            for state in ended:
                self._book.open.remove(state.id)
                self._book.collected.append(state.id)
        self._book.dialect = asdict(self._exchange.manners.dialect)
        self._book.save()
        return report, [state for state in states if not state.ended or state.errors]

    def close(self) -> None:
        """Close the connections."""
        self._run(self._batches.aclose())
        self._desk.close()

    def _work_through(self, articles: Articles, **options: Any) -> Report:
        return run(self._desk, articles, self._out, waits=_waits, **options)

    def _into(self, files: _Files) -> Callable[[str, Question], None]:
        def note(name: str, question: Question) -> None:
            files.add(name, request_line(name, question, self._desk.endpoint.model, self._exchange.manners.dialect))

        return note

    def _submitted(self, files: list[Path]) -> list[BatchState]:
        if not files:
            return []
        self._book.submitting = True
        self._book.save()
        states: list[BatchState] = []
        for path in files:
            states.append(self._run(self._batches.submit(path, {_TAG: self._book.run})))
            self._book.open.append(states[-1].id)
            self._book.save()
        self._book.submitting = False
        self._book.save()
        return states

    def _adopt(self) -> None:
        """Batches that the provider took, though we ended before we could note it."""
        if not self._book.submitting:
            return
        known = {*self._book.open, *self._book.collected}
        found = self._run(self._batches.tagged(_TAG, self._book.run))
        self._book.open += [state.id for state in found if state.id not in known]
        self._book.submitting = False
        self._book.save()

    def _opened(self) -> _Book:
        path = beside(self._out, "batch.json")
        endpoint = self._desk.endpoint
        if not path.exists():
            return _Book(path, model=endpoint.model, host=endpoint.host)
        try:
            book = _Book(path, **json.loads(path.read_text("utf-8")))
        except (ValueError, TypeError, OSError) as error:
            raise ConfigurationError(f"{path}: can't be read ({error}); name another file of briefs") from None
        if (book.model, book.host) != (endpoint.model, endpoint.host):
            raise ConfigurationError(f"{path} belongs to {book.model!r} at {book.host}: name another file of briefs")
        return book

    def _run(self, awaitable: Awaitable[T]) -> T:
        async def awaited() -> T:
            return await awaitable

        return loop.run(awaited())


class _Files:
    """Files of requests within the limits, each request once."""

    def __init__(self, folder: Path, most: int) -> None:
        self._folder = folder
        self._most = most
        self._names: set[str] = set()
        self._paths: list[Path] = []
        self._file: IO[bytes] | None = None
        self._requests = self._bytes = 0

    def add(self, name: str, line: bytes) -> None:
        if name in self._names:
            return
        if len(line) > MOST_BYTES:
            raise ConfigurationError(f"a request of {len(line) / 1e6:.0f} MB is larger than a batch file may be")
        file = self._file
        if file is None or self._requests == self._most or self._bytes + len(line) > MOST_BYTES:
            file = self._next()
        self._names.add(name)
        file.write(line)
        self._requests += 1
        self._bytes += len(line)

    def done(self) -> list[Path]:
        if self._file is not None:
            self._file.close()
        return self._paths

    def _next(self) -> IO[bytes]:
        if self._file is not None:
            self._file.close()
        self._paths.append(self._folder / f"requests-{len(self._paths) + 1}.jsonl")
        self._file = self._paths[-1].open("wb")
        self._requests = self._bytes = 0
        return self._file


def _forget(_name: str, _question: Question) -> None:
    """While answers are collected, what they lack is left for the next `submit` to find."""


def _waits(outcome: Outcome) -> bool:
    """True for an article of which something is still to come."""
    problems: Iterator[Any] = iter(outcome.brief.problems if outcome.brief is not None else ())
    return isinstance(outcome.error, (Deferred, RepairDeferred)) or any(p.kind == Deferred.__name__ for p in problems)
