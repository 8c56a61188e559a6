"""The public face as its users write it: type-checked by mypy and basedpyright (`make types`), never run.

The last part is wrong on purpose: each line says which error both checkers must find; one that they no longer find fails.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncGenerator, AsyncIterator, Generator, Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, assert_type

import pandas as pd
import polars as pl
import pyarrow as pa
from pydantic import Field

import nutgraf
from nutgraf import errors, results
from nutgraf.article import read_many
from nutgraf.reading import Name, Reading, Segment, Sentence
from nutgraf.results import (
    Participant,
    Point,
    Problem,
    Provenance,
    Quantity,
    Speaker,
    Statement,
    TimeRef,
    Usage,
    Verdict,
    Words,
)
from nutgraf.scaling.inputs import articles_in
from nutgraf.scaling.run import Report, run
from nutgraf.telling import Briefs
from nutgraf.testing import assert_grounded


class Accident(nutgraf.Event):
    means: Literal["ship", "train"] | None = Field(None, description="What had the accident, if any.")
    vessel: Annotated[str | None, Words("names")] = None


class Remark(nutgraf.Quote):
    angry: bool | None = None


class Figure(nutgraf.Cited):
    value: float
    people: Annotated[str, Words("anything")]


def no_thousands(figure: Figure, reading: Reading) -> str | None:
    return "too many" if figure.value >= 1_000 and reading.sentences else None


figures = nutgraf.Pass(name="figures", prompt=Path("figures.md"), item=Figure, rules=(no_thousands,))


def articles() -> None:
    article = nutgraf.Article.from_text("…", title="…", published="2026-03-04", key="a")
    assert_type(article, nutgraf.Article)
    assert_type(nutgraf.Article.from_text("…", published=dt.date(2026, 3, 4)), nutgraf.Article)
    assert_type(nutgraf.Article.from_html(b"<p>", url="https://example.org"), nutgraf.Article)
    assert_type(nutgraf.Article.from_file(Path("a.txt"), published=dt.datetime(2026, 3, 4)), nutgraf.Article)
    assert_type(nutgraf.Article.from_object({"text": "…"}), nutgraf.Article)
    assert_type(article.published, dt.date | None)
    assert_type(article.dateline, nutgraf.Span | None)
    assert_type(article.boilerplate, tuple[nutgraf.Span, ...])
    assert_type(article.span(0, 1).text, str)
    assert_type(read_many("news"), Iterator[nutgraf.Article])
    assert_type(read_many("news", errors="yield"), Iterator[nutgraf.Article | errors.ArticleError])


def without_a_model(article: nutgraf.Article) -> None:
    reading = nutgraf.read(article)
    assert_type(reading, Reading)
    assert_type(nutgraf.read("…"), Reading)
    assert_type(reading.quotes, tuple[nutgraf.Quote, ...])
    assert_type(reading.sentences, tuple[Sentence, ...])
    assert_type(reading.segments, tuple[Segment, ...])
    assert_type(reading.names, tuple[Name, ...])
    assert_type(reading.times, tuple[TimeRef, ...])
    assert_type(reading.quantities, tuple[Quantity, ...])
    verdicts = nutgraf.verify(["…"], article)
    assert_type(verdicts, list[Verdict])
    assert_type(verdicts[0].ok, bool)
    assert_type(verdicts[0].spans, tuple[nutgraf.Span, ...])


def any_text(article: nutgraf.Article) -> None:
    report = nutgraf.check("…", [article, "…", {"text": "…"}], model="m", budget=nutgraf.Budget(usd=1))
    assert_type(report, results.Report)
    assert_type(report.ok, bool)
    assert_type(report.found("refuted", "open"), tuple[Statement, ...])
    assert_type(report.statements[0].evidence[0].spans, tuple[nutgraf.Span, ...])
    assert_type(report.statements[0].facts[0].reckoned, str | None)
    assert_type(assert_grounded("…", article, fail_on="open"), results.Report)


def one_article(article: nutgraf.Article) -> None:
    brief = nutgraf.summarize(article, model="openai/gpt-5-mini", cache=None, concurrency=4)
    assert_type(brief.article, nutgraf.Article)
    assert_type(brief.headline, str | None)
    assert_type(brief.quotes, tuple[nutgraf.Quote, ...])
    assert_type(brief.events, tuple[nutgraf.Event, ...])
    assert_type(brief.summary, tuple[Point, ...])
    assert_type(brief.items["figures"], tuple[nutgraf.Cited | nutgraf.Quote, ...])
    assert_type(brief.problems, tuple[Problem, ...])
    assert_type(brief.usage, Usage)
    assert_type(brief.usage.cost_usd, float | None)
    assert_type(brief.provenance, Provenance)
    assert_type(brief.complete, bool)


def a_quote(quote: nutgraf.Quote) -> None:
    assert_type(quote.text, str)
    assert_type(quote.kind, Literal["direct", "mixed", "indirect"])
    assert_type(quote.content, tuple[nutgraf.Span, ...])
    assert_type(quote.cue, nutgraf.Span | None)
    assert_type(quote.speaker, Speaker | None)
    if quote.speaker is not None:
        assert_type(quote.speaker.name, str | None)
        assert_type(quote.speaker.basis, Literal["model", "rule"])


def an_event(event: nutgraf.Event) -> None:
    assert_type(event.title, str)
    assert_type(event.status, Literal["occurred", "ongoing", "planned", "hypothetical", "cancelled", "postponed"])
    assert_type(event.evidence, tuple[nutgraf.Span, ...])
    assert_type(event.participants, tuple[Participant, ...])
    assert_type(event.place, nutgraf.Span | None)
    assert_type(event.time, TimeRef | None)
    assert_type(event.quantities, tuple[Quantity, ...])
    assert_type(event.asserted_by, tuple[str, ...])


def shown(brief: nutgraf.Brief) -> None:
    assert_type(brief.to_html(), str)
    assert_type(brief.to_dicts("events"), list[dict[str, Any]])
    assert_type(brief.to_pandas(), pd.DataFrame)
    assert_type(brief.to_polars(), pl.DataFrame)
    assert_type(brief.to_arrow(), pa.Table)
    assert_type(brief.to_json_ld(), dict[str, Any])
    many = Briefs([brief])
    assert_type(many[0], nutgraf.Brief)
    assert_type(many[:1], Briefs)
    assert_type(many.failed, tuple[nutgraf.Outcome, ...])
    assert_type(many.to_html(title="…"), str)
    assert_type(Briefs.load("briefs.jsonl", event=Accident, items={"figures": Figure}), Briefs)


def a_desk(article: nutgraf.Article) -> None:
    with nutgraf.Summarizer(
        model="mistral",
        base_url="http://127.0.0.1:8000/v1",
        api_key="…",
        passes=("quotes", figures),
        prompts={"quotes": "v1"},
        window="paragraph",
        cache=Path("answers.sqlite"),
        budget=nutgraf.Budget(usd=2.5, tokens=100_000, requests=50),
        concurrency=64,
        timeout=30,
        deadline=90.0,
        temperature=None,
        max_output_tokens=2_000,
        headers={"X-Desk": "foreign"},
        strict=False,
    ) as desk:
        assert_type(desk, nutgraf.Summarizer)
        assert_type(desk.summarize(article, progress=print), nutgraf.Brief)
        assert_type(desk.map([article, "…", Path("a.txt")], ordered=True), Generator[nutgraf.Outcome, None, None])
        assert_type(desk.usage, Usage)
        assert_type(desk.usage_by_pass, Mapping[str, Usage])
        assert_type(desk.preview(article)[0][0], tuple[Literal["system", "user", "assistant"], str])
        for outcome in desk.map(read_many("news", errors="yield"), progress=True):
            assert_type(outcome.ok, bool)
            assert_type(outcome.key, str)
            assert_type(outcome.brief, nutgraf.Brief | None)
            assert_type(outcome.error, Exception | None)


async def a_desk_in_async_code(desk: nutgraf.Summarizer, stream: AsyncIterator[nutgraf.Article]) -> None:
    assert_type(await nutgraf.asummarize("…", model="local"), nutgraf.Brief)
    async with desk as same:
        assert_type(await same.asummarize("…"), nutgraf.Brief)
        assert_type(same.amap(stream), AsyncGenerator[nutgraf.Outcome, None])
        async for outcome in same.amap(stream):
            assert_type(outcome, nutgraf.Outcome)


def own_classes(article: nutgraf.Article) -> None:
    brief = nutgraf.summarize(article, model="local", event=Accident)
    assert_type(brief, nutgraf.Brief[Accident, nutgraf.Quote])
    assert_type(brief.events[0].vessel, str | None)
    assert_type(brief.quotes, tuple[nutgraf.Quote, ...])
    shown(brief)  # where any brief will do, one of your own classes does

    desk = nutgraf.Summarizer(model="local", event=Accident, quote=Remark)
    assert_type(desk, nutgraf.Summarizer[Accident, Remark])
    with desk as same:
        assert_type(same.summarize(article).quotes, tuple[Remark, ...])
    for outcome in desk.map([article]):
        if outcome.brief is not None:
            assert_type(outcome.brief.events, tuple[Accident, ...])
    Briefs(desk.map([article]))

    back = nutgraf.Brief.load(brief.model_dump_json(), event=Accident, items={"figures": Figure})
    assert_type(back, nutgraf.Brief[Accident, nutgraf.Quote])
    assert_type(nutgraf.Brief.load(b"{}"), nutgraf.Brief)


async def own_classes_in_async_code(desk: nutgraf.Summarizer[Accident, Remark]) -> None:
    assert_type((await desk.asummarize("…")).events, tuple[Accident, ...])
    assert_type((await nutgraf.asummarize("…", quote=Remark)).quotes, tuple[Remark, ...])
    async for outcome in desk.amap(["…"]):
        assert_type(outcome, nutgraf.Outcome[Accident, Remark])


def own_passes(brief: nutgraf.Brief) -> None:
    assert_type(figures, nutgraf.Pass[Figure])
    assert_type(figures.item, type[Figure])
    assert_type(figures.found_in(brief), tuple[Figure, ...])


def many_articles(desk: nutgraf.Summarizer[Accident, Remark]) -> None:
    report = run(desk, articles_in(["news"]), "briefs.jsonl", limit=10, progress=True)
    assert_type(report, Report)
    assert_type(report.usage, Usage)
    assert_type(report.ended, Literal["all", "limit", "stopped", "budget", "endpoint"])
    assert_type(report.error, nutgraf.NutgrafError | None)


def what_goes_wrong() -> None:
    try:
        nutgraf.summarize("…")
    except errors.MissingDependencyError as error:
        assert_type(error.extra, str)
    except errors.ModelUnavailable as error:
        assert_type(error.retry_after, float | None)
        assert_type(error.usage, Usage | None)
        assert_type(error.attempts, int)
    except errors.ReplyInvalid as error:
        assert_type(error.raw, str)
    except errors.BudgetExceeded as error:
        assert_type((error.spent, error.limit), tuple[float, float])
    except nutgraf.NutgrafError as error:
        assert_type(str(error), str)


# --- wrong on purpose -----------------------------------------------------------------------------------------------


def refused(article: nutgraf.Article, brief: nutgraf.Brief) -> None:
    nutgraf.Summarizer(model="m", colour=3)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    nutgraf.Summarizer(model="m", concurrency="many")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    nutgraf.Summarizer(model="m", window="page")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    nutgraf.Summarizer(model="m", event=Figure)  # type: ignore[type-var]  # pyright: ignore[reportArgumentType]
    nutgraf.summarize(article, "openai/gpt-5-mini")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    nutgraf.summarize(article, llm="openai/gpt-5-mini")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    nutgraf.Budget(5)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    nutgraf.Article.from_text(b"")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    nutgraf.Article.from_text("…", published=2026)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    nutgraf.Pass(name="words", prompt="words/v1", item=str)  # type: ignore[type-var]  # pyright: ignore[reportArgumentType]
    nutgraf.Pass(name="accidents", prompt="x/v1", item=Accident, rules=(no_thousands,))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    brief.headline = "…"  # type: ignore[misc]  # only pydantic's plugin for mypy knows that it is frozen
    print(brief.event)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType, reportUnknownArgumentType]
    print(brief.events[0].time.value)  # type: ignore[union-attr]  # pyright: ignore[reportOptionalMemberAccess]
    print(brief.events[0].vessel)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType, reportUnknownArgumentType]
    nutgraf.check("…", [article], colour=3)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    nutgraf.verify("…", 3)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    Briefs([article])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
    run(desk=None, articles=[], out="briefs.jsonl")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
