"""Waiting: as long as a server asks, no longer than the article's time, at the pace it bears, and not for the dead."""

from __future__ import annotations

import asyncio
import email.utils
import socket
import time
from typing import Any

import pytest

import nutgraf
from fault_matrix import ARTICLE
from misbehaving import SILENCE, Misbehaving, answer, busy_over, rule, status
from nutgraf.asking.line.patience import Patience
from nutgraf.errors import ModelUnavailable, NutgrafError

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])


def desk(server: Misbehaving, **settings: Any) -> nutgraf.Summarizer:
    return nutgraf.Summarizer(
        **{"model": "m", "base_url": server.base_url, "passes": ("events",), "cache": None} | settings
    )


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The waits between attempts, asked for and not spent."""
    found: list[float] = []

    async def noted(seconds: float) -> None:
        found.append(seconds)

    monkeypatch.setattr("nutgraf.desk.PATIENCE", Patience(attempts=3, first_wait=1, longest_wait=30))
    monkeypatch.setattr("nutgraf.asking.line.retry._rest", noted)
    monkeypatch.setattr("nutgraf.asking.line.pace.Pace.slower", lambda *_: None)
    return found


def test_retry_after_in_both_forms_is_what_is_waited(server: Misbehaving, waits: list[float]) -> None:
    soon = email.utils.formatdate(time.time() + 20, usegmt=True)
    server.script(rule(status(429, retry_after="7"), times=1), rule(status(503, retry_after=soon), times=1), answer())
    with desk(server) as made:
        assert made.summarize(ARTICLE).complete
    assert waits[0] == 7
    assert 10 < waits[1] <= 20


def test_without_retry_after_the_wait_grows_and_is_jittered(server: Misbehaving, waits: list[float]) -> None:
    server.script(status(500))
    with desk(server) as made, pytest.raises(ModelUnavailable):
        made.summarize(ARTICLE)
    assert len(waits) == 2
    assert 0 <= waits[0] <= 1
    assert 0 <= waits[1] <= 2


def test_nobody_waits_past_the_articles_deadline(server: Misbehaving, waits: list[float]) -> None:
    server.script(status(429, retry_after="25"))
    with desk(server, deadline=20.0) as made, pytest.raises(ModelUnavailable):
        made.summarize(ARTICLE)
    assert waits == []
    assert server.books().requests == 1


def test_the_deadline_holds_for_the_whole_article(server: Misbehaving) -> None:
    server.script(rule(answer(), times=1), SILENCE)
    with desk(server) as made:
        made.summarize(ARTICLE)  # what is loaded at first use is no part of an article's time
    with desk(server, deadline=1.5) as made, pytest.raises(ModelUnavailable, match="deadline") as caught:
        made.summarize(ARTICLE)
    assert caught.value.usage.requests == server.books().requests - 1 == 1


def test_the_pace_follows_a_server_that_bears_four(server: Misbehaving, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nutgraf.desk.PATIENCE", Patience(attempts=8, first_wait=0.02, longest_wait=0.2))
    server.script(busy_over(4, answer(delay=0.1)))
    made = desk(server, concurrency=32)

    async def everything() -> list[nutgraf.Brief]:
        async with made:
            return await asyncio.gather(*(made.asummarize(f"{ARTICLE} Strike {n}.") for n in range(64)))

    assert all(brief.complete for brief in asyncio.run(everything()))
    assert server.books().requests < 64 * 3
    assert made._exchange._pace.limit < 16


def test_a_dead_endpoint_costs_a_few_articles_their_attempts_and_the_rest_nothing() -> None:
    nobody = socket.socket()  # held, so that no other process is given the port; it refuses, for nobody listens
    nobody.bind(("127.0.0.1", 0))
    port = nobody.getsockname()[1]
    made = nutgraf.Summarizer(model="m", base_url=f"http://127.0.0.1:{port}/v1", passes=("events",), cache=None)
    outcomes: list[NutgrafError] = []

    async def one(n: int) -> None:
        with pytest.raises(ModelUnavailable) as caught:
            await made.asummarize(f"{ARTICLE} Strike {n}.")
        outcomes.append(caught.value)

    async def everything() -> None:
        async with made:
            for begin in range(0, 200, 20):
                await asyncio.gather(*(one(n) for n in range(begin, begin + 20)))

    with nobody:
        asyncio.run(everything())
    assert made.usage.requests <= 20 * 3
    assert len(outcomes) == 200
    assert all("not asked" in str(error) for error in outcomes[60:])
    assert outcomes[-1].retry_after > 0
    assert outcomes[-1].usage.requests == 0


def test_an_endpoint_that_comes_back_is_found_by_one_trial(server: Misbehaving) -> None:
    server.script(rule(status(500), times=25), answer())
    with desk(server) as made:
        now = 0.0
        made._exchange._breaker._clock = lambda: now
        for _ in range(8):
            with pytest.raises(ModelUnavailable):
                made.summarize(ARTICLE)
        with pytest.raises(ModelUnavailable, match="not asked"):
            made.summarize(ARTICLE)
        assert server.books().requests == 24
        now += 31
        with pytest.raises(ModelUnavailable):  # the trial: one attempt
            made.summarize(ARTICLE)
        assert server.books().requests == 25
        now += 31
        assert made.summarize(ARTICLE).complete
        assert made.summarize(ARTICLE).complete
