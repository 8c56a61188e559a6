"""A second misbehaving server, which nobody should call; nothing waits."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from misbehaving import Misbehaving
from nutgraf.asking.line.patience import Patience


@pytest.fixture(scope="session")
def _another_running() -> Iterator[Misbehaving]:
    server = Misbehaving()
    yield server
    server.stop()


@pytest.fixture
def elsewhere(_another_running: Misbehaving) -> Misbehaving:
    """A second server, which nobody should call."""
    return _another_running.script()


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nutgraf.desk.PATIENCE", Patience(attempts=3, first_wait=0.001, longest_wait=0.05))
