"""Verdicts on quotations for the terminal: a table, with the words that differ marked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from nutgraf.counting import counted
from nutgraf.results import Verdict
from nutgraf.telling.visible import visible

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

_STYLES = {"altered": "bold yellow", "absent": "bold red"}
_MARKED = "bold underline"
_NOT_WITHIN = r"(?:(?<!\w)|(?!\w))"
"""No place between two letters of one word."""


def show_verdicts(verdicts: Sequence[Verdict], console: Console) -> None:
    """Print the verdicts as a table, then a count. All text goes out as plain text: no markup, no control codes."""
    from rich.text import Text

    console.print(_table(verdicts))
    wrong = sum(not verdict.ok for verdict in verdicts)
    console.print(
        Text(f"{counted(len(verdicts), 'quotation')}, " + (f"{wrong} not said by the article" if wrong else "all said"))
    )


def _table(verdicts: Sequence[Verdict]) -> Table:
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False)
    table.add_column("#", justify="right", style="dim")
    table.add_column("Verdict", no_wrap=True)
    table.add_column("Quotation", ratio=1, overflow="fold")
    table.add_column("Characters", overflow="fold", style="dim")
    for number, verdict in enumerate(verdicts, 1):
        places = ", ".join(f"{span.start}-{span.end}" for span in verdict.spans)
        name = Text(verdict.verdict, style=_STYLES.get(verdict.verdict, "green"))
        table.add_row(Text(str(number)), name, _quotation(verdict), Text(places))
    return table


def _quotation(verdict: Verdict) -> Text:
    """The quotation, the words that differ marked in it, and below it what the article has in their place."""
    from rich.text import Text

    found = Text(visible(verdict.quote))
    for difference in verdict.differences:
        ours = re.escape(visible(difference.partition(" → ")[2]))
        found.highlight_regex(rf"{_NOT_WITHIN}{ours}{_NOT_WITHIN}", _MARKED)
    for difference in verdict.differences:
        found.append(f"\n  article → quotation: {visible(difference)}", style="yellow")
    if verdict.ok and not verdict.quoted:
        found.append("\n  not inside quotation marks in the article", style="yellow")
    return found
