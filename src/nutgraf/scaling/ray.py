"""Briefs on a Ray cluster (extra `ray`): Ray Data distributes, restarts and spills; each worker holds a Summarizer.

    ds = ray.data.read_parquet("s3://news/")                     # text, and what else there is of title, url, published …
    rows = nutgraf.scaling.ray.summarize(ds, Summarizer(model=…, cache="redis://cache-host:6379/0"), workers=8)
    rows.write_parquet("s3://briefs/")

A block that Ray runs again, because a worker died, is asked again only where no shared cache holds the answers: on
one machine the default file does, across machines Redis.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

from nutgraf.article.files import from_record, placed
from nutgraf.article.objects import KNOWN
from nutgraf.asking.budget.books import Budget
from nutgraf.asking.cache.answers import open_cache
from nutgraf.errors import ArticleError, ConfigurationError, MissingDependencyError
from nutgraf.results import Outcome
from nutgraf.settings import Settings
from nutgraf.summarizer import Summarizer

_ROUNDS = 8
"""Rows of a batch for each request in flight: at a batch's end the window runs empty once."""


def summarize(
    ds: Any, summarizer: Summarizer, *, workers: int = 2, batch_size: int | None = None, **options: Any
) -> Any:
    """The briefs of a dataset's articles, as a dataset of rows; like any step of Ray Data it runs when it is consumed.

    Args:
        ds: a ray.data.Dataset with a column `text`, and optionally `title`, `url`, `published`, `source`, `key`.
        summarizer: its settings go to every worker. Concurrency and budget are what all of them have together: each
            gets an equal share. (A worker that Ray starts anew has its share of the budget anew.)
        workers: how many.
        batch_size: rows that a worker takes at once; by default eight for each of its requests in flight.
        options: more for `ray.data.Dataset.map_batches`, like num_cpus.

    Returns:
        A row for each article: `key`, `ok`, `complete`, `brief` (JSON, for `Brief.load`), `headline`, `quotes`, `events`
        (how many), `error`, `reason`, `requests`, `cached_requests`, `prompt_tokens`, `completion_tokens`, `cost_usd`.

    Raises:
        MissingDependencyError: ray is not installed.
        ConfigurationError: more workers than requests in flight, or a setting that can't travel.
    """
    try:
        data: Any = import_module("ray.data")
    except ImportError:
        raise MissingDependencyError("nutgraf.scaling.ray", "ray") from None
    settings = share(summarizer, workers)
    return ds.map_batches(
        _Worker,
        fn_constructor_args=(settings,),
        compute=data.ActorPoolStrategy(size=workers),
        batch_size=batch_size or _ROUNDS * settings.concurrency,
        batch_format="pyarrow",
        **options,
    )


def share(summarizer: Summarizer, workers: int) -> Settings:
    """The settings of one worker of several: its part of concurrency and budget, and what the environment held here.

    Raises:
        ConfigurationError: more workers than requests in flight or in the budget, or a setting that can't travel.
    """
    settings, endpoint = summarizer.settings, summarizer.endpoint
    if not 1 <= workers <= settings.concurrency:
        raise ConfigurationError(
            f"{workers} workers share a concurrency of {settings.concurrency}: each needs at least one request in flight; "
            "raise Summarizer(concurrency=…) to what all workers together may have"
        )
    for unit in ("tokens", "requests"):
        most = getattr(settings.budget, unit, None)
        if most is not None and 0 < most < workers:
            raise ConfigurationError(
                f"{workers} workers share a budget of {most} {unit}: each needs at least one; take fewer workers, or raise it"
            )
    endpoint.ready()
    if settings.http_client is not None:
        raise ConfigurationError("an http_client of your own can't travel to Ray's workers: leave it out")
    named = endpoint.model if endpoint.flavour == "other" else settings.model
    return replace(
        settings,
        model=named or (endpoint.model if endpoint.flavour == "local" else f"{endpoint.flavour}/{endpoint.model}"),
        base_url=endpoint.base_url if endpoint.flavour == "other" else settings.base_url,
        api_key=settings.api_key or endpoint.api_key or None,
        cache=open_cache(settings.cache),
        concurrency=settings.concurrency // workers,
        budget=None if settings.budget is None else _part(settings.budget, workers),
    )


def _part(budget: Budget, workers: int) -> Budget:
    return Budget(
        usd=None if budget.usd is None else budget.usd / workers,
        tokens=None if budget.tokens is None else budget.tokens // workers,
        requests=None if budget.requests is None else budget.requests // workers,
    )


class _Worker:
    """What a Ray actor runs: a Summarizer, for as long as the actor lives."""

    def __init__(self, settings: Settings) -> None:
        self._desk = Summarizer(settings)
        self._arrow: Any = import_module("pyarrow")

    def __call__(self, batch: Any) -> Any:
        rows = [row_of(outcome) for outcome in self._desk.map(_articles(batch.to_pylist()), ordered=True)]
        return self._arrow.Table.from_pylist(rows, schema=self._schema())

    def _schema(self) -> Any:
        text, count, flag = self._arrow.string(), self._arrow.int64(), self._arrow.bool_()
        kinds = {"ok": flag, "complete": flag, "cost_usd": self._arrow.float64()}
        kinds |= dict.fromkeys(("key", "brief", "headline", "error", "reason"), text)
        return self._arrow.schema([(name, kinds.get(name, count)) for name in COLUMNS])


def _articles(rows: list[dict[str, Any]]) -> Iterator[Any]:
    for row in rows:
        record = {name: _plain(value) for name, value in row.items() if name in KNOWN and value is not None}
        where = str(record.get("key") or record.get("url") or "a row without key or url")
        try:
            yield from_record(record, where, Path(), record.get("key") or record.get("url") or "")
        except ArticleError as error:
            yield placed(error, where)


def _plain(value: Any) -> Any:
    """Dates, and keys that are numbers, as text."""
    return (
        value
        if isinstance(value, str) or hasattr(value, "keys")
        else value.isoformat()
        if hasattr(value, "isoformat")
        else str(value)
    )


COLUMNS = (
    "key",
    "ok",
    "complete",
    "brief",
    "headline",
    "quotes",
    "events",
    "error",
    "reason",
    "requests",
    "cached_requests",
    "prompt_tokens",
    "completion_tokens",
    "cost_usd",
)


def row_of(outcome: Outcome) -> dict[str, Any]:
    """An outcome as a flat row: text, numbers and flags."""
    brief, usage, error = outcome.brief, outcome.usage, outcome.error
    return {
        "key": outcome.key,
        "ok": outcome.ok,
        "complete": brief is not None and brief.complete,
        "brief": None if brief is None else brief.model_dump_json(),
        "headline": None if brief is None else brief.headline,
        "quotes": 0 if brief is None else len(brief.quotes),
        "events": 0 if brief is None else len(brief.events),
        "error": None if error is None else type(error).__name__,
        "reason": None if error is None else str(error)[:2_000],
        "requests": usage.requests,
        "cached_requests": usage.cached_requests,
        "prompt_tokens": usage.prompt_tokens,
        "completion_tokens": usage.completion_tokens,
        "cost_usd": usage.cost_usd,
    }
