"""What tests of `nutgraf run` share: inputs, a desk on a server that misbehaves, and what a run has written."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import warm
from misbehaving import Misbehaving
from nutgraf import Summarizer
from nutgraf.results import Brief
from nutgraf.scaling.inputs import articles_in
from nutgraf.scaling.run import Report, run


def text(number: int) -> str:
    return f"The port of Bergen reopened on Friday after strike number {number}, said Kari Holm."


def write(path: Path, count: int, *more: str) -> Path:
    lines = [json.dumps({"key": f"a{n}", "text": text(n)}) for n in range(count)]
    path.write_text("\n".join([*lines, *more]) + "\n")
    return path


def desk(server: Misbehaving, **settings: Any) -> Summarizer:
    chosen = {"model": "m", "base_url": server.base_url, "concurrency": 4, "passes": ("events",)}
    return Summarizer(**chosen | settings)


def ran(
    server: Misbehaving, source: Path, out: Path, *, settings: dict[str, Any] | None = None, **options: Any
) -> Report:
    with desk(server, **settings or {}) as made:
        return run(made, articles_in([str(source)]), out, **options)


def keys(out: Path) -> list[str]:
    """The keys of a file of briefs, each line of which is whole."""
    return sorted(Brief.load(line).article.key for line in out.read_text().splitlines())


def told(out: Path) -> list[dict[str, Any]]:
    """What a file says, less what it cost and how long it took."""
    briefs = [Brief.load(line).model_dump(mode="json", exclude={"usage"}) for line in out.read_text().splitlines()]
    return sorted(briefs, key=lambda brief: brief["article"]["key"])


def failures(out: Path) -> dict[str, tuple[str, bool]]:
    path = out.with_name(f"{out.stem}.failed.jsonl")
    if not path.exists():
        return {}
    return {r["key"]: (r["error"], r["final"]) for r in map(json.loads, path.read_text().splitlines())}


def folder_of(path: Path, count: int) -> Path:
    path.mkdir(parents=True)
    for n in range(count):
        (path / f"{n}.txt").write_text(text(n))
    return path


def environment(tmp_path: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("NUTGRAF", "OPENAI"))}
    return kept | {"NUTGRAF_CACHE": str(tmp_path / "cache.sqlite"), "COLUMNS": "100"}


def command(server: Misbehaving, tmp_path: Path, *arguments: object, **more: Any) -> subprocess.Popen[str]:
    line = [*warm.nutgraf(), "run", *map(str, arguments), "--model", "m", "--base-url", server.base_url]
    return subprocess.Popen(
        [*line, "--passes", "events", "--concurrency", "4"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(tmp_path),
        cwd=tmp_path,
        text=True,
        **more,
    )


def held(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file() and "cache" not in path.name}
