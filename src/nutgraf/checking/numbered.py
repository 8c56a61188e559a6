"""Problems by the numbers of their items: "e3" is found in a list, a half-remembered title is not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nutgraf.checking.items.finding import shown
from nutgraf.checking.speech.references import place_of
from nutgraf.reading.parts import Offsets
from nutgraf.reading.reading import Reading
from nutgraf.results import Brief, Event, Problem, Quote
from nutgraf.results.brief import by_pass
from nutgraf.results.happened import said_in

_TAG = re.compile(r"\bm\d+\b")
_SENTENCE = re.compile(r"(?:^|sentence |, )(\d+)\b")
_NEXT = re.compile(r", (?=m?\d+\b(?::|$|, ))")
_REMEDIES = frozenset({"tell", "cite", "name", "give", "keep", "say", "quote"})
"""With these a reason goes on to say what would satisfy it: to a model that is asked again, not to readers."""


def numbered(brief: Brief, reading: Reading) -> Brief:
    """The brief whose problems name the items they concern by id (q2, e3, p1), as far as those are delivered."""
    if not brief.problems:
        return brief
    problems = tuple(_numbered(problem, brief, reading) for problem in brief.problems)
    return brief.model_copy(update={"problems": problems})


def _numbered(problem: Problem, brief: Brief, reading: Reading) -> Problem:
    found, mark, remedy = problem.detail.rpartition(": ")
    if mark and remedy.split(" ", 1)[0] in _REMEDIES:
        problem = problem.model_copy(update={"detail": found})
    if not problem.item or problem.resolution == "dropped":
        return problem
    names = set(_quoted(problem.item, brief, reading) if problem.step == "quotes" else _titled(problem, brief))
    return problem.model_copy(update={"item": names.pop()}) if len(names) == 1 else problem


def _titled(problem: Problem, brief: Brief) -> Iterator[str]:
    for number, item in enumerate(by_pass(brief).get(problem.step, ()), 1):
        if problem.item == shown(said_in(item)):
            own = item.id if isinstance(item, (Event, Quote)) else ""
            yield own or f"{'p' if problem.step == 'summary' else problem.step}{number}"


def _quoted(label: str, brief: Brief, reading: Reading) -> Iterator[str]:
    yield from (quote.id for quote in brief.quotes if label == shown(quote.text))
    places = _places(label, reading)
    near = [quote for quote in brief.quotes if _shared(quote, places)]
    apart = {quote.id: _apart(quote, places) for quote in near}
    yield from (quote.id for quote in near if apart[quote.id] == min(apart.values()))


def _places(label: str, reading: Reading) -> list[Offsets]:
    """What an item refers to: its words where a sentence has them, its quotations, else whole sentences."""
    found: list[Offsets] = []
    for one in _NEXT.split(label):
        if tags := _TAG.findall(one):
            found += [(s.start, s.end) for tag in tags if (s := reading.by_segment.get(tag))]
            continue
        for number in _SENTENCE.findall(one)[:1]:
            if sentence := reading.sentence(int(number)):
                place = place_of(reading, int(number), one.partition(":")[2])
                found.append(place or (sentence.start, sentence.end))
    return found


def _shared(quote: Quote, places: Sequence[Offsets]) -> int:
    """How many characters of a quote lie in these places."""
    return sum(max(0, min(s.end, high) - max(s.start, low)) for s in quote.content for low, high in places)


def _apart(quote: Quote, places: Sequence[Offsets]) -> int:
    """How many characters a quote and these places have that the other has not."""
    lengths = sum(s.end - s.start for s in quote.content) + sum(high - low for low, high in places)
    return lengths - 2 * _shared(quote, places)
