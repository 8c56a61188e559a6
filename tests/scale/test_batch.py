"""The provider's batch API: the same briefs at half the price; nothing submitted, paid or written twice."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import warm
from batch_server import BatchServer, completed, nothing_found, refused, serving_batches
from nutgraf import Summarizer
from nutgraf.errors import ConfigurationError, ModelUnavailable
from nutgraf.results import Brief
from nutgraf.scaling.inputs import articles_in
from nutgraf.scaling.openai_batch import Batch
from nutgraf.scaling.run import run

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])


@pytest.fixture
def provider() -> Iterator[BatchServer]:
    with serving_batches() as server:
        yield server


def text(number: int) -> str:
    return f"The port of Bergen reopened on Friday after strike number {number}, said Kari Holm."


@pytest.fixture
def source(tmp_path: Path) -> str:
    path = tmp_path / "in.jsonl"
    path.write_text("".join(json.dumps({"key": f"a{n}", "text": text(n)}) + "\n" for n in range(8)))
    return str(path)


def desk(provider: BatchServer, **settings: Any) -> Summarizer:
    return Summarizer(**{"model": "m", "base_url": provider.base_url} | settings)


@pytest.fixture
def batch(provider: BatchServer, tmp_path: Path) -> Iterator[Batch]:
    made = Batch(desk(provider), tmp_path / "out.jsonl")
    yield made
    made.close()


def briefs(tmp_path: Path) -> dict[str, Brief]:
    lines = (tmp_path / "out.jsonl").read_text().splitlines()
    found = {brief.article.key: brief for brief in map(Brief.load, lines)}
    assert len(found) == len(lines)
    return found


def test_submitted_worked_on_collected(provider: BatchServer, batch: Batch, source: str, tmp_path: Path) -> None:
    (state,) = batch.submit(articles_in([source]))
    assert (state.total, state.ended) == (8, False)
    report, waiting = batch.collect(articles_in([source]))
    assert (report.written, report.waiting, len(waiting)) == (0, 8, 1)
    provider.work()
    report, waiting = batch.collect(articles_in([source]))
    assert (report.written, report.waiting, report.failed, waiting) == (8, 0, 0, [])
    assert report.usage.requests == 8
    assert provider.online == []
    with desk(provider, cache=None) as online:
        expected = {o.key: o.brief for o in online.map(articles_in([source]))}
    for key, brief in briefs(tmp_path).items():
        assert brief.usage.requests == 1
        assert brief.model_copy(update={"usage": None}) == expected[key].model_copy(update={"usage": None})  # type: ignore[union-attr]


def test_collecting_again_is_harmless(provider: BatchServer, batch: Batch, source: str, tmp_path: Path) -> None:
    batch.submit(articles_in([source]))
    provider.work()
    batch.collect(articles_in([source]))
    before = (tmp_path / "out.jsonl").read_bytes()
    report, _ = batch.collect(articles_in([source]))
    assert (report.written, report.known) == (0, 8)
    assert batch.submit(articles_in([source])) == []
    assert (tmp_path / "out.jsonl").read_bytes() == before
    assert (len(provider.batched), len(provider.online)) == (8, 0)


def test_what_is_out_is_not_submitted_again(provider: BatchServer, batch: Batch, source: str) -> None:
    batch.submit(articles_in([source]))
    with pytest.raises(ConfigurationError, match="collect"):
        batch.submit(articles_in([source]))


def test_files_keep_to_the_limits_and_hold_each_question_once(
    provider: BatchServer, batch: Batch, tmp_path: Path
) -> None:
    path = tmp_path / "many.jsonl"
    numbers = [*range(7), 0, 1, 2]
    path.write_text("".join(json.dumps({"key": f"k{n}", "text": text(m)}) + "\n" for n, m in enumerate(numbers)))
    states = batch.submit(articles_in([str(path)]), most_requests=3)
    assert [state.total for state in states] == [3, 3, 1]
    provider.work()
    report, _ = batch.collect(articles_in([str(path)]))
    assert report.written == 10
    assert len(provider.batched) == 7


def test_partial_failures_are_kept_and_what_expired_goes_into_the_next_batch(
    provider: BatchServer, batch: Batch, source: str, tmp_path: Path
) -> None:
    def answer(body: dict[str, Any]) -> Any:
        asked = body["messages"][-1]["content"]
        if "number 1," in asked:
            return None
        if "number 2," in asked:
            return refused(400, "too long")
        if "number 3," in asked:
            return completed(None, refusal="I won't")
        return refused(500, "no") if "number 4," in asked else nothing_found(body)

    provider.answer = answer
    batch.submit(articles_in([source]))
    provider.work()
    report, _ = batch.collect(articles_in([source]))
    assert (report.written, report.waiting, report.failed) == (4, 2, 2)
    assert report.usage.requests == 6  # two were refused, and on two nobody worked
    assert set(briefs(tmp_path)) == {"a0", "a5", "a6", "a7"}
    provider.answer = nothing_found
    (state,) = batch.submit(articles_in([source]))
    assert state.total == 2
    provider.work()
    report, _ = batch.collect(articles_in([source]))
    assert (report.written, report.waiting) == (2, 0)
    assert set(briefs(tmp_path)) == {"a0", "a1", "a4", "a5", "a6", "a7"}
    assert provider.online == []


def lacking(body: dict[str, Any]) -> dict[str, Any]:
    """Together, an answer whose events are unfit; alone, a fit one."""
    wanted = body["response_format"]["json_schema"]["schema"]["properties"]
    if len(wanted) > 1 and "number 1," in body["messages"][-1]["content"]:
        return completed('{"quotes": [], "events": [{"no": 1}], "summary": []}')
    return nothing_found(body)


def test_repairs_go_online(provider: BatchServer, batch: Batch, source: str, tmp_path: Path) -> None:
    provider.answer = lacking
    batch.submit(articles_in([source]))
    provider.work()
    report, _ = batch.collect(articles_in([source]))
    assert (report.written, report.waiting) == (8, 0)
    assert len(provider.online) == 1
    assert briefs(tmp_path)["a1"].complete


def test_repairs_go_into_the_next_batch_by_choice(
    provider: BatchServer, batch: Batch, source: str, tmp_path: Path
) -> None:
    provider.answer = lacking
    batch.submit(articles_in([source]))
    provider.work()
    report, _ = batch.collect(articles_in([source]), online=False)
    assert (report.written, report.waiting) == (7, 1)
    (state,) = batch.submit(articles_in([source]))
    assert state.total == 1
    provider.work()
    report, _ = batch.collect(articles_in([source]), online=False)
    assert (report.written, report.waiting) == (1, 0)
    assert provider.online == []


def test_an_item_that_fails_its_check_is_repaired_like_any_other(
    provider: BatchServer, batch: Batch, source: str, tmp_path: Path
) -> None:
    invented = {"evidence": [1], "title": "The airport of Oslo burned down", "status": "occurred"}
    invented |= {"participants": [], "place": None, "time": None, "quantities": []}
    good = {"title": "The port of Bergen reopened"}

    def answer(body: dict[str, Any]) -> Any:
        if "number 1," not in body["messages"][-1]["content"]:
            return nothing_found(body)
        if len(body["response_format"]["json_schema"]["schema"]["properties"]) > 1:
            return completed(json.dumps({"quotes": [], "events": [invented], "summary": []}))
        return completed(json.dumps({"events": [{"item": 1} | good]}))

    provider.answer = answer
    batch.submit(articles_in([source]))
    provider.work()
    report, _ = batch.collect(articles_in([source]), online=False)
    assert (report.written, report.waiting) == (7, 1)
    (state,) = batch.submit(articles_in([source]))
    assert state.total == 1
    provider.work()
    batch.collect(articles_in([source]), online=False)
    found = briefs(tmp_path)["a1"]
    assert [event.title for event in found.events] == ["The port of Bergen reopened"]
    assert [p.resolution for p in found.problems if p.step == "events"] == ["repaired"]


def test_a_judge_is_asked_in_the_next_batch_once_everything_else_is_there(
    provider: BatchServer, source: str, tmp_path: Path
) -> None:
    told = {
        "evidence": [1],
        "title": "A harbour is open again",
        "status": "occurred",
        "participants": [],
        "quantities": [],
    }

    def answer(body: dict[str, Any]) -> Any:
        if "verdicts" in body["response_format"]["json_schema"]["schema"]["properties"]:
            return completed(json.dumps({"verdicts": [{"item": 1, "verdict": "carried", "reason": None}]}))
        if "number 1," not in body["messages"][-1]["content"]:
            return nothing_found(body)
        return completed(json.dumps({"quotes": [], "events": [told], "summary": []}))

    provider.answer = answer
    judged = Batch(desk(provider, judge="same"), tmp_path / "out.jsonl")
    judged.submit(articles_in([source]))
    provider.work()
    report, _ = judged.collect(articles_in([source]), online=False)
    assert (report.written, report.waiting) == (7, 1)
    (state,) = judged.submit(articles_in([source]))
    assert state.total == 1
    provider.work()
    judged.collect(articles_in([source]), online=False)
    judged.close()
    found = briefs(tmp_path)["a1"]
    assert [(event.title, event.support) for event in found.events] == [("A harbour is open again", "judged")]
    assert provider.online == []


def test_a_server_that_takes_no_temperature_is_asked_without_it_in_the_next_batch(
    provider: BatchServer, batch: Batch, source: str
) -> None:
    def answer(body: dict[str, Any]) -> Any:
        return refused(400, "Unsupported value: 'temperature'") if "temperature" in body else nothing_found(body)

    provider.answer = answer
    for expected in (0, 8):
        batch.submit(articles_in([source]))
        provider.work()
        report, _ = batch.collect(articles_in([source]))
        assert (report.written, report.failed, report.usage.requests) == (expected, 0, 8)


def test_a_batch_that_the_provider_took_before_we_knew_is_adopted(
    provider: BatchServer, batch: Batch, source: str, tmp_path: Path
) -> None:
    provider.fail_after = 2
    with pytest.raises(ModelUnavailable):
        batch.submit(articles_in([source]), most_requests=3)
    again = Batch(desk(provider), tmp_path / "out.jsonl")
    try:
        assert [state.total for state in again.status()] == [3, 3]
        provider.work()
        report, _ = again.collect(articles_in([source]))
        assert (report.written, report.waiting) == (6, 2)
        (state,) = again.submit(articles_in([source]))
        assert state.total == 2
    finally:
        again.close()


def test_a_batch_that_is_refused_says_why(provider: BatchServer, batch: Batch, source: str) -> None:
    provider.files["file-0"] = b""
    batch.submit(articles_in([source]))
    (name,) = provider.batches
    provider.batches[name] |= {
        "status": "failed",
        "errors": {"object": "list", "data": [{"code": "token_limit_exceeded", "message": "too much waits"}]},
    }
    report, states = batch.collect(articles_in([source]))
    assert report.waiting == 8
    assert states[0].errors == ("too much waits",)
    assert len(batch.submit(articles_in([source]))) == 1


def test_batch_and_online_runs_share_one_file(provider: BatchServer, batch: Batch, source: str, tmp_path: Path) -> None:
    with desk(provider) as online:
        run(online, articles_in([source]), tmp_path / "out.jsonl", limit=3)
    (state,) = batch.submit(articles_in([source]))
    assert state.total == 5


def test_what_can_not_work_is_said_at_once(provider: BatchServer, tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="cache"):
        Batch(desk(provider, cache=None), tmp_path / "out.jsonl")
    (tmp_path / "out.batch.json").write_text("{")
    with pytest.raises(ConfigurationError, match="can't be read"):
        Batch(desk(provider), tmp_path / "out.jsonl")


def test_money_is_counted_at_half_the_price(provider: BatchServer, source: str, tmp_path: Path) -> None:
    pytest.importorskip("genai_prices")
    made = Batch(desk(provider, model="openai/gpt-5-mini", api_key="k"), tmp_path / "out.jsonl")
    made.submit(articles_in([source]))
    provider.work()
    report, _ = made.collect(articles_in([source]))
    made.close()
    with desk(provider, model="openai/gpt-5-mini", api_key="k", cache=None) as online:
        list(online.map(articles_in([source])))
        assert report.usage.cost_usd == pytest.approx(online.usage.cost_usd / 2)  # type: ignore[operator]


def test_the_command(provider: BatchServer, source: str, tmp_path: Path) -> None:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("NUTGRAF", "OPENAI"))}
    environment = kept | {"NUTGRAF_CACHE": str(tmp_path / "cache.sqlite")}

    def said(action: str) -> tuple[int, str]:
        line = [
            *warm.nutgraf(),
            "batch",
            action,
            source,
            "-o",
            "out.jsonl",
            "--model",
            "m",
            "--base-url",
            provider.base_url,
        ]
        done = subprocess.run(
            list(map(str, line)),
            capture_output=True,
            text=True,
            env=environment,
            cwd=tmp_path,
            timeout=600,
            check=False,
        )
        assert "Traceback" not in done.stderr
        return done.returncode, done.stdout + done.stderr

    assert said("submit") == (0, "batch_1: validating, 0 of 8 done, 0 failed\n")
    provider.work()
    assert said("status") == (0, "batch_1: completed, 8 of 8 done, 0 failed\n")
    code, told = said("collect")
    assert code == 0
    assert "8 briefs written" in told
    assert len(briefs(tmp_path)) == 8
