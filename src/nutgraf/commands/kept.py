"""What `nutgraf cache` does: stats, prune, clear, path."""

from __future__ import annotations

import datetime as dt
import os
import sqlite3

from nutgraf.asking.cache.answers import SCHEMES, default_path
from nutgraf.asking.cache.file import FileStore
from nutgraf.counting import counted
from nutgraf.errors import ConfigurationError

_DAY = 86_400
_MB = 1_000_000


def report(action: str, *, older_than_days: float | None = None, megabytes: float | None = None) -> str:
    """Do it to the default cache, and say what was done.

    Raises:
        ConfigurationError: no such action, a limit that makes no sense, or a file that can't be used.
    """
    named = os.environ.get("NUTGRAF_CACHE", "")
    if named.lower() == "off":
        return "the cache is off (NUTGRAF_CACHE=off)"
    if named.startswith(SCHEMES):
        return "the cache is a Redis server (NUTGRAF_CACHE): look at it, and clear it, with redis-cli (keys nutgraf:*)"
    limits = {"--older-than": older_than_days, "--size": megabytes}
    for name, limit in limits.items():
        if limit is not None and (action != "prune" or limit < 0):
            raise ConfigurationError(f"nutgraf cache {action} {name} {limit:g}: it is for prune, and not negative")
    store = FileStore(default_path())
    if store.path.is_dir():
        raise ConfigurationError(f"{store.path} is a folder: let NUTGRAF_CACHE name a file in it")
    try:
        match action:
            case "path":
                return str(store.path)
            case "stats":
                return _stats(store)
            case "prune":
                return _prune(store, older_than_days, megabytes)
            case "clear":
                return f"removed {store.path} ({store.clear() / _MB:.1f} MB)"
            case _:
                raise ConfigurationError(f"nutgraf cache {action}: it is stats, prune, clear or path")
    except (sqlite3.Error, OSError) as error:
        raise ConfigurationError(
            f"{store.path} can't be used ({error}); `nutgraf cache clear` removes it, NUTGRAF_CACHE names another file"
        ) from error
    finally:
        store.close()


def _stats(store: FileStore) -> str:
    held = store.stats()
    lines = [
        f"{store.path}",
        f"{counted(held.answers, 'answer')}, {held.bytes / _MB:.1f} MB, {counted(held.tokens, 'token')} kept",
    ]
    if held.oldest is not None and held.newest is not None:
        lines.append(f"from {_date(held.oldest)} to {_date(held.newest)}")
    return "\n".join(lines)


def _prune(store: FileStore, days: float | None, megabytes: float | None) -> str:
    if days is None and megabytes is None:
        raise ConfigurationError("nutgraf cache prune: say --older-than DAYS, --size MB or both")
    dropped = store.prune(
        max_age=None if days is None else days * _DAY, max_bytes=None if megabytes is None else int(megabytes * _MB)
    )
    return f"dropped {counted(dropped, 'answer')}\n{_stats(store)}"


def _date(seconds: object) -> str:
    """A day; what a broken clock or row holds is none."""
    try:
        return dt.datetime.fromtimestamp(float(str(seconds))).astimezone().date().isoformat()
    except (ValueError, OverflowError, OSError):
        return "an unknown day"
