"""The publication date as it is given or written."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})(?:[, ].*)?")


def as_date(value: Any) -> Any:
    """A date of a datetime, of an ISO 8601 string or of day, month and year with dots; anything else as it is.

    Raises:
        ValueError: a string that is no such date.
    """
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, str):
        written = value.strip()
        if found := _DOTTED.fullmatch(written):
            written = "{2}-{1:0>2}-{0:0>2}".format(*found.groups())
        try:
            return dt.datetime.fromisoformat(written).date()
        except ValueError:
            raise ValueError(f"{value[:40]!r} is no ISO 8601 date; write it like 2026-11-23") from None
    return value
