"""What a server does not take is left out once, remembered, and said - also with many requests in flight."""

from __future__ import annotations

import asyncio

import pytest

import nutgraf
from fault_matrix import ARTICLE, NO_STRICT
from many import endings, texts
from misbehaving import Misbehaving, answer, rule, status

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])
PICKY = (
    rule(status(400, NO_STRICT), when='"strict"'),
    rule(status(400, "response_format.type must be json_object"), when='"json_schema"'),
    rule(status(400, "temperature is not supported"), when='"temperature"'),
    rule(status(400, "use max_completion_tokens"), when='"max_tokens"'),
    answer(delay=0.01),
)


def test_a_server_that_takes_little_is_learned_once(server: Misbehaving, caplog: pytest.LogCaptureFixture) -> None:
    server.script(*PICKY)
    with nutgraf.Summarizer(model="m", base_url=server.base_url, cache=None) as desk:
        first = desk.summarize(ARTICLE)
        again = desk.summarize(ARTICLE)
    assert first.complete
    assert (first.usage.requests, again.usage.requests) == (5, 1)
    last = server.books().bodies[-1]
    assert last["response_format"] == {"type": "json_object"}
    assert "temperature" not in last
    assert "max_completion_tokens" in last
    assert sum("refuses a parameter" in r.message for r in caplog.records) == 4


def test_many_in_flight_learn_together_and_forget_nothing(server: Misbehaving) -> None:
    server.script(*PICKY)
    desk = nutgraf.Summarizer(model="m", base_url=server.base_url, cache=None, passes=("events",))
    found = asyncio.run(endings(desk, texts(40)))
    assert {ending.how for each in found.values() for ending in each} == {"complete"}
    bodies = server.books().bodies
    assert len(bodies) == desk.usage.requests <= 40 + 4 * 16
    assert all("temperature" not in body and "max_tokens" not in body for body in bodies[-20:])


def test_the_model_is_asked_strictly_again_by_another_summarizer(server: Misbehaving) -> None:
    server.script(rule(status(400, NO_STRICT), when='"strict"'), answer())
    for _ in range(2):
        with nutgraf.Summarizer(model="m", base_url=server.base_url, cache=None) as desk:
            assert desk.summarize(ARTICLE).usage.requests == 2
