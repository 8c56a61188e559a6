"""Articles from feeds (extra `feeds`): RSS and Atom files, an entry each. nutgraf fetches nothing."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from importlib import import_module
from pathlib import Path
from typing import Any

from nutgraf.article.files.content import content_of
from nutgraf.article.files.given import Given
from nutgraf.article.files.records import made, placed
from nutgraf.article.model import Article
from nutgraf.article.web.fragment import text_of
from nutgraf.errors import ArticleError, MissingDependencyError


def read_feed(path: Path, given: Given) -> Iterator[Article | ArticleError]:
    """An article for each entry: its full content where the feed has it, else its summary.

    `source` is the feed's title, `key` the entry's address, else the file and the entry's number.

    Raises:
        ArticleError: no RSS or Atom.
        MissingDependencyError: feedparser, or what reads the HTML in an entry, is not installed.
    """
    feed = _parsed(content_of(path))
    if not feed.get("version") and not feed.entries:
        raise ArticleError(f"{path}: neither RSS nor Atom; save the text of the article as .txt, or the page as .html")
    if not feed.entries:
        raise ArticleError(f"{path}: no entry in this feed")
    source = _line(feed.feed.get("title")) or path.name
    for number, entry in enumerate(feed.entries, 1):
        where = f"{path}:{number}"
        try:
            yield given.filled(_article(entry, where, source))
        except ArticleError as error:
            yield placed(error, where)


def entries_in(path: Path) -> int:
    """How many entries there are; 0 where it can't be read."""
    try:
        return len(_parsed(content_of(path)).entries)
    except ArticleError:
        return 0


def _parsed(content: bytes) -> Any:
    try:
        feedparser: Any = import_module("feedparser")
    except ImportError:
        raise MissingDependencyError("reading feeds", "feeds") from None
    return feedparser.parse(io.BytesIO(content))  # a file, so that nothing is taken for an address


def _article(entry: Any, where: str, source: str) -> Article:
    written = [part.get("value") or "" for part in entry.get("content") or ()] + [entry.get("summary") or ""]
    text = max((_plain(words) for words in written), key=len)
    if not text:
        raise ArticleError(
            f"{where}: this entry has no text, as a title and a link are none; save the page that it links to"
        )
    link = entry.get("link") or None
    return made(
        where,
        text=text,
        title=_line(entry.get("title")),
        url=link,
        published=_day(entry),
        source=_line(_source_of(entry)) or source,
        key=link or where,
    )


def _source_of(entry: Any) -> Any:
    """Where an entry was taken over from, if it was."""
    own = entry.get("source")
    return own.get("title") if own else None


def _plain(words: str) -> str:
    return text_of(words, "reading feeds") if "<" in words or "&" in words else words.strip()


def _line(title: Any) -> str | None:
    return " ".join(_plain(title).split()) or None if isinstance(title, str) else None


def _day(entry: Any) -> dt.date | None:
    """The day on the newsroom's own calendar: feedparser's own dates are those of Greenwich."""
    for name in ("published", "updated", "created"):
        written = str(entry.get(name) or "").strip()
        for read in (parsedate_to_datetime, dt.datetime.fromisoformat):
            try:
                return read(written).date()
            except (ValueError, TypeError, IndexError):
                continue
    return None
