"""The reporting clauses among the reporter's own words of a sentence: every rule of speech asked where it may begin."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from nutgraf.reading.rules import Rule, by_opening, opens
from nutgraf.reading.speech.frames import Frame
from nutgraf.reading.speech.reports import Report, Sought

SpeechRule = Rule[Callable[[Frame, int, Sought], Report | None]]


class SpeechRules:
    """The rules of a language, by what opens them."""

    def __init__(self, rules: Sequence[SpeechRule]) -> None:
        self.rules = tuple(rules)
        self.words = by_opening(rules)
        self._by_bits: dict[int, tuple[SpeechRule, ...]] = {}

    def find(self, frame: Frame, sought: Sought) -> tuple[Report, ...]:
        """The reports of a sentence, in order; of the rules that may begin with a word the first that finds one wins."""
        found = sought.found
        free = 0
        for at, (low, bits) in enumerate(zip(frame.low, frame.bits, strict=True)):
            opened = self._by_bits.get(bits)
            if opened is None:
                opened = self._by_bits[bits] = tuple(rule for rule in self.rules if opens(rule, bits))
            if low in self.words:
                opened = self.words[low] + opened
            if not opened or at < free:
                continue
            for rule in opened:
                report = rule.finds(frame, at, sought)
                if report is not None:
                    if report.at >= free:
                        found.append(report._replace(rule=rule.name))
                        free = max(report.right + 1, report.content)
                    break
        return tuple(found)
