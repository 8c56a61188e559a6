"""What every test shares: no key, no cache and no setting from outside."""

from __future__ import annotations

import gc
import logging
import os
import signal
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from pytest_recording.network import blocking_context

import warm
from misbehaving import Misbehaving

# The same examples each time, so that a change fails for what it changed; `--hypothesis-profile=explore` looks for more.
# No profile measures time: a busy machine changes nothing.
_UNTIMED = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
settings.register_profile("steady", derandomize=True, **_UNTIMED)
settings.register_profile("explore", max_examples=2_000, **_UNTIMED)
# For `make mutants`: no shrinking of what is only counted.
settings.register_profile("mutants", derandomize=True, **_UNTIMED, phases=[Phase.explicit, Phase.generate])
settings.load_profile("steady")

# A shell's background jobs ignore Ctrl-C, and so would every command that a test starts and interrupts.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# Rewriting the assertions of all these files takes as long as a tenth of the tests: once, whatever the shell says.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

pytest_plugins = ["nutgraf.testing"]


def pytest_configure(config: pytest.Config) -> None:
    # A file's tests go to one worker, with what they share, and a worker that is done takes over what another has left.
    if getattr(config.option, "dist", "no") == "load":
        config.option.dist = "worksteal"
        config.add_cleanup(warm.share())


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[None]:
    gc.disable()  # what is imported and collected stays to the end: the collector would look through it again and again
    try:
        return (yield)
    finally:
        gc.enable()
        gc.freeze()
        gc.set_threshold(20_000)  # what tests leave behind is small, and tests that mind it collect it themselves


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    # Two workers begin with a half each. In both, what waits comes first (for the embedded model, a browser, deadlines, processes),
    # in the pauses of which types are checked, and what only computes last: that they share out to the end.
    rooms: dict[str, list[pytest.Item]] = {}
    for item in items:
        rooms.setdefault(item.nodeid.removeprefix("tests/").partition("/")[0], []).append(item)
    first = [item for room in ("local", "scale", "browser") for item in rooms.pop(room, ())]
    quick = rooms.pop("unit", [])
    second = [item for room in rooms.values() for item in room]
    half = max(0, (len(items) + 1) // 2 - len(first))
    items[:] = [*first, *quick[:half], *second, *quick[half:]]


@pytest.fixture(scope="session")
def _caches(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Places for caches. Few tests keep anything there, and a folder made and removed for each of thousands takes long."""
    folder = tmp_path_factory.mktemp("caches")
    return (folder / str(number) / "answers.sqlite" for number in count())


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch, _caches: Iterator[Path]) -> None:
    for name in list(os.environ):
        if name.startswith(("NUTGRAF_", "OPENAI_")) and not name.startswith("NUTGRAF_LOCAL"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("NUTGRAF_CACHE", str(next(_caches)))
    # What a command adds to show warnings on its standard error is gone with it: the next warning would find it closed.
    logger = logging.getLogger("nutgraf")
    monkeypatch.setattr(logger, "handlers", [*logger.handlers])


@pytest.fixture(autouse=True)
def vcr() -> None:
    """Instead of pytest-recording's: no test here is marked for it, and each would wait for five fixtures more."""


@pytest.fixture(autouse=True)
def block_network(request: pytest.FixtureRequest) -> Iterator[None]:
    """What pytest-recording's does for tests that are not marked for it."""
    mark = request.node.get_closest_marker("block_network")
    if mark is None and not request.config.getoption("--block-network"):
        yield
        return
    with blocking_context(allowed_hosts=mark.kwargs["allowed_hosts"] if mark else None):
        yield


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="session")
def _running() -> Iterator[Misbehaving]:
    server = Misbehaving()
    yield server
    server.stop()


@pytest.fixture
def server(_running: Misbehaving) -> Misbehaving:
    return _running.script()
