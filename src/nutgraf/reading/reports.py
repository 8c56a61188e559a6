"""Reporting clauses: each cue of a sentence with its speaker, its hearer and where its content begins."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from nutgraf.reading.cues import ADDRESSING, CLAUSE_OPENERS, CUES, INVERTING, Cue
from nutgraf.reading.frames import QUOTE, Frame, Known, Phrase, is_word, phrase_after, phrase_before, skip_helpers
from nutgraf.reading.lexicon import DETERMINERS, FUNCTION_WORDS, MONTHS, PREPOSITIONS, WEEKDAYS
from nutgraf.reading.parts import Offsets

Opener = Literal["that", "question", "colon", "comma", "none"]

_BE = frozenset("is are was were be been being get got".split())
_SOME = frozenset("many some others most both several another few all".split())
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
    for at, low in enumerate(frame.low):
        if frame.segment[at] >= 0:
            continue
        if low in {"according", "words"}:
            report = _phrase(frame, at, known)
        elif low in CUES and not (frame.capital[at] and at and is_word(frame, at - 1)):
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
        content = _past_apposition(frame, content)
        opener = "comma"
    elif all(low in _CONJUNCTIONS for low in frame.low[:left]):
        opener = "comma"  # "According to X the plan …": the comma is often left out
    cue = frame.start[left], frame.end[at + 1]
    return Report(
        "according", "phrase", at, cue, speaker, left, speaker.last, content, "comma" if opener == "comma" else "none"
    )


def _past_apposition(frame: Frame, comma: int) -> int:
    """The token after the comma, or after the apposition that the comma opens: "X, the minister, the plan …"."""
    first = comma + 1
    if first < len(frame) and (
        frame.low[first] in {"a", "an", "the", "who", "chairman", "director"} or frame.low[first].isdigit()
    ):
        for at in range(first + 1, min(len(frame), first + 8)):
            if frame.low[at] == ",":
                verbs = any(low in _BE or low in {"has", "had", "have", "will", "would"} for low in frame.low[first:at])
                return first if verbs else at + 1
            if not is_word(frame, at):
                break
    return first


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
    if subject is None:
        return None
    left = subject.first
    if left > 0 and frame.low[left - 1] == "as":
        left -= 1
    return _report(frame, at, cue, subject, known, left=left, right=at)


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
    if subject is None or quoted:
        return subject
    following = frame.low[subject.last + 1] if subject.last + 1 < len(frame) else "."
    return subject if following in {".", ",", "!", "?", QUOTE} and at > 3 else None


def _apposed(frame: Frame, comma: int, floor: int, known: Known) -> Phrase | None:
    """The subject of "Ann Lee, a farmer from York, said": left of the first comma of the apposition."""
    named = phrase_before(frame, comma - 1, floor, known)
    if (
        named is not None
        and named.name is not None
        and named.name.kind == "person"
        and named.first > floor
        and frame.low[named.first - 1] == ","
    ):
        return named  # "the coach, Ann Lee, said"
    for at in range(comma - 1, max(floor, comma - 40), -1):
        if frame.low[at] != "," or frame.low[at + 1] in {"and", "or", "but"}:
            continue
        subject = phrase_before(frame, at - 1, floor, known)
        if subject is None:
            continue
        edge = subject.first - 1
        if (
            (subject.name is not None and subject.name.kind != "place")
            or edge < floor
            or frame.low[edge] in _CONJUNCTIONS | {"that", ","}
        ):
            return subject
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
    if previous not in {",", "and", QUOTE, "while", "before", "but"} or (
        cue.kind == "quote" and QUOTE not in frame.low[at : at + 7]
    ):
        return None
    subject = before[-1].speaker if before else first_subject(frame, at - 1, known)
    if subject is None:
        return None
    report = _report(frame, at, cue, subject, known, left=at - 1, right=at)
    if (
        not before
        and cue.kind != "quote"
        and report.opener == "none"
        and not (report.content < len(frame) and frame.segment[report.content] >= 0)
    ):
        return None
    return replace(report, carried=True)


def _passive(frame: Frame, at: int, cue: Cue, known: Known) -> Report | None:
    """Find "it is asserted by X that"; a passive without "by" names no speaker."""
    if at + 2 >= len(frame) or frame.low[at + 1] != "by":
        return None
    subject = phrase_after(frame, at + 2, len(frame), known)
    return None if subject is None else _report(frame, at, cue, subject, known, left=max(0, at - 2), right=subject.last)


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
    opener: Opener = "none"
    if content < len(frame):
        low = frame.low[content]
        if low == "," and content + 1 < len(frame) and frame.low[content + 1] == "that":
            content, low = content + 1, "that"
        if low == "that":
            opener, content = "that", content + 1
        elif low in CLAUSE_OPENERS:
            opener = "question"
        elif low in {":", ","}:
            opener, content = "colon" if low == ":" else "comma", content + 1
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
        frame.low[at] in WEEKDAYS or frame.low[at] in {"today", "yesterday", "earlier", "later", "also", "again"}
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
