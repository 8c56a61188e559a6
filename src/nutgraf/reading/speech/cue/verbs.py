"""Verbs that report: a finite verb with its subject, any verb beside a quotation."""

from __future__ import annotations

from nutgraf.reading.languages import classes as c
from nutgraf.reading.speech.clause.ahead import ends_at, past_adverbials
from nutgraf.reading.speech.clause.edges import is_infinitive
from nutgraf.reading.speech.clause.no_verbs import is_noun_behind, may_be_verb
from nutgraf.reading.speech.clause.reports import Report, Sought, appeals, clause_start, is_told, report
from nutgraf.reading.speech.clause.subjects import (
    agrees,
    beside_quotation,
    inverted,
    owner,
)
from nutgraf.reading.speech.cue.infinitives import FARTHEST_INFINITIVE
from nutgraf.reading.speech.cue.nouns import denied_by, denies_noun, meets_claim
from nutgraf.reading.speech.cue.participles import hands_on, opening
from nutgraf.reading.speech.cue.passives import agent
from nutgraf.reading.speech.frames import BE, QUOTE, Frame, is_verb, skip_helpers
from nutgraf.reading.speech.known import Phrase
from nutgraf.reading.speech.phrase.first_subject import acting_subject
from nutgraf.reading.speech.phrase.noun_ends import is_count
from nutgraf.reading.speech.phrase.noun_phrases import may_speak, phrase_after

_FINITE = c.PAST | c.THIRD


_REPORTS = c.SAYS | c.TELLS | c.ORDERS
_UNNAMED = frozenset({("not", "to", "be"), ("to", "remain", "anonymous"), ("to", "stay", "anonymous")})
_HEARD = c.PERSON | c.BODY | c.TITLE | c.PRONOUN | c.WRITTEN
"""Who, and what, a verb in front tells to speak: "“…,” beamed the mayor", "“…!” blared the front page"."""
_PARTICLES = frozenset({"in", "up", "out", "on", "back"})


def finite(frame: Frame, at: int, sought: Sought) -> Report | None:
    """Find "X said", "said X", "X, a farmer, said", "who said", "X came and said"."""
    bits = frame.bits[at]
    if bits & c.PERSON and bits & c.BASE and at + 1 < len(frame) and frame.start[at + 1] in sought.known.by_start:
        return None  # "food bank volunteer Ann Lee"
    if (
        bits & c.ING
        or (bits & c.BASE and frame.text(at - 1) == "to")
        or not may_be_verb(frame, at)
        or hands_on(frame, at)
    ):
        return None
    if (bits & c.SPEECH and denied_by(frame, at) is not None) or (
        bits & (c.DENIES | c.DOUBTS) and denies_noun(frame, at)
    ):
        return None  # "dismissed as idle reports that"
    if (
        bits & c.ASKS
        and frame.low[at + 1 : at + 4] in _UNNAMED
        and frame.of(at + 4 + (frame.low[at + 1] == "not"), c.CUE)
    ):
        return None  # "a neighbour who asked not to be named said"
    if not bits & _REPORTS and (_leads_on(frame, at) or meets_claim(frame, at)):
        return None
    end, negated = skip_helpers(frame, at - 1, 0)
    denied = next((n for n in range(end + 1, at) if frame.of(n, c.DO | c.DID)), 0) if negated else 0
    if negated and not (denied and bits & c.THINKS and not bits & c.SPEECH):
        return None
    if bits & c.SAYS and frame.of(end, c.WILL) and _is_closed(frame, clause_start(frame, at), sought):
        end -= 1  # "“We are ready,” she will tell the board": what is quoted is there to be quoted
    by_whom = not bits & c.SAYS and frame.text(at + 1) == "by" and frame.of(at + 2, c.DETERMINER)
    if bits & c.PAST and (frame.of(end, BE) or by_whom or agent(frame, at, sought)):
        return None  # a passive
    found = _with_subject(frame, at, end, sought)
    if found is None or _is_called(frame, found, end) or is_noun_behind(frame, found):
        return None
    # "does not think that it is safe"
    return found._replace(cue=(frame.start[denied], frame.end[at]), stance="doubts") if denied else found


def _is_closed(frame: Frame, floor: int, sought: Sought) -> bool:
    """Whether a clause that begins there stands right behind a quotation that closes with a mark."""
    return floor > 0 and frame.segment[floor - 1] in sought.closed


def _is_called(frame: Frame, found: Report, comma: int) -> bool:
    """Whether a participle tells what somebody is called, and no verb who calls them so: "the crews, dubbed “the mob,” had left"."""
    marked = frame.low[found.at + 1 : found.at + 3]
    told = found.bits & c.MARKS and found.bits & c.PAST and marked[:1] == (QUOTE,)
    if told and is_verb(frame, found.at + 2) and not frame.of(found.left - 1, c.RELATIVE):
        return True  # "the rower labelled “a legend” leads"; not "the rower, whom Lund labelled “a legend,” leads"
    if (
        frame.text(comma) != ","
        or found.carried
        or found.speaker is None
        or QUOTE not in marked[: 1 + ("as" in marked)]
    ):
        return False
    behind = found.speaker.last + 1  # "Ann Lee, a farmer, called": what stands between describes her
    return bool(found.bits & c.MARKS and found.bits & c.PAST) and (frame.text(behind) != "," or behind == comma)


def _leads_on(frame: Frame, at: int) -> bool:
    """Whether an infinitive has the words: "had begun to soften and the plan was “cautious”", "called in to a show to warn that"."""
    if frame.bits[at] & c.HAPPENS and frame.text(at + 1) == "to" and frame.is_word(at + 2):
        return True
    for ahead in range(at + 1, min(len(frame) - 1, at + FARTHEST_INFINITIVE)):
        if not frame.is_word(ahead):
            return False
        if frame.low[ahead] == "to" and frame.of(ahead + 1, c.CUE) and frame.of(ahead + 1, c.BASE):
            return not frame.of(ahead + 1, c.PLURAL)
    return False


def beside(frame: Frame, at: int, sought: Sought) -> Report | None:
    """Any verb beside a quotation: “…,” X blurted out; “…,” beamed X; X fumed, “…”.

    The place says that it reports: the first finite verb behind a quotation that closes with a mark, or the last one before
    a comma or colon with a quotation behind it.
    """
    bits, low = frame.bits[at], frame.low[at]
    if (
        not frame.place
        or bits & (c.CUE | c.FUNCTION | c.ING | c.NO_VERB)
        or frame.is_capital(at)
        or not frame.is_word(at)
        or (bits & (c.OF_TITLE | c.ADJECTIVE) and _describes_somebody(frame, at + 1, sought))
    ):
        return None
    floor = clause_start(frame, at)
    closed = _is_closed(frame, floor, sought)
    if closed and (frame.is_word(floor - 2) or any(told.at >= floor for told in sought.found)):
        return None  # "In his “bath,” as he called it, he wept", "“…,” he said, adding that the plan he made": they belong to what they stand in
    if closed and beside_quotation(frame, at, floor):
        return _opens_clause(frame, at, sought) if bits & c.PAST else None
    if not (bits & _FINITE or (low.endswith("s") and frame.is_capital(at - 1))) or not may_be_verb(frame, at):
        return None
    if closed:
        if any(_acts(frame, n) for n in range(floor, at)) and "," not in frame.low[floor:at]:
            return None
    elif not _leads_to_quotation(frame, at):
        return None
    end, negated = skip_helpers(frame, at - 1, floor)
    barred = negated or frame.of(end, BE | c.RELATIVE) or frame.text(end) == "that"
    found = None if barred else _with_subject(frame, at, end, sought)
    if found is None or (closed and found.carried) or found.speaker is None or not may_speak(frame, found.speaker):
        return None
    return None if _is_set_off(frame, found.left - 1, closed=closed) else found


def _is_set_off(frame: Frame, hangs: int, *, closed: bool) -> bool:
    """Whether a clause of time or ground stands apart: "Lund said in May, [when the story broke], “…”", "that [if he wants our nets], “…”".

    `closed`: behind a quotation it always does.
    """
    apart = closed or frame.low[hangs] == "if" or not frame.is_word(hangs - 1) or frame.of(hangs - 1, c.THAT)
    return apart and frame.of(hangs, c.SUBORDINATES)


def _acts(frame: Frame, at: int) -> bool:
    """Whether a verb stands there, and no "retired" of a retired postman, no "Judge" of Judge Lee."""
    if frame.is_capital(at) and frame.of(at, c.TITLE):
        return False
    return frame.of(at, c.AUXILIARY | c.CUE) or (frame.of(at, c.PAST) and not frame.of(at, c.OF_TITLE | c.ADJECTIVE))


def _describes_somebody(frame: Frame, first: int, sought: Sought) -> bool:
    """Whether a form like "retired" stands before an office or a name: "retired postman Bo Lund", "retired school cook Ida Moe"."""
    for at in range(first, min(len(frame), first + 3)):
        if frame.of(at, c.PERSON | c.TITLE) or frame.start[at] in sought.known.by_start:
            return True
        if not frame.is_word(at) or frame.is_capital(at) or frame.of(at, c.FUNCTION):
            return False
    return False


def _opens_clause(frame: Frame, at: int, sought: Sought) -> Report | None:
    """Find “…,” beamed X."""
    particle = at + 1 + (frame.text(at + 1) in _PARTICLES)  # "chimed in Ann Lee"
    subject = phrase_after(frame, particle, len(frame), sought.known)
    if subject is None:
        return None
    kin = sought.words[frame.low[subject.last].partition("-of-")[0]]  # "the mum-of-four"
    somebody = kin & c.PERSON or frame.any(_HEARD, subject.first, subject.last + 1)
    if subject.name is None and not somebody:
        return None
    return report(frame, at, subject, sought, left=at, right=subject.last)


def _leads_to_quotation(frame: Frame, at: int) -> bool:
    """Whether a comma or colon with a quotation follows, with no verb between and few words."""
    for ahead in range(at + 1, min(len(frame) - 1, at + 8)):
        if frame.low[ahead] in {",", ":"}:
            return frame.segment[ahead + 1] >= 0
        if not frame.is_word(ahead) or frame.of(ahead, c.AUXILIARY | c.SAYS | c.TELLS | c.MARKS):
            return False
    return False


def _with_subject(frame: Frame, at: int, end: int, sought: Sought) -> Report | None:
    known, floor = sought.known, clause_start(frame, at)
    low = frame.low[end] if end >= floor else ""
    following = inverted(frame, at, floor, known) if low in {"", ","} else None
    parted = not floor or frame.segment[floor - 1] < 0 or frame.segment[floor - 1] in sought.closed
    if following and (parted or may_speak(frame, following)):  # not "the “old economy” reflects a loss"
        return report(frame, at, following, sought, left=at, right=following.last)
    if end < floor:
        return None
    end = past_adverbials(frame, end, floor, known)
    if end == 0 and frame.low[0] == "having":
        return opening(frame, at, sought)
    if frame.of(end, c.JOINT) or (frame.low[end] == "having" and not frame.is_word(end - 1)):
        return _carried(frame, at, end, sought) if _is_finite(frame, at, end, sought) else None
    subject = ends_at(frame, at, end, floor, sought)
    if subject is None or not agrees(frame, at, subject):
        return None
    somebody = frame.of(floor, c.SUBORDINATES) and (may_speak(frame, subject) or frame.of(subject.first, c.PRONOUN))
    numbered = is_count(frame, subject.first) or is_count(frame, subject.last)
    counted = frame.of(floor, c.BOUND) and numbered  # "About a third"
    governed = frame.of(floor, c.PREPOSITION) and not counted
    if subject.first == floor + 1 and governed and frame.bits[at] & c.PAST and not somebody:
        return None  # "Under the terms announced on Monday, …"
    if frame.low[end] != "that" and is_told(frame, subject, sought) and not _speaks_itself(frame, at, subject):
        return None  # "Lund said the crews felt “cheated”", "Lund said she hopes “to win”"
    left = owner(frame, subject.first, floor)
    if left > 0 and frame.low[left - 1] == "as":
        if frame.bits[at] & c.ORDERS and not frame.bits[at] & c.SAYS:
            return None  # "…, as the union has demanded, …": a demand for the part beside it, no report of the whole
        left -= 1
    return report(frame, at, subject, sought, left=left, right=at)


def _is_finite(frame: Frame, at: int, joint: int, sought: Sought) -> bool:
    """Whether a second verb is no infinitive: a past form, "but did [note]", or in the present beside one of several: "they worry and [fear]"."""
    if frame.bits[at] & c.PAST or not frame.bits[at] & c.BASE or frame.any(c.DO | c.DID, joint + 1, at):
        return True
    first = sought.found[-1] if sought.found else None
    if first is None or first.right > first.at or not frame.of(first.at, c.BASE) or first.bits & c.PAST:
        return False
    return frame.text(at + 1) == "that" or "to" not in frame.low[first.at : joint]


_SPEAKS_TO = c.SAY | c.ORDERS | c.ADDRESSES | c.ASKS | c.WARNS


def _speaks_itself(frame: Frame, at: int, subject: Phrase) -> bool:
    """Whether a verb within what is reported reports in its turn; what somebody is said to think or to want is their reporter's own."""
    bits = frame.bits[at]
    if not frame.of(subject.first, c.PRONOUN):
        return bool(bits & _REPORTS)
    if "would" in frame.low[subject.last + 1 : at] or bits & c.THINKS:
        return False
    return bool(bits & (c.SAYS | _SPEAKS_TO))


def _carried(frame: Frame, at: int, joint: int, sought: Sought) -> Report | None:
    """Find "X came to Kyiv and said": the subject of the verb before."""
    subject = sought.last_speaker or acting_subject(frame, joint, sought.known)
    hangs = frame.of(at + 1, c.PREPOSITION) and frame.low[at + 1] != "in"  # "and thought of his son"
    hangs = hangs and not (frame.bits[at] & c.COMMITS and is_infinitive(frame, at + 1))  # "and vowed to stay"
    hangs = hangs and not (appeals(frame, at) or (frame.of(at, c.NAMES_AS) and "as" in frame.low[at + 2 : at + 8]))
    if subject is None or (hangs and not _leads_to_quotation(frame, at)):
        return None
    left = joint - 1 if joint and frame.low[joint - 1] == "," else joint
    return report(frame, at, subject, sought, left=left, right=at)._replace(carried=True)
