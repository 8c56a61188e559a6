"""What makes a Summarizer: one frozen value, and what is wrong with it before anything is asked."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, Literal, TypedDict, get_args

from nutgraf.asking.budget.books import Budget
from nutgraf.asking.cache.answers import Cache
from nutgraf.asking.cache.stored import Store
from nutgraf.asking.line.endpoint import fit_for_a_header
from nutgraf.checking.judged import Unproved
from nutgraf.errors import ConfigurationError
from nutgraf.passes import BUILT_IN, Pass
from nutgraf.results import Event, Quote
from nutgraf.results.brief import E_co, Q_co

_SAID_ALREADY = {"messages", "model", "n"}
WindowSize = Literal["auto", "article", "paragraph", "sentence"]


@dataclass(frozen=True, kw_only=True)
class Settings:
    """Everything that makes a Summarizer; see `Summarizer` for what each means."""

    model: str | None = None
    base_url: str | None = field(default=None, repr=False)  # a key may stand behind its `?`
    api_key: str | None = field(default=None, repr=False)
    passes: tuple[str | Pass, ...] = ("quotes", "events", "summary")
    event: type[Event] = Event
    quote: type[Quote] = Quote
    prompts: Mapping[str, str] = field(default_factory=dict[str, str])
    window: WindowSize = "auto"
    judge: str | None = None
    unproved: Unproved = "keep"
    cache: str | Path | Cache | Store | None = "default"
    budget: Budget | None = None
    concurrency: int = 16
    timeout: float = 120.0
    deadline: float | None = None
    temperature: float | None = 0.0
    max_output_tokens: int | None = None
    headers: Mapping[str, str] | None = field(default=None, repr=False)
    extra_body: Mapping[str, Any] | None = field(default=None, repr=False)
    http_client: Any = field(default=None, repr=False)
    strict: bool = True


class Options(TypedDict, Generic[E_co, Q_co], total=False):
    """The fields of `Settings` less the model, as keywords: so that an editor knows them, and what comes back."""

    base_url: str | None
    api_key: str | None
    passes: tuple[str | Pass, ...]
    event: type[E_co]
    quote: type[Q_co]
    prompts: Mapping[str, str]
    window: WindowSize
    judge: str | None
    unproved: Unproved
    cache: str | Path | Cache | Store | None
    budget: Budget | None
    concurrency: int
    timeout: float
    deadline: float | None
    temperature: float | None
    max_output_tokens: int | None
    headers: Mapping[str, str] | None
    extra_body: Mapping[str, Any] | None
    http_client: Any
    strict: bool


class Changes(Options[E_co, Q_co], total=False):
    """All fields of `Settings`, as keywords."""

    model: str | None


def check(settings: Settings) -> None:
    """Refuse what can't work.

    Raises:
        ConfigurationError: names the setting and what it may be.
    """
    given: Any = settings.passes
    if isinstance(given, str):
        names = tuple(name.strip() for name in given.split(",") if name.strip())
        raise ConfigurationError(f"passes={given!r} is one text: write a tuple of names, passes={names}")
    if isinstance(given, Pass):
        raise ConfigurationError(f"passes is a tuple, also of one: passes=({given.name},)")
    if not settings.passes:
        raise ConfigurationError("no passes: name at least one of quotes, events, summary, or a Pass of your own")
    named = Counter(one.name if isinstance(one, Pass) else one for one in settings.passes)
    if twice := [name for name, times in named.items() if times > 1]:
        raise ConfigurationError(
            f"passes: {', '.join(twice)} is there twice, and a brief keeps one list under a name: leave one out, or "
            "give your own pass another name"
        )
    given = settings.budget
    if not isinstance(given, (Budget, type(None))):
        raise ConfigurationError(f"budget={given!r:.40}: it is a Budget, as nutgraf.Budget(usd=5)")
    if not _is_number(settings.concurrency, int):
        raise ConfigurationError(f"concurrency={settings.concurrency!r}: it is a whole number")
    if settings.concurrency < 1:
        raise ConfigurationError(f"concurrency={settings.concurrency}: at least one request has to be in flight")
    for name in ("timeout", "deadline"):
        seconds = getattr(settings, name)
        if seconds is not None and not (_is_number(seconds, int, float) and seconds > 0):
            raise ConfigurationError(f"{name}={seconds!r}: it is a number of seconds above 0")
    for name, value in (settings.headers or {}).items():
        fit_for_a_header(f"the header {fit_for_a_header('a header name', name)!r}", value)
    _check_body(settings.extra_body)
    if settings.window not in get_args(WindowSize):
        raise ConfigurationError(f"window={settings.window!r}: it is auto, article, paragraph or sentence")
    if settings.unproved not in get_args(Unproved):
        raise ConfigurationError(f"unproved={settings.unproved!r}: it is keep, verbatim or drop")
    if settings.judge is not None and settings.window == "sentence":
        raise ConfigurationError(
            "judge=… with window='sentence': what is only pointed at needs no judge; leave one out"
        )
    if unknown := set(settings.prompts) - {*BUILT_IN, "frame", "repair", "judge"}:
        raise ConfigurationError(
            f"prompts for {', '.join(sorted(unknown))}: there are quotes, events, summary, frame, repair and judge"
        )


def _is_number(value: object, *kinds: type[float]) -> bool:
    return isinstance(value, kinds) and not isinstance(value, bool)


def _check_body(extra: Mapping[str, Any] | None) -> None:
    """Refuse what is no JSON, and what the library says itself."""
    if extra is None:
        return
    try:
        json.dumps(dict(extra), allow_nan=False)
    except (TypeError, ValueError) as error:
        raise ConfigurationError(f"extra_body is a mapping that JSON can say: {error}") from None
    if said := sorted(_SAID_ALREADY & set(extra)):
        raise ConfigurationError(f"extra_body holds {', '.join(said)}, which nutgraf says itself")
