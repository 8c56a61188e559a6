"""How a language writes numbers in digits: its decimal mark, what it puts between groups, the endings of its ordinals."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

_SPACES = "\u00a0\u202f\u2009"
"""No-break, narrow and thin spaces stand between groups in every language (SI brochure 5.4.4)."""
_LONGEST = 40
_SAFE = (
    rf"\d{{1,3}}(?:[{_SPACES}]\d{{3}}){{1,9}}(?!\d)(?:[.,]\d{{1,2}}(?!\d))?|\d{{1,3}}(?P<mark>[.,'’])\d{{3}}(?:(?P=mark)\d{{3}}){{1,9}}(?![\d.,]\d|\d)"
    r"|\d+[.,]\d{1,2}(?![\d.,]\d|\d)|\d+(?:[.,'’]\d+)*"
)
_MODEL = re.compile(r"s\b| [A-Z]")
_PLAIN_GROUPS = re.compile(r"\d{1,3}(?: \d{3}){1,4}(?!\d|[.,]\d)")


@dataclass(frozen=True)
class NumberFormat:
    """The marks of a language, as the Unicode CLDR gives them; without any, digits are read where no language reads them otherwise."""

    decimal: str = ""
    group: str = ""
    other_group: str = ""
    """What stands between groups elsewhere in the language: "84'300" in Switzerland."""
    ordinal: str = ""
    """What ordinals in digits end with, as a pattern: "st|nd|rd|th"."""

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """A number in digits; two digits between commas are the groups of South Asia ("1,50,000")."""
        if not self.decimal:
            return re.compile(_SAFE)
        group, decimal = re.escape(self.group) + self.other_group + _SPACES, re.escape(self.decimal)
        return re.compile(rf"(?:\d{{1,3}}(?:[{group}]\d{{2,3}}){{0,9}}[{group}]\d{{3}}(?!\d)|\d+)(?:{decimal}\d+)?")

    @cached_property
    def ending(self) -> re.Pattern[str]:
        """The ending of an ordinal."""
        return re.compile(rf"(?:{self.ordinal or '(?!)'})(?![^\W_])", re.IGNORECASE)

    def grouped(self, text: str, at: int) -> re.Match[str] | None:
        """A number whose groups plain spaces part: "12 000"; where commas part them, "14 787 Dreamliners" are fourteen."""
        found = _PLAIN_GROUPS.match(text, at)
        modelled = found and self.group == "," and found[0].count(" ") == 1 and _MODEL.match(text, found.end())
        return None if modelled else found

    def value(self, digits: str) -> Decimal | None:
        """The value of what `pattern` matched; None where languages differ ("1.200") and for what is no number to a reader."""
        if digits.isdigit():
            return Decimal(digits) if len(digits) <= _LONGEST else None
        decimal = self.decimal
        if not decimal:
            last = re.search(r"[.,](\d+)$", digits)
            marks = len(re.findall(r"[.,'’]", digits))
            if marks == 1 and (last is None or len(last[1]) == 3):
                return None
            decimal = digits[last.start()] if last and len(last[1]) < 3 else ""
            if marks > 1 and decimal:
                return None
        whole, _, part = digits.partition(decimal) if decimal else (digits, "", "")
        plain = "".join(filter(str.isdigit, whole))
        return Decimal(f"{plain}.{part}" if part else plain) if len(digits) <= _LONGEST else None


SAFE = NumberFormat()
"""For a text in a language that has no folder."""


@dataclass(frozen=True, kw_only=True)
class Links:
    """Small words around numbers; "" where a language has none of the kind."""

    of: str = ""
    parts: tuple[str, ...] = ()
    """The same between a part and its whole alone: "340 seiner 1.900 Stellen"."""
    joint: str = ""
    """Between the words of a number, and between the last two of several."""
    joins_tens: bool = False
    """Whether it stands between tens and ones too: "treinta y dos"."""
    to: str = ""
    either: str = ""
    between: str = ""
    since: str = ""
    """Before the first of two numbers that `to` joins: from."""
    change: str = ""
    """Between the old and the new number of a change, where the language has a word of its own for it; then `to` is of ranges alone."""
    against: str = ""
    """The word between the sides of a result: "drei zu eins"."""
    score: str = ""
    """The mark between the sides of a result, where it is one that others have in times: "27:24"."""
    sides: str = ""
    """Between the two sides of a thing: "46cm by 38cm"."""
    within: tuple[str, ...] = ()
    """Before the result of a clock: "in 4:05"."""
    years: str = "years"
    """The unit of ages."""
    seconds: str = "seconds"
