"""The newer brief out of the older one and the answers about what changed; and what the two briefs tell differently."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Unpack

from nutgraf.article import Article
from nutgraf.asking import loop
from nutgraf.asking.budget.tab import Tab
from nutgraf.asking.exchange import Exchange
from nutgraf.conductor import brief_of
from nutgraf.desk import Desk
from nutgraf.reading import Reading, read
from nutgraf.reading.window import Window
from nutgraf.results import Brief, Event, Point, Provenance, Quote, Revision, Usage
from nutgraf.revisions.carrying import Carried, carried
from nutgraf.revisions.items import item_changes
from nutgraf.revisions.merging import joined
from nutgraf.revisions.sentences import Alignment, aligned
from nutgraf.settings import Options, Settings
from nutgraf.steps import Step

_MOST_CHANGED = 0.5
"""Share of changed sentences from which the newer version is asked about as a whole: its context is another one."""


def compare(old: Article | Brief | str, new: Article | Brief | str) -> Revision:
    """Hold two versions of an article against each other; needs no model.

    Args:
        old: the older version: its brief, or the article, of which rules know the quotations alone.
        new: the newer version, likewise.

    Raises:
        ArticleError: a text that is no article.
    """
    one, other = by_rule(old), by_rule(new)
    alignment = aligned(read(one.article), read(other.article))
    return _revision(one, other, alignment)


def revise(old: Brief, new: Article | str, *, model: str | None = None, **settings: Unpack[Options]) -> Revision:
    """Make the brief of a newer version: what rests on unchanged sentences is carried over, the rest is asked about.

    Args:
        old: the older version's brief.
        new: the newer version.
        model: as for `summarize`.
        **settings: as for `Summarizer`. Passes of your own and own classes need the whole article: use summarize and compare.

    Raises:
        NutgrafError: as `summarize`.
    """
    return loop.run(arevise(old, new, model=model, **settings))


async def arevise(old: Brief, new: Article | str, *, model: str | None = None, **settings: Unpack[Options]) -> Revision:
    """`revise`, to be awaited in an event loop of asyncio's."""
    loop.require_asyncio("arevise", "nutgraf.revisions.revise")
    desk = Desk(Settings(model=model, **settings))
    exchange = desk.exchange(Exchange)
    judge = desk.judging(exchange)
    try:
        return await _revised(old, new if isinstance(new, Article) else Article.from_text(new), desk, exchange, judge)
    finally:
        await exchange.aclose()
        if judge is not None and judge is not exchange:
            await judge.aclose()


def by_rule(version: Article | Brief | str) -> Brief:
    """A brief as it is; of an article, what rules find in it: quotes alone, asked of no model.

    Raises:
        ArticleError: a text that is no article.
    """
    if isinstance(version, Brief):
        return version
    reading = read(version)
    made_by = Provenance(model="rules", host="", prompts={}, version="")
    return Brief(article=reading.article, headline=reading.article.title, quotes=reading.quotes, provenance=made_by)


async def _revised(old: Brief, article: Article, desk: Desk, exchange: Exchange, judge: Exchange | None) -> Revision:
    alignment = aligned(read(old.article), read(article))
    kept = carried(old, alignment)
    due = sorted({*alignment.fresh, *kept.again})
    tab = Tab(desk.settings.deadline)
    if not old.complete or len(due) > _MOST_CHANGED * len(alignment.new.sentences):
        brief = await brief_of(article, desk, exchange, tab, judge=judge)
        return _revision(old, brief, alignment, asked=len(alignment.new.sentences))
    fresh = None
    if due:
        steps = _steps(desk, alignment.new, due)
        fresh = await brief_of(article, desk, exchange, tab, judge=judge, steps=steps)
    return _revision(old, _merged(old, kept, fresh, due, alignment), alignment, asked=len(due))


def _merged(old: Brief, kept: Carried, fresh: Brief | None, due: Sequence[int], alignment: Alignment) -> Brief:
    """What was carried, and of the answers about `due` what rests on it."""
    article, at = alignment.new.article, set(due)
    changes: dict[str, object] = {
        "article": article,
        "headline": article.title or old.headline,
        "items": {},
        "usage": Usage(),
    }
    if fresh is not None:
        changes |= {name: getattr(fresh, name) for name in ("provenance", "complete", "usage")}
    return old.model_copy(update=changes | joined(kept, fresh, lambda item: _touches(item, alignment, at)))


def _steps(desk: Desk, reading: Reading, due: Sequence[int]) -> list[Step]:
    """The requests about some sentences: of a plan in small windows those that show one of them; else one of their own.

    One of its own shows the paragraphs around, and may cite the sentences alone.
    """
    wanted = set(due)
    if desk.size(reading) != "article":
        return [step for step in desk.plan(reading) if wanted & set(step.window.citable)]
    near = {reading.sentences[number - 1].paragraph + shift for number in due for shift in (-1, 0, 1)}
    numbers = tuple(s.number for s in reading.sentences if s.paragraph in near)
    tags = tuple(one.id for one in reading.segments_in(list(due)) if one.no_speech is None)
    return [Step(desk.passes, Window(numbers=numbers, tags=tags, cites=tuple(due)), "paragraph")]


def _touches(item: Quote | Event | Point, alignment: Alignment, due: set[int]) -> bool:
    spans = item.content if isinstance(item, Quote) else item.evidence
    return any(due & set(alignment.new.numbers_of(span.start, span.end)) for span in spans)


def _revision(old: Brief, new: Brief, alignment: Alignment, *, asked: int = 0) -> Revision:
    return Revision(
        old=old.article,
        new=new.article,
        sentences=tuple(alignment.changes()),
        items=tuple(item_changes(old, new, alignment)),
        brief=new,
        asked=asked,
        of=len(alignment.new.sentences),
        usage=new.usage if asked else Usage(),
    )
