"""What the wording says about time and truth: past, under way, planned, in doubt, called off, put off, denied.

`status_of` goes by the verb of the main clause; it answers None where main verbs disagree or where someone is only said to
have said it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import zip_longest
from typing import Literal

from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.language import words_of
from nutgraf.reading.verbs.found import cues
from nutgraf.reading.verbs.groups import Cue
from nutgraf.results.happened import Status

Lean = Literal["future", "past"]

_FAR = 14  # a verb further away than this many verbs and breaks says nothing about a date
_SHORT = 6  # of "and on" before one more day
_FOLLOWS = 10  # of what may stand between a day and the verb of its own clause, behind it


def lean(found: tuple[Cue, ...], start: int, end: int) -> Lean | None:
    """Whether the verb that governs the words at `start:end` looks ahead or back; None when none tells.

    The governing verb is the last one before the words within their clause, else the first one after them.
    """
    here = bisect_left(found, start, key=lambda cue: cue.start)
    before = _governor(found[max(0, here - _FAR) : here][::-1])
    if before is not None:
        return _leaning(before, start - before.end)
    there = bisect_left(found, end, key=lambda cue: cue.start)  # "Until Friday": a limit is a break itself
    after = _governor(found[there : there + _FAR], joints=all(cue.link for cue in found[:here]))
    beyond = next((cue for cue in found[max(0, here - _FAR) : here][::-1] if cue.kind not in {"break", "if"}), None)
    leaning = None if beyond is None else _leaning(beyond, start - beyond.end)
    behind_joint = start - found[here - 1].end if here > 0 and found[here - 1].link == "joint" else 0
    if after is not None:
        # "will fly to Orm and Lun by May, the board said": a conjunction of nouns parts no clauses.
        nouns = leaning == "future" and behind_joint > _SHORT and after.start - end > _FOLLOWS
        return leaning if nouns else _leaning(after, after.start - end)
    # A verb of the clause before lends the words its future ("will land when it arrives on …"); its past where they are one more day.
    return leaning if leaning == "future" or 0 < behind_joint <= _SHORT else None


def status_of(clause: str, language: str = "en") -> Status | None:
    """What the wording of one sentence or clause says about its event; None when unsure or mixed.

    "will, is to, plans to, is due to" → planned; "would, could, may, if, threatened to" → hypothetical; "was called off" →
    cancelled; "has been put off" → postponed; "is sinking, continues" → ongoing; past and present perfect → occurred. An
    event that is said not to have happened or not to be coming ("did not sink", "will not attend") counts as hypothetical:
    it was at most thought of, while *cancelled* is kept for what had been planned. The main clause decides: what stands in
    a clause within it ("which will reopen in May", "after the buoys sank") is another event's, and a closing attribution
    (", he said") is set aside; any other verb of speech beside a second verb gives None.
    """
    found = cues(clause, language)
    told = _less_attribution(clause, found)
    main, within = main_groups(clause, told)
    condition, main = any(cue.kind == "if" for cue in told), main or within
    if not main or (len(main) > 1 and any(cue.saying for cue in main)):
        return None
    if main[0].kind == "unreal_past" and len(main) > 1 and clause[main[1].start : main[1].end].lower() == "had":
        return "hypothetical"  # "The goal might have stood had the linesman looked"
    states: set[Status | None] = {state_of(cue) for cue in main}
    if states & {"occurred", "ongoing", "planned"} and NO_SUBJECT.search(clause):
        return None  # "no one was killed"
    if states & {"cancelled", "postponed"} and NO_SUBJECT.search(clause, 0, main[0].start):
        return None  # "nobody has called off the race"
    if condition:
        return "hypothetical" if states <= {"planned", "hypothetical", "ongoing", None} else None
    return states.pop() if len(states) == 1 else None


def main_groups(clause: str, found: Sequence[Cue]) -> tuple[list[Cue], list[Cue]]:
    """The verb groups of the main clause, and those of the clauses within it.

    A word that opens a clause within takes the next group with it: one at the head of the sentence up to the comma, and
    where the main verb stands already, all up to the next joint.
    """
    main: list[Cue] = []
    within: list[Cue] = []
    opener: Cue | None = None
    held = outer = False
    for at, cue in enumerate(found):
        if cue.link == "clause":
            opener, held, outer = cue, False, held or (outer and opener is not None)
        elif cue.link == "mark" or (cue.link == "joint" and (not held or _comma(clause, found[at - 1], cue))):
            opener = None
        elif cue.kind != "break":
            free = opener is None or (
                not main
                and (
                    _comma(clause, opener, cue)
                    if not clause[: opener.start].strip()
                    else held or (outer and _comma(clause, opener, cue))
                )
            )
            if not free or (opener is None and _is_participle(clause, found, at, main)):
                within.append(cue)
                held = opener is not None
                continue
            if cue.over and main:
                if main[-1].kind in {"cancelled", "postponed"}:
                    continue  # "shelved its plan to list shares"
                main.pop()
            main.append(cue)
            opener = None
    return main, within


def _is_participle(clause: str, found: Sequence[Cue], at: int, main: Sequence[Cue]) -> bool:
    """Whether a form stands for a relative clause: "the summit planned for Friday was …", "arrested a man accused of …"."""
    cue, before, after = found[at], found[at - 1] if at else None, found[at + 1] if at + 1 < len(found) else None
    if not cue.lone:
        return False
    if main and before and not before.link and not before.saying and not _comma(clause, before, cue):
        return True
    return after is not None and not after.link and not after.over and (cue.kind == "future" or not after.lone)


def _comma(clause: str, before: Cue | None, cue: Cue) -> bool:
    return before is not None and "," in clause[before.end : cue.start]


def state_of(cue: Cue) -> Status | None:
    """What the form of a verb group says about its event; None where it says nothing."""
    match cue.kind:
        case "cancelled" | "postponed":
            return None if cue.negated else cue.kind
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


def _less_attribution(clause: str, found: Sequence[Cue]) -> Sequence[Cue]:
    """The groups without the one of a closing ", officials said"."""
    if len(found) > 1 and found[-1].saying and not any(mark in clause for mark in '"“”'):
        comma = clause.rfind(",", 0, found[-1].start)
        if comma > found[-2].end - 1 and found[-1].start - comma < 80:
            return found[:-1]
    return found


NO_SUBJECT = re.compile(r"\b(?:no|nobody|none|nothing|neither)\b(?!\.?\s?\d)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


@lru_cache(maxsize=512)
def negations(text: str) -> tuple[str, ...]:
    """The kinds of negation in an English text, each once, in order of appearance.

    "not", "n't", "no", "never", "none", "nobody", "nothing", "neither", "nor", "without", "cannot" all read
    "not"; forms of "deny" read "denied", of "refuse", "decline", "reject" "refused", of "fail" "failed", of
    "lack" "lacked". "No. 10" and "not only" negate nothing.
    """
    known = _denying()
    lower = text.lower().replace("’", "'")
    if "n't" not in lower and known.keys().isdisjoint(_WORD.findall(lower)):
        return ()  # most sentences
    found: dict[str, None] = {}
    for match in _WORD.finditer(text):
        word = match.group().lower().replace("’", "'")
        kind = "not" if word.endswith("n't") else known.get(word)
        if kind and not _negates_nothing(word, text, match.end()):
            found[kind] = None
    return tuple(found)


@cache
def _denying() -> dict[str, str]:
    """Each word of negation and the word that stands for its kind."""
    return words_of("en").values_of(c.NEGATION)


_NUMBERED = re.compile(r"\.?\s{0,2}\d")
_NOT_ONLY = re.compile(r"\s(?:only|just|doubt)\b")
_LESSENED = re.compile(r"\s(?:by|[$€£]?\d|[a-z]+ly\b)|[.,;]|$")
"""Behind "declined": what did so grew less."""


def _negates_nothing(word: str, text: str, end: int) -> bool:
    """Whether the word only looks negative: "No. 10" counts, "not only" adds, "for lack of funds" tells why; "not 30" does negate."""
    if word in {"lack", "declined"}:
        return text.startswith(" of ", end) if word == "lack" else bool(_LESSENED.match(text, end))
    return word in {"no", "not"} and bool(_NOT_ONLY.match(text, end) or (word == "no" and _NUMBERED.match(text, end)))


def _governor(nearest_first: tuple[Cue, ...], *, joints: bool = False) -> Cue | None:
    """The nearest verb; `joints`: behind "and", too, before which no verb stands: "On Monday and Tuesday, trains will run"."""
    for cue, before in zip_longest(nearest_first, nearest_first[1:]):
        if cue.link == "joint" and joints:
            continue
        if cue.kind == "break":
            return None
        follows = before is not None and not (before.link or before.saying)
        beside = follows and before is not None and 0 <= cue.start - before.end <= 1
        # "had filed the club's reports": a second verb that says something stands behind a joint
        noun = follows and before is not None and not before.lone and cue.kind == "present" and cue.saying
        if cue.kind != "if" and not noun and not (beside and cue.kind == "past"):  # "will stay shut"
            return cue
    return None


def _leaning(cue: Cue, distance: int) -> Lean | None:
    if cue.kind in {"future", "maybe", "duty", "progress"}:
        return "future"
    if cue.kind in {"past", "unreal_past", "cancelled", "postponed"}:
        return "past"
    # "The vote is on Friday": a bare "is" right beside the day looks ahead.
    return "future" if cue.kind == "present" and not cue.saying and distance <= 4 else None
