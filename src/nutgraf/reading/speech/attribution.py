"""Who said what, by rule: a speaker, a cue and a hearer for each quotation, and for speech reported without marks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.cues import CUES
from nutgraf.reading.languages.en.vocabulary import WORDS
from nutgraf.reading.parts import Attribution, Name, Segment, Sentence
from nutgraf.reading.speech.carried import Carrier, Group, Line
from nutgraf.reading.speech.frames import QUOTE, Frame, frame_of
from nutgraf.reading.speech.indirect import indirect_speech
from nutgraf.reading.speech.noun_phrases import Known, Phrase, phrase_after, phrase_before
from nutgraf.reading.speech.reports import Report, find_reports
from nutgraf.reading.speech.speakers import resolve_speaker, title_and_organization

DOCUMENT_NOUNS = WORDS.any_of(c.DOCUMENT)


__all__ = ["attribute", "resolve_speaker", "title_and_organization"]


_LOWER_WORD = re.compile(r"[a-z]{3,}")
_TELLING = frozenset(word for word, cue in CUES.items() if cue.kind != "quote") | {"words"}
_PUNCTUATION = frozenset(",.;-–—!?)]…")
_LONGEST_TITLE = 150
_FAR = 40
"""A cue further than this many words from the quotation is not sure to govern it."""


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
    lines: dict[int, Line] = {}
    for index, sentence in enumerate(sentences):
        if index in inside or _may_report(text, sentence):
            frame = frame_of(text, sentence, quoted, inside.get(index, ()))
            lines[index] = Line(frame, () if frame.only_quotes else find_reports(frame, known))
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


def _attribution(group: Group, segments: Sequence[Segment]) -> Attribution:
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


def _grouped(
    text: str,
    sentences: Sequence[Sentence],
    segments: Sequence[Segment],
    inside: dict[int, list[int]],
    lines: dict[int, Line],
    known: Known,
) -> tuple[list[Group], dict[int, frozenset[int]]]:
    """Put every segment into a group: first by the clauses beside it, then by what stands before and after."""
    places: dict[int, list[int]] = {}
    for line, indexes in inside.items():
        for index in indexes:
            places.setdefault(index, []).append(line)
    groups: list[Group] = []
    of: dict[int, Group] = {}
    by_report: dict[tuple[int, int], Group] = {}
    used: dict[int, set[int]] = {}
    for index, segment in enumerate(segments):
        where = sorted(places.get(index, ()))
        if not where:
            continue
        found = _governing(text, segment, index, where, lines)
        if found is None:
            found_speaker = _transcript(lines[where[0]].frame, index, known)
            if found_speaker:
                of[index] = Group(where[0] + 1, found_speaker.offsets, sure=True)
                groups.append(of[index])
            elif found_speaker := _before_colon(lines[where[0]].frame, index, known):
                of[index] = Group(where[0] + 1, found_speaker.offsets)
                groups.append(of[index])
            continue
        line, report, sure = found
        used.setdefault(line, set()).add(report.at)
        key = line, report.at
        if key not in by_report:
            by_report[key] = Group(
                sentences[where[0]].number, report.speaker.offsets, report.cue, report.addressee, sure
            )
            groups.append(by_report[key])
        by_report[key].sure &= sure
        of[index] = by_report[key]
    carrier = Carrier(text, sentences, segments, lines, places, of, known)
    for index in range(len(segments)):
        if index not in of:
            of[index] = carrier.group(index)
    merged: dict[int, Group] = {}
    for index in range(len(segments)):
        group = merged.setdefault(id(of[index]), of[index])
        group.segments.append(index)
    return list(merged.values()), {line: frozenset(ats) for line, ats in used.items()}


def _governing(
    text: str, segment: Segment, index: int, where: Sequence[int], lines: dict[int, Line]
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


def _adjacent_after(line: Line, at: int) -> Report | None:
    at += 1
    frame = line.frame
    while at < len(frame) and frame.low[at] in _PUNCTUATION:
        at += 1
    while at < len(frame) and frame.segment[at] >= 0:
        return None
    return next((r for r in line.reports if r.left == at and not r.carried), None)


def _adjacent_before(line: Line, at: int) -> Report | None:
    return next((r for r in line.reports if r.right < at and r.content == at), None)


def _nearest_before(line: Line, at: int) -> Report | None:
    frame = line.frame
    for report in reversed(line.reports):
        if report.right < at:
            broken = ";" in frame.low[report.right : at]
            return None if broken else report
    return None


def _clause_after(line: Line, at: int) -> Report | None:
    for report in line.reports:
        if report.left > at:
            set_off = line.frame.low[report.left - 1] in {",", QUOTE} or report.kind == "phrase"
            return report if set_off and not report.carried else None
    return None


def _transcript(frame: Frame, index: int, known: Known) -> Phrase | None:
    """ANN LEE: "…" - a name and a colon are a cue too."""
    at = frame.place.get(index, 0)
    if not 2 <= at <= 9 or frame.low[at - 1] != ":":
        return None
    speaker = phrase_after(frame, 0, at - 1, known)
    return speaker if speaker is not None and speaker.last == at - 2 else None


def _before_colon(frame: Frame, index: int, known: Known) -> Phrase | None:
    """Then came the mayor, Ann Lee: "…" - whoever is named last before the colon."""
    at = frame.place.get(index, 0)
    named = known.by_end.get(frame.end[at - 2]) if at > 1 and frame.low[at - 1] == ":" else None
    return phrase_before(frame, at - 2, 0, known) if named is not None and named.kind == "person" else None
