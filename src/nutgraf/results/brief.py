"""What an article comes to: the brief, what was found wrong, what made it, and the outcome of one article of many."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Generic, Literal, cast, get_args

from pydantic import Field, SerializeAsAny, ValidationError, create_model, model_validator
from typing_extensions import TypeVar

from nutgraf.article import Article
from nutgraf.counting import counted
from nutgraf.errors import ArticleError
from nutgraf.parsed import is_object
from nutgraf.results.happened import Cited, Event, Point, Topic
from nutgraf.results.said import Quote
from nutgraf.shown import ShownBrief
from nutgraf.usage import Usage, Value

Resolution = Literal["repaired", "replaced", "dropped", "merged", "field_cleared", "unresolved"]


_LINE = 100


def _short(text: str) -> str:
    """A text in one line of a screen, without control characters."""
    shown = " ".join("".join(c if c.isprintable() else " " for c in text[: 4 * _LINE]).split())
    return shown if len(shown) <= _LINE else shown[: _LINE - 1] + "…"


class Problem(Value):
    """Something that a check found, and what was done about it.

    `kind` names the rule or failure, `step` the pass, `item` what it concerned; `detail` is for people.
    """

    kind: str
    step: str
    item: str | None = None
    detail: str
    resolution: Resolution


class Provenance(Value):
    """What made a brief."""

    model: str
    host: str
    """The host that was asked, with its port; "local" for the embedded model."""
    judge: str | None = None
    """The model that judged what was written, and its host where that is another; None: nobody judged."""
    prompts: dict[str, str]
    """Prompt id ("quotes/v2") to the sha256 of its file."""
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
    """The article's title; else the first point, else the first sentence."""
    topics: tuple[Topic, ...] = ()
    """What the article is about, one or two: a judgement of the model."""
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

    @model_validator(mode="before")
    @classmethod
    def _of_before(cls, given: Any) -> Any:
        """Briefs written by 0.1.0 have topics at their events."""
        if not is_object(given) or "topics" in given:
            return given
        named = [event.get("topic") for event in given.get("events") or () if is_object(event)]
        known = [topic for topic in dict.fromkeys(named) if topic in get_args(Topic)]
        return {**given, "topics": known[:2]} if known else given

    def __repr__(self) -> str:
        """What it holds, in a few lines; the whole is in its fields and in `model_dump()`."""
        counts = {"quote": self.quotes, "event": self.events, "point": self.summary, "problem": self.problems}
        told = [counted(len(items), name) for name, items in counts.items()]
        told += [f"{name}: {len(items)}" for name, items in self.items.items()]
        open_ = sum(getattr(item, "support", None) == "open" for item in (*self.events, *self.summary))
        lines = [
            f"<Brief of {_short(self.article.title or self.article.text)!r}",
            f"  {', '.join(told)}" + (f"; {open_} open" if open_ else "") + ("" if self.complete else "; incomplete"),
            *(f"  • {_short(point.text)}" for point in self.summary[:5]),
            f"  {self.provenance.model} at {self.provenance.host}, requests: {self.usage.requests}>",
        ]
        return "\n".join(lines)

    __str__ = __repr__

    @classmethod
    def load(
        cls,
        source: str | bytes | Path,
        *,
        event: type[E_co] | None = None,
        quote: type[Q_co] | None = None,
        items: Mapping[str, type[Cited | Quote]] | None = None,
    ) -> Brief[E_co, Q_co]:
        """Read a brief back.

        Args:
            source: its JSON (`model_dump_json()`), or the file that holds it (`brief.save("brief.json")`).
            event: your own class of events, so that its fields come back too.
            quote: your own class of quotes.
            items: the classes of your own passes, by pass name.

        Raises:
            ArticleError: the file can't be read, or holds no brief of these classes, or several.
        """
        own = tuple((items or {}).items())
        kind = _loading(event or Event, quote or Quote, own)
        try:
            loaded = kind.model_validate_json(_json_in(source), by_name=True, by_alias=True)
        except ValidationError as error:
            raise ArticleError(_why_none(error)) from None
        values = {name: getattr(loaded, name) for name in cls.model_fields}
        values["items"] = {name: getattr(loaded.items, name) for name, _ in own} if loaded.items else {}
        return cast("Brief[E_co, Q_co]", cls.model_construct(_fields_set=set(values), **values))


def by_pass(brief: Brief) -> dict[str, tuple[Any, ...]]:
    """What a brief holds by the name of the pass that found it."""
    return {"quotes": brief.quotes, "events": brief.events, "summary": brief.summary, **brief.items}


def _json_in(source: str | bytes | Path) -> str | bytes:
    """The JSON that was given, or that of the file.

    Raises:
        ArticleError: the file can't be read, is a page, or holds several briefs.
    """
    if isinstance(source, bytes) or (isinstance(source, str) and ("{" in source or not source.strip())):
        return source
    path = Path(source)
    if path.suffix.lower() in (".html", ".htm", ".md"):
        raise ArticleError(f"{path}: a page can't be read back: keep the brief as JSON too, brief.save('…json')")
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, ValueError) as error:
        from nutgraf.article.files.content import why

        raise ArticleError(why(path, error)) from None
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) > 1 and lines[0].strip() != "{":
        raise ArticleError(
            f"{path}: holds {len(lines)} lines: many briefs are read by nutgraf.telling.Briefs.load(path)"
        )
    return text


def _why_none(error: ValidationError) -> str:
    """Why JSON is no brief, in a sentence with the remedy."""
    first = error.errors(include_url=False, include_input=False)[0]
    where = ".".join(map(str, first["loc"])) or "JSON"
    if first["type"] == "extra_forbidden" and first["loc"][0] in ("events", "quotes", "items"):
        return (
            f"{where} is a field or pass of your own: name its class where it is read back, "
            "Brief.load or Briefs.load(…, event=…, quote=…, items={…})"
        )
    return f"this is no brief ({where}: {first['msg']}); briefs are made with nutgraf summarize … --json"


@lru_cache(maxsize=32)
def _loading(event: type[Event], quote: type[Quote], items: tuple[tuple[str, type[Cited | Quote]], ...]) -> type[Brief]:
    """The class that JSON of briefs with these items is read by: made once, since that takes longer than reading."""
    fields: dict[str, Any] = {"quotes": (tuple[quote, ...], ()), "events": (tuple[event, ...], ())}  # type: ignore[valid-type]
    own: dict[str, Any] = {name: (tuple[item, ...], ()) for name, item in items}  # type: ignore[valid-type]
    fields["items"] = (create_model("Items", __base__=Value, **own), Field(default_factory=dict))
    return create_model("Loaded", __base__=Brief, **fields)


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


def brief_in(one: Brief | Outcome) -> Brief | None:
    """A brief itself, or that of an outcome, which may have none.

    Raises:
        TypeError: it is neither.
    """
    given: Any = one
    if not isinstance(given, (Brief, Outcome)):
        told = f"{type(one).__name__} is neither Brief nor Outcome"
        raise TypeError(f"{told}; nutgraf.telling.Briefs.load(path) reads a file of briefs")
    return one if isinstance(one, Brief) else one.brief
