"""The shore: one question out through a vendor's package, one answer in, once.

Who tries again, and when, is decided elsewhere: the packages retry nothing here and instructor parses once.
"""

from __future__ import annotations

import asyncio
import logging
import sys
import weakref
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, cast

from nutgraf.asking.line import instructed
from nutgraf.asking.line.dialect import Dialect, NotUnderstood
from nutgraf.asking.line.endpoint import Endpoint
from nutgraf.asking.line.guarded import Guarded
from nutgraf.asking.line.http import http_client, timed_out
from nutgraf.asking.line.refusals import bare, odd, refused, unconnected
from nutgraf.asking.line.secrets import secrets_of
from nutgraf.asking.line.status import error_for, without_echo
from nutgraf.asking.line.stepping import Asked
from nutgraf.asking.line.wiretap import on_the_wire
from nutgraf.asking.question.asked import Question
from nutgraf.asking.replies.answer import Heard, Reply, heard
from nutgraf.asking.replies.message import (
    Trouble,
    first_choice,
    is_cut,
    no_completion,
    refusal_in,
    text_of,
    tokens_of,
    trouble_in,
)
from nutgraf.errors import ModelError, ModelRefused, ModelUnavailable, NutgrafError, ReplyInvalid
from nutgraf.results import Usage

if TYPE_CHECKING:
    import httpx2

__all__ = ["Cost", "Dialect", "Line", "NotUnderstood"]

_log = logging.getLogger("nutgraf")
T = TypeVar("T")
Cost = Callable[[int, int, int], float | None]
"""Prompt tokens, completion tokens, and those of the prompt that were read from the provider's cache, to US dollars."""


def _unpriced(_prompt: int, _completion: int, _cached: int) -> float | None:
    return None


class Door(Protocol):
    """A module that speaks to one vendor's package."""

    PROVIDER: Any
    ERROR: type[Exception]
    TIMEOUT: type[Exception]
    CONNECTION: type[Exception]

    def client(
        self, endpoint: Endpoint, *, base_url: str, api_key: str, timeout: float, headers: Mapping[str, str], http: Any
    ) -> Any:
        """A client of the package's."""

    def arguments(self, question: Question, dialect: Dialect) -> dict[str, Any]:
        """What a question goes out with, beside the model's name."""
        ...

    def completion(self, response: Any) -> Any:
        """What came back, as a chat completion."""


@dataclass
class _Held:
    """A client of one event loop. `open` closes it; None where it is the user's to close."""

    address: tuple[str, str]
    driven: Any
    open: AsyncGenerator[None] | None = None


async def _open(client: Any) -> AsyncGenerator[None]:
    """A client, open until this ends: at the latest where its loop does, which ends its generators (`asyncio.run` sees to it)."""
    try:
        yield
    finally:
        await client.close()


class Line:
    """A line to one endpoint: a client for each event loop, made at first use."""

    def __init__(
        self,
        endpoint: Endpoint,
        *,
        timeout: float,
        headers: Mapping[str, str] | None = None,
        http_client: httpx2.AsyncClient | None = None,
        cost: Cost = _unpriced,
    ) -> None:
        self.endpoint = endpoint
        self._timeout = timeout
        self._headers = dict(headers or {})
        self._http_client = http_client
        self._cost = cost
        self._clients: weakref.WeakKeyDictionary[asyncio.AbstractEventLoop, _Held]
        self._clients = weakref.WeakKeyDictionary()
        name = "anthropic_door" if endpoint.flavour == "anthropic" else "openai_door"
        self._door = cast("Door", import_module(f"nutgraf.asking.line.{name}"))
        self._told: set[str] = set()
        self.secrets = secrets_of(endpoint, self._headers)

    async def ask(self, question: Question, dialect: Dialect, *, base_url: str, api_key: str) -> Reply:
        """Send one question once.

        Raises:
            NotUnderstood: a refusal that names something to leave out.
            ModelUnavailable, ModelRefused, ReplyInvalid, ConfigurationError: with the usage of this attempt, which is
                None where the server may have worked but told no figure.
        """
        with self.secrets.kept_out():
            return await self._answer(question, dialect, base_url, api_key)

    async def _answer(self, question: Question, dialect: Dialect, base_url: str, api_key: str) -> Reply:
        client = await self._client(base_url, api_key)
        seen: list[Any] = []
        before = sys.exception()
        watched = on_the_wire.set(question)
        try:
            # A limit for the whole answer: the client's own starts anew with every byte that drips in.
            async with asyncio.timeout(self._timeout):
                found = await instructed.asked(
                    client,
                    question.parts,
                    dialect.room(question),
                    lambda came: seen.append(self._door.completion(came)),
                    model=self.endpoint.model,
                    **self._door.arguments(question, dialect),
                )
        except TimeoutError:
            raise ModelUnavailable(f"no whole answer within {self._timeout:g} s", attempts=1) from None
        except Exception as error:  # noqa: BLE001 - instructor wraps anything; it is told apart below
            return self._read_or_raised(question, dialect, list(instructed.causes_of(error, before)), seen)
        finally:
            on_the_wire.reset(watched)
        choice = first_choice(seen[-1])
        if found is None or is_cut(choice) or refusal_in(choice):
            return self._read_or_raised(question, dialect, [], seen)
        return _reply(found, self._usage(seen))

    async def call(self, use: Callable[[Any], Awaitable[T]], base_url: str, api_key: str) -> T:
        """What `use` makes of the client of the running loop: for what is no question, like a file of them.

        Raises:
            ModelUnavailable, ConfigurationError, ModelError: as for a question.
        """
        with self.secrets.kept_out():
            try:
                return await use((await self._client(base_url, api_key)).client)
            except self._door.ERROR as error:
                raise self._explained(error, _NOTHING_ASKED, ()) from bare(error)
            except (OSError, ExceptionGroup) as error:
                raise unconnected(error, self.endpoint.host) from bare(error)

    def read(self, question: Question, dialect: Dialect, completion: Any) -> Reply:
        """The answer in a completion that came another way; checked like any other.

        Raises:
            ModelRefused, ReplyInvalid, ModelUnavailable: with the usage that the completion tells.
        """
        with self.secrets.kept_out():
            return self._read_or_raised(question, dialect, [], [completion])

    async def aclose(self) -> None:
        """Close the client of the running loop."""
        held = self._clients.pop(asyncio.get_running_loop(), None)
        if held is not None and held.open is not None:
            await held.open.aclose()

    async def _client(self, base_url: str, api_key: str) -> Any:
        loop = asyncio.get_running_loop()
        held = self._clients.get(loop)
        if held is None or held.address != (base_url, api_key):
            for closed in [one for one in self._clients if one.is_closed()]:
                del self._clients[closed]
            http = self._http_client or http_client(base_url, self._timeout)
            client = self._door.client(
                self.endpoint,
                base_url=base_url,
                api_key=api_key,
                timeout=self._timeout,
                headers=self._headers,
                http=http,
            )
            client._client = Guarded(http, masked=self.secrets.masked_answer, key_header=self.endpoint.key_header)
            held = _Held((base_url, api_key), instructed.driven(client, self._door.PROVIDER))
            self._clients[loop] = held
            if self._http_client is None:
                held.open = _open(client)
                await anext(held.open)
        return held.driven

    def _usage(self, seen: list[Any]) -> Usage | None:
        """What the last attempt took by the server's own count; None where it gave none."""
        counted = tokens_of(seen[-1]) if seen else None
        if counted is None:
            return None
        prompt, completion, cached = counted
        return Usage(
            requests=1,
            prompt_tokens=prompt,
            completion_tokens=completion,
            cost_usd=self._cost(prompt, completion, cached),
        )

    def _read_or_raised(
        self, question: Question, dialect: Dialect, causes: list[BaseException], seen: list[Any]
    ) -> Reply:
        for ours in (cause for cause in causes if isinstance(cause, NutgrafError)):
            raise ours
        for theirs in (cause for cause in causes if isinstance(cause, self._door.ERROR)):
            raise self._explained(theirs, self._asked(question, dialect), _texts(question)) from bare(theirs)
        if not seen and causes and not isinstance(causes[-1], ValueError):  # a ValueError: what came is no JSON
            raise unconnected(causes[-1], self.endpoint.host, late=timed_out(causes[-1])) from bare(causes[-1])
        usage, completion = self._usage(seen), seen[-1] if seen else None
        choice = first_choice(completion)
        if (trouble := trouble_in(completion)) is not None:
            raise self._in_its_place(trouble, question, dialect, usage) from None
        if choice is None:
            raise ModelUnavailable(no_completion(self.endpoint.host, completion), attempts=1) from None
        if (refusal := refusal_in(choice)) is not None:
            raise ModelRefused(refusal, usage=usage, attempts=1) from None
        cut, (text, where) = is_cut(choice), text_of(choice)
        try:
            found = heard(question.parts, text, room=dialect.room(question), cut=cut)
        except ReplyInvalid as invalid:
            invalid.usage, invalid.attempts = usage, 1
            raise invalid from None
        if where and where not in self._told:
            self._told.add(where)
            _log.warning("%s puts the answer into %s: it is read from there", self.endpoint.host, where)
        return _reply(found, usage)

    def _explained(self, error: Exception, asked: Asked, texts: list[str] | tuple[()]) -> Exception:
        """Our error for one of the package's; a NotUnderstood where leaving something out may help."""
        if isinstance(error, self._door.CONNECTION):
            return unconnected(error.__cause__, self.endpoint.host, late=isinstance(error, self._door.TIMEOUT))
        if hasattr(error, "status_code") and hasattr(error, "response"):
            return refused(error, asked, texts)
        return odd(error, texts)

    def _in_its_place(self, trouble: Trouble, question: Question, dialect: Dialect, usage: Usage | None) -> Exception:
        """The error for what a server says in the place of an answer, with the status that it names itself."""
        host, texts = self.endpoint.host, _texts(question)
        if trouble.status is not None:
            asked = self._asked(question, dialect)
            error = error_for(trouble.status, trouble, host, headers={}, asked=asked, texts=texts)
            if usage is not None and isinstance(error, ModelError):
                error.usage = usage
            return error
        said = without_echo(trouble.said[:300], texts)
        told = f"{host} answers with an error in the place of an answer: {said}"
        return ModelUnavailable(told, retry_after=trouble.retry_after, usage=usage, attempts=1)

    def _asked(self, question: Question, dialect: Dialect) -> Asked:
        return Asked(dialect, dialect.room(question), self.endpoint.model)


def _texts(question: Question) -> list[str]:
    return [text for _, text in question.messages]


_NOTHING_ASKED = Asked(Dialect(output="words", temperature=False, most=0), 0)
"""A request in which nothing could be left out."""


def _reply(found: Heard, usage: Usage | None) -> Reply:
    if usage is None:
        return Reply(found, counted=False)
    return Reply(found, usage.prompt_tokens, usage.completion_tokens, cost_usd=usage.cost_usd)
