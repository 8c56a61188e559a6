"""Passives that report: "it is claimed by X that", "as confirmed by X", "X was asked whether"."""

from __future__ import annotations

from nutgraf.reading.languages import classes as c
from nutgraf.reading.speech.clause.circumstances import opens_clause, past_circumstances
from nutgraf.reading.speech.clause.edges import is_infinitive
from nutgraf.reading.speech.clause.no_verbs import may_be_verb
from nutgraf.reading.speech.clause.reports import Report, Sought, points, report
from nutgraf.reading.speech.cue.participles import hands_on
from nutgraf.reading.speech.frames import BE, Frame, skip_helpers
from nutgraf.reading.speech.known import Phrase
from nutgraf.reading.speech.phrase.noun_phrases import may_speak, phrase_after
from nutgraf.reading.speech.stances import stance_of

_LONGEST_CIRCUMSTANCE = 12
_LONGEST_LEAD = 5
"""Tokens between a verb and words in marks that it calls something."""


def passive(frame: Frame, at: int, sought: Sought) -> Report | None:
    """Find "it is asserted by X that", "as confirmed by X"; without a speaker "X was asked whether", "it was reported that"."""
    if not frame.bits[at] & c.PAST or not may_be_verb(frame, at) or hands_on(frame, at):
        return None
    end, negated = skip_helpers(frame, at - 1, 0)
    if negated:
        return None
    be = frame.of(end, BE) or frame.text(end) in {"been", "being", "got", "get"}
    opens = at == 0 or frame.low[at - 1] == "when"  # "Asked whether it was safe, Lee said", "said when asked whether"
    quoted = _quoted_before_agent(frame, at)
    subject = _agent_behind(frame, quoted or at, sought)
    if subject is None:
        return _by_nobody(frame, at, sought, be=be, opens=opens)
    if quoted:
        found = report(frame, at, subject, sought, left=at, right=at)
        return found._replace(kind="quote", content=quoted, addressee=None, stance="says")
    found = report(frame, at, subject, sought, left=max(0, at - 2), right=subject.last)
    opening = at - 1 - (frame.text(at - 1) == "first" or frame.of(at - 1, c.ADVERB))
    if frame.text(opening) == "as":
        return found._replace(kind="phrase", left=opening)  # "as first reported by X"
    if be or (opens and found.opener == "question"):
        return found
    # "The port, said by Umerov to be safe, stayed shut": only words in marks are told apart from the rest.
    return found._replace(kind="quote") if frame.quotes_next(subject.last + 1) else None


def _by_nobody(frame: Frame, at: int, sought: Sought, *, be: bool, opens: bool) -> Report | None:
    """A passive whose agent is not told: "it was reported that", "crews were asked to", "asked whether"."""
    bits = frame.bits[at]
    if be and not sought.found:  # within what is reported it is its speaker's
        tells = bits & (c.SAYS | c.TELLS)
        if tells and _that_follows(frame, at + 1):
            return report(frame, at, None, sought, left=0, right=at)
        if tells and bits & c.ADDRESSES and opens_clause(frame, at + 1):  # "were told the ship was safe"
            found = report(frame, at, None, sought, left=0, right=at)
            return found._replace(opener="that", content=at + 1, addressee=None)
        if bits & c.ASKS and is_infinitive(frame, at + 1):
            found = report(frame, at, None, sought, left=0, right=at)
            return found._replace(opener="to", content=at + 1, addressee=None, stance=stance_of(found.bits, "to"))
    if (be or opens) and bits & c.ASKS:
        found = report(frame, at, None, sought, left=at if opens else 0, right=at)
        content = found.content if found.opener == "question" else _question(frame, at + 1)
        if frame.is_word(content + 1) and frame.of(content, c.OPENS_CLAUSE):  # not "When asked why, Lee left"
            return found._replace(content=content, opener="question", addressee=None)
    return None


def _that_follows(frame: Frame, first: int) -> bool:
    """Whether a "that" stands there, behind when it was said perhaps: "on Friday that"; not "by the fact that"."""
    that = first if frame.text(first) == "by" else past_circumstances(frame, first)
    return frame.text(that) == "that" and not points(frame, that)


def _question(frame: Frame, first: int) -> int:
    """What opens a question behind where or when it was asked: "asked at a fair in Osk [if] it was safe"; `first` where none does."""
    if not frame.of(first, c.CIRCUMSTANCE | c.ADVERB):
        return first
    reach = range(first + 1, min(len(frame), frame.clause_end(first), first + _LONGEST_CIRCUMSTANCE))
    return next((at for at in reach if frame.of(at, c.OPENS_CLAUSE) and not frame.of(at, c.THAT)), first)


def _quoted_before_agent(frame: Frame, at: int) -> int:
    """The quotation between a passive and its agent: "was dismissed as “a mess” by Ann Lee"; 0 where none stands there."""
    if not frame.place:
        return 0
    end, _ = skip_helpers(frame, at - 1, 0)
    if not (frame.of(end, BE) or frame.text(at - 1) in {"", ",", "been", "being"} or frame.text(at + 1) == "as"):
        return 0  # "he described “Home” by Ann Lee"
    place = at + 1
    while place < min(len(frame) - 1, at + _LONGEST_LEAD) and frame.word[place] and frame.low[place] != "by":
        place += 1
    led = any(frame.of(word, c.PREPOSITION) and frame.low[word] != "as" for word in range(at + 1, place))
    held = not led and place < len(frame) - 1 and frame.segment[place] >= 0 and frame.low[place + 1] == "by"
    return place if held else 0


def agent(frame: Frame, at: int, sought: Sought) -> Phrase | None:
    """By whom a passive is said; not "said by letter" or "responded by saying"."""
    return _agent_behind(frame, _quoted_before_agent(frame, at) or at, sought)


def _agent_behind(frame: Frame, last: int, sought: Sought) -> Phrase | None:
    by = last + 1
    told = frame.text(by) == "by" and not frame.of(by + 1, c.CUE)
    subject = phrase_after(frame, by + 1, len(frame), sought.known) if told else None
    if subject is None or not may_speak(frame, subject):
        return None
    return None if subject.first == subject.last and frame.of(subject.last, c.DOCUMENT | c.WRITTEN) else subject
