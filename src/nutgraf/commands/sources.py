"""What the commands read: files, folders, standard input; and the bar they show while they work."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Collection, Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from nutgraf.commands.saying import console, say
from nutgraf.errors import ArticleError, ConfigurationError

if TYPE_CHECKING:
    from nutgraf.article import Article
    from nutgraf.conductor import Progress


DatedAs = Annotated[
    str | None, typer.Option(metavar="DATE", help="Publication date (ISO 8601) of articles that give none.")
]
EncodedAs = Annotated[str | None, typer.Option(help="Of text files. Default: UTF-8; pages and mails say it.")]
_KINDS = 10
"""Suffixes, or files, that are named: enough to see what is there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the options say of the articles.

    Raises:
        ConfigurationError: no ISO 8601 date, or no encoding.
    """

    title: str | None = None
    published: str | None = None
    encoding: str | None = None

    def __post_init__(self) -> None:
        from nutgraf.article.files.given import Given

        try:
            Given(published=self.published, encoding=self.encoding)
        except ArticleError as error:
            option = "--encoding " if self.encoding and "encoding" in str(error) else "--"
            raise ConfigurationError(f"{option}{error}") from None


def articles(inputs: list[str], told: Told | None = None) -> Iterator[Article | ArticleError]:
    """The articles of files, folders and standard input, in order; an input that is none gives its error.

    Raises:
        ConfigurationError: a title for more than one article.
    """
    told = told or Told()
    if told.title is not None and (len(inputs) > 1 or _holds_many(inputs[0])):
        raise ConfigurationError("--title is for one article: name one file, or - for standard input")
    for name in inputs:
        try:
            yield from _articles(name, told)
        except ArticleError as error:
            yield error


def one_article(name: str, told: Told | None = None) -> Article:
    """The article of a file or of standard input.

    Raises:
        ArticleError: it is none, or the file holds several.
    """
    found = articles([name], told)
    first = next(found, None)
    if isinstance(first, ArticleError):
        raise first
    if first is None or next(found, None) is not None:
        held = "no article" if first is None else "many articles"
        raise ArticleError(f"{name}: holds {held}; name the file of one")
    return first


def _articles(name: str, told: Told) -> Iterator[Article | ArticleError]:
    from nutgraf.article import Article, read_many
    from nutgraf.article.text.headline import find_headline

    if name == "-":
        text = standard_input(told.encoding)
        yield Article.from_text(text, title=told.title or find_headline(text), published=told.published, key="-")
    elif "://" in name:
        raise ArticleError(f"{name}: nutgraf fetches nothing; save the page and name the file")
    elif _holds_many(name):
        tell_passed_over([name])
        yield from read_many(Path(name), errors="yield", published=told.published, encoding=told.encoding)
    else:
        yield Article.from_file(name, title=told.title, published=told.published, encoding=told.encoding)


def tell_passed_over(inputs: Sequence[str], without: Collection[Path] = ()) -> None:
    """Say what lies in the folders among the inputs and is not read: files of other kinds, what nutgraf itself has made."""
    from nutgraf.article.files import passed_over, real

    own = frozenset(map(real, without))
    folders = [passed_over(Path(name), own) for name in inputs if Path(name).is_dir()]
    kinds = sum((one.kinds for one in folders), Counter[str]())
    if kinds:
        shown = [
            f"{count:,} {suffix or 'without a suffix'}"
            for suffix, count in sorted(kinds.items(), key=lambda one: (not one[0], one))
        ]
        more = [f"{sum(kinds.values()):,} in all"] if len(shown) > _KINDS else []
        say(
            f"left out, for nutgraf reads no such files: {', '.join([*shown[:_KINDS], *more])}; save an article among them as "
            ".txt, .html or .pdf, a table as .csv"
        )
    if made := [str(path) for one in folders for path in one.made]:
        more = [f"{len(made) - _KINDS:,} more"] if len(made) > _KINDS else []
        say(f"left out, for nutgraf made them and they are no articles: {', '.join([*made[:_KINDS], *more])}")


def _holds_many(name: str) -> bool:
    from nutgraf.article.files.one import OF_MANY

    return Path(name).is_dir() or Path(name).suffix.lower() in OF_MANY


def standard_input(encoding: str | None = None) -> str:
    """The text on standard input.

    Raises:
        ArticleError: it is not UTF-8, or not in the encoding that is given.
    """
    from nutgraf.article.files.content import decoded

    return decoded(sys.stdin.buffer.read(), "standard input", encoding)


@contextmanager
def progress_bar(title: str) -> Generator[Progress | None]:
    """A bar on standard error while it works; nothing where that is no terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.markup import escape
    from rich.progress import BarColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    from nutgraf.telling.visible import visible

    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[said]}"), TimeElapsedColumn())
    with Bar(*columns, console=console(stderr=True), transient=True) as bar:
        task = bar.add_task(escape(visible(title)[:50]), total=None, said="reading")
        yield lambda done, total: bar.update(task, completed=done, total=total, said=f"{done} of {total}")
