"""Words are found as whole words, in spite of typography, and only where they stand."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from nutgraf.checking.lookup import all_of, find_words

TEXT = "“We’ll rebuild,” the mayor of São Paulo said – twice. The may\u00a0or may not. 東京で会議が開かれた。"
WHOLE = [(0, len(TEXT))]


@pytest.mark.parametrize(
    "words", ["We'll rebuild", "the mayor of São Paulo", "said - twice", "may or may not", "東京", "会議", "THE MAYOR"]
)
def test_typography_case_and_spaces_do_not_hide_words(words: str) -> None:
    found = find_words(words, TEXT, WHOLE)
    assert found is not None
    assert len(TEXT[slice(*found)]) == len(words)


@pytest.mark.parametrize("words", ["yes", "Paul", "ma", "rebuilt", "the mayor said", "", "...", "Sao Paulo"])
def test_parts_of_words_and_near_words_are_not_found(words: str) -> None:
    assert find_words(words, TEXT, WHOLE) is None


def test_the_first_range_is_preferred() -> None:
    text = "A bank here. A bank there."
    assert find_words("bank", text, [(13, 26), (0, 12)]) == (15, 19)


def test_all_places_are_given_in_order() -> None:
    assert all_of("bank", "bank, banks, bank") == ((0, 4), (13, 17))


@given(st.text(min_size=1, max_size=80), st.data())
def test_a_run_of_whole_words_is_found_and_offsets_are_exact(text: str, data: st.DataObject) -> None:
    words = text.split()
    assume(words)
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    wanted = " ".join(words[start:end])
    assume(any(c.isalnum() for c in wanted))
    found = find_words(wanted, text, [(0, len(text))])
    if found is not None:
        assert 0 <= found[0] < found[1] <= len(text)
