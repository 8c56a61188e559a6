"""Typography levelled, word by word: what two spellings of the same words have in common, and where a word ends.

Words are compared apart from what stands between them, so that every offset stays the article's own.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from nutgraf.checking.place.scripts import APOSTROPHES, DASHES, LETTER, UNSPACED
from nutgraf.reading.parts import text_before

_APOSTROPHES = f"'{APOSTROPHES}"
_IGNORED = "\u00ad\u200b\u200c\u200d\u2060\ufeff\ufe00-\ufe0f\u034f\u061c"
# Signs that belong to the letter before them; letters among them do no harm.
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1-\u05c2\u05c4-\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc"
    "\u06df-\u06e8\u06ea-\u06ed\u0711-\u07f3\u07fd\u0816-\u082d\u0859-\u085b\u0898-\u08e1\u08e3-\u0963\u0981-\u09e3\u09fe-\u0a75"
    "\u0a81-\u0ae3\u0afa-\u0b63\u0b82-\u0bd7\u0c00-\u0c63\u0c81-\u0c83\u0cbc-\u0d4d\u0d57-\u0d63\u0d81-\u0df3\u135d-\u135f"
    "\u1712-\u1734\u1752-\u1773\u180b-\u180d\u180f-\u193b\u1a17-\u1a1b\u1ab0-\u1b44\u1b6b-\u1b73\u1b80-\u1bf3\u1c24-\u1c37"
    "\u1cd0-\u1cd2\u1cd4-\u1dff\u20d0-\u20f0\u2cef-\u2cf1\u2d7f-\u2dff\u302a-\u302f\u3099-\u309a\ua66f-\ua672\ua674-\ua67d"
    "\ua69e-\ua6f1\ua802-\ua827\ua82c\ua880-\ua8c5\ua8e0-\ua8f1\ua8ff-\ua92d\ua947-\ua953\ua980-\ua9c0\uaa29-\uaa4d"
    "\uaaeb-\uaaef\uaaf5-\uaaf6\uabe3-\uabea\uabec-\uabed\ufb1e\ufe20-\ufe2f"
    "\U00011000-\U00011046\U00011070-\U000110ba\U00011100-\U00011134\U00011180-\U000111c0\U0001e8d0-\U0001e94a\U0001f3fb-\U0001f3ff"
)
_RUN = rf"{LETTER}+(?:[{_MARKS}{_IGNORED}]+{LETTER}*)*"
_LOWER = "a-zß-öø-ÿāăąćčďđēęěğīłńňőœřśşšťūůűźżžα-ωά-ώа-яёђ-џґ"
# A word broken at the end of a line goes on with a small letter on the next.
_BROKEN = rf"(?:(?<=[^\W\d_])[-‐]|(?<=\u00ad))[ \t]{{0,8}}\r?\n[ \t]{{0,8}}(?=[{_LOWER}])"
WORD = re.compile(
    rf"{_RUN}(?:(?=[{_APOSTROPHES}.,٫٬\-‐ \t\r\n])(?:[{_APOSTROPHES}]|(?<=\d)[.,٫٬](?=\d)|{_BROKEN}){_RUN})*|[{UNSPACED}][{_MARKS}{_IGNORED}]*"
)
"""A word with its inner apostrophes, decimal points and end-of-line hyphens; one character where no spaces are used."""

_LINE_BREAK = re.compile(r"[-‐\u00ad]?[ \t]{0,8}\r?\n[ \t]{0,8}")
_PLAIN = re.compile(r"[ﬀ-ﬗﭐ-ﷻﹰ-ﻼ０-９Ａ-Ｚａ-ｚｦ-ﾟ]+")
_DROPPED = re.compile(f"[{_IGNORED}\u0640]+")
_POINTS = re.compile("[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u0652\u0670]+")
_LETTERS = str.maketrans(
    {
        **dict.fromkeys(APOSTROPHES, "'"),
        "٫": ".",
        "٬": ",",
        "œ": "oe",
        "Œ": "Oe",
        "æ": "ae",
        "Æ": "Ae",
        "ς": "σ",
        "ё": "е",
        "Ё": "Е",
    }
)


@lru_cache(maxsize=65536)
def levelled(word: str) -> str:
    """The word with its typography levelled and its capitals kept.

    Ligatures, composed and decomposed letters, apostrophes, digits of other scripts, soft hyphens and breaks at the
    end of a line make no difference; nor do the vowel points of Arabic and Hebrew (see `points`).
    """
    if "\n" in word:
        word = _LINE_BREAK.sub("", word)
    if word.isascii():
        return word.replace("`", "'")
    word = _POINTS.sub("", _DROPPED.sub("", word))
    word = _PLAIN.sub(lambda found: unicodedata.normalize("NFKC", found.group()), word)
    word = unicodedata.normalize("NFC", word).translate(_LETTERS)
    if not word.isascii() and any(map(str.isdecimal, word)):
        word = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in word)
    return word


def folded(word: str) -> str:
    """The word levelled and in small letters."""
    if word.isascii() and "\n" not in word and "`" not in word:
        return word.lower()
    return levelled(word).lower().replace("i̇", "i").replace("ς", "σ")


def points(word: str) -> str:
    """The vowel points of a word: they may be left out, but not changed."""
    return "" if word.isascii() else "".join(_POINTS.findall(unicodedata.normalize("NFC", word)))


def same_letters(one: str, other: str) -> bool:
    """True when two words differ in typography alone."""
    return levelled(one) == levelled(other) and not _points_differ(one, other)


def same_but_case(one: str, other: str) -> bool:
    """True when two words differ in typography and capitals alone."""
    return folded(one) == folded(other) and not _points_differ(one, other)


def _points_differ(one: str, other: str) -> bool:
    mine, theirs = points(one), points(other)
    return bool(mine) and bool(theirs) and mine != theirs


# ------------------------------------------------------------------------------------------- between the words

QUOTATION_MARKS = "'’‘‚‛`´＇\"“”„‟«»‹›「」『』＂"
SPACES = " \t\n\r\x0b\x0c\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_NOTHING = re.compile(f"[{SPACES}{_IGNORED}{re.escape(QUOTATION_MARKS)}\u200e\u200f\u202a-\u202e\u2066-\u2069]+")
_SIGNS = str.maketrans(
    {
        **dict.fromkeys(DASHES, "-"),
        **dict.fromkeys("،、､", ","),
        **dict.fromkeys("。｡।", "."),
        "…": "...",
        "⋯": "...",
        "؛": ";",
        "؟": "?",
        "\u037e": ";",
    }
)
_DASHES = re.compile("-{2,}")
_DOTS = re.compile(r"\.{2,}")
_PARAGRAPH = re.compile(r"\n[ \t\r]*\n")
_LONGEST_GAP = 200


def between(gap: str) -> str:
    """What stands between two words, its typography levelled: spaces, quotation marks and forms of dashes are gone.

    A break of paragraph after no punctuation shows as "¶": a heading doesn't run on into the text.
    """
    return _between(gap) if len(gap) <= _LONGEST_GAP else gap


@lru_cache(maxsize=8192)
def _between(gap: str) -> str:
    signs = _NOTHING.sub("", gap)
    if signs:
        signs = unicodedata.normalize("NFKC", signs.translate(_SIGNS)) if not signs.isascii() else signs
        return _DOTS.sub("…", _DASHES.sub("-", signs))
    return "¶" if _PARAGRAPH.search(gap) else ""


# ------------------------------------------------------------------------------------------ where a word ends

_WORD_CHARACTER = re.compile(rf"{LETTER}|[{_MARKS}\u00ad\u200c\u200d]")
_JOINERS = "\u200d\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"
_HYPHENS = "-‐‑−"
_BEFORE_NUMBER = "$€£¥₽₹₩₴₺¢#+±~≈<>≤≥√"
_AFTER_NUMBER = "%‰°$€£¥₽₹₩₴₺¢"
_IN_NUMBER = ".,:/٫٬"
_ELISION = re.compile(r"(?<![\w'’])(?:[ldjmtsc]|(?:jus|lors|puis)?qu)['’]$", re.IGNORECASE)
_VOWELS = "aeiouyhàâéèêëîïôûùœæ"
_LAST_WORD = re.compile(r"\w{1,20}$")
_FIRST_WORD = re.compile(r"\w{1,20}")
_TURNING = frozenset(
    """non anti un in im ir il dis de mis ex pre post pro counter contra semi quasi pseudo crypto ante near half quarter
    vice sub under over inter intra multi trans ultra arch step grand great never no not less all""".split()
)
_TURNED = frozenset(
    "free less in elect designate proof resistant like ish turned averse deficient out off down".split()
)


def whole_words(text: str, start: int, end: int) -> bool:
    """True when `text[start:end]` cuts no word, no number and no compound whose sense the rest turns ("non-violent")."""
    return start < end and _opens(text, start) and _closes(text, end)


def _hangs_on(character: str) -> bool:
    """True for a sign that belongs to the character before it."""
    return character > "\u02ff" and (unicodedata.category(character)[0] == "M" or character in _JOINERS)


def _opens(text: str, start: int) -> bool:
    here, before, earlier = text[start], text[start - 1 : start] or " ", text[start - 2 : start - 1] or " "
    if _hangs_on(here) or before == "\u200d":
        return False
    if before.isspace() or not _WORD_CHARACTER.match(here):
        return True
    if _WORD_CHARACTER.match(before):
        return False
    joined = bool(_WORD_CHARACTER.match(earlier))
    if before in _APOSTROPHES and joined:
        return here in _VOWELS and bool(_ELISION.search(text_before(text, start, 8)))
    if before in _HYPHENS:
        if here.isdigit() or (joined and earlier.isdigit()):
            return False
        first = _LAST_WORD.search(text[max(0, start - 21) : start - 1]) if joined else None
        return first is None or first.group().lower() not in _TURNING
    if here.isdigit():
        return before not in _BEFORE_NUMBER and not (before in _IN_NUMBER and (earlier.isdigit() or earlier.isspace()))
    return True


def _closes(text: str, end: int) -> bool:
    here, after, later = text[end - 1], text[end : end + 1] or " ", text[end + 1 : end + 2] or " "
    if _hangs_on(after) or here == "\u200d":
        return False
    if not _WORD_CHARACTER.match(here):
        return True
    if _WORD_CHARACTER.match(after):
        return False
    joined = bool(_WORD_CHARACTER.match(later))
    if after in _APOSTROPHES and joined:
        return False
    if after in _HYPHENS and joined:
        rest = _FIRST_WORD.match(text, end + 1)
        return not (here.isdigit() or later.isdigit() or (rest and rest.group().lower() in _TURNED))
    if here.isdigit():
        return not (
            after in _AFTER_NUMBER or (after.isspace() and later in "%‰") or (after in _IN_NUMBER and later.isdigit())
        )
    return True
