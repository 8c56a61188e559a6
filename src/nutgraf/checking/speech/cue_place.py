"""Where the words of a cue stand in a sentence: side by side, or apart, as the parts of many verbs do; then from the first to the last."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nutgraf.checking.place.lookup import find_words, inflected
from nutgraf.reading.languages import classes as c
from nutgraf.reading.parts import Offsets
from nutgraf.reading.reading import Reading

_CUT = re.compile(r"\s*(?:…|\.{3})\s*")
LONGEST_CUE = 90
"""Characters over which the words of a cue may be spread that does not say so: "was … insisting"."""
_MOST = 20
"""Words of a cue that stand apart."""
_MARK = re.compile(r"[,;:.!?–—()]")
_NEXT = re.compile(r"\s*([,;:.!?–—()]|\w+|\Z)")
_WORD = re.compile(r"\w+")
_FINITE = c.PARTED | c.PAST | c.THIRD | c.SUBJUNCTIVE


def spots(reading: Reading, words: str, ranges: Sequence[Offsets]) -> list[Offsets]:
    """The places of a cue among these parts of one sentence: of its words as they are, else of words that stand apart."""
    text, language = reading.article.text, reading.spoken_in
    found = [spot for low, high in ranges for spot in _whole(text, words, low, high)]
    found = found or [*_apart(reading, words, ranges)]
    if not found and not language.worded:
        found = [*inflected(words, text, ranges, language.inflection)]
    return [_completed(reading, spot, ranges) for spot in found]


def _whole(text: str, words: str, low: int, high: int) -> Iterator[Offsets]:
    while found := find_words(words, text, [(low, high)]):
        yield found
        low = found[1]


def _apart(reading: Reading, words: str, ranges: Sequence[Offsets]) -> Iterator[Offsets]:
    """From the first of some words to the last, at their nearest: "ruled … out", "wies die Kritik zurück"."""
    told = [piece for piece in _CUT.split(words) if piece]
    each = [word for piece in told for word in piece.split()]
    for pieces in (told, each) if len(told) > 1 else (each,):  # "sprach sich [am Abend] für … aus"
        near = [*_in_order(reading, pieces, ranges)] if 1 < len(pieces) <= _MOST else []
        near = [
            spot
            for spot in near
            if len(told) > 1 or spot[1] - spot[0] <= len(words) + LONGEST_CUE or _closes(reading, spot[1], ranges)
        ]
        yield from near
        if near:
            return


def _in_order(reading: Reading, pieces: Sequence[str], ranges: Sequence[Offsets]) -> Iterator[Offsets]:
    text, left = reading.article.text, [*ranges]
    while left:
        end = left[0][0]
        for number, piece in enumerate(pieces, 1):
            places = (spot for low, high in _behind(left, end) for spot in _whole(text, piece, low, high))
            first = next(places, None)
            if first is None:
                return
            if number == len(pieces):  # the second "mit" of "teilte mit Blick auf Mai mit"
                first = next((one for one in (first, *places) if _closes(reading, one[1], ranges)), first)
            end = first[1]
        start = end
        for piece in reversed(pieces):
            start = max(spot[0] for low, high in left for spot in _whole(text, piece, low, min(high, start)))
        yield start, end
        left = _behind(left, end)


def _behind(ranges: Sequence[Offsets], at: int) -> list[Offsets]:
    return [(max(low, at), high) for low, high in ranges if high > at]


def _is_parted(reading: Reading, first: str, last: str) -> bool:
    """Whether two words are the parts of one verb: "wies … [nicht] zurück"."""
    return bool(reading.spoken_in.words.get(f"{first} {last}", 0) & c.VERB)


def _closes(reading: Reading, at: int, ranges: Sequence[Offsets]) -> bool:
    """Whether a clause ends here, in a language whose verbs may leave a part there."""
    verbs, text = reading.spoken_in.verbs, reading.article.text
    if verbs is None or not verbs.second:
        return False
    high = max(high for _, high in ranges)
    behind = _NEXT.match(text, at, high)
    return behind is None or not behind[1][:1].isalnum() or _joins(reading, behind[1].lower())


def _joins(reading: Reading, low: str) -> bool:
    return bool(reading.spoken_in.words[low] & (c.JOINT | c.CONJUNCTION))


def _completed(reading: Reading, cue: Offsets, ranges: Sequence[Offsets]) -> Offsets:
    """A cue with the part of its verb, or the "not", that closes its clause: "wies [das zurück]", "bestritt [das nicht]"."""
    text, known = reading.article.text, reading.spoken_in.words
    if reading.spoken_in.worded or not known.know_speech:
        return cue
    told = _WORD.findall(text[slice(*cue)].lower())
    bits = known[told[0]] if told else 0
    if not bits & _FINITE or not bits & (c.CUE | c.PARTED) or _is_parted(reading, told[0], told[-1]):
        return cue
    words = _clause_behind(text, cue[1], ranges)
    for at, (low, end) in enumerate(words):
        closes = at + 1 == len(words) or _joins(reading, words[at + 1][0])
        if closes and (_is_parted(reading, told[0], low) or (bits & c.CUE and _turns(known[low]))):
            return cue[0], end
    return cue


def _clause_behind(text: str, start: int, ranges: Sequence[Offsets]) -> list[tuple[str, int]]:
    """The words between an offset and the next mark, quotations left out, in small letters, each with where it ends."""
    found: list[tuple[str, int]] = []
    for low, high in _behind(ranges, start):
        mark = _MARK.search(text, low, high)
        found += [(word[0].lower(), word.end()) for word in _WORD.finditer(text, low, mark.start() if mark else high)]
        if mark:
            break
    return found


def _turns(bits: int) -> bool:
    return bool(bits & c.NEGATION) and not bits & (c.DETERMINER | c.CONJUNCTION)
