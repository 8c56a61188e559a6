"""Where the reporter goes on behind what is reported, without a word that opens a clause: a comment, or what the speaker did next."""

from __future__ import annotations

from nutgraf.reading.languages import classes as c
from nutgraf.reading.speech.frames import Frame
from nutgraf.reading.speech.reports import Report

_LONGEST = 5
"""Tokens of a noun phrase that comments, up to its noun."""


def comments_on(frame: Frame, first: int) -> bool:
    """Whether a noun for what was said begins here, with a clause that judges it: "a promise he could not keep", "a charge the army denies".

    A noun of speech with nothing but a preposition behind it may be part of what is reported: "a promise of work".
    """
    if not frame.of(first, c.INDEFINITE):
        return False
    for at in range(first + 1, min(len(frame) - 1, first + _LONGEST)):
        if frame.of(at, c.SPEECH):
            return _judged(frame, at + 1)
        if not frame.is_word(at) or frame.of(at, c.FUNCTION):
            return False
    return False


def _judged(frame: Frame, first: int) -> bool:
    """Whether a clause about a noun begins behind it: "that nobody believed", "he could not keep", "disputed by"."""
    opens = c.PRONOUN | c.RELATIVE | c.DETERMINER | c.OPENS_CLAUSE | c.NOBODY
    named = frame.is_word(first) and frame.is_capital(first)
    return frame.of(first, opens) or named or (frame.of(first, c.PAST) and frame.text(first + 1) == "by")


def leaves_scene(frame: Frame, report: Report, comma: int) -> bool:
    """Whether a comma and "then" tell what the speaker did next: "said the door was open, then walked off".

    The verb is one for what somebody does, and what is reported is about something else.
    """
    then = comma + 1 + (frame.text(comma + 1) == "and")
    if frame.text(then) != "then" or not (frame.of(then + 1, c.ACTS) and frame.of(then + 1, c.PAST)):
        return False
    first = report.content
    verb = next((at for at in range(first + 1, comma) if frame.of(at, c.AUXILIARY | c.PAST)), comma)
    somebody = c.PRONOUN | c.PERSON | c.TITLE | c.QUANTIFIER
    return not any(
        (frame.of(at, somebody) and frame.low[at] != "it") or (frame.is_word(at) and frame.is_capital(at))
        for at in range(first, verb)
    )
