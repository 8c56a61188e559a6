"""One question answered: from the cache, else by the model - within the budget, with patience, every attempt booked."""

from __future__ import annotations

import asyncio
import logging
import weakref
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from nutgraf.asking.budget import Budget, Ledger
from nutgraf.asking.cache import Cache, Stored
from nutgraf.asking.endpoint import Endpoint
from nutgraf.asking.patience import Patience
from nutgraf.asking.question import Question, Reply
from nutgraf.errors import ModelError, ReplyInvalid
from nutgraf.results import Usage

if TYPE_CHECKING:
    from nutgraf.asking.llm import Dialect, Line

_log = logging.getLogger("nutgraf")
_REASKS = 1
"""How often an answer that does not fit its schema is asked for again."""


@dataclass(frozen=True, kw_only=True)
class Wiring:
    """The settings of an exchange."""

    timeout: float
    headers: Mapping[str, str] | None = None
    http_client: Any = None
    concurrency: int = 16
    strict: bool = True
    patience: Patience = field(default_factory=Patience)


class Exchange:
    """Asks one endpoint, on behalf of one Summarizer. Works in any number of event loops and threads."""

    def __init__(self, endpoint: Endpoint, wiring: Wiring, *, cache: Cache | None, budget: Budget | None) -> None:
        self.endpoint = endpoint
        self.ledger = Ledger(budget)
        self._wiring = wiring
        self._cache = cache
        self._line: Line | None = None
        self._dialect: Dialect | None = None
        self._slots: weakref.WeakKeyDictionary[asyncio.AbstractEventLoop, asyncio.Semaphore] = (
            weakref.WeakKeyDictionary()
        )

    async def ask(self, question: Question, tab: Tab) -> Reply:
        """Answer a question; what it cost goes on the tab, whether or not it succeeds.

        Raises:
            ModelError, ConfigurationError, BudgetExceeded: as in nutgraf.errors.
        """
        name = question.cache_key(self.endpoint.id, self.endpoint.model)
        if (kept := self._kept(question, name, tab)) is not None:
            return kept
        async with self._slot():
            reply = await self._insist(question, tab)
        if self._cache is not None:
            self._cache.put(name, Stored(reply.raw, reply.prompt_tokens, reply.completion_tokens))
        return reply

    async def aclose(self) -> None:
        """Close the running loop's connections."""
        if self._line is not None:
            await self._line.aclose()

    def _kept(self, question: Question, name: str, tab: Tab) -> Reply | None:
        stored = self._cache.get(name) if self._cache is not None else None
        if stored is None:
            return None
        try:
            answer = question.answer_class.model_validate_json(stored.raw)
        except ValidationError:
            return None
        usage = Usage(cached_requests=1, saved_tokens=stored.prompt_tokens + stored.completion_tokens)
        self.ledger.add(usage)
        tab.add(usage)
        return Reply(answer, stored.raw, stored.prompt_tokens, stored.completion_tokens)

    def _slot(self) -> asyncio.Semaphore:
        loop = asyncio.get_running_loop()
        found = self._slots.get(loop)
        if found is None:
            found = self._slots[loop] = asyncio.Semaphore(self._wiring.concurrency)
        return found

    async def _insist(self, question: Question, tab: Tab) -> Reply:
        """Ask; a truncated answer gets twice the room once, one that does not fit is asked for again with the reason."""
        reasks, enlarged = _REASKS, False
        while True:
            try:
                return await self._persist(question, tab)
            except ReplyInvalid as error:
                if error.truncated and not enlarged:
                    enlarged = True
                    question = replace(question, max_output_tokens=question.max_output_tokens * 2)
                elif not error.truncated and reasks:
                    reasks -= 1
                    question = question.with_note(
                        f"An earlier answer failed: {error}. Answer again with JSON that fits."
                    )
                else:
                    raise
                _log.info("%s: asking again: %s", question.step, error)

    async def _persist(self, question: Question, tab: Tab) -> Reply:
        from nutgraf.asking.retry import persist

        attempts = 0

        async def once() -> Reply:
            nonlocal attempts
            attempts += 1
            return await self._attempt(question, tab)

        try:
            return await persist(once, self._wiring.patience)
        except ModelError as error:
            error.attempts = attempts
            raise

    async def _attempt(self, question: Question, tab: Tab) -> Reply:
        from nutgraf.asking.llm import Dialect, Line, NotUnderstood

        if self._line is None:
            wiring = self._wiring
            self._line = Line(
                self.endpoint, timeout=wiring.timeout, headers=wiring.headers, http_client=wiring.http_client
            )
        if self._dialect is None:
            self._dialect = Dialect(
                output="strict" if self._wiring.strict else "schema",
                limit="max_completion_tokens" if self.endpoint.flavour == "openai" else "max_tokens",
            )
        tried: set[Dialect] = set()
        while True:
            dialect = self._dialect
            tried.add(dialect)
            try:
                return await self._send(self._line, question, dialect, tab)
            except NotUnderstood as complaint:
                if complaint.dialect in tried:
                    raise ModelError(
                        f"the server understands no form of the request: {complaint}", attempts=len(tried)
                    ) from None
                _log.info("%s: the server refuses a parameter (%s): asking without it", self.endpoint.host, complaint)
                self._dialect = complaint.dialect

    async def _send(self, line: Line, question: Question, dialect: Dialect, tab: Tab) -> Reply:
        base_url, api_key = await self._address()
        reservation = self.ledger.reserve(question.estimated_tokens())
        spent = Usage(requests=1)
        try:
            reply = await line.ask(question, dialect, base_url=base_url, api_key=api_key)
            spent = Usage(requests=1, prompt_tokens=reply.prompt_tokens, completion_tokens=reply.completion_tokens)
        except ModelError as error:
            spent = error.usage or spent
            raise
        else:
            return reply
        finally:
            self.ledger.settle(reservation, spent)
            tab.add(spent)

    async def _address(self) -> tuple[str, str]:
        if self.endpoint.flavour != "local":
            return self.endpoint.base_url, self.endpoint.api_key
        from nutgraf.asking import local

        server = await asyncio.to_thread(local.ensure_server)
        return server.base_url, server.api_key


class Tab:
    """What one article has cost so far, failed attempts included."""

    def __init__(self) -> None:
        self.usage = Usage()

    def add(self, usage: Usage) -> None:
        """Put an attempt on the tab."""
        self.usage += usage
