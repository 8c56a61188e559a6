"""The example notebook, run top to bottom offline: in IPython, as a plain script, and inside a web handler."""

from __future__ import annotations

import asyncio
import contextlib
import io
import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

import warm
from loopback import completion, serving

EXAMPLES = Path(__file__).parents[2] / "examples"
NOTEBOOK = json.loads((EXAMPLES / "notebook.ipynb").read_text("utf-8"))
CELLS = ["".join(cell["source"]) for cell in NOTEBOOK["cells"] if cell["cell_type"] == "code"]
EMPTY = json.dumps({"quotes": [], "events": [], "summary": []})


def test_the_notebook_is_saved_without_output() -> None:
    assert all(not cell["outputs"] for cell in NOTEBOOK["cells"] if cell["cell_type"] == "code")


@pytest.mark.nutgraf
def test_the_notebook_runs_top_to_bottom_offline_and_every_result_shows_itself(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path))
    monkeypatch.chdir(EXAMPLES)
    from IPython.core.interactiveshell import InteractiveShell
    from traitlets.config import Config

    shell = InteractiveShell(config=Config(HistoryManager={"enabled": False}))

    async def kernel() -> list[dict[str, Any]]:
        shown = []
        for cell in CELLS:
            with contextlib.redirect_stdout(io.StringIO()):
                done = await shell.run_cell_async(cell, transformed_cell=shell.transform_cell(cell))
            done.raise_error()
            shown.append(shell.display_formatter.format(done.result)[0])
        return shown

    shown = asyncio.run(kernel())
    article, reading, brief, quote, event, _, briefs, quotes, _, _ = [data.get("text/html", "") for data in shown]
    assert all(
        page.startswith("<iframe") and "allow-same-origin" not in page for page in (article, reading, brief, briefs)
    )
    assert quote.startswith("<blockquote")
    assert "<bdi>" in event
    assert "dataframe" in quotes


def test_the_same_code_is_a_plain_script() -> None:
    with serving(lambda _body, _n: completion(EMPTY)) as server:
        done = subprocess.run(
            [*warm.python(), "-c", "\n".join(CELLS)],
            cwd=EXAMPLES,
            env={**os.environ, "NUTGRAF_MODEL": "m", "NUTGRAF_BASE_URL": server.base_url},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr[-2000:]
        assert len(server.requests) >= 2


@pytest.mark.block_network(allowed_hosts=["127.0.0.1"])
def test_the_same_code_runs_inside_a_web_handler(monkeypatch: pytest.MonkeyPatch) -> None:
    async def handle(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        names: dict[str, Any] = {}
        exec(compile("\n".join(CELLS), "notebook", "exec"), names)
        writer.write(names["page"].encode())
        await writer.drain()
        writer.close()

    async def ask() -> str:
        web = await asyncio.start_server(handle, "127.0.0.1", 0)
        async with web:
            reader, writer = await asyncio.open_connection(*web.sockets[0].getsockname())
            page = (await reader.read()).decode()
            writer.close()
        return page

    with serving(lambda _body, _n: completion(EMPTY)) as server:
        monkeypatch.setenv("NUTGRAF_MODEL", "m")
        monkeypatch.setenv("NUTGRAF_BASE_URL", server.base_url)
        monkeypatch.chdir(EXAMPLES)
        page = asyncio.run(ask())
    assert page.startswith("<!doctype html>")
    assert "Two stories" in page
