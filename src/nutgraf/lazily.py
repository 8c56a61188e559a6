"""What is made when it is first asked for, so that nobody waits for what nobody uses: names of a package, long patterns."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from importlib import import_module
from sys import modules
from typing import Any, cast


def lazily(package: str, homes: Mapping[str, str]) -> Callable[[str], object]:
    """The `__getattr__` of a package (PEP 562); `homes`: each name with its module, as seen from the package."""

    def fetched(name: str) -> object:
        if name not in homes:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        found: object = getattr(import_module(f"{package}.{homes[name]}"), name)
        setattr(modules[package], name, found)
        return found

    return fetched


class _Pattern:
    def __init__(self, source: str, flags: int) -> None:
        self._source, self._flags = source, flags

    def __getattr__(self, name: str) -> Any:
        made = getattr(re.compile(self._source, self._flags), name)
        setattr(self, name, made)
        return made


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """The regular expression, compiled when it is first used: for long ones that few texts need."""
    return cast("re.Pattern[str]", _Pattern(source, flags))
