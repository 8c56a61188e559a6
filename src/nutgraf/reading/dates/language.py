"""The words of a language that go with any date: what stands around it, and where a verb or a word before it looks."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from nutgraf.reading.dates.calendar import Lean
from nutgraf.reading.dates.patterns import Around, DateWords
from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.words import Words
from nutgraf.reading.verbs.groups import Cue

NEVER = r"(?!)"
REACH = 90
"""Characters before a day within which a plan for it is told."""


def no_lean(_sentence: str, _start: int, _end: int) -> None:
    """Where no rule of tenses is known: a verb tells nothing."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Ahead:
    """A language's ways to look ahead, each a pattern that ends right before the day."""

    lean: Callable[[str, int, int], Lean | None] = no_lean
    """Of a sentence where the verb that governs the words at an offset range looks; None: none tells."""
    always: str = NEVER
    """Words behind which a day lies ahead: "ahead of"."""
    unless_past: str = NEVER
    """The same unless the verb looks back: "by", "until"."""
    back: str = NEVER
    """Words behind which it lies in the past: "since"."""
    planned: str = NEVER
    """Words of a plan ("set for", "due to open on"), which lies ahead even in a sentence about the past ("a parade set for Friday was
    canceled"), unless it was yesterday: then what was `called_off`, by the words behind the day, is what did not happen, and else the verb
    decides."""
    plans: str = NEVER
    """Words of a plan that lies ahead in any case."""
    called_off: str = NEVER
    apart: str = NEVER
    """Words before a date of which the verb of the sentence tells nothing: "banned scooters, effective May 2"."""
    due: str = NEVER
    """… and behind it: "nobody had told them of the May 2 deadline"."""

    @cached_property
    def near(self) -> str:
        """What right before a day tells where it lies, in the groups "always" and "back", or the verb behind it."""
        return rf"(?P<always>{self.always})|(?P<back>{self.back})|{self.unless_past}"

    @cached_property
    def wider(self) -> str:
        """Words of any plan; of one that lies ahead in any case in the group "plans"."""
        return rf"(?P<plans>{self.plans})|{self.planned}"

    def is_planned(self, words: DateWords, before: str) -> bool:
        """Whether the words before a day tell that it was planned for it: "a parade set for"."""
        return words.ending(self.wider).search(before.lower()[-REACH:]) is not None


@dataclass(frozen=True, eq=False, kw_only=True)
class DateLanguage:
    """What a language says around its dates; each in words a pattern."""

    words: DateWords
    """What stands in the holes of patterns."""
    table: Words
    """The language's word table."""
    ahead: Ahead = field(default_factory=Ahead)
    """Where a verb or a word looks."""
    opening: str = NEVER
    """What belongs to a date right behind it: "early", "the end of"."""
    joint: str = NEVER
    """What may stand between a day and a time of day."""
    listed: str = NEVER
    """What may stand between two months or days that share a year."""
    limits: str = NEVER
    """What stands before a time that is a limit; its word in the hole "limit" has "since", "until", "by", "before" or "after" as its value."""
    begins: str = NEVER
    """What stands before a time from which on something holds, behind its verb: "from"."""
    begun: str = ""
    """… and what must stand behind it: "an" of "vom 1. Juli an", without which "vom" tells what is of that day."""
    ranges: Sequence[tuple[str, str]] = (("", r"~?<:dash>~?"),)
    """What stands before the first of two times that are the ends of a range, and what between them."""
    no_range: str = NEVER
    """What before the first shows that one is put in the other's place: "moved from"."""
    owned: str = NEVER
    """What may stand between a month or day and the year that it is of, told by its distance: "May of this year"."""
    ended: str = NEVER
    """What stands before the day with which a period ends, with its unit as "period" and perhaps its number as "n"."""
    end_of: str = NEVER
    start_of: str = NEVER
    """Words for the end and the beginning of a time."""
    cues: Callable[[str], Sequence[Cue]] | None = None
    """Finds the verb groups of a sentence, by which a time of day gets its day."""
    within: str = NEVER
    """What stands before the days until something comes: "in"."""
    bounds: str = NEVER
    """What before a distance makes a limit of it, in a group named "less" or "more": "less than two weeks ago"."""
    around: Around = field(default_factory=Around)
    """What may stand around a time and says nothing of when."""

    @cached_property
    def limits_of_numbers(self) -> Mapping[str, str]:
        """What a word before a number says of it: "about", "at_most"."""
        return self.table.values_of(c.BOUND, "bound")

    @cached_property
    def caps(self) -> frozenset[str]:
        """The words before a length that is not to be passed: "within"."""
        return frozenset(word for word, bound in self.limits_of_numbers.items() if bound == "at_most")
