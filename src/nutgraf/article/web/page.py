"""From a web page to the text of its article, with trafilatura."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Any

from nutgraf.article.web.decoding import decoded
from nutgraf.article.web.tree import is_large, prepare, stand_ins
from nutgraf.article.web.walls import REMEDIES, signs_of, wall_in
from nutgraf.counting import counted
from nutgraf.errors import ArticleError, MissingDependencyError

_SHORTEST_BODY = 25
_LONGEST_TITLE = 300
_REMEDY = "if you have the article's text, pass it to Article.from_text(text)"


@dataclass(frozen=True, slots=True)
class Page:
    """What a page says about its article. The author is left out: pages name claimants and agencies there."""

    text: str
    """Paragraphs, a blank line between them."""
    title: str | None = None
    url: str | None = None
    published: dt.date | None = None
    source: str | None = None
    """The site's name, else its host."""


def extract(html: str | bytes, url: str | None = None, *, encoding: str | None = None) -> Page:
    """The article in a page: its text less navigation, share bars, related links and footers.

    Quotation marks and no-break spaces stay as they are; `<q>` gets the marks that a browser shows.

    Args:
        html: the page; bytes are decoded by their byte order mark, as UTF-8 where they are, else by the declared charset.
        url: where the page comes from; wins over the address that the page gives itself.
        encoding: of bytes, where you know it better than the page, as from the HTTP header.

    Raises:
        ArticleError: the page holds no article, or stands before it: a consent wall, a log-in, a captcha, an error.
        MissingDependencyError: trafilatura is not installed.
    """
    _refuse_what_is_no_page(html)
    page = decoded(html, encoding) if isinstance(html, bytes) else html
    if not page.strip():
        raise ArticleError(f"the page is empty; {_REMEDY}")
    try:
        import trafilatura
    except ImportError as error:
        raise MissingDependencyError("reading HTML pages", "html") from error
    tree = trafilatura.load_html(page)
    if tree is None:
        raise ArticleError(f"this is no HTML page; {_REMEDY}")
    signs = signs_of(tree)
    spaces = stand_ins(page)
    prepare(tree, spaces)
    found: Any = trafilatura.bare_extraction(
        tree,
        url=url,
        fast=is_large(tree),
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        # A date searched for in running text may be any date; only what the page declares counts.
        date_extraction_params={"extensive_search": False, "original_date": True, "outputformat": "%Y-%m-%d"},
    )
    back = str.maketrans({stand_in: space for space, stand_in in spaces.items()})
    title = _line(found.title, back) if found is not None else None
    text = _paragraphs((found.text or "").translate(back), title) if found is not None else ""
    if wall := wall_in(text, title, signs):
        raise ArticleError(f"this is {REMEDIES[wall]}")
    if found is None or len(text) < _SHORTEST_BODY:
        raise ArticleError(f"no article was found in this page of {counted(len(page), 'character')}; {_REMEDY}")
    return Page(
        text=text,
        title=title,
        url=url or _address(found.url),
        published=_date(found.date),
        source=_line(found.sitename, back) or _line(found.hostname, back),
    )


def _refuse_what_is_no_page(html: object) -> None:
    if not isinstance(html, str | bytes):
        raise ArticleError(f"a page is a str or bytes, not {type(html).__name__}")


def _paragraphs(text: str, title: str | None) -> str:
    lines = [line.strip() for line in text.splitlines()]
    lines = [line for line in lines if line]
    if lines and title and lines[0].casefold() == title.casefold():
        del lines[0]
    return "\n\n".join(lines)


def _line(value: Any, back: dict[int, str]) -> str | None:
    words = value.translate(back).strip() if isinstance(value, str) else ""
    return words if 0 < len(words) <= _LONGEST_TITLE else None


def _address(value: Any) -> str | None:
    return value if isinstance(value, str) and re.match(r"https?://\S+$", value) else None


def _date(value: Any) -> dt.date | None:
    try:
        return dt.date.fromisoformat(value[:10]) if isinstance(value, str) else None
    except ValueError:
        return None
