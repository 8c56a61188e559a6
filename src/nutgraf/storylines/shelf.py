"""A private table on disk: notes, keys and pairs of any number of events, in flat memory. Gone when it is closed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from types import TracebackType
from typing import Any, Self

from nutgraf.errors import ConfigurationError

_PAGES = -32_000
"""Kilobytes that SQLite may hold in memory; the rest lies in a temporary file that it deletes by itself."""
_BATCH = 5_000
_TABLES = """
CREATE TABLE articles (id INTEGER PRIMARY KEY, key TEXT UNIQUE, digest TEXT, line TEXT, terms TEXT);
CREATE TABLE notes (id INTEGER PRIMARY KEY, article INTEGER, line TEXT);
CREATE TABLE keys (key INTEGER, day INTEGER, note INTEGER);
CREATE TABLE pairs (one INTEGER, other INTEGER, PRIMARY KEY (one, other)) WITHOUT ROWID;
CREATE TABLE scored (one INTEGER, other INTEGER, score REAL, PRIMARY KEY (one, other)) WITHOUT ROWID;
CREATE TABLE links (component INTEGER, one INTEGER, other INTEGER, score REAL);
"""


class Shelf:
    """Where everything about the events at hand lies. A context manager.

    Raises:
        ConfigurationError: the disk of temporary files is full (SQLITE_TMPDIR names another).
    """

    def __init__(self) -> None:
        self._base = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        self._base.executescript(
            f"PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size={_PAGES}; PRAGMA temp_store=FILE; {_TABLES}"
        )
        self._base.execute("BEGIN")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self._base.close()
        if isinstance(error, sqlite3.OperationalError) and "full" in str(error):
            raise ConfigurationError(
                f"the folder of temporary files is full ({error}): make room, or name another in SQLITE_TMPDIR"
            ) from None

    def put(self, table: str, rows: Iterable[tuple[object, ...]], *, ignore: bool = False) -> None:
        """Add rows to a table."""
        doing = "INSERT OR IGNORE" if ignore else "INSERT"
        waiting: list[tuple[object, ...]] = []
        for row in rows:
            waiting.append(row)
            if len(waiting) >= _BATCH:
                self._insert(doing, table, waiting)
                waiting = []
        self._insert(doing, table, waiting)

    def _insert(self, doing: str, table: str, rows: list[tuple[object, ...]]) -> None:
        if rows:
            marks = ",".join("?" * len(rows[0]))
            self._base.executemany(f"{doing} INTO {table} VALUES ({marks})", rows)

    def rows(self, query: str, *values: object) -> Iterator[tuple[Any, ...]]:
        """The rows of a query, one after another."""
        with closing(self._base.cursor()) as cursor:
            yield from cursor.execute(query, values)

    def do(self, statement: str, *values: object) -> None:
        """Change something."""
        self._base.execute(statement, values)
