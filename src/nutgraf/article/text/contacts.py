"""Whom to call: the contacts and signs of press releases and wires. Their numbers are no figures of the story."""

from __future__ import annotations

import re

from nutgraf.lazily import pattern

_PHONE = r"(?:\+|00)?\(?\d[\d\s()./–-]{5,20}\d"
_ADDRESS = r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}|(?:https?://|www\.)[^\s,;]{3,200}"
_REACHED = pattern(rf"{_ADDRESS}|{_PHONE}(?:\s?(?:ext|x)\.?\s?\d{{1,5}})?")
_LABELS = pattern(
    r"\b(?:tel|telephone|phone|telefon|fax|mobile|cell|mob|office|direct|e-?mail|mail|web|website|twitter|media|press|news|contacts?|enquiries|inquiries|"
    r"relations|or|and|[tmewfd])\b[.:]?",
    re.IGNORECASE,
)
_BETWEEN = r"(?:\s{0,3}[,;:|/·•()–—]\s{0,3}|\s{1,3}(?:-\s)?)"
_NAMES = pattern(rf"(?:[A-Z][\w.'’&-]{{0,30}}(?:{_BETWEEN}[A-Z][\w.'’&-]{{0,30}}){{0,9}})?")
_BY_PHONE = pattern(r"\b(?:tel|telephone|phone|telefon|fax|mobile|cell|mob)\b", re.IGNORECASE)
_FEWEST_DIGITS = 7
_DIGITS = pattern(r"\d(?:[^\d\n]{0,4}\d){6}")
_LONGEST = 300
_HEADING = pattern(
    r"(?:(?:media|press|news)\s(?:contacts?|enquiries|inquiries|relations|office)(?:\s(?:information|details))?|contacts?(?:\s(?:information|details))?|pressekontakt|kontakt)\s?:?$",
    re.IGNORECASE,
)
_CALL = pattern(
    r"for\s(?:(?:more|further|additional)\sinformation|(?:all\s)?(?:media|press|interview)\s(?:enquiries|inquiries|queries|requests|information))"
    r"\b[^.]{0,60}\b(?:contact|visit|call|email|e-mail|see|reach|go\sto)\b.{0,240}$"
    r"|(?:media|press|news)\s?contacts?\s?:\s(?-i:[A-Z]).{0,240}$|contact\s?:\s(?-i:[A-Z])[\w.'’-]{1,30}(?:\s(?-i:[A-Z])[\w.'’-]{0,30}){1,3}$",
    re.IGNORECASE,
)
_CALLS_BEGIN = ("for", "media", "press", "news", "contact")
_SIGN = pattern(
    r"(?:#\s?){3}$|[-–—\s]{0,4}30[-–—\s]{1,4}$|[-–—*\s]{0,6}(?:ENDS|Ends|END)[-–—*\s.]{0,6}$|(?i:for\simmediate\srelease)[:.]?$|(?i:(?:press|news|media)\srelease)$"
)


def is_sign(line: str) -> bool:
    """True for what a newsroom writes for another: "FOR IMMEDIATE RELEASE", "-30-", "ENDS"."""
    return len(line) <= 60 and bool(_SIGN.match(line)) and line != "30"


def is_heading(line: str) -> bool:
    """True for a line that only announces contacts; it is boilerplate where some follow."""
    return len(line) <= 60 and bool(_HEADING.match(line))


def is_contact(line: str) -> bool:
    """True for a line of numbers and addresses with their labels and names, or one that says whom to contact."""
    if len(line) > _LONGEST:
        return False
    if line[:8].casefold().startswith(_CALLS_BEGIN) and _CALL.match(line):
        return True
    if not ("@" in line or "www." in line or "://" in line or _DIGITS.search(line)):
        return False  # most lines: spared the search below
    found = [reached[0] for reached in _REACHED.finditer(line)]
    labelled = _BY_PHONE.search(line) is not None
    if not any(_is_way(one, labelled) for one in found):
        return False
    return bool(_NAMES.fullmatch(_LABELS.sub("", _REACHED.sub("", line)).strip(" \t,;:|/·•()–—-")))


def _is_way(reached: str, labelled: bool) -> bool:
    """A bare number may be a date or a figure: it is one to call with a label, a country's or an area's code."""
    if "@" in reached or reached.startswith(("http", "www")):
        return True
    coded = reached.startswith(("+", "00", "("))
    return (labelled or coded) and sum(map(str.isdigit, reached)) >= _FEWEST_DIGITS


def is_name(line: str) -> bool:
    """True for a short line of names alone, as it stands among contacts."""
    return 0 < len(line) <= 80 and bool(_NAMES.fullmatch(line))
