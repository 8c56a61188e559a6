"""Speech reported without quotation marks: the sentence less its attribution."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from nutgraf.reading.frames import Frame, is_word
from nutgraf.reading.lexicon import PRONOUNS
from nutgraf.reading.parts import Attribution, Offsets
from nutgraf.reading.reports import Report

_FINITE = frozenset(
    "is are was were has have had will would can could may might must should do does did isn't aren't wasn't weren't "
    "hasn't haven't hadn't won't wouldn't can't couldn't shouldn't don't doesn't didn't it's they're he's she's there's".split()
)
_PREDICATES = frozenset(
    "began took came went made became remains needs wants plans expects means makes gives left lost won met saw told found "
    "held fell rose ran got knew sent brought built bought put set cut hit led paid shot fled grew stood gave kept felt "
    "broke chose drew drove fought meant spent spoke stole wrote lies seems looks goes comes runs takes".split()
)
_NO_CLAUSE = frozenset(
    "so nothing little more much in at on for of by to no anything something about with as from".split()
)
_ADVERBIAL = frozenset("on in at of during after before by for with as when while if according meanwhile".split())
_ENDS = frozenset(".!?,;:…\"”’'»)]–—-")


def indirect_speech(text: str, frame: Frame, reports: Sequence[Report], used: Collection[int]) -> list[Attribution]:
    """The reported clauses of a sentence, for the reports that no quotation uses (`used`: tokens of their cues)."""
    found: list[Attribution] = []
    covered = -1
    for number, report in enumerate(reports):
        nested = report.at <= covered and not report.carried
        if report.at in used or report.kind == "quote" or (nested and report.speaker.name is None):
            continue
        following = next((r for r in reports[number + 1 :] if r.carried or _closes(frame, r)), None)
        ranges = _content(frame, report, following)
        if not ranges or any(frame.segment[at] >= 0 for first, last in ranges for at in range(first, last + 1)):
            continue
        content = tuple(_trimmed(text, frame, first, last) for first, last in ranges)
        if any(end - start < 3 for start, end in content):
            continue
        covered = max(covered, ranges[-1][1])
        found.append(
            Attribution(
                segments=(),
                sentence=frame.sentence.number,
                content=content,
                speaker=report.speaker.offsets,
                cue=report.cue,
                addressee=report.addressee,
                sure=not report.carried,
            )
        )
    return found


def _closes(frame: Frame, report: Report) -> bool:
    """The report ends its sentence: ", according to X."."""
    return report.left > 0 and frame.low[report.left - 1] == "," and _ends_after(frame, report.content)


def _ends_after(frame: Frame, at: int) -> bool:
    return not any(is_word(frame, here) or frame.segment[here] >= 0 for here in range(at, len(frame)))


def _content(frame: Frame, report: Report, following: Report | None) -> list[tuple[int, int]]:
    """Token ranges of what is reported: behind the clause, before it, or on both sides."""
    stop = following.left - 1 if following else len(frame) - 1
    stop = next((at - 1 for at in range(report.content, stop) if frame.low[at] == ";"), stop)
    before = _before(frame, report)
    if report.kind == "phrase":
        behind = (report.content, stop) if report.opener == "comma" and report.content <= stop else None
        if before and behind and _words(frame, *behind) < 2:
            behind = None
        return [part for part in (before, behind) if part]
    if report.content > stop or _words(frame, report.content, stop) == 0:
        return [before] if before else []
    if report.opener == "comma" and not report.carried:
        opens = report.left == 0 or frame.low[report.left] == "as"
        if before and _words(frame, report.content, stop) > 1:
            return [before, (report.content, stop)]
        return [(report.content, stop)] if before or opens or _clausal(frame, report, stop) else []
    return [(report.content, stop)] if _clausal(frame, report, stop) else []


def _before(frame: Frame, report: Report) -> tuple[int, int] | None:
    """The clause that a report closes: "CLAUSE, X said"."""
    comma = report.left - 1
    if report.carried or comma < 2 or (frame.low[comma] != "," and report.kind != "phrase"):
        return None
    last = comma - 1 if frame.low[comma] == "," else comma
    if frame.low[0] in _ADVERBIAL and _words(frame, 0, last) < 8 and "," not in frame.low[:last]:
        return None
    return (0, last) if _words(frame, 0, last) >= 2 else None


def _words(frame: Frame, first: int, last: int) -> int:
    return sum(is_word(frame, at) for at in range(first, last + 1))


def _clausal(frame: Frame, report: Report, stop: int) -> bool:
    """Whether a clause follows, and not an object ("denied the charges") or a place ("said in Kyiv")."""
    if report.opener in {"that", "question"}:
        return True
    if report.kind != "say" and report.opener != "colon":
        return False
    words = frame.low[report.content : min(stop + 1, report.content + 30)]
    if not words or words[0] in _NO_CLAUSE:
        return False
    if words[0] in PRONOUNS or any(word in _FINITE or word in _PREDICATES for word in words):
        return True
    return any(word.endswith("ed") and len(word) > 4 for word in words[1:]) or (
        report.lemma in {"say", "tell"} and len(words) > 4
    )


def _trimmed(text: str, frame: Frame, first: int, last: int) -> Offsets:
    while (
        first < last
        and not is_word(frame, first)
        and frame.low[first] not in {"(", "[", "$", "#", "@", "“", '"', "‘", "€", "£"}
    ):
        first += 1
    if first < last and frame.low[first] == "that":
        first += 1
    start, end = frame.start[first], frame.end[last]
    while end > start and (text[end - 1] in _ENDS or text[end - 1].isspace()):
        if text[end - 1] in "\"”’'»)]" and _balanced(text[start:end], text[end - 1]):
            break
        end -= 1
    return start, end


_OPENINGS = {"”": "“", "»": "«", ")": "(", "]": "[", "’": "‘"}


def _balanced(words: str, closing: str) -> bool:
    if closing in _OPENINGS:
        return words.count(_OPENINGS[closing]) >= words.count(closing)
    return words.count(closing) % 2 == 0
