"""Files: rows as CSV and Parquet, and a file written as a whole or not at all."""

from __future__ import annotations

import csv
import io
import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nutgraf.errors import ConfigurationError
from nutgraf.outputs import refuse_without_folder

if TYPE_CHECKING:
    import pyarrow as pa

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


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
