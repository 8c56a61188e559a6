"""Spans and metrics for OpenTelemetry, after its GenAI conventions: one span an article, one an attempt.

They go wherever the application sends its own: nothing is set up here, and where `opentelemetry` was never imported, or no
SDK is configured, nothing happens. No text of an article is in them unless the variable of the conventions asks for it,
OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT=true. Names and buckets:
https://opentelemetry.io/docs/specs/semconv/gen-ai/ (read in version 1.41).
"""

from __future__ import annotations

import json
import logging
import os
import sys
import time
from collections import Counter
from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from nutgraf.counting import counted
from nutgraf.errors import ConfigurationError, ModelUnavailable, NutgrafError
from nutgraf.release import release

if TYPE_CHECKING:
    from nutgraf.results import Brief
    from nutgraf.usage import Usage

_log = logging.getLogger("nutgraf")
_CONTENT = "OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT"
_PROVIDERS = {"openai": "openai", "anthropic": "anthropic", "google": "gcp.gemini", "mistral": "mistral_ai"}
"""As the conventions name them; what stands in none of their lists goes by its host."""
_SECONDS = [0.01 * 2**n for n in range(14)]
_TOKENS = [float(4**n) for n in range(14)]


@dataclass(frozen=True, kw_only=True)
class Where:
    """The model that is asked, and its server."""

    model: str
    flavour: str
    host: str
    base_url: str

    @property
    def attributes(self) -> dict[str, Any]:
        """As the conventions name them."""
        parts = urlsplit(self.base_url)
        found = {
            "gen_ai.provider.name": _PROVIDERS.get(self.flavour, self.host),
            "gen_ai.request.model": self.model,
            "server.address": parts.hostname or self.host,
            "server.port": parts.port,
        }
        return {name: value for name, value in found.items() if value is not None}


@dataclass
class Noted:
    """What becomes known while a span is open."""

    attributes: dict[str, Any] = field(default_factory=dict[str, Any])
    brief: Brief | None = None
    usage: Usage | None = None


@contextmanager
def article(where: Where, passes: Iterable[str]) -> Generator[Noted]:
    """The span of one article, and its line in the log."""
    noted, began = Noted(), time.monotonic()
    asked = {**where.attributes, "gen_ai.operation.name": "summarize", "nutgraf.passes": tuple(passes)}
    with _span(f"summarize {where.model}", asked, noted, client=False) as ended:
        try:
            yield noted
        except Exception as error:
            _log.info("%s: %s", noted.attributes.get("nutgraf.article.key", "an article"), _told(error))
            _tell_usage(noted, getattr(error, "usage", None))
            ended(error)
            _count("nutgraf.articles", "{article}", {"nutgraf.outcome": _kind(error)})
            raise
        if noted.brief is not None:
            _tell_brief(noted.brief, noted, time.monotonic() - began)
        ended(None)


@contextmanager
def attempt(
    where: Where, *, step: str, number: int, asked: dict[str, Any], messages: Iterable[tuple[str, str]]
) -> Generator[Noted]:
    """The span of one request, and what it took as metrics.

    Args:
        where: who is asked.
        step: the pass (or passes) that the question serves.
        number: of the attempt at this question, from 1.
        asked: what else the conventions have of a request.
        messages: role and text of what goes out; told where content is asked for.
    """
    noted, began = Noted(), time.monotonic()
    known = {**where.attributes, "gen_ai.operation.name": "chat", "gen_ai.output.type": "json"}
    more = {**known, **asked, "nutgraf.step": step, "nutgraf.attempt": number}
    if _content_wanted():
        more["gen_ai.input.messages"] = json.dumps(
            [_message(role, text) for role, text in messages], ensure_ascii=False
        )
    with _span(f"chat {where.model}", more, noted, client=True) as ended:
        try:
            yield noted
        except Exception as error:
            usage = getattr(error, "usage", None)
            _tell_usage(noted, usage)
            _tell_answer(noted, getattr(error, "raw", ""))
            ended(error)
            _measure(known, usage, time.monotonic() - began, error)
            raise
        _tell_usage(noted, noted.usage)
        ended(None)
        _measure(known, noted.usage, time.monotonic() - began, None)


def answered(noted: Noted, usage: Usage, text: str) -> None:
    """An attempt got its answer."""
    noted.usage = usage
    _tell_answer(noted, text)


def _tell_answer(noted: Noted, text: str) -> None:
    if text and _content_wanted():
        noted.attributes["gen_ai.output.messages"] = json.dumps([_message("assistant", text)], ensure_ascii=False)


def from_the_cache(step: str, saved_tokens: int) -> None:
    """A question was answered by the cache: an event of the article's span."""
    if (api := _api("trace")) is not None:
        api.get_current_span().add_event(
            "nutgraf.cache.hit", {"nutgraf.step": step, "nutgraf.saved_tokens": saved_tokens}
        )
        _count("nutgraf.cache.hits", "{answer}", {"nutgraf.step": step})


def _tell_brief(brief: Brief, noted: Noted, seconds: float) -> None:
    usage, problems = brief.usage, brief.problems
    _tell_usage(noted, usage)
    noted.attributes |= {
        "nutgraf.article.key": brief.article.key,
        "nutgraf.article.characters": len(brief.article.text),
        "nutgraf.complete": brief.complete,
        "nutgraf.quotes": len(brief.quotes),
        "nutgraf.events": len(brief.events),
        "nutgraf.points": len(brief.summary),
        "nutgraf.requests": usage.requests,
        "nutgraf.cached_requests": usage.cached_requests,
        "nutgraf.saved_tokens": usage.saved_tokens,
        "nutgraf.problems": len(problems),
    }
    if (api := _api("trace")) is not None:
        wanted = _content_wanted()
        for problem in problems:
            told = {f"nutgraf.problem.{name}": getattr(problem, name) for name in ("kind", "step", "resolution")}
            api.get_current_span().add_event(
                "nutgraf.problem", told | ({"nutgraf.problem.detail": problem.detail} if wanted else {})
            )
        _count("nutgraf.articles", "{article}", {"nutgraf.outcome": "complete" if brief.complete else "incomplete"})
        for (kind, resolution), number in Counter((p.kind, p.resolution) for p in problems).items():
            of = {"nutgraf.problem.kind": kind, "nutgraf.problem.resolution": resolution}
            _count("nutgraf.problems", "{problem}", of, number)
    if _log.isEnabledFor(logging.INFO):
        held = {"quote": brief.quotes, "event": brief.events, "point": brief.summary, "problem": problems}
        _log.info(
            "%s: %s%s; %s, %d from the cache, %d + %d tokens%s, %.1f s",
            brief.article.key,
            ", ".join(counted(len(items), noun) for noun, items in held.items()),
            "" if brief.complete else "; incomplete",
            counted(usage.requests, "request"),
            usage.cached_requests,
            usage.prompt_tokens,
            usage.completion_tokens,
            "" if usage.cost_usd is None else f", ${usage.cost_usd:.4f}",
            seconds,
        )


def _tell_usage(noted: Noted, usage: Usage | None) -> None:
    if usage is None:
        return
    noted.attributes |= {
        "gen_ai.usage.input_tokens": usage.prompt_tokens,
        "gen_ai.usage.output_tokens": usage.completion_tokens,
    }
    if usage.cost_usd is not None:
        noted.attributes["nutgraf.cost_usd"] = usage.cost_usd


# --- OpenTelemetry's side ---


def _api(name: str) -> Any:
    """A module of its API, if the application has imported it; else there is nobody to tell."""
    return sys.modules.get(f"opentelemetry.{name}")


@contextmanager
def _span(
    name: str, attributes: dict[str, Any], noted: Noted, *, client: bool
) -> Generator[Callable[[Exception | None], None]]:
    api = _api("trace")
    if api is None:
        yield lambda _error: None
        return
    tracer = api.get_tracer("nutgraf", release())
    kind = api.SpanKind.CLIENT if client else api.SpanKind.INTERNAL
    with tracer.start_as_current_span(
        name, kind=kind, attributes=attributes, record_exception=False, set_status_on_exception=False
    ) as span:

        def ended(error: Exception | None) -> None:
            span.set_attributes(noted.attributes)
            if error is not None:
                span.set_attribute("error.type", _kind(error))
                span.set_status(api.StatusCode.ERROR, _told(error))

        yield ended


_held: tuple[Any, dict[str, Any]] | None = None
"""The instruments, and the provider that they were made by."""


def _instrument(name: str, make: Callable[[Any], Any]) -> Any:
    global _held  # noqa: PLW0603 - instruments are made once for each provider
    api = _api("metrics")
    if api is None:
        return None
    provider = api.get_meter_provider()
    if _held is None or _held[0] is not provider:
        _held = (provider, {})
    made = _held[1]
    if name not in made:
        made[name] = make(api.get_meter("nutgraf", release()))
    return made[name]


def _count(name: str, unit: str, attributes: dict[str, Any], number: float = 1) -> None:
    if (counter := _instrument(name, lambda meter: meter.create_counter(name, unit=unit))) is not None:
        counter.add(number, attributes)


def _measure(known: dict[str, Any], usage: Usage | None, seconds: float, error: Exception | None) -> None:
    """The metrics that the conventions ask a client for, and the cost."""
    of = {name: value for name, value in known.items() if name != "gen_ai.output.type"}
    duration = _histogram("gen_ai.client.operation.duration", "s", _SECONDS)
    if duration is None:
        return
    duration.record(seconds, of | ({"error.type": _kind(error)} if error is not None else {}))
    if usage is None:
        return
    tokens = _histogram("gen_ai.client.token.usage", "{token}", _TOKENS)
    for side, number in (("input", usage.prompt_tokens), ("output", usage.completion_tokens)):
        if number:
            tokens.record(number, of | {"gen_ai.token.type": side})
    if usage.cost_usd:
        _count("nutgraf.cost", "USD", of, usage.cost_usd)


def _histogram(name: str, unit: str, bounds: list[float]) -> Any:
    return _instrument(
        name, lambda meter: meter.create_histogram(name, unit=unit, explicit_bucket_boundaries_advisory=bounds)
    )


def _content_wanted() -> bool:
    return os.environ.get(_CONTENT, "").strip().lower() in ("true", "1", "span_only", "span_and_event")


def _message(role: str, text: str) -> dict[str, Any]:
    return {"role": role, "parts": [{"type": "text", "content": text}]}


def _kind(error: Exception) -> str:
    """The HTTP status where there is one, as the conventions advise, else the name of the error."""
    status = error.status if isinstance(error, (ModelUnavailable, ConfigurationError)) else None
    return str(status) if status else type(error).__name__


def _told(error: Exception) -> str:
    """Our messages hold no text of an article; those of others might."""
    return f"{type(error).__name__}: {error}" if isinstance(error, NutgrafError) else type(error).__name__
