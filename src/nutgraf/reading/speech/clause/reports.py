"""A reporting clause: a cue with its speaker, its hearer, its stance, and where what it reports begins."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.words import Words
from nutgraf.reading.parts import Offsets
from nutgraf.reading.speech.clause.circumstances import past_aside, past_circumstances
from nutgraf.reading.speech.clause.edges import addressee_of, is_infinitive, past_description
from nutgraf.reading.speech.frames import TIMES, Frame, is_verb
from nutgraf.reading.speech.known import Known, Phrase
from nutgraf.reading.speech.phrase.noun_phrases import phrase_after
from nutgraf.reading.speech.stances import stance_of
from nutgraf.results.said import Stance

Opener = Literal["that", "question", "colon", "comma", "to", "none"]
Kind = Literal["say", "that", "quote", "phrase"]
"""What it takes: a clause with or without "that", one behind "that" only, words in marks only; "phrase": whatever stands beside it."""


class Report(NamedTuple):
    """A cue with its speaker. Numbers are tokens of the frame.

    The clause runs from `left` to `right`; what is reported after it begins at `content`, and ends before `stop`.
    """

    kind: Kind
    at: int
    cue: Offsets
    speaker: Phrase | None
    left: int
    right: int
    content: int
    opener: Opener = "none"
    addressee: Offsets | None = None
    carried: bool = False
    """A participle or a second verb: its subject is that of the clause before."""
    bits: int = 0
    """The classes of the cue."""
    stance: Stance = "says"
    stop: int | None = None
    first: int = 0
    """The first token of what stands before it and may be reported."""
    sure: bool = True
    rule: str = ""
    told: tuple[tuple[int, int], ...] = ()
    """What is reported outside marks, where the rule itself tells: first and last tokens of its parts."""

    @property
    def is_worded(self) -> bool:
        """Whether its cue is a word, and not a colon."""
        return self.opener != "colon" or self.cue[1] - self.cue[0] > 1


@dataclass(slots=True)
class Sought:
    """What a rule of speech may look at beside the frame: the names, and the reports found before it."""

    known: Known
    words: Words
    closed: frozenset[int] = frozenset()
    """The quotations that end with a mark, so that a reporting clause may follow."""
    found: list[Report] = field(default_factory=list)

    @property
    def last_speaker(self) -> Phrase | None:
        """Who spoke last in the sentence."""
        return self.found[-1].speaker if self.found else None


def clause_start(frame: Frame, at: int, closed: frozenset[int] | None = None) -> int:
    """The token with which the clause of a verb begins at the earliest: behind a quotation, a semicolon or a colon.

    `closed`: the quotations that end with a mark, where the others are words of a clause that goes on.
    """
    if not frame.place and ";" not in frame.low and ":" not in frame.low:
        return 0
    for left in range(at - 1, max(-1, at - 60), -1):
        quoted = frame.segment[left] >= 0 and (closed is None or frame.segment[left] in closed)
        if quoted or frame.low[left] in {";", ":"}:
            return left + 1
    return 0


def personal(speaker: Phrase) -> bool:
    """Whether a speaker has the name of a person, or one that may be a person's."""
    return speaker.name is not None and speaker.name.kind in {"person", "other"}


def kind_of(bits: int) -> Kind:
    """What a verb with these classes takes; one that is no verb of speech only words in marks."""
    return "say" if bits & c.SAYS else "that" if bits & c.TELLS else "quote"


def behind(
    frame: Frame, content: int, known: Known, speaker: Phrase | None = None, *, closing: bool = False
) -> tuple[Opener, int]:
    """What opens the content at a token, and where it begins behind that, past a description of the speaker before it."""
    low = frame.text(content)
    if low == "," and frame.text(content + 1) == "that":
        content, low = content + 1, "that"
    if low == "that":
        return ("none", content) if points(frame, content) else ("that", content + 1)
    if frame.of(content, c.OPENS_CLAUSE):
        return "question", content
    if low == ":":
        return "colon", content + 1
    if low == ",":
        if speaker is None:
            return "comma", content + 1
        return "comma", past_description(frame, content, known, closing=closing, person=personal(speaker))
    return "none", content


def closes(frame: Frame, left: int) -> bool:
    """Whether a clause ends before a reporting one; not "It was, said Ann Lee, a rout"."""
    return left > 1 and not frame.of(left - 2, c.AUXILIARY)


def points(frame: Frame, that: int) -> bool:
    """Whether a "that" opens no clause but points: "rejected that.", "said that is not enough", "said that argument rarely wins"."""
    behind = that + 1
    if frame.text(behind) in {"", ".", ";"}:
        return True
    if frame.of(behind, c.AUXILIARY):
        inverted = frame.low[behind] in {"should", "had", "were"} and frame.of(that + 2, c.DETERMINER | c.PRONOUN)
        return not frame.is_capital(behind) and not inverted
    return (
        frame.of(behind, c.PERSON | c.BODY | c.DOCUMENT | c.SPEECH)
        and not frame.of(behind, c.PLURAL | c.CUE | c.FUNCTION | c.TITLE)
        and not frame.is_capital(behind)
        and not frame.low[behind].endswith("s")
        and frame.of(that + 2, c.ADVERB | c.AUXILIARY | c.VERB)
    )


def report(
    frame: Frame, at: int, speaker: Phrase | None, sought: Sought, *, left: int, right: int, bits: int | None = None
) -> Report:
    """The report of a verb with its speaker; the clause runs from `left` to `right`, and ends with the verb or the speaker."""
    bits = frame.bits[at] if bits is None else bits
    content, addressee = right + 1, None
    last = at
    if right == at and appeals(frame, at):
        last, bits = at + 1, bits | c.TELLS | c.ORDERS | c.ADDRESSES
    if right == at:
        if (
            last == at
            and frame.of(at + 1, c.GOES_WITH_VERB)
            and (frame.text(at + 2) == "that" or not frame.of(at + 2, c.DETERMINER | c.WEEKDAY | c.MONTH | c.PERIOD))
            and not frame.text(at + 2)[:1].isdigit()
        ):
            last += 1  # "pointed out that"
        addressee, content = addressee_of(frame, last, bits, sought.known)
    told_to = content
    content = past_circumstances(frame, content)
    if right == at and content > told_to and frame.text(content) == "to" and addressee is None:
        addressee, content = _heard_later(frame, content, sought.known)
    if right == at:
        content = _past_relative(frame, past_aside(frame, content), last, heard=addressee is not None)
    elif left > 1 and frame.of(content, c.PREPOSITION | c.RELATIVE):
        # "CLAUSE, said Ann Lee of Acme.", "CLAUSE, said a clerk who was told of it."
        content = next((end for end in range(content, len(frame)) if not frame.is_word(end)), len(frame))
    opener, content = behind(
        frame, content, sought.known, None if right == at else speaker, closing=closes(frame, left)
    )
    promised = right == at and bits & c.COMMITS and not addressee and is_infinitive(frame, content)
    promised = promised and not tells_of_noun(frame, left)
    if promised or (addressee and bits & (c.ORDERS | c.ASKS) and is_infinitive(frame, told_to)):
        opener, content = "to", content if promised else told_to
    return Report(
        kind_of(bits),
        at,
        (frame.start[at], frame.end[last]),
        speaker,
        left,
        max(right, at),
        content,
        opener,
        addressee,
        bits=bits,
        stance=stance_of(bits, opener),
    )


def _heard_later(frame: Frame, to: int, known: Known) -> tuple[Offsets | None, int]:
    """The hearer behind when something was said, and the "that" behind them: "said on Friday to [the Herald] that"; else none."""
    hearer = phrase_after(frame, to + 1, len(frame), known, loose=True)
    if hearer is None or frame.text(hearer.last + 1) != "that":
        return None, to
    if frame.any(c.SPEECH | c.DOCUMENT, hearer.first, hearer.last + 1):
        return None, to  # "replied on Friday to reports that"
    return hearer.offsets, hearer.last + 1


def tells_of_noun(frame: Frame, left: int) -> bool:
    """Whether a clause describes what stands before it, and lacks it: "the fares [he hopes to cut]", "a town that [the board vowed to save]"."""
    if frame.of(left, c.CONJUNCTION):
        return False
    verb = frame.of(left - 1, c.CUE) and not frame.of(left - 1, c.NOUN)
    noun = frame.is_word(left - 1) and not verb and not frame.of(left - 1, c.FUNCTION | c.ADVERB | TIMES)
    relative = frame.of(left - 1, c.RELATIVE) or (frame.of(left - 1, c.THAT) and not frame.of(left - 2, c.CUE))
    return relative or frame.text(left - 1) == "what" or (noun and frame.of(left, c.PRONOUN))


def _past_relative(frame: Frame, that: int, cue: int, *, heard: bool) -> int:
    """Past a clause that describes whom or in what something is said: "told a crowd [that spilled onto the pier]"; else the token itself."""
    if frame.text(that) != "that" or that < cue + 2 or not opens_predicate(frame, that + 1):
        return that
    noun = frame.is_word(that - 1) and not frame.of(that - 1, TIMES | c.ADVERB)
    described = noun and (not heard or frame.any(c.INDEFINITE, cue + 1, that))
    if not described:
        return that
    stop = frame.clause_end(that)
    return next((at for at in range(that + 1, stop) if frame.low[at] == "that"), stop)


def opens_predicate(frame: Frame, at: int) -> bool:
    """Whether a verb stands there whose subject stands before "that": "a tax that [gives]", "a crowd that [was]"."""
    if not is_verb(frame, at) or frame.is_capital(at) or frame.of(at, c.ADJECTIVE | c.OF_TITLE | c.PLURAL | c.EVENT):
        return False
    goes_on = c.PREPOSITION | c.DETERMINER | c.OBJECT | c.GOES_WITH_VERB
    return frame.of(at, c.AUXILIARY | c.THIRD | c.IRREGULAR) or frame.of(at + 1, goes_on)


def appeals(frame: Frame, at: int) -> bool:
    """Whether a verb asks somebody to do something by its preposition: "called on residents to stay", "appealed to residents to"."""
    if not frame.of(at, c.APPEALS) or frame.text(at + 1) not in {"on", "upon", "to"}:
        return False
    reach = next((end for end in range(at + 2, len(frame)) if not frame.is_word(end)), len(frame))
    return "to" in frame.low[at + 3 : reach]


def nobody(frame: Frame, subject: Phrase, floor: int) -> bool:
    """Whether the subject is nobody: "no one said", "neither said", "a claim nobody believed"."""
    return (
        frame.of(subject.first, c.NOBODY)
        or frame.of(subject.last, c.NOBODY)
        or (subject.first > floor and frame.of(subject.first - 1, c.NOBODY))
    )


def describes(frame: Frame, first: int, stop: int) -> bool:
    """Whether a stretch before a subject belongs to it: "county beekeeper [Ida Moss]", "a visibly shaken [Benning]"."""
    joined = frame.of(first, c.INDEFINITE | c.TITLE | c.PERSON | c.OF_TITLE)  # "a hoarse but happy Benning"
    barred = c.SAY | c.AUXILIARY | c.PRONOUN | c.PREPOSITION | c.OPENS_CLAUSE | c.CONJUNCTION * (not joined)
    return all(
        (frame.word[at] or frame.low[at] == "&") and (not frame.bits[at] & barred or _is_of(frame, at))
        for at in range(first, stop)
    )


def _is_of(frame: Frame, at: int) -> bool:
    """Whether "of" tells of somebody: "grandmother of nine", "Director of Harbour Affairs"."""
    office = at > 0 and frame.is_capital(at - 1) and frame.is_word(at + 1) and frame.is_capital(at + 1)
    return frame.low[at] == "of" and (office or frame.of(at + 1, c.CARDINAL))


def is_told(frame: Frame, subject: Phrase, sought: Sought) -> bool:
    """Whether a subject without a name opens what the report before it tells, with what says when before it perhaps."""
    if subject.name is not None or not sought.found:
        return False
    first, outer = subject.first, sought.found[-1]
    if frame.of(first, c.PRONOUN):
        while frame.of(first - 1, TIMES | c.CARDINAL | c.ARTICLE | c.POINTS | c.PREPOSITION):
            first -= 1
    elif outer.addressee is not None:
        return False
    return first == outer.content and outer.kind != "quote"
