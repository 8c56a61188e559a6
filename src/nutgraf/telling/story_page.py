"""The page of stories: each with what is told differently, its timeline, its sources and the quotations that recur."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from nutgraf.results import Account, Conflict, Happening, Problem, Source, Story, Usage
from nutgraf.telling import words
from nutgraf.telling.html import still_page
from nutgraf.telling.visible import visible

KINDS = {
    "quantity": "figure",
    "time": "day",
    "status": "status",
    "actor": "who did it",
    "speaker": "who said it",
}
"""What two articles can tell differently, in words."""


@dataclass(frozen=True, kw_only=True)
class Voice:
    """An account, and whose it is."""

    value: str
    paper: str
    day: str
    according_to: str


@dataclass(frozen=True, kw_only=True)
class Dispute:
    """A conflict or a correction."""

    kind: str
    about: str
    happening: str
    voices: tuple[Voice, ...]


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A happening on the timeline."""

    happening: Happening
    when: str
    shape: str
    tellers: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Teller:
    """A source, in order of time."""

    source: Source
    name: str
    day: str
    link: str | None
    copies: str
    tells: tuple[Happening, ...]


@dataclass(frozen=True, kw_only=True)
class StoryView:
    """One story, ready to be laid out."""

    story: Story
    when: str
    papers: int
    disputes: tuple[Dispute, ...]
    corrections: tuple[Dispute, ...]
    timeline: tuple[Entry, ...]
    tellers: tuple[Teller, ...]


def stories_page(
    stories: Iterable[Story],
    *,
    title: str | None = None,
    articles: int = 0,
    events: int = 0,
    usage: Usage | None = None,
    problems: Sequence[Problem] = (),
) -> str:
    """The page of stories, and of what it took to find them."""
    return still_page(
        "stories_page.html",
        title=visible(title or "Stories"),
        views=[view(story) for story in stories],
        articles=articles,
        events=events,
        cost=words.cost_of_asking(usage or Usage()),
        problems=problems,
    )


def view(story: Story) -> StoryView:
    """Everything that the page shows of a story."""
    named = {source.article: paper(source) for source in story.sources}
    happenings = {one.id: one for one in story.happenings}
    return StoryView(
        story=story,
        when=words.when(story.when),
        papers=len(set(named.values())),
        disputes=tuple(_disputes(story.conflicts, named, happenings)),
        corrections=tuple(_disputes(story.corrections, named, happenings)),
        timeline=tuple(_entry(one, named) for one in story.happenings),
        tellers=tuple(_teller(source, story, named) for source in story.sources),
    )


def paper(source: Source) -> str:
    """Who published it, else its key."""
    return visible(source.source or source.article)


def _disputes(
    found: tuple[Conflict, ...], named: dict[str, str], happenings: dict[str, Happening]
) -> Iterator[Dispute]:
    for one in found:
        happening = happenings.get(one.happening or "")
        yield Dispute(
            kind=KINDS[one.kind],
            about=visible(one.about) if one.kind in ("quantity", "speaker") else "",
            happening=visible(happening.title) if happening else "",
            voices=tuple(_voice(account, named) for account in one.accounts),
        )


def _voice(account: Account, named: dict[str, str]) -> Voice:
    return Voice(
        value=visible(account.value),
        paper=named.get(account.article, visible(account.article)),
        day=words.day(account.published),
        according_to=visible(account.according_to or ""),
    )


def _entry(happening: Happening, named: dict[str, str]) -> Entry:
    when, time = words.when(happening.when), happening.when
    shape = "none" if not when or time is None else "day" if time.start == time.end else "range"
    tellers = dict.fromkeys(named[event.article] for event in happening.events)
    return Entry(happening=happening, when=when, shape=shape, tellers=tuple(tellers))


def _teller(source: Source, story: Story, named: dict[str, str]) -> Teller:
    tells = (one for one in story.happenings if any(event.article == source.article for event in one.events))
    return Teller(
        source=source,
        name=named[source.article],
        day=words.day(source.published, weekday=True) or "no date",
        link=words.link(source.url),
        copies=named.get(source.copies or "", ""),
        tells=tuple(tells),
    )
