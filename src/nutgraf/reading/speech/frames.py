"""A sentence as its reporter's own words, each quotation one token; asides in brackets and between dashes are left out."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from nutgraf.reading.languages import classes as c
from nutgraf.reading.languages.words import Words
from nutgraf.reading.parts import Segment, Sentence
from nutgraf.reading.tokens import Tokens

QUOTE = "“”"
"""Stands for a whole quotation among a frame's words; no word of an article equals it."""
EDGES = frozenset({",", ";", ":", ".", "!", "?", "…", "–", "—"})
LONGEST = 400
"""Tokens of a sentence that are looked at; what is longer is a table or a list, not a sentence."""
_LONGEST_ASIDE = 16
_LONGEST_RELATIVE = 30
"""Tokens of an aside that tells of somebody: "– who has been on the board since 2019 –"."""

TIMES = c.WEEKDAY | c.MONTH | c.PERIOD | c.DAY_WORD | c.PART_OF_DAY
BE = c.PRESENT_BE | c.PAST_BE
CUT_TITLES = frozenset(
    "mr ms dr lt st jr sr mrs maj gen col sgt cpl adm sen rep gov rev hon det prof capt supt insp".split()
)
"""Titles that any language's article may cut short, beside its own."""


@lru_cache(maxsize=8)
def _tokens(short: frozenset[str]) -> re.Pattern[str]:
    """The tokens of a language with these words cut short, whose stop belongs to them.

    Words with the marks inside them, numbers with their commas, "U.N.", "Mr.", "Inc.'s", "Dipl.-Ing.", "traders' union", "--"; else one mark
    each. What nothing can be joined to is told first: it is most words.
    """
    by_length: dict[int, list[str]] = {}
    for title in sorted(short | CUT_TITLES):
        by_length.setdefault(len(title), []).append(f"{title[0].upper()}(?i:{title[1:]})")
    stops = "|".join(rf"(?<=\b(?:{'|'.join(same)}))" for same in by_length.values())
    return re.compile(
        r"([A-Za-z]++(?=[ ,])"
        r"|[^\W_]+(?:(?:\.-|\.['’](?=s\b)|['’.&‐‑,:-])(?:(?<![,:])[^\W_]+|(?<=\d[,:])\d+))*"
        rf"(?:(?=['’.])(?:(?<=s)['’](?=[ \u00a0][^\W\d_])|(?<=\.[^\W\d_])\.|(?:{stops}|(?<=\bNo)(?=\.\s\d))\.(?=\s)))?"
        r"|--|[^\w\s])"
    )


_DRAWN = {"re": "are", "ve": "have", "ll": "will", "d": "would", "m": "am", "s": "is"}
"""What is drawn together with one of these before it: "he's", "they'd"."""
_DRAWN_TO = frozenset("i he she it we they you who that there what".split())
DASHES = frozenset({"—", "–", "--", "―", "-"})
_OPENS_ASIDE = frozenset("([") | DASHES


@dataclass(slots=True, eq=False)
class Frame(Tokens):
    """The tokens of a sentence, in parallel tuples; `segment` is the index of a quotation, or -1 for a word.

    `word` tells words from marks and quotations.
    """

    sentence: Sentence
    start: tuple[int, ...]
    end: tuple[int, ...]
    word: tuple[bool, ...]
    segment: tuple[int, ...]
    place: dict[int, int]
    """The token of each quotation, by the index of its segment."""
    only_quotes: bool
    """Nothing but quotations and punctuation."""

    def is_edge(self, at: int) -> bool:
        """A mark that may part two clauses, or a quotation."""
        if self.low[at] == "." and at + 1 < self.size and self.word[at + 1]:
            return False  # an abbreviation's: "Merz & Cie. will"
        return self.low[at] in EDGES or self.segment[at] >= 0

    def is_word(self, at: int) -> bool:
        """A word of the reporter's: neither punctuation nor a quotation."""
        return 0 <= at < self.size and self.word[at]

    def quotes_next(self, at: int) -> bool:
        """Whether a quotation stands between a token and the next mark but a comma or colon right before it."""
        while self.is_word(at):
            at += 1
        at += self.text(at) in {",", ":"}
        return at < len(self.low) and self.segment[at] >= 0

    def at(self, offset: int) -> int:
        """The token that holds an offset, or the one before it."""
        return max(0, bisect_right(self.start, offset) - 1)


def frame_of(text: str, sentence: Sentence, segments: Sequence[Segment], inside: Sequence[int], words: Words) -> Frame:
    """The frame of a sentence that the segments with these indexes overlap."""
    raw: list[str] = []
    bounds: list[int] = []
    place: dict[int, int] = {}
    at, split = sentence.start, _tokens(words.short).split
    for index in (*inside, -1):
        upto = segments[index].outer_start if index >= 0 else sentence.end
        if at < upto and len(raw) < LONGEST:
            parts = split(piece := text[at:upto], LONGEST - len(raw))  # a gap, a token, a gap …
            parts = _drawn_apart(parts) if "’" in piece or "'" in piece else parts
            raw += parts[1::2]
            bounds += list(accumulate(map(len, parts), initial=at))[1:-1]
        if index < 0 or len(raw) >= LONGEST:
            break
        at = min(segments[index].outer_end, sentence.end)
        place[index] = len(raw)
        raw.append(QUOTE)
        bounds += max(segments[index].outer_start, sentence.start), at
    low = list(map(str.lower, raw))
    bits = list(map(words.__getitem__, low))
    if not _DRAWN_ENDS.isdisjoint(low):
        low = _spelled_out(low, bits)
        bits = list(map(words.__getitem__, low))
    kept = _less_asides(raw, low, bits) if not _OPENS_ASIDE.isdisjoint(low) else range(len(low))
    if len(kept) < len(low):
        raw, bits, low = [raw[n] for n in kept], [bits[n] for n in kept], [low[n] for n in kept]
        bounds = [edge for n in kept for edge in bounds[2 * n : 2 * n + 2]]
        where = {n: new for new, n in enumerate(kept)}
        place = {index: where[n] for index, n in place.items()}
    segment = [-1] * len(raw)
    for index, token in place.items():
        segment[token] = index
    word = tuple([token[0].isalnum() for token in low])
    starts, ends = tuple(bounds[::2]), tuple(bounds[1::2])
    tokens = tuple(raw), tuple(low), tuple(bits), len(raw), sentence
    return Frame(*tokens, starts, ends, word, tuple(segment), place, only_quotes=True not in word)


_DRAWN_ENDS = frozenset(mark + end for mark in "'’" for end in _DRAWN)


def _drawn_apart(parts: list[str]) -> list[str]:
    """The gaps and tokens with "he's" as two tokens, as "he is" has."""
    apart: list[str] = []
    for part in parts:
        cut = max(part.find("’"), part.find("'")) if "’" in part or "'" in part else -1
        if cut > 0 and part[cut + 1 :].lower() in _DRAWN and part[:cut].lower() in _DRAWN_TO:
            apart += part[:cut], "", part[cut:]
        else:
            apart.append(part)
    return apart


def _spelled_out(low: list[str], bits: Sequence[int]) -> list[str]:
    """The words with what is drawn together in full: "he", "’s", "asking" as "he", "is", "asking", and "said" behind it makes it "has"."""
    full = list(low)
    for at in range(1, len(low)):
        if low[at][0] in "'’" and (word := _DRAWN.get(low[at][1:])):
            behind = at + 1 + (at + 1 < len(low) and bits[at + 1] & c.ADVERB > 0)
            done = behind < len(low) and bits[behind] & c.PAST and not bits[behind] & c.ING
            full[at] = "has" if word == "is" and done else word
    return full


def _less_asides(raw: list[str], low: list[str], bits: Sequence[int]) -> Sequence[int]:
    """The tokens that stand outside brackets and pairs of dashes: "Sen. Ada Quill (D-Maine) said", "Tanner -- the owner -- told".

    An aside with a quotation or a verb of speech in it stays, and so does what opens or closes a sentence. Of dashes a comma stays.
    """
    kept: list[int] = []
    at = 0
    while at < len(raw):
        mark = raw[at]
        stop = at
        if mark in _OPENS_ASIDE and kept:
            closing = {"(": {")"}, "[": {"]"}}.get(mark, DASHES)
            described = mark in DASHES and at + 1 < len(raw) and bits[at + 1] & c.RELATIVE
            reach = range(at + 1, min(len(raw) - 1, at + (_LONGEST_RELATIVE if described else _LONGEST_ASIDE)))
            stop = next((end for end in reach if raw[end] in closing), at)
            if any(raw[n] == QUOTE or (bits[n] & (c.SAYS | c.TELLS) and not bits[n] & c.NOUN) for n in range(at, stop)):
                if described and QUOTE not in raw[at:stop]:
                    raw[at] = low[at] = raw[stop] = low[stop] = ","  # "Lee – who said it would hold – told"
                stop = at
        if stop > at:
            if mark in DASHES:
                raw[at] = low[at] = ","
                kept.append(at)
            at = stop + 1
            continue
        kept.append(at)
        at += 1
    return kept


def skip_helpers(frame: Frame, at: int, floor: int) -> tuple[int, bool]:
    """Go left over adverbs, auxiliaries and times before a verb: where that ends, and whether "not" was met."""
    negated = False
    while at >= floor:
        bits = frame.bits[at]
        if frame.low[at] == "far" and frame.text(at - 1) == "so":
            at -= 2
            continue
        if frame.low[at] == "," and frame.of(at - 1, c.ADVERB) and frame.low[at - 2 : at - 1] == (",",):
            if at < 3 or not frame.of(at - 3, c.AUXILIARY):
                break
            at -= 3  # "has, however, revealed"
            continue
        if (bits & c.NEGATION and not bits & (c.VERB | c.NOBODY)) or frame.low[at][-3:] in {"n't", "n’t"}:
            negated = True
        elif bits & c.QUANTIFIER and (not frame.is_word(at - 1) or frame.of(at - 1, c.CONJUNCTION | c.THAT)):
            break  # "both said", not "they both said"
        elif bits & c.PERIOD and frame.text(at - 1) == "for" and frame.of(at - 2, c.HAVE | c.HAD):
            at -= 2  # "have for months complained"
            continue
        elif bits & TIMES or frame.low[at].isdigit():
            past = before_time(frame, at, floor)
            if past == at:
                break
            at = past - (past >= floor and frame.low[past] in {"late", "early"})  # "late on Saturday"
            continue
        elif (not bits & (c.ADVERB | c.HAVE | c.HAD | c.DO | c.DID) and frame.low[at] != "would") or bits & c.PERSON:
            break
        at -= 1
    return at, negated


def before_time(frame: Frame, last: int, floor: int) -> int:
    """The token left of a time that ends with `last`: "in 2019", "this week", "on Monday night"; `last` where it is none."""
    at = last
    while at >= floor and (frame.bits[at] & (TIMES | c.POINTS | c.ARTICLE) or frame.low[at].isdigit()):
        at -= 1
    if at >= floor and frame.bits[at] & c.PREPOSITION and frame.low[at] not in {"of", "for", "with"}:
        share = frame.low[at] == "in" and at == last - 1 and frame.low[last].isdigit() and not is_year(frame, last)
        return last if share else at - 1  # "4 in 10"
    alone = frame.bits[last] & (c.WEEKDAY | c.DAY_WORD) or frame.of(at + 1, c.POINTS)
    return at if alone and at >= floor else last


def is_year(frame: Frame, at: int) -> bool:
    """Whether a token is a year in digits."""
    return len(frame.text(at)) == _DIGITS_OF_YEAR and frame.low[at].isdigit()


_DIGITS_OF_YEAR = 4


def says_how_alone(frame: Frame, first: int, stop: int) -> bool:
    """Whether words only tell how somebody goes on to speak: "Then, more quietly: “No.”", "Adding, “No.”"."""
    how = c.ADVERB | c.JOINT | c.QUANTIFIER | c.ADDS
    words = [at for at in range(first, stop) if frame.word[at]]
    return bool(words) and all(
        frame.of(at, how) or (frame.of(at, c.SAYS | c.TELLS) and frame.of(at, c.ING)) for at in words
    )


def has_verb(frame: Frame, first: int, stop: int) -> bool:
    """Whether a finite verb, or what looks like one, stands there."""
    return any(is_verb(frame, at) for at in range(first, stop))


def is_verb(frame: Frame, at: int) -> bool:
    """Whether a token is a finite verb, or looks like one."""
    bits = frame.bits[at] if at < frame.size else 0
    if bits & c.AUXILIARY:
        return not (bits & c.MONTH and ((at and frame.is_capital(at)) or frame.text(at + 1)[:1].isdigit()))
    finite = bits & c.VERB and bits & (c.PAST | c.THIRD) and not bits & (c.NOUN | c.NO_VERB | c.PERSON)
    return bool(finite) and not frame.of(at - 1, c.ARTICLE | c.POSSESSIVE)
