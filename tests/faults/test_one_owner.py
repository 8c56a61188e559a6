"""Every failure is handled once: the number of requests that a server sees is the number we mean to send."""

from __future__ import annotations

import json
import pickle
from typing import Any

import pytest

import nutgraf
from loopback import Script, Server, Told, completion, failure, serving
from nutgraf.asking.line.patience import Patience
from nutgraf.errors import ConfigurationError, ModelRefused, ModelUnavailable, NutgrafError, ReplyInvalid

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])

TEXT = (
    'OSLO – The port reopened on Friday after a two-day strike. "We are back at work," said Kari Holm, a crane driver.'
)
GOOD = json.dumps(
    {
        "quotes": [
            {"content": ["m1"], "speaker": {"name": "Kari Holm", "kind": "person"}, "cue": "said", "addressee": None}
        ],
        "events": [
            {
                "evidence": [1],
                "title": "The port reopened after a strike",
                "status": "occurred",
                "participants": [],
                "place": None,
                "time": "Friday",
                "quantities": [],
            }
        ],
        "summary": [{"evidence": [1], "text": "The port reopened on Friday."}],
    }
)


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    quick = Patience(attempts=3, first_wait=0.001, longest_wait=0.05)
    monkeypatch.setattr("nutgraf.desk.PATIENCE", quick)


def ask(script: Script, **settings: Any) -> tuple[nutgraf.Brief | NutgrafError, Server]:
    with serving(script) as server:
        desk = nutgraf.Summarizer(
            model="m", base_url=server.base_url, api_key="k", cache=None, timeout=30.0, **settings
        )
        with desk:
            try:
                return desk.summarize(TEXT), server
            except NutgrafError as error:
                return error, server


def always(told: Told) -> Script:
    return lambda _body, _n: told


def first(*told: Told) -> Script:
    return lambda _body, n: told[min(n, len(told) - 1)]


def test_one_request_serves_every_pass() -> None:
    brief, server = ask(always(completion(GOOD)))
    assert isinstance(brief, nutgraf.Brief)
    assert len(server.requests) == 1
    assert (len(brief.quotes), len(brief.events), len(brief.summary)) == (1, 1, 1)
    assert brief.complete
    assert brief.usage.total_tokens == server.answered_tokens


def test_strict_is_really_on_the_wire() -> None:
    _, server = ask(always(completion(GOOD)))
    sent = server.requests[0]["response_format"]
    assert sent["type"] == "json_schema"
    assert sent["json_schema"]["strict"] is True
    assert sent["json_schema"]["schema"]["additionalProperties"] is False
    assert server.requests[0]["temperature"] == 0


def test_strict_can_be_left_out_from_the_start() -> None:
    _, server = ask(always(completion(GOOD)), strict=False)
    assert "strict" not in server.requests[0]["response_format"]["json_schema"]


@pytest.mark.parametrize(
    ("script", "requests", "error"),
    [
        (always(failure(429)), 3, ModelUnavailable),
        (always(failure(500)), 3, ModelUnavailable),
        (always(Told(hang_up=True)), 3, ModelUnavailable),
        (always(failure(429, retry_after="3600")), 1, ModelUnavailable),
        (always(failure(401)), 1, ConfigurationError),
        (always(failure(404)), 1, ConfigurationError),
        (always(failure(400, "context too long")), 1, ConfigurationError),
        (always(Told("", 302, {"location": "http://127.0.0.1:9/"})), 1, ConfigurationError),
        (always(completion(None, refusal="I will not")), 1, ModelRefused),
        (always(completion("", finish="content_filter")), 1, ModelRefused),
    ],
    ids=["429", "500", "hang-up", "429-for-an-hour", "401", "404", "400", "redirect", "refusal", "content-filter"],
)
def test_the_number_of_requests_is_no_product_of_layers(
    script: Script, requests: int, error: type[NutgrafError]
) -> None:
    raised, server = ask(script)
    assert type(raised) is error, raised
    assert len(server.requests) == requests
    assert len(str(raised)) < 2_000
    again = pickle.loads(pickle.dumps(raised))
    assert type(again) is error
    assert str(again) == str(raised)


def test_an_answer_cut_off_gets_more_room_once_and_never_the_same_request() -> None:
    raised, server = ask(always(completion(GOOD[:40], finish="length")), passes=("events",))
    assert isinstance(raised, ReplyInvalid)
    assert raised.truncated
    limits = [request["max_tokens"] for request in server.requests]
    assert limits == [limits[0], 2 * limits[0]]
    assert raised.usage is not None
    assert raised.usage.total_tokens == server.answered_tokens


def test_an_answer_that_does_not_fit_is_asked_for_again_with_the_field_path() -> None:
    wrong = json.dumps({"events": [{"evidence": ["one"]}]})
    raised, server = ask(always(completion(wrong)), passes=("events",))
    assert isinstance(raised, ReplyInvalid)
    assert len(server.requests) == 2
    note = server.requests[1]["messages"][-1]["content"]
    assert "events.0.title" in note
    assert len(server.requests[1]["messages"]) == len(server.requests[0]["messages"]) + 1


def test_a_busy_server_is_waited_for() -> None:
    brief, server = ask(first(failure(429, retry_after="0"), failure(503), completion(GOOD)))
    assert isinstance(brief, nutgraf.Brief)
    assert len(server.requests) == 3
    assert brief.usage.requests == 3


@pytest.mark.parametrize(
    ("complaint", "check"),
    [
        ("'strict' is not supported in response_format", lambda r: "strict" not in r["response_format"]["json_schema"]),
        ("Unsupported value: temperature", lambda r: "temperature" not in r),
        (
            "Use max_completion_tokens instead of max_tokens",
            lambda r: "max_completion_tokens" in r and "max_tokens" not in r,
        ),
    ],
)
def test_a_parameter_that_a_server_refuses_is_left_out_once_and_remembered(complaint: str, check: Any) -> None:
    with serving(first(failure(400, complaint), completion(GOOD))) as server:
        desk = nutgraf.Summarizer(model="m", base_url=server.base_url, cache=None)
        with desk:
            first_brief, second = desk.summarize(TEXT), desk.summarize(TEXT)
    assert len(server.requests) == 3
    assert not check(server.requests[0])
    assert check(server.requests[1])
    assert check(server.requests[2])
    assert first_brief.usage.requests == 2
    assert second.usage.requests == 1


def test_json_mode_is_the_last_step_and_brings_the_schema_along() -> None:
    brief, server = ask(
        first(failure(400, "response_format"), failure(400, "response_format"), completion(f"```json\n{GOOD}\n```"))
    )
    assert isinstance(brief, nutgraf.Brief)
    assert server.requests[2]["response_format"] == {"type": "json_object"}
    assert '"evidence"' in server.requests[2]["messages"][0]["content"]


def test_a_pass_that_fails_leaves_the_others_and_says_so() -> None:
    def script(body: dict[str, Any], _n: int) -> Told:
        wanted = body["response_format"]["json_schema"]["schema"]["required"]
        return completion(json.dumps({"quotes": json.loads(GOOD)["quotes"]} if "quotes" in wanted else {}))

    brief, _ = ask(script)
    assert isinstance(brief, nutgraf.Brief)
    assert not brief.complete
    assert {p.step for p in brief.problems if p.resolution == "unresolved"} == {"events", "summary"}
    assert brief.quotes[0].speaker is not None
    assert brief.quotes[0].speaker.name == "Kari Holm"


def test_no_key_of_openai_and_no_header_from_its_variables_reaches_another_host(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("OPENAI_API_KEY", "OPENAI_ORG_ID", "OPENAI_PROJECT_ID", "OPENAI_ADMIN_KEY"):
        monkeypatch.setenv(name, "SECRET")
    monkeypatch.setenv("OPENAI_CUSTOM_HEADERS", "x-custom: SECRET")
    with (
        serving(always(completion(GOOD))) as server,
        nutgraf.Summarizer(model="m", base_url=server.base_url, cache=None) as desk,
    ):
        desk.summarize(TEXT)
    assert "SECRET" not in json.dumps(server.headers)


def test_proxy_variables_do_not_touch_a_loopback_endpoint(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    brief, _ = ask(always(completion(GOOD)))
    assert isinstance(brief, nutgraf.Brief)


def test_a_second_run_is_answered_from_the_cache() -> None:
    with serving(always(completion(GOOD))) as server:
        for expected in (1, 0):
            with nutgraf.Summarizer(model="m", base_url=server.base_url) as desk:
                brief = desk.summarize(TEXT)
            assert brief.usage.requests == expected
        assert len(server.requests) == 1
        assert brief.usage.cached_requests == 1
        assert brief.usage.saved_tokens == server.answered_tokens
        assert brief.usage.total_tokens == 0


def test_a_budget_stops_the_request_before_it_goes_out() -> None:
    raised, server = ask(always(completion(GOOD)), budget=nutgraf.Budget(tokens=50))
    assert type(raised).__name__ == "BudgetExceeded"
    assert server.requests == []


def test_what_is_late_for_the_deadline_is_named_and_the_rest_delivered() -> None:
    def script(body: dict[str, Any], _n: int) -> Told:
        wanted = body["response_format"]["json_schema"]["schema"]["required"]
        told = completion(json.dumps({wanted[0]: json.loads(GOOD)[wanted[0]]}))
        told.delay = 60.0 if wanted == ["summary"] else 0.0
        return told

    ask(always(completion(GOOD)))  # what is loaded at first use is no part of an article's time
    brief, _ = ask(script, deadline=2.5, window="sentence")
    assert isinstance(brief, nutgraf.Brief)
    assert not brief.complete
    assert any("deadline" in p.detail and p.step == "summary" for p in brief.problems)
    assert brief.events
