"""With what force a text tells a verb: as done, to come, possible, tried, denied, not so.

Read from the words before it in its sentence. Where they leave it open - a noun, an adjective, an infinitive behind another
verb - the answer is "unknown", and nothing is proved.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from nutgraf.checking.rules.wording import Word, Wording
from nutgraf.checking.rules import english as verbs
from nutgraf.checking.rules.english import PREPOSITIONS

Manner = Literal["done", "ongoing", "present", "will", "would", "maybe", "planned", "sought", "not", "denied", "almost", "unknown"]
"""*planned*: agreed, ordered, expected; *sought*: tried, wanted, threatened; *maybe*: could, may, or inside an if-clause; *would*: no
reported "will"."""

_PLANNED = verbs.listed(
    "plan agree decide expect due schedule slate poise set vow promise pledge intend aim prepare going about ready likely vote"
    " arrange commit propose decision agreement promise pledge vow deal proposal"
)
_SOUGHT = verbs.listed(
    "try attempt seek want hope ask order urge threaten offer invite call tell instruct beg encourage advise lobby fight bid effort"
    " attempt threat demand request bill motion wish press struggle campaign push offer order appeal pressure petition sue"
    " tell warn require need ought"
)
_IN_VAIN = verbs.listed("fail refuse decline unable failure refusal decline forget neglect cease reluctant loath unwilling never")
_DENYING = verbs.listed("deny denies denied denying denial dispute disputes disputed disputing")
_DISMISSING = verbs.listed("reject rejects rejected dismiss dismisses dismissed refute refutes refuted rebut rebutted rebuts")
_AGAINST = _DENYING | _DISMISSING
_CLAIMS = verbs.listed(
    "claim claims allegation allegations accusation accusations charge charges report reports suggestion suggestions assertion"
    " assertions rumour rumours rumor rumors notion"
)
_BE = verbs.PRESENT_BE | {"be", "being", "been", "get", "gets", "got", "getting"}
_BREAKS = frozenset({".", ";", ":", "!", "?", "\n"})
_NOT = verbs.listed("not never no neither nor hardly barely scarcely cannot")
_ALMOST = verbs.listed("almost nearly")
_WITHOUT = verbs.listed("without against")
_PREVENTING = verbs.listed("prevent prevented prevents refrain refrained abstain abstained stop stopped stops keep kept barred bar ban banned bans block blocked")
_MULLING = verbs.listed(
    "consider considers considered considering weigh weighs weighed weighing mull mulls mulled mulling contemplate contemplates"
    " contemplated contemplating"
)
_AVOIDING = verbs.listed("avoid avoids avoided avoiding short instead rather ruled rules")
_NO_SUBJECT = verbs.listed("nobody none nothing neither no")
_SAYING = verbs.SAYING | verbs.PLAN_VERBS | verbs.listed("confirm confirms decided ruled")
_WHETHER = verbs.listed(
    "ask asks asked asking see know knows knew wonder wonders wondered decide decides decided determine learn doubt unclear sure even as"
    " what test find say"
)
_MODALS = verbs.WILL | verbs.MAYBE
_MODALS_OR_TO = _MODALS | {"to"}
_HAS = verbs.HAVE | verbs.HAD | {"having"}
_IS = verbs.PAST_BE | verbs.PRESENT_BE
_IS_OR_HAS = _IS | _HAS
_CLAUSE_WORDS = verbs.CLAUSE_WORDS - {"and", "or"}
_REACH = 6
_VERBAL = ("ed", "ing")
_LEADS = ("ly", "n't", "s")
_LEADING = verbs.WILL | verbs.MAYBE | verbs.DUTY | verbs.DO | verbs.DID | verbs.HAVE | verbs.HAD | verbs.PAST_BE | _BE | verbs.ADVERBS
_LEADING |= _MULLING | _ALMOST | verbs.listed("to a an the so as very too quite that his her their its")
"""Words before an infinitive among which its governing verb is looked for."""


@dataclass(frozen=True)
class Told:
    """A verb as one place of a text tells it."""

    manner: Manner
    conditional: bool = False
    """Whether it hangs on an "if" or "unless" of its sentence."""
    copular: bool = False
    """Whether it is no verb, but what somebody or something is said to be."""


@lru_cache(maxsize=4096)
def told_at(text: Wording, at: int) -> Told:
    """With what force a text tells the verb at a place."""
    words, start = text.words, _sentence_start(text.in_order, at)
    if not may_be_told(words[at].low, text.in_order[at - 1] if at > start else ""):
        return _UNTOLD
    before = text.in_order[start:at]
    manner, copular = _manner(before, words[at]), False
    if manner == "unknown" and not _is_past(words[at].low) and not words[at].low.endswith("ing"):
        manner = "maybe" if _mulled(before) else _copula(before)
        copular = manner not in {"unknown", "maybe"}
    if manner != "unknown" and not _ASKING.isdisjoint(text.lows):
        manner = _asked(before) or manner
    condition = _condition(text, start, at) if "if" in text.lows or "unless" in text.lows else None
    if manner not in {"not", "unknown"} and not _AGAINST.isdisjoint(text.lows) and _denied(before):
        manner = "denied"
    if condition == "inside" and manner not in {"not", "denied"}:
        manner = "maybe" if manner != "unknown" else manner
    if manner == "would" and condition is None and not _SAYING.isdisjoint(before):
        manner = "will"
    hangs = condition == "outside" and manner in {"will", "would", "maybe", "planned", "sought", "present"}
    return Told(manner, conditional=hangs or (condition == "inside" and manner == "maybe"), copular=copular)


def _sentence_start(lows: list[str], at: int) -> int:
    while at > 0 and lows[at - 1] not in _BREAKS:
        at -= 1
    return at


_UNTOLD = Told("unknown")


_ASKING = frozenset({"what", "whether", "why", "how"})


def _asked(before: list[str]) -> Manner | None:
    """What a question leaves open: "it is unclear what started it", "whether it will close"."""
    for low in reversed(before):
        if low in _ASKING:
            return "maybe" if low == "whether" else "unknown"
        if low in _ENDING_CLAUSE or low == "that":
            return None
    return None


def may_be_told(low: str, previous: str) -> bool:
    """False for most nouns: the words beside them are looked at no further."""
    return low.endswith(_VERBAL) or low in verbs.IRREGULAR_PAST or low in _MORE_PAST or previous in _LEADING or previous.endswith(_LEADS)


def _manner(before: list[str], word: Word) -> Manner:
    """The force of a verb form behind these words."""
    rest, negated, almost = _less_adverbs(before)
    previous = rest[-1] if rest else ""
    plain = _form(rest, previous, word)
    if plain in {"unknown", "denied"}:
        return plain
    if negated or (_nobody(rest) and plain in {"done", "will", "ongoing", "present", "maybe"}):
        return "not" if plain not in {"sought", "planned"} else "unknown"
    return "almost" if almost and plain == "done" else plain


def _less_adverbs(before: list[str]) -> tuple[list[str], bool, bool]:
    """The words before a verb less its adverbs; whether they negate it; whether it nearly was."""
    at, negated, almost = len(before), False, False
    while at and (
        before[at - 1] in verbs.ADVERBS or before[at - 1] in _ALMOST or (before[at - 1].endswith("ly") and before[at - 1] != "family")
    ):
        at -= 1
        negated = negated or before[at] in _NOT or before[at] == "longer"
        almost = almost or before[at] in _ALMOST
    if at and before[at - 1].endswith("n't"):
        negated = True
    return before[:at], negated, almost


def _form(before: list[str], previous: str, word: Word) -> Manner:
    low = word.low
    if previous in _MODALS:
        return _modal(previous)
    if previous in verbs.DUTY:
        return "sought" if previous not in {"can", "can't", "cannot"} else ("not" if previous != "can" else "unknown")
    if previous in verbs.DID:
        return "done"
    if previous in verbs.DO:
        return "present"
    if previous == "to":
        return _infinitive(before[:-1])
    if low.endswith("ing") and len(low) > 4:
        return _gerund(before, previous)
    if _is_past(low):
        return _participle(before, previous)
    if previous.endswith("s") and not previous.endswith(("ss", "us", "is", "'s")) and not low.endswith("s"):
        return "present"  # "models include"
    return "unknown"  # "closes" may be a verb, "bribes" a noun


def _mulled(before: list[str]) -> bool:
    """Whether it is only thought of: "would consider an appeal"."""
    while before and before[-1] in _BETWEEN:
        before = before[:-1]
    return bool(before) and before[-1] in _MULLING


def _copula(before: list[str]) -> Manner:
    """What somebody or something is: "is not the first", "was alive", "will be mayor"."""
    while before and before[-1] in _BETWEEN:
        before = before[:-1]
    rest, negated, _ = _less_adverbs(before)
    previous = rest[-1] if rest else ""
    if previous in _IS:
        return "not" if negated else "done" if previous in verbs.PAST_BE else "present"
    return _be(rest[:-1], previous) if previous in {"be", "been"} and not negated else "unknown"


_BETWEEN = verbs.listed("a an the so as very too quite that his her their its")


def _modal(word: str) -> Manner:
    """What a modal says: "will", "would", "could" and "may"."""
    return "will" if word in verbs.WILL else "would" if word.startswith("would") or word.endswith("'d") else "maybe"


def _is_past(low: str) -> bool:
    return low in verbs.IRREGULAR_PAST or low in _MORE_PAST or (low.endswith("ed") and len(low) > 3)


_MORE_PAST = verbs.listed("sued tied died lied fled led rebuilt bled sped stung swung spun dug wept sworn sunk split lay sprang stolen")


def _participle(before: list[str], previous: str) -> Manner:
    """A past form: behind "was" or "has", alone, or as an adjective."""
    if previous in _HAS:
        earlier, negated, _ = _less_adverbs(before[:-1])
        if negated:
            return "not"
        if earlier and earlier[-1] in _MODALS_OR_TO:
            return "unknown" if earlier[-1] == "to" else _modal(earlier[-1])
        return "done"
    if previous in verbs.PAST_BE or previous in {"got", "gets"}:
        return "done"
    if previous in {"be", "been", "being"}:
        return _be(before[:-1], previous)
    if previous in verbs.PRESENT_BE:
        return "present"
    if previous in verbs.ARTICLES or previous in PREPOSITIONS or not before:
        return "unknown"
    if _caused(before):
        return "sought"
    return "done"


def _be(before: list[str], form: str) -> Manner:
    """What stands before "be", "been", "being": "will be", "could have been", "to be", "has been"."""
    rest, negated, almost = _less_adverbs(before)
    previous = rest[-1] if rest else ""
    if negated:
        return "not"
    if form == "being":
        return "ongoing" if previous in verbs.PRESENT_BE else "done" if previous in verbs.PAST_BE else "unknown"
    if previous in _MODALS:
        return _modal(previous)
    if previous in verbs.DUTY:
        return "sought"
    if previous == "to":
        return _infinitive(rest[:-1])
    if previous in _HAS:
        earlier = rest[-2] if len(rest) > 1 else ""
        if earlier in _MODALS:
            return _modal(earlier)
        return "almost" if almost else "done"
    return "unknown"


def _infinitive(before: list[str]) -> Manner:
    """An infinitive by what governs it: "agreed to", "tried to", "failed to", "is to", "has yet to"."""
    rest, negated, _ = _less_adverbs(before)
    if before and before[-1] == "yet":
        return "not"
    previous = rest[-1] if rest else ""
    if previous in _IS_OR_HAS:
        return "not" if negated else "planned"
    if negated and previous not in {"decided", "agreed", "chose"}:
        return "not"
    for low in reversed(before[-_REACH:]):
        if low in _COMPLETED:
            return "unknown"
        if low in _GOVERNING:
            return _GOVERNING[low]
        if low in _ENDING_CLAUSE:
            break
    return "unknown"


def _forms(words: frozenset[str]) -> Iterator[str]:
    """The forms of verbs and nouns by which they govern an infinitive."""
    for word in words:
        root = word.removesuffix("e")
        yield from (word, word + "s", root + "ed", root + "ing")
        if word.endswith("y"):
            yield from (word[:-1] + "ies", word[:-1] + "ied")
        if word[-1:] in {"n", "t"}:
            yield from (word + word[-1] + "ed", word + word[-1] + "ing")


_GOVERNING: dict[str, Manner] = {
    **dict.fromkeys((*_forms(_SOUGHT), "sought", "fought", "told"), "sought"),
    **dict.fromkeys((*_forms(_PLANNED), "set", "bound"), "planned"),
    **dict.fromkeys(_forms(_IN_VAIN), "not"),
}
_ENDING_CLAUSE = frozenset({",", "and", "but", "\n", ".", ";", ":", "!", "?"})
_COMPLETED = verbs.listed("managed forced began begun started continued used helped able allowed proceeded went came led succeeded")


def _gerund(before: list[str], previous: str) -> Manner:
    if previous in _WITHOUT:
        return "not"
    if previous == "from" and not _PREVENTING.isdisjoint(before[-_REACH:]):
        return "not"
    if previous in _AVOIDING or (previous in {"of", "out", "than"} and before[-2:-1] and before[-2] in _AVOIDING):
        return "not"
    if previous in _DENYING:
        return "denied"
    if previous in verbs.PRESENT_BE:
        return "ongoing"
    if previous == "been":
        return "ongoing"
    if previous in verbs.PAST_BE:
        return "done"
    if previous == "be":
        return _be(before[:-1], "be")
    return "unknown"


def _caused(before: list[str]) -> bool:
    """To have it done, to get them freed: wanted, where a verb before it says so."""
    for at in range(len(before) - 1, max(0, len(before) - 12), -1):
        if before[at] in _BREAKS or before[at] in {",", "and", "but", "which", "who", "that"}:
            return False
        if before[at] in {"have", "get", "see", "want", "wants", "wanted", "wanting"}:
            if before[at].startswith("want"):
                return True
            return before[at - 1] == "to" and _infinitive(before[: at - 1]) in {"sought", "planned", "not"}
    return False


def _nobody(before: list[str]) -> bool:
    """Whether the subject is nobody: "no one was hurt", "none of the boats sank"."""
    clause = before
    for at in range(len(before) - 1, -1, -1):
        if before[at] in _CLAUSE_WORDS or before[at] in {",", '"'}:
            clause = before[at + 1 :]
            break
    return bool(clause) and len(clause) < 9 and clause[0] in _NO_SUBJECT


def _denied(before: list[str]) -> bool:
    """Whether the verb stands in what somebody denies."""
    for at in range(len(before) - 1, -1, -1):
        low = before[at]
        turns = low in {"but", "while", "although", "though", "after", "before", "because", "when", "whose"}
        if turns or (low == "and" and before[at - 1 : at] == [","]):
            return False
        if low in _DENYING:
            return "but" not in before[at:]
        if low in _DISMISSING:
            return not _CLAIMS.isdisjoint(before[at : at + 5])
    return False


def _condition(text: Wording, start: int, at: int) -> Literal["inside", "outside"] | None:
    """Whether the sentence hangs on an "if" or "unless", and on which side of it the verb stands."""
    words = text.words
    end = at
    while end < len(words) and words[end].raw not in _BREAKS:
        end += 1
    for here in range(start, end):
        low = words[here].low
        if low not in {"if", "unless"} or (here > start and words[here - 1].low in _WHETHER):
            continue
        closes = next((n for n in range(here, end) if words[n].raw == "," or words[n].low == "then"), end)
        return "inside" if here < at < closes else "outside"
    return None
