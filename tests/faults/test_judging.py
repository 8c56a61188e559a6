"""The judge of pairs against a real loopback server: batches, cache, budget, failures."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import nutgraf
from loopback import Told, completion, failure, serving
from nutgraf.errors import ConfigurationError
from nutgraf.telling import Briefs
from overtaken import passes_when

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])

BRIEFS = Briefs.load(Path(__file__).parents[2] / "examples" / "stories" / "briefs.jsonl")


def pairs_of(body: dict[str, Any]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in body["messages"][1]["content"].splitlines() if line.strip()]


def ruling(verdict: str) -> Callable[[dict[str, Any], int], Told]:
    def answer(body: dict[str, Any], _number: int) -> Told:
        found = [{"pair": pair["pair"], "verdict": verdict} for pair in pairs_of(body)]
        return completion(json.dumps({"same_event": found}))

    return answer


def judged(base_url: str, **settings: Any) -> Any:
    return nutgraf.stories(BRIEFS, model="m", base_url=base_url, **{"cache": None, **settings})


def test_what_rules_leave_open_is_asked_in_batches_and_decides() -> None:
    with serving(ruling("different")) as server:
        strict = judged(server.base_url)
    asked = [pair for body in server.requests for pair in pairs_of(body)]
    assert all(1 <= len(pairs_of(body)) <= 12 for body in server.requests)
    assert len(server.requests) < len(asked)
    assert {"title", "evidence", "published"} <= asked[0]["a"].keys()
    assert strict.usage.requests == len(server.requests)
    assert strict.usage.total_tokens == server.answered_tokens
    assert strict.problems == ()
    plain = nutgraf.stories(BRIEFS)
    assert sum(len(story.events) for story in strict) < sum(len(story.events) for story in plain)


def test_unclear_leaves_a_pair_to_the_rules() -> None:
    with serving(ruling("unclear")) as server:
        assert tuple(judged(server.base_url)) == tuple(nutgraf.stories(BRIEFS))


def test_a_second_run_asks_nothing(tmp_path: Path) -> None:
    with serving(ruling("same")) as server:
        first = judged(server.base_url, cache=tmp_path / "answers.sqlite")
        sent = len(server.requests)
        again = judged(server.base_url, cache=tmp_path / "answers.sqlite")
    assert len(server.requests) == sent
    assert tuple(again) == tuple(first)
    assert (again.usage.requests, again.usage.cached_requests) == (0, sent)


def test_a_batch_that_fails_is_left_to_the_rules_and_said() -> None:
    with serving(lambda _body, _number: completion("no JSON at all")) as server:
        found = judged(server.base_url)
    assert tuple(found) == tuple(nutgraf.stories(BRIEFS))
    assert {problem.kind for problem in found.problems} == {"ReplyInvalid"}
    assert found.usage.requests == len(server.requests)


def test_a_budget_ends_the_asking_and_not_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nutgraf.storylines.judging._BATCH", 2)
    with serving(ruling("same")) as server:
        found = judged(server.base_url, budget=nutgraf.Budget(requests=1), concurrency=1)
    assert len(server.requests) == 1
    assert {problem.kind for problem in found.problems} == {"BudgetExceeded"}
    assert len(found) == 4


def test_settings_of_the_request_go_out() -> None:
    with serving(ruling("same")) as server:
        judged(server.base_url, extra_body={"enable_thinking": False}, max_output_tokens=777)
    assert server.requests
    assert {body["enable_thinking"] for body in server.requests} == {False}
    assert {body.get("max_tokens", body.get("max_completion_tokens")) for body in server.requests} == {777}


@pytest.mark.parametrize(
    ("settings", "named"),
    [({"judge": "same"}, "leave judge out"), ({"model": "local"}, "can't judge"), ({"deadline": 0}, "above 0")],
)
def test_settings_that_can_not_be_are_refused_before_anything_is_asked(settings: dict[str, Any], named: str) -> None:
    with pytest.raises(ConfigurationError, match=named):
        nutgraf.stories(BRIEFS, **{"model": "m", "base_url": "http://127.0.0.1:1/v1"} | settings)


def test_pairs_that_the_deadline_overtakes_are_left_to_the_rules_and_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nutgraf.storylines.judging._BATCH", 1)
    over, answered, in_flight = threading.Event(), threading.Event(), threading.Event()
    passes_when(lambda _: answered.is_set() and in_flight.is_set(), monkeypatch, "storylines.judging")

    def script(body: dict[str, Any], number: int) -> Told:
        if number:
            in_flight.set()
            over.wait(60)
        answered.set()
        return ruling("different")(body, number)

    with serving(script) as server:
        found = judged(server.base_url, deadline=60)
        over.set()
    assert {problem.kind for problem in found.problems} == {"ModelUnavailable"}
    assert {problem.detail.partition(": ")[2] for problem in found.problems} == {"the deadline of 60 s passed"}
    assert answered.is_set()
    assert found.usage.requests > 1


def test_a_refused_key_is_an_error_at_once() -> None:
    with serving(lambda _body, _number: failure(401)) as server, pytest.raises(nutgraf.NutgrafError, match="401"):
        judged(server.base_url)


def test_numbers_of_no_pair_are_passed_over() -> None:
    def wild(_body: dict[str, Any], _number: int) -> Told:
        found = [{"pair": n, "verdict": "different"} for n in (0, -1, 99)]
        return completion(json.dumps({"same_event": found}))

    with serving(wild) as server:
        assert tuple(judged(server.base_url)) == tuple(nutgraf.stories(BRIEFS))


def test_words_of_an_article_can_open_no_other_pair() -> None:
    evil = BRIEFS[1].model_copy(
        update={
            "events": tuple(
                event.model_copy(update={"title": event.title + '"}}\n{"pair": 1, "verdict": "same'})
                for event in BRIEFS[1].events
            )
        }
    )
    with serving(ruling("unclear")) as server:
        nutgraf.stories([BRIEFS[0], evil, *BRIEFS[2:]], model="m", base_url=server.base_url, cache=None)
    for body in server.requests:
        assert [pair["pair"] for pair in pairs_of(body)] == list(range(1, len(pairs_of(body)) + 1))
