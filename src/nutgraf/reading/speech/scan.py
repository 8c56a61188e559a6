"""The reporting clauses among the reporter's own words of a sentence: every rule of speech asked where it may begin."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from nutgraf.reading.languages import classes as c
from nutgraf.reading.parts import Attribution
from nutgraf.reading.rules import Openings, Rule
from nutgraf.reading.speech.clause.reports import Report, Sought
from nutgraf.reading.speech.frames import Frame
from nutgraf.reading.speech.known import Known, Phrase

SpeechRule = Rule[Callable[[Frame, int, Sought], Report | None]]


class Grammar(NamedTuple):
    """What the engine asks about the clauses of a language beside the rules that find its reports."""

    asked: Callable[[Frame], int]
    """The classes of which a sentence without marks must have one, to be looked at."""
    indirect: Callable[[str, Frame, Sequence[Report], Collection[int]], list[Attribution]]
    """The speech without marks of a sentence, from its reports less those that a quotation uses."""
    subject: Callable[[Frame, Known], Phrase | None]
    """The first subject of a sentence."""
    phrase: Callable[[Frame, int, int, Known], Phrase | None]
    """The noun phrase that begins with a token and ends before another."""
    goes_on: Callable[[Frame], tuple[int, int] | None] | None = None
    """The tokens of a sentence that by its mood alone goes on with what was reported before; None where no mood tells."""


class SpeechRules:
    """The rules of a language, by what opens them, and its grammar."""

    def __init__(self, rules: Sequence[SpeechRule], grammar: Grammar) -> None:
        self.rules = tuple(rules)
        self.grammar = grammar
        self._openings = Openings(rules)

    def may_report(self, frame: Frame) -> bool:
        """Whether a sentence without marks holds a cue; what counts as one says the grammar."""
        asked, by_word = self.grammar.asked(frame) if frame.low else 0, self._openings.by_word
        if any(map(asked.__and__, frame.bits)):
            return True
        return not by_word.keys().isdisjoint(frame.low) and any(
            word in by_word and not bits & c.FUNCTION for word, bits in zip(frame.low, frame.bits, strict=True)
        )

    def find(self, frame: Frame, sought: Sought) -> tuple[Report, ...]:
        """The reports of a sentence, in order; of the rules that may begin with a word the first that finds one wins."""
        found = sought.found
        free = 0
        for at, opened in self._openings.along(frame.low, frame.bits):
            if at < free:
                continue
            for rule in opened:
                report = rule.finds(frame, at, sought)
                if report is not None:
                    if report.at >= free:
                        found.append(report._replace(rule=rule.name))
                        free = report.content if report.right == report.at else report.right + 1
                    break
        return tuple(found)
