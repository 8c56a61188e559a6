"""When, where and how something was said, between a cue and what it reports: "on Friday", "in a statement", "for the first time"."""

from __future__ import annotations

from nutgraf.reading.languages import classes as c
from nutgraf.reading.speech.frames import TIMES, Frame, is_verb, is_year

_STOPS = frozenset({",", ";", ":", ".", "!", "?", "—", "–", "--", "(", ")"})
_WHEN = TIMES | c.POINTS | c.DETERMINER | c.ADVERB | c.PREPOSITION
_REACH = 16
"""Tokens of circumstances between a cue and what it reports."""


def past_circumstances(frame: Frame, first: int) -> int:
    """Past "on Friday", "in a statement", "for the first time", "repeatedly" and the like, where the reported clause follows."""
    at = past_days(frame, first)
    if frame.text(at) == "," and frame.of(at + 1, c.ADVERB) and frame.text(at + 2) == ",":
        at += 3  # "warned, however, that"
    opening = at
    if not frame.of(at, c.CIRCUMSTANCE | c.MANNER | c.ADVERB | c.DETERMINER | c.POINTS | c.PERIOD):
        return at
    placed = frame.of(at, c.CIRCUMSTANCE) or (frame.of(at, c.ADVERB) and frame.text(at + 1) in {"before", "after"})
    past = at
    for ahead in range(at, min(len(frame), at + _REACH)):
        if frame.segment[ahead] >= 0 and placed:
            return ahead
        past = past_date(frame, ahead) if past <= ahead else past
        if past > ahead:
            continue
        low = frame.low[ahead]
        if low in {"that", "whether"} and ahead > opening:
            # "without any proof that"
            bare = frame.of(opening, c.NEGATION) and not frame.any(c.ARTICLE, opening, ahead)
            short = ahead == opening + 2 or frame.of(ahead - 1, c.PERIOD) or bare
            manner = frame.of(opening, c.MANNER) and short
            whens = placed or manner or _tells_when(frame, opening, ahead)
            return ahead if whens and not frame.of(ahead + 1, c.AUXILIARY) else opening
        if low in {":", ","} and placed:
            return ahead
        if low in _STOPS:
            wearily = low == ":" and all(bits & c.ADVERB for bits in frame.bits[opening:ahead])
            return ahead if placed or wearily else opening
        verbal = (
            frame.of(ahead, c.AUXILIARY | c.CONJUNCTION)
            or frame.of(ahead, c.SAY)
            or (frame.of(ahead, c.CUE) and is_verb(frame, ahead))
        )
        if verbal and ahead > opening:
            break
        if ahead > opening + 1 and frame.of(opening, c.CIRCUMSTANCE | c.MANNER) and opens_clause(frame, ahead):
            return ahead
    return opening


def opens_clause(frame: Frame, at: int) -> bool:
    """Whether a clause without "that" begins behind a circumstance: "said in a statement [it had sold the mill]".

    Not where it tells more of a noun before it: "in a statement [he released]", "in a speech [the mayor had given] that".
    """
    before = frame.of(at - 1, c.FUNCTION | c.ADJECTIVE) and not frame.of(at - 1, TIMES)
    pronoun = frame.of(at, c.PRONOUN) and not frame.of(at, c.RELATIVE)
    if before or not (pronoun or frame.of(at, c.ARTICLE | c.POSSESSIVE)):
        return False
    for verb in range(at + 1, min(len(frame) - 1, at + (2 if pronoun else _LONGEST_SUBJECT))):
        if frame.of(verb, c.AUXILIARY) or is_verb(frame, verb):
            hangs = "that" in frame.low[verb : verb + _LONGEST_SUBJECT] and not frame.of(verb, c.CUE)
            return not (hangs or frame.of(verb, c.ISSUES))
        if not frame.is_word(verb) or frame.of(verb, c.DIVIDES | c.SUBORDINATES):
            return False
    return False


_LONGEST_SUBJECT = 7


def past_days(frame: Frame, first: int) -> int:
    """Past days, with or without a preposition, and the adverbs beside them: "on Monday morning", "earlier this week", "May 3"."""
    at = first
    while at < len(frame):
        if (
            frame.of(at, c.WEEKDAY | c.DAY_WORD)
            or (at > first and frame.of(at, c.PART_OF_DAY))
            or frame.low[at] in {"earlier", "later", "also", "again"}
        ):
            at += 1
        elif (
            frame.low[at] in {"this", "that", "last"}
            and frame.of(noun := at + 1 + frame.of(at + 1, c.POINTS), c.PERIOD | c.PART_OF_DAY | c.SEASON | c.TIME_UNIT)
            and frame.text(noun + 1) != "of"
            and not frame.of(noun + 1, c.AUXILIARY)
            and not _is_noun(frame, noun + 1)
        ):
            at = noun + 1
        elif (time := _past_ago(frame, at) or past_date(frame, at)) > at:
            at = time
        elif frame.low[at] in {"late", "early", "on"} and (
            frame.of(at + 1, c.WEEKDAY | c.MONTH) or (frame.low[at] != "on" and frame.text(at + 1) == "on")
        ):
            at += 1 + frame.of(at + 1, c.WEEKDAY | c.MONTH)
        elif at > first and frame.low[at].isdigit() and (frame.of(at - 1, c.MONTH) or frame.low[at - 1].isdigit()):
            at += 1
        else:
            break
    return at


def _past_ago(frame: Frame, first: int) -> int:
    """Past "two weeks ago", "a year ago"; 0 where none begins."""
    if frame.low[first + 2 : first + 3] != ("ago",) or not frame.of(first + 1, c.PERIOD):
        return 0
    return first + 3


def past_date(frame: Frame, first: int) -> int:
    """Past a date: "on 3 May 2024", "on the 3rd of May", "May 3"; "in May", "in 2024" only before "that" or a subject, as they may be told, too."""
    if frame.text(first) not in _OPENS_DATE and not frame.of(first, c.MONTH) and not _is_day(frame, first):
        return first
    preposition = frame.text(first) in {"on", "in"}
    at = first + preposition
    at += frame.text(at) in PART_OF_TIME or frame.text(at) == "last"
    nth = frame.of(at + 1, c.ORDINAL) or frame.text(at + 1)[:-2].isdigit()
    if frame.text(at) == "the" and nth and frame.text(at + 2) == "of":
        day, at = frame.of(at + 3, c.MONTH), at + 3
    else:
        day = _is_day(frame, at) and frame.of(at + 1, c.MONTH)
        at += day
    month, at = at, at + frame.of(at, c.MONTH)
    if at > month and _is_day(frame, at):
        day, at = True, at + 1
    year = at + (day and frame.text(at) == "," and at > month)
    if is_year(frame, year):
        at = year + 1
    if day and (preposition or not frame.is_capital(at)):
        return at
    told = at > first + preposition and (preposition or frame.low[first] == "last")
    return at if told and (not frame.is_word(at) or frame.of(at, c.THAT | c.PRONOUN | c.DETERMINER)) else first


def _is_day(frame: Frame, at: int) -> bool:
    return 0 < len(frame.text(at)) <= _DIGITS_OF_DAY and frame.low[at].isdigit()


_DIGITS_OF_DAY = 2
PART_OF_TIME = frozenset({"early", "late", "mid"})
_OPENS_DATE = PART_OF_TIME | {"on", "in", "last", "the"}


def _is_noun(frame: Frame, at: int) -> bool:
    """Whether a plain word stands there: "demanded that night shifts end", not "said that night he left"."""
    return frame.is_word(at) and not frame.is_capital(at) and not frame.of(at, c.FUNCTION | c.ADVERB)


def _tells_when(frame: Frame, first: int, stop: int) -> bool:
    """Whether a run of words tells when or how something was said: "the following day", "repeatedly", "again and again"."""
    whens = all(frame.of(at, _WHEN) or frame.low[at] in {"and", "more"} for at in range(first, stop))
    return whens and frame.any(c.POINTS | c.ADVERB, first, stop)


def past_aside(frame: Frame, comma: int) -> int:
    """The "that" behind an aside between commas: "said, on May 3, 2024, that"; `comma` where there is none."""
    if comma + 1 >= len(frame) or frame.low[comma] != ",":
        return comma
    described = frame.of(comma + 1, c.RELATIVE) or frame.low[comma + 1] == "where"
    for at in range(comma + 1, min(len(frame) - 1, comma + _REACH)):
        low = frame.low[at]
        verb = frame.of(at, c.AUXILIARY) and not (frame.of(at, c.MONTH) and frame.is_capital(at))
        if frame.segment[at] >= 0 or low in _STOPS - {","} or (verb and not described):
            return comma
        if low == "that" and frame.low[at - 1] == "," and not frame.of(at + 1, c.AUXILIARY):
            return at
    return comma
