"""Sentences that speak to the machine that reads an article, not to its readers: injected instructions, fake turns.

They stay part of the article, and what is quoted in them is quoted. But nothing else may rest on them. The patterns are
those that injections use in print; an instruction that reads like a sentence of the story is not told from one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from nutgraf.lazily import pattern
from nutgraf.reading.parts import Sentence

_FLAGS = re.IGNORECASE | re.VERBOSE
_ORDER = pattern(
    r"""(?:^|[.!?:;"'“‘\n]\s*|\bplease\s+)(?:ignore|disregard|forget|override)\s+(?:(?:all|any|every|the|your|my|these|of)\s+){0,4}
      (?:previous|prior|above|earlier|preceding|foregoing|system|your)\s+(?:\w+\s+){0,2}(?:instruction|prompt|rule|message|order)
    | (?:^|[.!?:\n]\s*)(?:output|print|respond|reply|repeat)\s+(?:only|with|exactly|the\s+(?:word|string|text))\s
    | \bignore[zr]?\s+(?:toutes\s+)?les\s+(?:instructions|consignes) | \bignorier(?:e|en|t)\s+(?:\w+\s+){0,3}(?:anweisung|instruktion)
    | \bignor(?:a|e|ar)\s+(?:\w+\s+){0,3}(?:instruccion|istruzioni|instruç) | \bигнорируй\w*\s+(?:\w+\s+){0,3}(?:инструкц|указани)
    | (?:忽略|无视|無視).{0,12}(?:指令|指示|說明|说明) | (?:指示|命令)を?(?:すべて)?無視 | تجاهل\s+(?:\w+\s+){0,2}(?:التعليمات|الأوامر|تعليمات)
    """,
    _FLAGS,
)
_ORDER_HINTS = (
    *("ignor", "disregard", "forget", "overrid", "output ", "print ", "respond ", "reply ", "repeat "),
    *("忽略", "无视", "無視", "игнорируй", "تجاهل"),
)
"""One of these stands in every order: looked for first, because most articles hold none."""
_TURN_SIGNS = ("<", "[inst", "[/inst", "#")
_ROLES = ("system", "assistant", "human", "user", "instruction")
_ROLE = r"(?:system|assistant|human|user|instructions?)"
_SPEAKS = re.compile(rf"{_ROLE}\s{{0,9}}:")
"""Without one of those signs a turn opens with a role that has a colon; the words alone are frequent."""
_TURN = pattern(
    rf"""<\|\w{{2,20}}\|> | \[/?INST\] | <</?SYS>> | <(?:start|end)_of_turn> | </?{_ROLE}>
    | (?:^|[.!?\n]\s{{0,9}})(?:\#{{1,6}}\s{{0,9}})?{_ROLE}\s{{0,9}}:\s | (?:^|\n)\s{{0,9}}\#{{1,6}}\s{{0,9}}(?:{_ROLE}|task)\b""",
    _FLAGS,
)
_HEADING = 3
"""A turn's opening with no more words than this is a heading: its text stands in the next paragraph."""


def find_orders(text: str, sentences: Sequence[Sentence]) -> frozenset[int]:
    """The numbers of the sentences that address a machine: orders, and whole paragraphs that play a part in a dialogue."""
    starts = [sentence.start for sentence in sentences]
    found: set[int] = set()
    lower = text.lower()
    for match in _ORDER.finditer(text) if any(hint in lower for hint in _ORDER_HINTS) else ():
        found.update(s.number for s in _at(sentences, starts, match.end() - 1))
    played: set[int] = set()
    for match in _TURN.finditer(text) if _may_hold_turn(lower) else ():
        for sentence in _at(sentences, starts, match.end() - 1):
            if sentence.number not in found or sentence.paragraph not in played:
                found.add(sentence.number)
                found.update(_rest_of_turn(text, sentences, sentence))
                played.add(sentence.paragraph)
    return frozenset(found)


def _may_hold_turn(lower: str) -> bool:
    if any(sign in lower for sign in _TURN_SIGNS):
        return True
    return any(role in lower for role in _ROLES) and _SPEAKS.search(lower) is not None


def _at(sentences: Sequence[Sentence], starts: Sequence[int], place: int) -> Sequence[Sentence]:
    index = bisect_right(starts, place) - 1
    if index < 0 or sentences[index].end <= place:
        index += 1  # white space behind the opening: the turn is what follows
    return sentences[index : index + 1]


def _rest_of_turn(text: str, sentences: Sequence[Sentence], opening: Sentence) -> Iterator[int]:
    last = opening.paragraph + (len(text[opening.start : opening.end].split()) <= _HEADING)
    for sentence in sentences[opening.number :]:
        if sentence.paragraph > last:
            break
        yield sentence.number
