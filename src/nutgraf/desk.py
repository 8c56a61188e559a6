"""What one Summarizer asks, and how: settings, endpoint, passes and prompts in, questions out. Nothing is sent here."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TypeVar

from nutgraf.asking.cache.answers import open_cache
from nutgraf.asking.exchange import Exchange, Wiring
from nutgraf.asking.judging import PARTS, Docket
from nutgraf.asking.line.endpoint import Endpoint, resolve
from nutgraf.asking.line.patience import Patience
from nutgraf.asking.question import prompts
from nutgraf.asking.question.asked import Question
from nutgraf.asking.question.compose import Manner, Task, compose, digests, posed
from nutgraf.checking.items.repair import Repair
from nutgraf.errors import ConfigurationError
from nutgraf.passes import Pass, built_in
from nutgraf.reading import Reading
from nutgraf.reading.window import Size, choose_size
from nutgraf.release import release
from nutgraf.results import Provenance
from nutgraf.settings import Settings, check
from nutgraf.steps import Step, plan

X = TypeVar("X", bound=Exchange)
PATIENCE = Patience()
_LOCAL_OUTPUT_TOKENS = 1_500
"""The embedded model's context of 8,192 tokens holds the article and the answer, twice enlarged at most."""
_OUTPUT_TOKENS: dict[Size, int] = {"sentence": 400, "paragraph": 4_000, "article": 8_000}


class Desk:
    """Settings that hold, the endpoint they lead to, and the questions that an article comes to.

    Raises:
        ConfigurationError: no model named, an unknown pass or prompt, a class that no strict schema can say.
    """

    def __init__(self, settings: Settings) -> None:
        check(settings)
        self.settings = settings
        self.endpoint: Endpoint = resolve(settings.model, base_url=settings.base_url, api_key=settings.api_key)
        self.judge_endpoint: Endpoint | None = _judge(settings.judge, self.endpoint)
        self.passes: tuple[Pass, ...] = tuple(self._pass(p) for p in settings.passes)
        self._made: dict[tuple[bool, bool], Provenance] = {}

    def exchange(self, kind: type[X]) -> X:
        """An exchange with the endpoint, of one's own kind."""
        settings = self.settings
        wiring = Wiring(
            timeout=settings.timeout,
            headers=settings.headers,
            http_client=settings.http_client,
            concurrency=1 if self._is_local else settings.concurrency,
            patience=PATIENCE,
            strict=settings.strict,
        )
        return kind(self.endpoint, wiring, cache=open_cache(settings.cache), budget=settings.budget)

    def size(self, reading: Reading) -> Size:
        """How much of the article goes into one question."""
        return choose_size(reading, self.settings.window, small_model=self._is_local)

    def plan(self, reading: Reading) -> list[Step]:
        """The requests that an article takes.

        Raises:
            ArticleError: more than any news article takes.
        """
        budget = self.settings.budget
        unlimited = budget is not None and budget.requests is not None
        return plan(self.passes, reading, self.size(reading), unlimited=unlimited)

    def question(self, step: Step, reading: Reading) -> Question:
        """The question that one step puts."""
        tasks = [self._tasks[p.name, step.size == "sentence"] for p in step.passes]
        return compose(tasks, step.window, reading, self._manner(step.size, topics=step.topics))

    def repair(self, repair: Repair, reading: Reading) -> Question:
        """The question that asks once more for what failed."""
        manner = self._manner("paragraph")
        return posed("repair", self._repair_frame, repair.parts, repair.window.render(reading), repair.question, manner)

    def judging(self, exchange: Exchange) -> Exchange | None:
        """The exchange with the judge, in the same books: this one where the judge is the same model, None without a judge."""
        if self.judge_endpoint is None or self.judge_endpoint == self.endpoint:
            return exchange if self.judge_endpoint else None
        own = self._same_server
        wiring = replace(exchange.wiring, headers=self.settings.headers if own else None)
        cache = open_cache(self.settings.cache)
        return Exchange(self.judge_endpoint, wiring, cache=cache, budget=self.settings.budget, books=exchange)

    def judge(self, docket: Docket) -> Question:
        """The question that has statements judged."""
        manner = self._manner("paragraph")
        if not self._same_server:
            manner = replace(manner, extra_body={})
        return posed("judge", self._judge_frame, PARTS, docket.window, docket.question, manner)

    def made_by(self, *, repaired: bool, judged: bool = False) -> Provenance:
        """What made a brief; the prompts for repairs and judging are named where they were used."""
        key = (repaired, judged)
        if key not in self._made:
            self._made[key] = self._made_by(repaired=repaired, judged=judged)
        return self._made[key]

    def _pass(self, named: str | Pass) -> Pass:
        if isinstance(named, Pass):
            made = named
        else:
            settings = self.settings
            made = built_in(named, prompt=settings.prompts.get(named), quote=settings.quote, event=settings.event)
        _ = made.task
        return made

    def _manner(self, size: Size, *, topics: bool = False) -> Manner:
        points, longest = size == "sentence", _OUTPUT_TOKENS[size]
        if self._is_local:
            longest = min(longest, _LOCAL_OUTPUT_TOKENS)
        return Manner(
            frame=self._frame,
            examples=points,
            narrow=self._is_local or points,
            points=points,
            topics=topics,
            max_output_tokens=self.settings.max_output_tokens or longest,
            temperature=self.settings.temperature,
            extra_body=self.settings.extra_body or {},
        )

    @property
    def _is_local(self) -> bool:
        return self.endpoint.flavour == "local"

    @cached_property
    def _tasks(self) -> dict[tuple[str, bool], Task]:
        """The tasks by pass, and whether they are put to a model that only points."""
        return {
            (p.name, points): p.pointing_task if points else p.task for p in self.passes for points in (True, False)
        }

    @cached_property
    def _frame(self) -> prompts.Prompt:
        return prompts.load(f"frame/{self.settings.prompts.get('frame', 'v2')}")

    @cached_property
    def _repair_frame(self) -> prompts.Prompt:
        return prompts.load(f"repair/{self.settings.prompts.get('repair', 'v2')}")

    @cached_property
    def _judge_frame(self) -> prompts.Prompt:
        return prompts.load(f"judge/{self.settings.prompts.get('judge', 'v1')}")

    @property
    def _same_server(self) -> bool:
        return self.judge_endpoint is not None and self.judge_endpoint.id == self.endpoint.id

    def _made_by(self, *, repaired: bool, judged: bool) -> Provenance:
        frames = [self._frame, *([self._repair_frame] if repaired else []), *([self._judge_frame] if judged else [])]
        points = self.settings.window == "sentence" or (self.settings.window == "auto" and self._is_local)
        used = digests(*frames, *(self._tasks[p.name, points].prompt for p in self.passes))
        judge = self.judge_endpoint if judged else None
        return Provenance(
            model=self.endpoint.model,
            host=self.endpoint.host,
            judge=judge and (judge.model if self._same_server else f"{judge.model} at {judge.host}"),
            prompts=dict(used),
            version=release(),
        )


def judge_desk(settings: Settings) -> Desk:
    """The desk of a judge who has nothing to write: the model itself judges.

    Raises:
        ConfigurationError: the embedded model, which can't judge; a name or key that leads nowhere.
    """
    if settings.judge is not None:
        raise ConfigurationError("judge=…: here the model is the judge; name it as model=…, and leave judge out")
    if settings.model == "local":
        raise ConfigurationError("model='local': the embedded model only points and can't judge; name a larger one")
    return Desk(replace(settings, judge="same"))


def _judge(named: str | None, own: Endpoint) -> Endpoint | None:
    """Where the judge is: "same", another model of the same endpoint ("same/<name>"), or named as any model is.

    Raises:
        ConfigurationError: the embedded model, which can't judge; a name or key that leads nowhere.
    """
    if named is None:
        return None
    if own.flavour == "local" or named == "local":
        raise ConfigurationError(
            "judge=…: the embedded model only points and can't judge; let a larger model write, or leave the judge out"
        )
    if named == "same":
        return own
    prefix, _, name = named.partition("/")
    if name and prefix in ("same", own.flavour):
        return replace(own, model=name)
    try:
        found = resolve(named)
        found.ready()  # the writer would be paid before it turned out that nobody can judge
    except ConfigurationError as error:
        raise ConfigurationError(
            f"judge={named!r}: {error}; another model of the same endpoint is 'same/<name>'"
        ) from None
    return found
