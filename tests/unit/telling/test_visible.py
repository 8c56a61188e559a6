"""Control characters are named, everything else stays as it is."""

import unicodedata

import pytest

from nutgraf.telling.visible import CONTROL, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x00", "⟨ESC⟩[31mred⟨NUL⟩"),
        ("a\r\nb\rc\nd\te", "a b c d\te"),
        ("\u202eevil\u202c\x9b", "⟨RLO⟩evil⟨PDF⟩⟨U+009B⟩"),
        ("\u2066x\u2069\u200f\u061c\x7f", "⟨LRI⟩x⟨PDI⟩⟨RLM⟩⟨ALM⟩⟨DEL⟩"),
        ("👨‍👩‍👧‍👦 e\u0301 עברית “x” \xa0", "👨‍👩‍👧‍👦 e\u0301 עברית “x” \xa0"),
    ],
)
def test_control_characters_are_named(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_every_control_character_and_every_turn_of_direction_is_caught() -> None:
    turning = {"LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI"}
    for code in range(0x3000):
        char = chr(code)
        acts = unicodedata.category(char) == "Cc" or unicodedata.bidirectional(char) in turning
        if acts and char not in "\t\n":
            assert CONTROL.fullmatch(char), hex(code)
