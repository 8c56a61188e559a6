"""What a run tells OpenTelemetry and the log: every article, every attempt, what each took - and no word of an article."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import nutgraf
from loopback import Told, completion, failure, serving
from nutgraf import tracing
from nutgraf.asking.line.patience import Patience

trace = pytest.importorskip("opentelemetry.trace")
pytest.importorskip("opentelemetry.sdk")
pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])

TEXT = "The port of Halden reopened on Friday, said Kari Holm."
ARTICLE = nutgraf.Article.from_text(TEXT, published="2026-03-14", key="halden")
EVENT = {
    "evidence": ["1"],
    "title": "The port of Bodø reopened",
    "status": "occurred",
    "participants": [],
    "place": None,
}
EVENT |= {"time": None, "quantities": [], "according_to": None}
ANSWER = {"quotes": [], "events": [EVENT], "summary": [], "topics": ["labour"]}


class Kept:
    """What the SDK's exporters in memory hold."""

    def __init__(self, spans: Any, metrics: Any) -> None:
        self._spans = spans
        self._metrics = metrics

    def spans(self, name: str) -> list[Any]:
        return [span for span in self._spans.get_finished_spans() if span.name.split(" ")[0] == name]

    def text(self) -> str:
        metrics = self._metrics.get_metrics_data()
        return "".join(span.to_json() for span in self._spans.get_finished_spans()) + (
            metrics.to_json() if metrics else ""
        )

    def points(self) -> dict[str, list[Any]]:
        data = self._metrics.get_metrics_data()
        scopes = [scope for resource in data.resource_metrics for scope in resource.scope_metrics]
        return {metric.name: list(metric.data.data_points) for scope in scopes for metric in scope.metrics}


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> Iterator[Kept]:
    from opentelemetry.metrics import _internal as metrics
    from opentelemetry.sdk.metrics import MeterProvider
    from opentelemetry.sdk.metrics.export import InMemoryMetricReader
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.sdk.trace.export import SimpleSpanProcessor
    from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

    spans, reader = InMemorySpanExporter(), InMemoryMetricReader()
    tracers, meters = TracerProvider(), MeterProvider([reader])
    tracers.add_span_processor(SimpleSpanProcessor(spans))
    monkeypatch.setattr(trace, "_TRACER_PROVIDER", tracers)
    monkeypatch.setattr(metrics, "_METER_PROVIDER", meters)
    monkeypatch.setattr("nutgraf.desk.PATIENCE", Patience(attempts=3, first_wait=0.001, longest_wait=0.002))
    monkeypatch.setattr(tracing, "_held", None)
    monkeypatch.delenv("OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT", raising=False)
    yield Kept(spans, reader)
    meters.shutdown()
    tracers.shutdown()


def answer(body: Any, _number: int = 0, *, town: str = "Bodø") -> Told:
    """What is asked for, and nothing beside it. With a town that the article doesn't name it is asked again, in vain."""
    asked = body["response_format"]["json_schema"]["schema"]["properties"]
    told = json.dumps({name: ANSWER[name] for name in asked}, ensure_ascii=False)
    return completion(told.replace("Bodø", town))


def busy_first(body: Any, number: int) -> Told:
    return failure(503, "busy") if number == 0 else answer(body)


def test_retries_and_hits_of_the_cache_are_told_as_they_were(kept: Kept, tmp_path: Path) -> None:
    def once_busy(body: Any, number: int) -> Told:
        return failure(503, "busy") if number == 0 else answer(body, town="Halden")

    with serving(once_busy) as server:
        settings: dict[str, Any] = {"model": "m", "base_url": server.base_url, "cache": tmp_path / "a.sqlite"}
        with nutgraf.Summarizer(**settings) as desk:
            with trace.get_tracer("mine").start_as_current_span("mine") as mine:
                brief = desk.summarize(ARTICLE)
            desk.summarize(ARTICLE)
    first, second = kept.spans("summarize")
    assert first.name == "summarize m"
    assert first.parent.span_id == mine.get_span_context().span_id
    told = dict(first.attributes)
    assert told["gen_ai.request.model"] == "m"
    assert told["server.address"] == "127.0.0.1"
    assert told["nutgraf.article.key"] == "halden"
    assert told["nutgraf.requests"] == brief.usage.requests == len(server.requests)
    assert told["gen_ai.usage.input_tokens"] == brief.usage.prompt_tokens
    assert told["gen_ai.usage.output_tokens"] == brief.usage.completion_tokens
    assert told["nutgraf.problems"] == len(brief.problems)
    attempts = kept.spans("chat")
    assert len(attempts) == len(server.requests)
    assert {span.parent.span_id for span in attempts} == {first.context.span_id}
    assert [span.attributes["nutgraf.attempt"] for span in attempts[:2]] == [1, 2]
    assert attempts[0].attributes["error.type"] == "503"
    assert attempts[0].status.status_code is trace.StatusCode.ERROR
    assert attempts[1].kind is trace.SpanKind.CLIENT
    assert attempts[1].attributes["gen_ai.operation.name"] == "chat"
    assert attempts[1].attributes["gen_ai.usage.input_tokens"] == 100
    assert attempts[1].attributes["nutgraf.step"] == "quotes+events+summary"
    assert second.attributes["nutgraf.requests"] == 0
    assert second.attributes["nutgraf.cached_requests"] == second.attributes["nutgraf.saved_tokens"] // 120 > 0
    assert "nutgraf.cache.hit" in [event.name for event in second.events]


def test_metrics_are_those_of_the_conventions(kept: Kept) -> None:
    with serving(busy_first) as server, nutgraf.Summarizer(model="m", base_url=server.base_url, cache=None) as desk:
        first = desk.summarize(ARTICLE)
        found = list(desk.map([ARTICLE, "", "https://example.org/none"]))
    points = kept.points()
    assert sum(point.count for point in points["gen_ai.client.operation.duration"]) == len(server.requests)
    assert [p.count for p in points["gen_ai.client.operation.duration"] if p.attributes.get("error.type") == "503"] == [
        1
    ]
    sums = {point.attributes["gen_ai.token.type"]: point.sum for point in points["gen_ai.client.token.usage"]}
    more = sum((outcome.usage.prompt_tokens for outcome in found), first.usage.prompt_tokens)
    assert sums["input"] == more
    outcomes = {point.attributes["nutgraf.outcome"]: point.value for point in points["nutgraf.articles"]}
    assert outcomes == {"complete": 2}  # what is no article never came so far
    problems = [problem for brief in (outcome.brief for outcome in found) if brief for problem in brief.problems]
    assert sum(point.value for point in points["nutgraf.problems"]) == len(first.problems) + len(problems) > 1
    assert [event.name for event in kept.spans("summarize")[0].events] == ["nutgraf.problem"] * len(first.problems)


def test_no_word_of_an_article_is_told_unless_it_is_asked_for(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(busy_first) as server, nutgraf.Summarizer(model="m", base_url=server.base_url, cache=None) as desk:
        desk.summarize(ARTICLE)
        for word in ("Halden", "Friday", "Holm", "Bodø"):
            assert word not in kept.text()
        monkeypatch.setenv("OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT", "true")
        desk.summarize(ARTICLE)
    told = kept.spans("chat")[-1].attributes
    (system, user) = json.loads(told["gen_ai.input.messages"])[:2]
    assert (system["role"], user["role"]) == ("system", "user")
    assert "The port of Halden" in user["parts"][0]["content"]
    assert json.loads(told["gen_ai.output.messages"])[0]["role"] == "assistant"


def test_an_article_that_fails_has_its_span_with_the_error(kept: Kept) -> None:
    with (
        serving(lambda _b, _n: failure(401, "bad key")) as server,
        nutgraf.Summarizer(model="m", base_url=server.base_url, cache=None) as desk,
        pytest.raises(nutgraf.NutgrafError),
    ):
        desk.summarize(ARTICLE)
    (span,) = kept.spans("summarize")
    assert span.attributes["error.type"] == "401"
    assert "bad key" in span.status.description
    assert span.events == ()


def test_without_opentelemetry_nothing_is_told_and_nothing_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tracing, "_api", lambda _name: None)
    with serving(busy_first) as server, nutgraf.Summarizer(model="m", base_url=server.base_url, cache=None) as desk:
        assert desk.summarize(ARTICLE).complete


def test_one_line_turns_the_log_on(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)  # what logging.basicConfig(level=logging.INFO) does
    with serving(answer) as server:
        settings: dict[str, Any] = {"model": "m", "base_url": server.base_url, "cache": None}
        with nutgraf.Summarizer(**settings) as desk:
            desk.summarize(ARTICLE)
    lines = [record.getMessage() for record in caplog.records if record.name == "nutgraf"]
    assert any(line.startswith("halden: ") and "1 event, " in line and "requests" in line for line in lines)
    assert not any(word in line for line in lines for word in ("Halden", "Holm", "Bodø"))
