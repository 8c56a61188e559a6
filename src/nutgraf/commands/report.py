"""`nutgraf report` and `nutgraf export`: saved briefs as a page, a table or JSON-LD."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from nutgraf.commands.making import outcomes
from nutgraf.commands.sources import standard_input
from nutgraf.commands.writing import no_input, room_for_page, write
from nutgraf.errors import ArticleError, ConfigurationError

if TYPE_CHECKING:
    from nutgraf.results import Brief, Outcome


def report(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE|-...",
            help="Briefs as JSON Lines (from summarize --json; - for standard input), or articles, which are summarized.",
        ),
    ],
    output: Annotated[str, typer.Option("--output", "-o", metavar="PAGE.html", help="The page; - prints it.")],
    title: Annotated[str | None, typer.Option(help="The title of a page with many briefs.")] = None,
    model: Annotated[str | None, typer.Option(help="For articles: as for summarize.")] = None,
    base_url: Annotated[str | None, typer.Option(help="For articles: as for summarize.")] = None,
) -> None:
    """Make one self-contained page of briefs: one brief, or an index with search and filters of many."""
    from nutgraf.telling.briefs import Briefs

    room_for_page(output, *inputs)
    saved, articles = _saved_briefs(inputs)
    if not saved:
        _there(articles)
    made, worst = _made_briefs(articles, model, base_url) if articles else ([], 0)
    briefs = Briefs([*saved, *made])
    if not briefs and worst:
        raise typer.Exit(worst)
    page = briefs[0].to_html() if len(briefs) == 1 and title is None else briefs.to_html(title=title)
    write(output, page.encode("utf-8"))
    raise typer.Exit(worst)


def export(
    inputs: Annotated[
        list[str], typer.Argument(metavar="BRIEFS.jsonl|-...", help="Briefs as JSON Lines, from summarize --json.")
    ],
    output: Annotated[str, typer.Option("--output", "-o", metavar="FILE", help="The file; - prints.")] = "-",
    table: Annotated[
        str,
        typer.Option(
            help="articles, quotes, events, points, participants, quantities, spans, problems, or a pass of your own."
        ),
    ] = "quotes",
    form: Annotated[
        str | None,
        typer.Option("--format", help="csv, jsonl, parquet or jsonld. Default: by the file's name, else csv."),
    ] = None,
) -> None:
    """Write a table of briefs (CSV, JSON Lines, Parquet), or all as schema.org JSON-LD."""
    from nutgraf.telling.briefs import Briefs, written
    from nutgraf.telling.forms import TABLES, form_of

    chosen = form_of(output, TABLES, named=form, default="csv")
    no_input(output, *inputs)
    saved, articles = _saved_briefs(inputs)
    _there(articles)
    if articles:
        raise ConfigurationError(
            f"{articles[0]}: holds no briefs; make them first: nutgraf summarize {articles[0]} --json > briefs.jsonl"
        )
    write(output, written(Briefs(saved), table, chosen))


def _saved_briefs(inputs: list[str]) -> tuple[list[Brief], list[str]]:
    """The briefs in files and on standard input, and the names of the inputs that hold none."""
    from nutgraf.telling.lines import each_saved, holds_briefs

    briefs: list[Brief] = []
    others: list[str] = []
    for name in inputs:
        if name == "-":
            briefs += each_saved(standard_input().split("\n"), "standard input")
        elif holds_briefs(Path(name)):
            briefs += each_saved(Path(name))
        else:
            others.append(name)
    return briefs, others


def _there(names: list[str]) -> None:
    """See that something of it is there.

    Raises:
        ArticleError: no file or folder has any of these names.
    """
    from nutgraf.article.files.content import why

    if names and not any(Path(name).exists() or "://" in name for name in names):
        raise ArticleError(why(Path(names[0]), FileNotFoundError()))


def _made_briefs(inputs: list[str], model: str | None, base_url: str | None) -> tuple[list[Brief | Outcome], int]:
    """The briefs of articles; what gave none as an outcome, so that the page names it."""
    from nutgraf.summarizer import Summarizer

    made: list[Brief | Outcome] = []
    worst = 0
    with Summarizer(model=model, base_url=base_url) as desk:
        for outcome, code in outcomes(desk, inputs):
            made.append(outcome if outcome.brief is None else outcome.brief)
            worst = max(worst, code)
    return made, worst
