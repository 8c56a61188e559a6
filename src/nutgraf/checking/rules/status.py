"""Whether the wording of the clause that a title tells leaves room for the status that it was given."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from nutgraf.article import Span
from nutgraf.checking.rules.lies import wording_contradicts
from nutgraf.reading.reading import Reading
from nutgraf.results.happened import Status


def refuted_status(
    status: Status,
    title: str,
    evidence: Sequence[Span],
    reading: Reading,  # noqa: ARG001 - times come next
    *,
    published: dt.date | None,  # noqa: ARG001
) -> tuple[Status, str] | None:
    """The status that the wording proves and why, where it is another than the given one; None where it proves none."""
    proved = wording_contradicts(status, evidence, title)
    return (proved, f"by the wording of the cited sentences it is {proved}, not {status}") if proved else None
