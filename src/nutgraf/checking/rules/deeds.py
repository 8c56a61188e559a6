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
from nutgraf.checking.rules.force.clashes import CLASHES, TELLING
from nutgraf.checking.rules.force.governed import BREAKS, ENDING_CLAUSE, Manner, clause_at
from nutgraf.checking.rules.force.headline import told_in_title
from nutgraf.checking.rules.force.manner import ALLEGING
from nutgraf.checking.rules.force.told import Told, describes, told_at
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
_LIMITS = re.compile(
    r"\b(?:until|till|no longer|unless)\b"
    r"|(?:\bnot|n't|\bnever)\b[^.;:!?]{0,80}\bbut (?:of|for|in|on|at|to|by|from|with|as|because|the|an?|only|his|her|its|their)\b"
    r"|(?:\bnot|n't|\bnever|\bno) (?:only|just|merely|fully|always|all|every|everyone|both|entirely|even|necessarily|alone|more)\b"
)
"""With these a "not" says less than that it is not so: "did not end until Friday", "not all", "not of murder but of theft"."""
_PARTING = CLAUSE_WORDS | BREAKS
MOST_PLACES = 12
"""A verb that stands in more places of its sentences proves nothing."""


def told_otherwise(claim: Claim) -> Finding | None:
    """A verb with another force: "asked the judge to jail him" told as "jailed him", "may close" as "will close"."""
    doubt: Finding | None = None
    for word, told, places in _shared_verbs(claim):
        clashes = CLASHES.get(told.manner, {})
        outcomes = {clashes.get(place.manner) for place in places}
        manner = places[0].manner
        if None in outcomes or _is_excused(claim, told, manner):
            continue
        rule, how = TELLING[manner]
        if told.manner == "not":
            rule = "turned_round"
        reason = f"the cited sentences tell {word.raw!r} {how}, not {TELLING[told.manner][1]}: tell it as they do"
        proves = outcomes == {"refuted"} and not _is_unsure(claim, word, told, places)
        found = Finding(rule, _outcome(told, places, claim) if proves else "open", reason)
        if found.outcome == "refuted":
            return found
        doubt = doubt or found
    return doubt


def _is_excused(claim: Claim, told: Told, manner: Manner) -> bool:
    """Whether the statement holds back in another word what its verb tells otherwise, or a "not" says less than it seems to."""
    mine, lows = told.manner, claim.told.lows
    if (mine == "not" or manner == "not") and (
        _limited(claim) or (mine != "not" and "not" in negations(claim.told.text))
    ):
        return True
    if mine == "maybe":  # "if it has closed", "so that they could go", "another possibility is that they burned it"
        return told.conditional or "could" in lows or not _DOUBTING.isdisjoint(claim.said.lows)
    if mine == "present" and manner in {"will", "planned", "would"}:  # "stays shut until May"
        return any(WORDS[low] & _WHEN for low in lows)
    if manner == "maybe":  # "have possibly been ruined"
        return not (_POSSIBLE if mine == "will" else _DOUBTING).isdisjoint(lows)
    held = manner in {"denied", "alleged"} or (manner == "not" and mine not in _FACTS)
    return held and mine != "not" and not _HEDGES.isdisjoint(lows)


_WHEN = c.WEEKDAY | c.MONTH | c.DAY_WORD | c.TIME_UNIT | c.SEASON
_FACTS: frozenset[Manner] = frozenset({"done", "ongoing"})


def _is_unsure(claim: Claim, word: Word, told: Told, places: Sequence[Told]) -> bool:
    """Whether other words of the two may make up for the force of the verb."""
    manner, lows = places[0].manner, claim.told.lows
    if told.manner == "not":
        # Another "not" of theirs may be the one: "found that they had no records", "found no records".
        return bool(negations(claim.said.text))
    if told.manner == "will":
        # Headlines leave "will be" out: "problems only resolved next week", "will be rolled back and the valve replaced".
        shared = (_shares_will(s, place) for s in claim.sentences for place in s.places.get(word.stem, ()))
        return manner == "done" and (lie_ahead(claim.told, claim.sentences) or any(shared))
    if manner == "denied":
        # Whose word is denied, and whose the statement gives it as, words don't tell: "…, a former clerk suggested".
        return not _CUES.isdisjoint(lows - {word.low})
    if manner == "maybe":
        return not ALLEGING.isdisjoint(lows)  # "allegedly dined" of "asked whether he had"
    if manner == "sought":
        return _DID_SO.search(claim.said.text) is not None
    ahead = manner in {"will", "planned"}
    return ahead and (told.manner == "ongoing" or _hangs_on_will(claim, word))  # "is closing its plant"


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
        told = told_in_title(claim.told, at)
        if told is None:
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
    if claim.told.in_order[at + 1 : at + 2] == ["by"]:  # a passive has its object before it
        mine |= before(claim.told, at)
    places = [(sentence, place) for sentence in claim.sentences for place in sentence.places.get(known, ())]
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
