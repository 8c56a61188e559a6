"""Reporting clauses: each cue of a sentence with its speaker, its hearer and where its content begins."""

from __future__ import annotations

from typing import Literal, NamedTuple

from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.cues import CLAUSE_OPENERS, CUES, Cue
from nutgraf.reading.languages.en.vocabulary import WORDS
from nutgraf.reading.parts import Offsets
from nutgraf.reading.speech.edges import addressee_of, past_aside, past_circumstances, past_description
from nutgraf.reading.speech.frames import QUOTE, Frame, is_capital, is_word, skip_helpers
from nutgraf.reading.speech.noun_phrases import Known, Phrase, may_speak, phrase_after, phrase_before
from nutgraf.reading.speech.subjects import agrees, apposed, first_subject, inverted, owner

DETERMINERS = WORDS.any_of(c.DETERMINER)
DOCUMENT_NOUNS = WORDS.any_of(c.DOCUMENT)
FINITE_VERBS = WORDS.any_of(c.AUXILIARY)
FUNCTION_WORDS = WORDS.any_of(c.FUNCTION)
JOINTS = WORDS.any_of(c.JOINT)
PREPOSITIONS = WORDS.any_of(c.PREPOSITION)
PRONOUNS = WORDS.any_of(c.PRONOUN)


Opener = Literal["that", "question", "colon", "comma", "none"]

_PHRASES = frozenset({"according", "words"})
_TRIGGERS = _PHRASES | CUES.keys()
_BE = frozenset("is are was were be been being get got".split())
_SOME = frozenset("many some others most both several another few all".split())
_NOBODY = frozenset({"neither", "nor", "no", "none", "nobody"})
_BEFORE_NOUN = DETERMINERS - _SOME - {"this", "that"}
_NO_SUBJECT = FUNCTION_WORDS - {"he", "she", "they", "it", "we", "i", "also"}
"""Right before a form that is a noun as well, these tell that it is one."""
_WRITTEN = frozenset("statement statements letter message email memo note tweet post report notice".split())


class Report(NamedTuple):
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
        if low not in _TRIGGERS:
            continue
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
        content = past_description(frame, content, known, closing=left > 1, person=_personal(speaker))
        opener = "comma"
    elif all(low in JOINTS for low in frame.low[:left]):
        comma = next((at for at in range(content, min(len(frame), content + 12)) if not is_word(frame, at)), content)
        between = frame.low[content:comma]
        if frame.low[comma : comma + 1] == (",",) and FINITE_VERBS.isdisjoint(between) and PRONOUNS.isdisjoint(between):
            content = comma + 1  # "According to Ana Duarte of the union, the plan …"
        opener = "comma"  # "According to X the plan …": the comma is often left out
    cue = frame.start[left], frame.end[at + 1]
    return Report(
        "according", "phrase", at, cue, speaker, left, speaker.last, content, "comma" if opener == "comma" else "none"
    )


def _personal(speaker: Phrase) -> bool:
    return speaker.name is not None and speaker.name.kind in {"person", "other"}


def _verb(frame: Frame, at: int, cue: Cue, known: Known, before: list[Report]) -> Report | None:
    previous = frame.low[at - 1] if at else ""
    if cue.form == "ing":
        return _participle(frame, at, cue, known, before)
    if cue.form == "base" and previous == "to":
        return _went_on(frame, at, cue, known, before)
    if previous in _BEFORE_NOUN or (cue.noun and cue.form in {"base", "third"} and previous in _NO_SUBJECT):
        return None
    subject_end, negated = skip_helpers(frame, at - 1, 0)
    if negated:
        return None
    if cue.form == "past" and subject_end >= 0 and frame.low[subject_end] in _BE:
        return _passive(frame, at, cue, known)
    if cue.form == "past" and (passive := _passive(frame, at, cue, known)):
        # "The port, said by Umerov to be safe, stayed shut": only words in marks are told apart from the rest.
        return passive._replace(kind="quote") if _quotes_next(frame, passive.right + 1) else None
    return _with_subject(frame, at, cue, subject_end, known, before)


def _went_on(frame: Frame, at: int, cue: Cue, known: Known, before: list[Report]) -> Report | None:
    """Find "X went on to say that", "X has continued to insist that"."""
    verb = at - 2
    if verb >= 1 and frame.low[verb] == "on" and frame.low[verb - 1] in {"went", "goes", "go"}:
        verb -= 1
    elif verb < 1 or frame.low[verb] not in {"continued", "continues", "continue"}:
        return None
    end, negated = skip_helpers(frame, verb - 1, 0)
    return None if negated else _with_subject(frame, at, cue._replace(noun=False), end, known, before)


def _with_subject(frame: Frame, at: int, cue: Cue, end: int, known: Known, before: list[Report]) -> Report | None:
    floor = _clause_start(frame, at)
    low = frame.low[end] if end >= floor else ""
    behind = inverted(frame, at, cue, floor, known) if low in {"", ","} else None
    if behind:
        return _report(frame, at, cue, behind, known, left=at, right=behind.last)
    if end < floor:
        return None
    if low == "who" and frame.end[end] not in known.by_end:
        end -= 2 if frame.low[end - 1] == "," else 1
        subject = phrase_before(frame, end, floor, known) if end >= floor else None
    elif low == ",":
        subject = apposed(frame, end, floor, known)
    elif low in JOINTS:
        if cue.form == "base":
            return None
        return _carried(frame, at, cue, end, known, before)
    elif low in _SOME:
        subject = Phrase(frame.start[end], frame.end[end], end, end)
    else:
        subject = phrase_before(frame, end, floor, known)
    if subject is None or not agrees(frame, cue, subject):
        return None
    if frame.low[subject.first] in _NOBODY or (subject.first > floor and frame.low[subject.first - 1] in _NOBODY):
        return None
    left = owner(frame, subject.first, floor)
    if left > 0 and frame.low[left - 1] == "as":
        left -= 1
    return _report(frame, at, cue, subject, known, left=left, right=at)


def _clause_start(frame: Frame, at: int) -> int:
    if not frame.place and ";" not in frame.low and ":" not in frame.low:
        return 0
    for left in range(at - 1, max(-1, at - 60), -1):
        if frame.segment[left] >= 0 or frame.low[left] in {";", ":"}:
            return left + 1
    return 0


def _carried(frame: Frame, at: int, cue: Cue, joint: int, known: Known, before: list[Report]) -> Report | None:
    """Find "X came to Kyiv and said": the subject of the verb before."""
    subject = before[-1].speaker if before else first_subject(frame, joint, known)
    if subject is None:
        return None
    left = joint - 1 if joint and frame.low[joint - 1] == "," else joint
    return _report(frame, at, cue, subject, known, left=left, right=at)._replace(carried=True)


def _participle(frame: Frame, at: int, cue: Cue, known: Known, before: list[Report]) -> Report | None:
    """Find ", adding that …", "a statement saying “…”", "was quoted as saying"."""
    previous = frame.low[at - 1] if at else ""
    if previous == "as" and at > 2 and frame.low[at - 2] in {"quoted", "cited"}:
        end, negated = skip_helpers(frame, at - 3, 0)
        if end > 0 and frame.low[end] in _BE:
            end, negated = skip_helpers(frame, end - 1, 0)
        subject = None if negated else phrase_before(frame, end, 0, known)
        return None if subject is None else _report(frame, at, cue, subject, known, left=subject.first, right=at)
    written = previous in _WRITTEN and cue.lemma == "say"
    if not (written or previous in {",", "and", QUOTE, "while", "before", "but", "by"}) or (
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
    return report._replace(carried=True)


def _passive(frame: Frame, at: int, cue: Cue, known: Known) -> Report | None:
    """Find "it is asserted by X that"; a passive without "by" names no speaker."""
    if at + 2 >= len(frame) or frame.low[at + 1] != "by":
        return None
    subject = phrase_after(frame, at + 2, len(frame), known)
    if subject is None or not may_speak(frame, subject):
        return None
    if subject.first == subject.last and frame.low[subject.last] in DOCUMENT_NOUNS:
        return None  # "said by letter"
    return _report(frame, at, cue, subject, known, left=max(0, at - 2), right=subject.last)


def _quotes_next(frame: Frame, at: int) -> bool:
    """Whether a quotation stands between a token and the next mark."""
    while is_word(frame, at):
        at += 1
    return at < len(frame) and frame.segment[at] >= 0


def _report(frame: Frame, at: int, cue: Cue, speaker: Phrase, known: Known, *, left: int, right: int) -> Report:
    content, addressee = right + 1, None
    if right == at:
        addressee, content = addressee_of(frame, at, cue, known)
    content = past_circumstances(frame, content)
    if right == at:
        content = past_aside(frame, content)
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
                else past_description(frame, content, known, closing=left > 1, person=_personal(speaker)),
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
