"""What verdicts come to: what a judge carries is judged, what it does not gives way to the article's own sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

from pydantic import BaseModel, ValidationError

from nutgraf.checking.items.events import held_to_wording
from nutgraf.checking.items.finding import shown
from nutgraf.checking.items.same import merged, said_once
from nutgraf.checking.rules.weigh import whole_sentence
from nutgraf.checking.written import Path, Written, attributed
from nutgraf.counting import counted
from nutgraf.reading.reading import Reading
from nutgraf.results import Brief, Cited, Event, Point, Problem, Quote
from nutgraf.results.brief import Resolution, by_pass
from nutgraf.results.happened import said_in
from nutgraf.results.said import in_own_words

Unproved = Literal["keep", "verbatim", "drop"]
WHY = {"contradicted": "its sentences say otherwise", "not_said": "its sentences do not say it"}


class Ruling(Protocol):
    """What a judge says of one statement."""

    @property
    def verdict(self) -> str:
        """carried, contradicted or not_said."""
        ...

    @property
    def reason(self) -> str | None:
        """What is wrong, in a few words."""
        ...


def judged(brief: Brief, statements: Sequence[Written], rulings: Mapping[int, Ruling], reading: Reading) -> Brief:
    """The brief after a judge: support of what it carries, the cited sentence for what it does not, each told.

    Args:
        brief: what was judged.
        statements: what was asked about.
        rulings: the verdicts, by place in `statements`; one that is missing leaves its statement as it is.
        reading: the article.
    """
    work = _Work(brief, reading)
    for index, statement in enumerate(statements):
        ruling = rulings.get(index)
        if ruling is None or statement.path:
            continue
        if ruling.verdict == "carried":
            work.carried(statement)
        else:
            work.refused(statement, ruling)
    # Own texts from the last to the first: what goes out of a list moves nothing that is still to come.
    for index in sorted(rulings, reverse=True):
        if statements[index].path and rulings[index].verdict != "carried":
            work.own_refused(statements[index], rulings[index])
    return work.done()


def unruled(asked: int, ruled: int, errors: Sequence[Exception], stays: str) -> tuple[Problem, ...]:
    """What is to be said where a judge did not answer, wholly or in part.

    Args:
        asked: how many statements were to be judged.
        ruled: how many were.
        errors: what went wrong; the first is told.
        stays: what holds without a verdict.
    """
    if ruled >= asked:
        return ()
    what = f"{asked - ruled} of {counted(asked, 'statement')} could not be judged; {stays}"
    kind, detail = (type(errors[0]).__name__, f"{what}: {str(errors[0])[:300]}") if errors else ("no_verdict", what)
    return (Problem(kind=kind, step="judge", detail=detail, resolution="unresolved"),)


def with_unproved(brief: Brief, choice: Unproved, reading: Reading) -> Brief:
    """The brief with its open titles and points as the user wants them: kept, the cited sentence instead, or left out."""
    if choice == "keep":
        return brief
    work = _Work(brief, reading)
    for step, items in work.lists.items():
        for index, item in enumerate(items):
            if not isinstance(item, (Event, Point)) or item.support != "open":
                continue
            sentence = None if choice == "drop" else whole_sentence(said_in(item), item.evidence, reading)
            work.put(step, index, _retold(item, sentence) if sentence else None)
            doubt = work.settled(step, said_in(item))
            detail = doubt.detail if doubt else f"{said_in(item)}: the article's words neither prove nor contradict it"
            work.note(
                "unproved", step, sentence or said_in(item), detail, "dropped" if sentence is None else "replaced"
            )
    return work.done()


def _retold(item: Event | Point, words: str) -> Event | Point:
    name = "title" if isinstance(item, Event) else "text"
    return item.model_copy(update={name: words, "support": "verbatim"})


@dataclass
class _Work:
    """A brief in work: its lists as they stand, and what is to be said of the changes."""

    brief: Brief
    reading: Reading
    lists: dict[str, list[Any]] = field(init=False)
    problems: list[Problem] = field(default_factory=list[Problem])
    _touched: bool = False
    _reworded: set[str] = field(default_factory=set[str])
    """The passes of which an item has other words now, or is gone."""

    def __post_init__(self) -> None:
        self.lists = {name: list(items) for name, items in by_pass(self.brief).items()}

    def put(self, step: str, index: int, item: BaseModel | None) -> None:
        """Another item in the place of one; None: nothing."""
        before = self.lists[step][index]
        self.lists[step][index] = item
        self._touched = True
        if item is None or said_in(item) != said_in(before):
            self._reworded.add(step)

    def note(self, kind: str, step: str, item: str, detail: str, resolution: Resolution) -> None:
        """Report a change."""
        self.problems.append(Problem(kind=kind, step=step, item=shown(item), detail=detail, resolution=resolution))

    def settled(self, step: str, words: str) -> Problem | None:
        """What rules said of a statement that was delivered all the same: it is told no more."""
        doubt = next((p for p in self.brief.problems if _is_doubt(p, step, words)), None)
        if doubt is not None:
            problems = tuple(problem for problem in self.brief.problems if problem is not doubt)
            self.brief = self.brief.model_copy(update={"problems": problems})
        return doubt

    def carried(self, statement: Written) -> None:
        """A statement that its sentences carry."""
        item = self.lists[statement.step][statement.index]
        support = getattr(item, "support", None)
        if support == "open":
            self.settled(statement.step, said_in(item))
        if support in ("worded", "open"):
            self.put(statement.step, statement.index, item.model_copy(update={"support": "judged"}))

    def refused(self, statement: Written, ruling: Ruling) -> None:
        """A title, point or reported speech that they do not."""
        item = self.lists[statement.step][statement.index]
        detail = f"{statement.words}: {ruling.reason or WHY.get(ruling.verdict, ruling.verdict)}"
        made: BaseModel | None
        if isinstance(item, Quote):
            made = self._as_whole(item)
            if made.speaker is None and self._is_told(made, statement.index):
                made = None
        else:
            self.settled(statement.step, said_in(item))
            sentence = whole_sentence(said_in(item), item.evidence, self.reading)
            made = None if sentence is None else self._as_sentence(item, sentence, statement.step)
        if made == item:
            self.note(ruling.verdict, statement.step, said_in(item), detail, "unresolved")
            return
        self.put(statement.step, statement.index, made)
        self.note(
            ruling.verdict, statement.step, said_in(made or item), detail, "dropped" if made is None else "replaced"
        )

    def own_refused(self, statement: Written, ruling: Ruling) -> None:
        """A text of the user's own field: the cited sentence where the class needs one, else nothing."""
        item = self.lists[statement.step][statement.index]
        if item is None:
            return
        detail = f"{statement.words}: {ruling.reason or WHY.get(ruling.verdict, ruling.verdict)}"
        resolution: Resolution = "field_cleared"
        made = _valid(_without(item, statement.path, None))
        if made is None and isinstance(item, Cited):
            sentence = whole_sentence(said_in(item), item.evidence, self.reading)
            made, resolution = _valid(_without(item, statement.path, sentence)) if sentence else None, "replaced"
        self.put(statement.step, statement.index, made)
        self.note(ruling.verdict, statement.step, said_in(item), detail, "dropped" if made is None else resolution)

    def done(self) -> Brief:
        """The brief as it is now."""
        if not self._touched and not self.problems:
            return self.brief
        for step in self._reworded:
            self.lists[step] = self._once(step, [item for item in self.lists[step] if item is not None])
        lists = {name: tuple(items) for name, items in self.lists.items()}
        update = {name: lists.pop(name) for name in ("quotes", "events", "summary")}
        problems = (*self.brief.problems, *self.problems)
        return self.brief.model_copy(update={**update, "items": lists, "problems": problems})

    def _as_sentence(self, item: Event | Point, sentence: str, step: str) -> BaseModel | None:
        told = _retold(item, sentence)
        if not isinstance(told, Event):
            return told
        time = told.time
        if time and time.span and not any(map(time.span.overlaps, told.evidence)):
            told = told.model_copy(update={"time": None})
        held, problems = held_to_wording(told, self.reading, step)
        self.problems += problems
        return held

    def _as_whole(self, quote: Quote) -> Quote:
        """Speech whose speaker the judge refuses: the whole sentence, which says itself who says what.

        Words in marks stay what they are, by the speaker whom a rule finds, if that is another.
        """
        if in_own_words(quote):
            told = attributed(quote, self.reading)
            ruled = self.reading.speaker_of(told) if told else None
            other = ruled if ruled and quote.speaker and ruled.name != quote.speaker.name else None
            return quote.model_copy(update={"speaker": other})
        numbers = self.reading.numbers_of(quote.content[0].start, quote.content[-1].end)
        whole = tuple(self.reading.sentence_span(n) for n in numbers)
        return quote.model_copy(update={"content": whole, "speaker": None, "cue": None, "stance": "says"})

    def _is_told(self, whole: Quote, index: int) -> bool:
        """Whether other quotes have what a sentence says, so that it need not stand among them as a whole."""
        others = [one for at, one in enumerate(self.lists["quotes"]) if one is not None and at != index]
        return any(span.overlaps(part) for other in others for span in other.content for part in whole.content)

    def _once(self, step: str, items: list[Any]) -> list[Any]:
        """What has become the same is told once, and events are numbered anew."""
        problems: list[Problem] = []
        if items and all(isinstance(item, Event) for item in items):
            items, problems = merged(items, step)
            prefix = "e" if step == "events" else f"{step}-"
            items = [item.model_copy(update={"id": f"{prefix}{n}"}) for n, item in enumerate(items, 1)]
        elif items and all(isinstance(item, Point) for item in items):
            items, problems = said_once(items, step)
        self.problems += problems
        return items


def _is_doubt(problem: Problem, step: str, words: str) -> bool:
    return problem.resolution == "unresolved" and problem.step == step and problem.item == shown(words)


def _valid(item: BaseModel | None) -> BaseModel | None:
    """An item as its class takes it, or None where the class refuses it."""
    if item is None:
        return None
    try:
        return type(item).model_validate(item.model_dump(warnings=False))
    except ValidationError:
        return None


def _without(value: Any, path: Path, instead: str | None) -> Any:
    """A value with another text at a place; None takes an element out of a list."""
    head, *rest = path
    if isinstance(head, int):
        inner = _without(value[head], tuple(rest), instead) if rest else instead
        return (*value[:head], *(() if inner is None else (inner,)), *value[head + 1 :])
    inner = _without(getattr(value, head), tuple(rest), instead) if rest else instead
    return value.model_copy(update={head: inner})
