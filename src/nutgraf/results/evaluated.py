"""How right briefs are against gold answers: rates with intervals, and every slip with its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from nutgraf.article import Span
from nutgraf.doors import through
from nutgraf.shown import Shown
from nutgraf.usage import Value

SlipKind = Literal["missed", "not in gold", "wrong"]


@dataclass(frozen=True)
class Ratio:
    """So many out of so many; adds up over articles."""

    right: int = 0
    of: int = 0

    def __add__(self, other: Ratio) -> Ratio:
        return Ratio(self.right + other.right, self.of + other.of)

    def __str__(self) -> str:
        return f"{self.right}/{self.of}"

    @property
    def share(self) -> float | None:
        """0 to 1; None where there is nothing."""
        return self.right / self.of if self.of else None


@dataclass(frozen=True)
class Rates:
    """Right of what was delivered, and found of what the gold holds; adds up over articles."""

    delivered: Ratio = Ratio()
    gold: Ratio = Ratio()

    def __add__(self, other: Rates) -> Rates:
        return Rates(self.delivered + other.delivered, self.gold + other.gold)

    @property
    def precision(self) -> float | None:
        """Right of delivered; None where nothing was."""
        return self.delivered.share

    @property
    def recall(self) -> float | None:
        """Found of gold; None where there is none."""
        return self.gold.share

    @property
    def f1(self) -> float | None:
        """The harmonic mean; None where one of the two is not measured."""
        precision, recall = self.precision, self.recall
        if precision is None or recall is None:
            return None
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0

    def __str__(self) -> str:
        figures = " ".join("   - " if one is None else f"{one:.3f}" for one in (self.precision, self.recall, self.f1))
        return f"{figures} {self.delivered!s:>9} {self.gold!s:>9}"


class Figure(Value):
    """One measure over all articles, with the 95 % interval of its F1 (bootstrap over articles); None where undefined."""

    measure: str
    rates: Rates
    low: float | None = None
    high: float | None = None


class Slip(Value):
    """One thing that differs from the gold."""

    article: str
    measure: str
    kind: SlipKind
    wanted: str | None = None
    """What the gold has."""
    got: str | None = None
    """What the brief has."""
    place: Span | None = None
    before: str = ""
    """The article's words before the place, and behind it."""
    behind: str = ""


class Evaluation(Shown, Value):
    """How right briefs are on gold answers."""

    articles: int
    missing: tuple[str, ...] = ()
    """Keys of gold articles for which there was no brief: everything in them counts as missed."""
    figures: tuple[Figure, ...]
    slips: tuple[Slip, ...] = ()

    def __getitem__(self, measure: str) -> Figure:
        """The figure of a measure, by name."""
        found = next((one for one in self.figures if one.measure == measure), None)
        if found is None:
            raise KeyError(measure)
        return found

    def to_html(self, *, title: str | None = None) -> str:
        """A self-contained page: the figures, and every slip with its surroundings."""
        return str(through("evaluation_page")(self, title=title))

    def to_dicts(self) -> list[dict[str, Any]]:
        """The figures as flat rows."""
        return [
            {
                "measure": one.measure,
                "precision": one.rates.precision,
                "recall": one.rates.recall,
                "f1": one.rates.f1,
                "low": one.low,
                "high": one.high,
                "right": one.rates.delivered.right,
                "delivered": one.rates.delivered.of,
                "found": one.rates.gold.right,
                "gold": one.rates.gold.of,
            }
            for one in self.figures
        ]
