"""Articles from files that hold many, and from folders."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import Literal, overload

from nutgraf.article.files.content import refuse_what_is_no_file, why
from nutgraf.article.files.folders import files_in
from nutgraf.article.files.given import Given, Published
from nutgraf.article.files.one import OF_MANY, SUFFIXES, read_file
from nutgraf.article.files.ours import refuse_ours
from nutgraf.article.files.records import placed, read_lines
from nutgraf.article.model import Article
from nutgraf.errors import ArticleError


@overload
def read_many(
    path: str | Path, *, errors: Literal["raise"] = "raise", published: Published = None, encoding: str | None = None
) -> Iterator[Article]: ...
@overload
def read_many(
    path: str | Path, *, errors: Literal["yield"], published: Published = None, encoding: str | None = None
) -> Iterator[Article | ArticleError]: ...
def read_many(
    path: str | Path,
    *,
    errors: Literal["raise", "yield"] = "raise",
    published: Published = None,
    encoding: str | None = None,
) -> Iterator[Article | ArticleError]:
    """Articles one after the other, each read when it is asked for.

    Args:
        path: a file of many - .jsonl (a record a line), .csv or .tsv (a row each, named by the first), .parquet (extra
            `arrow`), .xml, .rss or .atom (the entries of a feed; extra `feeds`) -, a folder (searched in depth, in sorted
            order, for these and what `Article.from_file` reads; hidden entries and
            what nutgraf itself has made are left out), or one file.
        errors: "raise" ends with the first file or line that is no article; "yield" hands out the error in its
            place and goes on.
        published: publication date of the articles that give none themselves.
        encoding: of text files and tables; by default UTF-8, and for pages and mails what they are or declare.

    Raises:
        ArticleError: as above; the message names the file, and the line of a .jsonl file or table.
        MissingDependencyError: the package that reads such files is not installed.
    """
    path, given = Path(path), Given(published=published, encoding=encoding)
    if errors not in {"raise", "yield"}:
        raise ValueError(f'errors is "raise" or "yield", not {errors!r}')
    for item in articles_of(path, given):
        if isinstance(item, ArticleError) and errors == "raise":
            raise item
        yield item


def articles_of(path: Path, given: Given, without: AbstractSet[str] = frozenset()) -> Iterator[Article | ArticleError]:
    """The articles of a file or a folder, an error in the place of what is none; less some files of the folder (`real`)."""
    if not path.is_dir():
        yield from _articles_of_file(path, given)
        return
    empty = True
    for file in files_in(path, without):
        empty = False
        yield from _articles_of_file(file, given)
    if empty:
        known = ", ".join(sorted((SUFFIXES | OF_MANY) - {".jsonl"}))
        yield placed(ArticleError(f"{path}: no {known} or .jsonl file in this folder"), str(path))


def _articles_of_file(path: Path, given: Given) -> Iterator[Article | ArticleError]:
    suffix = path.suffix.lower()
    try:
        if suffix not in OF_MANY:
            yield given.filled(read_file(path, encoding=given.encoding))
            return
        refuse_what_is_no_file(path)
        refuse_ours(path)
        yield from _reader_of(suffix)(path, given)
    except ArticleError as error:
        yield placed(error, error.where or str(path))
    except OSError as error:
        yield placed(ArticleError(why(path, error)), str(path))


def _reader_of(suffix: str) -> Callable[[Path, Given], Iterator[Article | ArticleError]]:
    match suffix:
        case ".jsonl":
            return _of_lines
        case ".csv" | ".tsv":
            from nutgraf.article.files.tables import read_table as reader
        case ".parquet":
            from nutgraf.article.files.parquet import read_parquet as reader
        case _:
            from nutgraf.article.files.feeds import read_feed as reader
    return reader


def _of_lines(path: Path, given: Given) -> Iterator[Article | ArticleError]:
    with path.open("rb") as file:
        yield from read_lines(file, path, given)


def records_in(path: Path) -> int:
    """About how many articles a file holds, for a bar; 0 where it can't be read."""
    match path.suffix.lower():
        case ".jsonl":
            try:
                with path.open("rb") as file:
                    return sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 20), b""))
            except OSError:
                return 0
        case ".csv" | ".tsv":
            from nutgraf.article.files.tables import rows_in as counted
        case ".parquet":
            from nutgraf.article.files.parquet import rows_in as counted
        case ".xml" | ".rss" | ".atom":
            from nutgraf.article.files.feeds import entries_in as counted
        case _:
            return 1
    return counted(path)
