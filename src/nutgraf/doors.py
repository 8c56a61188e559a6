"""What a room asks of one above it, by names that the package itself fills in: how a noun is read from a file and shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

_HOMES: dict[str, str] = {}


def open_doors(package: str, homes: Mapping[str, str]) -> None:
    """Say where what stands behind each door is at home: its module, as seen from the package."""
    _HOMES.update({name: f"{package}.{home}" for name, home in homes.items()})


def through(name: str) -> Callable[..., Any]:
    """What stands behind a door; its module is imported when it is asked for."""
    found: Callable[..., Any] = getattr(import_module(_HOMES[name]), name)
    return found
