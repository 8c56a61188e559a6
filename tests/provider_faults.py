"""The same faults as each provider words them: what each may cost, and which error it is. Printed by benchmarks/providers.py."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from unittest import mock

import nutgraf
from loopback import Told, completion, failure, serving
from messages_api import message, trouble
from nutgraf.errors import ConfigurationError, ModelRefused, ModelUnavailable, NutgrafError, ReplyInvalid

TEXT = "MOSS – The ferry sank on Friday. Nobody was hurt."
G = json.dumps({"quotes": [], "events": [], "summary": [{"evidence": [1], "text": "The ferry sank on Friday."}]})
PROVIDERS = ("any server", "openai", "anthropic")


@dataclass(frozen=True)
class Fault:
    """A fault in the words of OpenAI's API and in those of Anthropic's; what comes of it, after how many requests."""

    name: str
    chat: Told
    messages: Told
    error: type[NutgrafError] | None
    requests: int


FAULTS = (
    Fault("none", completion(G), message(G), None, 1),
    Fault("429", failure(429), trouble(429, "rate_limit_error"), ModelUnavailable, 3),
    Fault(
        "429, Retry-After: an hour",
        failure(429, retry_after="3600"),
        trouble(429, "rate_limit_error", retry_after="3600"),
        ModelUnavailable,
        1,
    ),
    Fault("overloaded", failure(503), trouble(529, "overloaded_error"), ModelUnavailable, 3),
    Fault("500", failure(500), trouble(500, "api_error"), ModelUnavailable, 3),
    Fault("dropped", Told(hang_up=True), Told(hang_up=True), ModelUnavailable, 3),
    Fault("unpaid", failure(402), trouble(400, "x", "Your credit balance is too low"), ModelUnavailable, 1),
    Fault("the key", failure(401), trouble(401, "authentication_error"), ConfigurationError, 1),
    Fault("the model", failure(404), trouble(404, "not_found_error"), ConfigurationError, 1),
    Fault("another 400", failure(400), trouble(400, "invalid_request_error"), ConfigurationError, 1),
    Fault("refusal", completion(None, refusal="no"), message("no", stop="refusal"), ModelRefused, 1),
    Fault("cut off", completion("{", finish="length"), message("{", stop="max_tokens"), ReplyInvalid, 4),
    Fault("prose", completion("It sank."), message("It sank."), ReplyInvalid, 2),
    Fault("empty", completion(""), message(), ReplyInvalid, 2),
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
    told = fault.messages if provider == "anthropic" else fault.chat
    each = 120 if isinstance(told.body, dict) and told.status == 200 else 0
    with serving(lambda _b, _n: told) as server, _led_to(server.base_url):
        given = {"model": "m", "base_url": server.base_url} if provider == "any server" else {"model": f"{provider}/m"}
        with nutgraf.Summarizer(**given, api_key="k", cache=None) as desk:  # type: ignore[arg-type]
            try:
                desk.summarize(TEXT)
                name = "-"
            except NutgrafError as error:
                name = type(error).__name__
            usage, seen = desk.usage, len(server.requests)
    return Cost(name, seen, usage.requests, seen * each, usage.total_tokens)


@contextmanager
def _led_to(base_url: str) -> Iterator[None]:
    with mock.patch.dict("os.environ", {"OPENAI_BASE_URL": base_url, "ANTHROPIC_BASE_URL": base_url}):
        yield
