"""Answers in one SQLite file: JSON only, shared by processes, readable by its owner alone."""

from __future__ import annotations

import os
import sqlite3
import stat
import threading
import time
import weakref
from collections.abc import Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from nutgraf.asking.cache.stored import Stored

LAYOUT = 1
"""Of the table, in SQLite's user_version; answers in another layout are left alone."""
_LOCKED_FOR = 0.5
"""Seconds to wait for another process that writes: a write takes a fraction of a millisecond."""
_LOOK_EVERY = 256
"""Answers written between two looks at the file's size."""
_FIND = "SELECT raw, prompt_tokens, completion_tokens, stored FROM answers WHERE key = ?"
_TRIES = 10
"""Of several processes that make the file at once, one wins; SQLite lets the others fail instead of waiting."""
_INHERITED: list[sqlite3.Connection] = []
"""A parent's, in a forked child."""


@dataclass(frozen=True)
class Stats:
    """What a file holds. `oldest` and `newest` are seconds since 1970, None when it is empty."""

    answers: int
    tokens: int
    bytes: int
    oldest: float | None
    newest: float | None


class FileStore:
    """A store in a file. Raises sqlite3.Error and OSError as they come."""

    def __init__(self, path: Path, *, max_bytes: int | None = None, max_age: float | None = None) -> None:
        self.path = path
        self._max_bytes = max_bytes
        self._max_age = max_age
        self._pid = os.getpid()
        self._lock = threading.Lock()
        self._held: sqlite3.Connection | None = None
        self._written = 0

    def get(self, name: str) -> Stored | None:
        """The kept answer, or None; one that is too old counts as absent."""
        if self._pid != os.getpid():
            self._start_afresh()
        if self._held is None and not self.path.exists():
            return None
        with self._lock:
            row = self._ready().execute(_FIND, (name,)).fetchone()
        if row is None:
            return None
        if self._max_age is not None and not (isinstance(row[3], int) and row[3] >= time.time() - self._max_age):
            return None
        return Stored(*row[:3]) if isinstance(row[0], str) else None

    def put(self, name: str, answer: Stored) -> None:
        """Keep an answer; one under the same key is replaced."""
        row = (name, answer.raw, answer.prompt_tokens, answer.completion_tokens, int(time.time()))
        with self._connection() as connection:
            connection.execute("INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?, ?)", row)
            self._written += 1
            if self._max_bytes is not None and self._written % _LOOK_EVERY == 1:
                _make_room(connection, self._max_bytes)

    def stats(self) -> Stats:
        """What the file holds."""
        if not self.path.exists():
            return Stats(0, 0, 0, None, None)
        with self._connection() as connection:
            row = connection.execute(
                "SELECT COUNT(*), CAST(TOTAL(prompt_tokens + completion_tokens) AS INTEGER), MIN(stored), MAX(stored)"
                " FROM answers"
            ).fetchone()
        return Stats(row[0], row[1], sum(p.stat().st_size for p in self._files()), row[2], row[3])

    def prune(self, *, max_bytes: int | None = None, max_age: float | None = None) -> int:
        """Drop answers older than `max_age` seconds, then the oldest until the file fits; returns how many went."""
        if not self.path.exists():
            return 0
        with self._connection() as connection:
            before: int = connection.execute("SELECT COUNT(*) FROM answers").fetchone()[0]
            if max_age is not None:
                connection.execute("DELETE FROM answers WHERE stored < ?", (time.time() - max_age,))
            if max_bytes is not None:
                _make_room(connection, max_bytes)
            after: int = connection.execute("SELECT COUNT(*) FROM answers").fetchone()[0]
            connection.execute("VACUUM")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return before - after

    def clear(self) -> int:
        """Remove the file, whatever it holds; returns the bytes that this frees."""
        self.close()
        freed = 0
        for path in self._files():
            freed += path.stat().st_size
            path.unlink()
        return freed

    def close(self) -> None:
        """Close the connection; the next use opens it again."""
        if self._pid != os.getpid():
            self._start_afresh()
        with self._lock:
            if self._held is not None:
                self._held = None
                self._at_the_end()

    def _files(self) -> list[Path]:
        named = [self.path, *(self.path.with_name(self.path.name + end) for end in ("-wal", "-shm", "-journal"))]
        return [path for path in named if path.is_file()]

    @contextmanager
    def _connection(self) -> Generator[sqlite3.Connection]:
        if self._pid != os.getpid():
            self._start_afresh()
        with self._lock:
            yield self._ready()

    def _ready(self) -> sqlite3.Connection:
        if self._held is None:
            self._held = self._open()
            self._at_the_end = weakref.finalize(self, _close, self._held, self._pid)
        return self._held

    def _start_afresh(self) -> None:
        """In a forked child: a parent's connection must be neither used nor closed there."""
        self._held, self._lock, self._pid = None, threading.Lock(), os.getpid()

    def _open(self) -> sqlite3.Connection:
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            os.close(os.open(self.path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        except FileExistsError:
            if self.path.is_symlink():  # who can put one here could have us write to any file of the user's
                raise OSError("it is a symbolic link, which is not followed: name the file itself") from None
            self._hide()
        connection = sqlite3.connect(self.path, timeout=_LOCKED_FOR, isolation_level=None, check_same_thread=False)
        for tries_left in reversed(range(_TRIES)):
            try:
                _prepare(connection)
                break
            except sqlite3.Error as error:
                if "locked" not in str(error) or not tries_left:
                    connection.close()
                    raise
                time.sleep(_LOCKED_FOR / _TRIES)
        return connection

    def _hide(self) -> None:
        if self.path.is_file() and stat.S_IMODE(self.path.stat().st_mode) & 0o077:
            with suppress(OSError):  # somebody else's file: its owner decides
                self.path.chmod(0o600)


def _close(connection: sqlite3.Connection, pid: int) -> None:
    """Close it where it was opened; elsewhere keep it, for a connection that is let go is closed."""
    if pid == os.getpid():
        connection.close()
    else:
        _INHERITED.append(connection)


def _prepare(connection: sqlite3.Connection) -> None:
    layout = connection.execute("PRAGMA user_version").fetchone()[0]
    if layout not in (0, LAYOUT):
        raise sqlite3.DatabaseError(f"the file has layout {layout}, this version of nutgraf reads {LAYOUT}")
    connection.execute("PRAGMA synchronous=NORMAL")
    if layout == LAYOUT:
        return
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute(
        "CREATE TABLE IF NOT EXISTS answers (key TEXT PRIMARY KEY, raw TEXT NOT NULL,"
        " prompt_tokens INTEGER NOT NULL, completion_tokens INTEGER NOT NULL, stored INTEGER NOT NULL)"
    )
    connection.execute("CREATE INDEX IF NOT EXISTS by_age ON answers (stored)")
    connection.execute(f"PRAGMA user_version={LAYOUT}")


def _make_room(connection: sqlite3.Connection, most: int) -> None:
    """Where the answers take more than `most` bytes, drop the oldest tenths until they take nine tenths of it."""
    if _used(connection) <= most:
        return
    while (held := connection.execute("SELECT COUNT(*) FROM answers").fetchone()[0]) and _used(connection) > 0.9 * most:
        connection.execute(
            "DELETE FROM answers WHERE key IN (SELECT key FROM answers ORDER BY stored LIMIT ?)", (held // 10 + 1,)
        )


def _used(connection: sqlite3.Connection) -> int:
    size, pages, free = (
        connection.execute(f"PRAGMA {what}").fetchone()[0] for what in ("page_size", "page_count", "freelist_count")
    )
    return int(size * (pages - free))
