"""Speech reported without quotation marks: the sentence less its attribution, and where that ends."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from nutgraf.reading.languages import classes as c
from nutgraf.reading.parts import Attribution, Offsets
from nutgraf.reading.speech.ends import less_main_clause, stop_of
from nutgraf.reading.speech.frames import QUOTE, Frame, has_verb, is_verb
from nutgraf.reading.speech.reports import Report, closes, points
from nutgraf.reading.text.sentences import SHORTENED

_NO_CLAUSE = c.PREPOSITION | c.CIRCUMSTANCE | c.BARE_OBJECT
_SUBJECTS = c.PRONOUN | c.ARTICLE | c.POSSESSIVE
_BEFORE = c.PREPOSITION | c.CONJUNCTION | c.ADVERB | c.QUANTIFIER | c.POSTPOSITION
_DASHES = frozenset({"—", "–"})
_CONDITIONS = frozenset({"if", "unless"})
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
    for number, report in enumerate(reports):
        named = report.speaker is not None and report.speaker.name is not None
        nested = report.at <= covered and not report.carried
        thought = report.at <= covered and _is_thought(frame, report)
        if report.kind == "quote" or (nested and not named) or thought:
            continue
        if report.at in used:
            ranges = _before_quotation(text, frame, report)
            if ranges:
                found.append(told(text, frame, report, ranges))
            continue
        following = next(
            (r for r in reports[number + 1 :] if takes_over(frame, r)),
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


def _before_quotation(text: str, frame: Frame, report: Report) -> list[tuple[int, int]]:
    """Whole clauses between a cue and the quoted sentence that bears them out: X said it was late, "We ran."."""
    if report.kind != "say" or report.opener not in {"none", "that"} or report.right != report.at:
        return []
    quote = next((at for at in range(report.content, len(frame)) if frame.segment[at] >= 0), len(frame))
    if quote >= len(frame) or quote - report.content < 5 or frame.low[quote - 1] != ",":
        return []
    opening = text[frame.start[quote] + 1 : frame.end[quote]].lstrip()[:1]
    if (
        not opening.isupper()
        or frame.of(report.content, _NO_CLAUSE)
        or not frame.any(c.AUXILIARY, report.content, quote - 1)
    ):
        return []
    return [(report.content, quote - 2)]


def takes_over(frame: Frame, report: Report) -> bool:
    """A report that ends what is reported before it: it closes its sentence, opens a clause, or is a second verb."""
    if report.kind == "quote":
        return False
    closes = report.left > 0 and frame.low[report.left - 1] == "," and _ends_after(frame, report.content)
    divides = report.left > 1 and frame.low[report.left - 2] == "," and frame.of(report.left - 1, c.CONJUNCTION)
    joined = frame.low[report.left] == "," or frame.of(report.left, c.JOINT) or frame.of(report.left + 1, c.JOINT)
    second = (
        report.carried
        and joined
        and not _is_thought(frame, report)
        and (report.opener != "none" or _clausal(frame, report, len(frame) - 1))
    )
    return closes or divides or second


def _is_thought(frame: Frame, report: Report) -> bool:
    """Whether a verb of thought stands behind a bare "and": "said she had heard the windows burst and feared the roof would follow"."""
    return (
        report.carried
        and frame.of(report.at, c.THINKS)
        and frame.of(report.at - 1, c.JOINT)
        and report.opener != "that"
    )


def _ends_after(frame: Frame, at: int) -> bool:
    return True not in frame.word[at:] and QUOTE not in frame.low[at:]


def content(frame: Frame, report: Report, following: Report | None) -> list[tuple[int, int]]:
    """Token ranges of what is reported: behind the clause, before it, or on both sides."""
    if frame.text(report.left - 1) in _DASHES and frame.text(report.content) in _DASHES:
        report = report._replace(opener="comma", content=report.content + 1)  # "The ship – Ann Lee says – was late"
    stop = stop_of(frame, report, following)
    ahead = before(frame, report)
    if report.kind == "phrase":
        behind = (report.content, stop) if report.opener == "comma" and report.content <= stop else None
        first = next((at for at in range(report.content, stop) if frame.is_word(at)), stop)
        hangs = frame.of(first, c.RELATIVE)  # "…, according to the study, “Salt,” which was printed in May"
        short = behind is not None and _words(frame, *behind) < 2 and closes(frame, report.left)
        if ahead and behind and (hangs or short or _quotes(frame, *behind)):
            behind = None
        return [part for part in (ahead, behind) if part]
    if report.content > stop or _words(frame, report.content, stop) == 0:
        return [ahead] if ahead else []
    if report.opener == "comma" and not report.carried:
        opens = frame.low[report.left] == "as" or (report.left == 0 and report.kind == "say")
        on = _words(frame, report.content, stop) > 1 or _quotes(frame, report.content, stop)
        if ahead and (on or not closes(frame, report.left)):
            return [ahead, (report.content, stop)]
        return [(report.content, stop)] if ahead or opens or _clausal(frame, report, stop) else []
    if _clausal(frame, report, stop):
        return [(report.content, stop)]
    deed = frame.of(report.at, c.OBJECTS) and frame.of(report.content, c.DETERMINER)  # "…, Tom, added a third"
    whole = ahead and not deed and report.opener != "colon" and has_verb(frame, ahead[0] + 1, ahead[1] + 1)
    return [ahead] if ahead and whole else []


def before(frame: Frame, report: Report) -> tuple[int, int] | None:
    """The clause that a report closes: "CLAUSE, X said"."""
    comma = report.left - 1
    # "Fares, X said, will rise": one word and its verb.
    goes_on = report.opener == "comma" and frame.of(report.content, c.AUXILIARY) and not frame.of(0, c.ADVERB)
    if report.carried or comma < 2 - goes_on:
        return None
    marked = frame.low[comma] == "," or (frame.low[comma] in _DASHES and report.opener == "comma")
    if not (marked or report.kind == "phrase"):
        return None
    last = comma - marked
    adverbial = frame.of(0, c.ADVERBIAL) and not _is_condition(frame, last)
    if adverbial and _words(frame, 0, last) < 8 and "," not in frame.low[:last]:
        return None
    return (0, last) if _words(frame, 0, last) >= 2 - goes_on else None


def _is_condition(frame: Frame, last: int) -> bool:
    """Whether what opens a sentence is a condition of what is reported: "If that fails, she said, …", not "If asked, …"."""
    return frame.low[0] in _CONDITIONS and _words(frame, 0, last) > 2 and not frame.any(c.ASKS, 1, last + 1)


def _quotes(frame: Frame, first: int, last: int) -> bool:
    return QUOTE in frame.low[first : last + 1]


def _words(frame: Frame, first: int, last: int) -> int:
    return frame.word[first : last + 1].count(True)


def _clausal(frame: Frame, report: Report, stop: int) -> bool:
    """Whether a clause follows, and not an object ("denied the charges") or a place ("said in Kyiv")."""
    first, last = report.content, min(stop + 1, report.content + 30)
    if report.bits & c.NOUN and frame.of(first, c.AUXILIARY):
        return False  # "Their individual claims were upheld"
    if report.opener in {"that", "question"}:
        return True
    if report.bits & c.SAY and report.bits & c.ADDRESSES and report.addressee is None and report.opener == "none":
        return False  # "told jokes all evening"
    if report.opener == "to":
        return _words(frame, first, stop) > 2
    if report.bits & c.DENIES and frame.text(first) == "having" and frame.of(first + 1, c.PAST | c.PAST_BE):
        return True  # "denied having ordered it"
    if first >= last or (
        frame.of(first, _NO_CLAUSE) and not (_counts(frame, first) and _plain_clause(frame, first, last))
    ):
        return False
    if report.kind != "say" and report.opener != "colon":
        plain = report.bits & c.PLAIN and report.opener == "none"
        return bool(plain) and _plain_clause(frame, first, last, alone=True)
    pronoun = frame.of(first, c.PRONOUN)
    if report.bits & c.OBJECTS and report.opener == "none" and not pronoun and not _plain_clause(frame, first, last):
        return False  # "adds support for it"
    if frame.low[first].endswith("ing") and not frame.any(c.AUXILIARY, first, last):
        return False  # "denied ordering it"
    return (
        pronoun
        or frame.any(c.AUXILIARY, first, last)
        or has_verb(frame, first + 1, last)
        or bool(report.bits & c.SAY and last - first > 4)
    )


def _counts(frame: Frame, first: int) -> bool:
    """Not "said little" or "said in Kyiv" but "more than 400 …", "at least 40 …", "no one …"."""
    following = frame.text(first + 1)
    return (
        frame.of(first, c.BARE_OBJECT)
        or (frame.low[first], following) == ("at", "least")
        or (frame.low[first] == "about" and following[:1].isdigit())
    )


def _plain_clause(frame: Frame, first: int, stop: int, *, alone: bool = False) -> bool:
    """A subject and its verb, with nothing between that opens another clause; `alone`: nor another subject ("recalled the day he left")."""
    for at in range(first, stop):
        if alone and at > first and frame.of(at, _SUBJECTS) and frame.is_word(at - 1) and not frame.of(at - 1, _BEFORE):
            return False
        if frame.of(at, c.AUXILIARY) or (at > first and is_verb(frame, at) and not _of_name(frame, at)):
            return at > first and not (alone and frame.of(at - 1, c.PREPOSITION))
        if frame.of(at, c.DIVIDES) or frame.low[at] in {",", ";", ":"}:
            return False
    return False


def _of_name(frame: Frame, at: int) -> bool:
    """Whether a past form stands in a name or tells one: "wrote “Gone by Noon”", "wrote a novel titled “Salt”"."""
    tells = frame.of(at, c.ENTITLES | c.NAMES) or frame.low[at] == "called"
    return frame.is_capital(at) or (tells and at + 1 < len(frame) and not frame.raw[at + 1][0].islower())


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
