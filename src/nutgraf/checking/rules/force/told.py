"""With what force one place of a text tells a verb, with what its sentence says around it: an "if", a denial, a question."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from nutgraf.checking.rules import english
from nutgraf.checking.rules.english import of_list
from nutgraf.checking.rules.force.condition import CONDITIONAL, condition_of
from nutgraf.checking.rules.force.governed import (
    ALMOST,
    BREAKS,
    ENDING_CLAUSE,
    NOT,
    REACH,
    Manner,
    less_adverbs,
)
from nutgraf.checking.rules.force.manner import (
    BETWEEN,
    DENYING,
    MORE_PAST,
    MULLING,
    copula,
    is_past,
    less,
    manner_of,
    mulled,
)
from nutgraf.checking.rules.force.nouns import is_noun
from nutgraf.checking.rules.stems import is_numeral
from nutgraf.checking.rules.words.wording import Wording
from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.en.vocabulary import WORDS

_DISMISSING = WORDS.any_of(c.DENIES) - DENYING
_AGAINST = DENYING | _DISMISSING
_CLAIMS = of_list("claims")
_DETERMINERS = of_list("determiners")
_SAYING = english.SAYING | english.PLAN_VERBS | of_list("ruled")
_WHETHER = of_list("whether")
_VERBAL = ("ed", "ing")
_LEADS = ("ly", "n't", "s")
_FINITE = english.FINITE | english.DUTY
_LEADING = _FINITE | english.ADVERBS | of_list("opening") | MULLING | ALMOST | BETWEEN | {"to"}


@dataclass(frozen=True)
class Told:
    """A verb as one place of a text tells it."""

    manner: Manner
    conditional: bool = False
    """Whether it hangs on an "if" or "unless" of its sentence."""
    copular: bool = False
    """Whether it is no verb, but what somebody or something is said to be."""
    aside: bool = False
    """Whether it stands in a clause that hangs on another: behind "after", "while", "which"."""


@lru_cache(maxsize=4096)
def told_at(text: Wording, at: int) -> Told:
    """With what force a text tells the verb at a place."""
    words, start = text.words, _sentence_start(text.in_order, at)
    if not may_be_told(words[at].low, text.in_order[at - 1] if at > start else "") or is_noun(text.in_order, at):
        return _UNTOLD
    before = text.in_order[start:at]
    manner, copular = manner_of(before, words[at]), False
    if manner == "unknown" and not is_past(words[at].low) and not words[at].low.endswith("ing"):
        manner = "maybe" if mulled(before) else copula(before)
        copular = manner not in {"unknown", "maybe"}
    if manner != "unknown" and not _MAY_ASK.isdisjoint(text.lows):
        manner = _asked(before) or manner
    if manner in _ASSERTING and "possible" in before and _is_possible(before):
        manner = "maybe"
    if (manner in _ASSERTING or before[-1:] == ["could"]) and _of_nothing(text.in_order, at):
        manner = "not" if manner in _ASSERTING else "unknown"  # "could find no papers" found none
    if manner != "unknown" and (_not_meant(before) or _shares(before)):
        manner = "unknown"
    if manner == "done" and words[at].low.endswith("ing") and "still" in before[-4:]:
        manner = "ongoing"
    condition = None if CONDITIONAL.isdisjoint(text.lows) else condition_of(text, start, at)
    if manner not in {"not", "unknown"} and not _AGAINST.isdisjoint(text.lows) and _denied(before):
        manner = "denied"
    if condition == "inside" and manner not in {"not", "denied", "unknown"}:
        bare = is_past(words[at].low) and before[-1:] != [] and before[-1] not in _OF_GROUP
        # "will begin if it backs a plan [published] in May": no verb of what may be.
        manner = "unknown" if bare and "will" in text.lows and "would" not in text.lows else "maybe"
    if manner == "would" and not _EACH_TIME.isdisjoint(text.lows):
        manner = "unknown"  # "the phone would fail when held"
    if manner == "would" and condition is None and not _SAYING.isdisjoint(before):
        manner = "will"
    hangs = condition == "outside" and manner in {"will", "would", "maybe", "planned", "sought", "present"}
    conditional = hangs or (condition == "inside" and manner == "maybe")
    return Told(manner, conditional, copular, aside=_hangs(before))


def _is_possible(before: list[str]) -> bool:
    """Whether a verb stands in what is only possible: "it was possible that it had recorded"."""
    clause = before[before.index("possible") + 1 :]
    return clause[:1] == ["that"] and not {",", "and", "but", "or"}.intersection(clause)


def _of_nothing(lows: list[str], at: int) -> bool:
    """Whether a "no" before its object turns a verb: "made no offer", "found nothing"; not "took no longer"."""
    first, then = [*lows[at + 1 : at + 3], "", ""][:2]
    return first in {"nothing", "nobody"} or (first == "no" and then not in _MEASURING)


_ASSERTING: frozenset[Manner] = frozenset({"done", "ongoing", "present", "will"})
_MEASURING = of_list("measuring")


def _hangs(before: list[str]) -> bool:
    """Whether a subordinating word opens the clause that a verb closes."""
    for low in reversed(before):
        if low == ",":
            return False
        if low in _SUBORDINATING:
            return True
    return False


_SUBORDINATING = english.SUBORDINATING | english.RELATIVE
_EACH_TIME = frozenset({"when", "whenever"})


def _sentence_start(lows: list[str], at: int) -> int:
    last = max(0, at - _FAR)
    while at > last and lows[at - 1] not in BREAKS:
        at -= 1
    return at


_UNTOLD = Told("unknown")
_FAR = 60
"""Words before a verb among which anything tells its force: a sentence without end is not read back for each of its verbs."""


_ASKING = of_list("asking")
_MAY_ASK = _ASKING | {"if"}


def _asked(before: list[str]) -> Manner | None:
    """What a question leaves open: "it is unclear what started it", "whether it will close".

    Of what stands deeper in it nothing is told: "whether it gets the aid it has requested".
    """
    lows, _, _ = less_adverbs(before)
    group = len(less(lows, _OF_GROUP))
    deeper = not _SUBJECTS.isdisjoint(lows[group - 1 : group]) and _ASKING.isdisjoint(lows[group - 2 : group])
    for at in range(group - 1, -1, -1):
        low = lows[at]
        if low == "if" and at and lows[at - 1] in _WHETHER:
            low = "whether"
        if low in _ASKING:
            if lows[group - 1] == "," and not _NON_FINITE.isdisjoint(lows[at + 1 : group - 1]):
                return None  # "who has not decided whether to return, put her hand on it"
            if (
                lows[at + 1 : at + 2] == ["to"]
                and lows[group - 1] == "and"
                and not english.FINITE.isdisjoint(lows[group:])
            ):
                return None  # "has yet to decide whether to join and will vote next week"
            return "unknown" if deeper or low != "whether" else "maybe"
        if low in _TURNING_AWAY:
            return None
        deeper = deeper or low in english.FINITE or low == "that"
    return None


_SUBJECTS = frozenset({"it", "he", "she", "they", "that", "which", "who"})
_NON_FINITE = frozenset({"to", "be", "been", "being"})
_OF_GROUP = english.FINITE | _NON_FINITE
_TURNING_AWAY = frozenset({"but", "while", "although", "though"})


def _not_meant(before: list[str]) -> bool:
    """Whether a verb stands in what is not said or thought: "do not imply that it is misguided"."""
    at = len(before) - 1 - before[::-1].index("that") if "that" in before else 0
    return any(low in NOT or low.endswith("n't") for low in before[:at][-3:])


def _shares(before: list[str]) -> bool:
    """Whether a form may share what stands before another: "would have slowed it but made no difference"."""
    lows, _, _ = less_adverbs(before)
    return lows[-1:] in (["but"], ["and"], ["or"]) and not english.MAYBE.isdisjoint(lows)


def may_be_told(low: str, previous: str) -> bool:
    """False for most nouns, and for adverbs: the words beside them are looked at no further."""
    return low not in english.ADVERBS and (
        low.endswith(_VERBAL)
        or low in english.IRREGULAR_PAST
        or low in MORE_PAST
        or previous in _LEADING
        or previous.endswith(_LEADS)
    )


@lru_cache(maxsize=4096)
def describes(text: Wording, at: int) -> bool:
    """Whether a past form only describes something: "boats sold to Oslo are …", "the jet, painted blue, is …", "get extended leave"."""
    lows, word = text.in_order, text.words[at]
    rest, _, _ = less_adverbs([low for low in lows[max(0, at - REACH) : at] if low != '"'])
    if not is_past(word.low) or not rest or rest[-1] in _OF_GROUP:
        return False
    following = text.words[at + 1] if at + 1 < len(lows) else word
    noun = following.content and not following.capital and following.low not in english.ADVERBS
    if noun and rest[-2:-1] and rest[-2] in _GOVERNED | NOT:
        return True
    apart = rest[-1] == "," or (rest[-1] in _LASTLY and rest[-2:-1] == [","])
    opening = next((low for low in reversed(rest[-_PHRASE:]) if low == "with" or low in _ENDING or low in _FINITE), "")
    if opening == "with":
        return True  # "will reopen with bags searched"
    if _done_by(lows[at + 1 : at + 4]):
        return True  # "…, granted by the board", "grants topped up by loans"; not "rose by 5 percent"
    for here in range(at + 1, len(lows)):
        low = lows[here]
        if low in _SUBORDINATING and lows[here - 1] in english.PREPOSITIONS:
            continue  # "pencilled in for after the vote could be"
        if low in _FINITE:
            return True
        joined = low == "and" and here + 1 < len(lows) and lows[here + 1] not in _FINITE and is_past(lows[here + 1])
        if low in _ENDING and not joined and not (apart and low == ","):
            return False
    return False


def _done_by(behind: list[str]) -> bool:
    """Whether a participle's doer stands behind it."""
    if behind[:1] != ["by"]:
        behind = behind[1:] if behind[:1] and behind[0] in _PARTS else []
    return behind[:1] == ["by"] and behind[1:2] != [] and not is_numeral(behind[1])


_LASTLY = of_list("ordinal-adverbs")
_PHRASE = 4
"""Words of a thing with which something is: "with all bags"."""
_PARTS = of_list("particles")
_GOVERNED = english.WILL | english.MAYBE | english.DUTY | {"to"}
_ENDING = ENDING_CLAUSE | _SUBORDINATING | {"that"}


def _denied(before: list[str]) -> bool:
    """Whether the verb stands in what somebody denies."""
    for at in range(len(before) - 1, -1, -1):
        low = before[at]
        anew = low == "and" and (
            before[at - 1 : at] == [","]
            or not english.SAYING.isdisjoint(before[at + 1 : at + 2])
            or (_is_of_the_verb(before[at + 1 :]) and _HOLDING.isdisjoint(before))  # "denied the charge and left"
        )
        # "denied that, saying all had"
        saying = low.endswith("ing") and before[at - 1 : at] == [","] and WORDS[low] & c.CUE
        if low in _ANEW or anew or saying:
            return False
        if low in DENYING and not (at and before[at - 1] in _DETERMINERS):  # "the dispute" is none
            return not _set_apart(before, at) and not _holds_verb(before[at + 1 :])
        if low in _DISMISSING:
            return not _CLAIMS.isdisjoint(before[at : at + 5])
    return False


_ANEW = english.SUBORDINATING | {"but", "whose"}


def _is_of_the_verb(between: list[str]) -> bool:
    """Whether nothing but auxiliaries and adverbs stands before a verb: "[has since been] cleared"."""
    helps = c.PRESENT_BE | c.PAST_BE | c.HAVE | c.HAD | c.WILL | c.ADVERB
    return all(WORDS[low] & helps or low == "been" for low in between)


def _holds_verb(between: list[str]) -> bool:
    """Whether what is denied has its verb already: "denied that it had ignored a letter [sent] in May"."""
    between = less(between, _OF_GROUP)
    return between[-1:] not in (["and"], ["or"]) and any(is_past(low) for low in between)


_HOLDING = frozenset({"that", "he", "she", "they", "it", "having"})
"""With these what is denied is a clause, which goes on behind "and"."""


def _set_apart(before: list[str], at: int) -> bool:
    """Whether a word stands in a relative clause that has closed since: "Lee, who denies theft, left"."""
    if "," not in before[at:]:
        return False
    return next((before[n - 1] for n in range(at, 0, -1) if before[n] in _RELATIVE), "") == ","


_RELATIVE = frozenset({"who", "which"})
