"""A model that judges statements by the sentences that code found for them: many in one request, each with its neighbours."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from nutgraf.article import Span
from nutgraf.asking import loop
from nutgraf.asking.exchange import Exchange, Tab
from nutgraf.asking.judging import Claim, Docket, Ruling, ask_judge, dockets
from nutgraf.claims.index import Index
from nutgraf.desk import Desk
from nutgraf.errors import ConfigurationError, ModelUnavailable, NutgrafError
from nutgraf.results import Problem, Usage
from nutgraf.settings import Settings


@dataclass(frozen=True)
class Case:
    """A statement to be judged: its words, and the sentences found for it, by article."""

    words: str
    evidence: tuple[tuple[int, tuple[Span, ...]], ...]


@dataclass(frozen=True)
class Judged:
    """What a judge said, by case; what it could not be asked, and what it cost."""

    rulings: Mapping[int, Ruling]
    problems: tuple[Problem, ...]
    usage: Usage
    model: str


def desk_of(settings: Settings) -> Desk:
    """The desk of a judge.

    Raises:
        ConfigurationError: the embedded model, which can't judge; a name or key that leads nowhere.
    """
    if settings.judge is not None:
        raise ConfigurationError("judge=…: in check the model is the judge; name it as model=…, and leave judge out")
    if settings.model == "local":
        raise ConfigurationError("model='local': the embedded model only points and can't judge; name a larger one")
    return Desk(replace(settings, judge="same"))


def judged(cases: Sequence[Case], index: Index, desk: Desk) -> Judged:
    """Have statements judged; what fails leaves its statements without a ruling.

    Raises:
        ConfigurationError: the endpoint refuses key, model or request.
    """
    return loop.run(_judged(cases, index, desk))


async def _judged(cases: Sequence[Case], index: Index, desk: Desk) -> Judged:
    began, deadline = time.monotonic(), desk.settings.deadline
    exchange, tab = desk.exchange(Exchange), Tab(None if deadline is None else began + deadline)
    rulings: Mapping[int, Ruling] = {}
    errors: Sequence[NutgrafError] = ()
    try:
        async with asyncio.timeout(tab.left()):
            rulings, errors = await ask_judge(
                [(docket, desk.judge(docket)) for docket in _dockets(cases, index)], exchange, tab
            )
    except TimeoutError:
        errors = [ModelUnavailable(f"the deadline of {deadline:g} s passed")]
    finally:
        await exchange.aclose()
    usage = tab.usage.model_copy(update={"seconds": time.monotonic() - began})
    return Judged(rulings, _problems(len(cases), len(rulings), errors), usage, desk.endpoint.model)


def _dockets(cases: Sequence[Case], index: Index) -> list[Docket]:
    """The requests: of the articles only those that a case rests on are shown."""
    documents: list[list[str]] = []
    starts: dict[int, int] = {}
    for article in sorted({article for case in cases for article, _ in case.evidence}):
        reading = index.readings[article]
        starts[article] = sum(map(len, documents))
        documents.append([reading.sentence_span(sentence.number).text for sentence in reading.sentences])
    return dockets([Claim(case.words, _places(case, index, starts)) for case in cases], documents)


def _places(case: Case, index: Index, starts: Mapping[int, int]) -> tuple[int, ...]:
    """The places of a case's sentences, counted through all documents."""
    return tuple(
        sorted(
            starts[article] + number - 1
            for article, spans in case.evidence
            for span in spans
            for number in index.readings[article].numbers_of(span.start, span.end)
        )
    )


def _problems(asked: int, ruled: int, errors: Sequence[NutgrafError]) -> tuple[Problem, ...]:
    if ruled >= asked:
        return ()
    what = f"{asked - ruled} of {asked} statements were not judged and keep the verdict of the rules"
    if not errors:
        return (Problem(kind="no_verdict", step="judge", detail=what, resolution="unresolved"),)
    detail = f"{what}: {str(errors[0])[:300]}"
    return (Problem(kind=type(errors[0]).__name__, step="judge", detail=detail, resolution="unresolved"),)
