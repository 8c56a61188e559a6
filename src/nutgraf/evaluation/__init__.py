"""How right briefs are on a desk's own gold answers: quotes, speakers, events, statuses, dates, figures, points.

    from nutgraf.evaluation import evaluate, load
    evaluation = evaluate(load("gold.jsonl"), briefs)

Gold is a brief corrected by hand, or a record that quotes the article's words (docs/evaluate.md).
"""

from nutgraf.evaluation.evaluate import evaluate
from nutgraf.evaluation.gold import Gold, load

__all__ = ["Gold", "evaluate", "load"]
