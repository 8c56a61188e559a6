"""Control characters made visible, so that an article can't move the cursor or turn the reading direction round."""

from __future__ import annotations

import re

CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Characters that act instead of being seen: C0 and C1 controls, and those that turn the direction of writing."""
_C0 = (
    "NUL SOH STX ETX EOT ENQ ACK BEL BS HT LF VT FF CR SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US"
)
_TURNING = {0x61C: "ALM", 0x200E: "LRM", 0x200F: "RLM"} | dict(
    [*enumerate("LRE RLE PDF LRO RLO".split(), 0x202A), *enumerate("LRI RLI FSI PDI".split(), 0x2066)]
)
_NAMES = dict(enumerate(_C0.split())) | {0x7F: "DEL"} | _TURNING
_LINE_END = re.compile("\r\n?|\n")


def picture(char: str) -> str:
    """What stands for a control character: its name, which any font can show."""
    code = ord(char)
    return f"⟨{_NAMES.get(code) or f'U+{code:04X}'}⟩"


def visible(text: str) -> str:
    """The text on one line, with names in place of control characters: ⟨ESC⟩."""
    return CONTROL.sub(lambda found: picture(found.group()), " ".join(_LINE_END.split(text)))
