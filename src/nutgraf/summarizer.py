"""`Summarizer`: one model and one set of settings, for one article or any number of them."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Coroutine, Generator, Mapping
from dataclasses import fields
from typing import Any, Generic, Self, TypeVar, Unpack, cast

from nutgraf.article import Article
from nutgraf.asking import loop
from nutgraf.asking.budget.tab import Tab
from nutgraf.asking.exchange import Exchange
from nutgraf.asking.line.endpoint import Endpoint
from nutgraf.asking.question.asked import Message, Question
from nutgraf.conductor import Progress, brief_of
from nutgraf.desk import Desk
from nutgraf.errors import ConfigurationError
from nutgraf.outcomes import Outages, outcome_of
from nutgraf.passes import Pass
from nutgraf.reading import read
from nutgraf.results import Brief, Outcome, Provenance, Usage
from nutgraf.results.brief import E_co, Q_co
from nutgraf.settings import Changes, Settings
from nutgraf.stream import Handle, Sources, aspread, checked, is_async, length_of, pulled, spread
from nutgraf.telling.progress import awatched, watched

X = TypeVar("X", bound=Exchange)


class Summarizer(Generic[E_co, Q_co]):
    """Turns articles into briefs with one model and one set of settings. Thread-safe; pickles as its settings.

    Args:
        model: "openai/<name>" (anthropic, google, mistral, ollama), "local", or any name with `base_url`. Default: NUTGRAF_MODEL.
        base_url: an OpenAI-compatible endpoint. Default: NUTGRAF_BASE_URL (never for a prefixed name).
        api_key: the key for `base_url`. Default: NUTGRAF_API_KEY; OPENAI_API_KEY serves "openai/…" alone.
        passes: what to ask for: "quotes", "events", "summary", or a `Pass` of your own.
        event: your own subclass of `Event`, whose further fields the model fills.
        quote: your own subclass of `Quote`.
        prompts: versions of the built-in prompts, like {"quotes": "v1"}.
        window: how much of the article goes into one request; "auto" is the whole article where it fits, and one
            sentence for the embedded model.
        judge: the model that judges everything written (titles, points, who says so) by the sentences cited, in one more
            request an article: "same", "same/<name>" for another model of the same endpoint, or a model named as above.
        unproved: what becomes of titles and points that the article's words neither prove nor contradict: "keep" and mark
            them, "verbatim" puts the cited sentence in their place, "drop" leaves them out.
        cache: "default", a path, None, or a store of your own: an object with `get` and `put`.
        budget: the most this Summarizer may spend.
        concurrency: requests in flight at once (the embedded model takes one).
        timeout: seconds that one request may take.
        deadline: seconds that one article may take; what is answered by then is delivered, with complete=False.
        temperature: sampling temperature; None leaves it to the server.
        max_output_tokens: the longest answer; by default it follows from the window.
        headers: further HTTP headers for the endpoint.
        extra_body: further parameters of each request, as the server names them: {"enable_thinking": False}.
        http_client: an httpx2.AsyncClient of your own; you close it.
        strict: ask for a strict schema first; False starts with a plain one, for servers that refuse `strict`.

    Raises:
        ConfigurationError: no model named, an unknown pass or prompt, a class that no strict schema can say.
    """

    def __init__(self, settings: Settings | None = None, **changes: Unpack[Changes[E_co, Q_co]]) -> None:
        known = {f.name for f in fields(Settings)}
        if unknown := set(changes) - known:
            raise ConfigurationError(
                f"unknown setting {', '.join(sorted(unknown))}; there are: {', '.join(sorted(known))}"
            )
        values: dict[str, Any] = {name: getattr(settings, name) for name in known} if settings else {}
        values.update(changes)
        self._desk = Desk(Settings(**values))
        self._exchange: Exchange = self._desk.exchange(Exchange)
        self._judge = self._desk.judging(self._exchange)

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
        await self._aclose()

    def close(self) -> None:
        """Close the connections that sync calls opened."""
        loop.run(self._aclose())

    async def _aclose(self) -> None:
        await self._exchange.aclose()
        if self._judge is not None and self._judge is not self._exchange:
            await self._judge.aclose()

    @property
    def settings(self) -> Settings:
        """What it was made from."""
        return self._desk.settings

    @property
    def endpoint(self) -> Endpoint:
        """Where its questions go."""
        return self._desk.endpoint

    @property
    def passes(self) -> tuple[Pass, ...]:
        """What it asks for."""
        return self._desk.passes

    @property
    def provenance(self) -> Provenance:
        """What its briefs say made them; one for which something was asked again names that prompt, too."""
        return self._desk.made_by(repaired=False, judged=self._judge is not None)

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
            ConfigurationError: there is no key, or the endpoint refuses it, has no such model, or refuses the request.
            ModelError, BudgetExceeded: no pass delivered anything. One that did leaves `complete=False` and a Problem
                for each that failed.
        """
        return loop.run(self.asummarize(article, progress=progress))

    async def asummarize(
        self, article: Article | str | object, *, progress: Progress | None = None
    ) -> Brief[E_co, Q_co]:
        """The same, to be awaited in an event loop of asyncio's."""
        loop.require_asyncio("asummarize", "desk.summarize")
        tab = Tab(self.settings.deadline)
        return cast(
            "Brief[E_co, Q_co]",
            await brief_of(article, self._desk, self._exchange, tab, progress, judge=self._judge),
        )

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

        def made(article: Article, tab: Tab) -> Coroutine[Any, Any, Brief]:
            return brief_of(article, self._desk, self._exchange, tab, judge=self._judge)

        def handle(source: Any) -> Coroutine[Any, Any, Outcome]:
            return outcome_of(source, made, deadline=self.settings.deadline, outages=outages)

        return handle

    def preview(self, article: Article | str | object) -> tuple[tuple[Message, ...], ...]:
        """The messages that would go out for an article: nothing is sent, nothing is paid, no key is needed.

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
        return tuple(self._desk.question(step, reading) for step in self._desk.plan(reading))

    def deferring(self, kind: type[X]) -> X:
        """Have questions go through another kind of exchange from now on: for batches, which answer later."""
        exchange = self._desk.exchange(kind)
        self._exchange = exchange
        self._judge = self._desk.judging(exchange)
        return exchange

    @property
    def caches(self) -> bool:
        """True when answers are kept."""
        return self._exchange.caches

    def is_answered(self, question: Question) -> bool:
        """True when the cache holds an answer."""
        return self._exchange.knows(question)
