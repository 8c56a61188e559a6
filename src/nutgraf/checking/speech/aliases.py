"""Another name that is no form of a name's words: some of them cut short, or one that the article introduces."""

from __future__ import annotations

from collections.abc import Sequence

from nutgraf.checking.speech.names import places, words_of
from nutgraf.reading.languages import classes as c
from nutgraf.reading.reading import Reading

_LEAST = 3
"""Letters that a word cut short must keep; a lone one has no more: "Fed"."""
_LONGEST = 60
"""Characters between a name and another for the same, with that other."""
_MOST_BETWEEN = 5
_MOST_BEHIND = 2
"""Words of "is known"."""
_CALLS = c.NAMES | c.ALIAS


def stands_for(reading: Reading, short: str, full: str, *, person: bool = False) -> bool:
    """Whether one name stands for another: "Cal Fire" for a body's, or "the Anchors" behind "the Guild of Pilots, known as"."""
    return (
        (not person and is_cut_short(words_of(short), words_of(full)))
        or _introduced(reading, full, short)
        or _introduced(reading, short, full)
    )


def is_cut_short(short: Sequence[str], full: Sequence[str]) -> bool:
    """Whether words are the beginnings of others in their order, from the first on: "Cal Fire", "Met Office", "Fed"."""
    if not short or len(full) < 2 or (len(short) == 1 and len(short[0]) > _LEAST):
        return False
    rest, cut = iter(full), False
    for at, word in enumerate(short):
        whole = next((one for one in rest if one.startswith(word) and (one == word or len(word) >= _LEAST)), None)
        if whole is None or (at == 0 and whole != full[0]):
            return False
        cut = cut or whole != word
    return cut


def _introduced(reading: Reading, name: str, other: str) -> bool:
    """Whether the article gives another name behind one: in brackets, behind "known as" or ", or"."""
    text, known = reading.article.text, reading.spoken_in.words
    for start, end in places(reading, name):
        sentence = reading.sentence_at(start)
        at = text.find(other, end, min(sentence.end, end + _LONGEST)) if sentence else -1
        if at < 0:
            continue
        between = text[end:at]
        words = between.lower().strip(" ,(\"'“”‘’").split()
        while words and known[words[-1]] & c.ARTICLE:
            words.pop()
        bits = [known[word] for word in words]
        called = any(bit & _CALLS for bit in bits)
        behind = (
            text[at + len(other) : sentence.end].lower().split()[:_MOST_BEHIND] if sentence and words == ["as"] else []
        )
        as_such = words[-1:] == ["as"] and any(
            bit & c.NAMES_AS for bit in (*bits, *(known[word.strip(",.")] for word in behind))
        )
        apposed = (between.startswith(" (") and not words) or (between.startswith(", ") and words == ["or"])
        if apposed or ((called or as_such) and len(words) <= _MOST_BETWEEN):
            return True
    return False
