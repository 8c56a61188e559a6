"""What happens: events and the points of a summary, each with the sentences that carry it."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import Field

from nutgraf.article import Span
from nutgraf.results.fields import Carried, Filled, Words
from nutgraf.shown import Shown
from nutgraf.usage import Value

Role = Literal["actor", "recipient", "other"]
Status = Literal["occurred", "ongoing", "planned", "hypothetical", "cancelled"]
Precision = Literal["exact", "day", "week", "month", "year", "vague"]
TimeBasis = Literal["stated", "resolved", "publication_date", "unknown"]
QuantityKind = Literal["count", "money", "percent", "measure"]
Modifier = Literal["exact", "about", "at_least", "at_most"]
Topic = Literal[
    "arts, culture, entertainment and media",
    "conflict, war and peace",
    "crime, law and justice",
    "disaster, accident and emergency incident",
    "economy, business and finance",
    "education",
    "environment",
    "health",
    "human interest",
    "labour",
    "lifestyle and leisure",
    "politics and government",
    "religion",
    "science and technology",
    "society",
    "sport",
    "weather",
]
"""The 17 top-level IPTC Media Topics (cv.iptc.org/newscodes/mediatopic)."""


class Participant(Value):
    """A person, body or thing that takes part in an event. The role is the model's judgement."""

    name: Annotated[str, Words()]
    mention: Annotated[Span | None, Filled] = None
    role: Role = "other"


class TimeRef(Value):
    """When: the article's words and what they resolve to.

    `value` is ISO 8601 / TIMEX3 ("2025-11-16", "2025-11", "2025-W46", "P4Y"), None where the words fix no date.
    `basis`: *stated* (a full date stands there), *resolved* (counted from the publication date or another date),
    *publication_date* (no words say when; never used silently), *unknown* (words that can't be resolved).
    """

    span: Annotated[Span | None, Words("times")]
    value: Annotated[str | None, Filled] = None
    start: Annotated[dt.date | None, Filled] = None
    end: Annotated[dt.date | None, Filled] = None
    precision: Annotated[Precision, Filled] = "vague"
    basis: Annotated[TimeBasis, Filled] = "unknown"


class Quantity(Value):
    """A number in the article and the one thing it counts."""

    span: Annotated[Span, Words("quantities")]
    value: Annotated[float | None, Filled] = None
    unit: Annotated[str | None, Filled] = None
    """What is counted or measured: "drones", "USD", "%", "km"."""
    kind: Annotated[QuantityKind, Filled] = "count"
    modifier: Annotated[Modifier, Filled] = "exact"
    role: Annotated[str | None, Words("anything")] = None
    """What became of them, in the article's words ("shot down"); without it two numbers can't be told apart."""


class Cited(Value):
    """An item that rests on the article: `evidence` holds the sentences that carry it. Never empty.

    Derive from it for passes of your own; the model names sentence numbers, code fills the spans.
    """

    evidence: tuple[Span, ...] = Field(min_length=1)


class Event(Shown, Cited):
    """Something that happened, goes on, is planned or was called off. A statement is a `Quote`, not an event."""

    id: Annotated[str, Filled] = ""
    title: Annotated[str, Carried]
    status: Status
    topic: Topic | None = None
    participants: tuple[Participant, ...] = ()
    place: Annotated[Span | None, Words("places")] = None
    time: TimeRef | None = None
    quantities: tuple[Quantity, ...] = ()
    asserted_by: Annotated[tuple[str, ...], Filled] = ()
    """Ids of the quotes that assert it; empty: the paper's own voice."""


class Point(Cited):
    """One sentence of the summary."""

    text: Annotated[str, Carried]
