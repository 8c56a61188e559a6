"""An evaluation as a page and for the terminal: the figures with their intervals, then every slip with its surroundings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from nutgraf.counting import counted
from nutgraf.results import Evaluation, Figure, Slip
from nutgraf.telling.html import still_page
from nutgraf.telling.visible import visible

if TYPE_CHECKING:
    from rich.console import Console

MEANINGS = {
    "verbatim": "of all quotes: their words stand in the article letter by letter",
    "quotes": "pieces inside quotation marks, with exactly the gold's boundaries",
    "quotes ≈": "the same where intersection over union is half or more",
    "indirect": "reported speech, by intersection over union of half or more",
    "speakers": "of the gold's quotes: the speaker of the quote delivered there",
    "events": "events by the sentences they rest on, one to one",
    "statuses": "of these, the status",
    "dates": "of these, the date, where the gold has one",
    "figures": "of these, the numbers, where the gold has some",
    "points": "points of the summary, by the sentences they rest on",
}
"""What each measure counts."""


def evaluation_page(evaluation: Evaluation, *, title: str | None = None) -> str:
    """The page of an evaluation."""
    articles: dict[str, list[Slip]] = {}
    for slip in evaluation.slips:
        articles.setdefault(slip.article, []).append(slip)
    return still_page(
        "evaluation_page.html",
        title=visible(title or "Evaluation"),
        evaluation=evaluation,
        rows=[row(one) for one in evaluation.figures],
        meanings=MEANINGS,
        articles=articles,
    )


def row(figure: Figure) -> list[str]:
    """The cells of one measure: its name, precision, recall, F1, interval, counts."""
    rates = figure.rates
    low, high = figure.low, figure.high
    between = "-" if low is None or high is None else f"{low:.2f}-{high:.2f}"
    shares = [_share(one) for one in (rates.precision, rates.recall, rates.f1)]
    return [figure.measure, *shares, between, str(rates.delivered), str(rates.gold)]


def show_evaluation(evaluation: Evaluation, console: Console, *, slips: int = 0) -> None:
    """Print the figures as a table, then so many slips of each measure."""
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False)
    table.add_column("measure", no_wrap=True)
    for head in ("precision", "recall", "F1", "95 %", "right", "found"):
        table.add_column(head, justify="right", no_wrap=True)
    for one in evaluation.figures:
        table.add_row(*row(one))
    console.print(table)
    console.print(Text(counted(evaluation.articles, "article")))
    for key in evaluation.missing:
        console.print(Text(f"no brief of {visible(key)}: everything in it counts as missed"), style="yellow")
    for line in _slip_lines(evaluation, slips):
        console.print(Text(line))


def _slip_lines(evaluation: Evaluation, most: int) -> Iterator[str]:
    shown: dict[str, int] = {}
    for slip in evaluation.slips:
        shown[slip.measure] = shown.get(slip.measure, 0) + 1
        if shown[slip.measure] <= most:
            told = [f"gold: {slip.wanted}" if slip.wanted else "", f"brief: {slip.got}" if slip.got else ""]
            text = "; ".join(part for part in told if part)
            yield f"{slip.measure} {slip.kind}: {visible(slip.article)}: {visible(text)}"
    for measure, count in shown.items():
        if 0 < most < count:
            yield f"{measure}: {count - most} more"


def _share(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"
