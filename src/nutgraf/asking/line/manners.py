"""How one endpoint wants to be asked, learned from its refusals and its answers: each step taken once, remembered, told."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from nutgraf.asking.budget.tab import Tab
from nutgraf.asking.line.dialect import Dialect, NotUnderstood
from nutgraf.asking.line.endpoint import Endpoint
from nutgraf.asking.question.asked import Question
from nutgraf.asking.replies.answer import Reply
from nutgraf.errors import ConfigurationError, ModelError, ReplyInvalid

_log = logging.getLogger("nutgraf")


@dataclass(frozen=True)
class Put:
    """How a question is put where it is asked again."""

    in_words: bool = False
    """Bring the schema along in words and no other format."""
    above: int = 0
    """The room in which the answer was cut off: no less will do."""
    cut: ReplyInvalid | None = None


class Manners:
    """What was learned about one endpoint and model. Requests in flight learn together."""

    def __init__(self, endpoint: Endpoint, *, strict: bool) -> None:
        self._host = endpoint.host
        self.dialect: Dialect = Dialect(
            output="strict" if strict else "schema",
            limit="max_completion_tokens" if endpoint.flavour == "openai" else "max_tokens",
            one_limit=endpoint.flavour == "anthropic",
            temperature=endpoint.flavour != "anthropic",  # its package has no such argument since 1.0
        )
        self._honoured = endpoint.flavour == "local"
        """True once an answer had the form that was asked for: then one that has none is a slip of the model's."""

    async def insisted(
        self,
        question: Question,
        ask: Callable[[Question, Put], Awaitable[Reply]],
        mine: Tab,
        *,
        again: bool,
        first: bool,
    ) -> Reply:
        """Ask; a truncated answer gets twice the room once, one that does not fit is asked for again with the reason.

        One without the form asked for is asked for again with the schema in words, whatever `again` says: the server may
        not have passed the schema on. Where that helps it is asked so from then on.
        """
        reask, enlarged, put = again, not again, Put()
        while True:
            try:
                reply = await ask(question, put)
            except ReplyInvalid as error:
                error.usage, error.attempts = mine.usage, mine.usage.requests
                if error.truncated and not enlarged:
                    enlarged = True
                    put = replace(put, above=self.dialect.room(question), cut=error)
                    question = question.with_room()
                elif not error.truncated and (reask or (first and error.formless)):
                    reask = first = False
                    put = replace(put, in_words=error.formless and not self._honoured)
                    question = question.with_complaint(str(error))
                else:
                    raise
                _log.info("%s: asking again: %s", question.step, error)
            except ModelError as error:
                error.usage, error.attempts = mine.usage, mine.usage.requests
                raise
            else:
                self._learned_from_an_answer(put)
                return reply

    async def understood(
        self, question: Question, put: Put, send: Callable[[Question, Dialect], Awaitable[Reply]]
    ) -> Reply:
        """Send a question, stepping down where the server refuses something of its form.

        Raises:
            ConfigurationError: no form of it is taken.
        """
        tried: set[tuple[Dialect, int]] = set()
        while True:
            known = self.dialect
            dialect = _put(known, put)
            if put.cut is not None and dialect.room(question) <= put.above:
                raise put.cut  # there is no more room: the same request again would be cut off again
            tried.add((dialect, question.max_output_tokens))
            try:
                return await send(question, dialect)
            except NotUnderstood as complaint:
                if complaint.room is not None:
                    question = replace(question, max_output_tokens=complaint.room)
                # Another request may have learned something meanwhile: then its lesson is tried first.
                elif self.dialect == known:
                    _log.warning("%s refuses a parameter (%s): asking without it from now on", self._host, complaint)
                    lower = complaint.dialect
                    self.dialect = replace(lower, output=known.output) if put.in_words else lower
                if (_put(self.dialect, put), question.max_output_tokens) in tried:
                    self.dialect = known
                    raise ConfigurationError(
                        f"{self._host} understands no form of the request: {complaint}", status=400
                    ) from None

    def _learned_from_an_answer(self, put: Put) -> None:
        if not put.in_words:
            self._honoured = True
        elif self.dialect.output != "words" and not self._honoured:
            _log.warning("%s does not pass on the schema: it goes out in words from now on", self._host)
            self.dialect = replace(self.dialect, output="words")


def _put(dialect: Dialect, put: Put) -> Dialect:
    return replace(dialect, output="words") if put.in_words else dialect
