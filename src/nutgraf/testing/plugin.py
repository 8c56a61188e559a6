"""The pytest side: which cassette a test plays, what is switched off while it does, and what fails afterwards."""

from __future__ import annotations

import datetime as dt
import importlib.metadata
import os
import re
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from nutgraf.counting import counted
from nutgraf.testing.ages import days_of, too_old
from nutgraf.testing.hygiene import keys_in_use, orphans_in, secrets_in
from nutgraf.testing.mismatch import RecordingMismatch
from nutgraf.testing.places import (
    as_it_was,
    cassette_of,
    cassette_of_fixture,
    cassettes_of_fixture,
    files_with_tests,
    folder_of,
    module_folder,
    wide_fixtures,
)

_MARK = "nutgraf"
_FAILED = pytest.StashKey[bool]()
_WIDE = pytest.StashKey[set[int]]()
"""The fixtures of more than one test that marked tests use; what they ask is recorded beside the tests."""
_MOST_DAYS = pytest.StashKey[int | None]()
_KEYS = pytest.StashKey[set[str]]()
"""The keys in use: what the environment holds at the start, and what was sent while recording."""
_OLDEST_VCRPY = (9, 4)
"""Older ones do not see httpx2, the HTTP client of openai 3, or not in the place where it is patched."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Declare where the cassettes lie, and how old they may be."""
    parser.getgroup("nutgraf").addoption(
        "--nutgraf-max-age",
        metavar="AGE",
        help="fail where a cassette is older than this: 90d, 12w (default: any age will do)",
    )
    parser.addini("nutgraf_cassettes", "folder of nutgraf's cassettes, from the project's root", default="cassettes")


def pytest_configure(config: pytest.Config) -> None:
    """Declare the marker; refuse an age that is none, and a vcrpy that would let openai's traffic through."""
    try:
        config.stash[_MOST_DAYS] = _most_days(config)
    except ValueError as error:
        raise pytest.UsageError(str(error)) from None
    config.stash[_KEYS] = keys_in_use(os.environ)
    config.addinivalue_line("markers", f"{_MARK}: replays this test's requests from its cassette, or records them")
    if not config.pluginmanager.hasplugin("recording"):
        raise pytest.UsageError("nutgraf.testing needs pytest-recording: pip install 'nutgraf[testing]'")
    try:
        found = importlib.metadata.version("vcrpy")
    except importlib.metadata.PackageNotFoundError:
        raise pytest.UsageError("nutgraf.testing needs vcrpy: pip install 'nutgraf[testing]'") from None
    if tuple(int(part) for part in re.findall(r"\d+", found)[:2]) < _OLDEST_VCRPY:
        raise pytest.UsageError(
            f"vcrpy {found} does not see the HTTP client of openai 3 and would let requests through to the network: "
            "pip install 'vcrpy>=9.4'"
        )


def pytest_collection_modifyitems(session: pytest.Session, config: pytest.Config, items: list[pytest.Item]) -> None:
    """Prepare the marked tests, and add one test over the folder of cassettes."""
    marked = [item for item in items if item.get_closest_marker(_MARK)]
    if not marked:
        return
    if _recording(config):
        for item in marked:
            item.add_marker(pytest.mark.block_network(allowed_hosts=[".*"]))
    wide = {id(wide): wide for item in marked for wide in wide_fixtures(item)}
    config.stash[_WIDE] = set(wide)
    modules = {module_folder(config, path) for path in {item.path for item in items}}
    played = {path: item.nodeid for item in marked for path in (as_it_was(config, item), cassette_of(config, item))}
    played |= {path: one.baseid or "." for one in wide.values() for path in cassettes_of_fixture(config, one)}
    last = _Hygiene.from_parent(session, name="cassettes", played=played, modules=modules)  # pyright: ignore[reportUnknownMemberType] - pytest's **kw has no type
    items.append(last)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Show a mismatch as its message and the test's own lines, without the way through the HTTP client."""
    report = yield
    if call.excinfo is not None:
        item.stash[_FAILED] = True
        if isinstance(call.excinfo.value, RecordingMismatch):
            report.longrepr = call.excinfo.getrepr(
                style="short", chain=False, tbfilter=lambda info: info.traceback.filter(lambda e: e.path == item.path)
            )
    return report


class _Hygiene(pytest.Item):
    """Fails for a cassette without a test, for a secret in any cassette, and for one that is older than it may be."""

    def __init__(self, *, played: dict[Path, str], modules: set[Path], **rest: Any) -> None:
        super().__init__(**rest)  # pyright: ignore[reportUnknownMemberType] - pytest's **kw has no type
        self._played = played
        self._modules = modules

    def runtest(self) -> None:
        folder = folder_of(self.config)
        keys: set[str] = self.config.stash[_KEYS]
        existing = {module_folder(self.config, path) for path in files_with_tests(self.config)}
        found = [
            *secrets_in(folder, keys),
            *orphans_in(folder, self._played, self._modules, existing),
        ]
        if (most := self.config.stash[_MOST_DAYS]) is not None:
            found += too_old(self._played, folder, most, dt.datetime.now(dt.UTC).date())
        if found and not _recording(self.config):
            raise _Unclean("\n".join(found))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        if isinstance(excinfo.value, _Unclean):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int, str]:
        return folder_of(self.config), 0, "nutgraf: cassettes"


class _Unclean(Exception):
    pass


@pytest.fixture(autouse=True, name="_nutgraf_recording")
def nutgraf_recording(request: pytest.FixtureRequest) -> Iterator[None]:
    """Replay or record a marked test; leave every other test alone."""
    if not request.node.get_closest_marker(_MARK):
        yield
        return
    config = request.config
    path = cassette_of(config, request.node)
    if not _recording(config) and not path.exists():
        path = as_it_was(config, request.node)
    with _playing(config, path, request.node.nodeid, lambda: _FAILED not in request.node.stash):
        yield


@pytest.hookimpl(wrapper=True)
def pytest_fixture_setup(
    fixturedef: pytest.FixtureDef[Any], request: pytest.FixtureRequest
) -> Generator[None, Any, Any]:
    """Replay or record what a fixture of several tests asks: it runs before the test's own cassette is there."""
    if id(fixturedef) not in request.config.stash.get(_WIDE, set[int]()):
        return (yield)
    path = cassette_of_fixture(request.config, fixturedef, getattr(request, "param_index", 0))
    with _playing(request.config, path, fixturedef.baseid or ".", lambda: True):
        return (yield)


@contextmanager
def _playing(config: pytest.Config, path: Path, tests: str, finished: Callable[[], bool]) -> Generator[None]:
    """Play a cassette, or record it; what was recorded and not asked for fails the test where it has finished."""
    from vcr.record_mode import RecordMode

    from nutgraf.testing.cassette import DigestCassette, KeyRecordedError
    from nutgraf.testing.stand_in import quiet_surroundings

    mode = _record_mode(config)
    if mode == "rewrite":
        path.unlink(missing_ok=True)
    cassette = DigestCassette.use(
        path=str(path),
        record_mode=RecordMode(mode if mode != "rewrite" else "new_episodes"),
        command=f"pytest {tests!r} --record-mode=rewrite",
        synthetic="synthetic" in path.relative_to(folder_of(config)).parts,
        name=f"{folder_of(config).name}/{path.relative_to(folder_of(config))}",
        keys=config.stash[_KEYS],
    )
    try:
        with quiet_surroundings(recording=mode != "none"), cassette as playing:
            yield
            if mode == "none" and finished() and (left := playing.unplayed()):
                pytest.fail(
                    f"{playing.name}: {counted(len(left), 'recorded request')} never made ({', '.join(sorted(set(left)))}). "
                    f"Record again: {playing.command}",
                    pytrace=False,
                )
    except KeyRecordedError as error:
        pytest.fail(str(error), pytrace=False)  # a traceback would show what is not to be written


def _most_days(config: pytest.Config) -> int | None:
    given = config.getoption("--nutgraf-max-age")
    return None if given is None else days_of(str(given))


def _record_mode(config: pytest.Config) -> str:
    return str(config.getoption("--record-mode") or "none")


def _recording(config: pytest.Config) -> bool:
    return _record_mode(config) != "none"
