"""Answers kept and found again, keyed by everything that shaped them and by no secret.

A cache that can't be used (corrupt, full, locked, read-only, unreachable) costs speed, never an answer: one warning,
then another try now and then.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, cast

from nutgraf.asking.cache.sharing import Sharing, sharing_of
from nutgraf.asking.cache.stored import Store, Stored
from nutgraf.errors import ConfigurationError

FORMAT = 2
"""Part of every key: raise it when what is stored changes its meaning."""
SCHEMES = ("redis://", "rediss://", "unix://")
"""With these a cache's name is the URL of a Redis server."""
LARGEST = 10_000_000_000
"""Bytes that the default cache may take: a million articles take half of it."""

_log = logging.getLogger("nutgraf")
_REST = 30.0
"""Seconds without the cache after it failed."""


def key(parts: Mapping[str, Any], texts: Iterable[tuple[str, str]] = ()) -> str:
    """sha256 of everything that shapes an answer: the canonical JSON of its parts, then labelled texts as they are."""
    digest = hashlib.sha256(_canonical({"format": FORMAT, **parts}))
    for label, text in texts:
        data = text.encode("utf-8", "surrogatepass")
        digest.update(f"\n{label} {len(data)}\n".encode())
        digest.update(data)
    return digest.hexdigest()


def digest_of(value: Any) -> str:
    """sha256 of a value's canonical JSON."""
    return hashlib.sha256(_canonical(value)).hexdigest()


_encode = json.JSONEncoder(sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode


def _canonical(value: Any) -> bytes:
    return _encode(value).encode("utf-8", "surrogatepass")


def default_path() -> Path:
    """`$NUTGRAF_CACHE`, else `nutgraf/answers.sqlite` in the user's cache folder."""
    if chosen := os.environ.get("NUTGRAF_CACHE"):
        return Path(chosen)
    root = os.environ.get("XDG_CACHE_HOME")
    return (Path(root) if root else Path("~/.cache").expanduser()) / "nutgraf" / "answers.sqlite"


class Cache:
    """A store that never gets in the way; shared by threads and, where its store is a file, by processes.

    Args:
        where: a file (SQLite, readable by its owner alone), or a store of your own.
        max_bytes: the file's size from which the oldest answers make room; None for no limit.
        max_age: seconds after which an answer counts as absent; None for never.
    """

    def __init__(self, where: Path | Store, *, max_bytes: int | None = LARGEST, max_age: float | None = None) -> None:
        self._made_of: tuple[Any, ...] = (where, max_bytes, max_age)
        if isinstance(where, Path):
            from nutgraf.asking.cache.file import FileStore

            self._store: Store = FileStore(where, max_bytes=max_bytes, max_age=max_age)
            self._place: object = str(where.absolute())
        else:
            self._store, self._place = where, getattr(where, "place", id(where))
        self._warned = False
        self._rests_until: dict[str, float] = {}

    def __reduce__(self) -> tuple[Any, ...]:
        return (_remade, self._made_of)

    @property
    def sharing(self) -> Sharing[Any]:
        """The questions in flight of all who keep their answers here."""
        return sharing_of(self._place)

    def get(self, name: str) -> Stored | None:
        """The kept answer, or None."""
        if self._rests("read"):
            return None
        try:
            found = self._store.get(name)
        except Exception as error:  # noqa: BLE001 - a store of one's own may raise anything
            self._failed("read", error)
            return None
        return found if _is_sound(found) else None

    def put(self, name: str, answer: Stored) -> None:
        """Keep an answer; one under the same key is replaced."""
        if self._rests("written"):
            return
        try:
            self._store.put(name, answer)
        except Exception as error:  # noqa: BLE001 - a store of one's own may raise anything
            self._failed("written", error)

    def forget(self, name: str) -> None:
        """Answer no more under this key. A store need not be able to delete: nothing takes the answer's place."""
        if self.get(name) is not None:
            self.put(name, Stored("", 0, 0))

    def close(self) -> None:
        """Close what is open; the next use opens it again."""
        close = getattr(self._store, "close", None)
        if close is None:
            return
        try:
            close()
        except Exception as error:  # noqa: BLE001 - a store of one's own may raise anything
            self._failed("closed", error)

    def _rests(self, what: str) -> bool:
        return what in self._rests_until and time.monotonic() < self._rests_until[what]

    def _failed(self, what: str, error: Exception) -> None:
        self._rests_until[what] = time.monotonic() + _REST
        level = logging.DEBUG if self._warned else logging.WARNING
        self._warned = True
        _log.log(
            level, "answers can't be %s (%s: %s); going on without: %s", what, self._where(), error, self._remedy()
        )

    def _remedy(self) -> str:
        if self._made_of[0] == default_path():
            return "`nutgraf cache stats` looks at it, `nutgraf cache clear` starts it afresh"
        return "mend it, or name another with cache=…"

    def _where(self) -> str:
        return str(self._made_of[0]) if isinstance(self._made_of[0], Path) else repr(self._store)[:100]


def _is_sound(found: Any) -> bool:
    """Whether what a store gives is an answer as it was kept; anything else counts as absent."""
    if not isinstance(found, Stored):
        return False
    raw = cast("Any", found.raw)
    counts = [cast("Any", found.prompt_tokens), cast("Any", found.completion_tokens)]
    if not isinstance(raw, str) or not raw:
        return False
    return all(isinstance(n, int) and not isinstance(n, bool) and 0 <= n <= _MOST_TOKENS for n in counts)


_MOST_TOKENS = 10**9
"""No request takes as many."""


def _remade(where: Path | Store, max_bytes: int | None, max_age: float | None) -> Cache:
    return Cache(where, max_bytes=max_bytes, max_age=max_age)


def open_cache(choice: str | Path | Cache | Store | None) -> Cache | None:
    """The cache that a setting names: "default", a path, a redis:// URL, a Cache, a store of one's own, None for none.

    `NUTGRAF_CACHE=off` turns the default one off; it names another file, or a redis:// URL, otherwise.

    Raises:
        ConfigurationError: it is none of these.
    """
    if choice is None or isinstance(choice, Cache):
        return choice
    if not isinstance(choice, (str, Path)):
        if not (hasattr(choice, "get") and hasattr(choice, "put")):
            raise ConfigurationError(f"cache={choice!r:.100}: it is a path, None, or a store with get and put")
        return Cache(choice)
    named = os.environ.get("NUTGRAF_CACHE", "") if choice == "default" else str(choice)
    if choice == "default" and named.lower() == "off":
        return None
    if named.startswith(SCHEMES):
        from nutgraf.asking.cache.redis import RedisStore

        return Cache(RedisStore(named))
    return Cache(default_path() if choice == "default" else Path(choice))
