"""Whether the words of a statement belong together in the sentence that has most of it: doubts, never proofs.

Rules refute with proof; that every word stands somewhere in the evidence proves nothing yet. What is told here leaves a
statement open: its verb stands in another sentence, its name is beside another deed, its number counts in another sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from nutgraf.article import Span
from nutgraf.checking.rules.english import PREPOSITIONS, SAYING
from nutgraf.checking.rules.force.manner import is_past
from nutgraf.checking.rules.force.told import told_at
from nutgraf.checking.rules.names import names_told, stands
from nutgraf.checking.rules.stems import stem
from nutgraf.checking.rules.weigh import Finding, weigh
from nutgraf.checking.rules.words.families import deed
from nutgraf.checking.rules.words.figures import Figure, figures_of
from nutgraf.checking.rules.words.wording import Wording, wording
from nutgraf.reading.reading import Reading
from nutgraf.reading.verbs.groups import Cue, cues
from nutgraf.reading.verbs.tense import negations

_LIGHT = frozenset(
    """be is are was were been being am has have had do does did will would can could may might must should shall go went gone
    get got make made take took taken give gave come came say said""".split()
)
"""Verbs that say little for themselves: another may stand in their place."""
_ALL = {
    "all": "every each everyone entire whole both",
    "every": "all each everyone",
    "everyone": "all every everybody",
    "everybody": "all every everyone",
    "always": "every all",
    "only": "single sole just alone solely but except",
    "none": "no not nobody neither",
    "never": "not no n't",
    "nobody": "no none",
    "most": "majority largely mostly half",
    "both": "two all each",
}
"""Words that say how much of it, each with those that say the same."""
_HEDGES = re.compile(
    r"\b(?:alleg|accus|suspect|charged with|claim|rumou?r|reported(?:ly)?\b|fear|believ|deny|denie|denial|said to\b|thought to\b|may\b|might\b|could\b)",
    re.IGNORECASE,
)
_TURN = re.compile(r"\b(?:but|however|although|though)\b|;")
"""Where a sentence turns from what is only alleged."""


@dataclass(frozen=True)
class Core:
    """A statement, and the sentence of an article that has most of it."""

    words: str
    sentence: Span
    evidence: tuple[Span, ...]
    """All that it rests on, the sentence among it."""
    reading: Reading
    dense: bool = False
    """Whether no sentence has most of it, because it sums up many."""

    @cached_property
    def told(self) -> Wording:
        """The statement's words."""
        return wording(self.words)

    @cached_property
    def said(self) -> Wording:
        """The sentence's words."""
        return wording(self.sentence.text)

    @cached_property
    def verbs(self) -> tuple[str, ...]:
        """The telling verbs of the statement, as they stand there; those of speech aside."""
        groups = (cue for cue in cues(self.words) if cue.kind not in ("if", "break") and not cue.saying)
        last = (_last_word(self.words, cue) for cue in groups)
        return tuple(word for word in last if word and word.lower() not in _LIGHT)


def doubts(core: Core) -> Iterator[Finding]:
    """Everything that leaves open whether the sentence says it."""
    for look in _LOOKS_AT_MANY if core.dense else _LOOKS:
        if found := look(core):
            yield found


def verb_of_none(core: Core) -> Finding | None:
    """A verb that the sentence does not have: "criticised the referee" of one who refused to speak of him."""
    known = {deed(word.low) for word in core.said.words if word.stem}
    for word in core.verbs:
        if deed(word) not in known:
            return _open("verb_of_none", f"the sentence that has most of it does not say {word!r}")
    return None


def beside_it(core: Core) -> Finding | None:
    """A name or time word from another sentence, and nothing in the sentence that means it."""
    weighed = weigh(core.words, (core.sentence,), core.reading)
    return next((_open(one.rule, one.reason) for one in weighed.findings if one.rule in _FROM_ELSEWHERE), None)


_FROM_ELSEWHERE = frozenset({"name_from_elsewhere", "time_from_elsewhere"})


def far_apart(core: Core) -> Finding | None:
    """A name or number of a summary that no sentence has together with any word which stands beside it there."""
    said = [wording(span.text) for span in core.evidence]
    numbers = {figure.start: figure for figure in figures_of(core.told) if figure.value not in (None, 1) and figure.end}
    words = core.told.words
    for at, word in names_told(core.told):
        if word.content and not _together(
            lambda text, at=at: stands(core.told, at, text), _beside(core.told, at), said
        ):
            return _open("far_apart", f"no sentence has {word.raw!r} together with the words beside it")
    place = 0
    for at, word in enumerate(words):
        place = max(core.told.text.find(word.raw, place), place)
        figure = numbers.get(place)
        place += len(word.raw)
        if figure and not _together(
            lambda text, figure=figure: any(figure.equals(one) for one in figures_of(text)),
            _beside(core.told, at),
            said,
        ):
            return _open("far_apart", f"no sentence has {figure.words!r} together with the words beside it")
    return None


def _together(holds: Callable[[Wording], bool], beside: frozenset[str], said: Sequence[Wording]) -> bool:
    """Whether a sentence holds something, and a word that stands beside it; true of what none holds: another rule says so."""
    having = [text for text in said if holds(text)]
    return (
        not having
        or not beside
        or any(beside & {deed(word.low) for word in text.words if word.stem} for text in having)
    )


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
    return _open("verb_of_none", f"the evidence does not say {missing[0]!r}")


def number_beside_it(core: Core) -> Finding | None:
    """A number of another sentence, where this one has another of its kind, or none that counts the same."""
    said, told = figures_of(core.said), figures_of(core.told)
    for figure in told:
        if figure.value in (None, 1) or any(figure.equals(one) for one in said):
            continue
        noun = figure.noun(core.told)
        others = [one for one in said if one.value != 1 and not any(one.equals(mine) for mine in told)]
        rival = next((one for one in others if _alike(figure, noun, one, core.said)), None)
        if rival:
            reason = f"the sentence that has most of it gives {rival.words!r}, not {figure.words!r}"
            return _open("number_beside_it", reason)
        if noun and not _counts(figure, noun, core.evidence):
            return _open("number_beside_it", f"no sentence counts {figure.words} {noun}")
    return None


def _alike(figure: Figure, noun: str, other: Figure, said: Wording) -> bool:
    """Whether two numbers are of one kind: the same unit, or the same thing counted."""
    if figure.unit or other.unit:
        return figure.unit == other.unit
    return bool(noun) and stem(noun) == stem(other.noun(said) or "-")


def _counts(figure: Figure, noun: str, evidence: Sequence[Span]) -> bool:
    for span in evidence:
        said = wording(span.text)
        if any(figure.equals(one) and stem(one.noun(said) or "-") == stem(noun) for one in figures_of(said)):
            return True
    return False


def not_said_so(core: Core) -> Finding | None:
    """A verb that the sentence negates wherever it has it, told without."""
    if negations(core.words):
        return None
    for at, word in enumerate(core.told.words):
        if not word.content or told_at(core.told, at).manner in ("not", "denied"):
            continue
        manners = [told_at(core.said, place).manner for place in core.said.places.get(word.stem, ())]
        if manners and all(manner in ("not", "denied") for manner in manners):
            return _open("negated_there", f"the sentence negates {word.raw!r}")
    return None


def only_alleged(core: Core) -> Finding | None:
    """What is feared, alleged or possible there told without it."""
    there = _HEDGES.search(core.sentence.text)
    if there is None or _HEDGES.search(core.words):
        return None
    wanted = {stem(word) for word in core.verbs}
    behind = {word.stem for word in wording(_TURN.split(core.sentence.text[there.end() :])[0]).words}
    if not wanted & behind:
        return None
    return _open("only_alleged", f"the sentence says it with {there[0]!r}: keep how sure it is")


def of_all(core: Core) -> Finding | None:
    """All, only or most told of what the sentence says of some."""
    known = core.said.lows.union(*(wording(span.text).lows for span in core.evidence))
    for low in core.told.in_order:
        if low in _ALL and known.isdisjoint({low, *_ALL[low].split()}):
            return _open("of_all", f"the evidence does not say {low!r}")
    return None


def other_doer(core: Core) -> Finding | None:
    """The deed is there, but another name stands on that side of it: "Holm beat Varga" for "Varga beat Holm"."""
    known = frozenset(low for name in core.reading.names for low in wording(name.text).lows)
    told, said = wording(_RELATIVE.sub(" ", core.words)), wording(_RELATIVE.sub(" ", core.sentence.text))
    for word in core.verbs:
        ours, theirs = told.places.get(stem(word), ()), said.places.get(stem(word), ())
        if len(ours) != 1 or len(theirs) != 1:
            continue
        (mine_at,), (at,) = ours, theirs
        mine, other = _sides(told, mine_at, known), _sides(said, at, known)
        if _is_passive(told, mine_at) != _is_passive(said, at):
            continue
        for here, there in zip(mine, other, strict=True):
            if here and there and here[0] == there[0] and here[1].isdisjoint(there[1]) and here[1] & said.lows:
                name = " ".join(sorted(there[1])).title()
                return _open("other_doer", f"the sentence has {name} beside {word!r} in this place")
    return None


_RELATIVE = re.compile(r", (?:who|which|whose)\b[^,.;]*,")
_Side = tuple[str, frozenset[str]] | None
"""A preposition or nothing, and the name behind it."""


def _sides(text: Wording, at: int, known: frozenset[str]) -> tuple[_Side, _Side]:
    """The names nearest before and behind a place, in the same clause; None where there is none."""
    return _nearest(text, at, -1, known), _nearest(text, at, 1, known)


def _nearest(text: Wording, at: int, step: int, known: frozenset[str]) -> _Side:
    named = {place for place, word in names_told(text) if word.low in known}
    place = at + step
    while 0 <= place < len(text.words) and text.in_order[place] not in _ENDS:
        if place in named:
            first = last = place
            while first - 1 in named:
                first -= 1
            while last + 1 in named:
                last += 1
            before = text.in_order[first - 1] if first else ""
            preposition = before if before in PREPOSITIONS else ""
            if step > 0 or not preposition:
                return preposition, frozenset(text.in_order[first : last + 1])
            place = first
        place += step
    return None


_ENDS = SAYING | frozenset({".", ";", ":", "!", "?", "that", "because", "while", "when", "if", "but"})


def _is_passive(text: Wording, at: int) -> bool:
    """Whether a form of "be" stands before a participle."""
    before = text.in_order[max(0, at - 3) : at]
    return is_past(text.words[at].low) and not _BE.isdisjoint(before)


_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "got"})


def numbers_turned(core: Core) -> Finding | None:
    """Two numbers side by side in the other order: "9 to 14" for "14 to 9"."""
    mine, theirs = _pairs(core.told), _pairs(core.said)
    for one, other in mine:
        if (other, one) in theirs and (one, other) not in theirs and one != other:
            return _open("numbers_turned", f"the sentence gives these numbers the other way round: {other:g}, {one:g}")
    return None


def _pairs(text: Wording) -> list[tuple[float, float]]:
    plain = sorted((one for one in figures_of(text) if one.value is not None and one.end), key=lambda one: one.start)
    return [
        (one.value, other.value)
        for one, other in pairwise(plain)
        if one.value is not None and other.value is not None and other.start - one.end <= _NEAR
    ]


_NEAR = 5
"""Characters between two numbers of a score or a vote."""


def _last_word(text: str, cue: Cue) -> str:
    words = re.findall(r"[^\W\d_]+", text[cue.start : cue.end])
    return words[-1] if words else ""


def _open(rule: str, reason: str) -> Finding:
    return Finding(rule, "open", reason)


_LOOKS: tuple[Callable[[Core], Finding | None], ...] = (
    not_said_so,
    only_alleged,
    other_doer,
    numbers_turned,
    beside_it,
    number_beside_it,
    of_all,
    verb_of_none,
)
_LOOKS_AT_MANY: tuple[Callable[[Core], Finding | None], ...] = (far_apart, of_all, verbs_of_none)
