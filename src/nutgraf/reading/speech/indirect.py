"""Speech reported without quotation marks: the sentence less its attribution."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.cues import CUES
from nutgraf.reading.languages.en.vocabulary import WORDS
from nutgraf.reading.parts import Attribution, Offsets
from nutgraf.reading.speech.frames import QUOTE, Frame, is_capital, is_word
from nutgraf.reading.speech.reports import Report

CONJUNCTIONS = WORDS.any_of(c.CONJUNCTION)
FINITE_VERBS = WORDS.any_of(c.AUXILIARY)
PRONOUNS = WORDS.any_of(c.PRONOUN)


_PREDICATES = frozenset(
    "began took came went made became remains needs wants plans expects means makes gives left lost won met saw told found "
    "held fell rose ran got knew sent brought built bought put set cut hit led paid shot fled grew stood gave kept felt "
    "broke chose drew drove fought meant spent spoke stole wrote lies seems looks goes comes runs takes".split()
)
_VERBS = FINITE_VERBS | _PREDICATES
_NO_CLAUSE = frozenset(
    "so not nothing little more much in at on for of by to no anything something about with as from outside inside near "
    "before after during through via over".split()
)
_AMOUNTS = frozenset({"more", "no", "nothing", "little", "much"})
_ADVERBIAL = frozenset("on in at of during after before by for with as when while if according meanwhile".split())
_FINDING = frozenset({"find", "show", "announce", "confirm", "feel", "predict", "forecast", "agree"})
"""Verbs that report a clause without "that" too, where no plain object stands there."""
_PLAINLY = frozenset({"add", "maintain", "observe", "note", "acknowledge", "write", "tweet"})
_DIVIDING = frozenset("and or but that which who whose what where when while to , ; :".split())
_SILENCES = frozenset({("did", "not"), ("does", "not"), ("declined", "to"), ("declines", "to")})
_DISCLOSING = frozenset("say elaborate specify disclose identify name give provide comment explain".split())
_ENDS = frozenset(".!?,;:…\"”’'»)]–—-")


def indirect_speech(text: str, frame: Frame, reports: Sequence[Report], used: Collection[int]) -> list[Attribution]:
    """The reported clauses of a sentence, for the reports that no quotation uses (`used`: tokens of their cues)."""
    found: list[Attribution] = []
    covered = -1
    for number, report in enumerate(reports):
        nested = report.at <= covered and not report.carried
        if report.kind == "quote" or (nested and report.speaker.name is None):
            continue
        if report.at in used:
            ranges = _before_quotation(text, frame, report)
            if ranges:
                found.append(_told(text, frame, report, ranges))
            continue
        following = next(
            (r for r in reports[number + 1 :] if r.carried or _closes(frame, r) or _divides(frame, r)), None
        )
        ranges = _content(frame, report, following)
        if not ranges or any(_quotes(frame, *part) for part in ranges):
            continue
        told = _told(text, frame, report, ranges)
        if any(end - start < 3 for start, end in told.content):
            continue
        covered = max(covered, ranges[-1][1])
        found.append(told)
    return found


def _told(text: str, frame: Frame, report: Report, ranges: Sequence[tuple[int, int]]) -> Attribution:
    return Attribution(
        segments=(),
        sentence=frame.sentence.number,
        content=tuple(_trimmed(text, frame, first, last) for first, last in ranges),
        speaker=report.speaker.offsets,
        cue=report.cue,
        addressee=report.addressee,
        sure=not report.carried,
    )


def _before_quotation(text: str, frame: Frame, report: Report) -> list[tuple[int, int]]:
    """Whole clauses between a cue and the quoted sentence that bears them out: X said it was late, "We ran."."""
    if report.kind != "say" or report.opener not in {"none", "that"} or report.right != report.at:
        return []
    quote = next((at for at in range(report.content, len(frame)) if frame.segment[at] >= 0), len(frame))
    if quote >= len(frame) or quote - report.content < 5 or frame.low[quote - 1] != ",":
        return []
    opening = text[frame.start[quote] + 1 : frame.end[quote]].lstrip()[:1]
    clause = frame.low[report.content : quote - 1]
    if not opening.isupper() or clause[0] in _NO_CLAUSE or FINITE_VERBS.isdisjoint(clause):
        return []
    return [(report.content, quote - 2)]


def _closes(frame: Frame, report: Report) -> bool:
    """The report ends its sentence: ", according to X."."""
    return report.left > 0 and frame.low[report.left - 1] == "," and _ends_after(frame, report.content)


def _divides(frame: Frame, report: Report) -> bool:
    """A clause of its own with its own speaker: ", but the union said"."""
    return report.left > 1 and frame.low[report.left - 2] == "," and frame.low[report.left - 1] in CONJUNCTIONS


def _ends_after(frame: Frame, at: int) -> bool:
    return True not in frame.word[at:] and QUOTE not in frame.low[at:]


def _content(frame: Frame, report: Report, following: Report | None) -> list[tuple[int, int]]:
    """Token ranges of what is reported: behind the clause, before it, or on both sides."""
    stop = following.left - 1 if following else len(frame) - 1
    if following and _divides(frame, following):
        stop -= 1
    if "who" in frame.low[report.speaker.last + 1 : report.at]:
        stop = _before_mark(frame, ",", report.content, stop)
    stop = _before_silence(frame, report, _before_mark(frame, ";", report.content, stop))
    before = _before(frame, report)
    if report.kind == "phrase":
        behind = (report.content, stop) if report.opener == "comma" and report.content <= stop else None
        if before and behind and (_words(frame, *behind) < 2 or _quotes(frame, *behind)):
            behind = None
        return [part for part in (before, behind) if part]
    if report.content > stop or _words(frame, report.content, stop) == 0:
        return [before] if before else []
    if report.opener == "comma" and not report.carried:
        opens = report.left == 0 or frame.low[report.left] == "as"
        if before and _words(frame, report.content, stop) > 1:
            return [before, (report.content, stop)]
        return [(report.content, stop)] if before or opens or _clausal(frame, report, stop) else []
    if _clausal(frame, report, stop):
        return [(report.content, stop)]
    whole = before and report.opener != "colon" and _has_verb(frame.low[before[0] : before[1] + 1])
    return [before] if before and whole else []


def _before_mark(frame: Frame, mark: str, first: int, stop: int) -> int:
    """The token before the first such mark from `first` on, or `stop`."""
    return frame.low.index(mark, first, stop) - 1 if first < stop and mark in frame.low[first:stop] else stop


def _before_silence(frame: Frame, report: Report, stop: int) -> int:
    """The token before "but did not say why" or ", citing police", which is said of the speaker; else `stop`."""
    for at in range(report.content + 2, stop - 1):
        verb, middle, last = (*frame.low[at + 1 : at + 4], "", "")[:3]
        if frame.low[at] == "," and verb in {"citing", "quoting"} and report.lemma == "report":
            return at - 1
        if frame.low[at] == "but" and (
            (verb in {"gave", "offered", "provided"} and middle == "no")
            or (last in _DISCLOSING and (verb, middle) in _SILENCES)
        ):
            return at - 1
    return stop


def _before(frame: Frame, report: Report) -> tuple[int, int] | None:
    """The clause that a report closes: "CLAUSE, X said"."""
    comma = report.left - 1
    if report.carried or comma < 2 or (frame.low[comma] != "," and report.kind != "phrase"):
        return None
    last = comma - 1 if frame.low[comma] == "," else comma
    if frame.low[0] in _ADVERBIAL and _words(frame, 0, last) < 8 and "," not in frame.low[:last]:
        return None
    return (0, last) if _words(frame, 0, last) >= 2 else None


def _quotes(frame: Frame, first: int, last: int) -> bool:
    return QUOTE in frame.low[first : last + 1]


def _words(frame: Frame, first: int, last: int) -> int:
    return frame.word[first : last + 1].count(True)


def _clausal(frame: Frame, report: Report, stop: int) -> bool:
    """Whether a clause follows, and not an object ("denied the charges") or a place ("said in Kyiv")."""
    if CUES[frame.low[report.at]].noun and frame.low[report.content] in FINITE_VERBS:
        return False  # "Their individual claims were upheld"
    if report.opener in {"that", "question"}:
        return True
    words = frame.low[report.content : min(stop + 1, report.content + 30)]
    if not words or (words[0] in _NO_CLAUSE and not (_counts(words) and _plain_clause(words))):
        return False
    if report.kind != "say" and report.opener != "colon":
        return report.lemma in _FINDING and _plain_clause(words)
    if report.lemma in _PLAINLY and words[0] not in PRONOUNS and not _plain_clause(words):
        return False  # "adds support for it"
    if words[0].endswith("ing") and FINITE_VERBS.isdisjoint(words):
        return False  # "denied ordering it"
    if words[0] in PRONOUNS or not _VERBS.isdisjoint(words):
        return True
    return any(word.endswith("ed") and len(word) > 4 for word in words[1:]) or (
        report.lemma in {"say", "tell"} and len(words) > 4
    )


def _counts(words: Sequence[str]) -> bool:
    """Not "said little" or "said in Kyiv" but "more than 400 …", "at least 40 …", "no one …"."""
    return len(words) > 1 and (
        words[0] in _AMOUNTS or words[:2] == ("at", "least") or (words[0] == "about" and words[1][:1].isdigit())
    )


def _has_verb(words: Sequence[str]) -> bool:
    return any(
        (word in FINITE_VERBS and not (word == "may" and words[at + 1 : at + 2] and words[at + 1][0].isdigit()))
        or word in _PREDICATES
        or (word.endswith("ed") and len(word) > 4)
        for at, word in enumerate(words)
        if at
    )


def _plain_clause(words: Sequence[str]) -> bool:
    """A subject and its verb, with nothing between that opens another clause."""
    for at, word in enumerate(words):
        if word in FINITE_VERBS or (at and (word in _PREDICATES or (word.endswith("ed") and len(word) > 4))):
            return at > 0
        if word in _DIVIDING:
            return False
    return False


def _trimmed(text: str, frame: Frame, first: int, last: int) -> Offsets:
    while (
        first < last
        and not is_word(frame, first)
        and frame.low[first] not in {"(", "[", "$", "#", "@", "“", '"', "‘", "€", "£"}
    ):
        first += 1
    while first < last and (
        frame.low[first] in {"and", "but", ",", "then", "or"}
        or (frame.low[first] == "that" and not is_capital(frame, first) and frame.low[first + 1] not in FINITE_VERBS)
    ):
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
