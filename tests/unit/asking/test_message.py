"""Where the answer, its end, its count and its error stand in a completion, however a server writes it."""

from __future__ import annotations

import json
from types import SimpleNamespace
from typing import Any

import pytest

from nutgraf.asking.replies.message import (
    Text,
    Trouble,
    first_choice,
    is_cut,
    no_completion,
    refusal_in,
    text_of,
    tokens_of,
    trouble_in,
    trouble_of,
)
from nutgraf.asking.replies.streamed import folded

OBJECT = '{"summary": []}'
CALL = {"function": {"name": "answer", "arguments": OBJECT}}


@pytest.mark.parametrize(
    ("choice", "text"),
    [
        ({"message": {"content": OBJECT}}, Text(OBJECT)),
        ({"message": {"content": [{"type": "text", "text": '{"summary"'}, {"text": ": []}"}]}}, Text(OBJECT)),
        ({"message": {"content": [{"type": "output_text", "text": OBJECT}]}}, Text(OBJECT)),
        (
            {"message": {"content": [{"type": "thinking", "text": "hm"}, {"type": "text", "text": OBJECT}]}},
            Text(OBJECT),
        ),
        ({"message": {"content": {"summary": []}}}, Text(OBJECT)),
        ({"message": {"content": {"type": "image", "url": "x"}}}, Text("")),
        ({"message": {"content": SimpleNamespace(type="text", text=OBJECT)}}, Text(OBJECT)),
        ({"message": {"content": "", "tool_calls": [{"function": {}}, CALL]}}, Text(OBJECT, "a tool call")),
        ({"message": {"function_call": {"arguments": {"summary": []}}}}, Text(OBJECT, "a tool call")),
        ({"message": {"function_call": {"arguments": {"né": 1}}}}, Text('{"né": 1}', "a tool call")),
        ({"message": {"tool_calls": []}, "text": OBJECT}, Text(OBJECT)),
        ({"text": OBJECT}, Text(OBJECT)),
        ({"text": ["no text"]}, Text("")),
        ({"message": {"reasoning_content": f"I think {OBJECT}"}}, Text(OBJECT, "reasoning_content")),
        ({"message": {"reasoning": f"{{}} or ```{OBJECT}```\n"}}, Text(OBJECT, "reasoning")),
        ({"message": {"reasoning": f"first {OBJECT}, but then I thought again"}}, Text("")),
        ({"message": {"reasoning": f"I think {OBJECT}"}, "finish_reason": "length"}, Text("")),
        ({"message": {"reasoning": "{ I never closed it"}}, Text("")),
        ({"message": {"reasoning": "{" * 59 + OBJECT}}, Text(OBJECT, "reasoning")),
        ({"message": {"reasoning": "{" * 60 + OBJECT}}, Text("")),
        ({"message": None}, Text("")),
        (None, Text("")),
    ],
)
def test_the_answer_is_found_wherever_a_server_puts_it(choice: Any, text: Text) -> None:
    assert text_of(choice) == text


def test_the_first_choice_is_the_one_that_was_asked_for() -> None:
    assert first_choice({"choices": [{"index": 0}, {"index": 1}]}) == {"index": 0}
    assert first_choice(SimpleNamespace(choices=["one"])) == "one"
    assert first_choice({"choices": []}) is None
    assert first_choice({"choices": "none"}) is None
    assert first_choice({}) is None


@pytest.mark.parametrize(
    ("usage", "counted"),
    [
        ({"prompt_tokens": 7, "completion_tokens": 5}, (7, 5, 0)),
        ({"prompt_tokens": 0, "completion_tokens": 0}, (0, 0, 0)),
        ({"prompt_tokens": 7, "completion_tokens": 5, "total_tokens": 20}, (7, 13, 0)),
        ({"prompt_tokens": 7, "completion_tokens": 5, "total_tokens": 9}, (7, 5, 0)),
        ({"prompt_tokens": 7, "completion_tokens": 5, "prompt_tokens_details": {"cached_tokens": 4}}, (7, 5, 4)),
        ({"prompt_tokens": 7, "completion_tokens": 5, "prompt_tokens_details": {"cached_tokens": -4}}, (7, 5, 0)),
        ({"prompt_tokens": 10**9, "completion_tokens": 5}, (10**9, 5, 0)),
        ({"prompt_tokens": 10**9 + 1, "completion_tokens": 5}, None),
        ({"prompt_tokens": 7, "completion_tokens": -1}, None),
        ({"prompt_tokens": 7, "completion_tokens": True}, None),
        ({"prompt_tokens": "7", "completion_tokens": 5}, None),
        ({"completion_tokens": 5}, None),
        (None, None),
    ],
)
def test_a_count_that_cannot_be_is_none(usage: Any, counted: tuple[int, int, int] | None) -> None:
    assert tokens_of({"usage": usage}) == counted


@pytest.mark.parametrize(
    ("ended", "cut"),
    [
        ("length", True),
        ("LENGTH", True),
        ("model_length", True),
        ("MAX_TOKENS", True),
        ("stop", False),
        ("", False),
        (None, False),
        (3, False),
    ],
)
def test_an_answer_that_ended_at_a_limit_is_cut(ended: Any, cut: bool) -> None:
    assert is_cut({"finish_reason": ended}) is cut


@pytest.mark.parametrize(
    ("choice", "said"),
    [
        ({"message": {"refusal": "I will not."}}, "the model refused to answer"),
        ({"finish_reason": "content_filter"}, "a content filter stopped the answer"),
        ({"finish_reason": "SAFETY"}, "a content filter stopped the answer (safety)"),
        (
            {"finish_reason": "content_filter: RECITATION"},
            "a content filter stopped the answer (content_filter: recitation)",
        ),
        ({"finish_reason": "spii"}, "a content filter stopped the answer (spii)"),
        ({"finish_reason": "stop", "message": {"refusal": None}}, None),
        ({"finish_reason": "length"}, None),
    ],
)
def test_a_refusal_is_told_from_an_end(choice: Any, said: str | None) -> None:
    assert refusal_in(choice) == said


def test_what_is_no_completion_is_named_with_the_likely_cause() -> None:
    page = "api.example.org answers with a web page, not with a chat completion: is the base URL right?"
    other = "api.example.org answers with something that is no chat completion: is the base URL right?"
    assert no_completion("api.example.org", "\n <html>") == page
    assert no_completion("api.example.org", "ok <b>") == no_completion("api.example.org", {"ok": 1}) == other


@pytest.mark.parametrize(
    "completion",
    [
        {"error": {"code": 503, "message": "overloaded"}},
        {"choices": [{"error": {"code": "503", "message": "overloaded"}}]},
        {"choices": [{"message": {"error": {"status_code": 503, "message": "overloaded"}}}]},
    ],
)
def test_an_error_in_the_place_of_an_answer_is_found(completion: Any) -> None:
    assert trouble_in(completion) == Trouble(503, "", "overloaded", None)


def test_an_answer_that_breaks_off_is_in_trouble_and_a_whole_one_is_not() -> None:
    assert trouble_in({"choices": [{"finish_reason": "Error"}]}) == Trouble(
        None, "", "the answer broke off with an error"
    )
    assert trouble_in({"choices": [{"finish_reason": "stop", "message": {"content": "ok"}}]}) is None


@pytest.mark.parametrize(
    ("body", "trouble"),
    [
        ("slow down, retry in 2m3s", Trouble(None, "", "slow down, retry in 2m3s", 123.0)),
        ([{"error": {"status": "UNAVAILABLE", "code": 503, "message": "busy"}}], Trouble(503, "", "busy")),
        ({"detail": "no such model"}, Trouble(None, "", "no such model")),
        ({"code": "quota", "innererror": {"code": "cap"}, "message": "no"}, Trouble(None, "quota cap", "no")),
        ({"code": "429", "message": "no"}, Trouble(429, "", "no")),
        ({"code": 200, "message": "no"}, Trouble(None, "", "no")),
        ({"code": True, "message": {"why": "né"}}, Trouble(None, "", '{"why": "né"}')),
        ([1, 2], Trouble(None, "", "[1, 2]")),
        (7, Trouble(None, "", "7")),
        ({"error": {"message": "no", "details": [{"retryDelay": "5.5s"}]}}, Trouble(None, "", "no", 5.5)),
        (
            {"error": {"message": "no", "details": [{"retryDelay": "5 s"}, {"retryDelay": "4s"}]}},
            Trouble(None, "", "no", 4),
        ),
        (
            {"error": {"message": "try again in 1h", "details": {"retryDelay": "5s"}}},
            Trouble(None, "", "try again in 1h", 3600),
        ),
        ({"error": {"message": "Retry after 120ms"}}, Trouble(None, "", "Retry after 120ms", 0.12)),
        ({"error": {"message": "Retry after a while"}}, Trouble(None, "", "Retry after a while", None)),
    ],
)
def test_a_refused_request_is_read_in_any_form(body: Any, trouble: Trouble) -> None:
    assert trouble_of(body) == trouble


def test_the_code_of_a_trouble_is_short() -> None:
    assert len(trouble_of({"code": "x" * 300, "message": "no"}).code) == 200


def events(*chunks: Any) -> bytes:
    return b"".join(b"data: " + json.dumps(chunk).encode() + b"\n\n" for chunk in chunks) + b"data: [DONE]\n\n"


def test_a_stream_is_one_completion() -> None:
    said = [
        {"id": "a", "model": "m", "choices": [{"delta": {"role": "assistant", "content": "Os"}}]},
        {"id": "a", "model": None, "choices": [{"delta": {"content": "lo"}, "finish_reason": "stop"}]},
        {"choices": [], "usage": {"prompt_tokens": 3}},
        {"choices": ["odd"]},
        {"choices": [{"delta": None, "finish_reason": None}]},
        ["odd"],
    ]
    body = json.loads(folded(b": a comment\nevent: chunk\n" + events(*said)))
    assert body == {
        "id": "a",
        "model": "m",
        "object": "chat.completion",
        "usage": {"prompt_tokens": 3},
        "choices": [
            {"index": 0, "message": {"role": "assistant", "content": "Oslo"}, "finish_reason": "stop"},
        ],
    }


def test_a_line_of_a_stream_that_is_no_object_ends_nothing() -> None:
    first, last = (events({"id": "a", "choices": [{"delta": {"content": part}}]}) for part in ("Os", "lo"))
    body = json.loads(folded(first + b"data: [PING]\n\n" + last))
    assert body["choices"][0]["message"]["content"] == "Oslo"


def test_a_chunk_may_hold_the_message_and_a_thought() -> None:
    body = json.loads(folded(events({"id": "a", "choices": [{"message": {"content": "Oslo", "reasoning": "hm"}}]})))
    assert body["choices"][0]["message"] == {"role": "assistant", "content": "Oslo", "reasoning": "hm"}


@pytest.mark.parametrize(
    "data",
    [b"", b'{"choices": []}', b"data: [DONE]\n\n", b"data: 7\n\n", b"data: {}\n\n"],
    ids=["nothing", "whole", "done", "number", "empty"],
)
def test_what_is_no_stream_of_a_completion_stays_as_it_is(data: bytes) -> None:
    assert folded(data) == data
