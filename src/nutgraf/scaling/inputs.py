"""Where the articles of a run come from: files, folders, globs, tables, feeds, standard input."""

from __future__ import annotations

import glob
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from nutgraf.article import Article, read_many
from nutgraf.article.files import files_in, read_lines, records_in
from nutgraf.article.files.given import Given, Published
from nutgraf.errors import ArticleError


def articles_in(
    inputs: Sequence[str], *, published: Published = None, encoding: str | None = None
) -> Iterator[Article | ArticleError]:
    """The articles of all inputs, each read when it is asked for; what is none is an error in its place.

    Args:
        inputs: a folder, a glob ("news/**/*.html"), a file of many articles (.jsonl, .csv, .parquet, a feed …), one
            article's file, or "-" for JSON Lines on standard input.
        published: publication date of the articles that give none themselves.
        encoding: as for `read_many`.

    Raises:
        ArticleError: at once, when an input is not there, or the date or the encoding is none.
        MissingDependencyError: a file that an extra reads, and it is not installed.
    """
    given = Given(published=published, encoding=encoding)
    found = [path for name in inputs for path in _paths(name)]
    return _articles(found, given)


def _paths(name: str) -> list[Path | None]:
    """The files that an input means; None is standard input."""
    if name == "-":
        return [None]
    if "://" in name:
        raise ArticleError(f"{name}: nutgraf fetches nothing; save the pages and name their folder")
    if Path(name).exists():
        return [Path(name)]
    if not glob.has_magic(name):
        raise ArticleError(f"{name}: no such file or folder; the working directory is {Path.cwd()}")
    matching = sorted(glob.iglob(name, recursive=True))  # noqa: PTH207 - absolute patterns too
    if not matching:
        raise ArticleError(f"{name}: no file matches; the working directory is {Path.cwd()}")
    return [Path(path) for path in matching if not Path(path).is_dir()]


def _articles(paths: Sequence[Path | None], given: Given) -> Iterator[Article | ArticleError]:
    for path in paths:
        if path is None:
            yield from read_lines(sys.stdin.buffer, Path("-"), given)
        else:
            yield from read_many(path, errors="yield", published=given.published, encoding=given.encoding)


def count_in(inputs: Sequence[str]) -> int | None:
    """About how many articles there are; None for standard input."""
    total = 0
    for name in inputs:
        for path in _paths(name):
            if path is None:
                return None
            total += _count(path)
    return total


def _count(path: Path) -> int:
    return sum(map(records_in, files_in(path))) if path.is_dir() else records_in(path)
