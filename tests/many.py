"""Many articles against a server that fails at random, and what became of each. Shared by a test and a benchmark."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass

import nutgraf
from fault_matrix import ARTICLE, WRONG
from misbehaving import HALF, HANG_UP, Say, answer, raw, status
from nutgraf.errors import NutgrafError

ONE_WRONG = json.dumps({"quotes": [], "events": [{"evidence": "none"}], "summary": []})
ALL_KINDS: list[Say] = [
    status(429),
    status(429, retry_after="0"),
    status(500),
    status(503),
    status(400, "context too long"),
    status(422, "no"),
    HANG_UP,
    HALF,
    raw("<html>Log in</html>", "text/html"),
    raw('{"id": "x", "choi'),
    raw('{"error": {"message": "overloaded"}}'),
    raw("[]"),
    answer(None, refusal="I will not"),
    answer("", finish="content_filter"),
    answer(""),
    answer(None),
    answer("Sure! Here you are."),
    answer(WRONG),
    answer(ONE_WRONG),
    answer('{"quotes": [], "events": [{"ev', finish="length"),
    answer(type="text/plain"),
    answer(usage=False),
]


def texts(count: int) -> list[str]:
    return [f"{ARTICLE} It was strike number {n} of the year." for n in range(count)]


@dataclass(frozen=True)
class Ending:
    """How one article ended: "complete", "partial", or the name of a typed error; and the requests it took."""

    how: str
    requests: int


async def endings(desk: nutgraf.Summarizer, articles: list[str], at_once: int = 16) -> dict[str, list[Ending]]:
    """Every ending of every article: one each, if nothing is lost or told twice."""
    found: dict[str, list[Ending]] = {text: [] for text in articles}
    left = iter(articles)

    async def worker() -> None:
        for text in left:
            try:
                brief = await desk.asummarize(text)
            except NutgrafError as error:
                usage = getattr(error, "usage", None)
                found[text].append(Ending(type(error).__name__, usage.requests if usage else 0))
                continue
            partial = not brief.complete and any(p.resolution == "unresolved" and p.detail for p in brief.problems)
            how = "complete" if brief.complete else "partial" if partial else "unexplained"
            found[text].append(Ending(how, brief.usage.requests))

    async with desk:
        await asyncio.gather(*(worker() for _ in range(at_once)))
    return found
