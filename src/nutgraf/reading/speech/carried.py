"""Speakers of quotations that no clause of their own sentence reports: carried over from the sentences beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.words import Words
from nutgraf.reading.parts import Offsets, Segment, Sentence
from nutgraf.reading.speech.clause.reports import Report
from nutgraf.reading.speech.frames import DASHES, LONGEST, Frame, is_verb, says_how_alone
from nutgraf.reading.speech.known import Known, Phrase
from nutgraf.reading.speech.scan import Grammar
from nutgraf.results.said import Stance

_SOMEBODY = c.PERSON | c.TITLE | c.BODY | c.PRONOUN | c.PLURAL
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
    stance: Stance = "says"
    rule: str = ""
    segments: list[int] = field(default_factory=list)


class Line(NamedTuple):
    """A sentence with its frame and reporting clauses."""

    frame: Frame
    reports: tuple[Report, ...]
    plain: bool = False
    """Whether the sentence, read alone, has the same frame and reports: no quotation in it, and no name to `unmask`."""


@dataclass(frozen=True, slots=True)
class Carrier:
    """Finds a group for segments that no clause of their own sentence reports."""

    text: str
    sentences: Sequence[Sentence]
    segments: Sequence[Segment]
    lines: Sequence[Line]
    places: dict[int, list[int]]
    of: dict[int, Group]
    known: Known
    grammar: Grammar
    words: Words

    def group(self, index: int) -> Group:
        """The group of the quotation that this one goes on with, or a new one."""
        segment = self.segments[index]
        where = self.places.get(index)
        if not where:
            return Group(1)
        previous = self.of.get(index - 1)
        if segment.continues is not None and previous and self.segments[index - 1].id == segment.continues:
            return previous
        first, end = where[0], where[-1]
        number = self.sentences[first].number
        if signed := self._signed(index, end):
            return Group(number, signed.offsets, sure=True, rule="signature")
        frame = self.lines[first].frame
        last = self.places[index - 1][-1] if index and self.places.get(index - 1) else -2
        beside = previous is not None and first - last <= 1
        after = self.sentences[first].paragraph - self.sentences[last].paragraph if last >= 0 else -1
        same = after == 0
        if not (frame.only_quotes and self.lines[end].frame.only_quotes):
            opens = opens_with(frame, index) or says_how_alone(frame, 0, len(frame))
            goes_on = beside and same and last < first and opens and self._is_sentence(segment)
            return previous if previous and goes_on else Group(number)
        if told := self._led_in(first) or self._said_behind(number, end):
            return told
        if previous and beside and same:
            return previous
        if following := self._introduced(index, end) or self._described_behind(number, end):
            return following
        if teller := self._told_before(first):
            return Group(number, teller.offsets, rule="told before")
        if self._heads(index):
            return Group(number)
        goes_on = same or (after == 1 and self.lines[min(last + 1, end)].frame.of(0, c.PRONOUN))
        if previous and ((beside and after == 1) or (goes_on and self._stays(last + 1, first))):
            return Group(number, previous.speaker, rule="carried over")
        return Group(number)

    def _subject(self, frame: Frame) -> Phrase | None:
        return self.grammar.subject(frame, self.known) if len(frame) <= _LONGEST_LEAD else None

    def _phrase(self, frame: Frame, first: int) -> Phrase | None:
        return self.grammar.phrase(frame, first, len(frame), self.known)

    def _is_sentence(self, segment: Segment) -> bool:
        return self.text[segment.start : segment.start + 1].isupper()

    def _heads(self, index: int) -> bool:
        """Whether a quotation is in other marks than the one before, and single: 'A hard choice.' over the next part of a story."""
        marks = [self.text[one.outer_start : one.start] for one in self.segments[max(0, index - 1) : index + 1]]
        return marks[-1] in {"'", "‘"} and marks[0] != marks[-1]

    def _stays(self, first: int, stop: int) -> bool:
        """Whether the sentences between two quotations are about their speaker: "He pointed at the barn"."""
        if not 0 < stop - first <= 2:
            return False
        lines = self.lines[first:stop]
        if any(
            name.kind in {"person", "other"} and line.frame.sentence.start <= name.start < line.frame.sentence.end
            for line in lines
            for name in self.known.names
        ):
            return False
        # "The bell had not rung.": of things alone
        things = not any(line.reports or line.frame.any(_SOMEBODY, 0, len(line.frame)) for line in lines)
        return things or lines[0].frame.of(0, c.PRONOUN)

    def _signed(self, index: int, line: int) -> Phrase | None:
        """A signature, as in "…" — Ann Lee: a dash and a name behind a quotation, in its sentence or on the next line."""
        frame = self.lines[line].frame
        at = frame.place.get(index, LONGEST) + 1
        if at >= len(frame) or not frame.is_word(min(at + 1, len(frame) - 1)):
            if line + 1 >= len(self.sentences) or self.sentences[line + 1].end - self.sentences[line + 1].start > 120:
                return None
            at, frame = 0, self.lines[line + 1].frame
        if at + 1 >= len(frame) or frame.low[at] not in DASHES or frame.start[at] in self.known.by_start:
            return None
        speaker = self._phrase(frame, at + 1)
        if speaker is None or speaker.name is None or _goes_on_to_act(frame, speaker.last + 1):
            return None
        return speaker if not frame.is_word(speaker.last + 1) else None

    def _led_in(self, line: int) -> Group | None:
        """The sentence before ends with a colon (or a cue and a comma): its speaker goes on to speak."""
        if not line:
            return None
        number, ending = self.sentences[line].number, self.text[self.sentences[line - 1].end - 1]
        frame, reports, _ = self.lines[line - 1]
        report = reports[-1] if reports else None
        if (
            report is not None
            and report.speaker is not None
            and (ending == ":" or (ending == "," and report.cue[1] == self.sentences[line - 1].end - 1))
        ):
            return Group(number, report.speaker.offsets, report.cue, sure=True, rule=report.rule)
        if ending != ":":
            return None
        subject = self._subject(frame) if len(frame) < _LONGEST_LEAD else None
        return Group(number, subject.offsets, rule="colon") if subject else None

    def _line_behind(self, line: int) -> Line | None:
        """The next sentence of the same paragraph."""
        ends = line + 1 >= len(self.sentences) or self.sentences[line + 1].paragraph != self.sentences[line].paragraph
        return None if ends else self.lines[line + 1]

    def _said_behind(self, number: int, line: int) -> Group | None:
        """Find “We are ready.” Ann Lee said. - the clause is a sentence of its own, and reports nothing else."""
        if (behind := self._line_behind(line)) is None:
            return None
        frame, reports, _ = behind
        report = reports[0] if len(reports) == 1 and not frame.place else None
        if report is None or report.speaker is None or report.kind != "say" or report.left:
            return None
        alone = report.is_worded and report.content >= len(frame) - 1
        return Group(number, report.speaker.offsets, report.cue, sure=True, rule=report.rule) if alone else None

    def _told_before(self, line: int) -> Phrase | None:
        """In "Lee noted that ozone fell. “It will rise.”" a sentence of nothing but quotation is the last speaker's.

        So it is where that sentence says that Lee issued a statement, or gave an interview.
        """
        if line == 0 or self.sentences[line - 1].paragraph != self.sentences[line].paragraph:
            return None
        frame, reports, _ = self.lines[line - 1]
        asked = line > 1 and self.text[self.sentences[line - 1].end - 1] == "?" and not (reports or frame.place)
        if asked and self.sentences[line - 2].paragraph == self.sentences[line].paragraph:
            frame, reports, _ = self.lines[line - 2]  # "…, erzählt er. Und dann? „…“"
        if reports:
            return next((report.speaker for report in reports if report.speaker), None)
        if self.words.capitalises_nouns and len(frame) <= _LONGEST_LEAD:
            subject = self._subject(frame)  # "Ann Lee zeigte sich enttäuscht. „…“"
            return subject if subject is not None and subject.name and subject.name.kind == "person" else None
        stated = frame.any(c.SPEECH | c.WRITTEN | c.SPEAKS, 0, len(frame)) and frame.any(c.ISSUES, 0, len(frame))
        return self._subject(frame) if stated else None

    def _introduced(self, index: int, line: int) -> Group | None:
        """In "We won." "It is over," he said, the next quotation's clause serves this one too."""
        following = self.of.get(index + 1)
        if following is None or following.cue is None or self.places[index + 1][0] - line != 1:
            return None
        same = self.sentences[line + 1].paragraph == self.sentences[line].paragraph
        opens = opens_with(self.lines[line + 1].frame, index + 1)
        return following if same and opens and following.cue[0] > self.segments[index + 1].start else None

    def _described_behind(self, number: int, line: int) -> Group | None:
        """Find “…” That is how Gus Abel described it."""
        if (behind := self._line_behind(line)) is None:
            return None
        frame, reports, _ = behind
        if reports and self.words.capitalises_nouns:
            report = reports[0]  # "…“ Das sagte Ann Lee am Montag."
            if frame.of(0, c.DEMONSTRATIVE) and report.at == 1 and report.speaker is not None and not report.told:
                return Group(number, report.speaker.offsets, report.cue, rule="described behind")
        if (
            frame.low[0] == "with"
            and frame.of(1, c.DEMONSTRATIVE)
            and (frame.low[2] == "," or frame.of(2, c.SPEECH | c.SPEAKS))
        ):
            subject = self._phrase(frame, 3)  # "With those words Ann Lee opened the hall.", "With that, she left."
            return Group(number, subject.offsets, rule="described behind") if subject else None
        if not (frame.of(0, c.DEMONSTRATIVE) and frame.of(1, c.AUXILIARY)):
            return None
        how = 2 + frame.of(2, c.ADVERB)
        words = next((at for at in range(2, min(len(frame), 6)) if frame.of(at, c.SPEECH | c.SPEAKS)), None)
        if words is not None:
            how = words + (
                frame.text(words + 1) == "of"
            )  # "Those were the words of Ann Lee", "the last words Ann Lee spoke"
        elif not frame.of(how, c.OPENS_CLAUSE):
            return None
        subject = self._phrase(frame, how + 1)
        return Group(number, subject.offsets, rule="described behind") if subject else None


def _goes_on_to_act(frame: Frame, first: int) -> bool:
    """Whether a verb stands behind a name, and not only what somebody is: "a retired postman"."""
    return any(is_verb(frame, at) and not frame.of(at, c.OF_TITLE) for at in range(first, len(frame)))


def opens_with(frame: Frame, index: int) -> bool:
    """Whether a sentence begins with this quotation."""
    return frame.segment[0] == index or (len(frame) > 1 and not frame.is_word(0) and frame.segment[1] == index)
