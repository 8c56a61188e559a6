"""`nutgraf evaluate`: briefs against a desk's own gold answers."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from nutgraf.commands.desk import AskedFor, Cached, EndpointAt, ShownAtOnce, make_desk
from nutgraf.commands.saying import MODEL_FAILED, complain, console
from nutgraf.commands.writing import print_json, room_for_page, write
from nutgraf.errors import ConfigurationError

if TYPE_CHECKING:
    from nutgraf.results import Brief, Outcome


def evaluate(
    gold: Annotated[
        str,
        typer.Argument(
            metavar="GOLD.jsonl",
            help="Gold answers, one a line (or a folder of them): records, or briefs corrected by hand.",
        ),
    ],
    briefs: Annotated[
        list[str] | None,
        typer.Argument(metavar="[BRIEFS.jsonl...]", help="The briefs to judge. Without any, a model makes them."),
    ] = None,
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="PAGE.html", help="A page with every slip; - prints it.")
    ] = None,
    slips: Annotated[int, typer.Option(min=0, help="Show so many slips of each measure here.")] = 0,
    json: Annotated[bool, typer.Option("--json", help="Print figures and slips as JSON.")] = False,
    model: Annotated[str | None, typer.Option(help="Whose briefs are judged, as for summarize.")] = None,
    base_url: EndpointAt = None,
    passes: AskedFor = "quotes,events,summary",
    window: ShownAtOnce = "auto",
    cache: Cached = True,
) -> None:
    """Say how right briefs are: precision, recall and F1 for quotes, speakers, events, statuses, dates, figures and points.

    Each with a 95 % interval, so that a difference that is chance is not taken for one.
    """
    from nutgraf.evaluation import evaluate as judge
    from nutgraf.evaluation import load

    room_for_page(output, gold, *(briefs or ()))
    answers, failed = load(gold), 0
    if briefs and (model or base_url):
        raise ConfigurationError("--model makes briefs of the gold's articles: name briefs or a model, not both")
    if briefs:
        found = judge(answers, _saved(briefs))
    else:
        with make_desk(model, base_url, passes, window, cache=cache) as desk:
            made: list[Outcome] = list(desk.map([one.article for one in answers], progress=sys.stderr.isatty()))
        failed = sum(_complained(outcome) for outcome in made)
        found = judge(answers, made)
    if json:
        print_json(found.model_dump_json())
    elif output is None:
        from nutgraf.telling.evaluation_page import show_evaluation

        show_evaluation(found, console(), slips=slips)
    if output is not None:
        write(output, found.to_html(title=f"Evaluation: {Path(gold).name}").encode("utf-8"))
    raise typer.Exit(MODEL_FAILED if failed else 0)


def _saved(inputs: list[str]) -> list[Brief]:
    from nutgraf.telling.lines import each_saved

    return [brief for name in inputs for brief in each_saved(Path(name))]


def _complained(outcome: Outcome) -> bool:
    if outcome.error is not None:
        complain(outcome.error, outcome.key)
    return outcome.error is not None
