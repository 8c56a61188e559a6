"""The same faults as each provider words them: what each may cost, and which error it is. Printed by benchmarks/providers.py."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any
from unittest import mock

import nutgraf
from loopback import Told, completion, failure, serving
from messages_api import message, trouble
from nutgraf.asking.line import endpoint
from nutgraf.errors import ConfigurationError, ModelRefused, ModelUnavailable, NutgrafError, ReplyInvalid

TEXT = "MOSS – The ferry sank on Friday. Nobody was hurt."
G = json.dumps({"quotes": [], "events": [], "summary": [{"evidence": [1], "text": "The ferry sank on Friday."}]})
PROVIDERS = ("any server", "openai", "azure", "anthropic", "google", "mistral")
OPENAIS = ("any server", "openai", "azure")
"""Those that speak as OpenAI does, where nothing else is told of them."""
CHAT = (*OPENAIS, "google", "mistral")


def google(status: int, kind: str, said: str = "no", *details: dict[str, Any]) -> Told:
    """An error as Google's door words it: in a list."""
    error = {"code": status, "message": said, "status": kind, "details": list(details)}
    return Told(json.dumps([{"error": error}]), status)


def mistral(status: int, kind: str, said: Any = "no", **headers: str) -> Told:
    """An error as Mistral words it."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    body = {"object": "error", "message": said, "type": kind, "param": None, "code": "1000"}
    return Told(json.dumps(body), status, named)


@dataclass(frozen=True)
class Fault:
    """A fault in each provider's words, as far as it has it; what comes of it, after how many requests."""

    name: str
    said: Mapping[str, Told]
    error: type[NutgrafError] | None
    requests: int
    passes: bool = False
    """The request after the first is answered."""


def _by(*, chat: Told, messages: Told, **others: Told) -> dict[str, Told]:
    return {**dict.fromkeys(CHAT, chat), "anthropic": messages, **others}


FAULTS = (
    Fault("none", _by(chat=completion(G), messages=message(G)), None, 1),
    Fault(
        "429",
        _by(
            chat=failure(429),
            messages=trouble(429, "rate_limit_error"),
            google=google(429, "RESOURCE_EXHAUSTED"),
            mistral=mistral(429, "rate_limited"),
        ),
        ModelUnavailable,
        3,
    ),
    Fault(
        "429, for an hour",
        _by(
            chat=failure(429, retry_after="3600"),
            messages=trouble(429, "rate_limit_error", retry_after="3600"),
            azure=failure(429, "Too many tokens. Please retry after 3600 seconds."),
            google=google(429, "RESOURCE_EXHAUSTED", "no", {"retryDelay": "3600s"}),
            mistral=mistral(429, "rate_limited", retry_after="3600"),
        ),
        ModelUnavailable,
        1,
    ),
    Fault(
        "overloaded",
        _by(
            chat=failure(503),
            messages=trouble(529, "overloaded_error"),
            google=google(503, "UNAVAILABLE"),
            mistral=mistral(503, "unreachable_backend"),
        ),
        ModelUnavailable,
        3,
    ),
    Fault(
        "500",
        _by(
            chat=failure(500),
            messages=trouble(500, "api_error"),
            google=google(500, "INTERNAL"),
            mistral=mistral(500, "internal_server_error"),
        ),
        ModelUnavailable,
        3,
    ),
    Fault("dropped", _by(chat=Told(hang_up=True), messages=Told(hang_up=True)), ModelUnavailable, 3),
    Fault(
        "unpaid",
        {**dict.fromkeys(OPENAIS, failure(402)), "anthropic": trouble(400, "x", "Your credit balance is too low")},
        ModelUnavailable,
        1,
    ),
    Fault(
        "the key",
        _by(
            chat=failure(401),
            messages=trouble(401, "authentication_error"),
            google=google(400, "INVALID_ARGUMENT", "API key not valid.", {"reason": "API_KEY_INVALID"}),
        ),
        ConfigurationError,
        1,
    ),
    Fault(
        "the model",
        _by(
            chat=failure(404),
            messages=trouble(404, "not_found_error"),
            google=google(404, "NOT_FOUND"),
            mistral=mistral(400, "invalid_model", "Invalid model: m"),
        ),
        ConfigurationError,
        1,
    ),
    Fault(
        "another 400",
        _by(
            chat=failure(400),
            messages=trouble(400, "invalid_request_error"),
            google=google(400, "INVALID_ARGUMENT"),
            mistral=mistral(422, "invalid_request_error", {"detail": [{"loc": ["body", "x"], "msg": "no"}]}),
        ),
        ConfigurationError,
        1,
    ),
    Fault(
        "no such schema",
        _by(
            chat=failure(400, "json_schema is not supported"),
            messages=trouble(400, "invalid_request_error", "output_config.format is not supported"),
            google=google(400, "INVALID_ARGUMENT", "The schema comes to too many states."),
            mistral=mistral(
                422, "invalid_request_error", {"detail": [{"loc": ["body", "response_format"], "msg": "no"}]}
            ),
        ),
        None,
        2,
        passes=True,
    ),
    Fault(
        "another name for the limit",
        _by(
            chat=failure(400, "max_tokens or max_completion_tokens: unsupported parameter"),
            messages=trouble(400, "invalid_request_error", "max_tokens: 16000 > 4096, which is the maximum"),
            mistral=mistral(
                422, "x", {"detail": [{"loc": ["body", "max_tokens"], "msg": "Extra inputs are not permitted"}]}
            ),
        ),
        None,
        2,
        passes=True,
    ),
    Fault(
        "refusal",
        {
            **dict.fromkeys(("any server", "openai"), completion(None, refusal="no")),
            "azure": Told(json.dumps({"error": {"message": "filtered", "code": "content_filter", "status": 400}}), 400),
            "anthropic": message("no", stop="refusal"),
            "google": completion(None, finish="PROHIBITED_CONTENT"),
        },
        ModelRefused,
        1,
    ),
    Fault(
        "cut off",
        _by(
            chat=completion("{", finish="length"),
            messages=message("{", stop="max_tokens"),
            google=completion(None, finish="length"),
            mistral=completion("{", finish="model_length"),
        ),
        ReplyInvalid,
        4,
    ),
    Fault("prose", _by(chat=completion("It sank."), messages=message("It sank.")), ReplyInvalid, 2),
    Fault("empty", _by(chat=completion(""), messages=message()), ReplyInvalid, 2),
)


@dataclass(frozen=True)
class Cost:
    """What a fault came to: the error's name, and what was counted on both sides."""

    error: str
    requests: int
    booked: int
    tokens: int
    booked_tokens: int


def cost_of(fault: Fault, provider: str) -> Cost:
    """Ask a server of this provider that has the fault."""
    right = message(G) if provider == "anthropic" else completion(G)

    def answer(_body: dict[str, Any], number: int) -> Told:
        return right if fault.passes and number else fault.said[provider]

    with serving(answer) as server, _led_to(server.base_url, provider) as named:
        with nutgraf.Summarizer(**named, api_key="k", cache=None) as desk:
            try:
                desk.summarize(TEXT)
                name = "-"
            except NutgrafError as error:
                name = type(error).__name__
            usage, seen = desk.usage, len(server.requests)
        told = (answer({}, number) for number in range(seen))
        tokens = sum(120 for one in told if isinstance(one.body, dict) and one.status == 200)
    return Cost(name, seen, usage.requests, tokens, usage.total_tokens)


@contextmanager
def _led_to(base_url: str, provider: str) -> Iterator[dict[str, Any]]:
    """The settings that lead to a server as if it were this provider's."""
    known = {name: replace(one, url=base_url) for name, one in endpoint._PROVIDERS.items()}
    # A name of its own for this machine: the keys of Azure's deployments go in another header.
    azure = ("127.0.0.1",) if provider == "azure" else endpoint._AZURE
    with (
        mock.patch.dict("os.environ", {"OPENAI_BASE_URL": "", "ANTHROPIC_BASE_URL": ""}),
        mock.patch.object(endpoint, "_PROVIDERS", known),
        mock.patch.object(endpoint, "_AZURE", azure),
    ):
        if provider == "azure":
            yield {"model": "m", "base_url": f"{base_url}/openai/deployments/m?api-version=2024-10-21"}
        elif provider == "any server":
            yield {"model": "m", "base_url": base_url}
        else:
            yield {"model": f"{provider}/m"}
