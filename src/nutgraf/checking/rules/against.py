"""A text that somebody wrote against articles: for each of its sentences the evidence that carries most of it, weighed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from nutgraf.article import Article, Span
from nutgraf.checking.rules.stems import content_stems
from nutgraf.checking.rules.weigh import Outcome, Weighed, weigh
from nutgraf.reading.reading import Reading, read

_MOST = 3
"""Sentences of an article that a sentence about it is held against."""
_RANK: dict[Outcome, int] = {"worded": 0, "open": 1, "refuted": 2}


@dataclass(frozen=True)
class Held:
    """A sentence of the text, and how the article that says most of it bears it out."""

    statement: Span
    article: int
    """Which of the articles, counted from 0."""
    weighed: Weighed


def held_against(text: str, readings: Sequence[Reading]) -> tuple[Held, ...]:
    """Hold each sentence of a text against the articles.

    Of several articles the one counts that bears the sentence out best: what one does not know another may say.

    Args:
        text: sentences about the articles.
        readings: the articles, at least one, each with a sentence or more.
    """
    told = read(Article.from_text(text))
    found: list[Held] = []
    for sentence in told.sentences:
        span = told.sentence_span(sentence.number)
        each = [
            Held(span, at, weigh(span.text, evidence, reading))
            for at, reading in enumerate(readings)
            if (evidence := evidence_for(span.text, reading))
        ]
        found.append(min(each, key=lambda held: (_RANK[held.weighed.outcome], len(held.weighed.findings))))
    return tuple(found)


def evidence_for(statement: str, reading: Reading) -> tuple[Span, ...]:
    """The sentences of an article that together hold most of a statement's content words, rare ones first; at most three."""
    by_sentence, rarity = _sentences(reading.article.text, tuple((s.start, s.end) for s in reading.sentences))
    missing = {stem: rarity.get(stem, 0.0) for stem in content_stems(statement)}
    chosen: list[int] = []
    while len(chosen) < _MOST and by_sentence:
        gains = [sum(missing.get(stem, 0.0) for stem in stems) for stems in by_sentence]
        best = max(range(len(gains)), key=lambda at: (gains[at], -at))
        if not gains[best] and chosen:
            break
        chosen.append(best)
        for stem in by_sentence[best]:
            missing.pop(stem, None)
    return tuple(reading.sentence_span(at + 1) for at in sorted(chosen))


@lru_cache(maxsize=16)
def _sentences(text: str, ranges: tuple[tuple[int, int], ...]) -> tuple[list[frozenset[str]], dict[str, float]]:
    """The content stems of each sentence, and how much each tells: the fewer sentences hold it the more."""
    by_sentence = [frozenset(content_stems(text[start:end])) for start, end in ranges]
    counts = Counter(stem for stems in by_sentence for stem in stems)
    return by_sentence, {stem: 1 / count for stem, count in counts.items()}
