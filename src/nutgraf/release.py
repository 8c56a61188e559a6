"""Which release of nutgraf this is: looked up once, for a look into the installed packages takes a millisecond."""

from __future__ import annotations

from functools import cache


@cache
def release() -> str:
    """The version, as `nutgraf --version` prints it."""
    from importlib.metadata import version

    return version("nutgraf")
