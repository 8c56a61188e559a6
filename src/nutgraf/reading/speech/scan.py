"""The reporting clauses among the reporter's own words of a sentence: every rule of speech asked where it may begin."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.words import MOST_REMEMBERED, Words
from nutgraf.reading.parts import Attribution
from nutgraf.reading.rules import Openings, Rule
from nutgraf.reading.speech.frames import Frame
from nutgraf.reading.speech.noun_phrases import Known, Phrase
from nutgraf.reading.speech.reports import Report, Sought

_LOWER_WORD = re.compile(r"[^\W\d_]{2,}")
SpeechRule = Rule[Callable[[Frame, int, Sought], Report | None]]


class Grammar(NamedTuple):
    """What the engine asks about the clauses of a language beside the rules that find its reports."""

    asked: Callable[[str], int]
    """The classes of which a sentence without marks must have one, to be looked at; given the sentence in lower case."""
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

    def __init__(self, rules: Sequence[SpeechRule], words: Words, grammar: Grammar) -> None:
        self.rules = tuple(rules)
        self.grammar = grammar
        self._words = words
        self._openings = Openings(rules)
        self._telling: dict[int, _Telling] = {}

    def may_report(self, low: str) -> bool:
        """Whether a sentence without marks, in lower case, holds a cue; what counts as one says the grammar."""
        asked = self.grammar.asked(low)
        telling = self._telling.get(asked)
        if telling is None:
            telling = self._telling[asked] = _Telling(self._words, self._openings.by_word, asked)
        return any(map(telling.__getitem__, _LOWER_WORD.findall(low)))

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
                        free = max(report.right + 1, report.content)
                    break
        return tuple(found)


class _Telling(dict[str, bool]):
    """Whether a word may report: by one of these classes, or as what opens a rule."""

    def __init__(self, words: Words, triggers: Collection[str], asked: int) -> None:
        super().__init__()
        self._words, self._triggers, self._asked = words, triggers, asked

    def __missing__(self, word: str) -> bool:
        bits = self._words[word]
        told = bool(bits & self._asked or (word in self._triggers and not bits & c.FUNCTION))
        if len(self) < MOST_REMEMBERED:
            self[word] = told
        return told
