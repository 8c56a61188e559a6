"""Where the articles of a run come from: files, folders, globs, tables, feeds, standard input."""

from __future__ import annotations

import fnmatch
import glob
import os
import sys
from collections.abc import Collection, Iterator, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path

from nutgraf.article import Article
from nutgraf.article.files import articles_of, files_in, read_lines, real, records_in
from nutgraf.article.files.given import Given, Published
from nutgraf.errors import ArticleError, ConfigurationError


class Inputs(Iterator[Article | ArticleError]):
    """The articles of inputs, each read when it is asked for; and which files are theirs.

    Args:
        names: the inputs as they were given.
        paths: the files and folders that they mean; None is standard input.
        articles: what they hold.
    """

    def __init__(
        self, names: Sequence[str], paths: Sequence[Path | None], articles: Iterator[Article | ArticleError]
    ) -> None:
        self._reals = frozenset("-" if path is None else real(path) for path in paths)
        self._patterns = tuple(real(name) for name in names if name != "-" and not Path(name).exists())
        self._articles = articles

    def __next__(self) -> Article | ArticleError:
        return next(self._articles)

    def covers(self, place: str) -> bool:
        """Whether a file is one of the inputs or lies in their folders; one that is gone, whether it would be.

        Args:
            place: its real path, or - for standard input.
        """
        if place in self._reals or any(str(parent) in self._reals for parent in Path(place).parents):
            return True
        return not Path(place).exists() and any(fnmatch.fnmatchcase(place, pattern) for pattern in self._patterns)


def articles_in(
    inputs: Sequence[str],
    *,
    published: Published = None,
    encoding: str | None = None,
    without: Collection[Path] = (),
) -> Inputs:
    """The articles of all inputs, each read when it is asked for; what is none is an error in its place.

    Args:
        inputs: a folder, a glob ("news/**/*.html"), a file of many articles (.jsonl, .csv, .parquet, a feed …), one
            article's file, or "-" for JSON Lines on standard input.
        published: publication date of the articles that give none themselves.
        encoding: as for `read_many`.
        without: files to leave out: what the run itself writes.

    Raises:
        ArticleError: at once, when an input is not there, or the date or the encoding is none.
        ConfigurationError: nothing is left to read.
        MissingDependencyError: a file that an extra reads, and it is not installed.
    """
    given, own = Given(published=published, encoding=encoding), _reals(without)
    found = _found(inputs, own)
    if not found:
        raise ConfigurationError(f"{', '.join(inputs)[:300]}: this run writes there; name the articles to read")
    return Inputs(inputs, found, _articles(found, given, own))


def left_out(inputs: Sequence[str], without: Collection[Path]) -> list[Path]:
    """Those of the files to leave out that are there, and would be read otherwise."""
    met = [real(path) for name in inputs for path in _paths(name) if path is not None]
    return [
        own
        for own in without
        if own.exists() and any(real(own) == path or real(own).startswith(path + os.sep) for path in met)
    ]


def _reals(paths: Collection[Path]) -> frozenset[str]:
    return frozenset(map(real, paths))


def _found(inputs: Sequence[str], own: AbstractSet[str]) -> list[Path | None]:
    return [path for name in inputs for path in _paths(name) if path is None or real(path) not in own]


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


def _articles(paths: Sequence[Path | None], given: Given, own: AbstractSet[str]) -> Iterator[Article | ArticleError]:
    for path in paths:
        if path is None:
            yield from read_lines(sys.stdin.buffer, Path("-"), given)
        else:
            yield from articles_of(path, given, own)


def count_in(inputs: Sequence[str], *, without: Collection[Path] = ()) -> int | None:
    """About how many articles there are; None for standard input."""
    own, total = _reals(without), 0
    for path in _found(inputs, own):
        if path is None:
            return None
        total += sum(map(records_in, files_in(path, own))) if path.is_dir() else records_in(path)
    return total
