"""Articles from a Parquet file (extra `arrow`), a batch of rows in memory at a time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from nutgraf.article.files.given import Given
from nutgraf.article.files.records import from_record, placed
from nutgraf.article.model import Article
from nutgraf.article.objects import KNOWN
from nutgraf.errors import ArticleError, MissingDependencyError

_ROWS = 256


def read_parquet(path: Path, given: Given) -> Iterator[Article | ArticleError]:
    """An article for each row; the columns are named as for `Article.from_object`.

    A row that is no article is handed out as an ArticleError; `key` defaults to the URL or the file and row number.

    Raises:
        MissingDependencyError: pyarrow is not installed (extra `arrow`).
    """
    arrow, parquet = _packages()
    number = 0
    try:
        with parquet.ParquetFile(path) as file:
            columns = [name for name in file.schema_arrow.names if name in KNOWN]
            for batch in file.iter_batches(batch_size=_ROWS, columns=columns):
                for row in batch.to_pylist():
                    number += 1
                    yield _article(row, f"{path}:{number}", path, given)
    except (arrow.ArrowException, OSError) as error:
        yield placed(ArticleError(f"{path}: can't be read as Parquet: {str(error)[:300]}"), str(path))


def rows_in(path: Path) -> int:
    """How many rows there are, by the file's own word; 0 where it can't be read."""
    arrow, parquet = _packages()
    try:
        return int(parquet.read_metadata(path).num_rows)
    except (arrow.ArrowException, OSError):
        return 0


def _packages() -> tuple[Any, Any]:
    try:
        return import_module("pyarrow"), import_module("pyarrow.parquet")
    except ImportError:
        raise MissingDependencyError("reading Parquet", "arrow") from None


def _article(row: dict[str, Any], where: str, path: Path, given: Given) -> Article | ArticleError:
    record = {name: _text(value) for name, value in row.items()}
    try:
        return given.filled(from_record(record, where, path, where))
    except ArticleError as error:
        return placed(error, where)


def _text(value: Any) -> Any:
    """Dates have a type of their own in a table."""
    return value.isoformat() if isinstance(value, dt.date) else value
