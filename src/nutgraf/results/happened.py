"""What happens: events and the points of a summary, each with the sentences that carry it."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from nutgraf.article import Span
from nutgraf.parsed import is_object
from nutgraf.results.fields import Carried, Dated, Filled, Words
from nutgraf.results.said import Speaker
from nutgraf.shown import Shown
from nutgraf.usage import Value

Role = Literal["actor", "recipient", "other"]
Status = Literal["occurred", "ongoing", "planned", "hypothetical", "cancelled", "postponed"]
Precision = Literal["exact", "day", "week", "month", "year", "vague"]
Limit = Literal["at", "since", "until", "by", "before", "after"]
Support = Literal["verbatim", "judged", "worded", "open"]
"""How sure a written text is, surest first: *verbatim* the article's own words; *judged* carried by its sentences, as a judge
saw them; *worded* its names, numbers, time words, negations and most of its words stand there; *open* neither proved nor
contradicted."""
SURENESS: tuple[Support, ...] = ("verbatim", "judged", "worded", "open")
"""The surest first."""
TimeBasis = Literal["stated", "resolved", "model", "publication_date", "unknown"]
QuantityKind = Literal["count", "money", "percent", "measure", "duration", "ratio", "score"]
Modifier = Literal["exact", "about", "at_least", "at_most", "computed"]
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
"""The 17 top-level IPTC Media Topics (cv.iptc.org/newscodes/mediatopic): what an article is about."""


class Participant(Value):
    """A person, body or thing that takes part in an event. The role is the model's judgement."""

    name: Annotated[str, Words()]
    mention: Annotated[Span | None, Filled] = None
    role: Role = "other"


class TimeRef(Value):
    """When: the article's words and what they resolve to.

    `value` is ISO 8601 / TIMEX3 ("2025-11-16", "2025-11", "2025-W46", "P4Y"), `start` and `end` the first and the last day; all three are
    None where the words fix no date for certain, or several that no one value tells.
    `basis`: *stated* (a full date stands there), *resolved* (counted from the publication date or another date), *model* (the
    model's word: the weekday, day, month and year that the words name are its, the rest no rule proves), *publication_date*
    (no words say when; never used silently), *unknown* (words that can't be resolved).
    """

    span: Annotated[Span | None, Words("times")]
    value: Annotated[str | None, Dated] = None
    start: Annotated[dt.date | None, Filled] = None
    end: Annotated[dt.date | None, Filled] = None
    precision: Annotated[Precision, Filled] = "vague"
    basis: Annotated[TimeBasis, Filled] = "unknown"
    limit: Annotated[Limit, Filled] = "at"
    """Where the words set a limit: "since 2007", "until Friday", "by noon"."""


class Quantity(Value):
    """A number in the article and the one thing it counts."""

    span: Annotated[Span, Words("quantities")]
    value: Annotated[float | None, Filled] = None
    high: Annotated[float | None, Filled] = None
    """The upper end of a range ("20-40"), the other side of a score ("3-1")."""
    per: Annotated[str | None, Filled] = None
    """Of a rate, what it is counted by: "hour" of "60 km per hour", "10,000" of "48 in every 10,000"; a share ("one in four") is
    a value of its own, 0.25."""
    unit: Annotated[str | None, Filled] = None
    """What is counted or measured: "drones", "USD", "%", "km"."""
    kind: Annotated[QuantityKind | None, Filled] = "count"
    """None where the words don't tell: "41.8", of seats or of a share."""
    modifier: Annotated[Modifier | None, Filled] = "exact"
    """None where no number is told, or the words leave open whether it is exact."""
    role: str | None = None
    """What it is the number of ("shot down"), in the model's words: a judgement, without which two numbers can't be told
    apart."""


class Cited(Value):
    """An item that rests on the article: `evidence` holds the sentences that carry it, never empty.

    The cited ones stand first, in the article's order, then those that introduce whom they mean without a name.

    Derive from it for passes of your own; the model names sentence numbers, code fills the spans.
    """

    evidence: tuple[Span, ...] = Field(min_length=1)


class Event(Shown, Cited):
    """Something that happened, goes on, is planned or was called off. A statement is a `Quote`, not an event."""

    @model_validator(mode="before")
    @classmethod
    def _of_before(cls, given: Any) -> Any:
        """Events written by 0.1.0 have a topic, which belongs to the brief now."""
        if not is_object(given) or "topic" not in given or "topic" in cls.model_fields:
            return given
        return {name: value for name, value in given.items() if name != "topic"}

    id: Annotated[str, Filled] = ""
    title: Annotated[str, Carried]
    support: Annotated[Support, Filled] = "open"
    """How sure the title is."""
    status: Status
    participants: tuple[Participant, ...] = ()
    place: Annotated[Span | None, Words("places")] = None
    time: TimeRef | None = None
    quantities: tuple[Quantity, ...] = ()
    according_to: Annotated[Speaker | None, Words("sources")] = None
    """Who says so, where the article only reports it; None: the paper's own voice."""
    asserted_by: Annotated[tuple[str, ...], Filled] = ()
    """Ids of the quotes that assert it."""
    disputed_by: Annotated[tuple[str, ...], Filled] = ()
    """Ids of the quotes that deny it."""


class Point(Cited):
    """One sentence of the summary."""

    text: Annotated[str, Carried]
    support: Annotated[Support, Filled] = "open"
    """How sure the text is."""
    according_to: Annotated[Speaker | None, Filled] = None
    """Who says so, where the article only reports it; None: the paper's own voice."""
    asserted_by: Annotated[tuple[str, ...], Filled] = ()
    """Ids of the quotes that assert it."""


def said_in(item: object) -> str:
    """What an item says: its title, its text, the words said."""
    return item.title if isinstance(item, Event) else str(getattr(item, "text", ""))
