"""A model asked whether two events are one: in batches, cached and within the budget like any other question."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from functools import cached_property
from typing import Literal

from pydantic import BaseModel

from nutgraf.asking import loop
from nutgraf.asking.budget.tab import Tab
from nutgraf.asking.exchange import Exchange
from nutgraf.asking.question import prompts, wire
from nutgraf.asking.question.asked import Question
from nutgraf.asking.question.compose import digests
from nutgraf.counting import counted
from nutgraf.desk import Desk
from nutgraf.errors import BudgetExceeded, ModelError, NutgrafError
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

    A batch that fails or is late leaves its pairs to the rules, and stands in `problems`. When the budget is used up,
    nothing more is asked.

    Args:
        desk: whose model, endpoint and settings are used; its deadline counts from the first pairs on.

    Raises:
        ConfigurationError: when called, what the endpoint refuses whatever is asked.
    """

    def __init__(self, desk: Desk) -> None:
        self._prompt = prompts.load(f"{_STEP}/v1")
        self._settings = desk.settings
        self._exchange = desk.exchange(Exchange)
        self._problems: list[Problem] = []

    @cached_property
    def _tab(self) -> Tab:
        """Opened when something is asked: until then briefs are read and compared."""
        return Tab(self._settings.deadline)

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
        done = await loop.finished(tasks, self._tab.left())
        if late := sum(len(batch) for batch, task in zip(batches, tasks, strict=True) if task not in done):
            self._left_to_rules(late, self._tab.overdue())
        verdicts: list[bool | None] = []
        for batch, task in zip(batches, tasks, strict=True):
            verdicts += task.result() if task in done else [None] * len(batch)
        return verdicts

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
            max_output_tokens=self._settings.max_output_tokens or _OUTPUT_TOKENS,
            temperature=self._settings.temperature,
            prompts=digests(self._prompt),
            step=_STEP,
            extra_body=self._settings.extra_body or {},
        )

    async def _batch(self, pairs: Sequence[Pair]) -> list[bool | None]:
        verdicts: list[bool | None] = [None] * len(pairs)
        try:
            reply = await self._exchange.ask(self.question(pairs), self._tab)
        except (ModelError, BudgetExceeded) as error:
            self._left_to_rules(len(pairs), error)
            return verdicts
        for ruling in getattr(reply.answer, _STEP):
            if 1 <= ruling.pair <= len(pairs):
                verdicts[ruling.pair - 1] = _VERDICTS[ruling.verdict]
        return verdicts

    def _left_to_rules(self, pairs: int, error: NutgrafError) -> None:
        detail = f"{counted(pairs, 'pair')} left to the rules: {str(error)[:300]}"
        self._problems.append(Problem(kind=type(error).__name__, step=_STEP, detail=detail, resolution="unresolved"))
