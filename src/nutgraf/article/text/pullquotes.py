"""Pull quotes: words of the body that the page shows once more, large, between the paragraphs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from nutgraf.article.text.blocks import Offsets
from nutgraf.lazily import pattern

_SHORTEST, _LONGEST = 20, 400
_LONGEST_PARAGRAPH = 5_000
_FEWEST_WORDS = 5
_MOST_COMPARED = 20_000_000
"""Characters gone through in search of all lines that may be a pull quote: some milliseconds."""
_AROUND = " \t\"'“”‘’«»„‚>*_–—-"
_STOPS = ".,;:!?…"
_MARKED = pattern(
    r"[>*_\s]{0,4}[\"“«„‘](?P<words>.+?)[\"”»“’][.,!?]?(?:\s{0,3}[-–—]\s?(?P<name>[A-Z][^.!?]{1,80}))?[*_\s]{0,4}$"
)
_NAMED = pattern(r"[-–—~]\s?[A-Z][^.!?;]{1,80}$")
_MARK = pattern(r"[\"“”«»„]")


def find_pull_quotes(text: str, lines: Sequence[Offsets]) -> list[Offsets]:
    """The lines that say nothing but what a longer line quotes, with a line below that only names the speaker.

    The first line is none: it may be the headline. Of a text with thousands of short lines none is looked for.
    """
    candidates = {at: core for at in range(1, len(lines)) if (core := _core(text[slice(*lines[at])]))}
    if len(candidates) * len(text) > _MOST_COMPARED:
        return []
    starts = [start for start, _ in lines]
    found: list[Offsets] = []
    for at, core in candidates.items():
        if any(
            _quotes(text, lines[bisect_right(starts, place) - 1], place, core)
            for place in _places(text, core, lines[at])
        ):
            found.append(lines[at])
            if at + 1 < len(lines) and _NAMED.fullmatch(text[slice(*lines[at + 1])]):
                found.append(lines[at + 1])
    return found


def _core(line: str) -> str | None:
    if not _SHORTEST <= len(line) <= _LONGEST:
        return None
    marked = _MARKED.match(line)
    core = (marked["words"] if marked else line).strip(_AROUND).rstrip(_STOPS + _AROUND)
    if marked is None and _MARK.search(core):
        return None  # quoted words and who said them: a sentence of the story
    return core if len(core) >= _SHORTEST and core.count(" ") >= _FEWEST_WORDS - 1 else None


def _places(text: str, core: str, own: Offsets) -> Iterator[int]:
    """Where the same words stand elsewhere."""
    place = text.find(core)
    while place >= 0:
        if not own[0] <= place < own[1]:
            yield place
        place = text.find(core, place + len(core))


def _quotes(text: str, line: Offsets, place: int, core: str) -> bool:
    """True where a longer line holds these words, and in marks: words that nobody quotes are no pull quote."""
    start, end = line
    longer = len(core) + _SHORTEST // 2 <= end - start <= _LONGEST_PARAGRAPH
    if not longer or not start <= place <= end - len(core):
        return False
    before = text[start:place]
    opened = max(map(before.rfind, "“«„"), default=-1) > max(before.rfind("”"), before.rfind("»"))
    return opened or before.count('"') % 2 == 1 or before.endswith(("‘", "'"))
