"""How results look in a notebook: briefs as their page in a frame of their own, single items as a few lines.

The frame is sandboxed: no origin, no network; the page's style can't leak into the notebook nor the notebook's into it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from nutgraf.article import Article
from nutgraf.results import Brief, Evaluation, Event, Quote, Report, Revision, Span, Story
from nutgraf.telling.html import brief_page, framed, reading_page, render
from nutgraf.telling.marks import Mark
from nutgraf.telling.story_page import stories_page
from nutgraf.telling.views import Item, plain


def html_of(value: Any) -> str:
    """What a notebook shows of a value: a page in a frame, or of a quote or an event a few lines."""
    match value:
        case Brief():
            return framed(brief_page(cast("Brief", value)), value.headline or "Brief")
        case Article():
            return framed(reading_page(value, []), value.title or "Article", height=420)
        case Evaluation():
            return framed(value.to_html(), "Evaluation")
        case Report():
            return framed(value.to_html(), "Report")
        case Revision():
            return framed(value.to_html(), value.new.title or "Revision")
        case Story():
            return framed(stories_page([value], title=value.title), value.title)
        case Quote():
            return render("quote.html", quote=value)
        case Event():
            return render("event.html", item=Item(anchor="e", label=value.id, value=value), when=plain(value.time))
        case _:
            raise TypeError(f"nothing is known about how a {type(value).__name__} looks")


def html_of_reading(
    article: Article,
    *,
    quotes: tuple[Quote, ...],
    names: Iterable[Span],
    times: Iterable[Span],
    quantities: Iterable[Span],
) -> str:
    """What a notebook shows of what rules find in an article."""
    marks = [Mark(span, f"{quote.id}.p{n}", "quote") for quote in quotes for n, span in enumerate(quote.content)]
    for kind, spans in (("name", names), ("time", times), ("quantity", quantities)):
        marks += [Mark(span, f"{kind}{n}", kind) for n, span in enumerate(spans)]
    return framed(reading_page(article, marks, quotes=quotes), article.title or "Reading")
