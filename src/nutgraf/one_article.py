"""One article in one call: `nutgraf.summarize` and `nutgraf.asummarize`, a Summarizer that lives for that call."""

from __future__ import annotations

import datetime as dt
from typing import Unpack

from nutgraf.article import Article
from nutgraf.errors import ConfigurationError
from nutgraf.results import Brief
from nutgraf.results.brief import E_co, Q_co
from nutgraf.settings import Options
from nutgraf.summarizer import Summarizer


def summarize(
    article: Article | str | object,
    *,
    model: str | None = None,
    title: str | None = None,
    published: dt.date | dt.datetime | str | None = None,
    **settings: Unpack[Options[E_co, Q_co]],
) -> Brief[E_co, Q_co]:
    """Make the brief of one article: quotes, events and summary, each tied to the article by spans.

    Args:
        article: an Article, its text, or an object or row of another tool (`Article.from_object`).
        model: "openai/<name>" (anthropic, google, mistral, ollama), "local", or any name with `base_url`. Default: NUTGRAF_MODEL.
        title: the headline, where `article` is text; an article or record has its own.
        published: the publication date, where `article` is text; relative dates are counted from it.
        **settings: any setting of `Summarizer`.

    Raises:
        NutgrafError: as `Summarizer.summarize`; ConfigurationError, too, for a title or date beside what is no text.
    """
    with Summarizer(model=model, **settings) as desk:
        return desk.summarize(_article(article, title, published))


async def asummarize(
    article: Article | str | object,
    *,
    model: str | None = None,
    title: str | None = None,
    published: dt.date | dt.datetime | str | None = None,
    **settings: Unpack[Options[E_co, Q_co]],
) -> Brief[E_co, Q_co]:
    """`summarize`, to be awaited."""
    async with Summarizer(model=model, **settings) as desk:
        return await desk.asummarize(_article(article, title, published))


def _article(
    article: Article | str | object, title: str | None, published: dt.date | dt.datetime | str | None
) -> Article:
    if isinstance(article, str):
        return Article.from_text(article, title=title, published=published)
    if title is not None or published is not None:
        raise ConfigurationError(
            "title= and published= are for a text; an article or record has its own: "
            "Article.from_text(…, title=…, published=…)"
        )
    return Article.from_object(article)
