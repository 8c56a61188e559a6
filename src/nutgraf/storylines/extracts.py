"""What is kept of a brief while others are read: its events, its quotes, where they stand - not its text."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any
from zlib import crc32

from nutgraf.results import Brief, Event, Quote
from nutgraf.usage import Value

_WORD = re.compile(r"\w+")
_SHINGLE, _SKETCH = 5, 64


class Extract(Value):
    """A brief without its article's text."""

    key: str
    source: str | None = None
    title: str | None = None
    url: str | None = None
    published: dt.date | None = None
    events: tuple[Event, ...] = ()
    quotes: tuple[Quote, ...] = ()
    sketch: tuple[int, ...] = ()
    """The smallest hashes of its runs of five words (bottom-k sketch, Broder 1997)."""

    def event(self, name: str) -> Event:
        """The event of that id."""
        return next(event for event in self.events if event.id == name)


def extract_of(brief: Brief, key: str) -> Extract:
    """What of a brief is kept, under this key. Fields of a user's own classes are not."""
    article = brief.article
    return Extract(
        key=key,
        source=article.source,
        title=brief.headline or article.title,
        url=article.url,
        published=article.published,
        events=tuple(Event.model_construct(**_fields(event, Event)) for event in brief.events),
        quotes=tuple(Quote.model_construct(**_fields(quote, Quote)) for quote in brief.quotes),
        sketch=sketch(article.text),
    )


def _fields(item: Value, kind: type[Value]) -> dict[str, Any]:
    """The fields that our own class has."""
    return {name: getattr(item, name) for name in kind.model_fields}


def sketch(text: str) -> tuple[int, ...]:
    """The sketch of a text, by which copies are told; () for one too short to tell."""
    words = _WORD.findall(text.casefold())
    runs = {" ".join(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1)}
    if len(runs) < _SKETCH // 2:
        return ()
    return tuple(sorted(crc32(run.encode("utf-8", "surrogatepass")) for run in runs)[:_SKETCH])


def likeness(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """About how many of two texts' runs of words are the same: 0 to 1."""
    if not one or not other:
        return 0.0
    least = sorted({*one, *other})[: min(len(one), len(other))]
    return len(set(one) & set(other) & set(least)) / len(least)
