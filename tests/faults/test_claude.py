"""Claude by its own API: the same contracts as for any other server, against a loopback server that speaks it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import nutgraf
from loopback import Handler, Server, Told, completion, listening, serving
from messages_api import called, message, trouble
from nutgraf.errors import ConfigurationError, ModelError, ModelRefused, ModelUnavailable, NutgrafError, ReplyInvalid

pytest.importorskip("anthropic")
pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])

TEXT = 'MOSS – The ferry sank on Friday. Nobody was hurt.\n\n"We saw it go," said Ida Moe, a pilot.'
RIGHT: dict[str, Any] = {
    "quotes": [{"content": ["m1"], "speaker": {"name": "Ida Moe", "kind": "person"}, "cue": "said"}],
    "events": [{"evidence": [1], "title": "The ferry sank on Friday", "status": "occurred"}],
    "summary": [{"evidence": [1], "text": "The ferry sank on Friday."}],
}
G = json.dumps(RIGHT)
KEY = "sk-ant-Zk3vQ9wLm2XcT8RbN5yHd7J"
Script = Callable[[dict[str, Any], int], Told]


@pytest.fixture
def ask(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Ask a server that answers by a script, or always the same."""

    def asked(script: Script | Told, *more: Told, **settings: Any) -> tuple[nutgraf.Brief | NutgrafError, Server]:
        told = script if callable(script) else lambda _body, n: (script, *more)[min(n, len(more))]
        with serving(told) as server:
            monkeypatch.setenv("ANTHROPIC_BASE_URL", server.base_url.removesuffix("/v1"))
            monkeypatch.setenv("ANTHROPIC_API_KEY", KEY)
            chosen: dict[str, Any] = {"model": "anthropic/claude-x", "cache": None} | settings
            with nutgraf.Summarizer(**chosen) as desk:
                try:
                    return desk.summarize(TEXT), server
                except NutgrafError as error:
                    return error, server

    return asked


def test_a_strict_answer_is_asked_for_in_the_way_of_the_messages_api(ask: Any) -> None:
    brief, server = ask(message(G))
    assert isinstance(brief, nutgraf.Brief)
    assert brief.complete
    ((body,), (headers,)) = (server.requests, server.headers)
    assert body["output_config"]["format"]["type"] == "json_schema"
    assert set(body["output_config"]["format"]["schema"]["properties"]) == {"quotes", "events", "summary", "topics"}
    assert not {"tools", "tool_choice", "response_format", "stream"} & body.keys()
    assert body["model"] == "claude-x"
    assert body["max_tokens"] > 0
    assert [m["role"] for m in body["messages"]] == ["user"]
    (system,) = body["system"]
    assert "schema" not in system["text"].lower(), "nothing is added to our own words"
    # In which header the key goes is the package's to say: X-Api-Key up to 1.x, a bearer's from 2.x.
    assert [value for value in headers.values() if KEY in value] in ([KEY], [f"Bearer {KEY}"])
    assert headers["anthropic-version"]
    assert (brief.usage.requests, brief.usage.total_tokens) == (1, 120)
    assert brief.provenance.host == server.base_url.removeprefix("http://").removesuffix("/v1")


def test_the_brief_is_the_one_that_any_other_server_gives(ask: Any) -> None:
    brief, _ = ask(message({"type": "thinking", "thinking": "{}", "signature": "x"}, G[:40], G[40:]))
    with serving(lambda _b, _n: completion(G)) as server:
        other = nutgraf.summarize(TEXT, model="m", base_url=server.base_url)
    assert (brief.quotes, brief.events, brief.summary) == (other.quotes, other.events, other.summary)


def test_a_model_without_strict_answers_is_given_a_tool_and_then_words_each_once(ask: Any) -> None:
    def script(body: dict[str, Any], _n: int) -> Told:
        if "output_config" in body:
            return trouble(400, "invalid_request_error", "'claude-x' does not support output_config.format")
        if "tools" in body:
            return trouble(400, "invalid_request_error", "tool_choice forces tool use, which this model does not take")
        return message(f"Here it is:\n```json\n{G}\n```")

    brief, server = ask(script)
    assert isinstance(brief, nutgraf.Brief)
    assert brief.complete
    assert brief.usage.requests == len(server.requests) == 3
    tool = server.requests[1]["tools"][0]
    assert tool["input_schema"]["additionalProperties"] is False
    assert server.requests[1]["tool_choice"]["name"] == tool["name"]
    assert '"evidence"' in server.requests[2]["system"][0]["text"]


def test_the_input_of_the_tool_is_the_answer_and_what_was_learned_is_remembered(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def script(body: dict[str, Any], _n: int) -> Told:
        refused = trouble(400, "invalid_request_error", "output_config: Extra inputs are not permitted")
        return refused if "output_config" in body else called(RIGHT)

    with serving(script) as server:
        monkeypatch.setenv("ANTHROPIC_BASE_URL", server.base_url)
        with nutgraf.Summarizer(model="anthropic/claude-x", api_key=KEY, cache=None) as desk:
            assert [desk.summarize(TEXT + end).usage.requests for end in ("", " So.")] == [2, 1]
    assert [r.message.split(" ")[1] for r in caplog.records] == ["refuses"]


def test_no_temperature_goes_out_unless_it_is_asked_for(ask: Any) -> None:
    assert "temperature" not in ask(message(G))[1].requests[0]
    assert ask(message(G), extra_body={"temperature": 0})[1].requests[0]["temperature"] == 0


@pytest.mark.parametrize("stop", ["max_tokens", "model_context_window_exceeded"])
@pytest.mark.parametrize("form", ["text", "a tool that the server closed"])
def test_a_cut_off_answer_gets_more_room_once_and_what_came_whole_stays(ask: Any, stop: str, form: str) -> None:
    half = {name: RIGHT[name] for name in ("quotes", "events")} | {"summary": []}
    cut = message(G[: G.index('"summary"') + 20], stop=stop) if form == "text" else called(half, stop=stop)
    brief, server = ask(cut, message(json.dumps({"summary": RIGHT["summary"]})))
    assert isinstance(brief, nutgraf.Brief)
    assert brief.complete
    assert [e.title for e in brief.events] == ["The ferry sank on Friday"]
    assert [p.text for p in brief.summary] == ["The ferry sank on Friday."]
    assert [body["max_tokens"] for body in server.requests][1] == 2 * server.requests[0]["max_tokens"]


def test_a_limit_that_the_message_names_is_kept(ask: Any) -> None:
    def script(body: dict[str, Any], _n: int) -> Told:
        if body["max_tokens"] > 4_096:
            said = f"max_tokens: {body['max_tokens']} > 4096, which is the maximum allowed number of output tokens"
            return trouble(400, "invalid_request_error", said)
        return message(G)

    brief, server = ask(script, max_output_tokens=9_000)
    assert isinstance(brief, nutgraf.Brief)
    assert server.requests[1]["max_tokens"] == 4_096


REFUSED: dict[str, tuple[Told, type[NutgrafError], int, str]] = {
    "a refusal": (
        message("I can't", stop="refusal", stop_details={"type": "refusal", "category": "cyber"}),
        ModelRefused,
        1,
        "refused",
    ),
    "a refusal midway": (message(G, stop="refusal"), ModelRefused, 1, "refused"),
    "busy": (trouble(429, "rate_limit_error", "slow down"), ModelUnavailable, 3, "slow down"),
    "busy for an hour": (trouble(429, "rate_limit_error", retry_after="3600"), ModelUnavailable, 1, "429"),
    "overloaded": (trouble(529, "overloaded_error", "Overloaded"), ModelUnavailable, 3, "Overloaded"),
    "overloaded, with status 200": (
        Told({"type": "error", "error": {"type": "overloaded_error", "message": "Overloaded"}}),
        ModelUnavailable,
        3,
        "Overloaded",
    ),
    "broken": (trouble(500, "api_error", "Internal"), ModelUnavailable, 3, "Internal"),
    "gone": (Told(hang_up=True), ModelUnavailable, 3, "no connection"),
    "no credit": (
        trouble(400, "invalid_request_error", "Your credit balance is too low to access the API"),
        ModelUnavailable,
        1,
        "wants to be paid",
    ),
    "the key": (trouble(401, "authentication_error", "invalid x-api-key"), ConfigurationError, 1, "refuses the key"),
    "the model": (trouble(404, "not_found_error", "model: claude-x"), ConfigurationError, 1, "no such model"),
    "too large": (trouble(413, "request_too_large", "Request exceeds"), ModelError, 1, "413"),
    "something else": (trouble(400, "invalid_request_error", "messages: odd"), ConfigurationError, 1, "odd"),
    "a redirect": (Told("", 302, {"location": "http://127.0.0.1:9/"}), ConfigurationError, 1, "redirects"),
    "a page": (Told("<html>Log in</html>", headers={"content-type": "text/html"}), ModelUnavailable, 3, "web page"),
    "half a body": (Told('{"id": "msg_1", "conte'), ModelUnavailable, 3, "base URL"),
    "something that is no message": (Told({"ok": True}), ModelUnavailable, 3, "base URL"),
    "prose": (message("The ferry sank."), ReplyInvalid, 2, "no object"),
    "nothing": (message(), ReplyInvalid, 2, "empty"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_each_fault_is_told_apart_and_costs_what_it_should(ask: Any, name: str) -> None:
    told, kind, requests, said = REFUSED[name]
    error, server = ask(told)
    assert type(error) is kind, error
    assert said in str(error)
    assert len(server.requests) == requests
    if isinstance(error, ModelError):
        assert error.usage is not None
        assert (error.usage.requests, error.attempts) == (requests, requests)
        answered = isinstance(told.body, dict) and "stop_reason" in told.body
        assert error.usage.total_tokens == (120 * requests if answered else 0)


def test_what_was_read_from_the_prompt_cache_counts_as_part_of_the_prompt(ask: Any) -> None:
    usage = {"input_tokens": 10, "cache_read_input_tokens": 80, "cache_creation_input_tokens": 5, "output_tokens": 7}
    brief, _ = ask(message(G, usage=usage))
    assert (brief.usage.prompt_tokens, brief.usage.completion_tokens) == (95, 7)


def test_nothing_of_the_environment_but_its_own_key_goes_out(monkeypatch: pytest.MonkeyPatch, ask: Any) -> None:
    for name in ("OPENAI_API_KEY", "NUTGRAF_API_KEY", "ANTHROPIC_AUTH_TOKEN", "MISTRAL_API_KEY"):
        monkeypatch.setenv(name, "SECRET-OF-ANOTHER")
    monkeypatch.setenv("ANTHROPIC_CUSTOM_HEADERS", "x-custom: SECRET-OF-ANOTHER")
    _, server = ask(message(G), headers={"x-team": "desk"})
    assert "SECRET-OF-ANOTHER" not in json.dumps(server.headers)
    assert server.headers[0]["x-team"] == "desk"


def test_its_key_reaches_no_other_host(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANTHROPIC_API_KEY", KEY)
    with serving(lambda _b, _n: completion(G)) as server:
        nutgraf.summarize(TEXT, model="anthropic/claude-x", base_url=server.base_url)
        assert server.requests[0]["model"] == "anthropic/claude-x"
    assert KEY not in json.dumps(server.headers)


def test_a_key_that_the_server_repeats_is_masked(ask: Any) -> None:
    error, _ = ask(trouble(401, "authentication_error", f"invalid x-api-key {KEY}"))
    assert KEY not in str(error)
    assert "[key]" in str(error)


def test_an_endless_body_is_read_no_further_than_an_answer_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[int] = []

    class Endless(Handler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["content-length"]))
            self.send_response(200)
            self.send_header("content-type", "application/json")
            self.end_headers()
            self.close_connection = True
            sent = 0
            try:
                while sent < 2**26:
                    sent += self.wfile.write(b" " * 65_536)
            except OSError:
                pass
            written.append(sent)

    with listening(Endless) as base_url:
        monkeypatch.setenv("ANTHROPIC_BASE_URL", base_url)
        with (
            nutgraf.Summarizer(
                model="anthropic/x", api_key=KEY, cache=None, passes=("summary",), max_output_tokens=1_000
            ) as desk,
            pytest.raises(ReplyInvalid, match="longer than"),
        ):
            desk.summarize(TEXT)
    assert all(sent < 2**25 for sent in written)


def test_a_second_run_is_answered_from_the_cache_and_no_other_endpoints(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def script(body: dict[str, Any], _n: int) -> Told:
        return message(G) if "system" in body else completion(G)

    with serving(script) as server:
        monkeypatch.setenv("ANTHROPIC_BASE_URL", server.base_url)
        monkeypatch.setenv("ANTHROPIC_API_KEY", KEY)
        made: list[dict[str, Any]] = [
            {"model": "anthropic/claude-x"},
            {"model": "anthropic/claude-x"},
            {"model": "claude-x", "base_url": server.base_url},
        ]
        found = [nutgraf.summarize(TEXT, cache=tmp_path / "a.sqlite", **one).usage.requests for one in made]
    assert found == [1, 0, 1]


def test_own_parameters_go_in_beside_the_format(ask: Any) -> None:
    extra = {"output_config": {"effort": "low"}, "service_tier": "auto"}
    _, server = ask(message(G), extra_body=extra)
    (body,) = server.requests
    assert body["service_tier"] == "auto"
    assert body["output_config"]["effort"] == "low"
    assert body["output_config"]["format"]["type"] == "json_schema"


def test_its_batches_are_refused_with_the_way_that_there_is(tmp_path: Path) -> None:
    from nutgraf.scaling.openai_batch import Batch

    desk = nutgraf.Summarizer(model="anthropic/claude-x", api_key=KEY, cache=tmp_path / "a.sqlite")
    with desk, pytest.raises(ConfigurationError, match="nutgraf run"):
        Batch(desk, tmp_path / "out.jsonl")
