"""Articles from JSON: a record in a file, or one a line."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO, cast

from nutgraf.article.files.content import LARGEST, decoded, with_lf
from nutgraf.article.files.given import Given
from nutgraf.article.files.ours import is_brief, told_ours
from nutgraf.article.model import Article
from nutgraf.article.objects import NAMES_OF_TEXT, values_in
from nutgraf.errors import ArticleError


def read_lines(file: BinaryIO, path: Path, given: Given | None = None) -> Iterator[Article | ArticleError]:
    """The records of an open .jsonl file, one a line; a line that is none is handed out as an error."""
    given = given or Given()
    empty = True
    for number, line in _lines(file):
        where = f"{path}:{number}"
        try:
            if line is None:
                raise ArticleError(f"{where}: the record is larger than {LARGEST // 1_000_000} MB; split it")  # noqa: TRY301
            text = decoded(line, where, given.encoding)
            if not text.strip():
                continue
            empty = False
            yield given.filled(from_record(record_in(text, where), where, path, where))
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
    while line := file.readline(LARGEST + 1):
        number += 1
        whole = len(line) <= LARGEST
        while not line.endswith(b"\n") and len(line) > LARGEST:
            line = file.readline(LARGEST + 1)
        yield number, line if whole else None


def record_in(text: str, where: str) -> dict[str, Any]:
    """The JSON object that a text is.

    Raises:
        ArticleError: it is none.
    """
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


def from_record(record: Mapping[str, Any], where: str, path: Path, key: str, given: Given | None = None) -> Article:
    """The article of a record that was found at `where` in the file `path`; its fields are named as for `from_object`.

    What is given wins over the record's own.

    Raises:
        ArticleError: no `text`, or fields of the wrong kind.
    """
    given = given or Given()
    if is_brief(record):
        raise ArticleError(told_ours(where, "briefs"))
    fields = values_in(record)
    held_as = next((name for name in NAMES_OF_TEXT if name in record), None)
    if held_as is None:
        keys = ", ".join(repr(name[:40]) for name in list(record)[:20]) or "none"
        raise ArticleError(
            f"{where}: the record has no `text` (keys found: {keys}); rename the one that holds the article"
        )
    if isinstance(fields["key"], int):
        fields["key"] = str(fields["key"])
    for name, value in fields.items():
        held = record.get(held_as if name == "text" else name) if value is None else value
        if name != "language" and not isinstance(held, str) and (name == "text" or held is not None):
            raise ArticleError(f"{where}: `{name}` is a string, not {type(held).__name__}")
    return made(
        where,
        text=with_lf(fields["text"] or ""),
        title=given.title or fields["title"],
        url=fields["url"],
        published=given.published or fields["published"],
        source=fields["source"] or path.name,
        key=fields["key"] or fields["url"] or key,
        language=fields["language"],
    )


def made(where: str, **fields: Any) -> Article:
    """`Article.from_text(**fields)`; its errors name the place."""
    try:
        return Article.from_text(**fields)
    except ArticleError as error:
        raise ArticleError(f"{where}: {error}") from None
