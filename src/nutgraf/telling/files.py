"""Briefs as files that other programs read: CSV, JSON Lines, Parquet, JSON-LD."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nutgraf.errors import ConfigurationError
from nutgraf.telling import tables
from nutgraf.telling.briefs import Briefs

if TYPE_CHECKING:
    import pyarrow as pa

FORMATS = ("csv", "jsonl", "parquet", "jsonld")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_SUFFIXES = {".csv": "csv", ".jsonl": "jsonl", ".ndjson": "jsonl", ".parquet": "parquet", ".jsonld": "jsonld"}


def format_of(named: str | None, output: str) -> str:
    """The format asked for, else the one that the file's name says, else CSV.

    Raises:
        ConfigurationError: a format that nutgraf does not write.
    """
    chosen = named or _SUFFIXES.get(Path(output).suffix.lower(), "csv")
    if chosen not in FORMATS:
        raise ConfigurationError(f"--format {chosen[:40]}: it is one of {', '.join(FORMATS)}")
    return chosen


def written(briefs: Briefs, table: str, form: str) -> bytes:
    """A table in one of `FORMATS`; JSON-LD is one NewsArticle a brief, in a list, whatever the table.

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
            return csv_of(tables.columns_of(briefs, table), briefs.to_dicts(table))


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
