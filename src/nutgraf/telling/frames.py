"""Flat rows with columns of known kinds, as the data frames of other packages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

from nutgraf.errors import MissingDependencyError
from nutgraf.telling.rows import Row

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

Kind = Literal["str", "int", "float", "bool", "date"]


def columns(kinds: str) -> dict[str, Kind]:
    """`"a b:int"` → {"a": "str", "b": "int"}."""
    found: dict[str, Any] = {}
    for word in kinds.split():
        name, _, kind = word.partition(":")
        found[name] = kind or "str"
    return found


def as_pandas(rows: Sequence[Row], kinds: Mapping[str, Kind]) -> pd.DataFrame:
    """As a DataFrame: `string`, `Int64`, `float64`, `boolean` and `datetime64[s]` columns.

    Raises:
        MissingDependencyError: pandas is not installed (extra `pandas`).
    """
    try:
        import pandas as pd
    except ImportError:
        raise MissingDependencyError("to_pandas()", "pandas") from None
    dtypes = {"str": "string", "int": "Int64", "float": "float64", "bool": "boolean", "date": "datetime64[s]"}
    return pd.DataFrame({n: pd.Series([row[n] for row in rows], dtype=dtypes[kind]) for n, kind in kinds.items()})


def as_polars(rows: Sequence[Row], kinds: Mapping[str, Kind]) -> pl.DataFrame:
    """As a polars DataFrame: String, Int64, Float64, Boolean and Date columns.

    Raises:
        MissingDependencyError: polars is not installed (extra `polars`).
    """
    try:
        import polars as pl
    except ImportError:
        raise MissingDependencyError("to_polars()", "polars") from None
    types = {"str": pl.String, "int": pl.Int64, "float": pl.Float64, "bool": pl.Boolean, "date": pl.Date}
    return pl.DataFrame(
        {name: [row[name] for row in rows] for name in kinds}, schema={n: types[kind] for n, kind in kinds.items()}
    )


def as_arrow(rows: Sequence[Row], kinds: Mapping[str, Kind]) -> pa.Table:
    """As a pyarrow Table: string, int64, double, bool and date32 columns.

    Raises:
        MissingDependencyError: pyarrow is not installed (extra `arrow`).
    """
    try:
        import pyarrow as pa
    except ImportError:
        raise MissingDependencyError("to_arrow()", "arrow") from None
    types: dict[Kind, pa.DataType] = {"str": pa.string(), "int": pa.int64(), "float": pa.float64(), "bool": pa.bool_()}
    types["date"] = pa.date32()
    schema = pa.schema([(name, types[kind]) for name, kind in kinds.items()])
    return pa.Table.from_pylist(rows, schema=schema)
