"""A model asked whether two events are one: in batches, cached and within the budget like any other question."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from typing import Literal

from pydantic import BaseModel

from nutgraf.asking import loop
from nutgraf.asking.exchange import Exchange, Tab
from nutgraf.asking.question import prompts, wire
from nutgraf.asking.question.asked import Question
from nutgraf.counting import counted
from nutgraf.desk import Desk
from nutgraf.errors import BudgetExceeded, ModelError
from nutgraf.results import Problem, Usage
from nutgraf.storylines.sights import Pair

_BATCH = 12
"""Pairs a request: a model that sees more begins to mix them up, and one bad answer costs more."""
_OUTPUT_TOKENS = 2_000
_STEP = "same_event"
_VERDICTS = {"same": True, "different": False, "unclear": None}


class Ruling(BaseModel):
    """What the model says of one pair."""

    pair: int
    verdict: Literal["same", "different", "unclear"]


class SameEvent:
    """A judge of pairs: call it with pairs, it says of each whether the two events are one; None where it can't tell.

    A batch that fails leaves its pairs to the rules, and stands in `problems`. When the budget is used up, nothing more is
    asked.

    Args:
        desk: whose model, endpoint, cache, budget and concurrency are used.
        prompt: the version of the prompt "same_event".

    Raises:
        ConfigurationError: no such prompt; and, when called, what the endpoint refuses whatever is asked.
    """

    def __init__(self, desk: Desk, *, prompt: str = "v1") -> None:
        self._prompt = prompts.load(f"{_STEP}/{prompt}")
        self._temperature = desk.settings.temperature
        self._exchange = desk.exchange(Exchange)
        self._tab = Tab()
        self._problems: list[Problem] = []

    @property
    def usage(self) -> Usage:
        """What it has cost so far, failed attempts included."""
        return self._tab.usage

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The batches that got no answer, and why."""
        return tuple(self._problems)

    def close(self) -> None:
        """Close the connections."""
        loop.run(self._exchange.aclose())

    def __call__(self, pairs: Sequence[Pair]) -> list[bool | None]:
        """Judge pairs, in their order."""
        return loop.run(self.judged(pairs))

    async def judged(self, pairs: Sequence[Pair]) -> list[bool | None]:
        """The same, to be awaited."""
        batches = [pairs[at : at + _BATCH] for at in range(0, len(pairs), _BATCH)]
        tasks = [asyncio.ensure_future(self._batch(batch)) for batch in batches]
        try:
            found = await asyncio.gather(*tasks)
        except BaseException:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            raise
        return [verdict for batch in found for verdict in batch]

    def question(self, pairs: Sequence[Pair]) -> Question:
        """The question that goes out for one batch."""
        lines = [
            json.dumps({"pair": n, "a": pair.one.told(), "b": pair.other.told()}, ensure_ascii=False)
            for n, pair in enumerate(pairs, 1)
        ]
        parts = ((_STEP, Ruling),)
        return Question(
            messages=(
                ("system", self._prompt.render("System", pairs=[])),
                ("user", self._prompt.render("User", pairs=lines)),
            ),
            parts=parts,
            schema=wire.answer_class(parts).wire_schema,
            max_output_tokens=_OUTPUT_TOKENS,
            temperature=self._temperature,
            prompts={self._prompt.id: self._prompt.digest},
            step=_STEP,
        )

    async def _batch(self, pairs: Sequence[Pair]) -> list[bool | None]:
        verdicts: list[bool | None] = [None] * len(pairs)
        try:
            reply = await self._exchange.ask(self.question(pairs), self._tab)
        except (ModelError, BudgetExceeded) as error:
            detail = f"{counted(len(pairs), 'pair')} left to the rules: {str(error)[:300]}"
            self._problems.append(
                Problem(kind=type(error).__name__, step=_STEP, detail=detail, resolution="unresolved")
            )
            return verdicts
        for ruling in getattr(reply.answer, _STEP):
            if 1 <= ruling.pair <= len(pairs):
                verdicts[ruling.pair - 1] = _VERDICTS[ruling.verdict]
        return verdicts
