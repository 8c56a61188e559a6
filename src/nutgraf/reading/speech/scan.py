"""The reporting clauses among the reporter's own words of a sentence: every rule of speech asked where it may begin."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from nutgraf.reading.rules import Rule
from nutgraf.reading.speech.frames import Frame
from nutgraf.reading.speech.reports import Report, Sought

SpeechRule = Rule[Callable[[Frame, int, Sought], Report | None]]


class SpeechRules:
    """The rules of a language, by what opens them."""

    def __init__(self, rules: Sequence[SpeechRule]) -> None:
        self.rules = tuple(rules)
        self.words: dict[str, tuple[SpeechRule, ...]] = {}
        self.classes = tuple((rule.opens, rule) for rule in rules if isinstance(rule.opens, int))
        self.mask = 0
        for rule in rules:
            if isinstance(rule.opens, int):
                self.mask |= rule.opens
                continue
            for word in rule.opens:
                self.words[word] = (*self.words.get(word, ()), rule)

    def find(self, frame: Frame, sought: Sought) -> tuple[Report, ...]:
        """The reports of a sentence, in order; of the rules that may begin with a word the first that finds one wins."""
        found = sought.found
        for at, bits in enumerate(frame.bits):
            low = frame.low[at]
            if not (bits & self.mask or low in self.words) or (
                found and at < max(found[-1].right + 1, found[-1].content)
            ):
                continue
            for rule in self._opened(low, bits):
                report = rule.finds(frame, at, sought)
                if report is not None:
                    if not found or report.at > found[-1].right:
                        found.append(report._replace(rule=rule.name))
                    break
        return tuple(found)

    def _opened(self, low: str, bits: int) -> Sequence[SpeechRule]:
        return [*self.words.get(low, ()), *(rule for classes, rule in self.classes if bits & classes)]
