"""The publication date as it is given or written."""

from __future__ import annotations

import datetime as dt
from typing import Any

from nutgraf.lazily import pattern

_DASHED = pattern(r"(\d{4})-(\d\d?)-(\d\d?)(?!\d)")
_DOTTED = pattern(r"(\d\d?)\.(\d\d?)\.(\d{4})(?!\d)")
_PARTING = ("", ",", " ")


def as_date(value: Any) -> Any:
    """A date of a datetime, of an ISO 8601 string or of day, month and year with dots; anything else as it is.

    Raises:
        ValueError: a string that is no such date.
    """
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, str):
        written = value.strip()
        if (found := _DOTTED.match(written)) and written[found.end() :][:1] in _PARTING:
            written = "{2}-{1:0>2}-{0:0>2}".format(*found.groups())
        try:
            return dt.datetime.fromisoformat(written).date()
        except ValueError:
            raise ValueError(f"{value[:40]!r} is no ISO 8601 date; write it like 2026-11-23") from None
    return value


def day_of(value: str) -> str | None:
    """The ISO date of what a value begins with: "2026-3-1 09:00 +0100", "1.3.2026"; None where it is none."""
    dashed, dotted = _DASHED.match(value), _DOTTED.match(value)
    parts = dashed.groups() if dashed else dotted.groups()[::-1] if dotted else None
    try:
        return dt.date(*map(int, parts)).isoformat() if parts else None
    except ValueError:
        return None
