"""A story from its clusters: sources in order of time, what each adds, what recurs, what conflicts, what was corrected."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from nutgraf.results import Addition, Correction, Event, EventRef, Happening, Recurrence, Source, Story, TimeRef
from nutgraf.results.said import asserts, in_own_words, told_name
from nutgraf.results.story import Added
from nutgraf.storylines.conflicts import differing
from nutgraf.storylines.extracts import Extract, likeness
from nutgraf.storylines.members import Member
from nutgraf.storylines.notes import days_of, name_words, number
from nutgraf.storylines.recurring import recurring, speaker_conflicts, words_of

_COPY = 0.8
"""Share of runs of five words that two articles have in common, from which the later is a copy of the earlier."""


def made(name: str, groups: Sequence[Sequence[Member]]) -> Story:
    """A story of these happenings, the main one first; its members in any order."""
    extracts = in_time({member.extract.key: member.extract for group in groups for member in group}.values())
    place = {extract.key: at for at, extract in enumerate(extracts)}
    ordered = [sorted(group, key=lambda m: (place[m.extract.key], m.event.id)) for group in groups]
    main = ordered[0]
    by_day = sorted(ordered, key=lambda group: (_first_day(group), -len(group), place[group[0].extract.key]))
    happenings = [_happening(f"h{n}", group) for n, group in enumerate(by_day, 1)]
    found = [one for done, group in zip(happenings, by_day, strict=True) for one in differing(done.id, group)]
    quotes = recurring(extracts)
    return Story(
        id=name,
        title=_title(main),
        when=_when(main),
        happenings=tuple(happenings),
        sources=tuple(_sources(extracts, ordered, quotes)),
        quotes=tuple(quotes),
        conflicts=(
            *(one for one in found if not isinstance(one, Correction)),
            *speaker_conflicts(quotes, extracts),
        ),
        corrections=tuple(one for one in found if isinstance(one, Correction)),
    )


def in_time(extracts: Iterable[Extract]) -> list[Extract]:
    """Articles in order of publication; those without a date last, each day's in the order given."""
    return sorted(extracts, key=lambda one: one.published or dt.date.max)


def _happening(name: str, group: Sequence[Member]) -> Happening:
    places = Counter(member.event.place.text for member in group if member.event.place)
    return Happening(
        id=name,
        title=_title(group),
        status=group[-1].event.status,
        when=_when(group),
        place=places.most_common(1)[0][0] if places else None,
        events=tuple(EventRef(article=member.extract.key, event=member.event.id) for member in group),
    )


def _title(group: Sequence[Member]) -> str:
    """Of the newer half, whose figures are the newest, the title whose words the others share most."""
    counts = Counter(word for member in group for word in set(words_of(member.event.title)))

    def shared(member: Member) -> float:
        words = set(words_of(member.event.title))
        return sum(counts[word] for word in words) / (len(words) + 2)

    return max(group[len(group) // 2 :], key=shared).event.title


def _when(group: Sequence[Member]) -> TimeRef | None:
    times = [member.event.time for member in group if member.event.time and member.days[0] is not None]
    if not times:
        return None
    counts = Counter((time.start, time.end) for time in times)
    newest = {(time.start, time.end): at for at, time in enumerate(times)}
    best = max(times, key=lambda time: (counts[time.start, time.end], newest[time.start, time.end], -_length(time)))
    return best.model_copy(update={"span": None})


def _length(time: TimeRef) -> int:
    start, end = days_of(time)
    return (end or 0) - (start or 0)


def _first_day(group: Sequence[Member]) -> int:
    days = Counter(day for member in group if (day := member.days[0]) is not None)
    if days:
        return min(days, key=lambda day: (-days[day], day))
    told = [one.extract.published.toordinal() for one in group if one.extract.published]
    return min(told, default=0)


def _sources(
    extracts: Sequence[Extract], groups: Sequence[Sequence[Member]], quotes: Sequence[Recurrence]
) -> Iterator[Source]:
    shared: dict[str, list[Event]] = {extract.key: [] for extract in extracts}
    for group in groups:
        for member in group:
            shared[member.extract.key].append(member.event)
    recurs = {(telling.article, telling.quote) for one in quotes for telling in one.tellings}
    known: set[tuple[str, str]] = set()
    for at, extract in enumerate(extracts):
        told = list(_facts(extract, shared[extract.key], recurs))
        adds = [one for one, key in told if key not in known] if at else []
        copied = (earlier.key for earlier in extracts[:at] if likeness(earlier.sketch, extract.sketch) >= _COPY)
        yield Source(
            article=extract.key,
            source=extract.source,
            title=extract.title,
            url=extract.url,
            published=extract.published,
            events=tuple(event.id for event in shared[extract.key]),
            adds=tuple({(one.kind, one.text): one for one in adds}.values()),
            copies=next(copied, None),
        )
        known |= {key for _, key in told}


def _facts(
    extract: Extract, shared: Sequence[Event], recurs: set[tuple[str, str]]
) -> Iterator[tuple[Addition, tuple[str, str]]]:
    """What an article tells, each with the key by which another telling of it is known."""

    def fact(kind: Added, text: str, item: str, key: str) -> tuple[Addition, tuple[str, str]]:
        return Addition(kind=kind, text=text, item=item), (kind, key)

    for event in shared:
        for one in event.participants:
            yield fact("participant", one.name, event.id, " ".join(name_words([one.name])[-1:]))
        if event.place:
            yield fact("place", event.place.text, event.id, event.place.text.casefold())
        if event.time and event.time.span and event.time.start:
            yield fact("time", event.time.span.text, event.id, str(event.time.value))
        for quantity in event.quantities:
            if quantity.value is not None:
                yield fact("quantity", quantity.span.text, event.id, f"{number(quantity.value)} {quantity.kind}")
    for quote in extract.quotes:
        if (extract.key, quote.id) not in recurs and in_own_words(quote) and asserts(quote):
            yield fact(
                "quote", f"{told_name(quote.speaker) or '?'}: {quote.text}", quote.id, " ".join(words_of(quote.text))
            )
    alone = {event.id for event in shared}
    for event in extract.events:
        if event.id not in alone:
            yield fact("event", event.title, event.id, f"{extract.key} {event.id}")
