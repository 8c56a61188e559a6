"""A sentence's own words, short enough for a title: a slice of the article, so nothing in it can be wrong."""

from __future__ import annotations

import re

from nutgraf.article import Span
from nutgraf.reading.reading import Reading
from nutgraf.reading.tense import negations

_LONGEST = 16
_SHORTEST = 4
_CLAUSE_END = re.compile(r"(?:[;:,—–]|\s-)\s|\s(?=(?:after|while|when|because|although|but|and|where|which|who)\s)")


def own_words(sentence: Span, reading: Reading) -> str:
    """The sentence, or its first clause where it is long and nothing that is left out turns its sense round."""
    text = sentence.text
    for told in reading.attributions:
        if not told.segments and sentence.start <= told.content[0][0] and told.content[-1][1] <= sentence.end:
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
