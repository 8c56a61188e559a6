"""A right answer costs one request, however a server wraps it; what can't be read costs no more than itself."""

from __future__ import annotations

import json
import logging
from typing import Any

import pytest

import nutgraf
from loopback import Told, completion, failure, serving
from nutgraf.errors import ConfigurationError, ModelRefused, ModelUnavailable, NutgrafError, ReplyInvalid

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])

TEXT = 'MOSS – The ferry sank on Friday. Nobody was hurt.\n\n"We saw it go," said Ida Moe, a pilot.'
RIGHT: dict[str, Any] = {
    "quotes": [{"content": ["m1"], "speaker": {"name": "Ida Moe", "kind": "person"}, "cue": "said", "addressee": None}],
    "events": [{"evidence": [1], "title": "The ferry sank on Friday", "status": "occurred"}],
    "summary": [{"evidence": [1], "text": "The ferry sank on Friday."}],
}
G = json.dumps(RIGHT)
DRAFT = json.dumps({"quotes": [], "events": [], "summary": []})


def message(**fields: Any) -> Told:
    told = completion(None)
    assert isinstance(told.body, dict)
    told.body["choices"][0]["message"].update(fields)
    return told


def asked(script: Any, **settings: Any) -> tuple[nutgraf.Brief | NutgrafError, list[dict[str, Any]]]:
    told = script if callable(script) else lambda _body, _n: script
    with serving(told) as server:
        chosen: dict[str, Any] = {"model": "m", "base_url": server.base_url, "cache": None} | settings
        with nutgraf.Summarizer(**chosen) as desk:
            try:
                return desk.summarize(TEXT), server.requests
            except NutgrafError as error:
                return error, server.requests


def then(*tolds: Told) -> Any:
    return lambda _body, n: tolds[min(n, len(tolds) - 1)]


PLACES = {
    "a list of parts": message(content=[{"type": "thinking", "thinking": DRAFT}, {"type": "text", "text": G[:30]}, {"type": "text", "text": G[30:]}]),
    "a list of strings": message(content=[G[:30], G[30:]]),
    "an object": message(content=RIGHT),
    "a tool call": message(tool_calls=[{"id": "1", "type": "function", "function": {"name": "answer", "arguments": G}}]),
    "an old call": message(function_call={"name": "answer", "arguments": G}),
    "reasoning_content": message(reasoning_content=f"Is it {DRAFT}? No: {G}"),
    "reasoning": message(content="", reasoning=f"```json\n{G}\n```"),
    "thinking": completion(f"<think>{DRAFT}</think>\n{G}"),
    "prose": completion(f"Here it is:\n```json\n{G}\n```\nGood luck."),
    "a trailing comma": completion(G[:-1] + ",}"),
    "a wrapping": completion(json.dumps({"answer": json.dumps(RIGHT)})),
    "white space up to the limit": completion(G + " " * 40, finish="length"),
    "a stream": Told(
        "".join(f"data: {json.dumps({'id': 'x', 'choices': [{'delta': {'content': part}}]})}\n\n" for part in (G[:40], G[40:]))
        + 'data: {"choices": [{"delta": {}, "finish_reason": "stop"}]}\n\ndata: [DONE]\n\n',
        headers={"content-type": "text/event-stream"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("told", PLACES.values(), ids=PLACES)
def test_a_right_answer_costs_one_request_wherever_it_stands(told: Told) -> None:
    plain, _ = asked(completion(G))
    brief, requests = asked(told)
    assert isinstance(brief, nutgraf.Brief)
    assert isinstance(plain, nutgraf.Brief)
    assert len(requests) == 1
    assert (brief.quotes, brief.events, brief.summary) == (plain.quotes, plain.events, plain.summary)
    assert brief.problems == plain.problems


def test_an_unusual_place_is_told_once(caplog: pytest.LogCaptureFixture) -> None:
    with (
        caplog.at_level(logging.WARNING),
        serving(lambda _b, _n: PLACES["a tool call"]) as server,
        nutgraf.Summarizer(model="m", base_url=server.base_url, cache=None) as desk,
    ):
        desk.summarize(TEXT)
        desk.summarize(TEXT)
    assert sum("into a tool call" in r.message for r in caplog.records) == 1


@pytest.mark.parametrize("text", [f"Perhaps {G} - no, I am not sure yet", f"{G} {{so}}"])
def test_a_draft_in_the_reasoning_is_no_answer(text: str) -> None:
    error, _ = asked(message(reasoning_content=text))
    assert isinstance(error, ReplyInvalid)


@pytest.mark.parametrize(
    ("told", "kind", "said"),
    [
        (Told({"error": {"code": 401, "message": "key gone"}}), ConfigurationError, "refuses the key"),
        (Told({"error": {"code": 402, "message": "no credit"}}), ModelUnavailable, "wants to be paid"),
        (Told({"error": {"code": 400, "message": "no such voice"}}), ConfigurationError, "no such voice"),
    ],
)
def test_an_error_inside_an_answer_keeps_its_own_status(told: Told, kind: type[NutgrafError], said: str) -> None:
    error, requests = asked(told)
    assert isinstance(error, kind)
    assert said in str(error)
    assert len(requests) == 1


def test_an_error_inside_a_choice_is_waited_for_like_any_other(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = completion(None)
    assert isinstance(broken.body, dict)
    broken.body["choices"][0] |= {"error": {"code": 502, "message": "upstream is gone"}, "finish_reason": "error"}
    brief, requests = asked(then(broken, completion(G)))
    assert isinstance(brief, nutgraf.Brief)
    assert len(requests) == 2


@pytest.mark.parametrize("reason", ["content_filter", "content_filter: RECITATION", "RECITATION", "SAFETY"])
def test_a_filter_that_stops_an_answer_is_a_refusal_in_whatever_word(reason: str) -> None:
    error, requests = asked(completion(None, finish=reason))
    assert isinstance(error, ModelRefused)
    assert reason.lower() in str(error) or reason == "content_filter"
    assert len(requests) == 1


@pytest.mark.parametrize("reason", ["length", "model_length", "MAX_TOKENS"])
def test_an_answer_that_ends_at_a_limit_is_cut_off_in_whatever_word(reason: str) -> None:
    brief, requests = asked(then(completion(G[:60], finish=reason), completion(G)))
    assert isinstance(brief, nutgraf.Brief)
    assert brief.complete
    assert requests[1]["max_tokens"] == 2 * requests[0]["max_tokens"]


def test_an_answer_that_breaks_off_with_an_error_is_asked_for_again_and_booked() -> None:
    brief, requests = asked(then(completion(G[:60], finish="error"), completion(G)))
    assert isinstance(brief, nutgraf.Brief)
    assert [one["messages"] for one in requests] == [requests[0]["messages"]] * 2
    assert (brief.usage.requests, brief.usage.total_tokens) == (2, 240)


def test_what_a_model_thought_is_booked_where_only_the_sum_tells_it() -> None:
    told = completion(G)
    assert isinstance(told.body, dict)
    told.body["usage"]["total_tokens"] += 300
    brief, _ = asked(told)
    assert isinstance(brief, nutgraf.Brief)
    assert (brief.usage.prompt_tokens, brief.usage.completion_tokens) == (100, 320)


def test_a_server_that_ignores_the_format_is_asked_in_words_once_and_from_then_on() -> None:
    def script(body: dict[str, Any], _n: int) -> Told:
        in_words = "fit this schema" in body["messages"][0]["content"]
        return completion(f"Gladly: {G} Anything else?" if in_words else "The ferry sank, and Ida Moe saw it.")

    with serving(script) as server, nutgraf.Summarizer(model="m", base_url=server.base_url, cache=None) as desk:
        first, second = desk.summarize(TEXT), desk.summarize(TEXT + " It was late.")
    assert (first.usage.requests, second.usage.requests) == (2, 1)
    assert first.complete
    assert "response_format" in server.requests[0]
    assert all("response_format" not in body for body in server.requests[1:])


def test_a_slip_of_a_model_that_honoured_the_format_changes_nothing() -> None:
    with (
        serving(then(completion(G), completion("Hm."), completion(G))) as server,
        nutgraf.Summarizer(model="m", base_url=server.base_url, cache=None) as desk,
    ):
        assert desk.summarize(TEXT).usage.requests == 1
        assert desk.summarize(TEXT + " It was late.").usage.requests == 2
    assert all("response_format" in body for body in server.requests)


BAD = {"evidence": [1], "title": "The ferry sank on Friday", "status": "somehow"}


def test_a_bad_item_is_asked_for_again_alone_and_the_others_stay() -> None:
    def script(_body: dict[str, Any], n: int) -> Told:
        if n == 0:
            return completion(
                json.dumps(RIGHT | {"events": [*RIGHT["events"], BAD | {"title": "Nobody was hurt", "evidence": [2]}]})
            )
        return completion(json.dumps({"events": [{"item": 1, "evidence": [2], "status": "occurred"}]}))

    brief, requests = asked(script)
    assert isinstance(brief, nutgraf.Brief)
    assert len(requests) == 2
    assert "'somehow' is none of occurred" in requests[1]["messages"][-1]["content"]
    assert [e.title for e in brief.events] == ["The ferry sank on Friday", "Nobody was hurt"]
    assert [(p.kind, p.resolution) for p in brief.problems] == [("unreadable", "repaired")]
    assert brief.complete


def test_a_bad_item_that_stays_bad_is_dropped_and_told() -> None:
    brief, _ = asked(
        then(
            completion(json.dumps(RIGHT | {"events": [*RIGHT["events"], BAD]})), completion(json.dumps({"events": []}))
        )
    )
    assert isinstance(brief, nutgraf.Brief)
    assert len(brief.events) == len(RIGHT["events"])
    assert ("unreadable", "dropped") in {(p.kind, p.resolution) for p in brief.problems}


def test_an_answer_with_a_bad_item_is_kept_and_reads_the_same_from_the_cache(tmp_path: Any) -> None:
    def script(_body: dict[str, Any], n: int) -> Told:
        given = RIGHT | {"events": [*RIGHT["events"], BAD]} if n == 0 else {"events": []}
        return completion(json.dumps(given))

    with serving(script) as server:
        briefs = []
        for _ in range(2):
            with nutgraf.Summarizer(model="m", base_url=server.base_url, cache=tmp_path / "a.sqlite") as desk:
                briefs.append(desk.summarize(TEXT))
        assert len(server.requests) == 2
    assert briefs[1].usage.requests == 0
    assert (briefs[0].events, briefs[0].problems) == (briefs[1].events, briefs[1].problems)


def test_what_a_cut_answer_held_whole_stays_and_the_rest_is_asked_for_within_the_limit() -> None:
    def script(body: dict[str, Any], n: int) -> Told:
        if n == 0:
            return completion(G[: G.index('"summary"') + 30], finish="length")
        room = body["max_tokens"]
        if room > 8_192:
            return failure(400, f"max_tokens is too large: {room}. At most 8192 are possible.")
        assert room == 8_192
        return completion(json.dumps({"summary": RIGHT["summary"]}))

    brief, requests = asked(script)
    assert isinstance(brief, nutgraf.Brief)
    assert brief.complete
    assert len(requests) == 3
    assert len(brief.events) == len(brief.summary) == 1


def test_passes_that_came_whole_outlive_a_refusal_of_the_rest() -> None:
    def script(_body: dict[str, Any], n: int) -> Told:
        return completion(G[: G.index('"summary"') + 30], finish="length") if n == 0 else failure(400, "no")

    brief, _ = asked(script)
    assert isinstance(brief, nutgraf.Brief)
    assert not brief.complete
    assert brief.events
    assert [p.step for p in brief.problems if p.resolution == "unresolved"] == ["summary"]


def test_an_answer_that_is_cut_where_there_is_no_more_room_is_not_asked_for_in_the_same_way_again() -> None:
    def script(body: dict[str, Any], _n: int) -> Told:
        if body["max_tokens"] > 4_000:
            return failure(400, f"max_tokens is too large: {body['max_tokens']}. At most 4000 are possible.")
        return completion('{"events": [', finish="length")

    error, requests = asked(script, passes=("events",), max_output_tokens=4_000)
    assert isinstance(error, ReplyInvalid)
    assert [body["max_tokens"] for body in requests] == [4_000, 8_000]


def test_a_prompt_that_a_filter_refuses_is_a_refusal() -> None:
    body = {"error": {"message": "The response was filtered", "code": "content_filter"}}
    error, requests = asked(Told(body, 400))
    assert isinstance(error, ModelRefused)
    assert len(requests) == 1


def test_what_a_server_wants_besides_goes_in_with_every_request_and_into_the_key() -> None:
    with serving(lambda _b, _n: completion(G)) as server:
        for extra in ({"enable_thinking": False}, {"enable_thinking": True}, None):
            with nutgraf.Summarizer(model="m", base_url=server.base_url, extra_body=extra) as desk:
                assert desk.summarize(TEXT).usage.requests == 1
        with nutgraf.Summarizer(model="m", base_url=server.base_url, extra_body={"enable_thinking": True}) as desk:
            assert desk.summarize(TEXT).usage.requests == 0
    assert [body.get("enable_thinking") for body in server.requests] == [False, True, None]
    assert all("json_schema" in body["response_format"] for body in server.requests)


@pytest.mark.parametrize("extra", [{"x": {1, 2}}, {"messages": []}, {"x": float("nan")}])
def test_an_extra_body_that_can_not_go_out_is_refused_where_it_is_set(extra: Any) -> None:
    with pytest.raises(ConfigurationError, match="extra_body"):
        nutgraf.Summarizer(model="m", base_url="http://127.0.0.1:1/v1", extra_body=extra)
