"""Short ways to weigh a statement in a test."""

from __future__ import annotations

from nutgraf.article import Article
from nutgraf.checking.rules.weigh import Weighed, weigh
from nutgraf.reading import read


def weighed(statement: str, article: str, *, published: str | None = None, title: str | None = None) -> Weighed:
    """Weigh a statement against the sentences between braces, or against all where there are none."""
    start, end = article.find("{"), article.find("}") - 1
    reading = read(Article.from_text(article.replace("{", "").replace("}", ""), published=published, title=title))
    cited = reading.numbers_of(start, end) if start >= 0 else tuple(s.number for s in reading.sentences)
    return weigh(statement, [reading.sentence_span(number) for number in cited], reading, prose=True)


def rules(statement: str, article: str, *, outcome: str | None = None, published: str | None = None) -> set[str]:
    """The rules that found something, of one outcome or of any."""
    found = weighed(statement, article, published=published).findings
    return {finding.rule for finding in found if outcome in {None, finding.outcome}}


def refuting(statement: str, article: str, *, published: str | None = None) -> set[str]:
    """The rules that refute a statement; each says in small letters what would satisfy it."""
    found = weighed(statement, article, published=published).findings
    reasons = [finding.reason for finding in found]
    assert all(
        (reason[0].islower() or reason[0] in "'\"") and (reason[-1].isalnum() or reason[-1] in "'\"")
        for reason in reasons
    ), reasons
    return {finding.rule for finding in found if finding.outcome == "refuted"}
