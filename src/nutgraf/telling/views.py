"""What the page shows of a brief: plain values, so that the templates only lay out."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from nutgraf.article import Article
from nutgraf.parsed import is_several
from nutgraf.results import Brief, Cited, Event, Problem, Quote, Span, Speaker, TimeRef
from nutgraf.results.asked import PASSES, asked_for
from nutgraf.telling import words
from nutgraf.telling.marks import Mark, Run, fits, paragraphs
from nutgraf.telling.spans import carrier, spans_of
from nutgraf.telling.visible import visible

_AHEAD = ("planned", "hypothetical", "cancelled", "postponed")
_SHOWN_ANYWAY = frozenset({"id", "content", "evidence"})


@dataclass(frozen=True, kw_only=True)
class Item:
    """Any item with a place in the article. `anchor` names it in the page, `label` to the reader."""

    anchor: str
    label: str
    value: Any
    strays: tuple[str, ...] = ()
    """Its spans that are no slices of the article: shown as such instead of being lit."""
    details: tuple[tuple[str, str], ...] = ()
    """Name and value of the fields of the user's own classes."""


@dataclass(frozen=True, kw_only=True)
class Voice:
    """A speaker and all that they said."""

    name: str
    office: str
    kind: str
    quotes: tuple[Item, ...]


@dataclass(frozen=True, kw_only=True)
class Dated:
    """An event on the timeline."""

    item: Item
    when: str
    shape: str
    """day, range or none: how the timeline draws it."""
    basis: str
    asserted_by: tuple[tuple[str, str], ...] = ()
    """Anchor and speaker of the quotes that assert it."""
    disputed_by: tuple[tuple[str, str], ...] = ()
    """The same of those that deny it."""


@dataclass(frozen=True, kw_only=True)
class BriefView:
    """One brief, ready to be laid out."""

    brief: Brief
    asked: frozenset[str]
    """The passes of ours that it was asked for: the sections that it has."""
    headline: str
    kicker: tuple[str, ...]
    link: str | None
    paragraphs: tuple[tuple[Run, ...], ...]
    chips: dict[str, Item]
    """The items whose first span ends with a mark of this ref: there the article shows their label."""
    points: tuple[Item, ...]
    voices: tuple[Voice, ...]
    happened: tuple[Dated, ...]
    undated: tuple[Dated, ...]
    """What happened and has no place on the timeline, in the order of the text."""
    ahead: tuple[Dated, ...]
    uncounted: tuple[str, ...] = ()
    """Words for times that nothing can be counted from."""
    statuses: tuple[str, ...] = ()
    """Of its events; the page chooses by them where there are several."""
    supports: tuple[str, ...] = ()
    """Of its events and points."""
    own: dict[str, tuple[Item, ...]] = field(default_factory=dict)
    problems: tuple[tuple[str, tuple[Problem, ...]], ...] = ()
    """By what was done about them."""
    cost: tuple[str, ...] = ()


def view(brief: Brief) -> BriefView:
    """Everything that the page shows of a brief."""
    quotes, events = _items("q", "q", brief.quotes, brief), _items("e", "e", brief.events, brief)
    points = _items("p", "p", brief.summary, brief)
    own = {
        name: _items(f"own{n}-", f"{name} ", items, brief, whole=True)
        for n, (name, items) in enumerate(brief.items.items(), 1)
    }
    lit = [*quotes, *events, *(item for items in own.values() for item in items)]
    marks = [mark for item in (*lit, *points) for mark in _marks(item)]
    said_in = {q.value.id: (q.anchor, words.speaker_name(q.value.speaker)) for q in quotes if q.value.id}
    timeline = sorted((_dated(item, said_in) for item in events), key=_chronological)
    happened = [dated for dated in timeline if dated.item.value.status not in _AHEAD]
    article = brief.article
    return BriefView(
        brief=brief,
        asked=frozenset(name for name in PASSES if asked_for(brief, name)),
        headline=visible(brief.headline or article.title or "(no headline)"),
        kicker=tuple(visible(part) for part in (article.source, words.day(article.published, weekday=True)) if part),
        link=words.link(article.url),
        paragraphs=paragraphs(article.text, [*furniture(article), *marks]),
        chips={f"{item.anchor}.p0": item for item in lit},
        points=points,
        voices=tuple(_voices(quotes)),
        happened=tuple(d for d in happened if words.fixes_a_time(d.item.value.time)),
        undated=tuple(d for d in happened if not words.fixes_a_time(d.item.value.time)),
        uncounted=words.uncounted(brief),
        statuses=tuple(dict.fromkeys(event.status for event in brief.events)),
        supports=_supports(brief),
        ahead=tuple(d for d in timeline if d.item.value.status in _AHEAD),
        own=own,
        problems=tuple(words.grouped(brief.problems)),
        cost=tuple(words.cost(brief.usage)),
    )


def _supports(brief: Brief) -> tuple[str, ...]:
    found = {event.support for event in brief.events} | {point.support for point in brief.summary}
    return tuple(support for support in words.SUPPORT if support in found)


def _items(prefix: str, label: str, values: tuple[Any, ...], brief: Brief, *, whole: bool = False) -> tuple[Item, ...]:
    return tuple(
        Item(
            anchor=f"{prefix}{n}",
            label=visible(getattr(value, "id", "") or f"{label}{n}"),
            value=value,
            strays=tuple(visible(s.text) for _, s in spans_of(value) if not fits(s, brief.article.text)),
            details=tuple(details(value, whole=whole)),
        )
        for n, value in enumerate(values, 1)
    )


def details(value: BaseModel, *, whole: bool = False) -> Iterator[tuple[str, str]]:
    """The fields that the user's own class adds to ours; `whole`: those of a quote or event, too, with what was said."""
    base = next(kind for kind in type(value).__mro__ if kind in (Quote, Event, Cited, BaseModel))
    known = frozenset(base.model_fields)
    if whole and isinstance(value, (Quote, Event)):
        known = _SHOWN_ANYWAY
        if isinstance(value, Quote):
            yield "said", words.said(value)
    for name in type(value).model_fields:
        shown = plain(getattr(value, name))
        if name not in known and shown:
            yield name.replace("_", " "), shown


def plain(value: Any) -> str:
    """A field's value in words; "" for nothing."""
    if isinstance(value, Span):
        return visible(value.text)
    if isinstance(value, Speaker):
        return ", ".join(part for part in (words.speaker_name(value), words.speaker_office(value)) if part)
    if isinstance(value, TimeRef):
        stands = [value.span.text if value.span else "", words.when(value) or value.value or ""]
        return visible(" = ".join(part for part in stands if part))
    if isinstance(value, BaseModel):
        span = getattr(value, "span", None)
        named = span.text if isinstance(span, Span) else getattr(value, "name", None)
        return visible(str(named or value))
    if is_several(value):
        return "; ".join(plain(below) for below in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:,.10g}"
    return "" if value is None else visible(str(value))


def _marks(item: Item) -> Iterator[Mark]:
    """The item's spans: `q1.p0` is the first that carries it, `q1.d0` the first of its details."""
    carrying, kind = carrier(item.value), {"q": "quote", "e": "event", "p": "point"}.get(item.anchor[0], "own")
    counts: Counter[str] = Counter()
    for name, span in spans_of(item.value):
        letter = "p" if name == carrying else "d"
        yield Mark(span, f"{item.anchor}.{letter}{counts[letter]}", kind if letter == "p" else "detail")
        counts[letter] += 1


def furniture(article: Article) -> Iterator[Mark]:
    """Dateline and boilerplate: what the page sets apart from the story."""
    if article.dateline:
        yield Mark(article.dateline, "dateline", "dateline")
    for n, span in enumerate(article.boilerplate):
        yield Mark(span, f"boilerplate{n}", "boilerplate")


def _voices(quotes: tuple[Item, ...]) -> Iterator[Voice]:
    by_name: dict[str, list[Item]] = {}
    for item in quotes:
        by_name.setdefault(words.speaker_name(item.value.speaker), []).append(item)
    for name, said in by_name.items():
        speakers = [item.value.speaker for item in said]
        office = next((found for found in map(words.speaker_office, speakers) if found), "")
        yield Voice(name=name, office=office, kind=speakers[0].kind if speakers[0] else "unnamed", quotes=tuple(said))


def _dated(item: Item, said_in: dict[str, tuple[str, str]]) -> Dated:
    event: Event = item.value
    time = event.time
    shown = words.when(time)
    exact = time is not None and time.start is not None and time.start == time.end
    fixed = words.fixes_a_time(time)
    return Dated(
        item=item,
        when=shown,
        shape="none" if not fixed else "day" if exact else "range",
        basis=words.BASES[time.basis] if time and time.basis != "unknown" else "",
        asserted_by=tuple(said_in[quote] for quote in event.asserted_by if quote in said_in),
        disputed_by=tuple(said_in[quote] for quote in event.disputed_by if quote in said_in),
    )


def _chronological(dated: Dated) -> tuple[bool, dt.date, dt.date]:
    """By date; what has none, or a vague one, behind that in the order of the text."""
    time = dated.item.value.time
    if not words.fixes_a_time(time):
        return True, dt.date.max, dt.date.max
    return False, time.start or time.end, time.end or time.start
