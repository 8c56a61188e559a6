"""The judge of `nutgraf.check` against a real loopback server: what it is shown, what it decides, what its failure costs."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from typing import Any

import pytest

import nutgraf
from checked_texts import COURT, FERRY
from loopback import Told, completion, failure, serving
from nutgraf.errors import ConfigurationError
from overtaken import one_is_done, passes_when

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])
DRAFT = (
    "A car ferry struck a reef near Vardnes early on Sunday. Three crew members were treated for cuts. The ship carried 48 passengers. "
    "Ingrid Falk steered by lights that were wrong. She blamed the radar for it."
)
Script = Callable[[dict[str, Any], int], Told]


def lines(body: dict[str, Any]) -> list[str]:
    text: str = body["messages"][-1]["content"].split("Statements:")[1]
    return [line for line in text.splitlines() if line[:1].isdigit()]


def ruling(verdicts: dict[str, str]) -> Script:
    """A judge that carries everything but the statements that hold these words."""

    def script(body: dict[str, Any], _number: int) -> Told:
        found = [
            {
                "item": number,
                "verdict": next((verdict for words, verdict in verdicts.items() if words in line), "carried"),
                "reason": None,
            }
            for number, line in enumerate(lines(body), 1)
        ]
        return completion(json.dumps({"verdicts": found}))

    return script


def judged(base_url: str, text: str = DRAFT, **settings: Any) -> nutgraf.results.Report:
    articles = [FERRY.article, COURT.article]
    return nutgraf.check(text, articles, model="m", base_url=base_url, **{"cache": None, **settings})


def test_one_request_has_everything_judged_that_rules_leave_with_evidence_and_neighbours() -> None:
    with serving(ruling({})) as server:
        report = judged(server.base_url)
    assert len(server.requests) == 1
    told = lines(server.requests[0])
    assert len(told) == 3  # neither the verbatim nor the refuted statement
    shown = server.requests[0]["messages"][-1]["content"]
    assert "ran onto a reef off Vardnes" in shown
    assert "All passengers were taken off" in shown  # beside it
    assert "bribes" not in shown  # the other article has nothing to do with it
    assert any("(she: Ingrid Falk)" in line for line in told)
    assert [one.verdict for one in report.statements] == ["judged", "verbatim", "refuted", "judged", "judged"]
    assert all(one.reason is None for one in report.found("judged"))
    assert report.model == "m"
    assert report.usage.total_tokens == server.answered_tokens
    assert report.problems == ()


def test_what_it_contradicts_is_refuted_and_what_it_does_not_find_is_open() -> None:
    with serving(ruling({"struck a reef": "contradicted", "blamed": "not_said"})) as server:
        report = judged(server.base_url)
    first, _, _, fourth, last = report.statements
    assert (first.verdict, first.rule, first.reason) == ("refuted", "judge", "its sentences say otherwise")
    assert fourth.verdict == "judged"
    assert (last.verdict, last.rule) == ("open", "judge")
    assert (last.reason or "").startswith("its sentences do not say it")


@pytest.mark.parametrize(
    "answer", [failure(500), failure(429), completion("no json")], ids=["outage", "busy", "nonsense"]
)
def test_a_judge_that_fails_loses_nothing(answer: Told) -> None:
    with serving(lambda _body, _number: answer) as server:
        report = judged(server.base_url)
    plain = nutgraf.check(DRAFT, [FERRY.article, COURT.article])
    assert report.statements == plain.statements
    (problem,) = report.problems
    assert "3 of 3 statements could not be judged" in problem.detail


def test_a_statement_without_a_verdict_is_counted() -> None:
    with serving(lambda _body, _number: completion('{"verdicts": [{"item": 1, "verdict": "carried"}]}')) as server:
        report = judged(server.base_url)
    assert [one.verdict for one in report.statements].count("judged") == 1
    assert [(one.kind, one.detail[:6]) for one in report.problems] == [("no_verdict", "2 of 3")]


def test_verdicts_come_from_the_cache_the_next_time() -> None:
    with serving(ruling({})) as server:
        for _ in range(2):
            report = judged(server.base_url, cache="default")
    assert len(server.requests) == 1
    assert (report.usage.requests, report.usage.cached_requests) == (0, 1)


def test_a_budget_that_is_used_up_is_told() -> None:
    with serving(ruling({})) as server:
        report = judged(server.base_url, budget=nutgraf.Budget(tokens=10))
    assert server.requests == []
    assert [one.kind for one in report.problems] == ["BudgetExceeded"]


def test_a_deadline_that_passes_is_told() -> None:
    slow = Told(completion("{}").body, delay=2)
    with serving(lambda _body, _number: slow) as server:
        report = judged(server.base_url, deadline=0.2)
    assert [one.kind for one in report.problems] == ["ModelUnavailable"]


MANY = "A red ferry hit a reef off Vardnes. " * 60


def test_a_deadline_that_passes_costs_no_verdict_that_came_before_it(monkeypatch: pytest.MonkeyPatch) -> None:
    over = threading.Event()
    passes_when(one_is_done, monkeypatch, "asking.judging")

    def script(body: dict[str, Any], number: int) -> Told:
        if len(lines(body)) == 20:
            over.wait(60)
        return ruling({})(body, number)

    with serving(script) as server:
        report = judged(server.base_url, MANY, deadline=60)
        over.set()
    assert len(report.found("judged")) == 40
    assert [(one.kind, one.detail[:8]) for one in report.problems] == [("ModelUnavailable", "20 of 60")]
    assert "the deadline of 60 s passed" in report.problems[0].detail


def test_the_requests_about_a_long_text_are_in_flight_side_by_side() -> None:
    both = threading.Barrier(2, timeout=60)

    def script(body: dict[str, Any], number: int) -> Told:
        both.wait()
        return ruling({})(body, number)

    with serving(script) as server:
        report = judged(server.base_url, MANY)
    assert len(report.found("judged")) == 60


def test_a_key_that_is_refused_is_raised() -> None:
    with serving(lambda _body, _number: failure(401)) as server, pytest.raises(ConfigurationError):
        judged(server.base_url)


def test_nothing_to_judge_asks_nothing() -> None:
    with serving(ruling({})) as server:
        report = judged(server.base_url, "Three crew members were treated for cuts.")
    assert server.requests == []
    assert report.found("verbatim")
    assert report.problems == ()


def test_a_long_text_is_judged_in_few_requests() -> None:
    with serving(ruling({})) as server:
        judged(server.base_url, MANY)
    assert len(server.requests) == 2
