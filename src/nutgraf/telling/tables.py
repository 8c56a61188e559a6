"""Briefs as tables: flat rows with the same columns whatever was found, for frames, files and databases.

Every row names its article by `article` (the article's key). Offsets are integers into the article's text, dates are
dates, and a missing value is None (null, NaT). `spans` has a row for each span of each item: with it the exact
characters behind any other row can be had.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from pydantic import BaseModel

from nutgraf.errors import ConfigurationError
from nutgraf.results import Brief, Event, Point, Quote
from nutgraf.telling.frames import Kind, columns
from nutgraf.telling.rows import (
    Row,
    cited_fields,
    event_row,
    id_of,
    own_fields,
    own_row,
    place_fields,
    quote_row,
    told_by,
)
from nutgraf.telling.spans import spans_of

COLUMNS: dict[str, dict[str, Kind]] = {
    "articles": columns(
        "article title source url published:date headline topics characters:int quotes:int events:int points:int problems:int "
        "complete:bool model host requests:int prompt_tokens:int completion_tokens:int cost_usd:float seconds:float"
    ),
    "quotes": columns(
        "article published:date id kind stance text start:int end:int pieces:int speaker speaker_mention speaker_title "
        "speaker_organization speaker_kind speaker_basis cue cue_start:int cue_end:int addressee"
    ),
    "events": columns(
        "article published:date id title support status time time_value time_start:date time_end:date time_precision "
        "time_basis time_limit place place_start:int place_end:int participants according_to asserted_by disputed_by evidence start:int end:int"
    ),
    "points": columns("article published:date id text support according_to asserted_by evidence start:int end:int"),
    "participants": columns("article event name role mention start:int end:int"),
    "quantities": columns("article event text value:float high:float per unit kind modifier role start:int end:int"),
    "spans": columns("article item field number:int text start:int end:int"),
    "problems": columns("article step kind item detail resolution"),
}
"""The tables and their columns, in order. Fields of your own classes follow after these."""

_CITED = columns("article published:date id evidence start:int end:int")


def to_dicts(briefs: Iterable[Brief], table: str) -> list[Row]:
    """The rows of a table: one of `COLUMNS`, or the name of a pass of your own.

    Raises:
        ConfigurationError: no such table.
    """
    briefs = list(briefs)
    rows = [row for brief in briefs for row in _rows(brief, table)]
    names = tuple(dict.fromkeys([*known(briefs, table), *(name for row in rows for name in row)]))
    return [{name: row.get(name) for name in names} for row in rows]


def known(briefs: Sequence[Brief], table: str) -> dict[str, Kind]:
    """The columns that a table has with or without rows, and their kinds.

    Raises:
        ConfigurationError: no such table.
    """
    if table in COLUMNS:
        return COLUMNS[table]
    own = dict.fromkeys(name for brief in briefs for name in brief.items)
    if table in own:
        kinds = {type(item) for brief in briefs for item in brief.items.get(table, ())}
        for base, same in ((Quote, "quotes"), (Event, "events")):
            if kinds and all(issubclass(kind, base) for kind in kinds):
                return COLUMNS[same]
        return _CITED
    raise ConfigurationError(f"no table {table[:80]!r}; there are {', '.join([*COLUMNS, *own])}")


def typed(briefs: Iterable[Brief], table: str) -> tuple[list[Row], dict[str, Kind]]:
    """The rows, and the kind of each column; those of the user's own fields follow from their values.

    Raises:
        ConfigurationError: no such table.
    """
    briefs = list(briefs)
    kinds = dict(known(briefs, table))
    rows = to_dicts(briefs, table)
    for name in rows[0] if rows else ():
        if name not in kinds:
            kinds[name] = _kind([row[name] for row in rows])
            if kinds[name] == "str":
                rows = [row | {name: None if row[name] is None else str(row[name])} for row in rows]
    return rows, kinds


def _kind(values: Sequence[Any]) -> Kind:
    values = [value for value in values if value is not None]
    found: set[type] = {type(value) for value in values}
    if found == {int} and not all(-(2**63) <= value < 2**63 for value in values):
        return "str"
    known: dict[Kind, set[type]] = {"bool": {bool}, "int": {int}, "float": {int, float}, "date": {dt.date}}
    fitting: list[Kind] = [kind for kind, types in known.items() if found and found <= types]
    return fitting[0] if fitting else "str"


def _rows(brief: Brief, table: str) -> Iterator[Row]:
    key = {"article": brief.article.key}
    dated = key | {"published": brief.article.published}
    maker: Callable[[Brief], Iterator[Row]] | None = _MAKERS.get(table)
    if maker is None:
        for number, item in enumerate(brief.items.get(table, ()), 1):
            yield dated | own_row(item, f"{table}{number}")
        return
    for row in maker(brief):
        yield (dated if "published" in COLUMNS[table] else key) | row


def _articles(brief: Brief) -> Iterator[Row]:
    article, usage = brief.article, brief.usage
    yield {
        "title": article.title,
        "source": article.source,
        "url": article.url,
        "headline": brief.headline,
        "topics": "; ".join(brief.topics) or None,
        "characters": len(article.text),
        "quotes": len(brief.quotes),
        "events": len(brief.events),
        "points": len(brief.summary),
        "problems": len(brief.problems),
        "complete": brief.complete,
        "model": brief.provenance.model,
        "host": brief.provenance.host,
        "requests": usage.requests,
        "prompt_tokens": usage.prompt_tokens,
        "completion_tokens": usage.completion_tokens,
        "cost_usd": usage.cost_usd,
        "seconds": usage.seconds,
    }


def _quotes(brief: Brief) -> Iterator[Row]:
    yield from map(quote_row, brief.quotes)


def _events(brief: Brief) -> Iterator[Row]:
    yield from map(event_row, brief.events)


def _points(brief: Brief) -> Iterator[Row]:
    for number, point in enumerate(brief.summary, 1):
        yield {"text": point.text, **told_by(point), **cited_fields(point, f"p{number}"), **own_fields(point, Point)}


def _participants(brief: Brief) -> Iterator[Row]:
    for event in brief.events:
        for one in event.participants:
            yield {"event": event.id, "name": one.name, "role": one.role, **place_fields(one.mention, "mention")}


def _quantities(brief: Brief) -> Iterator[Row]:
    for event in brief.events:
        for one in event.quantities:
            told = {name: getattr(one, name) for name in ("value", "high", "per", "unit", "kind", "modifier", "role")}
            yield {"event": event.id, **told, **place_fields(one.span, "text")}


def _spans(brief: Brief) -> Iterator[Row]:
    named: list[tuple[str, BaseModel]] = [(quote.id, quote) for quote in brief.quotes]
    named += [(event.id, event) for event in brief.events]
    named += [(f"p{n}", point) for n, point in enumerate(brief.summary, 1)]
    for name, items in brief.items.items():
        named += [(id_of(item, f"{name}{n}"), item) for n, item in enumerate(items, 1)]
    for item, value in named:
        numbers: dict[str, int] = {}
        for field, span in spans_of(value):
            numbers[field] = numbers.get(field, 0) + 1
            yield {"item": item, "field": field, "number": numbers[field], **place_fields(span, "text")}


def _problems(brief: Brief) -> Iterator[Row]:
    for problem in brief.problems:
        yield problem.model_dump()


_MAKERS: dict[str, Callable[[Brief], Iterator[Row]]] = {
    "articles": _articles,
    "quotes": _quotes,
    "events": _events,
    "points": _points,
    "participants": _participants,
    "quantities": _quantities,
    "spans": _spans,
    "problems": _problems,
}
