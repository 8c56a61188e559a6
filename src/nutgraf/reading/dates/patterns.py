"""The patterns that date rules are written in, and the language's words that stand in them.

A pattern is a regular expression over the text in lower case with holes: "<month>" stands for any word of that kind and remembers
which as "month"; "<until:day>" remembers a day as "until", "<:day>" none; "~" is a gap, where a line may break but no paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from nutgraf.reading.text.triggers import any_of

GAP = r"(?:\s{1,2}(?<!\n\n))"
HOLE = re.compile(r"(?<!\(\?P)<(?:(\w*):)?(\w+)>")
_ANY_LANGUAGE = {
    "year": r"(?:1[4-9]|20)\d\d(?![\w%/]|[.,]\d)",
    "day": r"\d{1,2}(?!\w|[.,:]\d|%)",
    "dash": r"(?:-|–|—)",
}


def phrases(words: Iterable[str]) -> str:
    """A pattern for any of these words, or of several words with gaps between them."""
    return rf"(?:{any_of(words)})(?!\w)".replace(r"\ ", GAP)


@dataclass(eq=False)
class DateWords:
    """What a language puts into the holes."""

    kinds: Mapping[str, Mapping[str, str]]
    """By the name of a hole its words, in lower case, each with its value: a number ("" for one that is not told), a TIMEX3 code."""
    fragments: Mapping[str, str] = field(default_factory=dict[str, str])
    """By the name of a hole its pattern, where it is more than a list of words."""
    day_first: bool | None = None
    """Whether 03.04.2025 is in April; None: it may be in March as well."""
    _compiled: dict[str, re.Pattern[str]] = field(default_factory=dict[str, re.Pattern[str]])
    _ending: dict[str, re.Pattern[str]] = field(default_factory=dict[str, re.Pattern[str]])

    def pattern(self, template: str) -> re.Pattern[str]:
        """The pattern with its holes filled, compiled when it is first used."""
        found = self._compiled.get(template)
        if found is None:
            filled = template
            while HOLE.search(filled):  # a fragment may have holes of its own
                filled = HOLE.sub(self._fill, filled)
            found = self._compiled[template] = re.compile(filled.replace("~", GAP))
        return found

    def ending(self, template: str) -> re.Pattern[str]:
        """The same for a pattern that begins at a word and ends where the search ends."""
        found = self._ending.get(template)
        if found is None:
            found = self._ending[template] = self.pattern(rf"(?<!\w)(?:{template})$")
        return found

    def _fill(self, hole: re.Match[str]) -> str:
        name = hole[2] if hole[1] is None else hole[1]
        return f"(?{f'P<{name}>' if name else ':'}{self._fragments[hole[2]]})"

    @cached_property
    def _fragments(self) -> dict[str, str]:
        listed = {kind: phrases(words) for kind, words in self.kinds.items()}
        return _ANY_LANGUAGE | listed | dict(self.fragments)


@dataclass(frozen=True)
class Around:
    """What may stand around a time in the words that somebody points to and says nothing of when; each a pattern.

    `aside`: before a limit ("shortly" before "after noon"); `lead`: between the limit and the time ("in the"); `moment`: behind that, a part of
    the day that the time names ("early hours of"); `about`: right before a time of day that is told roughly; `long`: before a length of time;
    `trail`: behind the time ("local time"), in the groups `latest` and `earliest` what makes a limit of it ("at the latest").
    """

    aside: str = ""
    lead: str = ""
    moment: str = ""
    about: str = ""
    long: str = ""
    trail: str = r"(?!)"
