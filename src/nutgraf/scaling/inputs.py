"""Where the articles of a run come from: files, folders, globs, JSON Lines, Parquet, standard input."""

from __future__ import annotations

import glob
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from nutgraf.article import Article, read_many
from nutgraf.article.files import files_in, read_lines
from nutgraf.article.files.parquet import read_parquet, rows_in
from nutgraf.errors import ArticleError


def articles_in(inputs: Sequence[str]) -> Iterator[Article | ArticleError]:
    """The articles of all inputs, each read when it is asked for; what is none is an error in its place.

    Args:
        inputs: a folder, a glob ("news/**/*.html"), a .jsonl or .parquet file, one article's file, or "-" for JSON
            Lines on standard input.

    Raises:
        ArticleError: at once, when an input is not there.
        MissingDependencyError: a .parquet file, and pyarrow is not installed.
    """
    found = [path for name in inputs for path in _paths(name)]
    return _articles(found)


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


def _articles(paths: Sequence[Path | None]) -> Iterator[Article | ArticleError]:
    for path in paths:
        if path is None:
            yield from read_lines(sys.stdin.buffer, Path("-"))
        elif path.suffix.lower() == ".parquet":
            yield from read_parquet(path)
        else:
            yield from read_many(path, errors="yield")


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
    if path.is_dir():
        return sum(_count(file) for file in files_in(path))
    if path.suffix.lower() == ".parquet":
        return rows_in(path)
    if path.suffix.lower() != ".jsonl":
        return 1
    with path.open("rb") as file:
        return sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 20), b""))
