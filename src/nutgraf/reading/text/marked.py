"""Words in marks with what stands beside them, and what tells of them in every language."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.words import Words

WORD = re.compile(r"[^\W_][\w'’.&-]*")
FEW, LONGEST_NAME = 3, 5
"""Words of a scare quote, and of a name in marks."""


class Marked(NamedTuple):
    """Words in marks with what stands beside them: their own words, and the tokens before and behind in their paragraph."""

    inner: str
    own: list[str]
    before: list[str]
    after: list[str]
    around: str
    """The rest of their sentence."""


def is_tag(marked: Marked, words: Words) -> bool:
    """A name that others gave it: `The “Long Mile,” a road out of Osk, …`, `the “bonus,” as workers call it`, `das „Nadelöhr“, wie die Brücke heißt`."""
    comma = marked.inner.endswith(",") or marked.after[:1] == [","]
    behind = marked.after[1:] if marked.after[:1] == [","] else marked.after
    if not comma or not behind or not marked.before or not of(words, marked.before[-1]) & (c.ARTICLE | c.DEFINITE):
        return False
    stop = next((at for at, token in enumerate(behind) if token in {",", ".", ";"}), len(behind))
    if behind[0] in {"as", "wie"}:
        return _all_call_it_so(behind[1:stop], words)
    titled = len(marked.own) > 1 and is_title_case(marked.own, words)
    return titled and bool(of(words, behind[0]) & c.ARTICLE) and 1 < stop < len(behind) and behind[stop] == ","


def _all_call_it_so(clause: list[str], words: Words) -> bool:
    """Whether some people call it so, and no one person: that would be a saying of theirs."""
    calls = [of(words, token) for token in clause if of(words, token) & (c.NAMES | c.MARKS) and token[0].islower()]
    if words.capitalises_nouns:
        return any(bits & (c.PLURAL | c.PARTICIPLE) for bits in calls)
    one = any(token[0].isupper() or token in {"he", "she", "i"} or token.endswith(("'s", "’s")) for token in clause)
    return bool(calls) and not one


def is_title_case(own: list[str], words: Words) -> bool:
    """Whether every word has a capital but small ones between: "The Lost Oar of Osk"."""
    small = c.SMALL | c.PREPOSITION
    return (
        bool(own) and not own[0][0].islower() and all(not word[0].islower() or words[word] & small for word in own[1:])
    )


def of(words: Words, token: str) -> int:
    """The classes of a word, however it is written."""
    return words[token.lower()]


def speech_nearby(marked: Marked, words: Words, *, but: str = "") -> bool:
    """Is there any word of speech or judgement in the sentence around the marks? `but`: a noun that the marked words qualify."""
    around = WORD.findall(marked.around)
    for before, word in pairwise(("", *around)):
        bits = of(words, word)
        if bits & (c.CUE | c.SPEAKS | c.SPEECH) and (word != but or bits & c.PAST) and _tells(before, bits):
            return True
        if bits & c.SUBJUNCTIVE and word[0].islower() and not of(words, before) & c.SUBORDINATES:
            return True  # of what somebody says: "Einen Vertrag gebe es „nicht zum Nulltarif“"
    parted = [word.lower() for word in around if of(words, word) & c.PARTED]
    ended = [part for part, comma in pairwise(marked.before) if comma == ","]  # "räumte ein, dass es „eng“ werde"
    return any(
        words.get(f"{verb} {part.lower().rstrip('.')}", 0) & c.CUE
        for verb in parted
        for part in (*ended, *marked.after[:3])
    )


def _tells(before: str, bits: int) -> bool:
    """Whether a word of speech tells of any: no "volunteers", no song, nothing that is "out of order"."""
    if bits & (c.PERSON | c.PERFORMS):
        return False
    return not bits & c.SPEECH or bool(bits & c.PLURAL) or before not in _IDIOM


_IDIOM = frozenset({"in", "of", "on", "by"})
"""A noun of speech right behind one tells of none: in order, on request, by order."""
