"""`nutgraf batch`: the provider's batch API, at half the price and within a day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from nutgraf.commands.desk import AskedFor, JudgedBy, LeftOpen, ShownAtOnce, make_desk
from nutgraf.commands.run import exit_code, read, tell
from nutgraf.commands.saying import say
from nutgraf.commands.sources import DatedAs, EncodedAs
from nutgraf.commands.writing import lines_alone
from nutgraf.counting import counted
from nutgraf.errors import ConfigurationError

if TYPE_CHECKING:
    from nutgraf.asking.line.batches import BatchState


def batch(
    action: Annotated[str, typer.Argument(help="submit, status or collect")],
    inputs: Annotated[list[str], typer.Argument(metavar="IN...", help="As for run; the same for every action.")],
    output: Annotated[str, typer.Option("--output", "-o", metavar="OUT.jsonl", help="The file of briefs.")],
    model: Annotated[str | None, typer.Option(help="As for summarize. Default: NUTGRAF_MODEL.")] = None,
    base_url: Annotated[str | None, typer.Option(help="An endpoint with /files and /batches.")] = None,
    passes: AskedFor = "quotes,events,summary",
    window: ShownAtOnce = "auto",
    judge: JudgedBy = None,
    unproved: LeftOpen = "keep",
    published: DatedAs = None,
    encoding: EncodedAs = None,
    limit: Annotated[int | None, typer.Option(min=0, help="Begin no more than this many articles.")] = None,
    per_file: Annotated[int, typer.Option(min=1, help="Requests a file; the provider takes 50,000.")] = 50_000,
    repairs: Annotated[
        str, typer.Option(help="online: ask at once for what repairs an answer; next: leave it to the next batch.")
    ] = "online",
) -> None:
    """Submit the questions of many articles as batches, and collect the answers when they are there.

    Submit, collect until nothing waits. What was submitted stands in OUT.batch.json; collecting twice is harmless, and
    submitting again sends only what no batch has answered.
    """
    from nutgraf.scaling.books import files_of
    from nutgraf.scaling.openai_batch import Batch

    if action not in ("submit", "status", "collect"):
        raise ConfigurationError(f"nutgraf batch {action}: it is submit, status or collect")
    if repairs not in ("online", "next"):
        raise ConfigurationError(f"--repairs {repairs}: it is online or next")
    lines_alone(output)
    articles = read(inputs, files_of(output), published=published, encoding=encoding)
    made = Batch(make_desk(model, base_url, passes, window, judge=judge, unproved=unproved), output)
    try:
        if action == "submit":
            _show(made.submit(articles, limit=limit, most_requests=per_file) or "nothing to submit")
        elif action == "status":
            _show(made.status() or "nothing is out: submit, or all is collected")
        else:
            report, states = made.collect(articles, online=repairs == "online", limit=limit)
            tell(report, output, None)
            _show(states)
            if report.waiting:
                say(
                    f"still waiting: {counted(report.waiting, 'article')}; collect again later, or submit what has failed or expired"
                )
            raise SystemExit(exit_code(report))
    finally:
        made.close()


def _show(states: list[BatchState] | str) -> None:
    from nutgraf.telling.visible import visible

    if isinstance(states, str):
        typer.echo(states)
        return
    for state in states:
        told = f"{state.id}: {state.status}, {state.completed} of {state.total} done, {state.failed} failed"
        typer.echo(visible(told))
        for error in state.errors:
            typer.echo(f"  {visible(error)}")
