"""What rules yield that tell a time only by now, then or some day: PRESENT_REF, PAST_REF, FUTURE_REF in TIMEX3."""

from __future__ import annotations

from nutgraf.reading.dates.found import Found
from nutgraf.reading.dates.reads import Here
from nutgraf.reading.languages import classes as c


def of(way: int) -> str:
    """The value of a time that lies before or behind this one, by its sign."""
    return "PAST_REF" if way < 0 else "FUTURE_REF"


def reference(here: Here) -> Found:
    """`word`, one that says so by itself."""
    return Found(*here.span, here.value("word", "reference"), basis="stated")


def of_what_follows(here: Here) -> Found | None:
    """The same of an adjective, where a word follows that may be its noun: "the recent flood"; not "the current swept him away"."""
    behind = here.setting.rules.table[here.setting.after(here.span[1]).lower()]
    return None if behind & (c.FUNCTION | c.AUXILIARY | c.PAST) else reference(here)


def ahead(here: Here) -> Found | None:
    """The same, if the verb looks ahead: "will soon reopen"."""
    return reference(here) if here.setting.lean(*here.span) == "future" else None


def loose(here: Here) -> Found:
    """`loose`, by which the words around it lie in the past or are to come: "in recent weeks"."""
    return Found(*here.span, of(here.number("loose")), basis="stated")


def long_ago(here: Here) -> Found:
    """Words that lie in the past: "years ago"."""
    return Found(*here.span, of(-1), basis="stated")
