"""Answers kept on disk: SQLite, JSON only, keyed by everything that shaped the answer and by no secret.

A cache that can't be used (corrupt, full, locked, read-only) costs speed, never an answer: one warning, then none.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import sqlite3
import threading
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FORMAT = 1
"""Part of every key: raise it when what is stored changes its meaning."""

_log = logging.getLogger("nutgraf")


@dataclass(frozen=True)
class Stored:
    """A kept answer and what it cost when it was asked."""

    raw: str
    prompt_tokens: int
    completion_tokens: int


def key(parts: dict[str, Any]) -> str:
    """sha256 of the canonical JSON of everything that shapes an answer."""
    canonical = json.dumps({"format": FORMAT, **parts}, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()


def default_path() -> Path:
    """`$NUTGRAF_CACHE`, else `nutgraf/answers.sqlite` in the user's cache folder."""
    if chosen := os.environ.get("NUTGRAF_CACHE"):
        return Path(chosen)
    root = os.environ.get("XDG_CACHE_HOME")
    return (Path(root) if root else Path("~/.cache").expanduser()) / "nutgraf" / "answers.sqlite"


class Cache:
    """Answers by key, shared by threads and processes. Readable by its owner alone."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._local = threading.local()
        self._warned = False

    def get(self, name: str) -> Stored | None:
        """The kept answer, or None."""
        row = self._run("SELECT raw, prompt_tokens, completion_tokens FROM answers WHERE key = ?", (name,))
        return Stored(*row) if row else None

    def put(self, name: str, answer: Stored) -> None:
        """Keep an answer; one under the same key is replaced."""
        self._run(
            "INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?, ?)",
            (name, answer.raw, answer.prompt_tokens, answer.completion_tokens, int(time.time())),
        )

    def close(self) -> None:
        """Close this thread's connection."""
        held = getattr(self._local, "held", None)
        if held is not None:
            held[1].close()
            self._local.held = None

    def _run(self, statement: str, values: tuple[Any, ...]) -> tuple[Any, ...] | None:
        if self._warned:
            return None
        try:
            with self._connection() as connection, closing(connection.execute(statement, values)) as cursor:
                found = cursor.fetchone()
                return tuple(found) if found else None
        except (sqlite3.Error, OSError) as error:
            self._warned = True
            _log.warning("answers are not cached: %s: %s", self.path, error)
            return None

    def _connection(self) -> sqlite3.Connection:
        held = getattr(self._local, "held", None)
        if held is None or held[0] != os.getpid():
            held = (os.getpid(), self._open())
            self._local.held = held
        connection: sqlite3.Connection = held[1]
        return connection

    def _open(self) -> sqlite3.Connection:
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not self.path.exists():
            os.close(os.open(self.path, os.O_CREAT | os.O_RDWR, 0o600))
        connection = sqlite3.connect(self.path, timeout=5.0)
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=NORMAL")
        connection.execute(
            "CREATE TABLE IF NOT EXISTS answers (key TEXT PRIMARY KEY, raw TEXT NOT NULL,"
            " prompt_tokens INTEGER NOT NULL, completion_tokens INTEGER NOT NULL, stored INTEGER NOT NULL)"
        )
        return connection


def open_cache(choice: str | Path | Cache | None) -> Cache | None:
    """The cache that a setting names: "default", a path, a Cache, or None for no cache.

    `NUTGRAF_CACHE=off` turns the default one off; it names another file otherwise.
    """
    if choice is None or isinstance(choice, Cache):
        return choice
    if choice == "default" and os.environ.get("NUTGRAF_CACHE", "").lower() == "off":
        return None
    return Cache(default_path() if choice == "default" else Path(choice))
