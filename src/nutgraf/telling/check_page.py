"""The page of a report: the text lit statement by statement, and beside it what the articles say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from nutgraf.results import Article, Evidence, Fact, Quotation, Report, Span, Statement
from nutgraf.results.checked import VERDICTS, StatementVerdict
from nutgraf.telling import words
from nutgraf.telling.html import still_page
from nutgraf.telling.marks import Mark, Run, paragraphs
from nutgraf.telling.visible import visible

MEANINGS: dict[StatementVerdict, str] = {
    "refuted": "an article contradicts it, or something in it stands in none",
    "open": "the articles’ words neither carry nor contradict it",
    "worded": "its names, numbers, times and most of its words stand there together",
    "judged": "a model read the sentences and found all of it there",
    "verbatim": "an article’s own sentence or clause",
}
"""What the verdicts say, in a line each."""


@dataclass(frozen=True, kw_only=True)
class Stretch:
    """Some words, and whether they are marked."""

    text: str
    marked: bool = False


@dataclass(frozen=True, kw_only=True)
class Lit:
    """Stretches of the text that belong to one statement, or to none."""

    number: int | None
    verdict: str
    first: bool
    """Whether the statement begins with them."""
    pieces: tuple[Stretch, ...]


@dataclass(frozen=True, kw_only=True)
class Beside:
    """Sentences of an article, what a statement has in common with them marked."""

    name: str
    link: str | None
    sentences: tuple[tuple[Stretch, ...], ...]


@dataclass(frozen=True, kw_only=True)
class Card:
    """What is told of one statement."""

    number: int
    statement: Statement
    sources: tuple[Beside, ...]
    differs: tuple[str, ...]
    facts: tuple[tuple[Fact, str], ...]
    quotes: tuple[tuple[Quotation, str], ...]


def check_page(report: Report, *, title: str | None = None) -> str:
    """The page of a report."""
    counts = [(verdict, len(report.found(verdict)), MEANINGS[verdict]) for verdict in VERDICTS]
    named = {article.key: article for article in report.articles}
    return still_page(
        "check_page.html",
        title=visible(title or "What the articles say of it"),
        counts=[row for row in counts if row[1]],
        paragraphs=list(_paragraphs(report)),
        cards=[_card(number, statement, named) for number, statement in enumerate(report.statements, 1)],
        statements=len(report.statements),
        articles=len(report.articles),
        model=visible(report.model or ""),
        cost=words.cost_of_asking(report.usage),
        problems=report.problems,
    )


def _paragraphs(report: Report) -> Iterator[list[Lit]]:
    marks = [Mark(one.span, str(number), "statement") for number, one in enumerate(report.statements, 1)]
    marks += [Mark(span, "", "differs") for one in report.statements for span in one.differs]
    begun: set[int] = set()
    for runs in paragraphs(report.text, marks):
        told: list[Lit] = []
        for number, group in groupby((run for run in runs if not run.gap), key=_number):
            pieces = tuple(Stretch(text=visible(run.text), marked="differs" in run.kinds) for run in group)
            verdict = report.statements[number - 1].verdict if number else ""
            told.append(Lit(number=number, verdict=verdict, first=number not in begun, pieces=pieces))
            if number:
                begun.add(number)
        if told:
            yield told


def _number(run: Run) -> int | None:
    return next((int(ref) for ref in run.refs if ref), None)


def _card(number: int, statement: Statement, named: dict[str, Article]) -> Card:
    shared = [place for fact in statement.facts for place in fact.evidence]
    shared += [
        Evidence(article=one.article, spans=one.verdict.spans)
        for one in statement.quotes
        if one.article and one.verdict.spans
    ]
    return Card(
        number=number,
        statement=statement,
        sources=tuple(_source(one, shared, named) for one in statement.evidence),
        differs=tuple(visible(span.text) for span in statement.differs),
        facts=tuple((fact, _told_fact(fact, named)) for fact in statement.facts),
        quotes=tuple((one, _told_quotation(one)) for one in statement.quotes),
    )


def _source(evidence: Evidence, shared: Sequence[Evidence], named: dict[str, Article]) -> Beside:
    article = named[evidence.article]
    here = [span for place in shared if place.article == evidence.article for span in place.spans]
    return Beside(
        name=name_of(article),
        link=words.link(article.url),
        sentences=tuple(tuple(_marked(span, here)) for span in evidence.spans),
    )


def _marked(sentence: Span, shared: Sequence[Span]) -> Iterator[Stretch]:
    at = sentence.start
    for span in sorted(shared, key=lambda one: (one.start, -one.end)):
        if span.start < at or span.end > sentence.end:
            continue
        if span.start > at:
            yield Stretch(text=visible(sentence.text[at - sentence.start : span.start - sentence.start]))
        yield Stretch(text=visible(span.text), marked=True)
        at = span.end
    if at < sentence.end:
        yield Stretch(text=visible(sentence.text[at - sentence.start :]))


def name_of(article: Article) -> str:
    """What an article is called: title and paper, else its key."""
    return visible(", ".join(part for part in (article.title, article.source) if part) or article.key)


def _told_fact(fact: Fact, named: dict[str, Article]) -> str:
    """Where a fact stands, in words."""
    if fact.evidence:
        places = (
            "; ".join(dict.fromkeys(name_of(named[one.article]) for one in fact.evidence)) if len(named) > 1 else ""
        )
        return f"stands in {places}" if places else "stands there"
    if fact.reckoned:
        return f"stands nowhere; {fact.reckoned}"
    return "stands there in another form" if fact.stands else "stands nowhere"


def _told_quotation(one: Quotation) -> str:
    """What a quotation comes to, in words."""
    if one.said_by:
        return f"said by {visible(one.said_by)}, not {visible(one.speaker or '')}"
    changes = "; ".join(one.verdict.differences)
    return f"{one.verdict.verdict}: {visible(changes)}" if changes else one.verdict.verdict
