"""One article's way, from top to bottom: read it, ask about it, check the answers, ask again what failed, have it judged, tell."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress

from pydantic import BaseModel

from nutgraf import tracing
from nutgraf.article import Article
from nutgraf.asking import loop
from nutgraf.asking.budget.tab import Tab
from nutgraf.asking.exchange import Exchange
from nutgraf.asking.judging import Claim, Ruling, ask_judge, dockets
from nutgraf.asking.question.asked import Question
from nutgraf.checking.items.repair import Repair
from nutgraf.checking.items.unchecked import NOT_CHECKED
from nutgraf.checking.judged import judged, unruled, with_unproved
from nutgraf.checking.numbered import numbered
from nutgraf.checking.written import written
from nutgraf.desk import Desk
from nutgraf.dispatch import ask_again, ask_step
from nutgraf.errors import NutgrafError
from nutgraf.mending import Mended, fates_told, mended, repair_for, trusting
from nutgraf.reading import Reading, read
from nutgraf.results import Brief
from nutgraf.steps import Answered, Checks, Step, headline_of, make_brief

Progress = Callable[[int, int], None]
"""Called with the questions answered so far and all there are."""


async def brief_of(
    article: Article | str | object,
    desk: Desk,
    exchange: Exchange,
    tab: Tab,
    progress: Progress | None = None,
    *,
    judge: Exchange | None = None,
    steps: list[Step] | None = None,
) -> Brief:
    """Make the brief of one article; `judge` leads to the model that judges what is written.

    `steps` are asked in place of the article's plan, where only a part of it is in question.

    Raises:
        NutgrafError: as `Summarizer.summarize`.
    """
    with tracing.article(desk.endpoint.where, (asked.name for asked in desk.passes)) as noted:
        reading = read(article)
        noted.attributes["nutgraf.article.key"] = reading.article.key
        noted.brief = await _brief_of(reading, desk, exchange, tab, progress, judge, steps)
        return noted.brief


async def _brief_of(
    reading: Reading,
    desk: Desk,
    exchange: Exchange,
    tab: Tab,
    progress: Progress | None,
    judge: Exchange | None,
    steps: list[Step] | None,
) -> Brief:
    began = time.monotonic()
    asking = Asking(desk, exchange, reading, tab, judge)
    answers = await asking.all(desk.plan(reading) if steps is None else steps, progress)
    checks = Checks(reading)
    answers, fates = await _repaired(answers, checks, asking)
    repaired = fates_told(desk.passes, checks, answers, fates)
    made_by = desk.made_by(repaired=bool(fates), judged=judge is not None)
    brief = make_brief(desk.passes, reading, answers, tab.usage, made_by, repaired=repaired, checks=checks)
    waiting = exchange.defers
    if judge is not None and not (waiting and any(isinstance(answer.error, waiting) for answer in answers)):
        brief = await _judged(brief, asking)
    brief = with_unproved(brief, desk.settings.unproved, reading)
    usage = tab.usage.model_copy(update={"seconds": time.monotonic() - began})
    if any(problem.kind == NOT_CHECKED for problem in brief.problems):
        asking.forget()
    brief = brief.model_copy(update={"headline": headline_of(reading, brief.summary), "usage": usage})
    return numbered(brief, reading)


class Asking:
    """The questions about one article on their way to the model and back."""

    def __init__(self, desk: Desk, exchange: Exchange, reading: Reading, tab: Tab, judge: Exchange | None) -> None:
        self.desk = desk
        self.reading = reading
        self.tab = tab
        self._exchange = exchange
        self._judge = judge
        self._asked: list[Question] = []

    async def one(self, step: Step) -> list[Answered]:
        """The answers to one step, a pass each."""
        return await ask_step(
            step, lambda asked: self._noted(self.desk.question(asked, self.reading)), self._exchange, self.tab
        )

    async def again(self, repair: Repair) -> Mapping[str, Sequence[BaseModel]]:
        """What was given again, pass by pass; nothing where the request failed."""
        return await ask_again(self._noted(self.desk.repair(repair, self.reading)), self._exchange, self.tab)

    def forget(self) -> None:
        """Keep none of the answers about this article: what can't be checked would be found again for ever."""
        for question in self._asked:
            self._exchange.forget(question)

    def _noted(self, question: Question) -> Question:
        self._asked.append(question)
        return question

    async def rulings(self, claims: Sequence[Claim]) -> tuple[Mapping[int, Ruling], list[NutgrafError]]:
        """What the judge says of each claim about the article, and what went wrong."""
        if self._judge is None:
            return {}, []
        sentences = [span.text for span in map(self.reading.sentence_span, range(1, len(self.reading.sentences) + 1))]
        asked = [(docket, self.desk.judge(docket)) for docket in dockets(claims, [sentences])]
        return await ask_judge(asked, self._judge, self.tab)

    async def all(self, steps: list[Step], progress: Progress | None) -> list[Answered]:
        """The answers to all steps, side by side; one that the deadline overtakes carries an error."""
        count = 0

        async def answered(step: Step) -> list[Answered]:
            nonlocal count
            outcomes = await self.one(step)
            count += 1
            if progress:
                progress(count, len(steps))
            return outcomes

        if progress:
            progress(0, len(steps))
        tasks = [asyncio.ensure_future(answered(step)) for step in steps]
        done = await loop.finished(tasks, self.tab.left())
        outcomes: list[Answered] = []
        for step, task in zip(steps, tasks, strict=True):
            outcomes += task.result() if task in done else self._late(step)
        return outcomes

    def _late(self, step: Step) -> list[Answered]:
        error = self.tab.overdue()
        return [Answered(p.name, step.window, error=error) for p in step.passes]


async def _repaired(answers: list[Answered], checks: Checks, asking: Asking) -> tuple[list[Answered], list[Mended]]:
    """Ask again for what failed, once, for all passes together; what fails again is dropped or replaced like anything else.

    Of a reader whose statements hold but for few, those few are no reason to ask. About single sentences nothing is asked again: there the
    article's own words settle what failed.
    """
    if asking.desk.size(checks.reading) == "sentence":
        return answers, []
    answers = trusting(asking.desk.passes, checks, answers)
    repair = repair_for(asking.desk.passes, checks, answers)
    with suppress(TimeoutError):
        async with asyncio.timeout(asking.tab.left()):
            if repair and (given := await asking.again(repair)):
                return mended(answers, repair, given)
    return answers, []


async def _judged(brief: Brief, asking: Asking) -> Brief:
    """Have everything written judged; where that fails nothing is lost: statements keep the support that they have."""
    reading = asking.reading
    statements = written(brief, reading)
    rulings, errors = await asking.rulings([Claim(s.words, tuple(n - 1 for n in s.numbers)) for s in statements])
    told = judged(brief, statements, rulings, reading)
    missing = unruled(len(statements), len(rulings), errors, "the support stays as it was")
    return told.model_copy(update={"problems": (*told.problems, *missing)}) if missing else told
