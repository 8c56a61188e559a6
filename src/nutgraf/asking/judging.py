"""A judge: statements that somebody wrote and the sentences that they cite in, verdicts out; many statements in one request.

Knows nothing of briefs: whoever has written statements and their evidence can ask. The judge sees each sentence once, with its
number; of the documents it sees the sentences cited, those beside them, and nothing else.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel

from nutgraf.asking import loop
from nutgraf.asking.budget.tab import Tab
from nutgraf.asking.exchange import Exchange
from nutgraf.asking.question.asked import Question
from nutgraf.asking.replies.answer import heard, sound_parts
from nutgraf.errors import BudgetExceeded, ModelError, NutgrafError, ReplyInvalid

Verdict = Literal["carried", "contradicted", "not_said"]
_NEIGHBOURS = 1
"""Sentences shown on either side of the cited ones: with them a judge refused 2 of 60 true statements, without 12."""
_MOST = 40
"""Statements in one request: more than a news article of a page comes to."""


class Ruling(BaseModel):
    """What the judge says of one statement."""

    item: int
    verdict: Verdict
    reason: str | None = None


PARTS: tuple[tuple[str, type[BaseModel]], ...] = (("verdicts", Ruling),)
"""What the answer to a docket holds."""


@dataclass(frozen=True)
class Claim:
    """A statement to be judged: its words, and the places of the sentences that it cites."""

    words: str
    cited: tuple[int, ...]
    """Counted from 0 through all documents."""


@dataclass(frozen=True)
class Docket:
    """One request to the judge: the sentences to judge by, and the statements."""

    window: str
    question: str
    claims: tuple[int, ...]
    """Which of the claims they are; the first is number 1 in the request."""


def dockets(claims: Sequence[Claim], documents: Sequence[Sequence[str]]) -> list[Docket]:
    """The requests that judging takes: claims in the order of what they cite, so that one request shows few sentences.

    Args:
        claims: what is to be judged.
        documents: the sentences of each document, in order. They are numbered from 1 through all documents.
    """
    order = sorted((n for n, claim in enumerate(claims) if claim.cited), key=lambda n: (min(claims[n].cited), n))
    return [_docket(claims, order[at : at + _MOST], documents) for at in range(0, len(order), _MOST)]


def _docket(claims: Sequence[Claim], chosen: Sequence[int], documents: Sequence[Sequence[str]]) -> Docket:
    cited = {place for n in chosen for place in claims[n].cited}
    lines = [
        f"{number}. {''.join(f'[{place + 1}]' for place in claims[n].cited)} {claims[n].words}"
        for number, n in enumerate(chosen, 1)
    ]
    return Docket("\n".join(_shown(cited, documents)), "\n".join(lines), tuple(chosen))


def _shown(cited: set[int], documents: Sequence[Sequence[str]]) -> Iterator[str]:
    """The cited sentences and their neighbours within the same document; an empty line where something is left out."""
    start, last = 0, -1
    for sentences in documents:
        for place, sentence in enumerate(sentences, start):
            near = range(max(start, place - _NEIGHBOURS), min(start + len(sentences), place + _NEIGHBOURS + 1))
            if cited.isdisjoint(near):
                continue
            if last >= 0 and (place != last + 1 or place == start):
                yield ""
            yield f"[{place + 1}] {' '.join(sentence.split())}"
            last = place
        start += len(sentences)


async def ask_judge(
    asked: Sequence[tuple[Docket, Question]], exchange: Exchange, tab: Tab
) -> tuple[Mapping[int, Ruling], list[NutgrafError]]:
    """What the judge says, by claim; a request that fails or is late leaves its claims without a verdict, and its error.

    Raises:
        ConfigurationError: the judge's endpoint refuses key, model or request.
    """
    found: dict[int, Ruling] = {}
    errors: list[NutgrafError] = []

    async def judge(docket: Docket, question: Question) -> None:
        try:
            reply = await exchange.ask(question, tab)
            given = getattr(reply.answer, "verdicts", ())
        except ReplyInvalid as error:
            sound, _ = sound_parts(PARTS, error.raw, room=question.max_output_tokens, cut=error.truncated)
            if not sound:
                errors.append(error)
                return
            given = getattr(heard(PARTS, sound["verdicts"], room=question.max_output_tokens).answer, "verdicts", ())
        except (ModelError, BudgetExceeded) as error:
            errors.append(error)
            return
        for one in given:
            if 1 <= one.item <= len(docket.claims):
                found[docket.claims[one.item - 1]] = Ruling(item=one.item, verdict=one.verdict, reason=one.reason)

    tasks = [asyncio.ensure_future(judge(*one)) for one in asked]
    if len(await loop.finished(tasks, tab.left())) < len(tasks):
        errors.append(tab.overdue())
    return found, errors
