"""`nutgraf read`: what code finds in an article without a model, and with --explain which rule found it."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from nutgraf.commands.saying import say
from nutgraf.commands.sources import Told, one_article


def read(
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="The article: a file, or - for standard input.")],
    explain: Annotated[bool, typer.Option("--explain", help="Say which rule found what.")] = False,
    published: Annotated[
        str | None, typer.Option(help="Publication date (YYYY-MM-DD) that “Friday” is counted from.")
    ] = None,
    encoding: Annotated[
        str | None, typer.Option(help="Of a text file. Default: UTF-8; pages and mails say it.")
    ] = None,
) -> None:
    """Show what code finds in an article: quotes with speakers, times, quantities, names. Needs no model."""
    from nutgraf.reading import read
    from nutgraf.reading.explain import findings
    from nutgraf.telling.visible import visible
    from nutgraf.telling.words import first_of_times

    source = one_article(article, Told(published=published, encoding=encoding))
    found_there = read(source)
    for found in findings(found_there):
        rule = f"  [{found.rule}]" if explain and found.rule else ""
        line = f"{found.start:>6}  {found.kind:<8}  {' '.join(found.text.split())}  =  {found.says}{rule}"
        sys.stdout.write(visible(line) + "\n")
    if uncounted := first_of_times(() if source.published else found_there.times):
        say(f"the article has no publication date, so {uncounted} can’t be resolved; give it: --published 2026-11-23")
