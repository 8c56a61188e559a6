"""The force of a verb by its form and the words before it.

Read from the words before it in its sentence. Where they leave it open - a noun, an adjective, an infinitive behind another
verb - the answer is "unknown", and nothing is proved.
"""

from __future__ import annotations

from nutgraf.checking.rules import english
from nutgraf.checking.rules.english import of_list
from nutgraf.checking.rules.force.governed import REACH, Manner, infinitive, less_adverbs
from nutgraf.checking.rules.words.wording import Word
from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.en.vocabulary import WORDS

DENYING = of_list("denying")
_WITHOUT = of_list("without")
_POSTPONING = WORDS.any_of(c.POSTPONES) | of_list("delaying")
ALLEGING = frozenset({"allegedly", "reportedly"})
"""Hedges of a verb that leave open whether it is so; who is accused of one thing may have done another."""
_PREVENTING = of_list("preventing")
MULLING = of_list("mulling")
_ACCUSING = of_list("accusing")
_AVOIDING = of_list("avoiding")
_WITH_OF = of_list("avoiding-with-of")
"""Of these only "instead of paying" says that it is not so: "instead seeking help" sought it."""
_AVOIDING_ALONE = _AVOIDING - _WITH_OF
_NO_SUBJECT = (WORDS.any_of(c.NOBODY) | {"nothing"}) - {"nor"}
_MODALS = english.WILL | english.MAYBE
_HAS = english.HAS | {"having"}
_BE = frozenset({"be", "been"})
_PERCEIVED = of_list("perceived")
_ABLE = frozenset({"can", "could"})
_CLAUSE_WORDS = english.CLAUSE_WORDS - {"and", "or"}


def manner_of(before: list[str], word: Word) -> Manner:
    """The force of a verb form behind these words."""
    rest, negated, almost = less_adverbs(before)
    previous = rest[-1] if rest else ""
    plain = _form(rest, previous, word)
    if plain in {"unknown", "denied"}:
        return plain
    if negated or (_nobody(rest) and plain in {"done", "will", "would", "ongoing", "present", "maybe"}):
        return "not" if plain not in {"sought", "planned", "decided"} else "unknown"
    if plain in {"done", "ongoing", "present"} and not ALLEGING.isdisjoint(before[len(rest) :]):
        return "alleged"
    return "almost" if almost and plain == "done" else plain


def _form(before: list[str], previous: str, word: Word) -> Manner:
    low = word.low
    able = less_adverbs(before[:-1])[0][-1:] if previous == "be" else [previous]
    if low in _PERCEIVED and not _ABLE.isdisjoint(able):
        return "unknown"  # what could be heard was heard, as a rule; a case may be yet
    if previous in _MODALS:
        had = previous.endswith("'d") and is_past(low)  # "she'd told them"; "she'd put" may be either
        return ("unknown" if WORDS[low] & c.BASE else "done") if had else _modal(previous)
    if previous in english.DUTY:
        return "sought" if previous not in {"can", "can't", "cannot"} else ("not" if previous != "can" else "unknown")
    if previous in english.DID:
        return "done"
    if previous in english.DO:
        return "present"
    if previous == "to":
        # Who is to blame is at fault; "due to worsening relations" holds no infinitive.
        if low.endswith("ing"):
            return "almost" if before[-2:-1] == ["close"] else "unknown"
        return "unknown" if low == "blame" else infinitive(before[:-1])
    if low.endswith("ing") and len(low) > 4:
        return _gerund(before, previous)
    if is_past(low):
        return _participle(before, previous)
    plural = (
        previous.endswith("s")
        and not previous.endswith(("ss", "us", "is", "'s"))
        and previous not in english.FINITE | english.ARTICLES
    )
    if plural and not low.endswith("s"):
        return "present"  # "models include"
    return "unknown"  # "closes" may be a verb, "bribes" a noun


def mulled(before: list[str]) -> bool:
    """Whether it is only thought of: "would consider an appeal"."""
    before = less(before, BETWEEN)
    return bool(before) and before[-1] in MULLING


def copula(before: list[str]) -> Manner:
    """What somebody or something is: "is not the first", "was alive", "will be mayor"."""
    rest, negated, _ = less_adverbs(less(before, BETWEEN))
    previous = rest[-1] if rest else ""
    if previous in english.BE:
        return "not" if negated else "done" if previous in english.PAST_BE else "present"
    return _be(rest[:-1]) if previous in _BE and not negated else "unknown"


def less(before: list[str], small: frozenset[str]) -> list[str]:
    """The words before a place without those of a kind right before it."""
    at = len(before)
    while at and before[at - 1] in small:
        at -= 1
    return before[:at]


BETWEEN = of_list("between")


def _modal(word: str) -> Manner:
    """What a modal says: "will", "would", "could" and "may"."""
    return "will" if word in english.WILL else "would" if word.startswith("would") or word.endswith("'d") else "maybe"


def is_past(low: str) -> bool:
    """Whether a word may be a past form; "need" and "exceed" end like one."""
    if low in english.IRREGULAR_PAST or low in MORE_PAST:
        return True
    return low.endswith("ed") and len(low) > 3 and low not in _NO_PAST


MORE_PAST = of_list("more-past")
_NO_PAST = of_list("no-past")


def _participle(before: list[str], previous: str) -> Manner:
    """A past form: behind "was" or "has", alone, or as an adjective."""
    if previous in _HAS:
        return _have(before[:-1])
    if previous in english.PAST_BE or previous in {"got", "gets"}:
        return "done"
    if previous in _BE:
        return _be(before[:-1])
    if previous in english.PRESENT_BE:
        return "present"
    if previous in english.ARTICLES or previous in english.PREPOSITIONS or not before:
        return "unknown"
    return _caused(before) or "done"


def _be(before: list[str]) -> Manner:
    """What stands before "be" and "been": "will be", "could have been", "to be", "has been"."""
    rest, negated, almost = less_adverbs(before)
    previous = rest[-1] if rest else ""
    if negated:
        return "not"
    if previous in _MODALS:
        return _modal(previous)
    if previous in english.DUTY:
        return "sought"
    if previous == "to":
        return infinitive(rest[:-1])
    if previous in _HAS:
        plain = _have(rest[:-1])
        return "almost" if almost and plain == "done" else plain
    return "unknown"


def _have(before: list[str]) -> Manner:
    """What stands before "has" and "have": "will have", "could not have", "to have"."""
    rest, negated, _ = less_adverbs(before)
    previous = rest[-1] if rest else ""
    if previous == "cannot" or (negated and not previous.startswith("should")):
        return "not"  # what should not have been done was done
    if previous in _MODALS:
        return _modal(previous)
    return "unknown" if previous == "to" else "done"


def _gerund(before: list[str], previous: str) -> Manner:
    if previous in _WITHOUT or (previous == "of" and before[-3:-2] == ["no"]):  # "has no intention of selling"
        return "not"
    if previous in _POSTPONING:
        return "planned"
    if previous in MULLING:
        return "maybe"
    if previous in {"of", "with"} and not _ACCUSING.isdisjoint(before[-2 * REACH :]):
        return "alleged"
    if previous == "from" and not _PREVENTING.isdisjoint(before[-REACH:]):
        return "not"
    if previous in _AVOIDING_ALONE or (previous in {"of", "out", "than"} and not _AVOIDING.isdisjoint(before[-2:-1])):
        return "not"
    if previous in DENYING:  # not "did not deny taking it", "nobody denied it"
        return "unknown" if less_adverbs(before[:-1])[1] or _nobody(before) else "denied"
    if previous in english.PRESENT_BE:
        return "ongoing"
    if previous in english.PAST_BE:
        return "done"
    if previous in _BE:
        plain = _be(before[:-1])
        return "ongoing" if plain == "done" else plain
    return "unknown"


def _caused(before: list[str]) -> Manner | None:
    """To have it done, to get them freed: as wanted, planned or possible as the verb before it says."""
    for at in range(len(before) - 1, 0, -1):
        counts = before[at] == "and" and all(low[:1].isdigit() for low in before[at - 1 : at + 2 : 2])
        if not counts and (before[at] in english.CLAUSE_WORDS or before[at] == ","):
            return None
        if before[at].startswith("want"):
            return "sought"
        if before[at] in {"have", "get", "see"}:
            earlier, negated, _ = less_adverbs(before[:at])
            if earlier and earlier[-1] in _MODALS and not negated:
                return _modal(earlier[-1])
            if before[at - 1] != "to":
                return None
            wanted = infinitive(before[: at - 1]) in {"sought", "planned", "decided", "not"}
            return "sought" if wanted else "unknown"  # "went to court to have it stopped"
    return None


_JOINING = frozenset({"and", "or", "but"})


def _nobody(before: list[str]) -> bool:
    """Whether the subject is nobody: "no one was hurt", "none of the boats sank", ", and no child died", "said nobody died"."""
    clause = before
    for at in range(len(before) - 1, -1, -1):
        behind_saying = before[at] in english.SAYING and not _NO_SUBJECT.isdisjoint(before[at + 1 : at + 2])
        if before[at] in _CLAUSE_WORDS or before[at] in {",", '"'} or behind_saying:
            clause = before[at + 1 :]
            break
    if clause and clause[0] in _JOINING:
        clause = clause[1:]
    return bool(clause) and len(clause) < 9 and clause[0] in _NO_SUBJECT
