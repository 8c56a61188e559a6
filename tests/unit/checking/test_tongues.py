"""Small words of any language: those that deny, whole or by their ends, and those that break a quotation off to name its speaker."""

from __future__ import annotations

import pytest

from nutgraf.checking.place.tongues import Tongue, tongue_of

MADE_UP = Tongue(["no", "*ton", "non*", "*nul*"], ["says", "he said"])


@pytest.mark.parametrize(
    ("text", "denials"),
    [
        ("No wood", ["no"]),
        ("norm nose", []),
        ("a baton", ["baton"]),
        ("tons of it", []),
        ("none here", ["none"]),
        ("pronone", []),
        ("annulled", ["nul"]),
        ("no baton annulled", ["no", "baton", "nul"]),
    ],
)
def test_what_denies_is_a_word_its_end_its_beginning_or_a_part_of_it(text: str, denials: list[str]) -> None:
    assert MADE_UP.denials(text) == denials


@pytest.mark.parametrize(
    ("between", "saying", "told"),
    [
        ("," + '" he said, "', True, False),
        ("” she says, “", True, False),
        ('" he said "', False, False),
        (" he said. She left, ", False, False),
        (", he said, says, ", False, False),
        (" he wrote, ", False, False),
        (" essays, ", False, False),
        ("x" * 120 + " he said, ", False, False),
        ("x" * 105 + " he said, ", True, False),
        (" he said. ", False, True),
        ("\nhe said. ", False, False),
        ("x" * 120 + " he said. ", False, False),
        ("x" * 105 + " he said. ", False, True),
    ],
)
def test_an_attribution_names_one_speaker_and_goes_on_or_ends(between: str, saying: bool, told: bool) -> None:
    assert (MADE_UP.is_saying(between), MADE_UP.is_told(between)) == (saying, told)


@pytest.mark.parametrize(
    ("code", "text", "aside"),
    [
        ("ru", "Мы ждём, — сказал он. — Долго", "— сказал он. —"),
        ("fr", "Oui, a-t-il dit, et encore", ", a-t-il dit,"),
        ("ru", "Мы ждём долго", None),
    ],
)
def test_a_speaker_may_be_named_within_the_marks(code: str, text: str, aside: str | None) -> None:
    found = [text[low:high] for low, high in tongue_of(code).asides(text, 0, len(text))]
    assert found == ([aside] if aside else [])


def test_a_language_without_a_row_has_the_words_of_all() -> None:
    assert tongue_of("xx").denials("never jamais nicht") == ["never", "jamais", "nicht"]
    assert tongue_of("de").denials("never jamais nicht") == ["nicht"]
    assert tongue_of("xx").denials("isn't won't want") == ["isn't", "won't"]
