"""Everything in a brief that a model wrote or decided, one by one: titles, points, own free text, who speech is by.

`written` lists it, in the words in which a judge is asked about it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from nutgraf.article import Span
from nutgraf.checking.place.lookup import all_of
from nutgraf.checking.speech.contradicts import named_beside
from nutgraf.checking.speech.names import related
from nutgraf.parsed import is_several
from nutgraf.reading.parts import Attribution, overlap
from nutgraf.reading.reading import Reading
from nutgraf.results import Brief, Cited, Event, Point, Quote, Speaker
from nutgraf.results.brief import by_pass
from nutgraf.results.happened import said_in
from nutgraf.results.said import Stance, in_own_words
from nutgraf.slots import Slot, slots

Path = tuple[str | int, ...]
_DOES: dict[Stance, str] = {
    "says": "says",
    "denies": "denies",
    "asks": "asks",
    "orders": "asks for this",
    "doubts": "doubts",
    "no_comment": "makes no comment",  # also who could not be reached or did not respond
}


@dataclass(frozen=True)
class Written:
    """One statement of a brief."""

    step: str
    """The pass that it belongs to."""
    index: int
    """Which of the pass's items."""
    words: str
    """As it is put to a judge, with its decisive fields: status, time, who says so."""
    numbers: tuple[int, ...]
    """The sentences that it cites."""
    path: Path = ()
    """Where it stands in the item; empty: title, point or quote."""


def written(brief: Brief, reading: Reading) -> list[Written]:
    """The statements of a brief, pass by pass. Whole sentences of the article need no judge."""
    found: list[Written] = []
    for step, items in by_pass(brief).items():
        for index, item in enumerate(items):
            numbers = _cited(item, reading)
            main = _said(item, reading) if isinstance(item, Quote) else _main(item)
            if main is not None:
                found.append(Written(step, index, main, numbers))
            found += [
                Written(step, index, f"{_about(item)}{_name(path)}: {text}", numbers, path)
                for path, text in own_texts(item)
            ]
    return found


def _main(item: BaseModel) -> str | None:
    """Title or point, with its decisive fields."""
    if isinstance(item, Event):
        time = item.time.span.text if item.time and item.time.span else ""
        told = [item.status, "" if time in item.title else time, _source(item.according_to)]
        return f"{item.title} ({'; '.join(part for part in told if part)})"
    if isinstance(item, Point):
        named = item.according_to is not None and item.according_to.is_told_in(item.text)
        source = "" if named else _source(item.according_to)
        if not source and any(" ".join(span.text.split()) == item.text for span in item.evidence):
            return None
        return f"{item.text} ({source})" if source else item.text
    return None


def _said(quote: Quote, reading: Reading) -> str | None:
    """Who says what; None where the article itself names the speaker of words in marks beside their cue."""
    name = quote.speaker.name if quote.speaker else None
    if name is None:
        return None
    if not in_own_words(quote):
        return f"{name} {_DOES[quote.stance]}: {quote.text}"
    told = attributed(quote, reading)
    ruled = reading.speaker_of(told) if told else None
    if told and ruled and ruled.name and named_beside(reading, told, ruled) and related(ruled.name, name):
        return None
    return f"{name} {_DOES[quote.stance]}: “{quote.text}”"


def attributed(quote: Quote, reading: Reading) -> Attribution | None:
    """What a rule found of the same marked words."""
    whole = quote.content[0].start, quote.content[-1].end
    near = (told for number in reading.numbers_of(*whole) for told in reading.reports_in(number))
    return next((told for told in near if told.segments and any(overlap(whole, part) for part in told.content)), None)


def _source(speaker: Speaker | None) -> str:
    named = speaker and (speaker.name or (speaker.mention.text if speaker.mention else None))
    return f"according to {named}" if named else ""


def _about(item: BaseModel) -> str:
    """What an own field is said of."""
    words = said_in(item) if isinstance(item, (Event, Point, Quote)) else ""
    return f"{words} - " if words else ""


def _name(path: Path) -> str:
    return " ".join(str(part).replace("_", " ") for part in path if isinstance(part, str))


def _cited(item: BaseModel, reading: Reading) -> tuple[int, ...]:
    spans: Sequence[Span] = item.evidence if isinstance(item, Cited) else ()
    if isinstance(item, Quote):
        spans = (*item.content, *((item.cue,) if item.cue else ()))
    found = {n for span in spans for n in reading.numbers_of(span.start, span.end)}
    if isinstance(item, Quote):
        found |= _naming(item, reading)
    return tuple(sorted(found))


def _naming(quote: Quote, reading: Reading) -> set[int]:
    """The sentence before the words said in which their speaker was last named or described: a pronoun may mean so far back."""
    name, start = quote.speaker.name if quote.speaker else None, quote.content[0].start
    if not name:
        return set()
    named = [known.start for known in reading.names if known.start < start and name in (known.full, known.text)]
    named = named or [low for low, _ in all_of(name, reading.article.text) if low < start]
    return set(reading.numbers_of(named[-1], named[-1] + 1)) if named else set()


def own_texts(item: BaseModel) -> Iterator[tuple[Path, str]]:
    """The free texts of the user's own fields, with where they stand in the item."""
    base = next(kind for kind in (Quote, Event, Point, Cited) if isinstance(item, kind))
    for slot in slots(type(item)):
        if slot.name not in base.model_fields and slot.kind != "date":
            yield from _texts(slot, getattr(item, slot.name), (slot.name,))


def _texts(slot: Slot, value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if slot.kind == "free" and isinstance(value, str) and value:
        yield path, value
    elif slot.kind == "list" and is_several(value):
        for index, one in enumerate(value):
            yield from _texts(slot.fields[0], one, (*path, index))
    elif slot.kind == "object" and isinstance(value, BaseModel):
        for inner in slot.fields:
            yield from _texts(inner, getattr(value, inner.name), (*path, inner.name))
