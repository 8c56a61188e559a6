"""A report as a table: a row for each statement, flat, with the same columns whatever was found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from nutgraf.results import Report, Span, Statement
from nutgraf.telling.rows import Row

COLUMNS = (
    "statement", "start", "end", "verdict", "rule", "reason", "differs", "nowhere", "quotes", "according_to", "article",
    "evidence", "evidence_start", "evidence_end", "articles",
)  # fmt: skip


def rows(report: Report) -> list[Row]:
    """The rows, in the order of the text. `article` and `evidence` are of the article that decides; `articles` names all."""
    return [_row(statement) for statement in report.statements]


def _row(statement: Statement) -> dict[str, Any]:
    first = statement.evidence[0] if statement.evidence else None
    spans: Sequence[Span] = first.spans if first else ()
    return {
        "statement": statement.text,
        "start": statement.span.start,
        "end": statement.span.end,
        "verdict": statement.verdict,
        "rule": statement.rule,
        "reason": statement.reason,
        "differs": _joined(statement.differs),
        "nowhere": _joined([fact.span for fact in statement.facts if not fact.stands]),
        "quotes": "; ".join(one.verdict.verdict for one in statement.quotes) or None,
        "according_to": statement.according_to,
        "article": first.article if first else None,
        "evidence": " … ".join(span.text for span in spans) or None,
        "evidence_start": spans[0].start if spans else None,
        "evidence_end": spans[-1].end if spans else None,
        "articles": "; ".join(one.article for one in statement.evidence) or None,
    }


def _joined(spans: Sequence[Span]) -> str | None:
    return "; ".join(span.text for span in spans) or None
