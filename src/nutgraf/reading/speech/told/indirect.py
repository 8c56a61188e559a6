"""Speech reported without quotation marks: the sentence less its attribution, and where that ends."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from nutgraf.reading.languages import classes as c
from nutgraf.reading.parts import Attribution, Offsets
from nutgraf.reading.speech.clause.edges import is_infinitive
from nutgraf.reading.speech.clause.reports import Report, closes, points
from nutgraf.reading.speech.frames import DASHES, QUOTE, TIMES, Frame, has_verb
from nutgraf.reading.speech.told.before import before, condition_of, parted
from nutgraf.reading.speech.told.beside_marks import before_quotation, less_marked
from nutgraf.reading.speech.told.clausal import tells_clause
from nutgraf.reading.speech.told.ends import comments, divides, less_main_clause, stop_of, tells_of_speaker
from nutgraf.reading.text.sentences import SHORTENED

_AIMS = frozenset({"of", "to", "about", "against"})
_POINTS_TO = frozenset({"to", "with", "upon"})
_LONG_DASHES = frozenset({"—", "–"})
_ENDS = frozenset(".!?,;:…\"”’'»)]–—-")
_OPENINGS = {"”": "“", "»": "«", ")": "(", "]": "[", "’": "‘"}
_PAIRS = (("„", "“”"), ("“", "”"), ("»", "«"), ("«", "»"))
_CLOSINGS = frozenset("“”«»")
_JOINTS = frozenset({"and", "but", ",", "then", "or"})
_KEPT_AHEAD = frozenset({"(", "[", "$", "#", "@", "“", '"', "‘", "€", "£"})


def indirect_speech(text: str, frame: Frame, reports: Sequence[Report], used: Collection[int]) -> list[Attribution]:
    """The reported clauses of a sentence, for the reports that no quotation uses (`used`: tokens of their cues)."""
    found: list[Attribution] = []
    covered = -1
    reports = parted(frame, reports)
    for number, given in enumerate(reports):
        report = less_marked(frame, given, next((r for r in reports[number + 1 :] if r.at in used), None))
        named = report.speaker is not None and report.speaker.name is not None
        nested = report.at <= covered and not report.carried
        thought = report.at <= covered and _is_thought(frame, report)
        if report.kind == "quote" or (nested and not named) or thought:
            continue
        if report.at in used:
            ranges = before_quotation(text, frame, report) or _behind_quotation(frame, report)
            if ranges:
                found.append(told(text, frame, report, ranges))
            continue
        following = next(
            (r for r in reports[number + 1 :] if takes_over(frame, r, report) and not _goes_with(frame, r, report)),
            None,
        )
        ranges = content(frame, report, following)
        if not ranges or any(_quotes(frame, *part) for part in ranges):
            continue
        ranges = [less_main_clause(text, frame, report, part) for part in ranges]
        attribution = told(text, frame, report, ranges)
        if any(end - start < 3 for start, end in attribution.content):
            continue
        covered = max(covered, ranges[-1][1])
        found.append(attribution)
    return found


def told(text: str, frame: Frame, report: Report, ranges: Sequence[tuple[int, int]]) -> Attribution:
    """What a report tells, by the token ranges of its content."""
    return Attribution(
        segments=(),
        sentence=frame.sentence.number,
        content=tuple(trimmed(text, frame, *part, goes_on=bool(at)) for at, part in enumerate(ranges)),
        speaker=report.speaker.offsets if report.speaker else None,
        cue=report.cue,
        addressee=report.addressee,
        sure=not report.carried,
        stance=report.stance,
        rule=report.rule,
        clause=report.opener != "to" and not _lacks_subject(frame, ranges[0][0]),
    )


def _lacks_subject(frame: Frame, first: int) -> bool:
    """Whether a verb opens the words, its subject elsewhere: "[the mill, which he said] had been sold"."""
    finite = frame.of(first, c.AUXILIARY) or (frame.of(first, c.VERB) and frame.of(first, c.PAST | c.THIRD))
    inverted = frame.of(first + 1, c.PRONOUN | c.DETERMINER) or (
        frame.is_word(first + 1) and frame.is_capital(first + 1)
    )
    return finite and not inverted and not frame.of(first, c.NOUN) and not frame.is_capital(first)


def _behind_quotation(frame: Frame, report: Report) -> list[tuple[int, int]]:
    """The clause behind a cue where the words in marks stand before it: "Citing “a precaution”, the firm announced that it would close"."""
    ahead = report.opener == "that" and QUOTE in frame.low[: report.left] and QUOTE not in frame.low[report.left :]
    return content(frame, report, None) if ahead else []


def takes_over(frame: Frame, report: Report, outer: Report) -> bool:
    """A report that ends what is reported before it: it closes its sentence, opens a clause, or is a second verb."""
    if report.kind == "quote":
        return False
    behind = report.content + frame.of(report.content, c.ADVERB | c.POINTS)  # ", she said afterwards"
    ends = _is_described(frame, report) or _ends_after(frame, behind)
    closes = report.left > 0 and frame.low[report.left - 1] == "," and ends
    joined = frame.low[report.left] == "," or frame.of(report.left, c.JOINT) or frame.of(report.left + 1, c.JOINT)
    second = (
        report.carried
        and joined
        and not _is_thought(frame, report)
        and (report.opener != "none" or tells_clause(frame, report, len(frame) - 1))
    )
    return closes or divides(frame, report, outer) or second


def _goes_with(frame: Frame, second: Report, outer: Report) -> bool:
    """Whether a second verb is that of somebody told of: "Lee said [the union asked for a rest and warned that it would strike]"."""
    theirs, own = second.speaker, outer.speaker
    if theirs is None or own is None or not second.carried or theirs.start <= own.start or outer.right >= theirs.first:
        return False
    again = frame.of(theirs.last, c.PRONOUN) or frame.of(second.at, c.ADDS)  # "said he hoped so and added that"
    return frame.of(second.left, c.JOINT) and not again


def _is_thought(frame: Frame, report: Report) -> bool:
    """Whether a verb of thought stands behind a bare "and": "said she had heard the windows burst and feared the roof would follow"."""
    return (
        report.carried
        and frame.of(report.at, c.THINKS)
        and frame.low[report.at - 1] == "and"
        and report.opener != "that"
    )


def _is_described(frame: Frame, report: Report) -> bool:
    """Whether a clause about the speaker follows one that closes a clause: "CLAUSE, said a clerk who was told of it"."""
    return report.right > report.at and frame.of(report.content, c.RELATIVE)


def _ends_after(frame: Frame, at: int) -> bool:
    return True not in frame.word[at:] and QUOTE not in frame.low[at:]


def content(frame: Frame, report: Report, following: Report | None) -> list[tuple[int, int]]:
    """Token ranges of what is reported: behind the clause, before it, or on both sides."""
    between = frame.text(report.left - 1) in DASHES | {","}
    if between and frame.text(report.content) in _LONG_DASHES:
        report = report._replace(opener="comma", content=report.content + 1)  # "The ship – Ann Lee says – was late"
    stop = stop_of(frame, report, following)
    ahead = before(frame, report)
    aside = ahead is not None and frame.text(ahead[0] - 1) in DASHES and frame.text(report.content - 1) in DASHES
    # "CLAUSE, said a clerk who was told of it"
    described = report.right > report.at and frame.of(report.content, c.RELATIVE)
    if ahead and (aside or described or report.stop == report.content):
        return [ahead]  # "CLAUSE, X said, and [CLAUSE, Y said]"; "It – that was late, X said – ran"
    if ahead and report.opener == "comma" and comments(frame, report, report.content - 1, stop, ahead[0]):
        return [ahead]
    if report.kind == "phrase":
        behind = (report.content, stop) if report.opener == "comma" and report.content <= stop else None
        first = next((at for at in range(report.content, stop) if frame.is_word(at)), stop)
        # "…, according to the study, “Salt,” which was printed in May", "…, according to three reviews, including one of May"
        hangs = frame.of(first, c.RELATIVE) or frame.low[first] == "including"
        short = behind is not None and _words(frame, *behind) < 2 and closes(frame, report.left)
        if ahead and behind and (hangs or short or _quotes(frame, *behind)):
            behind = None
        return [part for part in (ahead, behind) if part]
    if report.content > stop or _words(frame, report.content, stop) == 0:
        return [ahead] if ahead else []
    if report.opener == "comma" and not report.carried:
        opens = frame.low[report.left] == "as" or (report.left == 0 and report.kind == "say")
        if ahead and closes(frame, report.left) and tells_of_speaker(frame, report.content, stop):
            return [ahead]
        on = _words(frame, report.content, stop) > 1 or _quotes(frame, report.content, stop)
        if ahead and (on or not closes(frame, report.left)):
            return [ahead, (report.content, stop)]
        return [(report.content, stop)] if ahead or opens or tells_clause(frame, report, stop) else []
    if tells_clause(frame, report, stop):
        condition = condition_of(frame, report)
        return [condition, (report.content, stop)] if condition else [(report.content, stop)]
    whole = (
        ahead
        and not _has_object(frame, report)
        and report.opener != "colon"
        and has_verb(frame, ahead[0] + 1, ahead[1] + 1)
    )
    return [ahead] if ahead and whole else []


_HEARD = c.SAY | c.ADDRESSES | c.WARNS
"""Verbs behind which somebody who hears may stand."""


def _has_object(frame: Frame, report: Report) -> bool:
    """Whether a verb does something to what stands behind it, and tells of nothing before: "…, Tom, added a third", "…, he found himself", "…, she agreed to go", "…, he pointed to the log"."""
    first = report.content
    if is_infinitive(frame, first) or (report.kind == "that" and frame.text(report.at + 1) in _POINTS_TO):
        return True
    timed = frame.any(TIMES | c.POINTS, first, first + 3) or frame.of(first, c.CARDINAL | c.ADVERB)
    timed = timed or frame.of(first + 1, c.SEASON)
    heard = report.bits & _HEARD or (report.bits & c.COMMITS and frame.any(c.PERSON | c.BODY, first, first + 2))
    if report.right > report.at or heard or report.addressee or timed or not frame.is_word(first):
        return False  # "…, Lee promised the crew"
    aims = frame.low[first].endswith(("self", "selves")) or frame.low[first] in _AIMS
    plain = not frame.of(first, c.FUNCTION) and not frame.is_capital(first)
    return aims or plain or frame.of(first, c.DETERMINER | c.OBJECT)


def _quotes(frame: Frame, first: int, last: int) -> bool:
    return QUOTE in frame.low[first : last + 1]


def _words(frame: Frame, first: int, last: int) -> int:
    return frame.word[first : last + 1].count(True)


def trimmed(text: str, frame: Frame, first: int, last: int, *, goes_on: bool) -> Offsets:
    """The offsets of a part less the marks and joints at its edges; one that goes on behind another keeps its "and"."""
    while first < last and not frame.is_word(first) and frame.low[first] not in _KEPT_AHEAD:
        first += 1
    while first < last and not goes_on and (frame.low[first] in _JOINTS or _opens_with_that(frame, first)):
        first += 1
    start, end = frame.start[first], _past_aside(text, frame, last)
    while end > start and (text[end - 1] in _ENDS or text[end - 1].isspace()):
        if text[end - 1] in "\"”’'»)]" and _balanced(text[start:end], text[end - 1]):
            break
        end -= 1
    end = _past_closing(text, start, end)
    return start, end + bool(text.startswith(".", end) and SHORTENED.search(text, start, end))


def _past_closing(text: str, start: int, end: int) -> int:
    """The end behind the mark that closes what was opened within: no half of "das Schiff „Anker“"."""
    mark = text[end : end + 1]
    for opening, closings in _PAIRS if mark in _CLOSINGS else ():
        last = max(text.rfind(closing, start, end) for closing in closings)
        if mark in closings and text.rfind(opening, start, end) > last:
            return end + 1
    return end


def _opens_with_that(frame: Frame, at: int) -> bool:
    return frame.low[at] == "that" and not frame.is_capital(at) and not points(frame, at)


def _past_aside(text: str, frame: Frame, last: int) -> int:
    """The end of what is reported, with the brackets behind it that the frame leaves out."""
    stop = frame.start[last + 1] if last + 1 < len(frame) else frame.sentence.end
    gap = text[frame.end[last] : stop]
    closing = gap.rfind(")")
    return frame.end[last] + closing + 1 if gap.startswith(" (") and closing > 0 else frame.end[last]


def _balanced(words: str, closing: str) -> bool:
    if closing in _OPENINGS:
        return words.count(_OPENINGS[closing]) >= words.count(closing)
    return words.count(closing) % 2 == 0
