"""Nouns and adjectives that report with a verb: "äußerte die Hoffnung, dass", "zeigte sich überzeugt, dass", "des Ministers Warnung"."""

from __future__ import annotations

from nutgraf.reading.languages import classes as c
from nutgraf.reading.speech.clause.reports import Report, Sought
from nutgraf.reading.speech.frames import Frame
from nutgraf.reading.speech.known import Phrase
from nutgraf.reading.speech.verb_second.content import Content, content_before, content_behind
from nutgraf.reading.speech.verb_second.fields import any_subjunctive, is_finite, is_verb
from nutgraf.reading.speech.verb_second.phrases import is_noun, phrase_after
from nutgraf.reading.speech.verb_second.subjects import subject_of

_NOT_HELD = frozenset({"zurück", "bestritt", "bestreitet", "dementierte", "dementiert"})


def noun(frame: Frame, at: int, sought: Sought) -> Report | None:
    """Find "äußerte die Hoffnung, dass …", "die Warnung der Bahn, dass …"."""
    if not is_noun(frame, at):
        return None
    end = frame.clause_end(at)
    if end >= len(frame) or frame.low[end] not in {",", ":"} or end > at + 6:
        return None
    whose = None
    if end > at + 1 and (frame.of(at + 1, c.ARTICLE) or frame.low[at + 1] in {"von", "vom"}):
        whose = phrase_after(frame, at + 1 + (frame.low[at + 1] in {"von", "vom"}), end, sought.known)
    denied = frame.low[end - 1] in _NOT_HELD
    if whose is None and end > at + 1 + denied:
        return None
    subject = whose or _subject(frame, at, sought)
    if subject is None or subject.first <= at <= subject.last:
        return None
    told = _told(frame, end, sought)
    if told is None:
        return None
    return Report(
        "that",
        at,
        (frame.start[at], frame.end[at]),
        subject,
        min(subject.first, at),
        max(at, end - 1),
        told.first,
        told.opener,
        bits=c.TELLS,
        stance="denies" if denied else "says",
        told=(told.told,) if told.told else (),
    )


def _told(frame: Frame, end: int, sought: Sought) -> Content | None:
    """What stands behind a comma or colon, where it is surely what the noun announces."""
    told = content_behind(frame, end, c.SAYS | c.CUE, sought.known, None)
    if frame.low[end] == ":":
        return told if end + 1 < len(frame) and frame.segment[end + 1] >= 0 else None
    if told.told is None:
        return None
    held = told.opener == "that" or (told.opener == "comma" and any_subjunctive(frame, told.first, told.told[1] + 1))
    return told if held else None


def _subject(frame: Frame, at: int, sought: Sought) -> Phrase | None:
    """The subject of the clause's finite verb, which the noun is an object of."""
    first = frame.clause_start(at)
    verb = next((n for n in range(first, at) if is_finite(frame, n)), -1)
    if (
        verb < 0
        or frame.of(verb, c.PRESENT_BE | c.PAST_BE | c.DID)
        or frame.text(verb) in {"gibt", "gab", "liegt", "lag", "bleibt"}
    ):
        return None
    return subject_of(frame, verb, sought.known, sought.last_speaker)[0]


def wants_to_know(frame: Frame, at: int, sought: Sought) -> Report | None:
    """Find "wollte wissen, warum …"."""
    end = frame.clause_end(at)
    verb = next((n for n in range(at - 1, frame.clause_start(at) - 1, -1) if frame.low[n] in {"wollte", "wollten"}), -1)
    subject = subject_of(frame, verb, sought.known, sought.last_speaker)[0] if verb >= 0 and end == at + 1 else None
    told = content_behind(frame, end, c.ASKS | c.CUE, sought.known, None) if subject is not None else None
    if subject is None or told is None or told.opener != "question" or told.told is None:
        return None
    cue = frame.start[verb], frame.end[at]
    return Report("that", at, cue, subject, subject.first, at, told.first, "question", stance="asks", told=(told.told,))


def wanted_to_know(frame: Frame, at: int, sought: Sought) -> Report | None:
    """Find "„…?“, wollte X wissen"."""
    behind, end = at - 1 - (frame.text(at - 1) == ","), frame.clause_end(at)
    if behind < 0 or frame.segment[behind] < 0 or frame.low[end - 1] != "wissen":
        return None
    subject, inverted, _ = subject_of(frame, at, sought.known, None)
    if subject is None or not inverted:
        return None
    cue = frame.start[at], frame.end[end - 1]
    return Report("quote", at, cue, subject, at, end - 1, end, stance="asks", bits=c.ASKS | c.CUE)


def predicate(frame: Frame, at: int, sought: Sought) -> Report | None:
    """Find "ist überzeugt, dass …", "machte deutlich, dass …", "gab zu bedenken, dass …"."""
    end = frame.clause_end(at)
    if end != at + 1 or end + 1 >= len(frame) or frame.low[end] not in {",", ":"}:
        return None
    verb = next((n for n in range(frame.clause_start(at), at) if is_finite(frame, n) and is_verb(frame, n)), -1)
    if verb < 0 or frame.of(verb, c.CUE):
        return None
    subject = subject_of(frame, verb, sought.known, sought.last_speaker)[0]
    if subject is None or frame.low[subject.first] in {"es", "das"}:
        return None
    told = _told(frame, end, sought)
    if told is None:
        return None
    return Report(
        "that", at, (frame.start[verb], frame.end[at]), subject, min(subject.first, verb), max(at, subject.last), told.first,
        told.opener, bits=c.TELLS, told=(told.told,) if told.told else (),
    )  # fmt: skip


def left_open(frame: Frame, at: int, sought: Sought) -> Report | None:
    """Find "ließ offen, ob …", "Ob …, ließ X offen."."""
    first, end = frame.clause_start(at), frame.clause_end(at)
    verb = next((n for n in range(first, at) if frame.low[n] in _LEAVES), -1)
    subject = subject_of(frame, verb, sought.known, sought.last_speaker)[0] if verb >= 0 and end == at + 1 else None
    if subject is None:
        return None
    ahead = content_before(frame, verb, 0) if verb == first > 0 else None
    told = content_behind(frame, end, c.ASKS | c.CUE, sought.known, None)
    asked = ahead if ahead and frame.of(ahead[0], c.OPENS_CLAUSE) else told.told if told.opener == "question" else None
    cue = frame.start[verb], frame.end[at]
    return (
        Report(
            "that", at, cue, subject, min(verb, subject.first), at, end, told.opener, stance="no_comment", told=(asked,)
        )
        if asked
        else None
    )


_LEAVES = frozenset({"ließ", "ließen", "liess", "liessen", "lässt", "lassen", "lasse"})
