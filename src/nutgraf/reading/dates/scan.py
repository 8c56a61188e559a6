"""The time expressions of a text, one after another: every rule of a language asked where what opens it stands."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from nutgraf.reading.dates import calendar as cal
from nutgraf.reading.dates.found import Found
from nutgraf.reading.dates.language import DateLanguage
from nutgraf.reading.dates.patterns import GAP, phrases
from nutgraf.reading.dates.reads import Reads
from nutgraf.reading.dates.setting import Setting
from nutgraf.reading.rules import Rule

DateRule = Rule[Reads]
ByHead = tuple[tuple[str, tuple[DateRule, ...]], ...]
_NUMERALS = ("", "0", "0", "000", "0000")
"""What opens a rule that begins with a numeral, by its number of digits; a longer run of digits is no time."""
_LONG_NUMERAL = len(_NUMERALS)
_MARKS = {**{mark: mark for mark in "-:./'"}, "–": "-", "—": "-", "’": "'"}
_YEAR = 366
_LONGEST_OWNED = 6
_LAST_OF_OPENING = (" ", "-", "\n", "\u00a0")


@dataclass(frozen=True, eq=False)
class DateRules(DateLanguage):
    """The rules of a language, by what opens them, and its words around dates.

    A rule opens with words ("the end": only before that word), with a word class, with a numeral ("0": of one or two digits, "000",
    "0000"; "0:", "0.", "0/", "0'" before this mark, "0-" before a dash, "0a" before a letter, "0 " before none of these).
    """

    rules: Sequence[DateRule]
    _by_head: dict[str, ByHead] = field(default_factory=dict[str, ByHead], init=False)

    @cached_property
    def _openers(self) -> list[tuple[str, DateRule]]:
        """Every opener in words or as a numeral with its rule, in the order of the rules."""
        return [
            (word, rule)
            for rule in self.rules
            for opener in rule.opens
            for word in (sorted(self.table.any_of(opener)) if isinstance(opener, int) else (opener,))
        ]

    @cached_property
    def opened(self) -> dict[str, tuple[DateRule, ...]]:
        """The rules that may begin with a word."""
        found: dict[str, dict[str, DateRule]] = {}
        for opener, rule in self._openers:
            first = opener if opener[0] == "0" else opener.partition(" ")[0]
            found.setdefault(first, {})[rule.name] = rule
        return {word: tuple(rules.values()) for word, rules in found.items()}

    @cached_property
    def trigger(self) -> re.Pattern[str]:
        """Whatever opens a rule: of several words the first, where the others follow."""
        openers = {opener.partition(" ")[::2] for opener, _ in self._openers if opener[0] != "0"}
        alone = {first for first, rest in openers if not rest}
        followed: dict[str, set[str]] = {}
        for first, rest in openers:
            if first not in alone:
                followed.setdefault(first, set()).add(rest)
        letters: dict[str, list[str]] = {}
        for first in alone:
            letters.setdefault(first[0], []).append(re.escape(first[1:]))
        for first, words in followed.items():
            numeral = r"|\d" if "0" in words else ""
            after = rf"(?={GAP}(?:{phrases(words - {'0'})}{numeral}))"
            letters.setdefault(first[0], []).append(re.escape(first[1:]) + after)
        parts = [rf"{letter}(?:{'|'.join(sorted(rest, reverse=True))})" for letter, rest in sorted(letters.items())]
        return re.compile(rf"\b(?:\d+|(?:{'|'.join(parts)})\b)" if parts else r"\b\d+")

    def scan(self, setting: Setting) -> list[Found]:
        """The expressions in order, none overlapping another; of the rules that may begin with a word the longest find wins."""
        results: list[Found] = []
        done = 0
        for match in self.trigger.finditer(setting.low):
            at = match.start()
            if at < done:
                continue
            best: Found | None = None
            by = ""
            setting.heads.clear()
            for head, rules in self._rules_of(match, setting.low):
                if head and setting.head(head, at) is None:
                    continue
                for rule in rules:
                    item = rule.finds(at, setting)
                    if item is not None and (best is None or item.end > best.end):
                        best, by = item, rule.name
            if best is None:
                continue
            best = self._with_opening(best._replace(rule=by), results, setting)
            self._share_year(best, results, setting)
            results.append(self._within(best, results, setting))
            done = best.end
            setting.tell_quarter(best)
            if best.first is not None and (
                best.precision in {"year", "month"} or best.yearless or best.basis == "stated"
            ):
                setting.told = best
            for one in results[-2:]:
                if one.kind == "day" and one.first is not None:
                    setting.named(one)
            if best.precision in {"day", "month"} and best.first is not None and _tells_year(best, setting):
                setting.dated = best
            elif best.precision == "year" and best.basis == "resolved":
                setting.year = best
        return results

    def _rules_of(self, match: re.Match[str], text: str) -> ByHead:
        """The rules that may begin with a word, together where all their patterns have the same head."""
        key = word = match[0]
        if word[0].isdigit():
            digits = len(word)
            if digits >= _LONG_NUMERAL:
                return ()
            stop = match.end()
            after = text[stop : stop + 1]
            key = _NUMERALS[digits] + ("a" if after.isalpha() else _MARKS.get(after, " "))
        found = self._by_head.get(key)
        if found is None:
            asked = {
                rule.name
                for opener in {key, key[:-1] if key[0] == "0" else key}
                for rule in self.opened.get(opener, ())
            }
            groups: dict[str, list[DateRule]] = {}
            for rule in self.rules:
                if rule.name in asked:
                    groups.setdefault(rule.finds.head or rule.name, []).append(rule)
            found = self._by_head[key] = tuple((rules[0].finds.head, tuple(rules)) for rules in groups.values())
        return found

    def _with_opening(self, item: Found, results: list[Found], setting: Setting) -> Found:
        """Take in "late", "earlier", "mid-", "the end of" before the expression."""
        if item.kind in {"duration", "clock"} or setting.low[item.start - 1 : item.start] not in _LAST_OF_OPENING:
            return item
        match = setting.behind(self.opening, item.start)
        before = next((one for one in reversed(results) if one.kind != "duration"), None)
        if match is None or (before is not None and before.end > match.start()):
            return item
        while results and results[-1].end > match.start():
            results.pop()  # "two weeks" of "the first two weeks of May"
        return item._replace(start=match.start())

    def _within(self, item: Found, results: list[Found], setting: Setting) -> Found:
        """Put a month or day into the year, a weekday into the week that stands beside it, and those that are listed before it: "May of
        last year", "Monday to Friday last week".
        """
        one = results[-1] if results else None
        if one is None or item.start - one.end > _LONGEST_OWNED:
            return item
        between, end = setting.words.pattern(self.owned), item.start
        for index in range(len(results) - 1, -1, -1):
            if not between.fullmatch(setting.low, results[index].end, end):
                break
            results[index] = _put_into(item, results[index])
            between, end = setting.words.pattern(self.listed), results[index].start
        return _put_into(results[-1], item) if end < item.start else item

    def _share_year(self, item: Found, results: list[Found], setting: Setting) -> None:
        """Give the months and days that are listed before a date its year: "in May and August 2020"."""
        if (
            item.basis != "stated"
            or item.first is None
            or item.precision not in {"day", "month"}
            or item.kind == "clock"
        ):
            return
        between = setting.words.pattern(self.listed)
        end, latest = item.start, item.first
        for index in range(len(results) - 1, -1, -1):
            one = results[index]
            if not one.yearless or one.first is None or not between.fullmatch(setting.low, one.end, end):
                return
            results[index] = one = _in_year_of(latest, one)
            assert one.first is not None
            end, latest = one.start, one.first


def _tells_year(item: Found, setting: Setting) -> bool:
    """Whether a month or day without a year that follows in the sentence takes its year from this one."""
    if item.basis == "stated" or not item.yearless or item.first is None:
        return item.basis == "stated"
    dated = setting.dated_before(item.start)
    return dated is not None and abs((item.first - dated).days) < _YEAR


def _put_into(wider: Found, one: Found) -> Found:
    """A month or day without a year in the year, a weekday in the week, that is told by its distance; any other as it is."""
    if wider.first is None or one.first is None or one.last is None or one.basis != "resolved":
        return one
    if wider.precision == "year" and wider.basis == "resolved" and one.yearless:
        return _in_year_of(dt.date(wider.first.year, 12, 31), one)
    if wider.precision == "week" and one.kind == "day" and not one.yearless and "weekday" in one.rule:
        day = wider.first + dt.timedelta(days=one.first.weekday())
        return one._replace(value=f"{day}{(one.value or '')[10:]}", first=day, last=day)
    return one


def _in_year_of(latest: dt.date, one: Found) -> Found:
    """A month or day without a year, moved to the last one that is not later than the date that it shares its year with."""
    assert one.first is not None
    assert one.last is not None
    later = (one.first.month, one.first.day) > (latest.month, latest.day)
    period = cal.month(latest.year - later, one.first.month)
    if one.precision == "month":
        return one._replace(value=period.value, first=period.first, last=period.last)
    first = cal.safe_date(latest.year - later, one.first.month, one.first.day)
    if first is None:
        return one
    last = first + (one.last - one.first)
    value = str(first) + (f"/{last}" if last > first else (one.value or "")[10:])
    return one._replace(value=value, first=first, last=last)
