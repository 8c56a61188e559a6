"""Who said what, by rule: a speaker, a cue and a hearer for each quotation, and for speech reported without marks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.language import language_of
from nutgraf.reading.parts import Attribution, Name, Offsets, Segment, Sentence
from nutgraf.reading.speech.carried import Carrier, Group, Line
from nutgraf.reading.speech.clause.reports import Report, Sought, describes
from nutgraf.reading.speech.frames import QUOTE, Frame, frame_of
from nutgraf.reading.speech.goes_on import going_on
from nutgraf.reading.speech.known import Known
from nutgraf.reading.speech.labels import labelled
from nutgraf.reading.speech.scan import SpeechRules
from nutgraf.reading.speech.told.before import comma_before
from nutgraf.reading.speech.told.clausal import tells_clause

_PUNCTUATION = frozenset(",.;-–—!?)]…") | {"--"}
_CLOSING = frozenset(",.!?…;:—–-")
_FAR = 40
"""A cue further than this many words from the quotation is not sure to govern it."""


class Attributed(NamedTuple):
    """Who said what, what the sentences are made of and the names in them; no lines in a language without rules of speech."""

    attributions: tuple[Attribution, ...]
    lines: Sequence[Line]
    known: Known
    speech: SpeechRules | None

    def subject_in(self, number: int) -> Offsets | None:
        """The first subject of a sentence, where the rules of its language find one."""
        if self.speech is None or number > len(self.lines):
            return None
        found = self.speech.grammar.subject(self.lines[number - 1].frame, self.known)
        return found.offsets if found else None


def attribute(
    text: str,
    sentences: Sequence[Sentence],
    segments: Sequence[Segment],
    names: Sequence[Name],
    language: str | None = "en",
) -> Attributed:
    """Who said each quoted segment, and what is reported without marks, in article order.

    `language`: the code of the text's; None for one whose words no rule knows. Every segment that may be speech (`no_speech` is None) stands in exactly one Attribution; `speaker` is None where
    no rule found one. Speech without marks has no segments; its content overlaps no segment that may be speech.
    """
    spoken_in = language_of(language)
    speech = spoken_in.speech
    quoted = [segment for segment in segments if segment.no_speech is None]
    inside = _segments_by_sentence(sentences, quoted)
    places: dict[int, list[int]] = {}
    for at, indexes in inside.items():
        for index in indexes:
            places.setdefault(index, []).append(at)
    known = Known(names)
    found = labelled(text, sentences, inside, known, spoken_in.words)
    lines: list[Line] = []
    if speech is None:
        numbers = {index: sentences[where[0]].number for index, where in places.items()}
        alone = [Group(numbers.get(index, 1), segments=[index]) for index in range(len(quoted))]
        found.extend(_attribution(group, quoted) for group in alone)
    else:
        spoken = {line for told in found for line in _lines_of(sentences, told)}
        closed = frozenset(n for n, segment in enumerate(quoted) if _closes(text, segment))
        for index, sentence in enumerate(sentences):
            frame = frame_of(text, sentence, quoted, inside.get(index, ()), spoken_in.words)
            reports: tuple[Report, ...] = ()
            plain = False
            if index not in spoken and (index in inside or speech.may_report(frame)):
                plain = not (known.unmask(frame) or frame.place or frame.only_quotes)
                reports = () if frame.only_quotes else speech.find(frame, Sought(known, spoken_in.words, closed))
            lines.append(Line(frame, reports, plain))
        carrier = Carrier(text, sentences, quoted, lines, places, {}, known, speech.grammar, spoken_in.words)
        groups, used = _grouped(carrier)
        found.extend(_attribution(group, quoted) for group in groups)
        for index, line in enumerate(lines):
            if line.reports:
                own = used.get(index, frozenset())
                found.extend(speech.grammar.indirect(text, line.frame, line.reports, own))
        found = going_on(text, lines, found, known, speech.grammar, spoken_in.words)
    found.sort(key=lambda a: (a.content[0], a.segments))
    return Attributed(tuple(found), lines, known, speech)


def _lines_of(sentences: Sequence[Sentence], told: Attribution) -> Iterator[int]:
    """The indexes of the sentences in which the words of a transcript stand."""
    for index in range(told.sentence - 1, len(sentences)):
        if sentences[index].start >= told.content[-1][1]:
            return
        if any(start < sentences[index].end and sentences[index].start < end for start, end in told.content):
            yield index


def _closes(text: str, segment: Segment) -> bool:
    """Whether a quotation ends with a mark, inside or right behind it, so that its reporting clause may follow."""
    return segment.closed and (
        text[segment.end - 1] in _CLOSING or text[segment.outer_end : segment.outer_end + 1] in {",", "—", "–"}
    )


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
        stance=group.stance,
        rule=group.rule,
    )


def _grouped(carrier: Carrier) -> tuple[list[Group], dict[int, frozenset[int]]]:
    """Put every segment into a group: first by the clauses beside it, then by what stands before and after."""
    text, segments, of = carrier.text, carrier.segments, carrier.of
    by_report: dict[tuple[int, int], Group] = {}
    used: dict[int, set[int]] = {}
    for index, segment in enumerate(segments):
        where = carrier.places.get(index)
        found = _governing(text, segment, index, where, carrier.lines) if where else None
        if where is None or found is None:
            continue
        line, report, sure = found
        used.setdefault(line, set()).add(report.at)
        key = line, report.at
        if key not in by_report:
            by_report[key] = _group(carrier.sentences[where[0]].number, report, sure=sure)
        by_report[key].sure &= sure
        of[index] = by_report[key]
    for index in range(len(segments) - 2, -1, -1):  # "“We waited.⏎⏎“We left,” Ann Lee said": one speaker for all of it
        if index not in of and index + 1 in of and segments[index + 1].continues == segments[index].id:
            of[index] = of[index + 1]
            if index in carrier.places:
                of[index].sentence = carrier.sentences[carrier.places[index][0]].number
    for index in range(len(segments)):
        if index not in of:
            of[index] = carrier.group(index)
    merged: dict[int, Group] = {}
    for index in range(len(segments)):
        group = merged.setdefault(id(of[index]), of[index])
        group.segments.append(index)
    return list(merged.values()), {line: frozenset(ats) for line, ats in used.items()}


def _group(number: int, report: Report, *, sure: bool) -> Group:
    speaker = report.speaker.offsets if report.speaker else None
    cue = report.cue if report.is_worded else None
    return Group(
        number, speaker, cue, report.addressee, sure=sure and report.sure, stance=report.stance, rule=report.rule
    )


def _governing(
    text: str, segment: Segment, index: int, where: Sequence[int], lines: Sequence[Line]
) -> tuple[int, Report, bool] | None:
    """The clause that reports this segment: beside it first, then before it, then behind it."""
    first, last = lines[where[0]], lines[where[-1]]
    before, after = first.frame.place.get(index), last.frame.place.get(index)
    if before is None or after is None or _names_document(text, segment, first.frame, before):
        return None
    follows = _adjacent_after(last, after)
    precedes = _adjacent_before(first, before)
    if follows and first is last and _tells_on(first, before, follows):
        follows = None
    if follows and precedes:
        # "what Lee called “a bath,” Moe went", "chanted “Go home” as Moe spoke"
        within = first.frame.is_word(before - 1) and text[segment.start].islower()
        leads = precedes.opener == "colon" or within or not _closes(text, segment)
        follows = follows if not leads or _closes_off(text, segment, precedes, follows) else None
    if follows:
        return where[-1], follows, True
    if precedes:
        return where[0], precedes, True
    near = _nearest_before(first, before)
    if near:
        return where[0], near, before - near.right <= _FAR
    behind = _clause_after(last, after)
    return (where[-1], behind, True) if behind else None


def _tells_on(line: Line, at: int, follows: Report) -> bool:
    """Whether words in marks end what somebody is told to have said before, and what follows tells something else, or only does it:
    "After Lund said that crews would “get used to less,” the mayor put it on the air", "Lund admitted they were “friends,” but claimed
    they had never met".
    """
    frame = line.frame
    near = _nearest_before(line, at)
    if near is None or not frame.is_word(at - 1):
        return False
    if near.at == 0 and near.opener == "question":
        return True  # "Asked if the pier was “safe at last,” Lund said yes"
    if follows.bits & (c.SAYS | c.TELLS):
        own = follows.right == follows.at and tells_clause(frame, follows, len(frame) - 1)
        quotes = follows.content < len(frame) and frame.segment[follows.content] >= 0
        return own or quotes or follows.opener in {"that", "to", "question"}
    return near.opener == "that"


def _closes_off(text: str, segment: Segment, precedes: Report, follows: Report) -> bool:
    """Key point: "We will pay," said Ann Lee. - a heading or a noun before the colon says less than the clause behind."""
    if (precedes.is_worded and not precedes.bits & c.NOUN) or text[segment.end - 1 : segment.end] == ".":
        return False
    return follows.is_worded and _closes(text, segment)


def _names_document(text: str, segment: Segment, frame: Frame, at: int) -> bool:
    """The study, "A Warm Conduit Beneath the Ice": what is quoted is its title."""
    noun = at - 1 - (at > 1 and frame.low[at - 1] == ",")
    if noun < 1 or not frame.of(noun, c.DOCUMENT):
        return False
    words = [word for word in text[segment.start : segment.end].split() if len(word) > 3]
    return len(words) > 1 and all(word[0].isupper() for word in words)


def _adjacent_after(line: Line, at: int) -> Report | None:
    at += 1
    frame = line.frame
    while at < len(frame) and frame.low[at] in _PUNCTUATION:
        at += 1
    if at >= len(frame) or frame.segment[at] >= 0:
        return None
    return next((r for r in line.reports if r.left >= at and not r.carried and describes(frame, at, r.left)), None)


def _adjacent_before(line: Line, at: int) -> Report | None:
    return next((r for r in line.reports if r.right < at and r.content == at), None)


def _nearest_before(line: Line, at: int) -> Report | None:
    frame = line.frame
    for report in reversed(line.reports):
        if report.right < at:
            broken = ";" in frame.low[report.right : at] or (report.stop is not None and report.stop < at)
            if report.bits & c.SPEECH and report.kind == "quote" and report.content < at and _has_judge(line, report):
                continue  # "Moe called Lund's claim of a “right” to it “absurd”"
            return None if broken else report
    return None


def _has_judge(line: Line, noun: Report) -> bool:
    """Whether a noun of speech, with the words in marks it has, is the object of a verb that calls it something: "called Lund's claim of a “right” to it"."""
    return any(verb.content == noun.left and verb.bits & c.MARKS and not verb.bits & c.NOUN for verb in line.reports)


def _clause_after(line: Line, at: int) -> Report | None:
    for report in line.reports:
        if report.left > at:
            set_off = line.frame.low[comma_before(line.frame, report)] in {",", QUOTE}
            own = report.opener in {"that", "to"} or "to" in line.frame.low[report.content : report.content + 2]
            return report if set_off and not report.carried and not own else None
    return None
