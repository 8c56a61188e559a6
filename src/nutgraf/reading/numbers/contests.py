"""Results of contests: scores and votes, and what a clock measured."""

from __future__ import annotations

import re
from decimal import Decimal

from nutgraf.reading.languages import classes as c
from nutgraf.reading.numbers.frames import Frame, Mention
from nutgraf.reading.numbers.names import follows_name
from nutgraf.reading.numbers.pairs import DASHES
from nutgraf.reading.numbers.quantities import noun_of
from nutgraf.reading.parts import Amount

_CLOCK = re.compile(r"(\d{1,3}):([0-5]\d):([0-5]\d)(\.\d{1,3})?(?![\d:])|(\d{1,3}):([0-5]\d)(\.\d{1,3})?(?![\d:])")
_HIGHEST_SCORE = 999
_SEXAGESIMAL = 60


def finishing_time(frame: Frame, index: int) -> Amount | None:
    """What a clock measured: "won in 2:41:07", "a mile in 3:52.4"; in seconds. No time of day: "at 10:15:30"."""
    mention = frame.mentions[index]
    match = _CLOCK.match(frame.text, mention.at)
    if match is None:
        return None
    word = frame.before(mention.at).lower()
    if match[1]:
        if frame.bits(word) & c.CLOCK:
            return None
        seconds = (Decimal(match[1]) * _SEXAGESIMAL + Decimal(match[2])) * _SEXAGESIMAL + Decimal(
            match[3] + (match[4] or "")
        )
    else:
        if not (match[7] or word in frame.numbers.links.within):
            return None
        seconds = Decimal(match[5]) * _SEXAGESIMAL + Decimal(match[6] + (match[7] or ""))
    used = sum(mention.at <= other.at < match.end() for other in frame.mentions[index : index + 4])
    return Amount(mention.at, match.end(), seconds, unit=frame.numbers.links.seconds, kind="duration", used=used)


def score(frame: Frame, index: int) -> Amount | None:
    """The result of a game or a vote: "beat them 4-2", "a 217-203 vote", "won by three goals to one"."""
    one, other = frame.mentions[index], frame.next(index)
    if other is None or not _plain(one) or not _plain(other) or one.kind or other.kind:
        return None
    joint = frame.low[one.stop : other.at]
    sides = joint == frame.numbers.links.score and other.stop - other.at == 1  # "5:2"; not "20:15", a time
    dash = sides or joint.strip() in DASHES
    if not dash and joint.strip(" -") != frame.numbers.links.to:
        return None
    text, edge = frame.text, frame.text[other.stop : other.stop + 2]
    if dash and (
        edge[:1] in {"-", "–", "/"} or (edge[:1] in {".", ",", ":"} and edge[1:].isdigit()) or edge[:1].isalpha()
    ):
        return None
    if dash and any(len(text[m.at : m.stop]) > 1 and text[m.at] == "0" for m in (one, other)):
        return None
    contest = _contest(frame, one.at, other.stop) or (dash and _stands_between_names(frame, one, other))
    if text[max(0, one.at - 1) : one.at].isalnum() or (not contest and follows_name(frame, one)):
        return None
    noun = noun_of(frame, other)
    rises = (one.value or 0) < (other.value or 0)
    if noun is not None and (rises or not frame.bits(noun[1].lower()) & c.CONTEST):
        return None  # "lost 40-50 votes"
    if not (contest or sides) and (not dash or rises or joint != joint.strip()):
        return None
    return Amount(one.at, other.stop, one.value, other.value, kind="score", used=2)


def _plain(mention: Mention) -> bool:
    read = mention.read
    whole = (read.plain or mention.spelled) and not read.fraction
    return whole and read.value is not None and read.value <= _HIGHEST_SCORE


def _stands_between_names(frame: Frame, one: Mention, other: Mention) -> bool:
    """Whether two short numbers part two names, as in a result: "Osk Rovers 2-3 Vik United"."""
    before, behind = frame.before(one.at), frame.behind(other.stop)
    if not (before[:1].isupper() and frame.text[behind.start : behind.start + 1].isupper() and behind.gap == " "):
        return False
    short = other.stop - one.at <= len("10-10")
    return short and not (frame.bits(before.lower()) | behind.bits) & _NO_SIDE


_NO_SIDE = c.MONTH | c.WEEKDAY | c.NUMBERED | c.ADDRESS | c.FUNCTION


def _contest(frame: Frame, start: int, stop: int) -> bool:
    """Whether a word for winning, losing or voting stands near."""
    near = (
        frame.low[max(0, start - 60) : start].rpartition(". ")[2].split()[-8:]
        + frame.low[stop : stop + 24].split(".")[0].split()[:2]
    )
    return any(frame.bits(word.strip(',;:()“”"')) & c.CONTEST for word in near)
