"""What no text may carry on: a server, a library or a header repeats the key, and we don't.

Masked is what the key, a header of one's own, the base URL's path and what stands behind its `?` may hold, in the forms
in which it is repeated: as it is, in part, in other case, escaped for JSON or a URL, in base64 or hex.
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from itertools import pairwise
from typing import cast
from urllib.parse import parse_qsl, quote, urlsplit

from nutgraf.asking.line.endpoint import Endpoint

MASK = "[key]"
_SHORTEST = 10
"""Shorter ones stand for a key where a server wants none ("EMPTY", "ollama", "recorded"), and in words."""
_PART = 12
"""So many characters of a key give it away."""
_UNLIKE_WORDS = 16
"""From this length on nothing else than the key reads so: it is masked in answers too, and not in complaints alone."""
_HOLDS_ONE = re.compile(r"key|token|secret|auth|code|sig|pass|cookie|credential|session", re.IGNORECASE)
_DRAWN = re.compile(r"[0-9a-f]{24,}|[0-9A-F]{24,}|(?=\D*\d)(?=[^a-z]*[a-z])(?=[^A-Z]*[A-Z])\w{24,}", re.ASCII)
"""A part of a path that was drawn by lot: no person named anything so."""
_IN_AN_ADDRESS = "KEY"


def forms_of(value: str) -> set[str]:
    """The forms in which a secret may be repeated as a whole."""
    data = value.encode()
    escaped = json.dumps(value)[1:-1]  # and once more where JSON holds JSON
    forms = {value, escaped, json.dumps(escaped)[1:-1], escaped.replace("/", "\\/"), quote(value, safe=""), data.hex()}
    for before in range(3):  # where it begins within a longer text ("user:key") decides how base64 reads
        whole = base64.b64encode(bytes(before) + data).decode()
        inner = whole[(0, 2, 3)[before] :].rstrip("=")
        inner = inner[: len(inner) - bool((len(data) + before) % 3)]
        forms |= {inner, inner.replace("+", "-").replace("/", "_")}
    return {form for form in forms if len(form) >= _SHORTEST}


class Secrets:
    """The secrets of one line, and texts without them."""

    def __init__(self, values: Iterable[str]) -> None:
        kept = {part for value in values for part in {value, *value.split()} if len(part) >= _SHORTEST}
        self.values = frozenset(kept)
        self._whole = _any_of(kept)
        self._in_answers = _any_of(value for value in kept if len(value) >= _UNLIKE_WORDS)
        self._parts = {v[n : n + _PART].lower() for v in kept for n in range(len(v) - _PART + 1)}

    def masked(self, text: str) -> str:
        """A text of somebody else's without them, and without parts of them."""
        if self._whole is None:
            return text
        text = self._whole.sub(MASK, text)
        lower, found = text.lower(), [(0, 0)]
        for n in range(len(lower) - _PART + 1):
            if lower[n : n + _PART] in self._parts:
                start, end = found[-1]
                found[-1:] = [(start, n + _PART)] if n <= end and end else [(start, end), (n, n + _PART)]
        kept = [text[before:start] for (_, before), (start, _) in pairwise(found)]
        return MASK.join([*kept, text[found[-1][1] :]])

    def masked_answer(self, data: bytes) -> bytes:
        """A body without the secrets that can't be words of an answer."""
        if self._in_answers is None or not self._in_answers.search(found := data.decode("utf-8", "surrogateescape")):
            return data
        return self._in_answers.sub(MASK, found).encode("utf-8", "surrogateescape")

    def stands_in(self, text: str) -> bool:
        """Whether one of them stands in a text as a whole, in any form."""
        return self._whole is not None and self._whole.search(text) is not None

    @contextmanager
    def kept_out(self) -> Generator[None]:
        """What is raised inside, and what is behind it, carries none of them on."""
        try:
            yield
        except Exception as error:
            if self._whole is not None:
                for one in _behind(error):
                    self._mask(one)
            raise

    def _mask(self, error: BaseException) -> None:
        error.args = tuple(self._masked(one) for one in error.args)
        for name in ("message", "raw", "reason", "body"):
            with suppress(AttributeError):
                setattr(error, name, self._masked(getattr(error, name)))

    def _masked(self, value: object) -> object:
        if isinstance(value, str):
            return self.masked(value)
        if isinstance(value, bytes):
            return self.masked(value.decode("utf-8", "surrogateescape")).encode("utf-8", "surrogateescape")
        if isinstance(value, (dict, list)):
            try:
                return json.loads(self.masked(json.dumps(value, default=str)))
            except ValueError:
                return MASK
        return value


def secrets_of(endpoint: Endpoint, headers: Mapping[str, str] | None) -> Secrets:
    """The secrets of a line to an endpoint."""
    return Secrets(
        [
            endpoint.api_key,
            *(value for name, value in endpoint.query if _HOLDS_ONE.search(name)),
            *(value for name, value in (headers or {}).items() if _HOLDS_ONE.search(name)),
            *filter(_DRAWN.fullmatch, urlsplit(endpoint.base_url).path.split("/")),
        ]
    )


def keys_in(headers: Mapping[str, str], query: str) -> Iterator[str]:
    """What the headers and the query of a request hold as a key."""
    for name, value in headers.items():
        if _HOLDS_ONE.search(name):
            yield from value.split()
    for name, value in parse_qsl(query):
        if _HOLDS_ONE.search(name):
            yield value


def address(path: str, query: str) -> str:
    """Path and query, without keys in them."""
    path = "/".join(_IN_AN_ADDRESS if _DRAWN.fullmatch(part) else part for part in path.split("/"))
    pairs = (pair.partition("=") for pair in query.split("&"))
    kept = "&".join(f"{n}={_IN_AN_ADDRESS}" if _HOLDS_ONE.search(n) else f"{n}{sign}{v}" for n, sign, v in pairs)
    return f"{path}?{kept}" if query else path


def _any_of(values: Iterable[str]) -> re.Pattern[str] | None:
    forms = sorted({form for value in values for form in forms_of(value)}, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, forms)), re.IGNORECASE) if forms else None


def _behind(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    waiting: list[BaseException | None] = [error]
    while waiting:
        one = waiting.pop()
        if one is None or id(one) in seen:
            continue
        seen.add(id(one))
        yield one
        waiting += [one.__cause__, one.__context__]
        if isinstance(one, BaseExceptionGroup):
            waiting += cast("BaseExceptionGroup[BaseException]", one).exceptions
