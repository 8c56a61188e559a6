"""A Redis server for the whole run; nothing waits."""

from __future__ import annotations

import shutil
import socket
import subprocess
from collections.abc import Iterator

import pytest

from nutgraf.asking.line.patience import Patience


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nutgraf.desk.PATIENCE", Patience(attempts=2, first_wait=0.001, longest_wait=0.05))


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


@pytest.fixture(scope="session")
def redis_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A real server that keeps nothing; the tests that need it are left out where it is not installed."""
    program = shutil.which("redis-server")
    if program is None:
        pytest.skip("redis-server is not installed: make redis")
    pytest.importorskip("redis", reason="redis-py is not installed: pip install 'nutgraf[redis]'")
    folder = tmp_path_factory.mktemp("redis")
    for _ in range(20):
        port = _free_port()
        line = [program, "--bind", "127.0.0.1", "--port", str(port), "--save", "", "--dir", str(folder)]
        running = subprocess.Popen(line, stdout=subprocess.PIPE, text=True)
        assert running.stdout is not None
        if any("Ready to accept connections" in said for said in running.stdout):
            break
        running.communicate(timeout=120)  # somebody else was given the port meanwhile
    else:
        pytest.fail("redis-server does not start")
    yield f"redis://127.0.0.1:{port}/0"
    running.terminate()
    running.communicate(timeout=120)
