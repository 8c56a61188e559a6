"""Notes that travel as Arrow tables are the notes made here; the rest of it is `nutgraf.stories`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

import nutgraf
from nutgraf.scaling import ray_stories
from nutgraf.storylines.gathering import noted
from nutgraf.telling import Briefs

BRIEFS = Briefs.load(Path(__file__).parents[2] / "examples" / "stories" / "briefs.jsonl")


class Dataset:
    """What we use of a ray.data.Dataset, on one table; tests marked ray have a real cluster for what Ray itself does."""

    def __init__(self, table: pa.Table) -> None:
        self._table = table

    def map_batches(self, made: Any, *, fn_kwargs: dict[str, Any], batch_format: str) -> Dataset:
        assert batch_format == "pyarrow"
        return Dataset(made(self._table, **fn_kwargs))

    def iter_rows(self) -> Any:
        return iter(self._table.to_pylist())


def table() -> pa.Table:
    return pa.table({"brief": [brief.model_dump_json() for brief in BRIEFS] + [None]})


def test_notes_survive_the_way() -> None:
    rows = ray_stories.noted_rows(table()).to_pylist()
    assert list(ray_stories.from_rows(rows)) == [noted(brief) for brief in BRIEFS]


def test_the_stories_are_those_of_one_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ray_stories, "import_module", lambda name: pa)
    assert tuple(ray_stories.stories(Dataset(table()))) == tuple(nutgraf.stories(BRIEFS))
