"""Credits: who reported, wrote, edited and photographed. A line of nothing but roles and names, or the end of a paragraph."""

from __future__ import annotations

import re

from nutgraf.lazily import pattern

# A name has capitals: "Editing by committee is slow" is a sentence of the story.
_NAME = r"(?:[A-Z][\w.'’/&-]{0,40}|(?:the|and|in|for|from|at|of|with|via|de|la|van|von|der|den|al|bin|bureau|newsroom|staff|team|desk|agenc(?:y|ies)|correspondents?|writers?)\b)"
_NAMES = rf"{_NAME}(?:,?\s{_NAME}){{0,16}}"
_WORK = r"(?i:reporting|reported|writing|written|editing|edited|compiled|translation|translated|graphics?|photos?|photography|photographs?|video|research|production|produced)"
_ROLE = rf"(?:(?i:additional|further|with|original)\s)?{_WORK}"
_CREDIT = rf"{_ROLE}(?:\s?(?:and|&|/|,)\s{_ROLE}){{0,3}}\s(?i:by|from):?\s{_NAMES}"
_LINE = pattern(rf"[(\[–—-]{{0,2}}\s?{_CREDIT}(?:\s?[;,.|·/]\s{{0,2}}{_CREDIT}){{0,6}}[.)\]]{{0,3}}$")
_OTHER_LINES = pattern(
    rf"""
    [(\[–—-]{{0,2}}\s?(?i:with\s(?:additional\s|agency\s)?(?:inputs?|files|material|reporting)\s(?:from|by))\s{_NAMES}[.)\]]{{0,2}}$
    |[(\[–—-]{{0,2}}\s?(?i:with)\s[A-Z][\w./&-]{{1,20}}(?:\sand\s[A-Z][\w./&-]{{1,20}})?\s(?i:inputs?)[.)\]]{{0,2}}$
    |(?i:the\s)?{_NAMES}\s(?:also\s)?contributed(?:\sreporting)?(?:\sto\sthis\s(?:report|story|article))(?:\sfrom\s{_NAMES})?\.?$
    |{_NAMES}\scontributed\sreporting(?:\sfrom\s{_NAMES})?\.?$
    |[(\[]?(?i:(?:photo|image|picture|photograph|foto|bild)s?(?:\scredits?)?|credits?)\s?:\s{_NAMES}[.)\]]{{0,2}}$
    |[(\[]?(?i:(?:photo|image|picture|photograph)s?\scourtesy\sof)\s{_NAMES}[.)\]]{{0,2}}$
    """,
    re.VERBOSE,
)
_BEGINNINGS = (
    "additional", "further", "with", "original", "report", "writ", "edit", "compiled", "translat", "graphic", "photo", "video", "research",
    "produc", "image", "picture", "foto", "bild", "credit",
)  # fmt: skip
"""What a credit begins with; another line that may be one has the word "contributed"."""
_LONGEST = 400
_WORK_BY = pattern(rf"{_WORK}\s(?i:by|from)\b")
_AT_THE_END = pattern(
    rf"(?<=[.!?”\"’)])\s(?:[(\[]{_CREDIT}[^()\[\]]{{0,300}}[)\]]\.?|{_CREDIT}(?:\s?[;.]\s{_CREDIT}){{1,6}}\.?)$"
)


def is_credit(line: str) -> bool:
    """True for a line that is nothing but credits."""
    if len(line) > _LONGEST:
        return False
    begins = line.lstrip("([–—-").lstrip()[:12].casefold()
    if not (begins.startswith(_BEGINNINGS) or "contributed" in line):
        return False
    return bool(_LINE.match(line) or _OTHER_LINES.match(line))


def credit_at_the_end(line: str) -> int | None:
    """Where the credits begin that close a paragraph: in brackets, or two roles at the least; None without any."""
    tail = max(0, len(line) - _LONGEST)
    found = _AT_THE_END.search(line, tail) if _WORK_BY.search(line, tail) else None
    return found.start() + 1 if found else None
