"""A report for the terminal: a table of statements with their verdicts, the words that differ marked, then a count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nutgraf.counting import counted
from nutgraf.results import Report, Statement
from nutgraf.results.checked import VERDICTS
from nutgraf.telling import words
from nutgraf.telling.check_page import name_of
from nutgraf.telling.visible import visible

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

_STYLES = {"refuted": "bold red", "open": "yellow"}
_LONGEST = 160
"""Characters of the evidence that are shown: two lines or so."""


def show_report(report: Report, console: Console) -> None:
    """Print a report. All text goes out as plain text: no markup, no control codes."""
    from rich.text import Text

    console.print(_table(report))
    for problem in report.problems:
        console.print(Text(visible(problem.detail), style="yellow"))
    counts = ", ".join(f"{len(found)} {verdict}" for verdict in VERDICTS if (found := report.found(verdict)))
    told = (
        f"{counted(len(report.statements), 'statement')} against {counted(len(report.articles), 'article')}: {counts}"
    )
    cost = words.cost(report.usage) if report.model else []
    console.print(Text("; ".join([told, *([", ".join(cost)] if cost else [])])))


def _table(report: Report) -> Table:
    from rich.table import Table
    from rich.text import Text

    named = {article.key: name_of(article) for article in report.articles}
    table = Table(box=None, pad_edge=False, show_header=True)
    table.add_column("#", justify="right", style="dim")
    table.add_column("Verdict", no_wrap=True)
    table.add_column("Statement", ratio=1, overflow="fold")
    for number, statement in enumerate(report.statements, 1):
        verdict = Text(statement.verdict, style=_STYLES.get(statement.verdict, "green"))
        table.add_row(Text(str(number)), verdict, _told(statement, named))
    return table


def _told(statement: Statement, named: dict[str, str]) -> Text:
    """The statement, its reason, and the sentence that has most of it."""
    from rich.text import Text

    told = Text()
    at = statement.span.start
    for span in statement.differs:
        told.append(visible(statement.text[at - statement.span.start : span.start - statement.span.start]))
        told.append(visible(span.text), style="underline")
        at = span.end
    told.append(visible(statement.text[at - statement.span.start :]))
    if statement.reason:
        told.append(f"\n  {visible(statement.reason)}", style=_STYLES.get(statement.verdict, ""))
    if statement.evidence and statement.verdict != "verbatim":
        first = statement.evidence[0]
        said = visible(" … ".join(span.text for span in first.spans))
        shown = said if len(said) <= _LONGEST else said[: _LONGEST - 1] + "…"
        told.append(f"\n  {named[first.article] if len(named) > 1 else 'the article'}: {shown}", style="dim")
    return told
