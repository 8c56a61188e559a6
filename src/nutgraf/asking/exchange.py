"""One question answered: from the cache, else by the model - within the budget, with patience, every attempt booked."""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, ClassVar

from nutgraf import tracing
from nutgraf.asking.budget.books import Budget, Ledger
from nutgraf.asking.budget.prices import Tariff
from nutgraf.asking.budget.tab import Tab
from nutgraf.asking.cache.answers import Cache
from nutgraf.asking.cache.stored import Stored
from nutgraf.asking.line.breaker import Breaker
from nutgraf.asking.line.dialect import Dialect, NotUnderstood
from nutgraf.asking.line.endpoint import Endpoint
from nutgraf.asking.line.manners import Manners, Put
from nutgraf.asking.line.pace import Pace
from nutgraf.asking.line.patience import Patience
from nutgraf.asking.question.asked import Question
from nutgraf.asking.replies.answer import Reply, heard
from nutgraf.asking.replies.kept import found_again, to_keep
from nutgraf.errors import ConfigurationError, ModelError, ModelUnavailable, NutgrafError, ReplyInvalid
from nutgraf.results import Usage

if TYPE_CHECKING:
    from nutgraf.asking.line.llm import Line

__all__ = ["Exchange", "Tab", "Wiring"]

_log = logging.getLogger("nutgraf")
_BUSY = (429, 503, 529)


@dataclass(frozen=True, kw_only=True)
class Wiring:
    """The settings of an exchange."""

    timeout: float
    headers: Mapping[str, str] | None = field(default=None, repr=False)
    http_client: Any = field(default=None, repr=False)
    concurrency: int = 16
    strict: bool = True
    patience: Patience = field(default_factory=Patience)


class Exchange:
    """Asks one endpoint, on behalf of one Summarizer. Works in any number of event loops and threads."""

    defers: ClassVar[type[ModelError] | None] = None
    """The error that stands for an answer which comes later: an article is not done while there is one."""

    def __init__(
        self,
        endpoint: Endpoint,
        wiring: Wiring,
        *,
        cache: Cache | None,
        budget: Budget | None,
        books: Exchange | None = None,
    ) -> None:
        self.endpoint = endpoint
        self._books = books
        self._ledger = Ledger(budget)
        self.wiring = wiring
        self._budget = budget
        self._cache = cache
        self.manners = Manners(endpoint, strict=wiring.strict)
        self._tariff = Tariff(endpoint)
        self._tariff.hold_to(budget)
        self._set_up()

    def _set_up(self) -> None:
        self._pid = os.getpid()
        self._line: Line | None = None
        self._pace = Pace(self.wiring.concurrency)
        self._breaker = Breaker(self.endpoint.host)

    @property
    def ledger(self) -> Ledger:
        """The books: its own, or those of the exchange that it keeps one account with."""
        return self._books.ledger if self._books else self._ledger

    @property
    def caches(self) -> bool:
        """True when answers are kept."""
        return self._cache is not None

    async def ask(self, question: Question, tab: Tab, *, again: bool = True, instead: Question | None = None) -> Reply:
        """Answer a question; what it cost goes on the tab, whether or not it succeeds.

        Args:
            question: what to ask.
            tab: of the article that it is about.
            again: ask once more where an answer does not fit its schema or was cut off.
            instead: what goes out in its place: the same with a word about an earlier answer, or with more room.

        Raises:
            ModelError, ConfigurationError, BudgetExceeded: as in nutgraf.errors.
        """
        if self._pid != os.getpid():  # a forked child: nothing of the parent's is in flight here
            self._ledger = Ledger(self._budget, opening=self._ledger)
            self._set_up()
        outgoing = instead or question
        if self._cache is None:
            return await self._insist(outgoing, tab, again=again, first=instead is None)
        name = self._name(question)
        if (kept := self._kept(question, name, tab)) is not None:
            return kept

        async def paid() -> Reply:
            # Another thread may have answered between our look and our turn.
            if (kept := self._kept(question, name, tab)) is not None:
                return kept
            reply = await self._insist(outgoing, tab, again=again, first=instead is None)
            self._keep(name, reply)
            return reply

        reply, shared = await self._cache.sharing.share(name, paid, payer=self)
        return self._booked_as_saved(question, reply, tab) if shared else reply

    def knows(self, question: Question) -> bool:
        """True when the cache holds an answer, whether or not it still fits."""
        return self._cache is not None and self._cache.get(self._name(question)) is not None

    def keep(self, question: Question, raw: str, tokens: tuple[int, int] = (0, 0)) -> Reply | None:
        """Put an answer to a question that was not asked alone into the cache, if it fits; returns it as a reply."""
        try:
            found = heard(question.parts, raw, room=question.max_output_tokens)
        except ReplyInvalid:
            return None
        reply = Reply(found, *tokens)
        self._keep(self._name(question), reply)
        return reply

    def forget(self, question: Question) -> None:
        """Ask again the next time."""
        if self._cache is not None:
            self._cache.forget(self._name(question))

    async def aclose(self) -> None:
        """Close the running loop's connections, and the cache's."""
        try:
            if self._line is not None and self._pid == os.getpid():
                await self._line.aclose()
        finally:
            if self._cache is not None:
                self._cache.close()

    # --- answers that are there already ---

    def _name(self, question: Question) -> str:
        return question.cache_key(self.endpoint.id, self.endpoint.model)

    def _kept(self, question: Question, name: str, tab: Tab) -> Reply | None:
        stored = self._cache.get(name) if self._cache is not None else None
        if stored is None:
            return None
        try:
            found = found_again(question.parts, stored.raw, room=question.max_output_tokens)
        except ReplyInvalid:
            return None
        return self._saved(question, Reply(found, stored.prompt_tokens, stored.completion_tokens), tab)

    def _keep(self, name: str, reply: Reply) -> None:
        if self._cache is not None:
            self._cache.put(name, Stored(to_keep(reply.heard), reply.prompt_tokens, reply.completion_tokens))

    def _booked_as_saved(self, question: Question, reply: Reply, tab: Tab) -> Reply:
        """Somebody else's answer to an equal question; their item classes may be others of the same shape."""
        found = heard(question.parts, reply.raw, room=question.max_output_tokens)
        return self._saved(question, replace(reply, heard=found), tab)

    def _saved(self, question: Question, reply: Reply, tab: Tab) -> Reply:
        usage = Usage(cached_requests=1, saved_tokens=reply.prompt_tokens + reply.completion_tokens)
        self.ledger.add(usage, question.step)
        tab.add(usage)
        tracing.from_the_cache(question.step, usage.saved_tokens)
        return reply

    # --- asking, outermost first: answers that do not fit, a server that is gone, a form that is refused, one request ---

    async def _insist(self, question: Question, tab: Tab, *, again: bool, first: bool) -> Reply:
        mine = tab.within()
        return await self.manners.insisted(
            question, lambda asked, put: self._persist(asked, mine, put), mine, again=again, first=first
        )

    async def _persist(self, question: Question, tab: Tab, put: Put) -> Reply:
        from nutgraf.asking.line.retry import persist

        trial = self._breaker.enter()
        patience = replace(self.wiring.patience, attempts=1) if trial else self.wiring.patience
        try:
            reply = await persist(
                lambda: self.manners.understood(question, put, lambda asked, form: self._send(asked, form, tab)),
                patience,
                until=tab.until,
                stopped=lambda: self._breaker.open,
            )
        except ModelUnavailable as error:
            self._breaker.gave_up(error)
            raise
        except (ModelError, ConfigurationError):
            self._breaker.answered()
            raise
        except BaseException:
            self._breaker.undecided()
            raise
        self._breaker.answered()
        return reply

    async def _send(self, question: Question, dialect: Dialect, tab: Tab) -> Reply:
        async with self._pace.slot() as since:
            base_url, api_key = await self._address()
            line = self._ready()
            prompt, most = question.most_prompt_tokens(), dialect.room(question)
            reservation = await self.ledger.reserved(prompt + most, self._tariff.cost(prompt, most) or 0.0)
            spent, counted = Usage(requests=1), False
            try:
                with self._traced(question, dialect, base_url, tab) as noted:
                    reply = await line.ask(question, dialect, base_url=base_url, api_key=api_key)
                    spent, counted = reply.usage, reply.counted
                    tracing.answered(noted, spent, reply.raw)
                self._pace.faster()
            except ModelError as error:
                spent, counted = error.usage or spent, error.usage is not None
                if isinstance(error, ModelUnavailable) and error.status in _BUSY:
                    pause = error.retry_after or 0.0
                    self._pace.slower(since, pause if pause <= self.wiring.patience.longest_wait else 0.0)
                raise
            except (NutgrafError, NotUnderstood):
                counted = True
                raise
            finally:
                self.ledger.settle(reservation, spent, step=question.step, counted=counted)
                tab.add(spent)
                _log.debug("%s: one request, %s", question.step, spent)
        return reply

    def _traced(
        self, question: Question, dialect: Dialect, base_url: str, tab: Tab
    ) -> AbstractContextManager[tracing.Noted]:
        asked: dict[str, Any] = {"gen_ai.request.max_tokens": dialect.room(question)}
        if question.temperature is not None and dialect.temperature:
            asked["gen_ai.request.temperature"] = question.temperature
        where = replace(self.endpoint.where, base_url=base_url)
        number = tab.usage.requests + 1
        return tracing.attempt(where, step=question.step, number=number, asked=asked, messages=question.messages)

    def _ready(self) -> Line:
        if self._line is None:
            from nutgraf.asking.line.llm import Line

            wiring = self.wiring
            self._line = Line(
                self.endpoint,
                timeout=wiring.timeout,
                headers=wiring.headers,
                http_client=wiring.http_client,
                cost=self._tariff.cost,
            )
        return self._line

    async def _address(self) -> tuple[str, str]:
        self.endpoint.ready()
        if self.endpoint.flavour != "local":
            return self.endpoint.base_url, self.endpoint.api_key
        from nutgraf.asking.local import embedded as local

        server = await asyncio.to_thread(local.ensure_server)
        return server.base_url, server.api_key
