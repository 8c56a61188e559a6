"""The same verb told with another force: a plan, an attempt, a denial, a possibility told as a fact; a fact turned round.

Each rule speaks only where *every* place of the verb in the cited sentences says otherwise than the statement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

from nutgraf.checking.rules.claim import Claim, Finding, Outcome
from nutgraf.checking.rules.english import CLAUSE_WORDS, of_list
from nutgraf.checking.rules.force.governed import BREAKS, ENDING_CLAUSE, Manner, clause_at
from nutgraf.checking.rules.force.told import Told, describes, may_be_told, told_at
from nutgraf.checking.rules.words.wording import Word, Wording
from nutgraf.checking.speech.grammar import verbs
from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.en.vocabulary import WORDS
from nutgraf.reading.verbs.tense import negations

_LIGHT = of_list("light")
"""Verbs that stand in any sentence."""
_CONDITIONS = of_list("conditions")
_POSSIBLE = frozenset({"could", "may", "might"})
_SOME = of_list("some")
"""Words for a part of a whole, of which another thing may be true than of the rest."""
_HEDGES = of_list("hedges")
_DOUBTING = of_list("doubting")
_CUES = WORDS.any_of(c.CUE)
ALLEGING = frozenset({"allegedly", "reportedly"})
"""Hedges of a verb that leave open whether it is so; who is accused of one thing may have done another."""
_LIMITS = re.compile(
    r"\b(?:until|till|no longer|unless)\b"
    r"|(?:\bnot|n't|\bnever)\b[^.;:!?]{0,80}\bbut (?:of|for|in|on|at|to|by|from|with|as|because|the|an?|only|his|her|its|their)\b"
    r"|(?:\bnot|n't|\bnever|\bno) (?:only|just|merely|fully|always|all|every|everyone|both|entirely|even|necessarily|alone|more)\b"
)
"""With these a "not" says less than that it is not so: "did not end until Friday", "not all", "not of murder but of theft"."""
_PARTING = CLAUSE_WORDS | BREAKS
MOST_PLACES = 12
"""A verb that stands in more places of its sentences proves nothing."""
_NOT_DONE: dict[Manner, tuple[str, str]] = {
    "will": ("plan_as_done", "as to come"),
    "planned": ("plan_as_done", "as planned"),
    "decided": ("plan_as_done", "as decided"),
    "maybe": ("maybe_as_certain", "as possible"),
    "would": ("maybe_as_certain", "as what would be"),
    "sought": ("attempt_as_done", "as tried or wanted"),
    "denied": ("denied_as_fact", "as denied"),
    "almost": ("nearly_as_done", "as nearly so"),
    "not": ("negation_dropped", "as not so"),
}
"""By the manner of the sentences the rule that it breaks to tell it as done, and how they tell it."""


def told_as_done(claim: Claim) -> Finding | None:
    """What is planned, tried, possible, nearly so or not so told as a fact: "asked the judge to jail him", "jailed him"."""
    for word, told, places in _shared_verbs(claim):
        if told.manner not in {"done", "ongoing"} or not all(place.manner in _NOT_DONE for place in places):
            continue
        manner = places[0].manner
        if manner == "not" and (_limited(claim) or "not" in negations(claim.told.text)):
            continue
        if manner == "denied" and not _HEDGES.isdisjoint(claim.told.lows):
            continue
        if manner == "maybe" and not _DOUBTING.isdisjoint(claim.told.lows):
            continue  # "have possibly been ruined"
        rule, how = _NOT_DONE[manner]
        reason = f"the cited sentences tell {word.raw!r} {how}, not as done: tell it as they do"
        # Whose word is denied, and whose the statement gives it as, words don't tell: "…, a former clerk suggested".
        reported = manner == "denied" and not _CUES.isdisjoint(claim.told.lows - {word.low})
        # "allegedly dined" of "asked whether he had"
        alleged = manner == "maybe" and not ALLEGING.isdisjoint(claim.told.lows)
        ahead = manner in {"will", "planned"}
        did_so = manner == "sought" and _DID_SO.search(claim.said.text)
        decided = bool(did_so) or any(place.manner == "decided" for place in places)
        coming = ahead and (told.manner == "ongoing" or _hangs_on_will(claim, word))  # "is closing its plant"
        proved = "open" if reported or alleged or decided or coming else _outcome(told, places, claim)
        return Finding(rule, proved, reason)
    return None


_DID_SO = re.compile(r"\b(?:did|does|do|done|doing) so\b")
"""What was asked for is told as done by this: "urged them to sign; they did so"."""


def _hangs_on_will(claim: Claim, word: Word) -> bool:
    """Whether a form stands behind a "with" that hangs on what will be: "will run a fifth of them, with services cut to one"."""
    before = claim.told.in_order[: next(at for at, other in enumerate(claim.told.words) if other is word)]
    last = len(before) - 1 - before[::-1].index("with") if "with" in before else 0
    return not _WILL.isdisjoint(before[:last])


_WILL = WORDS.any_of(c.WILL)


def told_without_reserve(claim: Claim) -> Finding | None:
    """What the cited sentences tell only as alleged, planned or possible, told in words that leave its force open."""
    if not _WITH_RESERVE.isdisjoint(claim.told.lows):
        return None
    for at, word in enumerate(claim.told.words):
        if word.content and not word.capital and word.low not in _LIGHT and word.stem in claim.said.stems:
            mine = told_at(claim.told, at).manner
            places = [(text, place) for text in claim.sentences for place in text.places.get(word.stem, ())]
            if any(describes(text, place) for text, place in places[:MOST_PLACES]):
                continue
            manners = {told_at(text, place).manner for text, place in places[:MOST_PLACES]}
            if mine in {"done", "present", "unknown"} and manners and manners <= _RESERVES:
                reason = f"the cited sentences tell {word.raw!r} as alleged or possible"
                return Finding("told_without_reserve", "open", reason)
    return None


_RESERVES: frozenset[Manner] = frozenset({"alleged", "maybe"})
_WITH_RESERVE = WORDS.any_of(c.MAYBE, c.WILL, c.DUTY) | of_list("reserved") | _HEDGES | _CONDITIONS


def maybe_as_certain(claim: Claim) -> Finding | None:
    """A "could" told as a "will"; what somebody "said would" come may be told as what will."""
    if not _POSSIBLE.isdisjoint(claim.told.lows):
        return None
    for word, told, places in _shared_verbs(claim):
        if told.manner == "will" and all(place.manner == "maybe" for place in places):
            reason = f"it says that {word.raw!r} will be so: tell it as possible, as the cited sentences do"
            return Finding("maybe_as_certain", _outcome(told, places, claim), reason)
    return None


def dropped_condition(claim: Claim) -> Finding | None:
    """What hangs on an "if" or "unless" told without it."""
    if not _CONDITIONS.isdisjoint(claim.told.lows):
        return None
    for word, told, places in _shared_verbs(claim):
        if told.manner in {"will", "planned", "done"} and all(place.conditional for place in places):
            reason = f"it leaves out the condition on which the cited sentences say {word.raw!r}: keep the 'if'"
            # Which part of a plan hangs on the condition, words don't tell.
            proved = "open" if told.manner == "planned" else _outcome(told, places, claim)
            return Finding("dropped_condition", proved, reason)
    return None


def done_as_coming(claim: Claim) -> Finding | None:
    """What is done told as coming."""
    for word, told, places in _shared_verbs(claim):
        if told.manner == "will" and all(place.manner == "done" for place in places):
            reason = f"it tells as coming what by the cited sentences is done: {word.raw!r}"
            # Headlines leave "will be" out: "problems only resolved next week", "will be rolled back and the valve replaced".
            ahead = lie_ahead(claim.told, claim.sentences) or any(
                _shares_will(s, place) for s in claim.sentences for place in s.places.get(word.stem, ())
            )
            return Finding("done_as_coming", "open" if ahead else _outcome(told, places, claim), reason)
    return None


def _shares_will(text: Wording, at: int) -> bool:
    """Whether a participle shares the "will be" of another before it: "will be rolled back and the valve replaced"."""
    before = text.in_order[:at]
    last = max((here for here, low in enumerate(before) if low in _WILL), default=-1)
    between = before[last + 1 :]
    return last >= 0 and "and" in between and BREAKS.isdisjoint(between) and between[0] in {"be", "have"}


def lie_ahead(told: Wording, sentences: Sequence[Wording]) -> bool:
    """Whether a statement and one of its sentences both tell of a time to come."""
    return bool(_AHEAD.search(told.text)) and any(_AHEAD.search(sentence.text) for sentence in sentences)


_AHEAD = re.compile(r"\b(?:tomorrow|next (?!to\b))")
"""A time to come: a bare participle before it leaves its "will be" out, as headlines do."""


def turned_round(claim: Claim) -> Finding | None:
    """A "not" or "never" put to a verb that the cited sentences tell without."""
    for word, told, places in _shared_verbs(claim):
        if told.manner == "not" and all(place.manner in {"done", "will", "present", "ongoing"} for place in places):
            if not _limited(claim):
                # Another "not" of theirs may be the one: "found that they had no records", "found no records".
                proved = "open" if negations(claim.said.text) else _outcome(told, places, claim)
                reason = f"it says that it is not so, where the cited sentences say that it is: {word.raw!r}"
                return Finding("turned_round", proved, reason)
        elif (
            told.manner in {"will", "would", "present"}
            and all(place.manner in {"not", "denied"} for place in places)
            and not _limited(claim)
            and _HEDGES.isdisjoint(claim.told.lows)
        ):
            reason = f"it says that it is so, where the cited sentences say that it is not: {word.raw!r}"
            return Finding("negation_dropped", _outcome(told, places, claim), reason)
    return None


def _limited(claim: Claim) -> bool:
    """Whether a word limits what is negated, or the statement tells of another part than the sentences."""
    if not (_SOME & claim.told.lows) <= claim.said.lows:
        return True
    if any(not any(figure.equals(other) for other in claim.figures_said) for figure in claim.figures):
        return True
    earlier = "before" in claim.told.lows and "before" not in claim.said.lows
    return earlier or bool(_LIMITS.search(claim.told.text) or _LIMITS.search(claim.said.text))


@lru_cache(maxsize=16)
def _shared_verbs(claim: Claim) -> tuple[tuple[Word, Told, list[Told]], ...]:
    """The verbs of a statement that its sentences hold too, and how each place tells them; those of its main clause first."""
    return tuple(sorted(_shared(claim), key=lambda found: found[1].aside))


def _outcome(told: Told, places: Sequence[Told], claim: Claim) -> Outcome:
    """What another force proves: of a verb in passing ("after a wide ball ended the match"), or of one among several, too little."""
    return "open" if told.aside or any(place.aside for place in places) or tells_much(claim) else "refuted"


def tells_much(claim: Claim) -> bool:
    """Whether a statement has so many verbs that words alone don't tell which of the sentences' each of them is."""
    return len(verbs(claim.told.text)) >= _MANY_VERBS


_MANY_VERBS = 3


def _shared(claim: Claim) -> Iterator[tuple[Word, Told, list[Told]]]:
    said = claim.said.stems
    for at, word in enumerate(claim.told.words):
        if not word.content or word.stem not in said or word.low in _LIGHT or (at and word.capital):
            continue
        if describes(claim.told, at):
            continue
        if not may_be_told(word.low, claim.told.in_order[at - 1] if at else ""):
            continue
        told = told_at(claim.told, at)
        if told.manner == "unknown":
            continue
        at_all = [(sentence, place) for sentence in claim.sentences for place in sentence.places.get(word.stem, ())]
        if len(at_all) > MOST_PLACES or all(of_another(claim, at, sentence, place) for sentence, place in at_all):
            continue
        places = [told_at(sentence, place) for sentence, place in at_all]
        described = any(describes(sentence, place) for sentence, place in at_all)
        proving = (
            places
            and not described
            and not any(place.manner == "unknown" or place.copular != told.copular for place in places)
        )
        same = _same_subject if told.copular else _same_object
        if proving and same(claim, at, word.stem) and _tells_it(claim, at, [sentence for sentence, _ in at_all]):
            yield word, told, places


def _tells_it(claim: Claim, at: int, holding: Sequence[Wording]) -> bool:
    """Whether one of these sentences has most of the words around a place of the statement: others say it in other words."""
    first, stop = clause_at(claim.told.in_order, at, ENDING_CLAUSE)
    clause = {word.stem for word in claim.told.words[first:stop] if word.content}
    most = max(len(clause & sentence.stems) for sentence in claim.sentences)
    return any(len(clause & sentence.stems) == most for sentence in holding)


def _same_subject(claim: Claim, at: int, known: str) -> bool:
    """Whether what somebody is said to be is said of the same one, as far as the words before it tell."""
    mine = before(claim.told, at)
    return all(
        mine & before(sentence, place) for sentence in claim.sentences for place in sentence.places.get(known, ())
    )


def _same_object(claim: Claim, at: int, known: str) -> bool:
    """False where the verb has other words beside it at every place: "sought help" is not "sought treatment"."""
    mine = behind(claim.told, at)
    places = [(sentence, place) for sentence in claim.sentences for place in sentence.places.get(known, ())]
    # A passive has its object before it.
    return not mine or any(
        not (said := behind(sentence, place)) or mine & (said | before(sentence, place)) for sentence, place in places
    )


def of_another(claim: Claim, at: int, said: Wording, place: int) -> bool:
    """Whether the clause of a place names somebody before it, and the statement somebody else before its own."""
    mine, theirs = _named_before(claim, claim.told, at), _named_before(claim, said, place)
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _named_before(claim: Claim, text: Wording, at: int) -> frozenset[str]:
    """The full names of those named before a place within its clause; a word that nobody knows may be a name too."""
    fulls = claim.names.fulls
    first, _ = clause_at(text.in_order, at, _PARTING)
    capitals = (word.low.removesuffix("'s") for word in text.words[first:at] if word.capital)
    return frozenset(full for low in capitals for full in fulls.get(low, () if low in WORDS.known else (low,)))


def behind(text: Wording, at: int) -> frozenset[str]:
    """The nearest content words behind a place, within its clause."""
    return frozenset(word.stem for word in islice(text.beside(at, 1, 7), 3))


def before(text: Wording, at: int) -> frozenset[str]:
    """The nearest two content words before a place, within its clause."""
    return frozenset(word.stem for word in islice(text.beside(at, -1, 6), 2))
