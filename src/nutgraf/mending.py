"""What failed and is asked again once: which items, where they go, and what became of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import cast

from pydantic import BaseModel

from nutgraf.checking.items.finding import shown
from nutgraf.checking.items.repair import Failure, Repair, repair_of
from nutgraf.passes import Pass, Settled
from nutgraf.results import Cited, Problem, Quote
from nutgraf.steps import Answered, Checks

_DOUBTED = 10
"""Of so many statements fewer than one are refuted by rules of wording where the reader is good: then it is the rules that
err (of 15 requests to mend about 138 articles, answered with care, one was half right; of four statuses overruled about 30, none)."""

_TRUSTED_APART: tuple[type[object], ...] = (Cited, Quote)


def trusting(passes: tuple[Pass, ...], checks: Checks, answers: Sequence[Answered]) -> list[Answered]:
    """The answers; where all but few of their statements hold, as those of a reader: what is refuted of it is marked, not refused.

    So it is with the speakers of quotations, apart from these.
    """
    found = list(answers)
    for kind in _TRUSTED_APART:
        group = [asked for asked in passes if issubclass(asked.item, kind)]
        names = {asked.name for asked in group}
        trusted = [
            replace(answer, window=replace(answer.window, trusted=True)) if answer.name in names else answer
            for answer in found
        ]
        doubted = sum(checks.of(asked, trusted).doubted for asked in group)
        if doubted * _DOUBTED < sum(len(answer.items) for answer in answers if answer.name in names):
            found = trusted
    return found


def repair_for(passes: tuple[Pass, ...], checks: Checks, answers: Sequence[Answered]) -> Repair | None:
    """What to ask again, for all passes together."""
    failing = [
        (asked.name, cast("type[BaseModel]", asked.item), checks.of(asked, answers).failures) for asked in passes
    ]
    return repair_of(failing, checks.reading)


@dataclass(frozen=True)
class Mended:
    """An item that was asked for again: what had failed of it, and what came in its place; None: it was taken back."""

    name: str
    failure: Failure
    draft: BaseModel | None


def mended(
    answers: Sequence[Answered], repair: Repair, given: Mapping[str, Sequence[BaseModel]]
) -> tuple[list[Answered], list[Mended]]:
    """The answers with the repaired items in the places of the failing ones, and what came of each."""
    again = {(name, getattr(item, "item", 0)): item for name, items in given.items() for item in items}
    fates: dict[int, Mended] = {}
    for number, (name, failure) in enumerate(repair.failures, 1):
        answer = again.get((name, number))
        fates[id(failure.draft)] = Mended(name, failure, failure.mended(answer) if answer else None)
    return [piece for answer in answers for piece in _with_mended(answer, fates, repair)], list(fates.values())


def _with_mended(answer: Answered, fates: Mapping[int, Mended], repair: Repair) -> Iterator[Answered]:
    """An answer in pieces: what was asked again may cite what its request showed, the rest what the first one showed."""
    unread = [one for one in answer.unread if id(one.draft) in fates]
    if not unread and not any(id(item) in fates for item in answer.items):
        yield answer
        return
    left = tuple(one for one in answer.unread if id(one.draft) not in fates)
    numbers = tuple(sorted({*repair.window.numbers, *answer.window.numbers}))
    window = replace(answer.window, numbers=numbers, cites=())
    first = replace(answer, items=(), unread=left)
    pieces: list[Answered] = []
    for again, items in groupby([*answer.items, *(one.draft for one in unread)], key=lambda item: id(item) in fates):
        drafts = (fates[id(item)].draft if again else item for item in items)
        kept = tuple(draft for draft in drafts if draft is not None)
        pieces.append(Answered(answer.name, window if again else answer.window, items=kept))
    yield replace(first, items=pieces[0].items, window=pieces[0].window)
    yield from pieces[1:]


def fates_told(
    passes: tuple[Pass, ...], checks: Checks, answers: Sequence[Answered], fates: Sequence[Mended]
) -> list[Problem]:
    """What became of the items that were asked for again; what fails once more is told by the check that refuses it."""
    by_name = {asked.name: checks.of(asked, answers) for asked in passes}
    found: list[Problem] = []
    for fate in fates:
        settled = by_name[fate.name]
        if fate.draft is not None and not _stands(fate.draft, settled):
            continue
        found.append(
            Problem(
                kind=fate.failure.kind,
                step=fate.name,
                item=_first_words(fate.draft or fate.failure.draft),
                detail=fate.failure.reason,
                resolution="dropped" if fate.draft is None else "repaired",
            )
        )
    return found


def _stands(draft: BaseModel, settled: Settled) -> bool:
    """True where the item as it was given again is among those delivered."""
    if any(failure.draft is draft for failure in settled.failures):
        return False
    for name in ("title", "text"):
        if isinstance(words := getattr(draft, name, None), str):
            return any(getattr(item, name, None) == " ".join(words.split()) for item in settled.items)
    return True


def _first_words(draft: BaseModel) -> str:
    if refers := cast("Sequence[object]", getattr(draft, "content", ())):  # a quotation: its cue is anybody's
        return ", ".join(map(str, refers))
    return next((shown(v) for v in dict(draft).values() if isinstance(v, str)), type(draft).__name__)
