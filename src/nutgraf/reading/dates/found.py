"""What a date rule finds."""

from __future__ import annotations

import datetime as dt
from typing import Literal, NamedTuple, get_args

from nutgraf.reading.dates.calendar import Period
from nutgraf.results.happened import Limit, Precision, TimeBasis

LIMITS: dict[str, Limit] = {limit: limit for limit in get_args(Limit)}
FoundKind = Literal["day", "clock", "duration", "other"]


class Found(NamedTuple):
    """A time expression at `start:end`; `first` and `last` are days, `clock` a time of day like "T18:00Z"."""

    start: int
    end: int
    value: str | None = None
    first: dt.date | None = None
    last: dt.date | None = None
    precision: Precision = "vague"
    basis: TimeBasis = "unknown"
    kind: FoundKind = "other"
    clock: str = ""
    limit: Limit = "at"
    yearless: bool = False
    """A month or a day of one, written without its year."""
    rule: str = ""


def found(span: tuple[int, int], period: Period | None, basis: TimeBasis, *, suffix: str = "") -> Found:
    """The expression at `span`, which names `period`; None: nothing fixes it."""
    if period is None:
        return Found(*span)
    kind: FoundKind = "day" if period.precision == "day" and period.first == period.last else "other"
    return Found(*span, period.value + suffix, period.first, period.last, period.precision, basis, kind)
