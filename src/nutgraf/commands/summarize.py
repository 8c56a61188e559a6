"""`nutgraf summarize`: articles into briefs, on the terminal or as JSON Lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from nutgraf.commands.desk import AskedFor, Cached, JudgedBy, LeftOpen, ShownAtOnce, make_desk
from nutgraf.commands.making import outcomes
from nutgraf.commands.saying import console, say
from nutgraf.commands.sources import EncodedAs, Told
from nutgraf.commands.writing import no_input, print_json, room_for, write
from nutgraf.counting import counted
from nutgraf.errors import ConfigurationError

if TYPE_CHECKING:
    from nutgraf.results import Brief, Outcome


def summarize(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE|-|DIR...",
            help="Articles: text, pages, mails, PDF, JSON, tables, feeds, a folder, or - for text on standard input.",
        ),
    ],
    model: Annotated[
        str | None,
        typer.Option(
            help='"openai/<name>", "ollama/<name>", "local", or any name with --base-url. Default: NUTGRAF_MODEL.'
        ),
    ] = None,
    base_url: Annotated[
        str | None, typer.Option(help="An OpenAI-compatible endpoint. Default: NUTGRAF_BASE_URL.")
    ] = None,
    published: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Publication date (ISO 8601), from which relative dates are counted."),
    ] = None,
    title: Annotated[str | None, typer.Option(help="The headline, where one article is named.")] = None,
    encoding: EncodedAs = None,
    passes: AskedFor = "quotes,events,summary",
    window: ShownAtOnce = "auto",
    judge: JudgedBy = None,
    unproved: LeftOpen = "keep",
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", metavar="FILE", help="A file: a page (.html), Markdown (.md) or JSON (.json)."),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print each brief as one line of JSON.")] = False,
    cache: Cached = True,
    problems: Annotated[bool, typer.Option("--problems", help="Show every problem that the checks found.")] = False,
) -> None:
    """Turn articles into checked briefs: quotes, events, summary, and what was dropped and why."""
    from nutgraf.scaling.undated import Undated

    told = Told(title=title, published=published, encoding=encoding)
    form = _form(output, json=json)
    no_input(output, *inputs)
    desk = make_desk(model, base_url, passes, window, cache=cache, judge=judge, unproved=unproved)
    worst, undated = 0, Undated()
    made: list[Brief | Outcome] = []
    with desk:
        for outcome, code in outcomes(desk, inputs, told):
            if outcome.brief is not None:
                undated.meet(outcome.brief.article)
            if form is not None:
                made.append(outcome)
            elif outcome.brief is not None:
                _print(outcome.brief, json=json, problems=problems)
            worst = max(worst, code)
    if without := str(undated):
        say(without)
    if output is not None and form is not None:
        _save(output, form, made)
    raise typer.Exit(worst)


def _form(output: str | None, *, json: bool) -> str | None:
    """The form of the file, known to fit before anything is asked.

    Raises:
        ConfigurationError: no file can be written under this name.
    """
    from nutgraf.telling.forms import BRIEFS

    if output is None:
        return None
    if output == "-" or json:
        raise ConfigurationError("--output names a file; --json prints JSON on standard output")
    return room_for(output, BRIEFS)


def _save(output: str, form: str, made: list[Brief | Outcome]) -> None:
    """The file, if there is anything for it."""
    from nutgraf.telling.briefs import Briefs, told

    briefs = Briefs(made)
    if briefs:
        write(output, told(briefs, form))
        say(f"{counted(len(briefs), 'brief')} in {output}")


def _print(brief: Brief, *, json: bool, problems: bool) -> None:
    if json:
        print_json(brief.model_dump_json())
        return
    from nutgraf.telling.terminal import show

    show(brief, console(), all_problems=problems)
    console().print()
