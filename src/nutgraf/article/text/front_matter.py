"""What stands at the head of a Markdown file between two lines of hyphens: its title, its date, and much else.

That block is YAML; read are the lines `key: value` of its outermost level, which is what sites write.
"""

from __future__ import annotations

import re

_BLOCK = re.compile(r"\s*---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_KEY = re.compile(r"([^\W\d][\w-]*)[ \t]*:(?:[ \t]+(.*))?$")
_GOES_ON = re.compile(r"[ \t]+\S|- |-$|#|[\]})]")
_FOLDED = re.compile(r"[>|][+-]?\d?$")
_DOUBLE = re.compile(r'"((?:[^"\\]|\\.)*)"\s*(?:#.*)?$')
_SINGLE = re.compile(r"'((?:[^']|'')*)'\s*(?:#.*)?$")
_COMMENT = re.compile(r"\s+#.*$")
_ESCAPED = re.compile(r"\\(.)")


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


def _bare(value: str) -> str:
    """A value without its quotation marks, or without the comment behind it."""
    value = value.strip()
    if (found := _DOUBLE.match(value)) is not None:
        return _ESCAPED.sub(r"\1", found[1])
    if (found := _SINGLE.match(value)) is not None:
        return found[1].replace("''", "'")
    return _COMMENT.sub("", value)
