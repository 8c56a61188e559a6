"""Where a reporting clause ends and what it reports begins: past hearers, circumstances and descriptions."""

from __future__ import annotations

from bisect import bisect_left

from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.cues import ADDRESSING, CLAUSE_OPENERS, Cue
from nutgraf.reading.languages.en.vocabulary import WORDS
from nutgraf.reading.parts import Offsets
from nutgraf.reading.speech.frames import NO_ADVERBS, Frame, is_capital
from nutgraf.reading.speech.noun_phrases import Known, phrase_after

CONJUNCTIONS = WORDS.any_of(c.CONJUNCTION)
DESCRIBING = WORDS.any_of(c.DESCRIBES)
FINITE_VERBS = WORDS.any_of(c.AUXILIARY)
MONTHS = WORDS.any_of(c.MONTH)
TITLE_MODIFIERS = WORDS.any_of(c.OF_TITLE)
TITLES = WORDS.any_of(c.TITLE)
WEEKDAYS = WORDS.any_of(c.WEEKDAY)


_ASIDES = frozenset({"however", "though", "meanwhile", "too", "instead", "simply"})
_STOPS = frozenset({",", ";", ":", ".", "!", "?", "—", "–", "(", ")"})
_HEARERS = frozenset({"him", "her", "them", "us", "me"})
_WARNING = frozenset({"warn", "caution"})
"""These may take the hearer as their object: "warned Russia that"."""
_PLACES_OF_SPEECH = frozenset("in at on during via through after from by before using when as".split())


_DAYS = WEEKDAYS | {"today", "yesterday"}
_DAY_PARTS = frozenset("morning afternoon evening night".split())
_PERIODS = frozenset("day days week weeks month months year years hour hours minutes weekend".split())
_POINTING = frozenset(
    "following same next previous last this earlier later ago before after afterwards afterward shortly only there tonight once".split()
)
_TELLING_WHEN = (
    _POINTING
    | _PERIODS
    | _DAY_PARTS
    | WEEKDAYS
    | frozenset("the a an on again also more then still two three four five six seven few several first".split())
)
"""A run of these before "that" tells when or how something was said, if one of them points."""


def past_description(frame: Frame, comma: int, known: Known, *, closing: bool, person: bool) -> int:
    """The token where content goes on behind a speaker and this comma, past "…, an analyst at Acme," if that stands there.

    `closing`: the clause reported stands before; then whatever has no verb of its own describes the speaker.
    `person`: the speaker has the name of a person; other speakers are described by "which …" and the like alone.
    """
    first = comma + 1
    if first >= len(frame) or frame.segment[first] >= 0:
        return first
    stop = next(
        (at for at in range(first, min(len(frame), first + 40)) if frame.low[at] in _STOPS or frame.segment[at] >= 0),
        len(frame),
    )
    low = frame.low[first]
    if low not in {"who", "whose", "which"}:
        titled = not is_capital(frame, first) and (low in TITLES or low in TITLE_MODIFIERS)
        if not (closing or (person and (low in DESCRIBING or low.isdigit() or titled))) or low in CONJUNCTIONS:
            return first
        if stop - first > 14 or any(word in FINITE_VERBS or word.endswith("ed") for word in frame.low[first:stop]):
            return first
    if stop < len(frame) and frame.low[stop] == ",":
        if closing:
            return past_description(frame, stop, known, closing=True, person=person)
        subject = known.by_start.get(frame.start[stop + 1]) if stop + 1 < len(frame) else None
        # "According to Ana Duarte, the mayor, John Smith, resigned": what looks like a description has its own.
        own = subject is not None and subject.kind == "person" and _text_after(frame, subject.end) == ","
        return first if own else stop + 1
    return stop


def _token_at(frame: Frame, offset: int) -> int:
    """The token behind an offset."""
    return bisect_left(frame.start, offset)


def _text_after(frame: Frame, offset: int) -> str:
    """The token behind an offset, "" at the sentence's end."""
    at = _token_at(frame, offset)
    return frame.low[at] if at < len(frame) else ""


def past_circumstances(frame: Frame, first: int) -> int:
    """Past "on Friday", "in a statement" and the like, where the reported clause follows."""
    at = first
    while at < len(frame) and (
        frame.low[at] in WEEKDAYS
        or (at > first and frame.low[at - 1] in _DAYS and frame.low[at] in _DAY_PARTS)
        or frame.low[at] in {"today", "yesterday", "earlier", "later", "also", "again"}
        or (
            frame.low[at] in {"late", "early"}
            and at + 1 < len(frame)
            and (frame.low[at + 1] in WEEKDAYS or frame.low[at + 1] == "on")
        )
    ):
        at += 1
    if at + 2 < len(frame) and frame.low[at] == "," and frame.low[at + 1] in _ASIDES and frame.low[at + 2] == ",":
        at += 3  # "warned, however, that"
    if at > first and frame.low[at - 1] in {"earlier", "later"} and _period(frame, at):
        at += 2  # "said earlier this week", "said later that day"
    at = _past_when(frame, at)
    if at >= len(frame) or frame.low[at] not in _PLACES_OF_SPEECH:
        return at
    if at + 1 < len(frame) and frame.low[at] == "on" and (frame.low[at + 1] in WEEKDAYS or frame.low[at + 1] in MONTHS):
        at += 2
        while at < len(frame) and (frame.low[at].isdigit() or frame.low[at] in _DAY_PARTS):
            at += 1
        return past_circumstances(frame, at) if at < first + 8 else at
    for ahead in range(at + 1, min(len(frame), at + 16)):
        low = frame.low[ahead]
        if low in {"that", ":", ","} or frame.segment[ahead] >= 0 or low == "whether":
            return ahead
        if low in {".", ";", "?", "!"}:
            return ahead
    return at


def _period(frame: Frame, at: int) -> bool:
    """Whether "this week", "that day" or the like begins with a token."""
    return at + 1 < len(frame) and frame.low[at] in {"this", "that"} and frame.low[at + 1] in _PERIODS


def _past_when(frame: Frame, first: int) -> int:
    """The "that" behind "the following day", "repeatedly" or "without evidence"; `first` where none follows."""
    at, without = first, first < len(frame) and frame.low[first] == "without"
    while at < min(len(frame), first + 6) and (_tells_when(frame, at) or (without and at < first + 2)):
        at += 1
    run = frame.low[first:at]
    if frame.low[at : at + 1] != ("that",) or not FINITE_VERBS.isdisjoint(frame.low[at + 1 : at + 2]):
        return first
    points = without or any(low in _POINTING or low.endswith("ly") for low in run)
    return at if points else first


def _tells_when(frame: Frame, at: int) -> bool:
    low = frame.low[at]
    adverb = low.endswith("ly") and low not in NO_ADVERBS and not is_capital(frame, at)
    return low in _TELLING_WHEN or adverb or _period(frame, at)


def past_aside(frame: Frame, comma: int) -> int:
    """The "that" behind an aside between commas: "said, on May 3, 2024, that"; `comma` where there is none."""
    if comma + 1 >= len(frame) or frame.low[comma] != ",":
        return comma
    described = frame.low[comma + 1] in {"who", "which", "where"}
    for at in range(comma + 1, min(len(frame) - 1, comma + 16)):
        low = frame.low[at]
        verb = low in FINITE_VERBS and not (low == "may" and frame.low[at + 1].isdigit())
        if frame.segment[at] >= 0 or low in _STOPS - {","} or (verb and not described):
            return comma
        if low == "that" and frame.low[at - 1] == "," and frame.low[at + 1] not in FINITE_VERBS:
            return at
    return comma


def addressee_of(frame: Frame, at: int, cue: Cue, known: Known) -> tuple[Offsets | None, int]:
    """The hearer behind a cue ("told reporters"), or None, and the token that follows."""
    first = at + 1
    if cue.lemma not in ADDRESSING:
        if first >= len(frame) or frame.low[first] != "to":
            hearer = _heard(frame, first, cue, known)
            return (hearer, _token_at(frame, hearer[1])) if hearer else (None, first)
        first += 1
    if first < len(frame) and frame.low[first] in _HEARERS:
        hearer = _whose(frame, first, known) or (frame.start[first], frame.end[first])
        return hearer, _token_at(frame, hearer[1])
    if first < len(frame) and frame.low[first] in CLAUSE_OPENERS:
        return None, first
    addressed = phrase_after(frame, first, len(frame), known)
    return (addressed.offsets, addressed.last + 1) if addressed else (None, at + 1)


def _heard(frame: Frame, first: int, cue: Cue, known: Known) -> Offsets | None:
    """The hearer behind a verb that seldom has one: "warned them", "warned Russia that", "promised them that"."""
    if first + 1 >= len(frame):
        return None
    that = frame.low[first + 1] == "that"
    if frame.low[first] in _HEARERS and (that or (cue.lemma in _WARNING and frame.low[first] != "her")):
        return frame.start[first], frame.end[first]
    hearer = phrase_after(frame, first, len(frame), known) if cue.lemma in _WARNING else None
    return hearer.offsets if hearer and _text_after(frame, hearer.end) == "that" else None


def _whose(frame: Frame, first: int, known: Known) -> Offsets | None:
    """The hearer that opens with "her": "told her family that"."""
    hearer = phrase_after(frame, first, len(frame), known) if frame.low[first] == "her" else None
    whole = hearer is not None and hearer.last > first and _text_after(frame, hearer.end) in {"that", ",", ":"}
    return hearer.offsets if hearer and whole else None
