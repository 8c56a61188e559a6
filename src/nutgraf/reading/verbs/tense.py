"""What the wording says about time and truth: past, under way, planned, in doubt, called off, denied.

Rules over verb groups, for English. They know when they do not know: `status_of` answers None where the verbs
of a clause disagree or where someone is only said to have said it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import Literal

from nutgraf.reading.verbs import words
from nutgraf.reading.verbs.groups import Cue, cues
from nutgraf.results.happened import Status

Lean = Literal["future", "past"]

_FAR = 14  # a verb further away than this many verbs and breaks says nothing about a date


def lean(found: tuple[Cue, ...], start: int, end: int) -> Lean | None:
    """Whether the verb that governs the words at `start:end` looks ahead or back; None when none tells.

    The governing verb is the last one before the words within their clause, else the first one after them.
    """
    here = bisect_left(found, start, key=lambda cue: cue.start)
    before = _governor(found[max(0, here - _FAR) : here][::-1])
    if before is not None:
        return _leaning(before, start - before.end)
    after = _governor(found[here : here + _FAR])
    if after is not None:
        return _leaning(after, after.start - end)
    beyond = next((cue for cue in found[max(0, here - _FAR) : here][::-1] if cue.kind not in {"break", "if"}), None)
    # A verb of the clause before lends the words its future ("will land when it arrives on …"), but not its past.
    return "future" if beyond is not None and _leaning(beyond, start - beyond.end) == "future" else None


def is_future(sentence_text: str, offset: int) -> bool:
    """Whether the sentence speaks of the future at `offset` ("the court will rule on Friday", at "Friday")."""
    return lean(cues(sentence_text), offset, offset) == "future"


def status_of(clause: str) -> Status | None:
    """What the wording of one sentence or clause says about its event; None when unsure or mixed.

    "will, is to, plans to, is due to" → planned; "would, could, may, if" → hypothetical; "was called off" →
    cancelled; "is sinking, continues" → ongoing; past and present perfect → occurred. An event that is said not
    to have happened or not to be coming ("did not sink", "will not attend") counts as hypothetical: it was at
    most thought of, while *cancelled* is kept for what had been planned. A closing attribution (", he said")
    is set aside; any other verb of speech beside a second verb gives None.
    """
    found = _less_attribution(clause, [cue for cue in cues(clause) if cue.kind != "break"])
    verbs = [cue for cue in found if cue.kind != "if"]
    if not verbs or (len(verbs) > 1 and any(cue.saying for cue in verbs)):
        return None
    states: set[Status | None] = {_state(cue) for cue in verbs}
    if states == {"cancelled", "planned"}:
        return "cancelled"  # "the summit planned for Friday was called off"
    if states & {"occurred", "ongoing", "planned"} and _NO_SUBJECT.search(clause):
        return None  # "no one was killed"
    if len(verbs) < len(found):
        return "hypothetical" if states <= {"planned", "hypothetical", "ongoing", None} else None
    return states.pop() if len(states) == 1 else None


_NO_SUBJECT = re.compile(r"\b(?:no|nobody|none|nothing|neither)\b(?!\.?\s?\d)", re.IGNORECASE)
_NEGATION = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)?")


@lru_cache(maxsize=512)
def negations(text: str) -> tuple[str, ...]:
    """The kinds of negation in a text, each once, in order of appearance.

    "not", "n't", "no", "never", "none", "nobody", "nothing", "neither", "nor", "without", "cannot" all read
    "not"; forms of "deny" read "denied", of "refuse", "decline", "reject" "refused", of "fail" "failed", of
    "lack" "lacked". "No. 10" and "not only" negate nothing.
    """
    lower = text.lower().replace("’", "'")
    if "n't" not in lower and words.NEGATIONS.keys().isdisjoint(_NEGATION.findall(lower)):
        return ()  # most sentences
    found: dict[str, None] = {}
    for match in _NEGATION.finditer(text):
        word = match.group().lower().replace("’", "'")
        kind = "not" if word.endswith("n't") else words.NEGATIONS.get(word)
        if kind and not _negates_nothing(word, text, match.end()):
            found[kind] = None
    return tuple(found)


_NUMBERED = re.compile(r"\.?\s{0,2}\d")
_NOT_ONLY = re.compile(r"\s(?:only|just|doubt)\b")


def _negates_nothing(word: str, text: str, end: int) -> bool:
    """Whether the word only looks negative: "No. 10" counts, "not only" adds; "not 30" does negate."""
    return word in {"no", "not"} and bool(_NOT_ONLY.match(text, end) or (word == "no" and _NUMBERED.match(text, end)))


def _governor(nearest_first: tuple[Cue, ...]) -> Cue | None:
    for cue in nearest_first:
        if cue.kind == "break":
            return None
        if cue.kind != "if":
            return cue
    return None


def _leaning(cue: Cue, distance: int) -> Lean | None:
    if cue.kind in {"future", "maybe", "duty", "progress"}:
        return "future"
    if cue.kind in {"past", "unreal_past", "cancelled", "cancels"}:
        return "past"
    # "The vote is on Friday": a bare "is" right beside the day looks ahead.
    return "future" if cue.kind == "present" and not cue.saying and distance <= 4 else None


def _state(cue: Cue) -> Status | None:
    match cue.kind:
        case "cancelled":
            return None if cue.negated else "cancelled"
        case "maybe" | "unreal_past":
            return "hypothetical"
        case "future":
            return "hypothetical" if cue.negated else "planned"
        case "past":
            return "hypothetical" if cue.negated else "occurred"
        case "progress" | "lasting":
            return None if cue.negated else "ongoing"
        case _:
            return None


def _less_attribution(clause: str, found: list[Cue]) -> list[Cue]:
    """The cues without the one of a closing ", officials said"."""
    if len(found) > 1 and found[-1].saying and not any(mark in clause for mark in '"“”'):
        comma = clause.rfind(",", 0, found[-1].start)
        if comma > found[-2].end - 1 and found[-1].start - comma < 80:
            return found[:-1]
    return found
