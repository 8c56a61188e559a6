"""`nutgraf verify`: quotations that anyone wrote, held against an article."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from nutgraf.commands.saying import NOT_SAID, console
from nutgraf.commands.sources import Told, one_article, standard_input
from nutgraf.commands.writing import print_json
from nutgraf.errors import ConfigurationError


def verify(
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="The article: a file, or - for standard input.")],
    quotes: Annotated[
        str,
        typer.Argument(metavar="QUOTES", help="The quotations: a .json list, or a text file with one a line; or -."),
    ],
    encoding: Annotated[
        str | None, typer.Option(help="Of the article. Default: UTF-8; pages and mails say it.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print each verdict as one line of JSON.")] = False,
) -> None:
    """Judge quotations that anyone wrote: does the article say them, and where? Needs no model."""
    from nutgraf.telling.verdicts import show_verdicts
    from nutgraf.verification import read_quotes, verify

    if article == quotes == "-":
        raise ConfigurationError("only one of ARTICLE and QUOTES can be standard input")
    source = one_article(article, Told(encoding=encoding))
    verdicts = verify(read_quotes(standard_input() if quotes == "-" else Path(quotes)), source)
    if json:
        for verdict in verdicts:
            print_json(verdict.model_dump_json())
    else:
        show_verdicts(verdicts, console())
    raise typer.Exit(0 if all(verdict.ok for verdict in verdicts) else NOT_SAID)
