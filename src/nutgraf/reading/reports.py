"""Reporting clauses: each cue of a sentence with its speaker, its hearer and where its content begins."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import Literal

from nutgraf.reading.cues import ADDRESSING, CLAUSE_OPENERS, CUES, INVERTING, Cue
from nutgraf.reading.frames import (
    QUOTE,
    Frame,
    Known,
    Phrase,
    is_capital,
    is_word,
    may_speak,
    phrase_after,
    phrase_before,
    skip_helpers,
)
from nutgraf.reading.lexicon import (
    DETERMINERS,
    FUNCTION_WORDS,
    MONTHS,
    PREPOSITIONS,
    PRONOUNS,
    TITLE_MODIFIERS,
    TITLES,
    WEEKDAYS,
)
from nutgraf.reading.parts import Offsets

Opener = Literal["that", "question", "colon", "comma", "none"]

_PHRASES = frozenset({"according", "words"})
_TRIGGERS = _PHRASES | CUES.keys()
_BE = frozenset("is are was were be been being get got".split())
_PLURALS = frozenset("police people men women children staff media team troops fishermen crew others many some".split())
_SOME = frozenset("many some others most both several another few all".split())
CONJUNCTIONS = frozenset({"and", "but", "then", "or", "while", "whereas", "though", "although"})
FINITE = frozenset(
    "is are was were has have had will would can could may might must should do does did isn't aren't wasn't weren't "
    "hasn't haven't hadn't won't wouldn't can't couldn't shouldn't don't doesn't didn't it's they're he's she's there's".split()
)
_STOPS = frozenset({",", ";", ":", ".", "!", "?", "—", "–", "(", ")"})
_DESCRIBING = frozenset("a an the his her its their one aged himself herself former".split())
_CONJUNCTIONS = frozenset({"and", "but", "then"})
_LINKS = frozenset({",", ";", ":", "—", "–", "-", "(", ")", "[", "]", ".", "!", "?"})
_PLACES_OF_SPEECH = frozenset("in at on during via through after from by before using when as".split())


@dataclass(frozen=True, slots=True)
class Report:
    """A cue with its speaker. Numbers are tokens of the frame.

    The clause runs from `left` to `right`; what is reported after it begins at `content`.
    """

    lemma: str
    kind: Literal["say", "that", "quote", "phrase"]
    at: int
    cue: Offsets
    speaker: Phrase
    left: int
    right: int
    content: int
    opener: Opener = "none"
    addressee: Offsets | None = None
    carried: bool = False
    """A participle or a second verb: its subject is that of the clause before."""


def find_reports(frame: Frame, known: Known) -> tuple[Report, ...]:
    """The reporting clauses among the reporter's own words, in order."""
    found: list[Report] = []
    for at in [at for at, low in enumerate(frame.low) if low in _TRIGGERS]:
        low = frame.low[at]
        if low in _PHRASES:
            report = _phrase(frame, at, known)
        elif not (is_capital(frame, at) and at and is_word(frame, at - 1)):
            report = _verb(frame, at, CUES[low], known, found)
        else:
            continue
        if report is not None and (not found or report.at > found[-1].right):
            found.append(report)
    return tuple(found)


def _phrase(frame: Frame, at: int, known: Known) -> Report | None:
    """Find "according to X", "in the words of X"."""
    if at + 1 >= len(frame):
        return None
    left = at
    if frame.low[at] == "according":
        if frame.low[at + 1] != "to":
            return None
    else:
        if at < 2 or frame.low[at - 2 : at] != ("in", "the") or frame.low[at + 1] != "of":
            return None
        left = at - 2
    speaker = phrase_after(frame, at + 2, len(frame), known)
    if speaker is None:
        return None
    content, opener = speaker.last + 1, "none"
    if content < len(frame) and frame.low[content] == ",":
        content = _past_description(frame, content, known, closing=left > 1, person=_personal(speaker))
        opener = "comma"
    elif all(low in _CONJUNCTIONS for low in frame.low[:left]):
        comma = next((at for at in range(content, min(len(frame), content + 12)) if not is_word(frame, at)), content)
        between = frame.low[content:comma]
        if frame.low[comma : comma + 1] == (",",) and FINITE.isdisjoint(between) and PRONOUNS.isdisjoint(between):
            content = comma + 1  # "According to Ana Duarte of the union, the plan …"
        opener = "comma"  # "According to X the plan …": the comma is often left out
    cue = frame.start[left], frame.end[at + 1]
    return Report(
        "according", "phrase", at, cue, speaker, left, speaker.last, content, "comma" if opener == "comma" else "none"
    )


def _personal(speaker: Phrase) -> bool:
    return speaker.name is not None and speaker.name.kind in {"person", "other"}


def _past_description(frame: Frame, comma: int, known: Known, *, closing: bool, person: bool) -> int:
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
        if not (closing or (person and (low in _DESCRIBING or low.isdigit() or titled))) or low in CONJUNCTIONS:
            return first
        if stop - first > 14 or any(word in FINITE or word.endswith("ed") for word in frame.low[first:stop]):
            return first
    if stop < len(frame) and frame.low[stop] == ",":
        if closing:
            return _past_description(frame, stop, known, closing=True, person=person)
        subject = known.by_start.get(frame.start[stop + 1]) if stop + 1 < len(frame) else None
        # "According to Ana Duarte, the mayor, John Smith, resigned": what looks like a description has its own.
        own = subject is not None and subject.kind == "person" and _text_after(frame, subject.end) == ","
        return first if own else stop + 1
    return stop


def _text_after(frame: Frame, offset: int) -> str:
    """The token behind an offset, "" at the sentence's end."""
    at = bisect_left(frame.start, offset)
    return frame.low[at] if at < len(frame) else ""


def _verb(frame: Frame, at: int, cue: Cue, known: Known, before: list[Report]) -> Report | None:
    previous = frame.low[at - 1] if at else ""
    if cue.form == "ing":
        return _participle(frame, at, cue, known, before)
    if cue.form == "base" and previous == "to":
        if at < 2 or frame.low[at - 2] not in {"on", "continued"} or (not before and at < 4):
            return None
        end = at - 2 - (frame.low[at - 2] == "on")
        return _with_subject(frame, at, cue, end - (frame.low[end] in {"went", "goes", "go"}), known, before)
    if previous in DETERMINERS - _SOME and previous not in {"this", "that"}:
        return None
    if (
        cue.noun
        and cue.form in {"base", "third"}
        and previous in FUNCTION_WORDS - {"he", "she", "they", "it", "we", "i", "also"}
    ):
        return None
    subject_end, negated = skip_helpers(frame, at - 1, 0)
    if negated:
        return None
    if cue.form == "past" and subject_end >= 0 and frame.low[subject_end] in _BE:
        return _passive(frame, at, cue, known)
    return _with_subject(frame, at, cue, subject_end, known, before)


def _with_subject(frame: Frame, at: int, cue: Cue, end: int, known: Known, before: list[Report]) -> Report | None:
    floor = _clause_start(frame, at)
    low = frame.low[end] if end >= floor else ""
    inverted = low in {"", ","} and _inverted(frame, at, cue, floor, known)
    if inverted:
        return _report(frame, at, cue, inverted, known, left=at, right=inverted.last)
    if end < floor:
        return None
    if low == "who" and frame.end[end] not in known.by_end:
        end -= 2 if frame.low[end - 1] == "," else 1
        subject = phrase_before(frame, end, floor, known) if end >= floor else None
    elif low == ",":
        subject = _apposed(frame, end, floor, known)
    elif low in _CONJUNCTIONS:
        if cue.form == "base":
            return None
        return _carried(frame, at, cue, end, known, before)
    elif low in _SOME:
        subject = Phrase(frame.start[end], frame.end[end], end, end)
    else:
        subject = phrase_before(frame, end, floor, known)
    if subject is None or not _agrees(frame, cue, subject):
        return None
    left = subject.first
    if left > 0 and frame.low[left - 1] == "as":
        left -= 1
    return _report(frame, at, cue, subject, known, left=left, right=at)


def _agrees(frame: Frame, cue: Cue, subject: Phrase) -> bool:
    """Not "the same state", "a new screen dubbed": a noun behind a singular, a participle behind a thing."""
    if subject.name is not None or frame.low[subject.last] in PRONOUNS:
        return True
    if cue.noun and cue.form == "base":
        return frame.low[subject.last].endswith("s") or frame.low[subject.last] in _PLURALS
    return cue.kind != "quote" or may_speak(frame, subject)


def _clause_start(frame: Frame, at: int) -> int:
    for left in range(at - 1, max(-1, at - 60), -1):
        if frame.segment[left] >= 0 or frame.low[left] in {";", ":"}:
            return left + 1
    return 0


def _inverted(frame: Frame, at: int, cue: Cue, floor: int, known: Known) -> Phrase | None:
    """Find "…", said X: directly behind a quotation, or behind a comma and closing its clause."""
    quoted = floor > 0 and frame.segment[floor - 1] >= 0 and all(low in _LINKS for low in frame.low[floor:at])
    if cue.form == "base" or not (quoted or cue.lemma in INVERTING):
        return None
    subject = phrase_after(frame, at + 1, len(frame), known)
    if subject is None:
        return None
    if quoted:
        behind = frame.low[subject.last + 1] if subject.last + 1 < len(frame) else "."
        return None if cue.kind == "quote" and behind in DETERMINERS else subject  # "read her players a page"
    if at < 3 or _describes(frame, floor, at - 1):
        return None
    following = frame.low[subject.last + 1] if subject.last + 1 < len(frame) else "."
    placed = (
        frame.low[at - 1] == "," and subject.name is not None and following in PREPOSITIONS
    )  # "said Ann Lee of Acme"
    return subject if placed or following in {".", ",", "!", "?", QUOTE} else None


def _describes(frame: Frame, floor: int, comma: int) -> bool:
    """Whether the stretch that ends with this comma describes a subject: "Ann Lee, the spokeswoman, said the pilot …"."""
    first = next((at for at in range(comma - 1, floor, -1) if frame.low[at] == ","), floor)
    if frame.low[comma] != "," or first == floor:
        return False
    opening = frame.low[first + 1]
    described = opening in _DESCRIBING or opening in {"who", "whose", "which"} or opening.isdigit()
    return described and FINITE.isdisjoint(frame.low[floor:first])


def _apposed(frame: Frame, comma: int, floor: int, known: Known) -> Phrase | None:
    """The subject of "Ann Lee, a farmer from York, said": left of the first comma of the apposition."""
    named = phrase_before(frame, comma - 1, floor, known)
    opening = first_subject(frame, comma, known)
    described = opening is not None and opening.name is None and opening.first == floor
    if (
        named is not None
        and named.name is not None
        and named.first > floor
        and frame.low[named.first - 1] == ","
        and (
            named.name.kind == "person"
            or (described and named.name.kind == "other")
            or (described and named.name.kind != "place" and opening is not None and named.first - 2 == opening.last)
        )
    ):
        return named  # "the coach, Ann Lee, said"
    if (
        opening is not None
        and floor <= opening.first
        and opening.last < comma - 1
        and frame.low[opening.last + 1] == ","
        and (opening.name is None or opening.name.kind != "place")
    ):
        return opening  # "Ann Lee, a farmer in York, England, said"
    for at in range(comma - 1, max(floor, comma - 40), -1):
        if frame.low[at] != "," or frame.low[at + 1] in {"and", "or", "but"}:
            continue
        subject = phrase_before(frame, at - 1, floor, known)
        if subject is None:
            continue
        edge = subject.first - 1
        if subject.name is not None and subject.name.kind == "place" and edge > floor:
            continue
        if (
            (subject.name is not None and subject.name.kind != "place")
            or edge < floor
            or frame.low[edge] in _CONJUNCTIONS | {"that", ","}
        ):
            return subject
    if (
        opening
        and opening.first == floor
        and opening.last < comma - 1
        and FINITE.isdisjoint(frame.low[opening.last + 1 : comma])
    ):
        return opening  # "The results of the study published this week, revealed"
    # No apposition, a stray comma: "The security firm Acme, has said".
    subject = phrase_before(frame, comma - 1, floor, known)
    if subject is None or any(not is_word(frame, at) for at in range(floor, subject.first)):
        return None
    return subject if subject.name is None or subject.name.kind != "place" else None


def _carried(frame: Frame, at: int, cue: Cue, joint: int, known: Known, before: list[Report]) -> Report | None:
    """Find "X came to Kyiv and said": the subject of the verb before."""
    subject = before[-1].speaker if before else first_subject(frame, joint, known)
    if subject is None:
        return None
    left = joint - 1 if joint and frame.low[joint - 1] == "," else joint
    return replace(_report(frame, at, cue, subject, known, left=left, right=at), carried=True)


def _participle(frame: Frame, at: int, cue: Cue, known: Known, before: list[Report]) -> Report | None:
    """Find ", adding that …", "was quoted as saying"."""
    previous = frame.low[at - 1] if at else ""
    if previous == "as" and at > 2 and frame.low[at - 2] in {"quoted", "cited"}:
        end, negated = skip_helpers(frame, at - 3, 0)
        if end > 0 and frame.low[end] in _BE:
            end, negated = skip_helpers(frame, end - 1, 0)
        subject = None if negated else phrase_before(frame, end, 0, known)
        return None if subject is None else _report(frame, at, cue, subject, known, left=subject.first, right=at)
    if previous not in {",", "and", QUOTE, "while", "before", "but", "by"} or (
        cue.kind == "quote" and QUOTE not in frame.low[at : at + 7]
    ):
        return None
    subject = before[-1].speaker if before else first_subject(frame, at - 1, known)
    if subject is None or not (before or may_speak(frame, subject)):
        return None
    report = _report(frame, at, cue, subject, known, left=at - 1, right=at)
    if (
        not before
        and cue.kind != "quote"
        and report.opener == "none"
        and (cue.kind != "say" or previous != ",")
        and not (report.content < len(frame) and frame.segment[report.content] >= 0)
    ):
        return None
    return replace(report, carried=True)


def _passive(frame: Frame, at: int, cue: Cue, known: Known) -> Report | None:
    """Find "it is asserted by X that"; a passive without "by" names no speaker."""
    if at + 2 >= len(frame) or frame.low[at + 1] != "by":
        return None
    subject = phrase_after(frame, at + 2, len(frame), known)
    if subject is None or not may_speak(frame, subject):
        return None
    return _report(frame, at, cue, subject, known, left=max(0, at - 2), right=subject.last)


def first_subject(frame: Frame, before: int, known: Known) -> Phrase | None:
    """The first noun phrase of a sentence that may be its subject, past an opening adverbial."""
    first = 0
    while first < before and (
        frame.low[first] in _CONJUNCTIONS or frame.segment[first] >= 0 or not is_word(frame, first)
    ):
        first += 1
    if first < before and (
        frame.low[first] in PREPOSITIONS
        or frame.low[first].endswith(("ing", "ly"))
        or frame.low[first] in {"as", "when", "while"}
    ):
        comma = next((at for at in range(first, min(before, first + 15)) if frame.low[at] == ","), -1)
        first = comma + 1 if comma >= 0 else first
    return phrase_after(frame, first, before, known)


def _report(frame: Frame, at: int, cue: Cue, speaker: Phrase, known: Known, *, left: int, right: int) -> Report:
    content, addressee = right + 1, None
    if right == at:
        addressee, content = _addressee(frame, at, cue, known)
    content = _past_circumstances(frame, content)
    if right != at and left > 1 and content < len(frame) and frame.low[content] in PREPOSITIONS:
        # "CLAUSE, said Ann Lee of Acme."
        content = next((end for end in range(content, len(frame)) if not is_word(frame, end)), len(frame))
    opener: Opener = "none"
    if content < len(frame):
        low = frame.low[content]
        if low == "," and content + 1 < len(frame) and frame.low[content + 1] == "that":
            content, low = content + 1, "that"
        if low == "that":
            opener, content = "that", content + 1
        elif low in CLAUSE_OPENERS:
            opener = "question"
        elif low == ":":
            opener, content = "colon", content + 1
        elif low == ",":
            opener, content = (
                "comma",
                content + 1
                if right == at
                else _past_description(frame, content, known, closing=left > 1, person=_personal(speaker)),
            )
    return Report(
        cue.lemma,
        cue.kind,
        at,
        (frame.start[at], frame.end[at]),
        speaker,
        left,
        max(right, at),
        content,
        opener,
        addressee,
    )


def _addressee(frame: Frame, at: int, cue: Cue, known: Known) -> tuple[Offsets | None, int]:
    first = at + 1
    if cue.lemma not in ADDRESSING:
        if first >= len(frame) or frame.low[first] != "to":
            return None, first
        first += 1
    if first < len(frame) and frame.low[first] in {"him", "her", "them", "us", "me"}:
        return (frame.start[first], frame.end[first]), first + 1
    if first < len(frame) and frame.low[first] in CLAUSE_OPENERS:
        return None, first
    hearer = phrase_after(frame, first, len(frame), known)
    return (hearer.offsets, hearer.last + 1) if hearer else (None, at + 1)


def _past_circumstances(frame: Frame, first: int) -> int:
    """Past "on Friday", "in a statement" and the like, where the reported clause follows."""
    at = first
    while at < len(frame) and (
        frame.low[at] in WEEKDAYS
        or frame.low[at] in {"today", "yesterday", "earlier", "later", "also", "again"}
        or (frame.low[at] in {"late", "early"} and at + 1 < len(frame) and frame.low[at + 1] in WEEKDAYS | {"on"})
    ):
        at += 1
    if at >= len(frame) or frame.low[at] not in _PLACES_OF_SPEECH:
        return at
    if at + 1 < len(frame) and frame.low[at] == "on" and frame.low[at + 1] in WEEKDAYS | MONTHS:
        at += 2
        while at < len(frame) and frame.low[at].isdigit():
            at += 1
        return _past_circumstances(frame, at) if at < first + 8 else at
    for ahead in range(at + 1, min(len(frame), at + 16)):
        low = frame.low[ahead]
        if low in {"that", ":", ","} or frame.segment[ahead] >= 0 or low == "whether":
            return ahead
        if low in {".", ";", "?", "!"}:
            return ahead
    return at
