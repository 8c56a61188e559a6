"""What a text is held against: articles in whatever form they come, each with a key of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nutgraf.article import Article
from nutgraf.article.objects import is_one, rows_of
from nutgraf.errors import ArticleError
from nutgraf.results import Brief

_REMEDY = "pass articles, texts, or whatever Article.from_object takes"


def sources_of(articles: object) -> tuple[Article, ...]:
    """The articles, in their order; the same text under the same key counts once.

    Raises:
        ArticleError: there is none, or one of them is no article; the message says which, counted from 1.
    """
    found: dict[str, Article] = {}
    for number, given in enumerate(_each(articles), 1):
        article = _article(given, number)
        known = found.get(article.key)
        if known is not None and known.text != article.text:
            article = article.model_copy(update={"key": f"{article.key}@{article.digest[:8]}"})
        found.setdefault(article.key, article)
    if not found:
        raise ArticleError(f"no articles to hold the text against: {_REMEDY}")
    return tuple(found.values())


def _each(articles: object) -> Iterator[object]:
    if isinstance(articles, (Article, Brief, str, bytes)) or articles is None:
        yield articles
    elif (rows := rows_of(articles)) is not None:
        yield from rows
    elif is_one(articles) or not isinstance(articles, Iterable):
        yield articles
    else:
        yield from articles


def _article(given: object, number: int) -> Article:
    if given is None:
        raise ArticleError(f"article {number} is None: {_REMEDY}")
    try:
        return given.article if isinstance(given, Brief) else Article.from_object(given)
    except ArticleError as error:
        raise ArticleError(f"article {number}: {error}") from None
