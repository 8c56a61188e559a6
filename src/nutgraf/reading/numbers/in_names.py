"""Telling numerals that count from numerals that name: "Boeing 737", "Article 5", "3-1", "10 Downing Street"."""

from __future__ import annotations

import re

from nutgraf.reading.numbers.counted_nouns import counted_noun
from nutgraf.reading.numbers.scan import Mention


def word_before(text: str, start: int) -> str:
    """The word right before an offset; "" when none stands there."""
    if text[max(0, start - 1) : start] not in {" ", "\u00a0"}:
        return ""
    first, found = start - 1, start
    while first > max(0, start - 24) and ((letter := text[first - 1]).isalnum() or letter in "_.’'-"):
        first -= 1
        if letter.isascii() and letter.isalpha():
            found = first
    return text[found : start - 1]


_NUMBERED = frozenset(
    (
        "article section page chapter room route flight channel highway number no no. nos. phase version grade level type category step"
        " part volume act bill resolution game week day round stage platform gate track line unit block class tier apollo rule act item"
        " figure table psalm verse episode season series model terminal runway exit junction interstate proposition amendment"
    ).split()
)
_STARTS = frozenset(
    (
        "about some nearly almost roughly approximately at least over than under only all the these those and or but in on of with for"
        " from to by around another another's both killing including just us up estimated more fewer less another its their his her"
        " between as is are was were has have had than"
    ).split()
)
_STREET = re.compile(
    r"(?: [A-Z][\w’'-]{0,30}){1,3}? (?:Street|Avenue|Road|Lane|Boulevard|Drive|Square|Place|St\.|Ave\.|Blvd|Rd\.?)(?![a-z])"
)
_SCORE = re.compile(r"\s?[-–:]\s?\d{1,4}(?![,.]\d|\d|%| ?(?:percent|per cent|million|billion))")
_SCORE_BEFORE = re.compile(r"(?<!\d)\d{1,3}\s?[-–:]\s?$")


def is_name(text: str, item: Mention) -> bool:
    """A bare numeral that names, dates or labels: "Boeing 737", "(2005)", "3-1", "555-0143", "10 Downing Street"."""
    start, end = item.number_start, item.number_end
    left, right = text[max(0, start - 1) : start], text[end : end + 1]
    if (
        left.isalpha()
        or (right.isalpha() and item.kind is None)
        or left in {"/", "@", "_", "=", "&", "\\"}
        or right in {"/", "@", "_"}
    ):
        return True
    if (left == "." and text[max(0, start - 2) : start - 1].isalnum()) or (
        right == "." and text[end + 1 : end + 2].isdigit()
    ):
        return True
    if left == ":" or (right == ":" and text[end + 1 : end + 2].isdigit()):
        return True
    if left == "[" and right == "]":
        return True
    if right in {".", ")"} and (start == 0 or left == "\n") and item.plain:
        return True
    if left in {"+", "'", "’"}:
        return True
    if left in {"-", "–"} and text[max(0, start - 2) : start - 1].isalnum() and _is_label(text, item):
        return True
    whole = item.plain or ("." in text[start:end] and item.scale == 1)
    return item.kind is None and whole and _is_bare_name(text, item)


def _is_label(text: str, item: Mention) -> bool:
    """The second half of "COVID-19", "555-0143", "3-1"; in "200-250 seats" the numbers count."""
    before = _SCORE_BEFORE.search(text[max(0, item.number_start - 6) : item.number_start])
    return item.kind is None and (before is None or not _is_range(text, item.number_end))


_RESULTS = frozenset(
    "win wins victory victories lead loss losses defeat defeats draw draws record series vote votes".split()
)


def _is_range(text: str, end: int) -> bool:
    noun = counted_noun(text, end, single=False)
    return noun is not None and noun[1].lower() not in _RESULTS


def _is_bare_name(text: str, item: Mention) -> bool:
    start, end = item.number_start, item.number_end
    before = word_before(text, start)
    if before.lower() in _NUMBERED or _STREET.match(text, end, end + 110):
        return True
    score = _SCORE.match(text, end)
    if score and not _is_range(text, score.end()):
        return True
    if follows_name(text, item):
        return True
    year = len(text[start:end]) == 4 and 1900 <= (item.value or 0) <= 2099
    return year and counted_noun(text, end, single=False) is None


def follows_name(text: str, item: Mention) -> bool:
    """After a capitalised word that is more than the start of a sentence: "Boeing 737", "iPhone 4"."""
    before = word_before(text, item.number_start)
    if before.lower() in _STARTS or not any(letter.isupper() for letter in before):
        return False
    opens = _opens_sentence(text, item.number_start - 1 - len(before))
    return not opens or before.isupper() or not before.endswith(("ed", "ly"))


def _opens_sentence(text: str, at: int) -> bool:
    left = text[max(0, at - 2) : at].strip(" \"“'")
    return not left or left in {".", "!", "?"} or "\n" in text[max(0, at - 2) : at]
