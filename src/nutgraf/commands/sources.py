"""What the commands read: files, folders, standard input; and the bar they show while they work."""

from __future__ import annotations

import sys
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from nutgraf.commands.saying import console
from nutgraf.errors import ArticleError

if TYPE_CHECKING:
    from nutgraf.article import Article
    from nutgraf.conductor import Progress


def articles(inputs: list[str], published: str | None) -> Iterator[Article | ArticleError]:
    """The articles of files, folders and standard input, in order; an input that is none gives its error."""
    from nutgraf.article import Article, read_many

    for name in inputs:
        try:
            if name == "-":
                yield Article.from_text(standard_input(), published=published, key="-")
            elif "://" in name:
                yield ArticleError(f"{name}: nutgraf fetches nothing; save the page and name the file")
            elif Path(name).is_dir() or name.endswith(".jsonl"):
                yield from read_many(Path(name), errors="yield")
            else:
                yield Article.from_file(name, published=published)
        except ArticleError as error:
            yield error


def standard_input() -> str:
    """The text on standard input.

    Raises:
        ArticleError: it is not UTF-8.
    """
    data = sys.stdin.buffer.read()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ArticleError(f"standard input is not UTF-8 text (byte {error.start})") from None


@contextmanager
def progress_bar(title: str) -> Generator[Progress | None]:
    """A bar on standard error while it works; nothing where that is no terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.markup import escape
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    from nutgraf.telling.visible import visible

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Bar(*columns, console=console(stderr=True), transient=True) as bar:
        task = bar.add_task(escape(visible(title)[:50]), total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
