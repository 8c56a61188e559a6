"""`nutgraf diff`: two versions of one article, and what of the brief changed with them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from nutgraf.commands.desk import Cached, EndpointAt
from nutgraf.commands.saying import INCOMPLETE, console
from nutgraf.commands.sources import Told, one_article
from nutgraf.commands.writing import print_json, room_for_page, write
from nutgraf.counting import counted
from nutgraf.errors import ArticleError, ConfigurationError

if TYPE_CHECKING:
    from nutgraf.article import Article
    from nutgraf.results import Brief, Revision


def diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help="The older version: an article, or its brief as JSON.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The newer version, likewise.")],
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="PAGE.html", help="A page of what changed; - prints it.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print the revision as one line of JSON.")] = False,
    model: Annotated[
        str | None,
        typer.Option(help="A model, as for summarize; it is asked about what changed alone. Default: rules."),
    ] = None,
    base_url: EndpointAt = None,
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="Publication date of versions that don't tell theirs (ISO 8601).")
    ] = None,
    cache: Cached = True,
) -> None:
    """Say which sentences changed, and what of the brief: quotes altered, figures, days and statuses corrected.

    Without a model the brief holds the quotations that rules find. With one, the older version's brief is made (or read),
    what rests on unchanged sentences is carried over, and the model is asked about the rest.
    """
    room_for_page(output, old, new)
    told = Told(published=published)
    one, other = _version(old, told), _version(new, told)
    if model is None and base_url is not None:
        raise ConfigurationError("--base-url is for a model: name it with --model")
    found = _revised(one, other, model, base_url, cache=cache)
    if json:
        print_json(found.model_dump_json())
    elif output is None:
        from nutgraf.telling.revision_page import show_revision

        show_revision(found, console())
    if output is not None:
        write(output, found.to_html().encode("utf-8"))
    raise typer.Exit(INCOMPLETE if found.brief is not None and not found.brief.complete else 0)


def _revised(
    old: Article | Brief, new: Article | Brief, model: str | None, base_url: str | None, *, cache: bool
) -> Revision:
    from nutgraf.results import Brief
    from nutgraf.revisions import compare, revise

    if model is None or isinstance(new, Brief):
        return compare(old, new)
    kept = "default" if cache else None
    if not isinstance(old, Brief):
        from nutgraf.one_article import summarize

        old = summarize(old, model=model, base_url=base_url, cache=kept)
    return revise(old, new, model=model, base_url=base_url, cache=kept)


def _version(name: str, told: Told) -> Article | Brief:
    from nutgraf.telling.lines import each_saved, holds_briefs

    if holds_briefs(Path(name)):
        found = list(each_saved(Path(name)))
        if len(found) != 1:
            raise ArticleError(f"{name}: holds {counted(len(found), 'brief')}; diff takes one of each version")
        return found[0]
    return one_article(name, told)
