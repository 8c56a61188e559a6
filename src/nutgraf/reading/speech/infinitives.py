"""Infinitives that report: "went on to say that", "wanted to know whether", and those that report nothing: "declined to say why"."""

from __future__ import annotations

from nutgraf.reading.languages import classes as c
from nutgraf.reading.speech.frames import BE, Frame, skip_helpers
from nutgraf.reading.speech.noun_phrases import may_speak, phrase_before
from nutgraf.reading.speech.reports import Report, Sought, clause_start, nobody, report
from nutgraf.reading.speech.subjects import apposed, first_subject, owner

_FINITE = c.PAST | c.THIRD
_COMPELLED = frozenset({"forced", "compelled", "obliged", "moved"})
FARTHEST_INFINITIVE = 9
"""Tokens between a verb and the infinitive that reports: "took to the radio to call it"."""


def infinitive(frame: Frame, at: int, sought: Sought) -> Report | None:
    """Find "X went on to say that", "X took to Facebook to call it “…”", "X tried to argue that"; no plans, no refusals."""
    if not frame.bits[at] & c.BASE or frame.text(at - 1) != "to":
        return None
    floor = clause_start(frame, at)
    for verb in range(at - 2, max(floor - 1, at - 1 - FARTHEST_INFINITIVE), -1):
        bits = frame.bits[verb]
        if bits & (c.PLANS | c.NEGATION | c.PLANNED | c.WILL | c.MAYBE | c.DUTY) or not frame.is_word(verb):
            return None
        if bits & _FINITE and bits & c.VERB and not bits & c.ING and not frame.is_capital(verb):
            break
    else:
        return None
    end, negated = skip_helpers(frame, verb - 1, floor)
    if frame.low[verb] in _COMPELLED and frame.of(end, BE):
        end, _ = skip_helpers(frame, end - 1, floor)  # "was forced to concede"
    if negated or frame.of(end, BE | c.PLANNED):
        return None
    subject = phrase_before(frame, end, floor, sought.known) if frame.is_word(end) else None
    if subject is None and end >= floor and frame.of(end, c.JOINT):
        subject = sought.last_speaker or first_subject(frame, end, sought.known)
    on = verb == at - 3 and frame.low[at - 2] == "on"  # "went on to claim": whoever does is a speaker
    if subject is None or nobody(frame, subject, floor):
        return None
    found = report(frame, at, subject, sought, left=owner(frame, subject.first, floor), right=at)
    told = found.opener in {"that", "colon"} or frame.quotes_next(found.content)
    if not (on or may_speak(frame, subject) or (found.opener == "that" and frame.bits[at] & c.SAYS)):
        return None
    return found if told or (found.kind == "say" and at - verb <= 3) else None


def wish_to_know(frame: Frame, at: int, sought: Sought) -> Report | None:
    """Find "X wanted to know whether": the verb of the wish and the infinitive ask together."""
    wish, question = at - 2, frame.of(at + 1, c.OPENS_CLAUSE) and not frame.of(at + 1, c.THAT)
    if not question or frame.text(at - 1) != "to" or not frame.of(wish, _FINITE | c.BASE):
        return None
    if not frame.of(wish, c.WISHES | c.ORDERS | c.ASKS) or frame.of(wish, c.ING):
        return None
    floor = clause_start(frame, at)
    end, negated = skip_helpers(frame, wish - 1, floor)
    if negated or end < floor:
        return None
    if frame.low[end] == ",":
        subject = apposed(frame, end, floor, sought.known)  # "Nils Ode, a farmer, wanted to know"
    else:
        subject = phrase_before(frame, end, floor, sought.known) if frame.is_word(end) else None
    if subject is None or nobody(frame, subject, floor):
        return None
    found = report(frame, at, subject, sought, left=owner(frame, subject.first, floor), right=at)
    return found._replace(kind="that", cue=(frame.start[wish], frame.end[at]), stance="asks")


def refusal(frame: Frame, at: int, sought: Sought) -> Report | None:
    """Find "X did not say when", "X declined to say whether": no comment on what follows."""
    if not frame.bits[at] & (c.SAY | c.DISCLOSES) or not frame.bits[at] & (c.BASE | c.PAST):
        return None
    first = at - 1
    if frame.text(first) == "to" and frame.bits[at] & c.BASE and frame.of(first - 1, c.NEGATION):
        first -= 1
    elif not (frame.of(first, c.NEGATION) or frame.low[first][-3:] in {"n't", "n’t"}):
        return None
    end, _ = skip_helpers(frame, first, 0)
    floor = clause_start(frame, at)
    if end < first and frame.is_word(end) and end >= floor:
        subject = phrase_before(frame, end, floor, sought.known)
    else:
        subject = phrase_before(frame, first - 1, floor, sought.known)
    if subject is None:
        return None
    found = report(frame, at, subject, sought, left=owner(frame, subject.first, floor), right=at)
    start = subject.last + 1
    cue = frame.start[start], frame.end[at]
    return found._replace(cue=cue, stance="no_comment", kind="that") if found.opener == "question" else None
