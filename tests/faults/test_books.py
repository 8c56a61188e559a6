"""What nutgraf says it spent is what the server counted, and no number of workers spends more than the budget."""

from __future__ import annotations

import asyncio
import http.client
import json
from typing import Any

import pytest

import nutgraf
from fault_matrix import ARTICLE
from misbehaving import HALF, HANG_UP, Misbehaving, answer, rule, sometimes, status
from nutgraf.errors import BudgetExceeded, NutgrafError

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])

SOUND = json.dumps({"quotes": [], "events": [{"evidence": "none"}], "summary": []})


def desk(server: Misbehaving, **settings: Any) -> nutgraf.Summarizer:
    return nutgraf.Summarizer(
        **{"model": "m", "base_url": server.base_url, "passes": ("events",), "cache": None} | settings
    )


def articles(count: int) -> list[str]:
    return [f"{ARTICLE} It was strike number {n} of the year." for n in range(count)]


async def all_of(made: nutgraf.Summarizer, texts: list[str]) -> list[nutgraf.Brief | NutgrafError]:
    async def one(text: str) -> nutgraf.Brief | NutgrafError:
        try:
            return await made.asummarize(text)
        except NutgrafError as error:
            return error

    async with made:
        return await asyncio.gather(*map(one, texts))


def test_the_books_of_many_at_once_balance(server: Misbehaving) -> None:
    faults = [
        status(429),
        status(500),
        HANG_UP,
        HALF,
        answer(""),
        answer(None, refusal="no"),
        answer("{", finish="length"),
    ]
    server.script(sometimes(0.5, faults, answer(), seed=4))
    made = desk(server, passes=("quotes", "events", "summary"))
    outcomes = asyncio.run(all_of(made, articles(40)))
    books = server.books()
    assert {type(o).__name__ for o in outcomes} >= {"Brief", "ModelUnavailable", "ModelRefused"}
    assert (made.usage.requests, made.usage.total_tokens) == (books.requests, books.reported)
    each = [o.usage for o in outcomes]
    assert sum(u.requests for u in each) == books.requests
    assert sum(u.total_tokens for u in each) == books.reported
    assert sum(u.requests for u in made.usage_by_pass.values()) == books.requests


def test_sound_parts_of_a_failed_answer_are_kept_and_only_the_rest_is_asked_again(server: Misbehaving) -> None:
    server.script(rule(answer(SOUND), times=1), answer())
    with desk(server, passes=("quotes", "events", "summary")) as made:
        assert made.summarize(ARTICLE).complete
        steps = dict(made.usage_by_pass)
    books = server.books()
    assert [list(b["response_format"]["json_schema"]["schema"]["properties"]) for b in books.bodies] == [
        ["quotes", "events", "summary", "topics"],
        ["events"],
    ]
    assert "events.0.evidence" in books.bodies[1]["messages"][-1]["content"]
    assert {name: u.requests for name, u in steps.items()} == {"quotes+events+summary": 1, "events": 1}


def test_of_an_answer_cut_off_the_passes_before_the_cut_are_kept(server: Misbehaving) -> None:
    server.script(rule(answer('{"quotes": [], "events": [], "summary": [{"ev', finish="length"), times=1), answer())
    with desk(server, passes=("quotes", "events", "summary")) as made:
        assert made.summarize(ARTICLE).complete
    first, second = server.books().bodies
    assert list(second["response_format"]["json_schema"]["schema"]["properties"]) == ["summary", "topics"]
    assert second["max_tokens"] == 2 * first["max_tokens"]


def test_a_second_run_pays_only_for_the_pass_that_failed(server: Misbehaving) -> None:
    server.script(answer(SOUND))
    with desk(server, passes=("quotes", "events", "summary"), cache="default") as made:
        brief = made.summarize(ARTICLE)
        assert not brief.complete
    server.script()
    with desk(server, passes=("quotes", "events", "summary"), cache="default") as made:
        brief = made.summarize(ARTICLE)
    assert brief.complete
    assert (brief.usage.requests, brief.usage.cached_requests) == (1, 2)
    assert server.books().requests == 1


@pytest.mark.parametrize("fault", [answer(), sometimes(0.5, [HALF, status(500)], answer())], ids=["sound", "half lost"])
def test_sixteen_workers_keep_a_budget_of_tokens(server: Misbehaving, fault: dict[str, Any]) -> None:
    server.script({**fault, "company": 2})
    made = desk(server, budget=nutgraf.Budget(tokens=12_000), concurrency=16, max_output_tokens=500)
    outcomes = asyncio.run(all_of(made, articles(60)))
    books = server.books()
    assert made.usage.total_tokens == books.reported
    assert books.billed <= 12_000
    assert books.most_in_flight > 1
    assert any(isinstance(o, BudgetExceeded) for o in outcomes)
    if fault["kind"] == "answer":
        assert books.billed > 10_000  # what is set aside and not used goes to the next one
        assert all(isinstance(o, (nutgraf.Brief, BudgetExceeded)) for o in outcomes)


def test_sixteen_workers_keep_a_budget_of_requests(server: Misbehaving) -> None:
    server.script({**answer(), "delay": 0.005})
    made = desk(server, budget=nutgraf.Budget(requests=25))
    outcomes = asyncio.run(all_of(made, articles(40)))
    assert server.books().requests == 25
    assert sum(isinstance(o, nutgraf.Brief) for o in outcomes) == 25


def test_sixteen_workers_keep_a_budget_of_dollars(server: Misbehaving) -> None:
    pytest.importorskip("genai_prices")
    made = desk(server, model="openai/gpt-5-mini", budget=nutgraf.Budget(usd=0.003), max_output_tokens=500)
    asyncio.run(all_of(made, articles(60)))
    cost = made.usage.cost_usd
    assert cost is not None
    assert 0.0015 < cost <= 0.003
    assert made.usage.requests == server.books().requests


def test_an_answer_that_tells_no_tokens_counts_as_what_was_set_aside(server: Misbehaving) -> None:
    server.script(answer(usage=False))
    with desk(server, budget=nutgraf.Budget(tokens=6_000), max_output_tokens=500) as made:
        summarized = map(made.summarize, articles(50))
        with pytest.raises(BudgetExceeded, match="never arrived"):
            list(summarized)
        assert made.usage.total_tokens == 0
        assert made.usage.requests == server.books().requests > 1
    assert server.books().billed <= 6_000


def test_a_price_that_nobody_knows_is_said_once(server: Misbehaving, caplog: pytest.LogCaptureFixture) -> None:
    with desk(server, budget=nutgraf.Budget(usd=1.0, tokens=100_000)) as made:
        briefs = [made.summarize(text) for text in articles(3)]
    assert [b.usage.cost_usd for b in briefs] == [None] * 3
    assert [r.message for r in caplog.records if "price" in r.message] == [caplog.records[0].message]


def test_a_request_left_from_one_script_is_not_in_the_books_of_the_next(server: Misbehaving) -> None:
    server.script(answer(delay=0.3))
    left = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
    left.request("POST", "/v1/chat/completions", json.dumps({"messages": [{"content": "who?"}]}))
    while not server.books().requests:
        pass
    server.script(answer())
    assert left.getresponse().status == 200
    left.close()
    books = server.books()
    assert (books.requests, books.reported, books.billed, books.most_in_flight) == (0, 0, 0, 0)
