"""Every fault that a model server can show, and the number of requests that each may cost, by setting.

Shared by tests/faults/test_matrix.py and benchmarks/retries.py.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from misbehaving import DRIP, HALF, HANG_UP, SILENCE, Say, answer, raw, rule, status
from nutgraf.errors import ConfigurationError, ModelRefused, ModelUnavailable, NutgrafError, ReplyInvalid

ARTICLE = (
    'OSLO – The port reopened on Friday after a two-day strike. "We are back at work," said Kari Holm, a crane driver.'
)
WRONG = json.dumps({"quotes": [{"no": 1}], "events": [{"evidence": ["one"]}], "summary": [{"text": 5}]})
NO_STRICT = "'strict' is not permitted in response_format"


@dataclass(frozen=True)
class Setting:
    """How a Summarizer is set up, and how often each kind of fault may be tried."""

    name: str
    settings: dict[str, Any]
    passes: int = 1
    attempts: int = 2


@dataclass(frozen=True)
class Fault:
    """What the server does, what comes of it (None: a brief), and the number of requests in a setting."""

    name: str
    rules: tuple[Any, ...]
    error: type[NutgrafError] | None
    requests: Callable[[Setting], int]
    timeout: float = 20.0


SETTINGS = (
    Setting("one pass", {"passes": ("events",)}),
    Setting("three passes", {}, passes=3),
    Setting("not strict", {"passes": ("events",), "strict": False}),
    Setting("one attempt", {"passes": ("events",)}, attempts=1),
    Setting("cached", {"passes": ("events",), "cache": "default"}),
)


def _once(_setting: Setting) -> int:
    return 1


def _attempts(setting: Setting) -> int:
    return setting.attempts


def _asked_again(setting: Setting) -> int:
    """The answer and one re-ask; several passes: one re-ask each."""
    return 1 + setting.passes


def _in_words(_setting: Setting) -> int:
    """The answer and one re-ask for all passes, with the schema in words."""
    return 2


def _then_good(setting: Setting) -> int:
    return min(2, setting.attempts)


def _stepped_down(setting: Setting) -> int:
    return 1 if setting.settings.get("strict") is False else 2


def _always(
    name: str, say: Say, error: type[NutgrafError] | None, requests: Callable[[Setting], int], timeout: float = 20.0
) -> Fault:
    return Fault(name, (say,), error, requests, timeout)


FAULTS = (
    _always("none", answer(), None, _once),
    _always("429", status(429), ModelUnavailable, _attempts),
    _always("429, Retry-After: 0", status(429, retry_after="0"), ModelUnavailable, _attempts),
    _always("429, Retry-After: an hour", status(429, retry_after="3600"), ModelUnavailable, _once),
    _always("429, date in a day", status(429, retry_after="Fri, 31 Dec 2100 23:59:59 GMT"), ModelUnavailable, _once),
    _always("429, quota used up", status(429, "insufficient_quota: see billing"), ModelUnavailable, _once),
    _always("402", status(402), ModelUnavailable, _once),
    _always("500", status(500), ModelUnavailable, _attempts),
    _always("503", status(503), ModelUnavailable, _attempts),
    _always("connection dropped", HANG_UP, ModelUnavailable, _attempts),
    _always("half a body", HALF, ModelUnavailable, _attempts),
    _always("silence", SILENCE, ModelUnavailable, _attempts, 0.6),
    _always("slow drip", DRIP, ModelUnavailable, _attempts, 0.6),
    _always("web page, status 200", raw("<html>Log in</html>", "text/html"), ModelUnavailable, _attempts),
    _always("garbage JSON", raw('{"id": "x", "choi'), ModelUnavailable, _attempts),
    _always("JSON, no completion", raw('{"ok": true}'), ModelUnavailable, _attempts),
    _always("an error, status 200", raw('{"error": {"message": "overloaded"}}'), ModelUnavailable, _attempts),
    _always("a list", raw("[]"), ModelUnavailable, _attempts),
    _always("no choices", raw('{"id":"x","object":"chat.completion","choices":[]}'), ModelUnavailable, _attempts),
    _always("wrong content type", answer(type="text/plain"), None, _once),
    _always("cut off", answer('{"quotes": [{"con', finish="length"), ReplyInvalid, _asked_again),
    _always("refusal", answer(None, refusal="I will not"), ModelRefused, _once),
    _always("content filter", answer("", finish="content_filter"), ModelRefused, _once),
    _always("empty answer", answer(""), ReplyInvalid, _in_words),
    _always("null content", answer(None), ReplyInvalid, _in_words),
    _always("prose", answer("Sure! Here are the events."), ReplyInvalid, _in_words),
    _always("wrong shape", answer(WRONG), ReplyInvalid, _in_words),
    _always("400, other", status(400, "context too long"), ConfigurationError, _once),
    _always("401", status(401), ConfigurationError, _once),
    _always("403", status(403), ConfigurationError, _once),
    _always("404", status(404), ConfigurationError, _once),
    Fault("400 strict, then good", (rule(status(400, NO_STRICT), when='"strict"'), answer()), None, _stepped_down),
    Fault(
        "400 temperature, then good",
        (rule(status(400, "temperature"), when='"temperature"'), answer()),
        None,
        lambda _: 2,
    ),
    Fault(
        "400 max_tokens, then good",
        (rule(status(400, "use max_completion_tokens, not max_tokens"), when='"max_tokens"'), answer()),
        None,
        lambda _: 2,
    ),
    _always("400 temperature, always", status(400, "temperature"), ConfigurationError, lambda _: 2),
    _always("400 max_tokens, always", status(400, "max_tokens"), ConfigurationError, lambda _: 2),
    _always("400 schema, always", status(400, "schema"), ConfigurationError, lambda s: 2 + _stepped_down(s)),
    Fault("wrong shape, then good", (rule(answer(WRONG), times=1), answer()), None, _in_words),
    Fault("cut off, then good", (rule(answer('{"quotes": [', finish="length"), times=1), answer()), None, _asked_again),
)
RECOVERING = (status(429), status(500), HANG_UP, HALF, raw("<html>", "text/html"))
