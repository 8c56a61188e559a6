"""`nutgraf stories`: saved briefs of many articles into stories, a page or tables."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from nutgraf.commands.desk import Cached, EndpointAt, judge_settings
from nutgraf.commands.saying import INCOMPLETE, console
from nutgraf.commands.sources import standard_input
from nutgraf.commands.writing import no_input, write
from nutgraf.errors import ConfigurationError

if TYPE_CHECKING:
    from nutgraf.results import Brief
    from nutgraf.telling.stories import Stories


def stories(
    inputs: Annotated[
        list[str],
        typer.Argument(metavar="BRIEFS.jsonl|-...", help="Briefs as JSON Lines, from run or summarize --json."),
    ],
    output: Annotated[
        str | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="A page (.html), stories (.jsonl) or a table (.csv, .parquet)."
        ),
    ] = None,
    table: Annotated[
        str | None,
        typer.Option(
            help="stories, happenings, events, sources, additions, conflicts, corrections or quotes. Default: stories as "
            "JSON for .jsonl, sources for the others."
        ),
    ] = None,
    form: Annotated[
        str | None, typer.Option("--format", help="html, jsonl, csv or parquet. Default: by the file's name.")
    ] = None,
    title: Annotated[str | None, typer.Option(help="The title of the page.")] = None,
    model: Annotated[
        str | None, typer.Option(help="A model that judges the pairs that rules are not sure of. Default: none.")
    ] = None,
    base_url: EndpointAt = None,
    budget_usd: Annotated[float | None, typer.Option(min=0, help="Spend no more than this on judging.")] = None,
    cache: Cached = True,
) -> None:
    """Find the same events in many articles: who tells them, what each adds, what conflicts, what was corrected.

    Needs no model; one that is named judges what rules leave open. Without --output the stories are shown here.
    """
    from nutgraf.storylines.follow import stories as follow

    chosen = _form(form, output, table)
    no_input(output, *inputs)
    found = follow(_briefs(inputs), **judge_settings(model, base_url, budget_usd, cache=cache))
    if output is None and form is None:
        from nutgraf.telling.story_terminal import show_stories

        show_stories(found, console())
    else:
        write(output or "-", _content(found, chosen, table, title))
    raise typer.Exit(INCOMPLETE if found.problems else 0)


def _form(form: str | None, output: str | None, table: str | None) -> str:
    """The form asked for, known to fit before anything is read or paid.

    Raises:
        ConfigurationError: none of ours, or a table as a page.
    """
    from nutgraf.telling.forms import STORIES, form_of

    chosen = form_of(output or "-", STORIES, named=form, default="csv" if table else "jsonl")
    if table is not None:
        from nutgraf.telling.story_tables import known

        if chosen == "html":
            raise ConfigurationError("--table is for csv, jsonl and parquet; a page shows all of them")
        known(table)
    return chosen


def _content(found: Stories, form: str, table: str | None, title: str | None) -> bytes:
    from nutgraf.telling import files

    if form == "html":
        return found.to_html(title=title).encode("utf-8")
    if form == "jsonl":
        return found.to_jsonl(table).encode("utf-8")
    if form == "parquet":
        return files.parquet_of(found.to_arrow(table or "sources"))
    from nutgraf.telling.story_tables import known

    named = table or "sources"
    return files.csv_of(known(named), found.to_dicts(named))


def _briefs(inputs: list[str]) -> Iterator[Brief]:
    """Briefs, one after another: a file of any length is never held as a whole."""
    from nutgraf.telling.lines import each_saved

    for name in inputs:
        if name == "-":
            yield from each_saved(standard_input().split("\n"), "standard input")
        else:
            yield from each_saved(Path(name))
