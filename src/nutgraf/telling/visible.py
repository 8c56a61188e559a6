"""Control characters made visible, so that an article can't move the cursor or turn the reading direction round."""

from __future__ import annotations

import re

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def _picture(found: re.Match[str]) -> str:
    code = ord(found.group())
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    return f"⟨U+{code:04X}⟩"


def visible(text: str) -> str:
    """The text on one line, with pictures in place of control characters."""
    return _CONTROL.sub(_picture, " ".join(text.replace("\r\n", "\n").split("\n")))
