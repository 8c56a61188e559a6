"""One misbehaving server for the whole run, scripted anew by every test; nothing waits."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from misbehaving import Misbehaving
from nutgraf.asking.patience import Patience


@pytest.fixture(scope="session")
def _running() -> Iterator[Misbehaving]:
    server = Misbehaving()
    yield server
    server.stop()


@pytest.fixture
def server(_running: Misbehaving) -> Misbehaving:
    return _running.script()


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nutgraf.summarizer.PATIENCE", Patience(attempts=2, first_wait=0.001, longest_wait=0.05))
