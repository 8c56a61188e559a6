"""Articles from files: text, Markdown, HTML, JSON records, JSON Lines, folders of them."""

from __future__ import annotations

import datetime as dt
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, Literal, cast, overload

from nutgraf.article.model import Article
from nutgraf.errors import ArticleError

_TEXT = frozenset({".txt", ".md", ".text"})
_HTML = frozenset({".html", ".htm"})
_SUFFIXES = _TEXT | _HTML | {".json"}
_LARGEST = 50_000_000
FIELDS = ("title", "url", "published", "source", "key")
"""What a record may hold beside its `text`."""
_FORMATS = (
    (b"%PDF", "a PDF; save its text as .txt first"),
    (b"PK\x03\x04", "a zip archive or an Office document; save its text as .txt first"),
    (b"\x1f\x8b", "compressed with gzip; decompress it first"),
    (b"\xff\xfe", "UTF-16; save it as UTF-8 (iconv -f UTF-16 -t UTF-8)"),
    (b"\xfe\xff", "UTF-16; save it as UTF-8 (iconv -f UTF-16 -t UTF-8)"),
)

Published = dt.date | dt.datetime | str | None


def read_file(path: Path, *, published: Published = None) -> Article:
    """One article from one file.

    .txt, .md, .text or no suffix: UTF-8 text. .html, .htm: a page (extra `html`). .json: a record with `text`, and
    optionally `title`, `url`, `published`, `source`, `key`; other keys are ignored. `source` defaults to the site or
    the file's name, `key` to the URL or the path. CRLF line ends become LF.

    Args:
        path: the file.
        published: the publication date; wins over the one in the file.

    Raises:
        ArticleError: no such file, no text in it, wrong encoding or fields; the message names the path.
        MissingDependencyError: a page, and trafilatura is not installed.
    """
    path = Path(path)
    suffix = path.suffix.lower()
    if suffix == ".jsonl":
        raise ArticleError(f"{path}: holds many articles; use nutgraf.article.read_many(path)")
    if suffix and suffix not in _SUFFIXES and not _is_part_of_the_name(suffix):
        raise ArticleError(
            f"{path}: nutgraf reads {', '.join(sorted(_SUFFIXES))} and .jsonl, not {suffix}; save the text as .txt"
        )
    content = _content(path)
    if suffix in _HTML:
        return _from_page(path, content, published)
    text = _decoded(content, str(path))
    if suffix == ".json":
        return from_record(_record(text, str(path)), str(path), path, str(path), published)
    return _made(str(path), text=text, published=published, source=path.name, key=str(path))


@overload
def read_many(path: str | Path, *, errors: Literal["raise"] = "raise") -> Iterator[Article]: ...
@overload
def read_many(path: str | Path, *, errors: Literal["yield"]) -> Iterator[Article | ArticleError]: ...
def read_many(path: str | Path, *, errors: Literal["raise", "yield"] = "raise") -> Iterator[Article | ArticleError]:
    """Articles one after the other, each read when it is asked for.

    Args:
        path: a .jsonl file (one record a line, as in a .json file), a folder (searched in depth, in sorted order, for
            .txt, .md, .text, .html, .htm, .json and .jsonl; hidden entries are left out), or one file.
        errors: "raise" ends with the first file or line that is no article; "yield" hands out the error in its
            place and goes on.

    Raises:
        ArticleError: as above; the message names the file, and the line of a .jsonl file.
    """
    path = Path(path)
    if errors not in {"raise", "yield"}:
        raise ValueError(f'errors is "raise" or "yield", not {errors!r}')
    for item in _articles(path):
        if isinstance(item, ArticleError) and errors == "raise":
            raise item
        yield item


def _articles(path: Path) -> Iterator[Article | ArticleError]:
    if not path.is_dir():
        yield from _articles_of_file(path)
        return
    empty = True
    for file in files_in(path):
        empty = False
        yield from _articles_of_file(file)
    if empty:
        yield placed(
            ArticleError(f"{path}: no {', '.join(sorted(_SUFFIXES))} or .jsonl file in this folder"), str(path)
        )


def files_in(folder: Path) -> Iterator[Path]:
    """The files in a folder that may hold articles, in depth and in sorted order."""
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and Path(name).suffix.lower() in _SUFFIXES | {".jsonl"}:
                yield Path(where, name)


def _articles_of_file(path: Path) -> Iterator[Article | ArticleError]:
    if path.suffix.lower() == ".jsonl":
        yield from _articles_of_lines(path)
        return
    try:
        yield read_file(path)
    except ArticleError as error:
        yield placed(error, str(path))


def _articles_of_lines(path: Path) -> Iterator[Article | ArticleError]:
    try:
        _refuse_what_is_no_file(path)
        file = path.open("rb")
    except (ArticleError, OSError) as error:
        yield placed(error if isinstance(error, ArticleError) else ArticleError(_why(path, error)), str(path))
        return
    with file:
        yield from read_lines(file, path)


def read_lines(file: BinaryIO, path: Path) -> Iterator[Article | ArticleError]:
    """The records of an open .jsonl file, one a line; a line that is none is handed out as an error."""
    empty = True
    for number, line in _lines(file):
        where = f"{path}:{number}"
        try:
            if line is None:
                raise ArticleError(f"{where}: the record is larger than {_LARGEST // 1_000_000} MB; split it")  # noqa: TRY301
            text = _decoded(line, where)
            if not text.strip():
                continue
            empty = False
            yield from_record(_record(text, where), where, path, where, None)
        except ArticleError as error:
            empty = False
            yield placed(error, where)
    if empty:
        yield placed(ArticleError(f"{path}: no record in this file"), str(path))


def placed(error: ArticleError, where: str) -> ArticleError:
    """The error, with the place where it was found."""
    error.where = where
    return error


def _lines(file: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    """Numbered lines; None for one too long to hold."""
    number = 0
    while line := file.readline(_LARGEST + 1):
        number += 1
        whole = len(line) <= _LARGEST
        while not line.endswith(b"\n") and len(line) > _LARGEST:
            line = file.readline(_LARGEST + 1)
        yield number, line if whole else None


# ---------------------------------------------------------------------------------------- one file's bytes


def read_text(path: Path) -> str:
    """The text of one UTF-8 file, whatever it is about.

    Raises:
        ArticleError: no such file, too large, not UTF-8; the message names the path.
    """
    return _decoded(_content(path), str(path))


def _is_part_of_the_name(suffix: str) -> bool:
    """`2025-11-16.Bridge closes` or `notes.1` have no file name suffix in the usual sense."""
    return " " in suffix or suffix[1:].isdigit()


def _content(path: Path) -> bytes:
    _refuse_what_is_no_file(path)
    try:
        size = path.stat().st_size
        if size > _LARGEST:
            raise ArticleError(
                f"{path}: {size / 1e6:,.0f} MB are more than one article ({_LARGEST // 1_000_000} MB at most); "
                "write one record a line into a .jsonl file"
            )
        return path.read_bytes()
    except OSError as error:
        raise ArticleError(_why(path, error)) from None


def _refuse_what_is_no_file(path: Path) -> None:
    try:
        if path.is_dir():
            raise ArticleError(f"{path}: this is a folder; use nutgraf.article.read_many(path)")
        if not path.exists():
            raise ArticleError(f"{path}: no such file; the working directory is {Path.cwd()}")
        if not path.is_file():
            raise ArticleError(
                f"{path}: this is a device or a pipe, not a file; read it yourself and use Article.from_text"
            )
    except (OSError, ValueError) as error:
        raise ArticleError(_why(path, error)) from None


def _why(path: Path, error: OSError | ValueError) -> str:
    if isinstance(error, PermissionError):
        return f"{path}: you may not read this file; change its permissions (chmod u+r)"
    reason = error.strerror if isinstance(error, OSError) else str(error)
    return f"{path}: can't be read: {reason}"


def _decoded(content: bytes, where: str) -> str:
    for start, what in _FORMATS:
        if content.startswith(start):
            raise ArticleError(f"{where}: this is {what}")
    if b"\x00" in content:
        raise ArticleError(f"{where}: this is binary, not text; save the article's text as UTF-8")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ArticleError(
            f"{where}: not UTF-8 (byte {error.start}); save it as UTF-8, perhaps with iconv -f WINDOWS-1252 -t UTF-8"
        ) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


# ----------------------------------------------------------------------------------------- one file's words


def _from_page(path: Path, content: bytes, published: Published) -> Article:
    from nutgraf.article.html import extract

    try:
        page = extract(content)
    except ArticleError as error:
        raise ArticleError(f"{path}: {error}") from None
    return _made(
        str(path),
        text=page.text,
        title=page.title,
        url=page.url,
        published=published or page.published,
        source=page.source or path.name,
        key=page.url or str(path),
    )


def _record(text: str, where: str) -> dict[str, Any]:
    if not text.strip():
        raise ArticleError(f"{where}: empty")
    try:
        record = json.loads(text)
    except json.JSONDecodeError as error:
        raise ArticleError(f"{where}: not JSON: {error.msg} (line {error.lineno}, column {error.colno})") from None
    except (RecursionError, ValueError) as error:
        raise ArticleError(f"{where}: not JSON that can be read: {type(error).__name__}") from None
    if not isinstance(record, dict):
        hint = "; write one record a line into a .jsonl file" if text.lstrip().startswith("[") else ""
        raise ArticleError(f"{where}: a record is a JSON object with `text`, not a {type(record).__name__}{hint}")
    return cast("dict[str, Any]", record)


def from_record(record: dict[str, Any], where: str, path: Path, key: str, published: Published) -> Article:
    """The article of a record that was found at `where` in the file `path`.

    Raises:
        ArticleError: no `text`, or fields of the wrong kind.
    """
    if "text" not in record:
        keys = ", ".join(repr(name[:40]) for name in list(record)[:20]) or "none"
        raise ArticleError(
            f"{where}: the record has no `text` (keys found: {keys}); rename the one that holds the article"
        )
    for name in ("text", *FIELDS):
        value = record.get(name)
        if not isinstance(value, str) and (name == "text" or value is not None):
            raise ArticleError(f"{where}: `{name}` is a string, not {type(value).__name__}")
    fields = {name: record.get(name) or None for name in FIELDS}
    return _made(
        where,
        text=record["text"].replace("\r\n", "\n").replace("\r", "\n"),
        title=fields["title"],
        url=fields["url"],
        published=published or fields["published"],
        source=fields["source"] or path.name,
        key=fields["key"] or fields["url"] or key,
    )


def _made(where: str, **fields: Any) -> Article:
    try:
        return Article.from_text(**fields)
    except ArticleError as error:
        raise ArticleError(f"{where}: {error}") from None
