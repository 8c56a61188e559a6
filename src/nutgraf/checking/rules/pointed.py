"""What a model does that was shown a sentence or two, because it is too small for more: it puts their words in another order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise, takewhile

from nutgraf.article import Span
from nutgraf.checking.rules.claim import Finding
from nutgraf.checking.rules.english import of_list
from nutgraf.checking.rules.stems import carries_content, content_stems

_BREAKS = frozenset(",;:—–")
_CLAUSE_OF_ITS_OWN = of_list("clause-of-its-own")
_TOKEN = re.compile(r"[\w'’-]+|[,;:—–.]")


def joined_across_clauses(text: str, evidence: str) -> str | None:
    """What belongs to another clause tied to the words before it.

    "He rejected that, saying the current had turned" is not "He rejected that the current had turned"; "hid them at a
    school, where four died in 2024" is not "hid them at a school in 2024".
    """
    said, told = _TOKEN.findall(evidence.lower()), _TOKEN.findall(text.lower())
    beside = set(pairwise(said))
    content = {word for word in told if carries_content(word)}
    for first, second in pairwise(told):
        if (first, second) not in beside:
            for clause in _clauses_behind(first, said):
                # With its own subject told, the clause is only told elsewhere: "an explosion at a school killed four".
                if second in clause and content.isdisjoint(clause[: clause.index(second)]):
                    return f"it joins {first!r} and {second!r}, which the cited sentences say of different things"
    return None


def _clauses_behind(word: str, said: Sequence[str]) -> Iterator[list[str]]:
    """The clauses of their own that follow a word: "…, saying …", "…, where …"."""
    for at in range(len(said) - 2):
        if said[at] == word and said[at + 1] in _BREAKS and said[at + 2] in _CLAUSE_OF_ITS_OWN:
            yield list(takewhile(lambda other: other not in _BREAKS and other != ".", said[at + 3 :]))


def another_order(text: str, evidence: str) -> str | None:
    """The sentence's own words put into another order, which is how a small model makes the loser win."""
    given = content_stems(evidence)
    held = [word for word in content_stems(text) if word in given]
    following = iter(given)
    return None if all(word in following for word in held) else "it tells the cited sentences' words in another order"


POINTED: tuple[Callable[[str, str], str | None], ...] = (joined_across_clauses, another_order)


def first_of(rules: Sequence[Callable[[str, str], str | None]], text: str, evidence: Sequence[Span]) -> Finding | None:
    """What the first of these rules finds that finds anything."""
    said = "\n".join(span.text for span in evidence)
    for rule in rules:
        if reason := rule(text, said):
            return Finding(rule.__name__, "open", reason)
    return None
