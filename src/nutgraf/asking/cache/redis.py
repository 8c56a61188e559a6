"""Answers in Redis (extra `redis`): one cache for many machines. JSON only; a call takes a second at most."""

from __future__ import annotations

import json
from importlib import import_module
from typing import Any

from nutgraf.asking.cache.stored import Stored
from nutgraf.errors import ConfigurationError, MissingDependencyError

_PREFIX = "nutgraf:"
_PATIENCE = 1.0
"""Seconds for a call: everything waits for it, and a cache costs speed, never an answer."""


class RedisStore:
    """A store on a Redis server. Raises what redis-py raises; pickles as its settings.

    Args:
        url: like redis://:password@host:6379/0, rediss://… for TLS, unix://path for a socket.
        max_age: seconds after which the server forgets an answer; None leaves it to the server's own memory policy.

    Raises:
        MissingDependencyError: redis-py is not installed.
        ConfigurationError: the URL is none.
    """

    def __init__(self, url: str, *, max_age: float | None = None) -> None:
        self._url = url
        self._max_age = max_age
        try:
            redis: Any = import_module("redis")
            retrying: Any = import_module("redis.retry")
            backoff: Any = import_module("redis.backoff")
        except ImportError:
            raise MissingDependencyError("a cache in Redis", "redis") from None
        try:
            # One more try, for a connection that the server closed meanwhile; whoever asks has patience of their own.
            self._client: Any = redis.Redis.from_url(
                url,
                socket_timeout=_PATIENCE,
                socket_connect_timeout=_PATIENCE,
                retry=retrying.Retry(backoff.NoBackoff(), 1),
            )
        except (ValueError, TypeError):
            raise ConfigurationError(
                "the cache's URL is no Redis URL; write it like redis://:password@host:6379/0"
            ) from None
        self._name = self.place.rpartition("@")[2].removeprefix("redis://")

    def __reduce__(self) -> tuple[Any, ...]:
        return (_remade, (self._url, self._max_age))

    def __repr__(self) -> str:
        return f"RedisStore({self._name!r})"

    @property
    def place(self) -> str:
        """What two stores of the same answers have in common."""
        return self._url

    def get(self, name: str) -> Stored | None:
        """The kept answer, or None."""
        found = self._client.get(_PREFIX + name)
        if found is None:
            return None
        raw, prompt, completion = json.loads(found)
        if not isinstance(raw, str):
            return None
        return Stored(raw, int(prompt), int(completion))

    def put(self, name: str, answer: Stored) -> None:
        """Keep an answer; one under the same name is replaced."""
        value = json.dumps([answer.raw, answer.prompt_tokens, answer.completion_tokens], ensure_ascii=False)
        seconds = None if self._max_age is None else max(1, round(self._max_age))
        self._client.set(_PREFIX + name, value.encode("utf-8", "surrogatepass"), ex=seconds)

    def close(self) -> None:
        """Close the connections; the next use opens them again."""
        self._client.close()


def _remade(url: str, max_age: float | None) -> RedisStore:
    return RedisStore(url, max_age=max_age)
