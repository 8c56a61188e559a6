"""What becomes of one article of many: a brief or an error as a value, never an exception."""

from __future__ import annotations

import asyncio
import hashlib
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, TypeAlias

from nutgraf.article import Article
from nutgraf.article.objects import values_in
from nutgraf.asking.budget.tab import Tab
from nutgraf.errors import ArticleError, ModelUnavailable
from nutgraf.results import Brief, Outcome, Usage

Source: TypeAlias = Article | str | Path | ArticleError | object
"""What may stand for an article: itself, its text, its file, the error that took its place while reading, or whatever
`Article.from_object` takes: a record, a row, the object of another tool."""
BriefOf: TypeAlias = Callable[[Article, Tab], Awaitable[Brief]]

LONGEST_OUTAGE = 600.0
"""Seconds for which articles wait for an endpoint that has answered before and is gone now."""
_SHORTEST_PAUSE = 1.0
"""Seconds: of all who wait one goes out as a trial, and the others look again soon."""


class Outages:
    """An endpoint that was there and is gone: articles wait for it, instead of failing by the thousand.

    One that never answered is not waited for: its name is wrong, or it was never started.
    """

    def __init__(self, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._alive: float | None = None

    def answered(self, usage: Usage) -> None:
        """An article got its brief; where that took a request, the endpoint is there."""
        if usage.requests:
            self._alive = self._clock()

    def pause(self, error: Exception) -> float | None:
        """Seconds to wait before an article is tried again; None where its error is final."""
        if not isinstance(error, ModelUnavailable) or error.retry_after is None or self._alive is None:
            return None
        asked = error.usage is None or error.usage.requests
        if asked or self._clock() - self._alive > LONGEST_OUTAGE:
            return None
        return max(_SHORTEST_PAUSE, error.retry_after)


async def outcome_of(source: Any, brief_of: BriefOf, *, deadline: float | None, outages: Outages) -> Outcome:
    """Make the brief of what may be an article; whatever goes wrong is in the outcome.

    Args:
        source: see `Source`.
        brief_of: makes the brief.
        deadline: seconds that one article may take.
        outages: of the run that the article belongs to.
    """
    key, began = "", time.monotonic()
    while True:
        tab = Tab(deadline)
        try:
            article = taken(source)
            key = article.key
            brief = await brief_of(article, tab)
        except Exception as error:  # noqa: BLE001 - a rule of the user's own may raise anything, about this article
            if (pause := outages.pause(error)) is None:
                usage = tab.usage.model_copy(update={"seconds": time.monotonic() - began})
                return Outcome(key=key or key_of(source), source=source, error=error, usage=usage)
            await asyncio.sleep(pause)
        else:
            outages.answered(brief.usage)
            return Outcome(key=key, source=source, brief=brief, usage=brief.usage)


def taken(source: Any) -> Article:
    """The article that an input stands for.

    Raises:
        ArticleError: it is none.
        MissingDependencyError: a page, and trafilatura is not installed.
    """
    if isinstance(source, Article):
        return source
    if isinstance(source, ArticleError):
        raise source
    return Article.from_file(source) if isinstance(source, Path) else Article.from_object(source)


def key_of(source: Any) -> str:
    """What tells an input that is no article from others: its file (and line), its key or URL, else a part of its sha256."""
    if isinstance(source, ArticleError) and source.where:
        return source.where
    if isinstance(source, Path):
        return str(source)
    if not isinstance(source, str):
        values = values_in(source)
        if named := values["key"] or values["url"]:
            return str(named)
    return hashlib.sha256(str(source).encode("utf-8", "surrogatepass")).hexdigest()[:16]
