"""Infinitives that report: "went on to say that", "wanted to know whether", and those that report nothing: "declined to say why"."""

from __future__ import annotations

from nutgraf.reading.languages import classes as c
from nutgraf.reading.speech.clause.ahead import subject_ahead
from nutgraf.reading.speech.clause.circumstances import past_days
from nutgraf.reading.speech.clause.reports import Opener, Report, Sought, behind, clause_start, report
from nutgraf.reading.speech.clause.subjects import owner
from nutgraf.reading.speech.cue.nouns import bears_out, claim_of
from nutgraf.reading.speech.frames import BE, Frame, has_verb, skip_helpers
from nutgraf.reading.speech.known import Known
from nutgraf.reading.speech.phrase.noun_phrases import may_speak

_FINITE = c.PAST | c.THIRD
_COMPELLED = frozenset({"forced", "compelled", "obliged", "moved"})
FARTHEST_INFINITIVE = 9
"""Tokens between a verb and the infinitive that reports: "took to the radio to call it"."""


def infinitive(frame: Frame, at: int, sought: Sought) -> Report | None:
    """Find "X went on to say that", "X took to Facebook to call it “…”", "X tried to argue that"; no plans, no refusals."""
    if not frame.bits[at] & c.BASE or frame.text(at - 1) != "to":
        return None
    floor = clause_start(frame, at)
    compared = frame.low[at - 2] == "likely" and frame.text(at - 3) in {"more", "less"}
    for verb in range(at - 2 - 2 * compared, max(floor - 1, at - 1 - FARTHEST_INFINITIVE), -1):
        bits = frame.bits[verb]
        if frame.of(verb, BE if compared else c.HAD) and (compared or verb == at - 2):
            break  # "are more likely to say", "had to admit"
        if bits & (c.PLANS | c.NEGATION | c.PLANNED | c.WILL | c.MAYBE | c.DUTY) or not frame.is_word(verb):
            return None
        if (
            bits & c.VERB
            and not frame.is_capital(verb)
            and (bits & _FINITE or (verb == at - 2 and _goes_on(frame, verb)))
        ):
            break
    else:
        return None
    end, negated = skip_helpers(frame, verb - 1, floor)
    if frame.of(end, BE) and (frame.low[verb] in _COMPELLED or frame.of(verb, c.ING)):
        end, _ = skip_helpers(frame, end - 1, floor)  # "was forced to concede"
    if negated or frame.of(end, BE | c.PLANNED):
        return None
    subject = subject_ahead(frame, verb, end, floor, sought)
    on = verb == at - 3 and frame.low[at - 2] == "on"  # "went on to claim": whoever does is a speaker
    if subject is None:
        return None
    found = report(frame, at, subject, sought, left=owner(frame, subject.first, floor), right=at)
    told = found.opener in {"that", "colon"} or frame.quotes_next(found.content)
    if not (on or may_speak(frame, subject) or (found.opener == "that" and frame.bits[at] & c.SAYS)):
        return None
    near = compared or (at - verb <= 3 and not frame.of(verb, c.HAD)) or frame.of(found.content, c.PRONOUN)
    return found if told or (found.kind == "say" and near) else None


def _goes_on(frame: Frame, verb: int) -> bool:
    """Whether what several do or somebody is doing right before "to" is a verb: "farmers [continue]", "is [beginning]"."""
    before, _ = skip_helpers(frame, verb - 1, 0)
    if frame.of(verb, c.ING):
        return frame.of(before, BE)
    some = frame.of(before, c.PRONOUN | c.QUANTIFIER | c.PLURAL) or frame.text(before).endswith("s")
    return some and frame.of(verb, c.BASE) and not frame.of(verb, c.NOUN | c.SAYS | c.TELLS | c.FUNCTION)


def wish_to_know(frame: Frame, at: int, sought: Sought) -> Report | None:
    """Find "X wanted to know whether": the verb of the wish and the infinitive ask together."""
    wish, question = at - 2, frame.of(at + 1, c.OPENS_CLAUSE) and not frame.of(at + 1, c.THAT)
    if not question or frame.text(at - 1) != "to" or not frame.of(wish, _FINITE | c.BASE):
        return None
    if not frame.of(wish, c.WISHES | c.ORDERS | c.ASKS) or frame.of(wish, c.ING):
        return None
    floor = clause_start(frame, at)
    end, negated = skip_helpers(frame, wish - 1, floor)
    subject = None if negated else subject_ahead(frame, wish, end, floor, sought)
    if subject is None:
        return None
    found = report(frame, at, subject, sought, left=owner(frame, subject.first, floor), right=at)
    return found._replace(kind="that", cue=(frame.start[wish], frame.end[at]), stance="asks")


def refusal(frame: Frame, at: int, sought: Sought) -> Report | None:
    """Find "X did not say when", "X declined to say whether", "X would neither confirm nor deny that": no comment on what follows."""
    if not frame.bits[at] & (c.SAY | c.DISCLOSES | c.DENIES) or not frame.bits[at] & (c.BASE | c.PAST):
        return None
    floor, first = clause_start(frame, at), at - 1
    if frame.text(first) in {"or", "nor"} and frame.of(first - 1, c.CUE):
        first -= 2  # "declined to confirm or deny that"
    refused = frame.text(first) == "to" and frame.bits[at] & c.BASE and frame.of(first - 1, c.NEGATION)
    first -= bool(refused)
    if not refused and not frame.of(first, c.NEGATION) and frame.low[first][-3:] not in {"n't", "n’t"}:
        return None
    opener, content = _left_open(frame, at, sought.known)
    if opener == "none":
        return None
    end, _ = skip_helpers(frame, first - 1, floor)
    while frame.of(end, c.AUXILIARY) and not frame.of(end, BE):
        end, _ = skip_helpers(frame, end - 1, floor)
    subject = subject_ahead(frame, at, end, floor, sought)
    if subject is None:
        return None
    start = next(n for n in range(end + 1, at) if n == first or frame.of(n, c.AUXILIARY))
    return report(frame, at, subject, sought, left=owner(frame, subject.first, floor), right=at)._replace(
        cue=(frame.start[start], frame.end[at]), stance="no_comment", kind="that", opener=opener, content=content
    )


def _left_open(frame: Frame, at: int, known: Known) -> tuple[Opener, int]:
    """What somebody will not speak of: "[say] when", "[comment] on whether", "[confirm] that", "[deny] reports that"."""
    on = frame.text(at + 1) in {"on", "about"}
    opener, content = behind(frame, at + 2 if on else past_days(frame, at + 1), known)
    # "did not say when, or if, it would"
    goes_on = frame.is_word(content + 1) or frame.text(content + 2) in {"or", "and"}
    if opener == "question" and goes_on and not (on and frame.low[content] == "what"):
        return opener, content  # not "comment on what it called a leak", "did not say why."
    if not (frame.of(at, c.DENIES) or bears_out(frame, at)):
        return "none", content
    claim = claim_of(frame, at)
    if claim is not None:
        return "that", claim + 2
    return ("that" if opener == "that" and has_verb(frame, content + 1, len(frame)) else "none"), content
