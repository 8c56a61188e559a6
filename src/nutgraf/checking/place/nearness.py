"""The passage that was probably meant: nearly the same words in one place, with those that differ; never two places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import add

from nutgraf.checking.place.folding import folded
from nutgraf.checking.place.placing import Placed, held, one_attribution
from nutgraf.checking.place.words import Index, Strand, Wanted
from nutgraf.checking.rules.stems import carries_content

_COMMON = 48
"""A pair of words that stands in more places says nothing about where."""
_FRAMED = 5
"""Words of a passage up to which two with one between them also say where: of so few pairs one word that differs breaks two."""
_CANDIDATES = 2
_WIDEST = 16
_SHARE = 0.25
"""Share of the words that may differ; a typing error counts for half."""
_SHORTEST = 3
"""Words: two of which one differs stand anywhere."""
_LONGEST_DROPPED = 3
_LONGEST_NAME = 3
_NEAR_END = 3
"""Runs of differing words that are looked at from either end."""
NOTHING = "(nothing)"
"""Stands for the words of one side where the other has more."""


@dataclass(frozen=True)
class _Step:
    """A word of the passage (`ours`), one of the article (`theirs`, a place in the strand), or both, side by side."""

    ours: int | None
    theirs: int | None


@dataclass(frozen=True)
class _Run:
    """Words that differ: article words `theirs` stand where the passage has `ours`."""

    ours: tuple[int, ...]
    theirs: tuple[int, ...]


def nearest(index: Index, wanted: Wanted) -> Placed | None:
    """The place whose words are nearly those of the passage, as an altered one; None when there is none."""
    if len(wanted.letters) < _SHORTEST:
        return None
    best: tuple[float, Placed] | None = None
    for strand in _strands(index):
        starts = _diagonals(strand, wanted.letters)
        if starts is None:
            break
        for at in starts:
            found = _aligned(index, strand, wanted, at)
            if found is not None and (best is None or found[0] < best[0]):
                best = found
        if best is not None and best[0] <= 1:
            break
    return best[1] if best else None


def _strands(index: Index) -> Iterator[Strand]:
    yield index.all_words
    speech = index.speech
    if speech.letters:
        yield speech


def _diagonals(strand: Strand, letters: str) -> list[int] | None:
    """Where the passage would start, by the places of its pairs of words; the likeliest ones. None: not even a part."""
    votes: Counter[int] = Counter()
    skipped = 0
    for at, pair in enumerate(map(add, letters, letters[1:])):
        places = strand.pairs.get(pair, [])
        skipped += len(places) > _COMMON
        votes.update([place - at for place in places[:_COMMON]])
    if len(letters) <= _FRAMED:
        for at, frame in enumerate(map(add, letters, letters[2:])):
            votes.update([place - at for place in strand.frames.get(frame, [])[:_COMMON]])
    likeliest = votes.most_common(4)
    reach = _reach(len(letters))
    needed = max(1, 0.4 * len(letters) - 1 - skipped)
    if not likeliest or likeliest[0][1] < needed / 4:
        return None
    found: list[int] = []
    for start, _ in likeliest:
        near = sum(votes.get(start + shift, 0) for shift in range(-reach, reach + 1))
        if near >= needed and not any(abs(start - other) <= reach for other in found):
            found.append(start)
    return found[:_CANDIDATES]


def _reach(size: int) -> int:
    return min(_WIDEST, 2 + size // 5)


def _aligned(index: Index, strand: Strand, wanted: Wanted, start: int) -> tuple[float, Placed] | None:
    steps = _trimmed(_alignment(wanted.letters, strand.letters, start, _reach(len(wanted.letters))))
    if not steps:
        return None
    runs = _runs(steps, wanted.letters, strand.letters)
    cost = sum(_cost(index, strand, wanted, run) for run in runs)
    size = len(wanted.letters)
    if cost > max(1.0, _SHARE * size) or not _enough(strand, wanted, steps, runs):
        return None
    if any(len(run.theirs) - len(run.ours) > _LONGEST_DROPPED for run in runs):
        return None
    if any(_from_elsewhere(index, strand, wanted, run) or _leaves_paragraph(index, strand, steps, run) for run in runs):
        return None
    if _ends_elsewhere(index, wanted, runs):
        return None
    places = [step.theirs for step in steps if step.theirs is not None]
    numbers = [strand.words[place] for place in places]
    if not one_attribution(index, numbers):
        return None
    differences = [_told(index, strand, wanted, run) for run in runs]
    if not runs:
        differences += held(index, wanted, numbers).differences
    return cost, Placed("altered", _spans(index, numbers), tuple(differences), len(numbers))


def _alignment(ours: str, theirs: str, start: int, reach: int) -> list[_Step]:
    """The passage laid beside the strand at least cost, near the diagonal; it may begin and end anywhere on it. Empty where it hangs over."""
    size, width = len(ours), 2 * reach + 1
    low = start - reach
    row = [0] * width
    choices: list[bytearray] = []
    top = len(theirs)
    far = size + width
    for i in range(size):
        new, choice, letter = [far] * width, bytearray(width), ours[i]
        left = far
        for j in range(width):
            # Column j of row i stands for strand place low + i + j.
            place = low + i + j
            best, how = far, 0
            if 0 <= place < top:
                best = row[j] + (theirs[place] != letter)
            if j + 1 < width and row[j + 1] + 1 < best:
                best, how = row[j + 1] + 1, 1
            if left + 1 < best and 0 <= place < top:
                best, how = left + 1, 2
            new[j] = left = best
            choice[j] = how
        row = new
        choices.append(choice)
    return _traced(choices, row, low, size) if min(row) < far else []


def _traced(choices: Sequence[bytearray], row: Sequence[int], low: int, size: int) -> list[_Step]:
    middle = len(row) // 2
    j = min(range(len(row)), key=lambda at: (row[at], abs(at - middle)))
    i = size - 1
    steps: list[_Step] = []
    while i >= 0:
        how = choices[i][j]
        if how == 0:
            steps.append(_Step(i, low + i + j))
            i -= 1
        elif how == 1:
            steps.append(_Step(i, None))
            i, j = i - 1, j + 1
        else:
            steps.append(_Step(None, low + i + j))
            j -= 1
    steps.reverse()
    return steps


def _trimmed(steps: Sequence[_Step]) -> list[_Step]:
    """Without article words before the first and behind the last word of the passage."""
    given = [at for at, step in enumerate(steps) if step.ours is not None]
    return list(steps[given[0] : given[-1] + 1]) if given else []


def _runs(steps: Sequence[_Step], ours: str, theirs: str) -> list[_Run]:
    runs: list[_Run] = []
    mine: list[int] = []
    others: list[int] = []
    for step in (*steps, None):
        if step is not None and (step.ours is None or step.theirs is None or ours[step.ours] != theirs[step.theirs]):
            if step.ours is not None:
                mine.append(step.ours)
            if step.theirs is not None:
                others.append(step.theirs)
        elif mine or others:
            runs.append(_Run(tuple(mine), tuple(others)))
            mine, others = [], []
    return runs


def _cost(index: Index, strand: Strand, wanted: Wanted, run: _Run) -> float:
    cost = float(max(len(run.ours), len(run.theirs)))
    for ours, theirs in zip(run.ours, run.theirs, strict=False):
        if _alike(folded(wanted.word(ours)), folded(index.word(strand.words[theirs]))):
            cost -= 0.5
    return cost


def _alike(one: str, other: str) -> bool:
    """A typing error apart: most letters agree from the front and from the back."""
    if min(len(one), len(other)) < 3 or abs(len(one) - len(other)) > 2 or one[0].isdigit() or other[0].isdigit():
        return False
    short = min(len(one), len(other))
    front = next((n for n in range(short) if one[n] != other[n]), short)
    back = next((n for n in range(short - front) if one[-1 - n] != other[-1 - n]), short - front)
    return max(len(one), len(other)) - front - back <= 2


def _enough(strand: Strand, wanted: Wanted, steps: Sequence[_Step], runs: Sequence[_Run]) -> bool:
    """What agrees must say something: two words of content, or all the words that the passage has."""
    letters = wanted.letters
    same = [
        step.ours
        for step in steps
        if step.ours is not None and step.theirs is not None and letters[step.ours] == strand.letters[step.theirs]
    ]
    if not any(run.ours for run in runs):
        return True
    telling = sum(carries_content(wanted.word(at)) for at in same)
    return telling >= 2 or len(same) >= 3


def _from_elsewhere(index: Index, strand: Strand, wanted: Wanted, run: _Run) -> bool:
    """Words put in that stand together in another place of the article: the passage would be stitched from two.

    One name or number put for another is a change, wherever else the name may stand.
    """
    if len(run.ours) < 2:
        return False
    letters = wanted.letters[run.ours[0] : run.ours[-1] + 1]
    if letters not in index.all_words.letters:
        return False
    mine = [wanted.word(at) for at in run.ours]
    theirs = [index.word(strand.words[at]) for at in run.theirs]
    # A longer run of names and figures is a dateline or a list.
    named = all(word[0].isupper() or word[0].isdigit() for word in (*mine, *theirs))
    return not (named and len(mine) <= _LONGEST_NAME and abs(len(mine) - len(theirs)) <= 1 and theirs)


def _ends_elsewhere(index: Index, wanted: Wanted, runs: Sequence[_Run]) -> bool:
    """An end of the passage with several words that differ stands word for word in another place."""
    letters, article = wanted.letters, index.all_words.letters
    given = [run.ours for run in runs if run.ours]
    for at, ours in enumerate(given):
        if at >= len(given) - _NEAR_END and sum(map(len, given[at:])) > 1:
            tail = letters[ours[0] :]
            if len(tail) > len(ours) and tail in article:
                return True
        if at < _NEAR_END and sum(map(len, given[: at + 1])) > 1:
            head = letters[: ours[-1] + 1]
            if len(head) > len(ours) and head in article:
                return True
    return False


def _leaves_paragraph(index: Index, strand: Strand, steps: Sequence[_Step], run: _Run) -> bool:
    """Words that differ on both sides of a paragraph's end, or beyond it."""
    if not run.theirs:
        return False
    places = [step.theirs for step in steps if step.theirs is not None]
    first, last = max(run.theirs[0] - 1, places[0]), min(run.theirs[-1] + 1, places[-1])
    return index.quotations.paragraph_end(index.starts[strand.words[first]]) < index.ends[strand.words[last]]


def _told(index: Index, strand: Strand, wanted: Wanted, run: _Run) -> str:
    theirs = " ".join(index.word(strand.words[at]) for at in run.theirs)
    ours = " ".join(wanted.word(at) for at in run.ours)
    return f"{theirs or NOTHING} → {ours or NOTHING}"


def _spans(index: Index, numbers: Sequence[int]) -> tuple[tuple[int, int], ...]:
    spans: list[tuple[int, int]] = []
    first = previous = numbers[0]
    for number in (*numbers[1:], -1):
        if number != previous + 1:
            spans.append((index.starts[first], index.ends[previous]))
            first = number
        previous = number
    return tuple(spans)
