"""One article's work: the requests to be made, and the brief that their answers come to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

from pydantic import BaseModel

from nutgraf.asking.question.wire import MOST_TOPICS
from nutgraf.asking.replies.items import Note, Unread
from nutgraf.checking.items import unchecked
from nutgraf.checking.items.claims import Claims
from nutgraf.checking.items.repair import Failure
from nutgraf.checking.items.sources import sourced
from nutgraf.counting import counted
from nutgraf.errors import ArticleError, ModelError, NutgrafError
from nutgraf.passes import BUILT_IN, Pass, Settled
from nutgraf.reading import Reading
from nutgraf.reading.window import Size, Window, runs
from nutgraf.results import Brief, Event, Point, Problem, Provenance, Usage
from nutgraf.results.happened import Topic

_MOST_REQUESTS = 400
"""More than any news article takes; a text that needs more is refused unless the budget names requests."""


@dataclass(frozen=True)
class Step:
    """One request to be made: these passes, about this window."""

    passes: tuple[Pass, ...]
    window: Window
    size: Size
    topics: bool = False
    """Whether it asks, too, what the article is about. Single sentences can't say."""

    def alone(self) -> tuple[Step, ...]:
        """The same with a request for each pass."""
        about = next((asked for asked in reversed(self.passes) if asked.topics), None) if self.topics else None
        return tuple(Step((asked,), self.window, self.size, asked is about) for asked in self.passes)


@dataclass(frozen=True)
class Answered:
    """What came back for one pass about one window: items, or the error that took their place."""

    name: str
    window: Window
    items: tuple[BaseModel, ...] = ()
    topics: tuple[str, ...] = ()
    error: NutgrafError | None = None
    unread: tuple[Unread, ...] = ()
    """Items that could not be read."""
    notes: tuple[Note, ...] = ()
    """What was left out where the answer was read."""


def plan(passes: tuple[Pass, ...], reading: Reading, size: Size, *, unlimited: bool) -> list[Step]:
    """The requests that an article takes: all passes together about large windows, pass by pass about single sentences.

    Raises:
        ArticleError: more requests than any news article takes.
    """
    most = None if unlimited else _MOST_REQUESTS
    if size == "sentence":
        room = None if most is None else most + 1
        steps = [Step((asked,), window, size) for asked in passes for window in asked.windows(reading, size, most=room)]
    else:
        topics = any(asked.topics for asked in passes)
        steps = [Step(passes, window, size, topics) for window in runs(reading, size)]
    if most is not None and len(steps) > most:
        raise ArticleError(
            f"this text of {counted(len(reading.article.text), 'character')} would take more than {counted(most, 'request')}: it is no single "
            "news article. Split it, or allow it with budget=Budget(requests=…)"
        )
    return steps


class Checks:
    """What the checks make of the answers about one article; the same answers are checked once."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._made: list[tuple[Pass, list[unchecked.Answered], Settled]] = []

    def of(self, asked: Pass, answers: Sequence[Answered]) -> Settled:
        """The items of one pass that hold, and what is to be said of the others."""
        answered = [(a.window, a.items) for a in answers if a.name == asked.name and a.error is None]
        for known, before, settled in self._made:
            if known is asked and len(before) == len(answered) and all(map(_same, before, answered)):
                return settled
        made = asked.checked(self.reading, answered)
        for answer in answers:
            if answer.name == asked.name and answer.error is None:
                made.problems += _left_out(answer)
                made.failures += [_failure(one, answer.window) for one in answer.unread if one.draft is not None]
        self._made.append((asked, answered, made))
        return made


def _same(one: unchecked.Answered, other: unchecked.Answered) -> bool:
    return one[0] is other[0] and one[1] is other[1]


def _left_out(answer: Answered) -> list[Problem]:
    """What is to be said of an answer that was not read as a whole."""
    notes = [
        Problem(kind=note.kind, step=answer.name, item=note.item, detail=note.detail, resolution="field_cleared")
        for note in answer.notes
    ]
    return notes + [
        Problem(kind="unreadable", step=answer.name, item=one.given[:80], detail=one.reason, resolution="dropped")
        for one in answer.unread
    ]


def _failure(unread: Unread, window: Window) -> Failure:
    """An item that could not be read, as one to ask for again: where it cites nothing, the whole window is about it."""
    assert unread.draft is not None
    cited = getattr(unread.draft, "evidence", ()) or window.citable
    return Failure(unread.draft, "unreadable", unread.reason, tuple(cited), unread.fields)


def make_brief(
    passes: tuple[Pass, ...],
    reading: Reading,
    answers: Sequence[Answered],
    usage: Usage,
    provenance: Provenance,
    *,
    repaired: Sequence[Problem] = (),
    checks: Checks | None = None,
) -> Brief:
    """Check every answer and put the brief together.

    Raises:
        NutgrafError: the first error, when no pass delivered anything.
    """
    failed = [a.error for a in answers if a.error is not None]
    if failed and len(failed) == len(answers):
        if isinstance(failed[0], ModelError):
            failed[0].usage, failed[0].attempts = usage, usage.requests
        raise failed[0]
    problems = _rules_off(reading)
    settled: dict[str, Settled] = {}
    checks = checks or Checks(reading)
    for asked in passes:
        mine = [a for a in answers if a.name == asked.name]
        settled[asked.name] = checks.of(asked, mine)
        problems += settled[asked.name].problems + _failures(asked.name, mine)
    quotes = settled["quotes"].items if "quotes" in settled else []
    claims = Claims(reading, quotes)
    events = sourced(settled["events"].items, claims) if "events" in settled else []
    points = sourced(settled["summary"].items, claims) if "summary" in settled else []
    return Brief(
        article=reading.article,
        headline=headline_of(reading, points),
        topics=_topics(answers),
        summary=tuple(points),
        quotes=tuple(quotes),
        events=tuple(events),
        items={p.name: tuple(_own(p, settled[p.name].items, claims)) for p in passes if p.name not in BUILT_IN},
        problems=(*repaired, *problems),
        usage=usage,
        provenance=provenance,
        complete=not failed,
    )


def headline_of(reading: Reading, points: Sequence[Point]) -> str | None:
    """The article's title, else the first point, else the first sentence."""
    if reading.article.title:
        return reading.article.title
    if points:
        return points[0].text
    return " ".join(reading.sentence_span(1).text.split()) if reading.sentences else None


def _topics(answers: Sequence[Answered]) -> tuple[Topic, ...]:
    """What the article is about: of several windows, what most of them say."""
    named = Counter(topic for a in answers for topic in dict.fromkeys(a.topics[:MOST_TOPICS]))
    return tuple(cast("Topic", topic) for topic, _ in named.most_common(MOST_TOPICS))


def _own(asked: Pass, found: list[Any], claims: Claims) -> list[Any]:
    return sourced(found, claims) if issubclass(asked.item, (Event, Point)) else found


def _rules_off(reading: Reading) -> list[Problem]:
    """Which rules don't hold for an article in another language than English."""
    if reading.spoken_in.worded:
        return []
    language = reading.spoken_in
    if language.speech is None:
        own = [name for name, rules in (("dates", language.dates), ("quantities", language.numbers)) if rules is None]
        off = ", ".join(("speakers", "indirect speech", "names", *own))
        told = f" ({reading.language})" if reading.language else ""
        detail = (
            f"the article is in no language whose rules are written{told}: quotations and spans hold, but the rules for {off} and wording "
            "are off (of dates and numbers what its calendar and its digits tell is read), and what is answered rests on its words alone"
        )
    else:
        detail = (
            f"the article is in another language than English ({reading.language}): titles and points are held against its words, not against how they are put; "
            "quotations, speakers, names, dates and quantities are read"
        )
    return [Problem(kind="not_english", step="reading", detail=detail, resolution="unresolved")]


def _failures(name: str, answers: Sequence[Answered]) -> list[Problem]:
    found = Counter((type(a.error).__name__, str(a.error)[:300]) for a in answers if a.error is not None)
    return [
        Problem(
            kind=kind,
            step=name,
            detail=f"{detail} ({count} of {counted(len(answers), 'request')})",
            resolution="unresolved",
        )
        for (kind, detail), count in found.items()
    ]
