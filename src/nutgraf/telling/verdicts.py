"""Verdicts on quotations for the terminal: one line each, with the words that differ."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from nutgraf.results import Verdict
from nutgraf.telling.visible import visible

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

_STYLES = {"altered": "bold yellow", "absent": "bold red"}


def show_verdicts(verdicts: Sequence[Verdict], console: Console) -> None:
    """Print the verdicts, then a count."""
    for verdict in verdicts:
        console.print(line(verdict))
    wrong = sum(not verdict.ok for verdict in verdicts)
    console.print(
        f"{len(verdicts)} quotations, {wrong} of them not in the article"
        if wrong
        else f"{len(verdicts)} quotations, all in the article"
    )


def line(verdict: Verdict) -> Text:
    """One verdict: what it is, the quotation, where it stands, and what differs."""
    from rich.text import Text

    found = Text.assemble((f"{verdict.verdict:10} ", _STYLES.get(verdict.verdict, "green")), visible(verdict.quote))
    places = ", ".join(f"{span.start}-{span.end}" for span in verdict.spans)
    if places:
        found.append(f"  [{places}]", style="dim")
    if verdict.ok and not verdict.quoted:
        found.append("  not inside quotation marks there", style="yellow")
    for difference in verdict.differences:
        found.append(f"\n{'':11}{visible(difference)}", style="yellow")
    return found
