"""Speech reported without quotation marks: the sentence less its attribution, and where that ends."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from nutgraf.reading.languages import classes as c
from nutgraf.reading.parts import Attribution
from nutgraf.reading.speech.comments import comments_on, leaves_scene
from nutgraf.reading.speech.frames import QUOTE, Frame, skip_helpers
from nutgraf.reading.speech.reports import Report
from nutgraf.reading.speech.trims import trimmed

_NO_CLAUSE = c.PREPOSITION | c.CIRCUMSTANCE | c.BARE_OBJECT
_CONDITIONS = frozenset({"if", "unless"})


def indirect_speech(text: str, frame: Frame, reports: Sequence[Report], used: Collection[int]) -> list[Attribution]:
    """The reported clauses of a sentence, for the reports that no quotation uses (`used`: tokens of their cues)."""
    found: list[Attribution] = []
    covered = -1
    for number, report in enumerate(reports):
        named = report.speaker is not None and report.speaker.name is not None
        nested = report.at <= covered and not report.carried
        if report.kind == "quote" or (nested and not named):
            continue
        if report.at in used:
            ranges = _before_quotation(text, frame, report)
            if ranges:
                found.append(told(text, frame, report, ranges))
            continue
        following = next(
            (r for r in reports[number + 1 :] if _takes_over(frame, r)),
            None,
        )
        ranges = _content(frame, report, following)
        if not ranges or any(_quotes(frame, *part) for part in ranges):
            continue
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


def _takes_over(frame: Frame, report: Report) -> bool:
    """A report that ends what is reported before it: it closes its sentence, opens a clause, or is a second verb."""
    if report.kind == "quote":
        return False
    closes = report.left > 0 and frame.low[report.left - 1] == "," and _ends_after(frame, report.content)
    divides = report.left > 1 and frame.low[report.left - 2] == "," and frame.of(report.left - 1, c.CONJUNCTION)
    joined = frame.low[report.left] == "," or frame.of(report.left, c.JOINT) or frame.of(report.left + 1, c.JOINT)
    second = report.carried and joined and (report.opener != "none" or _clausal(frame, report, len(frame) - 1))
    return closes or divides or second


def _ends_after(frame: Frame, at: int) -> bool:
    return True not in frame.word[at:] and QUOTE not in frame.low[at:]


def _content(frame: Frame, report: Report, following: Report | None) -> list[tuple[int, int]]:
    """Token ranges of what is reported: behind the clause, before it, or on both sides."""
    stop = _stop(frame, report, following)
    before = _before(frame, report)
    if report.kind == "phrase":
        behind = (report.content, stop) if report.opener == "comma" and report.content <= stop else None
        first = next((at for at in range(report.content, stop) if frame.is_word(at)), stop)
        hangs = frame.of(first, c.RELATIVE)  # "…, according to the study, “Salt,” which was printed in May"
        if before and behind and (hangs or _words(frame, *behind) < 2 or _quotes(frame, *behind)):
            behind = None
        return [part for part in (before, behind) if part]
    if report.content > stop or _words(frame, report.content, stop) == 0:
        return [before] if before else []
    if report.opener == "comma" and not report.carried:
        opens = frame.low[report.left] == "as" or (report.left == 0 and report.kind == "say")
        if before and _words(frame, report.content, stop) > 1:
            return [before, (report.content, stop)]
        return [(report.content, stop)] if before or opens or _clausal(frame, report, stop) else []
    if _clausal(frame, report, stop):
        return [(report.content, stop)]
    whole = before and report.opener != "colon" and _has_verb(frame, before[0] + 1, before[1] + 1)
    return [before] if before and whole else []


def _stop(frame: Frame, report: Report, following: Report | None) -> int:
    """The last token of what is reported behind a cue."""
    stop = len(frame) - 1 if report.stop is None else report.stop - 1
    if following:
        divides = (
            following.left > 1 and frame.low[following.left - 2] == "," and frame.of(following.left - 1, c.CONJUNCTION)
        )
        stop = min(stop, following.left - 1 - divides)
    first = report.content
    if ";" in frame.low[first:stop]:
        stop = frame.low.index(";", first, stop) - 1
    subordinate = report.speaker is not None and _subordinate(frame, report)
    for at in range(first + 2, stop):
        if frame.low[at] == "but" and _falls_silent(frame, at):
            return at - 1
        if frame.low[at] != ",":
            continue
        if subordinate or _turns_away(frame, report, at, stop):
            return at - 1
    return stop


def _subordinate(frame: Frame, report: Report) -> bool:
    """Whether the report stands in a clause of time, cause or kind: "When Pell said …, the town …", "Lee, who said …, won"."""
    assert report.speaker is not None
    if _within_relative(frame, report):
        return True
    if frame.any(c.RELATIVE, report.speaker.last + 1, report.at):
        return "," not in frame.low[report.speaker.last + 2 : report.at]  # not "Lee, who won, said"
    if not frame.of(0, c.SUBORDINATES) or report.left > 8:
        return False
    return "," not in frame.low[: report.left] or _is_apposed(frame, report)


def _is_apposed(frame: Frame, report: Report) -> bool:
    """Whether the only commas before a verb set off a name or an office of its subject: "Because the vet, Ann Lee, had said"."""
    commas = [at for at in range(report.at) if frame.low[at] == ","]
    verb, _ = skip_helpers(frame, report.at - 1, 0)
    return len(commas) == 2 and commas[1] == verb and not _has_verb(frame, 1, verb)


def _within_relative(frame: Frame, report: Report) -> bool:
    """Whether a report stands behind the relative pronoun of a clause: "the bridge, which he said had been closed, …"."""
    return frame.of(report.left - 1, c.RELATIVE) and frame.text(report.left - 2) == ","


def _turns_away(frame: Frame, report: Report, comma: int, stop: int) -> bool:
    """Whether the reporter goes on behind a comma: ", which angered …", ", but the players …", ", as the log shows", ", citing …", ", a claim that nobody believed"."""
    following = frame.text(comma + 1)
    if comments_on(frame, comma + 1) or leaves_scene(frame, report, comma):
        return True
    if following == "which":
        return _has_verb(frame, report.content + 1, comma) and "," not in frame.low[comma + 1 : stop]
    if following in {"citing", "quoting"}:
        return bool(report.bits & c.TELLS)
    if following == "but":
        return _falls_silent(frame, comma + 1) or _has_subject(frame, comma + 2, stop)
    if following == "as":
        return (
            not frame.of(comma + 2, c.ADVERB)
            and frame.text(comma + 2) not in {"well", "if", "though"}
            and _ends_with(frame, comma, stop)
        )
    return False


def _falls_silent(frame: Frame, but: int) -> bool:
    """What is said of the speaker: "but gave no details", "but did not say why", "but declined to comment"."""
    if frame.of(but + 1, c.ISSUES) and frame.text(but + 2) == "no":
        return True
    silent = frame.of(but + 1, c.NEGATION | c.DO | c.DID) and frame.low[but + 2 : but + 3] in {("not",), ("to",)}
    return silent and frame.of(but + 3, c.SAY | c.DISCLOSES)


def _ends_with(frame: Frame, comma: int, stop: int) -> bool:
    """Whether what begins with a comma goes on to the end without another, and has a verb."""
    return "," not in frame.low[comma + 1 : stop] and frame.any(c.VERB | c.AUXILIARY, comma + 3, stop + 1)


def _has_subject(frame: Frame, first: int, stop: int) -> bool:
    """Whether a clause with a subject of its own begins: "the players wore new boots"."""
    opens = frame.of(first, c.DETERMINER) or (first < len(frame) and frame.is_capital(first))
    return opens and _has_verb(frame, first + 1, stop + 1)


def _before(frame: Frame, report: Report) -> tuple[int, int] | None:
    """The clause that a report closes: "CLAUSE, X said"."""
    comma = report.left - 1
    if report.carried or comma < 2 or (frame.low[comma] != "," and report.kind != "phrase"):
        return None
    last = comma - 1 if frame.low[comma] == "," else comma
    adverbial = frame.of(0, c.ADVERBIAL) and not _is_condition(frame, last)
    if adverbial and _words(frame, 0, last) < 8 and "," not in frame.low[:last]:
        return None
    return (0, last) if _words(frame, 0, last) >= 2 else None


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
    if report.opener == "to":
        return _words(frame, first, stop) > 2
    if report.bits & c.DENIES and frame.text(first) == "having" and frame.of(first + 1, c.PAST | c.PAST_BE):
        return True  # "denied having ordered it"
    if first >= last or (
        frame.of(first, _NO_CLAUSE) and not (_counts(frame, first) and _plain_clause(frame, first, last))
    ):
        return False
    if report.kind != "say" and report.opener != "colon":
        return bool(report.bits & c.PLAIN) and _plain_clause(frame, first, last)
    pronoun = frame.of(first, c.PRONOUN)
    if report.bits & c.OBJECTS and report.opener == "none" and not pronoun and not _plain_clause(frame, first, last):
        return False  # "adds support for it"
    if frame.low[first].endswith("ing") and not frame.any(c.AUXILIARY, first, last):
        return False  # "denied ordering it"
    return (
        pronoun
        or frame.any(c.AUXILIARY, first, last)
        or _has_verb(frame, first + 1, last)
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


def _has_verb(frame: Frame, first: int, stop: int) -> bool:
    """Whether a finite verb, or what looks like one, stands there."""
    return any(_is_verb(frame, at) for at in range(first, stop))


def _is_verb(frame: Frame, at: int) -> bool:
    bits = frame.bits[at]
    if bits & c.AUXILIARY:
        return not (bits & c.MONTH and frame.text(at + 1)[:1].isdigit())
    finite = bits & c.VERB and bits & (c.PAST | c.THIRD) and not bits & (c.NOUN | c.NO_VERB | c.PERSON)
    return bool(finite) and not frame.of(at - 1, c.ARTICLE | c.POSSESSIVE)


def _plain_clause(frame: Frame, first: int, stop: int) -> bool:
    """A subject and its verb, with nothing between that opens another clause."""
    for at in range(first, stop):
        if frame.of(at, c.AUXILIARY) or (at > first and _is_verb(frame, at)):
            return at > first
        if frame.of(at, c.DIVIDES) or frame.low[at] in {",", ";", ":"}:
            return False
    return False
