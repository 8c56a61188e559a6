"""Stories as tables: flat rows with the same columns whatever was found, each naming its story."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from nutgraf.errors import ConfigurationError
from nutgraf.results import Conflict, Story
from nutgraf.telling.frames import Kind, columns
from nutgraf.telling.rows import Row

_TOLD = "story kind about happening article item value according_to published:date start:int end:int"
COLUMNS: dict[str, dict[str, Kind]] = {
    "stories": columns(
        "story title when_start:date when_end:date articles:int happenings:int conflicts:int corrections:int quotes:int"
    ),
    "happenings": columns("story happening title status when_start:date when_end:date place articles:int"),
    "events": columns("story happening article event"),
    "sources": columns("story article source title url published:date events copies adds:int"),
    "additions": columns("story article kind text item"),
    "conflicts": columns(_TOLD),
    "corrections": columns(_TOLD),
    "quotes": columns("story number:int text article quote told speaker altered:bool differences"),
}
"""The tables and their columns, in order."""


def to_dicts(stories: Iterable[Story], table: str) -> list[Row]:
    """The rows of one of `COLUMNS`.

    Raises:
        ConfigurationError: no such table.
    """
    names = known(table)
    rows = ({"story": story.id, **row} for story in stories for row in _MAKERS[table](story))
    return [{name: row.get(name) for name in names} for row in rows]


def typed(stories: Iterable[Story], table: str) -> tuple[list[Row], dict[str, Kind]]:
    """The rows, and the kind of each column.

    Raises:
        ConfigurationError: no such table.
    """
    return to_dicts(stories, table), known(table)


def known(table: str) -> dict[str, Kind]:
    """The columns of a table and their kinds.

    Raises:
        ConfigurationError: no such table.
    """
    if table not in COLUMNS:
        raise ConfigurationError(f"no table {table[:80]!r}; there are {', '.join(COLUMNS)}")
    return COLUMNS[table]


def _stories(story: Story) -> Iterator[Row]:
    yield {
        "title": story.title,
        **_when(story),
        "articles": len(story.sources),
        "happenings": len(story.happenings),
        "conflicts": len(story.conflicts),
        "corrections": len(story.corrections),
        "quotes": len(story.quotes),
    }


def _happenings(story: Story) -> Iterator[Row]:
    for one in story.happenings:
        articles = len({event.article for event in one.events})
        told = {"happening": one.id, "title": one.title, "status": one.status, "place": one.place}
        yield {**told, **_when(one), "articles": articles}


def _when(told: Any) -> Row:
    return {"when_start": told.when and told.when.start, "when_end": told.when and told.when.end}


def _events(story: Story) -> Iterator[Row]:
    for one in story.happenings:
        for event in one.events:
            yield {"happening": one.id, "article": event.article, "event": event.event}


def _sources(story: Story) -> Iterator[Row]:
    for one in story.sources:
        yield {**one.model_dump(exclude={"events", "adds"}), "events": " ".join(one.events), "adds": len(one.adds)}


def _additions(story: Story) -> Iterator[Row]:
    for source in story.sources:
        for one in source.adds:
            yield {"article": source.article, **one.model_dump()}


def _conflicts(story: Story) -> Iterator[Row]:
    yield from _told(story.conflicts)


def _corrections(story: Story) -> Iterator[Row]:
    yield from _told(story.corrections)


def _told(found: tuple[Conflict, ...]) -> Iterator[Row]:
    for one in found:
        for account in one.accounts:
            span = account.span
            place = {"start": span and span.start, "end": span and span.end}
            yield {"kind": one.kind, "about": one.about, "happening": one.happening} | account.model_dump() | place


def _quotes(story: Story) -> Iterator[Row]:
    for number, one in enumerate(story.quotes, 1):
        for telling in one.tellings:
            differences = "; ".join(telling.differences) or None
            row = telling.model_dump() | {"number": number, "text": one.text, "told": telling.text}
            yield row | {"differences": differences}


_MAKERS: dict[str, Callable[[Story], Iterator[Row]]] = {
    "stories": _stories,
    "happenings": _happenings,
    "events": _events,
    "sources": _sources,
    "additions": _additions,
    "conflicts": _conflicts,
    "corrections": _corrections,
    "quotes": _quotes,
}
