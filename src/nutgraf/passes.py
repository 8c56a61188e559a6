"""A pass is a prompt, an item class and rules. Quotes, events and summary are three of them, with no private door."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import Any, Generic, cast

from pydantic import BaseModel
from typing_extensions import TypeVar

from nutgraf.asking.question import prompts
from nutgraf.asking.question.compose import Task
from nutgraf.checking.items import events as checking_events
from nutgraf.checking.items.repair import Failure
from nutgraf.checking.items.resolve import Resolver
from nutgraf.checking.items.same import merged, said_once
from nutgraf.checking.items.unchecked import Answered, checkable
from nutgraf.checking.speech.quotes import QuoteResolver
from nutgraf.checking.speech.silence import Claims, keep_by_rule
from nutgraf.errors import ConfigurationError
from nutgraf.reading import Reading
from nutgraf.reading.offers.clauses import events_offered
from nutgraf.reading.offers.offered import is_offered, leads, offered
from nutgraf.reading.window import Size, Window, runs
from nutgraf.results import Brief, Cited, Event, Point, Problem, Quote
from nutgraf.results.brief import by_pass
from nutgraf.slots import slots

I_co = TypeVar("I_co", bound=Cited | Quote, default=Cited | Quote, covariant=True)
Rule = Callable[[I_co, Reading], str | None]
"""Takes an item and the reading; returns the reason why the item is wrong, or None."""


@dataclass
class Settled:
    """What a pass comes to after checking."""

    items: list[Any] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    """The items worth asking for again."""
    doubted: int = 0
    """Statements, statuses, times and speakers that rules of wording speak against: they err there now and then."""


BUILT_IN: dict[str, type[BaseModel]] = {"quotes": Quote, "events": Event, "summary": Point}
"""What the built-in places of a brief hold."""


@dataclass(frozen=True, kw_only=True)
class Pass(Generic[I_co]):
    """One kind of item to ask an article for.

    `prompt` is an id of ours ("quotes/v1") or a Path to a file of your own; `examples` a Path to worked examples for
    small windows. `rules` are checks of your own: an item that fails one is dropped and reported. `small_windows`
    chooses what to ask about when the window is a sentence, `pointing` is the prompt for it (None: the same); `settle`
    turns answers into checked items, where quotes, events and other items each have a way of their own.
    """

    name: str
    prompt: str | Path
    item: type[I_co]
    examples: Path | None = None
    rules: Sequence[Rule[I_co]] = ()
    small_windows: Callable[[Reading], Iterable[Window]] | None = None
    settle: Callable[[Pass, Reading, Sequence[Answered]], Settled] | None = None
    pointing: str | None = None
    topics: bool = False
    """Ask with it what the article is about (`Brief.topics`)."""

    def __post_init__(self) -> None:
        if not self.name.isidentifier():
            raise ConfigurationError(f"a pass's name is a Python identifier, not {self.name!r}")
        item = cast("type[BaseModel]", self.item)
        if not issubclass(item, (Cited, Quote)):
            raise ConfigurationError(
                f"pass {self.name!r}: {item.__name__} must derive from nutgraf.Cited or nutgraf.Quote"
            )
        if self.name in BUILT_IN and not issubclass(item, BUILT_IN[self.name]):
            raise ConfigurationError(
                f"pass {self.name!r}: {item.__name__} is no nutgraf.{BUILT_IN[self.name].__name__}, which a brief keeps under "
                "this name: give the pass a name of its own"
            )
        if self.name == "topics":
            raise ConfigurationError(
                "what an article is about stands under the name `topics`: call the pass something else"
            )
        slots(item)

    @property
    def task(self) -> Task:
        """The pass as it is asked."""
        loaded = (
            prompts.load_file(self.prompt, self.examples)
            if isinstance(self.prompt, Path)
            else prompts.load(self.prompt)
        )
        return Task(self.name, self.item, loaded)

    @property
    def pointing_task(self) -> Task:
        """The pass as a model is asked that only points."""
        return Task(self.name, self.item, prompts.load(self.pointing)) if self.pointing else self.task

    def windows(self, reading: Reading, size: Size, *, most: int | None = None) -> tuple[Window, ...]:
        """What to ask about; of a pointer nothing where there is nothing to point at. No more sentences are looked for than `most`."""
        if size != "sentence":
            return runs(reading, size)
        narrow = self.small_windows or (_open_quotations if issubclass(self.item, Quote) else None)
        found = (replace(window, points=True) for window in (narrow(reading) if narrow else runs(reading, size)))
        offers = is_offered(self.item)
        kept = (window for window in found if not offers or offered(self.item, window.citable, reading))
        return tuple(islice(kept, most))

    def checked(self, reading: Reading, answered: Sequence[Answered]) -> Settled:
        """Hold the answers against the article."""
        settle = self.settle or _settling(self.item)
        settled, broken = checkable(lambda given: settle(self, reading, given), answered, self.name)
        settled.problems += broken
        if self.rules:
            settled.items = [item for item in settled.items if not self._failing(item, reading, settled.problems)]
        return settled

    def found_in(self, brief: Brief) -> tuple[I_co, ...]:
        """What this pass found, as its own class: `brief.items[name]` for the type checker.

        Raises:
            ConfigurationError: the brief was made without this pass, or read back without its class.
        """
        own = by_pass(brief)
        if self.name not in own:
            raise ConfigurationError(f"this brief was made without a pass {self.name!r}; it has {', '.join(own)}")
        found = own[self.name]
        if not all(isinstance(item, self.item) for item in found):
            raise ConfigurationError(
                f"the items of pass {self.name!r} are no {self.item.__name__}: name the class where the brief is read back, "
                f"Brief.load(…, items={{{self.name!r}: {self.item.__name__}}})"
            )
        return cast("tuple[I_co, ...]", found)

    def _failing(self, item: Any, reading: Reading, problems: list[Problem]) -> bool:
        for rule in self.rules:
            if reason := rule(item, reading):
                name = getattr(rule, "__name__", "rule")
                problems.append(
                    Problem(kind=name, step=self.name, item=repr(item)[:80], detail=reason, resolution="dropped")
                )
                return True
        return False


def settle_cited(asked: Pass, reading: Reading, answered: Sequence[Answered]) -> Settled:
    """Items of any class that carries evidence: resolved, each once, in article order."""
    settled = Settled()
    for item in _resolved(asked, reading, answered, settled):
        begins = item.evidence[0].start
        if not any(other.evidence[0].start == begins and other == item for other in settled.items):
            settled.items.append(item)
    settled.items.sort(key=lambda item: item.evidence[0].start)
    return settled


def _resolved(asked: Pass, reading: Reading, answered: Sequence[Answered], settled: Settled) -> Iterator[Any]:
    """The items that hold, in the order given; what does not is noted in `settled`."""
    kind: Any = asked.item
    for window, drafts in answered:
        task = asked.pointing_task if window.points else asked.task
        resolver = Resolver(reading, window, asked.name, task.prompt.lent)
        made = [resolver.item(kind, draft) for draft in drafts]
        settled.problems += resolver.problems
        settled.failures += resolver.failures
        settled.doubted += resolver.doubted
        yield from (item for item in made if item is not None)


def settle_quotes(asked: Pass, reading: Reading, answered: Sequence[Answered]) -> Settled:
    """Quotations: what the model answered, then by rule whatever quoted words it did not account for."""
    kind: Any = asked.item
    settled, lent = Settled(), asked.task.prompt.lent
    tags: set[str] = set()
    numbers: set[int] = set()
    claims = Claims()
    for window, drafts in answered:
        resolver = QuoteResolver(reading, window, asked.name, lent, claims=claims)
        settled.items += resolver.quotes(kind, drafts)
        settled.problems += resolver.problems
        settled.failures += resolver.failures
        settled.doubted += resolver.doubted
        tags.update(window.tags)
        numbers.update(() if window.points else window.numbers)
    kept, problems = keep_by_rule(kind, reading, claims, step=asked.name, asked=tags, answered=numbers)
    settled.items += kept
    settled.problems += problems
    settled.items.sort(key=lambda quote: quote.content[0].start)
    settled.items = [q.model_copy(update={"id": _name(asked, n)}) for n, q in enumerate(settled.items, 1)]
    return settled


def settle_events(asked: Pass, reading: Reading, answered: Sequence[Answered]) -> Settled:
    """Events: resolved, held to the wording of their sentences, told once each, numbered in article order."""
    resolved = settle_cited(asked, reading, answered)
    settled = Settled(problems=resolved.problems, failures=resolved.failures, doubted=resolved.doubted)
    pointed = any(window.points for window, _ in answered)
    trusted = any(window.trusted for window, _ in answered)
    for event in resolved.items:
        kept, problems = checking_events.held_to_wording(event, reading, asked.name, pointed=pointed, trusted=trusted)
        settled.problems += problems
        settled.doubted += any(one.kind in checking_events.DOUBTS for one in problems)
        if kept is not None:
            settled.items.append(kept)
    once, problems = merged(settled.items, asked.name)
    settled.problems += problems
    settled.items = [e.model_copy(update={"id": _name(asked, n)}) for n, e in enumerate(once, 1)]
    return settled


def _settling(item: type[object]) -> Callable[[Pass, Reading, Sequence[Answered]], Settled]:
    return settle_quotes if issubclass(item, Quote) else settle_events if issubclass(item, Event) else settle_cited


def _name(asked: Pass, number: int) -> str:
    """The id of an item: q1, e1; of a pass of the user's own after its name."""
    return f"{asked.name[0] if asked.name in {'quotes', 'events'} else asked.name + '-'}{number}"


def settle_summary(asked: Pass, reading: Reading, answered: Sequence[Answered]) -> Settled:
    """Points in the order given, each said once."""
    settled = Settled()
    resolved = list(_resolved(asked, reading, answered, settled))
    settled.items, problems = said_once(resolved, asked.name)
    settled.problems += problems
    return settled


_LEAD_PARAGRAPHS = 3


def _open_quotations(reading: Reading) -> tuple[Window, ...]:
    """The quotations for which the words around them name no speaker, each with the sentences about it."""
    windows: list[Window] = []
    for told in reading.attributions:
        if not told.segments or told.speaker is not None:
            continue
        held = sorted({n for start, end in told.content for n in reading.numbers_of(start, end)})
        shown = range(max(1, held[0] - 1), min(len(reading.sentences), held[-1] + 1) + 1)
        windows.append(Window(numbers=tuple(shown), tags=told.segments, focus=f"who says {', '.join(told.segments)}?"))
    return tuple(windows)


def _telling_sentences(reading: Reading) -> Iterator[Window]:
    """The sentences that tell of something that happens."""
    for sentence in reading.sentences:
        if events_offered(reading, sentence.number):
            yield Window(numbers=(sentence.number,), focus=f"what happened in sentence {sentence.number}?")


def _lead_paragraphs(reading: Reading) -> tuple[Window, ...]:
    """The first paragraphs that tell something by itself: a news story puts what matters there."""
    focus = "what is the main point of this paragraph?"
    return tuple(Window(numbers=numbers, focus=focus) for numbers in leads(reading, _LEAD_PARAGRAPHS))


def built_in(name: str, *, prompt: str | None = None, quote: type[Quote] = Quote, event: type[Event] = Event) -> Pass:
    """One of the passes that come with nutgraf: "quotes", "events" or "summary".

    Raises:
        ConfigurationError: no such pass.
    """
    version = f"{name}/{prompt or 'v2'}"
    match name:
        case "quotes":
            return Pass(name=name, prompt=version, item=quote)
        case "events":
            return Pass(
                name=name,
                prompt=version,
                item=event,
                small_windows=_telling_sentences,
                pointing="events_pointing/v1",
                topics=True,
            )
        case "summary":
            return Pass(
                name=name,
                prompt=version,
                item=Point,
                small_windows=_lead_paragraphs,
                pointing="summary_pointing/v1",
                settle=settle_summary,
                topics=True,
            )
        case _:
            raise ConfigurationError(f"no pass {name!r}; there are quotes, events, summary, and Pass(…) for your own")
