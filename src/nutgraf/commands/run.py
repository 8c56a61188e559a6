"""`nutgraf run`: many articles into a file of briefs; run it again to go on."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from nutgraf.commands.desk import AskedFor, Cached, EndpointAt, JudgedBy, LeftOpen, ShownAtOnce, make_desk
from nutgraf.commands.saying import INCOMPLETE, INTERRUPTED, MODEL_FAILED, NO_ARTICLE, complain, say
from nutgraf.commands.sources import DatedAs, EncodedAs, Told, tell_passed_over
from nutgraf.commands.writing import lines_alone
from nutgraf.counting import counted
from nutgraf.errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nutgraf.article import Article
    from nutgraf.errors import ArticleError
    from nutgraf.scaling.inputs import Inputs
    from nutgraf.scaling.run import Report
    from nutgraf.summarizer import Summarizer

_ENDS = {
    "stopped": "stopped; run the same command again to go on",
    "limit": "the limit is reached; run the same command again to go on",
    "budget": "the budget is used up; run the same command again, with a new budget, to go on",
    "endpoint": "the endpoint does not answer; run the same command again when it does",
}


def run(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="IN...",
            help="A folder, a glob, a file of articles (.jsonl, .csv, .parquet, a feed …) or of one, or - for JSON Lines on standard input.",
        ),
    ],
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="OUT.jsonl", help="The file of briefs, - for standard output.")
    ],
    model: Annotated[str | None, typer.Option(help="As for summarize. Default: NUTGRAF_MODEL.")] = None,
    base_url: EndpointAt = None,
    passes: AskedFor = "quotes,events,summary",
    window: ShownAtOnce = "auto",
    judge: JudgedBy = None,
    unproved: LeftOpen = "keep",
    concurrency: Annotated[int, typer.Option(help="Requests in flight at once.")] = 16,
    published: DatedAs = None,
    encoding: EncodedAs = None,
    limit: Annotated[int | None, typer.Option(min=0, help="Begin no more than this many articles.")] = None,
    budget_usd: Annotated[float | None, typer.Option(min=0, help="Spend no more than this in this run.")] = None,
    failures: Annotated[
        str | None, typer.Option(metavar="FILE", help="What failed and why. Default: OUT.failed.jsonl.")
    ] = None,
    retry_failed: Annotated[
        bool, typer.Option("--retry-failed", help="Try what failed for good once more, too.")
    ] = False,
    ordered: Annotated[bool, typer.Option("--ordered", help="Write in the order of the input.")] = False,
    cache: Cached = True,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what it would take in requests, tokens and money; send nothing.")
    ] = False,
) -> None:
    """Make the briefs of many articles, a line of JSON each. Stopped at any moment, it goes on where it was.

    The first Ctrl-C finishes what is in flight, the second stops at once. Run the same command again to go on: what is
    in OUT is not asked again, and an article whose text, headline or date has changed gets a new brief in the place of
    the old one. What failed stands in OUT.failed.jsonl with the reason; failures that may pass are tried again by the
    next run. OUT is the work of one model and the same passes: for others name another file.
    """
    from nutgraf.asking.budget.books import Budget
    from nutgraf.scaling.books import files_of

    lines_alone(output)
    budget = None if budget_usd is None else Budget(usd=budget_usd)
    articles = read(inputs, files_of(output, failures), published=published, encoding=encoding)
    desk = make_desk(
        model,
        base_url,
        passes,
        window,
        concurrency=concurrency,
        cache=cache,
        budget=budget,
        judge=judge,
        unproved=unproved,
    )
    if dry_run:
        raise typer.Exit(_foreseen(desk, articles, output, failures, limit, again=retry_failed))
    options = {"failures": failures, "limit": limit, "ordered": ordered, "again": retry_failed}
    report = _ran(desk, articles, inputs, output, options)
    tell(report, output, failures)
    raise SystemExit(exit_code(report))


def read(inputs: list[str], own: list[Path], *, published: str | None, encoding: str | None) -> Inputs:
    """The articles of the inputs, less what the run itself writes, which is told.

    Raises:
        ArticleError: as `articles_in`.
        ConfigurationError: likewise, and as `Told`.
    """
    from nutgraf.scaling.inputs import articles_in, left_out

    Told(published=published, encoding=encoding)
    articles = articles_in(inputs, published=published, encoding=encoding, without=own)
    if out := left_out(inputs, own):
        say(f"left out, for this run writes there: {', '.join(map(str, out))}")
    tell_passed_over([name for name in inputs if name != "-"], own)
    return articles


def _foreseen(
    desk: Summarizer,
    articles: Iterator[Article | ArticleError],
    output: str,
    failures: str | None,
    limit: int | None,
    *,
    again: bool,
) -> int:
    """Say what the run would take, and what it would refuse; returns the exit code that it would have for that.

    Raises:
        ConfigurationError: the run would be refused its files.
    """
    from nutgraf.scaling.estimate import estimated
    from nutgraf.scaling.failures import look
    from nutgraf.scaling.keys import Keys

    done = look(output, failures, made_by=desk.provenance, again=again)
    keys = Keys(None if output == "-" else Path(output))
    found = estimated(desk, articles, limit=limit, done=done, keys=keys)
    typer.echo(found)
    for where, error in found.refused:
        complain(error, where)
    if more := found.unreadable - len(found.refused):
        say(f"and {more:,} more")
    try:
        desk.endpoint.ready()
    except ConfigurationError as error:
        say(f"the run itself will be refused: {error}")
    return NO_ARTICLE if found.unreadable else 0


def _ran(
    desk: Summarizer,
    articles: Iterator[Article | ArticleError],
    inputs: list[str],
    output: str,
    options: dict[str, Any],
) -> Report:
    from nutgraf.scaling import run as running
    from nutgraf.scaling.books import files_of
    from nutgraf.scaling.inputs import count_in
    from nutgraf.scaling.stopping import Stop

    seen = sys.stderr.isatty()
    total = count_in(inputs, without=files_of(output, options["failures"])) if seen else None
    try:
        with desk, Stop("finishing what is in flight; once more stops at once") as stop:
            return running.run(desk, articles, output, progress=seen, total=total, stop=stop, **options)
    except KeyboardInterrupt:
        say("stopped at once; run the same command again to go on: what was answered before is not asked again")
        raise SystemExit(INTERRUPTED) from None


def tell(report: Report, output: str, failures: str | None) -> None:
    """Say what a run came to."""
    from nutgraf.scaling.books import failures_of

    usage = report.usage
    parts = [f"{counted(report.written, 'brief')} written"]
    for count, what in (
        (report.incomplete, "of them incomplete"),
        (report.known, "done before"),
        (report.twice, "met twice"),
        (report.replaced, "of an earlier text replaced"),
    ):
        if count:
            parts.append(f"{count:,} {what}")
    cost = "" if usage.cost_usd is None else f", ${usage.cost_usd:,.4f}"
    parts.append(f"{counted(usage.requests, 'request')}, {counted(usage.total_tokens, 'token')}{cost}")
    say("; ".join(parts))
    if undated := str(report.undated):
        say(undated)
    if report.failed:
        where = failures_of(output, failures)
        before = f", {report.earlier:,} of them in earlier runs" if report.earlier else ""
        kept = f"all of them stand in {where}" if where else "--failures FILE keeps them"
        say(f"{report.failed:,} failed{before}; {kept}")
        if why := str(report.reasons):
            say(why)
    last = f" ({report.error})" if report.error else ""
    if report.ended in ("budget", "endpoint"):
        say(_ENDS[report.ended] + last)
        return
    if report.unanswered and not report.written:
        say(_ENDS["endpoint"] + last)
    elif report.unanswered:
        were = "article was" if report.unanswered == 1 else "articles were"
        say(f"{report.unanswered:,} {were} not answered; run the same command again to try once more{last}")
    if report.ended in _ENDS:
        say(_ENDS[report.ended])


def exit_code(report: Report) -> int:
    """The exit code of a run."""
    if report.ended == "stopped":
        return INTERRUPTED
    if report.ended in ("budget", "endpoint"):
        return MODEL_FAILED
    if report.failed:
        return MODEL_FAILED if report.failed > report.unreadable else NO_ARTICLE
    return INCOMPLETE if report.incomplete else 0
