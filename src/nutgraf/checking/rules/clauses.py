"""A sentence's own words, short enough for a title: a slice of the article, so nothing in it can be wrong."""

from __future__ import annotations

import re

from nutgraf.article import Span
from nutgraf.reading.parts import Attribution
from nutgraf.reading.reading import Reading
from nutgraf.reading.verbs.tense import negations

_LONGEST = 16
_SHORTEST = 4
_CLAUSE_END = re.compile(r"(?:[;:,—–]|\s-)\s|\s(?=(?:after|while|when|because|although|but|and|where|which|who)\s)")


_DENIALS = frozenset(
    """deny denies denied denying dispute disputes disputed disputing reject rejects rejected rejecting dismiss dismisses
    dismissed dismissing refute refutes refuted refuting doubt doubts doubted""".split()
)


def told_in(sentence: Span, reading: Reading) -> list[Attribution]:
    """The attributions whose reporting words and content stand in one sentence."""
    return [
        told
        for told in reading.attributions
        if told.cue
        and sentence.start <= told.cue[0] < sentence.end
        and sentence.start <= told.content[0][0] < sentence.end
    ]


def denies(told: Attribution, reading: Reading) -> bool:
    """True when the speaker says that the content is not so."""
    cue = reading.article.text[slice(*told.cue)] if told.cue else ""
    return not _DENIALS.isdisjoint(cue.lower().split())


def own_words(sentence: Span, reading: Reading) -> str:
    """The sentence, or its first clause where it is long and nothing that is left out turns its sense round."""
    text = sentence.text
    for told in told_in(sentence, reading):
        if not told.segments and not denies(told, reading):
            text = reading.article.text[told.content[0][0] : told.content[0][1]]
            break
    words = " ".join(text.split()).rstrip(".")
    if len(words.split()) <= _LONGEST or negations(words):
        return words
    for cut in _CLAUSE_END.finditer(words):
        clause = words[: cut.start()]
        if _SHORTEST <= len(clause.split()) <= _LONGEST and clause.count('"') % 2 == 0:
            return clause
    return words
