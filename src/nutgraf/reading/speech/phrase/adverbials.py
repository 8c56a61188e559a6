"""Adverbials between a subject and its verb: "Ann Lee [after the vote] said", "the mayor [late on Tuesday] said"."""

from __future__ import annotations

from nutgraf.reading.languages import classes as c
from nutgraf.reading.speech.frames import TIMES, Frame, has_verb, is_verb, is_year
from nutgraf.reading.speech.known import Known
from nutgraf.reading.speech.phrase.noun_ends import SPEAKING

_LONGEST = 9
_OPENS = frozenset(
    {"in", "on", "at", "after", "before", "during", "amid", "following", "since", "by", "through", "via"}
)
_OF_TIME = frozenset({"after", "before", "during", "amid", "following", "since"})
_BEHIND = frozenset("there here nearby elsewhere abroad himself herself itself themselves".split())
"""What may stand behind a subject and is no part of it."""
_EARLY = frozenset({"late", "early", "shortly", "just", "immediately", "soon", "minutes", "hours"})


def before_adverbial(frame: Frame, last: int, floor: int, known: Known) -> int:
    """The last token of the subject, or the comma behind it, before an adverbial that ends with `last`; else `last`.

    Behind a name any will do; behind other words for somebody, which a place may describe, only one of time.
    """
    if frame.low[last] == "ago":
        return _before_ago(frame, last, floor)
    if frame.low[last] in _BEHIND and _is_somebody(frame, last - 1):
        return last - 1  # "Police there said", "The mayor herself said"
    for at in range(last, max(floor, last - _LONGEST), -1):
        in_date = frame.low[at] == "," and is_year(frame, at + 1)
        if not (frame.is_word(at) or in_date) or (is_verb(frame, at) and not frame.of(at, c.MONTH)):
            return last
        if _opens(frame, at, last) and (subject := _subject_before(frame, at, floor, known)) >= 0:
            return subject
    return last


def _is_somebody(frame: Frame, at: int) -> bool:
    return frame.is_capital(at) or frame.of(at, SPEAKING | c.TITLE | c.PRONOUN) or frame.low[at].endswith("s")


def _before_ago(frame: Frame, ago: int, floor: int) -> int:
    """The token before a time like "two weeks ago"."""
    at = ago - 1
    while at > floor and (frame.of(at, TIMES | c.CARDINAL | c.ARTICLE | c.UNTOLD | c.BOUND) or frame.low[at].isdigit()):
        at -= 1
    return at - 2 * (frame.low[at] == "than" and at - 2 >= floor)  # "less than two weeks ago"


def _opens(frame: Frame, at: int, last: int) -> bool:
    if frame.low[at] in _EARLY:
        return frame.of(at + 1, TIMES) or frame.low[at + 1 : at + 2] in {("after",), ("before",), ("on",)}
    return frame.low[at] in _OPENS and at < last


def _subject_before(frame: Frame, at: int, floor: int, known: Known) -> int:
    """The token that ends the subject right before an adverbial, or the comma behind it; -1 where none does."""
    comma = frame.text(at - 1) == ","
    end = at - 1 - comma
    if end < floor:
        return -1
    name = known.by_end.get(frame.end[end])
    if name is not None and name.kind != "place":
        first = next(n for n in range(end, -1, -1) if frame.start[n] <= name.start)
        plain = not has_verb(frame, floor, first) and (comma or not frame.any(c.PREPOSITION, floor, first))
        return at - 1 if plain else -1
    timed = frame.low[at] in _OF_TIME or frame.low[at] in _EARLY or _is_date(frame, at) or _is_occasion(frame, at)
    told = frame.of(end, SPEAKING | c.TITLE | c.PRONOUN) and not has_verb(frame, floor, end)
    return end if timed and told and not comma and not frame.any(c.PREPOSITION, floor, end) else -1


def _is_date(frame: Frame, at: int) -> bool:
    behind = at + 1 + (frame.text(at + 1) in _EARLY)
    return frame.text(at) in {"in", "on"} and (frame.of(behind, c.MONTH | c.WEEKDAY) or frame.text(behind).isdigit())


def _is_occasion(frame: Frame, at: int) -> bool:
    """Whether what is said or written is told of, or an occasion: "in a statement", "on the eve of"."""
    noun = at + 1 + frame.of(at + 1, c.ARTICLE)
    told = frame.text(at) in {"in", "by", "via"} and frame.of(noun, c.DOCUMENT | c.WRITTEN | c.SPEECH)
    return told or frame.text(noun) in {"eve", "sidelines", "margins"}
