"""What stands at the head of a Markdown file between two lines of hyphens: its title, its date, and much else.

That block is YAML; read are the lines `key: value` of its outermost level, which is what sites write.
"""

from __future__ import annotations

import datetime as dt
import re

_BLOCK = re.compile(r"\s*---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_KEY = re.compile(r"([^\W\d][\w-]*)[ \t]*:(?:[ \t]+(.*))?$")
_GOES_ON = re.compile(r"[ \t]+\S|- |-$|#|[\]})]")
_FOLDED = re.compile(r"[>|][+-]?\d?$")
_DOUBLE = re.compile(r'"((?:[^"\\]|\\.)*)"\s*(?:#.*)?$')
_SINGLE = re.compile(r"'((?:[^']|'')*)'\s*(?:#.*)?$")
_COMMENT = re.compile(r"\s+#.*$")
_ESCAPED = re.compile(r"\\(.)")
_DATE = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)(?!\d)")
_DOTTED = re.compile(r"(\d\d?)\.(\d\d?)\.(\d{4})(?!\d)")


def parted(text: str) -> tuple[dict[str, str], str]:
    """The block's values by key in lower case, and the text behind it; no values where the text opens with none.

    What is no such block - a line of it is neither a key nor goes on with one - is text, to the letter.
    """
    found = _BLOCK.match(text)
    if found is None:
        return {}, text
    values: dict[str, str] = {}
    key = ""
    for line in found[1].splitlines():
        if not line.strip():
            continue
        if (opened := _KEY.match(line)) is not None:
            key = opened[1].lower()
            values[key] = (opened[2] or "").strip()
        elif key and _GOES_ON.match(line):
            values[key] = _FOLDED.sub("", values[key]) + f" {line.strip()}"
        elif not line.startswith("#"):
            return {}, text
    if not values:
        return {}, text
    return {key: _bare(value) for key, value in values.items()}, text[found.end() :]


def day_of(value: str) -> str | None:
    """The ISO date of what a value begins with: "2026-3-1 09:00 +0100", "1.3.2026"; None where it is none."""
    found, dotted = _DATE.match(value), _DOTTED.match(value)
    if found is None and dotted is None:
        return None
    parts = found.groups() if found else dotted.groups()[::-1] if dotted else ()
    try:
        return dt.date(*map(int, parts)).isoformat()
    except ValueError:
        return None


def _bare(value: str) -> str:
    """A value without its quotation marks, or without the comment behind it."""
    value = value.strip()
    if (found := _DOUBLE.match(value)) is not None:
        return _ESCAPED.sub(r"\1", found[1])
    if (found := _SINGLE.match(value)) is not None:
        return found[1].replace("''", "'")
    return _COMMENT.sub("", value)
