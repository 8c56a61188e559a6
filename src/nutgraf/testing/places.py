"""Where the cassette of a test, or of a fixture of several tests, lies."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

_NO_ID_CHARACTER = re.compile(r"[^\w.-]+")
_LONGEST = 150
"""Characters of a file's name; file systems take 255 bytes."""
_OUTSIDE = "outside"


def folder_of(config: pytest.Config) -> Path:
    """The folder of all cassettes."""
    return config.rootpath / str(config.getini("nutgraf_cassettes"))


def cassette_of(config: pytest.Config, item: pytest.Item) -> Path:
    """`tests/unit/test_x.py::test_y[a]` plays `cassettes/unit/test_x/test_y-a.yaml`.

    Where a name holds what can't stand in a file's, a digest tells it from others that would read the same.
    """
    test, _, parameters = item.nodeid.partition("[")
    whole = ".".join(test.split("::")[1:]) + (f"-{parameters[:-1]}" if parameters else "")
    name = _NO_ID_CHARACTER.sub("-", whole).strip("-")
    if name != whole or len(name) > _LONGEST:
        name = f"{name[:_LONGEST]}-{hashlib.sha256(whole.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"
    return module_folder(config, item.path) / f"{name}.yaml"


def as_it_was(config: pytest.Config, item: pytest.Item) -> Path:
    """The name without a digest, under which recordings of earlier versions lie."""
    within = item.nodeid.split("::")[1:]
    name = _NO_ID_CHARACTER.sub("-", ".".join(within).replace("[", "-").replace("]", "")).strip("-")
    return module_folder(config, item.path) / f"{name}.yaml"


def wide_fixtures(item: pytest.Item) -> Iterator[pytest.FixtureDef[Any]]:
    """The fixtures of an item that are set up once for several tests."""
    info = getattr(item, "_fixtureinfo", None)
    for fixtures in getattr(info, "name2fixturedefs", {}).values():
        yield from (one for one in fixtures if one.scope != "function")


def cassettes_of_fixture(config: pytest.Config, fixture: pytest.FixtureDef[Any]) -> Iterator[Path]:
    """Its cassette, for each of its parameters."""
    for number in range(len(fixture.params or (None,))):
        yield cassette_of_fixture(config, fixture, number)


def cassette_of_fixture(config: pytest.Config, fixture: pytest.FixtureDef[Any], number: int) -> Path:
    """`desk` of `tests/test_x.py` plays `cassettes/test_x/fixture.desk.yaml`, one of a conftest `cassettes/conftest/…`."""
    base, _, within = fixture.baseid.partition("::")
    module = config.rootpath / base
    folder = module_folder(config, module if module.suffix == ".py" else module / "conftest.py")
    parts = ["fixture", *within.split("::"), fixture.argname, str(number) if fixture.params else ""]
    return folder / f"{'.'.join(filter(None, parts))}.yaml"


def module_folder(config: pytest.Config, module: Path) -> Path:
    """The folder of a module's cassettes. One from outside the project has its place too."""
    try:
        relative = module.with_suffix("").relative_to(config.rootpath)
    except ValueError:
        return folder_of(config).joinpath(_OUTSIDE, module.parent.name, module.stem)
    parts = relative.parts[1:] if relative.parts[0] in _roots(config) and len(relative.parts) > 1 else relative.parts
    return folder_of(config).joinpath(*parts)


def files_with_tests(config: pytest.Config) -> Iterator[Path]:
    """The modules of the project that may have cassettes."""
    for root in _roots(config):
        for name in ("test_*.py", "conftest.py"):
            yield from (config.rootpath / root).rglob(name)
    for name in ("test_*.py", "conftest.py"):
        yield from config.rootpath.glob(name)


def _roots(config: pytest.Config) -> list[str]:
    return [*config.getini("testpaths"), "tests", "test"]
