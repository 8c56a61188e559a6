"""Briefs as files: pages, Markdown and JSON for people and for nutgraf; CSV, JSON Lines, Parquet, JSON-LD for other programs."""

from __future__ import annotations

import csv
import io
import json
import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nutgraf.counting import counted
from nutgraf.errors import ArticleError, ConfigurationError
from nutgraf.outputs import refuse_without_folder
from nutgraf.results import Brief
from nutgraf.telling import tables
from nutgraf.telling.briefs import Briefs, lines_of
from nutgraf.telling.forms import BRIEFS, form_of

if TYPE_CHECKING:
    import pyarrow as pa

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def written(briefs: Briefs, table: str, form: str) -> bytes:
    """A table as csv, jsonl, parquet or jsonld; JSON-LD is one NewsArticle a brief, in a list, whatever the table.

    Raises:
        ConfigurationError: no such table.
        MissingDependencyError: Parquet, and pyarrow is not installed.
    """
    match form:
        case "jsonl":
            return briefs.to_jsonl(table).encode("utf-8")
        case "jsonld":
            return (json.dumps(briefs.to_json_ld(), ensure_ascii=False, indent=1) + "\n").encode("utf-8")
        case "parquet":
            return parquet_of(briefs.to_arrow(table))
        case _:
            rows = briefs.to_dicts(table)
            return csv_of(rows[0] if rows else tables.known(briefs, table), rows)


def csv_of(columns: Iterable[str], rows: Iterable[Mapping[str, Any]]) -> bytes:
    """Rows as CSV, their columns first, also when there is no row."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_cell(value) for value in row.values()] for row in rows)
    return out.getvalue().encode("utf-8")


def _cell(value: Any) -> Any:
    """Empty for nothing, true and false as JSON has them; dates are written as ISO 8601 by str().

    Text that a spreadsheet would take for a formula gets an apostrophe before it, as OWASP advises; numbers are none.
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return "" if value is None else value


def parquet_of(frame: pa.Table) -> bytes:
    """A table as a Parquet file."""
    import pyarrow as pa

    parquet: Any = import_module("pyarrow.parquet")  # its stubs leave most of it out
    sink = pa.BufferOutputStream()
    parquet.write_table(frame, sink)
    return sink.getvalue().to_pybytes()


def save(brief: Brief, path: str | Path) -> None:
    """A brief into a file whose name says the form.

    Raises:
        ConfigurationError: a name that says no form we write, a file of many briefs, or one that can't be written.
    """
    form = form_of(path, BRIEFS)
    if form == "json" and (lines := _lines_in(Path(path))) > 1:
        raise ConfigurationError(
            f"{path}: holds {counted(lines, 'line')} that one brief would take the place of; name another file, or save "
            "many together: nutgraf.telling.Briefs([…]).save(path)"
        )
    put(path, told(Briefs([brief]), form))


def _lines_in(path: Path) -> int:
    """How many briefs or other records stand in a file, one a line; none where it can't be read, or JSON is spread over lines."""
    if not path.is_file():
        return 0
    try:
        return sum(1 for line in lines_of(path) if line.strip())
    except ArticleError:
        return 0


def save_all(briefs: Briefs, path: str | Path) -> None:
    """Briefs into one file whose name says the form.

    Raises:
        ConfigurationError: a name that says no form we write, or a file that can't be written.
    """
    put(path, told(briefs, form_of(path, BRIEFS)))


def told(briefs: Briefs, form: str) -> bytes:
    """Briefs as a page ("html": of one brief, or an index of many), as Markdown ("md") or as JSON Lines ("json")."""
    match form:
        case "html":
            page = briefs[0].to_html() if len(briefs) == 1 and not briefs.failed else briefs.to_html()
            return page.encode("utf-8")
        case "md":
            return "\n---\n\n".join(_in_one_file(brief, n, len(briefs)) for n, brief in enumerate(briefs, 1)).encode()
        case _:
            return briefs.to_jsonl().encode("utf-8")


def _in_one_file(brief: Brief, number: int, of: int) -> str:
    """Footnotes of several briefs in one file have names of their own."""
    text = brief.to_markdown()
    return text if of == 1 else text.replace("[^", f"[^{number}.")


def put(path: str | Path, content: bytes) -> None:
    """Write a file: as a whole, or not at all.

    Raises:
        ConfigurationError: it can't be written; what stood there is as it was.
    """
    path = Path(path)
    refuse_without_folder(path)
    new = path.with_name(f"{path.name}.new")
    try:
        if path.is_symlink() or (path.exists() and not path.is_file()):
            path.write_bytes(content)  # a device, or a file that lies elsewhere
            return
        new.write_bytes(content)
        if path.exists():
            shutil.copymode(path, new)
        new.replace(path)
    except OSError as error:
        with suppress(OSError):
            new.unlink(missing_ok=True)
        raise ConfigurationError(f"{path}: can't be written: {error.strerror}") from None
