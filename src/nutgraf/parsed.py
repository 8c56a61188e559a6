"""What a parsed text holds, told to the type checker: JSON's objects have names for keys, and anything may stand below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeGuard


def is_object(value: object) -> TypeGuard[dict[str, Any]]:
    """True for an object of JSON."""
    return isinstance(value, dict)


def is_list(value: object) -> TypeGuard[list[Any]]:
    """True for a list of JSON."""
    return isinstance(value, list)


def is_several(value: object) -> TypeGuard[Sequence[Any]]:
    """True for a tuple or a list: what a field of several values holds."""
    return isinstance(value, (tuple, list))
