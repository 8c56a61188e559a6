"""What many articles tell together: a `Story`, its happenings, and where the tellings agree, differ and change.

Everything points back: an event by the key of its article and its id there, words by a span into that article.
"""

from __future__ import annotations

import datetime as dt
from typing import Literal

from nutgraf.article import Span
from nutgraf.results.happened import Status, TimeRef
from nutgraf.shown import Shown
from nutgraf.usage import Value

Told = Literal["quantity", "time", "status", "actor", "speaker"]
"""What two articles can tell differently."""
Added = Literal["event", "quote", "participant", "place", "quantity", "time"]


class EventRef(Value):
    """An event of one article."""

    article: str
    """The article's key."""
    event: str
    """The event's id in that article's brief."""


class Account(Value):
    """What one article says of one thing."""

    article: str
    item: str
    """Id of the event or quote that says it."""
    value: str
    """For comparing: "14", "2026-03-12", "planned", "Ann Lee"."""
    span: Span | None = None
    """The article's words for it; None where the value is a judgement."""
    according_to: str | None = None
    """Who asserts it; None for the paper's own voice."""
    published: dt.date | None = None


class Conflict(Value):
    """The same thing told differently, and nothing says which account is older than the other.

    Two parties that each tell of their own deed - two armies, each with what it shot down - are no conflict.
    """

    kind: Told
    about: str
    """What the accounts are of: "killed", "when", "status", "who did it", or the words of a quotation."""
    happening: str | None = None
    """Id of the happening; None for a quotation."""
    accounts: tuple[Account, ...]


class Correction(Conflict):
    """The same thing told differently over time: by one paper that corrects itself, or a count that all later told anew.

    `accounts` stand in order of time; the last is the newest.
    """


class Addition(Value):
    """What a source tells that none before it did."""

    kind: Added
    text: str
    item: str
    """Id of the event or quote in that source's brief."""


class Source(Value):
    """An article that tells the story, in order of time among the others."""

    article: str
    source: str | None = None
    """Who published it."""
    title: str | None = None
    url: str | None = None
    published: dt.date | None = None
    events: tuple[str, ...] = ()
    """Ids of its events that other articles tell too."""
    adds: tuple[Addition, ...] = ()
    copies: str | None = None
    """Key of an earlier source that has nearly all of this article's words: no corroboration by itself."""


class Telling(Value):
    """A quotation as one article has it."""

    article: str
    quote: str
    """Id of the quote."""
    text: str
    speaker: str | None = None
    altered: bool = False
    """True where its words differ from those of the first telling, quotation marks, capitals and cuts aside."""
    differences: tuple[str, ...] = ()
    """The words that differ, as "tanks → trucks"."""


class Recurrence(Value):
    """A quotation that several articles have. The first telling is the earliest that holds most of it."""

    text: str
    tellings: tuple[Telling, ...]


class Happening(Value):
    """One event as several articles tell it."""

    id: str
    title: str
    status: Status
    """As the newest article tells it."""
    when: TimeRef | None = None
    """The day most articles give; its `span` is None, since it is no single article's."""
    place: str | None = None
    events: tuple[EventRef, ...]


class Story(Shown, Value):
    """One story through many articles: who reports it, what each adds, what recurs, what conflicts, what changed."""

    id: str
    title: str
    """The title of its happening that most articles tell."""
    when: TimeRef | None = None
    happenings: tuple[Happening, ...]
    """In order of time."""
    sources: tuple[Source, ...]
    """In order of time."""
    quotes: tuple[Recurrence, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    corrections: tuple[Correction, ...] = ()

    @property
    def events(self) -> tuple[EventRef, ...]:
        """The events of all its happenings."""
        return tuple(event for happening in self.happenings for event in happening.events)
