"""Participles that report: ", adding that", "is telling voters", "with X saying", "a letter calling it “…”"."""

from __future__ import annotations

from bisect import bisect_left

from nutgraf.reading.languages import classes as c
from nutgraf.reading.speech.clause.ahead import subject_ahead
from nutgraf.reading.speech.clause.edges import pronoun_opens
from nutgraf.reading.speech.clause.reports import Report, Sought, clause_start, personal, report
from nutgraf.reading.speech.clause.subjects import apposed, owner
from nutgraf.reading.speech.cue.nouns import issuer
from nutgraf.reading.speech.frames import BE, QUOTE, Frame, has_verb, is_verb, skip_helpers
from nutgraf.reading.speech.known import Known, Phrase
from nutgraf.reading.speech.phrase.couples import couple_before
from nutgraf.reading.speech.phrase.first_subject import acting_subject
from nutgraf.reading.speech.phrase.noun_ends import SPEAKING
from nutgraf.reading.speech.phrase.noun_phrases import may_speak, phrase_after, phrase_before

QUOTING = frozenset({"quoted", "quotes", "quote", "quoting", "cited", "cites", "cite", "citing"})
_FARTHEST_QUOTING = 20
_FARTHEST_WRITING = 8
_LONGEST_ADVERBIAL = 6
_TIMES = frozenset({"after", "before", "since", "when", "while"})
"""What a participle hangs on that tells when somebody spoke: "after telling her crew that"."""


def participle(frame: Frame, at: int, sought: Sought) -> Report | None:
    """Find ", adding that …", "is telling voters", "with X saying", "a letter calling", "was quoted as saying", "Claiming that …, X"."""
    bits, previous = frame.bits[at], frame.text(at - 1)
    if not bits & c.ING or (frame.is_capital(at) and at):
        return None
    if previous == "as" and (quoting := quoting_before(frame, at)) is not None:
        return _quoted_as(frame, at, quoting, sought)
    if at == 0 or (at == 1 and previous in _TIMES):
        return opening(frame, at, sought)
    end, negated = (at - 1, False) if previous in _TIMES else skip_helpers(frame, at - 1, 0)
    if negated:
        return None
    if frame.of(end, BE) or (frame.text(end) == "been" and frame.of(end - 1, c.HAVE | c.HAD)):
        return _progressive(frame, at, end, sought)
    quotes = frame.quotes_next(at + 1)
    if bits & c.MARKS and QUOTE not in frame.low[at : at + 9]:
        return None
    subject = _with_phrase(frame, at, end, sought, quotes=quotes)
    written = _written(frame, subject) if subject is not None else None
    if written is not None:
        subject = issuer(frame, written, clause_start(frame, at), sought) or subject
    if subject is not None:
        left = subject.first - 1 if frame.text(subject.first - 1) == "with" else subject.first
        left -= frame.text(left - 1) == ","
        return report(frame, at, subject, sought, left=left, right=at)
    if all(frame.of(how, c.ADVERB) for how in range(end + 1, at)):
        previous = frame.text(end)  # ", falsely claiming that"
    if frame.is_word(end) and (comma := _before_adverbial(frame, end)) >= 0:
        end, previous = comma, ","
    joined = not previous[:1].isalnum() or previous in {"and", "but", "by"} | _TIMES
    if not joined and not _writing(frame, at):
        return None
    if previous == QUOTE and frame.segment[end] in sought.closed:
        previous = ","  # "a defence of “pier values,” saying the town": the comma stands within the marks
    if frame.is_word(end) and not frame.of(end, c.FUNCTION) and sought.found and not quotes:
        return None  # "because of reports stating that", within what is reported
    subject = sought.last_speaker or acting_subject(frame, end + 1 - (not frame.is_word(end)), sought.known)
    # Nobody but somebody "contends that"; a storm may turn, "suggesting that".
    contends = bits & c.SAYS and not bits & c.OBJECTS
    tells = contends and (frame.text(at + 1) == "that" or pronoun_opens(frame, at + 1))
    somebody = bits & c.SAY or tells or (subject is not None and may_speak(frame, subject))
    if subject is None or not (sought.found or somebody or _writing(frame, at)):
        return None
    found = report(frame, at, subject, sought, left=end, right=at)
    verbal = previous == "," or found.addressee or has_verb(frame, found.content + 1, frame.clause_end(found.content))
    shown = found.opener != "none" or (bits & (c.SAYS | c.PLAIN) and verbal) or bits & c.MARKS
    shown = shown or (quotes and (previous == "," or _writing(frame, at)))
    if not (sought.found or shown or (found.content < len(frame) and frame.segment[found.content] >= 0)):
        return None
    return found._replace(carried=True)


def _heard_on(frame: Frame, last: int, known: Known) -> Phrase | None:
    """Who is heard on a recording: "a video of [Lund] saying, “…”", "footage of [him] shouting “…”"."""
    name = None if frame.of(last, c.OBJECT) else known.by_end.get(frame.end[last])
    first = last if name is None else bisect_left(frame.start, name.start)
    found = Phrase(frame.start[first], frame.end[last], first, last, name)
    heard = frame.of(last, c.OBJECT) or personal(found)
    return found if heard and frame.text(first - 1) == "of" and not frame.of(first - 2, SPEAKING | c.TITLE) else None


def _before_adverbial(frame: Frame, last: int) -> int:
    """The comma before an adverbial that ends there: "[,] at one point calling her"; -1 where none does."""
    first = last
    while frame.is_word(first - 1) and not is_verb(frame, first) and last - first < _LONGEST_ADVERBIAL:
        first -= 1
    opens = frame.of(first, c.PREPOSITION) and frame.low[first] != "with" and first < last and not is_verb(frame, first)
    return first - 1 if opens and frame.text(first - 1) == "," else -1


def quoting_before(frame: Frame, saying: int) -> int | None:
    """The verb of "quoted … as saying", which hands the words on to somebody else; nothing but words and commas stands between."""
    for at in range(saying - 2, max(-1, saying - _FARTHEST_QUOTING), -1):
        if not (frame.is_word(at) or frame.low[at] == ",") or frame.of(at, c.SAYS):
            return None
        if frame.low[at] in QUOTING:
            return at
    return None


def hands_on(frame: Frame, at: int) -> bool:
    """Whether a verb quotes somebody as saying what follows: it is not its own subject who says it."""
    if frame.low[at] not in QUOTING:
        return False
    ahead = (to for to in range(at + 1, min(len(frame) - 1, at + _FARTHEST_QUOTING)) if frame.low[to] == "as")
    return any(frame.of(to + 1, c.ING) and quoting_before(frame, to + 1) == at for to in ahead)


def _written(frame: Frame, phrase: Phrase) -> int | None:
    """The token of a phrase that is a writing: "a banner from the roof"."""
    return next((at for at in range(phrase.first, phrase.last + 1) if frame.of(at, c.WRITTEN | c.DOCUMENT)), None)


def _quoted_as(frame: Frame, at: int, quoting: int, sought: Sought) -> Report | None:
    """Find "X was quoted (by Y) as saying", "Y quoted X as saying", "Y quoting X as saying"."""
    floor = clause_start(frame, quoting)
    end, negated = skip_helpers(frame, quoting - 1, floor)
    if negated:
        return None
    by = quoting == at - 2 or frame.text(quoting + 1) == "by"
    if by:
        if end > 0 and frame.of(end, BE):
            end, _ = skip_helpers(frame, end - 1, floor)
        subject = phrase_before(frame, end, floor, sought.known) if end >= floor else None
        return None if subject is None else report(frame, at, subject, sought, left=subject.first, right=at)
    said_by = apposed if frame.text(at - 2) == "," else phrase_before
    subject = said_by(frame, at - 2, quoting + 1, sought.known)
    if subject is None:
        return None
    outer = phrase_before(frame, end, floor, sought.known) if end >= floor and frame.is_word(end) else None
    return report(frame, at, subject, sought, left=outer.first if outer else quoting, right=at)


def opening(frame: Frame, at: int, sought: Sought) -> Report | None:
    """Find "Claiming that the lease had lapsed, the owner changed the locks", "After claiming that …, the owner …", "Having said that …, the owner …"."""
    comma = next((end for end in range(at + 2, min(len(frame), at + 40)) if frame.low[end] == ","), -1)
    subject = phrase_after(frame, comma + 1, len(frame), sought.known) if comma > 0 else None
    if subject is None or frame.bits[at] & c.MARKS:
        return None
    found = report(frame, at, subject, sought, left=0, right=at)
    said = frame.bits[at] & c.SAYS
    if not may_speak(frame, subject) and not (found.opener == "that" and said):
        return None
    clause = said and has_verb(frame, found.content + 1, comma)  # "Insisting the deal was dead, X left"
    return found._replace(stop=comma) if clause or found.opener in {"that", "question"} else None


def _progressive(frame: Frame, at: int, be: int, sought: Sought) -> Report | None:
    """Find "X is telling voters that", "X has been telling voters that"."""
    floor = clause_start(frame, at)
    if frame.text(be) == "been":
        be -= 1
    end, negated = skip_helpers(frame, be - 1, floor)
    subject = None if negated else subject_ahead(frame, at, end, floor, sought)
    if subject is None:
        return None
    found = report(frame, at, subject, sought, left=owner(frame, subject.first, floor), right=at)
    if not may_speak(frame, subject) and found.opener != "that":
        return None
    told = found.opener in {"that", "question", "colon"} or frame.quotes_next(at + 1) or frame.bits[at] & c.SAYS
    told = told or (found.bits & c.MARKS and ("as", QUOTE) in zip(frame.low[at:], frame.low[at + 1 :], strict=False))
    told = told or (found.opener == "to" and found.addressee is not None)  # "are advising residents to stay"
    return found._replace(carried=frame.of(end, c.JOINT)) if told else None


def _with_phrase(frame: Frame, at: int, end: int, sought: Sought, *, quotes: bool) -> Phrase | None:
    """The speaker of "with lawyer Gus Abel saying", and of "the recording has Kemp shouting, “…”"."""
    if end == at - 1 and frame.low[end] == ",":
        within = range(end - 1, max(-1, end - _FARTHEST_QUOTING), -1)
        opens = next((left for left in within if frame.low[left] == "with"), None)
        told = opens is not None and "," in frame.low[opens:end]
        subject = apposed(frame, end, opens + 1, sought.known) if opens is not None and told else None
        # "with the coach, Ann Lee, saying"
        return subject if subject is not None and may_speak(frame, subject) else None
    if quotes and (seen := _heard_on(frame, end, sought.known)) is not None:
        return seen
    if frame.any(c.AUXILIARY, end + 1, at) or not frame.is_word(end) or frame.of(end, c.FUNCTION | c.DOCUMENT):
        return None
    near = range(end - 1, max(-1, end - _FARTHEST_WRITING), -1)
    floor = next((left + 1 for left in near if frame.low[left] == "with"), 0)
    subject = phrase_before(frame, end, floor, sought.known)
    if subject is None or not (quotes or may_speak(frame, subject)):
        return None
    subject = couple_before(frame, subject, 0, sought.known)
    before = subject.first - 1
    while before >= 0 and frame.of(before, c.OF_TITLE | c.TITLE | c.ADJECTIVE | c.GOES_WITH_VERB):
        before -= 1
    if subject.name is not None and before > 0 and frame.low[before - 1] == "with" and _describes(frame, before):
        before -= 1  # "with headman Bo Lund telling"
    written = _written(frame, subject) is not None
    heard = subject.name is None and subject.first == subject.last  # "emailed supporters saying": they are told
    spoken = written or (may_speak(frame, subject) and not heard)  # not "hung up photos telling"
    shown = frame.of(before, c.HAVE | c.HAD) or (frame.of(before, c.VERB) and spoken)
    if frame.text(before) == "with" or (quotes and shown):
        return subject
    # "They parted as rivals, both admitting that the race was lost"
    alone = frame.text(before) == "," and frame.text(at + 1) == "that" and subject.name is None
    # "They parted in peace – Lund saying he was “at ease” and Moss calling it “a day to keep”"
    parted = frame.text(before) in {",", ";", "–", "—"} or frame.of(before, c.CONJUNCTION)
    alone = alone or (quotes and personal(subject) and parted)
    return subject if alone and before > 0 else None


def _describes(frame: Frame, at: int) -> bool:
    return not frame.of(at, c.FUNCTION) or frame.low[at] in {"only", "just", "even"}


def _tells(frame: Frame, noun: int) -> bool:
    """Whether a noun for a writing, or for what somebody says, stands there: "a letter", "a response"; not "he fears comparing"."""
    return frame.of(noun, c.DOCUMENT | c.WRITTEN) or (frame.of(noun, c.SPEECH) and not frame.of(noun, c.CUE))


def _writing(frame: Frame, at: int) -> bool:
    """Whether a written thing speaks: "a text message reading “…”", "a letter on Monday calling the sale “…”", "a sign warning that"."""
    near = range(at - 1, max(-1, at - _FARTHEST_WRITING), -1)
    noun = next((left for left in near if _tells(frame, left)), -1)
    if (
        noun < 0
        or not all(frame.is_word(left) for left in range(noun, at))
        or frame.any(c.AUXILIARY | c.CUE, noun + 1, at)
    ):
        return False
    clause = frame.of(at, c.PLAIN) and frame.of(at + 1, c.PRONOUN)  # "a statement confirming it will pay"
    return frame.quotes_next(at + 1) or frame.text(at + 1) == "that" or clause or frame.of(at, c.SAYS | c.ORDERS)
