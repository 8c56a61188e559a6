"""Articles from files that hold many, and from folders."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, overload

from nutgraf.article.files.content import refuse_what_is_no_file, why
from nutgraf.article.files.one import SUFFIXES, read_file
from nutgraf.article.files.records import placed, read_lines
from nutgraf.article.model import Article
from nutgraf.errors import ArticleError


@overload
def read_many(path: str | Path, *, errors: Literal["raise"] = "raise") -> Iterator[Article]: ...
@overload
def read_many(path: str | Path, *, errors: Literal["yield"]) -> Iterator[Article | ArticleError]: ...
def read_many(path: str | Path, *, errors: Literal["raise", "yield"] = "raise") -> Iterator[Article | ArticleError]:
    """Articles one after the other, each read when it is asked for.

    Args:
        path: a .jsonl file (one record a line, as in a .json file), a folder (searched in depth, in sorted order, for
            .txt, .md, .text, .html, .htm, .json and .jsonl; hidden entries are left out), or one file.
        errors: "raise" ends with the first file or line that is no article; "yield" hands out the error in its
            place and goes on.

    Raises:
        ArticleError: as above; the message names the file, and the line of a .jsonl file.
    """
    path = Path(path)
    if errors not in {"raise", "yield"}:
        raise ValueError(f'errors is "raise" or "yield", not {errors!r}')
    for item in _articles(path):
        if isinstance(item, ArticleError) and errors == "raise":
            raise item
        yield item


def _articles(path: Path) -> Iterator[Article | ArticleError]:
    if not path.is_dir():
        yield from _articles_of_file(path)
        return
    empty = True
    for file in files_in(path):
        empty = False
        yield from _articles_of_file(file)
    if empty:
        yield placed(ArticleError(f"{path}: no {', '.join(sorted(SUFFIXES))} or .jsonl file in this folder"), str(path))


def files_in(folder: Path) -> Iterator[Path]:
    """The files in a folder that may hold articles, in depth and in sorted order."""
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and Path(name).suffix.lower() in SUFFIXES | {".jsonl"}:
                yield Path(where, name)


def _articles_of_file(path: Path) -> Iterator[Article | ArticleError]:
    if path.suffix.lower() == ".jsonl":
        yield from _articles_of_lines(path)
        return
    try:
        yield read_file(path)
    except ArticleError as error:
        yield placed(error, str(path))


def _articles_of_lines(path: Path) -> Iterator[Article | ArticleError]:
    try:
        refuse_what_is_no_file(path)
        file = path.open("rb")
    except (ArticleError, OSError) as error:
        yield placed(error if isinstance(error, ArticleError) else ArticleError(why(path, error)), str(path))
        return
    with file:
        yield from read_lines(file, path)
