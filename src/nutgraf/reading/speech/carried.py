"""Speakers of quotations that no clause of their own sentence reports: carried over from the sentences beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from nutgraf.reading.parts import Offsets, Segment, Sentence
from nutgraf.reading.speech.frames import LONGEST, Frame, frame_of, is_word
from nutgraf.reading.speech.noun_phrases import Known, phrase_after
from nutgraf.reading.speech.reports import Report
from nutgraf.reading.speech.subjects import first_subject

_STATEMENTS = frozenset(
    "statement statements interview speech letter tweet post message comment comments remarks".split()
)
_ISSUED = frozenset(
    "issued issues released releases gave gives published publishes posted posts made makes sent sends delivered".split()
)
_LONGEST_LEAD = 60
"""Tokens of a sentence whose subject goes on to speak."""


@dataclass(slots=True)
class Group:
    """Segments of one attribution, as they are collected."""

    sentence: int
    speaker: Offsets | None = None
    cue: Offsets | None = None
    addressee: Offsets | None = None
    sure: bool = False
    segments: list[int] = field(default_factory=list)


class Line(NamedTuple):
    """A sentence with its frame and reporting clauses."""

    frame: Frame
    reports: tuple[Report, ...]


def _is_verb(frame: Frame, at: int) -> bool:
    """More than a name, an office and a date stands there: no signature."""
    return is_word(frame, at)


@dataclass(frozen=True, slots=True)
class Carrier:
    """Finds a group for segments that no clause of their own sentence reports."""

    text: str
    sentences: Sequence[Sentence]
    segments: Sequence[Segment]
    lines: dict[int, Line]
    places: dict[int, list[int]]
    of: dict[int, Group]
    known: Known

    def group(self, index: int) -> Group:
        """The group of the quotation that this one goes on with, or a new one."""
        segment = self.segments[index]
        where = self.places.get(index)
        if not where:
            return Group(1)
        previous = self.of.get(index - 1)
        if segment.continues is not None and previous and self.segments[index - 1].id == segment.continues:
            return previous
        number = self.sentences[where[0]].number
        signed = self._signed(index, where[-1])
        if signed:
            return Group(number, signed, sure=True)
        pure = self.lines[where[0]].frame.only_quotes and self.lines[where[-1]].frame.only_quotes
        if not pure:
            return Group(number)
        led = self._led_in(where[0])
        if led:
            return Group(number, led[0], led[1], sure=led[2])
        last = self.places[index - 1][-1] if index and self.places.get(index - 1) else -2
        paragraph = self.sentences[where[0]].paragraph
        if previous and where[0] - last <= 1 and self.sentences[last].paragraph == paragraph:
            return previous
        following = self._introduced(index, where[-1])
        if following:
            return following
        teller = self._told_before(where[0])
        if teller:
            return Group(number, teller)
        if previous and where[0] - last <= 1 and paragraph - self.sentences[last].paragraph == 1:
            return Group(number, previous.speaker)
        return Group(number)

    def _signed(self, index: int, line: int) -> Offsets | None:
        """A signature, as in "…" — Ann Lee: a dash and a name behind a quotation, in its sentence or on the next line."""
        frame = self.lines[line].frame
        at = frame.place.get(index, LONGEST) + 1
        if at >= len(frame) or not is_word(frame, min(at + 1, len(frame) - 1)):
            if line + 1 >= len(self.sentences) or self.sentences[line + 1].end - self.sentences[line + 1].start > 120:
                return None
            at = 0
            frame = frame_of(self.text, self.sentences[line + 1], self.segments, ())
        if at + 1 < len(frame) and frame.low[at] in {"—", "–", "-"} and frame.start[at] not in self.known.by_start:
            speaker = phrase_after(frame, at + 1, len(frame), self.known)
            if speaker is not None and speaker.name is not None and not _is_verb(frame, speaker.last + 1):
                return speaker.offsets
        return None

    def _led_in(self, line: int) -> tuple[Offsets, Offsets | None, bool] | None:
        """The sentence before ends with a colon (or a cue and a comma): its speaker goes on to speak."""
        before = self.lines.get(line - 1)
        ending = self.text[self.sentences[line - 1].end - 1] if line else "."
        if ending == "," and before is not None and before.reports:
            cue = before.reports[-1].cue
            closes = cue[1] == self.sentences[line - 1].end - 1
            return (before.reports[-1].speaker.offsets, cue, True) if closes else None
        if ending != ":":
            return None
        if before is None:
            frame = frame_of(self.text, self.sentences[line - 1], self.segments, ())
            subject = first_subject(frame, len(frame), self.known) if len(frame) < _LONGEST_LEAD else None
            return (subject.offsets, None, False) if subject else None
        if before.reports:
            return before.reports[-1].speaker.offsets, before.reports[-1].cue, True
        return None

    def _told_before(self, line: int) -> Offsets | None:
        """In "Lee noted that ozone fell. “It will rise.”" a sentence of nothing but quotation is the last speaker's.

        So it is where that sentence says that Lee issued a statement, or gave an interview.
        """
        if line == 0 or self.sentences[line - 1].paragraph != self.sentences[line].paragraph:
            return None
        before = self.lines.get(line - 1)
        if before is not None and before.reports:
            return before.reports[0].speaker.offsets
        frame = before.frame if before is not None else frame_of(self.text, self.sentences[line - 1], self.segments, ())
        if _STATEMENTS.isdisjoint(frame.low) or _ISSUED.isdisjoint(frame.low) or len(frame) > _LONGEST_LEAD:
            return None
        subject = first_subject(frame, len(frame), self.known)
        return subject.offsets if subject else None

    def _introduced(self, index: int, line: int) -> Group | None:
        """In "We won." "It is over," he said, the next quotation's clause serves this one too."""
        following = self.of.get(index + 1)
        if following is None or following.cue is None or self.places[index + 1][0] - line != 1:
            return None
        frame = self.lines[line + 1].frame
        same = self.sentences[line + 1].paragraph == self.sentences[line].paragraph
        opens = frame.segment[0] == index + 1 or (
            len(frame) > 1 and not is_word(frame, 0) and frame.segment[1] == index + 1
        )
        return following if same and opens and following.cue[0] > self.segments[index + 1].start else None
