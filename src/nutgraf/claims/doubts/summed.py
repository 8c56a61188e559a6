"""A statement that sums up many sentences: its names and numbers beside the words that they stand beside there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nutgraf.checking.rules.names import names_told, stands
from nutgraf.checking.rules.weigh import Finding
from nutgraf.checking.rules.words.families import deed
from nutgraf.checking.rules.words.figures import Figure, figures_of
from nutgraf.checking.rules.words.wording import Wording, wording
from nutgraf.claims.doubts.core import Core, doubt


def far_apart(core: Core) -> Finding | None:
    """A name or number of a summary that no sentence has together with any word which stands beside it there."""
    said = [wording(span.text) for span in core.evidence]
    for at, word in names_told(core.told):
        having = [text for text in said if stands(core.told, at, text)]
        if word.content and word.low in core.names and not _together(having, _beside(core.told, at)):
            return doubt("far_apart", f"no sentence has {word.raw!r} together with the words beside it")
    for at, figure in _placed(core.told):
        having = [text for text in said if any(figure.equals(other) for other in figures_of(text))]
        if not _together(having, _beside(core.told, at)):
            return doubt("far_apart", f"no sentence has {figure.words!r} together with the words beside it")
    return None


def _placed(told: Wording) -> Iterator[tuple[int, Figure]]:
    """The numbers of a statement, each with the place of its first word."""
    numbers = {figure.start: figure for figure in figures_of(told) if figure.value not in (None, 1) and figure.end}
    offset = 0
    for at, word in enumerate(told.words):
        offset = max(told.text.find(word.raw, offset), offset)
        if offset in numbers:
            yield at, numbers[offset]
        offset += len(word.raw)


def _together(having: Sequence[Wording], beside: frozenset[str]) -> bool:
    """Whether one of the sentences that have something has a word beside it, too; true of what none has: another rule says so."""
    if not having or not beside:
        return True
    return any(beside & {deed(word.low) for word in text.words if word.stem} for text in having)


def _beside(text: Wording, at: int) -> frozenset[str]:
    """The deeds and things that the nearest words on both sides name, names aside."""
    named = {place for place, _ in names_told(text)}
    content = [place for place, word in enumerate(text.words) if word.content and place not in named]
    before = [place for place in content if place < at][-_REACH:]
    behind = [place for place in content if place > at][:_REACH]
    return frozenset(deed(text.words[place].low) for place in (*before, *behind))


_REACH = 3
"""Words on either side of a name or number that say what it is told of."""


def verbs_of_none(core: Core) -> Finding | None:
    """Verbs of a summary of which the evidence has hardly any."""
    known = {deed(word.low) for span in core.evidence for word in wording(span.text).words if word.stem}
    missing = [word for word in core.verbs if deed(word) not in known]
    if not missing or 2 * len(missing) <= len(core.verbs):
        return None
    return doubt("verb_of_none", f"the evidence does not say {missing[0]!r}")
