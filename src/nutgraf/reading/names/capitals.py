"""Runs of words with a capital: where a name may stand, told from writing alone.

One compiled scan finds the runs of a sentence: "Ludwig van Beethoven", "U.N.", "AT&T", "Ban Ki-moon".
The place of a run then says what its capital is worth: the opening of a sentence and a headline have capitals anyway.
No word is looked up here but the particles that tie names together; that comes next, in `cuts`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from nutgraf.reading.names.lists import PARTICLES
from nutgraf.reading.parts import Sentence

_ABBREVIATION = (
    r"(?=[a-z]{1,3}\.)(?:(?<=M)(?:rs?|s)|(?<=D)r|(?<=S)t|(?<=[JS])r|(?<=G)(?:en|ov)|(?<=C)(?:ol|apt|orp|o)|(?<=L)td?"
    r"|(?<=S)(?:gt|en)|(?<=R)e[pv]|(?<=P)rof|(?<=M)aj|(?<=I)nc|(?<=B)ros|(?<=A)sst)\."
)
# "Chung-tai" and "Mei-ling" end a name; "Zealand-based" and "Zealand-loving" do not.
_GIVEN_NAME_END = (
    r"(?:[-‐‑](?!(?:based|born|led|wide|style|made|run|like|era|type|only|free|elect|held|area)\b|\w*(?:ed|[aeiou]\w*ing)\b)"
    r"[a-z]{2,7}\b)?"
)
_OF_CROWN = r"(?:(?<=\bKing)|(?<=\bQueen))['’]s(?= (?:College|University|Hospital|Counsel|Court|Bench|Guard))"
_FEW_CAPITALS = "A-ZÀ-ÖØ-Þ"
_BEYOND_LATIN_1 = re.compile("[Ā-ԯḀ-ỿ]")
_PARTICLE_BEFORE = re.compile(
    r"(?<![\w'’-])(?:(?:de|van|von|da|di|du|del|della|bin|ibn|abu) |(?:van|von) (?:de|den|der|dem) |de (?:la|las|los) "
    r"|(?:al|el|as|ash|an|ul)[-‐‑]|d['’])$"
)
_PARTICLE_ENDS = frozenset(
    {"de ", "an ", "on ", "da ", "di ", "du ", "el ", "la ", "in ", "bn ", "bu ", "en ", "er ", "em ", "as ", "os "}
    | {ending + hyphen for ending in ("al", "el", "as", "sh", "an", "ul") for hyphen in "-‐‑"}
    | {opening + elided for opening in " (“" for elided in ("d'", "d’")}
)
"""The last three characters of each particle: most words before a name have others."""
_LONGEST_PARTICLE = 9
"""Characters of particles, with the one behind them and the one before them."""
_OPENING = frozenset("“\"„«‘'[•*")
_BREAKING = frozenset(":—–•*…!?.")
_LONGEST_HEADLINE = 300
_CLOSING, _STOPS = "\"”’'»)", frozenset(".!?")


@cache
def _pattern(upper: str) -> re.Pattern[str]:
    """The pattern of a run of words with these capitals."""
    word = (
        r"(?:"
        rf"\.(?:[{upper}]\.)+"  # U.N.
        rf"|\.(?=[ \u00a0\n]?[{upper}])"  # J. Edgar
        rf"|{_ABBREVIATION}"
        rf"|\w*(?:['’](?!s\b)\w+|[-‐‑](?:(?!to|and|or|vs)[a-z]{{2,4}}[-‐‑])?(?=[{upper}0-9])\w+(?:\.(?:[{upper}]\.)+)?|(?<=\bCo)[-‐‑]op\w*|{_OF_CROWN}|&(?=[{upper}])\w+|\.(?:com|org|net|gov|ca|co|io|uk|de|fr)\b)*"
        r")"
    )
    particles = rf"(?:(?:{'|'.join(sorted(PARTICLES | {'al', 'el', 'las', 'los', 'dem'}))})[ \u00a0\n-](?=[{upper}a-z])){{0,2}}(?:(?:[a-z]{{2}}-|d['’])(?=[{upper}]))?"
    # The look-behind stands after the first letter so that the search can skip by character class.
    return re.compile(
        rf"[{upper}](?<!\w.){word}(?:(?:[ \u00a0\n]|[ ]&[ ]){particles}[{upper}]{word}{_GIVEN_NAME_END})*"
    )


@cache
def _all_capitals() -> str:
    return "".join(re.escape(chr(c)) for c in (*range(0x530), *range(0x1E00, 0x1F00)) if chr(c).isupper())


def run_pattern(text: str) -> re.Pattern[str]:
    """What finds the runs of this text; the pattern with all capitals takes long to compile and waits for a text with one."""
    if text.isascii() or not any(map(str.isupper, _BEYOND_LATIN_1.findall(text))):
        return _pattern(_FEW_CAPITALS)
    return _pattern(_all_capitals())


def with_particle(text: str, start: int, floor: int) -> int:
    """Where a run begins if the particle before its first capital belongs to it: "de Gaulle", "al-Assad"."""
    if text[start - 3 : start] not in _PARTICLE_ENDS:
        return start
    found = _PARTICLE_BEFORE.search(text, max(floor, start - _LONGEST_PARTICLE), start)
    return found.start() if found else start


def is_initial(text: str, start: int, floor: int) -> bool:
    """Whether a capital may be there only because of where it stands: it opens a sentence, a quotation or an item."""
    before = text[start - 1]
    return start == floor or before in _OPENING or (before.isspace() and text[start - 2] in _BREAKING)


def is_headline(text: str, sentence: Sentence, runs: Sequence[re.Match[str]]) -> bool:
    """Title Case or ALL CAPS: capitals there mean nothing."""
    if (
        text[sentence.start : sentence.end].rstrip(_CLOSING)[-1:] in _STOPS
        or sentence.end - sentence.start > _LONGEST_HEADLINE
    ):
        return False
    if text[sentence.start] in "-–—―":  # a signature: "— Ann Lee, York"
        return False
    words = [word for word in text[sentence.start : sentence.end].split() if len(word) > 3 and word[0].isalpha()]
    capital = sum(word[0].isupper() for word in words)
    return len(words) >= 3 and capital >= 0.7 * len(words) and sum(len(run[0].split()) for run in runs) > 3


def is_acronym(word: str) -> bool:
    """More than one letter, all of them capitals."""
    return len(word) > 1 and word.isupper()
