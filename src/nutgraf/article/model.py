"""`Article` and `Span`: the text, exactly as given, and slices of it."""

from __future__ import annotations

import datetime as dt
import hashlib
from bisect import bisect_right
from functools import cached_property
from pathlib import Path
from typing import Any, Self, cast

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from nutgraf.article.dates import as_date
from nutgraf.article.text.boilerplate import find_boilerplate
from nutgraf.article.text.dateline import find_dateline
from nutgraf.doors import through
from nutgraf.errors import ArticleError
from nutgraf.lazily import pattern
from nutgraf.parsed import is_object
from nutgraf.shown import Shown


class Span(BaseModel):
    """A slice of the article: `article.text[start:end] == text`, always.

    Offsets count Unicode code points, as Python strings do.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str
    start: int = Field(ge=0)
    end: int

    def overlaps(self, other: Span) -> bool:
        """True when the two slices share at least one character."""
        return self.start < other.end and other.start < self.end

    def __str__(self) -> str:
        return self.text


class Article(Shown, BaseModel):
    """A news article. `text` is what was given, unchanged; `dateline` and `boilerplate` are slices of it.

    `published` is the publication date as the newsroom writes it (no time zone is applied); relative dates
    in the text are counted from it. `source` names the publisher or file.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str
    title: str | None = None
    url: str | None = None
    published: dt.date | None = None
    source: str | None = None
    language: str | None = None
    """ISO 639-1 code of the text's language; None: told from the text where it is read."""
    dateline: Span | None = None
    pages: tuple[int, ...] = ()
    """Where each page of a PDF begins: offsets, the first is 0. Empty for what has no pages."""
    boilerplate: tuple[Span, ...] = ()
    digest: str = ""
    """sha256 of the text, hexadecimal."""
    key: str = ""
    """What tells this article from others in a run: as given, else the URL, else the start of the digest."""

    @model_validator(mode="before")
    @classmethod
    def _complete(cls, data: Any) -> Any:
        if not is_object(data) or not isinstance(data.get("text"), str):
            return data
        data = dict(data)
        text = data["text"]
        if "dateline" not in data:
            data["dateline"] = _span(text, find_dateline(text))
        if "boilerplate" not in data:
            data["boilerplate"] = tuple(_span(text, found) for found in find_boilerplate(text))
        if not data.get("digest"):
            data["digest"] = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        if not data.get("key"):
            data["key"] = data.get("url") or data["digest"][:16]
        data["published"] = as_date(data.get("published"))
        return data

    @model_validator(mode="after")
    def _slices_are_slices(self) -> Self:
        for span in self._set_apart:
            if self.text[span.start : span.end] != span.text:
                raise ValueError(f"the span {span.start}-{span.end} is not a slice of this text")
        return self

    @property
    def _set_apart(self) -> tuple[Span, ...]:
        return (*self.boilerplate, self.dateline) if self.dateline else self.boilerplate

    @cached_property
    def body(self) -> tuple[tuple[int, int], ...]:
        """The offsets of the text less dateline and boilerplate: what a model is shown."""
        gaps = sorted((s.start, s.end) for s in self._set_apart)
        parts: list[tuple[int, int]] = []
        at = 0
        for start, end in gaps:
            if start > at:
                parts.append((at, start))
            at = max(at, end)
        if at < len(self.text):
            parts.append((at, len(self.text)))
        return tuple(parts)

    def span(self, start: int, end: int) -> Span:
        """The slice `text[start:end]`."""
        return Span(text=self.text[start:end], start=start, end=end)

    def page_of(self, offset: int) -> int | None:
        """The page, counted from 1, on which a character stands; None where there are no pages.

        `article.page_of(sentence.start)` is the page on which a sentence begins.
        """
        return bisect_right(self.pages, offset) or None

    @classmethod
    def from_text(
        cls,
        text: str,
        *,
        title: str | None = None,
        url: str | None = None,
        published: dt.date | dt.datetime | str | None = None,
        source: str | None = None,
        key: str | None = None,
        language: str | None = None,
    ) -> Article:
        """Take the text of an article as it is.

        Args:
            text: the article; kept to the letter (`Article.from_text(s).text == s`).
            title: the headline, if it is not part of the text.
            url: where it was published.
            published: publication date: a date, a datetime (its own calendar day counts) or an ISO 8601 string.
            source: the publisher, or the file it was read from.
            key: an identifier of your own; by default the URL, else a part of the text's sha256.
            language: ISO 639-1 code of the text's language; by default told from the text.

        Raises:
            ArticleError: empty, not text, not encodable (a lone surrogate), or one line that is a URL or a file name.
        """
        _refuse_what_is_no_text(text)
        try:
            return cls.model_validate(
                {
                    "text": text,
                    "title": title,
                    "url": url,
                    "published": published,
                    "source": source,
                    "key": key or "",
                    "language": language,
                }
            )
        except ValidationError as error:
            first = error.errors(include_url=False, include_input=False)[0]
            said = first["msg"].removeprefix("Value error, ")
            raise ArticleError(": ".join([*map(str, first["loc"]), said])) from None

    @classmethod
    def from_html(
        cls,
        html: str | bytes,
        *,
        title: str | None = None,
        url: str | None = None,
        published: dt.date | dt.datetime | str | None = None,
        source: str | None = None,
        key: str | None = None,
        encoding: str | None = None,
    ) -> Article:
        """Find the article's body in a web page, with trafilatura (extra `html`). What you pass wins over the page.

        `encoding` is of bytes, where you know it from the HTTP header; by default what they are or declare.

        Raises:
            ArticleError: the page holds no article, or is a wall before it: consent, log-in, captcha, an error page.
            MissingDependencyError: trafilatura is not installed.
        """
        from nutgraf.article.web.page import extract

        page = extract(html, url=url, encoding=encoding)
        return cls.from_text(
            page.text,
            title=title or page.title,
            url=url or page.url,
            published=published or page.published,
            source=source or page.source,
            key=key,
        )

    @classmethod
    def from_object(cls, found: object) -> Article:
        """Take an article as another tool hands it out: an object, a mapping or a row of a DataFrame.

        The text is looked for as `text`, `plaintext`, `maintext`, `body` or `content`, the rest as `title`, `url`,
        `published` (`publishing_date`, `publish_date`, `date`), `source` (`sitename`, `publisher`), `key` and
        `language`, among other names (docs/inputs.md): the articles of fundus, newspaper4k and trafilatura fit as they
        are. An `Article` comes back unchanged.

        Raises:
            ArticleError: no text in it, or a date that is no ISO 8601 date.
        """
        if isinstance(found, Article):
            return found
        if isinstance(found, (str, bytes)):
            return cls.from_text(cast("str", found))  # bytes get their own message there
        from nutgraf.article.objects import fields_of

        return cls.from_text(**fields_of(found))

    @classmethod
    def from_file(
        cls,
        path: str | Path,
        *,
        title: str | None = None,
        published: dt.date | dt.datetime | str | None = None,
        encoding: str | None = None,
    ) -> Article:
        """Read one article from a text, a page, a mail, a PDF or a JSON record.

        .txt, .text or no suffix: text, whose first line becomes the title where it plainly is a headline; .md: likewise, less
        links, emphasis and other marks of Markdown. .html, .htm: a page (extra `html`). .eml: a mail. .pdf: its text, with the offsets of its pages (extra `pdf`). .json: a
        record, its fields named as for `from_object`. What you pass wins over the file. `source` defaults to the site,
        the sender or the file's name, `key` to the URL or the path. CRLF line ends become LF.

        Args:
            path: the file.
            title: the headline.
            published: publication date, as for `from_text`.
            encoding: of the text; by default UTF-8, and for pages and mails what they are or declare.

        Raises:
            ArticleError: no such file, not text (binary, wrong encoding), nothing in it, or fields of the wrong kind.
            MissingDependencyError: a page or PDF, and the extra that reads it is not installed.
        """
        read: Article = through("read_file")(Path(path), title=title, published=published, encoding=encoding)
        return read


def _span(text: str, found: tuple[int, int] | None) -> Span | None:
    return None if found is None else Span(text=text[found[0] : found[1]], start=found[0], end=found[1])


_MOST_SPACES_IN_A_NAME = 4
_URL = pattern(r"(?i)^(?:https?|ftp|file)://\S+$|^www\.\S+$")
_FILE_NAME = pattern(r"(?i)^[^\n]{1,400}\.(?:txt|md|html?|json|jsonl|xml|pdf|docx?|csv)$")


def _refuse_what_is_no_text(text: object) -> None:
    if not isinstance(text, str):
        raise ArticleError(
            f"an article is a str, not {type(text).__name__}; decode bytes first, or use Article.from_html / Article.from_file"
        )
    line = text.strip()
    if not line:
        raise ArticleError("the article is empty")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise ArticleError(
            f"the text holds a lone surrogate at offset {error.start}: it was decoded wrongly; decode the bytes as UTF-8 again"
        ) from None
    if "\n" in line:
        return
    if _URL.match(line):
        raise ArticleError(
            "this is a URL, not an article; nutgraf fetches nothing: download the page and pass it to Article.from_html(page, url=…)"
        )
    if _names_a_file(line):
        raise ArticleError("this names a file, not an article; write Article.from_file(path)")


def _names_a_file(line: str) -> bool:
    """A line that ends like a file's name is one when it has a folder or few words; a sentence may end so too."""
    if _FILE_NAME.match(line) and ("/" in line or "\\" in line or line.count(" ") <= _MOST_SPACES_IN_A_NAME):
        return True
    return _exists(line)


def _exists(line: str) -> bool:
    try:
        return len(line) < 1_000 and ("/" in line or "\\" in line or " " not in line) and Path(line).is_file()
    except (OSError, ValueError):
        return False
