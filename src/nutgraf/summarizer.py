"""The conductor: read the article, ask the model, check the answers, make the brief."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator, Callable, Coroutine, Generator, Mapping
from contextlib import suppress
from dataclasses import fields, replace
from functools import cached_property
from importlib.metadata import version
from typing import Any, Generic, Self, TypeVar, Unpack, cast

from nutgraf.article import Article
from nutgraf.asking import loop, prompts
from nutgraf.asking.cache import open_cache
from nutgraf.asking.compose import Manner, Task, compose, digests
from nutgraf.asking.endpoint import Endpoint, resolve
from nutgraf.asking.exchange import Exchange, Tab, Wiring
from nutgraf.asking.patience import Patience
from nutgraf.asking.question import Message, Question
from nutgraf.dispatch import ask_step
from nutgraf.errors import ConfigurationError, ModelUnavailable
from nutgraf.outcomes import Outages, outcome_of
from nutgraf.passes import Pass, built_in
from nutgraf.reading import Reading, read
from nutgraf.reading.window import Size, choose_size
from nutgraf.results import Brief, E_co, Outcome, Problem, Provenance, Q_co, Usage
from nutgraf.settings import Changes, Settings, check
from nutgraf.steps import Answered, Checks, Step, make_brief, mended, plan, repairs
from nutgraf.stream import Handle, Sources, aspread, cancelled, checked, is_async, length_of, pulled, spread
from nutgraf.telling.progress import awatched, watched

Progress = Callable[[int, int], None]
"""Called with the questions answered so far and all there are."""

X = TypeVar("X", bound=Exchange)
PATIENCE = Patience()
_LOCAL_OUTPUT_TOKENS = 1_500
"""The embedded model's context of 8,192 tokens holds the article and the answer, twice enlarged at most."""
_OUTPUT_TOKENS: dict[Size, int] = {"sentence": 400, "paragraph": 4_000, "article": 8_000}


class Summarizer(Generic[E_co, Q_co]):
    """Turns articles into briefs with one model and one set of settings. Thread-safe; pickles as its settings.

    Args:
        model: "openai/<name>", "ollama/<name>", "local", or any name with `base_url`. Default: NUTGRAF_MODEL.
        base_url: an OpenAI-compatible endpoint. Default: NUTGRAF_BASE_URL (never for a prefixed name).
        api_key: the key for `base_url`. Default: NUTGRAF_API_KEY; OPENAI_API_KEY serves "openai/…" alone.
        passes: what to ask for: "quotes", "events", "summary", or a `Pass` of your own.
        event: your own subclass of `Event`, whose further fields the model fills.
        quote: your own subclass of `Quote`.
        prompts: versions of the built-in prompts, like {"quotes": "v1"}.
        window: how much of the article goes into one request; "auto" is the whole article where it fits, and one
            sentence for the embedded model.
        cache: "default", a path, None, or a store of your own: an object with `get` and `put`.
        budget: the most this Summarizer may spend.
        concurrency: requests in flight at once (the embedded model takes one).
        timeout: seconds that one request may take.
        deadline: seconds that one article may take; what is answered by then is delivered, with complete=False.
        temperature: sampling temperature; None leaves it to the server.
        max_output_tokens: the longest answer; by default it follows from the window.
        headers: further HTTP headers for the endpoint.
        http_client: an httpx2.AsyncClient of your own; you close it.
        strict: ask for a strict schema first; False starts with a plain one, for servers that refuse `strict`.

    Raises:
        ConfigurationError: no model named, a missing key, an unknown pass or prompt, a class that no strict schema can say.
    """

    def __init__(self, settings: Settings | None = None, **changes: Unpack[Changes[E_co, Q_co]]) -> None:
        known = {f.name for f in fields(Settings)}
        if unknown := set(changes) - known:
            raise ConfigurationError(
                f"unknown setting {', '.join(sorted(unknown))}; there are: {', '.join(sorted(known))}"
            )
        values: dict[str, Any] = {name: getattr(settings, name) for name in known} if settings else {}
        values.update(changes)
        self.settings = Settings(**values)
        check(self.settings)
        self.endpoint: Endpoint = resolve(
            self.settings.model, base_url=self.settings.base_url, api_key=self.settings.api_key
        )
        self.passes: tuple[Pass, ...] = tuple(self._pass(p) for p in self.settings.passes)
        self._exchange: Exchange = self._connected(Exchange)

    def __reduce__(self) -> tuple[Any, ...]:
        return (Summarizer, (self.settings,))

    def __repr__(self) -> str:
        return f"Summarizer(model={self.settings.model or self.endpoint.model!r}, passes={tuple(p.name for p in self.passes)})"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._exchange.aclose()

    def close(self) -> None:
        """Close the connections that sync calls opened."""
        loop.run(self._exchange.aclose())

    @property
    def usage(self) -> Usage:
        """What this Summarizer has spent so far."""
        return self._exchange.ledger.spent

    @property
    def usage_by_pass(self) -> Mapping[str, Usage]:
        """The same for each pass; passes that were asked in one request stand together ("quotes+events+summary")."""
        return self._exchange.ledger.by_step

    def summarize(self, article: Article | str | object, *, progress: Progress | None = None) -> Brief[E_co, Q_co]:
        """Make the brief of one article; works in scripts, threads and notebook cells.

        Args:
            article: an Article, its text, or whatever `Article.from_object` takes.
            progress: called with the questions answered so far and all there are.

        Raises:
            ArticleError: the input is no article.
            ConfigurationError: the endpoint refuses the key, has no such model, or refuses the request.
            ModelError, BudgetExceeded: no pass delivered anything. One that did leaves `complete=False` and a Problem
                for each that failed.
        """
        return loop.run(self.asummarize(article, progress=progress))

    async def asummarize(
        self, article: Article | str | object, *, progress: Progress | None = None
    ) -> Brief[E_co, Q_co]:
        """The same, to be awaited."""
        deadline = self.settings.deadline
        tab = Tab(None if deadline is None else time.monotonic() + deadline)
        return cast("Brief[E_co, Q_co]", await self._brief(article, tab, progress))

    def map(
        self, articles: Sources, *, ordered: bool = False, progress: bool = False
    ) -> Generator[Outcome[E_co, Q_co]]:
        """Make the briefs of any number of articles: a stream in, a stream out, in bounded memory.

        Nothing is read before the first outcome is asked for. An article is read when there is room for it: up to the
        first outcome no more than `concurrency`, then half as many again (in order as many again) are in work or wait
        to be taken, so a slow reader slows the asking.
        All of them share one window of `concurrency` requests in flight. A loop that ends early ends the work: requests
        in flight are cancelled. What the input itself raises is raised here, after all that was read before it.

        Args:
            articles: a list, a generator or an async iterable of what `summarize` takes, of files (as Path) or of the errors
                that `nutgraf.article.read_many(path, errors="yield")` hands out; or a DataFrame (pandas, polars, arrow), whose
                rows are meant. It is read in the caller's thread.
            ordered: in the order of the input; by default as they finish.
            progress: show a bar (a line in a notebook): rate, time left, failures, tokens, money.

        Returns:
            An `Outcome` for each input: a brief, or the error that `summarize` would have raised. Of an endpoint that
            answered before and is gone now, articles wait ten minutes for its return.

        Raises:
            ArticleError: `articles` is a single article.
        """
        found: Generator[Outcome, None, None]
        room = self.settings.concurrency
        if is_async(articles := checked(articles)):
            found = pulled(aspread(articles, self._handle(), room=room, ordered=ordered), loop.run)
        else:
            found = spread(articles, self._handle(), loop=loop.background(), room=room, ordered=ordered)
        told = watched(found, length_of(articles)) if progress else found
        return cast("Generator[Outcome[E_co, Q_co]]", told)

    def amap(
        self, articles: Sources, *, ordered: bool = False, progress: bool = False
    ) -> AsyncGenerator[Outcome[E_co, Q_co]]:
        """The same for `async for`. A generator that blocks while it reads holds up the loop: make it an async one.

        After a `break`, `aclose()` (or `contextlib.aclosing`) waits until nothing of it is left in flight.
        """
        found = aspread(checked(articles), self._handle(), room=self.settings.concurrency, ordered=ordered)
        told = awatched(found, length_of(articles)) if progress else found
        return cast("AsyncGenerator[Outcome[E_co, Q_co]]", told)

    def _handle(self) -> Handle:
        outages = Outages()

        def handle(source: Any) -> Coroutine[Any, Any, Outcome]:
            return outcome_of(source, self._brief, deadline=self.settings.deadline, outages=outages)

        return handle

    async def _brief(self, article: Article | str | object, tab: Tab, progress: Progress | None = None) -> Brief:
        began = time.monotonic()
        reading = read(article)
        steps = self._plan(reading)
        answers = await self._answers(steps, reading, tab, progress)
        checks = Checks(reading)
        answers, repaired = await self._repaired(answers, checks, tab)
        usage = tab.usage.model_copy(update={"seconds": time.monotonic() - began})
        made_by = self._made_by(self._frame, self._repair_frame) if repaired else self._provenance
        return make_brief(self.passes, reading, answers, usage, made_by, repaired=repaired, checks=checks)

    def preview(self, article: Article | str | object) -> tuple[tuple[Message, ...], ...]:
        """The messages that would go out for an article: nothing is sent, nothing is paid.

        Raises:
            ArticleError: the input is no article, or would take more requests than any article does.
        """
        return tuple(question.messages for question in self.questions(article))

    def questions(self, article: Article | str | object) -> tuple[Question, ...]:
        """The same as questions: with the schema of the answer, and the key under which the cache keeps it.

        Raises:
            ArticleError: as `preview`.
        """
        reading = read(article)
        return tuple(self._question(step, reading) for step in self._plan(reading))

    def deferring(self, kind: type[X]) -> X:
        """Have questions go through another kind of exchange from now on: for batches, which answer later."""
        exchange = self._connected(kind)
        self._exchange = exchange
        return exchange

    @property
    def caches(self) -> bool:
        """True when answers are kept."""
        return self._exchange.caches

    def is_answered(self, question: Question) -> bool:
        """True when the cache holds an answer."""
        return self._exchange.knows(question)

    # --- the plan ---

    def _pass(self, named: str | Pass) -> Pass:
        if isinstance(named, Pass):
            _ = named.task
            return named
        made = built_in(
            named, prompt=self.settings.prompts.get(named), quote=self.settings.quote, event=self.settings.event
        )
        _ = made.task
        return made

    @cached_property
    def _tasks(self) -> dict[str, Task]:
        return {p.name: p.task for p in self.passes}

    @cached_property
    def _frame(self) -> prompts.Prompt:
        return prompts.load(f"frame/{self.settings.prompts.get('frame', 'v1')}")

    @cached_property
    def _repair_frame(self) -> prompts.Prompt:
        return prompts.load(f"repair/{self.settings.prompts.get('repair', 'v1')}")

    def _connected(self, kind: type[X]) -> X:
        settings, local = self.settings, self.endpoint.flavour == "local"
        wiring = Wiring(
            timeout=settings.timeout,
            headers=settings.headers,
            http_client=settings.http_client,
            concurrency=1 if local else settings.concurrency,
            patience=PATIENCE,
            strict=settings.strict,
        )
        return kind(self.endpoint, wiring, cache=open_cache(settings.cache), budget=settings.budget)

    def _manner(self, step: Step) -> Manner:
        longest = _OUTPUT_TOKENS[step.size]
        if self.endpoint.flavour == "local":
            longest = min(longest, _LOCAL_OUTPUT_TOKENS)
        return Manner(
            frame=self._repair_frame if step.repair else self._frame,
            examples=step.size == "sentence",
            narrow=self.endpoint.flavour == "local",
            max_output_tokens=self.settings.max_output_tokens or longest,
            temperature=self.settings.temperature,
        )

    def _size(self, reading: Reading) -> Size:
        return choose_size(reading, self.settings.window, small_model=self.endpoint.flavour == "local")

    def _plan(self, reading: Reading) -> list[Step]:
        budget = self.settings.budget
        return plan(
            self.passes,
            reading,
            self._size(reading),
            unlimited=budget is not None and budget.requests is not None,
        )

    def _question(self, step: Step, reading: Reading) -> Question:
        tasks = [self._tasks[p.name] for p in step.passes]
        if step.repair:
            tasks = [replace(task, item=step.repair) for task in tasks]
        return compose(tasks, step.window, reading, self._manner(step))

    # --- asking ---

    async def _answers(
        self, steps: list[Step], reading: Reading, tab: Tab, progress: Progress | None
    ) -> list[Answered]:
        done = 0

        async def answered(step: Step) -> list[Answered]:
            nonlocal done
            outcomes = await self._ask(step, reading, tab)
            done += 1
            if progress:
                progress(done, len(steps))
            return outcomes

        tasks = [asyncio.ensure_future(answered(step)) for step in steps]
        if not tasks:
            return []
        try:
            finished, late = await asyncio.wait(tasks, timeout=tab.left(), return_when=asyncio.FIRST_EXCEPTION)
        except asyncio.CancelledError:
            await cancelled(tasks)
            raise
        await cancelled(late)
        for task in finished:
            if error := task.exception():
                raise error
        outcomes: list[Answered] = []
        for step, task in zip(steps, tasks, strict=True):
            if task in finished:
                outcomes += task.result()
            else:
                late_error = ModelUnavailable(f"the deadline of {self.settings.deadline:g} s passed", usage=tab.usage)
                outcomes += [Answered(p.name, step.window, error=late_error) for p in step.passes]
        return outcomes

    async def _ask(self, step: Step, reading: Reading, tab: Tab) -> list[Answered]:
        return await ask_step(step, lambda asked: self._question(asked, reading), self._exchange, tab)

    async def _repaired(
        self, answers: list[Answered], checks: Checks, tab: Tab
    ) -> tuple[list[Answered], list[Problem]]:
        """Ask again for what failed, once; what fails again is dropped or replaced like anything else."""
        problems: list[Problem] = []
        if self._size(checks.reading) == "sentence":
            return answers, problems
        with suppress(TimeoutError):
            async with asyncio.timeout(tab.left()):
                for repair in repairs(self.passes, checks, answers):
                    (again,) = await self._ask(repair.step, checks.reading, tab)
                    if again.error is None:
                        answers, found = mended(answers, repair, again)
                        problems += found
        return answers, problems

    @cached_property
    def _provenance(self) -> Provenance:
        return self._made_by(self._frame)

    def _made_by(self, *frames: prompts.Prompt) -> Provenance:
        used = digests(*frames, *(task.prompt for task in self._tasks.values()))
        return Provenance(
            model=self.endpoint.model, host=self.endpoint.host, prompts=dict(used), version=version("nutgraf")
        )
