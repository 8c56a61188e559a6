"""Control characters made visible, so that an article can't move the cursor or turn the reading direction round."""

from __future__ import annotations

import re

CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Characters that act instead of being seen: C0 and C1 controls, and those that turn the direction of writing."""
_LINE_END = re.compile("\r\n?|\n")


def picture(char: str) -> str:
    """What stands for a control character."""
    code = ord(char)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    return f"⟨U+{code:04X}⟩"


def visible(text: str) -> str:
    """The text on one line, with pictures in place of control characters."""
    return CONTROL.sub(lambda found: picture(found.group()), " ".join(_LINE_END.split(text)))
