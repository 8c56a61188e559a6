"""Where the verb beside a day looks, in English: by its tense, and in the simple present of what is on the calendar ahead."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from nutgraf.reading.dates.calendar import Lean
from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.en.vocabulary import WORDS
from nutgraf.reading.verbs import tense
from nutgraf.reading.verbs.found import cues
from nutgraf.reading.verbs.groups import Cue

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_STOP = re.compile(r"[.!?…]['\"’”)\]]*$")
_APART = re.compile(r",\s+(?:[^\W\d_]+\s+)?$")
_ADJECTIVE = ("ous", "able", "ible", "ful", "less", "ical")
_FAR, _NEAR = 14, 160  # verbs and breaks, characters
_PLURAL_SUBJECTS = frozenset({"they", "we", "you", "i", "people", "who", "that"})


def lean(sentence: str, start: int, end: int) -> Lean | None:
    """Where the verb that governs the words at `start:end` of a sentence looks; None: none tells."""
    found = cues(sentence, "en")
    here = bisect_left(found, start, key=lambda cue: cue.start)
    clause = next((cue for cue in found[max(0, here - _FAR) : here][::-1] if cue.kind != "if"), None)
    if (clause is None or clause.kind == "break") and _STOP.search(sentence, max(0, len(sentence) - 5)):
        begins = max(clause.end if clause else 0, start - _NEAR)
        apart = bool(_APART.search(sentence, begins, start))
        words = _WORD.findall(sentence, begins, start)
        several = clause is not None and sentence[clause.start : clause.end] == "and"
        if _in_present(words, several=several, alone=not apart and not _has_verb(sentence[end:], found[here:], end)):
            return "future"  # a headline, which has no stop, tells of the past in the present
    leaning = tense.lean(found, start, end)
    if leaning == "future" and clause is not None and _was_planned(sentence, clause, found[here:]):
        return None  # "was to open on April 1 was put off": the day may be over
    return leaning


def _was_planned(sentence: str, plan: Cue, after: Sequence[Cue]) -> bool:
    """Whether a past plan came to nothing in the same sentence."""
    past = WORDS[sentence[plan.start : plan.end].split(maxsplit=1)[0].lower()] & c.PAST_BE == c.PAST_BE
    return past and any(cue.kind in {"postponed", "cancelled"} for cue in after)


def _has_verb(behind: str, found: Sequence[Cue], end: int) -> bool:
    """Whether the clause of a day has its verb behind it, in the past: "Officials on Friday gave way"; not "opens Friday, he said"."""
    verb = next((cue for cue in found if cue.start >= end), None)
    if verb is None or verb.kind != "past" or verb.saying:
        return False
    between = behind[: verb.start - end]
    first = _WORD.match(between.lstrip())
    owns = first is not None and WORDS[first[0].lower()] & c.DETERMINER  # "unveils on Friday a portrait painted in …"
    return "," not in between and not owns


def _in_present(words: list[str], *, several: bool, alone: bool) -> bool:
    """Whether a clause has a verb in the simple present: a known one, or the last word before the day where it can be no other.

    `several`: its subject is the last of several; `alone`: no verb stands behind the day.
    """
    for at in range(1, len(words)):
        bits = WORDS[words[at]]
        if (bits & c.HAPPENS or (bits & c.VERB and not bits & c.CUE)) and _agree(words[at - 1], bits, several=several):
            return True
    while len(words) > 2 and WORDS[words[-1].lower()] & (c.FUNCTION | c.GOES_WITH_VERB):
        words.pop()
    if not alone or len(words) < 2 or not words[-1].islower():
        return False
    subject, verb = words[-2].lower(), words[-1]
    if (
        subject.endswith(_ADJECTIVE)
        or WORDS[subject] & c.FUNCTION
        or WORDS[verb] & (c.FUNCTION | c.ADVERB | c.POINTS | c.PERIOD)
    ):
        return False
    return _ends_in_s(verb) != _ends_in_s(subject)


def _agree(subject: str, bits: int, *, several: bool) -> bool:
    low = subject.lower()
    if low.endswith(_ADJECTIVE):
        return False  # "furious walks"
    if bits & c.THIRD:
        return not WORDS[low] & (c.DETERMINER | c.PREPOSITION)
    return bool(bits & c.BASE) and (
        low == "to"
        or low in _PLURAL_SUBJECTS
        or (_ends_in_s(low) and not WORDS[low] & c.FUNCTION)
        or (several and subject[:1].isupper())  # "Lee and Ann meet"
    )


def _ends_in_s(word: str) -> bool:
    return word.endswith("s") and not word.endswith(("ss", "us", "is", "'s", "’s"))
