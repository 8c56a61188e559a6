"""A package that is not installed: the error names an extra that exists."""

from __future__ import annotations

import importlib.metadata
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from nutgraf.article.files.given import Given
from nutgraf.article.files.parquet import read_parquet, rows_in
from nutgraf.asking.cache.redis import RedisStore
from nutgraf.asking.line.endpoint import resolve
from nutgraf.errors import MissingDependencyError
from nutgraf.scaling import ray
from nutgraf.telling import Briefs
from told import empty


def claude() -> None:
    resolve("anthropic/claude-x", api_key="k", environ={})


USES: dict[str, tuple[str, Callable[[], Any]]] = {
    "pandas": ("pandas", lambda: empty().to_pandas("quotes")),
    "polars": ("polars", lambda: Briefs([empty()]).to_polars("quotes")),
    "pyarrow": ("arrow", lambda: empty().to_arrow("quotes")),
    "pyarrow.parquet": ("arrow", lambda: list(read_parquet(Path("t.parquet"), Given()))),
    "anthropic": ("anthropic", claude),
    "redis": ("redis", lambda: RedisStore("redis://127.0.0.1:9/0")),
    "ray.data": ("ray", lambda: ray.summarize(None, None)),  # type: ignore[arg-type]
}


@pytest.mark.parametrize("package", USES)
def test_what_is_missing_is_named_with_an_extra_that_there_is(package: str, monkeypatch: pytest.MonkeyPatch) -> None:
    extra, use = USES[package]
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(MissingDependencyError, match=rf"nutgraf\[{extra}\]") as raised:
        use()
    assert raised.value.extra == extra
    assert extra in (importlib.metadata.metadata("nutgraf").get_all("Provides-Extra") or ())


def test_a_file_that_is_no_parquet_is_told_and_counts_for_nothing(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    path = tmp_path / "t.parquet"
    path.write_bytes(b"PAR1 but no more")
    (error,) = read_parquet(path, Given())
    assert f"{path}: can't be read as Parquet" in str(error)
    assert rows_in(path) == 0


def test_frames_of_one_brief_are_those_of_a_list_of_one() -> None:
    pytest.importorskip("polars")
    pytest.importorskip("pyarrow")
    brief = empty()
    assert brief.to_polars("quotes").columns == Briefs([brief]).to_polars("quotes").columns
    assert brief.to_arrow("events").schema == Briefs([brief]).to_arrow("events").schema
