"""Ray: settings that travel, rows that Arrow takes; on a real local cluster, one worker killed in the middle."""

from __future__ import annotations

import json
import os
import pickle
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from misbehaving import Misbehaving, answer
from nutgraf import Budget, Summarizer
from nutgraf.errors import ConfigurationError
from nutgraf.results import Brief
from nutgraf.scaling.ray import COLUMNS, _Worker, share

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])
CLUSTER = Path(__file__).parents[1] / "ray_cluster.py"
TEXT = "The port of Bergen reopened on Friday, said Kari Holm."


def desk(server: Misbehaving, **settings: Any) -> Summarizer:
    return Summarizer(model="m", base_url=server.base_url, **settings)


def test_concurrency_and_budget_are_shared_out(server: Misbehaving) -> None:
    budget = Budget(usd=9.0, tokens=100, requests=7)
    mine = share(desk(server, concurrency=8, budget=budget), 3)
    assert mine.concurrency == 2
    assert mine.budget == Budget(usd=3.0, tokens=33, requests=2)


def test_what_the_environment_held_here_travels(server: Misbehaving, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NUTGRAF_MODEL", "from-here")
    monkeypatch.setenv("NUTGRAF_BASE_URL", server.base_url)
    monkeypatch.setenv("NUTGRAF_API_KEY", "k")
    made = Summarizer()
    settings = pickle.loads(pickle.dumps(share(made, 2)))
    for name in ("NUTGRAF_MODEL", "NUTGRAF_BASE_URL", "NUTGRAF_API_KEY", "NUTGRAF_CACHE"):
        monkeypatch.delenv(name)
    there = Summarizer(settings)
    assert there.endpoint == made.endpoint
    there.summarize(TEXT)
    there.close()
    assert made.is_answered(made.questions(TEXT)[0])
    monkeypatch.setenv("OPENAI_API_KEY", "o")
    monkeypatch.setenv("NUTGRAF_MODEL", "openai/gpt-5-mini")
    made = Summarizer()
    settings = share(made, 2)
    monkeypatch.delenv("OPENAI_API_KEY")
    monkeypatch.delenv("NUTGRAF_MODEL")
    assert Summarizer(settings).endpoint == made.endpoint


@pytest.mark.parametrize("workers", [0, 9])
def test_more_workers_than_requests_in_flight_are_refused(server: Misbehaving, workers: int) -> None:
    with pytest.raises(ConfigurationError, match="concurrency"):
        share(desk(server, concurrency=8), workers)


@pytest.mark.parametrize(("budget", "named"), [(Budget(requests=5), "5 requests"), (Budget(tokens=7), "7 tokens")])
def test_a_budget_too_small_to_be_shared_out_is_refused(server: Misbehaving, budget: Budget, named: str) -> None:
    with pytest.raises(ConfigurationError, match=f"8 workers share a budget of {named}"):
        share(desk(server, concurrency=8, budget=budget), 8)
    assert share(desk(server, concurrency=8, budget=budget), 5).budget is not None


def test_a_client_of_ones_own_is_refused(server: Misbehaving) -> None:
    with pytest.raises(ConfigurationError, match="http_client"):
        share(desk(server, http_client=object()), 2)


def test_rows_in_rows_out(server: Misbehaving) -> None:
    arrow = pytest.importorskip("pyarrow")
    import datetime as dt

    given = [
        {"key": 1, "text": TEXT, "published": dt.date(2026, 3, 12), "other": 5},
        {"key": 2, "text": None, "published": None, "other": None},
        {"key": None, "text": TEXT + " “We are back,” she said.", "published": None, "other": None},
    ]
    worker = _Worker(share(desk(server), 1))
    table = worker(arrow.table({name: [row[name] for row in given] for name in given[0]}))
    worker._desk.close()
    assert tuple(table.column_names) == COLUMNS
    first, second, third = table.to_pylist()
    assert Brief.load(first["brief"]).article.published == dt.date(2026, 3, 12)
    assert (second["key"], second["ok"], second["error"], second["requests"]) == ("2", False, "ArticleError", 0)
    assert (third["ok"], third["quotes"], third["cost_usd"]) == (True, 1, None)
    assert third["key"] == Brief.load(third["brief"]).article.key


@pytest.mark.ray
def test_a_killed_workers_articles_are_there_once_and_finished_ones_are_not_paid_again(
    server: Misbehaving, redis_url: str
) -> None:
    pytest.importorskip("ray", reason="ray is not installed: pip install 'nutgraf[ray]'")
    server.script(answer(delay=0.2))
    articles, in_flight = 96, 4
    line = [sys.executable, str(CLUSTER), server.base_url, redis_url, str(articles), "2", str(in_flight), "30"]
    done = subprocess.run(line, capture_output=True, text=True, env=dict(os.environ), timeout=300, check=False)
    assert done.returncode == 0, done.stderr[-3_000:]
    told = json.loads(done.stdout.partition("came of it: ")[2].splitlines()[0])
    assert len(told["killed"]) == 1
    rows = {row["key"]: row for row in told["rows"]}
    assert len(rows) == len(told["rows"]) == articles + 1
    assert rows.pop("bad")["error"] == "ArticleError"
    assert all(row["ok"] and row["complete"] for row in rows.values())
    asked = Counter(body["messages"][-1]["content"] for body in server.books().bodies)
    assert len(asked) == articles
    # Only what the killed worker had in flight, and nobody had an answer to, went out again.
    assert sum(asked.values()) - articles <= in_flight
