"""`nutgraf check`: a text that anyone wrote, held against articles statement by statement."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from nutgraf.commands.desk import Cached, EndpointAt, judge_settings
from nutgraf.commands.saying import INCOMPLETE, NO_ARTICLE, NOT_SAID, complain, console
from nutgraf.commands.sources import Told, articles, one_article
from nutgraf.commands.writing import print_json, room_for_page, write
from nutgraf.errors import ArticleError, ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nutgraf.results import Article


def check(
    draft: Annotated[str, typer.Argument(metavar="DRAFT", help="The text to check: a file, or - for standard input.")],
    sources: Annotated[
        list[str],
        typer.Argument(metavar="ARTICLE...", help="What it is held against: files, folders, .jsonl, briefs; or -."),
    ],
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", metavar="PAGE.html", help="A page: the text, lit, with the evidence beside it."),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print each statement as one line of JSON.")] = False,
    fail_on: Annotated[
        str, typer.Option(help="What makes the exit code 1: refuted; open (or refuted); never.")
    ] = "refuted",
    title: Annotated[str | None, typer.Option(help="The title of the page.")] = None,
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="Publication date of articles that don't tell theirs (ISO 8601).")
    ] = None,
    model: Annotated[str | None, typer.Option(help="A model that judges what rules can't. Default: none.")] = None,
    base_url: EndpointAt = None,
    budget_usd: Annotated[float | None, typer.Option(min=0, help="Spend no more than this on judging.")] = None,
    cache: Cached = True,
) -> None:
    """Say of each sentence of a text whether articles bear it out, with the sentences that do. Needs no model.

    A model that is named judges what rules neither refute nor find word for word, many statements in one request.
    """
    from nutgraf.claims.check import check as hold
    from nutgraf.results.checked import FAILS

    fails = {**FAILS, "never": ()}
    room_for_page(output, draft, *sources)
    if fail_on not in fails:
        raise ConfigurationError(f"--fail-on {fail_on[:40]}: it is one of {', '.join(fails)}")
    if [draft, *sources].count("-") > 1:
        raise ConfigurationError("only one of DRAFT and ARTICLE can be standard input")
    text, against = _read(draft, sources, Told(published=published))
    found = hold(text, against, **judge_settings(model, base_url, budget_usd, cache=cache))
    if json:
        for one in found.statements:
            print_json(one.model_dump_json())
    elif output is None:
        from nutgraf.telling.check_terminal import show_report

        show_report(found, console())
    if output is not None:
        write(output, found.to_html(title=title or (None if draft == "-" else Path(draft).name)).encode())
    failed = found.found(*fails[fail_on])
    raise typer.Exit(NOT_SAID if failed else INCOMPLETE if any(one.step == "judge" for one in found.problems) else 0)


def _held(sources: list[str], told: Told) -> Iterator[Article | ArticleError]:
    """The articles that are named, and those of briefs: a brief holds the text that it was made of."""
    from nutgraf.article.files.given import Given
    from nutgraf.telling.lines import each_saved, holds_briefs

    for name in sources:
        if not holds_briefs(Path(name)):
            yield from articles([name], told)
            continue
        try:
            for brief in each_saved(Path(name)):
                yield Given(published=told.published).filled(brief.article)
        except ArticleError as error:
            yield error


def _read(draft: str, sources: list[str], told: Told) -> tuple[Article, list[Article]]:
    """The text and the articles; one that can't be read ends it, for without it another verdict could come out.

    Raises:
        typer.Exit: not all can be read; each that can't was complained about, so that all are mended at once.
    """
    bad: list[ArticleError] = []
    text: Article | None = None
    try:
        text = one_article(draft)
    except ArticleError as error:
        bad.append(error)
    found: list[Article] = []
    for article in _held(sources, told):
        if isinstance(article, ArticleError):
            bad.append(article)
        else:
            found.append(article)
    for one in bad:
        complain(one, one.where)
    if text is None or bad:
        raise typer.Exit(NO_ARTICLE)
    return text, found
