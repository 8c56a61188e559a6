"""References in every spelling that models use, in one form."""

from __future__ import annotations

import string
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.asking.replies.references import references, sentences


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (["m2"], ["m2"]),
        ("m2", ["m2"]),
        (["[m2]"], ["m2"]),
        (["<m2>"], ["m2"]),
        (["M2"], ["m2"]),
        (["m2."], ["m2"]),
        (["m2, m5"], ["m2", "m5"]),
        (["m2 and m5"], ["m2", "m5"]),
        (["m2-m4"], ["m2", "m3", "m4"]),
        (['["m2", "m5"]'], ["m2", "m5"]),
        ([["m2"], "m5"], ["m2", "m5"]),
        ([{"id": "m2"}], ["m2"]),
        (["<m2>the roof leaks</m2>"], ["m2"]),
        (["m2: the roof leaks"], ["m2"]),
        (7, ["7"]),
        ([7.0], ["7"]),
        (["[7]"], ["7"]),
        (["sentence 7"], ["7"]),
        (["7."], ["7"]),
        (["7: 9%"], ["7: 9%"]),
        (["m2", "m2"], ["m2"]),
    ],
)
def test_a_reference_has_one_form(given: Any, expected: list[str]) -> None:
    assert references(given) == (expected, [])


@pytest.mark.parametrize(
    "written",
    [
        "7: the roof … by spring",
        "[7]: the roof ... by spring",
        '[7] "the roof [...] by spring"',
        "7. the roof . . . by spring",
        "Sentence 7: “the roof…by spring”",
        "(7) - the  roof … by\nspring",
    ],
)
def test_a_part_of_a_sentence_is_its_number_and_its_first_and_last_words(written: str) -> None:
    assert references([written]) == (["7: the roof … by spring"], [])
    assert sentences([written]) == ([7], [])


def test_words_without_a_number_are_left_to_the_checks() -> None:
    assert references(["the roof leaks"]) == (["the roof leaks"], [])
    assert references(["7 roofs leaked in 2019"]) == (["7 roofs leaked in 2019"], [])


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (3, [3]),
        ("3", [3]),
        ("3, 8", [3, 8]),
        (["[3]"], [3]),
        (["3."], [3]),
        ("[3][8]", [3, 8]),
        ("3–5", [3, 4, 5]),
        (["3 to 5"], [3, 4, 5]),
        ({"sentence": 3}, [3]),
        (["[3]", 8.0], [3, 8]),
    ],
)
def test_evidence_has_one_form(given: Any, expected: list[int]) -> None:
    assert sentences(given) == (expected, [])


@pytest.mark.parametrize("odd", ["²", "9" * 5_000, -1, 1.25, "1.5", float("inf"), float("nan"), True, "", "—", {}])
def test_what_is_no_number_is_told(odd: Any) -> None:
    for found, told in (sentences([odd]), references([odd])):
        assert found == []
        assert odd == {} or told
        assert all(len(one) < 100 for one in told)


def test_a_year_inside_words_is_no_sentence() -> None:
    assert sentences(["In 2019 the roof leaked"])[0] == []


_ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.text(string.digits + "m[]<>:.,- …"),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
    max_leaves=8,
)


@given(_ANYTHING)
def test_whatever_is_given_the_form_is_ours(given: Any) -> None:
    for one in references(given)[0]:
        number, _, words = one.partition(":")
        bare = number.removeprefix("m")
        assert (bare.isascii() and bare.isdigit() and len(bare) <= 6) or any(c.isalpha() for c in one)
        assert not words or any(c.isalpha() for c in words)
    assert all(0 <= n < 10**6 for n in sentences(given)[0])


@given(
    st.lists(st.integers(1, 400), min_size=1, max_size=5, unique=True),
    st.sampled_from(["{}", "[{}]", "{}.", "m{}", "<m{}>"]),
)
def test_what_is_in_form_stays_so(numbers: list[int], form: str) -> None:
    once, odd = references([form.format(n) for n in numbers])
    assert not odd
    assert references(once) == (once, [])


def test_a_number_of_thousands_of_digits_is_told_in_few_words() -> None:
    assert references([9**5_000]) == ([], ["a number of many digits"])


@pytest.mark.parametrize("given", [[3] * 10_000, ["3", "4"] * 5_000, [[3, 4] * 900] * 900])
def test_what_goes_beyond_any_list_of_references_is_told_and_not_read(given: Any) -> None:
    for found, odd in (sentences(given), references(given)):
        assert len(found) <= 2
        assert odd[-1].startswith("what follows")


@pytest.mark.parametrize("given", ["3, " * 4_000, "1-99999, " * 4_000])
def test_a_text_that_is_longer_than_any_reference_is_none(given: str) -> None:
    assert sentences(given)[0] == []
    assert len(sentences(given)[1]) == 1
