"""JSON with the faults that models make: trailing commas, comments, bad escapes, single quotes, raw newlines.

Commas, comments and escapes are put right here, so that every string stays as it is (`json-repair` loses some control
characters). What is broken beyond that goes to `json-repair`. It looks ahead again and again, which takes minutes for
some hostile texts of 80 KB: so it reads from a meter, and a text that takes more looks than any honest one is no answer.
"""

from __future__ import annotations

import json
import re
from typing import Any

import json_repair

_LONGEST = 120_000
"""Characters: three times what an answer of 8,000 tokens has."""
_LOOKS = 12
"""Looks at a character: broken answers take 2 to 5."""
_TOO_DEEP = re.compile(r"(?:[\[{]\s*){24}|(?:[\[{]\s*\"[^\"\\]*\"\s*:\s*){24}")
_STRING = r'(?P<string>"[^"\\]*(?:\\.[^"\\]*)*(?:"|\\?\Z))'
_COMMENT = re.compile(_STRING + r"|//[^\n]*|/\*(?:[^*]|\*(?!/))*(?:\*/|\Z)", re.DOTALL)
_COMMA = re.compile(_STRING + r"|,(?=\s*[}\]])", re.DOTALL)
_ESCAPE = re.compile(r"""\\(?:(?P<known>["\\/bfnrt]|u[0-9a-fA-F]{4})|.)""", re.DOTALL)
_STRICT = json.JSONDecoder(strict=False)
_HALF = re.compile(r"[\ud800-\udfff]")
_MAYBE_HALF = re.compile(r"\\u[dD][89a-fA-F]|[\ud800-\udfff]")


def parsed(text: str) -> Any:
    """The value of a text that is JSON; control characters may stand in its strings.

    Raises:
        ValueError: it is none, or holds a number or a depth that no answer has.
    """
    try:
        return scrubbed(_STRICT.decode(text), text)
    except RecursionError:
        raise ValueError("nested too deep") from None


def parsed_at(text: str, start: int) -> tuple[Any, int]:
    """The value that begins at a place, and where it ends.

    Raises:
        ValueError: no whole value begins there.
    """
    try:
        value, end = _STRICT.raw_decode(text, start)
    except RecursionError:
        raise ValueError("nested too deep") from None
    return (_without_halves(value) if _MAYBE_HALF.search(text, start, end) else value), end


def mended(text: str) -> Any:
    """The value with which a broken text begins; an empty string where nothing of it is JSON."""
    tidy = _COMMA.sub(_kept, _COMMENT.sub(_kept, text))
    for candidate in (tidy, tidy + "}"):
        try:
            return parsed_at(candidate, 0)[0]
        except ValueError:
            continue
    if len(text) > _LONGEST or _TOO_DEEP.search(text):
        return ""
    try:
        return scrubbed(json_repair.loads(_Metered(text), skip_json_loads=True), text)
    except (ValueError, RecursionError, _TooManyLooks):
        return ""


def _kept(match: re.Match[str]) -> str:
    """A string with escapes that JSON knows; of all else nothing."""
    return _ESCAPE.sub(_escaped, match["string"]) if match["string"] else ""


def _escaped(match: re.Match[str]) -> str:
    if match["known"]:
        return match[0]
    return "'" if match[0] == "\\'" else "\\" + match[0]


class _TooManyLooks(Exception):
    """A text was read again and again."""


class _Metered(str):  # noqa: SLOT000 - it counts
    """A text that counts how much of it is read."""

    looks = 0

    def __getitem__(self, place: Any) -> str:
        found = str.__getitem__(self, place)
        self.looks += len(found)
        if self.looks > _LOOKS * len(self) + 10_000:
            raise _TooManyLooks
        return found


def writable(text: str) -> str:
    """The text with its surrogate pairs joined, and a replacement character for each half that stands alone."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if _HALF.search(text) else text


def scrubbed(value: Any, text: str) -> Any:
    """The same for a value, in which such a half may have been written as an escape: no other code takes those."""
    return _without_halves(value) if _MAYBE_HALF.search(text) else value


def _without_halves(value: Any) -> Any:
    if isinstance(value, str):
        return writable(value)
    if isinstance(value, list):
        return [_without_halves(one) for one in value]  # pyright: ignore[reportUnknownVariableType]
    if isinstance(value, dict):
        return {_without_halves(key): _without_halves(one) for key, one in value.items()}  # pyright: ignore[reportUnknownVariableType]
    return value
