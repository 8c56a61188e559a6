"""Articles from tables in text files: CSV and TSV, a row each."""

from __future__ import annotations

import csv
import io
import itertools
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from nutgraf.article.files.content import LARGEST, is_utf8_file
from nutgraf.article.files.given import Given
from nutgraf.article.files.records import from_record, placed
from nutgraf.article.model import Article
from nutgraf.article.objects import KNOWN, NAMES_OF_TEXT
from nutgraf.counting import counted
from nutgraf.errors import ArticleError

_DELIMITERS = ",;\t|"
"""Spreadsheets write what their language leaves free: a comma, or a semicolon where that is the decimal point."""
_LOOKED_AT = 100
"""Lines. Where all of these hold as many tabs, no field holds one, and each line is a row."""
_QUOTED = re.compile(r'"(?:[^"]|"")*"')


def read_table(path: Path, given: Given) -> Iterator[Article | ArticleError]:
    """An article for each row; the first row names the columns, as for `Article.from_object`, in upper or lower case.

    A row that is no article is handed out as an error in its place; `key` defaults to the URL or the file and line.
    """
    encoding = _encoding_of(path, given.encoding)
    with path.open(encoding=encoding, newline="") as file:
        try:
            rows = _rows(file, path.suffix.lower() == ".tsv")
            first = next(rows, None)
            columns = _columns(first[1] if first else [], path)
            empty = True
            for number, row in rows:
                empty = False
                yield _article(columns, row, f"{path}:{number}", path, given)
            if empty:
                raise ArticleError(f"{path}: no row in this table")
        except UnicodeDecodeError:
            raise ArticleError(
                f"{path}: not {encoding.removesuffix('-sig').upper()}; name its encoding, like "
                'encoding="windows-1252" (--encoding windows-1252)'
            ) from None


def rows_in(path: Path) -> int:
    """About how many rows there are; 0 where it can't be read."""
    try:
        with path.open(encoding="latin-1", newline="") as file:
            return max(0, sum(1 for _ in _rows(file, path.suffix.lower() == ".tsv")) - 1)
    except OSError:
        return 0


def _encoding_of(path: Path, named: str | None) -> str:
    if named is not None:
        return "utf-8-sig" if is_utf8_file(path) else named
    with path.open("rb") as file:
        start = file.read(2)
    return "utf-16" if start in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"  # "Unicode text" of spreadsheets


def _rows(file: io.TextIOWrapper, tabs: bool) -> Iterator[tuple[int, list[str] | csv.Error]]:
    """The rows that hold something, with the number of the line on which they end; what is none as the reason."""
    first = list(itertools.islice(file, _LOOKED_AT))
    lines = itertools.chain(first, file)
    counts = {line.count("\t") for line in first if line.strip()}
    if tabs and len(counts) == 1:
        yield from _unquoted(lines)
        return
    rows = csv.reader(lines, delimiter="\t" if tabs else _delimiter(first[0] if first else ""), strict=True)
    while True:
        try:
            row = _next(rows)
        except csv.Error as error:
            yield rows.line_num, error
            continue
        if row is None:
            return
        if any(value.strip() for value in row):
            yield rows.line_num, row


def _unquoted(lines: Iterable[str]) -> Iterator[tuple[int, list[str]]]:
    """A row a line. Quotation marks around a field are those of the text, unless marks within are doubled for them."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield (
                number,
                [
                    value[1:-1].replace('""', '"') if _QUOTED.fullmatch(value) and '""' in value[1:-1] else value
                    for value in line.rstrip("\r\n").split("\t")
                ],
            )


def _next(rows: Iterator[list[str]]) -> list[str] | None:
    """The next row, however long its fields: the module's own limit is that of all its users, so it is put back."""
    before = csv.field_size_limit(LARGEST)
    try:
        return next(rows, None)
    finally:
        csv.field_size_limit(before)


def _delimiter(first: str) -> str:
    """The one that parts the first line so that a column has a name for the text; else the one seen most."""
    for delimiter in _DELIMITERS:
        if any(_name(name) in NAMES_OF_TEXT for names in csv.reader([first], delimiter=delimiter) for name in names):
            return delimiter
    return max(_DELIMITERS, key=first.count)


def _name(written: str) -> str:
    name = written.strip()
    return name if name in KNOWN else name.lower()


def _columns(header: list[str] | csv.Error, path: Path) -> list[str]:
    if isinstance(header, csv.Error):
        raise ArticleError(f"{path}: the first line, which names the columns, can't be read: {header}")
    columns = [_name(name) for name in header]
    if not any(name in NAMES_OF_TEXT for name in columns):
        found = ", ".join(repr(name[:40]) for name in header[:20]) or "none"
        raise ArticleError(
            f"{path}: no column `text` (the first line names: {found}); let it name the columns, and rename the one that holds the article"
        )
    return columns


def _article(
    columns: list[str], row: list[str] | csv.Error, where: str, path: Path, given: Given
) -> Article | ArticleError:
    try:
        if isinstance(row, csv.Error):
            raise ArticleError(f"{where}: no row of a table: {row}")  # noqa: TRY301 - as below
        if len(row) > len(columns):
            raise ArticleError(  # noqa: TRY301 - handed out like the others
                f"{where}: {counted(len(row), 'field')}, and {counted(len(columns), 'column')}; a text that holds the delimiter stands in quotation marks"
            )
        return given.filled(from_record(dict(zip(columns, row, strict=False)), where, path, where))
    except ArticleError as error:
        return placed(error, where)
