"""Briefs held against gold: rates summed over articles, with intervals by bootstrap."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence

from nutgraf.errors import ArticleError
from nutgraf.evaluation.gold import Gold
from nutgraf.evaluation.judge import Judged, judged, measures
from nutgraf.results import Brief, Evaluation, Figure, Outcome, Rates
from nutgraf.results.brief import brief_in

_RESAMPLES = 1_000
_TAIL = 0.025
"""Of the resamples this share lies below the interval, and as much above it: 95 % inside."""


def evaluate(gold: Iterable[Gold | Brief], briefs: Iterable[Brief | Outcome]) -> Evaluation:
    """Judge briefs by gold answers.

    A gold article without a brief counts as if everything in it were missed; a brief without gold is passed over.

    Args:
        gold: gold answers (`nutgraf.evaluation.load`), or briefs that somebody corrected.
        briefs: what is judged: briefs, or the outcomes of a run.

    Raises:
        ArticleError: no gold, or a brief that is of another text than the gold of the same article.
    """
    answers = [one if isinstance(one, Gold) else Gold.from_brief(one) for one in gold]
    if not answers:
        raise ArticleError("no gold to judge by")
    by_key: dict[str, Brief] = {}
    by_digest: dict[str, Brief] = {}
    for one in briefs:
        if (brief := brief_in(one)) is not None:
            by_key[brief.article.key] = by_digest[brief.article.digest] = brief
    found: list[Judged] = []
    missing: list[str] = []
    for answer in answers:
        article = answer.article
        brief = by_digest.get(article.digest) or by_key.get(article.key)
        if brief is None:
            missing.append(article.key)
        elif brief.article.text != article.text:
            raise ArticleError(
                f"{article.key}: the brief is of another text than the gold: make it of the gold's article"
            )
        found.append(judged(brief, answer))
    return Evaluation(
        articles=len(answers),
        missing=tuple(missing),
        figures=tuple(_figure(name, found) for name in measures(found)),
        slips=tuple(slip for one in found for slip in one.slips),
    )


def _figure(name: str, found: Sequence[Judged]) -> Figure:
    rates = [one.rates[name] for one in found if name in one.rates]
    low, high = interval(rates)
    return Figure(measure=name, rates=sum(rates, Rates()), low=low, high=high)


def interval(rates: Sequence[Rates]) -> tuple[float | None, float | None]:
    """The 95 % interval of F1 by the percentile bootstrap (Efron 1979): articles are drawn with replacement.

    (None, None) for fewer than two articles, or where F1 is not measured. The same articles give the same interval.
    """
    if len(rates) < 2 or sum(rates, Rates()).f1 is None:
        return None, None
    draw = random.Random(0)  # noqa: S311 - sampling, no secret
    counts = [(one.delivered.right, one.delivered.of, one.gold.right, one.gold.of) for one in rates]
    values: list[float] = []
    for _ in range(_RESAMPLES):
        drawn = draw.choices(counts, k=len(counts))
        right, delivered, met, wanted = (sum(column) for column in zip(*drawn, strict=True))
        if delivered and wanted:
            precision, recall = right / delivered, met / wanted
            values.append(2 * precision * recall / (precision + recall) if precision + recall else 0.0)
    values.sort()
    if not values:
        return None, None
    cut = int(_TAIL * len(values))
    return values[cut], values[len(values) - 1 - cut]
