"""Judge quotations that anyone wrote, a person or a model, against an article: no model, no key."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from nutgraf.article import Article
from nutgraf.article.files import read_text
from nutgraf.checking.place.grounding import Index, locate_each
from nutgraf.checking.place.words import bare
from nutgraf.errors import ArticleError
from nutgraf.parsed import is_list, is_object
from nutgraf.reading import read
from nutgraf.results import Verdict


def verify(quotes: Iterable[str], article: Article | str) -> list[Verdict]:
    """Say of each quotation whether the article has it, where, and how the two differ; in the order given.

    Quotation marks and spaces around a quotation don't count. A quotation that is given n times is looked for in n
    places; the last place stands for those that are left over.

    Args:
        quotes: the words that someone quotes.
        article: what they are said to come from.

    Raises:
        ArticleError: a quotation that is empty or no text (the message says which, counted from 1), or a string that
            is no article.
    """
    if isinstance(quotes, str):
        raise ArticleError("quotes is a list of texts, not one text; write verify([quote], article)")
    if not isinstance(article, Article):
        article = Article.from_text(article)
    index = Index(article.text, marked=read(article).segments, language=article.language)
    given = [(quote, _words(quote, number)) for number, quote in enumerate(quotes, 1)]
    # Each looked for once, however often it is given: counting its places anew would be quadratic.
    places = {
        words: iter(locate_each(words, index, times=times)) for words, times in Counter(w for _, w in given).items()
    }
    verdicts: list[Verdict] = []
    for quote, words in given:
        found = next(places[words])
        verdicts.append(
            Verdict(
                quote=quote,
                verdict=found.verdict,
                spans=tuple(article.span(start, end) for start, end in found.spans),
                quoted=bool(found.spans) and all(index.quotations.is_quoted(start, end) for start, end in found.spans),
                differences=found.differences,
            )
        )
    return verdicts


def _words(quote: object, number: int) -> str:
    """The words of a quotation, without the marks around them.

    Raises:
        ArticleError: it has none, or is no text.
    """
    if not isinstance(quote, str):
        raise ArticleError(f"quotation {number} is no text but {type(quote).__name__}")
    if not (words := bare(quote)):
        raise ArticleError(f"quotation {number} is empty")
    return words


_FIELDS = ("quote", "content", "text")
"""Where a record may hold its quotation, in order of preference."""


def read_quotes(source: Path | str) -> list[str]:
    """The quotations that a file or a text lists, in order.

    A .json file, or a text that is a JSON list: strings, or records with `quote`, `content` or `text`. Anything else:
    one quotation a line, empty lines left out.

    Args:
        source: a path to a file; or the text itself, as a string.

    Raises:
        ArticleError: no such file, no quotation in it, not JSON where the name says so, or a record without a
            quotation (the message says which, counted from 1).
    """
    if isinstance(source, Path):
        where, text = str(source), read_text(source)
    else:
        where, text = "the quotations", source
    listed = _listed(text, where, must=isinstance(source, Path) and source.suffix.lower() == ".json")
    quotes = [line for line in text.splitlines() if line.strip()] if listed is None else listed
    if not quotes:
        raise ArticleError(f"{where}: no quotation in it; write one a line, or a JSON list of strings")
    return quotes


def _listed(text: str, where: str, *, must: bool) -> list[str] | None:
    """The quotations of a JSON list; None for a text that is none and need not be."""
    if not must and not text.lstrip().startswith("["):
        return None
    try:
        records = json.loads(text)
    except (ValueError, RecursionError) as error:
        if not must:
            return None  # a quotation may begin with a bracket
        place = f" (line {error.lineno}, column {error.colno})" if isinstance(error, json.JSONDecodeError) else ""
        raise ArticleError(f"{where}: not JSON{place}; write a list of strings") from None
    if not is_list(records):
        raise ArticleError(f"{where}: a JSON list of strings, not a {type(records).__name__}")
    return [_quotation(record, f"{where}: quotation {number}") for number, record in enumerate(records, 1)]


def _quotation(record: object, where: str) -> str:
    if is_object(record):
        record = next((record[name] for name in _FIELDS if name in record), None)
    if isinstance(record, str):
        return record
    raise ArticleError(f"{where} is neither a string nor a record with `quote`, `content` or `text` that is one")
