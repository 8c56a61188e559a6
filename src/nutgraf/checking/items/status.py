"""Whether the wording of the clause that a title tells leaves room for the status that it was given."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from nutgraf.article import Span
from nutgraf.checking.rules import english
from nutgraf.checking.rules.deeds import MOST_PLACES, lie_ahead
from nutgraf.checking.rules.force.governed import REACH, Manner, less_adverbs
from nutgraf.checking.rules.force.manner import ALLEGING
from nutgraf.checking.rules.force.told import describes, told_at
from nutgraf.checking.rules.stems import stem
from nutgraf.checking.rules.words.wording import Wording, wording
from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.en.vocabulary import WORDS
from nutgraf.reading.reading import Reading
from nutgraf.reading.verbs.found import cues
from nutgraf.results import TimeRef
from nutgraf.results.happened import Status

_PROVED: dict[Manner, tuple[Status, frozenset[Status]]] = {
    "done": ("occurred", frozenset({"occurred", "ongoing", "cancelled", "postponed"})),
    "will": ("planned", frozenset({"planned", "hypothetical", "ongoing", "postponed", "cancelled"})),
    "planned": ("planned", frozenset({"planned", "hypothetical", "ongoing", "postponed", "cancelled"})),
    "would": ("hypothetical", frozenset({"hypothetical", "planned", "ongoing", "postponed", "cancelled"})),
    "ongoing": ("ongoing", frozenset({"ongoing", "planned", "hypothetical"})),
    "maybe": ("hypothetical", frozenset({"hypothetical", "planned", "ongoing", "postponed"})),
}
"""What a verb told so proves, and what it leaves room for. What is ongoing may be told in any tense but the plain past of an
end; what is called off or put off was told as a plan, and is told as done."""
_EMBEDDING = frozenset(map(stem, english.of_list("embedding")))
"""Verbs whose object is the event: with them a title may tell what is to come by what was done, and the reverse."""
_LASTING = re.compile(r"\b(?:is|are|remains?) (?:still )?(?:under ?way|ongoing)\b")


def refuted_status(
    status: Status, title: str, evidence: Sequence[Span], reading: Reading, *, published: dt.date | None
) -> tuple[Status, str] | None:
    """The status that the wording proves and why, where it leaves no room for the given one; None where it proves none.

    Only the title's own verb has a word, where the evidence has it too; a negated verb, and one that has the event as its object
    ("threatened to", "set for", "postponed"), decide nothing.
    """
    told, sentences = wording(title), [wording(span.text) for span in evidence]
    proved = _by_its_verb(told, sentences) if reading.spoken_in.worded else None
    if status not in {"cancelled", "occurred"} and all(
        _calls_off(text) for text in (title, *(s.text for s in evidence))
    ):
        return "cancelled", f"status {status}, but the cited sentences say that it was called off"
    if proved and (status in proved[1] or _tells_itself(status, told)):
        return None
    if status == "occurred" and published and (later := _lies_ahead(title, evidence, reading, published)):
        return "planned", f"it is told as occurred, but {later!r} lies after {published}"
    if status in {"occurred", "planned"} and _LASTING.search(title) and any(_LASTING.search(s.text) for s in sentences):
        return "ongoing", f"status {status}, but the cited sentences tell it as ongoing"
    if proved and proved[2]:
        return proved[0], f"status {status}, but the cited sentences tell {proved[2]!r} as {proved[0]}"
    return None


def _calls_off(text: str) -> bool:
    """Whether a text tells of nothing but a calling-off: "The fair was cancelled"."""
    kinds = {cue.kind for cue in cues(text) if cue.kind != "break"}
    return kinds == {"cancelled"}


def _by_its_verb(told: Wording, sentences: Sequence[Wording]) -> tuple[Status, frozenset[Status], str] | None:
    """The status that the title's own verb proves, those that it leaves room for, and the verb; None where it proves none.

    The verb is empty where its form is not sure enough to overrule anything.
    """
    # "A bill to double fines passed": an infinitive behind a noun is not what the title tells.
    for at, certain in sorted(_verbs(told), key=lambda one: (not one[1], told.words[one[0] - 1].low == "to")):
        held = [(s, place) for s in sentences for place in s.places.get(told.words[at].stem, ())]
        proves = len(held) <= MOST_PLACES and not any(describes(*one) for one in held)
        tellings = [told_at(*one) for one in held] if proves else []
        proving = [_PROVED[told.manner] for told in tellings if told.manner in _PROVED and not told.copular]
        if tellings and len(proving) == len(tellings):
            rooms: frozenset[Status] = frozenset(status for _, room in proving for status in room)
            sure = all(_overrules(sentence, place) for sentence, place in held) and not _leaves_open(told, sentences)
            return proving[0][0], rooms, told.words[at].raw if sure else ""
        if certain:
            return None
    return None


def _tells_itself(status: Status, title: Wording) -> bool:
    """Whether a title's own verb says what its status does: "may have recorded" is hypothetical, whatever its sentences say."""
    sure = (told_at(title, at).manner for at, certain in _verbs(title) if certain)
    manner = next(sure, None)
    return manner in _PROVED and manner != "done" and status == _PROVED[manner][0]


def _leaves_open(told: Wording, sentences: Sequence[Wording]) -> bool:
    """Whether a title says itself that it is only alleged, or it and its sentences of a time to come, as headlines do without "will"."""
    return not ALLEGING.isdisjoint(told.lows) or lie_ahead(told, sentences)


def _overrules(sentence: Wording, place: int) -> bool:
    """Whether a form tells for sure what was: "were inclined" may be a state, "was sending" a plan, unless it "still" went on."""
    if _is_booked(sentence, place) or "until" in sentence.in_order[max(0, place - REACH) : place]:
        return False  # "would not begin until the board had reviewed it"
    before = sentence.in_order[max(0, place - REACH) : place]
    rest, _, _ = less_adverbs(before)
    if sentence.words[place].low.endswith("ing"):
        return "still" in before or _BEEN.isdisjoint(rest[-1:])
    return _NO_SUBJECT.isdisjoint(rest[-1:])


def _is_booked(sentence: Wording, place: int) -> bool:
    """Whether "for" and a time stand behind a verb: "has been pencilled in for November" plans it."""
    behind = sentence.in_order[place + 1 : place + 5]
    after = behind[behind.index("for") + 1 :] if "for" in behind[:2] else []
    return any(WORDS[low] & _DATED for low in after[:2])


_DATED = c.MONTH | c.WEEKDAY | c.DAY_WORD | c.SEASON | c.TIME_UNIT
_BEEN = english.BE | {"been"}
_NO_SUBJECT = english.BE | WORDS.any_of(c.PREPOSITION, c.GOES_WITH_VERB) - {"to"}
"""Behind these a past form describes what follows: "ruled out forced sales"."""


def _is_adverb(low: str) -> bool:
    """Whether a word tells how: "properly"; not "comply"."""
    return low.endswith("ly") and not WORDS[low] & c.VERB and low not in _NO_ADVERBS


_NO_ADVERBS = english.of_list("no-adverbs")


def _verbs(title: Wording) -> Iterator[tuple[int, bool]]:
    """The verbs of a title that may decide, in order, and whether each is one for sure; none behind one that embeds, or in a
    relative clause.
    """
    relative = False
    for at, word in enumerate(title.words[1:], 1):
        relative = word.low in _RELATIVES or (relative and word.raw != ",")
        if word.low in _SUBORDINATE and not relative and not word.capital:
            return  # "There were protests before the plan to raise fares was withdrawn"
        if not word.content or word.low in english.FINITE or relative or _is_adverb(word.low):
            continue
        if WORDS[word.low] & c.CUE and title.in_order[at + 1 : at + 2] == ["that"]:
            return  # "hinted that he might go" tells what he hinted
        saying = word.low in english.SAYING or WORDS[word.low] & c.SAYS
        if saying and "," in title.in_order[max(1, at - 5) : at]:
            continue  # "…, Lind revealed": whose word it is
        told = told_at(title, at)
        certain = told.manner != "unknown" and not told.copular
        if not certain and not (word.low.endswith("s") or title.words[at - 1].low == "to"):
            continue
        if word.stem in _EMBEDDING:
            if told.manner in _AHEAD:
                yield at, certain  # "will approve the budget" approved none
            return
        if not describes(title, at):
            yield at, certain


def _lies_ahead(title: str, evidence: Sequence[Span], reading: Reading, published: dt.date) -> str | None:
    """The title's time, in the article's words, where the article fixes it to a day after its own."""
    for time in reading.times:
        if time.span is None or time.start is None or time.start <= published or time.basis != "stated":
            continue
        if time.precision not in {"day", "month"}:  # "the 2011 version" is no date
            continue
        if (
            time.limit == "at"
            and any(span.overlaps(time.span) for span in evidence)
            and time.span.text in title[:_LONGEST_TITLE]
        ):
            return time.span.text
    return None


_AHEAD: frozenset[Manner] = frozenset({"will", "maybe"})
_SUBORDINATE = english.SUBORDINATING - {"if", "unless", "as"} | {"once"}
_RELATIVES = english.RELATIVE | {"that"}
_LONGEST_TITLE = 600


def planned_in_the_past(status: Status, time: TimeRef | None, published: dt.date | None) -> str | None:
    """A planned event whose date lies before the day of publication; a model's date may be of what was planned and never came."""
    over = time and time.limit != "since" and time.basis != "model" and time.end and published and time.end < published
    if status == "planned" and time and over:
        return f"planned for {time.value}, but the article appeared on {published}"
    return None


def boilerplate_cited(evidence: Sequence[Span], reading: Reading) -> str | None:
    """Evidence that is no part of the story: a share bar, a copyright line."""
    for span in evidence:
        if any(span.overlaps(other) for other in reading.article.boilerplate):
            return f"the evidence at {span.start} is boilerplate"
    return None
