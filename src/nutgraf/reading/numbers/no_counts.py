"""What looks like a count, a share or a single amount and is none: "three times the norm", "half a point", "4ft 6in", "a six-figure sum"."""

from __future__ import annotations

import re
from typing import Any

from nutgraf.article import Span
from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.tables import words_in_list
from nutgraf.reading.numbers.frames import Frame
from nutgraf.reading.numbers.nouns import is_plural
from nutgraf.reading.parts import Offsets
from nutgraf.results import Quantity

_TIMES, _POINTS = "times", "points"
_FIGURES = frozenset({"figure", "figures", "digit", "digits"})
_SENTENCE_ENDS = (". ", "! ", "? ", "\n")
_FAR = 200
"""Characters on either side of a number in which its sentence is looked for."""
_SECOND_UNIT = re.compile(r"[ -]?\d")
_INCHES = re.compile(r"['’]{1,2} ?\d")
"""Behind a unit another number, "4ft 6in", and behind a mark that is one, 6'2"."""
_UNIT_BETWEEN = re.compile(r"\d-([^\W\d_]+)-\d")
_TIED_BEFORE = re.compile(r"\d[-–]$")
_NOT_ONE: dict[str, Any] = {"value": None, "high": None, "unit": None, "modifier": None}


def no_count(frame: Frame, place: Offsets, core: Span, found: Quantity, language: str | None) -> dict[str, Any]:
    """What of a quantity is otherwise than it looks; empty: nothing.

    Args:
        frame: the article.
        place: the words that somebody points to.
        core: the words of them that were read.
        found: what they were read as.
        language: the code of the article's language.
    """
    if _is_figure(frame, place, core):
        return _NOT_ONE | {"kind": None}
    if _is_one_of_two(frame, place, core, found):
        return _NOT_ONE | (
            {} if _SECOND_UNIT.match(frame.text, core.end) or found.high is not None else {"unit": found.unit}
        )
    if found.kind == "count" and _is_multiple(frame, place, core):
        return {"kind": None, "unit": _TIMES}
    if found.unit == _POINTS and found.kind in {"count", "percent"}:
        shares = _tells_of_shares(frame, place, language)
        return {"kind": None} if shares == (found.kind == "count") else {}
    if found.kind == "count" and found.unit and _is_in_money(frame, core, place):
        return {"kind": "money"}
    return {}


def _is_figure(frame: Frame, place: Offsets, core: Span) -> bool:
    """Whether a number tells how many digits another has: "a seven-figure sum"."""
    words = re.split(r"[ -]", frame.low[core.start : place[1]])[:3]
    return "-" in frame.low[core.start : place[1]] and not _FIGURES.isdisjoint(words[1:])


def _is_one_of_two(frame: Frame, place: Offsets, core: Span, found: Quantity) -> bool:
    """Whether the words hold a second amount that belongs to the first: "4ft 6in", "six months to a year", "52-48 percent"."""
    if found.kind in {"score", "ratio"} or found.value is None:
        return False
    text, end = frame.text, place[1]
    if found.high is not None:
        return found.kind == "measure" and _UNIT_BETWEEN.search(text, *place) is not None
    behind = _SECOND_UNIT if found.kind == "measure" and found.unit else _INCHES
    if behind.match(text, core.end, end) or (place[0] < core.start and _TIED_BEFORE.search(text, place[0], core.start)):
        return True
    joint = frame.behind(core.end)
    other = frame.behind(joint.stop)
    unit = frame.behind(other.stop)
    joins = bool(joint.word) and joint.word == frame.numbers.links.to and other.bits & c.INDEFINITE
    return bool(joins and unit.bits & c.LENGTH and found.kind == "duration" and unit.stop <= end)


def _is_multiple(frame: Frame, place: Offsets, core: Span) -> bool:
    """Whether "times" says how many times as much: "three times the norm", "12 times sales", "to nearly four times"; not how often."""
    at = frame.low.find(f" {_TIMES}", core.start, max(core.end, place[1]))
    if at < 0 or any(map(str.isdigit, frame.text[at : core.end])):
        return False
    stop = at + len(_TIMES) + 1
    behind = frame.behind(stop)
    if behind.gap != " " or not behind.word[:1].isalpha():
        before = frame.bits(frame.before(frame.bound(core.start)[1]).lower())
        return bool(before & c.PREPOSITION)
    compared = behind.word.endswith("er") and not behind.bits & c.FUNCTION
    if compared or behind.word in {"as", "what", "more", "less"}:
        return True  # "ten times larger"
    if behind.bits & c.DETERMINER:
        of = frame.behind(behind.stop)
        return of.word[:1].isalpha() and not (behind.bits & (c.INDEFINITE | c.DEMONSTRATIVE) or of.bits & _OFTEN)
    noun = behind.stop <= place[1] and not behind.bits & (c.FUNCTION | c.PAST | c.ADVERB | _OFTEN)
    return noun and is_plural(behind.word, behind.bits)


_OFTEN = c.POINTS | c.TIME_UNIT | c.PERIOD | c.WEEKDAY | c.MONTH | c.PART_OF_DAY | c.SEASON | c.DAY_WORD | c.ADDS


def _tells_of_shares(frame: Frame, place: Offsets, language: str | None) -> bool:
    """Whether the sentence of a number tells shares or rates, whose points are those of a percentage."""
    low, (start, end) = frame.low, place
    begins = max((low.rfind(stop, max(0, start - _FAR), start) for stop in _SENTENCE_ENDS), default=-1)
    ends = min((at for stop in _SENTENCE_ENDS if (at := low.find(stop, end, end + _FAR)) >= 0), default=end + _FAR)
    if any(one.kind == "percent" and one.unit == "%" and begins <= one.at < ends for one in frame.mentions):
        return True
    rates = words_in_list(language or "", "in-percent")
    return not rates.isdisjoint(re.findall(r"[^\W\d_]+", low[max(0, begins) : ends]))


def _is_in_money(frame: Frame, core: Span, place: Offsets) -> bool:
    """Whether the same amount stands in money in brackets behind what is paid: "40 million marins ($5 million)"."""
    at = max(core.end, place[1]) if frame.text[core.end : place[1]].strip() == "" else core.end
    if frame.text[at : at + 2] != " (":
        return False
    scaled = any(one.at < core.end and core.start < one.stop and one.read.scale > 1 for one in frame.mentions)
    close = frame.text.find(")", at, at + _FAR)
    return scaled and any(one.kind == "money" and at < one.at < close for one in frame.mentions)
