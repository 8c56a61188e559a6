"""What was carried over and what is told anew as the items of one brief: each once, under an id of this brief."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import TypeAlias, TypeVar

from nutgraf.checking.items.same import merged, said_once
from nutgraf.results import Brief, Event, Point, Problem, Quote
from nutgraf.revisions.carrying import Carried

Item: TypeAlias = Quote | Event | Point
I = TypeVar("I", Quote, Event, Point)  # noqa: E741 - an item


def joined(kept: Carried, fresh: Brief | None, is_due: Callable[[Item], bool]) -> dict[str, object]:
    """The quotes, events, summary and problems of a brief.

    Args:
        kept: what was carried; where `fresh` tells a quotation again, the carried one stays.
        fresh: what the model told now; None where nothing was asked.
        is_due: whether an item rests on what was asked about; of `fresh` no other is taken.
    """
    quotes, events, points = _named("old ", kept.quotes, kept.events, kept.points)
    said, happened, told = _named("new ", fresh.quotes, fresh.events, fresh.summary) if fresh else ([], [], [])
    twins = {one.id: twin.id for one in said if (twin := _twin(one, quotes))}
    quotes += [one for one in said if one.id not in twins and is_due(one)]
    quotes.sort(key=lambda one: one.content[0].start)
    events, _ = merged([*events, *filter(is_due, happened)], "events")
    points, _ = said_once([*points, *filter(is_due, told)], "summary")
    ids = {one.id: f"q{n}" for n, one in enumerate(quotes, 1)} | {one.id: f"e{n}" for n, one in enumerate(events, 1)}
    taken = {id(one): f"p{n}" for n, one in enumerate(points, 1)}
    names = {one.id: ids.get(one.id) for one in chain[Quote | Event](said, happened)}
    names |= {f"new p{n}": taken.get(id(one)) for n, one in enumerate(told, 1)}
    ids |= {new: ids[old] for new, old in twins.items()}
    return {
        "quotes": tuple(_renamed(one, ids, f"q{n}") for n, one in enumerate(quotes, 1)),
        "events": tuple(_renamed(one, ids, f"e{n}") for n, one in enumerate(events, 1)),
        "summary": tuple(_renamed(one, ids) for one in points),
        "problems": tuple(_retold(fresh.problems if fresh else (), names)),
    }


def _named(
    prefix: str, quotes: Sequence[Quote], events: Sequence[Event], points: Sequence[Point]
) -> tuple[list[Quote], list[Event], list[Point]]:
    """With ids that no item of another brief has."""
    ids = {one.id: prefix + one.id for one in chain[Quote | Event](quotes, events)}
    return (
        [_renamed(one, ids, prefix + one.id) for one in quotes],
        [_renamed(one, ids, prefix + one.id) for one in events],
        [_renamed(one, ids) for one in points],
    )


def _renamed(item: I, ids: Mapping[str, str], own: str | None = None) -> I:
    """With an id of its own, where it has one, and the quotes that it names as `ids` has them; one that is gone is left out."""
    changes: dict[str, object] = {} if own is None else {"id": own}
    for field in ("asserted_by", "disputed_by"):
        if named := getattr(item, field, ()):
            changes[field] = tuple(dict.fromkeys(ids[one] for one in named if one in ids))
    return item.model_copy(update=changes)


def _retold(problems: Iterable[Problem], names: Mapping[str, str | None]) -> Iterator[Problem]:
    """With the items' names in this brief; nothing of an item that is not taken."""
    for problem in problems:
        key = f"new {problem.item}"
        if key not in names:
            yield problem
        elif name := names[key]:
            yield problem.model_copy(update={"item": name})


def _twin(quote: Quote, quotes: Sequence[Quote]) -> Quote | None:
    return next((one for one in quotes for span in one.content if any(map(span.overlaps, quote.content))), None)
