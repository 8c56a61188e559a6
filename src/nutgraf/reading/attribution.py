"""Who said what, by rule: a speaker, a cue and a hearer for each quotation, and for speech reported without marks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from nutgraf.reading.cues import CUES
from nutgraf.reading.frames import LONGEST, QUOTE, Frame, frame_of, is_word
from nutgraf.reading.indirect import indirect_speech
from nutgraf.reading.lexicon import DOCUMENT_NOUNS
from nutgraf.reading.noun_phrases import Known, Phrase, phrase_after
from nutgraf.reading.parts import Attribution, Name, Offsets, Segment, Sentence
from nutgraf.reading.reports import Report, find_reports
from nutgraf.reading.speakers import resolve_speaker, title_and_organization
from nutgraf.reading.subjects import first_subject

__all__ = ["attribute", "resolve_speaker", "title_and_organization"]

import re

_LOWER_WORD = re.compile(r"[a-z]{3,}")
_TELLING = frozenset(word for word, cue in CUES.items() if cue.kind != "quote") | {"words"}
_PUNCTUATION = frozenset(",.;-–—!?)]…")
_LONGEST_TITLE = 150
_FAR = 40
"""A cue further than this many words from the quotation is not sure to govern it."""


@dataclass(slots=True)
class _Group:
    """Segments of one attribution, as they are collected."""

    sentence: int
    speaker: Offsets | None = None
    cue: Offsets | None = None
    addressee: Offsets | None = None
    sure: bool = False
    segments: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Line:
    """A sentence with its frame and reporting clauses."""

    frame: Frame
    reports: tuple[Report, ...]


def attribute(
    text: str, sentences: Sequence[Sentence], segments: Sequence[Segment], names: Sequence[Name]
) -> tuple[Attribution, ...]:
    """Who said each quoted segment, and what is reported without marks, in article order.

    Every segment that may be speech (`no_speech` is None) stands in exactly one Attribution; `speaker` is None where
    no rule found one. Speech without marks has no segments; its content overlaps no segment that may be speech.
    """
    quoted = [segment for segment in segments if segment.no_speech is None]
    inside = _segments_by_sentence(sentences, quoted)
    known = Known(names)
    lines: dict[int, _Line] = {}
    for index, sentence in enumerate(sentences):
        if index in inside or _may_report(text, sentence):
            frame = frame_of(text, sentence, quoted, inside.get(index, ()))
            lines[index] = _Line(frame, () if frame.only_quotes else find_reports(frame, known))
    groups, used = _grouped(text, sentences, quoted, inside, lines, known)
    found = [_attribution(group, quoted) for group in groups]
    for index, line in lines.items():
        if line.reports:
            found.extend(indirect_speech(text, line.frame, line.reports, used.get(index, frozenset())))
    found.sort(key=lambda a: (a.content[0], a.segments))
    return tuple(found)


def _may_report(text: str, sentence: Sentence) -> bool:
    """Whether a sentence without marks holds a cue; "called" and the like count only where a quotation may follow."""
    words = _LOWER_WORD.findall(text, sentence.start, sentence.end)
    if not _TELLING.isdisjoint(words) or "ccording to" in text[sentence.start : sentence.end]:
        return True
    return text[sentence.end - 1] == ":" and not CUES.keys().isdisjoint(words)


def _segments_by_sentence(sentences: Sequence[Sentence], segments: Sequence[Segment]) -> dict[int, list[int]]:
    starts = [sentence.start for sentence in sentences]
    inside: dict[int, list[int]] = {}
    for index, segment in enumerate(segments):
        at = max(0, bisect_right(starts, segment.outer_start) - 1)
        while at < len(sentences) and sentences[at].start < segment.outer_end:
            if sentences[at].end > segment.outer_start:
                inside.setdefault(at, []).append(index)
            at += 1
    return inside


def _attribution(group: _Group, segments: Sequence[Segment]) -> Attribution:
    own = [segments[index] for index in group.segments]
    return Attribution(
        segments=tuple(segment.id for segment in own),
        sentence=group.sentence,
        content=tuple((segment.start, segment.end) for segment in own),
        speaker=group.speaker,
        cue=group.cue,
        addressee=group.addressee,
        sure=group.sure,
    )


# ------------------------------------------------------------------------------------------ which clause governs


def _grouped(
    text: str,
    sentences: Sequence[Sentence],
    segments: Sequence[Segment],
    inside: dict[int, list[int]],
    lines: dict[int, _Line],
    known: Known,
) -> tuple[list[_Group], dict[int, frozenset[int]]]:
    """Put every segment into a group: first by the clauses beside it, then by what stands before and after."""
    places: dict[int, list[int]] = {}
    for line, indexes in inside.items():
        for index in indexes:
            places.setdefault(index, []).append(line)
    groups: list[_Group] = []
    of: dict[int, _Group] = {}
    by_report: dict[tuple[int, int], _Group] = {}
    used: dict[int, set[int]] = {}
    for index, segment in enumerate(segments):
        where = sorted(places.get(index, ()))
        if not where:
            continue
        found = _governing(text, segment, index, where, lines)
        if found is None:
            found_speaker = _transcript(lines[where[0]].frame, index, known)
            if found_speaker:
                of[index] = _Group(where[0] + 1, found_speaker.offsets, sure=True)
                groups.append(of[index])
            continue
        line, report, sure = found
        used.setdefault(line, set()).add(report.at)
        key = line, report.at
        if key not in by_report:
            by_report[key] = _Group(
                sentences[where[0]].number, report.speaker.offsets, report.cue, report.addressee, sure
            )
            groups.append(by_report[key])
        by_report[key].sure &= sure
        of[index] = by_report[key]
    carrier = _Carrier(text, sentences, segments, lines, places, of, known)
    for index in range(len(segments)):
        if index not in of:
            of[index] = carrier.group(index)
    merged: dict[int, _Group] = {}
    for index in range(len(segments)):
        group = merged.setdefault(id(of[index]), of[index])
        group.segments.append(index)
    return list(merged.values()), {line: frozenset(ats) for line, ats in used.items()}


def _governing(
    text: str, segment: Segment, index: int, where: Sequence[int], lines: dict[int, _Line]
) -> tuple[int, Report, bool] | None:
    """The clause that reports this segment: beside it first, then before it, then behind it."""
    first, last = lines[where[0]], lines[where[-1]]
    before, after = first.frame.place.get(index), last.frame.place.get(index)
    if before is None or after is None or _names_document(text, segment, first.frame, before):
        return None
    follows = _adjacent_after(last, after)
    precedes = _adjacent_before(first, before)
    if follows and precedes and follows is not precedes:
        leads = precedes.opener == "colon" or text[segment.end - 1 : segment.end] == "."
        follows = None if leads else follows
    if follows:
        return where[-1], follows, True
    if precedes:
        return where[0], precedes, True
    near = _nearest_before(first, before)
    if near:
        return where[0], near, before - near.right <= _FAR
    behind = _clause_after(last, after)
    return (where[-1], behind, True) if behind else None


def _names_document(text: str, segment: Segment, frame: Frame, at: int) -> bool:
    """The study, "A Warm Conduit Beneath the Ice": what is quoted is its title."""
    noun = at - 1 - (at > 1 and frame.low[at - 1] == ",")
    if noun < 1 or frame.low[noun] not in DOCUMENT_NOUNS or segment.end - segment.start > _LONGEST_TITLE:
        return False
    words = [word for word in text[segment.start : segment.end].split() if len(word) > 3]
    return len(words) > 1 and all(word[0].isupper() for word in words)


def _adjacent_after(line: _Line, at: int) -> Report | None:
    at += 1
    frame = line.frame
    while at < len(frame) and frame.low[at] in _PUNCTUATION:
        at += 1
    while at < len(frame) and frame.segment[at] >= 0:
        return None
    return next((r for r in line.reports if r.left == at and not r.carried), None)


def _adjacent_before(line: _Line, at: int) -> Report | None:
    return next((r for r in line.reports if r.right < at and r.content == at), None)


def _nearest_before(line: _Line, at: int) -> Report | None:
    frame = line.frame
    for report in reversed(line.reports):
        if report.right < at:
            broken = ";" in frame.low[report.right : at]
            return None if broken else report
    return None


def _clause_after(line: _Line, at: int) -> Report | None:
    for report in line.reports:
        if report.left > at:
            set_off = line.frame.low[report.left - 1] in {",", QUOTE} or report.kind == "phrase"
            return report if set_off and not report.carried else None
    return None


def _is_verb(frame: Frame, at: int) -> bool:
    """More than a name, an office and a date stands there: no signature."""
    return is_word(frame, at)


def _transcript(frame: Frame, index: int, known: Known) -> Phrase | None:
    """ANN LEE: "…" - a name and a colon are a cue too."""
    at = frame.place.get(index, 0)
    if not 2 <= at <= 9 or frame.low[at - 1] != ":":
        return None
    speaker = phrase_after(frame, 0, at - 1, known)
    return speaker if speaker is not None and speaker.last == at - 2 else None


# ------------------------------------------------------------------------------------------ carried speakers


@dataclass(frozen=True, slots=True)
class _Carrier:
    """Finds a group for segments that no clause of their own sentence reports."""

    text: str
    sentences: Sequence[Sentence]
    segments: Sequence[Segment]
    lines: dict[int, _Line]
    places: dict[int, list[int]]
    of: dict[int, _Group]
    known: Known

    def group(self, index: int) -> _Group:
        """The group of the quotation that this one goes on with, or a new one."""
        segment = self.segments[index]
        where = self.places.get(index)
        if not where:
            return _Group(1)
        previous = self.of.get(index - 1)
        if segment.continues is not None and previous and self.segments[index - 1].id == segment.continues:
            return previous
        number = self.sentences[where[0]].number
        signed = self._signed(index, where[-1])
        if signed:
            return _Group(number, signed, sure=True)
        pure = self.lines[where[0]].frame.only_quotes and self.lines[where[-1]].frame.only_quotes
        if not pure:
            return _Group(number)
        led = self._led_in(where[0])
        if led:
            return _Group(number, led[0], led[1], sure=led[2])
        last = self.places[index - 1][-1] if index and self.places.get(index - 1) else -2
        paragraph = self.sentences[where[0]].paragraph
        if previous and where[0] - last <= 1 and self.sentences[last].paragraph == paragraph:
            return previous
        following = self._introduced(index, where[-1])
        if following:
            return following
        if previous and where[0] - last <= 1 and paragraph - self.sentences[last].paragraph == 1:
            return _Group(number, previous.speaker)
        return _Group(number)

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
        """The sentence before ends with a colon: its speaker goes on to speak."""
        before = self.lines.get(line - 1)
        if line == 0 or self.text[self.sentences[line - 1].end - 1] != ":":
            return None
        if before is None:
            frame = frame_of(self.text, self.sentences[line - 1], self.segments, ())
            subject = first_subject(frame, len(frame), self.known) if len(frame) < 60 else None
            return (subject.offsets, None, False) if subject else None
        if before.reports:
            return before.reports[-1].speaker.offsets, before.reports[-1].cue, True
        return None

    def _introduced(self, index: int, line: int) -> _Group | None:
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
