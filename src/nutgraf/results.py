"""The nouns a user holds: plain, frozen, comparable values; every collection is a tuple.

Types and two markers say how a field travels to and from the model (`asking/wire.py` reads them):
a field typed `Span`, or a `str` marked `Words`, is *words of the article*, which the model names and code
locates; a field marked `Filled` is computed by the library and never shown to the model.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Annotated, Any, Generic, Literal, cast

from pydantic import BaseModel, ConfigDict, Field, SerializeAsAny, create_model
from typing_extensions import TypeVar

from nutgraf.article import Article, Span
from nutgraf.shown import Shown, ShownBrief

__all__ = [
    "Article",
    "Brief",
    "Cited",
    "Event",
    "Outcome",
    "Participant",
    "Point",
    "Problem",
    "Provenance",
    "Quantity",
    "Quote",
    "Span",
    "Speaker",
    "TimeRef",
    "Usage",
    "Verdict",
]


class Marker:
    """A note in a field's annotation, told apart by identity."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __repr__(self) -> str:
        return self.name


Filled = Marker("Filled")
"""The library computes this field; the model never sees it."""


class Words(Marker):
    """The model fills this field with words of the article, which are held against it.

    `among` names what they may be: names, places, times, quantities, cues.
    """

    def __init__(self, among: str = "names") -> None:
        super().__init__(f"Words({among!r})")
        self.among = among


Carried = Marker("Carried")
"""The model writes this text freely; its cited sentences must carry every name, number, time word and negation in it
and most of its content words."""


class Value(BaseModel):
    """A frozen value: equal contents compare equal; pickles, copies and survives JSON."""

    model_config = ConfigDict(frozen=True, extra="forbid")


SpeakerKind = Literal["person", "organization", "group", "document", "unnamed"]
QuoteKind = Literal["direct", "mixed", "indirect"]
Role = Literal["actor", "recipient", "other"]
Status = Literal["occurred", "ongoing", "planned", "hypothetical", "cancelled"]
Precision = Literal["exact", "day", "week", "month", "year", "vague"]
TimeBasis = Literal["stated", "resolved", "publication_date", "unknown"]
QuantityKind = Literal["count", "money", "percent", "measure"]
Modifier = Literal["exact", "about", "at_least", "at_most"]
Resolution = Literal["repaired", "replaced", "dropped", "field_cleared", "unresolved"]
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


class Speaker(Value):
    """Who said it (linguistics: the *source* of an attribution)."""

    name: Annotated[str | None, Words()]
    """The fullest form of the name that stands in the article; None when the speaker is unnamed."""
    mention: Annotated[Span | None, Filled] = None
    """The words beside the cue: "he", "Umerov", "a police official"."""
    title: Annotated[str | None, Filled] = None
    """An office or occupation that the article gives beside the name: "Prime Minister"."""
    organization: Annotated[str | None, Filled] = None
    """The body that the article says the speaker speaks for or belongs to."""
    kind: SpeakerKind = "person"
    basis: Annotated[Literal["model", "rule"], Filled] = "model"
    """Who decided: the model's answer, or a rule over the words around the quotation."""


class Quote(Shown, Value):
    """Something that was said: words inside quotation marks, or a report of speech.

    `kind` is computed from the quotation marks: *direct* (a quoted clause), *mixed* (a quoted part of the
    reporter's sentence), *indirect* (no marks: `content` is the sentence less its attribution).
    """

    id: Annotated[str, Filled] = ""
    kind: Annotated[QuoteKind, Filled]
    content: tuple[Span, ...]
    """The words said: spans inside the marks, in order. Never empty."""
    speaker: Speaker | None
    cue: Annotated[Span | None, Words("cues")]
    """The reporting words: "said", "according to"."""
    addressee: Annotated[str | None, Words()] = None
    """To whom, in the article's words: "reporters"."""

    @property
    def text(self) -> str:
        """The words said; ` … ` stands where the article's attribution interrupts them."""
        return " … ".join(span.text for span in self.content)


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


class Problem(Value):
    """Something that a check found, and what was done about it.

    `kind` names the rule or failure, `step` the pass, `item` what it concerned; `detail` is for people.
    """

    kind: str
    step: str
    item: str | None = None
    detail: str
    resolution: Resolution


class Usage(Value):
    """What was spent. Failed, truncated and refused attempts count; answers from the cache are kept apart."""

    requests: int = 0
    cached_requests: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0
    saved_tokens: int = 0
    """Tokens that cached answers did not cost again."""
    cost_usd: float | None = None
    """US dollars; None when the model's price is not known (or the model is local)."""
    seconds: float = 0.0
    """Wall-clock time."""

    @property
    def total_tokens(self) -> int:
        """Prompt and completion tokens paid for."""
        return self.prompt_tokens + self.completion_tokens

    def __add__(self, other: Usage) -> Usage:
        costs = [u.cost_usd for u in (self, other) if u.cost_usd is not None]
        sums = {n: getattr(self, n) + getattr(other, n) for n in Usage.model_fields if n != "cost_usd"}
        return Usage(cost_usd=sum(costs) if costs else None, **sums)


class Provenance(Value):
    """What made a brief."""

    model: str
    host: str
    """The host that was asked, with its port; "local" for the embedded model."""
    prompts: dict[str, str]
    """Prompt id ("quotes/v1") to the sha256 of its file."""
    version: str
    """The version of nutgraf."""


E_co = TypeVar("E_co", bound=Event, default=Event, covariant=True)
Q_co = TypeVar("Q_co", bound=Quote, default=Quote, covariant=True)
BriefE_co = TypeVar("BriefE_co", default=Event, covariant=True)  # no bound: pydantic takes a bound or a default
BriefQ_co = TypeVar("BriefQ_co", default=Quote, covariant=True)


class Brief(ShownBrief, Value, Generic[BriefE_co, BriefQ_co]):
    """What an article says: quotes, events and a summary, each tied to the article by spans."""

    article: Article
    headline: str | None = None
    summary: tuple[SerializeAsAny[Point], ...] = ()
    quotes: tuple[SerializeAsAny[BriefQ_co], ...] = ()
    events: tuple[SerializeAsAny[BriefE_co], ...] = ()
    items: dict[str, tuple[SerializeAsAny[Cited | Quote], ...]] = Field(default_factory=dict)
    """What passes of your own found, by pass name."""
    problems: tuple[Problem, ...] = ()
    usage: Usage = Usage()
    provenance: Provenance
    complete: bool = True
    """False when a pass failed or the budget or deadline ended early: then "nothing found" proves nothing."""

    @classmethod
    def load(
        cls,
        json: str | bytes,
        *,
        event: type[E_co] | None = None,
        quote: type[Q_co] | None = None,
        items: Mapping[str, type[Cited | Quote]] | None = None,
    ) -> Brief[E_co, Q_co]:
        """Read back `brief.model_dump_json()`; name your own classes so that their fields come back too.

        Raises:
            pydantic.ValidationError: the JSON is not a brief of these classes.
        """
        kinds = {"quotes": quote or Quote, "events": event or Event}
        fields: dict[str, Any] = {name: (tuple[kind, ...], ()) for name, kind in kinds.items()}  # type: ignore[valid-type]
        own: dict[str, Any] = {name: (tuple[item, ...], ()) for name, item in (items or {}).items()}  # type: ignore[valid-type]
        fields["items"] = (create_model("Items", __base__=Value, **own), Field(default_factory=dict))
        loaded = create_model("Loaded", __base__=Brief, **fields).model_validate_json(json)
        values = {name: getattr(loaded, name) for name in cls.model_fields}
        values["items"] = {name: getattr(loaded.items, name) for name in own} if loaded.items else {}
        return cast("Brief[E_co, Q_co]", cls.model_construct(_fields_set=set(values), **values))


class Outcome(Value, Generic[BriefE_co, BriefQ_co], arbitrary_types_allowed=True):
    """What became of one article of a run: a brief or an error, never both, never neither."""

    key: str
    source: Any
    """The input as it was passed in."""
    brief: Brief[BriefE_co, BriefQ_co] | None = None
    error: Exception | None = None
    usage: Usage = Usage()

    @property
    def ok(self) -> bool:
        """True when there is a brief."""
        return self.brief is not None


VerdictKind = Literal["exact", "typography", "case", "elided", "bracketed", "altered", "absent"]


class Verdict(Value):
    """Whether an article says what a quotation claims, where, and how the two differ."""

    quote: str
    verdict: VerdictKind
    spans: tuple[Span, ...] = ()
    quoted: bool = False
    """True when the words stand inside quotation marks in the article."""
    differences: tuple[str, ...] = ()
    """The words that differ, as "tanks → trucks"; empty unless altered."""

    @property
    def ok(self) -> bool:
        """True when the article says it: neither altered nor absent."""
        return self.verdict not in ("altered", "absent")
