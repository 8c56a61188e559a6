"""Stories of briefs on a Ray cluster (extra `ray`): workers read and note the briefs, one process compares the notes.

    rows = nutgraf.scaling.ray.summarize(ds, desk, workers=8)        # or ray.data.read_parquet("s3://briefs/")
    found = nutgraf.scaling.ray_stories.stories(rows)

Notes are some hundred bytes an event; comparing 100,000 events takes one process minutes and flat memory.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from typing import Any, Unpack

from nutgraf.errors import MissingDependencyError
from nutgraf.results import Brief
from nutgraf.settings import Options
from nutgraf.storylines.follow import found_in
from nutgraf.storylines.gathering import Noted, Same, noted
from nutgraf.storylines.notes import unpacked
from nutgraf.telling.stories import Stories

_COLUMNS = ("key", "digest", "line", "terms", "notes")


def stories(
    ds: Any,
    *,
    column: str = "brief",
    model: str | None = None,
    same: Same | None = None,
    **settings: Unpack[Options],
) -> Stories:
    """Find the stories in a dataset of briefs.

    Args:
        ds: a ray.data.Dataset with the JSON of a brief in each row, as `nutgraf.scaling.ray.summarize` gives it; rows
            without one are passed over.
        column: the column that holds it.
        model: as for `nutgraf.stories`; here, in this process.
        same: likewise.
        **settings: likewise.

    Raises:
        MissingDependencyError: ray is not installed.
        ConfigurationError: as `nutgraf.stories`.
    """
    try:
        import_module("ray.data")
    except ImportError:
        raise MissingDependencyError("nutgraf.scaling.ray_stories", "ray") from None
    rows = ds.map_batches(noted_rows, fn_kwargs={"column": column}, batch_format="pyarrow")
    return found_in(from_rows(rows.iter_rows()), model=model, same=same, **settings)


def noted_rows(batch: Any, column: str = "brief") -> Any:
    """What is kept of the briefs of an Arrow table, as a table of text."""
    arrow: Any = import_module("pyarrow")
    found = [noted(Brief.load(line)) for line in batch.column(column).to_pylist() if line]
    rows = [
        {
            "key": one.key,
            "digest": one.digest,
            "line": one.line,
            "terms": json.dumps(one.terms, ensure_ascii=False),
            "notes": json.dumps([note.packed() for note in one.notes], ensure_ascii=False),
        }
        for one in found
    ]
    return arrow.Table.from_pylist(rows, schema=arrow.schema([(name, arrow.string()) for name in _COLUMNS]))


def from_rows(rows: Iterable[Mapping[str, Any]]) -> Iterator[Noted]:
    """What was noted, from the rows of `noted_rows`."""
    for row in rows:
        yield Noted(
            key=row["key"],
            digest=row["digest"],
            line=row["line"],
            terms=tuple(json.loads(row["terms"])),
            notes=tuple(unpacked(line, 0) for line in json.loads(row["notes"])),
        )
