"""The verb groups of a sentence and the joints between its clauses: a language's rules asked wherever one of them may begin."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from typing import Literal, NamedTuple

from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.words import Words
from nutgraf.reading.rules import Openings, Rule
from nutgraf.reading.tokens import Tokens

Kind = Literal[
    "future", "maybe", "duty", "past", "unreal_past", "progress", "lasting", "present", "cancelled", "postponed", "if", "break"
]  # fmt: skip
"""What the form of a group says about time and truth; "if" and "break" are joints: a condition, and any other."""
Link = Literal["mark", "joint", "clause", ""]
"""Of a joint: a mark, a conjunction between equals, or a word that opens a clause within another (which, after, because)."""

MARKS = frozenset(';:—–"“”()«»„')
"""Marks that part clauses in every language."""
_EDGES = MARKS | {","}
_TOKEN = re.compile(r"([^\W\d_]+(?:'[^\W\d_]+)?|[:–](?!\d)|[;—\"“”()«»„,])")


class Clause(Tokens):
    """The words and marks of a sentence or clause, with their places; no numbers."""

    __slots__ = ("ends", "known", "starts", "written")

    def __init__(self, text: str, words: Words) -> None:
        text = text.replace("’", "'")
        parts = _TOKEN.split(text)  # a gap, a token, a gap …
        edges = list(accumulate(map(len, parts[:-1])))
        self.written, self.known, self.starts, self.ends = text, words, edges[::2], edges[1::2]
        raw = parts[1::2]
        low = list(map(str.lower, raw))
        super().__init__(raw, low, list(map(words.__getitem__, low)), len(low))

    def is_edge(self, at: int) -> bool:
        """A mark that may part two clauses."""
        return self.low[at] in _EDGES


class Found(NamedTuple):
    """What a rule yields: the group from the word that opened it up to `stop`, a token."""

    kind: Kind
    stop: int
    negated: bool = False
    saying: bool = False
    """Its verb is one of speech."""
    over: bool = False
    """It takes the place of the verb before it: "to sell" of "agreed to sell"."""
    lone: bool = False
    """A participle perhaps, and no verb of its own: it has no auxiliary."""
    link: Link = ""


VerbRule = Rule[Callable[[Clause, int], Found | None]]


def joint(kind: Kind, link: Link) -> Callable[[Clause, int], Found]:
    """A rule for words and marks that only part clauses."""
    return lambda _clause, at: Found(kind, at + 1, link=link)


class Cue(NamedTuple):
    """A verb group or a joint at `start:end`, and the name of the rule that found it; the rest as in `Found`."""

    start: int
    end: int
    kind: Kind
    negated: bool = False
    saying: bool = False
    over: bool = False
    lone: bool = False
    link: Link = ""
    rule: str = ""


def _cue(clause: Clause, at: int, stop: int, found: Found, rule: str) -> Cue:
    kind, _, negated, saying, over, lone, link = found
    return Cue(clause.starts[at], clause.ends[stop - 1], kind, negated, saying, over, lone, link, rule)


class VerbRules:
    """The rules of a language for verb groups and joints, in the order in which they are asked."""

    def __init__(
        self, words: Words, rules: Sequence[VerbRule], *, second: bool = False, plain_present: bool = False
    ) -> None:
        self.rules = tuple(rules)
        self.second = second
        """Whether the finite verb stands second, its subject perhaps behind it, and the rest of its group at the end of the clause."""
        self.plain_present = plain_present
        """Whether a verb in the simple present is known by its form and place alone: no rule finds it."""
        self._vocabulary = words
        self._openings = Openings(rules)

    def each(self, text: str) -> Iterator[Cue]:
        """The groups and joints of a text, in order; of the rules that may begin with a word the first that finds one wins."""
        clause = Clause(text, self._vocabulary)
        free = 0
        for at, opened in self._openings.along(clause.low, clause.bits):
            if at < free:
                continue
            for rule in opened:
                if group := rule.finds(clause, at):
                    free = min(max(at + 1, group.stop), len(clause))
                    yield _cue(clause, at, free, group, rule.name)
                    break


def through_verb(clause: Clause, at: int) -> int:
    """The token after a bare verb and what belongs to it: "begin", "be held", "have been seen"."""
    end = min(at + 1, len(clause))
    while clause.text(end - 1) in {"be", "have", "been"}:
        after, _ = past_adverbs(clause, end)
        if not (is_past_form(clause, after) or clause.text(after) == "been"):
            break
        end = after + 1
    return end


def is_past_form(clause: Clause, at: int) -> bool:
    """Whether the word is a past form or participle."""
    return clause.of(at, c.PAST) and not clause.of(at, c.NO_VERB)


def past_adverbs(clause: Clause, at: int) -> tuple[int, bool]:
    """The first token from `at` on that is no adverb, and whether one that denies stood between."""
    negated = False
    for _ in range(4):
        word = clause.text(at)
        if not (clause.of(at, c.BETWEEN) or word == "no" or (word.endswith("ly") and word not in {"likely", "early"})):
            break
        negated = negated or word == "no" or clause.of(at, c.NEGATION)
        at += 1
    return at, negated
